"""Good as an everyday word: "good for morale", "stability is good for children" give no grade."""

from __future__ import annotations

import re

from councilbrief.evidence.words import any_of, either, members, phrases

AREA_NAMES = [name for key in members("areas", "areas") for name in phrases("areas", "areas", key)]
"""The areas of inspection under every name."""

FOR_AREA = re.compile(
    rf"(?: (?:grade|rating|judgement|mark)s)? (?:for|on|when it comes to|in terms of) (?:the |its |their "
    rf"|both )?{any_of([*AREA_NAMES, 'leaders'])}(?!\w)",
    re.IGNORECASE,
)
"""A preposition and an area, behind a grade."""

# `no longer as reliably ` before `good as in 2017`
_AS = re.compile(
    r"(?<!rated )(?<!judged )(?<!graded )(?<!deemed )(?<!found )(?<!classed )\b(?:as|so) (?:\w+ly )?$",
    re.IGNORECASE,
)
# `bad news travels as fast as `
_AS_FAST_AS = re.compile(r"\bas (?!(?:well|far|long|soon|much)\b)\w+ as $", re.IGNORECASE)
_AS_THAT = re.compile(r" as (?:in|it|they|before|when|ever|any|at|last|the|those)\b")
# `The areas found ` before `inadequate by inspectors were: leadership and …`
_AREAS_GRADED = re.compile(
    rf"\b(?:areas|aspects|categories|headings|strands) (?:(?:that|which) (?:were|are|was) )?"
    rf"{either('grades', 'judging')} (?:as |to be )?[‘“'\"]?$",
    re.IGNORECASE,
)
_WERE_AREAS = re.compile(
    r"[^.;]{0,100}?\b(?:were|are|was|is|included?|includes?):? (?:the |its )?"
    rf"{any_of([*AREA_NAMES, 'leaders'])}(?!\w)",
    re.IGNORECASE,
)
# `The aspects of the service ` before `requiring improvement included the impact of leaders`
_AREAS = re.compile(
    r"\b(?:areas|aspects|categories|judgements)(?: of [\w’' ]{3,30})? (?:(?:that|which) )?$", re.IGNORECASE
)
_WERE_OFFICIAL = re.compile(
    r"[’”'\"]? (?:were|are|included?|includes?):? (?:the )?"
    r"(?:impact of leaders|experiences and progress of|overall effectiveness|leadership, management)\b",
    re.IGNORECASE,
)
# `gave the borough ` before `good in all areas`
_GAVE_IT = re.compile(
    r"\b(?:gave|gives|given|awarded|handed) (?:it|them|both|the \w+|[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}) $"
)
_IN_ALL = re.compile(rf" (?:in|for|across|on) {either('areas', 'sets', 'all')}", re.IGNORECASE)
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


def is_compared(lead: str, text: str, end: int) -> bool:
    """Say whether words compare: "as reliably good as in 2017", "bad news travels as fast as good"."""
    return (_AS.search(lead) is not None and _AS_THAT.match(text, end) is not None) or (
        _AS_FAST_AS.search(lead) is not None
    )


def names_areas(lead: str, rest: str) -> bool:
    """Say whether areas are named behind the grade that they got: "the areas found inadequate were …"."""
    if _GAVE_IT.search(lead) and _IN_ALL.match(rest):
        return True
    if _AREAS_GRADED.search(lead):
        return _WERE_AREAS.match(rest) is not None
    return _AREAS.search(lead) is not None and _WERE_OFFICIAL.match(rest) is not None


def is_of_something(lead: str, rest: str) -> bool:
    """Say whether `is good for` tells of no grade: "is good for morale", "stability is good for children"."""
    said = _IS.search(lead)
    if said is None:
        return _IT_IS.search(lead) is not None and FOR_AREA.match(rest) is not None
    another = FOR_AREA.match(rest) and _IS_GRADED.fullmatch(said["head"]) is None
    return bool(another) or (_GOOD_FOR.match(rest) is not None and _JUDGED_TO.search(lead) is None)
