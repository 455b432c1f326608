"""Briefings of odd shapes: each is set and proved, or refused in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Chart,
    ChartPoint,
    Cite,
    Link,
    Paragraph,
    Pill,
    SourceEntry,
    SourceList,
    Statement,
    Table,
    Text,
)
from councilbrief.briefing.theme import Logo, Theme
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render
from councilbrief.problems import RenderError
from pdf.samples import STAMP, of_inlines, small, text
from pictures import picture

SCALE = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
CLEAR = Theme(clear_print=True)


def charted(*dates: str, alt: str = "All grades.") -> Chart:
    points = tuple(
        ChartPoint(when, SCALE[number % 4], joined=number % 2 == 1) for number, when in enumerate(dates)
    )
    return Chart(text("Overall grades"), SCALE, points, alt, ())


def proved(briefing: Briefing) -> None:
    prove(render(briefing, stamp=STAMP), briefing, {})


def refused(briefing: Briefing) -> list[str]:
    with pytest.raises(RenderError) as caught:
        render(briefing, stamp=STAMP)
    return [problem.message for problem in caught.value.problems]


@pytest.mark.parametrize("lines", range(30, 46))
@pytest.mark.parametrize("theme", [Theme(), CLEAR])
def test_dates_of_several_words_stay_above_the_foot_of_the_page(lines: int, theme: Theme) -> None:
    filler = tuple(Paragraph((text("One line."),)) for _ in range(lines))
    dates = [f"4–8 Mar {year}" for year in range(2013, 2020)]
    proved(small(*filler, charted(*dates), Paragraph((text("after it"),)), theme=theme))


def test_a_chart_without_room_for_its_dates_is_refused() -> None:
    dates = [f"Mar {year}" for year in range(1985, 2025)]
    assert refused(small(charted(*dates))) == [
        "the chart of grades has more inspections than fit side by side"
    ]


def test_dates_are_set_as_all_words_are() -> None:
    proved(small(charted(" Mar\u20092013", "Nov\u00ad 2019\u200b", "\u00a0Mar  2024")))


@pytest.mark.parametrize("words", ["Cheshire\u2011East  Council", "soft\u00adhyphen", "zero\u200bwidth"])
def test_what_a_picture_shows_may_be_written_in_any_way(words: str) -> None:
    proved(small(charted("Mar 2013", "Mar 2024", alt=words), theme=Theme(logo=Logo(picture(), words))))


def test_a_picture_described_in_what_is_no_text_is_refused() -> None:
    assert "U+D800" in refused(small(charted("Mar 2013", "Mar 2024", alt="half \ud800")))[0]


def test_a_pill_of_several_lines_covers_no_word_beside_it() -> None:
    pill = Pill(Grade.REQUIRES_IMPROVEMENT, "Requires improvement to be good")
    cell = Statement((Text("In "), pill, Text(", then "), Cite((1,)), Text(" more")))
    for share in (0.2, 0.24, 0.28, 0.34, 0.5):
        rows = ((text("row"), cell), (text("row"), Statement((pill, Cite((1, 2))))))
        proved(small(Table("Caption", ("A", "B"), rows, (1 - share, share))))


def test_links_with_the_same_words_side_by_side_are_each_a_link() -> None:
    proved(of_inlines(*[Link("here", "https://a.example/1")] * 5))


def test_a_grade_with_space_around_it_is_set_without() -> None:
    proved(of_inlines(Pill(Grade.GOOD, "\u00a0 Good "), Text(" and more")))


SHAPES: dict[str, tuple[Block, str]] = {
    "no points": (charted(), "a chart shows no grade"),
    "no line": (replace(charted("Mar 2013"), scale=(Grade.GOOD,)), "a grade that has no line"),
    "no date": (charted(" "), "a grade without a date"),
    "a short row": (Table("T", ("A", "B"), ((text("x"),),), (0.5, 0.5)), "not one cell a column"),
    "a long row": (Table("T", ("A",), ((text("x"), text("y")),), (1.0,)), "not one cell a column"),
    "an empty row": (Table("T", ("A",), ((),), (1.0,)), "not one cell a column"),
    "no columns": (Table("T", (), (), ()), "0 columns"),
    "40 columns": (Table("T", ("A",) * 40, (), (0.025,) * 40), "40 columns"),
    "no width": (Table("T", ("A", "B"), (), (1.0, 0.0)), "not one a column"),
    "few widths": (Table("T", ("A", "B"), (), (1.0,)), "not one a column"),
    "wide": (Table("T", ("A", "B"), (), (1.0, 1.0)), "do not make up the whole"),
    "no words in a grade": (Paragraph((Statement((Pill(Grade.GOOD, " "),)),)), "has no words"),
    "no words in a link": (Paragraph((Statement((Link("", "https://a.example"),)),)), "has no words"),
    "a number twice": (SourceList((SourceEntry(1, text("a")), SourceEntry(1, text("b")))), "listed twice"),
}


@pytest.mark.parametrize(("block", "said"), SHAPES.values(), ids=SHAPES.keys())
def test_a_part_of_the_wrong_shape_is_refused_in_words(block: Block, said: str) -> None:
    assert said in refused(small(block))[0]


@pytest.mark.parametrize("language", ["", "ŵ", "en)GB<x>", "english please"])
def test_what_is_no_language_is_refused(language: str) -> None:
    assert "is no language" in refused(small(language=language))[0]
