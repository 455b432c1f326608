"""When a document was published, by what it says of itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator

from councilbrief.documents.document import Paragraph
from councilbrief.evidence.dates import DateMention, Moment, dates
from councilbrief.evidence.texts.opening_day import opening_days
from councilbrief.evidence.texts.page_head import HEAD, head, in_pieces
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import STATED, STATED_IN, Dated, PartialDate

ONE_DAY = dt.timedelta(days=1)
FOOT = 3
"""Paragraphs at the foot in which a page says when it was published."""

_TEASERS = 12
"""Paragraphs at the foot in which other stories are announced."""

LONGEST_DATELINE, _LONGEST_OF_MEETING = 110, 200
_RESIDUE = 70
_LABEL_WORDS, _OTHERS = 2, 3
_WORDS = re.compile(r"[^\W\d_]{2,}")
_OUT = re.compile(rf"\b{either('pages', 'published')}\b", re.IGNORECASE)
_TODAY = re.compile(rf"\b{either('pages', 'today')}\b", re.IGNORECASE)
# `The report, published today (`
_NEAR = re.compile(r"[^.;]{0,40}")
_LABELLED = re.compile(rf"\b{either('pages', 'labelled')}\b[^;]{{0,24}}$", re.IGNORECASE)
_BARE_LABEL = re.compile(rf"\W*{either('pages', 'labelled')}\W*", re.IGNORECASE)
_MEETING = re.compile(either("pages", "meeting"), re.IGNORECASE)
_LABEL_OF_MONTH = re.compile(rf":\s*$|\b{either('pages', 'archive')}\s*$", re.IGNORECASE)
_FIRST, _USUAL, _CHANGED = range(3)
_OPENING = 4
"""Paragraphs at the head among which the first of the story stands, with its day."""

_MASTHEAD = 3
"""Paragraphs at the head in which an issue says of which month it is."""

# `reports published in ` before the month
_OF = re.compile(
    r"\b(?:in|of|for|since|from|by|until|till|before|after|during|over|between|and|to)"
    r"(?: (?:early|late|mid|last|this|next))? $"
)
_ISSUE = re.compile(rf"\b{either('pages', 'issue')}\b", re.IGNORECASE)
_IMPRINT = re.compile(either("pages", "imprint"), re.IGNORECASE)
_OF_STORY = re.compile(rf"\b{either('pages', 'subject')}\b", re.IGNORECASE)
# `By Jo Bloggs | 3 May 2021 | Filed under: care`
_BLOCKS = re.compile(r"\n| [|•·] ")
_UPDATED = re.compile(rf"\b{either('pages', 'updated')}\b", re.IGNORECASE)
_STORY = re.compile(rf"\b{either('pages', 'story')}\b", re.IGNORECASE)


def published(reading: Reading) -> Dated | None:
    """Return the date of publication if the file or its text gives it, with its basis; None otherwise.

    What a page states in its head comes first. A day and a month without a year count only
    where a weekday and a year that the text gives elsewhere agree on one.
    """
    return reading.document.stated.published or _of_text(reading)


def other_days(reading: Reading) -> Iterator[Problem]:
    """Warn where a page's head states another day of publication than the library or the page's text."""
    stated, source = reading.document.stated.published, reading.document.source
    if stated is None:
        return
    told = source.published or _of_text(reading)
    if told is None or not told.is_stated or _is_near(told.value, stated.value):
        return
    where = stated.basis.removeprefix(STATED_IN)
    given = "sources.yaml" if source.published else "the text"
    taken = told if source.published else stated
    message = (
        f"{given} gives {told.value.text()} as the day of publication, {where} {stated.value.text()};"
        f" {taken.value.text()} is taken: check, and say the right day in sources.yaml"
    )
    yield Problem(Severity.WARNING, "published-differs", message, source.path)


def _is_near(one: PartialDate, other: PartialDate) -> bool:
    """Say whether two dates can be the same day, or the days before and after midnight."""
    return one.earliest() - ONE_DAY <= other.latest() and other.earliest() - ONE_DAY <= one.latest()


def _of_text(reading: Reading) -> Dated | None:
    opening = opening_days(reading)
    history = {paragraph.number for paragraph, _ in opening} if len(opening) > 1 else set()
    first = (day for paragraph, day in opening if not history and paragraph in reading.paragraphs[:_OPENING])
    found = [*_datelines(reading, history), *first, *_today(reading)]
    for mention in found:
        date = mention.start.date()
        if date is not None:
            return Dated(date, STATED)
    for mention in found:
        date = _in_a_year_told(reading, mention.start)
        if date is not None:
            return Dated(date, "inferred: the weekday fits the year that the text gives")
    return _of_issue(reading)


def _datelines(reading: Reading, history: Collection[int]) -> Iterator[DateMention]:
    """Yield the dates of lines that hold little else: those that a label calls the day of publication first.

    Then come the others from the head of the page on, then the days on which it was changed. Paragraphs
    of a `history` are no datelines.
    """
    first = [paragraph for paragraph in head(reading) if paragraph.number not in history]
    lines = [*_lines(reading, first), *in_pieces(_lines(reading, first))]
    ranked = [*_ranked(lines), *_ranked(_removed_lines(reading))]
    every = sorted([*ranked, *_at_foot(reading, first)], key=lambda one: one[0])
    yield from (mention for _, mention in every)


def _at_foot(reading: Reading, first: Iterable[Paragraph]) -> list[tuple[int, DateMention]]:
    """Return the dates of datelines at the foot of a page, each with its rank.

    A page whose head has a label for its day, though without the day, says there nothing of itself.
    """
    if any(_BARE_LABEL.fullmatch(line) for line in _lines(reading, first)):
        return []
    foot = list(_ranked(_lines(reading, _behind_head(reading, FOOT))))
    foot += (
        (rank, mention) for rank, mention in _ranked(_removed_lines(reading, foot=True)) if rank != _USUAL
    )
    # several days near the foot, none called that of publication, are those of other stories
    near = _ranked(_lines(reading, _behind_head(reading, _TEASERS)))
    if len({mention.start for rank, mention in near if rank == _USUAL}) > 1:
        foot = [(rank, mention) for rank, mention in foot if rank != _USUAL]
    return foot


def _behind_head(reading: Reading, count: int) -> tuple[Paragraph, ...]:
    """Return so many paragraphs at the foot of a page, those of its head left out."""
    return tuple(p for p in reading.paragraphs[-count:] if p.number > HEAD)


def _ranked(lines: Iterable[str]) -> Iterator[tuple[int, DateMention]]:
    """Yield the dates of datelines, each with its rank."""
    for line in lines:
        for mention, lead in _dated_line(line):
            label = _LABELLED.search(lead)
            yield _CHANGED if _UPDATED.search(lead) else _FIRST if label else _USUAL, mention


def _lines(reading: Reading, paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Yield the lines of paragraphs."""
    for paragraph in paragraphs:
        yield from _BLOCKS.split(paragraph.span.slice(reading.text))


