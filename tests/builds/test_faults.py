"""Whatever fails while a build goes on, a published file is the old or the new one, the rest is built, the next build heals."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from builds.desk import EAST, Desk, keys
from builds.test_incremental import both, pdfs, reasons
from builds.test_store import FailingFiles
from councilbrief.builds.files import DiskFiles
from councilbrief.builds.keeping.kept import FOLDER, Kept
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.run import build
from councilbrief.builds.store import Store
from councilbrief.documents import quarantine
from councilbrief.problems import ExitCode

NEWS = EAST.replace("We are proud", "We are all proud")
# A build of two briefings makes fewer calls than this.
MOST_CALLS = 400


def build_with(desk: Desk, kept: DiskFiles, public: DiskFiles) -> BuildResult:
    return build(both(desk), Store(desk.out, public, kept=Kept(desk.out, kept)))


def two_editions(desk: Desk) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return what is published before and after the news."""
    found = []
    for text in (EAST, NEWS):
        desk.document("east.txt", text)
        desk.build(*both(desk))
        found.append(pdfs(desk.out))
    for path in desk.out.glob("*.pdf"):
        path.unlink()
    return found[0], found[1]


def calls_of(desk: Desk) -> int:
    """Return how many calls keeping the results of an edition takes."""
    counting = FailingFiles(0)
    desk.document("east.txt", EAST)
    build_with(desk, DiskFiles(), DiskFiles())
    desk.document("east.txt", NEWS)
    build_with(desk, counting, DiskFiles())
    return counting.calls


def each_call_fails(desk: Desk, numbers: range, *, code: int, after: bool) -> int:
    """Let one call after the other fail; return how many did."""
    old, new = two_editions(desk)
    failed = 0
    for number in numbers:
        desk.document("east.txt", EAST)
        build_with(desk, DiskFiles(), DiskFiles())
        assert pdfs(desk.out) == old
        desk.document("east.txt", NEWS)
        files = FailingFiles(number, code=code, after=after)
        result = build_with(desk, files, DiskFiles())
        failed += bool(files.failed)
        assert set(keys(result)) <= {"results-not-kept"}, files.failed
        assert result.exit_code is ExitCode.DONE
        assert pdfs(desk.out) == new
        assert not build_with(desk, DiskFiles(), DiskFiles()).problems
        assert reasons(build_with(desk, DiskFiles(), DiskFiles())) == [(), ()]
        assert pdfs(desk.out) == new
    return failed


@pytest.mark.slow
@pytest.mark.parametrize("after", [False, True])
def test_whichever_call_for_kept_results_fails_the_briefings_are_published(
    desk: Desk, *, after: bool
) -> None:
    calls = calls_of(desk)
    assert 20 < calls < MOST_CALLS
    assert each_call_fails(desk, range(1, calls + 1), code=errno.ENOSPC, after=after) == calls


@pytest.mark.parametrize("number", [1, 2, 5, 17])
def test_some_calls_for_kept_results_that_fail(desk: Desk, number: int) -> None:
    assert each_call_fails(desk, range(number, number + 1), code=errno.EROFS, after=False) == 1


@pytest.mark.slow
def test_whichever_call_for_the_briefings_fails_each_is_old_or_new_and_the_next_build_heals(
    desk: Desk,
) -> None:
    old, new = two_editions(desk)
    for number in range(1, MOST_CALLS):
        desk.document("east.txt", EAST)
        build_with(desk, DiskFiles(), DiskFiles())
        desk.document("east.txt", NEWS)
        files = FailingFiles(number)
        result = build_with(desk, DiskFiles(), files)
        if not files.failed:
            break
        assert set(keys(result)) <= {"disk-full", "write-failed", "not-settled"}
        there = pdfs(desk.out)
        assert there in (old, new)
        assert there["west.pdf"] == new["west.pdf"]
        build_with(desk, DiskFiles(), DiskFiles())
        assert pdfs(desk.out) == new
    assert 5 < number < MOST_CALLS - 1


def test_a_document_that_hangs_costs_its_time_and_nothing_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build(*both(desk))
    desk.document("hang.pdf", (desk.out / "west.pdf").read_bytes())
    with monkeypatch.context() as meanwhile:
        endless = quarantine.Quarantine(("-c", "import time; time.sleep(100)"), seconds=0.3)
        meanwhile.setattr(quarantine, "_quarantine", endless)
        result = desk.rebuild(*both(desk))
        endless.close()
    assert keys(result) == ["too-slow"]
    assert result.exit_code is ExitCode.DOCUMENT
    assert all("hang.pdf" in desk.text(name) for name in desk.published())
    assert not desk.rebuild(*both(desk)).problems  # it is tried again, as the machine may have been busy
    assert not any("hang.pdf" in desk.text(name) for name in desk.published())


def test_what_is_kept_is_for_the_eyes_of_whoever_builds(desk: Desk) -> None:
    desk.rebuild(*both(desk))
    assert (desk.out / FOLDER).stat().st_mode & 0o777 == 0o700


def test_what_came_from_a_document_goes_when_no_command_draws_on_it_any_longer(desk: Desk) -> None:
    desk.rebuild(*both(desk))
    before = results(desk.out)
    desk.document("east.txt", NEWS)
    desk.rebuild(*both(desk))
    after = results(desk.out)
    assert len(after) == len(before)
    assert len(before - after) == len(after - before) == 4  # its text, facts, card and briefing
    west = desk.folder / "west.yaml"
    desk.rebuild(west)
    assert results(desk.out) == after  # another command still draws on them


def results(out: Path) -> set[str]:
    """Return the names of kept results."""
    folder = out / FOLDER / "results"
    return {path.name for path in folder.rglob("*") if path.is_file() and path.parent.name != "commands"}


def test_a_command_that_made_nothing_for_long_holds_no_results(desk: Desk) -> None:
    west = desk.spec("west", "Cheshire West")
    desk.rebuild(*both(desk))
    for path in (desk.out / FOLDER / "results").rglob("*.used"):
        os.utime(path, (0, 0))
    desk.rebuild(west)
    assert len(results(desk.out)) == 7  # texts, facts and cards of two documents, and one briefing
