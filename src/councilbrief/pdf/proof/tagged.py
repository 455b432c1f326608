"""The tags of a PDF as they stand in the file: the tree, the way back into it, and the annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.utils import decode_text

_DEEPEST = 50
_MOST = 500_000
"""Elements that are read; a briefing of 30 pages has some three thousand."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A marked sequence by the number of its page, from 1, and its own."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reference to an annotation: the numbers of its page and of its object."""

    page: int
    object: int


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tree; `said` is what its tag says besides, in words, `box` where its picture stands.

    A box is its left, lower, right and upper edge, as PDF counts.
    """

    tag: str
    said: str
    box: tuple[float, ...]
    object: int
    kids: tuple[Element | Sequence | Annotation, ...]

    @property
    def sequences(self) -> Iterator[Sequence]:
        """Give the marked sequences in it, in the order in which they are read."""
        for kid in self.kids:
            if isinstance(kid, Sequence):
                yield kid
            elif isinstance(kid, Element):
                yield from kid.sequences

    @property
    def every(self) -> Iterator[Element]:
        """Give this element and all in it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.every


@dataclass(frozen=True, slots=True)
class Clickable:
    """An annotation as its page lists it; it leads to a web address, or to a page and a height on it."""

    object: int
    page: int
    kind: str
    box: tuple[float, ...]
    leads: str | tuple[int | None, float] | None
    said: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Tags:
    """The tree, the way back by page and by annotation, the annotations, and each page's order of tabs.

    `back` gives for a page, or the key of an annotation, the numbers of the elements' objects.
    """

    root: Element | None
    back: Mapping[int, tuple[int, ...] | int]
    parents: tuple[int | None, ...]
    annotations: tuple[Clickable, ...]
    tabs: tuple[str, ...]


class TreeError(ValueError):
    """The tree of tags can't be read; the message says why."""


def read_tags(document: Any, pages: list[Any], numbers: Mapping[object, int]) -> Tags:  # noqa: ANN401 - pdfminer's own
    """Read the tags of a document; `numbers` gives the number of a page by that of its object.

    Raises TreeError where what stands there is no tree.
    """
    root = resolve1(document.catalog.get("StructTreeRoot"))
    if not isinstance(root, dict):
        return Tags(None, {}, (), (), ())
    reader = _Reader(numbers)
    kids = _list(root.get("K"))
    above = getattr(document.catalog["StructTreeRoot"], "objid", 0)
    top = reader.element(kids[0], None, (above,)) if len(kids) == 1 else None
    if not isinstance(top, Element):
        message = "the tree of tags has no single root"
        raise TreeError(message)
    attributes = [page.page_obj.attrs for page in pages]
    return Tags(
        top,
        _back(resolve1(root.get("ParentTree"))),
        tuple(_whole(one.get("StructParents")) for one in attributes),
        tuple(one for page in pages for one in _annotations(page, numbers)),
        tuple(_name(one.get("Tabs")) for one in attributes),
    )


class _Reader:
    """Reads elements; each is in the tree once."""

    def __init__(self, numbers: Mapping[object, int]) -> None:
        self._numbers = numbers
        self._seen: set[int] = set()

    def element(
        self,
        reference: Any,  # noqa: ANN401 - the same
        page: int | None,
        above: tuple[int, ...],
    ) -> Element | Sequence | Annotation:
        """Read what a reference leads to; `above` are the numbers of the elements that it is in."""
        if isinstance(reference, int):
            return Sequence(page or 0, reference)
        number = reference.objid if isinstance(reference, PDFObjRef) else 0
        one = resolve1(reference)
        if not isinstance(one, dict) or len(above) > _DEEPEST:
            message = "the tree of tags holds something that is no element"
            raise TreeError(message)
        page = self._page(one, page)
        kind = _name(one.get("Type"))
        if kind == "MCR":
            return Sequence(page or 0, int(resolve1(one.get("MCID"))))
        if kind == "OBJR":
            return Annotation(page or 0, one["Obj"].objid)
        if number in self._seen or len(self._seen) > _MOST:
            message = "an element stands in the tree of tags twice"
            raise TreeError(message)
        self._seen.add(number)
        if getattr(one.get("P"), "objid", None) != above[-1]:
            message = "an element does not know which other one it is in"
            raise TreeError(message)
        kids = tuple(self.element(kid, page, (*above, number)) for kid in _list(one.get("K")))
        attributes = resolve1(one.get("A")) or {}
        if not isinstance(attributes, dict):
            message = "an element has several lists of what its tag says besides"
            raise TreeError(message)
        return Element(
            _name(one.get("S")), _said(one, attributes), _box(attributes.get("BBox")), number, kids
        )

    def _page(self, one: dict[str, Any], page: int | None) -> int | None:
        reference = one.get("Pg")
        return page if reference is None else self._numbers.get(reference.objid, 0)


