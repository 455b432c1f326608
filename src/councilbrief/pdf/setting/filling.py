"""Pieces to pages: what goes on which page and how high, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from councilbrief.pdf.look.style import FRAME_BOTTOM, FRAME_HEIGHT, FRAME_TOP, MEASURE
from councilbrief.pdf.setting.grids import FEWEST_TOGETHER, Grid
from councilbrief.pdf.setting.panels import Entry, Heading, Item, Piece, Prose
from councilbrief.problems import Problem, RenderError, Severity

_LITTLE = 0.06 * FRAME_HEIGHT  # an item up to this height is little
_A_LINE = 0.03 * FRAME_HEIGHT  # less than two lines
_SEVERAL = 3  # items, of which the first does not stand alone
_SHORT = 0.15 * FRAME_HEIGHT  # a last paragraph up to this height is not parted
_LEADS = 0.6 * FRAME_HEIGHT  # more than this is never asked for below a heading
_NEXT_TO_NOTHING = 0.22 * FRAME_HEIGHT  # a last page filled less than this is spared where it can be
_HOLE = 0.22 * FRAME_HEIGHT  # of a page, more than this should not be empty
_TIGHTER = (0.85, 0.7)
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece, or a part of one, and its upper edge on its page."""

    piece: Piece
    top: float


Page = tuple[Placed, ...]


def fill(pieces: Sequence[Piece], floor: float = FRAME_BOTTOM) -> tuple[Page, ...]:
    """Place pieces on pages down to `floor`; at least one page, if an empty one.

    Of the spaces below one piece and above the next the larger counts; at the head of a page
    there is none. A page ends where too little room is left for what must stand together. All
    spaces are made somewhat smaller where that spares a page, or a hole at the foot of one; if it
    does not, tables are parted sooner.
    Raises RenderError where something fits no page.
    """
    usual = _filled(pieces, floor, 1.0)
    if len(usual.pages) == 1 or (usual.used >= _NEXT_TO_NOTHING and not usual.holes):
        return usual.pages
    best = min(usual, *(_filled(pieces, floor, share) for share in _TIGHTER), key=_badness)
    if best.holes:
        best = min(best, _with_tables_parted(pieces, floor), key=_badness)
    return best.pages


def _badness(one: _Filling) -> tuple[int, int]:
    return len(one.pages), one.holes


def _with_tables_parted(pieces: Sequence[Piece], floor: float) -> _Filling:
    """Fill pages with tables that may be parted after two rows."""
    for piece in pieces:
        if isinstance(piece, Grid):
            piece.together = FEWEST_TOGETHER
    return _filled(pieces, floor, 1.0)


def _filled(pieces: Sequence[Piece], floor: float, share: float) -> _Filling:
    filling = _Filling(floor, share)
    for piece, need in zip(pieces, _needs(pieces), strict=True):
        filling.add(piece, need)
    return filling


class _Filling:
    """The pages so far, and how far down the last one is filled; spaces are multiplied by a share."""

    def __init__(self, floor: float, share: float) -> None:
        self._floor = floor
        self._share = share
        self._pages: list[list[Placed]] = [[]]
        self._y = FRAME_TOP
        self._below = 0.0

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(map(tuple, self._pages))

    @property
    def holes(self) -> int:
        """Count the pages but for the last of which too much is empty."""
        ends = (page[-1] for page in self._pages[:-1])
        return sum(end.top - end.piece.height(MEASURE) - self._floor > _HOLE for end in ends)

    @property
    def used(self) -> float:
        """Return how much of the last page's height is filled."""
        return FRAME_TOP - self._y

    def add(self, piece: Piece, need: float) -> None:
        """Place a piece where at least `need` is left for it and what must follow it on its page."""
        if self._pages[-1] and self._y - self._gap(piece) - need < self._floor - _SLACK:
            self._turn()
        rest: Piece | None = piece
        while rest is not None:
            room = self._y - self._gap(rest) - self._floor
            if rest.height(MEASURE) <= room + _SLACK:
                self._put(rest)
                return
            head, rest = rest.split(MEASURE, room)
            if head is not None:
                self._put(head)
            elif not self._pages[-1]:
                message = "a part of the briefing fits no page; shorten its longest cell"
                raise RenderError(Problem(Severity.ERROR, "no-room", message))
            if rest is not None:
                self._turn()

    def _gap(self, piece: Piece) -> float:
        return self._share * max(self._below, piece.above) if self._pages[-1] else 0.0

    def _put(self, piece: Piece) -> None:
        top = self._y - self._gap(piece)
        self._pages[-1].append(Placed(piece, top))
        self._y = top - piece.height(MEASURE)
        self._below = piece.below

    def _turn(self) -> None:
        self._pages.append([])
        self._y, self._below = FRAME_TOP, 0.0


