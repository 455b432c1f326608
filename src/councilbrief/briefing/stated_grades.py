"""The grades that the pages of a briefing state: of which inspection, and in which section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from councilbrief.briefing.case import Case, is_graded
from councilbrief.briefing.changes import Before, Change, before
from councilbrief.briefing.compared import overall_before
from councilbrief.briefing.frames import area_words, areas_of, gives_grades
from councilbrief.briefing.grades import AreaGrade, area_grades
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.evidence.facts import Area


@dataclass(frozen=True, slots=True)
class Graded:
    """An area's grade in one inspection."""

    record: Record
    given: AreaGrade

    @property
    def label(self) -> str:
        """Return the framework's wording of the area."""
        return area_words(self.given.area, self.record.framework)


def graded(case: Case) -> Iterator[Graded]:
    """Yield the grades that stand on the pages, also those that sources dispute; some come twice."""
    for key, write in SECTIONS.items():
        asked = case.asked.get(key)
        if asked is not None:
            yield from (one for one in write(case, asked) if one.given.grade or one.given.others)


def _at_a_glance(case: Case, _asked: SectionSpec) -> Iterator[Graded]:
    if case.main is None or gives_grades(case.main.framework) is False:
        return
    yield from _overall(case.main)
    earlier = overall_before(case, case.main)
    if earlier is not None:
        yield Graded(*earlier)


def _judgements(case: Case, asked: SectionSpec) -> Iterator[Graded]:
    """Yield the current grades, those beside them of the inspection before, and earlier ones."""
    compared = before(case)
    if case.current is not None:
        yield from _every(case.current)
    if compared is not None and case.current is not None:
        yield from _compared(case.current, compared)
    for record in case.earlier if asked.history else ():
        if is_graded(record) and not (compared and compared.is_plain and record is compared.record):
            yield from _every(record)


def _compared(current: Record, compared: Before) -> Iterator[Graded]:
    """Yield the earlier grades that stand in the column beside the current ones, or are told beneath."""
    now = area_grades(current)
    rows = dict.fromkeys((*areas_of(current.framework), *now))
    beside = (area for area in rows if compared.change(area, now.get(area)) is not Change.NOT_ALIKE)
    for area in (*beside, *compared.without_row):
        if compared.given(area):
            yield Graded(compared.record, compared.grades[area])


def _inspections(case: Case, _asked: SectionSpec) -> Iterator[Graded]:
    for record in case.records:
        if gives_grades(record.framework) is not False:
            yield from _overall(record)


def _differences(case: Case, asked: SectionSpec) -> Iterator[Graded]:
    main = (case.main,) if case.main else ()
    for record in (*case.since, *main, *(case.earlier if asked.history else ())):
        if gives_grades(record.framework) is not False:
            yield from (one for one in _every(record) if one.given.others)


def _every(record: Record) -> Iterable[Graded]:
    return tuple(Graded(record, given) for given in area_grades(record).values())


def _overall(record: Record) -> Iterable[Graded]:
    return (one for one in _every(record) if one.given.area is Area.OVERALL)


SECTIONS = {
    SectionKey.AT_A_GLANCE: _at_a_glance,
    SectionKey.JUDGEMENTS: _judgements,
    SectionKey.DIFFERENCES: _differences,
    SectionKey.INSPECTIONS: _inspections,
}
