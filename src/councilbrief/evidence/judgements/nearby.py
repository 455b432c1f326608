"""Areas beside a grade: which of those named before it, or behind, are its own."""

from __future__ import annotations

import re
from itertools import pairwise

from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import AreaMention, Sort
from councilbrief.evidence.judgements.grades import GradeMention
from councilbrief.evidence.judgements.passages import EXCEPTION
from councilbrief.evidence.judgements.whose import is_owner, is_side
from councilbrief.evidence.words import either

SETS = frozenset({Sort.REST, Sort.ALL, Sort.MOST})
"""Mentions that name areas by what is left or by all of them."""

# a board that is ` to challenge ` a grade is not what was graded
_CONTESTS = re.compile(r"\b(?:challeng|contest|disput|question|reject|appeal)\w*", re.IGNORECASE)
_BUT = re.compile(rf" \(?(?:{either('areas', 'exception')}|but)\b", re.IGNORECASE)
# `care leavers, both of which `
_OF_WHICH = re.compile(r"[’'”»\"]?,? (?:both|all|each|all (?:two|three|four)) of (?:which|them)\b")


def graded(text: str, start: int, before: tuple[AreaMention, ...]) -> tuple[AreaMention, ...]:
    """Leave out what only tells of what something else is: "plans for care leavers", "its libraries"."""
    all_of_them = bool(before) and _OF_WHICH.match(text, before[-1].span.end) is not None
    return tuple(
        a for a in before if not (is_owner(text, a) or (not all_of_them and is_side(text, start, a)))
    )


def contests(text: str, area: AreaMention, grade: GradeMention) -> bool:
    """Say whether an area is a body that contests a grade: "the board will challenge the rating"."""
    return area.area is Area.LSCB and _CONTESTS.search(text, area.span.end, grade.span.start) is not None


def but_behind(text: str, after: tuple[AreaMention, ...]) -> re.Match[str] | None:
    """Return the `but` between a set and the areas that it does not hold: "in all areas but leadership"."""
    found = (
        _BUT.match(text, one.span.end, other.span.start) for one, other in pairwise(after) if one.sort in SETS
    )
    return next((match for match in found if match), None)


def left_out(
    text: str, before: tuple[AreaMention, ...], edge: int
) -> tuple[tuple[AreaMention, ...], tuple[AreaMention, ...]]:
    """Part "all areas bar care leavers", or "bar care leavers, all": the set, and what is not in it."""
    first = EXCEPTION.search(text, edge, before[0].span.start) if before else None
    at = next((at for at, mention in enumerate(before) if mention.sort in SETS), 0)
    if first and at:
        return before[at:], before[:at]
    for at in range(1, len(before)):
        gap = (before[at - 1].span.end, before[at].span.start)
        if before[at - 1].sort in SETS and (_BUT.match(text, *gap) or EXCEPTION.search(text, *gap)):
            return before[:at], before[at:]
    return before, ()
