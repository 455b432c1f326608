"""A briefing to its trace: a walk of its own through the blocks, in the order of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Chart,
    ItemList,
    KeyFacts,
    Notice,
    Paragraph,
    Pill,
    Quote,
    Slice,
    SourceList,
    Statement,
    Subheading,
    Table,
    Text,
    grade_name,
    inline_text,
)
from councilbrief.briefing.facts import Fact, FactKind
from councilbrief.briefing.phrases import NUMBERS
from councilbrief.briefing.trace import TRACE_VERSION, Count, Kind, Passage, Shown, Taken, Trace

BULLET, POINT = "•", "–"
NOUNS = {"areas for improvement": FactKind.IMPROVEMENT, "strengths": FactKind.STRENGTH}
_FEWEST = 2
_COUNTED = re.compile(rf"\b({'|'.join(NUMBERS[_FEWEST:])}|\d+) ({'|'.join(NOUNS)})\b", re.IGNORECASE)

Key = tuple[FactKind, str | None]


def trace_of(briefing: Briefing) -> Trace:
    """Trace the words of a briefing as its pages have them, running heads and feet apart."""
    counts = _counts(briefing.facts.facts if briefing.facts else ())
    passages = tuple(_with_counts(one, counts) for one in _walk(briefing))
    foot = briefing.theme.footer or ""
    return Trace(TRACE_VERSION, briefing.running_head, foot, passages, briefing.phrases)


def _walk(briefing: Briefing) -> Iterator[Passage]:
    yield Passage(Kind.TITLE, briefing.title)
    if briefing.subtitle:
        yield Passage(Kind.SUBTITLE, briefing.subtitle)
    for number, line in enumerate(briefing.header, 1):
        yield from (Passage(Kind.HEADER, text, (number,)) for text in line)
    numbers: Counter[str] = Counter()
    for notice in briefing.notices:
        yield from _block(notice, numbers)
    for section in briefing.sections:
        numbers = Counter()
        yield Passage(Kind.HEADING, section.title)
        for block in section.blocks:
            yield from _block(block, numbers)


def _block(block: Block, numbers: Counter[str]) -> Iterator[Passage]:
    """Walk through a block; `numbers` counts what of each sort its section has had so far."""
    name = type(block).__name__
    numbers[name] += 1
    at = (numbers[name],)
    match block:
        case Paragraph(statements=statements):
            yield _passage(Kind.PARAGRAPH, statements, at)
        case Subheading(text=text):
            yield Passage(Kind.SUBHEADING, text, at)
        case Notice(title=title, statements=statements):
            yield Passage(Kind.NOTICE, title, at)
            yield from (_passage(Kind.NOTICE, (one,), at) for one in statements)
        case KeyFacts(facts=facts):
            for label, fact in facts:
                numbers["fact"] += 1
                yield _passage(Kind.FACT, (fact,), (numbers["fact"],), label)
        case SourceList(entries=entries):
            for entry in entries:
                yield _passage(Kind.SOURCE, (entry.statement,), (entry.number,), f"[{entry.number}]")
        case _:
            yield from _larger(block, at, numbers)


def _larger(block: Block, at: tuple[int, ...], numbers: Counter[str]) -> Iterator[Passage]:
    match block:
        case ItemList():
            yield from _items(block, numbers)
        case Table():
            yield from _table(block, at)
        case Quote(paragraphs=paragraphs, attribution=attribution):
            yield from _quotation(paragraphs, at)
            yield _passage(Kind.ATTRIBUTION, (attribution,), at)
        case Chart():
            yield from _chart(block, at)


def _items(block: ItemList, numbers: Counter[str]) -> Iterator[Passage]:
    for offset, (item, beneath) in enumerate(block.entries):
        mark = BULLET if block.start is None else f"{block.start + offset}."
        numbers["item"] += 1
        number = numbers["item"]
        yield _passage(Kind.ITEM, (item,), (number,), mark)
        for at, point in enumerate(beneath.points, 1):
            yield _passage(Kind.POINT, (point,), (number, at), POINT)
        if beneath.remark:
            yield _passage(Kind.REMARK, (beneath.remark,), (number,))


def _table(block: Table, at: tuple[int, ...]) -> Iterator[Passage]:
    yield Passage(Kind.CAPTION, block.caption, at)
    yield from (Passage(Kind.HEAD, title, (*at, column)) for column, title in enumerate(block.columns, 1))
    for number, row in enumerate(block.rows, 1):
        for column, cell in enumerate(row, 1):
            yield _passage(Kind.CELL, (cell,), (*at, number, column))


def _chart(block: Chart, at: tuple[int, ...]) -> Iterator[Passage]:
    """Give the caption, then what is written in the picture: the names of the grades, and the dates."""
    yield _passage(Kind.CHART, (block.caption,), at)
    words = (*(grade_name(grade) for grade in block.scale), *(point.when for point in block.points))
    yield Passage(Kind.CHART, " ".join(words), at)


def _quotation(paragraphs: Sequence[Slice], at: tuple[int, ...]) -> Iterator[Passage]:
    last = len(paragraphs)
    for number, words in enumerate(paragraphs, 1):
        inlines = (Text("“"), words, Text("”" if number == last else ""))
        yield _passage(Kind.QUOTATION, (Statement(inlines),), (*at, number))


def _passage(
    kind: Kind, statements: Iterable[Statement], at: tuple[int, ...] = (), mark: str = ""
) -> Passage:
    """Join statements to a passage, behind a mark or label if there is one."""
    parts: list[str] = [f"{mark} "] if mark else []
    length = len(mark) + 1 if mark else 0
    slices: list[Taken] = []
    grades: list[Shown] = []
    for number, statement in enumerate(statements):
        if number:
            parts.append(" ")
            length += 1
        for inline in statement.inlines:
            words = inline_text(inline)
            if isinstance(inline, Slice):
                slices.append(_taken(inline, length))
            elif isinstance(inline, Pill):
                grades.append(Shown(length, length + len(words), inline.grade))
            parts.append(words)
            length += len(words)
    return Passage(kind, "".join(parts), at, tuple(slices), tuple(grades))


def _taken(one: Slice, at: int) -> Taken:
    """Say where words of a source come from; their place has exactly one piece."""
    piece = one.place.pieces[0]
    source = one.place.source.encode("utf-8", "replace").decode()  # the name of a file may be no text
    return Taken(at, source, piece.start, piece.end)


def _counts(facts: Iterable[Fact]) -> Mapping[Key, int]:
    """Count the findings of each inspection, and those of all."""
    found: Counter[Key] = Counter()
    for one in facts:
        if one.kind in NOUNS.values():
            found.update({(one.kind, key) for key in (one.inspection, None)})
    return found


def _with_counts(one: Passage, counts: Mapping[Key, int]) -> Passage:
    """Note the numbers in a passage's words of ours that are known to be those of facts."""
    if one.kind is not Kind.PARAGRAPH or not counts or not any(noun in one.text for noun in NOUNS):
        return one
    found = tuple(
        Count(*match.span(1), *known)
        for match in _COUNTED.finditer(one.text)
        if (known := _known(number_of(match[1]), NOUNS[match[2].lower()], counts))
        and not any(at <= match.start() < at + end - start for at, _, start, end in one.slices)
    )
    return replace(one, counts=found) if found else one


def _known(number: int | None, kind: FactKind, counts: Mapping[Key, int]) -> Key | None:
    """Return the facts that a number can only be the number of, those of one inspection first."""
    keys = [key for key, count in counts.items() if key[0] is kind and count == number]
    named = [key for key in keys if key[1] is not None]
    return named[0] if len(named) == 1 else keys[0] if len(keys) == 1 else None


def number_of(words: str) -> int | None:
    """Read a number as running prose writes it: `three`, `12`."""
    small = words.lower()
    if small in NUMBERS:
        return NUMBERS.index(small)
    return int(small) if small.isascii() and small.isdigit() else None
