"""The words of a PDF's paragraphs, written into one clean text that knows where each character came from."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator

from councilbrief.documents.document import TextMap
from councilbrief.documents.flow import Block
from councilbrief.documents.framing import HYPHEN
from councilbrief.documents.pages import Paged
from councilbrief.documents.strand import Strand, counted, join
from councilbrief.provenance import Span

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_ODD = re.compile(
    f"[{''.join(_LIGATURES)}]|{HYPHEN}|[\u200b-\u200d\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]|\\s+"
)
_HYPHENS = ("-", "‐", "‑")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
"""After a hyphen at the end of a line these begin a word of their own: `16- and 17-year-olds`."""


class Writer:
    """Writes paragraphs one after the other, parted by line breaks."""

    def __init__(self, paged: Paged) -> None:
        """Begin with nothing written."""
        self._from = paged.text
        self._raised = [mark for page in paged.pages for mark in page.raised]
        self._ligatures = _LIGATURE.search(paged.text) is not None
        self._texts: list[str] = []
        self._length = 0
        self.map = TextMap(array("I"), array("I"))

    @property
    def text(self) -> str:
        """Return all that has been written."""
        return "".join(self._texts)

    def write(self, block: Block) -> Span | None:
        """Write a paragraph without its glyph and return where it stands; None for one without words."""
        start: int | None = None
        before = ""
        for strand in self._lines(block):
            if start is None:
                start = self._gap("\n" if self._length else "", strand)
            else:
                self._gap(_between(before, strand.text), strand)
            before = strand.text
            self._texts.append(before)
            self._length += len(before)
            self.map.starts.extend(strand.map.starts)
            self.map.ends.extend(strand.map.ends)
        return None if start is None else Span(start, self._length)

    def _gap(self, by: str, strand: Strand) -> int:
        """Write what parts a line from the one before, and return where the line will begin."""
        if by:
            self._texts.append(by)
            self._length += 1
            last = self.map.ends[-1] if self.map.ends else 0
            self.map.starts.append(last)
            self.map.ends.append(strand.map.starts[0])
        return self._length

    def _lines(self, block: Block) -> Iterator[Strand]:
        """Yield the lines that have words, each repaired."""
        skip = block.glyph[1] if block.glyph else 0
        for line in block.lines:
            strand = self._line(max(line.start, min(skip, line.end)), line.end)
            if strand.text:
                yield strand

    def _line(self, start: int, end: int) -> Strand:
        """Return the words of one line, odd characters repaired and marks of footnotes left out."""
        marks = self._raised[bisect_left(self._raised, start) : bisect_left(self._raised, end)]
        if marks:
            return _level(join(self._around(start, end, marks), ""))
        strand = self._cut(start, end)
        text = strand.text
        plain = text.isprintable() and "  " not in text and not self._ligatures
        return strand if plain and text.strip() == text else _level(strand)

    def _around(self, start: int, end: int, marks: list[int]) -> Iterator[Strand]:
        for mark in marks:
            yield self._cut(start, mark)
            start = mark
            while start < end and self._from[start].isdigit():
                start += 1
        yield self._cut(start, end)

    def _cut(self, start: int, end: int) -> Strand:
        numbers = counted(end + 1)
        return Strand(self._from[start:end], TextMap(numbers[start:end], numbers[start + 1 : end + 1]))


def _between(before: str, after: str) -> str:
    """Return what parts two lines: a space, or nothing after the hyphen of a word or the dash of years."""
    if before.endswith("–"):
        return "" if before[-2:-1].isdigit() and after[:1].isdigit() else " "
    broken = before.endswith(_HYPHENS) and before[-2:-1].isalnum() and not _SUSPENDED.match(after)
    return "" if broken else " "


def _level(strand: Strand) -> Strand:
    """Repair ligatures, hyphens and spaces; leave out what can't be seen."""
    strand = strand.replace(_ODD, _repaired)
    text = strand.text
    return strand.cut(len(text) - len(text.lstrip()), len(text.rstrip()))


def _repaired(match: re.Match[str]) -> str | None:
    found = match[0]
    if found == " ":
        return None
    if found.isspace():
        return " "
    return "-" if found == HYPHEN else _LIGATURES.get(found, "")
