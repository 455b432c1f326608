"""What stands on every page: the line at its head, the theme's words and the number at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.briefing.blocks import Briefing
from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.places import Box, Words
from councilbrief.pdf.look.faces import width
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.style import (
    FOOTER_BASELINE,
    FRAME_BOTTOM,
    HEADER_BASELINE,
    MARGIN,
    MEASURE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Type,
    mm,
    style_of,
)
from councilbrief.pdf.look.unbroken import whole_numbers
from councilbrief.pdf.setting.lines import break_lines
from councilbrief.pdf.setting.runs import Run

_BAND = 7.0  # the strip of colour at the head of page 1
_ELLIPSIS = "…"
_MANY = 99  # pages, whose number is as wide as any
_RAISED_FRAME = 4 * mm  # by which the text ends higher above a foot of two lines
_RAISED = 1.3 * mm  # by which a foot of two lines begins higher
_APART = 18.0  # between the theme's words and the number of the page


@dataclass(frozen=True, slots=True)
class Running:
    """The lines at head and foot, cut to the measure, as they are printed."""

    head: str
    foot: tuple[str, ...]
    pages: int
    type: Type
    accent: str

    def number(self, page: int) -> str:
        """Return the number of a page, as it is printed."""
        return f"Page {page} of {self.pages}"

    def draw(self, canvas: BriefingCanvas, page: int) -> None:
        """Draw them on a page, as no part of what it says."""
        if page == 1:
            with canvas.decoration():
                canvas.fill(Box(0, PAGE_HEIGHT - _BAND, PAGE_WIDTH, _BAND), self.accent)
        canvas.repeat(self._words(page))

    def _words(self, page: int) -> Iterator[Words]:
        if self.head:
            yield Words(self.head, self.type, MARGIN, HEADER_BASELINE)
        top = FOOTER_BASELINE + (_RAISED if len(self.foot) > 1 else 0)
        for line, words in enumerate(self.foot):
            yield Words(f"{words} ", self.type, MARGIN, top - line * self.type.leading)
        number = self.number(page)
        x = MARGIN + MEASURE - width(number, self.type.face, self.type.size)
        yield Words(number, self.type, x, top)


def floor_of(briefing: Briefing) -> float:
    """Return how far down a page its text may go."""
    lines = len(running_of(briefing, _MANY).foot)
    return FRAME_BOTTOM + (_RAISED_FRAME if lines > 1 else 0)


def running_of(briefing: Briefing, pages: int) -> Running:
    """Return what stands on each of a briefing's pages."""
    look = style_of(briefing.theme)
    kind = look.furniture
    number = width(f"Page {pages} of {pages}", kind.face, kind.size)
    return Running(
        head=shortened(printed(briefing.running_head), MEASURE, kind),
        foot=_foot(whole_numbers(printed(briefing.theme.footer or "")), MEASURE - number - _APART, kind),
        pages=pages,
        type=kind,
        accent=look.accent,
    )


def _foot(words: str, measure: float, kind: Type) -> tuple[str, ...]:
    """Part the theme's words into two lines at most, and cut openly what these do not hold."""
    if not words:
        return ()
    lines = break_lines([Run(words, kind)], measure)
    first = "".join(piece.text for piece in lines[0].pieces)
    rest = words[len(first) :].strip()
    return (first, shortened(rest, measure, kind)) if rest else (first,)


def shortened(words: str, measure: float, kind: Type) -> str:
    """Cut a running line to the measure, with an ellipsis."""
    if width(words, kind.face, kind.size) <= measure:
        return words
    kept, used = "", width(_ELLIPSIS, kind.face, kind.size)
    for char in words:
        used += width(char, kind.face, kind.size)
        if used > measure:
            break
        kept += char
    return kept.rstrip() + _ELLIPSIS
