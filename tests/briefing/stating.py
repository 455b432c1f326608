"""What the pages of a briefing print, held against the facts that it carries: each must be in the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Chart,
    Inline,
    ItemList,
    Pill,
    Quote,
    Slice,
    SourceList,
    Statement,
    Table,
)
from councilbrief.briefing.facts import Fact, FactKind
from councilbrief.briefing.plain import statements

LISTS = {"improvements": FactKind.IMPROVEMENT, "strengths": FactKind.STRENGTH}
APART = " … "
NUMBER = re.compile(r"^\d+(?:\.\d+)* ")
IN_MARKS = re.compile(r"‘([^’]+)’")


def printed_and_not_stated(briefing: Briefing) -> list[str]:
    """Return what the pages print of grades, lists, quotations and sources that no fact gives."""
    facts = _facts(briefing)
    missing: list[str] = []
    for section in briefing.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.columns[0] == "Area":
                missing += _grades_missing(block, facts)
            if isinstance(block, Chart):
                missing += _points_missing(block, facts)
            if section.key in LISTS:
                missing += _words_missing(block, [f.value for f in facts if f.kind is LISTS[section.key]])
            if isinstance(block, Quote):
                missing += _quotation_missing(block, facts)
            missing += _pills_missing(block, facts)
            missing += _sources_missing(block, briefing)
    return missing


def stated_and_not_printed(briefing: Briefing) -> list[str]:
    """Return the facts whose words the pages do not print."""
    text = _flat(" ".join(one.text for _, one in statements(briefing)) + " " + " ".join(_captions(briefing)))
    return [
        f"{fact.kind}: {words}"
        for fact in _facts(briefing)
        for words in _words(fact)
        if _flat(words) not in text
    ]


def _words(fact: Fact) -> Iterator[str]:
    match fact.kind:
        case FactKind.SHOWN:
            return
        case FactKind.UNREAD:
            yield fact.key
        case FactKind.INSPECTION:
            yield from (fact.label.partition(" of ")[2],) if fact.value else ()
        case FactKind.JUDGEMENT:
            yield from fact.value.split(" or ")
        case FactKind.QUOTATION:
            yield fact.value
            yield fact.label
            yield fact.detail
        case _:
            yield from fact.value.split(APART)


def _facts(briefing: Briefing) -> tuple[Fact, ...]:
    assert briefing.facts is not None
    return briefing.facts.facts


def _grades_missing(table: Table, facts: Iterable[Fact]) -> Iterator[str]:
    judged = [
        (fact.label.casefold(), fact.value.split(" or ")) for fact in facts if fact.kind is FactKind.JUDGEMENT
    ]
    for label, *cells in table.rows:
        area = NUMBER.sub("", label.text).casefold()
        for cell in cells:
            pills = [one.grade.value for one in cell.inlines if isinstance(one, Pill)]
            for grade in (*pills, *IN_MARKS.findall(cell.text)):
                if not any(area == known and grade in grades for known, grades in judged):
                    yield f"{area}: {grade}"


def _points_missing(chart: Chart, facts: Iterable[Fact]) -> Iterator[str]:
    judged = [fact.value for fact in facts if fact.kind is FactKind.JUDGEMENT and fact.key == "overall"]
    yield from (f"{one.when}: {one.grade}" for one in chart.points if one.grade.value not in judged)


def _pills_missing(block: Block, facts: Iterable[Fact]) -> Iterator[str]:
    grades = {
        grade for fact in facts if fact.kind is FactKind.JUDGEMENT for grade in fact.value.split(" or ")
    }
    yield from (
        one.text for one in _inlines(block) if isinstance(one, Pill) and one.grade.value not in grades
    )


def _words_missing(block: Block, values: list[str]) -> Iterator[str]:
    if isinstance(block, ItemList):
        yield from (
            one.words
            for one in _inlines(block)
            if isinstance(one, Slice) and not any(one.words in value for value in values)
        )


def _quotation_missing(block: Quote, facts: Iterable[Fact]) -> Iterator[str]:
    words = " ".join(one.words for one in block.paragraphs)
    known = [fact for fact in facts if fact.kind is FactKind.QUOTATION and fact.value == words]
    if not any(block.attribution.text.startswith(fact.label) for fact in known):
        yield f"{block.attribution.text}: {words}"


def _sources_missing(block: Block, briefing: Briefing) -> Iterator[str]:
    assert briefing.facts is not None
    if isinstance(block, SourceList):
        told = {one.number: one.described for one in briefing.facts.sources}
        for entry in block.entries:
            if not entry.statement.text.startswith(told.get(entry.number, "\0")):
                yield entry.statement.text


def _inlines(block: Block) -> Iterator[Inline]:
    every: list[Statement] = []
    if isinstance(block, Table):
        every = [cell for row in block.rows for cell in row]
    if isinstance(block, ItemList):
        for item, beneath in block.entries:
            every += [item, *beneath.points, *((beneath.remark,) if beneath.remark else ())]
    yield from (inline for one in every for inline in one.inlines)


def _captions(briefing: Briefing) -> Iterator[str]:
    for section in briefing.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block.caption
            yield from (getattr(block, "text", ""),)


def _flat(words: str) -> str:
    return " ".join(words.split()).casefold()
