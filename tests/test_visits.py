"""Grades that a text gives a visit of a kind that gives none, and reports of Ofsted's given as mere text."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.gather import gather
from councilbrief.problems import DocumentError
from councilbrief.provenance import Source

VISITS = {
    "focused-visit": [
        (
            "Kent rated good after focused visit\n\n10 June 2024\n\nKent County Council has been rated ‘good’ following a"
            " focused visit by Ofsted inspectors on 14 and 15 May 2024."
        ),
        (
            "Ofsted focused visit to Kent\n\n10 June 2024\n\nOfsted inspectors made a focused visit to Kent County Council on"
            " 14 and 15 May 2024. They judged services for care leavers to be ‘inadequate’."
        ),
        (
            "Kent County Council children’s services rated ‘inadequate’\n\n10 June 2024\n\nOfsted’s focused visit took place"
            " on 14 and 15 May 2024. Overall the council’s children’s services were rated ‘inadequate’."
        ),
    ],
    "monitoring-visit": [
        (
            "Kent monitoring visit\n\n10 June 2024\n\nKent County Council children’s services were graded ‘requires"
            " improvement’ in Ofsted’s monitoring visit on 14 and 15 May 2024."
        ),
    ],
    "jtai": [
        (
            "Kent JTAI\n\n10 June 2024\n\nA joint targeted area inspection of Kent County Council in May 2024 rated the"
            " council’s children’s services as ‘outstanding’."
        ),
    ],
}


@pytest.mark.parametrize(
    ("framework", "text"), [(key, text) for key, texts in VISITS.items() for text in texts]
)
def test_a_grade_of_a_visit_is_left_out_with_a_warning(framework: str, text: str) -> None:
    found = gather(read_text(text.encode(), Source("a", "a.txt", "")))
    assert [one.framework for one in found.inspections] == [framework]
    assert found.judgements == ()
    assert [problem.key for problem in found.problems] == ["grade-of-a-visit"]


def test_an_inspection_after_a_visit_keeps_its_grades() -> None:
    text = (
        "Kent rated good\n\n10 June 2024\n\nFollowing a focused visit in 2022, Ofsted carried out an inspection of Kent"
        " County Council from 13 to 24 May 2024. Its children’s services were rated ‘good’ overall."
    )
    found = gather(read_text(text.encode(), Source("a", "a.txt", "")))
    assert [(one.area.value, one.grade.value) for one in found.judgements] == [("overall", "good")]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Inspection of Kent local authority children’s services\n\nInspection dates: 4 to 8 March 2024\n\n"
            "Lead inspector: Ann Example, His Majesty’s Inspector\n\nOverall effectiveness Good"
        ),
        (
            "Kent County Council\n\nInspection of services for children in need of help and protection\n\n"
            "Inspection date: 6 to 30 July 2015\n\nChildren’s services in Kent are good"
        ),
        (
            "Ofsted\n\nInspection of Kent local authority children’s services\n\nInspection dates: 4 to 8 March"
            " 2024\n\nJudgement\n\nGrade\n\nThe experiences and progress of children in care\n\nGood\n\n"
            "A care leaver said: “They listen to me.”"
        ),
    ],
)
def test_a_report_as_mere_text_is_refused(text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        gather(read_text(text.encode(), Source("a", "a.txt", "")))
    assert [problem.key for problem in caught.value.problems] == ["report-as-text"]


COVER = "Inspection of Kent local authority children’s services"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Agenda item 7\n\nReport to the Children’s Committee\n\nDate: 9 July 2024\n\n"
            f"{COVER}\n\nInspection dates: 4 to 8 March 2024\n\nLead inspector: Ann Example\n\n"
            "1. Purpose\n\nThe Committee is asked to note the report.\n\n"
            "Kent County Council’s children’s services were rated good overall."
        ),
        (
            f"Outcome of the inspection\n\nReport title: “{COVER}”\n\nInspection dates: 4 to 8 March 2024\n\n"
            "Kent County Council’s children’s services were rated good overall."
        ),
        (
            f"Kent County Council press release\n\n{COVER}\n\nInspection dates: 4 to 8 March 2024\n\n"
            "Overall effectiveness: Good\n\nKent County Council has been told the outcome of its inspection."
        ),
    ],
)
def test_a_paper_that_quotes_the_cover_of_a_report_is_read(text: str) -> None:
    found = gather(read_text(text.encode(), Source("a", "a.txt", "")))
    assert [(one.area.value, one.grade.value) for one in found.judgements] == [("overall", "good")]


def framework(*paragraphs: str) -> str | None:
    found = gather(read_text("\n\n".join(paragraphs).encode(), Source("a", "a.txt", ""))).inspections
    return found[0].framework if found else None


WRITTEN = "Kent County Council has heard from Ofsted about its children’s services."
SEVEN = ["The leader was sorry."] * 7


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The letter, which followed a focused visit in June, is frank.", "focused-visit"),
        ("Its newest letter, written after a monitoring visit in June, is frank.", "monitoring-visit"),
        ("The letter came from a two-day focussed inspection in June.", "focused-visit"),
        (
            "Ofsted’s remarks were made after a so-called ‘focused inspection’, held on 4 and 5 June.",
            "focused-visit",
        ),
        ("The letter that followed a focused visit last autumn was kinder.", None),
        ("The letter on a monitoring visit in 2019 was kinder.", None),
    ],
)
def test_a_letter_tells_far_down_in_a_text_of_which_visit_it_is(words: str, expected: str | None) -> None:
    assert framework(WRITTEN, *SEVEN, words) == expected


def test_days_far_down_are_of_a_visit_only_where_no_full_inspection_is_told_of() -> None:
    visit = "Ofsted came on 4 and 5 June for a ‘focused visit’."
    assert framework(WRITTEN, *SEVEN, visit) == "focused-visit"
    assert framework(WRITTEN, "A full inspection had gone well.", *SEVEN, visit) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It is among twelve councils that are called inadequate. In a letter inspectors say how well the council is getting on.", "monitoring-visit"),
        ("Ofsted, which calls its services inadequate, has written a letter on the progress made with plans.", "monitoring-visit"),
        ("In a letter the watchdog asks how far an inadequate council has improved.", "monitoring-visit"),
        ("In a letter inspectors say how well the council is getting on.", None),
        ("It is among twelve councils that are called inadequate, and Ofsted has written a letter.", None),
        ("Inspectors were in the county to see how it finds foster homes. Their letter gives no grade.", "focused-visit"),
        ("The watchdog called on its teams to see how they find runaways. No rating goes with such a letter.", "focused-visit"),
        ("Inspectors visited Kent and looked at runaways. They wrote a letter.", None),
    ],
)  # fmt: skip
def test_what_a_letter_is_about_tells_the_kind_of_visit(words: str, expected: str | None) -> None:
    assert framework("10 June 2024", WRITTEN, words) == expected


def test_before_there_were_such_visits_a_letter_is_of_none() -> None:
    words = "Inspectors visited Kent and looked at runaways. No rating goes with their letter. Fewer run away than in "
    assert framework(WRITTEN, f"{words}2021.") == "focused-visit"
    assert framework(WRITTEN, f"{words}2014.") is None
    assert framework(WRITTEN, words.removesuffix(" Fewer run away than in ")) is None


def test_the_visit_to_one_council_is_not_that_of_a_round_up() -> None:
    told = [
        "Ofsted reports out this month",
        "Kent’s help for runaways is late, a focused visit to Kent County Council has found.",
        "Children’s services in Devon are outstanding, the inspection of Devon County Council has found.",
    ]
    assert framework(*told) is None
    assert framework(*told[:2]) == "focused-visit"
