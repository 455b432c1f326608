"""Objects of a PDF file that are written as ready bytes, which ReportLab only numbers and places."""

from __future__ import annotations

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject


class Ready(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object by its bytes; they may be set until the file is written."""

    def __init__(self, data: bytes = b"") -> None:
        """Hold the bytes."""
        self.data = data

    def format(self, _document: PDFDocument) -> bytes:
        """Return the bytes."""
        return self.data


def enter(document: PDFDocument, one: PDFObject) -> int:
    """Enter an object into a document, and return its number."""
    reference = document.Reference(one)
    return int(document.idToObjectNumberAndVersion[reference.name][0])


def packed(data: bytes, entries: str = "") -> bytes:
    """Write a stream, packed; `entries` go into its dictionary."""
    body = zlib.compress(data, 9)
    return b"<</Filter/FlateDecode/Length %d%s>>\nstream\n%s\nendstream" % (len(body), entries.encode(), body)


def plain_stream(data: bytes, entries: str = "") -> bytes:
    """Write a stream as it is."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def words(text: str) -> bytes:
    """Write a text for readers as a string of UTF-16, which every one of them reads alike."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()
