"""The tags of a PDF: the tree of what its pages say, for those who listen, and the way back into it.

An element is made where a block is set, and filled where its words are drawn; one whose words
go on over a page stays one element. The tree is written as ready bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDocument

from councilbrief.pdf.file.objects import Ready, enter, words


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked sequence: the page that it stands on, from 0, and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Clickable:
    """An annotation: its page, from 0, the number of its object, and its key in the way back."""

    page: int
    annotation: int
    key: int


class Element:
    """A node of the tree: a tag, and in the order of reading the elements and sequences in it.

    `alt` is said in place of what it shows. `attributes` are written as they come.
    """

    __slots__ = ("alt", "attributes", "identity", "kids", "links", "object", "tag")

    def __init__(
        self, tag: str, *, attributes: str = "", alt: str | None = None, identity: str | None = None
    ) -> None:
        """Make an empty element."""
        self.tag = tag
        self.attributes = attributes
        self.alt = alt
        self.identity = identity
        self.kids: list[Element | Marked | Clickable] = []
        self.links: dict[int, Element] = {}
        self.object = 0

    def add(
        self, tag: str, *, attributes: str = "", alt: str | None = None, identity: str | None = None
    ) -> Element:
        """Put a new element behind what is in this one, and return it."""
        kid = Element(tag, attributes=attributes, alt=alt, identity=identity)
        self.kids.append(kid)
        return kid

    def leading(self, key: int, *, reference: bool) -> Element:
        """Return the link with a key in it, which is made where it is first asked for."""
        if key not in self.links:
            self.links[key] = (self.add("Reference") if reference else self).add("Link")
        return self.links[key]

    def every(self) -> Iterator[Element]:
        """Give this element and all in it, in the order of reading."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.every()


NUMBERED = "/O/List/ListNumbering/Decimal"
BULLETED = "/O/List/ListNumbering/Disc"
UNMARKED = "/O/List/ListNumbering/None"
COLUMN = "/O/Table/Scope/Column"
ROW = "/O/Table/Scope/Row"


def bounds(x: float, y: float, wide: float, tall: float) -> str:
    """Say in a tag how much room a picture takes up on its page."""
    return f"/O/Layout/Placement/Block/BBox[{x:.2f} {y:.2f} {x + wide:.2f} {y + tall:.2f}]"


def write(document: PDFDocument, root: Element, pages: Sequence[int]) -> int:
    """Write the tree and the way back into a document; return the number of the tree's root.

    `pages` are the numbers of the pages' objects.
    """
    ready: list[tuple[Element, Ready]] = []
    top = Ready()
    number = enter(document, top)
    for element in root.every():
        one = Ready()
        element.object = enter(document, one)
        ready.append((element, one))
    parents = {id(root): number}
    back: dict[int, dict[int, int]] = {}
    single: dict[int, int] = {}
    for element, one in ready:
        for kid in element.kids:
            if isinstance(kid, Element):
                parents[id(kid)] = element.object
            elif isinstance(kid, Marked):
                back.setdefault(kid.page, {})[kid.number] = element.object
            else:
                single[kid.key] = element.object
        one.data = _element(element, parents[id(element)], pages)
    nums = [f"{page}[{_references(back[page])}]" for page in sorted(back)]
    nums += [f"{key} {single[key]} 0 R" for key in sorted(single)]
    parent_tree = enter(document, Ready(f"<</Nums[{' '.join(nums)}]>>".encode()))
    after = max([*back, *single], default=-1) + 1
    named = _named(root)
    top.data = (
        f"<</Type/StructTreeRoot/K {root.object} 0 R/ParentTree {parent_tree} 0 R"
        f"/ParentTreeNextKey {after}{named}>>"
    ).encode()
    return number


def _named(root: Element) -> str:
    """Write the list of the elements that have a name."""
    named = sorted((one.identity, one.object) for one in root.every() if one.identity)
    listed = " ".join(f"({name}){number} 0 R" for name, number in named)
    return f"/IDTree<</Names[{listed}]>>" if listed else ""


def _references(sequences: dict[int, int]) -> str:
    """Name the element of each of a page's sequences; ReportLab never sees one without any."""
    return " ".join(f"{sequences[number]} 0 R" for number in range(len(sequences)))


def _element(element: Element, parent: int, pages: Sequence[int]) -> bytes:
    on = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
    kids = " ".join(_kid(kid, on, pages) for kid in element.kids)
    page = "" if on is None else f"/Pg {pages[on]} 0 R"
    attributes = f"/A<<{element.attributes}>>" if element.attributes else ""
    identity = f"/ID({element.identity})" if element.identity else ""
    data = f"<</S/{element.tag}/P {parent} 0 R{page}{attributes}{identity}/K[{kids}]>>".encode()
    if element.alt is not None:
        data = data[:-2] + b"/Alt" + words(element.alt) + b">>"
    return data


def _kid(kid: Element | Marked | Clickable, on: int | None, pages: Sequence[int]) -> str:
    match kid:
        case Element(object=number):
            return f"{number} 0 R"
        case Marked(page=page, number=number):
            if page == on:
                return str(number)
            return f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>"
        case Clickable(page=page, annotation=number):
            return f"<</Type/OBJR/Pg {pages[page]} 0 R/Obj {number} 0 R>>"
