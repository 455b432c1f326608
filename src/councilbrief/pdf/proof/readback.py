"""A PDF's glyphs, page furniture, outline and tags, as pdfplumber finds them in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFDestinationNotFound, PDFNoOutlines
from pdfminer.pdftypes import resolve1

from councilbrief.pdf.proof.declared import Declared, read_declared
from councilbrief.pdf.proof.drawn import Glyph, Shape, read_page
from councilbrief.pdf.proof.tagged import Tags, read_tags


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
    with pdfplumber.open(BytesIO(pdf)) as file:
        numbers = {page.page_obj.pageid: page.page_number for page in file.pages}
        drawn = [read_page(page) for page in file.pages]
        return Readback(
            tuple(glyph for page in drawn for glyph in page.glyphs),
            tuple(page.head for page in drawn),
            tuple(page.foot for page in drawn),
            tuple(_outline(file.doc, numbers)),
            tuple(_carried(file.doc)),
            read_tags(file.doc, file.pages, numbers),
            read_declared(file.doc, file.pages),
            tuple(page.running for page in drawn),
            tuple(shape for page in drawn for shape in page.shapes),
            tuple(page.code for page in drawn),
        )


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
