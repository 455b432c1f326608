"""Passages: the clauses in which grades are given, and which areas each grade goes to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.areas import AreaMention, Sort, area_mentions
from councilbrief.evidence.clauses import Clause, clauses
from councilbrief.evidence.grades import GRADE_TRACE, GradeMention, grade_mentions
from councilbrief.evidence.words import either

EXCEPTION = re.compile(rf"\b{either('areas', 'exception')}\b", re.IGNORECASE)
"""What brings in the areas that a set or a whole does not hold."""

OVERALL_AFTER = re.compile(r"[’'”\"]?,? (?:\w+ )?overall\b", re.IGNORECASE)
"""`overall` behind a grade."""

SO = re.compile(
    r"(?<![\w’'])(?:and |that )*(?:so|as)(?: too| also)? (?:is|are|was|were|do|does|did|has|have|had)\b",
    re.IGNORECASE,
)
"""`and so was` before further areas of the same grade."""

SAME = re.compile(either("grades", "same"), re.IGNORECASE)
"""`the verdict is the same for` further areas."""

SETS = frozenset({Sort.REST, Sort.ALL, Sort.MOST})
"""Mentions that name areas by what is left or by all of them."""

# the grade, and then ` for `, ` in `, `: `
_FOR = re.compile(
    r"^[^.;]{0,60}?\b(?:for|in|to|on|of|against|were|was|across|over)\b|^[^.;]{0,20}:|^ ?$|^ overall,? "
)
_ONLY_FOR = re.compile(
    r"^[’'”\")]?s? (?:(?:rating|grade|mark|judgement) )?(?:overall )?(?:as well as |too )?for "
)
_BUT = re.compile(rf" \(?{either('areas', 'exception')}\b", re.IGNORECASE)
_WHICH = re.compile(r",? \(?(?:which|where) (?:\w+ )?(?:is|are|was|were|remains?|got|received)\b")
# `from requires improvement to good for leadership`
_TO = re.compile(r"[’'”\"]? (?:to|into) (?:an? |be )?[‘'“\"]?")
_APART = re.compile(r"[(;]|\b(?:is|was|are|were)\b(?!.*\bsame\b)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause with what it names; `subject` are the areas of the clause before it."""

    clause: Clause
    paragraph: int
    areas: tuple[AreaMention, ...]
    subject: tuple[AreaMention, ...]
    grades: tuple[GradeMention, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A grade and the areas that it is given to, with the rule that paired them."""

    grade: GradeMention
    named: tuple[AreaMention, ...]
    rule: str
    whole_before: bool = False
    excepted: tuple[AreaMention, ...] = ()


def passages(text: str, sentences: Iterable[tuple[Clause, int]]) -> Iterator[Passage]:
    """Yield the clauses in which grades can be given, asides left out.

    `sentences` come with the index of their paragraph; in `text` the statements of people
    are veiled, for a hope is no grade.
    """
    for sentence, paragraph in sentences:
        span = sentence.span
        if not any(trace.search(text, span.start, span.end) for trace in (GRADE_TRACE, SAME, SO)):
            continue
        subject: tuple[AreaMention, ...] = ()
        for clause in clauses(text, sentence):
            areas = area_mentions(text, clause.span.start, clause.span.end)
            if not clause.aside:
                grades = grade_mentions(text, clause.span.start, clause.span.end)
                yield Passage(clause, paragraph, areas, subject, grades)
            subject = areas or subject


def pairs(text: str, passage: Passage) -> Iterator[Pair]:
    """Pair the grades of a clause with the areas that stand before or after each."""
    edge = passage.clause.span.start
    last = passage.subject
    kept: tuple[AreaMention, ...] = ()
    out: tuple[AreaMention, ...] = ()
    for grade, stop in zip(passage.grades, _stops(text, passage), strict=True):
        before = kept or _between(passage.areas, edge, grade.span.start)
        if not kept:
            before, out = _left_out(text, before)
        if out and not kept and _WHICH.match(text, out[-1].span.end, grade.span.start):
            yield Pair(replace(grade, left=False), out, "area-then-grade")
            kept, edge = before, grade.span.end
            continue
        after = tuple(a for a in _between(passage.areas, grade.span.end, stop) if a.sort is not Sort.NONE)
        if any(mention.sort is Sort.NONE for mention in before):
            return
        so = SO.search(text, grade.span.end, stop)
        likewise = tuple(a for a in after if so and a.span.start >= so.end())
        but = EXCEPTION.search(text, grade.span.end, stop)
        excepted = tuple(a for a in after if but and a.span.start >= but.end() and a not in likewise) + out
        meant = tuple(a for a in after if a not in likewise and a not in excepted)
        named, rule = _named(text, grade, before, meant, last)
        yield Pair(grade, named, rule, has_whole(before), excepted)
        overall = OVERALL_AFTER.match(text, grade.span.end, stop)
        edge, last = overall.end() if overall else grade.span.end, excepted or named or last
        kept = out = ()
        if rule == "grade-for-area" and named[-1].sort in SETS:
            edge = named[-1].span.end
        if likewise:
            yield Pair(grade, likewise, "likewise")
            edge = likewise[-1].span.end


def _left_out(
    text: str, before: tuple[AreaMention, ...]
) -> tuple[tuple[AreaMention, ...], tuple[AreaMention, ...]]:
    """Part "all areas bar care leavers" into the set and what it does not hold."""
    for at in range(1, len(before)):
        if before[at - 1].sort in SETS and _BUT.match(text, before[at - 1].span.end, before[at].span.start):
            return before[:at], before[at:]
    return before, ()


def _stops(text: str, passage: Passage) -> list[int]:
    """Return where the areas of each grade end: at the next grade, unless they went from one to the other."""
    stops = [*(grade.span.start for grade in passage.grades[1:]), passage.clause.span.end]
    for at in range(len(stops) - 2, -1, -1):
        if passage.grades[at].left and _TO.fullmatch(text, passage.grades[at].span.end, stops[at]):
            stops[at] = stops[at + 1]
    return stops


def _between(areas: tuple[AreaMention, ...], start: int, end: int) -> tuple[AreaMention, ...]:
    """Return the areas that stand wholly between two places."""
    first = bisect_left(areas, start, key=lambda area: area.span.start)
    last = bisect_left(areas, end, key=lambda area: area.span.start)
    return tuple(area for area in areas[first:last] if area.span.end <= end)


def _named(
    text: str,
    grade: GradeMention,
    before: tuple[AreaMention, ...],
    after: tuple[AreaMention, ...],
    subject: tuple[AreaMention, ...],
) -> tuple[tuple[AreaMention, ...], str]:
    """Choose the areas that a grade is given to, and name the rule."""
    specific_after = tuple(a for a in after if a.sort is not Sort.WHOLE)
    specific_before = _joined(text, tuple(a for a in before if a.sort is not Sort.WHOLE))
    between = text[grade.span.end : specific_after[0].span.start] if specific_after else ""
    for_after = bool(specific_after) and _FOR.match(between) is not None
    if for_after and (not specific_before or _ONLY_FOR.match(between)):
        return specific_after, "grade-for-area"
    if specific_before:
        return specific_before, "area-then-grade"
    wholes = tuple(a for a in (*before, *after) if a.sort is Sort.WHOLE)
    if wholes:
        return wholes, "whole-then-grade"
    if subject:
        return subject, "subject-of-clause-before"
    return (), "no-area"


def _joined(text: str, areas: tuple[AreaMention, ...]) -> tuple[AreaMention, ...]:
    """Return the areas that stand together last: not those behind a bracket, a semicolon or a verb."""
    for number in range(len(areas) - 1, 0, -1):
        if _APART.search(text, areas[number - 1].span.end, areas[number].span.start):
            return areas[number:]
    return areas


def has_whole(mentions: Iterable[AreaMention]) -> bool:
    """Say whether the services as a whole are among the mentions."""
    return any(mention.sort is Sort.WHOLE for mention in mentions)
