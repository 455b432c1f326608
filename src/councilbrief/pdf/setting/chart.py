"""The chart of grades over time: a line for each grade, the best on top, and a dot for each inspection."""

from __future__ import annotations

from itertools import pairwise

from councilbrief.briefing.blocks import Chart, grade_name
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.places import Words
from councilbrief.pdf.file.structure import Element, bounds
from councilbrief.pdf.look.faces import width
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.style import INK, PILLS, RULE, Style, Type
from councilbrief.pdf.setting.boxes import MIDDLE
from councilbrief.pdf.setting.panels import Piece
from councilbrief.problems import Problem, RenderError, Severity

_ROW = 23.0  # between the lines of two grades
_FOOT = 24.0  # below the last line, for the dates
_APART = 4.0  # between two dates
_HEAD = 10.0  # above the first
_GAP = 12.0  # between the names of the grades and their lines
_RADIUS = 5.5


class ChartPanel(Piece):
    """A chart; it is never parted."""

    def __init__(self, chart: Chart, element: Element, style: Style, *, below: float) -> None:
        """Hold the chart."""
        super().__init__(below=below)
        self.chart = chart
        self.element = element
        self.type: Type = style.chart

    def height(self, measure: float) -> float:
        """Measure it for a width: where dates are near one another they take two lines."""
        room = (measure - self._names) / max(len(self.chart.points), 1)
        more = max((len(self._words(point.when, room)) for point in self.chart.points), default=1) - 1
        rows = self._row * (len(self.chart.scale) - 1)
        return _HEAD + rows + _FOOT * self._scale + more * self.type.leading

    @property
    def _names(self) -> float:
        """Return the room for the names of the grades."""
        return max((self._width(grade_name(grade)) for grade in self.chart.scale), default=0.0) + _GAP

    @property
    def _scale(self) -> float:
        return self.type.size / 9

    @property
    def _row(self) -> float:
        return _ROW * self._scale

    def draw(self, canvas: BriefingCanvas, x: float, top: float, measure: float) -> None:
        """Draw it as one figure, which its words describe."""
        height = self.height(measure)
        self.element.attributes = bounds(x, top - height, measure, height)
        left = x + self._names
        with canvas.part_of(self.element):
            self._lines(canvas, x, left, top, x + measure)
            self._points(canvas, left, top, x + measure)

    def _lines(self, canvas: BriefingCanvas, x: float, left: float, top: float, right: float) -> None:
        for grade in self.chart.scale:
            y = self._level(grade, top)
            canvas.stroke([(left, y), (right, y)], RULE, 0.6)
            canvas.show([Words(f"{grade_name(grade)} ", self.type, x, y - MIDDLE * self.type.size)])

    def _points(self, canvas: BriefingCanvas, left: float, top: float, right: float) -> None:
        places = self._places(left, top, right)
        for ends, point in zip(pairwise(places), self.chart.points[1:], strict=True):
            if point.joined:
                canvas.stroke([*ends], INK, 1.8)
        foot = self._level(self.chart.scale[-1], top) - 18 * self._scale
        step = (right - left) / len(places)
        for (x, y), point in zip(places, self.chart.points, strict=True):
            look = PILLS[point.grade]
            canvas.dot(x, y, _RADIUS, look.ground, look.edge if look.edge != look.ground else INK)
            canvas.show(self._date(point.when, x, foot, step))

    def _date(self, when: str, x: float, y: float, room: float) -> list[Words]:
        """Set a date below its dot."""
        return [
            Words(f"{part} ", self.type, x - self._width(part) / 2, y - number * self.type.leading)
            for number, part in enumerate(self._words(when, room))
        ]

    def _words(self, when: str, room: float) -> list[str]:
        """Give the lines of a date: a word a line where the next date is near.

        Raises RenderError where not even its words have room.
        """
        words = printed(when).split()
        lines = [" ".join(words)] if self._width(" ".join(words)) < room - _APART else words
        if any(self._width(line) >= room - _APART for line in lines):
            message = "the chart of grades has more inspections than fit side by side"
            raise RenderError(Problem(Severity.ERROR, "no-room", message))
        return lines

    def _places(self, left: float, top: float, right: float) -> list[tuple[float, float]]:
        step = (right - left) / len(self.chart.points)
        return [
            (left + (number + 0.5) * step, self._level(point.grade, top))
            for number, point in enumerate(self.chart.points)
        ]

    def _level(self, grade: Grade, top: float) -> float:
        return top - _HEAD - self._row * self.chart.scale.index(grade)

    def _width(self, words: str) -> float:
        return width(words, self.type.face, self.type.size)
