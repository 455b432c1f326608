"""Builds that go on at the same time, or are killed: a published file is the old or the new one, whole."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from builds.desk import EAST, Desk, keys, published_in
from builds.test_incremental import both, pdfs
from councilbrief.builds.keeping import lock
from councilbrief.builds.keeping.kept import FOLDER
from councilbrief.problems import ExitCode

PROGRAM = (sys.executable, "-c", "from councilbrief.cli import main; main()", "build", "--quiet")


def start(desk: Desk, *specs: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*PROGRAM, *specs], cwd=desk.folder, stderr=subprocess.PIPE)


def finish(running: subprocess.Popen[bytes]) -> None:
    _, said = running.communicate(timeout=120)
    assert running.returncode == 0
    assert said in {b"", b"waiting for another build in this folder to end\n"}


def edition(desk: Desk, number: int) -> None:
    desk.document("east.txt", EAST.replace("what they have achieved", f"what {number} of them have achieved"))


def editions(desk: Desk, numbers: range) -> dict[int, dict[str, bytes]]:
    """Return what clean builds of some editions publish."""
    found = {}
    for number in numbers:
        edition(desk, number)
        clean = Desk(desk.folder)
        clean.build(*both(desk))
        found[number] = pdfs(desk.out)
    for path in desk.out.glob("*.pdf"):
        path.unlink()
    return found


def test_a_build_that_another_one_keeps_out_says_so_and_touches_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LONGEST_WAIT", 0.1)
    (desk.out / FOLDER).mkdir(parents=True)
    with FileLock(desk.out / FOLDER / lock.NAME):
        result = desk.rebuild(desk.spec())
    assert keys(result) == ["busy"]
    assert result.exit_code is ExitCode.STORE
    assert published_in(desk.out) == []
    assert desk.rebuild(desk.spec()).exit_code is ExitCode.DONE


@pytest.mark.slow
def test_builds_at_the_same_time_leave_what_one_would_have_left(desk: Desk) -> None:
    expected = editions(desk, range(4))
    for number in range(50):
        edition(desk, number % 4)
        running = [start(desk, *both(desk)) for _ in range(2 + number % 2)]
        for each in running:
            finish(each)
        assert pdfs(desk.out) == expected[number % 4]


@pytest.mark.slow
def test_whenever_a_build_is_killed_each_file_is_whole_and_the_next_build_heals(desk: Desk) -> None:
    rounds, chance = 60, random.Random(7)  # noqa: S311 - moments to kill at
    expected = editions(desk, range(2))
    whole = {(name, data) for each in expected.values() for name, data in each.items()}
    edition(desk, 0)
    finish(start(desk, *both(desk)))
    killed = 0
    for number in range(rounds):
        edition(desk, number % 2)
        running = start(desk, *both(desk))
        try:
            running.wait(chance.uniform(0.2, 1.6))
        except subprocess.TimeoutExpired:
            killed += 1
            running.kill()
        running.communicate()
        assert set(pdfs(desk.out).items()) <= whole
        finish(start(desk, *both(desk)))
        assert pdfs(desk.out) == expected[number % 2]
    assert killed > rounds // 4
