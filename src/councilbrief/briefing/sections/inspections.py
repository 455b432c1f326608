"""Every inspection and visit that the sources tell of, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from councilbrief.briefing.blocks import Block, Inline, Paragraph, Statement, Table, Text
from councilbrief.briefing.case import Case, days_of, is_graded
from councilbrief.briefing.changes import before
from councilbrief.briefing.frames import (
    areas_of,
    comparable,
    framework_name,
    gives_grades,
    gives_overall,
    short_name,
)
from councilbrief.briefing.grades import Given, area_grades, states_a_grade
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.over_time import over_time, says_what_compares
from councilbrief.briefing.phrases import basis_reason, inferred, listed, period, source_name
from councilbrief.briefing.remarks import opening
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.sections.judgements import (
    apart,
    earlier_grades,
    grade_cell,
    no_overall,
    stand_with_inspections,
    without_grade,
)
from councilbrief.briefing.sections.not_shown import not_shown
from councilbrief.briefing.slices import in_marks
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.briefing.tellings import told, told_framework
from councilbrief.evidence.facts import Area
from councilbrief.provenance import STATED

UNDATED = {False: "Date not found", True: "Earlier, date not found"}
COLUMNS = ("When", "What", "Outcome")
WIDTHS = (0.27, 0.39, 0.34)
CAPTION = "Inspections and visits, newest first, with the overall grade where one was given"


def inspections(case: Case, _asked: SectionSpec) -> tuple[Block, ...]:
    """Chart the overall grades, list the inspections, graded or not, and say which grades can be compared.

    Where a report on the main inspection opens with words on the whole, they lead in.
    """
    if not case.records:
        return (says(f"No inspection or visit was found {case.references.here}."),)
    rows = tuple((_when(case, one), _what(case, one), _outcome(case, one)) for one in case.records)
    paragraphs = (
        () if says_what_compares(case) else tuple(_comparability(case)),
        (*_framework_notes(case), *_date_notes(case), *not_shown(case)),
    )
    table = Table(CAPTION, COLUMNS, rows, WIDTHS)
    told = (Paragraph(statements) for statements in paragraphs if statements)
    chart = over_time(case)
    return (*opening(case), *((chart,) if chart else ()), table, *told, *_grades(case))


def _grades(case: Case) -> tuple[Block, ...]:
    """Show the grades of earlier inspections, where the judgements are asked for with their history."""
    asked = case.asked.get(SectionKey.JUDGEMENTS)
    return (*apart(case), *earlier_grades(case, asked)) if asked and stand_with_inspections(case) else ()


def _when(case: Case, record: Record) -> Statement:
    days = days_of(record)
    words = f"{period(*days)}{inferred(record.start, record.end)}" if days else UNDATED[record.past]
    return case.references.claim(Text(words), support=told(record.tellings))


def _what(case: Case, record: Record) -> Statement:
    framework, telling = framework_name(record.framework), record.framework_telling
    if framework is None or telling is None:
        return Statement((Text("Kind of inspection not found"),))
    doubt = "" if telling.inspection.framework_basis == STATED else ", inferred"
    return case.references.claim(Text(framework + doubt), support=told((telling,)))


def _outcome(case: Case, record: Record) -> Statement:
    if gives_grades(record.framework) is False:
        return _without_grades(case, record)
    overall = area_grades(record).get(Area.OVERALL)
    if gives_overall(record.framework) is False and (overall is None or overall.grade is None):
        return no_overall(case, record)
    if record.graded is False and not states_a_grade(record):
        return case.references.claim(Text("No grade was given"), support=told(record.tellings))
    return grade_cell(case.references, overall)


def _without_grades(case: Case, record: Record) -> Statement:
    """Say that a visit gives no grade, and who states one nevertheless."""
    none = without_grade(case, record)
    given = [each for one in area_grades(record).values() for each in (*one.believed, *one.others)]
    if not given:
        return none
    inlines: list[Inline] = list(none.inlines)
    for one in given:
        inlines += _nevertheless(case, one)
    return Statement(tuple(inlines), (*none.support, *(one.support for one in given)))


def _nevertheless(case: Case, given: Given) -> Iterable[Inline]:
    words = in_marks(given.judgement.told)
    return (Text(f". Yet {source_name(given.source)} says "), *words, case.references.cite(given.source.id))


def _comparability(case: Case) -> Iterable[Statement]:
    """Say which of the inspections' grades mean the same, where more than one gave grades."""
    graded = [record for record in case.records if is_graded(record) and days_of(record)]
    alike: list[list[Record]] = []
    for record in graded:
        known = (group for group in alike if comparable(group[0].framework, record.framework))
        group = next(known, None)
        if group is None:
            alike.append([record])
        else:
            group.append(record)
    every = told([telling for record in graded for telling in record.tellings])
    if len(alike) > 1:
        names = "; ".join(_with_years(group, told_above=_told_above(case)) for group in alike)
        several = any(len(group) > 1 for group in alike)
        which = "Only grades of the same group" if several else "No two of these inspections have grades that"
        words = f"{which} can be compared: {names}."
        yield case.references.claim(Text(words), support=every)
    elif len(graded) > 1:
        but = _but_for(graded, told_above=_told_above(case))
        alike_ = f"All these grades were given under {_framework(graded)} and can be compared"
        words = f"{alike_}, {but}." if but else f"{alike_}."
        yield case.references.claim(Text(words), support=every)