def _needs(pieces: Sequence[Piece]) -> Iterable[float]:
    """Say of each piece how much room must be left where it begins."""
    last = pieces[-1] if pieces else None
    if isinstance(last, Prose):
        last.whole = last.height(MEASURE) < _SHORT
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else None
        if isinstance(before, Heading):
            yield 0.0  # its heading has asked for it
        elif _leads_in(pieces, number):
            yield min(_need(pieces[number:]), _LEADS)
        elif isinstance(piece, Prose) and piece.whole:
            yield piece.height(MEASURE)
        elif _is_last_but_one(pieces, number) and _are_short(pieces[number : number + 2]):
            yield _height(pieces[number : number + 2])
        else:
            yield 0.0


def _leads_in(pieces: Sequence[Piece], number: int) -> bool:
    """Say whether a piece is a heading, or a line that introduces a list, or a heading's table."""
    if isinstance(pieces[number], Heading):
        return True
    following = pieces[number + 1] if number + 1 < len(pieces) else None
    if not isinstance(pieces[number], Prose):
        return False
    return isinstance(following, Item | Entry) or _introduces_table(pieces[number : number + 3])


def _introduces_table(pieces: Sequence[Piece]) -> bool:
    """Say whether a short paragraph is followed by a table with its caption."""
    kinds = [type(one) for one in pieces]
    return kinds == [Prose, Heading, Grid] and pieces[0].height(MEASURE) < _LITTLE


def _is_last_but_one(pieces: Sequence[Piece], number: int) -> bool:
    """Say whether exactly one more item of a list follows, and at least one stands before."""
    here = [isinstance(one, Item) for one in pieces[max(number - 1, 0) : number + 3]]
    return number > 0 and here[:3] == [True, True, True] and here[3:] != [True]


def _are_short(items: Sequence[Piece]) -> bool:
    """Say whether two items may wait for each other: a tall one is parted, or stands by itself."""
    return items[0].height(MEASURE) < _SHORT and items[1].height(MEASURE) < _LITTLE


def _need(pieces: Sequence[Piece]) -> float:
    """Measure what leads in with the least of what follows it."""
    for number, piece in enumerate(pieces):
        if not _leads_in(pieces, number):
            first = piece.lead(MEASURE)
            if _begins_list(pieces[number : number + 3]):
                first = piece.height(MEASURE) + piece.below + pieces[number + 1].lead(MEASURE)
            before = pieces[:number]
            return _height(before) + (max(before[-1].below, piece.above) if before else 0.0) + first
    return _height(pieces)


def _begins_list(pieces: Sequence[Piece]) -> bool:
    """Say whether a list of three items or more begins with one of a line: it does not stand alone."""
    listed = len(pieces) == _SEVERAL and all(isinstance(one, Item) for one in pieces)
    return listed and pieces[0].height(MEASURE) < _A_LINE


def _height(pieces: Sequence[Piece]) -> float:
    """Measure some in a row; of the spaces between two of them the larger counts."""
    gaps = sum(max(one.below, other.above) for one, other in pairwise(pieces))
    return gaps + sum(piece.height(MEASURE) for piece in pieces)
