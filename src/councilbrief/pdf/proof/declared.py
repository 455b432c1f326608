"""What a PDF declares of itself: language, title, that it is tagged and PDF/UA; and its fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1

from councilbrief.pdf.proof.tagged import text

_PART = re.compile(r"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=\"1\"")
_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its name, the font file in the PDF, and which glyph of it each code draws.

    Either is None where the PDF does not have it.
    """

    name: str
    program: bytes | None
    mapping: bytes | None


@dataclass(frozen=True, slots=True)
class Declared:
    """What the file declares; `title` is that of its XMP."""

    language: str = ""
    tagged: bool = False
    shows_title: bool = False
    accessible: bool = False
    title: str = ""
    old_title: str = ""
    fonts: tuple[Font, ...] = ()


def read_declared(document: Any, pages: list[Any]) -> Declared:  # noqa: ANN401 - pdfminer's own
    """Read what a document declares."""
    catalog = document.catalog
    metadata = resolve1(catalog.get("Metadata"))
    xmp = metadata.get_data().decode("utf-8", "replace") if isinstance(metadata, PDFStream) else ""
    title = _TITLE.search(xmp)
    return Declared(
        language=text(resolve1(catalog.get("Lang"))),
        tagged=bool(resolve1((resolve1(catalog.get("MarkInfo")) or {}).get("Marked"))),
        shows_title=bool(resolve1((resolve1(catalog.get("ViewerPreferences")) or {}).get("DisplayDocTitle"))),
        accessible=bool(_PART.search(xmp)),
        title=unescape(title.group(1)) if title else "",
        old_title=text(resolve1(document.info[-1].get("Title"))) if document.info else "",
        fonts=tuple(_fonts(pages)),
    )


def _fonts(pages: list[Any]) -> Iterator[Font]:
    """Give each font of the pages once."""
    seen: set[int] = set()
    for page in pages:
        fonts = resolve1((resolve1(page.page_obj.resources) or {}).get("Font")) or {}
        for reference in fonts.values():
            if getattr(reference, "objid", 0) not in seen:
                seen.add(getattr(reference, "objid", 0))
                yield _font(resolve1(reference))


def _font(font: dict[str, Any]) -> Font:
    inner = resolve1(resolve1(font.get("DescendantFonts", [font]))[0])
    descriptor = resolve1(inner.get("FontDescriptor")) or {}
    program, mapping = resolve1(descriptor.get("FontFile2")), resolve1(inner.get("CIDToGIDMap"))
    name = getattr(font.get("BaseFont"), "name", "")
    return Font(str(name), _data(program), _data(mapping))


def _data(stream: object) -> bytes | None:
    return stream.get_data() if isinstance(stream, PDFStream) else None
