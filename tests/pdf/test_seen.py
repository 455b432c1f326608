"""Faults that only an eye sees, and files that cannot be read: the proof tells each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest

from councilbrief.briefing.blocks import (
    Briefing,
    Chart,
    ChartPoint,
    Paragraph,
    Pill,
    Section,
    Statement,
    Table,
    Text,
)
from councilbrief.briefing.theme import Logo, Theme
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.places import Words
from councilbrief.pdf.look.style import INK, PILLS
from councilbrief.pdf.look.style import Type as Kind
from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render
from councilbrief.pdf.setting import boxes, chart, logo, runs
from councilbrief.problems import Problem, ProofError
from pdf.samples import STAMP, of_inlines, small, text
from pdf.test_tags import SHELF, whole
from pictures import picture

pytestmark = pytest.mark.faulty
Patch = pytest.MonkeyPatch
FIRST = "The first paragraph"
_MATRIX = re.compile(r"([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm(?=\s+/)")
LOGO = Theme(logo=Logo(picture("RGB", (120, 60)), "The crest"))


def shown() -> Briefing:
    """Make a briefing with every kind of block, and a logo."""
    return replace(whole(), theme=LOGO)


def told(pdf: bytes, briefing: Briefing) -> list[Problem]:
    try:
        prove(pdf, briefing, SHELF.documents)
    except ProofError as error:
        return list(error.problems)
    return []


def complaints(briefing: Briefing) -> list[Problem]:
    return told(render(briefing, stamp=STAMP), briefing)


def test_a_briefing_with_everything_and_a_logo_is_proved() -> None:
    assert complaints(shown()) == []
    assert complaints(replace(shown(), theme=replace(LOGO, clear_print=True))) == []


def printed_as(change: Callable[[Kind], Kind], words: str = FIRST) -> Callable[[Patch], None]:
    """Print the words that begin so in another type."""

    def put(patch: Patch) -> None:
        right = BriefingCanvas._shown

        def wrong(canvas: BriefingCanvas, one: Words) -> str:
            begins = one.text.startswith(words)
            return right(canvas, replace(one, type=change(one.type)) if begins else one)

        patch.setattr(BriefingCanvas, "_shown", wrong)

    return put


def recoded(change: Callable[[str], str]) -> Callable[[Patch], None]:
    """Write the first paragraph in other code."""

    def put(patch: Patch) -> None:
        right = BriefingCanvas._shown

        def wrong(canvas: BriefingCanvas, one: Words) -> str:
            code = right(canvas, one)
            return change(code) if one.text.startswith(FIRST) else code

        patch.setattr(BriefingCanvas, "_shown", wrong)

    return put


PRINTED = {
    "white": printed_as(lambda kind: replace(kind, colour="#FFFFFF")),
    "nearly white": printed_as(lambda kind: replace(kind, colour="#F2F2F2")),
    "in the ink of a pill": printed_as(lambda kind: replace(kind.bold, size=9.9, colour="#FFFFFF")),
    "tiny": printed_as(lambda kind: replace(kind, size=0.1)),
    "small": printed_as(lambda kind: replace(kind, size=4)),
    "a little too large": printed_as(lambda kind: replace(kind, size=11.3)),
    "upside down": recoded(lambda code: code.replace("1 0 0 1", "1 0 0 -1")),
    "slanted": recoded(lambda code: code.replace("1 0 0 1", "1 0 0.3 1")),
    "a heading like words": printed_as(lambda kind: replace(kind, size=11), "Sources"),
    "the line at the head like words": printed_as(lambda kind: replace(kind, colour=INK), "Wealdshire"),
}


@pytest.mark.parametrize("fault", PRINTED.values(), ids=PRINTED.keys())
def test_words_that_are_not_printed_as_they_should_be_are_told(
    fault: Callable[[Patch], None], monkeypatch: Patch
) -> None:
    briefing = whole()
    fault(monkeypatch)
    assert {problem.key for problem in complaints(briefing)} == {"proof-seen"}


def test_a_message_names_the_page_the_words_and_how_they_are_printed(monkeypatch: Patch) -> None:
    printed_as(lambda kind: replace(kind, size=4))(monkeypatch)
    [message] = (problem.message for problem in complaints(whole()))
    assert message.startswith(
        "page 1: “The first paragraph ends here.” is printed in OpenSans-Regular, 4 pt, "
    )


@pytest.mark.parametrize("theme", [Theme(clear_print=True), Theme(accent="#005A3C")])
def test_another_theme_is_told(theme: Theme) -> None:
    keys = {problem.key for problem in told(render(whole(), stamp=STAMP), replace(whole(), theme=theme))}
    assert keys == {"proof-seen"}


COVER = {
    "a box": "q 1 1 1 rg 50 300 500 300 re f Q",
    "a round shape": "q 1 1 1 rg 50 300 m 550 300 l 550 600 l 300 605 250 605 50 600 c h f Q",
    "a thick stroke": "q 1 1 1 RG 300 w 50 450 m 550 450 l S Q",
    "a picture": "q 500 0 0 300 50 300 cm {picture} Do Q",
    "a box over the head": "q 1 1 1 rg 50 790 500 40 re f Q",
    "a box over the foot": "q 1 1 1 rg 50 20 500 30 re f Q",
}


def drawn_last(code: str) -> Callable[[Patch], None]:
    """Draw something at the end of each page."""

    def put(patch: Patch) -> None:
        right = BriefingCanvas.showPage

        def wrong(canvas: BriefingCanvas) -> None:
            every = "\n".join(canvas._code).split()
            name = every[every.index("Do") - 1] if "Do" in every else ""
            canvas._code.append(f"/Artifact BMC\n{code.format(picture=name)}\nEMC")
            right(canvas)

        patch.setattr(BriefingCanvas, "showPage", wrong)

    return put


@pytest.mark.parametrize("code", COVER.values(), ids=COVER.keys())
def test_what_is_drawn_over_words_is_told(code: str, monkeypatch: Patch) -> None:
    briefing = replace(small(*whole().sections[0].blocks[:4]), theme=LOGO)
    drawn_last(code)(monkeypatch)
    assert any("has something drawn over it" in problem.message for problem in complaints(briefing))


def test_a_rule_through_words_is_told(monkeypatch: Patch) -> None:
    right = boxes.TextBox.draw

    def wrong(
        box: boxes.TextBox, canvas: BriefingCanvas, x: float, top: float, measure: float, **how: bool
    ) -> None:
        canvas.rule(x, top - 0.55 * box.leading, 30)
        right(box, canvas, x, top, measure, **how)

    monkeypatch.setattr(boxes.TextBox, "draw", wrong)
    assert {problem.key for problem in complaints(whole())} == {"proof-seen"}


def other_ink(patch: Patch) -> None:
    right = runs.Writer.inlines
    patch.setattr(
        runs.Writer,
        "inlines",
        lambda *given: (
            replace(one, type=replace(one.type, colour=INK if one.pill.ink != INK else "#FFFFFF"))
            if one.pill
            else one
            for one in right(*given)
        ),
    )


def test_a_pill_in_another_ink_is_told(monkeypatch: Patch) -> None:
    other_ink(monkeypatch)
    assert {problem.key for problem in complaints(whole())} == {"proof-grade"}


def test_a_pill_where_there_is_no_grade_is_told(monkeypatch: Patch) -> None:
    right = BriefingCanvas.repeat

    def wrong(canvas: BriefingCanvas, words: Iterator[Words]) -> None:
        right(canvas, words)
        with canvas.decoration():
            canvas.dot(20, 400, 2, "#6CC0B8", "#2F7F77")

    monkeypatch.setattr(BriefingCanvas, "repeat", wrong)
    assert {problem.message for problem in complaints(whole())} == {
        f"page {page}: a grade's pill stands where the briefing has no grade" for page in (1, 2)
    }


GOOD = Pill(Grade.GOOD, "Good")
IMPROVE = Pill(Grade.REQUIRES_IMPROVEMENT, "Requires improvement to be good")
NO_STEPS = Pill(Grade.NOT_JUDGED, "n/a")
WORDS = Text("y " * 1500)


def test_pills_in_two_cells_of_a_parted_row_are_proved() -> None:
    row = (Statement((WORDS, GOOD)), Statement((IMPROVE, WORDS)))
    assert complaints(small(Table("c", ("a", "b"), (row,), (0.5, 0.5)))) == []


@pytest.mark.parametrize("others", [(NO_STEPS, Text(" "), GOOD), (GOOD, NO_STEPS), (GOOD, GOOD)])
def test_pills_side_by_side_are_proved(others: tuple[Pill | Text, ...]) -> None:
    assert complaints(of_inlines(*others)) == []


def dates_to(place: Callable[[float], float]) -> Callable[[Patch], None]:
    def put(patch: Patch) -> None:
        right = chart.ChartPanel._date
        patch.setattr(
            chart.ChartPanel,
            "_date",
            lambda panel, when, x, *others: right(panel, when, place(x), *others),
        )

    return put


def upside_down(patch: Patch) -> None:
    right = chart.ChartPanel._level

    def wrong(panel: chart.ChartPanel, grade: Grade, top: float) -> float:
        scale = panel.chart.scale
        return right(panel, scale[len(scale) - 1 - scale.index(grade)], top)

    patch.setattr(chart.ChartPanel, "_level", wrong)


def from_the_right(patch: Patch) -> None:
    right = chart.ChartPanel._places
    patch.setattr(
        chart.ChartPanel,
        "_places",
        lambda panel, left, top, end: [(left + end - x, y) for x, y in right(panel, left, top, end)],
    )


def flat_joins(patch: Patch) -> None:
    right = BriefingCanvas.stroke

    def wrong(canvas: BriefingCanvas, points: list[tuple[float, float]], code: str, weight: float) -> None:
        (x, y), (end, _) = points
        right(canvas, [(x, y), (end, y)], code, weight)

    patch.setattr(BriefingCanvas, "stroke", wrong)


CHARTS: Mapping[str, tuple[Callable[[Patch], None], str]] = {
    "the scale is upside down": (upside_down, "does not have the best grade at the top"),
    "time goes from right to left": (from_the_right, "does not go from left to right"),
    "dates stand beside their dots": (dates_to(lambda x: x + 40), "below its dot"),
    "dates stand in one place": (dates_to(lambda _: 300), "has dates that overlap"),
    "dates stand beside the page": (dates_to(lambda x: x + 2000), "stands outside the margins"),
    "joins are flat": (flat_joins, "joins grades that cannot be compared, or does not join others"),
}


@pytest.mark.parametrize(("fault", "what"), CHARTS.values(), ids=CHARTS.keys())
def test_a_chart_that_shows_another_course_is_told(
    fault: Callable[[Patch], None], what: str, monkeypatch: Patch
) -> None:
    briefing = whole()
    fault(monkeypatch)
    assert any(what in problem.message for problem in complaints(briefing))


def pictures(change: Callable[..., tuple[float, ...]]) -> Callable[[Patch], None]:
    """Draw the logo in another place or size."""

    def put(patch: Patch) -> None:
        right = BriefingCanvas.drawImage
        patch.setattr(
            BriefingCanvas,
            "drawImage",
            lambda canvas, image, *place, **given: right(canvas, image, *change(*place), **given),
        )

    return put


def twice(patch: Patch) -> None:
    right = BriefingCanvas.drawImage

    def wrong(canvas: BriefingCanvas, *given: object, **others: object) -> None:
        right(canvas, *given, **others)
        right(canvas, *given, **others)

    patch.setattr(BriefingCanvas, "drawImage", wrong)


def turned(patch: Patch) -> None:
    right = BriefingCanvas.showPage

    def wrong(canvas: BriefingCanvas) -> None:
        code = "\n".join(canvas._code)
        canvas._code[:] = [
            _MATRIX.sub(lambda m: f"{m[1]} 0 0 -{m[2]} {m[3]} {float(m[4]) + float(m[2])} cm", code)
        ]
        right(canvas)

    patch.setattr(BriefingCanvas, "showPage", wrong)


LOGOS: Mapping[str, Callable[[Patch], None]] = {
    "there is none": lambda patch: patch.setattr(BriefingCanvas, "drawImage", lambda *_, **__: None),
    "there are two": twice,
    "it is tiny": pictures(lambda x, y, *_: (x, y, 2, 1)),
    "it is too wide": pictures(lambda x, y, wide, tall: (x, y, 2 * wide, tall)),
    "it is upside down": turned,
    "it stands beside the page": pictures(lambda x, *others: (x + 5000, *others)),
    "it stands elsewhere on the page": pictures(lambda x, *others: (x + 50, *others)),
    "its tag gives another place": lambda patch: patch.setattr(
        logo, "bounds", lambda *_: "/O/Layout/Placement/Block/BBox[0 0 1 1]"
    ),
}


@pytest.mark.parametrize("fault", LOGOS.values(), ids=LOGOS.keys())
def test_a_logo_that_is_not_shown_as_it_is_is_told(
    fault: Callable[[Patch], None], monkeypatch: Patch
) -> None:
    briefing = shown()
    fault(monkeypatch)
    assert {problem.key for problem in complaints(briefing)} == {"proof-seen"}


def test_a_logo_that_the_theme_does_not_have_is_told() -> None:
    keys = {problem.key for problem in told(render(shown(), stamp=STAMP), whole())}
    assert keys == {"proof-tags", "proof-seen"}


def test_a_bookmark_that_opens_another_height_is_told(monkeypatch: Patch) -> None:
    right = BriefingCanvas.section
    monkeypatch.setattr(
        BriefingCanvas, "section", lambda canvas, key, title, top: right(canvas, key, title, top - 200)
    )
    assert [problem.message for problem in complaints(small(Paragraph((text("x"),))))] == [
        "page 1: the bookmark of section “A section” opens another place on its page"
    ]


def test_a_head_that_is_repeated_does_not_hide_where_words_stand_wrong(monkeypatch: Patch) -> None:
    rows = tuple((text(f"Row {number}"), text("Words of it. " * 30)) for number in range(20))
    right = BriefingCanvas._shown

    def wrong(canvas: BriefingCanvas, one: Words) -> str:
        return right(canvas, replace(one, x=one.x + 300) if one.text.startswith("Row 15") else one)

    monkeypatch.setattr(BriefingCanvas, "_shown", wrong)
    problems = complaints(small(Table("c", ("First", "Second"), rows, (0.3, 0.7))))
    assert {problem.key for problem in problems} == {"proof-place"}
    assert problems[0].message.startswith("page 3: section “A section”, block 1, row 16, column ")


def test_a_file_that_is_no_pdf_or_not_all_of_one_is_told() -> None:
    briefing = small(Paragraph((text("x"),)))
    pdf = render(briefing, stamp=STAMP)
    for broken in (b"", b"%PDF-1.7", b"\0" * 100, pdf[: len(pdf) // 2], pdf[:-200]):
        assert "proof-file" in {problem.key for problem in told(broken, briefing)}


def test_a_chart_after_words_that_end_in_a_space_is_proved() -> None:
    points = (ChartPoint("May\u00a02019", Grade.GOOD), ChartPoint("May 2024", Grade.INADEQUATE))
    history = Chart(text("Grades "), tuple(PILLS)[:5], points, "Good, then inadequate.", ())
    assert complaints(replace(small(), sections=(Section("x", "A", (history,)),))) == []
