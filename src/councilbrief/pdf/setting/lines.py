"""Runs to lines: ragged right, words never hyphenated, long ones broken, every space accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from councilbrief.pdf.look import faces
from councilbrief.pdf.look.unbroken import NO_BREAK
from councilbrief.pdf.setting.runs import Run

_TOKENS = re.compile(" +|[^ ]+")
_SOFT_ENDS = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")

_EVEN_LINES = 6  # more than these are left as they fall
_STEP = 4.0  # by which the measure of even lines is narrowed until they would be one more

width = lru_cache(maxsize=20_000)(faces.width)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one run on one line; `x` and `width` are those of the words, without a pill's padding."""

    run: Run
    text: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `space` says that a space stood where it was broken."""

    pieces: tuple[Piece, ...]
    width: float
    space: bool = False


@dataclass(slots=True)
class _Word:
    """What can't be broken: stretches of runs, and the space before them (None: they join on).

    `alone` is a line of a pill that has several: nothing stands before it.
    """

    gap: Run | None
    stretches: list[tuple[Run, str]] = field(default_factory=list)
    alone: bool = False

    @property
    def width(self) -> float:
        if len(self.stretches) == 1:  # nearly all are
            return _stretch_width(*self.stretches[0])
        return sum(_stretch_width(run, text) for run, text in self.stretches)


def break_lines(runs: Iterable[Run], measure: float) -> tuple[Line, ...]:
    """Fill lines of at most `measure` points; at least one line, if an empty one."""
    lines: list[Line] = []
    filling = _Filling()
    for word in _fitting(_words(runs, measure), measure):
        if not filling.empty and (word.alone or filling.x + _gap(word) + word.width > measure):
            lines.append(filling.line(space=word.gap is not None))
            filling = _Filling()
        filling.add(word)
    if not filling.empty or not lines:
        lines.append(filling.line(space=False))
    return tuple(lines)


def break_evenly(runs: Sequence[Run], measure: float) -> tuple[Line, ...]:
    """Fill the fewest lines, as even as can be: for titles and pills.

    A title of more than one line is parted after its colon, at the cost of a line at most.
    """
    lines = break_lines(runs, measure)
    if not 1 < len(lines) <= _EVEN_LINES:
        return lines
    apart = _parted_at_colon(runs, measure)
    return apart if apart and len(apart) <= len(lines) + 1 else _narrowed(runs, measure, lines)


def _parted_at_colon(runs: Sequence[Run], measure: float) -> tuple[Line, ...]:
    """Break what goes before a colon and what follows it each by itself; nothing without one."""
    before, colon, after = runs[0].text.partition(": ") if len(runs) == 1 else ("", "", "")
    if not colon or not after.strip():
        return ()
    parts = (replace(runs[0], text=f"{before}:"), replace(runs[0], text=after))
    first, second = (_narrowed([part], measure, break_lines([part], measure)) for part in parts)
    return (*first[:-1], replace(first[-1], space=True), *second)


def _narrowed(runs: Sequence[Run], measure: float, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Narrow the measure as long as the lines stay as many."""
    longest = max((word.width for word in _words(runs, measure)), default=0.0)
    while len(lines) > 1 and (measure := measure - _STEP) > longest:
        narrower = break_lines(runs, measure)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


