"""When a briefing is to be built by itself: a cron expression and its time zone, checked as they are read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping as Table
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from councilbrief.problems import Problem
from councilbrief.yamlfile.complaints import did_you_mean, shown
from councilbrief.yamlfile.nodes import Entry, Mapping, Node, Scalar, is_null
from councilbrief.yamlfile.scalars import Line, refuse
from councilbrief.yamlfile.typed import Model, typed

USUAL_ZONE = "Europe/London"
CRON_PATTERN = r"^\s*[^\s@]\S*(\s+\S+){4}\s*$"
EXAMPLE = "0 6 * * mon"
_PARTS = (
    ("minute", "0 to 59"),
    ("hour", "0 to 23"),
    ("day of the month", "1 to 31, or L for the last"),
    ("month", "1 to 12, or jan to dec"),
    ("day of the week", "0 to 7, or sun to sat; 0 and 7 are both Sunday"),
)
_NICKNAMES: Table[str, str] = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * sun",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
# What people write for the time of Britain, and no database of zones knows.
_SAID: Table[str, str] = {"bst": USUAL_ZONE, "uk": USUAL_ZONE, "british summer time": USUAL_ZONE}
# The library takes 4-4/2 for 4/2, which is every second from 4 on.
_ONE_WITH_STEPS = re.compile(r"\b(\w+)-\1/\d+")
# Whatever happens at all happens within the library's fifty years of any day.
_ANY_DAY = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the calendar alone is asked, which has no zone


def _cron(text: str) -> str:
    from cronsim import CronSim, CronSimError  # noqa: PLC0415 - only a spec with a schedule needs it

    parts = text.split()
    if len(parts) != len(_PARTS):
        hint = f', did you mean "{_NICKNAMES[text.lower()]}"?' if text.lower() in _NICKNAMES else ""
        names = ", ".join(name for name, _ in _PARTS)
        refuse("bad-cron", f'must have five parts ({names}), as in "{EXAMPLE}", not {shown(text)}{hint}')
    for number, part in enumerate(parts):
        alone = ["*"] * len(_PARTS)
        alone[number] = part
        try:
            CronSim(" ".join(alone), _ANY_DAY)
        except CronSimError:
            name, takes = _PARTS[number]
            upwards = ", and a range goes upwards; else write single ones (sat,sun)" if "-" in part else ""
            refuse("bad-cron", f"can't have {shown(part)} as its {name}; that is {takes}{upwards}")
    try:
        next(CronSim(text, _ANY_DAY))
    except (CronSimError, StopIteration):
        refuse("never-happens", f"has no day on which it happens: {shown(text)}; correct its day or month")
    return " ".join(_ONE_WITH_STEPS.sub(r"\1", part) for part in parts)


def _zone(name: str) -> str:
    if name != USUAL_ZONE and name not in _zones():
        meant = _SAID.get(name.casefold())
        hint = f', did you mean "{meant}"?' if meant else did_you_mean(name, _zones())
        refuse("unknown-timezone", f"must be a time zone, such as {USUAL_ZONE}, not {shown(name)}{hint}")
    return name


@cache
def _zones() -> tuple[str, ...]:
    """Return the names of all time zones; to list them takes some hundredths of a second."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - only another zone than the usual one needs it

    return tuple(sorted(available_timezones()))


Cron = Annotated[Line, AfterValidator(_cron), WithJsonSchema({"type": "string", "pattern": CRON_PATTERN})]
Zone = Annotated[Line, AfterValidator(_zone), WithJsonSchema({"type": "string", "minLength": 1})]


class Schedule(Model):
    """When a briefing is built by itself."""

    cron: Cron = Field(
        description="Minute, hour, day of the month, month, day of the week.",
        examples=[EXAMPLE, "30 7 1 * *", "0 6 * * mon-fri"],
    )
    timezone: Zone = Field(
        default=USUAL_ZONE, description="Whose clocks are meant.", examples=[USUAL_ZONE, "UTC"]
    )


class _Scheduled(Model):
    """The part of a spec that says when."""

    schedule: Schedule | None = None


def with_whole_schedule(root: Node) -> Node:
    """Write a schedule that is a cron expression alone as one with its key."""
    given = root.get("schedule") if isinstance(root, Mapping) else None
    if not (isinstance(root, Mapping) and isinstance(given, Scalar)):
        return root
    return root.replacing("schedule", Mapping(given.at, (Entry(Scalar(given.at, "cron"), given),)))


def schedule_of(root: Node, file: str) -> tuple[Schedule | None, tuple[Problem, ...]]:
    """Return the schedule of a spec, whatever else the spec says, and what is wrong with it."""
    if not isinstance(root, Mapping):
        return None, ()
    mine = tuple(entry for entry in root.entries if entry.key.text == "schedule" and not is_null(entry.value))
    found, problems, _ = typed(with_whole_schedule(Mapping(root.at, mine)), _Scheduled, file)
    return found.schedule if found else None, problems
