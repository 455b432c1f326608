"""What an eye sees: words in the types of the theme, upright, inside the margins, and nothing over them.

No listener would ever miss what only an eye cannot see: white words, tiny ones, a box drawn over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Seq
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain, groupby
from math import inf
from operator import attrgetter

from councilbrief.briefing.theme import Theme
from councilbrief.pdf.look.faces import Face
from councilbrief.pdf.look.style import (
    LEAST_CITE,
    MARGIN,
    MEASURE,
    PAGE_HEIGHT,
    PILLS,
    Style,
    Type,
    mm,
    style_of,
)
from councilbrief.pdf.proof.drawn import Edges, Glyph, Picture, Print, Shape
from councilbrief.pdf.proof.lines import Lines
from councilbrief.pdf.proof.pills import Pill
from councilbrief.pdf.proof.readback import Readback
from councilbrief.pdf.proof.tags import Fault

_LEAN = 3.0  # points by which a letter may reach over the margin
_RISE = 0.5  # of its size: how far a letter surely reaches above its baseline
_EDGE = 0.5  # points of a letter's side that may be touched
_TALLEST = 15.0  # points that any letter reaches above its baseline
_THIN = 3.0  # points: a thicker stroke covers what it crosses
_SKEW = 0.02  # of a logo's proportions
_LEAST_LOGO = 8 * mm  # that it is tall, unless it is three times as wide
_QUOTED = 30  # letters of faulty words that a message shows
_HEADINGS = {"H1": "title", "H2": "section", "H3": "subheading"}


def seen_faults(found: Readback, theme: Theme, pills: Seq[Pill] | None, lines: Lines) -> Iterator[Fault]:
    """Say what an eye would not see as it should."""
    yield from dict.fromkeys(
        (
            *_prints(found, theme, pills),
            *_covered(found, lines),
            *_logo(found, theme),
        )
    )


@dataclass(frozen=True, slots=True)
class _Prints:
    """How the words of a theme may be printed: as words, as words in pills, at head and foot, as headings."""

    words: frozenset[Print]
    pills: frozenset[Print]
    running: Print
    headings: Mapping[str, Print]


@cache
def _prints_of(theme: Theme) -> _Prints:
    style = style_of(theme)
    types = [one for name in _type_names() for one in _types(style, name) if name != "furniture"]
    colours = [
        (kind, colour) for one in types for kind in (one, one.bold) for colour in (one.colour, style.accent)
    ]
    words = {_print(kind.face, kind.size, colour) for kind, colour in colours}
    words |= {
        _print(Face.REGULAR, max(one.size * style.cite_share, LEAST_CITE), style.accent) for one in types
    }
    inks = {look.ink for look in PILLS.values()}
    return _Prints(
        frozenset(words),
        frozenset(_print(Face.BOLD, one.size * style.pill_share, ink) for one in types for ink in inks),
        _of(style.furniture),
        {tag: _of(getattr(style, name)) for tag, name in _HEADINGS.items()},
    )


def _type_names() -> Iterator[str]:
    return (one.name for one in fields(Style))


def _types(style: Style, name: str) -> list[Type]:
    """Give the types that a style has by a name."""
    value = getattr(style, name)
    every = value.values() if isinstance(value, Mapping) else [value]
    return [one for one in every if isinstance(one, Type)]


def _of(one: Type) -> Print:
    return _print(one.face, one.size, one.colour)


def _print(face: Face, size: float, colour: str) -> Print:
    return Print(face, round(size, 2), colour.upper(), upright=True)


def _prints(found: Readback, theme: Theme, pills: Seq[Pill] | None) -> Iterator[Fault]:
    """Check that words are printed as the theme has it; of each stretch that is not, say so once."""
    allowed = _prints_of(theme)
    in_pills = {id(glyph) for _, glyphs in pills or () for glyph in glyphs}
    for (page, print_), some in groupby(found.glyphs, key=attrgetter("page", "print")):
        if print_ in allowed.words:
            continue
        glyphs = list(some)
        at_home = pills is None or all(id(one) in in_pills for one in glyphs)
        if print_ not in allowed.pills or not at_home:
            yield Fault(page, _quoted(glyphs), _misprint(print_))
    for glyph in found.running:
        if glyph.print != allowed.running:
            yield Fault(glyph.page, "its head or foot", _misprint(glyph.print))
    for element in found.tags.root.every if found.tags.root and pills is not None else ():
        meant = allowed.headings.get(element.tag)
        glyphs = [glyph for one in element.sequences for glyph in found.spoken.get(one, ())] if meant else []
        if any(glyph.print != meant for glyph in glyphs):
            yield Fault(glyphs[0].page, _quoted(glyphs), "is not printed as a heading of its level is")


def _misprint(one: Print) -> str:
    if not one.upright:
        return "does not stand upright"
    return f"is printed in {one.face}, {one.size:g} pt, {one.colour}, as no words of this theme are"


def _quoted(glyphs: Seq[Glyph]) -> str:
    words = "".join(one.char if one.gap is False else f" {one.char}" for one in glyphs[:_QUOTED]).strip()
    return f"“{words}{'…' if len(glyphs) > _QUOTED else ''}”"


def astray_faults(glyphs: Seq[Glyph]) -> Iterator[Fault]:
    """Check that letters stand inside the margins, and on the page; of each line say so once."""
    left, right = MARGIN - _LEAN, MARGIN + MEASURE + _LEAN
    astray = [one for one in glyphs if one.left < left or one.right > right or not 0 < one.y < PAGE_HEIGHT]
    for (page, _), some in groupby(astray, key=attrgetter("page", "y")):
        yield Fault(page, _quoted(list(some)), "stands outside the margins")


def _covered(found: Readback, lines: Lines) -> Iterator[Fault]:
    """Check that nothing is drawn over letters: no ground or picture, and no rule through them."""
    running = Lines(found.running)
    things: Iterator[Shape | Picture] = chain(found.shapes, found.pictures)
    for one in things:
        box, after = _reach(one)
        if box is None:
            continue
        under = [glyph for number, glyph in _over(lines, one.page, box) if number < after]
        under = under or [glyph for _, glyph in _over(running, one.page, box)]
        if under:
            yield Fault(one.page, _quoted(under), "has something drawn over it")


def _reach(one: Shape | Picture) -> tuple[Edges | None, float]:
    """Give the box that a thing covers, None where it covers none, and how many letters may be under it."""
    if isinstance(one, Picture):
        return one.box, inf
    if one.ground:
        return one.box, one.after
    left, top, right, bottom = one.box
    if one.weight > _THIN:
        half = one.weight / 2
        return (left - half, top - half, right + half, bottom + half), inf
    return (
        (one.box, inf) if top == bottom or left == right else (None, 0)
    )  # other strokes are joins in charts


def _over(lines: Lines, page: int, box: Edges) -> Iterator[tuple[int, Glyph]]:
    """Give the letters that a box touches, each with its number on its page."""
    left, top, right, bottom = box
    for number, glyph in lines.between(page, top, bottom + _TALLEST):
        beside = glyph.left + _EDGE > right or glyph.right - _EDGE < left
        if not beside and glyph.y - _RISE * glyph.print.size < bottom:
            yield number, glyph


def _logo(found: Readback, theme: Theme) -> Iterator[Fault]:
    """Check that the theme's logo is shown at the head of page 1, and no other picture anywhere."""
    pictures = found.pictures
    wanted = 1 if theme.logo else 0
    if len(pictures) != wanted:
        page = pictures[-1].page if pictures else None
        yield Fault(page, "the file", f"shows {len(pictures)} pictures and not {wanted}")
        return
    for one in pictures:
        if one.page != 1 or one.dots is None or not _fits(one):
            yield Fault(
                one.page, "the logo", "is not shown upright, in its proportions and inside the margins"
            )
        elif not _tagged(found, one):
            yield Fault(one.page, "the logo", "does not stand in the place that its tag gives")


def _fits(one: Picture) -> bool:
    left, top, right, bottom = one.box
    wide, tall = right - left, bottom - top
    dots = one.dots or (0, 0)
    if min(*dots, tall) <= 0:
        return False
    inside = left > MARGIN - 1 and right < MARGIN + MEASURE + 1 and top > 0 and bottom < PAGE_HEIGHT
    large = tall >= _LEAST_LOGO or wide >= 3 * _LEAST_LOGO
    return inside and large and abs(wide / tall * dots[1] / dots[0] - 1) < _SKEW


def _tagged(found: Readback, picture: Picture) -> bool:
    """Say whether the first figure is the picture, and gives its place."""
    every = found.tags.root.every if found.tags.root else iter(())
    figure = next((one for one in every if one.tag == "Figure"), None)
    if figure is None or len(figure.box) != len(picture.box):
        return False
    left, low, right, high = figure.box
    box = (left, PAGE_HEIGHT - high, right, PAGE_HEIGHT - low)
    placed = all(abs(a - b) < _EDGE for a, b in zip(box, picture.box, strict=True))
    return placed and [(one.page, one.number) for one in figure.sequences] == [(1, picture.sequence)]
