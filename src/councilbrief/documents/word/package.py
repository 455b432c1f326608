"""The bytes of a Word file to its opened package: locked, old, foreign and harmful files are told apart."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml import etree

from councilbrief.documents.confined import Unreadable
from councilbrief.documents.signatures import OLD_OFFICE, RICH_TEXT, ZIP

LOCKED, OLD, RICH, OPEN, NO_WORD = "encrypted-word", "old-word", "rich-text", "open-document", "not-word"
BROKEN, STRICT, FORGED, TOO_MUCH = "broken-word", "strict-word", "forged-word", "too-much-text"
MOST_PARTS, MOST_UNPACKED, MOST_MARKUP = 5_000, 300_000_000, 100_000_000
"""How many parts a file may have, and bytes that all of them, and those of its text, may unpack to."""

_LOCK = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (".xml", ".rels")
_CONTENTS = "[Content_Types].xml"
_MAIN = b"wordprocessingml.document.main+xml"
_STRICT = b"purl.oclc.org/ooxml"
# No part of an Office file has a document type; with one come entities that swell or lead outside.
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_DAMAGE = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    OSError,
    EOFError,
    etree.LxmlError,
    zipfile.BadZipFile,
    zlib.error,
    PythonDocxError,
    OpcError,
)
"""What a damaged package may make the libraries raise."""


def opened(data: bytes) -> Document:
    """Open a Word file; raise Unreadable for what is none, locked, damaged or beyond all bounds."""
    if data.startswith(OLD_OFFICE):
        raise Unreadable(LOCKED if _LOCK in data else OLD)
    if not data.startswith(ZIP):
        raise Unreadable(RICH if data.startswith(RICH_TEXT) else NO_WORD)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(package)
        return docx.Document(io.BytesIO(data))
    except _DAMAGE as error:
        raise Unreadable(BROKEN) from error


def _check(package: zipfile.ZipFile) -> None:
    """Refuse a package before anything of it is parsed; what it says of its sizes is all that is unpacked."""
    parts = package.infolist()
    markup = [part for part in parts if part.filename.endswith(_MARKUP)]
    if (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > MOST_UNPACKED
        or sum(part.file_size for part in markup) > MOST_MARKUP
    ):
        raise Unreadable(TOO_MUCH)
    names = set(package.namelist())
    if _CONTENTS not in names:
        is_open = "mimetype" in names and b"opendocument" in package.read("mimetype")
        raise Unreadable(OPEN if is_open else NO_WORD)
    if _MAIN not in package.read(_CONTENTS):
        raise Unreadable(NO_WORD)
    for part in markup:
        text = package.read(part)
        if any(mark in text for mark in _DOCTYPES):
            raise Unreadable(FORGED)
        if part.filename == "_rels/.rels" and _STRICT in text:
            raise Unreadable(STRICT)
