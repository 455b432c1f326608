"""Which framework an inspection was under: what the text calls it, else what was in force."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from councilbrief.evidence.councils.subject import is_telling, opens_with_several
from councilbrief.evidence.dates import dates
from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import area_mentions
from councilbrief.evidence.inspections.candidates import BEFORE_SPAN, TOLD_THAT, is_of_earlier
from councilbrief.evidence.inspections.frameworks import Framework, frameworks, in_force
from councilbrief.evidence.inspections.main import Told
from councilbrief.evidence.inspections.marks import (
    BY_AREAS,
    DAYS_TO_PUBLISH,
    DAYS_TO_TELL,
    RARE_AREAS,
    Era,
    Marks,
    by_areas,
    by_marks,
    has_scale,
    open_to,
)
from councilbrief.evidence.inspections.others import BOTH_BODIES, speaks_of_settings
from councilbrief.evidence.inspections.ungraded import (
    LONG,
    LONGEST_UNGRADED,
    days_taken,
    named,
    of_send,
    short_visit,
    visit,
)
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import STATED, Dated, PartialDate, Span

# An inspection that no grade shows to be one of the council's services must be called one.
_OF_SERVICES = re.compile(
    r"\binspect\w*\b[^.;]{0,120}"
    r"\b(?:children[’']s (?:services|social care)|services for children|child protection"
    r"|protection of (?:its )?children|protect(?:s|ed|ing)? (?:its )?children)"
    r"|\bofsted[’']s (?:finding|report|verdict)s?\b[^.;\n]{0,60}"
    r"\b(?:children[’']s services|child protection)\b"
    r"|\b(?:children[’']s (?:services|social care)|child protection)\b[^.;]{0,80}\binspect\w*",
    re.IGNORECASE,
)
# `the Ofsted report of ` before a month and a year
_REPORT_OF = re.compile(
    r"\b(?:report|verdict|letter) (?:(?:(?:which|that) )?(?:was )?(?:published|issued|released) in"
    r"|of|from|dated) $",
    re.IGNORECASE,
)
_AWAITED = re.compile(r"\b(?:await\w*|wait\w*|expect\w*|next|due|will)\b", re.IGNORECASE)
_WHOLE = re.compile(either("inspections", "whole"), re.IGNORECASE)
# `were handed a “requires improvement” judgement`, `came away with the second highest mark`
_GRADES_EACH = re.compile(
    r"\b(?:rated|rating|judged|judge?ment|graded?|handed|given|came away with|verdict)\b[^.;]{0,60}"
    r"\b(?:good|outstanding|inadequate|requir(?:es?|ing) improvement|(?:second[- ])?(?:highest|lowest))\b",
    re.IGNORECASE,
)
_SERVICES = re.compile(rf"\b{either('councils', 'services')}\b|\bchildren in need\b", re.IGNORECASE)
_OFSTED = re.compile(r"\bofsted\b", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:inspectorates|joint inspection)\b", re.IGNORECASE)
# `in May 2017, it went from ‘inadequate’ to ‘good’` behind the month: that of the report
_ROSE = re.compile(
    r"[^.;]{0,60}\b(?:became|went|moved|rose|jumped|climbed|improved|slipped|fell|dropped)\b[^.;]{0,80}"
    r"\bfrom [‘“'\"]?(?:inadequate|adequate|requir(?:es|ing) improvement|good|outstanding)\b",
    re.IGNORECASE,
)
_OUT_NOW = re.compile(either("inspections", "out_now"), re.IGNORECASE)
_NOT_OUT = re.compile(either("inspections", "not_out"), re.IGNORECASE)
_HEAD_PARAGRAPHS = 6
_OPENING = 3
_CARE = re.compile(
    r"\b(?:(?:children|young people|youngsters|those) in (?:[\w’']+ )?care|looked[- ]after|care leavers"
    r"|corporate parents?)\b",
    re.IGNORECASE,
)
_PROTECTION = re.compile(
    r"\b(?:child protection|safeguarding|protect(?:s|ed|ing|ion)?|at risk|in danger|from harm|abused?"
    r"|neglect)\b",
    re.IGNORECASE,
)
BY_SUBJECT = "inferred: whom its report is about"
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
    stated = [
        (f, span)
        for f, span in called
        if f.graded and (when is None or f.in_force(when)) and has_scale(f, marks.grades, reading.text)
    ]
    possible = tuple(dict.fromkeys(f for f, _ in stated))
    short = short_visit(reading, told, published, marks)
    if len(possible) == 1:
        return short or Era(possible[0], STATED, stated[0][1])
    if short is not None:
        kinds = {f.id: (f, span) for f, span in called if not f.graded}
        only = next(iter(kinds.values())) if len(kinds) == 1 else None
        return Era(only[0], STATED, only[1]) if only else short
    if not graded and not possible and not _is_of_services(reading) and not _is_long(reading, told):
        return None
    if when is None:
        found = (by_areas(reading) or by_marks(reading, published, marks, _days(told))) if graded else None
        return found or _by_named(reading, open_to(published, marks.since))
    return _by_date(reading, when, possible)


def _is_of_services(reading: Reading) -> bool:
    """Say whether a text without a grade tells of an inspection of the council's services for children."""
    if _JOINT.search(reading.narration):
        return False
    each = opens_with_several(reading.document) and _GRADES_EACH.search(reading.text) is not None
    if (each or _WHOLE.search(reading.text)) and _SERVICES.search(reading.text):
        return True
    return any(not _AWAITED.search(m[0]) for m in _OF_SERVICES.finditer(reading.narration))


