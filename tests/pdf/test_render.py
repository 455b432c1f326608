from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

from councilbrief.briefing.blocks import (
    NOTHING,
    Beneath,
    Briefing,
    Cite,
    ItemList,
    KeyFacts,
    Link,
    Notice,
    Paragraph,
    Pill,
    Quote,
    Section,
    Slice,
    SourceEntry,
    SourceList,
    Statement,
    Subheading,
    Table,
    Text,
    Tone,
)
from councilbrief.briefing.theme import USUAL
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.look.style import FRAME_BOTTOM, MARGIN, MEASURE, PILLS, style_of
from councilbrief.pdf.proof.readback import read_back
from councilbrief.pdf.render import render
from councilbrief.pdf.setting.lines import break_evenly, break_lines
from councilbrief.pdf.setting.runs import Run, plain
from councilbrief.provenance import Span
from pdf import samples
from pdf.samples import STAMP, of_inlines, small, text

STYLE = style_of(USUAL)
TESTS = Path(__file__).parents[1]
DIGEST = """
import hashlib, sys
from pdf import samples
from councilbrief.pdf.render import render
print(hashlib.sha256(render(samples.realistic()[0], stamp=samples.STAMP)).hexdigest())
"""


def opened(pdf: bytes) -> Any:  # noqa: ANN401 - pdfplumber is not typed
    return pdfplumber.open(BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    with opened(pdf) as file:
        return "\n".join(page.extract_text() for page in file.pages)


def addresses(pdf: bytes) -> list[str]:
    with opened(pdf) as file:
        return [link["uri"] for page in file.pages for link in page.annots if link["uri"]]


@pytest.mark.parametrize(
    "changes",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {
            "PYTHONHASHSEED": "4242",
            "TZ": "America/Lima",
            "LC_ALL": "C.UTF-8",
            "SOURCE_DATE_EPOCH": "1000000000",
        },
    ],
)
def test_the_same_briefing_gives_the_same_bytes_in_any_surroundings(changes: dict[str, str]) -> None:
    surroundings = os.environ | changes | {"PYTHONPATH": str(TESTS)}
    child = subprocess.run(
        [sys.executable, "-c", DIGEST], env=surroundings, capture_output=True, check=True, text=True
    )
    here = hashlib.sha256(render(samples.realistic()[0], stamp=STAMP)).hexdigest()
    assert child.stdout.strip() == here


def test_the_room_is_entered_without_loading_what_is_heavy() -> None:
    program = (
        "import sys, councilbrief.pdf; print([m for m in ('reportlab', 'pdfplumber') if m in sys.modules])"
    )
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert child.stdout.strip() == "[]"


def test_the_identifier_depends_on_the_content() -> None:
    def identifier(briefing: Briefing) -> object:
        with opened(render(briefing, stamp=STAMP)) as file:
            return file.doc.xrefs[0].get_trailer()["ID"][0]

    assert identifier(of_inlines(Text("one"))) == identifier(of_inlines(Text("one")))
    assert identifier(of_inlines(Text("one"))) != identifier(of_inlines(Text("two")))


def test_the_file_says_what_it_is() -> None:
    pdf = render(samples.realistic()[0], stamp=dt.date(2027, 2, 3))
    with opened(pdf) as file:
        metadata, catalogue = file.metadata, file.doc.catalog
        assert metadata["Title"] == "Children’s services in Wealdshire: what the inspection of 2024 found"
        assert metadata["Author"] == "Democratic services"
        assert metadata["Subject"] == "Briefing for the children and families scrutiny committee"
        assert metadata["Keywords"] == "Wealdshire, OFFICIAL, as at 21 November 2026"
        assert metadata["CreationDate"] == metadata["ModDate"] == "D:20270203000000+00'00'"
        assert resolve1(catalogue["Lang"]) == b"en-GB"
        assert str(resolve1(catalogue["ViewerPreferences"])["DisplayDocTitle"]) == "True"
        assert [round(side) for side in (file.pages[0].width, file.pages[0].height)] == [595, 842]


