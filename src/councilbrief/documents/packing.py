"""A document to bytes and back: what a reader in quarantine answers.

One line of JSON, then the file's text, the clean text (both UTF-8) and the runs of the map
between them, its three columns one after the other (32 bits a number, the lowest byte
first). The source is not in it, so that the bytes depend on what was read alone.
"""

from __future__ import annotations

import json
import sys
from array import array
from itertools import starmap
from typing import Any

from councilbrief.documents.document import Document, Look, Paragraph, Removed, Shape, Stated, TextMap
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Dated, PartialDate, Source, Span

_LONE = "surrogatepass"
"""Halves of surrogate pairs that a PDF may hold are kept as they are."""


def packed(document: Document) -> bytes:
    """Write a document as bytes."""
    original, text = (words.encode("utf-8", _LONE) for words in (document.original, document.text))
    head = {
        "sizes": [len(original), len(text), len(document.map.at)],
        "paragraphs": [_paragraph(paragraph) for paragraph in document.paragraphs],
        "removed": [[each.original.start, each.original.end, each.rule] for each in document.removed],
        "problems": [[each.severity.value, each.key, each.message] for each in document.problems],
        "stated": _stated(document.stated),
    }
    columns = (document.map.at, document.map.starts, document.map.ends)
    numbers = (_turned(column).tobytes() for column in columns)
    return b"".join((json.dumps(head, separators=(",", ":")).encode(), b"\n", original, text, *numbers))


def unpacked(data: bytes, source: Source) -> Document:
    """Read a document from its bytes; it is the one that the source names."""
    head, _, body = data.partition(b"\n")
    told: dict[str, Any] = json.loads(head)
    original, text, runs = told["sizes"]
    clean = body[original : original + text].decode("utf-8", _LONE)
    numbers = _turned(array("I", body[original + text :]))
    columns = (numbers[:runs], numbers[runs : 2 * runs], numbers[2 * runs :])
    return Document(
        source=source,
        original=body[:original].decode("utf-8", _LONE),
        text=clean,
        paragraphs=tuple(starmap(_as_paragraph, told["paragraphs"])),
        map=TextMap(*columns, len(clean)),
        removed=tuple(Removed(Span(start, end), rule) for start, end, rule in told["removed"]),
        problems=tuple(Problem(Severity(how), key, said, source.path) for how, key, said in told["problems"]),
        stated=_as_stated(*told["stated"]),
    )


def _paragraph(paragraph: Paragraph) -> list[Any]:
    span, seen = paragraph.span, paragraph.look
    look = seen and [seen.left, seen.right, seen.top, seen.bottom, seen.size, seen.bold]
    return [
        paragraph.number,
        span.start,
        span.end,
        paragraph.shape.value,
        paragraph.glyph,
        paragraph.page,
        look,
    ]


def _as_paragraph(  # noqa: PLR0913, PLR0917 - the columns of one row
    number: int, start: int, end: int, shape: str, glyph: str, page: int | None, look: list[Any] | None
) -> Paragraph:
    seen = None if look is None else Look(*look)
    return Paragraph(number, Span(start, end), Shape(shape), glyph, page, seen)


def _stated(stated: Stated) -> list[str | None]:
    date = stated.published
    return [stated.title, stated.publisher, *([date.value.iso(), date.basis] if date else [None, None])]


def _as_stated(title: str | None, publisher: str | None, day: str | None, basis: str | None) -> Stated:
    return Stated(title, publisher, Dated(PartialDate.parse(day), basis) if day and basis else None)


def _turned(numbers: array[int]) -> array[int]:
    """Turn numbers from this machine's order of bytes to the usual one, and back."""
    if sys.byteorder == "little":
        return numbers
    turned = array("I", numbers)
    turned.byteswap()
    return turned
