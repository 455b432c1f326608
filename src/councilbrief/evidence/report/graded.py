"""What a report gives a grade to, as a row of a table, a heading or a sentence of its cover says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.words import either, members
from councilbrief.provenance import Span

_AREA_WORDS = {Area(name): either("report", "areas", name) for name in members("report", "areas")}
AREA = re.compile(
    "|".join(f"(?P<{area.value}>{words})" for area, words in _AREA_WORDS.items()), re.IGNORECASE
)
"""Finds the words of an area; the name of the group that matched is the area's key."""

_GRADE_WORDS = {Grade(name): either("report", "grades", name) for name in members("report", "grades")}
_KEYS = {f"g{number}": grade for number, grade in enumerate(_GRADE_WORDS)}
GRADE = re.compile(
    "|".join(f"(?P<{key}>{_GRADE_WORDS[grade]})" for key, grade in _KEYS.items()), re.IGNORECASE
)
"""Finds a grade; see `grade_of`."""

_CONNECTED = re.compile(
    r"\s*(?:\((?-i:[A-Z]{2,8})\))?[\s:;,.()–—-]*"
    r"(?:(?:in|for|of|across) (?:the )?(?-i:[A-Z])[^\W\d_][\w’'-]*"
    r"(?:,? (?:(?-i:[A-Z])[\w’'-]+|&|and|of|on|the|under|upon|with)){0,10}\s+(?=is|are|require))?"
    r"(?:(?:is|are|was|were|for|that|it|overall|the|LSCB|of|judged|graded|rated|as|to be|be)\b[\s:()]*)*"
    r"[‘“'\"]?",
    re.IGNORECASE,
)
"""What may stand between an area and its grade: `… is that it is: Good`, `… in Norchester is good`."""

_ENDED = re.compile(r"[\s.;:*’”'\"]*(?:because:?)?\s*")

_ROW = re.compile(
    r"(?:\d[\d.]*\s*)?(?:the )?(?:experiences? and )?(?:progress of )?(?:effectiveness of (?:the )?)?"
    rf"(?:{AREA.pattern})[\s:.…–—-]*(?:\(LSCB\))?[\s:.…–—-]*",
    re.IGNORECASE,
)
"""All the words of a row but its grade."""


@dataclass(frozen=True, slots=True)
class Graded:
    """An area and the grade that a report gives it; `span` covers both, `page` counts from 1."""

    area: Area
    grade: Grade
    span: Span
    page: int
    rule: str


def area_of(match: re.Match[str]) -> Area:
    """Return the area that a match of AREA means."""
    return Area(str(match.lastgroup))


def grade_of(match: re.Match[str]) -> Grade:
    """Return the grade that a match of GRADE means."""
    return _KEYS[str(match.lastgroup)]


def heading_grade(words: str) -> tuple[Area, Grade, int, int] | None:
    """Return the area and the grade of a heading that ends with its grade, and where both stand.

    >>> heading_grade("The experiences and progress of children in care: good")[:2]
    (<Area.IN_CARE: 'in_care'>, <Grade.GOOD: 'good'>)
    """
    for area in AREA.finditer(words):
        connected = _CONNECTED.match(words, area.end())
        at = connected.end() if connected else area.end()
        grade = GRADE.match(words, at)
        if grade is not None and _ENDED.fullmatch(words, grade.end()):
            return area_of(area), grade_of(grade), area.start(), grade.end()
    return None


def row_grade(words: str) -> tuple[Area, Grade] | None:
    """Return the area and the grade of a row whose cells have run together, None for any other words.

    >>> row_grade("Overall effectiveness Good")
    (<Area.OVERALL: 'overall'>, <Grade.GOOD: 'good'>)
    """
    found = list(GRADE.finditer(words))
    if len(found) != 1:
        return None
    rest = f"{words[: found[0].start()]} {words[found[0].end() :]}"
    match = _ROW.fullmatch(" ".join(rest.split()))
    return (area_of(match), grade_of(found[0])) if match else None


def areas_in(words: str) -> Iterator[tuple[Area, int, int]]:
    """Yield the areas that stand in some words, in order, and where."""
    for match in AREA.finditer(words):
        yield area_of(match), match.start(), match.end()
