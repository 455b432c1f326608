"""Areas of inspection as texts name them, one by one, as a whole, or as a set."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.frameworks import Framework, frameworks
from councilbrief.evidence.words import WORD, any_of, either, members, phrases
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
# the official wordings are names as well
_AREAS |= {
    _key(judged.wording.removeprefix("the ")): judged.area
    for framework in frameworks().values()
    for judged in framework.areas
}
_AREAS_BESIDE = {**_AREAS, "leaders": Area.LEADERS, "leaders and managers": Area.LEADERS}
_WHOLES = frozenset(_key(name) for name in phrases("areas", "whole"))
_SETS = "|".join(f"(?P<{key}>{either('areas', 'sets', key)})" for key in members("areas", "sets"))
_GRADES = any_of(name for key in members("grades", "grades") for name in phrases("grades", "grades", key))
_GRADE = rf"[‘“«'\"]?(?:{_GRADES})"
_BE = r"(?:is|are|was|were|has been|have been|had been|remains?|remained|stays?|stayed)"
_ENDS = ("standing", "good", "improvement", "to be good", "adequate")
_MARKS = ("", ",", r"[’'”»\"]", r"[’'”»\"],")
_LEADS_BEHIND_GRADE = (
    *(f"{end}{mark} for" for end in _ENDS for mark in _MARKS),
    "[as][so] did",
    "[as][so] were",
)
_OF_GRADES = ("that", "those", "one", "judgement", "judgment", "grade", "rating", "mark", "verdict")
_LEADS = (*_LEADS_BEHIND_GRADE, *(f"{word} {of}" for word in _OF_GRADES for of in ("on", "for")))
# the word itself comes first, for it is rarer than what may stand before it
_AFTER_GRADE = "|".join(rf"(?<={lead}{its} leaders)" for lead in _LEADS for its in ("", " its", " the"))
# `leaders were judged`, `inadequate for leaders`: people elsewhere, an area beside a grade
_GRADED_LEADERS = (
    rf"leaders(?=(?:: | [–—=-] |, ){_GRADE}| and their impact\b)"
    rf"|leaders(?=,? {_BE} (?:\w+ )?(?:{either('grades', 'judging')}\b|{_GRADE}(?! at\b)))"
    rf"|leaders(?=(?: each| both| all)? (?:as|to be|got|get|received|were given"
    rf"|are given) (?:(?:an? )?{_GRADE}|the same\b))"
    rf"|leaders(?= [‘“'\"]{_GRADE}[’”'\"])"
    rf"|(?<=with )leaders(?= (?:also |being |again )?{_GRADE})"
    rf"|(?:(?<=, )|(?<=and ))leaders(?= {_GRADE}(?:[,;.]|$| and\b))"
    rf"|leaders(?= at (?:an? )?{_GRADE})"
    r"|(?:(?<=, )|(?<=and ))leaders(?= requires )"
    rf"|(?:(?<=rated )|(?<=judged )|(?<=graded )|(?<=deemed )|(?<=found )"
    rf"|(?<=declared ))leaders(?= (?:to be )?{_GRADE})"
    rf"|leaders and managers(?=,? (?:{_BE} (?:\w+ )?(?:{either('grades', 'judging')}\b|{_GRADE})"
    rf"|requires? improv))"
    rf"|leaders(?:{_AFTER_GRADE})"
)
_LEADERS_ALONE = re.compile(rf"{WORD}(?<![’'-])(?:its |our |the |their )?leaders(?![\w’'-])", re.IGNORECASE)
# `leaders, help and protection`, `children in care and leaders`
_JOIN = r"[’'”»\"]?(?:[,;] (?:and )?| and | & |/| / )"
_BESIDE = re.compile(rf"{_JOIN}(?:for |in )?(?:its |the |their )?", re.IGNORECASE)
# `leaders and the support for care leavers`
_BEFORE_SIDE = re.compile(
    rf"{_JOIN}(?:(?:its|our|the|their|for|in|with|of|support|help|work|services) )*", re.IGNORECASE
)
_BESIDE_END = re.compile(rf"{_BESIDE.pattern}$", re.IGNORECASE)
# `children in care`, `‘children in care’`, but neither `children in care’ team` nor `the adoption panel`
_MENTION = re.compile(
    rf"{WORD}(?<![’-])(?<![^\s(]')((?<=[‘']))?(?:{_SETS}|{_GRADED_LEADERS}|{any_of([*_AREAS, *_WHOLES])})"
    r"(?![\w-])(?(1)|(?![’'](?!s\b|[,.;:)]|$"
    r"| (?:experiences?|services?|support|work|is|are|was|were|has|have|and|to|as|all|both|each)\b)))"
    r"(?! (?:agency|agencies|panel))"
    r"(?:(?<!children)(?<!people)|(?! (?:in (?:its |our )?care|who|looked|needing|in need|leaving)\b))",
    re.IGNORECASE,
)
# `Of the three other judgements, ` says of nothing what it is
_PARTITIVE = re.compile(r"(?:^|[.;:,–—] ?)of (?:the )?(?:\w+ )?$", re.IGNORECASE)
# `practice leadership`, `leadership of the fostering team`: a part of it
_OF_PARTS = re.compile(
    r"\b(?:his|her|my|your|practice|political|partnership|corporate|team|school|clinical|middle"
    r"|professional|operational|thought)"
    r"(?: and \w+)? $",
    re.IGNORECASE,
)
_IN_PARTS = re.compile(
    r" (?:at (?:team|all|every|middle|operational|each)\b|(?:of|in|within) (?:the |its )?(?:[\w-]+ )?"
    r"(?:teams?|units?|homes?|schools?|partnership|hub|agency)\b)",
    re.IGNORECASE,
)
_BARE = frozenset({"service", "services", "department"})
# what may stand before a bare `service`, and what may not before any whole
_QUALIFIED = re.compile(
    rf"(?:^|[^\w\s’'][’'”»\"]? ?|\b(?:{either('areas', 'qualified')}|\w+[’']s?) )$", re.IGNORECASE
)
_STRANGE = re.compile(rf"\b{either('areas', 'strange')} $", re.IGNORECASE)
_LEAD = 30
_WHITE = re.compile(r"\s+")


_PROTECTION = frozenset({"child protection", "child protection services"})
# `inadequate for ` before `child protection`
_GRADED_FOR = re.compile(rf"\b{_GRADE}[’”»'\"]? for (?:its |the )?$", re.IGNORECASE)
# between areas in a row
_ROW = re.compile(
    r"(?:,? and |, |; |,? as well as )(?:(?:the|its|their|support for|work with|help for|care for) )*"
)


@lru_cache(maxsize=64)  # several finders ask the same sentence
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
        lead = text[max(start, match.start() - _LEAD) : match.start()]
        if sort is Sort.WHOLE and is_strange(name, lead):
            continue
        if sort not in {Sort.WHOLE, Sort.AREA} and _PARTITIVE.search(lead):
            continue
        if name == "leadership" and (_OF_PARTS.search(lead) or _IN_PARTS.match(text, match.end())):
            continue
        found.append(AreaMention(Span(match.start(), match.end()), sort, _AREAS_BESIDE.get(name)))
    return _with_leaders(text, _with_protection(text, found), start, end)


def _with_protection(text: str, found: list[AreaMention]) -> list[AreaMention]:
    """Take `child protection` for the area where it stands in a row: "leaders, child protection and …"."""
    out = list(found)
    for at, mention in enumerate(found):
        if text[mention.span.start : mention.span.end].lower() not in _PROTECTION:
            continue
        if _GRADED_FOR.search(text[max(0, mention.span.start - _LEAD * 2) : mention.span.start]):
            out[at] = AreaMention(mention.span, Sort.AREA, Area.HELP_PROTECTION)
            continue
        beside = [one for one in found[max(at - 1, 0) : at + 2] if one.area not in {None, Area.OVERALL}]
        gaps = (
            text[min(m.span.end, mention.span.end) : max(m.span.start, mention.span.start)] for m in beside
        )
        if any(_ROW.fullmatch(gap) for gap in gaps):
            out[at] = AreaMention(mention.span, Sort.AREA, Area.HELP_PROTECTION)
    return out


def is_strange(name: str, lead: str) -> bool:
    """Say whether a word before a name of the whole makes it another one: "any council"."""
    if name in _BARE:
        return _QUALIFIED.search(lead) is None
    return _STRANGE.search(lead) is not None


def _with_leaders(text: str, found: list[AreaMention], start: int, end: int) -> tuple[AreaMention, ...]:
    """Add the leaders who stand in a row with areas: they are one of them, and people elsewhere."""
    areas = [mention for mention in found if mention.sort is Sort.AREA]
    if not areas:
        return tuple(found)
    taken = Coverage(mention.span for mention in found)
    ends = {mention.span.end for mention in areas}
    starts = {mention.span.start for mention in areas}
    added = []
    for match in _LEADERS_ALONE.finditer(text, start, end):
        before = text[max(start, match.start() - _LEAD) : match.start()]
        ways = (way.match(text, match.end(), end) for way in (_BESIDE, _BEFORE_SIDE))
        joined = _BESIDE_END.search(before)
        beside = any(way and way.end() in starts for way in ways) or (
            joined and match.start() - len(joined[0]) in ends
        )
        span = Span(match.start(), match.end())
        if beside and not taken.meets(span):
            added.append(AreaMention(span, Sort.AREA, Area.LEADERS))
    return tuple(sorted([*found, *added], key=lambda mention: mention.span)) if added else tuple(found)


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


_NOT_IN_SETS = frozenset(
    {Area.OVERALL, Area.CAPACITY_TO_IMPROVE, Area.QUALITY_OF_PROVISION, Area.QUALITY_OF_PRACTICE}
)
"""The whole, and areas of an older framework, whose names are everyday words as well."""


def judged(framework: Framework | None, named: Iterable[Area], *, parts: bool = False) -> tuple[Area, ...]:
    """Return the areas besides the overall one that a set can mean: the framework's, else those named.

    `parts` counts those in that are judged as a part of another, as adoption was from 2013 to 2017.
    """
    if framework is not None and framework.graded:
        own = (a for a in framework.areas if a.area is not Area.OVERALL and not a.apart)
        return tuple(a.area for a in own if parts or a.under is None)
    found = tuple(dict.fromkeys(area for area in named if area not in _NOT_IN_SETS))
    merged = Area.IN_CARE_AND_CARE_LEAVERS in found
    return tuple(area for area in found if not (merged and area in {Area.IN_CARE, Area.CARE_LEAVERS}))
