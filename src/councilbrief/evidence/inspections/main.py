"""Inspections: which ones a document tells of, when they were, and under which framework."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from councilbrief.evidence.councils.register import Council
from councilbrief.evidence.dates import DateMention, Moment, dates
from councilbrief.evidence.inspections.candidates import (
    CAME,
    LAST_MONTH,
    THIS_MONTH,
    TOLD_OF,
    dates_of_inspection,
    wait,
)
from councilbrief.evidence.inspections.others import speaks_of_send, speaks_of_settings
from councilbrief.evidence.inspections.whose import Whose
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import STATED, Dated, Span

_INSPECTED = re.compile(rf"\b{either('inspections', 'inspected')}\b", re.IGNORECASE)
_DRAWN_UP = re.compile(either("inspections", "drawn_up"), re.IGNORECASE)
# `since the 2019 report`, `since its last inspection in 2019`
_SINCE_YEAR = re.compile(
    r"\bsince (?:the|its|their|our) (?:[\w-]+ ){0,3}?"
    r"(?:(?P<before>\d{4}) (?:report|inspection)|(?:report|inspection) in (?:\w+ )?(?P<after>\d{4}))\b",
    re.IGNORECASE,
)
_KINDS = re.compile(rf"\b{either('inspections', 'visits')}\b", re.IGNORECASE)
_BY_OFSTED = re.compile(
    r"\b(?:ofsted|(?:re-?)?inspect(?:ion|ed|ors?)|watchdog|monitoring visit)\b", re.IGNORECASE
)
_STAYED = re.compile(either("inspections", "stayed"), re.IGNORECASE)
_AND = re.compile(r"\b(?:and|to|until|till|then)\b|[–—-]")
# `A year on from ‘outstanding’`, in the head of a text
_YEARS_ON = re.compile(
    r"\b(?:(?:a|one|two|three|\d) years?|(?:twelve|eighteen|1[28]) months) (?:on|later)\b"
    r"|\bit is (?:(?:a|one|two|three|\d) years?|(?:twelve|eighteen|1[28]) months) since\b",
    re.IGNORECASE,
)
_HEAD_PARAGRAPHS = 6
_LONG_AGO = 270
"""Days; what a text that comes back to old news dates longer ago is not at hand."""

_SOON_AFTER = 28
"""Days from one visit to another of another kind, as a focused visit and an inspection are."""

_JOINED = 80
"""Characters between two dates of one inspection: `arrived on 4 June and stayed until `."""

_OWN = re.compile(rf"\b{either('areas', 'own')}\b", re.IGNORECASE)
_MADE = re.compile(either("inspections", "made"), re.IGNORECASE)
# `Ofsted, best known for its work in schools, ` before what it did
_WHAT_OFSTED_IS = re.compile(
    r"\b(?:ofsted|watchdog|inspectorate)\b(?: \([^)]{1,80}\))?, (?!and\b)[^.;]{3,200}?,"
    r" (?=(?:has|had|was|were|came|went|visited|inspected|called|paid|spent|carried out|looked|sent)\b)",
    re.IGNORECASE,
)
# `both … after inspections in May`, `calls at 14 local authorities`
_OF_ANY = re.compile(either("inspections", "of_any"), re.IGNORECASE)
_DENIED = re.compile(r"\b(?:was|were|is|are)(?:n[’']t| not) (?:an |part of an )?(?:Ofsted )?inspection\b")
# `the report was published in January 2011`
_REPORT_OUT = re.compile(
    r"\b(?:the|whose|this) report (?:was |which was )?(?:published|issued|released)"
    r" (?:in|on) [\w ]{0,14}\b20\d\d\b",
    re.IGNORECASE,
)
_ANY_YEAR = 2001
_KNOWN_SEND = 2023
"""The year from which inspections of areas’ special educational needs are a framework known here."""

YEAR_FROM_PUBLICATION = "inferred: the year from the date of publication"
MONTH_FROM_PUBLICATION = "inferred: the month before that of publication"
MONTH_OF_PUBLICATION = "inferred: the month of publication"
RECKONED = "inferred: the last working day of the weeks that begin then"


@dataclass(frozen=True, slots=True)
class Told:
    """When an inspection was, as a sentence tells it; `days` says how long it took where its year is open."""

    start: Dated | None
    end: Dated | None
    sentence: Span
    exact: bool
    days: int | None = None


def main_inspection(reading: Reading, published: Dated | None, council: Council | None = None) -> Told | None:
    """Return when the inspection was that the document is about; None where it says nothing.

    A date that the text gives to another council than `council` is none of it. Two spells
    in one sentence are one inspection from the first day to the last.
    """
    best: tuple[int, Told] | None = None
    whose = Whose(reading, council)
    before, gone = False, _years_gone(reading.narration)
    retold = published is not None and _is_retold(reading)
    for sentence in reading.sentences:
        text, span = reading.narration, sentence.span
        tells = _tells(text, span)
        goes_on = before and not tells and _STAYED.search(text, span.start, span.end)
        if (tells or goes_on) and not _is_of_others(text, span):
            dated = dates_of_inspection(reading, sentence, published)
            own = [d for d in dated if d.end.year not in gone and not whose.is_anothers(sentence, d.span)]
            own = [d for d in own if not (retold and wait(d, published) > _LONG_AGO)]
            own = [d for d in own if not _is_of_older_send(sentence.span.slice(text), d, published)]
            found = _joined(text, own)
            told = _told(text, sentence.span, found, published) if found else None
            rank = (told.exact + (found[0].start != found[0].end)) if told else 0
            if told is not None and (
                best is None or rank > best[0] or (rank == best[0] and _is_newer(text, told, best[1]))
            ):
                best = rank, told
        before = tells
    return best[1] if best else _undated(reading)


def _is_newer(text: str, told: Told, other: Told) -> bool:
    """Say whether an inspection was so long after another that the other is told of as history.

    Where either is called by another kind of visit than the other, they are two, and some weeks do.
    """
    if told.start is None or other.end is None:
        return False
    days = (told.start.value.earliest() - other.end.value.latest()).days
    kinds = [{kind.lower() for kind in _KINDS.findall(one.sentence.slice(text))} for one in (told, other)]
    ofsteds = _BY_OFSTED.search(text, told.sentence.start, told.sentence.end) is not None
    return days > (_SOON_AFTER if kinds[0] != kinds[1] and ofsteds else _LONG_AGO)


def _tells(text: str, sentence: Span) -> bool:
    """Say whether a sentence tells of an inspection, and not just of what was drawn up for inspectors."""
    drawn_up = _DRAWN_UP.search(text, sentence.start, sentence.end)
    if drawn_up is None:
        return _INSPECTED.search(text, sentence.start, sentence.end) is not None
    return CAME.search(text, sentence.start, drawn_up.start()) is not None


def _is_of_others(text: str, sentence: Span) -> bool:
    """Say whether a sentence tells of a school or a home, and not of the council's services.

    What Ofsted is known for in general, told between commas, tells of neither.
    """
    words_ = _WHAT_OFSTED_IS.sub("Ofsted ", sentence.slice(text))
    return speaks_of_settings(words_) and not _OWN.search(text, sentence.start, sentence.end)


def _is_of_older_send(sentence: str, date: DateMention, published: Dated | None) -> bool:
    """Say whether a date is that of an area's SEND inspection from before those that are known here."""
    year = date.end.year or (published.value.year if published else None)
    return year is not None and year < _KNOWN_SEND and speaks_of_send(sentence)


