"""A file to its bytes, and the bytes to a document by the reader of their kind."""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from councilbrief.documents.decoding import MAX_BYTES, too_large
from councilbrief.documents.document import Document
from councilbrief.documents.folder import unreadable
from councilbrief.documents.from_pdf import read_pdf
from councilbrief.documents.from_text import read_text
from councilbrief.documents.library import Entry
from councilbrief.problems import DocumentError, Problem, Severity
from councilbrief.provenance import Source

Reader = Callable[[bytes, Source], Document]
# One reader a kind, by the file's ending; a library takes in what stands here.
READERS: Mapping[str, Reader] = {".txt": read_text, ".pdf": read_pdf}


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
    """Read a document by the reader of its kind; raise DocumentError where that can't be done."""
    reader = READERS.get(PurePosixPath(source.path).suffix.lower())
    if reader is None:
        raise DocumentError(Problem(Severity.ERROR, "unreadable-kind", unreadable(source.path), source.path))
    return reader(data, source)


def _missing(entry: Entry, key: str, message: str) -> Fetched:
    return Fetched(entry.source, None, (Problem(Severity.ERROR, key, message, entry.source.path),))
