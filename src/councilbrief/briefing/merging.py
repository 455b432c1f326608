"""Which documents tell of the same inspection, and in which order the inspections come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from councilbrief.briefing.inspections import Record, Telling, exactness, is_past
from councilbrief.briefing.references import authority
from councilbrief.evidence.facts import Evidence, Inspection, Judgement
from councilbrief.provenance import STATED

REPORTING_DELAY_DAYS = 400
"""The longest that a document about an inspection is taken to follow it, where it gives no date."""


def merge(evidence: Sequence[Evidence]) -> tuple[Record, ...]:
    """Gather what documents tell of inspections into records, the newest first.

    Two tellings are one inspection if council, framework and dates agree and only one
    inspection fits; a telling without a date joins one only if its document came out
    within `REPORTING_DELAY_DAYS` after it. In doubt they stay apart.
    """
    groups: list[list[Telling]] = []
    for telling in sorted(_tellings(evidence), key=_vagueness):
        fitting = [group for group in groups if _fits(telling, group)]
        if len(fitting) == 1:
            fitting[0].append(telling)
        else:
            groups.append([telling])
    records = [Record(tuple(sorted(group, key=_trust))) for group in groups]
    return tuple(sorted(records, key=_newest_first))


def _tellings(evidence: Sequence[Evidence]) -> Iterable[Telling]:
    for one in evidence:
        for index, inspection in enumerate(one.inspections):
            yield Telling(one, index, inspection)
        past = [judgement for judgement in one.judgements if is_past(judgement, one)]
        untied = (judgement for judgement in one.judgements if judgement.inspection is None)
        loose = [judgement for judgement in untied if judgement not in past]
        yield from (Telling(one, None, _behind(one, judgement)) for judgement in loose[:1])
        yield from (Telling(one, None, _behind(one, judgement), past=True) for judgement in past[:1])


def _behind(one: Evidence, judgement: Judgement) -> Inspection:
    """Make the inspection that a grade without one must come from; nothing but the grade is known."""
    return Inspection(
        council=one.council,
        council_name=one.council_name,
        start=None,
        end=None,
        framework=None,
        framework_basis=None,
        graded=True,
        told=judgement.told,
        rule=judgement.rule,
    )


def _vagueness(telling: Telling) -> tuple[int, int, int, str, int]:
    """Sort the exactly dated first, so that the vaguer find them, and loose grades last."""
    inspection = telling.inspection
    exact = sum(exactness(date.value) for date in (inspection.start, inspection.end) if date)
    unnamed = (inspection.framework is None) + (telling.index is None)
    return -exact, unnamed, authority(telling.source), telling.source.id, _position(telling)


def _trust(telling: Telling) -> tuple[int, str, int]:
    return authority(telling.source), telling.source.id, _position(telling)


def _position(telling: Telling) -> int:
    return -1 if telling.index is None else telling.index


def _newest_first(record: Record) -> tuple[int, int, str]:
    """Sort by date; an undated inspection goes by the documents that are about it, else comes last."""
    by_document = max((day for one in record.tellings if (day := _day_by_document(one))), default=None)
    last = record.last_day or by_document
    first = record.tellings[0]
    return (1 if last is None else -last.toordinal()), authority(first.source), first.source.id


def _day_by_document(telling: Telling) -> dt.date | None:
    """Return the day by which an undated inspection was over; None where a document only mentions it.

    Grades that it ties to none don't say how new they are either.
    It is the day of publication, or a day after the other inspections that the document tells of.
    """
    one = telling.evidence
    if not telling.leads or telling.index is None:
        return None
    if one.source.published is not None:
        return one.source.published.value.latest()
    others = (Telling(one, index, other).bounds for index, other in enumerate(one.inspections))
    return max((last + dt.timedelta(days=1) for _, last in filter(None, others)), default=None)


def _fits(telling: Telling, group: Sequence[Telling]) -> bool:
    """Say whether a telling may join others; grades tied to none join only what their document tells of."""
    own = any(other.evidence is telling.evidence for other in group)
    if telling.past or any(other.past for other in group) or (telling.index is None and not own):
        return False
    if any(other.evidence is telling.evidence and _sets_apart(telling, other) for other in group):
        return False
    return all(_same_kind(telling, other) for other in group) and (
        all(_dates_agree(telling, other) for other in group)
        if telling.bounds
        else any(_reported_in_time(telling, other) for other in group)
    )


def _sets_apart(telling: Telling, other: Telling) -> bool:
    """Say whether one document tells of two inspections, and not of one and its loose grades."""
    return telling.index is not None and other.index is not None


def _same_kind(telling: Telling, other: Telling) -> bool:
    """Say whether council, framework and grading agree; the same days outweigh an inferred framework."""
    mine, its = telling.inspection, other.inspection
    if not _agree(mine.council, its.council):
        return False
    if _agree(mine.framework, its.framework) and _agree(mine.graded, its.graded):
        return True
    both_stated = mine.framework_basis == its.framework_basis == STATED
    return not both_stated and _same_days(mine, its)


def _same_days(mine: Inspection, its: Inspection) -> bool:
    """Say whether both give the same first and last day, to the day."""
    if mine.start is None or mine.end is None or its.start is None or its.end is None:
        return False
    exact = mine.start.value.day is not None and mine.end.value.day is not None
    return exact and (mine.start.value, mine.end.value) == (its.start.value, its.end.value)


def _agree(one: object, other: object) -> bool:
    """Say whether two facts are the same or one of them is unknown."""
    return one is None or other is None or one == other


def _dates_agree(telling: Telling, other: Telling) -> bool:
    """Say whether two tellings can have the same days; exact days must be the same days."""
    mine, its = telling.bounds, other.bounds
    if mine is None or its is None:
        return True
    ends = (
        (telling.inspection.start, other.inspection.start),
        (telling.inspection.end, other.inspection.end),
    )
    for one, two in ends:
        if one and two and one.value.day and two.value.day and one.value != two.value:
            return False
    return mine[0] <= its[1] and its[0] <= mine[1]


def _reported_in_time(telling: Telling, other: Telling) -> bool:
    """Say whether an undated telling came out soon enough after a dated inspection."""
    published = telling.source.published
    if telling.evidence is other.evidence:
        return True
    if published is None or other.bounds is None:
        return False
    earliest, latest = published.value.earliest(), published.value.latest()
    first, last = other.bounds
    return first <= latest and (earliest - last).days <= REPORTING_DELAY_DAYS
