"""How a briefing looks: page, colours, type and the grades' pills; all lengths in points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from councilbrief.briefing.blocks import Tone
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.fonts import Face

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 20 * mm
MEASURE = PAGE_WIDTH - 2 * MARGIN
FRAME_TOP = PAGE_HEIGHT - 20.5 * mm
FRAME_BOTTOM = 16.5 * mm
FRAME_HEIGHT = FRAME_TOP - FRAME_BOTTOM
HEADER_BASELINE = PAGE_HEIGHT - 14 * mm
FOOTER_BASELINE = 10.5 * mm

INK = "#1B2430"
GREY = "#505A64"
NAVY = "#12436D"
RULE = "#C9D1D9"
PANEL = "#F1F5F8"
AMBER = "#B35C00"
CREAM = "#FFF8EC"


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of type: face, size, leading and colour."""

    face: Face
    size: float
    leading: float
    colour: str = INK

    @property
    def bold(self) -> Type:
        """Return the same in bold."""
        return replace(self, face=Face.BOLD)


TITLE = Type(Face.BOLD, 24, 28, NAVY)
SUBTITLE = Type(Face.REGULAR, 12.5, 18, GREY)
SECTION = Type(Face.BOLD, 15.5, 20, NAVY)
SUBHEADING = Type(Face.BOLD, 11.5, 16, INK)
BODY = Type(Face.REGULAR, 11, 15)
CAPTION = Type(Face.REGULAR, 9.5, 13, GREY)
CELL = Type(Face.REGULAR, 10, 14.5)
CELL_LABEL = Type(Face.BOLD, 10, 14.5)
HEAD_CELL = Type(Face.BOLD, 9, 12, GREY)
FACT = Type(Face.BOLD, 12, 16)
FACT_LABEL = Type(Face.REGULAR, 9, 12, GREY)
HEADER_LABEL = Type(Face.REGULAR, 9.5, 14, GREY)
HEADER_TEXT = Type(Face.REGULAR, 9.5, 14, INK)
NOTICE_TITLE = Type(Face.BOLD, 11, 16)
NOTICE = Type(Face.REGULAR, 11, 15)
ATTRIBUTION = Type(Face.REGULAR, 9.5, 13.5, GREY)
REMARK = Type(Face.REGULAR, 9.5, 13.5, GREY)
SOURCE = Type(Face.REGULAR, 9.5, 13.5)
FURNITURE = Type(Face.REGULAR, 8.5, 11, GREY)

CITE_SHARE = 0.8  # of the size of the words around a reference
LABEL_GAP = 6.0  # between a number or bullet and its item


@dataclass(frozen=True, slots=True)
class Padding:
    """The space between a box's edge and what it holds."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What is drawn behind a box: a ground, an edge, a bar down its left side."""

    padding: Padding = Padding()
    ground: str | None = None
    edge: str | None = None
    bar: str | None = None
    bar_width: float = 3


BARE = Look()
QUOTE = Look(Padding(left=16, top=1, bottom=1), bar="#AEB9C4", bar_width=2.5)
FACT_GAP = 8.0  # at the right of each fact
FACTS = Look(Padding(left=17, top=9, right=6, bottom=9), ground=PANEL, bar=NAVY, bar_width=4)
NOTICES = {
    Tone.WARNING: Look(Padding(16, 8, 14, 9), ground=CREAM, edge="#E8C48E", bar=AMBER, bar_width=4),
    Tone.INFORMATION: Look(Padding(16, 8, 14, 9), ground="#F4F7FA", edge="#C7D5E2", bar=NAVY, bar_width=4),
}
NOTICE_INK = {Tone.WARNING: "#7A3E00", Tone.INFORMATION: NAVY}


@dataclass(frozen=True, slots=True)
class PillLook:
    """How a grade's pill is drawn; `dashed` sets apart the one that means that there is no grade."""

    ground: str
    ink: str
    edge: str
    dashed: bool = False


PILLS = {
    Grade.OUTSTANDING: PillLook("#003078", "#FFFFFF", "#003078"),
    Grade.GOOD: PillLook("#6CC0B8", INK, "#2F7F77"),
    Grade.REQUIRES_IMPROVEMENT: PillLook("#FFB84D", INK, "#A86A00"),
    Grade.ADEQUATE: PillLook("#B79BE3", INK, "#6B4E9B"),
    Grade.INADEQUATE: PillLook("#B3123B", "#FFFFFF", "#B3123B"),
    Grade.NOT_JUDGED: PillLook("#FFFFFF", GREY, "#7B858F"),
    Grade.NO_OVERALL: PillLook("#FFFFFF", NAVY, NAVY, dashed=True),
}
PILL_SHARE = 0.9  # of the size of the words around a pill
PILL_PADDING = 6.0  # left and right of a pill's words


@cache
def colour(code: str) -> Color:
    """Return ReportLab's value for a colour written `#RRGGBB`."""
    return HexColor(code)
