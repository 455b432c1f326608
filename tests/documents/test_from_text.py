from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilbrief.documents.document import Document, Shape
from councilbrief.documents.from_text import read_text
from councilbrief.problems import DocumentError
from councilbrief.provenance import Source, Span

SEEDS = Path(__file__).parents[2] / "seeds"


def read(text: str | bytes) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_text(data, Source("d", "d.txt", ""))


def lines(document: Document) -> list[str]:
    return [document[paragraph.span] for paragraph in document.paragraphs]


def original(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.map.original(Span(start, start + len(words))).slice(document.original)


def test_a_lost_space_comes_back_and_is_found_again_in_the_file() -> None:
    document = read(
        "Inspectors came from 26th €February.\nThey saw services€have improved, for €2m and 50€ a head."
    )
    assert lines(document) == [
        "Inspectors came from 26th February.",
        "They saw services have improved, for €2m and 50€ a head.",
    ]
    assert original(document, "services have") == "services€have"


def test_a_caption_that_fell_into_a_word_is_taken_out() -> None:
    document = read("CCllr Ann Example 250 x 350ouncillor Ann Example, lead member, said: “We are proud.”")
    assert lines(document)[0].startswith("Councillor Ann Example, lead member, said")
    assert original(document, "Councillor Ann") == "CCllr Ann Example 250 x 350ouncillor Ann"


def test_the_switch_of_an_advertisement_run_into_a_paragraph_goes() -> None:
    document = read(
        "Hide AdThe council said it was glad.\nHide Ad“We are proud,” said its leader.\nHide Adverts today."
    )
    assert lines(document) == [
        "The council said it was glad.",
        "“We are proud,” said its leader.",
        "Hide Adverts today.",
    ]


def test_what_a_page_reads_out_behind_its_links_goes() -> None:
    document = read(
        "The council was found wanting in 2012, external and again in 2015, external.\nAll is well."
    )
    assert lines(document) == ["The council was found wanting in 2012 and again in 2015.", "All is well."]
    once = read("They use peer, external and internal reviews.")
    assert lines(once) == ["They use peer, external and internal reviews."]


def test_a_bullet_lost_inside_a_line_parts_two_items() -> None:
    document = read(
        "They found:\n  • Attendance is getting better. l If a child goes missing, systems are good.\n"
    )
    items = [p for p in document.paragraphs if p.shape is Shape.ITEM]
    assert [document[item.span] for item in items] == [
        "Attendance is getting better.",
        "If a child goes missing, systems are good.",
    ]


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("childrenâ€™s servicesâ€”all", "children’s services—all"),
        ("the councilâ€\x9d said", "the council” said"),
        ("cafÃ© and Â£5", "café and £5"),
        ("fish &amp; chips &#8217; &rsquo; &unknown; R&D", "fish & chips ’ ’ &unknown; R&D"),
        ("a\u00a0b\u2009c\u200bd\u00ade", "a b cde"),
        ("too   many    spaces", "too many spaces"),
    ],
)
def test_characters_are_repaired(raw: str, repaired: str) -> None:
    document = read(f"A first line, which is long enough.\n{raw}")
    assert lines(document)[1] == repaired


@pytest.mark.parametrize(
    "glyph", ["•", "-", "--", "–", "*", "◼", "\uf0b7", "1.", "(a)", "b)", "2.1", "o", "›", "#"]
)
def test_a_list_glyph_is_no_part_of_its_item(glyph: str) -> None:
    document = read(
        f"The council must improve:\n{glyph} The quality of visits\n{glyph} Timely plans for children"
    )
    assert lines(document)[1:] == ["The quality of visits", "Timely plans for children"]
    assert [p.glyph for p in document.paragraphs][1:] == [glyph, glyph]


def test_a_bullet_without_its_space_is_a_bullet() -> None:
    document = read("Inspectors found that:\n•Schools get a reply\n•Visits are regular")
    assert lines(document)[1:] == ["Schools get a reply", "Visits are regular"]


def test_a_glyph_alone_on_its_line_belongs_to_the_next() -> None:
    document = read("The report says:\n•\nPlans are clear and timely\n•\nVisits are regular")
    assert lines(document)[1:] == ["Plans are clear and timely", "Visits are regular"]


