"""Inspections: which ones a document tells of, when they were, and under which framework."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from councilbrief.evidence.councils import Council, register
from councilbrief.evidence.dates import DateMention, Moment, dates
from councilbrief.evidence.mentions import Mention, mentions
from councilbrief.evidence.reading import Reading, Sentence
from councilbrief.evidence.words import either
from councilbrief.provenance import STATED, Dated, PartialDate, Span

_INSPECTED = re.compile(rf"\b{either('inspections', 'inspected')}\b", re.IGNORECASE)
# `its previous inspection, in `
_EARLIER = re.compile(rf"\b{either('inspections', 'earlier')}\b[^.;]{{0,60}}$", re.IGNORECASE)
_FUTURE = re.compile(rf"\b{either('inspections', 'future')}\b", re.IGNORECASE)
# `the report of `
_PUBLISHED = re.compile(rf"\b{either('inspections', 'published')}\b[^.;]{{0,24}}$", re.IGNORECASE)
_MADE = re.compile(either("inspections", "made"), re.IGNORECASE)
_NEAR_INSPECTION = re.compile(
    rf"\b{either('inspections', 'near')}\b[^.;,]{{0,40}}"
    r"(?:,? (?:carried out|held|dated|which was|that was))?[^.;]{0,24}$",
    re.IGNORECASE,
)
# `In 2019, Ofsted …`
_INSPECTED_AFTER = re.compile(r"[,)]? (?:ofsted|inspection|inspectors|report)\b", re.IGNORECASE)
_KIND = re.compile(
    rf"\b(?P<kind>{either('inspections', 'visits')})\b(?:\s*\([A-Z]+\))?[^.;]{{0,40}}$", re.IGNORECASE
)
# ` Council’s children’s services were inspected`
_SERVICES = re.compile(either("inspections", "of_services"), re.IGNORECASE)
_HELPER = re.compile(rf"\b{either('inspections', 'helpers')} (?:the )?$", re.IGNORECASE)
# At the head of a sentence these go on with the council of the one before.
_GOES_ON = re.compile(either("inspections", "goes_on"), re.IGNORECASE)
_BEFORE_SPAN = 90
_ISO_LENGTHS = (len("2024"), len("2024-05"), len("2024-05-16"))
_YEAR_OF_DAYS = 366
_DENIED = re.compile(r"\b(?:was|were|is|are)(?:n[’']t| not) (?:an |part of an )?(?:Ofsted )?inspection\b")
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


def main_inspection(reading: Reading, published: Dated | None, council: Council | None = None) -> Told | None:
    """Return when the inspection was that the document is about; None where it says nothing.

    A date that the text gives to another council than `council` is none of it. Two spells
    in one sentence are one inspection from the first day to the last.
    """
    best: Told | None = None
    whose = Whose(reading, council)
    for sentence in reading.sentences:
        dated = _dates_of_inspection(reading, sentence, published)
        found = [d for d in dated if not whose.is_anothers(sentence, d.span)]
        if not found:
            continue
        exact = [d for d in found if d.has_days]
        told = _told(sentence, exact or found[:1], published)
        if told is not None and (best is None or (told.exact and not best.exact)):
            best = told
    return best or _undated(reading)


def inspection_of_services(reading: Reading, published: Dated | None, council: Council | None) -> Told | None:
    """Return the inspection of a council's services that a text on something else tells of in passing.

    "Norchester Council's children's services were inspected in May" stands in a piece on a school.
    """
    whose = Whose(reading, council)
    for sentence in reading.sentences:
        if whose.tells_of_services(sentence):
            return _told(sentence, list(_dates_of_inspection(reading, sentence, published))[:1], published)
    return None


class Whose:
    """Which council each sentence names, and so whose inspection a date in it is."""

    def __init__(self, reading: Reading, council: Council | None) -> None:
        """Find the councils of a text; without a `council` at hand there is no other one."""
        self._reading, self._council = reading, council
        self._found = mentions(reading.text, register()) if council else ()
        self._starts = [mention.span.start for mention in self._found]

    def is_anothers(self, sentence: Sentence, date: Span) -> bool:
        """Say whether the council nearest before a date, else the first of its sentence, is another one."""
        named = self._within(sentence)
        if not named and _GOES_ON.match(self._reading.text, sentence.span.start):
            before = self._reading.sentence_before(sentence)
            named = self._within(before)[:1] if before else []
        nearest = [m for m in named if m.span.end <= date.start][-1:] or named[:1]
        return any(not self._is_own(mention) for mention in nearest)

    def tells_of_services(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells that the services of the council at hand were inspected."""
        own = (mention for mention in self._within(sentence) if self._is_own(mention))
        return any(_SERVICES.match(self._reading.text, m.span.end, sentence.span.end) for m in own)

    def _within(self, sentence: Sentence) -> list[Mention]:
        """Return the councils that a sentence names, but for those that only help: `with Norchester`."""
        text, span = self._reading.text, sentence.span
        within = self._found[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return [m for m in within if not _HELPER.search(text, span.start, m.span.start)]

    def _is_own(self, mention: Mention) -> bool:
        """Say whether a mention can be the council at hand: also by its predecessor's bare name."""
        own = self._council
        return own is None or any(
            c.place == own.place
            or (not mention.strong and (own.gss in c.successors or c.gss in own.successors))
            for c in mention.councils
        )


def tells_of_inspection(words_: str) -> bool:
    """Say whether words speak of an inspection or of those who make it."""
    return _INSPECTED.search(words_) is not None


def denies_inspection(reading: Reading) -> bool:
    """Say whether a text says itself that what it tells of was no inspection."""
    return _DENIED.search(reading.narration) is not None


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
    return 0 <= wait <= LONGEST_WAIT + (0 if published.value.day else _YEAR_OF_DAYS)


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
    if date is None:
        return None
    # A day and month in a text of a stated day leave no doubt about the year.
    sure = moment.day is not None and published.is_stated and published.value.day is not None
    return Dated(date, STATED if sure else YEAR_FROM_PUBLICATION)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An earlier inspection in passing: when, and the words that call it by its kind."""

    when: PartialDate
    sentence: Span
    kind: str | None


def earlier_inspections(
    reading: Reading, main: Told | None, published: Dated | None, council: Council | None = None
) -> tuple[Mentioned, ...]:
    """Return the inspections before the one at hand that a text dates: "its last inspection in 2019".

    Those of another council than `council` are left out.
    """
    text, whose = reading.text, Whose(reading, council)
    found: list[Mentioned] = []
    for sentence in reading.sentences:
        for mention in dates(text, sentence.span.start, sentence.span.end):
            when = mention.end.date()
            if when is None or not _is_earlier(when, main, published):
                continue
            if whose.is_anothers(sentence, mention.span):
                continue
            lead = text[max(sentence.span.start, mention.span.start - _BEFORE_SPAN) : mention.span.start]
            after = _INSPECTED_AFTER.match(text, mention.span.end, sentence.span.end)
            kind = _kind_beside(lead)
            if kind or after or _NEAR_INSPECTION.search(lead):
                found.append(Mentioned(when, sentence.span, kind))
    return _merged(found)


def _kind_beside(lead: str) -> str | None:
    """Return the words that call a visit by its kind right before a date."""
    match = _KIND.search(lead)
    return match["kind"].lower() if match else None


def _is_earlier(when: PartialDate, main: Told | None, published: Dated | None) -> bool:
    """Say whether a date lies before the inspection at hand."""
    if main is not None and main.start is not None:
        return when.latest() < main.start.value.earliest()
    if published is not None:
        return (published.value.earliest() - when.latest()).days > LONGEST_WAIT - _YEAR_OF_DAYS + 1
    return True


def _merged(found: list[Mentioned]) -> tuple[Mentioned, ...]:
    """Keep one of those that can be the same, the most exact one; newest first."""
    out: list[Mentioned] = []
    kinds: dict[str, set[str | None]] = defaultdict(set)
    for mentioned in sorted(found, key=lambda m: -len(m.when.iso())):
        when = mentioned.when.iso()
        if kinds[when] if mentioned.kind is None else mentioned.kind in kinds[when]:
            continue
        out.append(mentioned)
        for length in _ISO_LENGTHS:
            kinds[when[:length]].add(mentioned.kind)
    return tuple(sorted(out, key=lambda m: m.when.latest(), reverse=True))
