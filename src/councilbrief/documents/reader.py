"""The child process that reads PDFs, web pages and Word files: a file in, a document out.

It is run by `quarantine.py` as `python -m councilbrief.documents.reader`. A request is the byte of a
`Kind` and the file; an answer is a document as `packing.py` writes it. All that a document's size can
slow down is done here, under the clock, and the libraries of a kind load when its first file comes.
"""

from __future__ import annotations

import gc

from councilbrief.documents.confined import Unreadable, serve
from councilbrief.documents.document import Document
from councilbrief.documents.framing import Kind
from councilbrief.documents.packing import packed

_EMPTY = "empty-file"


def _read(request: bytes) -> bytes:
    if len(request) <= 1:
        raise Unreadable(_EMPTY)
    kind, data = Kind(request[:1]), request[1:]
    if kind is Kind.PDF:
        return packed(_pdf(data))
    document = _page(data) if kind is Kind.PAGE else _word(data)
    answer = packed(document)
    gc.collect()  # trees of markup go in circles
    return answer


def _pdf(data: bytes) -> Document:
    from councilbrief.documents.pdf_reader import read  # noqa: PLC0415 - see above

    return read(data)


def _page(data: bytes) -> Document:
    from councilbrief.documents.web.page import read  # noqa: PLC0415 - see above

    return read(data)


def _word(data: bytes) -> Document:
    from councilbrief.documents.word.file import read  # noqa: PLC0415 - see above

    return read(data)


if __name__ == "__main__":
    serve(_read)
