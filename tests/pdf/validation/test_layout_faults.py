from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    ItemList,
    Notice,
    Paragraph,
    Quote,
    Slice,
    Subheading,
    Table,
    Tone,
)
from councilbrief.provenance import Span
from pdf import samples
from pdf.samples import text
from pdf.validation import layout_faults
from pdf.validation.layout import HEIGHT, MARGIN, Glyph, Layout, Shape, found
from pdf.validation.layout_faults import faults

Line = tuple[int, float, str]
FIRST, LAST = 80.0, HEIGHT - MARGIN - 4


def set_by_hand(*lines: Line, left: float = 60) -> tuple[Glyph, ...]:
    """Set words at a page and height, each letter 6 points wide."""
    return tuple(
        Glyph(char, page, left + 6 * at, left + 6 * (at + 1), y, 11)
        for page, y, words in lines
        for at, char in enumerate(words)
        if char.strip()
    )


def down(page: int, words: list[str], top: float = FIRST) -> tuple[Line, ...]:
    return tuple((page, top + 15 * at, one) for at, one in enumerate(words))


def briefing(*blocks: Block) -> Briefing:
    return replace(samples.small(*blocks), title="", council="")


def told(layout: Layout, case: Briefing | None = None) -> list[str]:
    """Say which checks complain."""
    whole = found(case, layout) if case else layout
    return [check.__name__ for check in layout_faults.CHECKS if list(check(whole))]


def laid_out(*lines: Line, case: Briefing | None = None) -> list[str]:
    return told(Layout(set_by_hand(*lines), ()), case)


FILLER = down(1, [f"filler{n}" for n in range(44)])
ENDING = down(2, ["three", "lines", "more"], 300)


def test_a_page_with_nothing_wrong_is_not_complained_of() -> None:
    assert laid_out(*FILLER) == []
    assert faults(Layout((), ())) == []


def test_words_outside_the_margins_are_told() -> None:
    assert laid_out((1, 90, "x" * 90)) == ["outside_the_margins"]
    assert told(Layout(set_by_hand((1, 90, "left"), left=40), ())) == ["outside_the_margins"]


def test_words_on_words_are_told_and_lines_that_are_close_are_not() -> None:
    assert laid_out((1, 90, "one word"), (1, 93, "another")) == ["overlapping"]
    assert laid_out((1, 90, "one word"), (1, 101, "another")) == []


@pytest.mark.parametrize(
    ("box", "rule", "expected"),
    [
        (Shape(1, 50, 75, 200, 95), None, []),
        (Shape(1, 50, 75, 70, 95), None, ["half_on_a_ground"]),
        (Shape(1, 50, 75, 200, 95, (0.1, 0.1, 0.1)), None, ["hard_to_see"]),
        (None, Shape(1, 50, 87, 200, 87.5), ["crossed"]),
        (None, Shape(1, 50, 92, 200, 92.5), []),
        (Shape(1, 50, 75, 200, 95), Shape(1, 20, 87, 300, 87.5), []),
    ],
)
def test_what_is_drawn_behind_words_must_leave_them_clear(
    box: Shape | None, rule: Shape | None, expected: list[str]
) -> None:
    glyphs = set_by_hand((1, 90, "words"))
    shapes, rules = (box,) if box else (), (rule,) if rule else ()
    assert told(Layout(glyphs, (), shapes, rules)) == expected


def test_what_is_cut_off_is_told() -> None:
    assert told(Layout(set_by_hand((1, 90, "words")), (), clips=(1,))) == ["clipped"]


def test_words_that_are_not_there_are_told() -> None:
    assert laid_out((1, 90, "A section"), case=briefing(Paragraph((text("lost"),)))) == ["not_found"]


