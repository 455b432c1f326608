"""Judgements: which area got which grade, at this inspection or an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.inspections.areas import AreaMention, Sort, under
from councilbrief.evidence.inspections.era import framework_at
from councilbrief.evidence.inspections.frameworks import Framework
from councilbrief.evidence.judgements.clauses import Clause
from councilbrief.evidence.judgements.grades import GRADE_WORDS, INVERTED
from councilbrief.evidence.judgements.nearby import SETS
from councilbrief.evidence.judgements.pairs import OVERALL_AFTER, Pair, has_whole, pairs
from councilbrief.evidence.judgements.passages import EXCEPTION, SAME, SO, Passage
from councilbrief.evidence.judgements.past import EARLIER
from councilbrief.evidence.judgements.same_then import same_then
from councilbrief.evidence.judgements.times import Times
from councilbrief.evidence.judgements.whose import is_of_another
from councilbrief.evidence.words import either
from councilbrief.provenance import PartialDate, Span

# `the quality of help is good`: something else than the services as a whole
_OF_SOMETHING = re.compile(
    rf"\b(?:the|its|their|that) (?:\w+ )?(?!{either('areas', 'verdicts')}\b)\w+"
    r" (?:of|for|with|between)\b[^,;]*\b(?:is|are|was|were)\b",
    re.IGNORECASE,
)
# `the council is small, and the budget is good`: between a whole and the grade of something else
_ANOTHER_SUBJECT = re.compile(
    r"(?:,? (?:and|but|while)|\btold that) (?:the|its|their|our|some|most|many|this|his|her|my|a|an)\b"
    rf"(?! (?:whole|result|council|authority|borough|county|city|{either('areas', 'verdicts')})\b)",
    re.IGNORECASE,
)
_SIDE_OF = re.compile(rf"\b{either('areas', 'sides')} (?:of|in|for) (?:the |its )?$", re.IGNORECASE)
# `it got the same grade` before ` as in 2019`
_AS_THEN = re.compile(r",? as (?:in|at|before|last|it|they)\b")
# `they rated as good ` before `the food`
_AN_OBJECT = re.compile(r"[’'”\"]? (?:the|its|their|our|one|some|many|an?|councils|\w+s) ", re.IGNORECASE)
_OVERALL_BEFORE = re.compile(r"\b(?:[Oo]verall|[Tt]aken together|[Aa]ll told),? [^.;]{0,40}$")
# `What the good ` before `judgements mean`: those of areas
_SEVERAL = re.compile(r"[’'”\"]? (?:judgement|judgment|grade|rating|mark|verdict)s\b")
# `has seen it slapped with the lowest possible ` before `inadequate rating`
_SEEN_IT = re.compile(
    r"\b(?:seen|sees|saw|left|leaves?|leaving) (?:it|them|the (?:council|authority|borough|county|city))"
    rf" (?:(?:slapped|handed|given|with|as|an?|the|its|lowest|highest|possible"
    rf"|{either('grades', 'judging')}) )*[‘“'\"]?$"
)
# `inadequate for safeguarding`, `good in another`: one judgement of several, not the whole
_OF_ONE = re.compile(
    r"[’'”\"]? (?:for|on|in) (?:(?:its |the )?safeguarding\b(?! children)|another\b(?! \w)"
    r"|these (?:\w+ )?(?:areas|categories|judgements)\b|one(?: and\b| but\b|[,.;]|$))",
    re.IGNORECASE,
)
# `three goods and an outstanding`: of which areas stays open
_COUNTED = re.compile(
    rf"\b(?:two|three|four|five|\d) (?:more )?[‘“'\"]?(?:{GRADE_WORDS})(?:s[’”'\"]?|[’”'\"]s)(?!\w)",
    re.IGNORECASE,
)
# `Adopters are well prepared, inspectors wrote, and graded ` before `the service`
_ONE_SERVICE = re.compile(r"\b(?:adopt|foster|respite|kinship)\w*\b[^.;]*$", re.IGNORECASE)
# ` in a corner of Kent `, ` that she oversees ` before ` have been rated`
_PLACE = re.compile(
    r" (?:(?:in|across|around|throughout) (?:[\w’'-]+ ){0,5}?[\w’'-]+"
    r"|(?:(?:that |which )?(?:he|she|it|they|we|the \w+) )?(?:now |currently )?(?:runs?|oversees?|leads?"
    r"|heads?|manages?|provides?|delivers?|offers?|answers? for|(?:is|are) responsible for))"
    r"(?= (?:is|are|was|were|has|have|had|remains?)\b)"
)
_NEAR = 160
_REACH = 60
"""Characters before a grade in which `overall` can stand."""


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


Paired: TypeAlias = tuple[Passage, tuple[tuple[Pair, Given], ...]]
"""A passage with what each of its grades is given to, before the areas have their names."""


def grades_given(text: str, told: Iterable[Paired], framework: Framework | None) -> tuple[Given, ...]:
    """Find the grades that passages give; sets such as "the other three areas" stay open."""
    found: list[Given] = []
    last: Given | None = None
    whole: Given | None = None
    for passage, given_to in told:
        new = [*_same(text, passage, last, framework), *_in_clause(text, passage, given_to, framework)]
        today = [given for given in new if not given.earlier and given.stated]
        last = today[-1] if today else last
        whole = next((given for given in reversed(today) if Area.OVERALL in given.areas), whole)
        beside = last if last and "." not in text[last.span.end : passage.clause.span.start] else whole
        found += [*new, *(_again(text, passage, beside) if beside else ())]
    return tuple(found)


def paired(text: str, passage: Passage) -> Paired:
    """Pair the grades of a clause with its areas, whatever framework will say how these are called."""
    if not passage.grades:
        return passage, ()
    times, found = Times(text, passage.clause), list[tuple[Pair, Given]]()
    for pair in pairs(text, passage):
        earlier, year = times.of(pair.grade.span, left=pair.grade.left)
        of_then = _as_of_then(text, pair) if earlier else pair
        stated = not passage.clause.hypothetical
        span = _span(passage.clause, of_then)
        base = Given((), pair.grade.grade, span, pair.rule, earlier, year, stated, clause=passage.clause.span)
        found += [(of_then, replace(base, year=each)) for each in times.joined(year)]
    return passage, tuple(found)


def _in_clause(
    text: str, passage: Passage, given_to: Iterable[tuple[Pair, Given]], framework: Framework | None
) -> list[Given]:
    """Give the grades of a clause to its areas, under their names in the framework."""
    found, behind = list[Given](), list[Given]()
    for pair, base in given_to:
        given = _given(text, passage.clause, pair, base, framework)
        (behind if pair.grade.left else found).extend(given)
    # `in 2021, when it moved from RI to good`: that year's grade is the one moved to
    then = {(given.areas, given.year) for given in found if given.earlier}
    return [*(given for given in behind if (given.areas, given.year) not in then), *found]


def _again(text: str, passage: Passage, now: Given) -> Iterator[Given]:
    """Give a grade of now to each earlier year in which a clause says that it was the same."""
    of_ = {one.area for one in passage.areas or passage.subject} - {None, Area.OVERALL}
    if of_ and not passage.grades and not of_.intersection(now.areas):
        return  # "leaders got the same grade as in 2019" says nothing of the whole
    areas = (Area.OVERALL,) if Area.OVERALL in now.areas else now.areas
    for span, year in same_then(text, passage, now.span):
        yield Given(areas, now.grade, span, "same-as-then", earlier=True, year=year)


def _as_of_then(text: str, pair: Pair) -> Pair:
    """Leave out the sets of today before a grade of then: "all are good, years after it was inadequate"."""
    grade, behind = pair.grade.span.start, pair.rule == "subject-of-clause-before"
    named = (
        a for a in pair.named if a.sort not in SETS or not (behind or EARLIER.search(text, a.span.end, grade))
    )
    return replace(pair, named=tuple(named))


def _given(
    text: str, clause: Clause, pair: Pair, base: Given, framework: Framework | None
) -> Iterator[Given]:
    """Turn a pair into facts: areas under their framework, sets kept for later."""
    if base.earlier or (framework is not None and not framework.graded):
        framework = _then(base.year, framework)
    carried = pair.rule == "subject-of-clause-before" and not any(
        clause.span.covers(a.span) for a in pair.named
    )
    if carried and is_of_another(text, clause.span.start, pair.grade.span.start, clause.own):
        return  # "leadership requires improvement but relations are good" says nothing good of it
    areas = _under(framework, pair.named)
    group = next((a.sort for a in pair.named if a.sort in SETS), None)
    rule = f"set-{group.value}" if group else base.rule
    given = replace(base, areas=areas, group=group, rule=rule, excepted=_under(framework, pair.excepted))
    if group is not None or areas:
        yield given
    if _is_overall(text, clause, pair, given):
        if framework is None or framework.overall:
            yield replace(base, areas=(Area.OVERALL,))
        if group is None and not base.earlier and EXCEPTION.search(text, clause.span.start, clause.span.end):
            yield replace(base, group=Sort.MOST, rule="set-most")


def _then(year: int | None, now: Framework | None) -> Framework | None:
    """Return the framework of an earlier grade: its year's, or that of now if it grades the whole."""
    then = framework_at(PartialDate(year)) if year is not None else None
    return then.framework if then else now if now is not None and now.overall else None


