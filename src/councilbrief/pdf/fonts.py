"""The four faces of Open Sans that every page is set in, registered once a process."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


class Face(StrEnum):
    """A face by the name that PDF code and its file use."""

    REGULAR = "OpenSans-Regular"
    BOLD = "OpenSans-Bold"
    ITALIC = "OpenSans-Italic"
    BOLD_ITALIC = "OpenSans-BoldItalic"


@cache
def register() -> frozenset[int]:
    """Make the faces known to ReportLab; return the code points that all of them can print."""
    folder = files("councilbrief.pdf") / "fonts"
    shared: set[int] | None = None
    for face in Face:
        with (folder / f"{face}.ttf").open("rb") as file:
            font = TTFont(face.value, file, shapable=False)
        pdfmetrics.registerFont(font)
        glyphs = set(font.face.charToGlyph)
        shared = glyphs if shared is None else shared & glyphs
    return frozenset(shared or ())


@cache
def _widths(face: Face) -> tuple[dict[int, float], float]:
    """Return the advance of each code point in thousandths of the size, and of one that is lacking."""
    register()
    metrics = pdfmetrics.getFont(face.value).face
    return metrics.charWidths, metrics.defaultWidth


def width(text: str, face: Face, size: float) -> float:
    """Measure a text in points; there is no kerning, so widths add up."""
    widths, default = _widths(face)
    return sum(widths.get(ord(char), default) for char in text) * size / 1000
