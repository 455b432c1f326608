"""What kind of document a text is, by the marks that press offices and papers leave."""

from __future__ import annotations

import re

from councilbrief.evidence.reading import Reading
from councilbrief.provenance import DocumentKind

_RELEASE = re.compile(
    r"\b(?:press release|news release|media release|for immediate (?:release|use)|notes? (?:to|for) (?:news )?editors?|media enquiries|press office|press desk)\b|^\W*ends?\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_ARTICLE = re.compile(
    r"^(?:by|words by) [A-Z][\w’'-]+ [A-Z]|\blocal democracy reporter\b|\bhide ad\b|\badvertisement\b|\bour rules\b|\bsubscribe\b|\b\d+ comments?\b|\bnewsdesk\b|\btold (?:the|us)\b|\bread more\b|\bmore from\b",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER = re.compile(r"^dear \w+", re.IGNORECASE | re.MULTILINE)


def kind(reading: Reading) -> DocumentKind | None:
    """Return the kind if the text bears the marks of exactly one; otherwise None."""
    whole = reading.document.original
    found = [
        name
        for name, pattern in (
            (DocumentKind.RELEASE, _RELEASE),
            (DocumentKind.ARTICLE, _ARTICLE),
            (DocumentKind.LETTER, _LETTER),
        )
        if pattern.search(whole)
    ]
    return found[0] if len(found) == 1 else None
