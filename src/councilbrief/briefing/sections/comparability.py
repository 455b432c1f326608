"""Which inspections' grades mean the same, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from councilbrief.briefing.blocks import Statement, Text
from councilbrief.briefing.case import Case, days_of, is_graded
from councilbrief.briefing.changes import before
from councilbrief.briefing.frames import areas_of, comparable, short_name
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import listed, period
from councilbrief.briefing.spec import SectionKey
from councilbrief.briefing.tellings import told
from councilbrief.evidence.facts import Area
from councilbrief.provenance import PartialDate

Group = Sequence[Record]
PAIR = 2


def comparability(case: Case) -> Iterator[Statement]:
    """Say which of the inspections' grades mean the same, where more than one gave grades."""
    graded = [record for record in case.records if is_graded(record) and days_of(record)]
    if len(graded) > 1:
        groups, but = _groups(graded), _told_above(case)
        words = _all(graded, told_above=but) if len(groups) == 1 else _some(groups, told_above=but)
        every = told([telling for record in graded for telling in record.tellings])
        yield case.references.claim(Text(words), support=every)


def _groups(graded: Group) -> list[list[Record]]:
    """Put those together that can be compared."""
    groups: list[list[Record]] = []
    for record in graded:
        known = (group for group in groups if comparable(group[0].framework, record.framework))
        group = next(known, None)
        if group is None:
            groups.append([record])
        else:
            group.append(record)
    return groups


def _all(graded: Group, *, told_above: bool) -> str:
    but = _but_for(graded, told_above=told_above)
    return f"All these grades were given under {_framework(graded[0])} and can be compared{but}."


def _some(groups: Sequence[Group], *, told_above: bool) -> str:
    """Say what can be compared within groups, and that nothing can across them."""
    every = [record for group in groups for record in group]
    alone = [record for group in groups if len(group) == 1 for record in group]
    several = [group for group in groups if len(group) > 1]
    if not several:
        return _none(_named(alone, every), len(alone))
    first, *more = several
    named = bool(more) or first is not groups[0]
    but = _but_for(first, told_above=told_above)
    sentences = [f"The grades of {_given(first, every, named=named)} can be compared{but}."]
    for group in more:
        but = _but_for(group, told_above=told_above)
        with_ = "with each other but not with the others"
        sentences.append(f"Those of {_given(group, every, named=True)} can be compared {with_}{but}.")
    if alone:
        cannot = "cannot be compared with them" if len(alone) == 1 else "can be compared with no others"
        sentences.append(f"Those of {_named(alone, every)} {cannot}.")
    return " ".join(sentences)


def _none(names: str, count: int) -> str:
    if count == PAIR:
        return f"The grades of {names} cannot be compared."
    return f"No two of the grades of {names} can be compared."


def _given(group: Group, every: Group, *, named: bool) -> str:
    """Say when some grades were given, and under what framework where that tells groups apart."""
    whens = listed([_when(one, every) for one in group])
    return f"{whens} ({_framework(group[0])})" if named else whens


def _named(records: Group, every: Group) -> str:
    return listed([f"{_when(one, every)} ({_framework(one)})" for one in records])


def _when(record: Record, every: Group) -> str:
    """Tell an inspection from the others by its year, else by its month, else by its days."""
    ways = (_year, _month, _days)
    apart = (way(record) for way in ways if [way(one) for one in every].count(way(record)) == 1)
    return next(apart, _days(record))


def _year(record: Record) -> str:
    return str(record.last_day.year) if record.last_day else _days(record)


def _month(record: Record) -> str:
    first, last = days_of(record) or (None, None)
    day = last or first
    return PartialDate(day.year, day.month).text() if day else _days(record)


def _days(record: Record) -> str:
    return period(*(days_of(record) or (None, None))) or ""


def _framework(record: Record) -> str:
    """Name a framework; the years that some have in brackets are told beside it."""
    return (short_name(record.framework) or "a framework that was not found").partition(" (")[0]


def _told_above(case: Case) -> bool:
    """Say whether the judgements tell beside the current grades which areas shared one before."""
    compared = before(case) if SectionKey.JUDGEMENTS in case.asked else None
    return compared is not None and Area.IN_CARE_AND_CARE_LEAVERS in compared.without_row


def _but_for(group: Group, *, told_above: bool) -> str:
    """Name the areas that inspections which can be compared do not share; empty where they share all."""
    pairs = tuple(combinations([record.framework for record in group], 2))
    areas = {area for record in group for area in areas_of(record.framework)}
    apart = {area for area in areas if any(not comparable(one, other, area) for one, other in pairs)}
    named = []
    if Area.IN_CARE_AND_CARE_LEAVERS in apart:
        shared = "" if told_above else " (which shared one until the end of 2022)"
        named.append(f"those for children in care and care leavers{shared}")
    if Area.OVERALL in apart:
        named.append("the overall ones (not given since April 2026)")
    return f", except {' and '.join(named)}" if named else ""
