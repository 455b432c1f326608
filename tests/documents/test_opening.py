"""Files are what their bytes say, whatever their names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from councilbrief.documents.folder import SUFFIXES
from councilbrief.documents.library import open_library
from councilbrief.documents.opening import READERS, read_document
from councilbrief.problems import DocumentError
from councilbrief.provenance import Source
from documents.words import paragraph, word_file
from layouts.ilacs import ilacs

OPENING = "Inspectors from Ofsted have told Norchester City Council that its services are good."
PAGE = f"\ufeff<!-- saved from url=(0020)https://example.org/ -->\n<!DOCTYPE html><html><body><p>{OPENING}</p></body></html>"
WORD = word_file(paragraph(OPENING))


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.HTM", "a.docx"])
@pytest.mark.parametrize(
    "data", [PAGE.encode(), PAGE.encode("utf-16-le"), WORD], ids=["page", "wide page", "word"]
)
def test_a_page_and_a_word_file_are_read_under_any_name(name: str, data: bytes) -> None:
    assert read_document(data, Source("a", name, "")).text == OPENING


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx"])
def test_a_pdf_is_read_under_any_name(name: str) -> None:
    document = read_document(ilacs("2023").data, Source("a", name, ""))
    assert document.paragraphs[0].page == 1


@pytest.mark.parametrize(
    ("data", "key"), [(PAGE.encode(), "web-page"), (WORD, "not-a-pdf"), (b"words", "not-a-pdf")]
)
def test_under_the_name_of_a_pdf_nothing_else_is_taken(data: bytes, key: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(data, Source("a", "a.pdf", ""))
    assert caught.value.problems[0].key == key


def test_plain_text_that_speaks_of_markup_is_plain_text() -> None:
    text = f"{OPENING}\nThe page begins with <html> and holds a <p>."
    assert read_document(text.encode(), Source("a", "a.txt", "")).text == text


def test_a_library_takes_what_has_a_reader() -> None:
    assert set(READERS) == set(SUFFIXES)


def test_what_a_browser_saves_beside_a_page_is_no_document(tmp_path: Path) -> None:
    for name in ("News.html", "News_files/frame.html", "News_files/more/a.txt", "Other_files/b.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")
    assert open_library(tmp_path).ids == ("News", "b")


def test_the_libraries_for_pages_and_word_files_load_only_in_the_other_process() -> None:
    program = (
        "import sys, councilbrief.cli, councilbrief.documents.opening as o\n"
        "from councilbrief.provenance import Source\n"
        "o.read_document(b'<html><p>Ofsted was here, and said so.</p>', Source('a', 'a.html', ''))\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'lxml', 'trafilatura', 'docx', 'pypdfium2'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
