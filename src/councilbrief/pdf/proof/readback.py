"""A PDF's glyphs, page furniture, outline and tags, as pdfplumber finds them in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Seq
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFNoOutlines
from pdfminer.pdftypes import resolve1

from councilbrief.pdf.proof.allowed import Strange, strangers
from councilbrief.pdf.proof.declared import Declared, read_declared
from councilbrief.pdf.proof.drawn import Glyph, Picture, Shape, read_page
from councilbrief.pdf.proof.tagged import Sequence, Tags, led_to, read_tags


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of the outline, the page that it opens, and the height on it; None where it opens none."""

    title: str
    opens: tuple[int | None, float] | None

    @property
    def page(self) -> int | None:
        """Return the page."""
        return self.opens[0] if self.opens else None


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

    `running` are the letters of heads and feet, `codes` is the code of each page, `spoken` are
    the letters of each marked sequence. `strange` is what no file of ours has.
    """

    glyphs: tuple[Glyph, ...]
    heads: tuple[str, ...]
    feet: tuple[str, ...]
    outline: tuple[Outline, ...]
    carried: tuple[Carried, ...]
    tags: Tags
    declared: Declared
    running: tuple[Glyph, ...]
    shapes: tuple[Shape, ...]
    pictures: tuple[Picture, ...]
    codes: tuple[tuple[bytes, ...], ...]
    spoken: Mapping[Sequence, Seq[Glyph]]
    strange: tuple[Strange, ...]


def read_back(pdf: bytes) -> Readback:
    """Read a PDF of ours."""
    with pdfplumber.open(BytesIO(pdf)) as file:
        numbers = {page.page_obj.pageid: page.page_number for page in file.pages}
        drawn = [read_page(page) for page in file.pages]
        glyphs = tuple(glyph for page in drawn for glyph in page.glyphs)
        return Readback(
            glyphs,
            tuple(page.head for page in drawn),
            tuple(page.foot for page in drawn),
            tuple(_outline(file.doc, numbers)),
            tuple(_carried(file.doc)),
            read_tags(file.doc, file.pages, numbers),
            read_declared(file.doc, file.pages),
            tuple(glyph for page in drawn for glyph in page.running),
            tuple(shape for page in drawn for shape in page.shapes),
            tuple(picture for page in drawn for picture in page.pictures),
            tuple(page.code for page in drawn),
            _spoken(glyphs),
            tuple(strangers(file.doc, numbers)),
        )


def _spoken(glyphs: tuple[Glyph, ...]) -> Mapping[Sequence, Seq[Glyph]]:
    """Sort letters by the marked sequences that they are in."""
    spoken: dict[Sequence, list[Glyph]] = {}
    for (page, number), some in groupby(glyphs, key=attrgetter("page", "sequence")):
        if number is not None:
            spoken.setdefault(Sequence(page, number), []).extend(some)
    return spoken


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
    for _level, title, destination, _action, _element in entries:
        yield Outline(title, led_to(destination, numbers))
