from __future__ import annotations

import datetime as dt
import json
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builds.desk import Desk
from builds.scheduled import utc
from councilbrief.builds import How
from councilbrief.builds import run as builds
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.store import Store
from councilbrief.cli.app import app
from councilbrief.cli.waiting import Machine
from councilbrief.problems import ExitCode

MONDAY = 'schedule: "0 6 * * mon"\n'


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def noon(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with three specs on a Sunday at noon."""
    monkeypatch.setattr(Machine, "now", lambda _: utc("2026-11-22 12:00"))
    desk.spec("east", more=MONDAY)
    desk.spec("west", "Cheshire West", more='schedule: {cron: "30 7 1 * *", timezone: Asia/Kolkata}\n')
    desk.spec("plain", more="output: plain\n")
    return desk


def at(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(Machine, "now", lambda _: utc(text))


def test_build_due_builds_what_is_due_and_then_says_what_comes(
    noon: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("build", "--due", ".")
    assert (first.exit_code, first.stderr) == (ExitCode.DONE, "")
    assert [line for line in first.stdout.splitlines() if not line.startswith(" ")] == [
        "out/east.pdf: Cheshire East, from 1 document",
        "out/west.pdf: Cheshire West and Chester, from 1 document",
    ]
    assert noon.published() == ["east.pdf", "west.pdf"]
    again = run("build", "--due", ".")
    assert again.stdout == "nothing is due; next comes Mon 23 Nov 2026 06:00 GMT: east.yaml\n"
    assert run("build", "--due", ".", "--quiet").stdout == ""
    at(monkeypatch, "2026-11-23 06:00")
    assert run("build", "--due", ".", "--dry-run").stdout == "out/east.pdf: Cheshire East, is up to date\n"
    assert run("build", "--due", ".").stdout == "out/east.pdf: Cheshire East, unchanged\n"


def test_that_nothing_is_scheduled_is_said_with_what_to_write(desk: Desk) -> None:
    desk.spec("plain")
    expected = (
        "error: the spec has no schedule; write into it, for Mondays at six: "
        'schedule: "0 6 * * mon" [nothing-scheduled]\n'
    )
    for command in (("build", "--due"), ("schedule", "next"), ("schedule", "run")):
        result = run(*command, "plain.yaml")
        assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.SPEC, "", expected)
    installed = run("schedule", "install", "--cron", "plain.yaml")
    assert installed.exit_code == ExitCode.DONE
    assert expected.replace("error", "warning") in installed.stderr


def test_a_spec_that_is_not_there_is_told_of_at_once(desk: Desk) -> None:
    expected = "nosuch.yaml: error: there is no such file [no-such-file]\n"
    for command in (("build", "--due"), ("schedule", "next"), ("schedule", "run")):
        result = run(*command, "nosuch.yaml")
        assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.SPEC, "", expected)
    installed = run("schedule", "install", "--cron", "nosuch.yaml")
    assert installed.exit_code == ExitCode.DONE
    assert expected.replace("error", "warning") in installed.stderr
    assert (desk.folder / "councilbrief.cron").exists()


@pytest.mark.usefixtures("noon")
def test_what_would_keep_each_build_from_beginning_ends_the_loop_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    result = run("schedule", "run", "--engine", "bogus", ".")
    assert result.exit_code == ExitCode.SPEC
    assert result.stderr.startswith('error: no engine is called "bogus"; ')
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    result = run("schedule", "run", ".")
    assert result.exit_code == ExitCode.SPEC
    assert result.stderr.startswith("error: SOURCE_DATE_EPOCH must be ")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_loop_after_the_build_that_is_under_way(
    noon: Desk, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    before, build = signal.getsignal(number), builds.build

    def build_and_be_asked(specs: Sequence[Path], store: Store, how: How) -> BuildResult:
        signal.raise_signal(number)
        return build(specs, store, how)

    monkeypatch.setattr(builds, "build", build_and_be_asked)
    result = run("schedule", "run", "--engine", "serial", "east.yaml")
    line = "Sun 22 Nov 2026 12:00 GMT: out/east.pdf: Cheshire East, from 1 document\n"
    assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.DONE, line, "")
    assert noon.published() == ["east.pdf"]
    assert signal.getsignal(number) == before


def test_who_sleeps_wakes_when_asked_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(time, "sleep", sleep)
    with Machine() as machine:
        machine.sleep(3600)
        assert machine.stopped
    assert len(slept) == 1
    assert slept[0] < 1


@pytest.mark.usefixtures("noon")
def test_next_lists_the_runs_in_the_order_of_time() -> None:
    result = run("schedule", "next", ".", "--count", "2", "--at", "2026-10-26T00:00+01:00")
    assert result.exit_code == ExitCode.DONE
    assert result.stdout.splitlines() == [
        "Mon 26 Oct 2026 06:00 GMT: east.yaml",
        "Sun 1 Nov 2026 07:30 IST: west.yaml",
        "Mon 2 Nov 2026 06:00 GMT: east.yaml",
        "Tue 1 Dec 2026 07:30 IST: west.yaml",
    ]
    assert result.stderr.startswith("plain.yaml: note: has no schedule")
    summer = run("schedule", "next", "east.yaml", "--at", "2026-06-01T05:59", "--quiet")
    assert (summer.stdout, summer.stderr) == ("Mon 1 Jun 2026 06:00 BST: east.yaml\n", "")


@pytest.mark.usefixtures("noon")
def test_next_prints_json_for_programs() -> None:
    result = run("schedule", "next", ".", "--json", "--at", "2026-06-01T09:00")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert lines[0] == {
        "spec": "east.yaml",
        "at": "2026-06-08T06:00:00+01:00",
        "abbreviation": "BST",
        "cron": "0 6 * * mon",
        "timezone": "Europe/London",
    }
    assert [dt.datetime.fromisoformat(line["at"]).utcoffset() for line in lines] == [
        dt.timedelta(hours=1),
        dt.timedelta(hours=5, minutes=30),
    ]


@pytest.mark.usefixtures("noon")
@pytest.mark.parametrize("text", ["soon", "", "0001-01-01", "9999-12-31T23:59"])
def test_a_time_that_is_none_is_refused(text: str) -> None:
    result = run("schedule", "next", ".", "--at", text)
    assert result.exit_code == 2
    assert "must be a date and a time" in result.stderr


def test_next_tells_of_a_schedule_that_can_not_be_made_out(noon: Desk) -> None:
    noon.spec("bad", more='schedule: "0 6 30 2 *"\n')
    result = run("schedule", "next", ".")
    assert result.exit_code == ExitCode.SPEC
    assert "bad.yaml:6:11: error: schedule has no day on which it happens" in result.stderr
    assert len(result.stdout.splitlines()) == 2
    noon.spec("bad", more=MONDAY + MONDAY)
    result = run("schedule", "next", "bad.yaml")
    assert (result.exit_code, len(result.stdout.splitlines())) == (ExitCode.SPEC, 1)
    assert result.stderr.startswith('bad.yaml:7:1: error: the key "schedule" stands here a second time')


def test_install_writes_files_and_says_what_to_do(noon: Desk) -> None:
    result = run("schedule", "install", "--systemd", "--to", "units", "--every", "30", ".")
    assert result.exit_code == ExitCode.DONE
    units = (noon.folder / "units").resolve()
    assert result.stdout.splitlines() == [
        f"{units}/councilbrief.service",
        f"{units}/councilbrief.timer",
    ]
    assert result.stderr.startswith("Then run: systemctl --user link ")
    assert f"WorkingDirectory={noon.folder}" in (units / "councilbrief.service").read_text(encoding="utf-8")


@pytest.mark.usefixtures("noon")
def test_install_wants_one_scheduler() -> None:
    for options in ((), ("--cron", "--windows")):
        result = run("schedule", "install", *options)
        assert result.exit_code == 2
        assert "give one of --cron, --systemd and --windows" in result.stderr


def test_each_command_has_its_help() -> None:
    for command in ("next", "install", "run"):
        shown = run("schedule", command, "--help")
        assert shown.exit_code == ExitCode.DONE
        assert "Exit status: 0 done" in shown.stdout
        assert not any(mark in shown.stdout for mark in ("{", "}", "list[", " <path>  S"))
