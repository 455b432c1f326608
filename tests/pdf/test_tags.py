"""Faults put into the tags, the order, the links and what is shown: the proof tells each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Chart,
    ChartPoint,
    Cite,
    ItemList,
    Link,
    Paragraph,
    Pill,
    Quote,
    Section,
    SourceEntry,
    SourceList,
    Statement,
    Table,
    Text,
)
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.file import canvas as canvases
from councilbrief.pdf.file import embedding, linking, metadata, structure
from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.places import Box, Words
from councilbrief.pdf.file.structure import Element
from councilbrief.pdf.look.style import PillLook
from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render
from councilbrief.pdf.setting import chart
from councilbrief.problems import Problem, ProofError
from pdf import samples
from pdf.samples import STAMP, Shelf, text

pytestmark = pytest.mark.faulty
Patch = pytest.MonkeyPatch
SHELF = Shelf()
SHELF.add("d", "We accept what was found. We are sorry for it.")


def cited(words: str) -> Statement:
    return Statement((Text(words), Cite((1, 2))))


def pill(grade: Grade) -> Statement:
    return Statement((Pill(grade, grade.value), Cite((1,))))


def whole() -> Briefing:
    """Make a briefing with every kind of block, on two pages."""
    table = Table(
        "Grades of 2024",
        ("Area", "Grade"),
        ((text("Leaders"), pill(Grade.GOOD)), (text("Care leavers"), pill(Grade.INADEQUATE))),
        (0.5, 0.5),
    )
    points = (
        ChartPoint("Mar 2013", Grade.INADEQUATE),
        ChartPoint("Nov 2019", Grade.REQUIRES_IMPROVEMENT),
        ChartPoint("Mar 2024", Grade.GOOD, joined=True),
    )
    scale = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
    history = Chart(
        cited("Overall grades, the oldest first."), scale, points, "2013: inadequate; and so on.", ()
    )
    quote = Quote((SHELF.slice("d", "We accept what was found."),), cited("Łucja Rhŷs, leader"), ())
    page = Statement((Text("See "), Link("the report", "https://reports.example/1"), Text(" itself.")))
    filler = tuple(Paragraph((text("Words that fill the page. " * 60),)) for _ in range(3))
    first: tuple[Block, ...] = (
        Paragraph((cited("The first paragraph ends here."),)),
        Paragraph((text("The second one begins there."),)),
        ItemList((cited("An item."), text("Another item.")), 1),
        table,
        history,
        quote,
        Paragraph((page,)),
        *filler,
    )
    sources = SourceList(
        (SourceEntry(1, text("The first source")), SourceEntry(2, text("The second source")))
    )
    return replace(
        samples.small(), sections=(Section("a", "First", first), Section("b", "Sources", (sources,)))
    )


def complaints(briefing: Briefing) -> list[Problem]:
    try:
        prove(render(briefing, stamp=STAMP), briefing, SHELF.documents)
    except ProofError as error:
        return list(error.problems)
    return []


def test_a_briefing_with_everything_is_proved() -> None:
    assert complaints(whole()) == []


def in_tree(change: Callable[[Element], object]) -> Callable[[Patch], None]:
    """Change the tree before it is written."""

    def put(patch: Patch) -> None:
        right = structure.write

        def wrong(document: object, root: Element, pages: list[int]) -> int:
            change(root)
            return right(document, root, pages)

        patch.setattr(canvases, "write", wrong)
        patch.setattr(structure, "_references", gaps)

    return put


def gaps(sequences: dict[int, int]) -> str:
    """Write the way back even where some sequences are in no element."""
    return " ".join(f"{sequences.get(number, 1)} 0 R" for number in range(max(sequences) + 1))


def every(root: Element, tag: str) -> list[Element]:
    return [one for one in root.every() if one.tag == tag]


def drop(tag: str) -> Callable[[Element], None]:
    """Take the last element with a tag out of the tree."""

    def change(root: Element) -> None:
        lost = every(root, tag)[-1]
        for one in root.every():
            one.kids = [kid for kid in one.kids if kid is not lost]

    return change


def swap(tag: str, first: int = 0) -> Callable[[Element], None]:
    """Let two neighbours in an element change places."""

    def change(root: Element) -> None:
        kids = every(root, tag)[0].kids
        kids[first], kids[first + 1] = kids[first + 1], kids[first]

    return change


def rename(tag: str, other: str) -> Callable[[Element], None]:
    return lambda root: setattr(every(root, tag)[-1], "tag", other)


def lend(root: Element) -> None:
    """Count the words of a paragraph as part of the one before."""
    first, second = every(root, "P")[1:3]
    first.kids += second.kids
    second.kids = []


TREE = {
    "a paragraph is in no element": drop("P"),
    "a row is in no element": drop("TR"),
    "a list item is in no element": drop("LI"),
    "a reference is in no element": drop("Reference"),
    "a figure is in no element": drop("Figure"),
    "a quotation is in no element": drop("BlockQuote"),
    "two paragraphs change places": swap("Sect", 1),
    "two rows change places": swap("Table", 2),
    "two cells change places": swap("TR"),
    "label and item change places": swap("LI"),
    "two sections change places": swap("Document", 1),
    "a heading is a paragraph": rename("H2", "P"),
    "a heading skips a level": rename("H2", "H3"),
    "a heading cell is a plain one": rename("TH", "TD"),
    "a quotation is a paragraph": rename("BlockQuote", "Div"),
    "a cell has no scope": lambda root: setattr(every(root, "TH")[0], "attributes", ""),
    "a row's heading is a column's": lambda root: setattr(
        every(root, "TH")[-1], "attributes", structure.COLUMN
    ),
    "a numbered list has bullets": lambda root: setattr(
        every(root, "L")[0], "attributes", structure.BULLETED
    ),
    "a picture says another grade": lambda root: setattr(every(root, "Figure")[0], "alt", "2013: good."),
    "words are in their neighbour's element": lend,
    "the words of an element stand twice": lambda root: every(root, "P")[1].kids.extend(
        every(root, "P")[2].kids
    ),
}


@pytest.mark.parametrize("change", TREE.values(), ids=TREE.keys())
def test_a_fault_in_the_tree_is_told(change: Callable[[Element], object], monkeypatch: Patch) -> None:
    briefing = whole()
    in_tree(change)(monkeypatch)
    assert {problem.key for problem in complaints(briefing)} == {"proof-tags"}


def back_swapped(patch: Patch) -> None:
    right = structure._references

    def wrong(sequences: dict[int, int]) -> str:
        first, second, *others = right(sequences).split(" 0 R")
        return " 0 R".join([second.strip(), f" {first.strip()}", *others])

    patch.setattr(structure, "_references", wrong)


def text_across_mark(patch: Patch) -> None:
    """Open a text before the mark that ends inside it, which every viewer forgives."""

    def wrong(canvas: BriefingCanvas, words: Iterator[Words], element: Element | None) -> None:
        canvas._code.append("BT")
        with canvas.part_of(element) if element else canvas.decoration():
            canvas._code.append("\n".join(map(canvas._shown, words)))
            canvas._code.append("ET")

    patch.setattr(BriefingCanvas, "say", wrong)


def unmarked_rules(patch: Patch) -> None:
    def wrong(canvas: BriefingCanvas, x: float, y: float, length: float, *_: object) -> None:
        canvas.stroke([(x, y), (x + length, y)], "#000000", 1)

    patch.setattr(BriefingCanvas, "rule", wrong)


def unmarked_words(patch: Patch) -> None:
    right = BriefingCanvas.say

    def wrong(canvas: BriefingCanvas, words: Iterator[Words], element: Element | None) -> None:
        shown = list(words)
        if any("second one" in one.text for one in shown):
            canvas.show(shown)
        else:
            right(canvas, shown, element)

    patch.setattr(BriefingCanvas, "say", wrong)


def words_as_decoration(patch: Patch) -> None:
    right = BriefingCanvas.say

    def wrong(canvas: BriefingCanvas, words: Iterator[Words], element: Element | None) -> None:
        shown = list(words)
        right(canvas, shown, None if any("second one" in one.text for one in shown) else element)

    patch.setattr(BriefingCanvas, "say", wrong)


def head_as_content(patch: Patch) -> None:
    def wrong(canvas: BriefingCanvas, words: Iterator[Words]) -> None:
        canvas.say(words, canvas.root.add("P"))

    patch.setattr(BriefingCanvas, "repeat", wrong)


def without_tabs(patch: Patch) -> None:
    patch.setattr(canvases, "PDFName", lambda _: None)


def in_clicks(change: Callable[[Box, str, str], tuple[Box, str, str]]) -> Callable[[Patch], None]:
    def put(patch: Patch) -> None:
        right = BriefingCanvas.click

        def wrong(canvas: BriefingCanvas, box: Box, target: str, said: str, element: Element) -> None:
            right(canvas, *change(box, target, said), element)

        patch.setattr(BriefingCanvas, "click", wrong)

    return put


def without_click(patch: Patch) -> None:
    patch.setattr(BriefingCanvas, "click", lambda *_: None)


def unlisted_click(patch: Patch) -> None:
    right = BriefingCanvas.click

    def wrong(canvas: BriefingCanvas, box: Box, target: str, said: str, _element: Element) -> None:
        right(canvas, box, target, said, Element("Link"))

    patch.setattr(BriefingCanvas, "click", wrong)


def same_key(patch: Patch) -> None:
    right = linking.link
    patch.setattr(
        canvases, "link", lambda canvas, box, target, said, _: right(canvas, box, target, said, 10_000)
    )


def high_anchor(patch: Patch) -> None:
    right = BriefingCanvas.anchor
    patch.setattr(BriefingCanvas, "anchor", lambda canvas, key, top: right(canvas, key, top + 300))


MARKS = {
    "the way back leads to another element": back_swapped,
    "a text and a mark overlap": text_across_mark,
    "rules stand outside the tags": unmarked_rules,
    "words stand outside the tags": unmarked_words,
    "words are marked as decoration": words_as_decoration,
    "the line at the head is part of what is said": head_as_content,
    "a click leads to another source": in_clicks(
        lambda box, target, said: (box, target.replace("source-1", "source-2"), said)
    ),
    "a click leads to another web page": in_clicks(
        lambda box, target, said: (box, target.replace("reports", "news"), said)
    ),
    "a click does not say where it leads": in_clicks(lambda box, target, _: (box, target, "here")),
    "a click lies beside its words": in_clicks(
        lambda box, target, said: (replace(box, x=box.x + 60), target, said)
    ),
    "references can't be clicked": without_click,
    "clicks are in no element": unlisted_click,
    "all clicks lead back to one element": same_key,
    "references lead to a place above their source": high_anchor,
}


@pytest.mark.parametrize("fault", MARKS.values(), ids=MARKS.keys())
def test_a_fault_in_marks_or_links_is_told(fault: Callable[[Patch], None], monkeypatch: Patch) -> None:
    briefing = whole()
    fault(monkeypatch)
    assert "proof-tags" in {problem.key for problem in complaints(briefing)}


def other_metadata(change: Callable[[str], str]) -> Callable[[Patch], None]:
    def put(patch: Patch) -> None:
        right = metadata.Metadata.xmp
        patch.setattr(metadata.Metadata, "xmp", lambda one: change(right(one)))

    return put


def other_glyphs(patch: Patch) -> None:
    """Draw an i where a reader reads a u."""
    right = embedding.glyph_map

    def wrong(glyphs: dict[int, int]) -> bytes:
        return right({**glyphs, ord("u"): glyphs[ord("i")]})

    embedding._parts.cache_clear()
    patch.setattr(embedding, "glyph_map", wrong)


DECLARED = {
    "it is not said to be PDF/UA": other_metadata(
        lambda xmp: xmp.replace("<pdfuaid:part>1", "<pdfuaid:part>0")
    ),
    "it has another title": other_metadata(lambda xmp: xmp.replace("</rdf:li>", "!</rdf:li>", 1)),
    "the order of tabs is not that of the tags": without_tabs,
    "a code draws another letter than it reads as": other_glyphs,
}


@pytest.mark.parametrize("fault", DECLARED.values(), ids=DECLARED.keys())
def test_a_fault_in_what_the_file_declares_is_told(fault: Callable[[Patch], None]) -> None:
    briefing = whole()
    with faulty(fault):
        assert {problem.key for problem in complaints(briefing)} == {"proof-file"}


@contextmanager
def faulty(fault: Callable[[Patch], None]) -> Iterator[None]:
    """Put a fault in place, and take out what it left behind."""
    with pytest.MonkeyPatch.context() as patch:
        fault(patch)
        yield
    embedding._parts.cache_clear()


def other_ground(patch: Patch) -> None:
    right = BriefingCanvas.pill

    def wrong(canvas: BriefingCanvas, box: Box, look: PillLook, first: float) -> None:
        right(canvas, box, replace(look, ground="#6CC0B8"), first)

    patch.setattr(BriefingCanvas, "pill", wrong)


def other_steps(patch: Patch) -> None:
    right = BriefingCanvas.pill

    def wrong(canvas: BriefingCanvas, box: Box, look: PillLook, first: float) -> None:
        right(canvas, box, replace(look, level=4), first)

    patch.setattr(BriefingCanvas, "pill", wrong)


def without_ground(patch: Patch) -> None:
    patch.setattr(BriefingCanvas, "pill", lambda *_: None)


def high_dots(patch: Patch) -> None:
    right = chart.ChartPanel._places

    def wrong(panel: chart.ChartPanel, *edges: float) -> list[tuple[float, float]]:
        return [(x, y + panel._row) for x, y in right(panel, *edges)]

    patch.setattr(chart.ChartPanel, "_places", wrong)


def other_dots(patch: Patch) -> None:
    right = BriefingCanvas.dot
    patch.setattr(
        BriefingCanvas,
        "dot",
        lambda canvas, x, y, radius, *_: right(canvas, x, y, radius, "#003078", "#003078"),
    )


def all_joined(patch: Patch) -> None:
    right = chart.ChartPanel.__init__

    def wrong(panel: chart.ChartPanel, one: Chart, *others: object, **options: float) -> None:
        points = tuple(replace(point, joined=True) for point in one.points)
        right(panel, replace(one, points=points), *others, **options)  # type: ignore[arg-type]

    patch.setattr(chart.ChartPanel, "__init__", wrong)


SHOWN = {
    "every pill is as green as a good one": other_ground,
    "every pill has four steps": other_steps,
    "pills have no ground": without_ground,
    "dots are a line too high": high_dots,
    "dots are of another grade's colour": other_dots,
    "grades that can't be compared are joined": all_joined,
}


@pytest.mark.parametrize("fault", SHOWN.values(), ids=SHOWN.keys())
def test_a_grade_that_looks_like_another_is_told(fault: Callable[[Patch], None], monkeypatch: Patch) -> None:
    briefing = whole()
    fault(monkeypatch)
    assert {problem.key for problem in complaints(briefing)} == {"proof-grade"}