def _told_above(case: Case) -> bool:
    """Say whether the judgements tell beside the current grades which areas shared one before."""
    compared = before(case) if SectionKey.JUDGEMENTS in case.asked else None
    return compared is not None and Area.IN_CARE_AND_CARE_LEAVERS in compared.without_row


def _but_for(group: Sequence[Record], *, told_above: bool) -> str:
    """Name the areas that inspections which can be compared do not share; empty where they share all."""
    pairs = tuple(combinations([record.framework for record in group], 2))
    areas = {area for record in group for area in areas_of(record.framework)}
    apart = {area for area in areas if any(not comparable(one, other, area) for one, other in pairs)}
    named = []
    if Area.IN_CARE_AND_CARE_LEAVERS in apart:
        shared = "" if told_above else ", which shared one until the end of 2022"
        named.append(f"children in care and care leavers{shared}")
    if Area.OVERALL in apart:
        named.append("the overall one, which is not given since April 2026")
    return f"but for those of {'; and '.join(named)}" if named else ""


def _framework(group: Sequence[Record]) -> str:
    """Name what some inspections were made under; a name may hold its years: `Child protection (2012–13)`."""
    return short_name(group[0].framework) or "a framework that was not found"


def _with_years(group: Sequence[Record], *, told_above: bool) -> str:
    name, but = _framework(group), _but_for(group, told_above=told_above)
    years = name if name.endswith(")") else f"{name} ({listed([_year(one) for one in group])})"
    return f"{years}, {but}" if but else years


def _year(record: Record) -> str:
    return str(record.last_day.year) if record.last_day else ""


def _framework_notes(case: Case) -> Iterable[Statement]:
    """Give the reasons for the frameworks that no text states outright, each once."""
    lead = "Frameworks marked as inferred: "
    reasons: dict[str, list[Record]] = {}
    for record in case.records:
        telling = record.framework_telling
        basis = telling.inspection.framework_basis if telling else None
        if basis not in (None, STATED):
            reasons.setdefault(basis_reason(str(basis)), []).append(record)
    for reason, records in reasons.items():
        days = [period(*days) or "" if (days := days_of(one)) else "an unknown date" for one in records]
        words = reason if len(reasons) == 1 else f"{listed(days)} ({reason})"
        rests_on = tuple(each for one in records for each in told_framework(one))
        yield case.references.claim(Text(f"{lead}{words}."), support=rests_on)
        lead = ""


def _date_notes(case: Case) -> Iterable[Statement]:
    """Give the reasons for the dates that no text states."""
    lead = "Dates that no source states outright: "
    for record in case.records:
        days = days_of(record)
        bases = [date.basis for date in (record.start, record.end) if date and not date.is_stated]
        if days and bases:
            reasons = "; ".join(basis_reason(basis) for basis in dict.fromkeys(bases))
            words = Text(f"{lead}{period(*days)} ({reasons}).")
            yield case.references.claim(words, support=told(record.tellings))
            lead = ""
