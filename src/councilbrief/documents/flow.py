"""Lines of pages to paragraphs: which lines belong together, by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from councilbrief.documents.cells import cells
from councilbrief.documents.pages import Line

# Fonts of symbols put their bullets into the private use area; a minus or a struck-through
# blank opens a sub-item.
_BULLET = re.compile(
    r"(?:[•●◦▪■◼◆►▶›»·✓➢→‣⁃∙\uf000-\uf0ff]|(?:--?|[–—−‐‑\u0336*])(?=\s)|o(?= )|\?(?= {2}))\s*(?=\S)"
)
_BARE_BULLET = re.compile(r"[•●◦▪■◼◆►▶›»·\uf000-\uf0ff]")
_NUMBER = re.compile(r"(?:(\d{1,3})[.)]|\(?(?:[a-z]|[ivx]{1,4})\))\s*(?=[^\W\d]|[‘’“”'\"(])")
_BARE_NUMBER = re.compile(r"(\d{1,3})[.)]")
_LETTER_GLYPH = re.compile(r"o |\w{1,4}\)")
_STOP = re.compile(r"[.!?][”’\"')\]]*$")

_LEADING = 1.35
"""Of the usual distance between lines: from a larger one on a new paragraph begins."""

_INDENT = 5.0
"""Points; lines whose left edges differ by less begin at the same place."""

_COLUMN = 60.0
"""Points; further to the right begins another column, not an indented line."""

_RAISED = 2.0
"""Points that a line may stand above the one before it and still go on with it."""

_SAME_SIZE = 1.08
_FULL = 0.82
"""Of the width of the text: a shorter line is the last of its paragraph, or a heading."""

_OFTEN = 0.1
_AGAIN = 2
_LEAST_LEADING = 8
_USUAL_LEADING = 14


@dataclass(slots=True)
class Block:
    """The lines of one paragraph in the making.

    `page` is that of its first line, `last_page` that of its last. `glyph` are the offsets
    between which its bullet or number stands, with the space behind it.
    """

    page: int
    last_page: int
    lines: list[Line]
    glyph: tuple[int, int] | None = None
    cell: bool = False

    @property
    def first(self) -> Line:
        """Return the line that it opens with."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Return the line that it ends with so far."""
        return self.lines[-1]


def flow(pages: Sequence[tuple[int, Sequence[Line]]], text: str) -> Iterator[Block]:
    """Join the lines of all pages, each with its number, into paragraphs, also across the pages."""
    joiner = _Joiner(text, _Measure.of(pages))
    open_: Block | None = None
    for number, lines in pages:
        tabular = cells(lines, joiner.usual.leading)
        for at, line in enumerate(lines):
            cell = at in tabular
            glyph = None if cell else joiner.glyph(line, open_, number)
            if (
                open_ is not None
                and not (cell or open_.cell or glyph)
                and joiner.continues(open_, line, number)
            ):
                open_.lines.append(line)
                open_.last_page = number
                continue
            if open_ is not None:
                yield open_
            open_ = Block(number, number, [line], glyph, cell)
    if open_ is not None:
        yield open_


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in a document: the distance between lines, and where they begin and end."""

    leading: float
    left: float
    right: float

    @classmethod
    def of(cls, pages: Sequence[tuple[int, Sequence[Line]]]) -> _Measure:
        distances: Counter[int] = Counter()
        for _, lines in pages:
            steps = (above.bottom - below.bottom for above, below in pairwise(lines))
            distances.update(round(step) for step in steps if step > 0)
        # the smallest of the frequent ones: in a text of short paragraphs the gap between them is as frequent
        often = max(_OFTEN * max(distances.values(), default=0), _AGAIN)
        leading = min(
            (step for step in distances if distances[step] >= often and step >= _LEAST_LEADING),
            default=_USUAL_LEADING,
        )
        lefts = sorted(line.left for _, lines in pages for line in lines) or [0.0]
        rights = sorted(line.right for _, lines in pages for line in lines) or [0.0]
        return cls(leading, lefts[len(lefts) // 10], rights[-1 - len(rights) // 10])

    @property
    def full(self) -> float:
        """Return where a line must end at least to be a full one."""
        return self.left + (self.right - self.left) * _FULL


@dataclass(frozen=True, slots=True)
class _Joiner:
    """Says which line goes on with which paragraph of a text."""

    text: str
    usual: _Measure

    def glyph(self, line: Line, before: Block | None, page: int) -> tuple[int, int] | None:
        """Return where the bullet or number that opens a line stands, up to its words."""
        if self.text[line.start].isalpha() and not _LETTER_GLYPH.match(self.text, line.start):
            return None  # most lines; the rest costs more
        words = self.text[line.start : line.end]
        match = _BULLET.match(words) or _BARE_BULLET.fullmatch(words)
        if match is None:
            match = _NUMBER.match(words) or _BARE_NUMBER.fullmatch(words)
            if match is None or (before is not None and not self._may_open(match, line, before, page)):
                return None
        return line.start, line.start + match.end()

    def _may_open(self, number: re.Match[str], line: Line, before: Block, page: int) -> bool:
        """Say whether a number at the start of a line opens an item: it might be the end of a sentence."""
        if before.cell or before.last.left - line.left > _INDENT or before.last_page != page:
            return True
        if abs(before.last.bottom - line.bottom) > self.usual.leading * _LEADING:
            return True
        if before.glyph is None or number[1] is None:
            return self._ended(before.last)
        counted = self.text[before.glyph[0] : before.glyph[1]].strip(".) ")
        return counted.isdigit() and int(number[1]) == int(counted) + 1

    def _ended(self, line: Line) -> bool:
        return _STOP.search(self.text[line.start : line.end].rstrip()) is not None

    def continues(self, block: Block, line: Line, page: int) -> bool:
        """Say whether a line without a glyph goes on with a paragraph."""
        last = block.last
        if not 1 / _SAME_SIZE < line.size / (last.size or 1) < _SAME_SIZE:
            return False
        if block.last_page != page:
            return self._runs_on(block, line)
        if not -_RAISED < last.bottom - line.bottom <= max(self.usual.leading, last.size) * _LEADING:
            return False
        if line.bold != last.bold and (line.bold or self._ended(last) or last.right < self.usual.full):
            return False
        return _indented_alike(block, line)

    def _runs_on(self, block: Block, line: Line) -> bool:
        """Say whether the first line of a page goes on with the last paragraph of the one before."""
        last = block.last
        if line.bold != last.bold:
            return False
        if self.text[line.start].islower():
            return True
        if not self._ended(last):
            return last.right > self.usual.full
        indent = line.left - block.first.left
        if not _INDENT < indent < _COLUMN:
            return False
        if block.glyph and self.text[line.start] == "(":
            return True
        hanging = len(block.lines) > 1 and abs(line.left - last.left) < _INDENT
        return hanging and last.right > self.usual.full


def _indented_alike(block: Block, line: Line) -> bool:
    """Say whether a line's left edge is one that the paragraph may have."""
    shift = line.left - block.last.left
    return abs(shift) < (_COLUMN if len(block.lines) == 1 else _INDENT)
