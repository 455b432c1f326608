"""When a document was published, by what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.documents.document import Paragraph
from councilbrief.evidence.dates import DateMention, Moment, dates
from councilbrief.evidence.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import STATED, Dated, PartialDate

HEAD, FOOT = 7, 3
"""Paragraphs at both ends in which a page says when it was published."""

LONGEST_DATELINE = 110
_RESIDUE = 70
_PUBLISHED = re.compile(rf"\b{either('pages', 'published')}\b", re.IGNORECASE)
# `The report, published today (`
_TODAY = re.compile(rf"\b{either('pages', 'published')}\b[^.;]{{0,40}}?\(?$", re.IGNORECASE)
_UPDATED = re.compile(rf"\b{either('pages', 'updated')}\b", re.IGNORECASE)
_STORY = re.compile(rf"\b{either('pages', 'story')}\b", re.IGNORECASE)


def published(reading: Reading) -> Dated | None:
    """Return the date of publication if the text gives it, with its basis; None otherwise.

    A day and a month without a year count only where a weekday and a year that the text
    gives elsewhere agree on one.
    """
    found = list(_datelines(reading)) + list(_today(reading))
    for mention in found:
        date = mention.start.date()
        if date is not None:
            return Dated(date, STATED)
    for mention in found:
        date = _in_a_year_told(reading, mention.start)
        if date is not None:
            return Dated(date, "inferred: the weekday fits the year that the text gives")
    return None


def _datelines(reading: Reading) -> Iterator[DateMention]:
    """Yield the dates of lines that hold little else, the head of the page first."""
    paragraphs = reading.paragraphs
    ends = [*paragraphs[:HEAD], *(p for p in paragraphs[-FOOT:] if p.number > HEAD)]
    updated: list[DateMention] = []
    for paragraph in ends:
        for mention, lead in _dated_line(reading.text, paragraph):
            if _UPDATED.search(lead):
                updated.append(mention)
            else:
                yield mention
    yield from updated


def _dated_line(text: str, paragraph: Paragraph) -> Iterator[tuple[DateMention, str]]:
    """Yield the days in a paragraph that is a dateline, each with the words before it."""
    span = paragraph.span
    if len(span) > LONGEST_DATELINE:
        return
    mentions = [m for m in dates(text, span.start, span.end) if m.has_days and m.start == m.end]
    residue = len(span) - sum(len(mention.span) for mention in mentions)
    at = span.start
    for mention in mentions:
        lead = text[at : mention.span.start]
        if residue <= _RESIDUE and not _STORY.search(lead):
            yield mention, lead
        at = mention.span.end


def _today(reading: Reading) -> Iterator[DateMention]:
    """Yield dates that a sentence calls today's, or the day of publication."""
    for sentence in reading.sentences:
        if not _PUBLISHED.search(reading.narration, sentence.span.start, sentence.span.end):
            continue
        for mention in dates(reading.narration, sentence.span.start, sentence.span.end):
            lead = reading.narration[sentence.span.start : mention.span.start]
            if mention.has_days and mention.start == mention.end and _TODAY.search(lead):
                yield mention


def _in_a_year_told(reading: Reading, moment: Moment) -> PartialDate | None:
    """Complete a day and month by a year of the text in which it falls on the weekday given."""
    told = set(_month_told(reading, moment))
    if moment.weekday is None and not told:
        return None
    years = {mention.end.year for mention in dates(reading.text) if mention.end.year is not None}
    fitting = []
    for year in sorted(years, reverse=True):
        date = moment.in_year(year).date()
        if date is not None and (moment.weekday is None or date.earliest().weekday() == moment.weekday):
            fitting.append(date)
    if moment.weekday is None:
        fitting = [date for date in fitting if date.year in told]
    return fitting[0] if len(fitting) == 1 else None


def _month_told(reading: Reading, moment: Moment) -> Iterator[int]:
    """Yield the years of page heads such as `News – September 2023` in the same month."""
    for paragraph in reading.paragraphs[:HEAD]:
        span = paragraph.span
        for mention in dates(reading.text, span.start, span.end):
            if (
                len(span) <= LONGEST_DATELINE
                and mention.start.month == moment.month
                and mention.start.year
                and not mention.has_days
            ):
                yield mention.start.year
