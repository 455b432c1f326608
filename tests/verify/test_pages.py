"""What verifying says of pages and facts that are not those that were published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from councilbrief.briefing.facts import FactKind
from councilbrief.builds.verifying.verdict import Checked, Key
from verify.published import TOWARDS, Desk, briefing, edition, fine, reworded


@pytest.mark.parametrize("council", ["Cheshire East", "Cheshire West and Chester"])
def test_a_briefing_as_it_was_published_is_verified(desk: Desk, council: str) -> None:
    [verdict] = desk.verified(desk.publish(briefing(council)))
    fine(verdict)
    assert verdict.remarks == ()
    assert verdict.checked[Checked.SOURCES] == (4 if council == "Cheshire East" else 1)
    facts = edition(council).facts
    for kind, counted in (
        (FactKind.JUDGEMENT, Checked.GRADES),
        (FactKind.INSPECTION, Checked.INSPECTIONS),
        (FactKind.QUOTATION, Checked.QUOTATIONS),
    ):
        assert verdict.checked[counted] == sum(one.kind is kind for one in facts) > 0


def test_a_letter_changed_in_a_quotation_on_the_page_is_told_with_its_place(desk: Desk) -> None:
    found = desk.told(desk.misprinted(TOWARDS, "deeply disappointeb"))
    assert list(found) == [Key.PAGE]
    [one] = found[Key.PAGE]
    assert one.page is not None
    assert one.page > 1
    assert one.where == "section “What people have said”, quotation 2, paragraph 1"
    assert (one.expected, one.found) == ("disappointed", "disappointeb")


def test_a_changed_grade_on_the_page_is_told(desk: Desk) -> None:
    found = desk.told(desk.misprinted("Inadequate", "Outstanding"))
    assert list(found) == [Key.PAGE]
    assert {(one.expected, one.found) for one in found[Key.PAGE]} == {("Inadequate", "Outstanding")}
    assert any("table 1, row 4, column 2" in one.where for one in found[Key.PAGE])


def test_words_added_and_left_out_are_told(desk: Desk) -> None:
    [more] = desk.told(desk.misprinted("good practice.", "good practice. Resign!"))[Key.PAGE]
    assert (more.expected, more.found) == ("practice.”", "practice. Resign!”")
    [less] = desk.told(desk.misprinted("we accept the findings and", "we"))[Key.PAGE]
    assert (less.expected, less.found) == ("accept the findings and", "")


def test_a_head_of_another_council_is_told(desk: Desk) -> None:
    path = desk.publish(replace(briefing(), classification="OFFICIAL"), carries=edition())
    found = desk.told(path)
    assert list(found) == [Key.FURNITURE]
    assert found[Key.FURNITURE][0].found == "Cheshire East · OFFICIAL · As at 3 June 2024"


def test_a_fact_that_the_pages_do_not_state_is_told(desk: Desk) -> None:
    facts = tuple(
        replace(one, value="good") if (one.kind, one.key) == (FactKind.JUDGEMENT, "care_leavers") else one
        for one in edition().facts
    )
    found = desk.told(desk.publish(carries=replace(edition(), facts=facts)))
    assert {Key.FACTS, Key.GRADE} == set(found)
    [one] = found[Key.FACTS]
    assert one.where == "section “Judgements”, table 1, row 4, column 2"
    assert (one.expected, one.found) == ("good", "inadequate")


@pytest.mark.parametrize("kind", [FactKind.IMPROVEMENT, FactKind.QUOTATION])
def test_a_fact_left_out_of_those_in_the_file_is_told(desk: Desk, kind: FactKind) -> None:
    left_out = next(one for one in edition().facts if one.kind is kind)
    facts = tuple(one for one in edition().facts if one is not left_out)
    assert Key.FACTS in desk.told(desk.publish(carries=replace(edition(), facts=facts)))


def test_another_speaker_in_the_file_is_told(desk: Desk) -> None:
    facts = tuple(
        replace(one, label="Somebody Else") if one.label == "Teresa Godfrey" else one
        for one in edition().facts
    )
    found = desk.told(desk.publish(carries=replace(edition(), facts=facts)))
    assert {Key.FACTS, Key.SPEAKER} == set(found)
    assert found[Key.SPEAKER][0].found == "Teresa Godfrey"


PHRASES = [
    ("These sources name", "The documents list"),
    ("(inferred)", "(worked out)"),
    ("a former role", "formerly"),
    ("Areas for improvement", "What must get better"),
    ("published on", "of"),
    ("Page ", "Sheet "),
]


@pytest.mark.parametrize(("ours", "others"), PHRASES)
def test_the_fixed_phrases_of_another_version_are_no_matter(desk: Desk, ours: str, others: str) -> None:
    fine(*desk.verified(desk.publish(reworded(briefing(), ours, others))))
