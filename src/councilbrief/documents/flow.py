"""Lines of pages to paragraphs: which lines belong together, by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilbrief.documents.pages import Line

# Fonts of symbols put their bullets into the private use area; a minus or a struck-through blank opens a sub-item.
_BULLET = re.compile(
    r"(?:[•●◦▪■◼◆►▶›»·✓➢→‣⁃∙\uf000-\uf0ff]|[-–—−‐‑\u0336](?=\s)|o(?= )|\?(?= {2}))\s*(?=\S)"
)
_NUMBER = re.compile(r"(?:(\d{1,3})[.)]|\(?(?:[a-z]|[ivx]{1,4})\))\s*(?=[^\W\d]|[‘’“”'\"(])")
_BARE_BULLET = re.compile(r"[•●◦▪■◼◆►▶›»·\uf000-\uf0ff]")
_BARE_NUMBER = re.compile(r"(\d{1,3})[.)]")
_STOP = re.compile(r"[.!?][”’\"')\]]*$")

_BESIDE = 0.3
"""Of a line's height: lines that share more of it stand beside each other."""

_LEADING = 1.35
"""Of the usual distance between lines: from a larger one on a new paragraph begins."""

_INDENT = 5.0
"""Points; lines whose left edges differ by less begin at the same place."""

_COLUMN = 60.0
"""Points; further to the right begins another column, not an indented line."""

_SAME_SIZE = 1.08
_FULL = 0.82
"""Of the width of the text: a shorter line is the last of its paragraph, or a heading."""


@dataclass(slots=True)
class Block:
    """The lines of one paragraph in the making; `glyph` ends where the words of the first begin."""

    page: int
    lines: list[Line]
    glyph: tuple[int, int] | None = None
    cell: bool = False
    pages: list[int] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """Return the line that it opens with."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Return the line that it ends with so far."""
        return self.lines[-1]


def flow(pages: Sequence[tuple[int, Sequence[Line]]], text: str) -> Iterator[Block]:
    """Join the lines of all pages into paragraphs, also across the pages."""
    measure = _Measure.of(pages)
    open_: Block | None = None
    for number, lines in pages:
        cells = _tabular(lines, measure.leading)
        for position, line in enumerate(lines):
            cell = position in cells
            glyph = None if cell else _glyph(line, text, open_, measure, number)
            if open_ is not None and not cell and not open_.cell and glyph is None:
                if measure.continues(open_, line, text, number):
                    open_.lines.append(line)
                    open_.pages.append(number)
                    continue
            if open_ is not None:
                yield open_
            open_ = Block(number, [line], glyph, cell, [number])
    if open_ is not None:
        yield open_


def _glyph(
    line: Line, text: str, before: Block | None, measure: _Measure, page: int
) -> tuple[int, int] | None:
    """Return where the bullet or number that opens a line stands, up to its words."""
    words = text[line.start : line.end]
    match = _BULLET.match(words) or _BARE_BULLET.fullmatch(words)
    if match is None:
        match = _NUMBER.match(words) or _BARE_NUMBER.fullmatch(words)
        if match is None or (before is not None and not _may_number(line, before, measure, match, page, text)):
            return None
    return line.start, line.start + match.end()


def _may_number(
    line: Line, before: Block, measure: _Measure, match: re.Match[str], page: int, text: str
) -> bool:
    """Say whether a number at the start of a line opens an item: it might be the end of a sentence."""
    if before.cell or before.last.left - line.left > _INDENT or before.pages[-1] != page:
        return True
    if abs(before.last.bottom - line.bottom) > measure.leading * _LEADING:
        return True
    if before.glyph is None or match[1] is None:
        return _STOP.search(text[before.last.start : before.last.end]) is not None
    counted = text[before.glyph[0] : before.glyph[1]].strip(".) ")
    return counted.isdigit() and int(match[1]) == int(counted) + 1


def _tabular(lines: Sequence[Line], leading: float) -> frozenset[int]:
    """Return the lines of a page that are cells: beside another, or tight above or below such a one."""
    order = sorted(range(len(lines)), key=lambda at: -lines[at].bottom)
    cells: set[int] = set()
    for place, at in enumerate(order):
        for other in order[place + 1 :]:
            shared = min(lines[at].top, lines[other].top) - max(lines[at].bottom, lines[other].bottom)
            if shared <= lines[at].size * _BESIDE:
                break
            if lines[at].right <= lines[other].left or lines[other].right <= lines[at].left:
                cells |= {at, other}
    if not cells:
        return frozenset()
    last_column = max(lines[at].left for at in cells)
    grown = True
    while grown:
        grown = False
        for place, at in enumerate(order):
            neighbours = order[max(place - 2, 0) : place + 3]
            if at not in cells and any(
                other in cells
                and abs(lines[at].left - lines[other].left) < _COLUMN / 2
                and abs(lines[at].bottom - lines[other].bottom) < leading * _LEADING
                and (lines[at].right < last_column or abs(lines[at].left - last_column) < _COLUMN / 2)
                for other in neighbours
            ):
                cells.add(at)
                grown = True
    return frozenset(cells)


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in a document: the distance between lines, and where its lines end at the right."""

    leading: float
    left: float
    right: float

    @classmethod
    def of(cls, pages: Sequence[tuple[int, Sequence[Line]]]) -> _Measure:
        distances: Counter[float] = Counter()
        for _, lines in pages:
            for above, below in zip(lines, lines[1:], strict=False):
                if above.bottom > below.bottom:
                    distances[round(above.bottom - below.bottom, 0)] += 1
        every = [line for _, lines in pages for line in lines]
        leading = max(distances, key=lambda d: (distances[d], -d), default=14.0)
        lefts, rights = sorted(line.left for line in every), sorted(line.right for line in every)
        return cls(leading, lefts[len(lefts) // 10] if lefts else 0.0, rights[-len(rights) // 10] if rights else 0.0)

    def continues(self, block: Block, line: Line, text: str, page: int) -> bool:
        """Say whether a line goes on with a paragraph."""
        last = block.last
        if not 1 / _SAME_SIZE < line.size / (last.size or 1) < _SAME_SIZE:
            return False
        ended = _STOP.search(text[last.start : last.end].rstrip()) is not None
        full = last.right - self.left > (self.right - self.left) * _FULL
        if block.pages[-1] != page:
            return self._runs_on(block, line, text, ended=ended, full=full)
        distance = last.bottom - line.bottom
        if not -2.0 < distance <= max(self.leading, last.size) * _LEADING:
            return False
        if line.bold != last.bold and (line.bold or ended or not full):
            return False
        return self._indented_alike(block, line)

    def _runs_on(self, block: Block, line: Line, text: str, *, ended: bool, full: bool) -> bool:
        """Say whether the first line of a page goes on with the last paragraph of the one before."""
        if line.bold != block.last.bold:
            return False
        if text[line.start].islower():
            return True
        if not ended:
            return full
        hanging = len(block.lines) > 1 and block.last.left - block.first.left > _INDENT
        return full and hanging and abs(line.left - block.last.left) < _INDENT

    def _indented_alike(self, block: Block, line: Line) -> bool:
        """Say whether a line's left edge is one that the paragraph may have."""
        shift = line.left - block.last.left
        if len(block.lines) == 1:
            return -_COLUMN < shift < _COLUMN if block.glyph else abs(shift) < _COLUMN
        return abs(shift) < _INDENT
