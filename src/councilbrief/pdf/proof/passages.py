"""The tree of a briefing as an eye goes over the pages: passages one below another, some side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.pdf.reading import Columns, Node, Part


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read in one go; `section` is the number of the section that they head."""

    parts: tuple[Part, ...]
    section: int | None = None

    @property
    def text(self) -> str:
        """Return the words."""
        return "".join(part.text for part in self.parts)

    @property
    def where(self) -> str:
        """Say where in the briefing they stand."""
        return self.parts[0].where if self.parts else "an empty passage"


@dataclass(frozen=True, slots=True)
class Drawing(Passage):
    """Words in a picture, in the order in which they are drawn."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Passages in rows; `shares` are the columns' parts of the measure.

    Only the first of `rows` is a head, and only where `headed` says so; it may be
    repeated where the grid goes on over a page.
    """

    shares: tuple[float, ...]
    rows: tuple[tuple[Passage, ...], ...]
    headed: bool = False


Reading = Passage | Drawing | Grid


def readings(node: Node) -> Iterator[Reading]:
    """Go over a tree as an eye does."""
    if node.columns:
        yield from _grid(node, node.columns)
    elif node.tag == "Figure":
        yield Drawing(node.parts)
    elif node.tag == "LI":
        yield from _item(node)
    elif node.kids:
        for kid in node.kids:
            yield from readings(kid)
    else:
        yield Passage(node.parts, node.section)


def passages(reading: Reading) -> Iterator[Passage]:
    """Give the passages of a reading: itself, or its cells row by row."""
    if isinstance(reading, Grid):
        yield from (cell for row in reading.rows for cell in row)
    else:
        yield reading


def _item(node: Node) -> Iterator[Reading]:
    """Give an item, whose mark stands on the first line of its words."""
    label, body = node.kids
    first, *others = [one for kid in body.kids for one in readings(kid)] or [Passage(body.parts)]
    if isinstance(first, Passage):
        yield _together(Passage(label.parts), first)
    yield from others


def _grid(node: Node, columns: Columns) -> Iterator[Reading]:
    kids = node.kids
    if kids and kids[0].tag == "Caption":
        yield Passage(kids[0].parts)
        kids = kids[1:]
    if columns.rows:
        rows = [tuple(_cell(cell) for cell in row.kids) for row in kids]
    else:
        size, cells = len(columns.shares), [_cell(kid) for kid in kids]
        rows = [tuple(cells[at : at + size]) for at in range(0, len(cells), size)]
    yield Grid(columns.shares, tuple(rows), columns.headed)


def _cell(node: Node) -> Passage:
    """Give all the words of a cell."""
    first, *others = (Passage(leaf.parts) for leaf in node.leaves)
    return _together(first, *others)


def _together(first: Passage, *others: Passage) -> Passage:
    parts = first.parts
    for one in others:
        parts = (*parts, Part(" ", first.where), *one.parts)
    return Passage(parts, first.section)
