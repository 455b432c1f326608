from __future__ import annotations

import datetime as dt
import errno
import os
from collections import Counter
from pathlib import Path

import pytest

from builds.desk import EAST, Desk, keys
from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.load_spec import load_spec
from councilbrief.builds.files import DiskFiles
from councilbrief.builds.run import NO_DATE, check, stamp
from councilbrief.builds.shelf import Shelf
from councilbrief.documents.document import Document
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.pdf import proof, render
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


BAD_BYTES = {
    "empty-file": b" \n\t\n",
    "not-text": bytes(range(256)) * 8,
    "bad-encoding": b"\xff\xfe" + EAST.encode("utf-16-le")[:99],
    "no-text": b"Share this article\nAccept all cookies\n",
}


@pytest.mark.parametrize("key", BAD_BYTES)
def test_a_document_that_can_not_be_read_is_a_problem_and_the_rest_is_built(desk: Desk, key: str) -> None:
    desk.document("bad.txt", BAD_BYTES[key])
    result = desk.build(desk.spec(), desk.spec("west", "Cheshire West"))
    assert keys(result) == [key]
    assert str(result.problems[0]).startswith("documents/bad.txt: error: ")
    assert result.exit_code is ExitCode.DOCUMENT
    assert desk.published() == ["east.pdf", "west.pdf"]
    assert "Documents that could not be read • bad.txt: " in desk.text("east.pdf")


def test_a_huge_document_is_refused_without_being_read(desk: Desk) -> None:
    os.truncate(desk.document("bad.txt", "x"), 20_000_001)
    result = desk.build(desk.spec())
    assert keys(result) == ["too-large"]
    assert "the file has 20 MB" in str(result.problems[0])
    assert desk.published() == ["east.pdf"]


def test_a_document_that_vanishes_while_the_build_runs_is_a_problem(desk: Desk) -> None:
    bad = desk.document("bad.txt", EAST)
    shelf = Shelf()
    shelf.library(desk.folder / "documents")
    bad.unlink()
    result = desk.build(desk.spec(), shelf=shelf)
    assert [str(problem) for problem in result.problems] == [
        "documents/bad.txt: error: there is no such file; was it moved or renamed? [no-such-file]"
    ]
    assert desk.published() == ["east.pdf"]


def test_windows_letters_are_read_with_a_warning_that_changes_no_exit_code(desk: Desk) -> None:
    desk.document("east.txt", EAST.encode("cp1252"))
    result = desk.build(desk.spec())
    assert keys(result) == ["not-utf-8"]
    assert result.exit_code is ExitCode.DONE
    assert "“We are proud of our staff" in desk.text("east.pdf")


def test_a_file_that_a_manifest_lists_and_that_is_missing_stops_only_the_library(desk: Desk) -> None:
    desk.document("west.txt", EAST, "listed")
    desk.document("sources.yaml", "version: 1\ndocuments:\n  - file: gone.txt\n", "listed")
    broken = desk.raw_spec("broken", "version: 1\ncouncil: Cheshire East\nsources: {library: listed}\n")
    result = desk.build(broken, desk.spec())
    assert [str(problem) for problem in result.problems] == [
        'listed/sources.yaml:3:11: error: there is no file "gone.txt" here, did you mean "west.txt"? [no-such-file]'
    ]
    assert result.exit_code is ExitCode.SPEC
    assert desk.published() == ["east.pdf"]


def test_a_fault_in_a_finder_is_the_problem_of_its_document(desk: Desk) -> None:
    desk.document("deep.txt", EAST)

    def finders(document: Document) -> Evidence:
        if document.source.id == "deep":
            raise RecursionError(document.text)
        return gather(document)

    result = desk.build(desk.spec(), shelf=Shelf(finders))
    assert keys(result) == ["program-fault"]
    assert "RecursionError in test_run.py, line " in str(result.problems[0])
    assert "Cheshire" not in str(result.problems[0])
    assert result.exit_code is ExitCode.DOCUMENT
    assert desk.published() == ["east.pdf"]


SPEC_ERRORS = {
    "no-council": "version: 1\nsources: {library: documents}\n",
    "unknown-council": "version: 1\ncouncil: Chesire Eats\nsources: {library: documents}\n",
    "ambiguous-council": "version: 1\ncouncil: Cheshire\nsources: {library: documents}\n",
    "unknown-section": "version: 1\ncouncil: Cheshire East\nsources: {library: documents}\nsections: [quotes]\n",
    "unknown-id": "version: 1\ncouncil: Cheshire East\nsources: {library: documents, ids: [eats]}\n",
    "no-library": "version: 1\ncouncil: Cheshire East\nsources: {library: document}\n",
    "nothing-selected": "version: 1\ncouncil: York\nsources: {library: documents}\n",
}


@pytest.mark.parametrize("key", SPEC_ERRORS)
def test_a_spec_with_a_mistake_stops_only_itself_and_harms_no_pdf(desk: Desk, key: str) -> None:
    desk.out.mkdir()
    (desk.out / "bad.pdf").write_bytes(OLD)
    result = desk.build(desk.raw_spec("bad", SPEC_ERRORS[key]), desk.spec())
    assert keys(result) == [key]
    assert result.problems[0].line is not None
    assert result.exit_code is ExitCode.SPEC
    assert desk.published() == ["bad.pdf", "east.pdf"]
    assert (desk.out / "bad.pdf").read_bytes() == OLD


