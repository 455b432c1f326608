from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builds.cron_walk import END, START, ZONES, Plan, drawn, runs
from councilbrief.briefing.timing import Schedule
from councilbrief.builds.schedules.occurrences import Times

MINUTE, MICROSECOND = dt.timedelta(minutes=1), dt.timedelta(microseconds=1)
PLANS = drawn(153, seed=2026)
WEEKS = tuple(
    (dt.datetime(2026, *first, tzinfo=dt.UTC), dt.datetime(2026, *last, tzinfo=dt.UTC))
    for first, last in (((3, 7), (3, 10)), ((3, 28), (4, 6)), ((10, 3), (10, 5)), ((10, 24), (11, 2)))
)


def times(plan: Plan) -> Times:
    schedule = Schedule(cron=plan.cron, timezone=plan.zone)
    return Times(schedule.cron, schedule.timezone)


def between(plan: Plan, start: dt.datetime, end: dt.datetime) -> list[dt.datetime]:
    schedule, found = times(plan), []
    at = schedule.following(start - MINUTE)
    while at is not None and at < end:
        found.append(at)
        at = schedule.following(at)
    return found


def spans(count: int) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
    """Return the year, or of schedules that happen often only the weeks in which clocks change."""
    return ((START, END),) if count < 200 else WEEKS


def test_a_year_of_153_schedules_is_what_a_walk_through_its_minutes_finds() -> None:
    every = {plan: runs(plan) for plan in PLANS}
    assert {plan.zone for plan in PLANS} == set(ZONES)
    compared = 0
    for plan, walked in every.items():
        for start, end in spans(len(walked)):
            expected = [at for at in walked if start <= at < end]
            assert between(plan, start, end) == expected, plan
            compared += len(expected)
    assert compared > 8_000


LONDON = "Europe/London"


@pytest.mark.parametrize(
    ("cron", "day", "expected"),
    [
        ("30 1 * * *", "2026-03-29", ["02:00 BST"]),
        ("0,30 1 * * *", "2026-03-29", ["02:00 BST"]),
        ("30 1,2 * * *", "2026-03-29", ["02:00 BST", "02:30 BST"]),
        ("*/20 1 * * *", "2026-03-29", ["02:00 BST"]),
        ("30 * * * *", "2026-03-29", ["00:30 GMT", "02:30 BST", "03:30 BST"]),
        ("30 1 * * *", "2026-10-25", ["01:30 BST"]),
        ("*/30 1 * * *", "2026-10-25", ["01:00 BST", "01:30 BST"]),
        ("30 * * * *", "2026-10-25", ["00:30 BST", "01:30 BST", "01:30 GMT", "02:30 GMT", "03:30 GMT"]),
        ("0 2 * * *", "2026-10-25", ["02:00 GMT"]),
        ("0,55 * * * *", "2026-10-25", ["00:00 BST", "00:55 BST", "01:00 BST", "01:55 BST", "01:00 GMT", "01:55 GMT", "02:00 GMT"]),
    ],
)  # fmt: skip
def test_what_happens_as_the_clocks_change(cron: str, day: str, expected: list[str]) -> None:
    schedule = Times(cron, LONDON)
    start = dt.datetime.fromisoformat(f"{day}T00:00:00+00:00") - 90 * MINUTE
    found = [schedule.shown(at) for at in schedule.coming(start, 8)]
    there = [at for at in found if at.date().isoformat() == day and at.hour < 4]
    assert [f"{at:%H:%M} {at.tzname()}" for at in there] == expected


def test_the_last_day_the_first_monday_and_a_leap_day() -> None:
    start = dt.datetime(2026, 1, 15, tzinfo=dt.UTC)

    def days(cron: str) -> list[str]:
        return [at.date().isoformat() for at in Times(cron, "UTC").coming(start, 2)]

    assert days("0 6 L * *") == ["2026-01-31", "2026-02-28"]
    assert days("0 6 * * mon#1") == ["2026-02-02", "2026-03-02"]
    assert days("0 6 29 2 *") == ["2028-02-29", "2032-02-29"]
    assert days("0 6 1 * sun") == ["2026-01-18", "2026-01-25"]


def test_what_only_a_skipped_hour_would_show_never_happens() -> None:
    never = Times("0 */24 * 3 sun#2", "America/Havana")
    assert never.following(START) is None
    assert never.coming(START, 3) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10_000),
    st.datetimes(dt.datetime(1996, 1, 1), dt.datetime(2036, 1, 1)),  # noqa: DTZ001 - hypothesis wants them so
    st.floats(0, 1, exclude_max=True),
)
def test_what_comes_next_is_the_same_until_it_has_come(seed: int, moment: dt.datetime, part: float) -> None:
    at = moment.replace(tzinfo=dt.UTC)
    (plan,) = drawn(1, seed)
    schedule = times(plan)
    following = schedule.following(at)
    assume(following is not None)
    assert following is not None
    assert at < following
    assert (following.second, following.microsecond) == (0, 0)
    assert schedule.following(at + part * (following - at - MICROSECOND)) == following
    assert schedule.following(following - MICROSECOND) == following
