"""Word files to documents: all that is shown, in order, and a clear word on every file that is none."""

from __future__ import annotations

import pytest

from councilbrief.documents.document import Document, Shape
from councilbrief.documents.opening import read_document
from councilbrief.documents.quarantine import Quarantine, Refusal, opened
from councilbrief.documents.word.file import read
from councilbrief.problems import DocumentError
from councilbrief.provenance import Source, Span
from documents.words import item, paragraph, run, styled, table, word_file, zipped

OPENING = "Inspectors from Ofsted have told Norchester City Council that its services are good."


def lines(document: Document) -> list[str]:
    return [(p.glyph + " " if p.glyph else "") + document[p.span] for p in document.paragraphs]


def shown(body: str) -> list[str]:
    """Return what is read of a body after a first paragraph."""
    found = lines(read(word_file(paragraph(OPENING) + body)))
    assert found[0] == OPENING
    return found[1:]


BOX = "<w:txbxContent><w:p>{}</w:p></w:txbxContent>"
SHAPE = f"<w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'>{BOX}</v:textbox></w:pict>"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (item("Visits") + item("Plans"), ["• Visits", "• Plans"]),
        (item("One", 90) + item("One A", 90, 1) + item("One B", 90, 1) + item("Two", 90), ["1. One", "1.1 One A", "1.2 One B", "2. Two"]),
        (item("One", 90) + paragraph("Between the lists.") + item("Two", 90) + item("Anew", 93), ["1. One", "Between the lists.", "2. Two", "1. Anew"]),
        (item("First", 92) + item("Second", 92), ["(b) First", "(c) Second"]),
        (styled("ListBullet", "By its style"), ["• By its style"]),
        (item("• Typed as well"), ["• Typed as well"]),
        (item("No list at all", 0), ["No list at all"]),
        (table(("Area", "Grade"), ("Help", "Good")), ["Area\tGrade", "Help\tGood"]),
        (table(("What is good", "What must improve"), (item("Visits") + item("Plans"), item("Records"))), ["What is good", "• Visits", "• Plans", "What must improve", "• Records"]),
        (table(("Outer", table(("In", "Good")) + paragraph(""))), ["Outer\tIn Good"]),
        (paragraph(run("Tel") + "<w:r><w:tab/></w:r>" + run("0100") + "<w:r><w:br/></w:r>" + run("Next line")), ["Tel\t0100", "Next line"]),
        (paragraph(run("Sixteen") + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>" + run("year-olds")), ["Sixteen-year-olds"]),
        (paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + run(" By a symbol")), ["• By a symbol"]),
        (paragraph(run("Read by ") + f'<w:hyperlink w:anchor="a">{run("the council")}</w:hyperlink>' + run(" today.")), ["Read by the council today."]),
        (paragraph(f'<w:fldSimple w:instr="DATE">{run("16 May 2024")}</w:fldSimple>'), ["16 May 2024"]),
        (paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>' + run("May")), ["May"]),
        (f"<w:sdt><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>", ["In a control"]),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + paragraph("Click here to enter text") + "</w:sdtContent></w:sdt>", []),
        (paragraph(run("Seen") + run(" not", "<w:vanish/>") + run(" struck", "<w:strike/>") + run(" too", '<w:strike w:val="0"/>')), ["Seen too"]),
        (paragraph(run("Beside the box. ") + f"<w:r>{SHAPE.format(run('In the box'))}</w:r>"), ["Beside the box.", "In the box"]),
        (paragraph(run("Once. ") + f'<w:r><mc:AlternateContent xmlns:mc="{COMPATIBLE}"><mc:Choice Requires="wps">{BOX.format(run("Box"))}</mc:Choice><mc:Fallback>{SHAPE.format(run("Box"))}</mc:Fallback></mc:AlternateContent></w:r>'), ["Once.", "Box"]),
        (paragraph(run("Noted") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(".")), ["Noted."]),
        (paragraph("The leader said:") + styled("Quote", "We are glad.") + styled("IntenseQuote", "And proud."), ["The leader said:", "“We are glad.", "“And proud.”"]),
    ],
)  # fmt: skip
def test_what_a_file_shows_is_read_in_its_order(body: str, found: list[str]) -> None:
    assert shown(body) == found


def test_of_tracked_changes_the_new_words_count_and_the_old_do_not() -> None:
    changed = (
        run("It is ")
        + f"<w:del><w:r><w:delText>good</w:delText></w:r></w:del><w:ins>{run('inadequate')}</w:ins>"
    )
    moved = f"<w:moveFrom>{run('before')}</w:moveFrom><w:moveTo>{run(' after')}</w:moveTo>"
    document = read(word_file(paragraph(OPENING) + paragraph(changed + moved)))
    assert lines(document)[1:] == ["It is inadequate after"]
    assert [problem.key for problem in document.problems] == ["tracked-changes"]


