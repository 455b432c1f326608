from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilbrief.briefing.blocks import (
    Beneath,
    Briefing,
    Cite,
    ItemList,
    KeyFacts,
    Paragraph,
    Pill,
    Quote,
    Section,
    Slice,
    Statement,
    Strong,
    Table,
    Text,
)
from councilbrief.documents.document import Document
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.places import Words
from councilbrief.pdf.look.faces import printable
from councilbrief.pdf.look.glyphs import EQUIVALENTS
from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render
from councilbrief.pdf.setting import boxes
from councilbrief.pdf.setting.grids import Grid
from councilbrief.problems import ExitCode, Problem, ProofError
from councilbrief.provenance import Span
from pdf import samples
from pdf.samples import STAMP, of_inlines, small, text

ROWS = (
    ("Leaders", "good", "in 2019"),
    ("Care leavers", "inadequate", "in 2024"),
    ("Adoption", "good", "in 2014"),
)


def table(rows: tuple[tuple[str, ...], ...]) -> Table:
    cells = tuple(tuple(text(cell) for cell in row) for row in rows)
    return Table("Judgements", ("Area", "Grade", "When"), cells, (0.4, 0.3, 0.3))


def faults(pdf: bytes, briefing: Briefing, documents: Mapping[str, Document] | None = None) -> list[Problem]:
    with pytest.raises(ProofError) as caught:
        prove(pdf, briefing, documents or {})
    assert caught.value.exit_code is ExitCode.PROOF
    return list(caught.value.problems)


def told(shown: Briefing, meant: Briefing) -> list[str]:
    """Render one briefing, prove it to be another, and give the complaints."""
    return [problem.message for problem in faults(render(shown, stamp=STAMP), meant)]


def test_a_realistic_briefing_is_proved() -> None:
    briefing, documents = samples.realistic()
    prove(render(briefing, stamp=STAMP), briefing, documents)


def test_everything_hard_is_proved() -> None:
    briefing = samples.hard()
    prove(render(briefing, stamp=STAMP), briefing, {})


def test_a_changed_letter_is_told_with_page_and_place() -> None:
    meant = of_inlines(Text("Visits are not always frequent enough."))
    assert told(of_inlines(Text("Visits are now always frequent enough.")), meant) == [
        "page 1, section “A section”, block 1: expected “not”, but the PDF has “now”"
    ]


def test_a_dropped_word_is_told() -> None:
    meant = of_inlines(Text("Most social workers know children well."))
    assert told(of_inlines(Text("Social workers know children well.".replace("S", "s", 1))), meant) == [
        "page 1, section “A section”, block 1: expected “Most”, but the PDF has nothing"
    ]


def test_an_added_word_is_told_even_after_the_end() -> None:
    meant = of_inlines(Text("Grades fell."))
    [message] = told(of_inlines(Text("Grades fell. Resign!")), meant)
    assert "expected nothing, but the PDF has “Resign!”" in message


def test_swapped_words_are_told() -> None:
    assert len(told(of_inlines(Text("good and inadequate")), of_inlines(Text("inadequate and good")))) == 2


@pytest.mark.parametrize(
    ("shown", "meant"), [("care leavers", "careleavers"), ("careleavers", "care leavers")]
)
def test_a_space_lost_or_won_is_told(shown: str, meant: str) -> None:
    assert told(of_inlines(Text(f"The {shown} said")), of_inlines(Text(f"The {meant} said")))


def test_every_difference_is_told_with_its_page() -> None:
    filler = tuple(Paragraph((text("Words that fill the page. " * 60),)) for _ in range(4))
    meant = small(Paragraph((text("first rise"),)), *filler, Paragraph((text("last rise"),)))
    shown = small(Paragraph((text("first fall"),)), *filler, Paragraph((text("last fall"),)))
    first, last = told(shown, meant)
    assert first.startswith("page 1, section “A section”, block 1: expected “rise”")
    assert last.startswith("page 2, section “A section”, block 6: expected “rise”")


def test_two_swapped_cells_are_told_with_row_and_column() -> None:
    swapped = (("Leaders", "inadequate", "in 2019"), ("Care leavers", "good", "in 2024"), ROWS[2])
    messages = told(small(table(swapped)), small(table(ROWS)))
    assert "section “A section”, block 1, row 1, column 2: expected “good”" in messages[0]
    assert "row 2, column 2" in messages[1]


