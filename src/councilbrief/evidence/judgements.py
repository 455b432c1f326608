"""Judgements: which area got which grade, at this inspection or an earlier one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.areas import AreaMention, Sort, area_mentions, under
from councilbrief.evidence.clauses import Clause, Times, clauses
from councilbrief.evidence.era import framework_at
from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.frameworks import Framework
from councilbrief.evidence.grades import GRADE_TRACE, GradeMention, grade_mentions
from councilbrief.evidence.words import either
from councilbrief.provenance import PartialDate, Span

# the grade, and then ` for `, ` in `, `: `
_FOR = re.compile(
    r"^[^.;]{0,60}?\b(?:for|in|to|on|of|against|were|was|across|over)\b|^[^.;]{0,20}:|^ ?$|^ overall,? "
)
_ONLY_FOR = re.compile(
    r"^[’'”\")]?s? (?:(?:rating|grade|mark|judgement) )?(?:overall )?(?:as well as |too )?for "
)
_EXCEPTION = re.compile(rf"\b{either('areas', 'exception')}\b", re.IGNORECASE)
_BUT = re.compile(rf" \(?{either('areas', 'exception')}\b", re.IGNORECASE)
_WHICH = re.compile(r",? \(?(?:which|where) (?:\w+ )?(?:is|are|was|were|remains?|got|received)\b")
_OVERALL_AFTER = re.compile(r"[’'”\"]?,? (?:\w+ )?overall\b", re.IGNORECASE)
_OVERALL_BEFORE = re.compile(r"\b[Oo]verall,? [^.;]{0,40}$")
# `and so was help for care leavers`
_SO = re.compile(
    r"(?<![\w’'])(?:and |that )*(?:so|as)(?: too| also)? (?:is|are|was|were|do|does|did|has|have|had)\b",
    re.IGNORECASE,
)
# `from requires improvement to good for leadership`
_TO = re.compile(r"[’'”\"]? (?:to|into) (?:an? |be )?[‘'“\"]?")
_APART = re.compile(r"[(;]|\b(?:is|was|are|were)\b(?!.*\bsame\b)")
_SAME = re.compile(either("grades", "same"), re.IGNORECASE)
_REACH = 60
"""Characters before a grade in which `overall` can stand."""

SETS = frozenset({Sort.REST, Sort.ALL, Sort.MOST})
"""Mentions that name areas by what is left or by all of them."""


@dataclass(frozen=True, slots=True)
class Given:
    """A grade given to areas, before it is known to which inspection it belongs.

    `earlier` marks a grade of an earlier inspection, `year` when that was, where the
    clause says so. `stated` is False for what a source only claims by a rule. `group` is
    the set expression that says which areas, where they are still open, but not those
    `excepted`. `span` runs from the first to the last of grade and areas; `clause` is the
    clause around it, which reads as a whole, None where the span does.
    """

    areas: tuple[Area, ...]
    grade: Grade
    span: Span
    rule: str
    earlier: bool = False
    year: int | None = None
    stated: bool = True
    group: Sort | None = None
    excepted: tuple[Area, ...] = ()
    clause: Span | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause with what it names; `subject` are the areas of the clause before it."""

    clause: Clause
    paragraph: int
    areas: tuple[AreaMention, ...]
    subject: tuple[AreaMention, ...]
    grades: tuple[GradeMention, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
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
        if not any(trace.search(text, span.start, span.end) for trace in (GRADE_TRACE, _SAME, _SO)):
            continue
        subject: tuple[AreaMention, ...] = ()
        for clause in clauses(text, sentence):
            areas = area_mentions(text, clause.span.start, clause.span.end)
            if not clause.aside:
                grades = grade_mentions(text, clause.span.start, clause.span.end)
                yield Passage(clause, paragraph, areas, subject, grades)
            subject = areas or subject


def grades_given(text: str, told: Iterable[Passage], framework: Framework | None) -> tuple[Given, ...]:
    """Find the grades that passages give; sets such as "the other three areas" stay open."""
    found: list[Given] = []
    last: Given | None = None
    for passage in told:
        new = [*_same(text, passage, last, framework), *_in_clause(text, passage, framework)]
        last = next((given for given in reversed(new) if not given.earlier and given.stated), last)
        found += new
    return tuple(found)


def _in_clause(text: str, passage: Passage, framework: Framework | None) -> Iterator[Given]:
    """Give the grades of a clause to its areas, under their names in the framework."""
    if not passage.grades:
        return
    times = Times(text, passage.clause)
    for pair in _pairs(text, passage):
        earlier, year = times.of(pair.grade.span, left=pair.grade.left)
        stated = not passage.clause.hypothetical
        span = _span(passage.clause, pair)
        base = Given((), pair.grade.grade, span, pair.rule, earlier, year, stated, clause=passage.clause.span)
        yield from _given(text, passage.clause, pair, base, framework)


def _pairs(text: str, passage: Passage) -> Iterator[_Pair]:
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
            yield _Pair(replace(grade, left=False), out, "area-then-grade")
            kept, edge = before, grade.span.end
            continue
        after = tuple(a for a in _between(passage.areas, grade.span.end, stop) if a.sort is not Sort.NONE)
        if any(mention.sort is Sort.NONE for mention in before):
            return
        so = _SO.search(text, grade.span.end, stop)
        likewise = tuple(a for a in after if so and a.span.start >= so.end())
        but = _EXCEPTION.search(text, grade.span.end, stop)
        excepted = tuple(a for a in after if but and a.span.start >= but.end() and a not in likewise) + out
        meant = tuple(a for a in after if a not in likewise and a not in excepted)
        named, rule = _named(text, grade, before, meant, last)
        yield _Pair(grade, named, rule, _has_whole(before), excepted)
        overall = _OVERALL_AFTER.match(text, grade.span.end, stop)
        edge, last = overall.end() if overall else grade.span.end, excepted or named or last
        kept = out = ()
        if likewise:
            yield _Pair(grade, likewise, "likewise")
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


def _has_whole(mentions: Iterable[AreaMention]) -> bool:
    return any(mention.sort is Sort.WHOLE for mention in mentions)


def _given(
    text: str, clause: Clause, pair: _Pair, base: Given, framework: Framework | None
) -> Iterator[Given]:
    """Turn a pair into facts: areas under their framework, sets kept for later."""
    if base.earlier and base.year is not None:
        then = framework_at(PartialDate(base.year))
        framework = then.framework if then else framework
    areas = _under(framework, pair.named)
    group = next((a.sort for a in pair.named if a.sort in SETS), None)
    rule = f"set-{group.value}" if group else base.rule
    given = replace(base, areas=areas, group=group, rule=rule, excepted=_under(framework, pair.excepted))
    if group is not None or areas:
        yield given
    if _is_overall(text, clause, pair, given):
        if framework is None or framework.overall:
            yield replace(base, areas=(Area.OVERALL,))
        if group is None and _EXCEPTION.search(text, clause.span.start, clause.span.end):
            yield replace(base, group=Sort.MOST, rule="set-most")


def _under(framework: Framework | None, mentions: Iterable[AreaMention]) -> tuple[Area, ...]:
    """Return the areas that mentions name, as a framework calls them."""
    return tuple(area for mention in mentions if mention.area for area in under(framework, mention.area))


def _is_overall(text: str, clause: Clause, pair: _Pair, given: Given) -> bool:
    """Say whether a grade is, or is also, the overall one."""
    grade = pair.grade.span
    if _OVERALL_AFTER.match(text, grade.end, clause.span.end):
        return Area.OVERALL not in given.areas
    if given.areas or given.group in {Sort.REST, Sort.MOST} or any(a.area for a in pair.named):
        return False
    said = _OVERALL_BEFORE.search(text, max(clause.span.start, grade.start - _REACH), grade.start)
    return said is not None or _has_whole(pair.named) or pair.whole_before or clause.council


def _span(clause: Clause, pair: _Pair) -> Span:
    """Return the slice from the first to the last of grade and areas."""
    here = [pair.grade.span, *(a.span for a in pair.named if clause.span.covers(a.span))]
    return Span(min(s.start for s in here), max(s.end for s in here))


def _same(text: str, passage: Passage, last: Given | None, framework: Framework | None) -> Iterator[Given]:
    """Read "the verdict is the same for …" and "So is …": the last grade given goes on."""
    span, mentions = passage.clause.span, passage.areas
    if last is None or passage.grades:
        return
    mark = _SO.match(text, span.start, span.end) or _SAME.search(text, span.start, span.end)
    if mark is None or Times(text, passage.clause).of(Span(mark.start(), mark.end()), left=False)[0]:
        return
    areas = _under(framework, mentions)
    group = next((a.sort for a in mentions if a.sort in SETS), None)
    if areas or group:
        whole = Span(min(mark.start(), mentions[0].span.start), max(mark.end(), mentions[-1].span.end))
        group = None if areas else group
        yield Given(areas, last.grade, whole, "same-grade", group=group, clause=span)