def test_only_our_own_embedded_faces_are_used() -> None:
    with opened(render(samples.hard(), stamp=STAMP)) as file:
        fonts = {
            str(font["BaseFont"].name): resolve1(resolve1(font["DescendantFonts"][0])["FontDescriptor"])
            for page in file.pages
            for reference in (resolve1(page.page_obj.resources["Font"]) or {}).values()
            for font in [resolve1(reference)]
        }
    assert set(fonts) == {"OpenSans-Regular", "OpenSans-Bold"}
    assert all("FontFile2" in descriptor for descriptor in fonts.values())


def test_every_page_has_its_head_and_its_number() -> None:
    found = read_back(render(samples.realistic()[0], stamp=STAMP))
    pages = len(found.heads)
    assert pages > 1
    assert set(found.heads) == {"Wealdshire · OFFICIAL · As at 21 November 2026"}
    assert list(found.feet) == [f"Page {page} of {pages}" for page in range(1, pages + 1)]


def test_a_head_too_long_for_its_line_is_cut_openly() -> None:
    found = read_back(render(replace(of_inlines(Text("x")), council="Very long name " * 20), stamp=STAMP))
    assert found.heads[0].startswith("Very long name Very long name")
    assert found.heads[0].endswith("…")


def test_the_outline_names_every_section_even_an_empty_one() -> None:
    briefing = samples.hard()
    found = read_back(render(briefing, stamp=STAMP))
    assert [entry.title for entry in found.outline] == [section.title for section in briefing.sections]
    assert all(entry.page for entry in found.outline)


def test_a_reference_goes_to_its_entry_and_one_without_an_entry_is_no_link() -> None:
    filler = tuple(Paragraph((text("Words that fill the page. " * 60),)) for _ in range(4))
    sources = SourceList(
        (SourceEntry(1, text("The first source")), SourceEntry(2, text("The second source")))
    )
    cited = Paragraph((Statement((Text("A claim."), Cite((1, 2, 7)))),))
    with opened(render(small(cited, *filler, sources), stamp=STAMP)) as file:
        links = [link["data"] for link in file.pages[0].annots]
        targets = [resolve1(link["Dest"]) for link in links]
        numbers = {page.page_obj.pageid: page.page_number for page in file.pages}
        last = len(file.pages)
        assert [numbers[target[0].objid] for target in targets] == [last, last]
        tops = [target[3] for target in targets]
        assert tops[0] > tops[1]
        assert "[1] [2] [7]" in file.pages[0].extract_text()


@pytest.mark.parametrize(
    "url", ["https://www.wealdshire.example/a?b=c&d=e", "http://reports.example/44/80447"]
)
def test_a_web_address_is_a_link(url: str) -> None:
    assert set(addresses(render(of_inlines(Link("the report", url)), stamp=STAMP))) == {url}


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,<script>",
        "ftp://example.org",
        "mailto:a@example.org",
        "//example.org",
        "https:///nohost",
        "https://exa mple.org/(",
        "https://[::1",
        "https://example.org/\n/x",
        "source-1",
        "#source-1",
        "",
    ],
)
def test_anything_else_is_printed_and_is_no_link(url: str) -> None:
    pdf = render(of_inlines(Link("the words of the link", url)), stamp=STAMP)
    with opened(pdf) as file:
        assert file.pages[0].annots == []
    assert "the words of the link" in words_of(pdf)


def test_payloads_are_printed_letter_for_letter() -> None:
    pdf = render(small(ItemList(tuple(text(payload) for payload in samples.HOSTILE))), stamp=STAMP)
    glyphs = "".join(glyph.char for glyph in read_back(pdf).glyphs)
    assert [payload for payload in samples.HOSTILE if "•" + "".join(payload.split()) not in glyphs] == []
    assert addresses(pdf) == []
    with opened(pdf) as file:
        assert [page.images for page in file.pages] == [[] for _ in file.pages]


