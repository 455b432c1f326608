"""Links held against the briefing: each leads where its words say, from the place where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.style import PAGE_HEIGHT
from councilbrief.pdf.proof.drawn import Glyph
from councilbrief.pdf.proof.readback import Readback
from councilbrief.pdf.proof.tagged import Annotation, Clickable, Element
from councilbrief.pdf.proof.tags import Fault
from councilbrief.pdf.reading import Node, Part
from councilbrief.pdf.targets import is_inward, said_of

_SLACK = 1.5  # points by which words may reach over the box that is clicked
_ABOVE = 40.0  # points from where a reference leads to the first line of its source, at most


def link_faults(found: Readback, wanted: Node) -> Iterator[Fault]:
    """Compare the links of a PDF, in their order, with those of its briefing."""
    root = found.tags.root
    if root is None:
        return
    links = [one for one in root.every if one.tag == "Link"]
    parts = [part for leaf in wanted.leaves for part in leaf.parts if part.target]
    if len(links) != len(parts):
        yield Fault(None, "the file", f"has {len(links)} links and not {len(parts)}")
        return
    checker = _Checker(found, root)
    for link, part in zip(links, parts, strict=True):
        yield from checker.link(link, part)


class _Checker:
    """Knows where words stand, what can be clicked, and where the sources begin."""

    def __init__(self, found: Readback, root: Element) -> None:
        self.annotations = {one.object: one for one in found.tags.annotations}
        self.glyphs = found.spoken
        self.notes = {one.said: self._first(one) for one in root.every if one.tag == "Note"}

    def link(self, link: Element, part: Part) -> Iterator[Fault]:
        """Check one link: what it says and where it leads, and that its words can be clicked."""
        clicked = [self.annotations.get(kid.object) for kid in link.kids if isinstance(kid, Annotation)]
        glyphs = self._words(link)
        page, name = glyphs[0].page if glyphs else None, f"the link “{part.text}” in {part.where}"
        target = part.target or ""
        for one in clicked:
            if one is None or one.kind != "Link" or not self._leads(one, target):
                yield Fault(page, name, "does not lead where it should")
            elif one.said != said_of(printed(part.text), target):
                yield Fault(page, name, "does not tell listeners where it leads")
        boxes = [one for one in clicked if one]
        if not boxes or not all(any(_covers(box, glyph) for box in boxes) for glyph in glyphs):
            yield Fault(page, name, "cannot be clicked where its words stand")

    def _words(self, element: Element) -> list[Glyph]:
        return [glyph for one in element.sequences for glyph in self.glyphs.get(one, ())]

    def _first(self, element: Element) -> Glyph | None:
        return next(iter(self._words(element)), None)

    def _leads(self, one: Clickable, target: str) -> bool:
        """Say whether a click leads to a web address, or just above the source."""
        if not is_inward(target):
            return one.leads == target
        note = self.notes.get(target[1:])
        if note is None or not isinstance(one.leads, tuple):
            return False
        return is_just_above(one.leads, note)


def is_just_above(place: tuple[int | None, float], glyph: Glyph) -> bool:
    """Say whether a page and a height on it stand just above a letter, so that it is what is shown."""
    page, height = place
    return page == glyph.page and 0 < glyph.y - (PAGE_HEIGHT - height) < _ABOVE


def _covers(one: Clickable, glyph: Glyph) -> bool:
    if not one.box:
        return False
    left, low, right, high = one.box
    inside = left - _SLACK <= glyph.left and glyph.right <= right + _SLACK
    return one.page == glyph.page and inside and low < PAGE_HEIGHT - glyph.y < high
