"""A font of bullets alone, under the code points that reports have them."""

from __future__ import annotations

import io
from functools import cache

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

NAME = "Signs"

SQUARE = "\u25fc"  # ILACS since 2019
OLD_SQUARE = "\uf06e"  # Wingdings, until 2018
SMALL_SQUARE = "\uf0a7"  # Wingdings, 2013 and some of 2015
BLACK_SQUARE = "\u25a0"
OLD_DASH = "\uf02d"  # second level, until 2018
STRUCK_DASH = "\u0336"  # second level in some of 2018 and 2019
MINUS = "\u2212"  # second level since 2019
SIGNS = SQUARE + OLD_SQUARE + SMALL_SQUARE + BLACK_SQUARE + OLD_DASH + STRUCK_DASH + MINUS


def _box(left: int, bottom: int, right: int, top: int) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for corner in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


@cache
def register() -> str:
    """Make the font known to ReportLab and return its name."""
    names = [".notdef", *(f"uni{ord(sign):04X}" for sign in SIGNS)]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(sign): name for sign, name in zip(SIGNS, names[1:], strict=True)})
    dashes = {f"uni{ord(sign):04X}" for sign in (OLD_DASH, STRUCK_DASH, MINUS)}
    font.setupGlyf({n: _box(60, 280, 540, 340) if n in dashes else _box(60, 60, 540, 540) for n in names})
    font.setupHorizontalMetrics(dict.fromkeys(names, (600, 60)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": NAME, "styleName": "Regular", "psName": NAME})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    font.updateHead(created=0, modified=0)
    out = io.BytesIO()
    font.font.recalcTimestamp = False
    font.save(out)
    out.seek(0)
    pdfmetrics.registerFont(TTFont(NAME, out, shapable=False))
    return NAME