def test_a_short_table_stands_whole_and_a_long_one_leaves_no_single_row() -> None:
    parted = set()
    for count in range(1, 8):
        rows = tuple((text(f"Row number {n}"), text("cell")) for n in range(count))
        table = Table("Caption of it", ("Head", "Head"), rows, (0.5, 0.5))
        for filling in range(18, 32):
            filler = tuple(Paragraph((text("One line."),)) for _ in range(filling))
            after = (
                Paragraph((text("After it. " * 200),)),
            )  # so that no space is made smaller for a short page
            with opened(render(small(*filler, Subheading("Below it"), table, *after), stamp=STAMP)) as file:
                pages = [page.extract_text() for page in file.pages]
            there = tuple(page.count("Row number") for page in pages if "Row number" in page)
            assert "Row number" in pages[["Caption of it" in page for page in pages].index(True)]
            assert len(there) == 1 or min(there) > 1
            parted |= {there} if len(there) > 1 else set()
    assert all(sum(there) > 5 and there[0] > 2 for there in parted)
    assert {(3, 3), (3, 4), (4, 3)} <= parted


def test_the_head_of_a_long_table_stands_on_each_of_its_pages() -> None:
    rows = tuple((text(f"{n} May 2024"), text("What the letter says. " * 12)) for n in range(1, 31))
    table = Table("Thirty visits", ("When it was", "What was found"), rows, (0.3, 0.7))
    with opened(render(small(table), stamp=STAMP)) as file:
        pages = [page.extract_text() for page in file.pages]
    assert len(pages) >= 3
    assert all("When it was What was found" in page for page in pages)
    assert sum(page.count("Thirty visits") for page in pages) == 1


def test_a_table_whose_last_row_is_tall_is_parted_once_a_page() -> None:
    tall = "What the letter says of it. " * 6
    rows = (*((text(f"Row number {n}"), text("cell")) for n in range(5)), (text("Row number 5"), text(tall)))
    table = Table("Caption of it", ("Head", "Head"), rows, (0.5, 0.5))
    parted = 0
    for filling in range(14, 32):
        for notes in range(3):  # of another height than a line, so that many offsets are met
            notice = (Notice(Tone.INFORMATION, "Note", (text("One line."),)),) * notes
            filler = tuple(Paragraph((text("One line."),)) for _ in range(filling))
            with opened(render(small(*notice, *filler, Subheading("Below it"), table), stamp=STAMP)) as file:
                pages = [page.extract_text() for page in file.pages]
            assert all(page.count("Head Head") <= 1 for page in pages), (filling, notes)
            parted += sum("Head Head" in page for page in pages) > 1
    assert parted


def test_a_cell_taller_than_a_page_flows_on() -> None:
    table = Table(
        "T", ("A", "B"), ((text("left"), text("and so on " * 1500)), (text("next"), text("row"))), (0.3, 0.7)
    )
    assert words_of(render(small(table), stamp=STAMP)).split().count("so") == 1500


def test_a_head_taller_than_a_page_is_set_once() -> None:
    table = Table("T", ("Heading " * 900, "B"), ((text("left"), text("right")),), (0.5, 0.5))
    assert words_of(render(small(table), stamp=STAMP)).split().count("Heading") == 900


@pytest.mark.parametrize("size", [200, 200_000])
def test_a_word_longer_than_a_line_is_broken(size: int) -> None:
    lines = break_lines(plain("x" * size, STYLE.body), MEASURE)
    assert sum(len(piece.text) for line in lines for piece in line.pieces) == size
    assert max(line.width for line in lines) <= MEASURE
    assert len(render(of_inlines(Text("x" * size)), stamp=STAMP)) > 1000


