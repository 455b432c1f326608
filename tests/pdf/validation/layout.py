"""Where everything stands in a PDF: its glyphs, shapes and, by its briefing, its parts.

Nothing here knows how pages are set. Glyphs are read back in the order of drawing; the words of
a briefing are found again among them, one part after another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any

import pdfplumber

from councilbrief.briefing.blocks import Briefing
from pdf.validation.parts import Kind, Part, parts_of

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
MARGIN = 20 * MM
HEAD, FOOT = 17 * MM, HEIGHT - 15 * MM  # what has its baseline above or below is page furniture
X_HEIGHT = 0.48  # of the size: the core of a letter, which nothing may touch

Colour = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character; `y` is its baseline, counted down from the top of the page.

    `artifact` is what is drawn and not said: furniture, and the head of a table once more.
    """

    char: str
    page: int
    left: float
    right: float
    y: float
    size: float
    colour: Colour | None = (0.0,)
    artifact: bool = False

    @property
    def top(self) -> float:
        return self.y - X_HEIGHT * self.size

    @property
    def body(self) -> bool:
        return HEAD < self.y < FOOT


@dataclass(frozen=True, slots=True)
class Shape:
    """The box of something filled or of a rule."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the briefing and its glyphs."""

    part: Part
    start: int
    end: int
    lines: tuple[tuple[Glyph, ...], ...]

    @property
    def pages(self) -> list[int]:
        """Return the page of each line."""
        return [line[0].page for line in self.lines]


@dataclass(frozen=True, slots=True)
class Layout:
    """A PDF as it is laid out; `said` are the glyphs of the body that are no artifacts."""

    glyphs: tuple[Glyph, ...]
    said: tuple[Glyph, ...]
    shapes: tuple[Shape, ...] = ()
    rules: tuple[Shape, ...] = ()
    placed: tuple[Placed, ...] = ()
    lost: tuple[Part, ...] = ()
    clips: tuple[int, ...] = ()

    @property
    def pages(self) -> int:
        return max((glyph.page for glyph in self.glyphs), default=0)

    def body(self, page: int) -> list[Glyph]:
        """Return what a page prints between its head and its foot."""
        return [glyph for glyph in self.glyphs if glyph.page == page and glyph.body]


def letters(words: str) -> str:
    """Return words as they are compared: without spaces, and with one kind of hyphen.

    >>> letters("co\u2011opted  in\u00a0May")
    'co-optedinMay'
    """
    plain = unicodedata.normalize("NFKC", words).replace("\u2010", "-").replace("\u2011", "-")
    return "".join(plain.split())


def layout_of(pdf: bytes, briefing: Briefing) -> Layout:
    """Read a PDF back and find the briefing in it."""
    glyphs: list[Glyph] = []
    shapes: list[Shape] = []
    rules: list[Shape] = []
    clips = []
    with pdfplumber.open(BytesIO(pdf)) as file:
        for page in file.pages:
            number = page.page_number
            glyphs.extend(_glyph(char, number) for char in page.chars if char["text"].strip())
            for one in (*page.rects, *page.curves, *page.lines):
                filled = one["fill"] and one["object_type"] != "line" and one["height"] > 2
                box = Shape(
                    number, one["x0"], one["top"], one["x1"], one["bottom"], one["non_stroking_color"]
                )
                if filled:
                    shapes.append(box)
                elif one["height"] <= 2:
                    rules.append(box)
            if _clips(page):
                clips.append(number)
            page.close()
    return found(briefing, Layout(tuple(glyphs), (), tuple(shapes), tuple(rules), clips=tuple(clips)))


def found(briefing: Briefing, layout: Layout) -> Layout:
    """Find the parts of a briefing among the glyphs."""
    said = tuple(glyph for glyph in layout.glyphs if glyph.body and not glyph.artifact)
    placed, lost = _locate(said, list(parts_of(briefing)))
    return Layout(layout.glyphs, said, layout.shapes, layout.rules, placed, lost, layout.clips)


def lines_of(glyphs: Sequence[Glyph]) -> tuple[tuple[Glyph, ...], ...]:
    """Part glyphs into lines; what is raised a little, as a small reference is, belongs to its line."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        last = lines[-1][0] if lines else None
        if last and last.page == glyph.page and abs(last.y - glyph.y) < 0.6 * max(last.size, glyph.size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return tuple(map(tuple, lines))


def _glyph(char: dict[str, Any], page: int) -> Glyph:
    y = HEIGHT - char["matrix"][5]
    artifact = char.get("tag") == "Artifact"
    colour = char["non_stroking_color"]
    return Glyph(char["text"], page, char["x0"], char["x1"], y, char["size"], colour, artifact)


def _clips(page: Any) -> bool:  # noqa: ANN401 - pdfplumber is not typed
    """Say whether a page cuts off what it draws, or draws words that cannot be seen."""
    code = b"\n".join(stream.get_data() for stream in page.page_obj.contents)
    plain = re.sub(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>", b"", code, flags=re.DOTALL)
    return bool(re.search(rb"(?<!\S)(?:W\*?\s+n|[37]\s+Tr)(?!\S)", plain))


def _locate(said: Sequence[Glyph], parts: list[Part]) -> tuple[tuple[Placed, ...], tuple[Part, ...]]:
    """Look for each part behind the one before; parts of one block may stand in any order."""
    stream = "".join(letters(glyph.char) for glyph in said)
    index = [at for at, glyph in enumerate(said) for _ in letters(glyph.char)]
    placed: list[Placed] = []
    lost: list[Part] = []
    cursor = 0
    for _, block in groupby(parts, key=lambda part: part.block):
        reached, slack = cursor, 0
        for part in block:
            begun = cursor if part.kind is Kind.PANEL else reached
            match = _match(stream, part, begun, slack)
            if match:
                start, end = index[match[0]], index[match[1] - 1] + 1
                placed.append(Placed(part, start, end, lines_of(said[start:end])))
                reached, slack = max(reached, match[1]), 0
            elif part.kind is Kind.ROW:  # one that is parted stands in pieces
                slack += sum(len(letters(cell)) for cell in part.cells)
            else:
                lost.append(part)
        cursor = reached
    return tuple(placed), tuple(lost)


def _match(stream: str, part: Part, begun: int, slack: int) -> tuple[int, int] | None:
    """Return where a part begins and ends in the stream of letters."""
    if part.kind is not Kind.ROW:
        words = letters(part.words)
        at = stream.find(words, begun)
        return (at, at + len(words)) if at >= 0 else None
    at, start = begun, None
    nearest = begun + slack + len(letters(part.words)) * 2  # behind a head that is printed once more
    for words in map(letters, part.cells):
        here = stream.find(words, at)
        if here < 0 or (start is None and here > nearest) or (start is not None and here != at):
            return None
        start = here if start is None else start
        at = here + len(words)
    return (start, at) if start is not None and at > start else None


def on_pages(placed: Placed) -> Iterator[tuple[int, int]]:
    """Give each page of a part with the number of its lines there."""
    for page, lines in groupby(placed.pages):
        yield page, sum(1 for _ in lines)
