"""Which dates of a sentence can be those of the inspection that a text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from councilbrief.evidence.dates import DateMention, Moment, dates
from councilbrief.evidence.texts.reading import Reading, Sentence
from councilbrief.evidence.words import any_of, either
from councilbrief.provenance import MONTHS, Dated, Span

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
_FUTURE = re.compile(rf"\b{either('inspections', 'future')}\b", re.IGNORECASE)
# `the report of `
_PUBLISHED = re.compile(rf"\b{either('inspections', 'published')}\b[^.;]{{0,24}}$", re.IGNORECASE)
TOLD_OF = re.compile(
    rf"\b{either('inspections', 'published')}\b|\b(?:told|rated|judged|report)\b", re.IGNORECASE
)
# `talked it over when it met on `, `at the committee’s meeting on ` before a day
_MET = re.compile(either("inspections", "met"), re.IGNORECASE)
# `she took over as director on ` before a day
_ACTS = re.compile(either("inspections", "acts"), re.IGNORECASE)
_MADE_THEN = re.compile(rf"\b{either('inspections', 'made_then')}\b", re.IGNORECASE)
CAME = re.compile(either("inspections", "came"), re.IGNORECASE)
# `In ` before the date with which a sentence begins
_AT_HEAD = re.compile(r"\W*(?:(?:back )?(?:in|on|during|over) (?:late |early |mid-)?)?", re.IGNORECASE)
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

LAST_MONTH = re.compile(r"\blast month\b", re.IGNORECASE)
# `paid a visit at the start of the month`, `visited the borough earlier this month`
THIS_MONTH = re.compile(
    r"\b(?:earlier this|(?:at|in|near) the (?:start|beginning|first (?:days|week|half)) of (?:the|this))"
    r" month\b",
    re.IGNORECASE,
)
_WAS_HERE = re.compile(
    r"\b(?:visited|inspected|came to|called (?:at|on)|pa(?:id|ys) [^.;:,]{0,30}?visit)\b[^.;:,]{0,40} $",
    re.IGNORECASE,
)
# `after an inspection `, `inspectors came to the borough `, `they were with us for a week ` before it
_VISITED = re.compile(
    r"\b(?:re-?inspection|inspection|inspected|visit|visited|came(?! out)|called"
    r"|(?:they|inspectors|team) were (?:at|in|with|here))\b[^.;:]{0,60}? $",
    re.IGNORECASE,
)
# `after the October visit`, `the letter about October’s focused visit`
_OF_MONTH = re.compile(
    rf"(?:(?<=\bthe )|\b(?<!Mrs )(?<!Theresa )(?={any_of(MONTHS[1:])}[’']s))(?P<month>{any_of(MONTHS[1:])})"
    r"(?:[’']s(?: \w+)?)? (?:re-?inspection|inspection|visit)\b"
)
# `has to say by ` before a day
_DEADLINE = re.compile(r"\bby (?:\w+day,? )?(?:the )?$", re.IGNORECASE)
# `rated it inadequate in ` before a month that no word of a visit stands before
_GRADED = re.compile(rf"\b{either('inspections', 'graded')}\b[^.;]{{0,80}}$", re.IGNORECASE)

# `May 2021: After an inspection in March, …` behind the month
_ENTRY = re.compile(r": | [–—-] ")
# `learned in May` before ` that Ofsted had judged it`: the month of the news
TOLD_THAT = re.compile(rf",? that (?:the )?(?:\w+ )?{either('inspections', 'judges')}\b", re.IGNORECASE)
# `the framework, which came in last ` before the month
_BEGAN = re.compile(
    r"\b(?:framework|regime|programme|inspections|handbook)\b[^.;]{0,40}"
    r"\b(?:came in|came into|brought in|introduced|began|launched|took effect|in force)\b[^.;]{0,20}$",
    re.IGNORECASE,
)

BEFORE_SPAN, _LONG_LEAD = 90, 240
"""Characters before a date: those that speak of it, and those among which the last word of a visit counts."""

MONTHS_OF_YEAR = 12
YEAR_OF_DAYS = 366
LONGEST_WAIT = 420
"""Days between an inspection and what is published about it; older ones are told of as history."""


def dates_of_inspection(
    reading: Reading, sentence: Sentence, published: Dated | None
) -> Iterator[DateMention]:
    """Yield the dates of a sentence that can be those of the inspection at hand."""
    text = reading.narration
    span = sentence.span
    if _ONCE.match(text, span.start, span.end):
        return
    for mention in _dated(text, span, published):
        lead = text[span.start : mention.span.start]
        of_month = _OF_MONTH.match(text, mention.span.start) is not None
        told = None if of_month else _PUBLISHED.search(lead)
        # `the report on its inspection in `: that is not the month of the report
        vague = mention.start.month is None and not _SEASON.search(lead)
        if vague or is_of_earlier(lead) or (told and not CAME.search(told[0])):
            continue
        to_come = _FUTURE.search(lead) or _DEADLINE.search(lead)
        if to_come or _BEGAN.search(lead) or not _possible(mention, published):
            continue
        if mention.start.year is not None and _BACK.search(lead) and not _LATEST.search(lead):
            continue
        graded = _GRADED.search(lead) and not CAME.search(lead)
        if not mention.has_days and (graded or TOLD_THAT.match(text, mention.span.end)):
            continue
        alone = mention.start == mention.end and not of_month
        if alone and _is_of_others(lead, exact=mention.has_days):
            continue
        if alone and _AT_HEAD.fullmatch(lead) and _acted_first(text[mention.span.end : span.end]):
            continue
        single = mention.has_days and mention.start == mention.end
        if single and (_is_publication(mention, published) or not _is_of_visit(text, span, mention.span)):
            continue
        yield mention


def is_of_earlier(lead: str) -> bool:
    """Say whether words before a date make it that of an earlier inspection: `its last inspection, in `."""
    return _EARLIER.search(lead) is not None or _RATED_BEFORE.search(lead) is not None


def _dated(text: str, sentence: Span, published: Dated | None) -> Iterator[DateMention]:
    """Yield the dates of a sentence.

    `in January last year` is in the year before that of the text, `last month` before its month and
    `earlier this month` in it, if known. `the October visit` was in October.
    """
    for match in _OF_MONTH.finditer(text, sentence.start, sentence.end):
        named = Moment(month=MONTHS.index(match["month"]))
        yield DateMention(Span(*match.span("month")), named, named)
    for mention in _of_entry(text, sentence, dates(text, sentence.start, sentence.end)):
        if mention.start.year is not None or not _LAST_YEAR.match(text, mention.span.end):
            yield mention
        elif published is not None:
            gone = published.value.year - 1
            yield replace(mention, start=mention.start.in_year(gone), end=mention.end.in_year(gone))
    if published is not None and published.value.month:
        this = published.value.month
        for told, visited, month in (
            (LAST_MONTH, _VISITED, this - 1 or MONTHS_OF_YEAR),
            (THIS_MONTH, _WAS_HERE, this),
        ):
            for match in told.finditer(text, sentence.start, sentence.end):
                if visited.search(text[sentence.start : match.start()]):
                    yield DateMention(Span(*match.span()), Moment(month=month), Moment(month=month))


def _of_entry(text: str, sentence: Span, found: Sequence[DateMention]) -> Sequence[DateMention]:
    """Return the dates of a sentence; in an entry of a history its own month gives the others their year."""
    entry = found[0].end if found and found[0].span.start == sentence.start else None
    inner = [mention for mention in found[1:] if mention.start.year is None and mention.end.month]
    if entry is None or not (entry.year and entry.month and inner):
        return found
    if not _ENTRY.match(text, found[0].span.end):
        return found
    years = ((mention, entry.year - int((mention.end.month or 0) > entry.month)) for mention in inner)
    return [replace(one, start=one.start.in_year(year), end=one.end.in_year(year)) for one, year in years]


def _is_of_visit(text: str, sentence: Span, date: Span) -> bool:
    """Say whether a day stands nearer to words of a visit than to words of a publication."""
    lead = text[max(sentence.start, date.start - _LONG_LEAD) : date.start]
    came, told = _last(CAME, lead), _last(TOLD_OF, lead)
    return came > told or (
        told < 0 and CAME.search(text, date.end, min(sentence.end, date.end + BEFORE_SPAN)) is not None
    )


def _is_of_others(lead: str, *, exact: bool) -> bool:
    """Say whether words before a date tell last of what others than inspectors did then.

    A visit that members talked of on a day was made on another one; only words of its making date it.
    """
    near = lead[-_LONG_LEAD:]
    visited = _last(_MADE_THEN if exact else CAME, near)
    return _last(_MET, near) > visited or _last(_ACTS, near) >= max(_last(CAME, near), 0)


def _acted_first(rest: str) -> bool:
    """Say whether what follows a date tells of an act of others before it tells of a visit, if of any.

    "In June ministers ordered a review after inspectors had called" is June of the order.
    """
    act, came = _ACTS.search(rest), CAME.search(rest)
    return act is not None and (came is None or act.start() < came.start())


def _last(of: re.Pattern[str], lead: str) -> int:
    """Return where the last words of a kind end; -1 without one."""
    return max((match.end() for match in of.finditer(lead)), default=-1)


def _possible(mention: DateMention, published: Dated | None) -> bool:
    """Say whether a date lies in the months before the publication, as far as both are known."""
    longest = LONGEST_WAIT + (0 if published is None or published.value.day else YEAR_OF_DAYS)
    return 0 <= wait(mention, published) <= longest


def wait(mention: DateMention, published: Dated | None) -> int:
    """Return the days from a date to the publication; 0 where one of them is unknown."""
    date = mention.end.date()
    return 0 if date is None or published is None else (published.value.latest() - date.earliest()).days


def _is_publication(mention: DateMention, published: Dated | None) -> bool:
    if published is None or published.value.day is None:
        return False
    value = published.value
    return (mention.start.month, mention.start.day) == (value.month, value.day)