def test_lines_break_at_spaces_and_after_hyphens_and_a_date_stays_whole() -> None:
    runs = plain("On 26 February 2024 the long-standing arrangement ended.", STYLE.body)
    for measure in range(90, 400, 7):
        lines = ["".join(piece.text for piece in line.pieces) for line in break_lines(runs, measure)]
        assert sum("26\u00a0February\u00a02024" in line for line in lines) == 1
        joined = "".join(line if line.endswith("-") else f"{line} " for line in lines)
        assert " ".join(joined.split()) == "On 26 February 2024 the long-standing arrangement ended."


def test_a_pill_keeps_its_words_and_what_follows_stands_outside_it() -> None:
    pill = Run("Requires improvement to be good", STYLE.body, pill=PILLS[Grade.REQUIRES_IMPROVEMENT])
    lines = break_lines([pill, Run("\u00a0", STYLE.body), Run("[1]", STYLE.body)], 170)
    parts = [piece for line in lines for piece in line.pieces if piece.run.pill]
    assert [piece.text for piece in parts] == ["Requires improvement", "to be good"]
    [reference] = [piece for line in lines for piece in line.pieces if piece.text == "[1]"]
    assert len(lines) == 2
    assert reference.x > max(piece.x + piece.width for piece in parts)


@pytest.mark.parametrize("filling", range(20, 44))
def test_a_heading_is_never_alone_at_the_foot_of_a_page(filling: int) -> None:
    first = Section("a", "First", tuple(Paragraph((text("One line."),)) for _ in range(filling)))
    table = Table("Caption", ("Head", "Head"), ((text("cell"), text("cell")),) * 3, (0.5, 0.5))
    second = Section(
        "b",
        "Second",
        (Subheading("Below it"), table if filling % 2 else Paragraph((text("Three lines. " * 20),))),
    )
    briefing = replace(small(), sections=(first, second))
    with opened(render(briefing, stamp=STAMP)) as file:
        for page in file.pages:
            body = [char for char in page.chars if char["matrix"][5] > FRAME_BOTTOM]
            lowest = max(body, key=lambda char: char["bottom"])
            assert lowest["size"] < STYLE.section.size
            assert "Below it" not in page.extract_text().splitlines()[-2]


@pytest.mark.parametrize("points", [3, 9, 14])
def test_a_tall_last_item_but_one_leaves_no_hole_at_the_foot_of_a_page(points: int) -> None:
    under = Beneath(tuple(text("A point that takes more than a line. " * 3) for _ in range(points)))
    items = ItemList((text("First."), text("Second."), text("Third.")), beneath=(NOTHING, under, NOTHING))
    for before in range(6, 24, 3):
        filler = tuple(Paragraph((text("One line."),)) for _ in range(before))
        with opened(render(small(*filler, items), stamp=STAMP)) as file:
            body = [char for char in file.pages[0].chars if char["matrix"][5] > FRAME_BOTTOM]
            lowest = min(char["matrix"][5] for char in body)
            assert len(file.pages) == 1 or lowest < FRAME_BOTTOM + 4 * STYLE.body.leading


def test_a_long_quotation_goes_on_over_the_page_and_its_speaker_is_not_parted_from_it() -> None:
    words = " ".join(f"word{n}" for n in range(900))
    paragraph = samples.document("d", words)
    taken = Slice(words, paragraph.place(Span(0, len(words))))
    for before in range(0, 30, 3):
        filler = tuple(Paragraph((text("One line."),)) for _ in range(before))
        with opened(
            render(small(*filler, Quote((taken,), text("Said by Somebody"), ())), stamp=STAMP)
        ) as file:
            pages = [page.extract_text() for page in file.pages]
        [speaking] = [page for page in pages if "Said by Somebody" in page]
        assert "word899" in speaking


