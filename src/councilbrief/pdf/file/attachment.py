"""The file inside the PDF: the facts that its pages state, for other programs and for the next edition.

It is written by PDF's own means (an embedded file that belongs to the document), and read by
a reader that knows no other form than this. A PDF can therefore cost no more than its size and
`MOST_FACTS` bytes of memory, whatever it holds: nothing else in it is opened.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Mapping
from hashlib import md5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

NAME = "councilbrief.json"
RELATION = "Data"
"""What the file is to the pages: the data that they were made of."""

MOST_BYTES = 50_000_000
"""Of a PDF; a briefing has a thousandth of it."""

MOST_FACTS = 20_000_000
"""Bytes that the facts may come to when they are unpacked."""

_DESCRIBED = "The facts that this briefing states, as councilbrief schema facts describes them"
_MOST_UPDATES = 20
"""Times that other programs have written to the file's end: a signature, a note."""

_MOST_OBJECTS = 200_000
"""Objects that a table may tell of; a briefing has some hundred."""

_LONGEST = 65_536
"""Bytes of an object, a stream's own apart."""

_TAIL = 2_048
_ENTRY = 20
_START = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
_XREF = re.compile(rb"xref\s{1,8}")
_SECTION = re.compile(rb"(\d{1,10}) (\d{1,10}) *\r?\n")
_OBJECT = re.compile(rb"\s*(\d{1,10}) \d+ obj\b")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_REFERENCE = rb"\s*\[?\s*(\d{1,10}) \d+ R"
_FLATE = re.compile(rb"/Filter\s*(?:\[\s*)?/FlateDecode\b")


class NoFactsError(ValueError):
    """A file carries no facts of ours; the message says why, to follow on `it`."""


def attach(canvas: Canvas, data: bytes, stamp: dt.date) -> None:
    """Put a file of facts into the PDF that a canvas is about to write, the same bytes for the same data."""
    from reportlab.pdfbase.pdfdoc import (  # noqa: PLC0415 - who only reads need not load it
        PDFArray,
        PDFDictionary,
        PDFName,
        PDFStream,
        PDFString,
    )

    document = canvas._doc  # noqa: SLF001 - ReportLab has no call for this
    params = {
        "Size": len(data),
        "CheckSum": f"<{_sum(data)}>",
        "ModDate": PDFString(f"D:{stamp:%Y%m%d}000000+00'00'"),
    }
    file = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/application#2Fjson",
        "Params": PDFDictionary(params),
        "Filter": PDFName("FlateDecode"),
    }
    content = document.Reference(PDFStream(PDFDictionary(file), zlib.compress(data, 9)))
    specification = {
        "Type": PDFName("Filespec"),
        "F": PDFString(NAME),
        "UF": PDFString(NAME),
        "Desc": PDFString(_DESCRIBED),
        "AFRelationship": PDFName(RELATION),
        "EF": PDFDictionary({"F": content, "UF": content}),
    }
    one = document.Reference(PDFDictionary(specification))
    names = PDFDictionary({"Names": PDFArray([PDFString(NAME), one])})
    catalog = document.Catalog
    catalog.Names = PDFDictionary({"EmbeddedFiles": names})
    catalog.AF = PDFArray([one])
    catalog.__NoDefault__ = [
        *catalog.__NoDefault__,
        "AF",
    ]  # what of it is written; ReportLab's list is of 2003
    document._pdfVersion = max(document._pdfVersion, (1, 7))  # noqa: SLF001 - the same; of 1.7 is the name UF


def attached(pdf: bytes) -> bytes:
    """Return the file of facts that a PDF of ours carries; raise NoFactsError where there is none.

    One that another program has written anew is none of ours, even where it still shows the same pages.
    """
    if len(pdf) > MOST_BYTES:
        msg = f"is larger than {MOST_BYTES // 1_000_000} MB"
        raise NoFactsError(msg)
    if not pdf.startswith(b"%PDF-"):
        msg = "is no PDF"
        raise NoFactsError(msg)
    places, root = _table(pdf)
    catalog = _object(pdf, places, root)
    one = _object(pdf, places, _number(rb"/AF", catalog))
    if f"({NAME})".encode() not in one:
        msg = f"carries no file {NAME}"
        raise NoFactsError(msg)
    return _unpacked(pdf, places, _number(rb"/EF\s*<<\s*/F", one))


