"""Others than the council's services: schools, homes and bodies that Ofsted or its like inspect as well."""

from __future__ import annotations

import re

from councilbrief.evidence.words import either

_SETTINGS = re.compile(rf"\b{either('grades', 'others')}\b", re.IGNORECASE)
_PARTNERS = re.compile(rf"\b{either('grades', 'partners')}\b", re.IGNORECASE)


def speaks_of_others(words_: str) -> bool:
    """Say whether words are about schools, homes, or other bodies that are inspected."""
    return speaks_of_settings(words_) or _PARTNERS.search(words_) is not None


def speaks_of_settings(words_: str) -> bool:
    """Say whether words are about schools, homes or other places that Ofsted inspects one by one."""
    return _SETTINGS.search(words_) is not None
