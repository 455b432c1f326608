from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from councilbrief.documents.library import Library, open_library
from councilbrief.problems import Severity
from councilbrief.provenance import Dated, DocumentKind, PartialDate, Source

SEEDS = Path(__file__).parent.parent / "seeds"


def make(folder: Path, manifest: str | None, *names: str) -> Library:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ofsted rated Cheshire East ‘good’.\n", encoding="utf-8")
    if manifest is not None:
        (folder / "sources.yaml").write_text(manifest, encoding="utf-8")
    return open_library(folder, "lib")


def said(library: Library) -> list[str]:
    return [str(problem).removeprefix("lib/sources.yaml:") for problem in library.problems]


def test_the_seeds_say_openly_what_their_texts_cannot() -> None:
    library = open_library(SEEDS)
    assert library.problems == ()
    assert library.ids == ("000", "001", "002", "003", "004")
    published = {entry.source.id: entry.source.published for entry in library.entries}
    assert {key: date.value.iso() for key, date in published.items() if date} == {
        "000": "2024-05-16",
        "001": "2024-05-16",
        "002": "2021-12-08",
        "003": "2013",
        "004": "2019-05",
    }
    assert [key for key, date in published.items() if date and date.is_stated] == ["000", "002"]
    kinds = [entry.source.kind for entry in library.entries]
    release, article = DocumentKind.RELEASE, DocumentKind.ARTICLE
    assert kinds == [release, article, release, article, article]
    inspected = library["003"].source.inspected
    assert inspected is not None
    assert (inspected.value, inspected.is_stated) == (PartialDate(2013, 3), False)


@pytest.mark.parametrize("source_id", ["000", "002", "004"])
def test_a_seeds_title_stands_in_its_text(source_id: str) -> None:
    entry = open_library(SEEDS)[source_id]
    assert entry.source.title is not None
    assert entry.source.title in entry.path.read_text(encoding="utf-8")


def test_a_manifest_tells_all_that_is_known(tmp_path: Path) -> None:
    library = make(
        tmp_path,
        """
version: 1
documents:
  - file: ./press/release.txt
    id: no
    title: 2024
    publisher: Cheshire East Council
    kind: release
    url: https://www.example.org/a?b=c#d
    published: 2024-05-16
    inspected: {date: 2024-03, basis: "inferred: from the letter"}
  - file: b.txt
    title: null
    published:
""",
        "press/release.txt",
        "b.txt",
    )
    assert library.problems == ()
    first, second = (entry.source for entry in library.entries)
    assert first == Source(
        id="no",
        path="press/release.txt",
        sha256="",
        title="2024",
        publisher="Cheshire East Council",
        kind=DocumentKind.RELEASE,
        url="https://www.example.org/a?b=c#d",
        published=Dated(PartialDate(2024, 5, 16)),
        inspected=Dated(PartialDate(2024, 3), "inferred: from the letter"),
    )
    assert second == Source(id="b", path="b.txt", sha256="")


def test_reading_gives_the_digest(tmp_path: Path) -> None:
    entry = make(tmp_path, None, "a.txt").entries[0]
    data = entry.path.read_bytes()
    assert entry.sealed(data).sha256 == hashlib.sha256(data).hexdigest()


def test_a_folder_without_a_manifest_is_a_library(tmp_path: Path) -> None:
    library = make(
        tmp_path,
        None,
        "b.txt",
        "a.TXT",
        "sub/c.txt",
        ".hidden.txt",
        ".git/x.txt",
        "README.txt",
        "~$b.txt",
        "b.txt.lock",
    )
    assert [str(problem) for problem in library.problems] == [
        'lib: note: passed over, as no documents: "b.txt.lock" [not-a-document]'
    ]
    assert [(entry.source.id, entry.source.path) for entry in library.entries] == [
        ("a", "a.TXT"),
        ("b", "b.txt"),
        ("c", "sub/c.txt"),
    ]
    assert all(entry.source.kind is None and entry.source.published is None for entry in library.entries)


def test_a_document_that_no_reader_takes_yet_is_one_all_the_same(tmp_path: Path) -> None:
    library = make(tmp_path, None, "a.rtf", "a.txt", "b.HTML", "README.md", "c.jpg", "d.csv")
    assert [(entry.source.id, entry.source.path) for entry in library.entries] == [
        ("a.rtf", "a.rtf"),
        ("a", "a.txt"),
        ("b", "b.HTML"),
    ]
    (note,) = library.problems
    assert note.severity is Severity.NOTE
    assert note.message == 'passed over, as no documents: "c.jpg", "d.csv"'


