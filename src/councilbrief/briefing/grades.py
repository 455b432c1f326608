"""What the sources say of each area's grade, and which of them is believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from councilbrief.briefing.blocks import Support
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.references import authority
from councilbrief.briefing.slices import support
from councilbrief.evidence.facts import Area, Grade, Judgement
from councilbrief.provenance import Source

SCALE = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
"""The grades whose order is plain; `adequate` belongs to frameworks that are compared with no other."""

SUMMED = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.ADEQUATE, Grade.INADEQUATE)
"""All grades that say how good something is, the best first."""


@dataclass(frozen=True, slots=True)
class Given:
    """A grade as one source gives it."""

    judgement: Judgement
    source: Source

    @property
    def support(self) -> Support:
        """Return what it rests on."""
        return support(self.judgement.told, self.judgement.rule)


@dataclass(frozen=True, slots=True)
class AreaGrade:
    """An area's grade in one inspection, as the sources give it.

    `believed` state the grade that is shown; `others` state another; `claims` only claim
    one by a rule. `grade` is None where no source states one, and where sources of the
    same authority contradict each other: then `believed` is empty.
    """

    area: Area
    grade: Grade | None = None
    believed: tuple[Given, ...] = ()
    others: tuple[Given, ...] = ()
    claims: tuple[Given, ...] = ()

    @property
    def disputed(self) -> bool:
        """Say whether the sources contradict each other and none outranks the rest."""
        return self.grade is None and bool(self.others)


def area_grades(record: Record) -> dict[Area, AreaGrade]:
    """Weigh what a record's sources say of each area that any of them grades."""
    given: dict[Area, list[Given]] = {}
    for telling in record.tellings:
        for judgement in telling.judgements:
            given.setdefault(judgement.area, []).append(Given(judgement, telling.source))
    return {area: _weighed(area, given[area]) for area in Area if area in given}


def _weighed(area: Area, given: Sequence[Given]) -> AreaGrade:
    """Believe the source with the most authority; between equals that differ, nobody."""
    claims = tuple(one for one in given if not one.judgement.stated)
    stated = [one for one in given if one.judgement.stated]
    if not stated:
        return AreaGrade(area, claims=claims)
    best = min(authority(one.source) for one in stated)
    grades = {one.judgement.grade for one in stated if authority(one.source) == best}
    if len(grades) > 1:
        return AreaGrade(area, others=tuple(stated), claims=claims)
    (grade,) = grades
    believed = tuple(one for one in stated if one.judgement.grade is grade)
    others = tuple(one for one in stated if one.judgement.grade is not grade)
    return AreaGrade(area, grade, believed, others, claims)


def states_a_grade(record: Record) -> bool:
    """Say whether any source states a grade of this inspection."""
    return any(one.stated for telling in record.tellings for one in telling.judgements)
