"""The pills of grades: each grade's words, in its ink, on its ground, after its steps.

A pill in another grade's colours is a wrong grade to whoever looks at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from councilbrief.evidence.facts import Grade
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.style import PillLook, pill_of
from councilbrief.pdf.proof.drawn import Glyph, Shape
from councilbrief.pdf.proof.lines import Lines
from councilbrief.pdf.proof.readback import Readback
from councilbrief.pdf.proof.tagged import Element
from councilbrief.pdf.proof.tags import Fault
from councilbrief.pdf.reading import Node, Part

_WIDEST = 10.0  # points, of a step

Pill = tuple[Part, list[Glyph]]
"""A grade in the briefing, and the letters of its words."""


class _ApartError(Exception):
    """The tags or words are not those of the briefing, which is told elsewhere."""


def pills_of(found: Readback, wanted: Node) -> list[Pill] | None:
    """Find the words of each pill by their tags; None where tags or words are not the briefing's."""
    if found.tags.root is None:
        return None
    try:
        return list(_pills(found, found.tags.root, wanted))
    except _ApartError:
        return None


def _pills(found: Readback, element: Element, wanted: Node) -> Iterator[Pill]:
    if element.tag != wanted.tag:
        raise _ApartError
    if not wanted.kids:
        if any(part.grade for part in wanted.parts):
            yield from _in_leaf(found, element, wanted)
        return
    kids = [kid for kid in element.kids if isinstance(kid, Element)]
    if len(kids) != len(wanted.kids):
        raise _ApartError
    for kid, node in zip(kids, wanted.kids, strict=True):
        yield from _pills(found, kid, node)


def _in_leaf(found: Readback, element: Element, wanted: Node) -> Iterator[Pill]:
    """Share the letters of an element among its parts."""
    glyphs = [glyph for one in element.sequences for glyph in found.spoken.get(one, ())]
    words = ["".join(printed(part.text).split()) for part in wanted.parts]
    if "".join(words) != "".join(glyph.char for glyph in glyphs):
        raise _ApartError
    at = 0
    for part, text in zip(wanted.parts, words, strict=True):
        if part.grade and text:
            yield part, glyphs[at : at + len(text)]
        at += len(text)


def pill_faults(found: Readback, pills: Sequence[Pill] | None, lines: Lines) -> Iterator[Fault]:
    """Say which grades are not shown as they should be, and which pills show none."""
    if pills is None:
        return
    checker = _Checker(found, lines)
    for part, glyphs in pills:
        if not checker.shows(pill_of(part.grade or Grade.NOT_JUDGED, part.text), glyphs):
            yield Fault(
                glyphs[0].page, f"the grade “{part.text}” in {part.where}", "is not shown as that grade"
            )
    for ground in checker.idle:
        yield Fault(ground.page, "a grade's pill", "stands where the briefing has no grade")


class _Checker:
    """Knows the grounds and steps of each page, and which grounds no grade has claimed."""

    def __init__(self, found: Readback, lines: Lines) -> None:
        self.lines = lines
        self.grounds: dict[int, list[Shape]] = {}
        self.steps: dict[int, list[Shape]] = {}
        for one in found.shapes:
            if one.ground and one.sequence is None:
                (self.grounds if one.curved else self.steps).setdefault(one.page, []).append(one)
        self.claimed: set[int] = set()

    @property
    def idle(self) -> Iterator[Shape]:
        """Give the grounds that no grade stands on."""
        for grounds in self.grounds.values():
            yield from (one for one in grounds if id(one) not in self.claimed)

    def shows(self, look: PillLook, glyphs: Sequence[Glyph]) -> bool:
        """Say whether words stand on their grade's grounds, and nothing else does."""
        words, rest, first = {id(glyph) for glyph in glyphs}, list(glyphs), True
        while rest:
            ground = next((one for one in self.grounds.get(rest[0].page, ()) if _holds(one, rest[0])), None)
            if ground is None or id(ground) in self.claimed:
                return False
            self.claimed.add(id(ground))
            inside = list(self.lines.standing_in(ground.page, ground.box))
            if ground.ground != look.ground.upper() or not all(id(one) in words for one in inside):
                return False
            if first and self._count(ground, inside, look) != look.level:
                return False
            here = set(map(id, inside))
            rest, first = [one for one in rest if id(one) not in here], False
        return all(glyph.print.colour == look.ink.upper() for glyph in glyphs)

    def _count(self, ground: Shape, inside: Sequence[Glyph], look: PillLook) -> int:
        """Count the filled steps on a ground, before its words."""
        left, top, _, bottom = ground.box
        edge = min(one.left for one in inside)
        return sum(
            left < one.box[0]
            and one.box[2] < edge
            and top < one.box[1]
            and one.box[3] < bottom
            and one.box[2] - one.box[0] < _WIDEST
            and one.ground == look.ink.upper()
            for one in self.steps.get(ground.page, ())
        )


def _holds(ground: Shape, glyph: Glyph) -> bool:
    left, top, right, bottom = ground.box
    return left <= glyph.left and glyph.right <= right and top < glyph.y < bottom
