"""When schedules happen, by a walk through a year: plain, and sharing nothing with the program.

The rules: an expression whose hour begins with a star happens whenever the clock on the wall shows a
time that it names. Any other happens once for each time of each day: of a time that comes twice the
first counts, and one that is skipped happens in the first minute after it.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

START, END = dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
ZONES = (
    "Europe/London",
    "Europe/London",
    "UTC",
    "Australia/Lord_Howe",  # half an hour
    "America/St_Johns",
    "America/Havana",  # at midnight
    "Asia/Kathmandu",  # a quarter of an hour off, never changed
)
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Field:
    text: str
    values: frozenset[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """An expression, and what each of its fields means."""

    minute: Field
    hour: Field
    day: Field
    month: Field
    weekday: Field
    zone: str

    @property
    def cron(self) -> str:
        return " ".join(one.text for one in (self.minute, self.hour, self.day, self.month, self.weekday))

    def is_day(self, date: dt.date) -> bool:
        day, weekday = date.day in self.day.values, date.isoweekday() % 7 in self.weekday.values
        either = not (self.day.text.startswith("*") or self.weekday.text.startswith("*"))
        return date.month in self.month.values and ((day or weekday) if either else (day and weekday))


@dataclass(frozen=True, slots=True)
class Walk:
    """A zone's year in quarters of an hour, as no clock is changed within one, and each change forward.

    `showing` has for each quarter of the day those that show it, by the clock of UTC and by that on the wall.
    """

    showing: Mapping[int, Sequence[tuple[int, int]]]
    forward: Sequence[tuple[int, int, int]]


@cache
def walk(name: str) -> Walk:
    """Walk through all quarters of an hour, and ask the zone for its offset at each."""
    zone, showing, forward = ZoneInfo(name), defaultdict(list), []
    first, last = (int((at - EPOCH).total_seconds()) // 60 for at in (START, END))
    before = None
    for quarter in range(first, last, 15):
        at = (EPOCH + dt.timedelta(minutes=quarter)).astimezone(zone)
        offset = int((at.utcoffset() or dt.timedelta()).total_seconds()) // 60
        if before is not None and offset > before:
            forward.append((quarter, quarter + before, quarter + offset))
        before = offset
        assert offset % 15 == 0
        showing[(quarter + offset) // 15 % 96].append((quarter, quarter + offset))
    return Walk(showing, forward)


@cache
def runs(plan: Plan) -> list[dt.datetime]:
    """Return all instants of a schedule from the start of the year to its end."""
    year, found = walk(plan.zone), set()
    fixed = not plan.hour.text.startswith("*")
    for hour in plan.hour.values:
        for minute in plan.minute.values:
            seen: set[int] = set()
            for at, wall in year.showing[hour * 4 + minute // 15]:
                if plan.is_day(_date(wall)) and not (fixed and wall in seen):
                    found.add(at + minute % 15)
                seen.add(wall)
    for at, gone, back in year.forward if fixed else ():
        if any(_names(plan, wall) for wall in range(gone, back)):
            found.add(at)
    return [EPOCH + dt.timedelta(minutes=at) for at in sorted(found)]


def _names(plan: Plan, wall: int) -> bool:
    time = wall // 60 % 24 in plan.hour.values and wall % 60 in plan.minute.values
    return time and plan.is_day(_date(wall))


@cache
def _date_of(day: int) -> dt.date:
    return EPOCH.date() + dt.timedelta(days=day)


def _date(wall: int) -> dt.date:
    return _date_of(wall // 1440)


def drawn(count: int, seed: int) -> list[Plan]:
    """Draw schedules of all forms, most of them in the small hours, where the clocks change."""
    chance = random.Random(seed)  # noqa: S311 - the same draw each time
    return [_plan(chance) for _ in range(count)]


def _plan(chance: random.Random) -> Plan:
    often = chance.random() < 0.1
    return Plan(
        _single(chance, 0, 59) if often or chance.random() < 0.7 else _some(chance, 0, 59, 20),
        Field("*", frozenset(range(24))) if often else _hour(chance),
        _some(chance, 1, 31, 4) if chance.random() < 0.4 else _all(1, 31),
        _some(chance, 1, 12, 1, MONTHS) if chance.random() < 0.3 else _all(1, 12),
        _some(chance, 0, 6, 1, DAYS) if often or chance.random() < 0.6 else _all(0, 6),
        chance.choice(ZONES),
    )


def _hour(chance: random.Random) -> Field:
    if chance.random() < 0.2:
        step = chance.choice((3, 12))
        return Field(f"*/{step}", frozenset(range(0, 24, step)))
    return _single(chance, 0, 3) if chance.random() < 0.8 else _some(chance, 0, 23, 12)


def _all(low: int, high: int) -> Field:
    return Field("*", frozenset(range(low, high + 1)))


def _single(chance: random.Random, low: int, high: int) -> Field:
    value = chance.randint(low, high)
    return Field(str(value), frozenset({value}))


def _some(chance: random.Random, low: int, high: int, least: int, names: Sequence[str] = ()) -> Field:
    """Draw a list, a range, or steps; a list may have names."""
    form = chance.randrange(4)
    if form == 0:
        values = sorted(chance.sample(range(low, high + 1), chance.randint(1, 3)))
        return Field(",".join(names[v - low] if names else str(v) for v in values), frozenset(values))
    first = chance.randint(low, high)
    last = chance.randint(first, high)
    step = chance.randint(max(least, 1), max(least, 1) + 3)
    if form == 1 and last - first <= 6:
        text = f"{names[first - low]}-{names[last - low]}" if names else f"{first}-{last}"
        return Field(text, frozenset(range(first, last + 1)))
    if form == 2:
        return Field(f"{first}-{last}/{step}", frozenset(range(first, last + 1, step)))
    return Field(f"*/{step}", frozenset(range(low, high + 1, step)))
