"""Grades in the order of the areas before them: "leaders and help were good and outstanding respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import AreaMention, Sort
from councilbrief.evidence.judgements.grades import GradeMention
from councilbrief.evidence.judgements.passages import Passage

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_NEXT = re.compile(r"[’'”\"]?(?:,? and |, )(?:an? |as )?[‘“'\"]?")


def in_order(text: str, passage: Passage) -> tuple[tuple[GradeMention, AreaMention | None], ...]:
    """Return the grades that stand before "respectively", each with its area.

    The area is None where there are not as many areas as grades: then nobody knows which is whose.
    """
    if "respective" not in text:
        return ()
    word = _RESPECTIVELY.search(text, passage.clause.span.start, passage.clause.span.end)
    grades = [grade for grade in passage.grades if word and grade.span.end <= word.start()]
    first = len(grades) - 1
    while first > 0 and _NEXT.fullmatch(text, grades[first - 1].span.end, grades[first].span.start):
        first -= 1
    row = grades[max(first, 0) :]
    if not row:
        return ()
    edge = grades[first - 1].span.end if first > 0 else passage.clause.span.start
    areas = [
        area
        for area in passage.areas
        if area.sort is Sort.AREA
        and area.area is not Area.OVERALL
        and edge <= area.span.start < row[0].span.start
    ]
    if len(areas) != len(row):
        return tuple((grade, None) for grade in row)
    return tuple(zip(row, areas, strict=True))


def without(passage: Passage, told: Iterable[tuple[GradeMention, AreaMention | None]]) -> Passage:
    """Return a passage without the grades and areas that are told of already."""
    gone = {mention for pair in told for mention in pair}
    grades = tuple(grade for grade in passage.grades if grade not in gone)
    return replace(passage, grades=grades, areas=tuple(area for area in passage.areas if area not in gone))
