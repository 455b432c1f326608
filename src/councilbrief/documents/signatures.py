"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re

HEAD = 1_024
"""Bytes at the start of a file in which it says what it is."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Word files of before 2007 begin, and all Office files that are locked with a password."""

ZIP = b"PK\x03\x04"
RICH_TEXT = b"{\\rtf"
_PDF = b"%PDF-"
# A mark of the byte order and what may stand before a page's first element.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,900}-->)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta\s)",
    re.IGNORECASE | re.DOTALL,
)


def is_pdf(data: bytes) -> bool:
    """Say whether a file says that it is a PDF; some have a line or two before."""
    return _PDF in data[:HEAD]


def is_page(data: bytes) -> bool:
    """Say whether a file begins as web pages do, in one or two bytes a character."""
    return _PAGE.match(data[: 2 * HEAD].replace(b"\0", b"")) is not None


def is_office(data: bytes) -> bool:
    """Say whether a file is one that a word processor would open: new, old or as rich text."""
    return data.startswith((ZIP, OLD_OFFICE, RICH_TEXT))
