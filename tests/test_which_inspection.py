"""When the inspection at hand was, and under which framework, beside others that a text tells of."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Inspection
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

LEAD = "Barnet Council’s children’s services have been rated good by Ofsted."


def main_one(words: str) -> Inspection:
    found = gather(read_text(f"{LEAD}\n\n{words}\n".encode(), Source("one", "one.txt", "")))
    return found.inspections[0]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("The grade, following the inspection which took place 3-7 March 2025, goes for every area.", "2025-03-03", "2025-03-07"),
        ("Ofsted wrote its report after visiting us in May and June 2016.", "2016-05", "2016-06"),
        ("The latest inspection was carried out back in September 2023.", "2023-09", "2023-09"),
        ("Members heard that Ofsted, which visited in the autumn of 2022, was pleased.", "2022", "2022"),
        ("When were the inspectors here? The week of 6 March 2023 and the week after that, until 17 March 2023.", "2023-03-06", "2023-03-17"),
    ],
)  # fmt: skip
def test_the_inspection_at_hand_is_dated(words: str, start: str, end: str) -> None:
    one = main_one(words)
    assert one.start is not None
    assert one.end is not None
    assert (one.start.value.iso(), one.end.value.iso()) == (start, end)


@pytest.mark.parametrize(
    "words",
    [
        "Previously, the homes that the council runs for teenagers had been found wanting in June 2019 during an inspection.",
        "In June 2019 the watchdog found delays.\n\nInspectors say that much has changed since the 2019 report.",
        "In June 2019 the watchdog found delays.\n\nStaff have been told of gains since the last full inspection in 2019.",
        "The borough had previously been judged adequate for its fostering by inspectors in May 2012, and weak for its care leavers in July 2013.",
        "It was first judged inadequate in June 2019, and no effort has been spared.",
    ],
)
def test_an_inspection_that_is_told_of_as_history_does_not_date_the_one_at_hand(words: str) -> None:
    assert main_one(words).start is None


SIF_AREAS = """Children who need help and protection: good
Adoption performance: good
Leadership, management and governance: good"""


@pytest.mark.parametrize(
    ("words", "framework"),
    [
        (f"Inspectors came from 18 June to 12 July 2018.\n\n{SIF_AREAS}", "sif"),
        ("Inspectors came from 18 June to 29 June 2018.", "ilacs-2018"),
        (
            "It was good for the impact of leaders and for the experiences and progress of children in care and for those children leaving care.",
            None,
        ),
        (f"Inspectors came from 18 November to 29 November 2019.\n\n{SIF_AREAS}", "ilacs-2018"),
    ],
)
def test_areas_of_a_framework_that_has_just_ended_tell_of_a_late_inspection_under_it(
    words: str, framework: str | None
) -> None:
    assert main_one(words).framework == framework


@pytest.mark.parametrize(
    "words",
    [
        "The inspection, in May 2024, was led by Ann Oakapple.",
        "HMI Ann Oakapple led the inspection, from 8 to 19 July 2024.",
        "Ann Oakapple, who headed up the inspection team, wrote to the council.",
    ],
)
def test_who_led_the_inspection(words: str) -> None:
    assert main_one(words).lead_inspectors == ("Ann Oakapple",)


def test_who_leads_something_else_is_no_lead_inspector() -> None:
    assert main_one("Ann Oakapple, who leads the council, met inspectors in May 2024.").lead_inspectors == ()


def test_when_a_framework_began_is_no_inspection() -> None:
    words = "It was inspected in May 2015. No other council has done so well since the inspection framework began in November 2013."
    found = gather(read_text(f"{LEAD}\n\n{words}\n".encode(), Source("one", "one.txt", "")))
    assert [one.start.value.iso() for one in found.inspections if one.start] == ["2015-05"]


HEADS = {
    "the way to the page": ("News / Council / Children", "Ofsted praises care leavers’ team in Barnet"),
    "a paper's motto": ("Courier — news for the children’s workforce", "Ofsted praises care leavers’ team in Barnet"),
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_the_title_is_the_headline_and_not_what_stands_above_it(head: tuple[str, str]) -> None:
    text = "\n\n".join([*head, LEAD])
    assert gather(read_text(text.encode(), Source("one", "one.txt", ""))).source.title == head[1]


def test_a_dateline_with_hyphens() -> None:
    found = gather(read_text(f"08-Mar-2023\n\n{LEAD}\n".encode(), Source("one", "one.txt", "")))
    assert found.source.published is not None
    assert found.source.published.value.iso() == "2023-03-08"


def test_a_dateline_may_go_on_with_who_posted_it() -> None:
    line = "Posted 22 March 2024 by Ann Oakapple, Director of Children’s Services, Barnet Council"
    found = gather(
        read_text(f"What Ofsted told us\n\n{line}\n\n{LEAD}\n".encode(), Source("one", "one.txt", ""))
    )
    assert found.source.published is not None
    assert found.source.published.value.iso() == "2024-03-22"


def published(*paragraphs: str) -> str | None:
    text = "\n\n".join([LEAD, *["Leaders know their children well."] * 8, *paragraphs])
    found = gather(read_text(text.encode(), Source("one", "one.txt", ""))).source.published
    return found.value.iso() if found else None


def test_the_day_at_the_foot_of_a_page_is_its_own() -> None:
    assert published("By Ann Oakapple | 4 July 2024") == "2024-07-04"


def test_the_days_of_other_stories_at_the_foot_are_not_its_own() -> None:
    others = [
        "Seals come home",
        "By Ann Oakapple | 5 July 2024",
        "The fair is back",
        "By Noah Elm | 4 July 2024",
    ]
    assert published(*others) is None


def test_a_day_at_the_foot_is_not_that_of_a_page_whose_head_has_lost_its_own() -> None:
    rest = ["Leaders know their children well."] * 8
    text = "\n\n".join(["Good grades for Barnet", "• Published", LEAD, *rest, "• Published 4 July 2024"])
    found = gather(read_text(text.encode(), Source("one", "one.txt", "")))
    assert found.source.published is None


def test_what_is_to_follow_on_a_day_was_not_published_then() -> None:
    assert published("Report and letter to follow on 20 March 2025.") is None


@pytest.mark.parametrize(
    "words",
    [
        "This news follows a series of monitoring visits by inspectors.",
        "Staff are getting ready for Ofsted to undertake its first monitoring visit.",
    ],
)
def test_visits_that_are_only_mentioned_do_not_take_the_grade(words: str) -> None:
    found = gather(read_text(f"{LEAD}\n\n{words}\n".encode(), Source("one", "one.txt", "")))
    assert [(one.grade.value, one.current) for one in found.judgements] == [("good", True)]


def test_a_text_that_comes_back_to_old_news_is_about_no_inspection_of_then() -> None:
    text = (
        "17 May 2025\n\nIt is twelve months since the flags went up in Barnet.\n\n"
        "In May 2024 Barnet Council’s children’s services were rated outstanding by Ofsted."
    )
    found = gather(read_text(text.encode(), Source("one", "one.txt", "")))
    assert [one.current for one in found.judgements] == [False]


def test_what_hangs_on_an_inspection_to_come_is_no_earlier_one() -> None:
    words = "Inspectors came in May 2019. The group will meet until then, subject to a good inspection by June 2018."
    found = gather(read_text(f"{LEAD}\n\n{words}\n".encode(), Source("one", "one.txt", "")))
    assert [one.start.value.iso() for one in found.inspections if one.start] == ["2019-05"]
