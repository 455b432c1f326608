"""What is said of runs: to people in the schedule's own time, to programs as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from councilbrief.builds.schedules.due import DueResult
from councilbrief.builds.schedules.timetable import Run, Slot
from councilbrief.builds.telling.listing import Line, built_lines
from councilbrief.problems import Problem, Severity

_BRITAIN = ZoneInfo("Europe/London")
# Written out, as strftime speaks the machine's language.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def moment(at: dt.datetime) -> str:
    """Write a time with the abbreviation of its zone.

    >>> moment(dt.datetime(2026, 6, 1, 5, tzinfo=dt.UTC).astimezone(_BRITAIN))
    'Mon 1 Jun 2026 06:00 BST'
    """
    day = f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]} {at.year}"
    return f"{day} {at.hour:02}:{at.minute:02} {at.tzname()}"


def run_line(run: Run) -> Line:
    """Say when a spec is due."""
    return Line(f"{moment(run.times.shown(run.at))}: {run.spec}", heading=True)


def run_json(run: Run) -> str:
    """Write a run as a line of JSON."""
    told = {
        "spec": run.spec,
        "at": run.times.shown(run.at).isoformat(),
        "abbreviation": run.times.shown(run.at).tzname(),
        "cron": run.times.cron,
        "timezone": run.times.zone,
    }
    return json.dumps(told) + "\n"


def nothing_due(result: DueResult) -> Iterator[Line]:
    """Say that nothing is due, and what comes next."""
    if result.next_run is not None:
        yield Line(f"nothing is due; next comes {run_line(result.next_run).text}", heading=True)


def turn_lines(result: DueResult, now: dt.datetime) -> Iterator[Line]:
    """Say in a line for each briefing what was built when, by the clocks of Britain."""
    for outcome in result.result.outcomes:
        if outcome.output is not None:
            told = next(built_lines(outcome)).text
            yield Line(f"{moment(now.astimezone(_BRITAIN))}: {told}")


def without_schedule(slots: Iterable[Slot]) -> tuple[Problem, ...]:
    """Note the specs that have no schedule."""
    message = "has no schedule, so only a build without --due makes it"
    return tuple(
        Problem(Severity.NOTE, "no-schedule", message, slot.spec.as_posix())
        for slot in slots
        if slot.note.times is None and not slot.problems
    )
