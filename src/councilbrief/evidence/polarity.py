"""Praise or shortfall: what a clause about services says of them, the shortfall first."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.words import either

_SHORTFALL = re.compile(either("findings", "shortfall"), re.IGNORECASE)
_HARMLESS = re.compile(either("findings", "harmless"), re.IGNORECASE)
_PRAISE = re.compile(either("findings", "praise"), re.IGNORECASE)


def polarity(clause: str) -> Polarity | None:
    """Say what a clause is, None where it is neither.

    Praise words also stand in shortfalls ("not always responded to effectively"), so a
    shortfall decides; harmless negatives ("without delay") are taken out first.

    >>> polarity("contingency plans could be better"), polarity("children are seen without delay")
    (<Polarity.IMPROVEMENT: 'improvement'>, <Polarity.STRENGTH: 'strength'>)
    >>> polarity("plans are made") is None
    True
    """
    if _SHORTFALL.search(_HARMLESS.sub(" ", clause)):
        return Polarity.IMPROVEMENT
    return Polarity.STRENGTH if _PRAISE.search(clause) else None
