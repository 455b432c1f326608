"""How grades stand to those of the inspection before: up, down or the same, and what can't be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from councilbrief.briefing.case import Case, days_of, is_graded
from councilbrief.briefing.frames import areas_of, comparable
from councilbrief.briefing.grades import SCALE, AreaGrade, Given, area_grades
from councilbrief.briefing.inspections import Record
from councilbrief.evidence.facts import Area
from councilbrief.provenance import PartialDate

SPLIT = (Area.IN_CARE, Area.CARE_LEAVERS)
"""The areas that shared a grade until the end of 2022, as `IN_CARE_AND_CARE_LEAVERS`."""


APART = Area.LSCB
"""The body beside the council that had a grade of its own at some inspections."""


class Change(StrEnum):
    """What can be said of a grade beside the one before it."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NOT_ALIKE = "not alike"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Before:
    """The inspection before the current one, with grades that may be compared; `when` is its month."""

    record: Record
    framework: str | None
    when: str
    grades: Mapping[Area, AreaGrade]

    def change(self, area: Area, now: AreaGrade | None) -> Change:
        """Say how an area's grade stands to the one before."""
        if not comparable(self.framework, self.record.framework, area):
            return Change.NOT_ALIKE
        then = self.grades.get(area)
        if now is None or then is None or now.grade not in SCALE or then.grade not in SCALE:
            return Change.NOT_KNOWN
        step = SCALE.index(then.grade) - SCALE.index(now.grade)
        return Change.UP if step > 0 else Change.DOWN if step else Change.SAME

    def given(self, area: Area) -> tuple[Given, ...]:
        """Return who gives the area's grade of then."""
        return self.grades[area].believed if area in self.grades else ()

    @property
    def without_row(self) -> Iterator[Area]:
        """Yield the council's areas that had a grade then and have none of their own now."""
        now = areas_of(self.framework)
        given = (area for area, grade in self.grades.items() if grade.grade is not None)
        return (area for area in given if area not in now and area is not APART)

    @property
    def is_plain(self) -> bool:
        """Say whether its sources agree, so that beside the current grades all is said of it."""
        in_doubt = any(given.others or given.claims for given in self.grades.values())
        return not in_doubt and APART not in self.grades


def before(case: Case) -> Before | None:
    """Return the graded inspection before the current one; None if the two can't be compared."""
    earlier = next((record for record in case.earlier if is_graded(record) and not record.past), None)
    if case.current is None or earlier is None:
        return None
    days = days_of(earlier)
    last = days and (days[1] or days[0])
    if last is None or not comparable(case.current.framework, earlier.framework):
        return None
    when = PartialDate(last.year, last.month).text()
    return Before(earlier, case.current.framework, when, area_grades(earlier))
