"""The overall grades of the inspections so far, as a chart: what was given when, and what may be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.briefing.blocks import Chart, ChartPoint, Support, Text
from councilbrief.briefing.case import Case, days_of, is_graded, is_of_grades
from councilbrief.briefing.frames import alone, belongs, comparable, framework, gives_overall, short_name
from councilbrief.briefing.grades import SUMMED, Given, area_grades
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import listed, period
from councilbrief.briefing.tellings import dating, told
from councilbrief.evidence.facts import Area, Grade
from councilbrief.provenance import MONTHS, PartialDate

FEWEST = 3
"""So many grades make a history, or two that a line joins."""

THIRD = (Grade.REQUIRES_IMPROVEMENT, Grade.ADEQUATE)
"""The third of four grades, which is another since November 2013."""

MARK = "*"
"""Beneath a point whose date is inferred there is no room for more."""

MARKED = f"Dates marked {MARK} are inferred."
PARTLY = "A line joins only those that can be compared."
NONE_GIVEN = "none is given under this framework"
NOT_CLEAR = "not clear"
NOT_FOUND = "not found"
Write = Callable[[PartialDate, PartialDate], str]


@dataclass(frozen=True, slots=True)
class Dot:
    """An overall grade with all that is told of it; `joined` as in `ChartPoint`."""

    record: Record
    grade: Grade
    given: tuple[Given, ...]
    first: PartialDate
    last: PartialDate
    joined: bool = False

    @property
    def support(self) -> tuple[Support, ...]:
        """Return what the grade and its date rest on."""
        return (*(one.support for one in self.given), *told(dating(self.record)))

    @property
    def guessed(self) -> bool:
        """Say whether its date is one that no source states outright."""
        return any(date is not None and not date.is_stated for date in (self.record.start, self.record.end))

    @property
    def month(self) -> str:
        """Return when it ended, as far as known: `March 2013`."""
        return PartialDate(self.last.year, self.last.month).text()


def over_time(case: Case) -> Chart | None:
    """Draw the overall grades that are believed, where they are three or a line joins two."""
    dots = tuple(_dots(case))
    if not _make_a_history(dots):
        return None
    points = tuple(
        ChartPoint(when, dot.grade, dot.joined) for when, dot in zip(_times(dots), dots, strict=True)
    )
    rests_on = tuple(dict.fromkeys(one for dot in dots for one in dot.support))
    caption = case.references.claim(Text(_caption(case, dots)), support=rests_on)
    return Chart(caption, _scale(dots), points, _alt(dots), rests_on)


def _make_a_history(dots: Sequence[Dot]) -> bool:
    return len(dots) >= FEWEST or any(dot.joined for dot in dots)


def _dots(case: Case) -> Iterator[Dot]:
    """Yield the grades, the oldest first; one without a grade that is known parts those around it."""
    last: Dot | None = None
    for record in reversed(_dated(case)):
        dot = _dot(record)
        if dot is None:
            last = None
            continue
        joined = last is not None and comparable(last.record.framework, record.framework, Area.OVERALL)
        last = replace(dot, joined=joined)
        yield last


def _dated(case: Case) -> list[Record]:
    """Return the inspections that give grades and have a date, the newest first."""
    return [one for one in case.records if (is_of_grades(one) or _dot(one)) and days_of(one)]


def _dot(record: Record) -> Dot | None:
    """Return the overall grade where one is believed that the framework can give."""
    days, given = days_of(record), area_grades(record).get(Area.OVERALL)
    first, last = (days[0] or days[1], days[1] or days[0]) if days else (None, None)
    if first is None or last is None or given is None or given.grade not in SUMMED:
        return None
    if not belongs(Area.OVERALL, given.grade, record.framework):
        return None
    return Dot(record, given.grade, given.believed, first, last)


def _scale(dots: Sequence[Dot]) -> tuple[Grade, ...]:
    """Return the grades that have a line: of the third only the one that was given, or could have been."""
    given = {dot.grade for dot in dots}
    frames = [found for dot in dots if (found := framework(dot.record.framework))]
    could = [grade for grade in THIRD if any(grade in found.scale for found in frames)]
    third = {grade for grade in THIRD if grade in given} or set(could[:1] or THIRD[:1])
    return tuple(grade for grade in SUMMED if grade not in THIRD or grade in third)


def _times(dots: Sequence[Dot]) -> Iterator[str]:
    """Write the time of each point as shortly as tells it from the others."""
    ways: tuple[Write, ...] = (_month, _day, _days)
    every = [[write(dot.first, dot.last) for dot in dots] for write in ways]
    for at, dot in enumerate(dots):
        apart = (texts[at] for texts in every if texts.count(texts[at]) == 1)
        before = every[-1][:at].count(every[-1][at])
        same = f"{every[-1][at]} ({before + 1})"
        yield f"{next(apart, same)}{MARK if dot.guessed else ''}"


def _month(_first: PartialDate, last: PartialDate) -> str:
    """Write the month: `Mar 2013`, or the year alone."""
    return f"{MONTHS[last.month][:3]} {last.year}" if last.month else str(last.year)


def _day(first: PartialDate, last: PartialDate) -> str:
    """Write the last day: `8 Mar 2013`."""
    return f"{last.day} {_month(first, last)}" if last.day else _month(first, last)


def _days(first: PartialDate, last: PartialDate) -> str:
    """Write the first and last day: `4–8 Mar 2013`."""
    return f"{first.day}–{_day(first, last)}" if first.day and first != last else _day(first, last)


def _caption(case: Case, dots: Sequence[Dot]) -> str:
    """Say what the chart shows, what its lines mean and which inspections it leaves out."""
    sentences = ["Overall grades, the oldest first.", *_lines(dots), *_missing(case)]
    sentences += [MARKED] if any(dot.guessed for dot in dots) else []
    return " ".join(sentences)


def _lines(dots: Sequence[Dot]) -> Iterator[str]:
    """Say what the lines mean; where all grades can be compared they need no words."""
    if _none_alike(dots):
        names = listed([f"{_name(dot)} in {dot.last.year}" for dot in dots])
        yield f"No line joins them, as they cannot be compared ({names})."
    elif len(_groups(dots)) > 1:
        yield PARTLY
        yield from _narrow(dots)


def _none_alike(dots: Sequence[Dot]) -> bool:
    return all(len(group) == 1 for group in _groups(dots))


def says_what_compares(case: Case) -> bool:
    """Say whether the chart tells of all inspections with grades that no two can be compared."""
    dots = tuple(_dots(case))
    every = [record for record in case.records if is_graded(record) and days_of(record)]
    return _make_a_history(dots) and len(dots) == len(every) and _none_alike(dots)


def _narrow(dots: Sequence[Dot]) -> Iterator[str]:
    """Say which grades are of one service only."""
    for dot in dots:
        service = alone(dot.record.framework)
        if service:
            yield f"That of {dot.month} is for {service} alone."


def _missing(case: Case) -> Iterator[str]:
    """Name the inspections that are dated and have no point, and say why."""
    reasons: dict[str, list[str]] = {}
    for record in reversed(_dated(case)):
        if _dot(record) is None:
            days = days_of(record) or (None, None)
            reasons.setdefault(_reason(record), []).append(period(*days) or "")
    told_apart = [f"{listed(days)} ({reason})" for reason, days in reasons.items()]
    if told_apart:
        yield f"Without an overall grade: {listed(told_apart)}."


def _reason(record: Record) -> str:
    """Say why there is no point: the framework gives none, no source does, or it is disputed or odd."""
    if gives_overall(record.framework) is False:
        return NONE_GIVEN
    given = area_grades(record).get(Area.OVERALL)
    return NOT_CLEAR if given and (given.grade or given.others) else NOT_FOUND


def _alt(dots: Sequence[Dot]) -> str:
    """Give every value in words, and say which of them may be compared."""
    values = "; ".join(_value(dot) for dot in dots)
    groups = [group for group in _groups(dots) if len(group) > 1]
    if not groups:
        comparison = "None of these grades can be compared with another."
    elif len(groups[0]) == len(dots):
        comparison = "All these grades can be compared."
    else:
        sets = "; ".join(listed([dot.month for dot in group]) for group in groups)
        comparison = f"Only the grades within a group can be compared: {sets}."
        if len(groups) == 1:
            comparison = f"Only the grades of {sets} can be compared with each other."
    return f"Overall grades, the oldest first: {values}. {comparison}"


def _value(dot: Dot) -> str:
    marked = "inferred, " if dot.guessed else ""
    return f"{period(dot.first, dot.last)} ({marked}{_name(dot)}): {dot.grade.value}"


def _name(dot: Dot) -> str:
    """Name the framework; the years that some have in brackets are told beside it."""
    return (short_name(dot.record.framework) or "framework not known").partition(" (")[0]


def _groups(dots: Sequence[Dot]) -> list[list[Dot]]:
    """Put those together that can be compared."""
    groups: list[list[Dot]] = []
    for dot in dots:
        alike = (g for g in groups if comparable(g[0].record.framework, dot.record.framework, Area.OVERALL))
        group = next(alike, None)
        if group is None:
            groups.append([dot])
        else:
            group.append(dot)
    return groups
