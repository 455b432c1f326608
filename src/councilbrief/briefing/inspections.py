"""The same inspection, told of by several documents, as one record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from councilbrief.briefing.references import authority
from councilbrief.evidence.facts import Evidence, Inspection, Judgement
from councilbrief.provenance import STATED, Dated, PartialDate, Source

REPORTING_DELAY_DAYS = 400
"""The longest that a document about an inspection is taken to follow it, where it gives no date."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's account of an inspection; `index` is its place in `Evidence.inspections`.

    `index` is None for the inspection behind grades that a document ties to none; `past`
    marks the one behind earlier grades of this sort.
    """

    evidence: Evidence
    index: int | None
    inspection: Inspection
    past: bool = False

    @property
    def source(self) -> Source:
        """Return the document's source."""
        return self.evidence.source

    @property
    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and last day that the inspection can have had; None without a date."""
        first = self.inspection.start or self.inspection.end
        last = self.inspection.end or self.inspection.start
        if first is None or last is None:
            return None
        return first.value.earliest(), last.value.latest()

    @property
    def leads(self) -> bool:
        """Say whether the document is about this inspection, and not about another that it grades."""
        current = [one.inspection for one in self.evidence.judgements if one.current]
        return not self.past and (self.index in current if current else self.index in (0, None))

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Return the grades that the document ties to this inspection."""
        every = self.evidence.judgements
        if self.past:
            return tuple(one for one in every if is_past(one, self.evidence))
        return tuple(one for one in every if one.inspection == self.index and not is_past(one, self.evidence))


def is_past(judgement: Judgement, evidence: Evidence) -> bool:
    """Say whether a grade is an earlier one that its document ties to no inspection of its own.

    It may come from any inspection before, so it is never put with the one at hand.
    """
    if judgement.current:
        return False
    if judgement.inspection is None:
        return judgement.stated or bool(evidence.inspections)
    at_hand = (one.inspection for one in evidence.judgements if one.current)
    return judgement.stated and judgement.inspection in at_hand


@dataclass(frozen=True)
class Record:
    """An inspection as all its tellings give it, the most authoritative telling first."""

    tellings: tuple[Telling, ...]

    @cached_property
    def framework(self) -> str | None:
        """Return the framework's id: a stated one before an inferred one."""
        return self.framework_telling.inspection.framework if self.framework_telling else None

    @cached_property
    def framework_telling(self) -> Telling | None:
        """Return the telling that names the framework best."""
        naming = [one for one in self.tellings if one.inspection.framework is not None]
        return min(naming, key=lambda one: one.inspection.framework_basis != STATED, default=None)

    @cached_property
    def start(self) -> Dated | None:
        """Return the first day, as exactly as any telling gives it."""
        return _best([one.inspection.start for one in self._dating])

    @cached_property
    def end(self) -> Dated | None:
        """Return the last day, as exactly as any telling gives it."""
        return _best([one.inspection.end for one in self._dating])

    @cached_property
    def _dating(self) -> tuple[Telling, ...]:
        """Keep the tellings that give both ends of the visit, if any does."""
        both = tuple(one for one in self.tellings if one.inspection.start and one.inspection.end)
        return both or self.tellings

    @cached_property
    def graded(self) -> bool | None:
        """Say whether grades were given; None where no telling settles it."""
        said = {one.inspection.graded for one in self.tellings}
        return True if True in said else (False if False in said else None)

    @cached_property
    def last_day(self) -> dt.date | None:
        """Return the last day that the inspection can have had."""
        bounds = [one.bounds for one in self._dating if one.bounds]
        return min((last for _, last in bounds), default=None)

    @cached_property
    def reported(self) -> dt.date | None:
        """Return the last day on which a document about it can have come out."""
        published = (one.source.published for one in self.tellings if one.leads)
        return max((date.value.latest() for date in published if date), default=None)

    @property
    def past(self) -> bool:
        """Say whether nothing is known of it but earlier grades."""
        return all(one.past for one in self.tellings)

    @property
    def council(self) -> str | None:
        """Return the GSS code of the council that was inspected, where a telling settles it."""
        return next((one.inspection.council for one in self.tellings if one.inspection.council), None)

    def tells(self, evidence: Evidence, index: int | None) -> bool:
        """Say whether this is the inspection that a document's fact belongs to."""
        return any(one.evidence is evidence and one.index == index and not one.past for one in self.tellings)


def _best(dates: Iterable[Dated | None]) -> Dated | None:
    """Pick the most exact date, a stated one before an inferred one of the same exactness."""
    known = [date for date in dates if date is not None]
    return min(known, key=lambda date: (-_exactness(date.value), not date.is_stated), default=None)


def _exactness(date: PartialDate | None) -> int:
    """Count what a date gives: year, month, day."""
    return 0 if date is None else 1 + (date.month is not None) + (date.day is not None)


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
    exactness = sum(_exactness(date.value) for date in (inspection.start, inspection.end) if date)
    unnamed = (inspection.framework is None) + (telling.index is None)
    return -exactness, unnamed, authority(telling.source), telling.source.id, _position(telling)


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

    It is the day of publication, or a day after the other inspections that the document tells of.
    """
    one = telling.evidence
    if not telling.leads:
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
