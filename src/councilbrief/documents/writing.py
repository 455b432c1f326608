"""The words of a PDF's paragraphs, written into one clean text that knows where each character came from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from councilbrief.documents.document import TextMap
from councilbrief.documents.flow import Block
from councilbrief.documents.pages import HYPHEN, Paged
from councilbrief.documents.strand import Strand, join
from councilbrief.provenance import Span

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_ODD = re.compile(
    f"[{''.join(_LIGATURES)}]|{HYPHEN}|[\u200b-\u200d\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]|\\s+"
)
_HYPHENS = ("-", "‐", "‑")
_SUSPENDED = re.compile(r"(?:and|or|to)\b(?!-)")
"""After a hyphen at the end of a line these begin a word of their own: `16- and 17-year-olds`."""


class Writer:
    """Writes paragraphs one after the other, parted by line breaks."""

    def __init__(self, paged: Paged) -> None:
        """Begin with nothing written."""
        self._from = paged.text
        self._raised = [mark for page in paged.pages for mark in page.raised]
        self._ligatures = _LIGATURE.search(paged.text) is not None
        self._texts: list[str] = []
        self.map = TextMap()

    @property
    def text(self) -> str:
        """Return all that has been written."""
        return "".join(self._texts)

    def write(self, block: Block) -> Span | None:
        """Write a paragraph without its glyph and return where it stands; None for one without words."""
        texts, places = self._texts, self.map
        begin: int | None = None
        before = ""
        skip = block.glyph[1] if block.glyph else 0
        for line in block.lines:
            start, end = line.start if line.start >= skip else min(skip, line.end), line.end
            text = self._from[start:end]
            strand = None if self._is_plain(text, start, end) else self._repaired(start, end)
            if strand is not None:
                text = strand.text
            if not text:
                continue
            by = _between(before, text) if begin is not None else ("\n" if places.length else "")
            if by:
                texts.append(by)
                places.add(1, places.ends[-1], strand.map.starts[0] if strand else start)
            begin = places.length if begin is None else begin
            texts.append(text)
            if strand:
                places.take(strand.map, 0, len(text))
            else:
                places.add(end - start, start, end)
            before = text
        return None if begin is None else Span(begin, places.length)

    def _is_plain(self, text: str, start: int, end: int) -> bool:
        """Say whether a line can be taken as it is."""
        if (
            not text.isprintable()
            or "  " in text
            or self._ligatures
            or not text
            or text[0] == " "
            or text[-1] == " "
        ):
            return False
        marks = self._raised
        return not marks or bisect_left(marks, start) == bisect_left(marks, end)

    def _repaired(self, start: int, end: int) -> Strand:
        """Return the words of one line, odd characters repaired and marks of footnotes left out."""
        marks = self._raised[bisect_left(self._raised, start) : bisect_left(self._raised, end)]
        return _level(join(self._around(start, end, marks), "") if marks else self._cut(start, end))

    def _around(self, start: int, end: int, marks: list[int]) -> Iterator[Strand]:
        for mark in marks:
            yield self._cut(start, mark)
            start = mark
            while start < end and self._from[start].isdigit():
                start += 1
        yield self._cut(start, end)

    def _cut(self, start: int, end: int) -> Strand:
        return Strand.whole(self._from[start:end], start)


def _between(before: str, after: str) -> str:
    """Return what parts two lines: a space, or nothing after the hyphen of a word or the dash of years."""
    if before.endswith("–"):
        return "" if before[-2:-1].isdigit() and after[:1].isdigit() else " "
    broken = before.endswith(_HYPHENS) and before[-2:-1].isalnum() and not _SUSPENDED.match(after)
    return "" if broken else " "


def _level(strand: Strand) -> Strand:
    """Repair ligatures, hyphens and spaces; leave out what can't be seen."""
    strand = strand.replace(_ODD, _levelled)
    text = strand.text
    return strand.cut(len(text) - len(text.lstrip()), len(text.rstrip()))


def _levelled(match: re.Match[str]) -> str | None:
    found = match[0]
    if found == " ":
        return None
    if found.isspace():
        return " "
    return "-" if found == HYPHEN else _LIGATURES.get(found, "")
