"""Judgements: which area got which grade, at this inspection or an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.evidence.areas import AreaMention, Sort, area_mentions, judged, under
from councilbrief.evidence.clauses import Clause, clauses, told_of_earlier
from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.frameworks import Framework
from councilbrief.evidence.grades import GradeMention, grade_mentions
from councilbrief.provenance import Span

_FOR = re.compile(r"^[^.;:]{0,60}?\b(?:for|in|to|on|of|against|were|was|across|over)\b")
_OVERALL_AFTER = re.compile(r"^[’'”\"]?,? (?:\w+ )?overall\b|^[^.,;]{0,40}\boverall\b", re.IGNORECASE)
_OVERALL_BEFORE = re.compile(r"\boverall\b[^.;]{0,60}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """A grade given to an area, before it is known to which inspection it belongs.

    `earlier` marks a grade of an earlier inspection, `year` when that was, where the
    clause says so. `stated` is False for what a source only claims by a rule. `set_` is
    what a set expression says about the areas that are still open.
    """

    areas: tuple[Area, ...]
    grade: Grade
    span: Span
    rule: str
    earlier: bool = False
    year: int | None = None
    stated: bool = True
    set_: Sort | None = None


def grades_given(text: str, sentences: Iterable[Clause], framework: Framework | None) -> tuple[Given, ...]:
    """Find the grades that sentences give; sets such as "the other three areas" stay open.

    `text` has the statements of people veiled; a rule or a hope is no grade.
    """
    return tuple(given for sentence in sentences for given in _in_clauses(text, sentence, framework))


def _in_clauses(text: str, sentence: Clause, framework: Framework | None) -> Iterator[Given]:
    """Read a sentence clause by clause; a clause without a subject has the last one's."""
    subject: tuple[AreaMention, ...] = ()
    for clause in clauses(text, sentence):
        areas = area_mentions(text, clause.span.start, clause.span.end)
        grades = grade_mentions(text, clause.span.start, clause.span.end)
        if not clause.aside:
            yield from _paired(text, clause, areas, grades, subject, framework)
        subject = areas or subject


def _paired(
    text: str, clause: Clause, areas: tuple[AreaMention, ...], grades: tuple[GradeMention, ...],
    subject: tuple[AreaMention, ...], framework: Framework | None,
) -> Iterator[Given]:
    """Pair the grades of a clause with the areas that stand before or after each."""
    edge = clause.span.start
    last: tuple[AreaMention, ...] = ()
    for number, grade in enumerate(grades):
        stop = grades[number + 1].span.start if number + 1 < len(grades) else clause.span.end
        before = tuple(a for a in areas if edge <= a.span.start and a.span.end <= grade.span.start)
        after = tuple(a for a in areas if grade.span.end <= a.span.start and a.span.end <= stop)
        named, rule = _named(text, grade, before, after, last or subject, clause)
        edge = grade.span.end
        last = named or last
        if any(mention.sort is Sort.NONE for mention in before):
            return
        yield from _given(text, clause, grade, named, rule, framework)


def _named(
    text: str, grade: GradeMention, before: tuple[AreaMention, ...], after: tuple[AreaMention, ...],
    subject: tuple[AreaMention, ...], clause: Clause,
) -> tuple[tuple[AreaMention, ...], str]:
    """Choose the areas that a grade is given to, and name the rule."""
    rest = text[grade.span.end : after[0].span.start] if after else ""
    specific_after = [a for a in after if a.sort is not Sort.WHOLE]
    specific_before = [a for a in before if a.sort is not Sort.WHOLE]
    if specific_after and _FOR.match(rest + " ") and (not specific_before or re.match(r"^[’'”\"]?s? (?:rating |grade |mark |judgement )?for ", rest)):
        return tuple(specific_after), "grade-for-area"
    if specific_before:
        return tuple(specific_before), "area-then-grade"
    if before or after:
        return (before or after), "whole-then-grade"
    if subject:
        return subject, "subject-of-clause-before"
    return (), "no-area"


def _given(
    text: str, clause: Clause, grade: GradeMention, named: tuple[AreaMention, ...], rule: str, framework: Framework | None,
) -> Iterator[Given]:
    """Turn a pair into facts: areas under their framework, sets kept for later."""
    earlier, year = told_of_earlier(text, clause, grade.span, left=grade.left)
    span = Span(min([grade.span.start, *(a.span.start for a in named if clause.span.covers(a.span))]),
                max([grade.span.end, *(a.span.end for a in named if clause.span.covers(a.span))]))
    base = Given((), grade.grade, span, rule, earlier, year, not clause.hypothetical)
    areas = [area for a in named if a.area for area in under(framework, a.area)]
    sets = [a.sort for a in named if a.sort in {Sort.REST, Sort.ALL}]
    whole = not areas and not sets and (any(a.sort is Sort.WHOLE for a in named) or not named)
    if sets:
        yield replace(base, areas=tuple(areas), set_=sets[0], rule=f"set-{sets[0].value}")
        whole = whole or (sets[0] is Sort.ALL and any(a.sort is Sort.WHOLE for a in named))
    elif areas:
        yield replace(base, areas=tuple(areas))
    overall = _OVERALL_AFTER.match(text[grade.span.end : clause.span.end]) or _OVERALL_BEFORE.search(text[clause.span.start : grade.span.start])
    if (whole or (overall and not areas)) and _has_overall(framework):
        yield replace(base, areas=(Area.OVERALL,))


def _has_overall(framework: Framework | None) -> bool:
    return framework is None or framework.overall


def with_sets(found: Sequence[Given], framework: Framework | None) -> Iterator[Given]:
    """Resolve sets against the framework's areas and those that have grades already."""
    named = [area for given in found for area in given.areas]
    every = judged(framework, named)
    for given in found:
        if given.set_ is None:
            yield given
        elif given.set_ is Sort.ALL:
            yield replace(given, areas=tuple(a for a in every if a not in _excepted(given, found)))
        else:
            taken = {a for other in found if other.set_ is None and not other.earlier and other.stated for a in other.areas}
            open_ = tuple(area for area in every if area not in taken)
            yield replace(given, areas=given.areas or open_)


def _excepted(given: Given, found: Sequence[Given]) -> set[Area]:
    """Return the areas that other clauses give another grade at the same inspection."""
    return {
        area
        for other in found
        if other.set_ is None and other.earlier == given.earlier and other.grade is not given.grade and other.stated
        for area in other.areas
    }