def _said(one: dict[str, Any], attributes: dict[str, Any]) -> str:
    """Return the alternative text, the name, the scope or the numbering; an element has one at most."""
    alt, name = resolve1(one.get("Alt")), resolve1(one.get("ID"))
    if alt is not None:
        return text(alt)
    if name is not None:
        return text(name)
    return _name(attributes.get("Scope")) or _name(attributes.get("ListNumbering"))


def _back(tree: Any) -> dict[int, tuple[int, ...] | int]:  # noqa: ANN401 - the same
    nums = _list(resolve1(tree or {}).get("Nums"))
    back: dict[int, tuple[int, ...] | int] = {}
    for key, value in zip(nums[::2], nums[1::2], strict=False):
        if isinstance(value, PDFObjRef) and not isinstance(resolve1(value), list):
            back[key] = value.objid
        else:
            back[key] = tuple(getattr(one, "objid", 0) for one in _list(value))
    return back


def _annotations(page: Any, numbers: Mapping[object, int]) -> Iterator[Clickable]:  # noqa: ANN401 - the same
    for reference in _list(page.page_obj.attrs.get("Annots")):
        one = resolve1(reference)
        yield Clickable(
            object=getattr(reference, "objid", 0),
            page=page.page_number,
            kind=_name(one.get("Subtype")),
            box=_box(one.get("Rect")),
            leads=_leads(one, numbers),
            said=text(resolve1(one.get("Contents"))),
            parent=_whole(one.get("StructParent")),
        )


def _leads(one: dict[str, Any], numbers: Mapping[object, int]) -> str | tuple[int | None, float] | None:
    action = resolve1(one.get("A"))
    if action is None:
        return led_to(one.get("Dest"), numbers)
    if isinstance(action, dict) and "URI" in action and "Dest" not in one:
        return text(resolve1(action["URI"]))
    return None


def led_to(destination: Any, numbers: Mapping[object, int]) -> tuple[int | None, float] | None:  # noqa: ANN401 - the same
    """Read to which page a link or bookmark leads, and to which height on it."""
    place = _list(destination)
    if len(place) > 3 and isinstance(place[3], int | float):  # noqa: PLR2004 - page, manner, left, top
        return numbers.get(getattr(place[0], "objid", None)), float(place[3])
    return None


def _box(value: Any) -> tuple[float, ...]:  # noqa: ANN401 - the same
    """Read four edges; none where it is not four."""
    edges = [resolve1(edge) for edge in _list(value)]
    right = len(edges) == 4 and all(isinstance(edge, int | float) for edge in edges)  # noqa: PLR2004
    return tuple(map(float, edges)) if right else ()


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - the same
    found = resolve1(value)
    if found is None:
        return []
    return found if isinstance(found, list) else [value]


def _whole(value: Any) -> int | None:  # noqa: ANN401 - the same
    found = resolve1(value)
    return found if isinstance(found, int) else None


def _name(value: Any) -> str:  # noqa: ANN401 - the same
    found = getattr(resolve1(value), "name", "")
    return found.decode("latin-1") if isinstance(found, bytes) else str(found)


def text(value: Any) -> str:  # noqa: ANN401 - the same
    """Read a string of a PDF."""
    return decode_text(value) if isinstance(value, bytes) else ""