def test_a_reference_to_another_source_is_told() -> None:
    [message] = told(of_inlines(Text("A claim."), Cite((2,))), of_inlines(Text("A claim."), Cite((1,))))
    assert "expected “[1]”, but the PDF has “[2]”" in message


def test_a_pill_with_another_grade_is_told() -> None:
    assert told(of_inlines(Pill(Grade.GOOD, "Good")), of_inlines(Pill(Grade.INADEQUATE, "Inadequate")))


@pytest.mark.parametrize(
    "change", [{"council": "Downshire"}, {"classification": "OFFICIAL"}, {"as_at": "1 May 2024"}]
)
def test_another_line_at_the_head_is_told(change: dict[str, str]) -> None:
    briefing = of_inlines(Text("x"))
    [problem] = faults(render(briefing, stamp=STAMP), replace(briefing, **change))  # type: ignore[arg-type]
    assert problem.key == "proof-head"


def test_a_page_taken_out_is_told() -> None:
    briefing = small(*(Paragraph((text("Words that fill the page. " * 60),)) for _ in range(4)))
    shorter = replace(
        briefing, sections=(replace(briefing.sections[0], blocks=briefing.sections[0].blocks[:2]),)
    )
    assert told(shorter, briefing)


class Misprint:
    """A renderer with one fault of its own, made by putting `fault` in place of a method."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def keys(self, briefing: Briefing, owner: type, method: str, fault: Callable[..., object]) -> set[str]:
        with self.monkeypatch.context() as patch:
            patch.setattr(owner, method, fault)
            pdf = render(briefing, stamp=STAMP)
        prove(render(briefing, stamp=STAMP), briefing, {})
        return {problem.key for problem in faults(pdf, briefing)}


@pytest.fixture
def misprint(monkeypatch: pytest.MonkeyPatch) -> Misprint:
    return Misprint(monkeypatch)


def two_pages() -> Briefing:
    filler = tuple(Paragraph((text("Words that fill the page. " * 60),)) for _ in range(4))
    return replace(
        small(), sections=(Section("a", "First", filler), Section("b", "Second", (Paragraph((text("x"),)),)))
    )


def test_a_missing_bookmark_is_told(misprint: Misprint) -> None:
    def forget(canvas: BriefingCanvas, key: str, title: str, top: float) -> None:
        if title != "Second":
            canvas.anchor(key, top)
            canvas.addOutlineEntry(title, key, level=0)

    assert misprint.keys(two_pages(), BriefingCanvas, "section", forget) == {"proof-outline"}


def test_a_bookmark_to_a_wrong_page_is_told(misprint: Misprint) -> None:
    def astray(canvas: BriefingCanvas, key: str, title: str, top: float) -> None:
        if title == "First":
            canvas.anchor(key, top)
        canvas.addOutlineEntry(title, "section-1", level=0)

    assert misprint.keys(two_pages(), BriefingCanvas, "section", astray) == {"proof-outline"}


def test_cells_drawn_in_each_others_columns_are_told_though_their_words_are_in_order(
    misprint: Misprint,
) -> None:
    right = Grid._cells

    def crossed(
        grid: Grid, row: tuple[boxes.Stack, ...], measure: float
    ) -> list[tuple[boxes.Stack, float, float]]:
        cells = right(grid, row, measure)
        if len(cells) == 3:
            (first, x, width), (second, other, breadth), third = cells
            return [(first, x, width), (second, third[1], third[2]), (third[0], other, breadth)]
        return cells

    assert misprint.keys(small(table(ROWS)), Grid, "_cells", crossed) == {"proof-place"}


def test_a_row_drawn_beside_another_is_told(misprint: Misprint) -> None:
    right = boxes.Stack.draw

    def raised(
        stack: boxes.Stack, canvas: BriefingCanvas, x: float, top: float, *rest: float, **how: bool
    ) -> None:
        words = "".join(run.text for box in stack.boxes for run in box.runs)
        right(stack, canvas, x, top + (27 if words == "inadequate" else 0), *rest, **how)

    assert misprint.keys(small(table(ROWS)), boxes.Stack, "draw", raised) == {"proof-place"}


def test_lines_printed_over_one_another_are_told(misprint: Misprint) -> None:
    right = boxes.TextBox.draw

    def risen(
        box: boxes.TextBox, canvas: BriefingCanvas, x: float, top: float, *rest: float, **how: bool
    ) -> None:
        right(box, canvas, x, top + (40 if box.runs[0].text.startswith("second") else 0), *rest, **how)

    briefing = small(Paragraph((text("first " * 60),)), Paragraph((text("second " * 60),)))
    assert misprint.keys(briefing, boxes.TextBox, "draw", risen) == {"proof-place"}


def test_words_that_run_off_the_measure_are_told(misprint: Misprint) -> None:
    right = BriefingCanvas._shown

    def shifted(canvas: BriefingCanvas, one: Words) -> str:
        return right(canvas, replace(one, x=one.x + (30 if one.text.startswith("Words") else 0)))

    assert misprint.keys(two_pages(), BriefingCanvas, "_shown", shifted) == {"proof-place"}


def test_a_page_number_left_out_is_told(misprint: Misprint) -> None:
    right = BriefingCanvas._shown

    def unnumbered(canvas: BriefingCanvas, one: Words) -> str:
        return right(canvas, replace(one, text=one.text.split(" of ", maxsplit=1)[0]))

    assert misprint.keys(two_pages(), BriefingCanvas, "_shown", unnumbered) == {"proof-foot"}


def sliced(words: str = "most social workers") -> tuple[Slice, Document]:
    whole = samples.document("000", "Inspectors say that most social workers know children.")
    start = whole.text.index("most social workers")
    return Slice(words, whole.place(Span(start, start + len("most social workers")))), whole


def slice_faults(taken: Slice, documents: Mapping[str, Document]) -> list[str]:
    briefing = of_inlines(taken)
    found = faults(render(briefing, stamp=STAMP), briefing, documents)
    assert {problem.key for problem in found} == {"proof-slice"}
    return [problem.message for problem in found]


def test_a_slice_that_its_document_does_not_hold_is_told_with_its_place() -> None:
    taken, whole = sliced("all social workers")
    [message] = slice_faults(taken, {"000": whole})
    assert (
        message
        == f"section “A section”, block 1, taken from {taken.place}: the words are not those of the document"
    )


def test_a_slice_whose_words_stand_elsewhere_in_the_document_is_told() -> None:
    taken, whole = sliced()
    moved = replace(taken.place, pieces=(Span(0, 19),))
    assert len(slice_faults(replace(taken, place=moved), {"000": whole})) == 1


def test_a_slice_of_an_unknown_document_is_told() -> None:
    assert "there is no document “000”" in slice_faults(sliced()[0], {})[0]


def test_a_slice_of_several_pieces_is_told() -> None:
    taken, whole = sliced()
    place = replace(taken.place, pieces=taken.place.pieces * 2)
    assert "has one piece" in slice_faults(replace(taken, place=place), {"000": whole})[0]


def test_a_slice_whose_place_in_the_file_is_not_the_maps_is_told() -> None:
    taken, whole = sliced()
    place = replace(taken.place, original=(Span(0, 19),))
    assert "its place in the file" in slice_faults(replace(taken, place=place), {"000": whole})[0]


def test_a_quotation_altered_inside_is_told() -> None:
    taken, whole = sliced("most social workers".replace("most", "some"))
    briefing = small(Quote((taken,), text("An inspector"), ()))
    assert faults(render(briefing, stamp=STAMP), briefing, {"000": whole})[0].key == "proof-slice"


@pytest.mark.parametrize(
    ("clean", "original", "starts", "fine"),
    [
        ("ten years", "ten€years", range(10), True),
        ("ten years", "ten \n\t years", (0, 1, 2, 3, 7, 8, 9, 10, 11, 12), True),
        ("café", "caf&eacute;", (0, 1, 2, 3, 11), True),
        ("co-opted", "co\ufffeopted", range(9), True),
        ("rated good", "rated fair", range(11), False),
        ("5 of 7", "5 of 9", range(7), False),
    ],
)
def test_repairs_are_allowed_where_the_map_has_them_and_letters_are_never_changed(
    clean: str, original: str, starts: tuple[int, ...], *, fine: bool
) -> None:
    document = samples.document("r", clean, original, tuple(starts))
    briefing = of_inlines(Slice(clean, document.place(Span(0, len(clean)))))
    pdf = render(briefing, stamp=STAMP)
    if fine:
        prove(pdf, briefing, {"r": document})
    else:
        assert "differs from the file's" in faults(pdf, briefing, {"r": document})[0].message


def test_a_ligature_of_the_file_may_be_two_letters() -> None:
    edges = (0, 1), (0, 1), (1, 2), (2, 3)
    document = replace(samples.document("l", "find"), original="ﬁnd", map=samples.places(edges))
    briefing = of_inlines(Slice("find", document.place(Span(0, 4))))
    prove(render(briefing, stamp=STAMP), briefing, {"l": document})


CHARACTERS = sorted({chr(code) for code in printable()} | set(EQUIVALENTS))
WORDS = st.text(st.sampled_from(CHARACTERS), max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=WORDS, first=WORDS, second=WORDS, third=WORDS)
def test_any_text_of_the_fonts_characters_comes_back(title: str, first: str, second: str, third: str) -> None:
    said = Statement((Text(first), Strong(second), Text(third), Cite((1, 2))))
    briefing = small(
        Paragraph((said, text(third))),
        ItemList((said, text(first))),
        KeyFacts(((second, said), (first, text(third)), (third, text(second)))),
        Table(title, (first, second), ((text(third), said), (said, text(first))), (0.35, 0.65)),
        title=title,
        council=second,
    )
    prove(render(briefing, stamp=STAMP), briefing, {})


def listing(*points: str, remark: str | None = None) -> ItemList:
    """Make a list of three items, of which the second has points and a remark."""
    beneath = Beneath(tuple(map(text, points)), text(remark) if remark else None)
    items = (text("The first item."), text("The second, on:"), text("The third."))
    return ItemList(items, 1, (Beneath(), beneath, Beneath()))


def test_points_and_a_remark_are_proved_where_they_stand() -> None:
    briefing = small(listing("plans", "visits, of which there are many. " * 12, remark="Like one of 2019."))
    prove(render(briefing, stamp=STAMP), briefing, {})


def test_a_point_run_together_with_its_item_is_told() -> None:
    meant = small(listing("plans", "visits"))
    joined = small(
        ItemList((text("The first item."), text("The second, on: plans visits"), text("The third.")), 1)
    )
    assert told(joined, meant)


def test_a_point_or_a_remark_left_out_is_told_with_its_place() -> None:
    meant = small(listing("plans", "visits", remark="Like one of 2019."))
    assert any(
        "item 2, point 2" in one for one in told(small(listing("plans", remark="Like one of 2019.")), meant)
    )
    assert any("item 2, remark" in one for one in told(small(listing("plans", "visits")), meant))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 90), st.lists(st.integers(1, 90), max_size=4), st.integers(0, 60)),
        min_size=1,
    )
)
def test_points_of_any_length_come_back_over_any_number_of_pages(
    sizes: list[tuple[int, list[int], int]],
) -> None:
    beneath = tuple(
        Beneath(tuple(text("point " * size) for size in points), text("remark " * after) if after else None)
        for _, points, after in sizes
    )
    briefing = small(ItemList(tuple(text("item " * size) for size, *_ in sizes), 1, beneath))
    prove(render(briefing, stamp=STAMP), briefing, {})


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.integers(0, 160), min_size=3, max_size=3), min_size=1, max_size=12))
def test_tables_of_any_shape_come_back_in_their_rows(sizes: list[list[int]]) -> None:
    rows = tuple(
        tuple(" ".join(f"r{r}c{c}w{n}" for n in range(size)) for c, size in enumerate(row))
        for r, row in enumerate(sizes)
    )
    briefing = small(table(rows), Paragraph((text("after"),)))
    prove(render(briefing, stamp=STAMP), briefing, {})


@pytest.mark.parametrize("count", range(1, 7))
def test_any_number_of_facts_and_header_lines_come_back(count: int) -> None:
    facts = tuple(
        (
            f"Label {n} " * n,
            Statement(
                (
                    Pill(Grade.REQUIRES_IMPROVEMENT, "Requires improvement to be good"),
                    Cite((n,)),
                    Text("M" * 40),
                )
            ),
        )
        for n in range(1, count + 1)
    )
    header = tuple((f"Label{n}" * n, "value " * 20 * n) for n in range(count))
    briefing = small(KeyFacts(facts), Paragraph((text("after"),)), header=header)
    prove(render(briefing, stamp=STAMP), briefing, {})
