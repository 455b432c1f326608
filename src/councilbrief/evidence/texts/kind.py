"""What kind of document a text is, by the marks that press offices and papers leave."""

from __future__ import annotations

import re

from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import DocumentKind

_MARKS = {
    DocumentKind.RELEASE: re.compile(either("pages", "release"), re.IGNORECASE | re.MULTILINE),
    DocumentKind.ARTICLE: re.compile(either("pages", "article"), re.IGNORECASE | re.MULTILINE),
    DocumentKind.LETTER: re.compile(either("pages", "letter"), re.IGNORECASE | re.MULTILINE),
}


def kind(reading: Reading) -> DocumentKind | None:
    """Return the kind if the text bears the marks of exactly one; otherwise None."""
    whole = reading.document.original
    found = [name for name, marks in _MARKS.items() if marks.search(whole)]
    return found[0] if len(found) == 1 else None
