"""A document: one clean text, its paragraphs, and the way back to the file as it came."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate

from councilbrief.problems import Problem
from councilbrief.provenance import Dated, Place, Source, Span

PAGE_BREAK = "\f"
"""What parts the pages in the file's text, where it has pages."""


class Shape(StrEnum):
    """What a paragraph is by its look, before anybody reads it."""

    PROSE = "prose"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph of a page stands on it, in points from the left and from the foot.

    `left`, `top` and `size` (the height of its font) are those of the first line, `bottom`
    is that of the last, `right` the outermost. `bold`: all of its lines begin so.
    """

    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the clean text.

    `span` is its text without any list glyph; the glyph (`•`, `--`, `1.`) is kept in
    `glyph`, empty where there is none. `number` counts from 1. `page`, that of its first
    line, and `look` are None where there are no pages. A cell is one line of one column.
    """

    number: int
    span: Span
    shape: Shape = Shape.PROSE
    glyph: str = ""
    page: int | None = None
    look: Look | None = None

    @property
    def is_numbered(self) -> bool:
        """Say whether a number is printed before it."""
        return self.glyph[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the file that is no part of the story, and the rule that took it out."""

    original: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file states of itself beside its text, as a web page does in its head; None: nothing.

    `published` says in its basis which element states it.
    """

    title: str | None = None
    publisher: str | None = None
    published: Dated | None = None


@dataclass(slots=True)
class TextMap:
    """For each character of the clean text, the characters of the file that it stands for.

    It is kept in runs: `at` is where in the clean text each one begins, `starts` and `ends`
    are the range of the file that it stands for, `length` is that of the whole text. A run
    as long as its range stands for it character by character; of any other, each character
    stands for the whole range. It grows while the text is written, and no longer.
    """

    at: array[int] = field(default_factory=lambda: array("I"))
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    length: int = 0

    def original(self, span: Span) -> Span:
        """Return where a span of the clean text stands in the file.

        An empty span maps to an empty span.
        """
        if not len(span):
            at = self._range(span.start)[0] if span.start < self.length else 0
            return Span(at, at)
        return Span(self._range(span.start)[0], self._range(span.end - 1)[1])

    def add(self, length: int, start: int, end: int) -> None:
        """Let the next characters of the text stand for a range of the file."""
        if not length:
            return
        starts, ends = self.starts, self.ends
        goes_on = length == end - start and ends and ends[-1] == start
        if goes_on and self.length - self.at[-1] == start - starts[-1]:
            ends[-1] = end
        else:
            self.at.append(self.length)
            starts.append(start)
            ends.append(end)
        self.length += length

    def take(self, other: TextMap, start: int, end: int) -> None:
        """Let the next characters stand for what a part of another text does."""
        run = bisect_right(other.at, start) - 1
        while start < end:
            behind, begin = other._end(run), other.at[run]
            upto = min(behind, end)
            first, last = other.starts[run], other.ends[run]
            if behind - begin == last - first:  # character by character
                first, last = first + start - begin, first + upto - begin
            self.add(upto - start, first, last)
            start, run = upto, run + 1

    def _end(self, run: int) -> int:
        return self.at[run + 1] if run + 1 < len(self.at) else self.length

    def _range(self, at: int) -> tuple[int, int]:
        """Return what one character stands for."""
        run = bisect_right(self.at, at) - 1
        begin, start, end = self.at[run], self.starts[run], self.ends[run]
        if self._end(run) - begin != end - start:
            return start, end
        return start + at - begin, start + at - begin + 1


@dataclass(frozen=True, slots=True)
class Document:
    """A document that has been read: `text[span]` is the currency of everything after it.

    `original` is the decoded file (of a PDF, a web page or a Word file its text, a line a
    block), `text` the clean text: paragraphs parted by one line break, spaces single, the
    damage of the web repaired, boilerplate gone.
    """

    source: Source
    original: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    map: TextMap
    removed: tuple[Removed, ...] = ()
    problems: tuple[Problem, ...] = ()
    stated: Stated = Stated()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())
    _breaks: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        """Index the paragraphs by where they start, and the pages by where they end in the file."""
        object.__setattr__(self, "_starts", tuple(p.span.start for p in self.paragraphs))
        if self.paragraphs and self.paragraphs[0].page is not None:
            lengths = [len(page) + len(PAGE_BREAK) for page in self.original.split(PAGE_BREAK)]
            object.__setattr__(self, "_breaks", tuple(end - 1 for end in accumulate(lengths[:-1])))

    def __getitem__(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.end]

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph in which a character of the clean text stands."""
        at = bisect_right(self._starts, offset) - 1
        return self.paragraphs[max(at, 0)]

    def place(self, span: Span, pieces: tuple[Span, ...] = ()) -> Place:
        """Say where a span stands, in the clean text and in the file."""
        parts = pieces or (span,)
        paragraph = self.paragraph_at(span.start)
        original = tuple(self.map.original(part) for part in parts)
        return Place(
            source=self.source.id,
            path=self.source.path,
            span=span,
            paragraph=paragraph.number,
            pieces=parts,
            original=original,
            page=None if paragraph.page is None else bisect_right(self._breaks, original[0].start) + 1,
            printed=paragraph.glyph.strip(".() ") if paragraph.page and paragraph.is_numbered else None,
        )
