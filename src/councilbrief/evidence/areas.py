"""Areas of inspection as texts name them, one by one, as a whole, or as a set."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from councilbrief.evidence.facts import Area
from councilbrief.evidence.frameworks import Framework
from councilbrief.evidence.words import any_of, either, members, phrases
from councilbrief.provenance import Span


class Sort(StrEnum):
    """What a mention names: an area, the services as a whole, or a set of areas."""

    AREA = "area"
    WHOLE = "whole"
    REST = "rest"
    ALL = "all"
    MOST = "most"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class AreaMention:
    """An area, the whole, or a set of areas, as named in a text."""

    span: Span
    sort: Sort
    area: Area | None = None


def _key(phrase: str) -> str:
    return phrase.lower().replace("'", "’")


_AREAS = {
    _key(name): Area(key) for key in members("areas", "areas") for name in phrases("areas", "areas", key)
}
_AREAS_BESIDE = {**_AREAS, "leaders": Area.LEADERS}
_WHOLES = frozenset(_key(name) for name in phrases("areas", "whole"))
_SETS = "|".join(f"(?P<{key}>{either('areas', 'sets', key)})" for key in members("areas", "sets"))
_ENDS = ("standing", "good", "improvement", "to be good", "adequate")
_AFTER_GRADE = "|".join(rf"(?<={end}{mark} for )" for end in _ENDS for mark in ("", r"[’'”\"]"))
# `leaders were judged`, `inadequate for leaders`: people elsewhere, an area beside a grade
_GRADED_LEADERS = (
    r"leaders(?=(?:: | [–—-] )[‘“'\"]?(?:outstanding|good|inadequate|adequate|requir)| and their impact\b)"
    rf"|leaders(?=,? (?:is|are|was|were|has been|have been) (?:\w+ )?"
    rf"{either('grades', 'judging')}\b)"
    r"|(?<=with )leaders(?= (?:also |being |again )?[‘“'\"]?(?:outstanding|good|inadequate|requir))"
    rf"|(?:{_AFTER_GRADE})leaders"
)
# `children in care`, but neither `children in care’ team` nor `the adoption panel`
_MENTION = re.compile(
    rf"(?<![\w’'-])(?:{_SETS}|{_GRADED_LEADERS}|{any_of([*_AREAS, *_WHOLES])})"
    r"(?![\w-])(?![’'](?!s\b))(?! (?:agency|agencies|panel))",
    re.IGNORECASE,
)
_WHITE = re.compile(r"\s+")


def area_mentions(text: str, start: int, end: int) -> tuple[AreaMention, ...]:
    """Return the areas named between two places, the longest names first to be taken.

    >>> text = "Help and protection was good, and so were the other two areas."
    >>> [(mention.sort.value, mention.area) for mention in area_mentions(text, 0, len(text))]
    [('area', <Area.HELP_PROTECTION: 'help_protection'>), ('rest', None)]
    """
    found = []
    for match in _MENTION.finditer(text, start, end):
        name = _key(_WHITE.sub(" ", match[0]))
        sort = Sort(match.lastgroup) if match.lastgroup else (Sort.WHOLE if name in _WHOLES else Sort.AREA)
        found.append(AreaMention(Span(match.start(), match.end()), sort, _AREAS_BESIDE.get(name)))
    return tuple(found)


def under(framework: Framework | None, area: Area) -> tuple[Area, ...]:
    """Return what an area is called under a framework: merged, parted, or left as it is.

    Children in care and care leavers are one area until 2022 and two from 2023. An area
    that the framework does not judge gives nothing.
    """
    if framework is None or framework.covers(area):
        return (area,)
    if area is Area.IN_CARE_AND_CARE_LEAVERS:
        return tuple(part for part in (Area.IN_CARE, Area.CARE_LEAVERS) if framework.covers(part))
    if area in {Area.IN_CARE, Area.CARE_LEAVERS} and framework.covers(Area.IN_CARE_AND_CARE_LEAVERS):
        return (Area.IN_CARE_AND_CARE_LEAVERS,) if area is Area.IN_CARE else ()
    return ()


def judged(framework: Framework | None, named: Iterable[Area]) -> tuple[Area, ...]:
    """Return the areas besides the overall one that a set can mean: the framework's, else those named."""
    if framework is not None and framework.graded:
        return tuple(
            a.area for a in framework.areas if a.area is not Area.OVERALL and not a.apart and a.under is None
        )
    found = tuple(dict.fromkeys(area for area in named if area is not Area.OVERALL))
    merged = Area.IN_CARE_AND_CARE_LEAVERS in found
    return tuple(area for area in found if not (merged and area in {Area.IN_CARE, Area.CARE_LEAVERS}))
