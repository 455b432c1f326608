"""Stacks of text in rows and columns: tables, facts, the labelled lines under the title."""

from __future__ import annotations

from dataclasses import dataclass

from councilbrief.pdf.boxes import Stack
from councilbrief.pdf.canvas import Box, BriefingCanvas
from councilbrief.pdf.flowables import Setting
from councilbrief.pdf.style import BARE, FRAME_HEIGHT, NAVY, RULE, Look, Padding

_WHOLE = 0.25 * FRAME_HEIGHT  # a row up to this height is not parted
_LEAST = 70.0  # of a parted row, what must fit before the page ends
_SLACK = 1.0
_ROWS_TOGETHER = 2  # that stand on either page where a grid is parted; one of fewer than twice as many is not
_REPEATED = 0.2 * FRAME_HEIGHT  # a head up to this height is repeated on every page

Row = tuple[Stack, ...]
_EMPTY = Stack(())


@dataclass(frozen=True, slots=True)
class GridLook:
    """How a grid is drawn; `cell` is the space inside a cell, `look` what lies behind the whole."""

    cell: Padding
    look: Look = BARE
    ruled: bool = False
    flush: bool = True
    """The first column starts, and the last one ends, at the grid's own edge."""


class Grid(Setting):
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
        self.waits = False
        """It goes on from a page that had room for its first row, and must not go on there."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - Platypus's own
        """Measure it for a width; a head too tall to be repeated becomes a row."""
        self.width = availWidth
        if self.head and self._row_height(self.head) > _REPEATED:
            self.rows, self.head = (self.head, *self.rows), None
        self.height = self._head_height + sum(self._row_height(row) for row in self.rows) + self._rim
        if self.waits and availHeight < FRAME_HEIGHT - _SLACK:
            return self.width, FRAME_HEIGHT  # not on what is left of this page
        self.waits = False
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Grid]:  # noqa: N803 - Platypus's own
        """Part it between rows, or inside a tall one."""
        self.wrap(availWidth, availHeight)
        if self.waits:
            return []
        room = availHeight - self._rim - self._head_height
        for number, row in enumerate(self.rows):
            height = self._row_height(row)
            if height > room + 1e-6:
                kept, left = self._part_row(row, room) if height > _WHOLE else (None, row)
                first = (*self.rows[:number], *((kept,) if kept else ()))
                rest = (left, *self.rows[number + 1 :])
                moves = len(rest) == 1 and kept is None and number > _ROWS_TOGETHER
                if moves:
                    first, rest = first[:-1], (first[-1], left)
                return self._parts(first, rest, waits=moves) if first else []
            room -= height
        return [self]

    def draw(self) -> None:
        """Draw head and rows, each cell in reading order."""
        canvas: BriefingCanvas = self.canv
        canvas.ground(Box(0, 0, self.width, self.height), self.look.look)
        top = self.height - self.look.look.padding.top
        if self.head:
            top = self._draw_row(canvas, self.head, top, NAVY, 1.1)
        last = len(self.rows) - 1 if self.ends else None
        for number, row in enumerate(self.rows):
            code, weight = (NAVY, 0.8) if number == last else (RULE, 0.6)
            top = self._draw_row(canvas, row, top, code, weight)

    def lead(self, measure: float) -> float:
        """Measure the least of it that can stand at the foot of a page."""
        self.wrap(measure, FRAME_HEIGHT)
        several = len(self.rows) >= 2 * _ROWS_TOGETHER
        first = self.rows[:_ROWS_TOGETHER] if several else self.rows
        least = sum(min(self._row_height(row), _WHOLE) for row in first)
        return float(self._rim + self._head_height + least)

    @property
    def _rim(self) -> float:
        return self.look.look.padding.top + self.look.look.padding.bottom

    @property
    def _head_height(self) -> float:
        return self._row_height(self.head) if self.head else 0.0

    def _cells(self, row: Row) -> list[tuple[Stack, float, float]]:
        """Give each cell's stack with the left edge and the width of its words."""
        rim, cell = self.look.look.padding, self.look.cell
        inner = self.width - rim.left - rim.right
        cells, x = [], rim.left
        for number, (stack, share) in enumerate(zip(row, self.shares, strict=False)):
            left = 0 if self.look.flush and number == 0 else cell.left
            right = 0 if self.look.flush and number == len(self.shares) - 1 else cell.right
            cells.append((stack, x + left, max(inner * share - left - right, 1.0)))
            x += inner * share
        return cells

    def _row_height(self, row: Row) -> float:
        tallest = max((stack.height(measure) for stack, _, measure in self._cells(row)), default=0.0)
        return tallest + self.look.cell.top + self.look.cell.bottom

    def _part_row(self, row: Row, room: float) -> tuple[Row | None, Row]:
        """Part each cell of a row at the same height."""
        inside = room - self.look.cell.top - self.look.cell.bottom
        parts = [stack.split(measure, inside) for stack, _, measure in self._cells(row)]
        if not any(head and head.boxes for head, _ in parts) or room < _LEAST:
            return None, row
        return tuple(head or _EMPTY for head, _ in parts), tuple(rest or _EMPTY for _, rest in parts)

    def _parts(self, first: tuple[Row, ...], rest: tuple[Row, ...], *, waits: bool) -> list[Grid]:
        before, after = self.fresh(begins=True), self.fresh(begins=False)
        before.rows, after.rows = first, rest
        after.waits = waits
        before.ends = False
        return [before, after]

    def _draw_row(self, canvas: BriefingCanvas, row: Row, top: float, code: str, weight: float) -> float:
        for stack, x, measure in self._cells(row):
            stack.draw(canvas, x, top - self.look.cell.top, measure)
        bottom = top - self._row_height(row)
        if self.look.ruled:
            rim = self.look.look.padding
            canvas.rule(rim.left, bottom, self.width - rim.left - rim.right, code, weight)
        return bottom


class DataTable(Grid):
    """A table; the first cell of each row is the row's heading."""


class FactPanel(Grid):
    """Labelled facts side by side."""


class HeaderBlock(Grid):
    """The labelled lines under the title."""
