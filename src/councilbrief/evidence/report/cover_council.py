"""The council that a report is about, as its cover names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from councilbrief.evidence.councils.mentions import mentions
from councilbrief.evidence.councils.register import Council, register
from councilbrief.evidence.words import either
from councilbrief.provenance import PartialDate

_IN_TITLE = re.compile(
    rf"{either('report', 'before_council')}(.{{2,100}}?){either('report', 'after_council')}", re.IGNORECASE
)
_LAST = re.compile(rf"{either('report', 'before_council')}(?:services in )?(.{{2,100}})$", re.IGNORECASE)
_AROUND = re.compile(either("report", "around_council"), re.IGNORECASE)


def council_of(title: str, lines: Iterable[str], when: PartialDate | None) -> Council | None:
    """Return the council that a title names, or else one of the lines, the nearest first.

    Where no line is a council's name and nothing else, the only one that all of them name is meant.
    A name that two councils have had, one after the other, means the one of the day of the inspection.
    """
    named = _IN_TITLE.search(title) or _LAST.search(title)
    every = [*([named[1]] if named else []), *lines]
    for line in every:
        for name in dict.fromkeys((line, _AROUND.sub("", line.strip(" .:;,")))):
            found = _meant(name, when)
            if found is not None:
                return found
    within = {one.gss: one for line in (title, *every) for one in _within(line, when)}
    return next(iter(within.values())) if len(within) == 1 else None


def _within(line: str, when: PartialDate | None) -> Iterator[Council]:
    for mention in mentions(line, register()):
        found = _meant(mention.form, when)
        yield from (found,) if found is not None else mention.councils


def _meant(name: str, when: PartialDate | None) -> Council | None:
    found = register().candidates(name)
    if len(found) == 1:
        return _of_day(found[0], when)
    there = [council for council in found if when is not None and _existed(council, when)]
    return there[0] if len(there) == 1 else None


def _existed(council: Council, when: PartialDate) -> bool:
    begun = council.start is None or council.start <= when.latest()
    return begun and (council.end is None or when.earliest() <= council.end)


def _of_day(council: Council, when: PartialDate | None) -> Council:
    """Return a council, or where it was not there yet the one of the same place that was."""
    if when is None or _existed(council, when):
        return council
    before = [
        one
        for one in register().councils
        if council.gss in one.successors and one.place == council.place and _existed(one, when)
    ]
    return before[0] if len(before) == 1 else council
