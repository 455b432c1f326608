"""The faces of Open Sans that every page is set in: what they can print, and how wide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFontFile

BEYOND = 0xFFFF
"""The first code point that has no code of its own in our fonts."""


class Face(StrEnum):
    """A face by the name that PDF code and its file use."""

    REGULAR = "OpenSans-Regular"
    BOLD = "OpenSans-Bold"


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a font file says of its face; lengths in thousandths of the size, by code point.

    `glyphs` are the numbers of glyphs in the file, `lacking` the width of a character without one.
    """

    program: bytes
    glyphs: dict[int, int]
    widths: dict[int, float]
    lacking: float
    box: tuple[float, ...]
    ascent: float
    descent: float
    cap_height: float
    stem: float


@cache
def metrics(face: Face) -> Metrics:
    """Read a face, once a process."""
    program = (files("councilbrief.pdf.look") / "fonts" / f"{face}.ttf").read_bytes()
    read = TTFontFile(BytesIO(program))
    glyphs = {code: glyph for code, glyph in read.charToGlyph.items() if code < BEYOND}
    return Metrics(
        program=program,
        glyphs=glyphs,
        widths=read.charWidths,
        lacking=read.defaultWidth,
        box=tuple(read.bbox),
        ascent=read.ascent,
        descent=read.descent,
        cap_height=read.capHeight,
        stem=read.stemV,
    )


@cache
def printable() -> frozenset[int]:
    """Return the code points that all faces can print."""
    return frozenset.intersection(*(frozenset(metrics(face).glyphs) for face in Face))


def width(text: str, face: Face, size: float) -> float:
    """Measure a text in points; there is no kerning, so widths add up."""
    one = metrics(face)
    widths, lacking = one.widths, one.lacking
    return sum([widths.get(ord(char), lacking) for char in text]) * size / 1000
