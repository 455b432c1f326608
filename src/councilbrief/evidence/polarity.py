"""Praise or shortfall: what a clause about services says of them, the shortfall first."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.words import words

_WORDS = words("findings")


def _pattern(group: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _WORDS[group]), re.IGNORECASE)


_SHORTFALL, _HARMLESS, _PRAISE = _pattern("shortfall"), _pattern("harmless"), _pattern("praise")


def polarity(clause: str) -> Polarity | None:
    """Say what a clause is, None where it is neither.

    Praise words also stand in shortfalls ("not always responded to effectively"), so a
    shortfall decides; harmless negatives ("without delay") are taken out first.

    >>> polarity("contingency plans could be better"), polarity("delay is prevented")
    (<Polarity.IMPROVEMENT: 'improvement'>, None)
    """
    if _SHORTFALL.search(_HARMLESS.sub(" ", clause)):
        return Polarity.IMPROVEMENT
    return Polarity.STRENGTH if _PRAISE.search(clause) else None
