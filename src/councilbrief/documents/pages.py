"""The pages of a PDF as its reader gives them: a text, and where on the page its lines stand."""

from __future__ import annotations

import json
import re
from array import array
from dataclasses import dataclass
from typing import Any, NamedTuple

from councilbrief.documents.document import PAGE_BREAK
from councilbrief.documents.framing import NUMBERS_A_GAP, NUMBERS_A_LINE

_BOLD = 600
"""The weight from which a font is bold; 400 is regular, 700 bold."""

_NUMBER = array("d").itemsize
_GLYPH = re.compile(r"[^\w\s]{1,2}|\d{1,3}[.)]?|\d\.\d\.?|o|\(?[a-z]{1,3}\)")
"""What opens an item or a row; the space after it parts no cells."""


class Line(NamedTuple):
    """A line, or of a line of cells one: its characters, and its box in points from the foot of the page."""

    start: int
    end: int
    left: float
    right: float
    bottom: float
    top: float
    bold: bool

    @property
    def size(self) -> float:
        """Return the height of the line's font."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `lines` in the order of the file, offsets of all kinds into the text of the whole document.

    `raised` are the numbers set small beside a word, the marks of footnotes. `pictured`
    marks a page that shows something and has no text.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    raised: tuple[int, ...]
    pictured: bool


@dataclass(frozen=True, slots=True)
class Paged:
    """The pages of a document and their texts, one after the other."""

    text: str
    pages: tuple[Page, ...]


def parse(answer: bytes) -> Paged | str:
    """Read the reader's answer; return the key of its reason where it refused the document."""
    head, _, body = answer.partition(b"\n")
    told: dict[str, Any] = json.loads(head)
    if "refused" in told:
        return str(told["refused"])
    texts: list[str] = []
    pages: list[Page] = []
    at = offset = 0
    for number, (size, lines, gaps, raised, width, height, pictured) in enumerate(told["pages"], 1):
        text = body[at : at + size].decode("utf-8", "surrogatepass")
        numbers = array("d", body[at + size : (at := at + size + _NUMBER * (lines + gaps + raised))])
        made = _lines(text, numbers[:lines], _gaps(numbers[lines : lines + gaps]), offset)
        marks = tuple(offset + int(place) for place in numbers[lines + gaps :])
        pages.append(Page(number, width, height, tuple(made), marks, bool(pictured)))
        texts.append(text)
        offset += len(text) + len(PAGE_BREAK)
    return Paged(PAGE_BREAK.join(texts), tuple(pages))


class _Gap(NamedTuple):
    """A space that parts two cells: where it stands in the page's text, and its edges."""

    offset: int
    left: float
    right: float


def _gaps(numbers: array[float]) -> list[_Gap]:
    places = range(0, len(numbers), NUMBERS_A_GAP)
    return [_Gap(int(numbers[at]), numbers[at + 1], numbers[at + 2]) for at in places]


def _lines(text: str, numbers: array[float], gaps: list[_Gap], offset: int) -> list[Line]:
    """Make the lines of a page, those with gaps cut into their cells."""
    lines: list[Line] = []
    gap = 0
    every = iter(numbers)
    for first, last, left, right, bottom, top, weight in zip(*[every] * NUMBERS_A_LINE, strict=True):
        end = int(last)
        line = Line(offset + int(first), offset + end, left, right, bottom, top, weight >= _BOLD)
        while gap < len(gaps) and gaps[gap].offset < end:
            if not _GLYPH.fullmatch(text, line.start - offset, gaps[gap].offset):
                cell, line = _cut(line, gaps[gap], text, offset)
                lines.append(cell)
            gap += 1
        lines.append(line)
    return lines


def _cut(line: Line, gap: _Gap, text: str, offset: int) -> tuple[Line, Line]:
    """Cut a line into the cell before a gap and the rest."""
    rest = gap.offset
    while text[rest].isspace():
        rest += 1
    before = line._replace(end=offset + gap.offset, right=gap.left)
    return before, line._replace(start=offset + rest, left=gap.right)