def _is_long(reading: Reading, told: Told | None) -> bool:
    """Say whether Ofsted inspected a council's services for longer than any visit without grades takes."""
    text = reading.narration
    joint = _JOINT.search(text) or BOTH_BODIES.search(text)
    of_services = _OFSTED.search(text) and _SERVICES.search(text) and not joint
    return bool(of_services) and LONGEST_UNGRADED < _days(told) < LONG


def _days(told: Told | None) -> int:
    """Return how many days an inspection took; many where that is open."""
    return days_taken(told) if told else LONG


def framework_at(when: PartialDate) -> Era | None:
    """Return the only framework under which councils got grades at a time."""
    possible = in_force(when)
    return Era(possible[0], "inferred: from its date") if len(possible) == 1 else None


def _when(reading: Reading, told: Told | None, published: Dated | None) -> PartialDate | None:
    """Return when the inspection was, or, if the framework was the same for months, when it was told of."""
    if told is not None and told.start is not None:
        return told.start.value
    if published is None:
        return when_reported(reading)
    value = published.value
    if value.day is not None and _is_news(reading):
        first = value.earliest() - dt.timedelta(days=DAYS_TO_PUBLISH)
    else:
        first = value.earliest() - dt.timedelta(days=DAYS_TO_TELL)
    return value if in_force(value) == in_force(PartialDate(first.year, first.month)) else None


def when_reported(reading: Reading) -> PartialDate | None:
    """Return the month of the newest report that a text dates, if the framework was the same for months."""
    found = list(dates(reading.text))
    newest = max((mention.end.year for mention in found if mention.end.year), default=None)
    for mention in found:
        month, span = mention.end.date(), mention.span
        if month is None or month.month is None or month.year != newest:
            continue
        lead = reading.text[max(span.start - BEFORE_SPAN, 0) : span.start]
        told = (
            _REPORT_OF.search(lead)
            or TOLD_THAT.match(reading.text, span.end)
            or (_ROSE.match(reading.text, span.end) and not _is_of_settings(reading, span))
        )
        if told and not is_of_earlier(lead):
            first = month.earliest() - dt.timedelta(days=DAYS_TO_PUBLISH)
            return month if in_force(month) == in_force(PartialDate(first.year, first.month)) else None
    return None


def _is_of_settings(reading: Reading, span: Span) -> bool:
    """Say whether a sentence tells of schools or homes."""
    return speaks_of_settings(reading.sentence_at(span.start).span.slice(reading.narration))


def _is_news(reading: Reading) -> bool:
    """Say whether the head of a text says that the report has only now come out."""
    head = reading.paragraphs[:_HEAD_PARAGRAPHS]
    return bool(head) and _OUT_NOW.search(reading.narration, 0, head[-1].span.end) is not None


def _opening(reading: Reading) -> list[Span]:
    """Return the first paragraphs that say something."""
    return [p.span for p in reading.paragraphs if is_telling(p.span.slice(reading.text))][:_OPENING]


def _by_date(reading: Reading, when: PartialDate, possible: tuple[Framework, ...]) -> Era | None:
    """Choose by the date; where two overlap, by the areas that the text names.

    Whether what has not come out was an inspection at all its date does not tell.
    """
    if not possible and any(_NOT_OUT.search(span.slice(reading.narration)) for span in _opening(reading)):
        return None
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
    fitting = [f for f in candidates if any(f.covers(area) for area in areas & RARE_AREAS)]
    return Era(fitting[0], BY_AREAS) if len(fitting) == 1 else _by_subject(reading, candidates)


def _by_subject(reading: Reading, candidates: Sequence[Framework]) -> Era | None:
    """Choose between children in danger and children in care, where each had a framework of its own.

    The first paragraphs that say something are about one of the two.
    """
    if {f.id for f in candidates} != {"apc-2012", "lac-2013"}:
        return None
    opening = _opening(reading)
    subjects = {
        id_
        for id_, words_ in (("apc-2012", _PROTECTION), ("lac-2013", _CARE))
        if any(words_.search(reading.narration, span.start, span.end) for span in opening)
    }
    only = [f for f in candidates if subjects == {f.id}]
    return Era(only[0], BY_SUBJECT) if only else None


def _has_just_ended(framework: Framework, when: PartialDate) -> bool:
    """Say whether a framework ended so shortly before that an inspection under it may still have followed."""
    last = framework.last
    return last is not None and 0 < (when.earliest() - last).days <= _LATE
