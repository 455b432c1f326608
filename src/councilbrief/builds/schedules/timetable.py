"""The schedules of specs, read again only where a file has changed."""

from __future__ import annotations

import datetime as dt
import heapq
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from councilbrief.builds.asked import asked_for
from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.report import Report
from councilbrief.builds.schedules.occurrences import Times
from councilbrief.builds.schedules.record import Note, Notes, key_of, read_notes
from councilbrief.problems import ExitCode, Problem, Severity, errors


@dataclass(frozen=True, slots=True)
class Slot:
    """A spec, the key and the contents of what is noted of it, and why its schedule can't be made out."""

    spec: Path
    key: str
    note: Note
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """All specs that are meant, with what had been noted before; without a schedule that is a problem."""

    slots: tuple[Slot, ...]
    notes: Notes
    report: Report

    def told(self) -> Report:
        """Return all that is wrong, with what no build is there to tell: the mistakes in schedules."""
        report = Report(dict(self.report.problems), set(self.report.codes))
        report.add((problem for slot in self.slots for problem in slot.problems), ExitCode.SPEC)
        return report


class Run(NamedTuple):
    """A spec and an instant at which it is due."""

    at: dt.datetime
    spec: str
    times: Times


def timetable(specs: Sequence[Path], kept: Kept) -> Timetable:
    """Return the schedules of specs and folders of specs; without any, of the folder `briefings`.

    A spec whose schedule can't be made out has problems in place of it.
    """
    report = Report()
    notes, home = read_notes(kept.folder), Path(os.path.realpath(kept.folder))
    slots = tuple(_slot(path, key_of(path, home), notes, kept) for path in asked_for(specs, report))
    if slots and not any(slot.note.times or slot.problems for slot in slots):
        report.add((_nothing(len(slots)),), ExitCode.SPEC)
    return Timetable(slots, notes, report)


def coming(slots: Iterable[Slot], instant: dt.datetime, count: int = 1) -> tuple[Run, ...]:
    """Return the next runs of each spec after an instant, all in the order of time."""
    rows = (
        [Run(at, slot.spec.as_posix(), times) for at in times.coming(instant, count)]
        for slot in slots
        if (times := slot.note.times)
    )
    return tuple(heapq.merge(*rows, key=lambda run: (run.at, run.spec)))


def _slot(spec: Path, key: str, notes: Notes, kept: Kept) -> Slot:
    noted = notes.get(key, Note())
    digest = kept.digests.file(spec) if spec.is_file() else None
    if digest is not None and digest == noted.digest:
        return Slot(spec, key, noted)
    times, problems = _read(spec)
    # what can't be made out is not noted as read, so that it is told again
    return Slot(spec, key, Note(None if problems else digest, times, noted.settled), problems)


def _read(spec: Path) -> tuple[Times | None, tuple[Problem, ...]]:
    """Read the schedule of a spec; mistakes in its other keys are for its build to tell."""
    from councilbrief.briefing.timing import schedule_of  # noqa: PLC0415 - where no spec has changed, none is read
    from councilbrief.yamlfile import read_yaml  # noqa: PLC0415 - the same

    file = spec.as_posix()
    root, problems = read_yaml(spec, file)
    if root is None:
        return None, problems
    schedule, wrong = schedule_of(root, file)
    return (Times(schedule.cron, schedule.timezone) if schedule else None), errors((*problems, *wrong))


def _nothing(count: int) -> Problem:
    many = f"none of the {count} specs has a schedule; write into one of them"
    none = many if count > 1 else "the spec has no schedule; write into it"
    message = f'{none}, for Mondays at six: schedule: "0 6 * * mon"'
    return Problem(Severity.ERROR, "nothing-scheduled", message)