def test_of_many_files_that_are_no_documents_a_few_are_named(tmp_path: Path) -> None:
    (note,) = make(tmp_path, None, *(f"{number:02}.jpg" for number in range(12))).problems
    assert note.message.endswith('"09.jpg" and 2 more')


def test_a_file_is_no_library(tmp_path: Path) -> None:
    make(tmp_path, None, "a.txt")
    (problem,) = open_library(tmp_path / "a.txt", "a.txt").problems
    assert str(problem) == "a.txt: error: this is a file; a library is a folder [no-library]"


def test_a_folder_that_can_not_be_looked_into_is_no_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, None, "a.txt", "closed/b.txt")
    look = os.scandir
    monkeypatch.setattr(
        os, "scandir", lambda path: refuse(path) if str(path).endswith("closed") else look(path)
    )
    library = open_library(tmp_path, "lib")
    assert library.ids == ("a",)
    (problem,) = library.problems
    assert (problem.severity, problem.key) == (Severity.WARNING, "closed-folder")
    assert problem.message == 'can\'t be looked into: "closed"; ask for the rights, or move it away'
    monkeypatch.setattr(os, "listdir", refuse)
    (problem,) = open_library(tmp_path, "lib").problems
    assert str(problem).startswith("lib: error: the folder can't be read (Permission denied); ask for")


def refuse(path: object) -> NoReturn:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def test_files_of_one_name_are_told_apart_by_folder_then_by_ending(tmp_path: Path) -> None:
    library = make(tmp_path, None, "bolton/2019.txt", "york/2019.txt", "york/2024.txt", "a.txt", "a.TXT")
    if len(library.entries) == 4:
        pytest.skip("this file system takes a.txt and a.TXT for one file")
    assert library.ids == ("a.TXT", "a.txt", "bolton/2019", "york/2019", "2024")


def test_a_file_that_is_not_listed_is_taken_in_with_a_note(tmp_path: Path) -> None:
    library = make(tmp_path, "version: 1\ndocuments: [{file: b.txt, id: a}]\n", "a.txt", "b.txt")
    assert [(entry.source.id, entry.source.path) for entry in library.entries] == [
        ("a", "b.txt"),
        ("a.txt", "a.txt"),
    ]
    (note,) = library.problems
    assert note.severity is Severity.NOTE
    assert str(note) == (
        'lib/sources.yaml: note: "a.txt" is not listed; taken in as "a.txt", kind and date unknown [unlisted-file]'
    )


def test_of_many_files_that_are_not_listed_the_number_is_told(tmp_path: Path) -> None:
    library = make(tmp_path, "version: 1\ndocuments: []\n", *(f"{number}.txt" for number in range(14)))
    assert len(library.entries) == 14
    assert len(library.problems) == 11
    assert library.problems[-1].message == "and 4 more files that are not listed"


def test_every_mistake_is_told_at_its_place(tmp_path: Path) -> None:
    manifest = """\
version: 2
documents:
  - id: one
    file: relaese.txt
    titel: Council responds
    kind: press
    published: 16 May 2024
    inspected: {date: 2024-02-30, basis: guessed}
  - id: one
    file: ../secret.txt
    url: javascript:alert(1)
  - file: /etc/passwd
  - file: C:\\x.txt
  - file: release.txt
  - file: ./release.txt
  - title: no file
    title: twice
  - id: release
    file: notes.doc
  - just a text
"""
    library = make(tmp_path, manifest, "release.txt", "notes.doc")
    assert library.entries == ()
    assert sorted(said(library), key=lambda line: [int(part) for part in line.split(":")[:2]]) == [
        '1:10: error: version must be 1, the only version there is, not "2" [unknown-version]',
        '4:11: error: there is no file "relaese.txt" here, did you mean "release.txt"? [no-such-file]',
        '5:5: error: unknown key "titel", did you mean "title"? [unknown-key]',
        '6:11: error: unknown kind "press" (known: report, letter, release, article) [unknown-kind]',
        '7:16: error: published must be a date such as 2024-05-16, 2024-05 or 2024, not "16 May 2024" [bad-date]',
        '8:23: error: date must be a date such as 2024-05-16, 2024-05 or 2024, not "2024-02-30" [bad-date]',
        '8:42: error: basis must be stated, or begin with "inferred: " and say from what [bad-basis]',
        '9:9: error: the id "one" is listed a second time, first in line 3 [duplicate-id]',
        '10:11: error: "../secret.txt" leaves the folder; a file is named relative to sources.yaml, with / between folders [file-outside]',
        "11:10: error: url must be a web address that begins with https:// or http:// [bad-url]",
        '12:11: error: "/etc/passwd" leaves the folder; a file is named relative to sources.yaml, with / between folders [file-outside]',
        '13:11: error: "C:\\x.txt" leaves the folder; a file is named relative to sources.yaml, with / between folders [file-outside]',
        '15:11: error: the file "release.txt" is listed a second time, first in line 14 [duplicate-file]',
        '15:11: error: the id "release" is listed a second time, first in line 14 [duplicate-id]',
        '16:5: error: the key "file" is missing [missing-key]',
        '17:5: error: the key "title" stands here a second time, first in line 16; keep one [duplicate-key]',
        '18:9: error: the id "release" is listed a second time, first in line 14 [duplicate-id]',
        '19:11: error: "notes.doc": DOC files can\'t be read yet; save the text as a file that ends in .txt, .pdf, .html, .htm or .docx [unreadable-kind]',
        '20:5: error: documents must be a group of keys, not the text "just a text" [wrong-type]',
    ]


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("", "1:1: error: the file says nothing [empty-file]"),
        ("- file: a.txt\n", "1:1: error: the file must be a group of keys, not a list [wrong-type]"),
        ("version: 1\n", '1:1: error: the key "documents" is missing [missing-key]'),
        ("version: 1\ndocuments:\n", '2:1: error: the key "documents" is missing [missing-key]'),
        ("version: 1\ndocuments: a.txt\n", '2:12: error: documents must be a list (documents: [one, two], or a line with a hyphen for each), not the text "a.txt" [wrong-type]'),
    ],
)  # fmt: skip
def test_a_manifest_of_the_wrong_shape(tmp_path: Path, manifest: str, message: str) -> None:
    assert said(make(tmp_path, manifest, "a.txt")) == [message]