def _removed_lines(reading: Reading, *, foot: bool = False) -> Iterator[str]:
    """Yield the lines of a page's head that are left out of the story; those of its foot if `foot`."""
    paragraphs, document = reading.paragraphs, reading.document
    bound = paragraphs[max(-FOOT, -len(paragraphs))] if foot else paragraphs[min(HEAD, len(paragraphs)) - 1]
    edge = document.map.original(bound.span).start
    for removed in document.removed:
        if (removed.original.start > edge) if foot else (removed.original.start < edge):
            yield from _BLOCKS.split(removed.original.slice(document.original))


def _dated_line(line: str) -> Iterator[tuple[DateMention, str]]:
    """Yield the days in a line that is a dateline, each with the words before it."""
    if len(line) > (_LONGEST_OF_MEETING if _MEETING.match(line) else LONGEST_DATELINE):
        return
    mentions = [m for m in dates(line) if m.has_days and m.start == m.end]
    residue = len(line) - sum(len(mention.span) for mention in mentions)
    at = 0
    for mention in mentions:
        lead = line[at : mention.span.start]
        before = line[: mention.span.start]
        meeting = _MEETING.fullmatch(before) is not None
        labelled = meeting or _LABELLED.search(before) is not None
        # `Posted 3 May 2024 by NAME, ROLE, BODY` is a dateline, however long
        short = meeting or residue <= _RESIDUE or (labelled and len(before.split()) <= _LABEL_WORDS)
        # `Mobile library: 16 December, by the pump` is a day of something else
        bare = mention.start.year is None and mention.start.weekday is None
        rest = f"{before} {line[mention.span.end :]}"
        other = bare and len(_WORDS.findall(rest)) > _OTHERS
        if short and (labelled or not (other or _STORY.search(before))):
            yield mention, lead
        at = mention.span.end


