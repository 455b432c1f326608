"""Where sources tell of the same inspection and do not say the same: claim beside claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from councilbrief.briefing.blocks import Inline, Pill, Support, Text
from councilbrief.briefing.case import Case
from councilbrief.briefing.frames import AREA_WORDS, gives_grades, visit_noun
from councilbrief.briefing.grades import AreaGrade, Given, area_grades
from councilbrief.briefing.inspections import Record, Telling
from councilbrief.briefing.phrases import (
    counted,
    grade_words,
    kind_name,
    period,
    sentence_case,
    with_article,
)
from councilbrief.briefing.references import OFSTED_KINDS, authority
from councilbrief.briefing.retold import differing_lists, without_qualifiers
from councilbrief.briefing.sameness import dates_differ
from councilbrief.briefing.slices import in_marks, support
from councilbrief.evidence.facts import Quoted
from councilbrief.provenance import PartialDate, Source

LONGEST_QUOTED = 45
"""More words than these are not set into a table; the fact alone is."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one source says: the words that are shown, and what they rest on."""

    source: Source
    inlines: tuple[Inline, ...]
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sources, or more, that do not say the same of one thing.

    `first` is what the source with the most authority says, `others` what others say;
    `equal` says that none of them outranks the rest.
    """

    about: str
    first: Version
    others: tuple[Version, ...]
    equal: bool = False


def disagreements(case: Case, record: Record) -> tuple[Difference, ...]:
    """Find where the sources on an inspection differ; nothing is found where all is well."""
    return tuple(one for find in FINDERS for one in find(case, record))


def _grades(case: Case, record: Record) -> Iterable[Difference]:
    """Set grades beside each other that contradict; a claim about several areas is one claim."""
    if gives_grades(record.framework) is False:
        yield from _grades_of_a_visit(record)
        return
    every = area_grades(record)
    differing = [(area, one) for area, given in every.items() for one in _contradicting(given)]
    by_claim = sorted(differing, key=lambda each: (authority(each[1].source), _claim(each[1])))
    for _, group in groupby(by_claim, key=lambda each: _claim(each[1])):
        pairs = tuple(group)
        areas, claim = [area for area, _ in pairs], pairs[0][1]
        given = [every[area] for area in areas]
        one_area = f"Grade: {AREA_WORDS[areas[0]]}"
        yield Difference(
            one_area if len(areas) == 1 else f"Grades of {counted(len(areas), 'area')}",
            _graded(case, given),
            (_says(claim.source, claim.judgement.told, claim.judgement.rule),),
            equal=any(one.disputed for one in given),
        )


def _claim(given: Given) -> tuple[str, int, int]:
    span = given.judgement.told.place.span
    return given.source.id, span.start, span.end


def _contradicting(given: AreaGrade) -> tuple[Given, ...]:
    """Return the grades that differ from the one in the first column, each claim once."""
    if not given.disputed:
        return tuple({_claim(one): one for one in given.others}.values())
    first = _first(given)
    others = (one for one in given.others if one.judgement.grade is not first.judgement.grade)
    return tuple({_claim(one): one for one in others}.values())


def _first(given: AreaGrade) -> Given:
    return min(given.believed or given.others, key=lambda one: authority(one.source))


def _graded(case: Case, given: Sequence[AreaGrade]) -> Version:
    """Give the grades that the source with the most authority states."""
    firsts = [_first(one) for one in given]
    source = firsts[0].source
    inlines: list[Inline] = [_opening(source, "gives ")]
    for at, (one, first) in enumerate(zip(given, firsts, strict=True)):
        area = f"{AREA_WORDS[one.area]}: " if len(given) > 1 else ""
        grade = first.judgement.grade
        inlines += [Text(f"{'; ' if at else ''}{area}"), Pill(grade, grade_words(grade))]
    inlines.append(case.references.cite(*(one.source.id for one in firsts)))
    return Version(source, tuple(inlines), tuple(one.support for one in firsts))


def _grades_of_a_visit(record: Record) -> Iterable[Difference]:
    """Show grades that are claimed for a visit of a kind that gives none."""
    claims = {_claim(one): one for given in area_grades(record).values() for one in _every(given)}
    visit = next((one for one in record.tellings if one.source.kind in OFSTED_KINDS), None)
    others = tuple(_says(one.source, one.judgement.told, one.judgement.rule) for one in claims.values())
    if visit is not None and others:
        yield Difference(
            "Grade",
            _fact(visit, f"gives no grade: {with_article(visit_noun(record.framework))} gives none"),
            others,
        )


def _every(given: AreaGrade) -> tuple[Given, ...]:
    return (*given.believed, *given.others)


def _dates(_case: Case, record: Record) -> Iterable[Difference]:
    """Set days beside each other that cannot be the same days."""
    dated = [one for one in record.tellings if one.bounds]
    shown = (record.start, record.end)
    first = next((one for one in dated if (one.inspection.start, one.inspection.end) == shown), None)
    if first is None:
        return
    others = tuple(
        _told_on(one)
        for one in dated
        if one.source != first.source and dates_differ(one, first) and _states(one)
    )
    if others:
        equal = any(authority(one.source) == authority(first.source) for one in others)
        yield Difference("Date of the inspection", _fact(first, f"says {_days(first)}"), others, equal=equal)


def _states(telling: Telling) -> bool:
    """Say whether a document states the date that it gives; one that is inferred is nobody's claim."""
    dates = (telling.inspection.start, telling.inspection.end)
    return telling.leads and all(date is None or date.is_stated for date in dates)


