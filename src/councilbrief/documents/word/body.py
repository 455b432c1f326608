"""The body of a Word file to its blocks in reading order: paragraphs, headings, items and rows.

Its headers, footers, footnotes and comments stand in parts of their own and are not read; what is hidden,
struck out or deleted with its change tracked is passed over, what was inserted counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from councilbrief.documents.blocks import Block
from councilbrief.documents.composing import GLYPH
from councilbrief.documents.word.names import COMPATIBLE, MATHS, Element, W, child, is_on, number
from councilbrief.documents.word.numbering import Numbering
from councilbrief.documents.word.styles import Styles
from councilbrief.documents.word.titles import Titles

_LONGEST_CELL = 500
"""Characters; a cell that holds more lays out a page."""

_CHANGES = frozenset({f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")})
_GONE = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tcPr", "trPr", "tblPr", "sdtPr")}
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
# What the fonts of signs show at the places that lists and ticks use.
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xD8: "►", 0xFC: "✓", 0x2D: "-", 0x6E: "■", 0x71: "▪", 0x76: "•", 0xE0: "→"}
_PRIVATE = range(0xF000, 0xF100)
_SPACES = re.compile(r"[ \r\f\v]+")
_LINES = re.compile(r" *\n\s*")


class Body:
    """A walk through the body; `tracked` says afterwards whether it met changes that are tracked."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Begin with nothing read."""
        self._styles, self._numbering = styles, numbering
        self.tracked = self.foreign = False
        self.titles = Titles()

    def blocks(self, holder: Element) -> Iterator[Block]:
        """Yield the blocks that an element holds, in order."""
        for element in holder:
            tag = element.tag
            self._note(element)
            if tag == f"{W}p":
                yield from self._paragraph(element)
            elif tag == f"{W}tbl":
                yield from self._table(element)
            elif tag == f"{W}altChunk":
                self.foreign = True
            elif tag == f"{COMPATIBLE}AlternateContent":
                yield from self.blocks(_chosen(element))
            elif tag not in _GONE and not _is_placeholder(element):
                yield from self.blocks(element)

    def _note(self, element: Element) -> None:
        self.tracked = self.tracked or element.tag in _CHANGES

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        """Yield a paragraph, and then the text boxes that are tied to it."""
        boxes: list[Element] = []
        words = _levelled("".join(self._words(paragraph, boxes)))
        if words:
            heading = self._styles.is_heading(paragraph)
            listed = self._styles.listed(paragraph)
            glyph = self._numbering.label(listed) if listed else ""
            glyph = "" if heading and glyph == "•" else glyph
            self.titles.note(words, self._styles.rank_as_title(paragraph))
            words = words if not glyph or GLYPH.match(words) else f"{glyph} {words}"
            yield Block(words, heading, quoted=self._styles.is_quotation(paragraph))
        for box in boxes:
            yield from (replace(block, boxed=True) for block in self.blocks(box))

    def _words(self, holder: Element, boxes: list[Element]) -> Iterator[str]:
        """Yield the words of a paragraph; the text boxes in it are put aside."""
        for element in holder:
            tag = element.tag
            self._note(element)
            if tag in {f"{W}t", f"{MATHS}t"}:
                yield element.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == f"{W}sym":
                yield _symbol(element)
            elif tag == f"{W}txbxContent":
                boxes.append(element)
            elif tag == f"{COMPATIBLE}AlternateContent":
                yield from self._words(_chosen(element), boxes)
            elif tag == f"{W}r" and self._styles.is_left_out(element):
                continue
            elif tag not in _GONE and not _is_placeholder(element):
                yield from self._words(element, boxes)

    def _table(self, table: Element) -> Iterator[Block]:
        """Yield the rows, each as one line; of a row with lists in its cells each under its column's head."""
        rows = list(self._rows(table))
        for above, cells, below in zip([[], *rows], rows, [*rows[1:], []], strict=False):
            if _heads(cells, below):
                continue
            if all(_is_plain(cell) for cell in cells):
                yield from _line(cells)
            else:
                heads = above if _heads(above, cells) else [[]] * len(cells)
                yield from (
                    block for pair in zip(heads, cells, strict=True) for each in pair for block in each
                )

    def _rows(self, table: Element) -> Iterator[list[list[Block]]]:
        """Yield the cells of each row, each with its blocks; a row that was deleted is none."""
        for row in _inside(table, f"{W}tr"):
            if child(row, "trPr", "del") is not None:
                self.tracked = True
                continue
            yield [list(self.blocks(cell)) for cell in _inside(row, f"{W}tc")]


def _chosen(element: Element) -> Element:
    """Return the one of several forms that Word shows: the first, which is the newest."""
    choice = element.find(f"{COMPATIBLE}Choice")
    return element if choice is None else choice


def _is_placeholder(element: Element) -> bool:
    """Say whether a content control only asks for words, as “Click or tap here to enter text” does."""
    given = child(element, "sdtPr")
    return given is not None and is_on(given, "showingPlcHdr") is True


def _inside(holder: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for element in holder:
        if element.tag == tag:
            yield element
        elif element.tag not in _GONE and element.tag not in {f"{W}p", f"{W}tbl"}:
            yield from _inside(element, tag)


def _is_plain(cell: list[Block]) -> bool:
    """Say whether a cell holds one thing, so that its row can be read as one line."""
    return len(cell) <= 1 and sum(len(block.text) for block in cell) <= _LONGEST_CELL


def _heads(cells: list[list[Block]], below: list[list[Block]]) -> bool:
    """Say whether a row gives the heads of columns under which there is more than one thing a cell."""
    whole = len(cells) == len(below) > 1 and all(_is_plain(cell) and cell for cell in cells)
    return whole and not all(_is_plain(cell) for cell in below)


def _line(cells: list[list[Block]]) -> Iterator[Block]:
    words = "\t".join(" ".join(block.text.split()) for cell in cells for block in cell)
    if words:
        yield Block(words)


def _symbol(element: Element) -> str:
    """Return a sign of a font of signs, where it is one that texts use."""
    given = element.get(f"{W}char") or ""
    try:
        code = int(given, 16)
    except ValueError:
        return ""
    if code in _PRIVATE:
        return _SYMBOLS.get(code - _PRIVATE.start, "")
    return chr(code) if number(str(code), 0) and chr(code).isprintable() else ""


def _levelled(words: str) -> str:
    return _LINES.sub("\n", _SPACES.sub(" ", words)).strip()