def test_an_initial_is_no_glyph() -> None:
    assert lines(read("Reported by the paper.\nA. N. Other said that it was over.")) == [
        "Reported by the paper.",
        "A. N. Other said that it was over.",
    ]


def test_hard_wrapped_paragraphs_are_joined_and_their_places_kept() -> None:
    wrapped = (
        "Inspectors from Ofsted spent two weeks with the council in the spring and\n"
        "looked at the help that children get when they are first in trouble. They\n"
        "said that much had changed for the better, and that the people who do the\n"
        "work were proud of it.\n\n"
        "The council has now been told to look again at the plans for young people\n"
        "who leave its care, many of which are out of date by the time that anyone\n"
        "reads them, and at the way in which managers write down why a thing has\n"
        "been decided, so that a child who later asks will be able to find it out\n"
        "without help.\n"
    )
    document = read(wrapped)
    assert len(document.paragraphs) == 2
    assert original(document, "spring and looked") == "spring and\nlooked"


def test_a_list_without_glyphs_is_not_joined() -> None:
    text = "\n".join(
        f"The quality of {thing} for children in the care of the council" for thing in "abcdefghijkl"
    )
    assert len(read(text).paragraphs) == 12


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_every_character_of_a_seed_leads_back_to_the_file(seed: Path) -> None:
    document = read(seed.read_bytes())
    for offset, character in enumerate(document.text):
        there = document.map.original(Span(offset, offset + 1)).slice(document.original)
        assert character == there or character in " \n’‘“”" or there.isspace() or not there.isalnum()


def test_nothing_of_a_seeds_furniture_is_left() -> None:
    texts = " ".join(read(seed.read_bytes()).text for seed in SEEDS.glob("*.txt"))
    for noise in (
        "please click here",
        "ENDS",
        "Tim Oliver",
        "AudlemOnline",
        "Our rules",
        "570x310",
        "250 x 350",
        "More from Local",
        "€",
    ):
        assert noise not in texts


def test_what_was_removed_is_kept_with_its_rule() -> None:
    document = read(
        "The report says that much has improved.\nHide Ad\nIt was published on Monday.\nENDS\nNotes to editors\nCall 01234"
    )
    assert lines(document) == ["The report says that much has improved.", "It was published on Monday."]
    assert [(one.rule, one.original.slice(document.original)) for one in document.removed][:2] == [
        ("advertisement", "Hide Ad"),
        ("ends", "ENDS"),
    ]


def test_headlines_of_other_stories_go_until_the_next_sentence() -> None:
    document = read(
        "The report is out today, the council says.\nRead more\nYork Races: what you need to know\nTwo held after break-in\nThe director said that she was glad of it."
    )
    assert lines(document) == [
        "The report is out today, the council says.",
        "The director said that she was glad of it.",
    ]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty-file"),
        (b" \n\t\n ", "empty-file"),
        (b"%PDF-1.7 and so on", "not-text"),
        (b"PK\x03\x04 a zip", "not-text"),
        (b"\x00\x01\x02\x03binary\x00\x00" * 40, "not-text"),
        ("\ufeffhalf".encode("utf-16-le") + b"\x00\xd8", "bad-encoding"),
        (b"Hide Ad\nShare this page\nAdvertisement\n", "no-text"),
        (b"a" * 20_000_001, "too-large"),
    ],
)
def test_what_is_no_text_is_one_clear_problem(data: bytes, key: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(data)
    (problem,) = caught.value.problems
    assert (problem.key, problem.file) == (key, "d.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_give_the_same_text(encoding: str) -> None:
    text = "The council’s services are “good”, Ofsted says.\nCaf\u00e9 visits cost £5."
    document = read(text.encode(encoding))
    assert lines(document) == text.split("\n")
    assert [problem.key for problem in document.problems] == (["not-utf-8"] if encoding == "cp1252" else [])


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_paragraphs_that_cover_the_clean_text_or_one_problem(text: str) -> None:
    try:
        document = read("A first sentence, so that there is something.\n" + text)
    except DocumentError:
        return
    assert "\n".join(lines(document)) == document.text
    for paragraph in document.paragraphs:
        span = document.map.original(paragraph.span)
        assert 0 <= span.start <= span.end <= len(document.original)
        assert "\n" not in document[paragraph.span]
