"""What is drawn on a page: letters, shapes and pictures with their places, and the marks that they are in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTItem, LTLine, LTRect
from pdfminer.pdftypes import resolve1

from councilbrief.pdf.look.style import FRAME_BOTTOM, FRAME_TOP, PAGE_HEIGHT
from councilbrief.pdf.proof.streams import tokens

_SAME = 0.5  # points by which one line's baseline may differ from itself

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom, from the page's top left."""


@dataclass(frozen=True, slots=True)
class Print:
    """How a glyph is printed: its face, its size, its colour as `#RRGGBB`, and whether it stands upright."""

    face: str
    size: float
    colour: str | None
    upright: bool


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character and where it stands; y is its baseline, counted down from the top of the page.

    `gap` is True after a space, None at the start of a line that no space ends before, otherwise
    False. `sequence` is the number of the marked sequence that it is in, on its page; None where
    it is in none. `decoration` says that it is marked as no part of what the page says. Glyphs
    that are printed alike share their `print`.
    """

    char: str
    page: int
    left: float
    right: float
    y: float
    gap: bool | None
    sequence: int | None
    decoration: bool
    print: Print


@dataclass(frozen=True, slots=True)
class Shape:
    """A stroke or ground, its box and its colour.

    `ground` is None for a stroke, whose weight is `weight`; `curved` tells round ones from straight
    ones, `ends` are those of a straight stroke. `after` is the number of the page's letters, head
    and foot apart, that are drawn before it.
    """

    page: int
    box: Edges
    ground: str | None
    sequence: int | None
    curved: bool
    weight: float
    ends: tuple[tuple[float, float], ...]
    after: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its box, its size in dots where it is a single upright one, the others as a shape."""

    page: int
    box: Edges
    dots: tuple[int, int] | None
    sequence: int | None
    after: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page: its letters, the words at its head and foot apart, its shapes and pictures, and its code.

    `running` are the letters at its head and foot; the code is cut into its tokens.
    """

    glyphs: tuple[Glyph, ...]
    head: str
    foot: str
    running: tuple[Glyph, ...]
    shapes: tuple[Shape, ...]
    pictures: tuple[Picture, ...]
    code: tuple[bytes, ...]


def read_page(page: Any) -> Drawn:  # noqa: ANN401 - pdfplumber's own
    """Read a page; what pdfplumber itself makes of each thing on it would take as long again."""
    number = page.page_number
    head, body, foot = _Zone(number), _Zone(number), _Zone(number)
    shapes: list[Shape] = []
    pictures: list[Picture] = []
    for one in page.layout:
        if isinstance(one, LTChar):
            baseline = one.matrix[5]
            (head if baseline > FRAME_TOP else foot if baseline < FRAME_BOTTOM else body).add(one)
        elif isinstance(one, LTCurve):
            shapes.append(_shape(one, number, len(body.glyphs)))
        elif isinstance(one, LTFigure):
            pictures.append(_picture(one, number, len(body.glyphs)))
    return Drawn(
        tuple(body.glyphs),
        "".join(head.texts),
        "".join(foot.texts),
        (*head.glyphs, *foot.glyphs),
        tuple(shapes),
        tuple(pictures),
        _code(page),
    )


class _Zone:
    """The letters of a part of a page, in the order of drawing."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.glyphs: list[Glyph] = []
        self.texts: list[str] = []
        self._line: float | None = None
        self._space = False

    def add(self, char: LTChar) -> None:
        y, text = PAGE_HEIGHT - char.matrix[5], char.get_text()
        self.texts.append(text)
        if text.isspace():
            self._space = True
            return
        gap = True if self._space else None if self._line is None or abs(y - self._line) > _SAME else False
        sequence = _sequence(char)
        decoration = sequence is None and getattr(char, "tag", None) == "Artifact"
        self.glyphs.append(
            Glyph(text, self.page, char.x0, char.x1, y, gap, sequence, decoration, _printed(char))
        )
        self._line, self._space = y, False


def _printed(char: LTChar) -> Print:
    return _print(char.fontname, round(char.size, 2), char.graphicstate.ncolor, char.matrix[:4])


@lru_cache(maxsize=1_000)
def _print(face: str, size: float, colour: object, matrix: tuple[float, ...]) -> Print:
    return Print(face, size, _coloured(colour), matrix == (1, 0, 0, 1))


def _sequence(one: LTItem) -> int | None:
    return getattr(one, "mcid", None)


def _shape(one: LTCurve, page: int, after: int) -> Shape:
    ground = _coloured(one.non_stroking_color) if one.fill else None
    ends = tuple((x, PAGE_HEIGHT - y) for x, y in one.pts) if isinstance(one, LTLine) else ()
    curved = not isinstance(one, LTRect | LTLine)
    return Shape(page, _edges(one), ground, _sequence(one), curved, float(one.linewidth), ends, after)


def _picture(one: LTFigure, page: int, after: int) -> Picture:
    wide, up, along, tall, *_ = one.matrix
    kids = list(one)
    single = kids[0] if len(kids) == 1 and isinstance(kids[0], LTImage) else None
    upright = up == along == 0 and wide > 0 and tall > 0
    dots = (single.srcsize[0], single.srcsize[1]) if single and upright else None
    return Picture(page, _edges(one), dots, _sequence(single or one), after)


def _edges(one: Any) -> Edges:  # noqa: ANN401 - pdfminer's own
    return one.x0, PAGE_HEIGHT - one.y1, one.x1, PAGE_HEIGHT - one.y0


@lru_cache(maxsize=1_000)
def _coloured(parts: object) -> str | None:
    """Write a colour as `#RRGGBB`."""
    if not isinstance(parts, tuple) or len(parts) != 3:  # noqa: PLR2004 - red, green, blue
        return None
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)


def _code(page: Any) -> tuple[bytes, ...]:  # noqa: ANN401 - the same
    return tokens(b"\n".join(resolve1(stream).get_data() for stream in page.page_obj.contents))
