from __future__ import annotations

import datetime as dt
import json
import os
import random
from bisect import bisect_right
from pathlib import Path

import pytest

from builds.cron_walk import END, START, drawn, runs
from builds.desk import Desk
from builds.scheduled import HandClock, Office, utc
from councilbrief.builds import How
from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.run import build
from councilbrief.builds.schedules.due import DueResult, build_due
from councilbrief.builds.store import Store
from councilbrief.problems import ExitCode

MONDAY = '"0 6 * * mon"'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, HandClock(utc("2026-11-22 12:00")))


def keys(result: DueResult) -> list[str]:
    return [problem.key for problem in result.result.problems]


def test_a_spec_is_built_once_for_each_run_and_at_first(office: Office) -> None:
    office.spec("east", MONDAY)
    office.spec("west", '{cron: "30 7 1 * *", timezone: Asia/Kolkata}')
    assert office.built("2026-11-22 12:00") == ["east", "west"]
    assert office.built("2026-11-22 12:00") == []
    assert office.built("2026-11-23 05:59") == []
    assert office.built("2026-11-23 06:00") == ["east"]
    assert office.built("2026-11-23 06:00") == []
    assert office.built("2026-12-01 01:59") == ["east"]
    assert office.built("2026-12-01 02:00") == ["west"]


def test_what_was_missed_is_built_once(office: Office) -> None:
    office.spec("east", '"*/10 * * * *"')
    assert office.built("2026-11-22 12:00") == ["east"]
    assert office.built("2026-12-24 18:03") == ["east"]
    assert office.built("2026-12-24 18:03") == []


def test_a_spec_without_a_schedule_is_left_alone(office: Office) -> None:
    office.spec("east", MONDAY)
    office.spec("plain")
    assert office.built("2026-11-22 12:00") == ["east"]


def test_that_nothing_is_scheduled_is_a_mistake(office: Office) -> None:
    office.spec("plain")
    result = office.call()
    assert (keys(result), result.result.exit_code) == (["nothing-scheduled"], ExitCode.SPEC)
    assert 'schedule: "0 6 * * mon"' in result.result.problems[0].message
    assert office.made == []


def test_what_fails_stays_due_and_stops_no_other(office: Office) -> None:
    office.spec("east", MONDAY)
    office.spec("west", MONDAY)
    office.broken = {"east"}
    assert office.built("2026-11-22 12:00") == ["east", "west"]
    assert office.built("2026-11-22 12:15") == ["east"]
    office.broken = set()
    assert office.built("2026-11-22 12:30") == ["east"]
    assert office.built("2026-11-22 12:45") == []


def test_a_schedule_with_a_mistake_goes_to_the_build_that_tells_of_it(office: Office) -> None:
    office.spec("east", '"0 6 30 2 *"')
    (office.folder / "briefings" / "torn.yaml").write_text("a: [", encoding="utf-8")
    office.broken = {"east", "torn"}
    assert office.built("2026-11-22 12:00") == ["east", "torn"]
    assert office.built("2026-11-22 12:15") == ["east", "torn"]


def test_an_edit_of_a_schedule_counts_from_the_last_build(office: Office) -> None:
    office.spec("east", MONDAY)
    office.call()
    office.spec("east", '"0 13 * * *"')
    assert office.built("2026-11-22 12:59") == []
    assert office.built("2026-11-22 13:00") == ["east"]


def test_lost_or_torn_state_means_one_more_look(office: Office) -> None:
    office.spec("east", MONDAY)
    office.call()
    for torn in (b"", b"[]", b'{"specs": 1}', b'{"program": "0", "specs": {"a": {"settled": "x"}}}', b"\xff"):
        office.state.write_bytes(torn)
        assert office.built("2026-11-22 12:00") == ["east"]
        assert office.built("2026-11-22 12:00") == []
    office.state.unlink()
    assert office.built("2026-11-22 12:00") == ["east"]


def test_another_version_of_the_program_reads_schedules_again_and_believes_the_times(office: Office) -> None:
    office.spec("east", MONDAY)
    office.call()
    told = json.loads(office.state.read_bytes())
    told["program"] = "0.0.1"
    for row in told["specs"].values():
        row["cron"] = "* * * * *"
    office.state.write_text(json.dumps(told), encoding="utf-8")
    assert office.built("2026-11-22 12:30") == []


@pytest.mark.parametrize("back", [1, 60, 60 * 23])
def test_a_clock_that_is_put_back_leads_to_no_second_build(office: Office, back: int) -> None:
    office.spec("east", '"0 6 * * *"')
    office.call(utc("2026-11-22 06:00"))
    earlier = utc("2026-11-22 06:00") - dt.timedelta(minutes=back)
    before = len(office.made)
    for minutes in range(0, back + 1, 20):
        office.call(earlier + dt.timedelta(minutes=minutes))
    assert len(office.made) == before
    assert office.built("2026-11-22 12:00") == []
    assert office.built("2026-11-23 06:00") == ["east"]


def test_a_clock_that_was_years_ahead_blocks_nothing(office: Office) -> None:
    office.spec("east", MONDAY)
    office.spec("rare", '"0 6 1 12 *"')
    office.call(utc("2031-07-01 00:00"))
    assert office.built("2026-11-22 12:00") == []
    assert office.built("2026-11-23 06:00") == ["east"]
    assert office.built("2026-12-01 06:00") == ["east", "rare"]


def test_a_clock_some_hours_ahead_blocks_no_frequent_schedule(office: Office) -> None:
    office.spec("east", '"0 * * * *"')
    office.call(utc("2026-11-22 12:00"))
    assert office.built("2026-11-22 07:30") == []
    assert office.built("2026-11-22 08:00") == ["east"]


