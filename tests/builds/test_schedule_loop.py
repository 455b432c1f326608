from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from builds.cron_walk import Plan, drawn, runs
from builds.scheduled import HandClock, Office, utc
from councilbrief.builds.schedules.due import DueResult
from councilbrief.builds.schedules.loop import LOOK_AGAIN, run_loop
from councilbrief.builds.schedules.timetable import Slot


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, HandClock(utc("2026-01-01 00:00")))


def keep_running(
    office: Office,
    until: dt.datetime,
    look_again: dt.timedelta = LOOK_AGAIN,
    at_each: Callable[[], object] = int,
) -> list[dt.datetime]:
    """Run the loop until a time; return when it looked."""
    looked: list[dt.datetime] = []

    def turn(now: dt.datetime, put_off: Callable[[Slot], bool]) -> DueResult:
        looked.append(now)
        at_each()
        return office.call(now, put_off)

    run_loop(turn, office.clock, lambda: office.clock.time >= until, lambda _result, _now: None, look_again)
    return looked


def when(office: Office) -> list[tuple[str, str]]:
    return [(name, f"{at:%d %H:%M}") for name, at in office.made]


def test_each_run_of_a_year_is_built_once_and_at_its_minute_through_restarts(office: Office) -> None:
    few: dict[str, Plan] = {f"s{number}": plan for number, plan in enumerate(drawn(45, seed=11))}
    few = {name: plan for name, plan in few.items() if len(runs(plan)) < 60}
    expected = {(name, at) for name, plan in few.items() for at in runs(plan)}
    for name, plan in few.items():
        office.spec(name, f'{{cron: "{plan.cron}", timezone: {plan.zone}}}')
    assert len(few) > 10
    office.call(utc("2025-12-31 23:59"))
    office.made.clear()
    office.clock.time = utc("2026-01-01 00:00")
    for month in range(2, 13):
        keep_running(office, utc(f"2026-{month:02}-01 00:00"), dt.timedelta(days=3))
        office.clock.time = utc(f"2026-{month:02}-01 00:00")  # started again: the sleep was cut short
    keep_running(office, utc("2027-01-01 00:00"), dt.timedelta(days=3))
    # to the second if it sleeps until then; what is due within a second of the last look comes after it
    assert {(name, at.replace(second=0)) for name, at in office.made} == expected
    assert len(office.made) == len(expected)


def test_what_fails_is_tried_again_after_a_quarter_of_an_hour_or_once_it_is_edited(office: Office) -> None:
    office.spec("east", '"0 6 * * *"')
    office.spec("west", '"0 6 * * *"')
    office.broken = {"east"}
    keep_running(office, utc("2026-01-01 00:20"))
    assert when(office) == [("east", "01 00:00"), ("west", "01 00:00"), ("east", "01 00:15")]
    office.made.clear()
    office.clock.time = utc("2026-01-01 00:20")

    def mend() -> None:
        if office.clock.time == utc("2026-01-01 00:25"):
            office.spec("east", '"0 6 * * *"', "title: mended")
            office.broken = set()

    keep_running(office, utc("2026-01-01 06:30"), at_each=mend)
    assert when(office) == [
        ("east", "01 00:20"),  # started again, it knows of no failure
        ("east", "01 00:25"),
        ("east", "01 06:00"),
        ("west", "01 06:00"),
    ]


def test_it_looks_each_minute_so_that_an_edit_counts_and_a_machine_that_slept_catches_up(
    office: Office,
) -> None:
    office.spec("east", '"0 6 * * *"')

    def edit() -> None:
        if office.clock.time == utc("2026-01-01 00:03"):
            office.spec("east", '"5,7 0 * * *"')

    office.clock.jumps = {utc("2026-01-01 00:08"): utc("2026-01-04 12:00")}  # the lid was closed
    looked = keep_running(office, utc("2026-01-04 12:03"), at_each=edit)
    assert looked[1] - looked[0] == LOOK_AGAIN
    assert [at for _, at in when(office)] == ["01 00:00", "01 00:05", "01 00:07", "04 12:00"]


def test_it_wakes_for_a_run_and_does_not_spin(office: Office) -> None:
    office.spec("east", '"0 6 * * *"')
    office.clock.time = utc("2026-01-01 05:58") + dt.timedelta(seconds=30)
    looked = keep_running(office, utc("2026-01-01 06:01"))
    assert [f"{at:%H:%M:%S}" for at in looked] == ["05:58:30", "05:59:30", "06:00:00"]
