"""Stacks of text in rows and columns: tables, facts, the labelled lines under the title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.places import Box
from councilbrief.pdf.look.style import BARE, FRAME_HEIGHT, RULE, Look, Padding
from councilbrief.pdf.setting.boxes import Stack
from councilbrief.pdf.setting.panels import Piece

_WHOLE = 0.25 * FRAME_HEIGHT  # a row up to this height is not parted
_LEAST = 70.0  # of a parted row, what must fit before the page ends
_SLACK = 1e-6
FEWEST_TOGETHER = 2  # where more would leave a hole
_ROWS_TOGETHER = 3  # that stand on either page where a grid is parted; one of fewer than twice as many is not
_REPEATED = 0.2 * FRAME_HEIGHT  # a head up to this height is repeated on every page

Row = tuple[Stack, ...]
_EMPTY = Stack(())


@dataclass(frozen=True, slots=True)
class GridLook:
    """How a grid is drawn; `cell` is the space inside a cell, `look` what lies behind the whole.

    `ruled` is the colour of the rules below its head and its last row; None draws no rules at all.
    """

    cell: Padding
    look: Look = BARE
    ruled: str | None = None
    flush: bool = True
    """The first column starts, and the last one ends, at the grid's own edge."""


class Grid(Piece):
    """Rows of stacks; rows are parted only where they are tall, and the head is repeated."""

    def __init__(  # noqa: PLR0913 - what a grid is made of; all but three by name
        self,
        rows: tuple[Row, ...],
        shares: tuple[float, ...],
        look: GridLook,
        *,
        head: Row | None = None,
        above: float = 0,
        below: float = 0,
    ) -> None:
        """Hold the rows; `shares` are the columns' parts of the measure and sum to 1."""
        super().__init__(above=above, below=below)
        self.rows = rows
        self.shares = shares
        self.look = look
        self.head = head
        self.ends = True
        self.together = _ROWS_TOGETHER

    def height(self, measure: float) -> float:
        """Measure it for a width; a head too tall to be repeated becomes a row."""
        if self.head and self._row_height(self.head, measure) > _REPEATED:
            self.rows, self.head = (self.head, *self.rows), None
        rows = sum(self._row_height(row, measure) for row in self.rows)
        return self._head_height(measure) + rows + self._rim

    def split(self, measure: float, room: float) -> tuple[Self | None, Self | None]:
        """Part it between rows, or inside a tall one; one row alone does not go on."""
        if self.height(measure) <= room + _SLACK:
            return self, None
        room -= self._rim + self._head_height(measure)
        for number, row in enumerate(self.rows):
            height = self._row_height(row, measure)
            if height > room + _SLACK:
                kept, left = self._part_row(row, measure, room) if height > _WHOLE else (None, row)
                first = (*self.rows[:number], *((kept,) if kept else ()))
                rest = (left, *self.rows[number + 1 :])
                if len(rest) == 1 and kept is None and number > self.together:
                    first, rest = first[:-1], (first[-1], left)
                return self._parts(first, rest) if first else (None, self)
            room -= height
        return self, None

    def draw(self, canvas: BriefingCanvas, x: float, top: float, measure: float) -> None:
        """Draw head and rows, each cell in reading order; a head that goes on is decoration."""
        height = self.height(measure)
        canvas.ground(Box(x, top - height, measure, height), self.look.look)
        top -= self.look.look.padding.top
        accent = self.look.ruled or RULE
        if self.head:
            top = self._draw_row(canvas, self.head, (x, top, measure), again=not self.begins)
            self._rule(canvas, (x, top, measure), accent, 1.1)
        last = len(self.rows) - 1 if self.ends else None
        for number, row in enumerate(self.rows):
            top = self._draw_row(canvas, row, (x, top, measure))
            self._rule(canvas, (x, top, measure), *((accent, 0.8) if number == last else (RULE, 0.6)))

    def lead(self, measure: float) -> float:
        """Measure the least of it that can stand at the foot of a page."""
        self.height(measure)
        several = len(self.rows) >= 2 * self.together
        first = self.rows[: self.together] if several else self.rows
        least = sum(min(self._row_height(row, measure), _WHOLE) for row in first)
        return self._rim + self._head_height(measure) + least

    @property
    def _rim(self) -> float:
        return self.look.look.padding.top + self.look.look.padding.bottom

    def _head_height(self, measure: float) -> float:
        return self._row_height(self.head, measure) if self.head else 0.0

    def _cells(self, row: Row, measure: float) -> list[tuple[Stack, float, float]]:
        """Give each cell's stack with the left edge and the width of its words."""
        rim, cell = self.look.look.padding, self.look.cell
        inner = measure - rim.left - rim.right
        cells, x = [], rim.left
        for number, (stack, share) in enumerate(zip(row, self.shares, strict=False)):
            left = 0 if self.look.flush and number == 0 else cell.left
            right = 0 if self.look.flush and number == len(self.shares) - 1 else cell.right
            cells.append((stack, x + left, max(inner * share - left - right, 1.0)))
            x += inner * share
        return cells

    def _row_height(self, row: Row, measure: float) -> float:
        tallest = max((stack.height(width) for stack, _, width in self._cells(row, measure)), default=0.0)
        return tallest + self.look.cell.top + self.look.cell.bottom

    def _part_row(self, row: Row, measure: float, room: float) -> tuple[Row | None, Row]:
        """Part each cell of a row at the same height."""
        inside = room - self.look.cell.top - self.look.cell.bottom
        parts = [stack.split(width, inside) for stack, _, width in self._cells(row, measure)]
        if not any(head and head.boxes for head, _ in parts) or room < _LEAST:
            return None, row
        return tuple(head or _EMPTY for head, _ in parts), tuple(rest or _EMPTY for _, rest in parts)

    def _parts(self, first: tuple[Row, ...], rest: tuple[Row, ...]) -> tuple[Self, Self]:
        before, after = self.fresh(begins=True), self.fresh(begins=False)
        before.rows, after.rows = first, rest
        before.ends = False
        return before, after

    def _draw_row(
        self, canvas: BriefingCanvas, row: Row, place: tuple[float, float, float], *, again: bool = False
    ) -> float:
        """Draw a row at its left edge, top and measure; return where it ends."""
        x, top, measure = place
        for stack, left, width in self._cells(row, measure):
            stack.draw(canvas, x + left, top - self.look.cell.top, width, again=again)
        return top - self._row_height(row, measure)

    def _rule(
        self, canvas: BriefingCanvas, place: tuple[float, float, float], code: str, weight: float
    ) -> None:
        if self.look.ruled:
            canvas.rule(*place, code, weight)