def test_headings_and_the_title_are_known_by_their_styles() -> None:
    body = styled("Title", "Ofsted says: good.") + styled("Heading1", "Strengths,") + paragraph(OPENING)
    document = read(word_file(body))
    assert [p.shape for p in document.paragraphs] == [Shape.HEADING, Shape.HEADING, Shape.PROSE]
    assert document.stated.title == "Ofsted says: good."
    assert (document.stated.publisher, document.stated.published) == (None, None)


def test_several_first_headings_are_no_title() -> None:
    document = read(word_file(styled("Heading1", "One") + styled("Heading1", "Two") + paragraph(OPENING)))
    assert document.stated.title is None


def test_boilerplate_goes_as_in_plain_text_and_places_hold() -> None:
    document = read(
        word_file("".join(map(paragraph, (OPENING, "CafÃ© visits cost Â£5.", "ENDS", "Notes to editors"))))
    )
    assert lines(document) == [OPENING, "Café visits cost £5."]
    assert {one.rule for one in document.removed} == {"ends"}
    at = document.text.index("Café")
    assert document.map.original(Span(at, at + 4)).slice(document.original) == "CafÃ©"


PLAIN = word_file(paragraph(OPENING))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
MAIN = f"<?xml version='1.0'?>{LAUGHS}<w:document xmlns:w='x'>&c;</w:document>"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty-file"),
        (b"plain words", "not-word"),
        (OLD, "old-word"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted-word"),
        (b"{\\rtf1 words}", "rich-text"),
        (PLAIN[: len(PLAIN) // 2], "broken-word"),
        (PLAIN[:-30], "broken-word"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "open-document"),
        (zipped({"a.txt": b"words"}), "not-word"),
        (zipped({"[Content_Types].xml": b"<Types>spreadsheetml.sheet.main+xml</Types>"}), "not-word"),
        (
            zipped({"[Content_Types].xml": b"<Types>wordprocessingml.document.main+xml</Types>"}),
            "broken-word",
        ),
        (word_file("", {"word/document.xml": MAIN.encode()}), "forged-word"),
        (word_file("", {"word/document.xml": MAIN.encode("utf-16")}), "forged-word"),
        (word_file("", {"word/document.xml": b"<w:document"}), "broken-word"),
        (word_file("", {"word/more.xml": b" " * 101_000_000}), "too-much-text"),
        (word_file(paragraph("")), "no-text"),
        (word_file("<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400), "broken-word"),
    ],
)
def test_what_is_no_word_file_is_one_clear_problem(data: bytes, key: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(data, Source("a", "a.docx", ""))
    (problem,) = caught.value.problems
    assert (problem.key, problem.file) == (key, "a.docx")


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        ((("Title", "Good news for Norchester"), ("Heading1", "What inspectors found")), "Good news for Norchester"),
        ((("Title", "REPORT TO THE COMMITTEE"), ("Heading1", "Outcome of the inspection")), "Outcome of the inspection"),
        ((("Title", "Report to the Committee"), ("Heading1", "Summary"), ("Heading1", "Next steps")), "Report to the Committee"),
        ((("Title", "Family News"), ("Heading1", "The verdict is in"), ("Heading1", "Car parks are shut")), None),
        ((("Heading1", "The verdict is in"),), "The verdict is in"),
    ],
)  # fmt: skip
def test_a_title_that_only_names_the_paper_gives_way_to_the_headline(
    headings: tuple[tuple[str, str], ...], title: str | None
) -> None:
    body = "".join(styled(style, words) for style, words in headings)
    assert read(word_file(body + paragraph(OPENING))).stated.title == title


def test_a_box_that_repeats_the_story_is_left_out() -> None:
    repeated, other = (run("") + SHAPE.format(run(words)) for words in (OPENING[:-1], "Dates for your diary"))
    document = read(word_file(paragraph(OPENING) + paragraph(repeated) + paragraph(other)))
    assert lines(document) == [OPENING, "Dates for your diary"]
    assert [one.rule for one in document.removed] == ["pull-quote"]


def test_a_process_that_ran_out_of_memory_reads_no_further_file() -> None:
    program = (
        "import os\n"
        "from councilbrief.documents.confined import serve\n"
        "def read(data):\n"
        "    if data == b'heavy': raise MemoryError\n"
        "    return str(os.getpid()).encode()\n"
        "serve(read)\n"
    )
    quarantine = Quarantine(("-c", program), seconds=20.0)
    try:
        first = opened(quarantine.read(b"light"))
        assert opened(quarantine.read(b"light")) == first
        with pytest.raises(Refusal, match="too-much-memory"):
            opened(quarantine.read(b"heavy"))
        assert opened(quarantine.read(b"light")) != first
    finally:
        quarantine.close()
