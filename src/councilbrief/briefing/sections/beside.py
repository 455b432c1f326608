"""How the grades of a table stand to those of the inspection before, and which can't be compared."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Statement, Strong, Text
from councilbrief.briefing.changes import SPLIT, Before, Change
from councilbrief.briefing.frames import area_words, areas_of, gives_overall
from councilbrief.briefing.grades import AreaGrade
from councilbrief.briefing.phrases import sentence_case
from councilbrief.briefing.references import References
from councilbrief.evidence.facts import Area

SHARED_GRADE = "Until the end of 2022 children in care and care leavers shared one grade"


def change_cell(references: References, compared: Before, area: Area, now: AreaGrade | None) -> Statement:
    """Say how an area's grade stands to the one before; the grade itself is cited in the column beside."""
    change, then = compared.change(area, now), compared.grades.get(area)
    if change is Change.NOT_ALIKE:
        return Statement((Text("Not comparable"),))
    rests_on = tuple(one.support for one in compared.given(area))
    if then is None or not rests_on:
        return Statement((Text("Earlier grade not found" if then is None else "Earlier grade not clear"),))
    if change is Change.SAME:
        return references.claim(Text("No change"), support=rests_on)
    grade = then.grade.value if then.grade else ""
    if change is Change.NOT_KNOWN:
        return references.claim(Text(f"Was ‘{grade}’"), support=rests_on)
    way = Strong("Up" if change is Change.UP else "Down")
    return references.claim(way, Text(f" from ‘{grade}’"), support=rests_on)


def not_compared(references: References, compared: Before) -> Iterable[Statement]:
    """Give the grades of then that no row can be compared with, and say why."""
    now = areas_of(compared.framework)
    for area in compared.without_row:
        grade, rests_on = compared.grades[area].grade, tuple(one.support for one in compared.given(area))
        was = f"‘{grade.value}’ in {compared.when}" if grade else ""
        label = sentence_case(area_words(area, compared.record.framework))
        if area is Area.IN_CARE_AND_CARE_LEAVERS and set(SPLIT).intersection(now):
            words = f"{SHARED_GRADE}; it was {was} and cannot be compared with today’s two grades."
        elif area is Area.OVERALL and gives_overall(compared.framework) is False:
            words = (
                f"{label} was graded {was}; inspections under the present framework give no overall grade."
            )
        else:
            words = f"{label} was graded {was}; the present framework gives it no grade."
        yield references.claim(Text(words), support=rests_on)
