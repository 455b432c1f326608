"""The child process that reads PDFs: bytes in, a document out.

It is run by `quarantine.py` as `python -m councilbrief.documents.pdf_reader`. An answer is a document
as `packing.py` writes it; all that a document's size can slow down is done here, under the clock.
"""

from __future__ import annotations

from councilbrief.documents.confined import Unreadable, serve
from councilbrief.documents.from_pages import NO_TEXT, read_pages
from councilbrief.documents.packing import packed
from councilbrief.documents.pdf_pages import Unread, pages


def _read(data: bytes) -> bytes:
    try:
        paged = pages(data)
    except Unread as unread:
        raise Unreadable(unread.key) from unread
    if not paged.text.strip("\f\r\n "):
        raise Unreadable(NO_TEXT)
    return packed(read_pages(paged))


if __name__ == "__main__":
    serve(_read)
