"""The sentences that sum up an inspection and its grades: fixed phrases, filled with facts and cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from councilbrief.briefing.blocks import Statement, Text
from councilbrief.briefing.case import Case, days_of
from councilbrief.briefing.compared import beside_overall, since_before
from councilbrief.briefing.frames import (
    areas_of,
    framework_name,
    gives_grades,
    gives_overall,
    is_joint,
    short_name,
    visit_noun,
)
from councilbrief.briefing.grades import SUMMED, AreaGrade, area_grades
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import (
    inferred,
    listed,
    mid_sentence,
    number,
    place_name,
    when,
    with_article,
)
from councilbrief.briefing.spec import SectionKey
from councilbrief.briefing.tellings import told, told_framework
from councilbrief.evidence.facts import Area, Grade
from councilbrief.provenance import STATED

FEW = 2
"""The most visits since the inspection that the summary names one by one."""


def summary(case: Case, record: Record) -> tuple[Statement, ...]:
    """Say what happened, how it came out, how that stands to the inspection before, and what came after."""
    grades = area_grades(record)
    return (
        _what_happened(case, record),
        *_outcome(case, record, grades),
        *_visits_since(case, record),
    )


def _what_happened(case: Case, record: Record) -> Statement:
    days = days_of(record)
    place = place_name(case.council.short)
    who, where = "Ofsted", f"children’s services in {place}"
    looked = "inspected" if gives_grades(record.framework) is not False else "visited"
    if is_joint(record.framework):
        who, where, looked = "Inspectors", f"services for children in {place}", "looked at"
    under = _under(case, record)
    if days is None:
        have = "have" if is_joint(record.framework) else "has"
        words = f"{who} {have} {looked} {where}{under}; the date was not found {case.references.here}."
    else:
        words = f"{who} {looked} {where} {when(*days)}{inferred(record.start, record.end)}{under}."
    if gives_grades(record.framework) is False:
        kind = f"{with_article(visit_noun(record.framework))}{_doubt(record)}"
        words += f" This was {kind}, which gives no grades."
    return case.references.claim(Text(words), support=(*told(record.tellings), *told_framework(record)))


def _under(case: Case, record: Record) -> str:
    """Name the framework of an inspection that gives grades, in full where no table below does."""
    framework, short = framework_name(record.framework), short_name(record.framework)
    if framework is None or short is None:
        return f", under a framework not found {case.references.here}"
    if not gives_grades(record.framework):
        return ""
    doubt = ", inferred" if _doubt(record) else ""
    if SectionKey.JUDGEMENTS in case.asked:
        return f", under {short}{doubt}"
    says_so = "framework" in framework.casefold()
    return f", under the {mid_sentence(framework) if says_so else f'framework “{framework}”'}{doubt}"


def _doubt(record: Record) -> str:
    """Say that no source states the framework outright."""
    telling = record.framework_telling
    stated = telling is None or telling.inspection.framework_basis == STATED
    return "" if stated else " (inferred)"


def _outcome(case: Case, record: Record, grades: dict[Area, AreaGrade]) -> Iterable[Statement]:
    """State the overall grade and count those of the areas, or say that no source does."""
    if gives_grades(record.framework) is False:
        return
    if not any(one.grade or one.disputed for one in grades.values()):
        yield Statement((Text(f"No grades were found {case.references.here}."),))
        return
    overall = grades.get(Area.OVERALL)
    yield _overall(case, record, overall)
    if overall is None or overall.grade is None or SectionKey.JUDGEMENTS not in case.asked:
        yield _areas(case, record, grades)  # else the table tells them
    yield from since_before(case, record)


def _overall(case: Case, record: Record, overall: AreaGrade | None) -> Statement:
    if overall is not None and overall.disputed:
        words = Text("The overall grade is not clear from these sources.")
        return case.references.claim(words, support=tuple(one.support for one in overall.others))
    beside, more = beside_overall(case, record)
    if overall is not None and overall.grade is not None:
        given = overall.grade is not Grade.NO_OVERALL
        now = f"The overall grade was ‘{overall.grade.value}’" if given else "No overall grade was given"
        rests_on = (*(one.support for one in overall.believed), *more)
        return case.references.claim(Text(f"{now}{beside}."), support=rests_on)
    if gives_overall(record.framework) is False:
        words = Text(f"Under this framework Ofsted gives no overall grade{beside}.")
        return case.references.claim(words, support=(*told_framework(record), *more))
    return Statement((Text(f"No overall grade was found {case.references.here}."),))


def _areas(case: Case, record: Record, grades: dict[Area, AreaGrade]) -> Statement:
    """Count the grades of the individual areas, the worst first."""
    official = [area for area in areas_of(record.framework) if area is not Area.OVERALL]
    named = official or [area for area in grades if area is not Area.OVERALL]
    given = [grades[area] for area in named if area in grades]
    stated = Counter(one.grade for one in given if one.grade is not None)
    if not stated:
        words = f"No grades of the individual areas were found {case.references.here}."
        return Statement((Text(words),))
    disputed = [one for one in given if one.disputed]
    words = areas_counted(stated, len(named), disputed=len(disputed), known=bool(official))
    rests_on = tuple(each.support for one in given for each in one.believed or one.others)
    return case.references.claim(Text(words), support=rests_on)


def areas_counted(stated: Counter[Grade], total: int, *, disputed: int = 0, known: bool = True) -> str:
    """Write how many areas have which grade; `known` says that the framework settles how many there are.

    >>> areas_counted(Counter({Grade.INADEQUATE: 1, Grade.GOOD: 2}), 4)
    'Of the four individual areas, one was graded ‘inadequate’ and two ‘good’; no grade is stated for one.'
    """
    areas = "individual areas" if known else "areas that are named"
    not_judged = stated[Grade.NOT_JUDGED]
    given = [(grade, stated[grade]) for grade in reversed(SUMMED) if stated[grade]]
    if len(given) == 1 and given[0][1] == total:
        every = {1: "The one area that is named was", 2: f"Both {areas} were"}.get(
            total, f"All {number(total)} {areas} were"
        )
        return f"{every} graded ‘{given[0][0].value}’."
    parts = [
        f"{number(count)} {'' if at else 'was graded ' if count == 1 else 'were graded '}‘{grade.value}’"
        for at, (grade, count) in enumerate(given)
    ]
    missing = total - sum(stated.values()) - disputed
    further = [
        listed(parts),
        f"{number(not_judged)} {'was' if not_judged == 1 else 'were'} not judged" if not_judged else "",
        f"the grade of {number(disputed)} is not clear" if disputed else "",
        f"no grade is stated for {number(missing)}" if missing else "",
    ]
    return f"Of the {number(total)} {areas}, {'; '.join(filter(None, further))}."


def _visits_since(case: Case, record: Record) -> Iterable[Statement]:
    """Tell of the visits after the main inspection, one by one while they are few."""
    if not case.since:
        return
    noun = visit_noun(record.framework)
    they = listed([_visit(one) for one in reversed(case.since)])
    if len(case.since) > FEW:
        they = f"{number(len(case.since))} visits or inspections"
    main = f"the {record.last_day.year} {noun}" if record.last_day else f"this {noun}"
    words = f"After {main} came {they}."
    yield case.references.claim(
        Text(words), support=tuple(s for one in case.since for s in told(one.tellings))
    )


def _visit(record: Record) -> str:
    """Name a visit in passing: `a focused visit on 5 and 6 March 2023`."""
    days = days_of(record)
    return f"{with_article(visit_noun(record.framework))} {when(*days) if days else 'at an unknown date'}"
