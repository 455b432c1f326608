"""The briefings of the seeds' facts, made by hand so that composing is tested by itself."""

from __future__ import annotations

import re

import pytest

from briefing.as_text import plain_text
from briefing.asking import brief, section, spec, text_of
from briefing.seed_evidence import seeds
from councilbrief.briefing.blocks import Briefing, Paragraph, Pill, Table
from councilbrief.briefing.plain import statements
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.evidence.facts import Grade
from councilbrief.provenance import PartialDate


@pytest.fixture(scope="module")
def east() -> Briefing:
    return brief(seeds())


WITH_HISTORY = (SectionKey.JUDGEMENTS, SectionKey.STRENGTHS, SectionKey.IMPROVEMENTS, SectionKey.QUOTATIONS)


def with_history() -> Briefing:
    return brief(seeds(), spec(*(SectionSpec(key=key, history=True) for key in WITH_HISTORY)))


def test_grades_stand_in_the_frameworks_words_and_order(east: Briefing) -> None:
    table = next(block for block in section(east, SectionKey.JUDGEMENTS).blocks if isinstance(block, Table))
    assert [(row[0].text, row[1].text) for row in table.rows] == [
        (
            "The impact of leaders on social work practice with children and families",
            "Requires improvement to be good [1]",
        ),
        (
            "The experiences and progress of children who need help and protection",
            "Requires improvement to be good [1]",
        ),
        ("The experiences and progress of children in care", "Requires improvement to be good [1]"),
        ("The experiences and progress of care leavers", "Inadequate [1] [2]"),
        ("Overall effectiveness", "Inadequate [2]"),
    ]


def test_a_grade_that_is_only_claimed_is_shown_from_the_source_that_states_it(east: Briefing) -> None:
    assert "by default" not in plain_text(east)
    only_claimed = plain_text(brief([seeds()[0]]))
    assert "Overall grade: Not found in this source" in only_claimed
    assert "The council news release from Cheshire East Council says: “If any areas" in only_claimed


def test_the_summary_stays_within_its_words(east: Briefing) -> None:
    for briefing in (east, brief(seeds(), name="Cheshire West")):
        summary = next(
            block
            for block in section(briefing, SectionKey.AT_A_GLANCE).blocks
            if isinstance(block, Paragraph)
        )
        words = re.sub(r"\[\d+\]", "", " ".join(one.text for one in summary.statements)).split()
        assert 20 < len(words) <= 120


def test_one_inspection_told_by_two_sources_is_one(east: Briefing) -> None:
    table = next(block for block in section(east, SectionKey.INSPECTIONS).blocks if isinstance(block, Table))
    assert [row[0].text for row in table.rows] == [
        "26 February to 8 March 2024 [1] [2]",
        "July 2022 [2]",
        "3 and 4 November 2021 (inferred) [3]",
        "November 2019 [2] [3]",
        "March 2013 (inferred) [4]",
    ]


def test_strengths_of_an_old_inspection_are_not_strengths_of_the_new() -> None:
    asked = spec(SectionSpec(key=SectionKey.STRENGTHS, history=False))
    text = plain_text(brief(seeds(), asked))
    assert "School attendance" not in text
    assert "Not shown from earlier inspections: 13 strengths. [3] [4]" in text


def test_the_statement_of_two_sources_is_shown_once_in_full(east: Briefing) -> None:
    text = text_of(east, SectionKey.QUOTATIONS)
    assert text.count("deeply disappointed") == 1
    assert "We are of course disappointed" not in text
    assert "Council news release, 16 May 2024. [1] In part also in [2]" in text


def test_a_call_to_resign_is_held_back_whole_and_counted(east: Briefing) -> None:
    text = plain_text(east)
    assert "Clowes" not in text
    assert "consider their position" not in text
    assert (
        "One statement is held back because it calls for a resignation; it can be shown on request. [2]"
        in text
    )
    shown = brief(seeds(), spec(SectionSpec(key=SectionKey.QUOTATIONS, sensitive="show")))
    assert "Cllr Janet Clowes, Conservative group leader" in plain_text(shown)
    assert "held back" not in plain_text(shown)


def test_ofsted_speaks_before_the_council_before_others() -> None:
    text = text_of(with_history(), SectionKey.QUOTATIONS)
    names = ["Teresa Godfrey", "Carol Bulman", "Jos Saunders", "Laura Crane", "Kathryn Flavell", "The report"]
    assert [text.index(name) for name in names] == sorted(text.index(name) for name in names)


def test_an_ungraded_visit_has_no_grade() -> None:
    text = plain_text(brief([seeds()[2]]))
    assert "Outcome: No grade: a focused visit gives none" in text
    assert "This was a focused visit (inferred), which gives no grades." in text
    pills = [
        one
        for _, statement in statements(brief([seeds()[2]]))
        for one in statement.inlines
        if isinstance(one, Pill)
    ]
    assert pills == []


def test_adequate_stays_itself(east: Briefing) -> None:
    grades = [
        inline.grade
        for block in section(east, SectionKey.INSPECTIONS).blocks
        if isinstance(block, Table)
        for row in block.rows
        for inline in row[1].inlines
        if isinstance(inline, Pill)
    ]
    assert grades.count(Grade.ADEQUATE) == 2


def test_an_old_inspection_is_said_to_be_old() -> None:
    west = plain_text(brief(seeds(), name="Cheshire West"))
    assert "[warning] Still current? Old and indirect evidence" in west
    assert "the inspection of March 2019, more than five years before 3 June 2024" in west
    fresh = plain_text(brief(seeds(), spec(as_at=PartialDate(2021, 1, 1)), name="Cheshire West"))
    assert "[information] Indirect evidence" in fresh