def test_what_comes_next_is_said(office: Office) -> None:
    office.spec("east", MONDAY)
    office.spec("west", '"0 7 * * mon"')
    office.call()
    run = office.call().next_run
    assert run is not None
    assert (run.at, Path(run.spec).stem) == (utc("2026-11-23 06:00"), "east")


def test_a_dry_call_notes_nothing(office: Office) -> None:
    office.spec("east", MONDAY)
    assert office.call(dry=True).tried
    assert not office.out.exists()
    assert office.built("2026-11-22 12:00") == ["east"]


def test_what_can_not_be_noted_is_said_and_stays_due(office: Office) -> None:
    office.spec("east", MONDAY)
    office.out.mkdir()
    (office.out / ".councilbrief").write_text("in the way", encoding="utf-8")
    result = office.call()
    assert (keys(result), result.result.exit_code) == (["schedule-not-kept"], ExitCode.DONE)
    assert result.result.problems[0].message.endswith("what was due now is due at the next call again")


def test_specs_that_are_gone_are_forgotten(office: Office) -> None:
    office.spec("east", MONDAY)
    office.spec("west", MONDAY).unlink()
    office.call()
    office.spec("west", MONDAY)
    office.call()
    (office.folder / "briefings" / "west.yaml").unlink()
    office.call(utc("2026-11-23 06:00"))
    assert list(json.loads(office.state.read_bytes())["specs"]) == ["../../briefings/east.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["out", "briefings"])
def test_folders_may_be_links_to_others(office: Office, name: str) -> None:
    there = office.folder / "a" / "share" / name
    there.mkdir(parents=True)
    (office.folder / name).symlink_to(there)
    office.spec("east", MONDAY)
    assert office.built("2026-11-22 12:00") == ["east"]
    assert office.built("2026-11-22 12:00") == []


def test_two_calls_at_once_lose_nothing_of_each_other(office: Office) -> None:
    office.spec("east", MONDAY)
    office.spec("west", MONDAY)
    office.call()
    other = Office(office.folder, HandClock(utc("2026-11-30 06:00")))
    office.meanwhile = other.call
    office.call(utc("2026-11-23 06:00"))
    assert [name for name, _ in other.made] == ["east", "west"]
    assert office.built("2026-11-30 06:00") == []


def test_a_year_of_calls_at_random_moments_builds_what_a_walk_through_it_says(office: Office) -> None:
    chance = random.Random(7)  # noqa: S311 - the same draw each time
    plans = {f"s{number}": plan for number, plan in enumerate(drawn(20, seed=3))}
    every = {name: runs(plan) for name, plan in plans.items()}
    for name, plan in plans.items():
        office.spec(name, f'{{cron: "{plan.cron}", timezone: {plan.zone}}}')
    year = int((END - START).total_seconds())
    changes = [
        utc("2026-03-29 00:50"),
        utc("2026-03-29 01:00"),
        utc("2026-10-25 00:59"),
        utc("2026-10-25 01:30"),
    ]
    moments = sorted(
        {START + dt.timedelta(seconds=chance.randrange(year)) for _ in range(120)} | set(changes)
    )
    settled: dict[str, int | None] = dict.fromkeys(plans)
    for now in moments:
        if chance.random() < 0.03:
            office.state.unlink(missing_ok=True)
            settled = dict.fromkeys(plans)
        office.broken = {name for name in plans if chance.random() < 0.1}
        past = {name: bisect_right(found, now) for name, found in every.items()}
        due = {name for name in plans if settled[name] is None or past[name] > (settled[name] or 0)}
        before = len(office.made)
        office.call(now)
        assert {name for name, _ in office.made[before:]} == due
        assert len(office.made) - before == len(due)
        settled |= {name: past[name] for name in due - office.broken}


def due(desk: Desk, now: str) -> DueResult:
    kept = Kept(desk.out)
    store = Store(desk.out, kept=kept)
    return build_due([desk.folder], kept, utc(now), lambda specs: build(specs, store, How()))


def test_only_what_is_due_is_built_and_a_schedule_changes_no_pdf(desk: Desk) -> None:
    desk.spec("east", more=f"schedule: {MONDAY}\n")
    desk.spec("west", "Cheshire West")
    assert due(desk, "2026-11-22 12:00").result.exit_code is ExitCode.DONE
    assert desk.published() == ["east.pdf"]
    desk.spec("east", more='schedule: {cron: "0 7 * * *"}\n')
    (outcome,) = due(desk, "2026-11-23 07:00").result.outcomes
    assert outcome.why == ()
    desk.spec("east", more='title: New\nschedule: {cron: "0 8 * * *"}\n')
    (outcome,) = due(desk, "2026-11-23 08:00").result.outcomes
    assert [reason.rpartition("/")[2] for reason in outcome.why] == ["east.yaml changed: title"]


def test_one_bad_spec_of_a_folder_stays_due_and_its_mistake_is_told_each_time(desk: Desk) -> None:
    desk.spec("east", more=f"schedule: {MONDAY}\n")
    desk.spec("west", "Cheshire West", more=f"schedule: {MONDAY}\ntilte: x\n")
    for _ in range(2):
        result = due(desk, "2026-11-22 12:00")
        assert (keys(result), result.result.exit_code) == (["unknown-key"], ExitCode.SPEC)
    assert [Path(slot.spec).stem for slot in result.failed] == ["west"]
    assert desk.published() == ["east.pdf"]


def test_a_document_that_can_not_be_read_does_not_keep_a_spec_due(desk: Desk) -> None:
    desk.spec("east", more=f"schedule: {MONDAY}\n")
    desk.document("bad.txt", b"")
    assert due(desk, "2026-11-22 12:00").result.exit_code is ExitCode.DOCUMENT
    assert not due(desk, "2026-11-22 12:00").tried
