"""Boxes of lines: stretches of text, and stacks of them, that measure, split and draw themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from math import inf

from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.places import Box, Words
from councilbrief.pdf.file.structure import Element
from councilbrief.pdf.look.style import PILL_PADDING
from councilbrief.pdf.setting.lines import Line, Piece, break_evenly, break_lines
from councilbrief.pdf.setting.runs import Run, is_reference
from councilbrief.pdf.targets import said_of

BASELINE = 0.72  # of the leading, from the top of a line to its baseline
_HEIGHT, _DEPTH = 0.94, 0.32  # of the size, what a word's box reaches above and below its baseline
MIDDLE = 0.36  # of the size, from a baseline to the middle of its capitals
_LEAST_LINES = 2  # that a split leaves on either side, and before what closes a stack


@dataclass(frozen=True, slots=True)
class TextBox:
    """Runs set as lines, all of them in one element; None draws them as decoration.

    `above` is the space before it, unless it comes first. `mark` hangs in the `indent`,
    on the first line, `inset` from its left edge, in the element `label`. `even` makes its lines much alike.
    `opens` keeps it with what follows, `closes` with what goes before. `goes_on` marks the
    rest of one that was parted.
    """

    runs: tuple[Run, ...]
    leading: float
    element: Element | None = None
    above: float = 0
    indent: float = 0
    mark: Run | None = None
    label: Element | None = None
    inset: float = 0
    even: bool = False
    opens: bool = False
    closes: bool = False
    goes_on: bool = False
    _lines: dict[float, tuple[Line, ...]] = field(default_factory=dict, repr=False, compare=False)

    def lines(self, measure: float) -> tuple[Line, ...]:
        """Break the runs for a measure, once."""
        if measure not in self._lines:
            broken = break_evenly if self.even else break_lines
            self._lines[measure] = broken(self.runs, max(measure - self.indent, 1))
        return self._lines[measure]

    def height(self, measure: float) -> float:
        """Measure it, without the space above."""
        return len(self.lines(measure)) * self.leading

    def lead(self, measure: float) -> float:
        """Measure the least that can stand at the foot of a page."""
        count = len(self.lines(measure))
        return (count if count < 2 * _LEAST_LINES else _LEAST_LINES) * self.leading

    def split(self, measure: float, room: float) -> tuple[TextBox | None, TextBox | None]:
        """Part it into what fits the room and the rest; no line stands alone on either side."""
        lines = self.lines(measure)
        count = int(room / self.leading + 1e-6)
        if count >= len(lines):
            return self, None
        if len(lines) - count < _LEAST_LINES:
            count = len(lines) - _LEAST_LINES
        if count < _LEAST_LINES:
            return None, self
        head = replace(self, _lines={measure: lines[:count]})
        return head, replace(self, mark=None, above=0, goes_on=True, _lines={measure: lines[count:]})

    def draw(
        self, canvas: BriefingCanvas, x: float, top: float, measure: float, *, again: bool = False
    ) -> None:
        """Draw it with its upper left corner at x, top; `again` repeats it, as decoration."""
        placed = list(self._placed(x + self.indent, top, measure))
        _draw_pills(canvas, placed)
        if self.mark:
            y = top - BASELINE * self.leading
            canvas.say([Words(f"{self.mark.text} ", self.mark.type, x + self.inset, y)], self.label)
        if again or self.element is None:
            canvas.say([spot.shown for spot in placed], None)
        else:
            _say(canvas, placed, self.element)

    def _placed(self, left: float, top: float, measure: float) -> Iterator[_Spot]:
        """Say where each piece stands; the space that ended a line stays at its end, for those who listen."""
        for number, line in enumerate(self.lines(measure)):
            baseline = top - (number + BASELINE) * self.leading
            for piece in line.pieces:
                ends = line.space and piece is line.pieces[-1]
                yield _Spot(piece, left + piece.x, baseline, f"{piece.text} " if ends else piece.text)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A piece on the page."""

    piece: Piece
    x: float
    baseline: float
    words: str

    @property
    def shown(self) -> Words:
        """Return the words as they are drawn."""
        return Words(self.words, self.piece.run.type, self.x, self.baseline)

    @property
    def area(self) -> Box:
        """Return the box that the words fill, from their depth to their height."""
        size = self.piece.run.type.size
        return Box(self.x, self.baseline - _DEPTH * size, self.piece.width, (_HEIGHT + _DEPTH) * size)


