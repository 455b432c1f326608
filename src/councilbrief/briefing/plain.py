"""The statements that a briefing makes, one by one."""

from __future__ import annotations

from collections.abc import Iterator

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
    Statement,
    Subheading,
    Table,
    Text,
)

HEAD = "head"


def statements(briefing: Briefing) -> Iterator[tuple[str, Statement]]:
    """Yield each statement with the key of its section, in reading order.

    A quotation is yielded as one statement: its words, then its attribution.
    """
    for notice in briefing.notices:
        yield from ((HEAD, one) for one in notice.statements)
    for section in briefing.sections:
        for block in section.blocks:
            yield from ((section.key, one) for one in block_statements(block))


def block_statements(block: Block) -> Iterator[Statement]:
    """Yield the statements of a block, in reading order; an item and its points are one."""
    match block:
        case Paragraph(statements=every) | Notice(statements=every):
            yield from every
        case ItemList(entries=entries):
            for item, beneath in entries:
                points = (inline for point in beneath.points for inline in (Text(" "), *point.inlines))
                yield Statement((*item.inlines, *points), item.support)
                yield from (beneath.remark,) if beneath.remark else ()
        case Chart(caption=caption):
            yield caption
        case KeyFacts(facts=facts):
            yield from (statement for _, statement in facts)
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row)
        case Quote(paragraphs=paragraphs, attribution=attribution, support=support):
            words = (inline for paragraph in paragraphs for inline in (paragraph, Text(" ")))
            yield Statement((*words, Text("— "), *attribution.inlines), support)
        case SourceList(entries=entries):
            yield from (entry.statement for entry in entries)
        case Subheading():
            pass
