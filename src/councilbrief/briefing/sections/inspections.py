"""Every inspection and visit that the sources tell of, the newest first."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Block, Inline, Paragraph, Statement, Table, Text
from councilbrief.briefing.case import Case, days_of
from councilbrief.briefing.frames import framework_name, gives_grades, gives_overall
from councilbrief.briefing.grades import Given, area_grades, states_a_grade
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.over_time import over_time, says_what_compares
from councilbrief.briefing.phrases import inferred, period, source_name
from councilbrief.briefing.remarks import opening
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.sections.comparability import comparability
from councilbrief.briefing.sections.judgements import (
    apart,
    earlier_grades,
    grade_cell,
    no_overall,
    says_of_the_only_one,
    stand_with_inspections,
    without_grade,
)
from councilbrief.briefing.sections.notes import notes
from councilbrief.briefing.slices import in_marks
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.briefing.tellings import told
from councilbrief.evidence.facts import Area
from councilbrief.provenance import STATED

UNDATED = {False: "Date not found", True: "Earlier, date not found"}
COLUMNS = ("When", "What", "Outcome")
WIDTHS = (0.25, 0.33, 0.42)
CAPTION = "Inspections and visits, newest first, with the overall grade where one was given"


def inspections(case: Case, _asked: SectionSpec) -> tuple[Block, ...]:
    """Chart the overall grades, list the inspections, graded or not, and say which grades can be compared.

    Where a report on the main inspection opens with words that judge nothing, they lead in.
    """
    if not case.records:
        return (says(f"No inspection or visit was found {case.references.here}."),)
    rows = tuple((_when(case, one), _what(case, one), _outcome(case, one)) for one in case.records)
    table = Table(CAPTION, COLUMNS, rows, WIDTHS)
    compares = () if _is_said(case) else tuple(comparability(case))
    told_below = (*((Paragraph(compares),) if compares else ()), *_grades(case))
    chart = over_time(case)
    begins = (*opening(case, SectionKey.INSPECTIONS), *((chart,) if chart else ()))
    return (*begins, table, *told_below, *notes(case, SectionKey.INSPECTIONS))


def _is_said(case: Case) -> bool:
    """Say whether the chart or the grades of earlier inspections tell already what can be compared."""
    asked = case.asked.get(SectionKey.JUDGEMENTS)
    return says_what_compares(case) or bool(asked and says_of_the_only_one(case, asked))


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
