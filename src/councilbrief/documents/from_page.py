"""A web page as a browser saved it to a document: read in quarantine, its refusals in an officer's words."""

from __future__ import annotations

from councilbrief.documents.apart import read_apart
from councilbrief.documents.document import Document
from councilbrief.documents.framing import Kind
from councilbrief.documents.quarantine import SECONDS
from councilbrief.provenance import Source

_REASONS = {
    "empty-file": "the file is empty; save the page again",
    "not-text": "the file is no web page, whatever its name says; save the page again",
    "too-large": "the page is larger than 20 MB, which no article is; save it as “web page, HTML only”",
    "bad-encoding": "the file is not in the encoding that its first bytes name; save the page again",
    "no-text": "the page holds no story, only navigation and notices; was the right page saved, and whole?",
    "too-deep": "the page is nested deeper than any is, so parts could be missed; save its text as .txt",
    "too-slow": f"after {SECONDS:.0f} seconds reading the page was given up; save its text as .txt",
    "too-much-memory": "the page needs more memory than a document may; save its text as .txt",
    "reader-died": "the reader failed over the page, so it is damaged or meant to harm; save it again",
    "no-reader": "no page can be read here, as its reader does not start; install councilbrief again",
}


def read_page(data: bytes, source: Source) -> Document:
    """Read a saved page; raise DocumentError for what is none, holds no story or is beyond all bounds."""
    return read_apart(Kind.PAGE, data, source, _REASONS)