def _is_retold(reading: Reading) -> bool:
    """Say whether the head of a text says that it comes back to an inspection of years ago."""
    head = reading.paragraphs[:_HEAD_PARAGRAPHS]
    return _YEARS_ON.search(reading.narration, 0, head[-1].span.end) is not None if head else False


def _years_gone(text: str) -> frozenset[int]:
    """Return the years of inspections since which a text tells what has changed: none is the one at hand."""
    found = _SINCE_YEAR.finditer(text)
    return frozenset(int(match["before"] or match["after"]) for match in found)


def _joined(text: str, found: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates of one inspection: ranges before days before months, and what `and` adds."""
    for fits in (_is_range, _has_days, _is_any):
        first = next((at for at, mention in enumerate(found) if fits(mention)), None)
        if first is None:
            continue
        out = [found[first]]
        for mention in found[first + 1 :]:
            between = text[out[-1].span.end : mention.span.start]
            if (
                (fits(mention) or (out[-1].reckoned and mention.has_days))
                and _AND.search(between[:_JOINED])
                and len(between) <= _JOINED
                and not TOLD_OF.search(between)
            ):
                out.append(mention)
        return out
    return []


def _is_range(mention: DateMention) -> bool:
    return mention.has_days and mention.start != mention.end


def _has_days(mention: DateMention) -> bool:
    return mention.has_days


def _is_any(_mention: DateMention) -> bool:
    return True


def inspection_of_services(reading: Reading, published: Dated | None, council: Council | None) -> Told | None:
    """Return the inspection of a council's services that a text on something else tells of in passing.

    "Norchester Council's children's services were inspected in May" stands in a piece on a school. A text
    about no one council may date the inspections of several at once.
    """
    if council is None:
        told = main_inspection(reading, published)
        words_ = told.sentence.slice(reading.narration) if told and told.start else ""
        return told if _OF_ANY.search(words_) else None
    whose = Whose(reading, council)
    for sentence in reading.sentences:
        if whose.tells_of_services(sentence):
            dated = _joined(reading.narration, list(dates_of_inspection(reading, sentence, published)))
            return _told(reading.narration, sentence.span, dated[:1], published)
    return None


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


def _told(text: str, sentence: Span, found: Sequence[DateMention], published: Dated | None) -> Told | None:
    """Complete the years and join the spells."""
    starts = [_complete(d.start, d.end, published) for d in found]
    ends = [_complete(d.end, d.end, published) for d in found]
    known = [d for d in starts if d is not None]
    last = [d for d in ends if d is not None]
    if not known or not last:
        return Told(None, None, sentence, exact=False, days=_days(found)) if found else None
    start = min(known, key=lambda d: d.value.earliest())
    end = max(last, key=lambda d: d.value.latest())
    if not start.is_stated and _is_after_report(text, start):
        return Told(None, None, sentence, exact=False)
    for month, basis in ((LAST_MONTH, MONTH_FROM_PUBLICATION), (THIS_MONTH, MONTH_OF_PUBLICATION)):
        if any(month.fullmatch(text, mention.span.start, mention.span.end) for mention in found):
            start, end = Dated(start.value, basis), Dated(end.value, basis)
    if any(mention.reckoned for mention in found):
        end = Dated(end.value, RECKONED)
    return Told(start, end, sentence, found[0].has_days)


def _is_after_report(text: str, start: Dated) -> bool:
    """Say whether a text tells that its report came out before a date: so the year is another one."""
    for match in _REPORT_OUT.finditer(text):
        out = next((mention.end.date() for mention in dates(text, match.start(), match.end())), None)
        if out is not None and out.latest() < start.value.earliest():
            return True
    return False


def _days(found: Sequence[DateMention]) -> int | None:
    """Return how many days lie between a first and a last day of any year; None without them."""
    first, last = (moment.in_year(_ANY_YEAR).date() for moment in (found[0].start, found[-1].end))
    if first is None or last is None or not first.day or not last.day:
        return None
    return (last.earliest() - first.earliest()).days + 1


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