def _draw_pills(canvas: BriefingCanvas, spots: list[_Spot]) -> None:
    """Draw each pill's ground, one for all its lines."""
    pills: dict[int, list[_Spot]] = {}
    for spot in spots:
        if spot.piece.run.pill:
            pills.setdefault(id(spot.piece.run), []).append(spot)
    for parts in pills.values():
        run, areas = parts[0].piece.run, [spot.area for spot in parts]
        if run.pill is None:
            continue
        low, high = areas[-1].y - 1, areas[0].y + areas[0].height + 1
        left = min(area.x for area in areas) - run.pill.lead + 1
        right = max(area.x + max(area.width, run.least) for area in areas) + PILL_PADDING - 1
        middle = parts[0].baseline + MIDDLE * run.type.size
        canvas.pill(Box(left, low, right - left, high - low), run.pill, middle)


def _say(canvas: BriefingCanvas, placed: list[_Spot], element: Element) -> None:
    """Show words in their element, and those that lead somewhere in one of their own inside it."""
    for _, group in groupby(placed, key=lambda spot: id(_leading(spot))):
        spots = list(group)
        run = _leading(spots[0])
        inside = element if run is None else element.leading(id(run), reference=is_reference(run))
        canvas.say([spot.shown for spot in spots], inside)
        for spot in spots if run else ():
            _click(canvas, spot, inside)


def _leading(spot: _Spot) -> Run | None:
    return spot.piece.run if spot.piece.run.target else None


def _click(canvas: BriefingCanvas, spot: _Spot, element: Element) -> None:
    run = spot.piece.run
    if not is_reference(run):
        canvas.underline(spot.area, run.type.colour)
    canvas.click(spot.area, run.target or "", said_of(run.text, run.target or ""), element)


@dataclass(frozen=True, slots=True)
class Stack:
    """Text boxes one below another."""

    boxes: tuple[TextBox, ...]
    _heights: dict[float, float] = field(default_factory=dict, repr=False, compare=False)

    def height(self, measure: float) -> float:
        """Measure it, once."""
        if measure not in self._heights:
            gaps = sum(box.above for box in self.boxes[1:])
            self._heights[measure] = gaps + sum(box.height(measure) for box in self.boxes)
        return self._heights[measure]

    def lead(self, measure: float) -> float:
        """Measure the least that can stand at the foot of a page."""
        need, whole = self._first_lines(measure), self.height(measure)
        while need < whole and self.split(measure, need)[0] is None:
            need += self.boxes[0].leading
        return min(need, whole)

    def _first_lines(self, measure: float) -> float:
        need = 0.0
        for number, box in enumerate(self.boxes):
            need += box.above if number else 0
            if not box.opens:
                return need + box.lead(measure)
            need += box.height(measure)
        return need

    def split(self, measure: float, room: float) -> tuple[Stack | None, Stack | None]:
        """Part it into what fits the room and the rest; either is None where there is nothing.

        Where something closes it, two lines go before that on the next page, and two stay here.
        """
        head, rest = self._parted(measure, room)
        while head and rest and rest._lines_before_close(measure) < _LEAST_LINES:  # noqa: SLF001 - its own kind
            head, rest = self._parted(measure, head.height(measure) - 1)
        if head and rest and self.boxes[-1].closes and head._count(measure) < _LEAST_LINES:  # noqa: SLF001 - the same
            return None, self
        return head, rest

    def _count(self, measure: float) -> int:
        return sum(len(box.lines(measure)) for box in self.boxes)

    def _lines_before_close(self, measure: float) -> float:
        """Count the lines that go before a closing box; without limit where none follows whole."""
        if not self.boxes[-1].closes or (len(self.boxes) == 1 and self.boxes[0].goes_on):
            return inf
        return self._count(measure) - len(self.boxes[-1].lines(measure))

    def _parted(self, measure: float, room: float) -> tuple[Stack | None, Stack | None]:
        used = 0.0
        for number, box in enumerate(self.boxes):
            used += box.above if number else 0
            height = box.height(measure)
            if used + height > room + 1e-6:
                return self._cut(number, measure, room - used)
            used += height
        return self, None

    def _cut(self, number: int, measure: float, room: float) -> tuple[Stack | None, Stack | None]:
        """Part it in or before the box that no longer fits."""
        before, box, after = self.boxes[:number], self.boxes[number], self.boxes[number + 1 :]
        head, rest = box.split(measure, room)
        if head:
            return Stack((*before, head)), Stack((*((rest,) if rest else ()), *after))
        while before and before[-1].opens:
            before, box, after = before[:-1], before[-1], (box, *after)
        return (Stack(before), Stack((box, *after))) if before else (None, self)

    def draw(
        self, canvas: BriefingCanvas, x: float, top: float, measure: float, *, again: bool = False
    ) -> None:
        """Draw it with its upper left corner at x, top; `again` repeats it, as decoration."""
        for number, box in enumerate(self.boxes):
            top -= box.above if number else 0
            box.draw(canvas, x, top, measure, again=again)
            top -= box.height(measure)
