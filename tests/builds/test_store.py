from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilbrief.builds.files import DiskFiles
from councilbrief.builds.store import STRAY_AGE, STRAY_END, STRAY_START, Store
from councilbrief.problems import ExitCode, StoreError

OLD = b"%PDF-1.7 old " + b"o" * 5_000
NEW = b"%PDF-1.7 new " + b"n" * 90_000
NAME = "cheshire-east.pdf"


class FailingFiles(DiskFiles):
    """The disk, but the call with a certain number fails, before or after it did its work."""

    def __init__(self, number: int, *, code: int = errno.ENOSPC, after: bool = False) -> None:
        self.calls = 0
        self.failed = ""
        self._number, self._code, self._after = number, code, after

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - whatever the call returns
        call = super().__getattribute__(name)
        if name.startswith("_") or not callable(call):
            return call
        return self._counting(name, call)

    def _counting(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any) -> Any:  # noqa: ANN401 - whatever the call takes and returns
            self.calls += 1
            if self.calls != self._number:
                return call(*args)
            self.failed = name
            if self._after:
                call(*args)
            raise OSError(self._code, os.strerror(self._code))

        return counted


class SlowFiles(DiskFiles):
    """A disk that takes only a few bytes at a time."""

    def write(self, handle: int, data: memoryview) -> int:
        return super().write(handle, data[:7_001])


def strays(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(STRAY_START)]


def refusal(store: Store, name: str = NAME, data: bytes = NEW) -> str:
    with pytest.raises(StoreError) as caught:
        store.publish(name, data)
    (problem,) = caught.value.problems
    assert caught.value.exit_code is ExitCode.STORE
    return str(problem)


def test_a_result_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    store = Store(tmp_path / "new" / "out")
    assert store.publish(NAME, OLD) == tmp_path / "new" / "out" / NAME
    store.publish(NAME, NEW)
    assert (store.folder / NAME).read_bytes() == NEW
    assert [path.name for path in store.folder.iterdir()] == [NAME]


def test_bytes_that_the_disk_takes_piecemeal_all_arrive(tmp_path: Path) -> None:
    Store(tmp_path, SlowFiles()).publish(NAME, NEW)
    assert (tmp_path / NAME).read_bytes() == NEW


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_whichever_call_fails_the_public_file_is_old_or_new(tmp_path: Path, *, after: bool) -> None:
    """Every call of a build fails once: the file is whole, and an error means that it says so."""
    counted = FailingFiles(0)
    Store(tmp_path / "counted", counted).publish(NAME, NEW)
    failed = set()
    for number in range(1, counted.calls + 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / NAME).write_bytes(OLD)
        files = FailingFiles(number, after=after)
        try:
            Store(folder, files).publish(NAME, NEW)
            assert (folder / NAME).read_bytes() == NEW
        except StoreError as error:
            (problem,) = error.problems
            published = files.failed == "sync_folder" or (files.failed == "replace" and after)
            assert (folder / NAME).read_bytes() == (NEW if published else OLD)
            assert problem.file == (folder / NAME).as_posix()
            failed.add(files.failed)
        # Only a call that made its file and then failed, or can't remove it, leaves a stray.
        assert len(strays(folder)) == (1 if files.failed == "create" and after else 0)
    assert {"make_folder", "is_plain", "create", "write", "sync", "close", "replace", "sync_folder"} == failed


def test_a_stray_that_can_not_be_removed_is_left_and_the_first_error_told(tmp_path: Path) -> None:
    class Stuck(DiskFiles):
        def sync(self, _handle: int) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        def remove(self, _path: Path) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    assert "Input/output error" in refusal(Store(tmp_path, Stuck()))
    assert len(strays(tmp_path)) == 1


@pytest.mark.parametrize(
    ("code", "key", "advice"),
    [
        (errno.ENOSPC, "disk-full", "the disk is full; free some space"),
        (errno.EROFS, "not-writable", "read-only; give another folder with --out"),
        (errno.EACCES, "not-writable", "you may not write there"),
        (errno.EIO, "write-failed", "see that the folder is there"),
    ],
)
def test_an_error_names_path_bytes_and_what_to_do(tmp_path: Path, code: int, key: str, advice: str) -> None:
    (tmp_path / NAME).write_bytes(OLD)
    said = refusal(Store(tmp_path, FailingFiles(5, code=code)))
    assert said.startswith(f"{tmp_path.as_posix()}/{NAME}: error: 90,013 bytes could not be written (")
    assert advice in said
    assert said.endswith(f"[{key}]")
    assert (tmp_path / NAME).read_bytes() == OLD


