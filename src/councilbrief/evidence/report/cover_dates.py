"""The days of an inspection, as the cover of its report gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from councilbrief.evidence.dates import DateMention, Moment, dates
from councilbrief.provenance import MONTHS, PartialDate, Span

_MONTH = "|".join(name[:3] for name in MONTHS if name)
_REPAIRS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\u2010-\u2012\u2015\u2212]"), "–"),
    (re.compile(rf"(?<=\d)(?=(?:{_MONTH})[a-z]*(?![a-z]))", re.IGNORECASE), " "),
    (re.compile(r"(?<=[a-z])(?=(?:19|20)\d\d\b)"), " "),
    (re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b"), r"\1/\2/\3"),
    (re.compile(r"\bTO\b"), "to"),
    (re.compile(r"\bAND\b"), "and"),
    (re.compile(rf"\b((?:{_MONTH})[a-z]{{0,6}})\.(?=\s)"), r"\1"),
)
"""Odd dashes, lost spaces, dates with hyphens, capitals and months with a stop, and what is meant."""

_TO = re.compile(r"\s*(?:to|until|[-–—])\s*")


class Spell(NamedTuple):
    """The first and the last day of an inspection, or of a part of it."""

    start: PartialDate
    end: PartialDate


def spells(words: str) -> tuple[Spell, ...]:
    """Return the spells that some words give; a year that one lacks is that of the one beside it.

    >>> [spell] = spells("28 January‑5 February 2014")
    >>> spell.start.iso(), spell.end.iso()
    ('2014-01-28', '2014-02-05')
    """
    for pattern, meant in _REPAIRS:
        words = pattern.sub(meant, words)
    found = _years_filled(list(_joined(words)))
    ends = ((mention.start.date(), mention.end.date()) for mention in found)
    return tuple(Spell(start, end) for start, end in ends if start and end)


def _joined(words: str) -> Iterator[DateMention]:
    """Yield the dates; two days with a dash or `to` between them are one spell."""
    waiting: DateMention | None = None
    for mention in dates(words):
        single = mention.start == mention.end
        if waiting is not None and single and _TO.fullmatch(words, waiting.span.end, mention.span.start):
            yield DateMention(Span(waiting.span.start, mention.span.end), waiting.start, mention.end)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = mention if single else None
        if not single:
            yield mention
    if waiting is not None:
        yield waiting


def _years_filled(found: Sequence[DateMention]) -> list[DateMention]:
    """Give dates without a year that of the next one, or else that of the one before."""
    moments = [moment for mention in found for moment in (mention.start, mention.end)]
    for at in reversed(range(len(moments) - 1)):
        moments[at] = _dated(moments[at], moments[at + 1], earlier=True)
    for at in range(1, len(moments)):
        moments[at] = _dated(moments[at], moments[at - 1], earlier=False)
    return [
        replace(mention, start=start, end=end)
        for mention, start, end in zip(found, moments[::2], moments[1::2], strict=True)
    ]


def _dated(moment: Moment, beside: Moment, *, earlier: bool) -> Moment:
    """Return a moment in the year of the one beside it, or in the next or the last about the new year."""
    if moment.year is not None or beside.year is None or not moment.month or not beside.month:
        return moment
    if earlier:
        return moment.in_year(beside.year - (moment.month > beside.month))
    return moment.in_year(beside.year + (moment.month < beside.month))
