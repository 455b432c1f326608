"""A PDF's bytes to a document. Nothing but the child in quarantine may call this."""

from __future__ import annotations

from councilbrief.documents.confined import Unreadable
from councilbrief.documents.document import Document
from councilbrief.documents.from_pages import NO_TEXT, read_pages
from councilbrief.documents.pdf_pages import Unread, pages


def read(data: bytes) -> Document:
    """Read a PDF; raise Unreadable for one that can't be or has no text."""
    try:
        paged = pages(data)
    except Unread as unread:
        raise Unreadable(unread.key) from unread
    if not paged.text.strip("\f\r\n "):
        raise Unreadable(NO_TEXT)
    return read_pages(paged)
