"""Who does the work makes no difference to what comes of it, and nobody's death takes more than one thing along."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from builds.desk import Desk, desk_in, keys
from councilbrief.builds import How, engine
from councilbrief.builds.engine import Elsewhere, Engine, Here, Lost, Processes
from councilbrief.builds.engine import engine as opened
from councilbrief.builds.keeping import kept as kept_module
from councilbrief.builds.keeping.kept import FOLDER, Kept
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.run import build
from councilbrief.builds.store import Store
from councilbrief.problems import ExitCode

TEMPLATE = "version: 1\ncouncils: all\nas_at: 2024-06-03\nsources:\n  library: documents\n"


def squared(number: int) -> int:
    return number * number


def deadly_when_odd_tenth(number: int) -> int:
    if number in {13, 57}:
        os.abort()
    return number * number


def wrong_when_even(number: int) -> int:
    if number % 2 == 0:
        raise ValueError(number)
    return number


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes however little there is to do."""
    monkeypatch.setattr(engine, "WORTH_STARTING", 1)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return desk_in(tmp_path)


def pdfs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}


def made(desk: Desk, name: str, out: str) -> BuildResult:
    """Build with what was kept, from the working folder, whose name the paths do not have."""
    desk.raw_spec("all", TEMPLATE)
    return build([Path("all.yaml")], Store(Path(out), kept=Kept(Path(out))), How(engine=name))


def test_a_task_over_which_a_process_dies_is_the_only_one_that_is_lost() -> None:
    with closing(Processes(2)) as processes:
        found = list(processes.run(deadly_when_odd_tenth, range(100)))
    assert found == [Lost.FATAL if each in {13, 57} else each * each for each in range(100)]
    assert not processes.undone


def test_what_a_task_raises_is_left_to_whoever_asked_and_counted() -> None:
    with ThreadPoolExecutor(1) as pool:
        elsewhere = Elsewhere(pool)
        found = list(elsewhere.run(wrong_when_even, range(1, 5)))
    assert found == [1, Lost.UNDONE, 3, Lost.UNDONE]
    assert elsewhere.undone == {"ValueError": 2}
    [problem] = engine.complaints(elsewhere)
    assert problem.key == "engine-failed"
    assert "left 2 tasks undone (ValueError)" in problem.message


def test_for_little_work_no_process_is_started_until_there_is_one() -> None:
    with closing(Processes(2)) as processes:
        assert list(processes.run(squared, range(3))) == [Lost.UNDONE] * 3
        assert list(processes.run(squared, range(20))) == [each * each for each in range(20)]
        assert list(processes.run(squared, range(3))) == [0, 1, 4]


@pytest.mark.parametrize("name", ["serial", "local:2"])
@pytest.mark.usefixtures("eager")
def test_whoever_watches_sees_each_step_once_and_forwards(desk: Desk, name: str) -> None:
    desk.raw_spec("all", TEMPLATE)
    seen: list[tuple[int, int, str]] = []
    how = How(watch=lambda *step: seen.append(step), engine=name)
    build([Path("all.yaml")], Store(Path("out"), kept=Kept(Path("out"))), how)
    reading = [step for step in seen if step[2].endswith(".txt")]
    assert [step[:2] for step in reading] == ([(0, 2)] if name == "serial" else [(1, 2), (2, 2)])
    assert seen[len(reading) :] == [
        (0, 2, "all-cheshire-east"),
        (1, 2, "all-cheshire-west-and-chester"),
        (2, 2, ""),
    ]


def test_an_executor_of_ones_own_is_an_engine(desk: Desk) -> None:
    desk.raw_spec("all", TEMPLATE)
    out, watched = Path("out"), Watched(2)
    with watched:
        result = build([Path("all.yaml")], Store(out, kept=Kept(out)), How(engine=watched))
    assert (len(pdfs(out)), keys(result)) == (2, [])
    assert watched.tasks == ["read_elsewhere"] * 2 + ["make_elsewhere"] * 2


