"""Neighbours: what a clause is that shows it only by those beside it, as on the other side of a `but`."""

from __future__ import annotations

import re
from itertools import pairwise

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.polarity import found, presumed
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_CONTRAST = re.compile(rf"{either('findings', 'turns')}\b", re.IGNORECASE)
# `While staff were fond of their managers, supervision was thin`: the two halves are contrary
_CONCEDES = re.compile(r"\b(?:while|whilst|although|though) $", re.IGNORECASE)
_CONCEDED = 10
"""Characters before a clause in which such a word stands."""

# `although the council was already looking for somebody`: neither good nor bad
_UNDER_WAY = re.compile(r"\b(?:is|are|was|were) (?:already|now) (?:looking|hunting|hoping|waiting)\b")
_HALVES = 2


def by_neighbours(text: str, cut: list[Span]) -> list[Polarity | None]:
    """Say what each clause is, by itself or by those beside it: a `but` between makes it the contrary."""
    sides = [0]
    for before, after in pairwise(cut):
        turns = (
            _CONTRAST.search(text, before.end, after.start)
            or _CONTRAST.match(text, after.start)
            or (len(cut) == _HALVES and _is_conceded(text, before))
        )
        sides.append(1 - sides[-1] if turns else sides[-1])
    own = [found(part.slice(text)) for part in cut]
    told = {
        side if kind is Polarity.STRENGTH else 1 - side
        for side, kind in zip(sides, own, strict=False)
        if kind
    }
    if len(told) != 1:
        return own
    good = told.pop()
    open_ = [_UNDER_WAY.search(text, part.start, part.end) is not None for part in cut]
    return [
        kind or (None if neither else Polarity.STRENGTH if side == good else Polarity.IMPROVEMENT)
        for side, kind, neither in zip(sides, own, open_, strict=False)
    ]


def _is_conceded(text: str, part: Span) -> bool:
    """Say whether a clause is granted before the main one, and tells of practice without a hitch."""
    near = text[max(part.start - _CONCEDED, 0) : part.start]
    return _CONCEDES.search(near) is not None and presumed(part.slice(text)) is Polarity.STRENGTH
