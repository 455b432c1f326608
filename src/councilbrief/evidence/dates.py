"""Dates in running text: days, months and years, and ranges of them, as far as they are given."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.words import WORD, any_of
from councilbrief.provenance import MONTHS, PartialDate, Span

_FULL = {name.lower(): number for number, name in enumerate(MONTHS) if name}
_SHORT = {name[:3]: number for name, number in _FULL.items()} | {"sept": 9}
_NUMBERS = _SHORT | _FULL
_MONTH = (
    "(?:(?:"
    + "|".join(name.capitalize() for name in _FULL)
    + r")\b|(?:"
    + "|".join(name.capitalize() for name in sorted(_SHORT, reverse=True))
    + r")\b\.?)"
)
_MONTH_ANY = f"(?i:{_MONTH})"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_WEEKDAY = r"(?:(?P<w{n}>Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?,? (?:the )?)?"
_TO = r"(?: ?(?:to|until|till|through|and|[-–—]|&) ?)"

# `26th February to 8 March 2024`, `18-22 March 2019`
_DAY_FIRST = (
    rf"(?P<d1>{_DAY})(?: (?:of )?(?P<m1>{_MONTH_ANY}))?(?:,? (?P<y1>{_YEAR}))?{_TO}"
    rf"(?:\w+day,? )?(?:the )?(?P<d2>{_DAY}) (?:of )?(?P<m2>{_MONTH_ANY})(?:,? (?P<y2>{_YEAR}))?"
)
# `March 18 to 22, 2019`, but not `March 18, 2019 - 10:22`, where the hour follows
_MONTH_FIRST = (
    rf"(?P<n1>{_MONTH_ANY})(?:,? from)?(?: the)? \(?(?P<e1>{_DAY})(?:,? (?P<z1>{_YEAR}))?{_TO}"
    rf"(?:the )?(?:(?P<n2>{_MONTH_ANY}) )?(?P<e2>{_DAY})(?![:.]\d| ?[ap]m\b)(?:,? (?P<z2>{_YEAR}))?"
)
_RANGE = re.compile(rf"{WORD}(?:{_DAY_FIRST}|{_MONTH_FIRST})")
# `10-14 and 24-28 July 2023`
_TWO_SPELLS = re.compile(
    rf"\b(?P<d1>{_DAY}){_TO}{_DAY},? (?:and|&) (?:from |between )?(?:the )?{_DAY}{_TO}(?P<d2>{_DAY})"
    rf" (?:of )?(?P<m>{_MONTH_ANY})(?:,? (?P<y>{_YEAR}))?"
)
# `Thursday, 16 May 2024`, `May 16, 2024`, `2024-05-16`, `16/05/24`
_SINGLE = re.compile(
    rf"{WORD}(?:{_WEEKDAY.format(n=1)}(?P<d>{_DAY})(?:(?: of)? |-)(?P<m>{_MONTH_ANY})"
    rf"(?:(?:,? |-)(?P<y>{_YEAR}))?"
    rf"|{_WEEKDAY.format(n=2)}(?P<n>{_MONTH_ANY}) (?P<e>{_DAY})(?:,? (?P<z>{_YEAR}))?"
    rf"|(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<iday>0[1-9]|[12]\d|3[01])\b"
    rf"|(?P<nd>[0-3]?\d)[/.](?P<nm>[01]?\d)[/.](?P<ny>(?:20|19)?\d\d)\b)"
)
# `May 2024`; `last May`
_MONTH_YEAR = re.compile(
    rf"{WORD}(?:(?:(?i:in|over|during) )?"
    rf"(?P<both>(?P<first>{_MONTH}) and (?P<second>{_MONTH})(?: (?P<of>{_YEAR}))?)"
    rf"|(?P<whole>(?P<m>{_MONTH})(?: of|,)? (?P<y>{_YEAR}))\b"
    rf"|(?i:in|of|late|last|this|early|mid|since|during) (?P<alone>{_MONTH})(?! \d))"
)
# `back in 2019`, but not `in 2019 cases`
_ONLY_YEAR = re.compile(
    r"\b(?i:in|of|since|until|by|from|during|back in|late|early|as (?:recently|lately?|early|far back) as)"
    rf" (?P<y>{_YEAR})\b(?! (?:children|people|cases|of))"
)
# `the week commencing ` before a day, ` for two weeks` behind one
_WEEK = re.compile(
    r"\b(?:(?P<two>two weeks|fortnight)|week|w/c|wc) ?(?:commencing|beginning|starting|of|from|that began)?"
    r"(?: on)?(?: the)? $",
    re.IGNORECASE,
)
_FOR_WEEKS = re.compile(
    r" for (?:(?P<two>two weeks|a fortnight|10 days|ten days)|a week|one week|five days)\b", re.IGNORECASE
)
_LEAD = 40
# Without a digit or a month there is no date to look for, and no day without a month or a mark.
_DIGIT = re.compile(r"\d")
_MARKED = re.compile(r"\d[-/.]\d")
_MONTH_TRACE = re.compile("|".join(name.capitalize() for name in _SHORT))
_MONTH_TRACE_ANY = re.compile(rf"\b{any_of(_SHORT)}", re.IGNORECASE)
_CENTURY = 2000
_SHORT_YEAR = 100
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as a text gives it; any part may be missing. `weekday` counts from Monday, 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def date(self) -> PartialDate | None:
        """Return it as a date if it has a year and the calendar has such a day."""
        if self.year is None:
            return None
        try:
            return PartialDate(self.year, self.month, self.day if self.month else None)
        except ValueError:
            return None

    def in_year(self, year: int) -> Moment:
        """Return it in a year."""
        return Moment(year, self.month, self.day, self.weekday)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a range of dates in a text; `start` and `end` are the same for a single date.

    `reckoned`: the text gives the first day of one or two working weeks, `end` is the Friday.
    """

    span: Span
    start: Moment
    end: Moment
    reckoned: bool = False

    @property
    def has_days(self) -> bool:
        """Say whether it is exact to the day."""
        return self.start.day is not None