class Watched(ThreadPoolExecutor):
    """Notes which tasks it was handed."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.tasks: list[str] = []

    def submit(self, task: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as in the class above it
        self.tasks.append(task.__name__)
        return super().submit(task, *args, **kwargs)


def test_serial_is_this_process_alone() -> None:
    with opened("serial") as found:
        assert isinstance(found, Here)


NO_ENGINES = (
    *("", "locl", "serial:2", "local:", "local:x", "local:0", "local:-1", f"local:{'9' * 5000}", "local:2\n"),
    *("dask:", "dask:foo", "dask:http://x:1", "dask:tcp://127.0.0.1", "dask:[::", "dask:inproc://x"),
)


@pytest.mark.parametrize("name", NO_ENGINES)
def test_what_is_no_engine_is_refused_with_what_to_write_even_where_all_is_built(
    desk: Desk, name: str
) -> None:
    if len(name) == 4:
        made(desk, "serial", "out")
    result = made(desk, name, "out")
    assert keys(result) == ["bad-engine"]
    assert "write serial, local, local:4 or dask:tcp://host:8786" in result.problems[0].message
    assert result.exit_code is ExitCode.SPEC


def test_an_executor_that_takes_nothing_any_more_leaves_the_work_undone(desk: Desk) -> None:
    desk.raw_spec("all", TEMPLATE)
    pool = ThreadPoolExecutor(1)
    pool.shutdown()
    result = build([Path("all.yaml")], Store(Path("out"), kept=Kept(Path("out"))), How(engine=pool))
    assert keys(result) == ["engine-failed"]
    assert len(pdfs(Path("out"))) == 2


def test_no_more_processes_start_than_there_are_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []
    pool = engine._pool
    monkeypatch.setattr(engine, "_pool", lambda count: counts.append(count) or pool(min(count, 2)))  # type: ignore[func-returns-value]  # both are wanted
    with closing(Processes(50)) as processes:
        assert list(processes.run(squared, range(20))) == [each * each for each in range(20)]
    assert counts == [20]


def test_what_could_not_be_kept_once_is_tried_again_by_the_next_task(desk: Desk) -> None:
    here = Kept(desk.out).desk
    (desk.out).mkdir()
    (desk.out / FOLDER).write_text("in the way")
    first = here.kept()
    first.put("a" * 64, b"result")
    assert not first.lasts
    (desk.out / FOLDER).unlink()
    second = here.kept()
    second.put("a" * 64, b"result")
    assert second.lasts
    assert here.kept().get("a" * 64) == b"result"
    assert (desk.out / FOLDER).stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("eager")
def test_processes_give_the_bytes_that_this_one_gives(desk: Desk) -> None:
    desk.document("bad.txt", "")
    desk.document("broken.pdf", b"%PDF-1.7 and no more")
    one, two = made(desk, "serial", "one"), made(desk, "local:2", "two")
    assert pdfs(Path("one")) == pdfs(Path("two"))
    assert len(pdfs(Path("two"))) == 2
    assert one.problems == two.problems
    assert keys(two) == ["empty-file", "cut-short"]
    again = made(desk, "local:2", "two")
    assert [outcome.why for outcome in again.outcomes] == [(), ()]


class Fake:
    """Does tasks as an engine that goes wrong in some way."""

    def __init__(self, answer: Callable[[str], Lost | None]) -> None:
        self.undone = Here().undone
        self._answer = answer

    def run(self, task: Callable[[Any], Any], given: Sequence[Any]) -> Iterator[Any]:
        for each in given:
            yield self._answer(task.__name__) or task(each)


def with_engine(monkeypatch: pytest.MonkeyPatch, fake: Engine) -> None:
    @contextmanager
    def open_it(_name: str) -> Iterator[Engine]:
        yield fake

    monkeypatch.setattr(engine, "engine", open_it)


@pytest.mark.parametrize("lost", ["read_elsewhere", "make_elsewhere", "both"])
def test_what_comes_back_undone_is_done_here(desk: Desk, monkeypatch: pytest.MonkeyPatch, lost: str) -> None:
    made(desk, "serial", "one")
    with_engine(monkeypatch, Fake(lambda task: Lost.UNDONE if lost in {task, "both"} else None))
    result = made(desk, "local", "two")
    assert not result.problems
    assert pdfs(Path("one")) == pdfs(Path("two"))


def test_a_document_over_which_its_process_died_is_a_problem_and_the_next_build_tries_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as meanwhile:
        with_engine(meanwhile, Fake(lambda task: Lost.FATAL if task == "read_elsewhere" else None))
        result = made(desk, "local", "out")
    assert keys(result)[:2] == ["worker-died", "worker-died"]
    assert str(result.problems[0]) == (
        "documents/east.txt: error: the process that read it ended over it, as one that runs out of memory does; "
        "leave it out [worker-died]"
    )
    assert result.exit_code is ExitCode.DOCUMENT
    healed = made(desk, "serial", "out")
    assert not healed.problems
    assert len(pdfs(Path("out"))) == 2


def test_a_briefing_over_which_its_process_died_stops_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fates = iter([Lost.FATAL, None])
    with_engine(monkeypatch, Fake(lambda task: next(fates) if task == "make_elsewhere" else None))
    result = made(desk, "local", "out")
    assert keys(result) == ["worker-died"]
    assert result.exit_code is ExitCode.RENDER
    assert [outcome.output is None for outcome in result.outcomes] == [True, False]


def test_workers_that_run_another_program_leave_the_work_undone_and_that_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def threads(_name: str) -> Iterator[Engine]:
        with ThreadPoolExecutor(2) as pool:
            yield Elsewhere(pool)

    made(desk, "serial", "one")
    monkeypatch.setattr(engine, "engine", threads)
    monkeypatch.setattr(Kept, "desk", property(lambda kept: kept_module.Desk(kept.out, "another program")))
    result = made(desk, "local", "two")
    assert keys(result) == ["engine-failed"]
    assert "left 4 tasks undone (LookupError)" in result.problems[0].message
    assert result.exit_code is ExitCode.DONE
    assert pdfs(Path("one")) == pdfs(Path("two"))


ASKER = """
import sys
from builds.test_engines import tell_and_wait
from councilbrief.builds.engine import Processes

