"""What is drawn on a page: letters and shapes with their places, and the marks that they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pdfminer.layout import LTChar, LTCurve, LTItem, LTLine, LTRect
from pdfminer.pdftypes import resolve1

from councilbrief.pdf.look.style import FRAME_BOTTOM, FRAME_TOP, PAGE_HEIGHT

_SAME = 0.5  # points by which one line's baseline may differ from itself


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character and where it stands; y is its baseline, counted down from the top of the page.

    `gap` is True after a space, None at the start of a line that no space ends before, otherwise
    False. `sequence` is the number of the marked sequence that it is in, on its page; None where
    it is in none. `decoration` says that it is marked as no part of what the page says.
    """

    char: str
    page: int
    left: float
    right: float
    y: float
    gap: bool | None
    sequence: int | None = None
    decoration: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A stroke or ground: its box (left, top, right, bottom, from the page's top left), and its colour.

    `ground` is None for a stroke; `curved` tells round ones from straight ones.
    """

    page: int
    box: tuple[float, float, float, float]
    ground: str | None
    sequence: int | None
    curved: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page: its letters, the words at its head and foot apart, its shapes, and its code.

    `running` says whether head and foot are marked as decoration, all of them.
    """

    glyphs: tuple[Glyph, ...]
    head: str
    foot: str
    running: bool
    shapes: tuple[Shape, ...]
    code: bytes


def read_page(page: Any) -> Drawn:  # noqa: ANN401 - pdfplumber's own
    """Read a page; what pdfplumber itself makes of each thing on it would take as long again."""
    zones: dict[str, list[LTChar]] = {"head": [], "body": [], "foot": []}
    shapes = []
    for one in page.layout:
        if isinstance(one, LTChar):
            zones[_zone(one)].append(one)
        elif isinstance(one, LTCurve):
            shapes.append(_shape(one, page.page_number))
    return Drawn(
        tuple(_glyphs(zones["body"], page.page_number)),
        "".join(char.get_text() for char in zones["head"]),
        "".join(char.get_text() for char in zones["foot"]),
        all(map(_is_decoration, (*zones["head"], *zones["foot"]))),
        tuple(shapes),
        _code(page),
    )


def _zone(char: LTChar) -> str:
    baseline = char.matrix[5]
    if baseline > FRAME_TOP:
        return "head"
    return "foot" if baseline < FRAME_BOTTOM else "body"


def _glyphs(chars: Iterable[LTChar], page: int) -> Iterator[Glyph]:
    line: float | None = None
    space = False
    for char in chars:
        y, text = PAGE_HEIGHT - char.matrix[5], char.get_text()
        if text.isspace():
            space = True
            continue
        gap = True if space else None if line is None or abs(y - line) > _SAME else False
        yield Glyph(text, page, char.x0, char.x1, y, gap, _sequence(char), _is_decoration(char))
        line, space = y, False


def _sequence(one: LTItem) -> int | None:
    return getattr(one, "mcid", None)


def _is_decoration(one: LTItem) -> bool:
    return _sequence(one) is None and getattr(one, "tag", None) == "Artifact"


def _shape(one: LTCurve, page: int) -> Shape:
    box = (one.x0, PAGE_HEIGHT - one.y1, one.x1, PAGE_HEIGHT - one.y0)
    ground = _coloured(one.non_stroking_color) if one.fill else None
    return Shape(page, box, ground, _sequence(one), not isinstance(one, LTRect | LTLine))


def _coloured(parts: object) -> str | None:
    """Write a colour as `#RRGGBB`."""
    if not isinstance(parts, tuple | list) or len(parts) != 3:  # noqa: PLR2004 - red, green, blue
        return None
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)


def _code(page: Any) -> bytes:  # noqa: ANN401 - the same
    return b"\n".join(resolve1(stream).get_data() for stream in page.page_obj.contents)
