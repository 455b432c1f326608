"""How a briefing looks: page, colours, type and the grades' pills; all lengths in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from councilbrief.briefing.blocks import Tone
from councilbrief.briefing.contrast import PANEL
from councilbrief.briefing.theme import ACCENT, Theme
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.look.faces import Face

mm = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * mm, 297 * mm
MARGIN = 20 * mm
MEASURE = PAGE_WIDTH - 2 * MARGIN
FRAME_TOP = PAGE_HEIGHT - 20.5 * mm
FRAME_BOTTOM = 16.5 * mm
FRAME_HEIGHT = FRAME_TOP - FRAME_BOTTOM
HEADER_BASELINE = PAGE_HEIGHT - 14 * mm
FOOTER_BASELINE = 10.5 * mm

INK = "#1B2430"
GREY = "#505A64"
RULE = "#C9D1D9"
AMBER = "#B35C00"
CREAM = "#FFF8EC"

_INITIALS = 2  # letters, such as RI
_CLEAR = 12.0  # points, the least of clear print


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


LEAST_CITE = 8.5  # points, of a reference
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
NOTICE_PADDING = Padding(16, 8, 14, 9)
NOTE_PADDING = Padding(12, 6, 12, 8)
WARNING_INK = "#7A3E00"


@dataclass(frozen=True, slots=True)
class PillLook:
    """How a grade's pill is drawn; `dashed` sets apart the one that means that there is no grade.

    `level` is how many of the four steps before its words are filled, 0 where there are none:
    a grade is told without its colour by them as well.
    """

    ground: str
    ink: str
    edge: str
    level: int = 0
    dashed: bool = False

    @property
    def lead(self) -> float:
        """Return the space from its left edge to its words."""
        return PILL_PADDING + (PILL_MARK if self.level else 0)

    @property
    def rims(self) -> float:
        """Return the space left and right of its words."""
        return self.lead + PILL_PADDING


PILLS = {
    Grade.OUTSTANDING: PillLook("#003078", "#FFFFFF", "#003078", 4),
    Grade.GOOD: PillLook("#6CC0B8", INK, "#2F7F77", 3),
    Grade.REQUIRES_IMPROVEMENT: PillLook("#FFB84D", INK, "#A86A00", 2),
    Grade.ADEQUATE: PillLook("#B79BE3", INK, "#6B4E9B", 2),
    Grade.INADEQUATE: PillLook("#B3123B", "#FFFFFF", "#B3123B", 1),
    Grade.NOT_JUDGED: PillLook("#FFFFFF", GREY, "#7B858F"),
    Grade.NO_OVERALL: PillLook("#FFFFFF", ACCENT, ACCENT, dashed=True),
}
PILL_PADDING = 6.0  # left and right of what is in a pill
PILL_MARK = 17.5  # what the steps before its words take up


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that a theme decides: the accent, and the types and looks that follow from it.

    `cite_share` and `pill_share` are the sizes of a reference and of a pill's words, as shares
    of the size of the words around them.
    """

    accent: str
    cite_share: float
    pill_share: float
    title: Type
    subtitle: Type
    section: Type
    subheading: Type
    body: Type
    caption: Type
    cell: Type
    cell_label: Type
    head_cell: Type
    fact: Type
    fact_label: Type
    header_label: Type
    header_text: Type
    notice_title: Mapping[Tone, Type]
    notice: Type
    attribution: Type
    remark: Type
    source: Type
    chart: Type
    furniture: Type
    facts: Look
    notices: Mapping[Tone, Look]


@cache
def style_of(theme: Theme) -> Style:
    """Work out how a briefing of a theme looks."""
    accent = theme.accent
    sized = _clear if theme.clear_print else _usual

    def type_(face: Face, size: float, leading: float, colour: str = INK) -> Type:
        return sized(Type(face, size, leading, colour))

    regular, bold = Face.REGULAR, Face.BOLD
    notice_title = type_(bold, 11, 16)
    return Style(
        accent=accent,
        cite_share=1.0 if theme.clear_print else 0.8,
        pill_share=1.0 if theme.clear_print else 0.9,
        title=type_(bold, 22, 26, accent),
        subtitle=type_(regular, 12.5, 18, GREY),
        section=type_(bold, 15.5, 20, accent),
        subheading=type_(bold, 11.5, 16),
        body=type_(regular, 11, 15),
        caption=type_(regular, 9.5, 13, GREY),
        cell=type_(regular, 10, 14),
        cell_label=type_(bold, 10, 14),
        head_cell=type_(bold, 9, 12, GREY),
        fact=type_(bold, 12, 16),
        fact_label=type_(regular, 9, 12, GREY),
        header_label=type_(regular, 9.5, 14, GREY),
        header_text=type_(regular, 9.5, 14),
        notice_title={
            Tone.WARNING: replace(notice_title, colour=WARNING_INK),
            Tone.INFORMATION: replace(notice_title, colour=accent),
        },
        notice=type_(regular, 11, 15),
        attribution=type_(regular, 9.5, 13.5, GREY),
        remark=type_(regular, 10, 14),
        source=type_(regular, 9.5, 13.5),
        chart=type_(regular, 9, 12, INK),
        furniture=type_(regular, 8.5, 11, GREY),
        facts=Look(Padding(left=17, top=9, right=6, bottom=9), ground=PANEL, bar=accent, bar_width=4),
        notices={
            Tone.WARNING: Look(NOTICE_PADDING, ground=CREAM, edge="#E8C48E", bar=AMBER, bar_width=4),
            Tone.INFORMATION: Look(NOTE_PADDING, edge=accent),
        },
    )


def _usual(kind: Type) -> Type:
    return kind


def _clear(kind: Type) -> Type:
    """Make a type a tenth larger, and nothing smaller than 12 pt."""
    size = max(kind.size * 1.1, _CLEAR)
    return replace(kind, size=size, leading=round(kind.leading * size / kind.size, 1))


def pill_of(grade: Grade, words: str) -> PillLook:
    """Return how a grade's pill is drawn; a letter or two, as in wide tables, leave no room for steps."""
    look = PILLS[grade]
    return look if len(words.strip()) > _INITIALS else replace(look, level=0)


@cache
def colour(code: str) -> str:
    """Write a colour given as `#RRGGBB` in the numbers of PDF.

    >>> colour("#FF8000")
    '1 0.502 0'
    """
    parts = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)
