"""What a PDF declares of itself: language, title, that it is tagged and PDF/UA; and its fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1

from councilbrief.pdf.proof.tagged import text

_PART = re.compile(r"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=\"1\"")
_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its name, the font file in the PDF, and which glyph of it each code draws.

    `unicode` says as which character a code reads, `encoding` how codes are written, `widths` how
    wide their characters are, `lacking` how wide those of all others. What the PDF does not have is None.
    """

    name: str
    program: bytes | None
    mapping: bytes | None
    unicode: bytes | None
    encoding: str
    widths: list[Any] | None
    lacking: object


@dataclass(frozen=True, slots=True)
class Declared:
    """What the file declares; `title` is that of `xmp`, `info` the old dictionary."""

    language: str = ""
    tagged: bool = False
    shows_title: bool = False
    accessible: bool = False
    title: str = ""
    xmp: str = ""
    info: Mapping[str, str] = field(default_factory=dict)
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
        xmp=xmp,
        info={key: text(resolve1(value)) for info in document.info[-1:] for key, value in info.items()},
        fonts=tuple(_fonts(pages)),
    )


def _fonts(pages: list[Any]) -> Iterator[Font]:
    """Give each font of the pages once."""
    seen: set[int] = set()
    for page in pages:
        fonts = resolve1((resolve1(page.page_obj.resources) or {}).get("Font")) or {}
        for reference in fonts.values():
            number = getattr(reference, "objid", None)
            if number is None or number not in seen:
                seen.update(() if number is None else (number,))
                yield _font(resolve1(reference))


def _font(font: dict[str, Any]) -> Font:
    inner = resolve1(resolve1(font.get("DescendantFonts", [font]))[0])
    descriptor = resolve1(inner.get("FontDescriptor")) or {}
    program, mapping = resolve1(descriptor.get("FontFile2")), resolve1(inner.get("CIDToGIDMap"))
    return Font(
        str(getattr(font.get("BaseFont"), "name", "")),
        _data(program),
        _data(mapping),
        _data(resolve1(font.get("ToUnicode"))),
        str(getattr(resolve1(font.get("Encoding")), "name", "")),
        resolve1(inner.get("W")),
        resolve1(inner.get("DW")),
    )


def _data(stream: object) -> bytes | None:
    return stream.get_data() if isinstance(stream, PDFStream) else None
