"""Follows a briefing letter by letter through a PDF: the same letters, in order, each where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.style import MARGIN, MEASURE
from councilbrief.pdf.proof.drawn import Glyph
from councilbrief.pdf.proof.passages import Drawing, Grid, Passage, Reading

_SLACK = 1.0  # points by which a glyph may reach over the edge of its column or line
_LEAN = 3.0  # and by which a slanted or accented one may reach over the margin


@dataclass(frozen=True, slots=True)
class Astray:
    """A thing in the wrong place: which page, which passage, what is wrong."""

    page: int
    where: str
    what: str


class LostError(Exception):
    """The glyphs stop being those of the briefing."""

    def __init__(self, page: int, where: str) -> None:
        """Keep the page and the passage where they part."""
        super().__init__(f"page {page}, {where}")
        self.page = page
        self.where = where


@dataclass(slots=True)
class Course:
    """What came of following: the letter with which each section begins, and what stands astray."""

    sections: dict[int, Glyph] = field(default_factory=dict)
    astray: list[Astray] = field(default_factory=list)


def letters(text: str) -> Iterator[tuple[str, bool]]:
    """Give the printed letters, each with whether a space stands before it."""
    space = False
    for char in printed(text):
        if char.isspace():
            space = True
        else:
            yield char, space
            space = False


def follow(glyphs: tuple[Glyph, ...], readings: Iterable[Reading]) -> Course:
    """Follow the briefing from the first glyph to the last; raise LostError where they part."""
    follower = _Follower(glyphs)
    for reading in readings:
        match reading:
            case Drawing():  # a passage too
                follower.drawing(reading)
            case Passage():
                follower.passage(reading)
            case Grid():
                follower.grid(reading)
    if follower.at != len(glyphs):
        raise LostError(glyphs[follower.at].page, "after the last word of the briefing")
    return follower.course


@dataclass(slots=True)
class _Path:
    """The letters of a passage still to come, last first, and the column that they must stand in."""

    where: str
    letters: list[tuple[str, bool]]
    left: float
    right: float


def _path(passage: Passage, left: float = 0.0, right: float = 1.0) -> _Path:
    """Open a path for a passage; `left` and `right` bound its column, as shares of the measure."""
    slack = [_LEAN if edge in {0.0, 1.0} else _SLACK for edge in (left, right)]
    todo = list(letters(passage.text))[::-1]
    return _Path(passage.where, todo, MARGIN + left * MEASURE - slack[0], MARGIN + right * MEASURE + slack[1])


def _paths(grid: Grid, row: tuple[Passage, ...]) -> list[_Path]:
    edges = [0.0]
    for share in grid.shares:
        edges.append(edges[-1] + share)
    edges[-1] = 1.0
    return [_path(cell, edges[at], edges[at + 1]) for at, cell in enumerate(row)]


class _Follower:
    """Where the following has come to: the next glyph, its page, the lowest line on that page so far."""

    def __init__(self, glyphs: tuple[Glyph, ...]) -> None:
        self.glyphs = glyphs
        self.at = 0
        self.page = 1
        self.lowest = 0.0
        self.course = Course()

    def passage(self, passage: Passage) -> None:
        """Follow words that run on their own, down the page and over to the next."""
        path = _path(passage)
        if passage.section is not None and path.letters and self.at < len(self.glyphs):
            self.course.sections[passage.section] = self.glyphs[self.at]
        while path.letters:
            if self._turned():
                self.page, self.lowest = self.glyphs[self.at].page, 0.0
            if not self._portion(path, self.lowest):
                raise LostError(self.page, path.where)

    def drawing(self, drawing: Drawing) -> None:
        """Follow the words in a picture, wherever in it they stand; they are all on one page."""
        if self._turned():
            self.page, self.lowest = self.glyphs[self.at].page, 0.0
        for count, (char, space) in enumerate(letters(drawing.text)):
            glyph = self.glyphs[self.at] if self.at < len(self.glyphs) else None
            joined = count and glyph is not None and glyph.gap is not None and glyph.gap is not space
            if glyph is None or glyph.page != self.page or glyph.char != char or joined:
                raise LostError(self.page, drawing.where)
            self.lowest = max(self.lowest, glyph.y)
            self.at += 1

    def grid(self, grid: Grid) -> None:
        """Follow rows: cells side by side, rows one below another, parted rows over the page."""
        for number, row in enumerate(grid.rows):
            paths = _paths(grid, row)
            while any(path.letters for path in paths):
                if self._turned():
                    self.page, self.lowest = self.glyphs[self.at].page, 0.0
                    if grid.headed and number:
                        self._repeated(_paths(grid, grid.rows[0]))
                self._across(paths)
                if any(path.letters for path in paths) and not self._turned():
                    raise LostError(self.page, next(path.where for path in paths if path.letters))

    def _turned(self) -> bool:
        return self.at < len(self.glyphs) and self.glyphs[self.at].page > self.page

    def _repeated(self, head: list[_Path]) -> None:
        """Pass over a table's head where the page repeats it."""
        before, strays = (self.at, self.lowest), len(self.course.astray)
        try:
            self._across(head)
        except LostError:
            pass
        else:
            if not any(path.letters for path in head):
                return
        self.at, self.lowest = before
        del self.course.astray[strays:]

    def _across(self, paths: list[_Path]) -> None:
        """Follow what the present page holds of a row; all of it stands below the row before."""
        above, deepest = self.lowest, self.lowest
        for path in paths:
            self.lowest = above
            self._portion(path, above)
            deepest = max(deepest, self.lowest)
        self.lowest = deepest

    def _portion(self, path: _Path, above: float) -> int:
        """Follow a path as far as the present page and its column go; return the number of letters."""
        count = 0
        while path.letters and self.at < len(self.glyphs):
            glyph = self.glyphs[self.at]
            inside = path.left <= glyph.left and glyph.right <= path.right
            if glyph.page != self.page or not inside:
                break
            char, space = path.letters[-1]
            joined = glyph.gap is not None and glyph.gap is not space
            if glyph.char != char or (count and joined):
                raise LostError(self.page, path.where)
            if glyph.y <= above or (count and glyph.y < self.lowest - _SLACK):
                self.course.astray.append(
                    Astray(self.page, path.where, "stands beside or above what it should follow")
                )
            path.letters.pop()
            self.lowest = max(self.lowest, glyph.y)
            self.at += 1
            count += 1
        return count