@pytest.mark.parametrize(
    "url", ["ftp://a.org/x", "https://", "http://a b.org", "https://me:pw@a.org", "//a.org", "https://[::1"]
)
def test_only_web_addresses_are_taken(tmp_path: Path, url: str) -> None:
    library = make(tmp_path, f"version: 1\ndocuments:\n  - file: a.txt\n    url: '{url}'\n", "a.txt")
    assert [problem.key for problem in library.problems] == ["bad-url"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "lib"
    folder.mkdir()
    try:
        (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
        (folder / "out").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no links on this system")
    library = open_library(folder, "lib")
    assert library.entries == ()
    assert [str(problem) for problem in library.problems] == [
        'lib: warning: left out, as links to outside the folder: "link.txt"; copy the files into it [file-outside]'
    ]
    library = make(folder, "version: 1\ndocuments: [{file: link.txt}, {file: out/secret.txt}]\n")
    assert [(p.key, p.message) for p in library.problems if p.line] == [
        ("file-outside", '"link.txt" is a link to outside the folder'),
        ("file-outside", '"out/secret.txt" is a link to outside the folder'),
    ]


def test_a_folder_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    for folder in (tmp_path / "gone", tmp_path / ("x" * 5000), tmp_path / "a\0b"):
        library = open_library(folder, "lib")
        assert library.entries == ()
        assert [problem.key for problem in library.problems] == ["no-library"]


def test_an_accent_may_be_written_in_either_of_unicodes_ways(tmp_path: Path) -> None:
    library = make(
        tmp_path,
        "version: 1\ndocuments: [{file: Llŷn.txt, id: x}]\n",
        "Lly\N{COMBINING CIRCUMFLEX ACCENT}n.txt",
    )
    assert library.problems == ()
    assert library["x"].path.exists()


names = st.lists(
    st.sampled_from(["a.txt", "b.txt", "a.TXT", "a/a.txt", "b/a.txt", "a/b.txt", "b/b.txt"]), unique=True
)


@settings(deadline=None, max_examples=40)
@given(
    files=names,
    ids=st.lists(st.sampled_from(["a", "b", "a/a", "a.txt", "b/b.txt", "./a.txt"]), unique=True),
)
@example(
    files=["b.txt", "a.TXT", "a/a.txt", "b/a.txt", "a/b.txt", "b/b.txt", "a.txt"],
    ids=["a", "b", "a/a", "a.txt", "b/b.txt", "./a.txt"],
)
def test_ids_are_unique_and_no_document_is_lost(
    tmp_path_factory: pytest.TempPathFactory, files: list[str], ids: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("lib")
    pairs = zip(files, ids, strict=False)
    entries = "".join(f"\n  - {{file: {file}, id: {name}}}" for file, name in pairs)
    library = make(folder, f"version: 1\ndocuments:{entries or ' []'}\n", *files)
    on_disk = {entry.path.resolve() for entry in library.entries}
    assert len(set(library.ids)) == len(library.entries) == len(on_disk)
    assert len(library.entries) == sum(len(found) for _, _, found in os.walk(folder)) - 1
