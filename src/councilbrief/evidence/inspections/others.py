"""Others than the council's services: schools, homes and bodies that Ofsted or its like inspect as well."""

from __future__ import annotations

import re

from councilbrief.evidence.words import either

_SETTINGS = re.compile(rf"\b{either('grades', 'others')}\b", re.IGNORECASE)
_PARTNERS = re.compile(rf"\b{either('grades', 'partners')}\b", re.IGNORECASE)
BOTH_BODIES = re.compile(
    r"\bofsted(?:[’']s)? and (?:the )?(?:care quality commission|cqc)\b"
    r"|\b(?:care quality commission|cqc)(?: \(cqc\))? and ofsted\b",
    re.IGNORECASE,
)
SEND = re.compile(r"\b(?:SEND|[Ss]pecial (?:educational )?needs)\b")


def speaks_of_others(words_: str) -> bool:
    """Say whether words are about schools, homes, or other bodies that are inspected."""
    return speaks_of_settings(words_) or _PARTNERS.search(words_) is not None


def speaks_of_settings(words_: str) -> bool:
    """Say whether words are about schools, homes or other places that Ofsted inspects one by one."""
    return _SETTINGS.search(words_) is not None


def speaks_of_send(words_: str) -> bool:
    """Say whether words are about what Ofsted and the CQC inspect together: special educational needs."""
    return BOTH_BODIES.search(words_) is not None and SEND.search(words_) is not None
