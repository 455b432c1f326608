"""Which framework an inspection was under: what the text calls it, else what was in force."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import area_mentions
from councilbrief.evidence.inspections.frameworks import Framework, frameworks, in_force
from councilbrief.evidence.inspections.main import Told
from councilbrief.evidence.inspections.marks import (
    BY_AREAS,
    DAYS_TO_PUBLISH,
    DAYS_TO_TELL,
    Era,
    Marks,
    by_areas,
    by_marks,
    open_to,
)
from councilbrief.evidence.inspections.ungraded import named, of_send, short_visit, visit
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import STATED, Dated, PartialDate

# An inspection that no grade shows to be one of the council's services must be called one.
_OF_SERVICES = re.compile(
    r"\binspect\w*\b[^.;]{0,80}"
    r"\b(?:children[’']s (?:services|social care)|services for children|child protection"
    r"|protection of its children)"
    r"|\b(?:children[’']s (?:services|social care)|child protection)\b[^.;]{0,80}\binspect\w*",
    re.IGNORECASE,
)
_AWAITED = re.compile(r"\b(?:await\w*|wait\w*|expect\w*|next|due|will)\b", re.IGNORECASE)
_WHOLE = re.compile(either("inspections", "whole"), re.IGNORECASE)
_SERVICES = re.compile(rf"\b{either('councils', 'services')}\b|\bchildren in need\b", re.IGNORECASE)
_OUT_NOW = re.compile(either("inspections", "out_now"), re.IGNORECASE)
_HEAD_PARAGRAPHS = 6
_LATE = 120
"""Days after the end of a framework in which a re-inspection under it can still have begun."""


def era(reading: Reading, told: Told | None, published: Dated | None, marks: Marks) -> Era | None:
    """Return the framework of the inspection that a document is about, None if open.

    `marks` is what the text gives of it.
    """
    graded, when = marks.graded, _when(reading, told, published)
    called = named(reading)
    visited = visit(reading, called, told, graded=graded) or of_send(reading, when, graded=graded)
    if visited is not None:
        return visited
    stated = [(f, span) for f, span in called if f.graded and (when is None or f.in_force(when))]
    possible = tuple(dict.fromkeys(f for f, _ in stated))
    short = short_visit(reading, told, published, marks)
    if len(possible) == 1:
        return short or Era(possible[0], STATED, stated[0][1])
    if short is not None:
        kinds = {f.id: (f, span) for f, span in called if not f.graded}
        only = next(iter(kinds.values())) if len(kinds) == 1 else None
        return Era(only[0], STATED, only[1]) if only else short
    if not graded and not possible and not _is_of_services(reading):
        return None
    if when is None:
        found = (by_areas(reading) or by_marks(reading, published, marks)) if graded else None
        return found or _by_named(reading, open_to(published, marks.since))
    return _by_date(reading, when, possible)


def _is_of_services(reading: Reading) -> bool:
    """Say whether a text without a grade tells of an inspection of the council's services for children."""
    whole = _WHOLE.search(reading.text) is not None and _SERVICES.search(reading.text) is not None
    return whole or any(not _AWAITED.search(m[0]) for m in _OF_SERVICES.finditer(reading.narration))


def framework_at(when: PartialDate) -> Era | None:
    """Return the only framework under which councils got grades at a time."""
    possible = in_force(when)
    return Era(possible[0], "inferred: from its date") if len(possible) == 1 else None


def _when(reading: Reading, told: Told | None, published: Dated | None) -> PartialDate | None:
    """Return when the inspection was, or, if the framework was the same for months, when it was told of."""
    if told is not None and told.start is not None:
        return told.start.value
    if published is None:
        return None
    value = published.value
    if value.day is not None and _is_news(reading):
        first = value.earliest() - dt.timedelta(days=DAYS_TO_PUBLISH)
    else:
        first = value.earliest() - dt.timedelta(days=DAYS_TO_TELL)
    return value if in_force(value) == in_force(PartialDate(first.year, first.month)) else None


def _is_news(reading: Reading) -> bool:
    """Say whether the head of a text says that the report has only now come out."""
    head = reading.paragraphs[:_HEAD_PARAGRAPHS]
    return bool(head) and _OUT_NOW.search(reading.narration, 0, head[-1].span.end) is not None


def _by_date(reading: Reading, when: PartialDate, possible: tuple[Framework, ...]) -> Era | None:
    """Choose by the date; where two overlap, by the areas that the text names."""
    candidates = possible or in_force(when)
    late = [f for f in frameworks().values() if f.covers(Area.ADOPTION) and _has_just_ended(f, when)]
    several = candidates if len(candidates) > 1 else ()
    may_be = (*several, *(() if possible else late))
    printed = by_areas(reading) if may_be else None
    if printed and printed.framework in may_be:
        return printed
    if len(candidates) == 1:
        return Era(candidates[0], "inferred: from its date")
    return _by_named(reading, candidates)


def _by_named(reading: Reading, candidates: Sequence[Framework]) -> Era | None:
    """Choose by areas that few frameworks grade, and that the text names."""
    areas = (
        {a.area for a in area_mentions(reading.text, 0, len(reading.text)) if a.area} if candidates else set()
    )
    marks = {Area.LSCB, Area.ADOPTION, Area.QUALITY_OF_PRACTICE, Area.QUALITY_OF_PROVISION}
    fitting = [f for f in candidates if any(f.covers(area) for area in areas & marks)]
    return Era(fitting[0], BY_AREAS) if len(fitting) == 1 else None


def _has_just_ended(framework: Framework, when: PartialDate) -> bool:
    """Say whether a framework ended so shortly before that an inspection under it may still have followed."""
    last = framework.last
    return last is not None and 0 < (when.earliest() - last).days <= _LATE