def test_a_selection_that_matches_nothing_says_what_there_is(desk: Desk) -> None:
    york, dated, kind = (
        desk.spec("york", "York"),
        desk.spec("dated", more="  until: 2020\n"),
        desk.spec("kind", more="  kinds: [report]\n"),
    )
    assert [line.partition(": error: ")[2] for line in said(desk, york, dated, kind)] == [
        (
            "no document in documents/ that can be read is about York; "
            "it holds 2 documents, on Cheshire East, Cheshire West and Chester [nothing-selected]"
        ),
        "of 1 document on Cheshire East in documents/, none is left by until [nothing-selected]",
        "of 1 document on Cheshire East in documents/, none is left by kinds [nothing-selected]",
    ]


def test_a_selection_that_leaves_the_undated_out_says_so(desk: Desk) -> None:
    desk.document("east.txt", EAST.replace("16 May 2024", "Today"))
    (line,) = said(desk, desk.spec(more="  since: 2020\n"))
    assert "none is left by since (east: its date of publication is not known" in line


def test_what_is_left_out_unasked_is_a_warning(desk: Desk) -> None:
    desk.document("undated.txt", EAST.replace("16 May 2024", "Today"))
    desk.document("unwanted.txt", EAST.replace("16 May 2024", "17 May 2024"))
    result = desk.build(desk.spec(more="  since: 2020\n  exclude: [unwanted]\n"))
    assert [line.partition(": warning: ")[2] for line in map(str, result.problems)] == [
        "undated is left out of east.pdf: its date of publication is not known,"
        " and the briefing is limited to a range of dates [left-out]"
    ]
    assert result.exit_code is ExitCode.DONE


def test_an_empty_library_is_said_to_be_empty(desk: Desk) -> None:
    (desk.folder / "empty").mkdir()
    spec = desk.raw_spec("bad", "version: 1\ncouncils: all\nsources: {library: empty}\n")
    (line,) = said(desk, spec)
    assert line.endswith("settles on a council; it holds no documents [no-councils]")


def test_what_is_excluded_or_not_asked_for_may_be_broken(desk: Desk) -> None:
    desk.document("bad.txt", b"")
    excluded = desk.spec("excluded", more="  exclude: [bad]\n")
    asked = desk.spec("asked", more="  ids: [east]\n")
    result = desk.build(excluded, asked)
    assert result.exit_code is ExitCode.DONE
    assert "could not be read" not in desk.text("excluded.pdf") + desk.text("asked.pdf")


def test_markup_in_names_and_quotations_comes_back_letter_for_letter(desk: Desk) -> None:
    wild = "We <b>are</b> <i>R&D <a href=javascript:1>proud</a> ‘</para>’ <img src=/x>"
    desk.document("east.txt", EAST.replace("We are proud", wild).replace("Carol", "<b>Carol</b>"))
    spec = desk.spec(more='title: "<b>&amp;</b> \\"Title\\""\nheader: {contact: "<a href=x>&lt;"}\n')
    result = desk.build(spec)
    assert result.exit_code is ExitCode.DONE
    text = desk.text("east.pdf")
    for words in (wild, '<b>&amp;</b> "Title"', "<a href=x>&lt;"):
        assert words in text


def test_a_character_that_the_font_lacks_stops_that_briefing_only(desk: Desk) -> None:
    desk.document("east.txt", EAST.replace("our staff", "our স্টাফ"))
    result = desk.build(desk.spec(), desk.spec("west", "Cheshire West"))
    assert result.exit_code is ExitCode.RENDER
    assert desk.published() == ["west.pdf"]


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


class ReadOnly(DiskFiles):
    """A disk on which only one name can't be replaced, or none can be made."""

    def __init__(self, name: str | None = None) -> None:
        self._name = name

    def create(self, path: Path) -> int:
        if self._name is None:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return super().create(path)

    def replace(self, old: Path, new: Path) -> None:
        if new.name == self._name:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        super().replace(old, new)


def test_a_read_only_folder_leaves_what_is_there(desk: Desk) -> None:
    desk.out.mkdir()
    (desk.out / "east.pdf").write_bytes(OLD)
    result = desk.build(desk.spec(), desk.spec("west", "Cheshire West"), files=ReadOnly())
    assert [problem.file for problem in result.problems] == [
        (desk.out / name).as_posix() for name in ("east.pdf", "west.pdf")
    ]
    assert result.exit_code is ExitCode.STORE
    assert desk.published() == ["east.pdf"]
    assert (desk.out / "east.pdf").read_bytes() == OLD


def test_a_file_that_can_not_be_replaced_stops_that_briefing_only(desk: Desk) -> None:
    result = desk.build(desk.spec(), desk.spec("west", "Cheshire West"), files=ReadOnly("east.pdf"))
    assert keys(result) == ["not-writable"]
    assert desk.published() == ["west.pdf"]


def test_of_several_exit_codes_the_highest_is_given(desk: Desk) -> None:
    desk.document("bad.txt", b"")
    specs = desk.raw_spec("bad", SPEC_ERRORS["no-council"]), desk.spec()
    assert desk.build(*specs).exit_code is ExitCode.DOCUMENT
    assert desk.build(*specs, files=ReadOnly()).exit_code is ExitCode.STORE


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
    assert stamp(dated, sources, "0") == dt.date(2024, 6, 3)
    assert stamp(undated, sources, "0") == dt.date(2024, 5, 16)
    assert stamp(undated, sources[1:], None) == dt.date(2019, 5, 31)
    assert stamp(undated, (), "86400") == dt.date(1970, 1, 2)
    for epoch in (None, "", "soon", "9" * 30):
        assert stamp(undated, (), epoch) == NO_DATE
