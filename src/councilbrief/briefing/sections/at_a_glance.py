"""At a glance: what happened, when, under which framework, with what outcome, and Ofsted’s verdict."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Block, KeyFacts, Paragraph, Statement, Text
from councilbrief.briefing.case import Case, days_of, is_of_grades
from councilbrief.briefing.frames import gives_grades, gives_overall
from councilbrief.briefing.grades import area_grades
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import inferred, period
from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.briefing.remarks import opening
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.sections.glance import asked_of, findings_counted
from councilbrief.briefing.sections.judgements import grade_cell, no_overall, without_grade
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.briefing.summary import summary
from councilbrief.briefing.tellings import dating, told
from councilbrief.evidence.facts import Area


def at_a_glance(case: Case, _asked: SectionSpec) -> tuple[Block, ...]:
    """Sum up the main inspection in a panel and in at most 120 words, let Ofsted judge, and ask."""
    if case.main is None:
        none = f"No inspection of this council’s children’s services was found {case.references.here}."
        return (says(none), *asked_of(case))
    summed = Paragraph((*summary(case, case.main), *findings_counted(case, case.main)))
    verdict = opening(case, SectionKey.AT_A_GLANCE)
    return (_panel(case, case.main), summed, *verdict, *asked_of(case))


def _panel(case: Case, record: Record) -> KeyFacts:
    facts = (
        (_outcome_label(case, record), _overall(case, record)),
        ("Inspected", _inspected(case, record)),
        *_reported(case, record),
    )
    return KeyFacts(facts)


def _outcome_label(case: Case, record: Record) -> str:
    """Name the outcome; a grade that newer grades may have replaced carries its year."""
    if gives_grades(record.framework) is False:
        return "Outcome"
    newer = any(is_of_grades(one) for one in case.since)
    return f"Overall grade in {record.last_day.year}" if newer and record.last_day else "Overall grade"


def _overall(case: Case, record: Record) -> Statement:
    overall = area_grades(record).get(Area.OVERALL)
    if gives_grades(record.framework) is False:
        return without_grade(case, record)
    if gives_overall(record.framework) is False and (overall is None or overall.grade is None):
        return no_overall(case, record)
    return grade_cell(case.references, overall)


def _inspected(case: Case, record: Record) -> Statement:
    days = days_of(record)
    if days is None:
        return Statement((Text(case.references.not_found),))
    words = Text(f"{period(*days)}{inferred(record.start, record.end)}")
    return case.references.claim(words, support=told(dating(record)))


def _reported(case: Case, record: Record) -> Iterable[tuple[str, Statement]]:
    """Give the day of Ofsted's publication, or of the first news of it by somebody else."""
    about = [one for one in record.tellings if case.record_of(one.evidence) is record]
    dated = [(one.source.published, one) for one in about if one.source.published is not None]
    official = [each for each in dated if each[1].source.kind in OFSTED_KINDS]
    if not dated:
        return
    date, telling = min(official or dated, key=lambda each: (each[0].value.latest(), not each[0].is_stated))
    same_day = tuple(one for other, one in official or dated if other == date)
    words = Text(date.value.text() + inferred(date))
    label = "Published" if official else "First reported"
    # The list of sources gives the date and what it rests on; no slice that tells of the inspection does.
    yield label, Statement((words, case.references.cite(*(one.source.id for one in same_day or (telling,)))))
