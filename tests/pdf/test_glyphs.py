from __future__ import annotations

import pytest

from councilbrief.briefing.blocks import Briefing, ItemList, Paragraph, Slice, Statement, Table, Text
from councilbrief.pdf.checking import check
from councilbrief.pdf.look.faces import Face, printable, width
from councilbrief.pdf.look.glyphs import EQUIVALENTS, missing, name, printed
from councilbrief.pdf.render import render
from councilbrief.problems import ExitCode, RenderError
from pdf.samples import STAMP, Shelf, of_inlines, small


def complaints(briefing: Briefing) -> list[str]:
    with pytest.raises(RenderError) as caught:
        render(briefing, stamp=STAMP)
    return [problem.message for problem in caught.value.problems]


@pytest.mark.parametrize(
    "words",
    [
        "Llŷn, Môn, Gŵyl, ẁ ẃ ẅ ỳ ÿ Ŷ Ŵ",
        "Łukasz Żółkiewski, Święty Krzyż, ąćęłńóśźż",
        "Đặng Thị Nguyễn, Ångström, São, Håkan, Ștefan, Žižek, Þór, œuvre, ß",
        "Zoe\u0308 and Siân typed letter by accent",
        "“quotes” ‘quotes’ – dash — dash … • € £ ½ ¼ ¾ ‰ ™ © ² − ≤ ≥",
    ],
)
def test_the_names_and_signs_of_these_islands_are_in_every_face(words: str) -> None:
    assert missing(words) == []


def test_the_space_that_ends_a_line_and_the_one_that_does_not_are_equally_wide() -> None:
    assert width(" ", Face.REGULAR, 10) == width("\u00a0", Face.REGULAR, 10) > 0


def test_every_equivalent_is_itself_in_the_font() -> None:
    assert {char for char in "".join(EQUIVALENTS.values()) if ord(char) not in printable()} == set()


def test_no_letter_or_figure_has_an_equivalent() -> None:
    assert [char for char in EQUIVALENTS if char.isalnum()] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("co\u2011opted, self\u2010made", "co-opted, self-made"),
        ("a\u2009b\u3000c\n\td", "a b c d"),
        ("10\u202f000", "10\u00a0000"),
        ("hy\u00adphen zero\u200bwidth \ufeffmark", "hyphen zerowidth mark"),
        ("\uf0b7 one \u25fc two", "• one • two"),
    ],
)
def test_spaces_hyphens_and_bullets_have_listed_equivalents(words: str, expected: str) -> None:
    assert printed(words) == expected


@pytest.mark.parametrize(
    ("char", "called"),
    [
        ("✓", "U+2713 CHECK MARK"),
        ("😀", "U+1F600 GRINNING FACE"),
        ("ক", "U+0995 BENGALI LETTER KA"),
        ("\x00", "U+0000 CONTROL CHARACTER"),
        ("\ud83d", "U+D83D LONE SURROGATE"),
        ("\ue000", "U+E000 PRIVATE USE CHARACTER"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\ufffd", "U+FFFD REPLACEMENT CHARACTER"),
    ],
)
def test_another_character_stops_the_briefing_and_is_named_without_being_printed(
    char: str, called: str
) -> None:
    assert name(char) == called
    [message] = complaints(of_inlines(Text(f"before {char} after")))
    assert called in message
    assert char not in message


def test_the_place_of_a_slice_is_its_place_in_the_document() -> None:
    shelf = Shelf()
    shelf.add("seven", "They praised the team ✓ and the board.")
    taken: Slice = shelf.slice("seven", "the team ✓")
    [message] = complaints(of_inlines(Text("As told: "), taken))
    assert f"taken from {taken.place}" in message


def test_all_missing_characters_are_told_at_once_each_with_its_place() -> None:
    said = (Statement((Text("one ✓"),)), Statement((Text("two ☂ ☂ ✓"),)))
    table = Table("Caption", ("A", "✗"), ((said[0], Statement((Text("fine"),))),), (0.5, 0.5))
    messages = complaints(small(ItemList(said), table, title="Title ♞", author="Ŵyn ♜"))
    assert [
        (message.split("for ")[1].split(" ")[0], message.split(", in ")[1].split(";")[0])
        for message in messages
    ] == [
        ("U+265C", "the author's name"),
        ("U+265E", "the title"),
        ("U+2713", "section “A section”, block 1, item 1"),
        ("U+2602", "section “A section”, block 1, item 2"),
        ("U+2713", "section “A section”, block 1, item 2"),
        ("U+2717", "section “A section”, block 2, head of the table"),
        ("U+2713", "section “A section”, block 2, row 1, column 1"),
    ]


def test_the_error_carries_the_exit_code_of_rendering() -> None:
    with pytest.raises(RenderError) as caught:
        check(small(Paragraph((Statement((Text("✓"),)),))))
    assert caught.value.exit_code is ExitCode.RENDER
