"""The parts of a briefing in the order in which they are read, each with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from typing import Any

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Chart,
    ItemList,
    KeyFacts,
    Notice,
    Paragraph,
    Quote,
    SourceList,
    Subheading,
    Table,
)


class Kind(Enum):
    """What may happen to a part at the foot of a page."""

    HEAD = auto()  # something follows it on its page
    TEXT = auto()  # it may be parted, with two lines on either side
    PANEL = auto()  # one of several that stand together on a page, in any order
    ROW = auto()  # of a table
    SPOKEN = auto()  # a paragraph of a quotation
    SPEAKER = auto()  # stands with the end of the quotation
    NOTICE = auto()  # the words of a notice, in one paragraph or several
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its kind and words, and the number of the block that it belongs to.

    `words` of a row are those of its table's head, which may stand before it once more;
    `columns` of a table's caption say what is repeated on each page.
    """

    kind: Kind
    words: str
    block: int
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


def parts_of(briefing: Briefing) -> Iterator[Part]:
    """Go through a briefing; what has no words has no part."""
    numbers = count(1)
    parts = [*_opening(briefing, next(numbers))]
    for notice in briefing.notices:
        parts += _notice(notice, next(numbers))
    for section in briefing.sections:
        parts.append(Part(Kind.HEAD, section.title, next(numbers)))
        for block in section.blocks:
            parts += _block(block, next(numbers))
    yield from (part for part in parts if part.words.strip() or any(part.cells))


def _opening(briefing: Briefing, number: int) -> Iterator[Part]:
    """Name what stands at the head of the first page, in whichever order."""
    for words in (briefing.title, briefing.subtitle):
        yield Part(Kind.PANEL, words, number)
    for label, said in briefing.header:
        yield Part(Kind.PANEL, label, number)
        yield Part(Kind.PANEL, said, number)


def _block(block: Block, number: int) -> Iterator[Part]:
    return MAKERS[type(block)](block, number)


def _paragraph(block: Paragraph, number: int) -> Iterator[Part]:
    yield Part(Kind.TEXT, " ".join(statement.text for statement in block.statements), number)


def _subheading(block: Subheading, number: int) -> Iterator[Part]:
    yield Part(Kind.HEAD, block.text, number)


def _facts(block: KeyFacts, number: int) -> Iterator[Part]:
    for label, statement in block.facts:
        yield Part(Kind.PANEL, label, number)
        yield Part(Kind.PANEL, statement.text, number)


def _chart(block: Chart, number: int) -> Iterator[Part]:
    for words in (block.caption.text, *(point.when for point in block.points)):
        yield Part(Kind.PANEL, words, number)


def _quote(block: Quote, number: int) -> Iterator[Part]:
    for taken in block.paragraphs:
        yield Part(Kind.SPOKEN, taken.words, number)
    yield Part(Kind.SPEAKER, block.attribution.text, number)


def _sources(block: SourceList, number: int) -> Iterator[Part]:
    for entry in block.entries:
        yield Part(Kind.TEXT, entry.statement.text, number)


def _items(block: ItemList, number: int) -> Iterator[Part]:
    for item, beneath in block.entries:
        yield Part(Kind.TEXT, item.text, number)
        for point in beneath.points:
            yield Part(Kind.TEXT, point.text, number)
        if beneath.remark:
            yield Part(Kind.TEXT, beneath.remark.text, number)


def _notice(notice: Notice, number: int) -> Iterator[Part]:
    yield Part(Kind.HEAD, notice.title, number)
    for statement in notice.statements:
        yield Part(Kind.NOTICE, statement.text, number)


def _table(table: Table, number: int) -> Iterator[Part]:
    yield Part(Kind.HEAD, table.caption, number, columns=table.columns)
    for row in table.rows:
        yield Part(Kind.ROW, "".join(table.columns), number, tuple(cell.text for cell in row))


MAKERS: dict[type, Callable[[Any, int], Iterator[Part]]] = {
    Paragraph: _paragraph,
    Subheading: _subheading,
    ItemList: _items,
    Notice: _notice,
    KeyFacts: _facts,
    Table: _table,
    Chart: _chart,
    Quote: _quote,
    SourceList: _sources,
}
