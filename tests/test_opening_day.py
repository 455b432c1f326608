"""The day of publication that stands before the first words of a story."""

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

STORY = (
    "Ofsted has rated the services that Barnet Council runs for children and families as good in all"
    " areas after a visit in February, the town hall has said."
)


def read(*paragraphs: str) -> Evidence:
    return gather(read_text("\n\n".join(paragraphs).encode(), Source("story", "story.txt", "")))


@pytest.mark.parametrize(
    "opening",
    [
        "LONDON, 17 April 2025 – ",
        "London, April 17, 2025 (Newswire) - ",
        "Barnet (17 April 2025) — ",
        "(Published 17 April 2025) ",
        "Posted on 17 April 2025 ",
        "date 2025-04-17 ",
        "17/04/2025 - ",
        "Thursday 17 April 2025: ",
    ],
)
def test_a_story_opens_with_its_day(opening: str) -> None:
    found = read("Praise for Barnet", opening + STORY, "The report was welcomed.")
    assert found.source.published is not None
    assert found.source.published.value.iso() == "2025-04-17"
    [inspection] = found.inspections
    assert inspection.start is not None
    assert inspection.start.value.iso() == "2025-02"
    assert all(judgement.current for judgement in found.judgements)


@pytest.mark.parametrize(
    "opening",
    ["On 17 April 2025 – a Thursday – ", "In April 2025, ", "Since 17 April 2025 – ", "By 17 April 2025, "],
)
def test_a_day_in_the_first_sentence_is_not_that_of_the_story(opening: str) -> None:
    assert read("Praise for Barnet", opening + STORY).source.published is None


def test_a_history_has_no_day() -> None:
    found = read(
        "Barnet’s services: how they got here",
        "12 May 2014: Ofsted inspected Barnet Council’s children’s services.",
        "3 June 2019: Ofsted inspected them again, and rated them good.",
        "9 March 2023: A new director came.",
    )
    assert found.source.published is None


@pytest.mark.parametrize(
    "head",
    [
        ["Home", "News", "Jobs", "Events", "Contact us", "Fri, 18", "9 °C", "Praise for Barnet", "Published: 17 April 2025"],
        ["to the top", "Adults", "Children", "All news", "Search", "Log in", "Barnet does well", "By Jo Elm", "17/04/2025"],
        ["Barnet,", "17", "April", "2025", "10:30", "Europe/London", "Barnet does well for its children"],
        ["News", "17", "Apr", "2025", "Barnet does well for its children"],
    ],
)  # fmt: skip
def test_labels_at_the_head_do_not_hide_the_day(head: list[str]) -> None:
    found = read(*head, STORY, "The report was welcomed.")
    assert found.source.published is not None
    assert found.source.published.value.iso() == "2025-04-17"


def test_a_day_behind_so_many_lines_of_a_story_is_not_its_own() -> None:
    story = ["Barnet does well for its children"] * 8
    assert read(*story, "17 April 2025", *[STORY] * 9).source.published is None
