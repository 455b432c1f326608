"""A PDF's glyphs, page furniture, outline and tags, as pdfplumber finds them in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFDestinationNotFound, PDFNoOutlines
from pdfminer.pdftypes import resolve1

from councilbrief.pdf.look.style import FRAME_BOTTOM, FRAME_TOP, PAGE_HEIGHT
from councilbrief.pdf.proof.declared import Declared, read_declared
from councilbrief.pdf.proof.tagged import Tags, read_tags

_SAME = 0.5  # points by which one line's baseline may differ from itself


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character and where it stands; y is its baseline, counted down from the top of the page.

    `gap` is True after a space, None at the start of a line that no space ends before, otherwise
    False. `sequence` is the number of the marked sequence that it is in, on its page; None where
    it is in none. `decoration` says that it is marked as no part of what the page says.
    """

    char: str
    page: int
    left: float
    right: float
    y: float
    gap: bool | None
    sequence: int | None = None
    decoration: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of the outline and the page that it opens; None where it opens none."""

    title: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Carried:
    """A file inside the PDF: its name in the list of such files, its bytes, and what is said of it.

    `relation` is what it is to the whole document, None where the document does not own it;
    `dated` is the day of the document itself, as PDF writes it.
    """

    name: str
    data: bytes
    checksum: bytes
    relation: str | None
    dated: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A stroke or ground: its box (left, top, right, bottom, from the page's top left), and its colour.

    `ground` is None for a stroke; `curved` tells round ones from straight ones.
    """

    page: int
    box: tuple[float, float, float, float]
    ground: str | None
    sequence: int | None
    curved: bool


@dataclass(frozen=True, slots=True)
class Readback:
    """What a PDF says: glyphs in the order of drawing, heads and feet apart, its outline, files and tags.

    `running` says of each page whether its head and foot are marked as decoration, all of them.
    `codes` is the code of each page.
    """

    glyphs: tuple[Glyph, ...]
    heads: tuple[str, ...]
    feet: tuple[str, ...]
    outline: tuple[Outline, ...]
    carried: tuple[Carried, ...] = ()
    tags: Tags = field(default_factory=lambda: Tags(None, {}, (), (), ()))
    declared: Declared = field(default_factory=Declared)
    running: tuple[bool, ...] = ()
    shapes: tuple[Shape, ...] = ()
    codes: tuple[bytes, ...] = ()


def read_back(pdf: bytes) -> Readback:
    """Read a PDF of ours."""
    glyphs: list[Glyph] = []
    heads: list[str] = []
    feet: list[str] = []
    running: list[bool] = []
    shapes: list[Shape] = []
    with pdfplumber.open(BytesIO(pdf)) as file:
        numbers = {page.page_obj.pageid: page.page_number for page in file.pages}
        for page in file.pages:
            zones: dict[str, list[dict[str, Any]]] = {"head": [], "body": [], "foot": []}
            for char in page.chars:
                zones[_zone(char)].append(char)
            glyphs.extend(_glyphs(zones["body"], page.page_number))
            heads.append("".join(char["text"] for char in zones["head"]))
            feet.append("".join(char["text"] for char in zones["foot"]))
            running.append(all(map(_is_decoration, (*zones["head"], *zones["foot"]))))
            shapes.extend(_shapes(page))
        return Readback(
            tuple(glyphs),
            tuple(heads),
            tuple(feet),
            tuple(_outline(file.doc, numbers)),
            tuple(_carried(file.doc)),
            read_tags(file.doc, file.pages, numbers),
            read_declared(file.doc, file.pages),
            tuple(running),
            tuple(shapes),
            tuple(_code(page) for page in file.pages),
        )


def _zone(char: dict[str, Any]) -> str:
    baseline = char["matrix"][5]
    if baseline > FRAME_TOP:
        return "head"
    return "foot" if baseline < FRAME_BOTTOM else "body"


def _glyphs(chars: list[dict[str, Any]], page: int) -> Iterator[Glyph]:
    line: float | None = None
    space = False
    for char in chars:
        y = PAGE_HEIGHT - char["matrix"][5]
        if char["text"].isspace():
            space = True
            continue
        gap = True if space else None if line is None or abs(y - line) > _SAME else False
        yield Glyph(char["text"], page, char["x0"], char["x1"], y, gap, char["mcid"], _is_decoration(char))
        line, space = y, False


def _is_decoration(one: dict[str, Any]) -> bool:
    return one["mcid"] is None and one["tag"] == "Artifact"


def _shapes(page: Any) -> Iterator[Shape]:  # noqa: ANN401 - pdfplumber's own
    for one in (*page.rects, *page.curves, *page.lines):
        box = (one["x0"], one["top"], one["x1"], one["bottom"])
        ground = one["non_stroking_color"] if one["fill"] else None
        curved = one["object_type"] == "curve"
        yield Shape(page.page_number, box, _coloured(ground), one["mcid"], curved)


def _coloured(parts: Any) -> str | None:  # noqa: ANN401 - the same
    """Write a colour as `#RRGGBB`."""
    if not isinstance(parts, tuple | list) or len(parts) != 3:  # noqa: PLR2004 - red, green, blue
        return None
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)


def _code(page: Any) -> bytes:  # noqa: ANN401 - the same
    streams = page.page_obj.contents
    return b"\n".join(resolve1(stream).get_data() for stream in streams)


def _carried(document: Any) -> Iterator[Carried]:  # noqa: ANN401 - pdfminer's own
    """Read the files that the document lists."""
    names = resolve1(document.catalog.get("Names")) or {}
    listed = resolve1((resolve1(names.get("EmbeddedFiles")) or {}).get("Names")) or []
    owned = [getattr(one, "objid", None) for one in resolve1(document.catalog.get("AF")) or []]
    dated = str(document.info[-1].get("ModDate", b""), "latin-1") if document.info else ""
    for name, one in zip(listed[::2], listed[1::2], strict=False):
        file = resolve1(one)
        stream = resolve1(resolve1(file["EF"])["F"])
        checksum = resolve1(stream.get("Params", {})).get("CheckSum", b"")
        relation = getattr(file.get("AFRelationship"), "name", None) if one.objid in owned else None
        yield Carried(str(name, "latin-1"), stream.get_data(), checksum, relation, dated)


def _outline(document: Any, numbers: Mapping[object, int]) -> Iterator[Outline]:  # noqa: ANN401 - pdfminer's own
    try:
        entries = list(document.get_outlines())
    except PDFNoOutlines:
        return
    for _level, title, destination, action, _element in entries:
        yield Outline(title, _page(document, destination or (resolve1(action) or {}).get("D"), numbers))


def _page(document: Any, destination: Any, numbers: Mapping[object, int]) -> int | None:  # noqa: ANN401 - pdfminer's own
    """Follow a destination, by its name where it has one, to the number of its page."""
    target = resolve1(destination)
    if isinstance(target, bytes | str) or hasattr(target, "name"):
        try:
            target = resolve1(document.get_dest(getattr(target, "name", target)))
        except PDFDestinationNotFound:
            return None
    if isinstance(target, dict):
        target = resolve1(target.get("D"))
    return numbers.get(target[0].objid) if isinstance(target, list) and target else None