class _Filling:
    """A line while it is being filled; words of one run become one piece."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.x = 0.0
        self._run: Run | None = None
        self._texts: list[str] = []
        self._from = 0.0

    @property
    def empty(self) -> bool:
        return self._run is None

    def add(self, word: _Word) -> None:
        if word.gap and self._run:
            self._put(word.gap, " ")
        for run, text in word.stretches:
            self._put(run, text)

    def line(self, *, space: bool) -> Line:
        self._end()
        return Line(tuple(self.pieces), self.x, space)

    def _put(self, run: Run, text: str) -> None:
        if run is not self._run or run.pill:
            self._end()
            self._run, self._from = run, self.x
        self._texts.append(text)
        self.x += _stretch_width(run, text)

    def _end(self) -> None:
        """End a piece; of a pill the padding is no part of it."""
        run = self._run
        if run is None:
            return
        text = "".join(self._texts)
        self._run, self._texts = None, []
        if run.pill:
            size = width(text, run.type.face, run.type.size)
            self.pieces.append(Piece(run, text, self._from + run.pill.lead, size))
        else:
            self.pieces.append(Piece(run, text, self._from, self.x - self._from))


def _gap(word: _Word) -> float:
    return width(" ", word.gap.type.face, word.gap.type.size) if word.gap else 0.0


def _stretch_width(run: Run, text: str) -> float:
    size = width(text, run.type.face, run.type.size)
    return max(size, run.least) + run.pill.rims if run.pill else size


def _words(runs: Iterable[Run], measure: float) -> Iterator[_Word]:
    """Cut runs into words; a word may go on from one run into the next."""
    word = _Word(None)
    for whole in runs:
        chunks = _pill_chunks(whole, measure) if whole.pill else _TOKENS.findall(whole.text)
        run = _widened(whole, chunks)
        for chunk in chunks:
            if chunk.startswith(" "):
                if word.stretches:
                    yield word
                    word = _Word(run)
                word.gap = word.gap or run
                continue
            if word.stretches and (run.pill or word.stretches[-1][0].pill):
                yield word
                word = _Word(None)
            word.alone = bool(run.pill) and len(chunks) > 1
            first, *others = [chunk] if run.pill else _SOFT_ENDS.split(chunk)
            word.stretches.append((run, first))
            for other in others:
                yield word
                word = _Word(None, [(run, other)])
    if word.stretches:
        yield word


def _widened(run: Run, chunks: list[str]) -> Run:
    """Make a pill's lines as wide as its widest, so that what follows stands outside."""
    if not run.pill:
        return run
    widest = max((width(chunk, run.type.face, run.type.size) for chunk in chunks), default=0.0)
    return replace(run, least=widest)


def _pill_chunks(run: Run, measure: float) -> list[str]:
    """Keep a pill whole where it fits, otherwise break it into lines of its own."""
    if _stretch_width(run, run.text) <= measure:
        return [run.text]
    lines = break_evenly([replace(run, pill=None)], max(measure - (run.pill.rims if run.pill else 0), 1))
    chunks: list[str] = []
    for line in lines:
        chunks.append("".join(piece.text for piece in line.pieces))
        if line.space:
            chunks.append(" ")
    return chunks


def _fitting(words: Iterable[_Word], measure: float) -> Iterator[_Word]:
    """Break each word that no line can hold: at its unbreakable spaces, or else anywhere."""
    for word in words:
        if word.width <= measure or any(run.pill for run, _ in word.stretches):
            yield word
            continue
        for part in _loosened(word):
            yield from [part] if part.width <= measure else _broken(part, measure)


def _loosened(word: _Word) -> Iterator[_Word]:
    """Part a word where spaces that do not break stand in it."""
    part = _Word(word.gap)
    for run, text in word.stretches:
        first, *others = text.split(NO_BREAK)
        if first:
            part.stretches.append((run, first))
        for other in others:
            if part.stretches:
                yield part
            part = _Word(run, [(run, other)] if other else [])
    if part.stretches:
        yield part


def _broken(word: _Word, measure: float) -> Iterator[_Word]:
    """Break a word where each line is full."""
    part, filled = _Word(word.gap), 0.0
    for run, text in word.stretches:
        start = 0
        for at, char in enumerate(text):
            size = width(char, run.type.face, run.type.size)
            if filled and filled + size > measure:
                if at > start:
                    part.stretches.append((run, text[start:at]))
                yield part
                part, filled, start = _Word(None), 0.0, at
            filled += size
        part.stretches.append((run, text[start:]))
    yield part
