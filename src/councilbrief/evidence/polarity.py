"""Praise or shortfall: what a clause about services says of them, the shortfall first."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.words import either

_SHORTFALL = re.compile(either("findings", "shortfall"), re.IGNORECASE)
_NEGATION = re.compile(rf"\b{either('findings', 'negations')}", re.IGNORECASE)
_ADVERSE = re.compile(rf"\b{either('findings', 'adverse')}\b", re.IGNORECASE)
_HARMLESS = re.compile(either("findings", "harmless"), re.IGNORECASE)
_PRAISE = re.compile(either("findings", "praise"), re.IGNORECASE)
_AS_WELL = re.compile(r"\bas well(?: as)?\b", re.IGNORECASE)
_OPEN_MARK = re.compile(r"[“‘\"]")


def polarity(clause: str) -> Polarity | None:
    """Say what a clause is, None where it is neither or where that is not sure.

    Praise words also stand in shortfalls ("not always responded to effectively"), so a
    shortfall decides; harmless negatives ("without delay") are taken out first. A bare
    "not" is a shortfall only if what it denies is nothing bad.

    >>> polarity("contingency plans could be better"), polarity("children are seen without delay")
    (<Polarity.IMPROVEMENT: 'improvement'>, <Polarity.STRENGTH: 'strength'>)
    >>> polarity("plans are made") is None
    True
    >>> polarity("plans are not shared"), polarity("families are not left alone")
    (<Polarity.IMPROVEMENT: 'improvement'>, None)
    """
    plain = _HARMLESS.sub(" ", clause)
    if _SHORTFALL.search(plain):
        return Polarity.IMPROVEMENT
    denied = _NEGATION.search(plain)
    if denied:
        return None if _is_open(plain, denied) else Polarity.IMPROVEMENT
    return Polarity.STRENGTH if _PRAISE.search(_AS_WELL.sub(" ", clause)) else None


def _is_open(clause: str, denied: re.Match[str]) -> bool:
    """Say whether a denial may be praise: of something bad, after praise, or in a speaker's own words."""
    before = clause[: denied.start()]
    return bool(_ADVERSE.search(clause, denied.end()) or _PRAISE.search(before) or _OPEN_MARK.search(before))
