"""What a page says of itself: its headline, and the day on which it came out."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

LEAD = "Barnet Council’s children’s services have been rated good by Ofsted."


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
    ("head", "day"),
    [
        ("Published on Monday, March 4, 2024 - 09:15", "2024-03-04"),
        ("Published March 4, 2024 - 9 am", "2024-03-04"),
        ("Archives\n\nMarch 2024", None),
        ("This written question of Ann Oakapple’s was tabled on 2024-03-04.", None),
    ],
)
def test_what_the_head_of_a_page_says_of_its_day(head: str, day: str | None) -> None:
    found = gather(read_text(f"What we heard\n\n{head}\n\n{LEAD}\n".encode(), Source("one", "one.txt", "")))
    assert (found.source.published.value.iso() if found.source.published else None) == day
