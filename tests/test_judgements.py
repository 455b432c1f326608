"""Grades as sentences give, deny, hope for and except them; a wrong one is worse than none."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

LEAD = "Ofsted inspected Barnet Council’s children’s services in May 2023."
OVERALL, LEADERS, HELP = Area.OVERALL, Area.LEADERS, Area.HELP_PROTECTION
IN_CARE, LEAVERS = Area.IN_CARE, Area.CARE_LEAVERS
TOP, GOOD, RI, LOW = Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE

Grades = dict[Area, Grade]

GIVEN: list[tuple[str, Grades]] = [
    ("Leaders were judged inadequate and so was help and protection.", {LEADERS: LOW, HELP: LOW}),
    ("It was graded ‘good’ overall, with leaders also ‘good’.", {OVERALL: GOOD, LEADERS: GOOD}),
    (
        "The judgements were: help and protection, requires improvement; children in care, good; leadership, management and governance, good.",
        {HELP: RI, IN_CARE: GOOD, LEADERS: GOOD},
    ),
    (
        "The impact of leaders is outstanding; the experiences of those who need help and protection, good; of those in care, good; of care leavers, good.",
        {LEADERS: TOP, HELP: GOOD, IN_CARE: GOOD, LEAVERS: GOOD},
    ),
    ("Services for care leavers were also adjudged good.", {LEAVERS: GOOD}),
    (
        "Help and protection has gone up to requires improvement, and the same was said of care leavers.",
        {HELP: RI, LEAVERS: RI},
    ),
    ("Care leavers: inadequate. Help and protection: ditto.", {LEAVERS: LOW, HELP: LOW}),
    (
        "All areas bar care leavers, which was inadequate, were graded good.",
        {LEADERS: GOOD, HELP: GOOD, IN_CARE: GOOD, LEAVERS: LOW},
    ),
    (
        "All areas were graded good except care leavers, which were outstanding.",
        {LEADERS: GOOD, HELP: GOOD, IN_CARE: GOOD, LEAVERS: TOP},
    ),
    ("All areas except care leavers were graded good.", {LEADERS: GOOD, HELP: GOOD, IN_CARE: GOOD}),
    (
        "It was good in three of the four areas and outstanding for care leavers.",
        {LEADERS: GOOD, HELP: GOOD, IN_CARE: GOOD, LEAVERS: TOP},
    ),
    (
        "The council had hoped to be rated ‘good’ overall but inspectors found it requires improvement to be good overall.",
        {OVERALL: RI},
    ),
    (
        "Ofsted rated the council’s children’s services requires improvement overall in May 2023, down from good in 2019.",
        {OVERALL: RI},
    ),
    ("Services were ‘outstanding’ for leaders.", {LEADERS: TOP}),
    ("The report leaves the borough inadequate overall, as it was in 2018.", {OVERALL: LOW}),
    ("Ratings: leaders – requires improvement; care leavers – good.", {LEADERS: RI, LEAVERS: GOOD}),
    (
        "Inspectors rated the council “requires improvement to be good” in three categories and “inadequate” in the fourth, care leavers.",
        {LEADERS: RI, HELP: RI, IN_CARE: RI, LEAVERS: LOW},
    ),
]
NOT_GIVEN = [
    "The council expects to be rated good overall when the report is published.",
    "An outstanding rating eluded the council.",
    "It was not found to be inadequate overall.",
    "It was rated good in three of four areas.",
    "Two areas were judged good and two outstanding.",
    "Ofsted says the quality of help for families in Barnet is good.",
    "There was praise for leaders and good support for staff.",
    "For care leavers, good support from personal advisers was seen.",
]


def told(sentence: str) -> tuple[Grades, Grades]:
    """Return the current and the earlier grades of a text with a sentence in it."""
    text = f"{LEAD}\n\n{sentence}\n"
    found = gather(read_text(text.encode(), Source("one", "one.txt", ""))).judgements
    now = {one.area: one.grade for one in found if one.current and one.stated}
    return now, {one.area: one.grade for one in found if not one.current}


@pytest.mark.parametrize(("sentence", "grades"), GIVEN)
def test_a_sentence_gives_these_grades(sentence: str, grades: Grades) -> None:
    assert told(sentence)[0] == grades


@pytest.mark.parametrize("sentence", NOT_GIVEN)
def test_what_is_hoped_denied_or_open_is_no_grade(sentence: str) -> None:
    assert told(sentence) == ({}, {})


def test_a_move_of_one_area_is_no_move_of_the_whole() -> None:
    now, before = told("It marks a move from requires improvement to good for leadership.")
    assert (now, before) == ({LEADERS: GOOD}, {LEADERS: RI})


def test_a_name_that_several_councils_bear_gives_no_grade() -> None:
    text = "Cheshire West and Chester Council\n\nOfsted rated services in Cheshire ‘good’ in May 2019.\n"
    assert not gather(read_text(text.encode(), Source("one", "one.txt", ""))).judgements
