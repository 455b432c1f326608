"""A real Dask scheduler and two workers on this machine, that share its files, give what one process gives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from builds.desk import Desk, desk_in, keys
from builds.test_engines import made, pdfs
from councilbrief.builds import cluster as cluster_module
from councilbrief.builds import engine as engine_module
from councilbrief.builds.cluster import executor
from councilbrief.builds.engine import Elsewhere, Lost
from councilbrief.problems import SpecError

pytestmark = pytest.mark.filterwarnings("ignore")  # what Dask warns of in its own threads is its affair


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    settings = {"n_workers": 2, "threads_per_worker": 2, "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(**settings) as found:  # type: ignore[no-untyped-call]  # Dask has no types
        yield found


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return desk_in(tmp_path)


def test_workers_of_a_cluster_give_the_bytes_that_this_process_gives(cluster: Any, desk: Desk) -> None:  # noqa: ANN401 - Dask has no types
    for number in range(8):
        text = (desk.folder / "documents" / "east.txt").read_text(encoding="utf-8")
        desk.document(f"more {number}.txt", text.replace("proud", f"proud, {number} times over,"))
    desk.document("broken.pdf", b"%PDF-1.7 and no more")
    one = made(desk, "serial", "one")
    two = made(desk, f"dask:{cluster.scheduler_address}", "two")
    assert pdfs(Path("one")) == pdfs(Path("two"))
    assert len(pdfs(Path("two"))) == 2
    assert one.problems == two.problems
    assert "engine-failed" not in keys(two)


def test_each_task_is_done_although_an_earlier_one_was_given_the_same(cluster: Any) -> None:  # noqa: ANN401 - the same
    with executor(cluster.scheduler_address) as (found, alive):
        engine = Elsewhere(found, alive)
        assert alive()
        first, second = (list(engine.run(count_up, [0, 0, 0])) for _ in range(2))
    assert Lost.UNDONE not in (*first, *second)
    assert len({*first, *second}) == 6


COUNTED: list[int] = []


def count_up(_same: int) -> tuple[int, int]:
    """Tell which process this is and how often it was asked."""
    COUNTED.append(1)
    return os.getpid(), len(COUNTED)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "PATIENCE", "1s")
    with (
        pytest.raises(SpecError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"),
        executor("tcp://127.0.0.1:9"),
    ):
        pass


def test_a_cluster_without_workers_is_refused_and_a_build_goes_on_when_the_last_one_has_gone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "PATIENCE", "1s")
    monkeypatch.setattr(engine_module, "PATIENCE", 0.2)
    settings = {"n_workers": 0, "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(**settings) as empty:  # type: ignore[no-untyped-call]  # Dask has no types
        result = made(desk, f"dask:{empty.scheduler_address}", "out")
        assert keys(result) == ["no-workers"]
        monkeypatch.setattr("distributed.Client.wait_for_workers", lambda *_, **__: None)
        result = made(desk, f"dask:{empty.scheduler_address}", "out")
    assert keys(result) == ["engine-failed"]
    assert "left 4 tasks undone (NobodyThere)" in result.problems[0].message
    assert len(pdfs(Path("out"))) == 2