def test_an_output_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    assert "give another with --out" in refusal(Store(tmp_path / "out"))
    assert (tmp_path / "out").read_text() == "mine"


def test_a_link_or_a_folder_in_place_of_an_output_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "precious.pdf"
    precious.write_bytes(OLD)
    out = tmp_path / "out"
    out.mkdir()
    (out / NAME).symlink_to(precious)
    (out / "folder.pdf").mkdir()
    (out / "dangling.pdf").symlink_to(tmp_path / "nowhere")
    for name in (NAME, "folder.pdf", "dangling.pdf"):
        assert "a link or a folder stands there" in refusal(Store(out), name)
    assert precious.read_bytes() == OLD
    assert (out / NAME).is_symlink()
    assert not (tmp_path / "nowhere").exists()


@given(st.text(max_size=20), st.sampled_from(["/", "\\", "\0", ":", ""]), st.text(max_size=20))
def test_no_name_leads_out_of_the_folder(before: str, mark: str, after: str) -> None:
    class Watched(DiskFiles):
        def create(self, path: Path) -> int:
            assert path.parent == Path("out")
            raise OSError(errno.EROFS, "nothing is written in this test")

        def make_folder(self, path: Path) -> None:
            assert path == Path("out")

        def replace(self, _old: Path, _new: Path) -> None:
            pytest.fail("nothing was written")

    name = before + mark + after
    said = refusal(Store(Path("out"), Watched()), name)
    if mark or name in {"", ".", ".."}:
        assert said.endswith("[bad-name]")


def test_strays_of_broken_builds_are_swept_and_nothing_else(tmp_path: Path) -> None:
    old, young, foreign = (
        tmp_path / f"{STRAY_START}0123{STRAY_END}",
        tmp_path / f"{STRAY_START}4567{STRAY_END}",
        tmp_path / ".backup.tmp",
    )
    for path in (old, young, foreign):
        path.write_bytes(b"half")
    store = Store(tmp_path)
    for path in (old, foreign):
        os.utime(path, (0, store._opened - STRAY_AGE - 1))
    store.publish(NAME, NEW)
    assert {path.name for path in tmp_path.iterdir()} == {young.name, foreign.name, NAME}


# The disk is slow to take the bytes, so that a child is as a rule killed while it is writing.
PUBLISHING = """
import sys
from pathlib import Path
from councilbrief.builds.files import DiskFiles
from councilbrief.builds.store import Store


class SlowFiles(DiskFiles):
    def write(self, handle, data):
        return super().write(handle, data[:100])


store = Store(Path(sys.argv[1]), SlowFiles())
print("ready", flush=True)
for number in range(1_000_000):
    store.publish("briefing.pdf", bytes([number % 251]) * 400_000)
    print(number, flush=True)
"""


def test_a_build_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    """The child is killed at whatever it happens to be doing; the file is one of those it wrote."""
    whole = {hashlib.sha256(bytes([number]) * 400_000).hexdigest() for number in range(251)}
    for round_ in range(5):
        child = subprocess.Popen([sys.executable, "-c", PUBLISHING, str(tmp_path)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        for _ in range(2 + round_):
            child.stdout.readline()
        before, deadline = len(strays(tmp_path)), time.monotonic() + 1
        while len(strays(tmp_path)) == before and time.monotonic() < deadline:
            pass  # it is between two files
        child.send_signal(signal.SIGKILL)
        child.wait(timeout=10)
        child.stdout.close()
        target = tmp_path / "briefing.pdf"
        assert hashlib.sha256(target.read_bytes()).hexdigest() in whole
    left = strays(tmp_path)
    assert left, "no child was killed while it was writing"
    for stray in left:
        os.utime(stray, (0, 0))
    Store(tmp_path).publish("briefing.pdf", NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["briefing.pdf"]
