"""Which documents tell of the same inspection, and in which order the inspections come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from councilbrief.briefing.inspections import Record, Telling, exactness, is_past
from councilbrief.briefing.references import authority
from councilbrief.briefing.sameness import fits, is_misdated, nearest
from councilbrief.evidence.facts import Evidence, Inspection, Judgement


def merge(evidence: Sequence[Evidence]) -> tuple[Record, ...]:
    """Gather what documents tell of inspections into records, the newest first.

    Two tellings are one inspection if council, framework and dates agree and only one
    inspection fits; a telling without a date joins one only if its document came out
    soon after it. What a document with more authority dates otherwise joins that, where
    all else says that it is the same inspection. In doubt they stay apart.
    """
    groups: list[list[Telling]] = []
    for telling in sorted(_tellings(evidence), key=_vagueness):
        joined = nearest(telling, [group for group in groups if fits(telling, group)])
        if joined is None:
            groups.append([telling])
        else:
            joined.append(telling)
    groups = _with_misdated(groups)
    records = [Record(tuple(sorted(group, key=_trust))) for group in groups]
    return tuple(sorted(records, key=_newest_first))


def _with_misdated(groups: Sequence[list[Telling]]) -> list[list[Telling]]:
    """Put what gets a date wrong with the one inspection that it must mean."""
    kept = list(groups)
    for group in sorted(groups, key=lambda group: -min(authority(one.source) for one in group)):
        others = [better for better in kept if better is not group and is_misdated(group, better)]
        if len(others) == 1:
            others[0].extend(group)
            kept = [one for one in kept if one is not group]
    return kept


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