def _under(framework: Framework | None, mentions: Iterable[AreaMention]) -> tuple[Area, ...]:
    """Return the areas that mentions name, as a framework calls them."""
    return tuple(area for mention in mentions if mention.area for area in under(framework, mention.area))


def _is_overall(text: str, clause: Clause, pair: Pair, given: Given) -> bool:
    """Say whether a grade is, or is also, the overall one."""
    grade = pair.grade.span
    if OVERALL_AFTER.match(text, grade.end, clause.span.end):
        return Area.OVERALL not in given.areas
    if given.areas or given.group in {Sort.REST, Sort.MOST} or any(a.area for a in pair.named):
        return False
    of_one = _OF_ONE.match(text, grade.end) or (
        not (pair.named or given.earlier) and _SEVERAL.match(text, grade.end)
    )
    counted = not pair.named and _COUNTED.search(text, clause.span.start, clause.span.end)
    if (pair.side and not pair.named) or of_one or counted or _is_of_one_service(text, pair):
        return False
    lead = (max(clause.span.start, grade.start - _REACH), grade.start)
    said = _SEEN_IT.search(text, *lead)
    ends = [a.span.end for a in pair.named if a.sort is Sort.WHOLE and a.span.end <= grade.start]
    begin = _behind_place(text, max([*ends, clause.span.start]), grade.start) if ends else clause.span.start
    if not said and (
        _is_a_side(text, clause, pair, given)
        or _is_of_an_object(text, clause, pair)
        or is_of_another(text, begin, grade.start, clause.own)
    ):
        return False
    said = said or _OVERALL_BEFORE.search(text, *lead)
    if said is None and ends and _ANOTHER_SUBJECT.search(text, begin, grade.start):
        return False
    alone = given.earlier and not clause.foreign
    return said is not None or has_whole(pair.named) or pair.whole_before or clause.council or alone


