"""How the glance ends: how much is named below, and what is asked of the reader."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Block, Notice, Statement, Text, Tone
from councilbrief.briefing.case import Case
from councilbrief.briefing.findings import Item, improvements_of, strengths_of
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import counted, listed, sentence_case, source_name
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.sections.improvements import NOUNS
from councilbrief.briefing.sections.own_text import RECOMMENDATIONS, own_text
from councilbrief.briefing.spec import SectionKey

ASKED_OF = "What is asked of members"


def asked_of(case: Case) -> Iterable[Block]:
    """Tell what members are to decide, or else where it is recommended; nothing where a spec says neither."""
    to_decide, own = tuple(asked_to_decide(case)), case.asked.get(SectionKey.RECOMMENDATIONS)
    yield from to_decide
    if not to_decide and own is not None and own_text(case, own):
        yield says(f"What is recommended to members stands under “{own.title or RECOMMENDATIONS}”.")


def asked_to_decide(case: Case) -> Iterable[Notice]:
    """Tell in the officer's words what members are to decide, where the spec's header says it."""
    decision = case.spec.header.decision
    if decision:
        yield Notice(Tone.INFORMATION, ASKED_OF, (Statement((Text(decision),)),))


def findings_counted(case: Case, record: Record) -> Iterable[Statement]:
    """Count what Ofsted's own words list, else what others name."""
    strengths = case.findings(record, strengths_of)
    improvements = case.findings(record, improvements_of)
    official = [item for item in improvements if item.official]
    if official:
        yield _official(case, official)
        return
    if any(item.official for item in strengths):
        return
    rests_on = tuple(each for item in (*strengths, *improvements) for each in item.support)
    if rests_on:
        named = [counted(len(strengths), "strength"), counted(len(improvements), *NOUNS)]
        words = Text(f"{sentence_case(listed(named))} are named.")
        yield case.references.claim(words, support=rests_on)


def _official(case: Case, items: list[Item]) -> Statement:
    (source, *more) = dict.fromkeys(item.source for item in items)
    lists = "Ofsted’s reports and letters list" if more else f"{source_name(case.source(source))} lists"
    words = Text(f"{lists} {counted(len(items), *NOUNS)}.")
    return case.references.claim(words, support=tuple(item.support[0] for item in items))
