from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from builds.desk import EAST, Desk, keys
from councilbrief.builds.extraction import extract
from councilbrief.builds.files import DiskFiles
from councilbrief.builds.shelf import Shelf
from councilbrief.documents.document import Document
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.problems import ExitCode

OLD = b"the last good PDF"


def said(desk: Desk, *specs: Path) -> list[str]:
    return [str(problem) for problem in desk.build(*specs).problems]


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
    assert "the file is larger than 20 MB" in str(result.problems[0])
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
    assert "RecursionError in test_bad_input.py, line " in str(result.problems[0])
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


def test_every_name_that_a_message_proposes_is_taken(desk: Desk) -> None:
    ambiguous = desk.raw_spec("bad", SPEC_ERRORS["ambiguous-council"])
    (line,) = said(desk, ambiguous)
    names = "Cheshire East, Cheshire West and Chester or Cheshire County Council"
    assert f'"Cheshire" may mean {names}; write which' in line
    for name in names.replace(" or ", ", ").split(", "):
        assert "ambiguous-council" not in keys(desk.build(desk.spec("named", name)))


@pytest.mark.parametrize(
    ("spec", "key", "words"),
    [
        ('council: ""\nsources: {library: documents}', "empty-text", "council is empty; give a text"),
        ("council: Congleton\nsources: {library: documents}", "unknown-council", '"Congleton" [unknown'),
        (
            "council: York\nsources: {library: documents/east.txt}",
            "no-library",
            '"documents/east.txt" is a file; give the folder that it is in',
        ),
        (
            "council: York\nsources: {library: documents, ids: [zzz]}",
            "unknown-id",
            'no document "zzz"; it has east, west [unknown',
        ),
    ],
)
def test_a_mistake_is_told_once_with_what_to_do(desk: Desk, spec: str, key: str, words: str) -> None:
    result = desk.build(desk.raw_spec("bad", f"version: 1\n{spec}\n"))
    assert keys(result) == [key]
    assert words in str(result.problems[0])


def test_a_section_for_own_text_without_any_is_told(desk: Desk) -> None:
    result = desk.build(desk.spec(more="sections: [at-a-glance, implications]\n"))
    assert (keys(result), result.exit_code) == (["empty-section"], ExitCode.DONE)


def test_of_a_library_the_documents_that_are_asked_for_are_told_apart(desk: Desk) -> None:
    (line,) = said(desk, desk.spec("york", "York", more="  ids: [east]\n"))
    assert "of its 2 documents 1 is asked for, on Cheshire East [nothing-selected]" in line


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
        (
            "of 1 document on Cheshire East in documents/, none is left by until (east: it was published on "
            "16 May 2024, outside the dates that the briefing is limited to) [nothing-selected]"
        ),
        "of 1 document on Cheshire East in documents/, none is left by kinds [nothing-selected]",
    ]


def test_a_council_that_the_library_mistakes_is_told_where_it_stands(desk: Desk) -> None:
    manifest = "version: 1\ndocuments:\n  - file: east.txt\n    council: Cheshyre East\n"
    desk.document("sources.yaml", manifest)
    lines = said(desk, desk.spec("west", "Cheshire West"))
    assert [line for line in lines if "note" not in line] == [
        (
            'documents/sources.yaml:4:14: warning: no council is called "Cheshyre East", '
            'did you mean "Cheshire East"? [council-not-in-register]'
        )
    ]
    report = extract([Path("documents")], lambda _: None)
    assert [str(problem) for problem in report.problems if "4:14" in str(problem)] == lines[-1:]


def test_a_selection_that_leaves_the_undated_out_says_so(desk: Desk) -> None:
    desk.document("east.txt", EAST.replace("16 May 2024", "Today"))
    (line,) = said(desk, desk.spec(more="  since: 2020\n"))
    assert "none is left by since (east: its date of publication is not known" in line


def test_what_is_left_out_unasked_is_a_warning(desk: Desk) -> None:
    desk.document("undated.txt", EAST.replace("16 May 2024", "Today"))
    desk.document("unwanted.txt", EAST.replace("16 May 2024", "17 May 2024"))
    result = desk.build(desk.spec(more="  since: 2020\n  exclude: [unwanted]\n"))
    assert [line.partition(": warning: ")[2] for line in map(str, result.problems)] == [
        (
            "undated is left out of east.pdf: its date of publication is not known,"
            " and the briefing is limited to a range of dates [left-out]"
        ),
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
