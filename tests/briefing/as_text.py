"""A briefing as plain text, for tests and golden files."""

from __future__ import annotations

from collections.abc import Iterable

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


def plain_text(briefing: Briefing) -> str:
    """Write all that a briefing says as lines of text, in reading order."""
    lines = [briefing.title, briefing.subtitle]
    lines += [f"{label}: {value}" for label, value in briefing.header]
    if briefing.as_at:
        lines.append(f"As at {briefing.as_at}")
    for notice in briefing.notices:
        lines += ["", *_lines(notice)]
    for section in briefing.sections:
        lines += ["", f"## {section.title}"]
        for block in section.blocks:
            lines += ["", *_lines(block)]
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterable[str]:  # noqa: C901, PLR0912 - one short case a kind of block, a closed set
    match block:
        case Paragraph(statements=statements):
            yield " ".join(one.text for one in statements)
        case Subheading(text=text):
            yield f"### {text}"
        case ItemList(entries=entries, start=start):
            for at, (item, beneath) in enumerate(entries):
                yield f"{'-' if start is None else f'{start + at}.'} {item.text}"
                yield from (f"   – {point.text}" for point in beneath.points)
                yield from (f"   {beneath.remark.text}",) if beneath.remark else ()
        case Notice(tone=tone, title=title, statements=statements):
            yield f"[{tone.value}] {title}"
            yield from (one.text for one in statements)
        case Chart(caption=caption, points=points, alt=alt):
            yield caption.text
            yield " ".join(f"{'—' if one.joined else '/'} {one.when}: {one.grade.value}" for one in points)
            yield f"({alt})"
        case KeyFacts(facts=facts):
            for label, statement in facts:
                yield f"{label}: {statement.text}"
        case Table(caption=caption, columns=columns, rows=rows):
            yield caption
            yield " | ".join(columns)
            for row in rows:
                yield " | ".join(cell.text for cell in row)
        case Quote(paragraphs=paragraphs, attribution=attribution):
            for paragraph in paragraphs:
                yield f"> {paragraph.words}"
            yield f"— {attribution.text}"
        case SourceList(entries=entries):
            for entry in entries:
                yield f"[{entry.number}] {entry.statement.text}"
