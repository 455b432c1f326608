"""The canvas of a briefing: everything that is written into the PDF passes through here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import md5
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from councilbrief.pdf.attachment import attach
from councilbrief.pdf.fonts import Face, register, width
from councilbrief.pdf.markup import Run
from councilbrief.pdf.style import (
    FOOTER_BASELINE,
    FURNITURE,
    HEADER_BASELINE,
    MARGIN,
    MEASURE,
    NAVY,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    Look,
    PillLook,
    colour,
)

_BAND = 7.0  # the strip of colour at the head of page 1
_UNDERLINE = 0.13  # of the height of a link's box, from its foot
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its lower left corner, in the canvas's present coordinates."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every page and the file carry.

    `header` is the line at the head, `stamp` the date of making; the file's identifier is
    derived from `identity`, which must differ wherever the content does. `carried` is the
    file that goes into the PDF beside its pages, if any.
    """

    header: str
    stamp: dt.date
    identity: str
    carried: bytes | None = None


class BriefingCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Draws words, boxes, links and furniture, and dates the file by the stamp alone."""

    def __init__(self, filename: object, *, imprint: Imprint, **options: Any) -> None:  # noqa: ANN401 - ReportLab's own
        """Open a canvas; the options are those that Platypus passes on."""
        register()
        super().__init__(filename, **options)
        self._imprint = imprint
        self._pages = 0
        # ReportLab's own identifier hangs on a time that the environment may set, and not on the words.
        self._doc.signature = md5(imprint.identity.encode(), usedforsecurity=False)
        self.setDateFormatter(lambda *_: f"D:{imprint.stamp:%Y%m%d}000000+00'00'")

    def words(self, text: PDFTextObject, x: float, baseline: float, run: Run, words: str) -> None:
        """Put words of a run into a text object."""
        text.setTextOrigin(x, baseline)
        text.setFont(run.type.face.value, run.type.size)
        text.setFillColor(colour(run.type.colour))
        text.textOut(words)

    def link(self, box: Box, target: str) -> None:
        """Make a box clickable: `#key` goes to an anchor, anything else is a web address, underlined."""
        corners = (box.x, box.y, box.x + box.width, box.y + box.height)
        if target.startswith("#"):
            self.linkRect("", target[1:], corners, relative=1, Border="[0 0 0]")
        else:
            self.linkURL(target, corners, relative=1)
            self.rule(box.x, box.y + _UNDERLINE * box.height, box.width, NAVY, 0.4)

    def anchor(self, key: str, top: float) -> None:
        """Let links and bookmarks go to this height of the page."""
        self.bookmarkHorizontal(key, 0, top)

    def section(self, key: str, title: str, top: float) -> None:
        """Enter a section in the outline."""
        self.anchor(key, top)
        self.addOutlineEntry(title, key, level=0)

    def pill(self, box: Box, look: PillLook) -> None:
        """Draw the ground of a grade's pill."""
        self.saveState()
        self.setFillColor(colour(look.ground))
        self.setStrokeColor(colour(look.edge))
        self.setLineWidth(0.9)
        if look.dashed:
            self.setDash(2.5, 1.8)
        self.roundRect(box.x, box.y, box.width, box.height, 3, stroke=1, fill=1)
        self.restoreState()

    def ground(self, box: Box, look: Look) -> None:
        """Draw what lies behind a box."""
        self.saveState()
        if look.ground:
            self._fill(box, look.ground)
        if look.edge:
            self.setStrokeColor(colour(look.edge))
            self.setLineWidth(0.6)
            self.rect(box.x, box.y, box.width, box.height, stroke=1, fill=0)
        if look.bar:
            self._fill(Box(box.x, box.y, look.bar_width, box.height), look.bar)
        self.restoreState()

    def rule(self, x: float, y: float, length: float, code: str = RULE, weight: float = 0.6) -> None:
        """Draw a horizontal rule."""
        self.saveState()
        self.setStrokeColor(colour(code))
        self.setLineWidth(weight)
        self.line(x, y, x + length, y)
        self.restoreState()

    def furniture(self) -> None:
        """Draw the head of a page, and keep the place of its foot until the pages are counted."""
        self._pages += 1
        self.saveState()
        if self._pages == 1:
            self._fill(Box(0, PAGE_HEIGHT - _BAND, PAGE_WIDTH, _BAND), NAVY)
        self._furniture_words(MARGIN, HEADER_BASELINE, shortened(self._imprint.header, MEASURE))
        self.restoreState()
        self.doForm(_foot(self._pages))

    def save(self) -> None:
        """Write the feet, which can name the number of pages only now, what the PDF carries, and the file."""
        for page in range(1, self._pages + 1):
            self.beginForm(_foot(page))
            words = f"Page {page} of {self._pages}"
            x = PAGE_WIDTH - MARGIN - width(words, FURNITURE.face, FURNITURE.size)
            self._furniture_words(x, FOOTER_BASELINE, words)
            self.endForm()
        if self._imprint.carried is not None:
            attach(self, self._imprint.carried, self._imprint.stamp)
        super().save()

    def _furniture_words(self, x: float, baseline: float, words: str) -> None:
        text = self.beginText()
        self.words(text, x, baseline, Run(words, FURNITURE), words)
        self.drawText(text)

    def _fill(self, box: Box, code: str) -> None:
        self.setFillColor(colour(code))
        self.rect(box.x, box.y, box.width, box.height, stroke=0, fill=1)


def maker(imprint: Imprint) -> Callable[..., BriefingCanvas]:
    """Return what Platypus calls to open a canvas."""

    def make(filename: object, **options: Any) -> BriefingCanvas:  # noqa: ANN401 - ReportLab's own
        return BriefingCanvas(filename, imprint=imprint, **options)

    return make


def shortened(words: str, measure: float) -> str:
    """Cut a running line to the measure, with an ellipsis."""
    if width(words, FURNITURE.face, FURNITURE.size) <= measure:
        return words
    kept, used = "", width(_ELLIPSIS, FURNITURE.face, FURNITURE.size)
    for char in words:
        used += width(char, FURNITURE.face, FURNITURE.size)
        if used > measure:
            break
        kept += char
    return kept.rstrip() + _ELLIPSIS


def _foot(page: int) -> str:
    return f"foot-{page}"


INITIAL_FACE = Face.REGULAR
