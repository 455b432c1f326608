from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builds.desk import Desk
from builds.scheduled import utc
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
