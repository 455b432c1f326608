"""A Word file to a document: read in quarantine, its refusals in an officer's words."""

from __future__ import annotations

from councilbrief.documents.apart import read_apart, unreadable
from councilbrief.documents.document import Document
from councilbrief.documents.framing import Kind
from councilbrief.documents.quarantine import SECONDS
from councilbrief.provenance import Source

_REASONS = {
    "empty-file": "the file is empty; save the document again",
    "no-text": "the Word file has no text, or only notices; pictures of a text can't be read",
    "not-word": "the file is no Word document, whatever its name says; save the text as .docx or .txt",
    "old-word": "the file is of an old Office (.doc); open it in Word and save it as .docx",
    "encrypted-word": "the Word file is locked with a password; save a copy without one",
    "rich-text": "the file is rich text (RTF); open it in Word and save it as .docx",
    "open-document": "the file is an OpenDocument (ODT); open it and save it as .docx",
    "strict-word": "the file is a “Strict Open XML Document”; save it again as an ordinary Word document",
    "broken-word": "the Word file is damaged or cut short; save it again in Word, or ask for it anew",
    "forged-word": "the Word file holds what Word never writes (a document type), so it may be meant to harm",
    "too-much-text": "the Word file unpacks to more than any document holds; is it the right file?",
    "too-slow": f"after {SECONDS:.0f} seconds reading the Word file was given up; save its text as .txt",
    "too-much-memory": "the Word file needs more memory than a document may; save its text as .txt",
    "reader-died": "the reader failed over the Word file, so it is damaged or meant to harm; save it again",
    "no-reader": "no Word file can be read here, as its reader does not start; install councilbrief again",
}
EMPTY = "empty-file"


def read_word(data: bytes, source: Source) -> Document:
    """Read a Word file; raise DocumentError for what is none, locked, damaged or beyond all bounds."""
    if not data.strip():
        raise unreadable(EMPTY, source.path, _REASONS)
    return read_apart(Kind.WORD, data, source, _REASONS)
