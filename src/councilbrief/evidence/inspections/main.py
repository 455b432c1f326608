"""Inspections: which ones a document tells of, when they were, and under which framework."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.evidence.councils.register import Council
from councilbrief.evidence.dates import DateMention, Moment, dates
from councilbrief.evidence.inspections.others import speaks_of_settings
from councilbrief.evidence.inspections.whose import Whose
from councilbrief.evidence.texts.reading import Reading, Sentence
from councilbrief.evidence.words import either
from councilbrief.provenance import STATED, Dated, Span

_INSPECTED = re.compile(rf"\b{either('inspections', 'inspected')}\b", re.IGNORECASE)
# `its previous inspection, in `
_EARLIER = re.compile(rf"\b{either('inspections', 'earlier')}\b[^.;]{{0,60}}$", re.IGNORECASE)
# `was previously rated inadequate for child protection, and adequate for all else, in `
_RATED_BEFORE = re.compile(
    r"\b(?:previously|formerly|originally|first) (?:been )?"
    r"(?:rated|judged|graded|found|given|deemed|declared)\b(?!.*\b(?:re-?)?inspect(?:ed|ion)\b)(?!.*\bvisit)[^.;]{0,220}$",
    re.IGNORECASE,
)
# `Previously, services had been …`, which goes for the whole sentence
_ONCE = re.compile(r"\W*(?:previously|formerly|earlier|before that|prior to (?:that|this))\b", re.IGNORECASE)
# `since the 2019 report`, `since its last inspection in 2019`
_SINCE_YEAR = re.compile(
    r"\bsince (?:the|its|their|our) (?:[\w-]+ ){0,3}?"
    r"(?:(?P<before>\d{4}) (?:report|inspection)|(?:report|inspection) in (?:\w+ )?(?P<after>\d{4}))\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(rf"\b{either('inspections', 'future')}\b", re.IGNORECASE)
# `the report of `
_PUBLISHED = re.compile(rf"\b{either('inspections', 'published')}\b[^.;]{{0,24}}$", re.IGNORECASE)
# words of a publication, before a single day
_TOLD_OF = re.compile(
    rf"\b{either('inspections', 'published')}\b|\b(?:told|rated|judged|report)\b", re.IGNORECASE
)
_CAME = re.compile(either("inspections", "came"), re.IGNORECASE)
_STAYED = re.compile(either("inspections", "stayed"), re.IGNORECASE)
_BACK = re.compile(r"\bback (?:in|on)\b[^.;]{0,20}$", re.IGNORECASE)
# `the latest inspection was carried out back in `
_LATEST = re.compile(
    r"\b(?:latest|most recent|new|this) (?:[\w-]+ ){0,2}?(?:inspection|visit)\b", re.IGNORECASE
)
# `in January ` before `last year`
_LAST_YEAR = re.compile(r" last year\b")
# `Ofsted, which visited in the autumn of ` before the year alone
_SEASON = re.compile(
    r"\b(?:visited|inspected|came|called) (?:\w+ ){0,4}?in (?:the )?(?:early |late |mid-)?"
    r"(?:spring|summer|autumn|winter)(?: of)? $",
    re.IGNORECASE,
)
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

_JOINED = 80
"""Characters between two dates of one inspection: `arrived on 4 June and stayed until `."""

_OWN = re.compile(rf"\b{either('areas', 'own')}\b", re.IGNORECASE)
_MADE = re.compile(either("inspections", "made"), re.IGNORECASE)
BEFORE_SPAN, _LONG_LEAD = 90, 240
YEAR_OF_DAYS = 366
_DENIED = re.compile(r"\b(?:was|were|is|are)(?:n[’']t| not) (?:an |part of an )?(?:Ofsted )?inspection\b")
YEAR_FROM_PUBLICATION = "inferred: the year from the date of publication"
RECKONED = "inferred: the last working day of the weeks that begin then"
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
    best: tuple[int, Told] | None = None
    whose = Whose(reading, council)
    before, gone = False, _years_gone(reading.narration)
    retold = published is not None and _is_retold(reading)
    for sentence in reading.sentences:
        text, span = reading.narration, sentence.span
        tells = _INSPECTED.search(text, span.start, span.end) is not None
        goes_on = before and not tells and _STAYED.search(text, span.start, span.end)
        if (tells or goes_on) and not _is_of_others(text, span):
            dated = _dates_of_inspection(reading, sentence, published)
            own = [d for d in dated if d.end.year not in gone and not whose.is_anothers(sentence, d.span)]
            own = [d for d in own if not (retold and _wait(d, published) > _LONG_AGO)]
            found = _joined(text, own)
            told = _told(sentence, found, published) if found else None
            rank = (told.exact + (found[0].start != found[0].end)) if told else 0
            if told is not None and (best is None or rank > best[0]):
                best = rank, told
        before = tells
    return best[1] if best else _undated(reading)


def _is_of_others(text: str, sentence: Span) -> bool:
    """Say whether a sentence tells of a school or a home, and not of the council's services."""
    return speaks_of_settings(sentence.slice(text)) and not _OWN.search(text, sentence.start, sentence.end)


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
                and not _TOLD_OF.search(between)
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

    "Norchester Council's children's services were inspected in May" stands in a piece on a school.
    """
    whose = Whose(reading, council)
    for sentence in reading.sentences:
        if whose.tells_of_services(sentence):
            dated = _joined(reading.narration, list(_dates_of_inspection(reading, sentence, published)))
            return _told(sentence, dated[:1], published)
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


def _dates_of_inspection(
    reading: Reading, sentence: Sentence, published: Dated | None
) -> Iterator[DateMention]:
    """Yield the dates of a sentence that can be those of the inspection at hand."""
    text = reading.narration
    span = sentence.span
    if _ONCE.match(text, span.start, span.end):
        return
    for mention in _dated(text, span, published):
        lead = text[span.start : mention.span.start]
        told = _PUBLISHED.search(lead)
        # `the report on its inspection in `: that is not the month of the report
        vague = mention.start.month is None and not _SEASON.search(lead)
        if vague or is_of_earlier(lead) or (told and not _CAME.search(told[0])):
            continue
        if _FUTURE.search(lead) or not _possible(mention, published):
            continue
        if mention.start.year is not None and _BACK.search(lead) and not _LATEST.search(lead):
            continue
        single = mention.has_days and mention.start == mention.end
        if single and (_is_publication(mention, published) or not _is_of_visit(text, span, mention.span)):
            continue
        yield mention


def is_of_earlier(lead: str) -> bool:
    """Say whether words before a date make it that of an earlier inspection: `its last inspection, in `."""
    return _EARLIER.search(lead) is not None or _RATED_BEFORE.search(lead) is not None


def _dated(text: str, sentence: Span, published: Dated | None) -> Iterator[DateMention]:
    """Yield the dates of a sentence; `in January last year` in the year before that of the text, if known."""
    for mention in dates(text, sentence.start, sentence.end):
        if mention.start.year is not None or not _LAST_YEAR.match(text, mention.span.end):
            yield mention
        elif published is not None:
            gone = published.value.year - 1
            yield replace(mention, start=mention.start.in_year(gone), end=mention.end.in_year(gone))


def _is_of_visit(text: str, sentence: Span, date: Span) -> bool:
    """Say whether a day stands nearer to words of a visit than to words of a publication."""
    lead = text[max(sentence.start, date.start - _LONG_LEAD) : date.start]
    came = max((match.end() for match in _CAME.finditer(lead)), default=-1)
    told = max((match.end() for match in _TOLD_OF.finditer(lead)), default=-1)
    return came > told or (
        told < 0 and _CAME.search(text, date.end, min(sentence.end, date.end + BEFORE_SPAN)) is not None
    )


def _possible(mention: DateMention, published: Dated | None) -> bool:
    """Say whether a date lies in the months before the publication, as far as both are known."""
    wait = _wait(mention, published)
    longest = LONGEST_WAIT + (0 if published is None or published.value.day else YEAR_OF_DAYS)
    return 0 <= wait <= longest


def _wait(mention: DateMention, published: Dated | None) -> int:
    """Return the days from a date to the publication; 0 where one of them is unknown."""
    date = mention.end.date()
    return 0 if date is None or published is None else (published.value.latest() - date.earliest()).days


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
    if any(mention.reckoned for mention in found):
        end = Dated(end.value, RECKONED)
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
