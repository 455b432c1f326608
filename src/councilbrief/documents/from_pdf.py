"""A PDF to a document: opened and read in quarantine, its refusals in an officer's words."""

from __future__ import annotations

from councilbrief.documents.apart import read_apart, unreadable
from councilbrief.documents.document import Document
from councilbrief.documents.framing import Kind
from councilbrief.documents.quarantine import SECONDS
from councilbrief.documents.signatures import is_page, is_pdf
from councilbrief.provenance import Source

_TAIL = 4_096
"""Bytes at the end of a file in which a PDF says that it is whole."""

EMPTY, CUT_SHORT = "empty-file", "cut-short"
NO_PDF, WEB_PAGE = "not-a-pdf", "web-page"
_REASONS = {
    "empty-file": "the file is empty; download it again",
    "no-text-layer": "the PDF has no text, as scans have none; ask for the original, or OCR",
    "web-page": "the file is a web page, whatever its name says; download the report, or, if the page is"
    " meant, let its name end in .html",
    "not-a-pdf": "the file is no PDF, whatever its name says; download the report itself",
    "cut-short": "the PDF ends too early, so pages may be missing; download it again",
    "encrypted-pdf": "the PDF is locked with a password; save a copy without one",
    "broken-pdf": "the PDF is damaged, no program can open it; download it again",
    "too-slow": f"after {SECONDS:.0f} seconds reading the PDF was given up; is it a report?",
    "too-much-memory": "the PDF needs more memory than a document may; is it a report?",
    "too-much-text": "the PDF holds more than 20 MB of text, which no report does; is it the right file?",
    "too-many-pages": "the PDF has more than 2,000 pages, which no report has; is it the right file?",
    "reader-died": "the reader failed over the PDF, so it is damaged or meant to harm; download it again",
    "no-reader": "no PDF can be read here, as pypdfium2 does not start; install councilbrief again",
}


def read_pdf(data: bytes, source: Source) -> Document:
    """Read a PDF; raise DocumentError for what is none, locked, scanned, cut short or beyond all bounds."""
    _check(data, source.path)
    return read_apart(Kind.PDF, data, source, _REASONS)


def _check(data: bytes, path: str) -> None:
    """Refuse by the first and last bytes what is no PDF, or not all of one."""
    if not data.strip():
        raise unreadable(EMPTY, path, _REASONS)
    if not is_pdf(data):
        raise unreadable(WEB_PAGE if is_page(data) else NO_PDF, path, _REASONS)
    if b"%%EOF" not in data[-_TAIL:]:
        raise unreadable(CUT_SHORT, path, _REASONS)