def test_a_heading_at_the_foot_is_told() -> None:
    case = briefing(Subheading("below it"), Paragraph((text("three lines more"),)))
    begun = ((1, 72.0, "A section"), *FILLER)
    assert laid_out(*begun, (1, LAST, "below it"), *ENDING, case=case) == ["heads_alone"]
    assert laid_out(*begun, (2, 280, "below it"), *ENDING, case=case) == []


@pytest.mark.parametrize(("here", "there"), [(1, 3), (3, 1), (1, 1), (2, 2)])
@pytest.mark.parametrize("make", [Paragraph, ItemList, lambda said: Notice(Tone.WARNING, "Note", said)])
def test_a_line_alone_is_told(make: Callable[..., Block], here: int, there: int) -> None:
    words = [f"line{n}" for n in range(here + there)]
    case = briefing(make((text(" ".join(words)),)), Paragraph((text("three lines more"),)))
    lines = (
        *((1, 72.0, "A section"), *FILLER[:40], (1, 690.0, "Note")),
        *down(1, words[:here], 705),
        *down(2, words[here:]),
        *ENDING,
    )
    assert laid_out(*lines, case=case) == (["lines_alone"] if 1 in (here, there) else [])


def test_a_speaker_away_from_the_words_is_told() -> None:
    words = samples.document("d", "four lines of words")
    quote = Quote((Slice(words.text, words.place(Span(0, len(words.text)))),), text("Somebody"), ())
    case = briefing(quote, Paragraph((text("three lines more"),)))
    begun = ((1, 72.0, "A section"), *FILLER[:40])
    assert laid_out(*begun, *down(1, words.text.split(), 690), (2, 80, "Somebody"), *ENDING, case=case) == [
        "parted"
    ]
    assert laid_out(*begun, *down(2, words.text.split()), (2, 150, "Somebody"), *ENDING, case=case) == []


@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_that_goes_on_without_its_head_is_told(*, repeated: bool) -> None:
    rows = tuple((text(f"row{n}"), text(f"cell{n}")) for n in range(40))
    case = briefing(Table("Caption", ("One", "Two"), rows, (0.5, 0.5)))
    cells = [f"row{n} cell{n}" for n in range(40)]
    begun = ((1, 72.0, "A section"), (1, 90, "Caption"), (1, 110, "One Two"), *down(1, cells[:36], 130))
    head = ((2, 80.0, "One Two"),) if repeated else ()
    expected = [] if repeated else ["tables_without_heads"]
    assert laid_out(*begun, (1, LAST, "x"), *head, *down(2, cells[36:], 100), case=case) == [*expected]


def test_a_hole_at_the_foot_is_told_but_where_what_follows_needs_the_room() -> None:
    tall = tuple((text(f"row{n} {'x ' * 30}"), text("a")) for n in range(2))
    short = Paragraph((text("many words " * 8),))
    case = briefing(short, Table("Caption", ("One", "Two"), tall, (0.5, 0.5)))
    begun = ((1, 72.0, "A section"), *down(1, ["many words"] * 8))
    row = [[f"row{n}", *["x"] * 30, "a"] for n in range(2)]
    far = ((2, 80.0, "Caption"), (2, 95, "One Two"), *down(2, row[0], 110)[:20], *_squeezed(row[0][20:], 410))
    ends = _squeezed(row[1], 700)
    assert laid_out(*begun, *far, *ends, case=case) == []
    near = ((2, 80.0, "Caption"), (2, 95, "One Two"), *_squeezed(row[0], 110), *_squeezed(row[1], 130))
    assert laid_out(*begun, *near, *ENDING, case=case) == ["pages_with_a_hole"]


def _squeezed(words: list[str], y: float) -> tuple[Line, ...]:
    return ((2, y, " ".join(words)),)


def test_a_last_page_of_two_lines_is_told() -> None:
    case = briefing(Paragraph((text("two lines"),)))
    begun = ((1, 72.0, "A section"), *FILLER)
    assert laid_out(*begun, (2, 80, "two"), (2, 95, "lines"), case=case) == ["short_last_page"]
