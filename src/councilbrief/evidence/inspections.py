"""Inspections: which ones a document tells of, when they were, and under which framework."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.evidence.dates import DateMention, Moment, dates
from councilbrief.evidence.reading import Reading, Sentence
from councilbrief.evidence.words import any_of, words
from councilbrief.provenance import STATED, Dated, PartialDate, Span

_WORDS = words("inspections")
_INSPECTED = re.compile(rf"\b{any_of(_WORDS['inspected'])}\b", re.IGNORECASE)
_EARLIER = re.compile(rf"\b{any_of(_WORDS['earlier'])}\b[^.;]{{0,60}}$", re.IGNORECASE)
_FUTURE = re.compile(rf"\b{any_of(_WORDS['future'])}\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|publication|report (?:of|on|dated)|released|issued|today|updated|posted|announced)\b[^.;]{0,24}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:inspection (?:of|by|into|in|took|was|at)|inspected|(?:carried out|conducted|completed|made|undertook|following|follows|after) (?:an?|the|its|their|this) (?:[\w-]+ ){0,3}(?:inspection|visit))\b",
    re.IGNORECASE,
)
_AFTER_SPAN = 45
YEAR_FROM_PUBLICATION = "inferred: the year from the date of publication"
LONGEST_WAIT = 420
"""Days between an inspection and what is published about it; older ones are told of as history."""


@dataclass(frozen=True, slots=True)
class Told:
    """When an inspection was, as a sentence tells it."""

    start: Dated | None
    end: Dated | None
    sentence: Span
    exact: bool


def main_inspection(reading: Reading, published: Dated | None) -> Told | None:
    """Return when the inspection was that the document is about; None where it says nothing.

    Two spells in one sentence are one inspection from the first day to the last.
    """
    best: Told | None = None
    for sentence in reading.sentences:
        found = [d for d in _dates_of_inspection(reading, sentence, published)]
        if not found:
            continue
        exact = [d for d in found if d.has_days]
        told = _told(sentence, exact or found[:1], published)
        if told is not None and (best is None or (told.exact and not best.exact)):
            best = told
    return best or _undated(reading)


def _undated(reading: Reading) -> Told | None:
    """Return the first sentence that tells of an inspection without saying when."""
    for sentence in reading.sentences:
        if _MADE.search(reading.narration, sentence.span.start, sentence.span.end):
            return Told(None, None, sentence.span, exact=False)
    return None


def _dates_of_inspection(
    reading: Reading, sentence: Sentence, published: Dated | None
) -> Iterator[DateMention]:
    """Yield the dates of a sentence that can be those of the inspection at hand."""
    text = reading.narration
    span = sentence.span
    if not _INSPECTED.search(text, span.start, span.end):
        return
    for mention in dates(text, span.start, span.end):
        lead = text[span.start : mention.span.start]
        if mention.start.month is None or _EARLIER.search(lead) or _PUBLISHED.search(lead):
            continue
        if _FUTURE.search(lead) or not _possible(mention, published):
            continue
        if mention.has_days and mention.start == mention.end and _is_publication(mention, published):
            continue
        yield mention


def _possible(mention: DateMention, published: Dated | None) -> bool:
    """Say whether a date lies in the months before the publication, as far as both are known."""
    date = mention.end.date()
    if date is None or published is None:
        return True
    wait = (published.value.latest() - date.earliest()).days
    return 0 <= wait <= LONGEST_WAIT + (0 if published.value.day else 366)


def _is_publication(mention: DateMention, published: Dated | None) -> bool:
    if published is None or published.value.day is None:
        return False
    value = published.value
    return (mention.start.month, mention.start.day) == (value.month, value.day)


def _told(sentence: Sentence, found: Sequence[DateMention], published: Dated | None) -> Told | None:
    """Complete the years and join the spells."""
    starts = [_complete(d.start, d.end, published) for d in found]
    ends = [_complete(d.end, d.end, published) for d in found]
    known = [d for d in starts if d is not None]
    last = [d for d in ends if d is not None]
    if not known or not last:
        return Told(None, None, sentence.span, exact=False) if found else None
    start = min(known, key=lambda d: d.value.earliest())
    end = max(last, key=lambda d: d.value.latest())
    return Told(start, end, sentence.span, found[0].has_days)


def _complete(moment: Moment, end: Moment, published: Dated | None) -> Dated | None:
    """Give a date without a year the one that its publication allows; None without that."""
    stated = moment.date()
    if stated is not None:
        return Dated(stated, STATED)
    if published is None or moment.month is None:
        return None
    latest = published.value.latest()
    closing = end.in_year(latest.year).date()
    year = latest.year - int(closing is not None and closing.earliest() > latest)
    if end.month is not None and moment.month > end.month:
        year -= 1
    date = moment.in_year(year).date()
    return Dated(date, YEAR_FROM_PUBLICATION) if date else None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An earlier inspection in passing: when, and the words that call it by its kind."""

    when: PartialDate
    sentence: Span
    kind: str | None


