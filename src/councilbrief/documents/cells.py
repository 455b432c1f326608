"""Which lines of a page are cells of a table: those that stand beside others, and what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

from councilbrief.documents.pages import Line

_BESIDE = 0.3
"""Of a line's height: lines that share more of it stand beside each other."""

_TIGHT = 1.35
"""Of the usual distance between lines: a line further off is none of the same cell."""

_COLUMN = 30.0
"""Points by which the left edges of one column may differ: rows are indented."""

_NEIGHBOURS = 2
"""Lines above and below, sorted by height, among which the rest of a cell stands."""


def cells(lines: Sequence[Line], leading: float) -> frozenset[int]:
    """Return the places of the lines that are cells; `leading` is the usual distance between lines.

    Lines beside each other are cells, and so are those tight above or below one in its column.
    """
    order = sorted(range(len(lines)), key=lambda at: -lines[at].bottom)
    found = _beside(lines, order)
    if not found:
        return frozenset()
    last_column = max(lines[at].left for at in found)
    waiting = [place for place, at in enumerate(order) if at in found]
    while waiting:
        place = waiting.pop()
        cell = lines[order[place]]
        for other in range(max(place - _NEIGHBOURS, 0), min(place + _NEIGHBOURS + 1, len(order))):
            at = order[other]
            if at not in found and _goes_with(lines[at], cell, last_column, leading * _TIGHT):
                found.add(at)
                waiting.append(other)
    return frozenset(found)


def _beside(lines: Sequence[Line], order: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for place, at in enumerate(order):
        one = lines[at]
        for next_ in order[place + 1 :]:
            other = lines[next_]
            if min(one.top, other.top) - max(one.bottom, other.bottom) <= one.size * _BESIDE:
                break
            if one.right <= other.left or other.right <= one.left:
                found |= {at, next_}
    return found


def _goes_with(line: Line, cell: Line, last_column: float, reach: float) -> bool:
    """Say whether a line is another line of a cell; a long one that runs under the next column is not."""
    in_column = abs(line.left - cell.left) < _COLUMN
    within = line.right < last_column or abs(line.left - last_column) < _COLUMN
    return in_column and within and abs(line.bottom - cell.bottom) < reach
