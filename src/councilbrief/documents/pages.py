"""The pages of a PDF: a text, and where on the page its lines stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

LINE_BREAK = "\r\n"
"""What parts the lines of a page's text."""

HYPHEN = "\ufffe"
"""How pdfium writes a hyphen at the end of a line."""

_GLYPH = re.compile(r"[^\w\s]{1,2}|\d{1,3}[.)]?|\d\.\d\.?|o|\(?[a-z]{1,3}\)")
"""What opens an item or a row; the space after it parts no cells."""


class Line(NamedTuple):
    """A line, or of a line of cells one: its characters, and its box in points from the foot of the page.

    `size` is the height of its font.
    """

    start: int
    end: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool


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


class Gap(NamedTuple):
    """A space that parts two cells: where it begins and ends in the text, and its edges."""

    start: int
    end: int
    left: float
    right: float


def cut(line: Line, gaps: Iterable[Gap], text: str, offset: int) -> Iterator[Line]:
    """Cut a line into its cells; its text begins at an offset of `text`.

    What opens an item or a row is no cell of its own.
    """
    for gap in gaps:
        if not _GLYPH.fullmatch(text, line.start - offset, gap.start - offset):
            yield line._replace(end=gap.start, right=gap.left)
            line = line._replace(start=gap.end, left=gap.right)
    yield line
