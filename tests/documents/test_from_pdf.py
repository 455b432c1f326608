"""PDFs to documents: the layouts of reports made here, hostile files, and pages as they really are."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as SetParagraph
from reportlab.platypus import SimpleDocTemplate

from councilbrief.documents.document import Document, Shape
from councilbrief.documents.framing import Kind
from councilbrief.documents.from_pdf import read_pdf
from councilbrief.documents.from_text import read_text
from councilbrief.documents.quarantine import Quarantine, Refusal, opened
from councilbrief.evidence.gather import gather
from councilbrief.pdf.look.faces import Face
from councilbrief.problems import DocumentError
from councilbrief.provenance import Source, Span
from hostile import make_pdf
from layouts.apc_2012 import apc_2012
from layouts.faces import register
from layouts.ilacs import BETWEEN, NESTED, OUTCOMES, WITHIN, ilacs
from layouts.ilacs_2026 import ilacs_2026
from layouts.lac_2013 import lac_2013
from layouts.letters import focused_visit, jtai, monitoring_visit
from layouts.made import Made
from layouts.sif import sif, sif_reinspection
from layouts.sif_2014 import sif_2014

CORPUS = os.environ.get("COUNCILBRIEF_CORPUS")
LAYOUTS: dict[str, Callable[[], Made]] = {
    "ilacs 2018": lambda: ilacs("2018"),
    "ilacs 2019": lambda: ilacs("2019"),
    "ilacs 2021, footer in the list": lambda: ilacs("2021", crossing=BETWEEN, footer="two lines"),
    "ilacs 2022, footer in an item": lambda: ilacs("2022", crossing=WITHIN, footer="two lines"),
    "ilacs 2022, nested": lambda: ilacs("2022", improve=NESTED),
    "ilacs 2023": lambda: ilacs("2023"),
    "ilacs 2025": lambda: ilacs("2025", improve=OUTCOMES),
    "ilacs 2026": ilacs_2026,
    "sif 2014": sif_2014,
    "sif": sif,
    "sif re-inspection": lambda: sif_reinspection(hyphen=True),
    "lac 2013": lac_2013,
    "apc 2012": apc_2012,
    "focused visit": focused_visit,
    "monitoring visit": monitoring_visit,
    "jtai": jtai,
}


def read(data: bytes, name: str = "report.pdf") -> Document:
    return read_pdf(data, Source("report", name, ""))


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_its_words_whole(layout: str) -> None:
    made = LAYOUTS[layout]()
    document = read(made.data)
    text = plain(document.text)
    for words in (*made.improve, *made.lscb, *made.strengths):
        assert plain(words) in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_paragraph_knows_its_page_and_its_place_in_the_file(layout: str) -> None:
    document = read(LAYOUTS[layout]().data)
    pages = document.original.split("\f")
    for paragraph in document.paragraphs:
        place = document.place(paragraph.span)
        [original] = place.original
        assert place.page is not None
        on_page = document.original[: original.start].count("\f") + 1
        assert on_page == place.page <= len(pages)
        assert document[paragraph.span][:1] in document.original[original.start : original.end] + "-"


def test_running_heads_page_numbers_and_notes_are_out_and_kept_as_removed() -> None:
    made = ilacs("2022", crossing=WITHIN, footer="two lines")
    document = read(made.data)
    removed = {document.original[one.original.start : one.original.end]: one.rule for one in document.removed}
    assert {"running-head", "page-number"} <= set(removed.values()) | {"page-number"}
    assert all(
        plain(words) not in plain(document.text.split("\n", 3)[3]) for words in removed if len(words) > 30
    )


def test_a_hyphen_at_the_end_of_a_line_stays_and_loses_its_space() -> None:
    text = read(sif_reinspection(hyphen=True).data).text
    assert "\ufffe" not in text
    assert "- " not in text.replace(" - ", "")


def test_a_number_that_ends_a_sentence_at_the_start_of_a_line_is_no_glyph() -> None:
    assert "until the age of 25." in plain(read(sif_2014().data).text)


def test_the_cells_of_a_table_are_cells_and_nothing_else_is() -> None:
    document = read(ilacs("2023").data)
    cells = [document[p.span] for p in document.paragraphs if p.shape is Shape.CELL]
    assert cells[:2] == ["Judgement", "Grade"]
    assert all(len(cell) < 80 for cell in cells)


@pytest.mark.parametrize("name", make_pdf.FILES)
def test_a_hostile_file_is_what_its_maker_makes(name: str) -> None:
    assert (make_pdf.FOLDER / name).read_bytes() == make_pdf.FILES[name]()


@pytest.mark.parametrize("name", make_pdf.EXPECTED)
def test_a_hostile_file_is_one_clear_problem_or_a_document(name: str) -> None:
    expected = make_pdf.EXPECTED[name]
    data = (make_pdf.FOLDER / name).read_bytes()
    if expected is None:
        assert read(data, name).text
        return
    with pytest.raises(DocumentError) as caught:
        read(data, name)
    [problem] = caught.value.problems
    assert problem.key in expected
    assert problem.file == name
    assert ";" in problem.message  # what is wrong, and what to do


def test_the_reason_is_that_of_the_document_and_not_of_the_one_before() -> None:
    for name in ("encrypted.pdf", "no-pages.pdf"):
        with pytest.raises(DocumentError) as caught:
            read((make_pdf.FOLDER / name).read_bytes(), name)
        assert caught.value.problems[0].key in (make_pdf.EXPECTED[name] or ())


def test_after_a_dead_reader_the_next_document_is_read() -> None:
    with pytest.raises(DocumentError):
        read((make_pdf.FOLDER / "much-text-by-map.pdf").read_bytes())
    assert read(ilacs("2023").data).text


READERS = {
    "import os; os._exit(3)": "no-reader",
    "import os; os.abort()": "no-reader",
    "def f(): f()\nf()": "no-reader",
    "import sys; sys.stdout.buffer.write(b'x' * 8); sys.stdout.flush(); sys.stdin.buffer.read()": "no-reader",
    "while True: pass": "too-slow",
}


@pytest.mark.parametrize("program", READERS)
def test_a_reader_that_dies_or_hangs_is_one_refusal(program: str) -> None:
    quarantine = Quarantine(("-c", program), seconds=1.0)
    try:
        with pytest.raises(Refusal) as caught:
            quarantine.read(b"%PDF-1.7")
    finally:
        quarantine.close()
    assert caught.value.key == READERS[program]


def test_a_fault_of_the_reader_is_told_as_one_and_not_laid_on_the_document() -> None:
    program = (
        "from councilbrief.documents import pdf_reader, reader\n"
        "pdf_reader.pages = lambda data: {}[0]\n"
        "reader.serve(reader._read)\n"
    )
    quarantine = Quarantine(("-c", program), seconds=20.0)
    try:
        with pytest.raises(Refusal) as caught:
            opened(quarantine.read(Kind.PDF.value + b"%PDF-1.7"))
    finally:
        quarantine.close()
    assert caught.value.fault == "KeyError in <string>, line 2"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can't limit the memory of a process so")
def test_the_reader_has_no_file_to_write(tmp_path: Path) -> None:
    target = tmp_path / "written"
    program = (
        "from councilbrief.documents import confined as r; import sys\n"
        "r._limit()\n"
        "sys.stdin.buffer.read(8)\n"
        f"with open({str(target)!r}, 'w') as file: file.write('x' * 10)\n"
    )
    quarantine = Quarantine(("-c", program), seconds=20.0)
    with pytest.raises(Refusal):
        quarantine.read(b"x")
    quarantine.close()
    assert not target.exists() or not target.read_bytes()


@given(data=st.binary(max_size=400), cut=st.integers(0, 4000))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_bytes_are_reading_raises_nothing_but_a_document_error(data: bytes, cut: int) -> None:
    whole = ilacs("2023").data
    for damaged in (data, b"%PDF-1.7\n" + data + b"\n%%EOF", whole[:cut] + data + whole[cut:]):
        try:
            document = read(damaged)
        except DocumentError as error:
            assert error.problems  # noqa: PT017 - any document error will do
        else:
            assert document.text
            assert all(document[p.span] for p in document.paragraphs)


def test_the_library_of_reports_reads_without_a_problem() -> None:
    if CORPUS is None:
        pytest.skip("COUNCILBRIEF_CORPUS is not set: there are no real reports here")
    for path in sorted(Path(CORPUS, "reports").glob("*/*.pdf"))[::9]:
        document = read(path.read_bytes(), path.name)
        assert not document.problems
        assert all(
            document.map.original(p.span) != Span(0, 0) or p.span.start == 0 for p in document.paragraphs
        )
        assert not any(odd in document.text for odd in "\ufffe\x00\x0c\u00ad\u200b")


SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def as_pdf(document: Document) -> bytes:
    """Set the paragraphs of a document as a council would print them."""
    register()
    style = ParagraphStyle("body", fontName=Face.REGULAR.value, fontSize=11, leading=14, spaceAfter=8)
    words = [f"{p.glyph} {document[p.span]}".strip() for p in document.paragraphs]
    out = io.BytesIO()
    SimpleDocTemplate(out, invariant=1).build([SetParagraph(escape(each), style) for each in words])
    return out.getvalue()


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_an_article_printed_as_a_pdf_states_what_its_text_states(path: Path) -> None:
    text = read_text(path.read_bytes(), Source("article", path.name, ""))
    printed = read(as_pdf(text))

    def told(document: Document) -> object:
        facts = gather(document)
        return (
            facts.council_name,
            [(one.start, one.end, one.framework) for one in facts.inspections],
            [(one.area, one.grade) for one in facts.judgements],
            [one.told.words for one in (*facts.strengths, *facts.improvements)],
            [(one.speaker.name if one.speaker else None, one.paragraphs) for one in facts.quotations],
        )

    assert told(printed) == told(text)
