"""Follows the words of a trace over the pages of a PDF, whatever their layout, and tells where they part.

The layout may be that of any version of the program, so nothing is asked of it but its order:
passages one after the other, the cells of a row side by side. A head may be repeated where its
table goes on, and what a row has no more room for stands at the top of the next page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from councilbrief.builds.verifying.from_pdf import Glyph, printed

END = "\0"
"""What stands behind the last word of both sides, so that both end alike."""

_NEAR = 1.0  # points by which two letters of a word may stand apart


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that a page must have, the passage that it belongs to, and the row of a table, if one."""

    word: str
    passage: int
    row: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stand together; `open` says that they may go on what stands before them."""

    text: str
    page: int
    open: bool


@dataclass(frozen=True, slots=True)
class Parting:
    """Where the pages and the trace part: the words of the one and the pieces of the other."""

    wanted: tuple[Wanted, ...]
    found: tuple[Piece, ...]
    passage: int
    page: int


@dataclass(slots=True)
class Course:
    """What came of following: the page on which each passage begins, and where the two part."""

    pages: dict[int, int] = field(default_factory=dict)
    partings: list[Parting] = field(default_factory=list)


def words(text: str) -> list[str]:
    """Return the words of a text as they are printed."""
    return printed(text).split()


def pieces(glyphs: Iterable[Glyph]) -> Iterator[Piece]:
    """Cut glyphs at spaces, line ends and jumps; only a space parts words for certain."""
    text, page, is_open = "", 0, False
    last: Glyph | None = None
    for glyph in glyphs:
        jumps = last is not None and (glyph.left > last.right + _NEAR or glyph.right < last.left)
        if text and (glyph.gap is not False or jumps):
            yield Piece(text, page, is_open)
            text = ""
        if not text:
            page, is_open = glyph.page, last is not None and glyph.gap is not True
        text += glyph.char
        last = glyph
    if text:
        yield Piece(text, page, is_open)


def follow(wanted: Sequence[Wanted], found: Sequence[Piece], heads: Iterable[Sequence[str]] = ()) -> Course:
    """Follow all words; `heads` are those that a page may repeat at its top."""
    last, page = (wanted[-1].passage if wanted else 0), (found[-1].page if found else 1)
    follower = _Follower([*wanted, Wanted(END, last)], [*found, Piece(END, page, open=False)])
    follower.run()
    course = follower.course
    tops = [tuple(one) for one in heads]
    course.partings = list(_unexplained(course.partings, tops))
    return course


class _Follower:
    def __init__(self, wanted: Sequence[Wanted], found: Sequence[Piece]) -> None:
        self.wanted, self.found, self.course = wanted, found, Course()
        self.at = self.by = 0
        self.places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for by in range(len(found) - 1):
            self.places[found[by].text, found[by + 1].text].append(by)
        self.ends = [len(found) - 1]

    def run(self) -> None:
        while self.at < len(self.wanted) and self.by < len(self.found):
            taken = self._taken(self.at, self.by)
            if taken:
                self.course.pages.setdefault(self.wanted[self.at].passage, self.found[self.by].page)
                self.at, self.by = self.at + 1, self.by + taken
            else:
                self._part()

    def _taken(self, at: int, by: int) -> int:
        """Return how many pieces make a word, 0 where they do not."""
        word, made = self.wanted[at].word, self.found[by].text
        count = 1
        while len(made) < len(word) and by + count < len(self.found) and self.found[by + count].open:
            made += self.found[by + count].text
            count += 1
        return count if made == word else 0

    def _part(self) -> None:
        """Pass over the least that is different on either side."""
        at, by = self._next()
        wanted, found = self.wanted[self.at : at], self.found[self.by : by]
        parting = Parting(
            tuple(wanted), tuple(found), self.wanted[self.at].passage, self.found[min(self.by, by)].page
        )
        self.course.partings.append(parting)
        self.at, self.by = at, by

    def _next(self) -> tuple[int, int]:
        """Find the nearest place from where two words on both sides are the same again."""
        best, cost = (len(self.wanted) - 1, len(self.found) - 1), len(self.wanted) + len(self.found)
        for at in range(self.at, len(self.wanted)):
            skipped = at - self.at
            if skipped >= cost:
                break
            for by in self._alike(at):
                if by >= self.by and skipped + by - self.by < cost:
                    best, cost = (at, by), skipped + by - self.by
                    break
        return best

    def _alike(self, at: int) -> Iterable[int]:
        if self.wanted[at].word == END:
            return self.ends
        following = self.wanted[at + 1].word
        return self.places.get((self.wanted[at].word, following), ())


def _unexplained(partings: Sequence[Parting], heads: Sequence[tuple[str, ...]]) -> Iterator[Parting]:
    """Leave out what a table does where it goes on over a page: its head again, the rest of a row."""
    bare = [one for one in (_without_head(one, heads) for one in partings) if one.wanted or one.found]
    at = 0
    while at < len(bare):
        row, upto = _of_row(bare, at), at + 1
        while row and upto < len(bare) and _of_row(bare, upto) in {row, None} and not _level(bare[at:upto]):
            upto += 1
        if row and _level(bare[at:upto]) and _turns(bare[at:upto]):
            at = upto
        else:
            yield bare[at]
            at += 1


def _turns(partings: Iterable[Parting]) -> bool:
    """Say whether a page ends among them."""
    pages = ({one.page, *(piece.page for piece in one.found)} for one in partings)
    return len(set().union(*pages)) > 1


def _of_row(partings: Sequence[Parting], at: int) -> tuple[int, ...] | None:
    rows = {one.row for one in partings[at].wanted}
    if rows:
        return rows.pop() if len(rows) == 1 else None
    following = next((one for one in partings[at + 1 :] if one.wanted), None)
    return following.wanted[0].row if following else None


def _level(partings: Iterable[Parting]) -> bool:
    """Say whether what is missing in some places is what is too much in others."""
    balance: Counter[str] = Counter()
    for one in partings:
        balance.update(word.word for word in one.wanted)
        balance.subtract(piece.text for piece in one.found)
    return not any(balance.values())


def _without_head(one: Parting, heads: Sequence[tuple[str, ...]]) -> Parting:
    texts = tuple(piece.text for piece in one.found)
    for head in heads:
        for at in range(len(texts) - len(head) + 1):
            if texts[at : at + len(head)] == head and (at or not one.wanted or len(texts) > len(head)):
                rest = one.found[:at] + one.found[at + len(head) :]
                return Parting(one.wanted, rest, one.passage, one.page)
    return one
