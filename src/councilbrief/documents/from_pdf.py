"""A PDF to a document: opened and read in quarantine, its refusals in an officer's words."""

from __future__ import annotations

import re

from councilbrief.documents.document import Document
from councilbrief.documents.packing import unpacked
from councilbrief.documents.quarantine import SECONDS, Refusal, read_in_quarantine
from councilbrief.faults import as_problem
from councilbrief.problems import DocumentError, Problem, Severity
from councilbrief.provenance import Source

_HEAD = 1_024
"""Bytes at the start of a file in which a PDF says that it is one."""

_TAIL = 4_096
"""Bytes at the end of a file in which a PDF says that it is whole."""

_HTML = re.compile(rb"<!doctype html|<html|<head", re.IGNORECASE)
EMPTY, CUT_SHORT = "empty-file", "cut-short"
NO_PDF, WEB_PAGE = "not-a-pdf", "web-page"
_REASONS = {
    "empty-file": "the file is empty; download it again",
    "no-text-layer": "the PDF has no text, as scans have none; ask for the original, or OCR",
    "web-page": "the file is a web page, whatever its name says; download the report itself",
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
    try:
        return unpacked(read_in_quarantine(data), source)
    except Refusal as refusal:
        raise _unreadable(refusal.key, source.path, refusal.fault) from None


def _check(data: bytes, path: str) -> None:
    """Refuse by the first and last bytes what is no PDF, or not all of one."""
    if not data.strip():
        raise _unreadable(EMPTY, path)
    head = data[:_HEAD]
    if b"%PDF-" not in head:
        raise _unreadable(WEB_PAGE if _HTML.search(head) else NO_PDF, path)
    if b"%%EOF" not in data[-_TAIL:]:
        raise _unreadable(CUT_SHORT, path)


def _unreadable(key: str, path: str, fault: str = "") -> DocumentError:
    if fault:
        return DocumentError(as_problem(fault, path))
    return DocumentError(Problem(Severity.ERROR, key, _REASONS[key], path))
