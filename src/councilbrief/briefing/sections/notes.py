"""With whose phrases, what the marks of inference rest on, and what is not shown: the end of the briefing."""

from __future__ import annotations

from collections.abc import Iterator

from councilbrief.briefing.blocks import Paragraph, Statement, Text
from councilbrief.briefing.case import Case, days_of, name
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.own_phrases import told_phrases
from councilbrief.briefing.phrases import basis_reason, listed
from councilbrief.briefing.sections.not_shown import not_shown
from councilbrief.briefing.spec import SectionKey
from councilbrief.briefing.tellings import told, told_framework
from councilbrief.provenance import STATED

FROM = "from "


def notes(case: Case, section: SectionKey) -> tuple[Paragraph, ...]:
    """Return the notes where they belong in a section: with the method, else with the inspections."""
    home = SectionKey.SOURCES if SectionKey.SOURCES in case.asked else SectionKey.INSPECTIONS
    marks = SectionKey.INSPECTIONS in case.asked
    every = (*_phrases(), *(_marks(case) if marks else ()), *not_shown(case)) if section is home else ()
    return (Paragraph(every),) if every else ()


def _phrases() -> Iterator[Statement]:
    words = told_phrases()
    if words:
        yield Statement((Text(words),))


def _marks(case: Case) -> Iterator[Statement]:
    yield from _framework_notes(case)
    yield from _date_notes(case)


def _framework_notes(case: Case) -> Iterator[Statement]:
    """Give the reasons for the frameworks that no text states outright, each once."""
    reasons: dict[str, list[Record]] = {}
    for record in case.records:
        telling = record.framework_telling
        basis = telling.inspection.framework_basis if telling else None
        if basis not in (None, STATED):
            reasons.setdefault(basis_reason(str(basis)), []).append(record)
    for reason, records in reasons.items():
        rests_on = tuple(each for one in records for each in told_framework(one))
        yield case.references.claim(Text(_inferred("framework", records, reason)), support=rests_on)


def _date_notes(case: Case) -> Iterator[Statement]:
    """Give the reasons for the dates that no text states."""
    for record in case.records:
        bases = [date.basis for date in (record.start, record.end) if date and not date.is_stated]
        if days_of(record) and bases:
            reasons = "; ".join(basis_reason(basis) for basis in dict.fromkeys(bases))
            words = Text(_inferred("date", [record], reasons))
            yield case.references.claim(words, support=told(record.tellings))


def _inferred(what: str, records: list[Record], reason: str) -> str:
    """Say in a sentence from what something is inferred: `from …`, or any other reason behind a colon."""
    of = listed([f"the {name(one)}" for one in records])
    several = len(records) > 1
    from_ = reason.startswith(FROM) and ";" not in reason
    why = f"{', each' if several else ''} {reason}" if from_ else f": {reason}"
    return f"The {what}{'s' if several else ''} of {of} {'are' if several else 'is'} inferred{why}."
