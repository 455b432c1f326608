from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builds.desk import Desk
from councilbrief.briefing.timing import Schedule, schedule_of
from councilbrief.yamlfile import read_yaml
from spec_files import MINIMAL, load, make_folder, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


def given_as(folder: Path, text: str) -> tuple[str, str] | None:
    schedule = load(folder, f"{MINIMAL}schedule: {text}\n").spec.schedule
    return (schedule.cron, schedule.timezone) if schedule else None


def test_both_forms_are_one_inside(folder: Path) -> None:
    assert given_as(folder, '"0 6 * * mon"') == ("0 6 * * mon", "Europe/London")
    assert given_as(folder, "0  6 * * Mon ") == ("0 6 * * Mon", "Europe/London")
    assert given_as(folder, '{cron: "0 6 * * mon"}') == ("0 6 * * mon", "Europe/London")
    assert given_as(folder, '{cron: "0 6 L * *", timezone: UTC}') == ("0 6 L * *", "UTC")
    assert given_as(folder, '{cron: "0 4-4/2 1,15-20/2 jan-mar 0-7"}') == (
        "0 4 1,15-20/2 jan-mar 0-7",
        "Europe/London",
    )
    assert given_as(folder, "") is None


FIELD = "minute, hour, day of the month, month, day of the week"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"0 6 * *"', f'5:11: error: schedule must have five parts ({FIELD}), as in "0 6 * * mon", not "0 6 * *" [bad-cron]'),
        ('"0 0 6 * * mon"', f'5:11: error: schedule must have five parts ({FIELD}), as in "0 6 * * mon", not "0 0 6 * * mon" [bad-cron]'),
        ('"@daily"', f'5:11: error: schedule must have five parts ({FIELD}), as in "0 6 * * mon", not "@daily", did you mean "0 0 * * *"? [bad-cron]'),
        ('"61 6 * * *"', '5:11: error: schedule can\'t have "61" as its minute; that is 0 to 59 [bad-cron]'),
        ('{cron: "0 6 * * fry"}', '5:18: error: cron can\'t have "fry" as its day of the week; that is 0 to 7, or sun to sat; 0 and 7 are both Sunday [bad-cron]'),
        ('"0 6 * * sat-sun"', '5:11: error: schedule can\'t have "sat-sun" as its day of the week; that is 0 to 7, or sun to sat; 0 and 7 are both Sunday, and a range goes upwards; else write single ones (sat,sun) [bad-cron]'),
        ('"0 6 30 2 *"', '5:11: error: schedule has no day on which it happens: "0 6 30 2 *"; correct its day or month [never-happens]'),
        ('"0 6 */31 * mon#2"', '5:11: error: schedule has no day on which it happens: "0 6 */31 * mon#2"; correct its day or month [never-happens]'),
        ('{cron: "0 6 * * *", timezone: Europe/Londn}', '5:41: error: timezone must be a time zone, such as Europe/London, not "Europe/Londn", did you mean "Europe/London"? [unknown-timezone]'),
        ('{cron: "0 6 * * *", timezone: BST}', '5:41: error: timezone must be a time zone, such as Europe/London, not "BST", did you mean "Europe/London"? [unknown-timezone]'),
        ('{cron: "0 6 * * *", timezone: 7}', '5:41: error: timezone must be a time zone, such as Europe/London, not "7" [unknown-timezone]'),
        ("{timezone: UTC}", '5:11: error: the key "cron" is missing [missing-key]'),
        ('{cron: "0 6 * * *", zone: UTC}', '5:31: error: unknown key "zone", did you mean "timezone"? [unknown-key]'),
        ('["0 6 * * *"]', "5:11: error: schedule must be a group of keys, not a list [wrong-type]"),
        ('""', "5:11: error: schedule is empty; give a text or leave the key out [empty-text]"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place_and_says_what_to_do(folder: Path, text: str, expected: str) -> None:
    assert said(folder, f"{MINIMAL}schedule: {text}\n") == [expected]


def test_all_mistakes_are_told_in_one_run(folder: Path) -> None:
    told = said(folder, f'{MINIMAL}tilte: x\nschedule:\n  cron: "0 99 * * *"\n  timezone: Mars\n')
    assert [line.partition(": ")[0] for line in told] == ["5:1", "7:9", "8:13"]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789*/-,#L @monfriSTé²\n", max_size=30) | st.text(max_size=12))
def test_whatever_stands_there_is_taken_or_refused_at_its_place(text: str) -> None:
    root, problems = read_yaml(f"schedule: {json.dumps(text)}\n".encode(), "a.yaml")
    assert root is not None or problems
    if root is not None:
        schedule, wrong = schedule_of(root, "a.yaml")
        assert (schedule is None) is bool(wrong) or not text
        assert all((one.line, one.column) == (1, 11) for one in wrong)


def test_a_schedule_is_found_whatever_else_the_spec_says() -> None:
    root, _ = read_yaml(b'tilte: 7\nschedule: "0 6 * * *"\n', "a.yaml")
    assert root is not None
    assert schedule_of(root, "a.yaml") == (Schedule(cron="0 6 * * *"), ())


def test_what_needs_no_schedule_loads_nothing_for_it(desk: Desk) -> None:
    desk.spec()
    code = (
        "import sys\n"
        "from councilbrief.cli import app\n"
        "app(['--help'], standalone_mode=False)\n"
        "app(['check', 'east.yaml'], standalone_mode=False)\n"
        "sys.exit(', '.join(sorted({'cronsim', 'councilbrief.builds.schedules'} & set(sys.modules))) or None)\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=desk.folder, capture_output=True, check=False, timeout=60)
    assert (done.stderr, done.returncode) == (b"", 0)
    assert b"Usage: " in done.stdout
    assert b"east.yaml: Cheshire East" in done.stdout
