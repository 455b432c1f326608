"""What the summary says of the inspection before: its overall grade, and how the areas stand to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from councilbrief.briefing.blocks import Statement, Support, Text
from councilbrief.briefing.case import Case, days_of, is_graded, is_of_grades, name
from councilbrief.briefing.changes import APART, Change, before
from councilbrief.briefing.frames import alone, areas_of, comparable, gives_overall
from councilbrief.briefing.grades import SCALE, SUMMED, AreaGrade, area_grades
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import listed, number
from councilbrief.briefing.tellings import told
from councilbrief.evidence.facts import Area, Grade

KEPT = {1: "kept its grade", 2: "kept their grades"}


def overall_before(case: Case, record: Record) -> tuple[Record, AreaGrade] | None:
    """Return the inspection before with its overall grade, where the summary tells it."""
    earlier = _graded_before(case, record)
    given = area_grades(earlier).get(Area.OVERALL) if earlier else None
    if earlier is None or given is None or given.grade not in SUMMED:
        return None
    is_told = _is_apart(record, earlier) or _may_be_compared(record, earlier) or _none_now(record)
    return (earlier, given) if is_told else None


def beside_overall(case: Case, record: Record) -> tuple[str, tuple[Support, ...]]:
    """Go on from an overall grade, or from there being none, to the one before that it compares with."""
    found = overall_before(case, record)
    if found is None or found[1].grade is None or _is_apart(record, found[0]):
        return "", ()
    at, then = f"at the {name(found[0])}", found[1].grade
    now = _overall(record)
    rests_on = tuple(one.support for one in found[1].believed)
    if now not in SCALE:
        return f"; the last one, {at}, was ‘{then.value}’", rests_on
    if now is then:
        return f", the same as {at}", rests_on
    way = "up" if SCALE.index(now) < SCALE.index(then) else "down"
    return f", {way} from ‘{then.value}’ {at}", rests_on


def since_before(case: Case, record: Record) -> Iterator[Statement]:
    """Say how the areas stand to the inspection before, or why they can't be compared with it."""
    earlier = _graded_before(case, record)
    for one in not_found_before(case):
        words = Text(f"No grades of the {name(one)} were found {case.references.here}.")
        yield case.references.claim(words, support=told(one.tellings))
    if earlier is not None and _is_apart(record, earlier):
        yield _apart(case, record, earlier)
    elif earlier is not None:
        yield from _areas(case, record)


def not_found_before(case: Case) -> tuple[Record, ...]:
    """Return the inspections after the graded one before the current whose grades no source states."""
    between = takewhile(lambda one: not is_graded(one), case.earlier if case.current else ())
    return tuple(one for one in between if is_of_grades(one) and days_of(one))


def _apart(case: Case, record: Record, earlier: Record) -> Statement:
    """Tell the grade under another framework beside the one now, and that it can't be compared."""
    found = overall_before(case, record)
    if found is not None and found[1].grade is not None:
        words = f"The overall grade of the {name(earlier)} was ‘{found[1].grade.value}’, "
        service = alone(earlier.framework)
        words += f"but under another framework{f', for {service} alone' if service else ''}, "
        words += "so it cannot be compared."
        rests_on = tuple(one.support for one in found[1].believed)
    else:
        words = f"The {name(earlier)} was under another framework, "
        words += "so its grades cannot be compared with these."
        rests_on = tuple(
            one.support for given in area_grades(earlier).values() for one in given.believed or given.others
        )
    return case.references.claim(Text(words), support=rests_on)


def _areas(case: Case, record: Record) -> Iterator[Statement]:
    """Count the areas whose grade went up or down since, of those that can be compared."""
    compared, grades = before(case), area_grades(record)
    if compared is None or record is not case.current:
        return
    every = [area for area in areas_of(record.framework) if area not in (Area.OVERALL, APART)]
    changes = {area: compared.change(area, grades.get(area)) for area in every}
    known = [area for area, change in changes.items() if change in (Change.UP, Change.DOWN, Change.SAME)]
    if known:
        words = areas_changed(
            Counter(changes[area] for area in known), compared.when, every=len(known) == len(every)
        )
        rests_on = [one.support for area in known for one in (*grades[area].believed, *compared.given(area))]
        yield case.references.claim(Text(words), support=rests_on)


def areas_changed(counts: Counter[Change], when: str, *, every: bool) -> str:
    """Write how many areas went up, down or neither; `every` says that there are no others.

    >>> areas_changed(Counter({Change.DOWN: 1, Change.SAME: 1}), "May 2018", every=False)
    'Since May 2018, of the two areas that can be compared, one went down and one kept its grade.'
    """
    total = counts[Change.UP] + counts[Change.DOWN] + counts[Change.SAME]
    areas = f"{'area' if total == 1 else 'areas'}{'' if every else ' that can be compared'}"
    parts = [
        (counts[Change.DOWN], "went down"),
        (counts[Change.UP], "went up"),
        (counts[Change.SAME], KEPT[min(counts[Change.SAME], 2) or 1]),
    ]
    given = [(count, verb) for count, verb in parts if count]
    if len(given) == 1:
        all_ = {1: "the one", 2: "both"}.get(total, f"all {number(total)}")
        return f"Since {when} {all_} {areas} {given[0][1]}."
    split = listed([f"{number(count)} {verb}" for count, verb in given])
    return f"Since {when}, of the {number(total)} {areas}, {split}."


def _graded_before(case: Case, record: Record) -> Record | None:
    """Return the graded inspection before, where the framework of neither is in doubt."""
    earlier = next((one for one in case.earlier if is_graded(one)), None)
    if earlier is None or not is_graded(record) or None in (earlier.framework, record.framework):
        return None
    return earlier


def _is_apart(record: Record, earlier: Record) -> bool:
    return not comparable(record.framework, earlier.framework)


def _may_be_compared(record: Record, earlier: Record) -> bool:
    """Say whether both overall grades are known and mean the same."""
    both = (_overall(record), _overall(earlier))
    return comparable(record.framework, earlier.framework, Area.OVERALL) and all(one in SCALE for one in both)


def _none_now(record: Record) -> bool:
    """Say whether the inspection gave no overall grade, as its framework has none."""
    return gives_overall(record.framework) is False and _overall(record) in (None, Grade.NO_OVERALL)


def _overall(record: Record) -> Grade | None:
    given = area_grades(record).get(Area.OVERALL)
    return given.grade if given else None
