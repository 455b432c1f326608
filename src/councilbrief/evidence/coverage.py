"""Spans of a text in order, asked quickly which of them another span meets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter

from councilbrief.provenance import Span

_PLACE = attrgetter("start", "end")
"""In the order of spans, but asked once a span and not once a comparison."""


class Coverage:
    """Spans that may overlap one another; a question costs no more for many of them than for few."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Put the spans in order."""
        self._spans = sorted(spans, key=_PLACE)
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def meets(self, span: Span) -> bool:
        """Say whether one of the spans overlaps a span.

        >>> Coverage([Span(0, 4), Span(10, 12)]).meets(Span(3, 10))
        True
        """
        before = bisect_left(self._starts, span.end)
        return bool(before) and self._reach[before - 1] > span.start

    def holds(self, span: Span) -> bool:
        """Say whether a span lies wholly in one of the spans."""
        before = bisect_right(self._starts, span.start)
        return bool(before) and self._reach[before - 1] >= span.end

    def within(self, span: Span) -> bool:
        """Say whether one of the spans lies wholly in a span."""
        inside = range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
        return any(self._spans[number].end <= span.end for number in inside)
