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
from councilbrief.evidence.words import words
from councilbrief.provenance import Span

_FOR = re.compile(
    r"^[^.;]{0,60}?\b(?:for|in|to|on|of|against|were|was|across|over)\b|^[^.;]{0,20}:|^ ?$|^ overall,? "
)
_ONLY_FOR = re.compile(
    r"^[’'”\")]?s? (?:(?:rating|grade|mark|judgement) )?(?:overall )?(?:as well as |too )?for "
)
_EXCEPTION = re.compile(rf"\b(?:{'|'.join(words('areas')['exception'])})\b", re.IGNORECASE)
_OVERALL_AFTER = re.compile(r"[’'”\"]?,? (?:\w+ )?overall\b", re.IGNORECASE)
_OVERALL_BEFORE = re.compile(r"\b[Oo]verall,? [^.;]{0,40}$")
_SO = re.compile(
    r"(?<![\w’'])(?:and |that )*(?:so|as)(?: too| also)? (?:is|are|was|were|do|does|did|has|have|had)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\bsame (?:grade|mark|rating|verdict|judgement|result)\b(?! (?:it|as|that|in|they|which|the council))|\b(?:verdict|grade|judgement|rating|mark|result|picture) (?:is|was) the same\b|\bthat (?:is|was) (?:also )?(?:the|its) overall\b",
    re.IGNORECASE,
)
_AROUND = 400
_SETS = frozenset({Sort.REST, Sort.ALL, Sort.MOST})


@dataclass(frozen=True, slots=True)
class Given:
    """A grade given to areas, before it is known to which inspection it belongs.

    `earlier` marks a grade of an earlier inspection, `year` when that was, where the
    clause says so. `stated` is False for what a source only claims by a rule. `group` is
    the set expression that says which areas, where they are still open.
    """

    areas: tuple[Area, ...]
    grade: Grade
    span: Span
    rule: str
    earlier: bool = False
    year: int | None = None
    stated: bool = True
    group: Sort | None = None


def grades_given(text: str, sentences: Iterable[Clause], framework: Framework | None) -> tuple[Given, ...]:
    """Find the grades that sentences give; sets such as "the other three areas" stay open.

    `text` has the statements of people veiled; a rule or a hope is no grade.
    """
    found: list[Given] = []
    for sentence in sentences:
        for clause, areas, subject in _with_subjects(text, sentence):
            found += _same(text, clause, areas, found, framework)
            found += _in_clause(text, clause, areas, subject, framework)
    return tuple(found)


def _with_subjects(
    text: str, sentence: Clause
) -> Iterator[tuple[Clause, tuple[AreaMention, ...], tuple[AreaMention, ...]]]:
    """Yield each clause with its areas and with those of the clause before it."""
    subject: tuple[AreaMention, ...] = ()
    for clause in clauses(text, sentence):
        areas = area_mentions(text, clause.span.start, clause.span.end)
        if not clause.aside:
            yield clause, areas, subject
        subject = areas or subject


def _in_clause(
    text: str,
    clause: Clause,
    areas: tuple[AreaMention, ...],
    subject: tuple[AreaMention, ...],
    framework: Framework | None,
) -> Iterator[Given]:
    """Pair the grades of a clause with the areas that stand before or after each."""
    grades = grade_mentions(text, clause.span.start, clause.span.end)
    edge = clause.span.start
    last: tuple[AreaMention, ...] = ()
    for number, grade in enumerate(grades):
        stop = grades[number + 1].span.start if number + 1 < len(grades) else clause.span.end
        before = tuple(a for a in areas if edge <= a.span.start and a.span.end <= grade.span.start)
        after = tuple(
            a
            for a in areas
            if grade.span.end <= a.span.start and a.span.end <= stop and a.sort is not Sort.NONE
        )
        if any(mention.sort is Sort.NONE for mention in before):
            return
        so = _SO.search(text, grade.span.end, stop)
        likewise = tuple(a for a in after if so and a.span.start >= so.end())
        after = tuple(a for a in after if a not in likewise)
        named, rule = _named(text, grade, before, after, last or subject)
        overall = _OVERALL_AFTER.match(text, grade.span.end, stop)
        edge, last = overall.end() if overall else grade.span.end, named or last
        yield from _given(text, clause, grade, named, rule, framework, whole_before=_has_whole(before))
        if likewise:
            yield from _given(text, clause, grade, likewise, "likewise", framework)
            edge = likewise[-1].span.end


def _named(
    text: str,
    grade: GradeMention,
    before: tuple[AreaMention, ...],
    after: tuple[AreaMention, ...],
    subject: tuple[AreaMention, ...],
) -> tuple[tuple[AreaMention, ...], str]:
    """Choose the areas that a grade is given to, and name the rule."""
    specific_after = tuple(a for a in after if a.sort is not Sort.WHOLE)
    specific_before = tuple(a for a in before if a.sort is not Sort.WHOLE)
    between = text[grade.span.end : specific_after[0].span.start] if specific_after else ""
    for_after = bool(specific_after) and _FOR.match(between) is not None
    if for_after and (not specific_before or _ONLY_FOR.match(between)):
        return specific_after, "grade-for-area"
    if specific_before:
        return specific_before, "area-then-grade"
    if before or after:
        return (before or after), "whole-then-grade"
    if subject:
        return subject, "subject-of-clause-before"
    return (), "no-area"


