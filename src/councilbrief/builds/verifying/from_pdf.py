"""What verifying takes from the room `pdf/`, and its own way to read pages of whatever layout.

The proof knows how the pages of its own version are laid out and tagged. Here a PDF may be of any
version, or written anew by another program, so nothing is asked of its tags, margins or fonts: the
highest line of a page is its head, the lowest its foot, and all between is read as it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from councilbrief.pdf.file.attachment import MOST_BYTES, NAME, NoFactsError, attached
from councilbrief.pdf.look.glyphs import printed

__all__ = ["MOST_BYTES", "NAME", "Glyph", "NoFactsError", "Pages", "attached", "printed", "read_pages"]

_SAME = 1.0  # points by which letters of one line may stand higher or lower


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed letter and where it stands from left to right.

    `gap` is True after a space, None at the start of a line that no space ends before, otherwise False.
    """

    char: str
    page: int
    left: float
    right: float
    gap: bool | None


@dataclass(frozen=True, slots=True)
class Pages:
    """The letters of a PDF in the order of drawing, its running lines, and the file of facts in it."""

    glyphs: tuple[Glyph, ...]
    heads: tuple[str, ...]
    feet: tuple[str, ...]
    carried: bytes | None


def read_pages(pdf: bytes) -> Pages:
    """Read a PDF; raises whatever the library does where it is broken."""
    import pdfplumber  # noqa: PLC0415 - only the process that reads PDFs needs it

    glyphs: list[Glyph] = []
    heads: list[str] = []
    feet: list[str] = []
    with pdfplumber.open(BytesIO(pdf)) as file:
        for page in file.pages:
            chars = page.chars
            heights = [char["matrix"][5] for char in chars]
            top, bottom = max(heights, default=0.0), min(heights, default=0.0)
            heads.append(_line(chars, top))
            feet.append(_line(chars, bottom))
            body = (one for one in chars if bottom + _SAME < one["matrix"][5] < top - _SAME)
            glyphs.extend(_glyphs(body, page.page_number))
            page.close()
        return Pages(tuple(glyphs), tuple(heads), tuple(feet), _carried(file.doc))


def _line(chars: Sequence[dict[str, Any]], height: float) -> str:
    return "".join(char["text"] for char in chars if abs(char["matrix"][5] - height) <= _SAME)


def _glyphs(chars: Iterator[dict[str, Any]], page: int) -> Iterator[Glyph]:
    line: float | None = None
    space = False
    for char in chars:
        height = char["matrix"][5]
        if char["text"].isspace():
            space = True
            continue
        gap = True if space else None if line is None or abs(height - line) > _SAME / 2 else False
        yield Glyph(char["text"], page, char["x0"], char["x1"], gap)
        line, space = height, False


def _carried(document: Any) -> bytes | None:  # noqa: ANN401 - pdfminer's own
    """Return the file of facts, by the names of the files that the document lists."""
    from pdfminer.pdftypes import resolve1  # noqa: PLC0415 - the same

    names = resolve1(document.catalog.get("Names")) or {}
    listed = resolve1((resolve1(names.get("EmbeddedFiles")) or {}).get("Names")) or []
    for one in listed[1::2]:
        file = resolve1(one)
        if NAME.encode() in (file.get("F"), file.get("UF")):
            data = resolve1(resolve1(file["EF"])["F"]).get_data()
            return bytes(data)
    return None
