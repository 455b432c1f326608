from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from builds.desk import Desk, keys
from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.load_spec import load_spec
from councilbrief.builds.making import check
from councilbrief.builds.publishing import stamp
from councilbrief.builds.run import NO_DATE, epoch_day
from councilbrief.builds.shelf import Shelf
from councilbrief.documents.document import Document
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.pdf import prove as proof
from councilbrief.pdf import render
from councilbrief.problems import ExitCode, Problem, ProofError, Severity
from councilbrief.provenance import Dated, PartialDate, Source

OLD = b"the last good PDF"


def said(desk: Desk, *specs: Path) -> list[str]:
    return [str(problem) for problem in desk.build(*specs).problems]


def test_each_spec_becomes_a_pdf_and_the_result_says_from_what(desk: Desk) -> None:
    result = desk.build(desk.spec(), desk.spec("west", "E06000050"))
    assert result.exit_code is ExitCode.DONE
    assert result.problems == ()
    assert [(one.council, one.output, [source.id for source in one.sources]) for one in result.outcomes] == [
        ("Cheshire East", desk.out / "east.pdf", ["east"]),
        ("Cheshire West and Chester", desk.out / "west.pdf", ["west"]),
    ]
    assert "“We are proud of our staff" in desk.text("east.pdf")


def test_the_same_inputs_give_the_same_bytes(desk: Desk) -> None:
    spec = desk.spec()
    desk.build(spec)
    first = (desk.out / "east.pdf").read_bytes()
    desk.build(spec, desk.spec("west", "Cheshire West"))
    assert (desk.out / "east.pdf").read_bytes() == first


