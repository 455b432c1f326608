"""Good as an everyday word: "good for morale", "stability is good for children" give no grade."""

from __future__ import annotations

import re

from councilbrief.evidence.words import any_of, either, members, phrases

AREA_NAMES = [name for key in members("areas", "areas") for name in phrases("areas", "areas", key)]
"""The areas of inspection under every name."""

FOR_AREA = re.compile(
    rf" (?:for|on|when it comes to|in terms of) (?:the |its |their "
    rf"|both )?{any_of([*AREA_NAMES, 'leaders'])}(?!\w)",
    re.IGNORECASE,
)
"""A preposition and an area, behind a grade."""

# `is good` before ` for morale`
_IS = re.compile(
    r"(?P<head>[\w’'-]*)[’”'\"]?,? ?\b(?:is|are|was|were|be) (?:also |only |very |still |now |again )?$",
    re.IGNORECASE,
)
# `judged the council to be ` before `good for its work to help children`
_JUDGED_TO = re.compile(rf"\b{either('grades', 'judging')}\b[^.;:]{{0,80}} to be (?:\w+ )?$", re.IGNORECASE)
_IT_IS = re.compile(r"\b(?:it|that)[’']s $", re.IGNORECASE)
_IS_GRADED = re.compile(
    rf"{either('areas', 'graded')}|{either('areas', 'verdicts')}|there|to|", re.IGNORECASE
)
_GRADABLE = any_of([*AREA_NAMES, "leaders", *phrases("areas", "whole")])
_GOOD_FOR = re.compile(
    rf" for (?!(?:the |its |their |both |all )*{_GRADABLE}(?!\w)"
    rf"|{either('areas', 'sets', 'all')}|{either('areas', 'sets', 'rest')}|{either('areas', 'sets', 'most')}"
    r"|the (?:first|second|third|fourth) |help|support|those|children|young)",
    re.IGNORECASE,
)


def is_of_something(lead: str, rest: str) -> bool:
    """Say whether `is good for` tells of no grade: "is good for morale", "stability is good for children"."""
    said = _IS.search(lead)
    if said is None:
        return _IT_IS.search(lead) is not None and FOR_AREA.match(rest) is not None
    another = FOR_AREA.match(rest) and _IS_GRADED.fullmatch(said["head"]) is None
    return bool(another) or (_GOOD_FOR.match(rest) is not None and _JUDGED_TO.search(lead) is None)
