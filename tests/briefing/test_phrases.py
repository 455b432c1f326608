from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from councilbrief.briefing.likeness import alike, cut_from, words_of
from councilbrief.briefing.phrases import counted, full_years, listed, no_grade, period, when
from councilbrief.briefing.summary import areas_counted
from councilbrief.evidence.facts import Grade
from councilbrief.provenance import PartialDate


def date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-02-26", "2024-03-08", "from 26 February to 8 March 2024"),
        ("2019-03-18", "2019-03-22", "from 18 to 22 March 2019"),
        ("2021-11-03", "2021-11-04", "on 3 and 4 November 2021"),
        ("2024-02-29", "2024-03-01", "on 29 February and 1 March 2024"),
        ("2019-12-30", "2020-01-10", "from 30 December 2019 to 10 January 2020"),
        ("2021-11-03", "2021-11-03", "on 3 November 2021"),
        ("2013-03", None, "in March 2013"),
        (None, "2019", "in 2019"),
        ("2013-02", "2013-03", "from February to March 2013"),
        ("2012", "2013", "from 2012 to 2013"),
        ("2024-02", "2024-03-08", "from February to 8 March 2024"),
        (None, None, None),
    ],
)
def test_dates_read_as_prose(start: str | None, end: str | None, words: str | None) -> None:
    assert when(date(start), date(end)) == words
    assert (period(date(start), date(end)) or "") in (words or "")


def test_numbers_and_lists_read_as_prose() -> None:
    assert [counted(n, "visit") for n in (0, 1, 2, 10)] == [
        "no visits",
        "one visit",
        "two visits",
        "10 visits",
    ]
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert no_grade("area SEND inspection") == "No grade: an area SEND inspection gives none"


def test_years_are_counted_to_the_day() -> None:
    assert full_years(dt.date(2019, 3, 31), dt.date(2024, 3, 30)) == 4
    assert full_years(dt.date(2019, 3, 31), dt.date(2024, 3, 31)) == 5


@pytest.mark.parametrize(
    ("counts", "total", "words"),
    [
        ({Grade.GOOD: 3}, 3, "All three individual areas were graded ‘good’."),
        ({Grade.GOOD: 2}, 2, "Both individual areas were graded ‘good’."),
        ({Grade.GOOD: 1}, 1, "The one area that is named was graded ‘good’."),
        (
            {Grade.INADEQUATE: 1, Grade.GOOD: 2, Grade.NOT_JUDGED: 1},
            5,
            "Of the five individual areas, one was graded ‘inadequate’ and two ‘good’; one was not judged; no grade is stated for one.",
        ),
    ],
)
def test_areas_are_counted_by_grade(counts: dict[Grade, int], total: int, words: str) -> None:
    assert areas_counted(Counter(counts), total) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The quality of support for care leavers.", "the quality of support for care leavers", True),
        ("Staff knew children well", "Most staff knew children well", False),
        ("children's needs", "children’s needs", True),
        ("Plans for children are good and they are reviewed often in every team we saw here",
         "Plans for children are not good and they are reviewed often in every team we saw here", False),
        ("", "", True),
        ("visits", "plans", False),
    ],
)  # fmt: skip
def test_words_that_turn_the_sense_keep_two_findings_apart(one: str, other: str, *, same: bool) -> None:
    assert alike(words_of(one), words_of(other)) is same


def test_a_statement_cut_short_is_found_in_the_long_one() -> None:
    long = "We are, of course, deeply disappointed with the outcome and are sorry. We accept the findings."
    assert cut_from(words_of("We are of course disappointed with the outcome and are sorry."), words_of(long))
    assert not cut_from(words_of("Our plan for next year is ready."), words_of(long))
    assert not cut_from((), words_of(long))
