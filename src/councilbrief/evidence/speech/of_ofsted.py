"""What stands for Ofsted: its name, its inspectors, its reports and letters, and not those of others."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Speaker
from councilbrief.evidence.words import either

MADE = r"(?:prepared|written|drawn up|compiled|commissioned|produced|presented|signed|drafted)"
"""The pattern of what somebody has done who made a report."""

_OFSTED = re.compile(rf"\b(?i:{either('speech', 'ofsted')})s?\b")
_OTHERS = re.compile(rf"\b{either('speech', 'other_inspectorates')}\b")
# `a letter from the minister`, `a review, drawn up by its own staff`
# `The statement of the staff`: what councils, parties and people put out, unless it names Ofsted
_RELEASED = re.compile(rf"\b{either('speech', 'released')}\b", re.IGNORECASE)
_BY_OTHERS = re.compile(
    rf"\b{either('speech', 'documents')}(?:,? {MADE})? (?:from|by)"
    r" (?!(?:the )?(?:inspectors|ofsted|hmi|(?:chief|lead) inspector|watchdog|inspectorate|regulator"
    r"|inspection)\b)",
    re.IGNORECASE,
)


def names_ofsted(words_: str) -> bool:
    """Say whether a name stands for Ofsted, its inspectors or what they write.

    >>> names_ofsted("the watchdog’s letter"), names_ofsted("a letter from the minister")
    (True, False)
    >>> names_ofsted("CQC inspectors"), names_ofsted("Ofsted and the CQC")
    (False, True)
    """
    others = _BY_OTHERS.search(words_) or (_OTHERS.search(words_) and "ofsted" not in words_.lower())
    return _OFSTED.search(words_) is not None and not others


def stands_for_ofsted(who: Speaker) -> bool:
    """Say whether a speaker's words are Ofsted's: its own, its inspectors', a report's or a letter's."""
    own = names_ofsted(f"{who.name} {who.role or ''} {who.organisation or ''}")
    others = _BY_OTHERS.search(who.name) or _RELEASED.search(who.name)
    return own or (who.document and others is None)
