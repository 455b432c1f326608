"""A file to its bytes, and the bytes to a document by the reader of their kind."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from councilbrief.documents.decoding import MAX_BYTES, too_large
from councilbrief.documents.document import Document
from councilbrief.documents.folder import PAGES, PDF, TEXT, WORD, unreadable
from councilbrief.documents.from_page import read_page
from councilbrief.documents.from_pdf import read_pdf
from councilbrief.documents.from_text import read_text
from councilbrief.documents.from_word import read_word
from councilbrief.documents.library import Entry
from councilbrief.documents.signatures import is_office, is_page, is_pdf
from councilbrief.problems import DocumentError, Problem, Severity
from councilbrief.provenance import Source

Reader = Callable[[bytes, Source], Document]
# One reader a kind, by the file's ending; a library takes in what has one.
READERS: dict[str, Reader] = {
    **dict.fromkeys(TEXT, read_text),
    **dict.fromkeys(PDF, read_pdf),
    **dict.fromkeys(PAGES, read_page),
    **dict.fromkeys(WORD, read_word),
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file's bytes, or why there are none; `source` has their digest, empty without them."""

    source: Source
    data: bytes | None
    problems: tuple[Problem, ...] = ()


def fetch(entry: Entry) -> Fetched:
    """Read a file's bytes; what goes wrong is a problem, never an exception."""
    shown = entry.source.path
    try:
        status = entry.path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _missing(entry, "not-a-file", "this is not a file that can be read; give a saved page")
        if status.st_size > MAX_BYTES:
            return Fetched(entry.source, None, too_large(status.st_size, shown).problems)
        data = entry.path.read_bytes()
    except FileNotFoundError:
        return _missing(entry, "no-such-file", "there is no such file; was it moved or renamed?")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _missing(entry, "unreadable-file", f"the file can't be read: {reason}")
    return Fetched(entry.sealed(data), data)


def read_document(data: bytes, source: Source) -> Document:
    """Read a document by the reader of its kind; raise DocumentError where that can't be done.

    What a file is its first bytes say before its name does.
    """
    reader = READERS.get(PurePosixPath(source.path).suffix.lower())
    if reader is None:
        raise DocumentError(Problem(Severity.ERROR, "unreadable-kind", unreadable(source.path), source.path))
    return _by_content(data, reader)(data, source)


def _by_content(data: bytes, named: Reader) -> Reader:
    """Return the reader of what a file is; under the name of a PDF anything else is a download gone wrong."""
    if named is read_pdf or is_pdf(data):
        return read_pdf
    if is_office(data):
        return read_word
    return read_page if is_page(data) else named


def _missing(entry: Entry, key: str, message: str) -> Fetched:
    return Fetched(entry.source, None, (Problem(Severity.ERROR, key, message, entry.source.path),))
