"""What charts show besides words: a dot a line too high is a wrong grade to whoever looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from councilbrief.briefing.blocks import Briefing, Chart, ChartPoint, grade_name
from councilbrief.pdf.look.style import PAGE_HEIGHT, PAGE_WIDTH, PILLS
from councilbrief.pdf.proof.drawn import Glyph, Shape
from councilbrief.pdf.proof.following import letters
from councilbrief.pdf.proof.readback import Readback
from councilbrief.pdf.proof.tagged import Sequence as Place
from councilbrief.pdf.proof.tags import Fault

_SLACK = 1.5
_REACH = 2.0  # points by which a dot's edge or a letter may reach over the box that a chart's tag gives
_ANYWHERE = (0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT)  # of one that is in no element, which is told elsewhere
_WHERE = "the chart"


@dataclass(frozen=True, slots=True)
class _Figure:
    """A chart as it is drawn: its shapes, its letters, and the box that its tag gives."""

    shapes: Sequence[Shape]
    glyphs: Sequence[Glyph]
    box: tuple[float, ...]


def chart_faults(found: Readback, briefing: Briefing) -> Iterator[Fault]:
    """Compare the charts of a PDF with the grades of its briefing."""
    blocks = (block for section in briefing.sections for block in section.blocks)
    charts = [block for block in blocks if isinstance(block, Chart)]
    figures = _figures(found)
    if len(charts) != len(figures):
        yield Fault(None, "the file", f"has {len(figures)} charts and not {len(charts)}")
        return
    for chart, figure in zip(charts, figures, strict=True):
        yield from _chart(chart, figure)


def _figures(found: Readback) -> list[_Figure]:
    """Give each figure that is drawn, in order."""
    drawn: dict[tuple[int, int], list[Shape]] = {}
    for shape in found.shapes:
        if shape.sequence is not None:
            drawn.setdefault((shape.page, shape.sequence), []).append(shape)
    boxes = {}
    for element in found.tags.root.every if drawn and found.tags.root else ():
        for one in element.sequences if element.tag == "Figure" else ():
            boxes[one.page, one.number] = element.box
    return [
        _Figure(drawn[key], found.spoken.get(Place(*key), ()), boxes.get(key, _ANYWHERE))
        for key in sorted(drawn)
    ]


def _chart(chart: Chart, figure: _Figure) -> Iterator[Fault]:
    """Check that each dot stands on the line of its grade, and only what compares is joined."""
    shapes, page = figure.shapes, figure.shapes[0].page
    dots = [one for one in shapes if one.curved]
    lines = [one for one in shapes if not one.curved]
    levels = [_middle(one)[1] for one in lines[: len(chart.scale)]]
    if len(dots) != len(chart.points) or len(levels) != len(chart.scale):
        yield Fault(page, _WHERE, f"shows {len(dots)} inspections and not {len(chart.points)}")
        return
    if any(above >= below for above, below in pairwise(levels)):
        yield Fault(page, _WHERE, "does not have the best grade at the top, and the others in their order")
    if any(before >= after for (before, _), (after, _) in pairwise(map(_middle, dots))):
        yield Fault(page, _WHERE, "does not go from left to right")
    for point, dot in zip(chart.points, dots, strict=True):
        level = levels[chart.scale.index(point.grade)]
        if abs(_middle(dot)[1] - level) > _SLACK or dot.ground != PILLS[point.grade].ground.upper():
            yield Fault(page, _WHERE, f"shows another grade for {point.when}")
    if not _joined(chart.points, dots, lines[len(chart.scale) :]):
        yield Fault(page, _WHERE, "joins grades that cannot be compared, or does not join others")
    yield from _written(chart, levels, dots, figure)
    if not _boxed(figure):
        yield Fault(page, _WHERE, "does not stand in the place that its tag gives")


def _joined(points: Sequence[ChartPoint], dots: Sequence[Shape], joins: Sequence[Shape]) -> bool:
    """Say whether those dots are joined that should be, from the middle of one to that of the next."""
    should = [
        (_middle(before), _middle(now))
        for (before, now), point in zip(pairwise(dots), points[1:], strict=True)
        if point.joined
    ]
    there = [tuple(sorted(one.ends)) for one in joins]
    return len(there) == len(should) and all(
        len(ends) == len(meant) and all(map(_near, ends, meant))
        for ends, meant in zip(there, should, strict=True)
    )


def _near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(abs(a - b) < _SLACK for a, b in zip(one, other, strict=True))


def _written(
    chart: Chart, levels: Sequence[float], dots: Sequence[Shape], figure: _Figure
) -> Iterator[Fault]:
    """Check that the grades' names stand at their lines, and the dates below their dots."""
    page, rest = figure.shapes[0].page, list(figure.glyphs)
    for grade, level in zip(chart.scale, levels, strict=True):
        name = "".join(grade_name(grade).split())
        here, rest = rest[: len(name)], rest[len(name) :]
        beside = all(0 < one.y - level < 2 * 3 for one in here)
        if "".join(one.char for one in here) != name or not beside:
            yield Fault(page, _WHERE, "has a grade's name beside another grade's line")
            return
    dates: list[list[tuple[float, float, float]]] = []
    for point, dot in zip(chart.points, dots, strict=True):
        count = sum(1 for _ in letters(point.when))
        lines, rest = _lines(rest[:count]), rest[count:]
        middle = _middle(dot)[0]
        off = any(abs((left + right) / 2 - middle) > _SLACK for left, right, _ in lines)
        if off or any(y <= levels[-1] for *_, y in lines):
            yield Fault(page, _WHERE, f"does not have the date {point.when} below its dot")
        dates.append(lines)
    if any(_overlap(one, other) for one, other in pairwise(dates)):
        yield Fault(page, _WHERE, "has dates that overlap")


def _lines(glyphs: Sequence[Glyph]) -> list[tuple[float, float, float]]:
    """Give the left edge, right edge and baseline of each line of letters."""
    lines = []
    for y, some in groupby(glyphs, key=lambda glyph: glyph.y):
        line = list(some)
        lines.append((min(one.left for one in line), max(one.right for one in line), y))
    return lines


def _overlap(one: list[tuple[float, float, float]], other: list[tuple[float, float, float]]) -> bool:
    return any(
        abs(a[2] - b[2]) < _SLACK and a[0] < b[1] and b[0] < a[1]
        for a, b in ((first, second) for first in one for second in other)
    )


def _boxed(figure: _Figure) -> bool:
    """Say whether all of a chart stands in the box that its tag gives."""
    if not figure.box:
        return False
    left, low, right, high = figure.box
    top, bottom = PAGE_HEIGHT - high, PAGE_HEIGHT - low
    boxes = [one.box for one in figure.shapes]
    boxes += [(one.left, one.y, one.right, one.y) for one in figure.glyphs]
    return all(
        left - _REACH < one[0]
        and top - _REACH < one[1]
        and one[2] < right + _REACH
        and one[3] < bottom + _REACH
        for one in boxes
    )


def _middle(shape: Shape) -> tuple[float, float]:
    left, top, right, bottom = shape.box
    return (left + right) / 2, (top + bottom) / 2
