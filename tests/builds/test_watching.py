"""Who edits sees the PDF built again at each change, and at no other time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builds.desk import EAST, Desk, keys
from councilbrief.builds import How
from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.run import build
from councilbrief.builds.store import Store
from councilbrief.builds.watching import build_on_change


def watched(desk: Desk, edits: Iterator[Callable[[], object]], *specs: Path) -> list[BuildResult]:
    """Return what is built while one edit is made at each look, until there are no more."""
    results: list[BuildResult] = []
    over: list[bool] = []

    def build() -> BuildResult:
        results.append(desk.rebuild(*specs))
        return results[-1]

    def sleep(_seconds: float) -> None:
        edit = next(edits, None)
        if edit is None:
            over.append(True)
        else:
            edit()

    assert build_on_change(build, sleep, lambda: bool(over)) is None
    return results


def test_what_no_edit_of_a_file_can_mend_ends_it(desk: Desk) -> None:
    def build_it() -> BuildResult:
        return build([desk.spec()], Store(desk.out, kept=Kept(desk.out)), How(engine="nonsense"))

    refused = build_on_change(build_it, lambda _: None, lambda: False)
    assert refused is not None
    assert keys(refused) == ["bad-engine"]


def nothing() -> None:
    """Edit nothing."""


def test_each_change_is_built_once_and_nothing_else_is(desk: Desk) -> None:
    spec = desk.spec()
    edits = [
        nothing,
        lambda: desk.spec(more="title: Another one\n"),
        nothing,
        nothing,
        lambda: desk.document("east.txt", EAST.replace("proud", "glad")),
        lambda: desk.document("west.txt", EAST),  # of the library, though not of this briefing
        lambda: desk.document("new.txt", EAST.replace("16 May", "17 May")),
        nothing,
    ]
    results = watched(desk, iter(edits), spec)
    assert [[bool(one.why) for one in result.outcomes] for result in results] == [
        [True],
        [True],
        [True],
        [True],
        [True],
    ]
    assert "Another one" in desk.text("east.pdf")


def test_a_mistake_in_a_spec_is_told_and_mended_without_a_new_start(desk: Desk) -> None:
    edits = [lambda: desk.raw_spec("east", "version: 1\ncouncil: [\n"), nothing, desk.spec]
    results = watched(desk, iter(edits), desk.spec())
    assert [bool(keys(result)) for result in results] == [False, True, False]
    assert len(desk.published()) == 1


def test_a_folder_of_specs_that_is_empty_is_looked_at_until_there_is_one(desk: Desk) -> None:
    (desk.folder / "briefings").mkdir()
    text = desk.spec().read_text().replace("library: documents", "library: ../documents")
    edits = [nothing, lambda: (desk.folder / "briefings" / "east.yaml").write_text(text)]
    results = watched(desk, iter(edits))
    assert [keys(result) for result in results] == [["no-specs"], []]


def test_what_changes_while_a_build_goes_on_is_built_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from councilbrief.builds import setting  # noqa: PLC0415 - only here it is slowed down

    proved, spec = setting.proved, desk.spec()

    def slow(*given: object) -> bytes:
        pdf = proved(*given)  # type: ignore[arg-type]  # whatever it takes
        monkeypatch.setattr(setting, "proved", proved)
        desk.spec(more="title: Written meanwhile\n")
        return pdf

    monkeypatch.setattr(setting, "proved", slow)
    assert len(watched(desk, iter([]), spec)) == 2
    assert "Written meanwhile" in desk.text("east.pdf")
