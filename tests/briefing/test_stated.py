"""The facts that a briefing carries are those that its pages print, no fewer and no more."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.asking import brief, spec
from briefing.corpus import CORPUS, real
from briefing.seed_evidence import seeds
from briefing.stating import printed_and_not_stated, stated_and_not_printed
from briefing.test_compose_cases import of_2024
from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.facts import FactKind, identity
from councilbrief.briefing.spec import Audience, SectionKey, SectionSpec
from councilbrief.evidence.facts import Grade
from councilbrief.provenance import DocumentKind

LEAST_COUNCILS = 50
KINDS = tuple(DocumentKind)
COUNCILS = ("Cheshire East", "Cheshire West and Chester")


def kinds(briefing: Briefing) -> Counter[FactKind]:
    assert briefing.facts is not None
    return Counter(fact.kind for fact in briefing.facts.facts)


def agreed(briefing: Briefing) -> None:
    """Hold the facts against the pages, both ways."""
    assert printed_and_not_stated(briefing) == []
    assert stated_and_not_printed(briefing) == []
    assert briefing.facts is not None
    assert len({identity(fact) for fact in briefing.facts.facts}) == len(briefing.facts.facts)
    ids = {source.id for source in briefing.facts.sources}
    assert all(set(fact.sources) <= ids for fact in briefing.facts.facts)
    inspections = {fact.key for fact in briefing.facts.facts if fact.kind is FactKind.INSPECTION}
    assert {fact.inspection for fact in briefing.facts.facts} <= inspections | {None}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("council", COUNCILS)
def test_the_facts_are_those_that_the_pages_print(council: str, audience: Audience) -> None:
    asked = spec().model_copy(update={"audience": audience})
    briefing = brief(seeds(), asked, name=council)
    agreed(briefing)
    assert {FactKind.INSPECTION, FactKind.JUDGEMENT, FactKind.IMPROVEMENT} <= set(kinds(briefing))


@pytest.mark.parametrize(
    ("section", "there"),
    [
        (SectionKey.AT_A_GLANCE, {FactKind.INSPECTION, FactKind.JUDGEMENT}),
        (SectionKey.STRENGTHS, {FactKind.INSPECTION, FactKind.STRENGTH}),
        (SectionKey.IMPROVEMENTS, {FactKind.INSPECTION, FactKind.IMPROVEMENT}),
        (SectionKey.QUOTATIONS, {FactKind.QUOTATION}),
        (SectionKey.INSPECTIONS, {FactKind.INSPECTION, FactKind.JUDGEMENT}),
        (SectionKey.SOURCES, set()),
    ],
)
def test_a_section_that_is_left_out_states_nothing(section: SectionKey, there: set[FactKind]) -> None:
    briefing = brief(seeds(), spec(SectionSpec(key=section)))
    agreed(briefing)
    assert set(kinds(briefing)) == there | {FactKind.SHOWN}
    assert briefing.facts is not None
    assert [source.id for source in briefing.facts.sources] == ["000", "001", "002", "003"]


def test_what_is_held_back_is_no_fact() -> None:
    briefing = brief(seeds(), spec())
    assert briefing.facts is not None
    assert not any("Clowes" in fact.label + fact.value for fact in briefing.facts.facts)


def test_a_grade_that_sources_dispute_is_told_as_such() -> None:
    good, bad = of_2024("a", Grade.GOOD, KINDS[3]), of_2024("b", Grade.INADEQUATE, KINDS[3])
    assert overall(brief([good, bad])) == ("good or inadequate", "")
    report = of_2024("c", Grade.GOOD, KINDS[0])
    assert overall(brief([report, bad])) == ("good", "another source says inadequate")


def overall(briefing: Briefing) -> tuple[str, str]:
    assert briefing.facts is not None
    [fact] = [one for one in briefing.facts.facts if one.key == "overall"]
    return fact.value, fact.detail


@pytest.mark.slow
@pytest.mark.skipif(CORPUS is None, reason="COUNCILBRIEF_CORPUS is not set: no real reports here")
@pytest.mark.parametrize("audience", ["scrutiny", "officers"])
def test_the_facts_of_real_reports_are_those_that_the_pages_print(audience: str) -> None:
    every, counts = real(audience), Counter[FactKind]()
    assert len(every) >= LEAST_COUNCILS
    for briefing in every:
        agreed(briefing)
        counts += kinds(briefing)
    assert counts[FactKind.JUDGEMENT] > len(every)
