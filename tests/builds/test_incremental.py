"""Builds that make again only what has changed, and give the same bytes as one that makes everything."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builds.desk import EAST, WEST, Desk, desk_in, keys
from councilbrief.builds import setting
from councilbrief.builds.files import DiskFiles
from councilbrief.builds.keeping import digests, kept, lock
from councilbrief.builds.keeping.kept import FOLDER
from councilbrief.builds.outcome import BuildResult
from councilbrief.problems import ExitCode

MANIFEST = "version: 1\ndocuments:\n  - file: east.txt\n    title: {title}\n    published: {published}\n"

ANOTHER_PROGRAM = "councilbrief itself, or a library that it stands on, changed"


def both(desk: Desk) -> tuple[Path, Path]:
    return desk.spec(), desk.spec("west", "Cheshire West")


def reasons(result: BuildResult) -> list[tuple[str, ...]]:
    return [one.why for one in result.outcomes]


def pdfs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refuse(*_args: object, **_named: object) -> bytes:
    pytest.fail("a briefing was set though nothing had changed")


def test_a_build_of_nothing_new_makes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    specs = both(desk)
    first = desk.rebuild(*specs)
    before = {path: path.stat().st_mtime_ns for path in desk.out.glob("*.pdf")}
    monkeypatch.setattr(setting, "proved", refuse)
    again = desk.rebuild(*specs)
    assert reasons(again) == [(), ()]
    assert (again.problems, again.exit_code) == (first.problems, ExitCode.DONE)
    assert [one.sources for one in again.outcomes] == [one.sources for one in first.outcomes]
    assert {path: path.stat().st_mtime_ns for path in desk.out.glob("*.pdf")} == before


def test_only_what_rests_on_a_changed_document_is_made_again(desk: Desk) -> None:
    specs = both(desk)
    desk.rebuild(*specs)
    desk.document("west.txt", WEST.replace("hard our teams", "well our teams"))
    result = desk.rebuild(*specs)
    assert reasons(result) == [(), ("the file of west changed",)]
    assert "how well our teams" in desk.text("west.pdf")


def test_a_new_document_is_a_reason_for_its_council_only(desk: Desk) -> None:
    specs = both(desk)
    desk.rebuild(*specs)
    desk.document("later.txt", EAST.replace("16 May", "17 May").replace("proud of", "pleased with"))
    assert reasons(desk.rebuild(*specs, dry=True)) == [("later is new",), ()]
    (desk.folder / "documents/later.txt").unlink()
    assert reasons(desk.rebuild(*specs, dry=True)) == [(), ()]


def test_reasons_name_what_changed_in_a_spec_and_in_the_manifest(desk: Desk) -> None:
    specs = both(desk)
    desk.document("sources.yaml", MANIFEST.format(title="One", published="2024-05-16"))
    desk.rebuild(*specs)
    desk.document("sources.yaml", MANIFEST.format(title="Two", published="2024-05-17"))
    desk.spec("west", "Cheshire West", "title: A title of our own\n")
    assert reasons(desk.rebuild(*specs, dry=True)) == [
        ("sources.yaml changed: published, title of east",),
        (f"{specs[1].as_posix()} changed: title",),
    ]


def test_a_pdf_that_is_gone_or_was_changed_is_made_again_with_the_same_bytes(desk: Desk) -> None:
    specs = both(desk)
    desk.rebuild(*specs)
    before = pdfs(desk.out)
    (desk.out / "east.pdf").unlink()
    (desk.out / "west.pdf").write_bytes(b"somebody else's")
    out = desk.out.as_posix()
    assert reasons(desk.rebuild(*specs)) == [
        (f"{out}/east.pdf is not there",),
        (f"{out}/west.pdf is not what was published",),
    ]
    assert pdfs(desk.out) == before


def test_a_document_that_becomes_a_link_to_outside_is_seen(desk: Desk, tmp_path: Path) -> None:
    spec = desk.spec()
    desk.rebuild(spec)
    document, outside = desk.folder / "documents" / "east.txt", tmp_path / "outside.txt"
    document.rename(outside)
    document.symlink_to(outside)
    assert [problem.key for problem in desk.rebuild(spec).problems][:1] == ["file-outside"]


def test_another_version_of_the_program_makes_everything_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = desk.spec()
    desk.rebuild(spec)
    monkeypatch.setattr(kept, "program", lambda _digest: "another")
    assert reasons(desk.rebuild(spec, dry=True)) == [(ANOTHER_PROGRAM,)]
    made, proved = list[bytes](), setting.proved

    def counted(*given: Any) -> bytes:  # noqa: ANN401 - whatever it takes
        made.append(proved(*given))
        return made[-1]

    monkeypatch.setattr(setting, "proved", counted)
    assert reasons(desk.rebuild(spec)) == [()]  # as the same bytes came of it
    assert made == [(desk.out / "east.pdf").read_bytes()]
    assert len(list((desk.out / FOLDER / "results").iterdir())) == 1  # those of the first are cleared away


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    specs = both(desk)
    before = tree(desk.folder)
    planned = desk.rebuild(*specs, dry=True)
    assert tree(desk.folder) == before
    assert all("has not been built here before" in why for [why] in reasons(planned))
    desk.rebuild(*specs)
    desk.document("east.txt", EAST.replace("proud", "glad"))
    before = tree(desk.folder)
    desk.rebuild(*specs, dry=True)
    assert tree(desk.folder) == before


@pytest.mark.parametrize("settled", [10**12, -(10**12)], ids=["just written", "long there"])
def test_a_change_that_the_time_of_the_contents_does_not_show_is_seen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, settled: int
) -> None:
    if settled < 0 and sys.platform == "win32":
        pytest.skip("Windows tells only when a file was made, not when it was changed otherwise")
    monkeypatch.setattr(digests, "SETTLED", settled)
    spec = desk.spec()
    path = desk.document("east.txt", EAST)
    times = path.stat()
    desk.rebuild(spec)
    desk.document("east.txt", EAST.replace("‘good’ overall", "‘poor’ overall"))  # as many bytes
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert reasons(desk.rebuild(spec)) == [("the file of east changed",)]


@pytest.mark.parametrize("name", ["documents/east.txt", "east.yaml", "documents/new.txt"])
def test_what_changes_while_a_build_goes_on_is_seen_by_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    spec, proved = desk.spec(), setting.proved

    def slow(*given: Any) -> bytes:  # noqa: ANN401 - whatever it takes
        changed = (
            spec.read_text() + "title: A new one\n" if name == "east.yaml" else EAST.replace("proud", "glad")
        )
        (desk.folder / name).write_text(changed)
        return proved(*given)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(setting, "proved", slow)
        desk.rebuild(spec)
    [[why]] = reasons(desk.rebuild(spec))
    assert "new" in why or "changed" in why
    assert reasons(desk.rebuild(spec)) == [()]


@pytest.mark.parametrize("harm", ["emptied", "cut", "turned", "swapped"])
def test_whatever_happens_to_what_is_kept_the_bytes_are_the_same(desk: Desk, harm: str) -> None:
    specs = both(desk)
    desk.rebuild(*specs)
    before = pdfs(desk.out)
    every = (path for path in sorted((desk.out / FOLDER).rglob("*")) if path.is_file())
    paths = [path for path in every if path.name != lock.NAME]
    contents = [path.read_bytes() for path in paths]
    swapped = [*contents[1:], contents[0]]
    for path, data, other in zip(paths, contents, swapped, strict=True):
        turned = bytes([*data[:-1], data[-1] ^ 1])
        path.write_bytes(
            {"emptied": b"", "cut": data[: len(data) // 2], "turned": turned, "swapped": other}[harm]
        )
    (desk.out / "east.pdf").unlink()
    result = desk.rebuild(*specs)
    assert result.exit_code is ExitCode.DONE
    assert pdfs(desk.out) == before


class NothingKept(DiskFiles):
    """A disk on which nothing can be kept beside the briefings."""

    def create(self, path: Path) -> int:
        if FOLDER in path.parts:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().create(path)


def test_results_that_cannot_be_kept_are_a_warning_and_the_briefings_are_built(desk: Desk) -> None:
    result = desk.rebuild(desk.spec(), files=NothingKept())
    assert keys(result) == ["results-not-kept"]
    assert result.exit_code is ExitCode.DONE
    assert list(pdfs(desk.out)) == ["east.pdf"]


def test_a_document_that_could_not_be_read_is_told_of_each_time(desk: Desk) -> None:
    desk.document("empty.pdf", b"")
    first, again = desk.rebuild(desk.spec()), desk.rebuild(desk.spec())
    assert keys(first) == keys(again) == ["empty-file"]
    assert first.exit_code is again.exit_code is ExitCode.DOCUMENT


EDITS = ("east", "west", "later", "no later", "title", "no pdf", "nothing kept")


@given(edits=st.lists(st.sampled_from(EDITS), max_size=5))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_after_any_edits_a_build_gives_what_a_clean_one_gives(
    tmp_path_factory: pytest.TempPathFactory, edits: list[str]
) -> None:
    desk = desk_in(tmp_path_factory.mktemp("desk"))
    specs = both(desk)
    for number, edit in enumerate(["nothing", *edits]):
        later = desk.folder / "documents/later.txt"
        if edit in {"east", "west", "later"}:
            words = WEST if edit == "west" else EAST
            desk.document(f"{edit}.txt", words.replace("services", "services " * (number + 1)))
        elif edit == "no later":
            later.unlink(missing_ok=True)
        elif edit == "title":
            desk.spec("east", "Cheshire East", f"title: Edition {number}\n")
        elif edit == "no pdf":
            (desk.out / "east.pdf").unlink()
        elif edit == "nothing kept":
            for path in (desk.out / FOLDER).rglob("*.json"):
                path.unlink()
        built = desk.rebuild(*specs)
    clean = Desk(desk.folder).build(*specs)  # the same folder: messages name it
    assert built.problems == clean.problems
    again = pdfs(desk.out)
    assert desk.rebuild(*specs).exit_code is clean.exit_code
    assert pdfs(desk.out) == again


@pytest.mark.parametrize(
    "elsewhere",
    [{"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}, {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8"}],
)
def test_the_bytes_are_those_of_any_time_zone_locale_and_hash_seed(
    desk: Desk, elsewhere: dict[str, str]
) -> None:
    spec = desk.spec()
    desk.rebuild(spec)
    program = [sys.executable, "-c", "from councilbrief.cli import main; main()"]
    subprocess.run(
        [*program, "build", spec.name, "--out", "elsewhere"],
        cwd=desk.folder,
        env={**os.environ, **elsewhere},
        check=True,
        capture_output=True,
    )
    assert pdfs(desk.folder / "elsewhere") == pdfs(desk.out)