def _behind_place(text: str, start: int, end: int) -> int:
    """Return where a subject ends that names a place behind the services: "services in a corner of Kent"."""
    place = _PLACE.match(text, start, end)
    return place.end() if place else start


def _is_of_one_service(text: str, pair: Pair) -> bool:
    """Say whether "the service" is one of several: "adopters are glad, it said, and rated the service"."""
    return any(
        a.span.slice(text).lower() == "the service"
        and _ONE_SERVICE.search(text, max(0, a.span.start - _NEAR), a.span.start)
        for a in pair.named
    )


def _is_of_an_object(text: str, clause: Clause, pair: Pair) -> bool:
    """Say whether a grade is given to what stands behind it, no council: "they rated as good the food"."""
    at = pair.grade.span
    lead = text[max(clause.span.start, at.start - _REACH) : at.start]
    inverted = not has_whole(pair.named) and INVERTED.search(lead) is not None
    return inverted and _AN_OBJECT.match(text, at.end) is not None


def _is_a_side(text: str, clause: Clause, pair: Pair, given: Given) -> bool:
    """Say whether a grade is given to one side of the services: their quality, the help for families."""
    if given.rule == "no-area":
        return _OF_SOMETHING.search(text, clause.span.start, pair.grade.span.start) is not None
    return bool(pair.named) and all(
        _SIDE_OF.search(text[max(0, a.span.start - _REACH) : a.span.start]) is not None for a in pair.named
    )


def _span(clause: Clause, pair: Pair) -> Span:
    """Return the slice from the first to the last of grade and areas."""
    here = [pair.grade.span, *(a.span for a in pair.named if clause.span.covers(a.span))]
    return Span(min(s.start for s in here), max(s.end for s in here))


def _same(text: str, passage: Passage, last: Given | None, framework: Framework | None) -> Iterator[Given]:
    """Read "the verdict is the same for …" and "So is …": the last grade given goes on."""
    span, mentions = passage.clause.span, passage.areas
    if last is None or passage.grades:
        return
    mark = SO.match(text, span.start, span.end) or SAME.search(text, span.start, span.end)
    if (
        mark is None
        or _AS_THEN.match(text, span.end)
        or Times(text, passage.clause).of(Span(mark.start(), mark.end()), left=False)[0]
    ):
        return
    group = next((a.sort for a in mentions if a.sort in SETS), None)
    but = EXCEPTION.search(text, span.start, span.end) if group else None
    out = tuple(a for a in mentions if but and a.span.start >= but.end())
    areas = _under(framework, [a for a in mentions if a not in out])
    open_ = group is not None and set(areas) <= {Area.OVERALL}
    if areas or group:
        whole = Span(min(mark.start(), mentions[0].span.start), max(mark.end(), mentions[-1].span.end))
        given = Given(areas, last.grade, whole, "same-grade", clause=span)
        yield replace(given, group=group if open_ else None, excepted=_under(framework, out))