_Finder: TypeAlias = Callable[[str, int, int], Iterator[DateMention]]


def dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """Return the dates between two places of a text, in order; none overlaps another.

    >>> [found] = dates("from 26th February to 8th March 2024")
    >>> found.start.date().iso(), found.end.date().iso()
    ('2024-02-26', '2024-03-08')
    """
    stop = len(text) if end is None else end
    found: list[DateMention] = []
    for finder in _finders(text, start, stop):
        mentions = list(finder(text, start, stop))
        if found and mentions:
            taken = Coverage(mention.span for mention in found)
            mentions = [mention for mention in mentions if not taken.meets(mention.span)]
        found += mentions
    return tuple(sorted(found, key=lambda mention: mention.span))


def _finders(text: str, start: int, stop: int) -> tuple[_Finder, ...]:
    """Return which kinds of dates can stand between two places, in the order of their claims."""
    if _DIGIT.search(text, start, stop) is None:
        return (_months,) if _MONTH_TRACE.search(text, start, stop) else ()
    if _MONTH_TRACE_ANY.search(text, start, stop):
        return (_spells, _ranges, _singles, _months, _years)
    return (_singles, _years) if _MARKED.search(text, start, stop) else (_years,)


def _spells(text: str, start: int, stop: int) -> Iterator[DateMention]:
    for match in _TWO_SPELLS.finditer(text, start, stop):
        first = Moment(_int(match["y"]), _month(match["m"]), _day(match["d1"]))
        last = replace(first, day=_day(match["d2"]))
        if _valid(first) and _valid(last):
            yield DateMention(Span(match.start(), match.end()), first, last)


def _ranges(text: str, start: int, stop: int) -> Iterator[DateMention]:
    for match in _RANGE.finditer(text, start, stop):
        last_year = _int(match["y2"] or match["z2"])
        last_month = _month(match["m2"] or match["n2"] or match["n1"])
        last = Moment(last_year, last_month, _day(match["d2"] or match["e2"]))
        first_month = _month(match["m1"] or match["n1"]) or last_month
        first_year = _int(match["y1"] or match["z1"])
        if first_year is None and last_year is not None and first_month and last_month:
            first_year = last_year - (first_month > last_month)
        first = Moment(first_year, first_month, _day(match["d1"] or match["e1"]))
        if _valid(first) and _valid(last):
            yield DateMention(Span(match.start(), match.end()), first, last)


def _singles(text: str, start: int, stop: int) -> Iterator[DateMention]:
    for match in _SINGLE.finditer(text, start, stop):
        year = _int(match["y"] or match["z"] or match["iy"] or match["ny"])
        if year is not None and year < _SHORT_YEAR:
            year += _CENTURY
        month = _month(match["m"] or match["n"]) or _int(match["im"] or match["nm"])
        day = _day(match["d"] or match["e"] or match["iday"] or match["nd"])
        weekday = (match["w1"] or match["w2"] or "").lower()[:3]
        moment = Moment(year, month, day, _WEEKDAYS.index(weekday) if weekday in _WEEKDAYS else None)
        if _valid(moment):
            last = _friday(text, start, match, moment)
            yield DateMention(
                Span(match.start(), match.end()), moment, last or moment, reckoned=last is not None
            )


def _friday(text: str, start: int, match: re.Match[str], monday: Moment) -> Moment | None:
    """Return the Friday of the week, or of the second one, that words around a day speak of; else None."""
    around = _WEEK.search(text[max(start, match.start() - _LEAD) : match.start()]) or _FOR_WEEKS.match(
        text, match.end()
    )
    first = monday.in_year(monday.year or _CENTURY + 1).date()
    if around is None or first is None:
        return None
    last = first.earliest() + dt.timedelta(days=11 if around["two"] else 4)
    year = monday.year + last.year - first.year if monday.year else None
    return Moment(year, last.month, last.day)


def _months(text: str, start: int, stop: int) -> Iterator[DateMention]:
    for match in _MONTH_YEAR.finditer(text, start, stop):
        group = next(name for name in ("both", "whole", "alone") if match[name])
        year = _int(match["of"] or match["y"])
        first = Moment(year, _month(match["first"] or match["m"] or match["alone"]))
        last = Moment(year, _month(match["second"])) if match["both"] else first
        yield DateMention(Span(match.start(group), match.end(group)), first, last)


def _years(text: str, start: int, stop: int) -> Iterator[DateMention]:
    for match in _ONLY_YEAR.finditer(text, start, stop):
        moment = Moment(_int(match["y"]))
        yield DateMention(Span(match.start("y"), match.end("y")), moment, moment)


def _valid(moment: Moment) -> bool:
    """Say whether the calendar can have such a day."""
    return moment.in_year(moment.year or _CENTURY).date() is not None


def _month(words: str | None) -> int | None:
    return _NUMBERS[words.lower().rstrip(".")] if words else None


def _day(words: str | None) -> int | None:
    return int(re.sub(r"\D", "", words)) if words else None


def _int(words: str | None) -> int | None:
    return int(words) if words else None
