"""The tags held against the briefing: every element, its words, their order, and the way back.

No validator knows the briefing: none sees an element that is lacking, words in another's element,
or two paragraphs read in the wrong order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.proof.readback import Readback
from councilbrief.pdf.proof.tagged import Annotation, Element, Sequence, Tags
from councilbrief.pdf.reading import Node

_INLINE = frozenset({"Reference", "Link"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the tags: on which page, if on one, and where in the briefing."""

    page: int | None
    where: str
    what: str


Spoken = Mapping[Sequence, str]
"""The words of each marked sequence."""


def tag_faults(found: Readback, wanted: Node, *, words: bool) -> Iterator[Fault]:
    """Compare the tags of a PDF with the tree that its briefing should make.

    Without `words` the words of elements are left out: it is known that some differ.
    """
    tags = found.tags
    if tags.root is None:
        yield Fault(None, "the file", "it has no tags")
        return
    spoken = _spoken(found)
    yield from _Comparing(spoken, words=words).element(tags.root, wanted)
    yield from _uncovered(tags, spoken, found)
    yield from _order(tags.root)
    yield from _back(tags)


def _spoken(found: Readback) -> Spoken:
    return {
        key: "".join([glyph.char if glyph.gap is False else f" {glyph.char}" for glyph in glyphs])
        for key, glyphs in found.spoken.items()
    }


class _Comparing:
    """Goes through the tree of the file and that of the briefing side by side."""

    def __init__(self, spoken: Spoken, *, words: bool) -> None:
        self.spoken = spoken
        self.words = words

    def element(self, found: Element, wanted: Node) -> Iterator[Fault]:
        """Compare an element, and then what is in it."""
        where = next((leaf.parts[0].where for leaf in wanted.leaves if leaf.parts), "the briefing")
        if (found.tag, found.said) != (wanted.tag, printed(wanted.said)):
            is_, should = _named(found.tag, found.said), _named(wanted.tag, wanted.said)
            yield Fault(_page(found), where, f"is tagged {is_} and not {should}")
            return
        if wanted.kids:
            yield from self._kids(found, wanted, where)
        elif self.words:
            yield from self._words(found, wanted, where)

    def _kids(self, found: Element, wanted: Node, where: str) -> Iterator[Fault]:
        kids = [kid for kid in found.kids if isinstance(kid, Element)]
        if len(kids) != len(found.kids):
            yield Fault(_page(found), where, f"has words in its {found.tag} that are in no element there")
        if len(kids) != len(wanted.kids):
            there, should = len(kids), len(wanted.kids)
            yield Fault(_page(found), where, f"has {there} elements in its {found.tag} and not {should}")
            return
        for kid, other in zip(kids, wanted.kids, strict=True):
            yield from self.element(kid, other)

    def _words(self, found: Element, wanted: Node, where: str) -> Iterator[Fault]:
        """Compare the words of an element, and which of them lead somewhere."""
        there = list(_joined(self._stretches(found)))
        should = list(_joined((part.text, _leads(part.target)) for part in wanted.parts))
        if there == should:
            return
        if "".join(text for text, _ in there) != "".join(text for text, _ in should):
            yield Fault(_page(found), where, f"has other words in its {found.tag}")
        else:
            yield Fault(_page(found), where, f"has its links at other words of its {found.tag}")

    def _stretches(self, found: Element) -> Iterator[tuple[str, str]]:
        """Give the words of an element, each stretch with what it is tagged to lead to."""
        for kid in found.kids:
            if isinstance(kid, Sequence):
                yield self.spoken.get(kid, ""), ""
            elif isinstance(kid, Element) and kid.tag in _INLINE:
                yield "".join(self._inline(kid)), kid.tag
            elif isinstance(kid, Element):
                yield f"\0{kid.tag}", ""  # equal to no words of a briefing

    def _inline(self, found: Element) -> Iterator[str]:
        for kid in found.kids:
            if isinstance(kid, Sequence):
                yield self.spoken.get(kid, "")
            elif isinstance(kid, Element):
                yield from self._inline(kid) if (found.tag, kid.tag) == ("Reference", "Link") else ["\0"]


def _leads(target: str | None) -> str:
    if target is None:
        return ""
    return "Reference" if target.startswith("#") else "Link"


def _joined(stretches: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Join neighbours of a kind, without their spaces: the words themselves are proved elsewhere."""
    last: tuple[str, str] | None = None
    for words, kind in stretches:
        text = "".join(printed(words).split())
        if not text:
            continue
        if last and last[1] == kind == "":
            last = (last[0] + text, kind)
        else:
            if last:
                yield last
            last = (text, kind)
    if last:
        yield last


def _uncovered(tags: Tags, spoken: Spoken, found: Readback) -> Iterator[Fault]:
    """Say which words and annotations are in no element, or in several."""
    root = tags.root
    if root is None:
        return
    kids = [kid for element in root.every for kid in element.kids]
    counted = Counter(kid for kid in kids if isinstance(kid, Sequence))
    yield from (
        Fault(one.page, f"“{_short(words)}”", "is in no element of the tree")
        for one, words in spoken.items()
        if one not in counted
    )
    yield from (
        Fault(one.page, "the tree", "has the same words twice") for one, n in counted.items() if n > 1
    )
    listed = {(one.page, one.object) for one in tags.annotations}
    linked = Counter((kid.page, kid.object) for kid in kids if isinstance(kid, Annotation))
    if listed != set(linked) or any(n > 1 for n in linked.values()):
        page = next((page for page, _ in listed.symmetric_difference(linked)), None)
        yield Fault(page, "the tree", "does not have each link of the page once")
    for glyph in found.glyphs:
        if glyph.sequence is None and not glyph.decoration:
            yield Fault(glyph.page, f"“{glyph.char}”", "stands outside the tags")


def _order(root: Element) -> Iterator[Fault]:
    """Say where the tree and the page differ in their order: both should be the briefing's."""
    at: dict[int, int] = {}
    for one in root.sequences:
        if one.number < at.get(one.page, 0):
            yield Fault(one.page, "the page", "is not read in the order in which it is drawn")
            return
        at[one.page] = one.number


def _back(tags: Tags) -> Iterator[Fault]:
    """Say where the way from the pages back into the tree goes astray."""
    root = tags.root
    if root is None:
        return
    elements: dict[Sequence, int] = {}
    links: dict[int, int] = {}
    for element in root.every:
        for kid in element.kids:
            if isinstance(kid, Sequence):
                elements[kid] = element.object
            elif isinstance(kid, Annotation):
                links[kid.object] = element.object
    for page, key in enumerate(tags.parents, 1):
        way = tags.back.get(key if key is not None else -1, ())
        numbers = sorted(one.number for one in elements if one.page == page)
        right = tuple(elements[Sequence(page, number)] for number in numbers)
        if way != right or numbers != list(range(len(numbers))):
            yield Fault(page, "the page", "does not lead back to the elements that its words are in")
    for one in tags.annotations:
        if one.parent is None or tags.back.get(one.parent) != links.get(one.object):
            yield Fault(one.page, f"the link “{one.said}”", "does not lead back to its element")


def _page(element: Element) -> int | None:
    return next((kid.page for one in element.every for kid in one.kids if not isinstance(kid, Element)), None)


def _named(tag: str, said: str) -> str:
    return f"{tag} “{_short(said)}”" if said else tag


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:40].rstrip() + "…"  # noqa: PLR2004 - enough to find it