def _has_whole(mentions: Iterable[AreaMention]) -> bool:
    return any(mention.sort is Sort.WHOLE for mention in mentions)


def _given(
    text: str,
    clause: Clause,
    grade: GradeMention,
    named: tuple[AreaMention, ...],
    rule: str,
    framework: Framework | None,
    *,
    whole_before: bool = False,
) -> Iterator[Given]:
    """Turn a pair into facts: areas under their framework, sets kept for later."""
    earlier, year = told_of_earlier(text, clause, grade.span, left=grade.left)
    base = Given((), grade.grade, _span(clause, grade, named), rule, earlier, year, not clause.hypothetical)
    areas = tuple(area for a in named if a.area for area in under(framework, a.area))
    group = next((a.sort for a in named if a.sort in _SETS), None)
    if group is not None:
        yield replace(base, areas=areas, group=group, rule=f"set-{group.value}")
    elif areas:
        yield replace(base, areas=areas)
    if _is_overall(text, clause, grade, named, areas, group, whole_before=whole_before):
        excepted = _EXCEPTION.search(clause.span.slice(text)) is not None
        if framework is None or framework.overall:
            yield replace(base, areas=(Area.OVERALL,))
        if excepted and group is None:
            yield replace(base, group=Sort.MOST, rule="set-most")


def _is_overall(
    text: str,
    clause: Clause,
    grade: GradeMention,
    named: tuple[AreaMention, ...],
    areas: tuple[Area, ...],
    group: Sort | None,
    *,
    whole_before: bool,
) -> bool:
    """Say whether a grade is, or is also, the overall one."""
    if _OVERALL_AFTER.match(text, grade.span.end, clause.span.end):
        return Area.OVERALL not in areas
    if areas or group is Sort.REST or group is Sort.MOST:
        return False
    said = _OVERALL_BEFORE.search(text, clause.span.start, grade.span.start) is not None
    return said or _has_whole(named) or whole_before or clause.council


def _span(clause: Clause, grade: GradeMention, named: tuple[AreaMention, ...]) -> Span:
    """Return the slice from the first to the last of grade and areas."""
    here = [grade.span, *(a.span for a in named if clause.span.covers(a.span))]
    return Span(min(s.start for s in here), max(s.end for s in here))


def _same(
    text: str,
    clause: Clause,
    mentions: tuple[AreaMention, ...],
    found: list[Given],
    framework: Framework | None,
) -> Iterator[Given]:
    """Read "the verdict is the same for …" and "So is …": the last grade given goes on."""
    last = next((g for g in reversed(found) if not g.earlier and g.stated), None)
    so = _SO.match(text, clause.span.start, clause.span.end)
    mark = so or _SAME.search(text, clause.span.start, clause.span.end)
    if last is None or mark is None or grade_mentions(text, clause.span.start, clause.span.end):
        return
    if told_of_earlier(text, clause, Span(mark.start(), mark.end()), left=False)[0]:
        return
    areas = tuple(area for a in mentions if a.area for area in under(framework, a.area))
    group = next((a.sort for a in mentions if a.sort in _SETS), None)
    if areas or group:
        span = Span(min(mark.start(), mentions[0].span.start), max(mark.end(), mentions[-1].span.end))
        yield Given(areas, last.grade, span, "same-grade", group=None if areas else group)


def with_sets(text: str, found: Sequence[Given], framework: Framework | None) -> Iterator[Given]:
    """Resolve sets against the areas of the framework, or, unknown, those named around, and the grades given already."""
    for given in found:
        around = Span(max(0, given.span.start - _AROUND), min(len(text), given.span.end + _AROUND))
        named = [a.area for a in area_mentions(text, around.start, around.end) if a.area]
        every = judged(framework, [*named, *(area for other in found for area in other.areas)])
        if given.group is None:
            yield given
        elif given.group is Sort.ALL:
            yield replace(
                given, areas=tuple(a for a in every if a not in _excepted(given, found)) or given.areas
            )
        else:
            taken = {
                a
                for other in found
                if other.group is None and not other.earlier and other.stated
                for a in other.areas
            }
            open_ = tuple(area for area in every if area not in taken)
            listed = given.areas if framework is None or not set(given.areas) <= set(open_) else ()
            yield replace(given, areas=listed or open_)


def _excepted(given: Given, found: Sequence[Given]) -> set[Area]:
    """Return the areas that other clauses give another grade at the same inspection."""
    return {
        area
        for other in found
        if other.group is None
        and other.earlier == given.earlier
        and other.grade is not given.grade
        and other.stated
        for area in other.areas
    }