if __name__ == "__main__":
    print(list(Processes(1).run(tell_and_wait, [sys.argv[1]] * 20)))
"""


def tell_and_wait(path: str) -> None:
    """Tell the process's number, and stay for longer than any test waits."""
    Path(path).write_text(str(os.getpid()), encoding="utf-8")
    threading.Event().wait(100)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="this system can't wait for another's child")
def test_processes_end_with_the_one_that_asked(tmp_path: Path) -> None:
    pipe, script = tmp_path / "pid", tmp_path / "asker.py"
    os.mkfifo(pipe)
    script.write_text(ASKER, encoding="utf-8")
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(script), str(pipe)]
    with subprocess.Popen(command, env=paths, stderr=subprocess.DEVNULL) as asker:
        process = os.pidfd_open(int(pipe.read_text(encoding="utf-8")))
        asker.kill()
        ended, _, _ = select.select([process], [], [], 30)
        os.close(process)
    assert ended == [process]


def test_where_no_process_can_start_all_is_left_to_whoever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_begin", os.abort)
    with closing(Processes(2)) as processes:
        assert list(processes.run(squared, range(20))) == [Lost.UNDONE] * 20
        assert list(processes.run(squared, range(20))) == [Lost.UNDONE] * 20
    [problem] = engine.complaints(processes)
    assert "left 20 tasks undone (BrokenProcessPool)" in problem.message
