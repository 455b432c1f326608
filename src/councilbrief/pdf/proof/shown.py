"""What is shown besides words: the grounds and steps of grades' pills, and the dots of charts.

A pill in another grade's colour, or a dot a line too high, is a wrong grade to whoever looks at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from councilbrief.briefing.blocks import Briefing, Chart
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.style import PILLS, grade_name
from councilbrief.pdf.proof.drawn import Glyph, Shape
from councilbrief.pdf.proof.readback import Readback
from councilbrief.pdf.proof.tags import Fault
from councilbrief.pdf.reading import Node

_SLACK = 1.5
_STEPS = 40.0  # points from a pill's left edge within which its steps stand


def shown_faults(found: Readback, wanted: Node, briefing: Briefing) -> Iterator[Fault]:
    """Compare the pills and charts of a PDF with the grades of its briefing."""
    yield from _pills(found, wanted)
    blocks = (block for section in briefing.sections for block in section.blocks)
    charts = [block for block in blocks if isinstance(block, Chart)]
    figures = _figures(found)
    if len(charts) != len(figures):
        yield Fault(None, "the file", f"has {len(figures)} charts and not {len(charts)}")
        return
    for chart, (shapes, glyphs) in zip(charts, figures, strict=True):
        yield from _chart(chart, shapes, glyphs)


def _pills(found: Readback, wanted: Node) -> Iterator[Fault]:
    """Check that each pill has its grade's words, colour and steps."""
    parts = [part for leaf in wanted.leaves for part in leaf.parts if part.grade]
    grounds = [one for one in found.shapes if one.curved and one.ground and one.sequence is None]
    boxes: list[Shape] = []  # a pill that goes on over a page has two grounds
    if len(grounds) < len(parts):
        yield Fault(None, "the file", f"shows {len(grounds)} grades as pills and not {len(parts)}")
        return
    words = [_within(found.glyphs, one) for one in grounds]
    at = 0
    for part in parts:
        text, look = "".join(printed(part.text).split()), PILLS[part.grade or Grade.NOT_JUDGED]
        there = ""
        while at < len(grounds) and there != text and text.startswith(there):
            there += words[at]
            boxes = [*boxes, grounds[at]]
            at += 1
        right = there == text and all(one.ground == look.ground.upper() for one in boxes)
        steps = sum(_steps(found.shapes, one) for one in boxes[:1])
        if not right or steps != look.level:
            page = boxes[0].page if boxes else None
            yield Fault(page, f"the grade “{part.text}” in {part.where}", "is not shown as that grade")
        boxes = []


def _within(glyphs: Sequence[Glyph], shape: Shape) -> str:
    left, top, right, bottom = shape.box
    return "".join(
        one.char
        for one in glyphs
        if one.page == shape.page and left <= one.left and one.right <= right and top < one.y < bottom
    )


def _steps(shapes: Sequence[Shape], pill: Shape) -> int:
    """Count the filled steps in a pill."""
    left, top, _, bottom = pill.box
    return sum(
        one.ground is not None and not one.curved
        for one in shapes
        if one.page == pill.page
        and left < one.box[0] < left + _STEPS
        and top < one.box[1]
        and one.box[3] < bottom
        and one.box[2] - one.box[0] < _STEPS / 4
    )


Figure = tuple[list[Shape], list[Glyph]]


def _figures(found: Readback) -> list[Figure]:
    """Give the shapes and letters of each figure that shows words, in order."""
    drawn: dict[tuple[int, int], Figure] = {}
    for shape in found.shapes:
        if shape.sequence is not None:
            drawn.setdefault((shape.page, shape.sequence), ([], []))[0].append(shape)
    for glyph in found.glyphs:
        key = (glyph.page, glyph.sequence if glyph.sequence is not None else -1)
        if key in drawn:
            drawn[key][1].append(glyph)
    return [drawn[key] for key in sorted(drawn)]


def _chart(chart: Chart, shapes: Sequence[Shape], glyphs: Sequence[Glyph]) -> Iterator[Fault]:
    """Check that each dot stands on the line of its grade, and only what compares is joined."""
    page, where = shapes[0].page, "the chart"
    dots = [one for one in shapes if one.curved]
    lines = [one for one in shapes if not one.curved]
    levels = [_middle(one)[1] for one in lines[: len(chart.scale)]]
    if len(dots) != len(chart.points) or len(levels) != len(chart.scale):
        yield Fault(page, where, f"shows {len(dots)} inspections and not {len(chart.points)}")
        return
    if not _named(chart, levels, glyphs):
        yield Fault(page, where, "has a grade's name beside another grade's line")
    for point, dot in zip(chart.points, dots, strict=True):
        level = levels[chart.scale.index(point.grade)]
        if abs(_middle(dot)[1] - level) > _SLACK or dot.ground != PILLS[point.grade].ground.upper():
            yield Fault(page, where, f"shows another grade for {point.when}")
    joins = {(round(one.box[0]), round(one.box[2])) for one in lines[len(chart.scale) :]}
    should = {
        (round(_middle(before)[0]), round(_middle(now)[0]))
        for (before, now), point in zip(pairwise(dots), chart.points[1:], strict=True)
        if point.joined
    }
    if joins != should:
        yield Fault(page, where, "joins grades that cannot be compared, or does not join others")


def _named(chart: Chart, levels: Sequence[float], glyphs: Sequence[Glyph]) -> bool:
    """Say whether the name of each grade stands at its line."""
    rest = list(glyphs)
    for grade, level in zip(chart.scale, levels, strict=True):
        name = "".join(grade_name(grade).split())
        here, rest = rest[: len(name)], rest[len(name) :]
        beside = all(0 < one.y - level < 2 * 3 for one in here)
        if "".join(one.char for one in here) != name or not beside:
            return False
    return True


def _middle(shape: Shape) -> tuple[float, float]:
    left, top, right, bottom = shape.box
    return (left + right) / 2, (top + bottom) / 2