@pytest.mark.parametrize("lengths", [(40, 40, 3), (3, 90), (60,), (3, 3, 3, 3)])
def test_a_parted_quotation_keeps_two_lines_with_its_speaker_and_two_before(lengths: tuple[int, ...]) -> None:
    paragraphs = [
        f"p{n} " + " ".join(f"p{n}word{at}" for at in range(length)) for n, length in enumerate(lengths)
    ]
    whole = samples.document("d", "\n".join(paragraphs))
    starts = [whole.text.index(words) for words in paragraphs]
    spans = [Span(start, start + len(words)) for start, words in zip(starts, paragraphs, strict=True)]
    slices = tuple(Slice(whole[span], whole.place(span)) for span in spans)
    parted = 0
    for before in range(14, 30):
        filler = tuple(Paragraph((text("One line."),)) for _ in range(before))
        quote = Quote(slices, text("Said by Somebody"), ())
        after = Paragraph((text("After it. " * 200),))  # so that no space is made smaller for a short page
        pdf = render(small(*filler, Subheading("Below it"), quote, after), stamp=STAMP)
        with opened(pdf) as file:
            lines = [page.extract_text().splitlines() for page in file.pages]
        there = [sum("word" in line for line in page) for page in lines]
        speaking = next(at for at, page in enumerate(lines) if "Said by Somebody" in page)
        assert there[speaking] >= 2
        assert not any(page[-2] == "Below it" for page in lines)
        assert all(count >= 2 for count in there if count)
        parted += sum(count > 0 for count in there) > 1
    assert parted


def test_a_grade_in_the_facts_takes_two_lines_at_most() -> None:
    grade = Statement((Pill(Grade.REQUIRES_IMPROVEMENT, "Requires improvement to be good"), Cite((1,))))
    for dates in (("14 to 25 June 2021", "27 July 2021"), ("14 to 25 September 2021", "27 November 2021")):
        others = tuple(
            ("Label", Statement((Text(words), Cite((1,))))) for words in (*dates, "ILACS, inferred")
        )
        facts = KeyFacts((("Overall grade", grade), *others))
        with opened(render(small(facts), stamp=STAMP)) as file:
            lines = file.pages[0].crop((MARGIN, 0, MARGIN + 0.4 * MEASURE, 400)).extract_text().splitlines()
        assert any("to be good" in line and "[1]" in line for line in lines)
        assert any(line.startswith("Requires improvement") for line in lines)


@pytest.mark.parametrize("grade", list(Grade))
def test_every_grade_has_a_pill_of_its_own(grade: Grade) -> None:
    pdf = render(of_inlines(Pill(grade, grade.value)), stamp=STAMP)
    assert grade.value in words_of(pdf)
    assert [other for other in Grade if PILLS[other] == PILLS[grade]] == [grade]


@pytest.mark.parametrize("filling", range(30, 46))
def test_a_short_last_paragraph_is_not_parted(filling: int) -> None:
    filler = tuple(Paragraph((text("One line."),)) for _ in range(filling))
    said = " ".join(f"end{n}" for n in range(60))
    for before in ((), (Subheading("Below it"),)):
        pdf = render(small(*filler, *before, Paragraph((text(said),))), stamp=STAMP)
        with opened(pdf) as file:
            pages = [page.extract_text() for page in file.pages]
        assert sum("end" in page for page in pages) == 1


def test_the_lines_of_a_title_are_much_alike() -> None:
    title = plain("Children’s services in Cheshire West and Chester: what the inspections found", STYLE.title)
    lines = break_evenly(title, MEASURE)
    assert ["".join(piece.text for piece in line.pieces) for line in lines] == [
        "Children’s services in",
        "Cheshire West and Chester:",
        "what the inspections found",
    ]
    assert min(line.width for line in lines) > 0.7 * max(line.width for line in lines)


def test_a_line_that_leads_in_never_stands_at_the_foot_without_its_list() -> None:
    for filling in range(1, 60):
        before = ItemList(tuple(text(f"Item {number}.") for number in range(filling)))
        lead = Paragraph((text("What follows is a list:"),))
        listing = ItemList((text("An item of two lines. " * 7), text("Another.")))
        with opened(render(small(before, lead, listing), stamp=STAMP)) as pdf:
            pages = [page.extract_text() for page in pdf.pages]
        (page,) = (page for page in pages if "What follows is a list:" in page)
        assert "An item of two lines." in page
