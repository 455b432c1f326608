"""The sentences that sum up an inspection: fixed phrases, filled with facts and cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from councilbrief.briefing.blocks import Statement, Support, Text
from councilbrief.briefing.case import Case, days_of, is_graded, name
from councilbrief.briefing.findings import improvements_of, strengths_of
from councilbrief.briefing.frames import (
    areas_of,
    comparable,
    framework_name,
    gives_grades,
    gives_overall,
    is_joint,
    visit_noun,
)
from councilbrief.briefing.grades import AreaGrade, area_grades
from councilbrief.briefing.inspections import Record, Telling
from councilbrief.briefing.phrases import (
    counted,
    inferred,
    listed,
    number,
    sentence_case,
    source_name,
    when,
    with_article,
)
from councilbrief.briefing.slices import support
from councilbrief.evidence.facts import Area, Grade

SCALE = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
"""The grades whose order is plain; `adequate` belongs to frameworks that are compared with no other."""

SUMMED = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.ADEQUATE, Grade.INADEQUATE)
"""The grades that the summary counts, the best first."""

FEW = 2
"""The most visits since the inspection that the summary names one by one."""


def told(tellings: Iterable[Telling]) -> tuple[Support, ...]:
    """Return the slices that tell of an inspection."""
    return tuple(support(one.inspection.told, one.inspection.rule) for one in tellings)


def told_framework(record: Record) -> tuple[Support, ...]:
    """Return the slice that the framework of an inspection rests on."""
    return told((record.framework_telling,)) if record.framework_telling else ()


def summary(case: Case, record: Record) -> tuple[Statement, ...]:
    """Say in at most 120 words what happened, how it came out and what is listed below."""
    grades = area_grades(record)
    return (
        _what_happened(case, record),
        *_outcome(case, record, grades),
        *_change(case, record, grades),
        *_visits_since(case),
        *_findings_counted(case, record),
    )


def _what_happened(case: Case, record: Record) -> Statement:
    days = days_of(record)
    who, where = "Ofsted", f"children’s services in {case.council.short}"
    looked = "inspected" if gives_grades(record.framework) is not False else "visited"
    if is_joint(record.framework):
        who, where, looked = "Inspectors", f"services for children in {case.council.short}", "looked at"
    if days is None:
        have = "have" if is_joint(record.framework) else "has"
        words = (
            f"{who} {have} {looked} {where}{_under(record)}; the date was not found {case.references.here}."
        )
    else:
        words = f"{who} {looked} {where} {when(*days)}{inferred(record.start, record.end)}{_under(record)}."
    if gives_grades(record.framework) is False:
        words += f" This was {with_article(visit_noun(record.framework))}, which gives no grades."
    return case.references.claim(Text(words), support=told(record.tellings))


def _under(record: Record) -> str:
    """Name the framework of an inspection that gives grades."""
    framework = framework_name(record.framework)
    named = framework is not None and gives_grades(record.framework)
    return f", under the framework “{framework}”" if named else ""


def _outcome(case: Case, record: Record, grades: dict[Area, AreaGrade]) -> Iterable[Statement]:
    """State the overall grade and count those of the areas, or say that no source does."""
    if gives_grades(record.framework) is False:
        return
    if not any(one.grade or one.disputed for one in grades.values()):
        yield Statement((Text(f"No grades were found {case.references.here}."),))
        return
    yield _overall(case, record, grades.get(Area.OVERALL))
    yield _areas(case, record, grades)


def _overall(case: Case, record: Record, overall: AreaGrade | None) -> Statement:
    if overall is not None and overall.disputed:
        words = Text("The overall grade is not clear from these sources.")
        return case.references.claim(words, support=tuple(one.support for one in overall.others))
    if overall is not None and overall.grade is Grade.NO_OVERALL:
        words = Text("No overall grade was given.")
        return case.references.claim(words, support=tuple(one.support for one in overall.believed))
    if overall is not None and overall.grade is not None:
        words = Text(f"The overall grade was ‘{overall.grade.value}’.")
        return case.references.claim(words, support=tuple(one.support for one in overall.believed))
    if gives_overall(record.framework) is False:
        words = Text("Under this framework Ofsted gives no overall grade.")
        return case.references.claim(words, support=told_framework(record))
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


def _change(case: Case, record: Record, grades: dict[Area, AreaGrade]) -> Iterable[Statement]:
    """Compare the overall grade with the one before it, if the frameworks allow it."""
    before = _graded_before(case, record)
    if before is None:
        return
    found, now = overall_before(case, record), grades.get(Area.OVERALL)
    earlier = found[1].grade if found else None
    if not comparable(record.framework, before.framework):
        words = Text(
            f"The grades of the {name(before)} were given under a different framework "
            "and are not compared with these."
        )
        yield case.references.claim(words, support=told(before.tellings))
    elif found and earlier and now and now.grade:
        words = Text(f"The {name(before)} had led to {_compared(now.grade, earlier)}: ‘{earlier.value}’.")
        rests_on = tuple(one.support for one in (*found[1].believed, *now.believed))
        yield case.references.claim(words, support=rests_on)


def _graded_before(case: Case, record: Record) -> Record | None:
    """Return the graded inspection before, where the framework of neither is in doubt."""
    before = next((one for one in case.earlier if is_graded(one)), None)
    if before is None or not is_graded(record) or None in (before.framework, record.framework):
        return None
    return before


def overall_before(case: Case, record: Record) -> tuple[Record, AreaGrade] | None:
    """Return the inspection before with its overall grade, where that is told beside the one now."""
    before = _graded_before(case, record)
    if before is None or not comparable(record.framework, before.framework):
        return None
    earlier, now = (area_grades(one).get(Area.OVERALL) for one in (before, record))
    if earlier is None or now is None or earlier.grade not in SCALE or now.grade not in SCALE:
        return None
    return before, earlier


def _compared(now: Grade, earlier: Grade) -> str:
    """Say how an earlier grade stands to the one now."""
    step = SCALE.index(now) - SCALE.index(earlier)
    return "the same overall grade" if not step else f"a {'better' if step > 0 else 'worse'} overall grade"


def _visits_since(case: Case) -> Iterable[Statement]:
    """Tell of the visits after the main inspection, one by one while they are few."""
    if not case.since:
        return
    if len(case.since) > FEW:
        count = number(len(case.since))
        words = f"It was followed by {count} visits or inspections."
    else:
        words = f"It was followed by {listed([_visit(one) for one in reversed(case.since)])}."
    yield case.references.claim(
        Text(words), support=tuple(s for one in case.since for s in told(one.tellings))
    )


def _visit(record: Record) -> str:
    """Name a visit in passing: `a focused visit on 5 and 6 March 2023`."""
    days = days_of(record)
    return f"{with_article(visit_noun(record.framework))} {when(*days) if days else 'at an unknown date'}"


def _findings_counted(case: Case, record: Record) -> Iterable[Statement]:
    strengths = case.findings(record, strengths_of)
    improvements = case.findings(record, improvements_of)
    official = [item for item in improvements if item.official]
    if official:
        areas = counted(len(official), "area for improvement", "areas for improvement")
        (source, *more) = dict.fromkeys(item.source for item in official)
        lists = "Ofsted’s reports and letters list" if more else f"{source_name(case.source(source))} lists"
        rests_on = tuple(item.support[0] for item in official)
        yield case.references.claim(Text(f"{lists} {areas}."), support=rests_on)
        return
    if any(item.official for item in strengths):
        return
    rests_on = tuple(each for item in (*strengths, *improvements) for each in item.support)
    if rests_on:
        parts = [
            counted(len(strengths), "strength"),
            counted(len(improvements), "area for improvement", "areas for improvement"),
        ]
        words = Text(f"{sentence_case(listed(parts))} are named.")
        yield case.references.claim(words, support=rests_on)
