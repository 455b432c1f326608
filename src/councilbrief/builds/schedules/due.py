"""What is due is built, once; what could not be published stays due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.schedules.occurrences import Times
from councilbrief.builds.schedules.record import Note, keep_notes
from councilbrief.builds.schedules.timetable import Run, Slot, timetable
from councilbrief.problems import ExitCode, Severity

Make = Callable[[Sequence[Path]], BuildResult]
"""Builds specs, of which there is at least one."""

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DueResult:
    """What was built, the specs that stay due, by their digests, and what comes next of the others.

    `tried` says whether anything was due.
    """

    result: BuildResult
    tried: bool
    failed: tuple[Slot, ...]
    next_run: Run | None


def no_slot(_slot: Slot) -> bool:
    """Put nothing off."""
    return False


def build_due(
    specs: Sequence[Path],
    kept: Kept,
    now: dt.datetime,
    make: Make,
    put_off: Callable[[Slot], bool] = no_slot,
) -> DueResult:
    """Build those of specs and folders of specs that are due, and note it.

    A spec is due if its schedule has happened since the instant up to which it is
    settled, however often, or if none is noted. Specs without a schedule are left alone.
    One whose schedule can't be made out goes to `make` as well, which says why.
    """
    table = timetable(specs, kept)
    slots = tuple(_mended(slot, now) for slot in table.slots)
    due = tuple(slot for slot in slots if _is_due(slot, now) and not put_off(slot))
    made = make([slot.spec for slot in due]) if due else BuildResult((), (), ExitCode.DONE)
    failed = tuple(slot for slot in due if not _is_published(slot.spec, made))
    done = {slot.key: replace(slot.note, settled=now) for slot in due if slot not in failed}
    notes = {slot.key: done.get(slot.key, slot.note) for slot in slots}
    problems = (*table.report.problems, *made.problems, *keep_notes(kept, table.notes, notes))
    code = max(table.report.exit_code, made.exit_code)
    waiting = (slot for slot in slots if slot not in failed)
    runs = (run for slot in waiting if (run := _next(slot, notes[slot.key], now)))
    return DueResult(
        replace(made, problems=problems, exit_code=code), bool(due), failed, min(runs, default=None)
    )


def _is_due(slot: Slot, now: dt.datetime) -> bool:
    if slot.note.times is None:
        return bool(slot.problems)
    if slot.note.settled is None:
        return True
    at = _following(slot.note.times, slot.note.settled)
    return at is not None and at <= now


def _next(slot: Slot, note: Note, now: dt.datetime) -> Run | None:
    """Return when a spec is due next: of one that is put off, the time after that."""
    if note.times is None:
        return None
    at = _following(note.times, note.settled) if note.settled else None
    if at is None or at <= now:
        at = note.times.following(now)
    return Run(at, slot.spec.as_posix(), note.times) if at else None


def _mended(slot: Slot, now: dt.datetime) -> Slot:
    """Forget an instant that lies too far ahead: the clock was wrong then, and nothing would ever be due.

    What is settled of the next day, and is one run at most, stays: a clock that is put back
    a little leads to no second build.
    """
    times, settled = slot.note.times, slot.note.settled
    if times is None or settled is None or settled <= now:
        return slot
    again = [at for at in times.coming(now, 2) if at <= settled]
    if settled - now <= _DAY and len(again) <= 1:
        return slot
    return replace(slot, note=replace(slot.note, settled=now))


def _is_published(spec: Path, result: BuildResult) -> bool:
    """Say whether all briefings that a spec asks for are in their place, and nothing is wrong with it."""
    name = spec.as_posix()
    outcomes = [one for one in result.outcomes if one.spec == name]
    wrong = any(one.file == name and one.severity is Severity.ERROR for one in result.problems)
    return bool(outcomes) and all(one.output for one in outcomes) and not wrong


@lru_cache(maxsize=4096)
def _following(times: Times, instant: dt.datetime) -> dt.datetime | None:
    """Return what comes after an instant; a program that keeps running asks this every minute."""
    return times.following(instant)