def _unpacked(pdf: bytes, places: Mapping[int, int], number: int) -> bytes:
    """Return the bytes of an embedded file, which must be as long as it says and have its checksum."""
    head = _object(pdf, places, number)
    opened = _STREAM.search(head)
    if opened is None or not _FLATE.search(head, 0, opened.start()):
        raise _broken()
    size, length = _figure(rb"/Size", head), _figure(rb"/Length", head)
    if size > MOST_FACTS:
        msg = f"carries facts of more than {MOST_FACTS // 1_000_000} MB"
        raise NoFactsError(msg)
    begin = places[number] + opened.end()
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(pdf[begin : begin + length], size + 1)
    except zlib.error as error:
        raise _broken() from error
    said = re.search(rb"/CheckSum\s*<([0-9a-f]{32})>", head)
    if len(data) != size or said is None or said.group(1).decode() != _sum(data):
        raise _broken()
    return data


def _table(pdf: bytes) -> tuple[dict[int, int], int]:
    """Read where each object begins, the newest where a file was added to, and which is the root."""
    end = _START.search(pdf, max(len(pdf) - _TAIL, 0))
    at: int | None = int(end.group(1)) if end else None
    places: dict[int, int] = {}
    root: int | None = None
    for _ in range(_MOST_UPDATES):
        if at is None:
            break
        trailer = _sections(pdf, at, places)
        found = re.search(rb"/Root" + _REFERENCE, trailer)
        root = root if root is not None or found is None else int(found.group(1))
        before = re.search(rb"/Prev (\d{1,10})", trailer)
        # what is written to a file's end refers back
        at = int(before.group(1)) if before and int(before.group(1)) < at else None
    if root is None:
        raise _broken()
    return places, root


def _sections(pdf: bytes, at: int, places: dict[int, int]) -> bytes:
    """Take in one table of objects, but for those that a newer one knows; return the trailer behind it."""
    opened = _XREF.match(pdf, at)
    if opened is None:
        raise _broken()
    at, looked_at = opened.end(), 0
    while section := _SECTION.match(pdf, at):
        first, count = int(section.group(1)), int(section.group(2))
        at = section.end()
        looked_at += count + 1
        if count * _ENTRY > len(pdf) - at or looked_at > _MOST_OBJECTS:
            raise _broken()
        for number in range(first, first + count):
            entry = pdf[at : at + _ENTRY]
            if entry[17:18] == b"n" and entry[:10].isdigit():
                places.setdefault(number, int(entry[:10]))
            at += _ENTRY
    return pdf[at : at + _TAIL].partition(b"startxref")[0]


def _object(pdf: bytes, places: Mapping[int, int], number: int) -> bytes:
    """Return the beginning of an object, which must be where the table says."""
    at = places.get(number, len(pdf))
    named = _OBJECT.match(pdf, at)
    if named is None or int(named.group(1)) != number:
        raise _broken()
    return pdf[at : at + _LONGEST].partition(b"endobj")[0]


def _number(key: bytes, within: bytes) -> int:
    """Return the number of the object that a key refers to."""
    found = re.search(key + _REFERENCE, within)
    if found is None:
        msg = f"carries no file {NAME}"
        raise NoFactsError(msg)
    return int(found.group(1))


def _figure(key: bytes, within: bytes) -> int:
    found = re.search(key + rb" (\d{1,10})\b", within)
    if found is None:
        raise _broken()
    return int(found.group(1))


def _sum(data: bytes) -> str:
    return md5(data, usedforsecurity=False).hexdigest()


def _broken() -> NoFactsError:
    return NoFactsError("is damaged, or was written anew by another program")
