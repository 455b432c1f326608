"""Every inspection and visit that the sources tell of, the newest first."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Block, Inline, Paragraph, Statement, Table, Text
from councilbrief.briefing.case import Case, days_of
from councilbrief.briefing.frames import framework_name, gives_grades, gives_overall
from councilbrief.briefing.grades import Given, area_grades, states_a_grade
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import basis_reason, inferred, period, source_name
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.sections.judgements import grade_cell, no_overall, without_grade
from councilbrief.briefing.sections.not_shown import not_shown
from councilbrief.briefing.slices import in_marks
from councilbrief.briefing.spec import SectionSpec
from councilbrief.briefing.summary import told
from councilbrief.evidence.facts import Area
from councilbrief.provenance import STATED

UNDATED = {False: "Date not found", True: "Earlier, date not found"}
COLUMNS = ("When", "What", "Outcome")
WIDTHS = (0.25, 0.45, 0.30)
CAPTION = "Inspections and visits, newest first, with the overall grade where one was given"


def inspections(case: Case, _asked: SectionSpec) -> tuple[Block, ...]:
    """List the inspections, graded or not, with what each rests on."""
    if not case.records:
        return (says(f"No inspection or visit was found {case.references.here}."),)
    rows = tuple((_when(case, one), _what(case, one), _outcome(case, one)) for one in case.records)
    notes = (*_date_notes(case), *not_shown(case))
    table = Table(CAPTION, COLUMNS, rows, WIDTHS)
    return (table, Paragraph(notes)) if notes else (table,)


def _when(case: Case, record: Record) -> Statement:
    days = days_of(record)
    words = f"{period(*days)}{inferred(record.start, record.end)}" if days else UNDATED[record.past]
    return case.references.claim(Text(words), support=told(record.tellings))


def _what(case: Case, record: Record) -> Statement:
    framework, telling = framework_name(record.framework), record.framework_telling
    if framework is None or telling is None:
        return Statement((Text("Kind of inspection not found"),))
    basis = telling.inspection.framework_basis or STATED
    why = "" if basis == STATED else f", inferred: {basis_reason(basis)}"
    return case.references.claim(Text(framework + why), support=told((telling,)))


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
