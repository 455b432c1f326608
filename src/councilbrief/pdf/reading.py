"""What a reader should find on the pages, in order: the briefing as words and places, no layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Inline,
    ItemList,
    KeyFacts,
    Notice,
    Paragraph,
    Quote,
    Slice,
    SourceList,
    Statement,
    Subheading,
    Table,
    inline_text,
)
from councilbrief.pdf.shares import fact_shares, of_measure

HEADER_SHARES = (0.2, 0.8)
POINT = "–"
"""The mark before a point of an item."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words with its place in the briefing, and the slice where it is one."""

    text: str
    where: str
    taken: Slice | None = None


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
class Grid:
    """Passages in rows; `shares` are the columns' parts of the measure.

    Only the first of `rows` is a head, and only where `headed` says so; it may be
    repeated where the grid goes on over a page.
    """

    shares: tuple[float, ...]
    rows: tuple[tuple[Passage, ...], ...]
    headed: bool = False


Reading = Passage | Grid


def read(briefing: Briefing) -> Iterator[Reading]:
    """Go through a briefing as its reader does; running heads and feet are left out."""
    yield _plain(briefing.title, "the title")
    if briefing.subtitle:
        yield _plain(briefing.subtitle, "the subtitle")
    if briefing.header:
        lines = [tuple(_plain(text, "the header") for text in line) for line in briefing.header]
        yield Grid(HEADER_SHARES, tuple(lines))
    for number, notice in enumerate(briefing.notices, 1):
        yield from _block(notice, f"notice {number}")
    for number, section in enumerate(briefing.sections, 1):
        where = f"section “{section.title}”"
        yield Passage((Part(section.title, f"the heading of {where}"),), section=number)
        for position, block in enumerate(section.blocks, 1):
            yield from _block(block, f"{where}, block {position}")


def every_part(briefing: Briefing) -> Iterator[Part]:
    """Give every stretch of words that a PDF of the briefing will hold, metadata included."""
    metadata = (
        (briefing.council, "the council's name"),
        (briefing.as_at or "", "the “as at” date"),
        (briefing.classification or "", "the classification"),
        (briefing.author or "", "the author's name"),
    )
    yield from (Part(text, where) for text, where in metadata)
    for reading in read(briefing):
        for passage in passages(reading):
            yield from passage.parts


def passages(reading: Reading) -> Iterator[Passage]:
    """Give the passages of a reading: itself, or its cells row by row."""
    if isinstance(reading, Passage):
        yield reading
    else:
        yield from (cell for row in reading.rows for cell in row)


def header_text(briefing: Briefing) -> str:
    """Return the line at the head of every page."""
    as_at = f"As at {briefing.as_at}" if briefing.as_at else None
    return " · ".join(part for part in (briefing.council, briefing.classification, as_at) if part)


def _block(block: Block, where: str) -> Iterator[Reading]:
    match block:
        case Paragraph(statements=statements):
            yield _statements(statements, where)
        case Subheading(text=text):
            yield _plain(text, where)
        case ItemList():
            yield from _items(block, where)
        case Notice(title=title, statements=statements):
            yield _plain(title, where)
            yield from (_statements((statement,), where) for statement in statements)
        case KeyFacts(facts=facts):
            yield _facts(facts, where)
        case Table():
            yield from _table(block, where)
        case Quote():
            yield from _quote(block, where)
        case SourceList(entries=entries):
            for entry in entries:
                yield _marked(f"[{entry.number}]", entry.statement, f"{where}, source {entry.number}")


def _items(block: ItemList, where: str) -> Iterator[Passage]:
    for offset, (item, beneath) in enumerate(block.entries):
        mark = "•" if block.start is None else f"{block.start + offset}."
        here = f"{where}, item {offset + 1}"
        yield _marked(mark, item, here)
        for number, point in enumerate(beneath.points, 1):
            yield _marked(POINT, point, f"{here}, point {number}")
        if beneath.remark:
            yield _statements((beneath.remark,), f"{here}, remark")


def _facts(facts: tuple[tuple[str, Statement], ...], where: str) -> Grid:
    cells = tuple(_marked(label, fact, f"{where}, fact “{label}”") for label, fact in facts)
    shares = fact_shares(facts)
    rows = tuple(cells[at : at + len(shares)] for at in range(0, len(cells), len(shares)))
    return Grid(of_measure(shares), rows)


def _table(table: Table, where: str) -> Iterator[Reading]:
    yield _plain(table.caption, where)
    head = tuple(_plain(title, f"{where}, head of the table") for title in table.columns)
    rows = (
        tuple(_statements((cell,), f"{where}, row {number}, column {at}") for at, cell in enumerate(row, 1))
        for number, row in enumerate(table.rows, 1)
    )
    yield Grid(table.widths, (head, *rows), headed=True)


def _quote(quote: Quote, where: str) -> Iterator[Reading]:
    last = len(quote.paragraphs) - 1
    for number, words in enumerate(quote.paragraphs):
        close = Part("”", where) if number == last else Part("", where)
        yield Passage((Part("“", where), _inline(words, where), close))
    yield _statements((quote.attribution,), f"{where}, attribution")


def _plain(text: str, where: str) -> Passage:
    return Passage((Part(text, where),))


def _marked(mark: str, statement: Statement, where: str) -> Passage:
    body = _statements((statement,), where)
    return Passage((Part(f"{mark} ", where), *body.parts))


def _statements(statements: tuple[Statement, ...], where: str) -> Passage:
    parts: list[Part] = []
    for number, statement in enumerate(statements):
        if number:
            parts.append(Part(" ", where))
        parts.extend(_inline(inline, where) for inline in statement.inlines)
    return Passage(tuple(parts))


def _inline(inline: Inline, where: str) -> Part:
    return Part(inline_text(inline), where, inline if isinstance(inline, Slice) else None)
