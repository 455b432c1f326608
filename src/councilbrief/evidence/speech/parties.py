"""Parties: which one the words beside a name give somebody."""

from __future__ import annotations

import re

from councilbrief.evidence.words import any_of, either, members, phrases

_PARTIES = {
    form: party for party in members("people", "parties") for form in phrases("people", "parties", party)
}
_EVERYDAY = frozenset({"Green", "Independent", "Reform UK", "Residents", "Conservative"})
"""Parties whose names are common words: they count with a capital only."""

_PARTS = re.compile(r"[,;/–]| - ")
# `an independent chair` is of no party.
_OF_NONE = rf"(?!(?<=ndependent) {either('people', 'independent_of_parties')}\b)"
_PARTY = re.compile(rf"\b{any_of(_PARTIES)}\b{_OF_NONE}", re.IGNORECASE)

_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_REACH = 400
"""Characters before a name in which the words stand that give its party."""


def party_before(text: str, start: int, end: int) -> str | None:
    """Read the party in `Conservative councillor ` before a name; the title is part of `end`."""
    words_ = text[max(start, end - _REACH) : end].rstrip().rsplit(" ", 2)[-2:]
    return party_in(" ".join(words_)) if words_ and _CAPITAL.match(words_[-1]) else None


def party_in(phrase: str) -> str | None:
    """Return the party that a phrase names, by its usual name.

    >>> party_in("Lib Dem, Mill Ward")
    'Liberal Democrat'
    """
    for match in _PARTY.finditer(phrase):
        party = _PARTIES[match[0].lower().replace("'", "’")]
        if party not in _EVERYDAY or match[0][0].isupper():
            return party
    return None


def party_of_part(inner: str) -> str | None:
    """Read the party in brackets behind a name: a part of its own, or the beginning of one.

    `(Lab, Palmers Green)` is Labour’s, `(Southgate Green)` says nothing of a party.
    """
    for part in _PARTS.split(inner):
        party = _PARTY.match(part.strip())
        whole = party is not None and party.end() == len(part.strip())
        if party is not None and (whole or party_in(part) not in {None, *_EVERYDAY}):
            return party_in(part)
    return None
