"""The same inspection, told of by several documents, as one record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.evidence.facts import Evidence, Inspection, Judgement
from councilbrief.provenance import STATED, Dated, PartialDate, Source


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
        """Return the framework's id: Ofsted's before others', a stated one before an inferred one."""
        return self.framework_telling.inspection.framework if self.framework_telling else None

    @cached_property
    def framework_telling(self) -> Telling | None:
        """Return the telling that names the framework best; of those that agree one that states it."""
        naming = [one for one in self.tellings if one.inspection.framework is not None]
        official = {one.inspection.framework for one in naming if one.source.kind in OFSTED_KINDS}
        agreed = [one for one in naming if one.inspection.framework in official] or naming
        return min(agreed, key=lambda one: one.inspection.framework_basis != STATED, default=None)

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
        """Say whether grades were given; None where no telling settles it. Ofsted's own word counts first."""
        official = [one for one in self.tellings if one.source.kind in OFSTED_KINDS]
        said = {one.inspection.graded for one in official} - {None}
        said = said or {one.inspection.graded for one in self.tellings}
        return True if True in said else (False if False in said else None)

    @cached_property
    def last_day(self) -> dt.date | None:
        """Return the last day that the inspection can have had."""
        last = self.end or self.start
        return last.value.latest() if last else None

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
    return min(known, key=lambda date: (-exactness(date.value), not date.is_stated), default=None)


def exactness(date: PartialDate | None) -> int:
    """Count what a date gives: year, month, day."""
    return 0 if date is None else 1 + (date.month is not None) + (date.day is not None)
