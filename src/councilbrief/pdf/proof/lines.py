"""Letters by page and line, so that what stands in a box is found without a look at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from councilbrief.pdf.proof.drawn import Edges, Glyph


class Lines:
    """Letters by page and baseline, each with its number on its page."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        """Sort letters, which come page by page in the order of drawing."""
        self._pages: dict[int, dict[float, list[tuple[int, Glyph]]]] = {}
        for page, some in groupby(glyphs, key=attrgetter("page")):
            lines = self._pages.setdefault(page, {})
            for number, glyph in enumerate(some):
                lines.setdefault(glyph.y, []).append((number, glyph))

    def between(self, page: int, top: float, bottom: float) -> Iterator[tuple[int, Glyph]]:
        """Give the letters whose baselines are between two heights."""
        for y, line in self._pages.get(page, {}).items():
            if top < y < bottom:
                yield from line

    def standing_in(self, page: int, box: Edges) -> Iterator[Glyph]:
        """Give the letters that stand in a box, wholly from left to right."""
        left, top, right, bottom = box
        for _, glyph in self.between(page, top, bottom):
            if left <= glyph.left and glyph.right <= right:
                yield glyph