def earlier_inspections(
    reading: Reading, main: Told | None, published: Dated | None
) -> tuple[Mentioned, ...]:
    """Return the inspections before the one at hand that a text dates: "its last inspection in 2019"."""
    text = reading.text
    found: list[Mentioned] = []
    for sentence in reading.sentences:
        for mention in dates(text, sentence.span.start, sentence.span.end):
            when = mention.end.date()
            if when is None or not _is_earlier(when, main, published):
                continue
            lead = text[max(sentence.span.start, mention.span.start - 90) : mention.span.start]
            rest = text[mention.span.end : min(sentence.span.end, mention.span.end + _AFTER_SPAN)]
            kind = _kind_beside(lead)
            if kind or _NEAR_INSPECTION.search(lead) or _INSPECTED_AFTER.search(rest):
                found.append(Mentioned(when, sentence.span, kind))
    return _merged(found)


_NEAR_INSPECTION = re.compile(
    r"\b(?:inspect\w+|ofsted (?:last )?called|re-?inspection)\b[^.;,]{0,40}(?:,? (?:carried out|held|dated|which was|that was))?[^.;]{0,24}$",
    re.IGNORECASE,
)
_INSPECTED_AFTER = re.compile(r"^[,)]?(?: (?:ofsted|inspection|inspectors|report))\b", re.IGNORECASE)
_KIND = re.compile(rf"\b(?:{'|'.join(_WORDS['visits'])})\b(?:\s*\([A-Z]+\))?[^.;]{{0,40}}$", re.IGNORECASE)


def _kind_beside(lead: str) -> str | None:
    """Return the words that call a visit by its kind right before a date."""
    match = _KIND.search(lead)
    return (
        re.match(rf"(?:{'|'.join(_WORDS['visits'])})", match[0], re.IGNORECASE)[0].lower() if match else None
    )  # type: ignore[index]


def _is_earlier(when: PartialDate, main: Told | None, published: Dated | None) -> bool:
    """Say whether a date lies before the inspection at hand."""
    if main is not None and main.start is not None:
        return when.latest() < main.start.value.earliest()
    if published is not None:
        return (published.value.earliest() - when.latest()).days > LONGEST_WAIT - 365
    return True


def _merged(found: list[Mentioned]) -> tuple[Mentioned, ...]:
    """Keep one of those that can be the same, the most exact one; newest first."""
    out: list[Mentioned] = []
    for mentioned in sorted(found, key=lambda m: -len(m.when.iso())):
        same = next(
            (
                n
                for n, other in enumerate(out)
                if other.when.agrees(mentioned.when) and (mentioned.kind in {None, other.kind})
            ),
            None,
        )
        if same is None:
            out.append(mentioned)
        elif out[same].kind is None and mentioned.kind:
            out[same] = replace(out[same], kind=mentioned.kind)
    return tuple(sorted(out, key=lambda m: m.when.latest(), reverse=True))
