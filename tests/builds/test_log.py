"""The log says when, where and which rule; of the words of documents it holds none."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from builds.desk import EAST, WEST, Desk, keys
from builds.test_incremental import both
from councilbrief.builds.outcome import BuildResult, Outcome
from councilbrief.builds.telling import log, tally
from councilbrief.problems import ExitCode

NOON = dt.datetime(2026, 7, 1, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_each_build_adds_what_became_of_each_briefing_and_each_problem_with_its_place(desk: Desk) -> None:
    desk.document("bad.txt", "")
    path = desk.folder / "log.jsonl"
    broken = desk.raw_spec("broken", "version: 2\n")
    for _ in range(2):
        assert log.append(path, NOON, desk.rebuild(*both(desk), broken)) == ()
    lines = read(path)
    first, second = lines[: len(lines) // 2], lines[len(lines) // 2 :]
    wrong = [line for line in first if line["event"] == "error"]
    assert [line["event"] for line in first if line not in wrong] == ["published", "published", "end"]
    assert [line["event"] for line in second if line["event"] != "error"] == ["unchanged", "unchanged", "end"]
    assert {line["at"] for line in first} == {"2026-07-01T11:00:00+00:00"}
    assert ("empty-file", "documents/bad.txt", None) in {
        (line["key"], line["file"], line["line"]) for line in wrong
    }
    assert ("unknown-version", broken.as_posix(), 1) in {
        (line["key"], line["file"], line["line"]) for line in wrong
    }
    assert first[-1]["exit_code"] == ExitCode.DOCUMENT


def test_a_log_holds_no_five_words_of_any_document_or_spec(desk: Desk) -> None:
    desk.document("odd.txt", EAST.replace("rated Cheshire East Council’s", "rated Ches East’s"))
    spec = desk.spec("east", more="title: A title with words of the officer’s own\n  oops: 1\n")
    path = desk.folder / "log.jsonl"
    for given in (spec, desk.spec("west", "Cheshire West"), desk.spec("none", "Nowhere at all in England")):
        log.append(path, NOON, desk.rebuild(given))
    logged = words(path.read_text(encoding="utf-8"))
    for text in (EAST, WEST, spec.read_text(encoding="utf-8"), "Nowhere at all in England"):
        told = words(text)
        slices = {tuple(told[at : at + 5]) for at in range(len(told) - 4)}
        assert not slices & {tuple(logged[at : at + 5]) for at in range(len(logged) - 4)}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_a_log_that_can_not_be_written_is_a_warning(desk: Desk) -> None:
    [problem] = log.append(desk.folder, NOON, desk.rebuild(desk.spec()))
    assert str(problem).endswith("(Is a directory); give another file with --log [log-not-written]")


def test_many_briefings_are_counted_by_what_became_of_them() -> None:
    made = Outcome("a.yaml", "York", Path("out/a.pdf"), (), "digest", ("changed",), ())
    first = Outcome("b.yaml", "Hull", Path("out/b.pdf"), (), "digest", ("changed",), None)
    same = Outcome("c.yaml", "Kent", Path("out/c.pdf"), (), "digest")
    failed = Outcome("d.yaml", "Bath", None, ())
    assert tally.rows([made, first, same, failed]) == (
        ("out/a.pdf", "York", "published", "no fact has changed"),
        ("out/b.pdf", "Hull", "published", "no earlier edition"),
        ("out/c.pdf", "Kent", "unchanged", ""),
        ("d.yaml", "Bath", "failed", ""),
    )
    assert tally.total([made, first, same, failed], 1.26) == (
        "4 briefings in 1.3 s: 2 published, 1 unchanged, 1 failed"
    )
    assert keys(BuildResult((made,), (), ExitCode.DONE)) == []
