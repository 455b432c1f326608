"""Our faces as ReportLab's own fonts, for pages that are set without our canvas."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from councilbrief.pdf.look.faces import Face, metrics


@cache
def register() -> None:
    """Make the faces known to ReportLab by their names."""
    for face in Face:
        pdfmetrics.registerFont(TTFont(face.value, BytesIO(metrics(face).program), shapable=False))