def test_a_fault_in_setting_a_briefing_stops_that_briefing_only(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def setting(briefing: Briefing, *, stamp: dt.date) -> bytes:
        if briefing.council == "Cheshire East":
            raise ValueError(stamp)
        return b"set"

    monkeypatch.setattr(render, "render", setting)
    monkeypatch.setattr(proof, "prove", lambda *_: None)
    result = desk.build(desk.spec(), desk.spec("west", "Cheshire West"))
    assert keys(result) == ["program-fault"]
    assert result.exit_code is ExitCode.RENDER
    assert desk.published() == ["west.pdf"]


def test_a_pdf_that_fails_its_proof_is_not_published(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def proving(_pdf: bytes, briefing: Briefing, _documents: object) -> None:
        if briefing.council == "Cheshire East":
            raise ProofError(Problem(Severity.ERROR, "proof-words", "page 1: a word is missing"))

    desk.out.mkdir()
    (desk.out / "east.pdf").write_bytes(OLD)
    monkeypatch.setattr(proof, "prove", proving)
    result = desk.build(desk.spec(), desk.spec("west", "Cheshire West"))
    assert [problem.message for problem in result.problems] == ["east.pdf: page 1: a word is missing"]
    assert result.exit_code is ExitCode.PROOF
    assert (desk.out / "east.pdf").read_bytes() == OLD
    assert [one.output for one in result.outcomes] == [None, desk.out / "west.pdf"]


def test_a_template_becomes_one_briefing_a_council(desk: Desk) -> None:
    template = "version: 1\ncouncils: all\nsources: {library: documents}\n"
    result = desk.build(desk.raw_spec("ward", template))
    assert [one.council for one in result.outcomes] == ["Cheshire East", "Cheshire West and Chester"]
    assert desk.published() == ["ward-cheshire-east.pdf", "ward-cheshire-west-and-chester.pdf"]


def test_a_template_leaves_out_councils_without_a_document_that_is_asked_for(desk: Desk) -> None:
    template = "version: 1\ncouncils: all\noutput: '{council}'\nsources: {library: documents, since: 2024}\n"
    result = desk.build(desk.raw_spec("all", template))
    assert result.exit_code is ExitCode.DONE
    assert desk.published() == ["cheshire-east.pdf"]
    (note,) = result.problems
    assert note.message.startswith("no briefing for Cheshire West and Chester: ")


def test_two_specs_for_one_file_are_not_built_over_each_other(desk: Desk) -> None:
    result = desk.build(
        desk.spec("east", more="output: same\n"), desk.spec("west", "Cheshire West", "output: same\n")
    )
    assert keys(result) == ["same-output"]
    assert "same.pdf is made by" in result.problems[0].message
    assert result.exit_code is ExitCode.SPEC
    assert [one.council for one in result.outcomes] == ["Cheshire East"]


def test_documents_are_read_once_for_all_specs_and_problems_told_once(desk: Desk) -> None:
    desk.document("bad.txt", b"")
    seen: Counter[str] = Counter()

    def finders(document: Document) -> Evidence:
        seen[document.source.id] += 1
        return gather(document)

    specs = desk.spec(), desk.spec("west", "Cheshire West"), desk.spec("again", more="  ids: [east]\n")
    result = desk.build(*specs, shelf=Shelf(finders))
    assert seen == {"east": 1, "west": 1}
    assert keys(result) == ["empty-file"]


def test_a_folder_means_the_specs_in_it(desk: Desk) -> None:
    (desk.folder / "briefings").mkdir()
    text = "version: 1\ncouncil: Cheshire East\nsources: {library: ../documents}\n"
    for name in ("b.yml", "a.yaml", ".hidden.yaml", "notes.txt"):
        (desk.folder / "briefings" / name).write_text(text, encoding="utf-8")
    assert desk.build(desk.folder / "briefings").exit_code is ExitCode.DONE
    assert desk.build().exit_code is ExitCode.DONE
    assert desk.published() == ["a.pdf", "b.pdf"]


def test_no_specs_at_all_says_how_to_begin(desk: Desk) -> None:
    (desk.folder / "empty").mkdir()
    result = desk.build(desk.folder / "empty", desk.folder / "gone.yaml", desk.spec())
    assert result.exit_code is ExitCode.SPEC
    assert desk.published() == ["east.pdf"]
    (line,) = said(desk)
    assert line.startswith("briefings: error: there are no specs here")
    assert "`councilbrief init`" in line


def test_check_goes_as_far_and_writes_nothing(desk: Desk) -> None:
    spec = desk.spec()
    result = check([spec])
    assert result.exit_code is ExitCode.DONE
    assert [(one.council, one.output) for one in result.outcomes] == [("Cheshire East", None)]
    desk.document("bad.txt", b"")
    assert check([spec]).exit_code is ExitCode.FOUND
    assert check([spec, desk.spec("york", "York")]).exit_code is ExitCode.SPEC
    assert not desk.out.exists()


def published(text: str) -> Source:
    return Source("a", "a.txt", "", published=Dated(PartialDate.parse(text)))


def test_the_date_of_a_pdf_never_comes_from_the_clock(desk: Desk) -> None:
    dated = load_spec(desk.spec())
    undated = load_spec(
        desk.raw_spec("undated", "version: 1\ncouncil: York\nsources: {library: documents}\n")
    )
    sources = (published("2024-05-16"), published("2019-05"), Source("b", "b.txt", ""))
    assert stamp(dated, sources, NO_DATE) == dt.date(2024, 6, 3)
    assert stamp(undated, sources, NO_DATE) == dt.date(2024, 5, 16)
    assert stamp(undated, sources[1:], NO_DATE) == dt.date(2019, 5, 31)
    assert stamp(undated, (), NO_DATE) == NO_DATE
    assert (epoch_day(None), epoch_day("86400")) == (NO_DATE, dt.date(1970, 1, 2))


@pytest.mark.parametrize("epoch", ["", "soon", "-1", "1.5", "٣", "9" * 30, "9" * 5000])
def test_an_epoch_that_is_no_time_stops_the_build_and_is_named(desk: Desk, epoch: str) -> None:
    result = desk.build(desk.spec(), epoch=epoch)
    assert (keys(result), result.exit_code) == (["bad-epoch"], ExitCode.SPEC)
    assert "SOURCE_DATE_EPOCH must be a whole number of seconds" in str(result.problems[0])
    assert desk.published() == []
