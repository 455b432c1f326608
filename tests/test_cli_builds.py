"""What `build` and `national` tell: people, other programs, and a log."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from filelock import FileLock

from builds.desk import EAST, Desk
from builds.test_incremental import both
from builds.test_together import PROGRAM
from councilbrief.builds.keeping import lock
from councilbrief.builds.keeping.kept import FOLDER
from councilbrief.builds.telling import tally
from councilbrief.problems import ExitCode
from test_cli import run


def schema() -> dict[str, Any]:
    printed: dict[str, Any] = json.loads(run("schema", "build").stdout)
    return printed


def reports(desk: Desk) -> Path:
    """Make a library of reports of two councils, as the list of its documents says."""
    rows = "".join(
        f"  - file: {name}.txt\n    kind: report\n    publisher: Ofsted\n" for name in ("east", "west")
    )
    desk.document("sources.yaml", f"version: 1\ndocuments:\n{rows}")
    return desk.folder / "documents"


def test_national_says_as_json_what_became_of_each_file_and_briefing(desk: Desk) -> None:
    folder = reports(desk)
    told = run("national", folder, "--briefings", "--out", "england", "--json", "--log", "log.jsonl")
    assert (told.exit_code, told.stderr) == (ExitCode.DONE, "")
    notice = json.loads(told.stdout)
    jsonschema.validate(notice, schema(), cls=jsonschema.Draft7Validator)
    assert notice["files"] == ["england/national.csv", "england/national.pdf"]
    assert [one["status"] for one in notice["briefings"]] == ["published", "published"]
    again = json.loads(run("national", folder, "--briefings", "--out", "england", "--json").stdout)
    assert [one["status"] for one in again["briefings"]] == ["unchanged", "unchanged"]
    assert [one["changes"] for one in again["briefings"]] == [[], []]
    lines = [json.loads(line) for line in Path("log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["event"] for line in lines] == ["published", "published", "end"]


def test_national_by_a_dry_run_writes_nothing(desk: Desk) -> None:
    told = run(
        "national", reports(desk), "--briefings", "--out", "england", "--dry-run", "--log", "log.jsonl"
    )
    assert told.exit_code is ExitCode.DONE
    assert "england/cheshire-east.pdf: Cheshire East, would be built" in told.stdout
    assert not Path("england").exists()
    assert not Path("log.jsonl").exists()


def test_many_briefings_are_told_in_a_table_and_counted(desk: Desk) -> None:
    specs = [desk.spec(f"east-{number}") for number in range(tally.MANY)]
    broken = desk.spec("west", "Cheshire West", "  ids: [east]\n")
    told = run("build", *specs, desk.spec("other", "Cheshire West"), broken)
    assert told.exit_code is ExitCode.SPEC
    lines = told.stdout.splitlines()
    assert lines[0] == "out/east-0.pdf\tCheshire East\tpublished\tno earlier edition"
    assert lines[-2] == "out/other.pdf\tCheshire West and Chester\tpublished\tno earlier edition"
    assert lines[-1].endswith(" s: 7 published")
    assert "[nothing-selected]" in told.stderr


def test_what_is_due_is_not_watched(desk: Desk) -> None:
    told = run("build", desk.spec(), "--watch", "--due")
    assert told.exit_code == ExitCode.SPEC
    assert "councilbrief schedule run" in told.stderr


def test_a_build_that_waits_for_another_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "LONGEST_WAIT", 0.05)
    (desk.out / FOLDER).mkdir(parents=True)
    with FileLock(desk.out / FOLDER / lock.NAME):
        told = run("build", desk.spec())
    assert told.stderr.startswith("waiting for another build in this folder to end\n")
    assert told.exit_code is ExitCode.STORE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_a_watched_spec_is_built_again_until_the_program_is_asked_to_end(desk: Desk) -> None:
    (spec, _) = both(desk)
    with subprocess.Popen(
        [*PROGRAM[:-1], "--watch", spec.name],
        cwd=desk.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stderr
        late = threading.Timer(60, program.kill)
        late.start()
        assert program.stderr.readline() == "waiting for changes; Ctrl+C ends\n"
        desk.spec(more="title: Changed while it was watched\n")
        assert program.stderr.readline() == "waiting for changes; Ctrl+C ends\n"
        desk.document("east.txt", EAST.replace("proud", "glad"))
        assert program.stderr.readline() == "waiting for changes; Ctrl+C ends\n"
        program.send_signal(signal.SIGINT)
        assert program.wait() == 0
        late.cancel()
    assert "Changed while it was watched" in desk.text("east.pdf")
    assert "“We are glad of our staff" in desk.text("east.pdf")