def _days(telling: Telling) -> str:
    start, end = telling.inspection.start, telling.inspection.end
    return period(start.value if start else None, end.value if end else None) or ""


def _told_on(telling: Telling) -> Version:
    """Quote the sentence that gives the date, or give the date alone where the sentence is long."""
    told = telling.inspection.told
    if len(told.words.split()) > LONGEST_QUOTED:
        return _fact(telling, f"says {_days(telling)}")
    return _says(telling.source, told, telling.inspection.rule)


def _fact(telling: Telling, words: str) -> Version:
    rests_on = (support(telling.inspection.told, telling.inspection.rule),)
    return Version(telling.source, (_opening(telling.source, words),), rests_on)


def _says(source: Source, told: Quoted, rule: str) -> Version:
    return Version(source, (_opening(source, "says "), *in_marks(told)), (support(told, rule),))


def _opening(source: Source, words: str) -> Text:
    """Begin what a source says: `The press article gives three of them`."""
    return Text(f"{'Ofsted’s' if source.kind in OFSTED_KINDS else 'The'} {_short(source)} {words}")


def _short(source: Source) -> str:
    """Name a source by what it is; the reference says which one it is."""
    return kind_name(source.kind).removeprefix("Ofsted ").removeprefix("council ")


def _published(_case: Case, record: Record) -> Iterable[Difference]:
    """Show what is dated before the report that it gives the grades of."""
    report = next((one for one in record.tellings if one.source.kind in OFSTED_KINDS and _issued(one)), None)
    came_out = _issued(report) if report else None
    if report is None or came_out is None:
        return
    early = [
        (one, date)
        for one in record.tellings
        if one.leads
        and one.source.kind not in OFSTED_KINDS
        and any(each.stated for each in one.judgements)
        and (date := _issued(one)) is not None
        and one.source.published is not None
        and one.source.published.is_stated
        and date.latest() < came_out.earliest()
    ]
    if early:
        words = [
            (one, f"gives grades and is dated {date.text()}, before the report came out")
            for one, date in early
        ]
        others = tuple(_fact(one, text) for one, text in words)
        yield Difference("Date of publication", _fact(report, f"came out on {came_out.text()}"), others)


def _issued(telling: Telling) -> PartialDate | None:
    published = telling.source.published
    return published.value if published is not None else None


def _rules(case: Case, record: Record) -> Iterable[Difference]:
    """Set a rule by which a source explains a grade beside the grade that is stated."""
    for given in area_grades(record).values():
        stated = [one for one in given.believed if one.source.kind in OFSTED_KINDS]
        if not given.claims or not stated:
            continue
        claims = {_claim(one): one for one in given.claims}
        others = tuple(_says(one.source, one.judgement.told, one.judgement.rule) for one in claims.values())
        area = AREA_WORDS[given.area]
        first = _graded(case, [given])
        note = Text(", and no such rule was found in it")
        yield Difference(
            f"A rule for the grade: {area}",
            Version(first.source, (*first.inlines, note), first.support),
            others,
        )


def _lists(_case: Case, record: Record) -> Iterable[Difference]:
    """Say how many of Ofsted's areas for improvement other documents give."""
    lists = tuple(differing_lists(record))
    if lists:
        report = lists[0]
        first = Version(
            report.report, (_opening(report.report, f"lists {report.in_report}"),), report.rests_on
        )
        others = tuple(Version(one.source, (_opening(one.source, one.in_source),), one.told) for one in lists)
        yield Difference("Areas for improvement", first, others)


def _qualifiers(_case: Case, record: Record) -> Iterable[Difference]:
    """Set a finding beside the inspectors' sentence whose qualifier it drops."""
    for one in without_qualifiers(record):
        yield Difference(
            f"“{sentence_case(one.qualifier)}” is left out",
            _says(one.report, one.whole.told, one.whole.rule),
            (_says(one.source, one.claim, one.rule),),
        )


FINDERS: tuple[Callable[[Case, Record], Iterable[Difference]], ...] = (
    _grades,
    _rules,
    _dates,
    _published,
    _lists,
    _qualifiers,
)
