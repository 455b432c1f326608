"""What a tired reader is told once, in whole sentences, and where: verdicts, counts, what compares, notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.asking import brief, section, spec, text_of
from briefing.corpus import CORPUS, real
from briefing.papers import paper
from briefing.seed_evidence import seeds
from briefing.stating import printed_and_not_stated, stated_and_not_printed
from briefing.test_history import BAD, GOOD, NEW, OLD, SIF, report
from councilbrief.briefing.blocks import Briefing, KeyFacts, Paragraph, Slice, Statement
from councilbrief.briefing.remarks import LEADS
from councilbrief.briefing.sections.sources import entry
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.evidence.facts import Area, Evidence, Remark, RemarkKind, Voice
from councilbrief.provenance import DocumentKind, Source

GLANCE, INSPECTIONS, STRENGTHS = SectionKey.AT_A_GLANCE, SectionKey.INSPECTIONS, SectionKey.STRENGTHS
BEGINS = LEADS[RemarkKind.OPENING]
VERDICT = "Services have improved since 2019. Leaders know children well."
NO_VERDICT = "Services are managed by a company."
PRAISE = ("Leaders know children well.", "Carers are well supported.", "Help comes early.")


def opened(words: str) -> Evidence:
    """Make a report that begins with words and praises."""
    every = (words, *(one for one in PRAISE if one not in words))
    one = paper("r", "\n".join(("Inspected in March 2024.", *every)), DocumentKind.REPORT, "2024-05-01")
    one.inspection("Inspected in March 2024.", "2024-03", framework="ilacs-2023", graded=True)
    one.judge("Inspected in March 2024.", Area.OVERALL, grade=GOOD)
    for praise in PRAISE:
        one.strength(praise, Voice.INSPECTORS)
    return replace(one.evidence(), remarks=(Remark(RemarkKind.OPENING, one.quoted(words), "by-hand", 0),))


def inspections(*evidence: Evidence) -> str:
    return text_of(brief(evidence), INSPECTIONS)


def test_a_verdict_stands_on_page_1_behind_the_summary_and_nothing_else_does() -> None:
    briefing = brief([opened(VERDICT)])
    facts, _, verdict = section(briefing, GLANCE).blocks
    assert isinstance(facts, KeyFacts)
    assert isinstance(verdict, Paragraph)
    assert verdict.statements[0].text == f"{BEGINS}“{VERDICT}” [1]"
    assert BEGINS not in text_of(briefing, INSPECTIONS)
    other = brief([opened(NO_VERDICT)])
    assert BEGINS not in text_of(other, GLANCE)
    assert f"{BEGINS}“{NO_VERDICT}”" in text_of(other, INSPECTIONS)


def test_without_a_glance_a_verdict_stands_with_the_inspections() -> None:
    asked = spec(SectionSpec(key=INSPECTIONS))
    assert BEGINS in text_of(brief([opened(VERDICT)], asked), INSPECTIONS)


@pytest.mark.parametrize("limit", [2, None])
def test_praise_in_the_opening_words_that_are_shown_is_not_listed_again(limit: int | None) -> None:
    praise = SectionSpec(key=STRENGTHS, limit=limit)
    briefing = brief([opened(VERDICT)], spec(SectionSpec(key=GLANCE), praise))
    text = text_of(briefing, STRENGTHS)
    assert (
        "Two of three passages of praise found in Ofsted’s report, in the inspectors’ own words: [1]" in text
    )
    assert PRAISE[0] not in text
    assert printed_and_not_stated(briefing) == stated_and_not_printed(briefing) == []
    alone = brief([opened(VERDICT)], spec(SectionSpec(key=STRENGTHS, limit=6)))
    assert "All three passages of praise" in text_of(alone, STRENGTHS)
    assert PRAISE[0] in text_of(alone, STRENGTHS)


def test_the_panel_gives_no_framework_and_the_summary_a_short_one() -> None:
    facts, summary, *_ = section(brief([report(2024, "ilacs-2023", NEW)]), GLANCE).blocks
    assert isinstance(facts, KeyFacts)
    assert "Framework" not in dict(facts.facts)
    assert isinstance(summary, Paragraph)
    assert "4 to 8 March 2024, under ILACS." in summary.statements[0].text


def test_what_compares_is_told_in_plain_sentences() -> None:
    new, old, sif = report(2024, "ilacs-2023", NEW), report(2019, "ilacs-2018", OLD), report(2015, "sif", SIF)
    but = ", except those for children in care and care leavers"
    assert f"The grades of 2024 and 2019 can be compared{but}. Those of 2015 (SIF) cannot" in inspections(
        new, old, sif
    )
    text = inspections(new, old, sif, report(2014, "sif", SIF))
    assert f"The grades of 2024 and 2019 (ILACS) can be compared{but}. Those of 2015 and 2014 (SIF)" in text
    assert "can be compared with each other but not with the others." in text
    text = inspections(report(2019, "ilacs-2018", OLD), sif, report(2014, "sif", SIF))
    assert "The grades of 2015 and 2014 (SIF) can be compared. Those of 2019 (ILACS) cannot be" in text
    early = report(2013, "lac-2013", {Area.OVERALL: BAD})
    text = inspections(new, old, sif, early)
    assert "Those of 2015 (SIF) and 2013 (Looked after children) can be compared with no others." in text


def test_that_nothing_compares_is_told_once() -> None:
    new, sif = report(2024, "ilacs-2023", NEW), report(2015, "sif", SIF)
    assert inspections(new, sif).count("compared") == 1
    asked = spec(SectionSpec(key=INSPECTIONS))
    text = text_of(brief([new, sif], asked), INSPECTIONS)
    assert "The grades of 2024 (ILACS) and 2015 (SIF) cannot be compared. [1] [2]" in text


def test_notes_are_sentences_and_end_the_briefing() -> None:
    briefing = brief(seeds())
    last = section(briefing, SectionKey.SOURCES).blocks[-1]
    assert isinstance(last, Paragraph)
    text = " ".join(one.text for one in last.statements)
    assert "The date of the inspection of March 2013 is inferred: " in text
    assert "Not shown from earlier inspections: " in text
    assert "inferred:" not in text_of(briefing, INSPECTIONS)


def test_a_report_of_ofsted_names_it_once() -> None:
    source = Source("r", "r.pdf", "", "A title", "Ofsted", DocumentKind.REPORT)
    assert entry(source).text == "“A title”, Ofsted report, date of publication not known."
    other = replace(source, publisher="Norchester Council", kind=DocumentKind.RELEASE)
    assert "“A title”, Norchester Council, council news release" in entry(other).text


def begins(briefing: Briefing, key: SectionKey) -> list[Statement]:
    blocks = (one for one in section(briefing, key).blocks if isinstance(one, Paragraph))
    return [each for one in blocks for each in one.statements if each.text.startswith(BEGINS)]


@pytest.mark.slow
@pytest.mark.skipif(CORPUS is None, reason="COUNCILBRIEF_CORPUS is not set: no real reports here")
def test_of_real_reports_only_facts_and_history_stay_with_the_inspections() -> None:
    later = {one.council for one in real() if begins(one, INSPECTIONS)}
    assert later == {
        "Barnsley",
        "Slough",
        "St Helens",
        "West Northamptonshire",
        "Westmorland and Furness",
        "Wigan",
    }
    for briefing in real():
        found = [*begins(briefing, GLANCE), *begins(briefing, INSPECTIONS)]
        shown = " ".join(i.words for one in found for i in one.inlines if isinstance(i, Slice))
        assert len(found) == 1
        text = text_of(briefing, STRENGTHS)
        listed = [line[2:].rpartition(" [")[0] for line in text.splitlines() if line.startswith("- ")]
        assert not [one for one in listed if one in shown]