def _of_issue(reading: Reading) -> Dated | None:
    """Return the month of an issue: `The Parish Pump, no. 341, May 2024`, an imprint or the month alone."""
    before = ""
    for paragraph in reading.paragraphs[:_MASTHEAD]:
        label, line = _LABEL_OF_MONTH.search(before), paragraph.span.slice(reading.text)
        before = line
        headline = _STORY.search(line) or (_OF_STORY.search(line) and not _ISSUE.search(line))
        for date, lead in () if headline or label else _months_that_close(line):
            if not _OF.search(lead):
                return Dated(date, STATED)
    foot = [*_lines(reading, _behind_head(reading, FOOT)), *_removed_lines(reading, foot=True)]
    closing = (one for line in foot if not _OF_STORY.search(line) for one in _months_that_close(line))
    imprint = (date for date, lead in closing if _IMPRINT.search(lead))
    month = next(imprint, None) or _month_alone(reading)
    return Dated(month, STATED) if month else None


def _month_alone(reading: Reading) -> PartialDate | None:
    """Return the month that has a line of its own in the head of a page; several are a history.

    One behind a label, `Inspection:` or `Archives`, is that of what the label says.
    """
    lines = [paragraph.span.slice(reading.text) for paragraph in reading.paragraphs]
    months = {
        at: date
        for at, line in enumerate(lines)
        for date, lead in _months_that_close(line)
        if not lead.strip()
    }
    at, date = next(iter(months.items()), (0, None))
    lone = 0 < at < HEAD and len(months) == 1
    return date if lone and not _LABEL_OF_MONTH.search(lines[at - 1]) else None


def _months_that_close(line: str) -> Iterator[tuple[PartialDate, str]]:
    """Yield the month of a year with which a short line ends, and the words before it."""
    for mention in dates(line) if len(line) <= LONGEST_DATELINE else ():
        date = mention.start.date()
        ends = mention.span.end == len(line.rstrip(" .)|"))
        if date is not None and date.month and mention.start == mention.end and ends:
            yield date, line[: mention.span.start]


def report_published(reading: Reading) -> Dated | None:
    """Return the day, with its year, on which a text says that a report was published; None without one.

    It is not that of the text, but no inspection that the report tells of is later.
    """
    days = (mention.start.date() for mention in _after(reading, _OUT))
    day = next((day for day in days if day is not None), None)
    years = (mention.end.year for mention in dates(reading.text) if mention.end.year)
    # one that the text tells of years after is an older report
    return Dated(day, STATED) if day is not None and day.year == max(years) else None


def _today(reading: Reading) -> Iterator[DateMention]:
    """Yield dates that a sentence calls today's."""
    return _after(reading, _TODAY)


def _after(reading: Reading, lead_in: re.Pattern[str]) -> Iterator[DateMention]:
    """Yield the days of sentences before which words stand."""
    for sentence in reading.sentences:
        for mention in dates(reading.narration, sentence.span.start, sentence.span.end):
            if not mention.has_days or mention.start != mention.end:
                continue
            lead = reading.narration[sentence.span.start : mention.span.start]
            near = list(lead_in.finditer(lead))
            if near and _NEAR.fullmatch(lead, near[-1].end()):
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
