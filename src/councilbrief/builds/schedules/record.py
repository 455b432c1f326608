"""What is noted of each spec: its schedule as it was read, and the instant up to which it is settled.

It lies beside what builds keep and may be deleted at any time: then every spec is due once,
and what has not changed is found to be unchanged.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import councilbrief
from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.schedules.occurrences import Times
from councilbrief.builds.store import Store
from councilbrief.problems import Problem, Severity, StoreError

NAME = "schedule.json"


@dataclass(frozen=True, slots=True)
class Note:
    """A spec's digest, the schedule that it had then, and the last instant that needs no building."""

    digest: str | None = None
    times: Times | None = None
    settled: dt.datetime | None = None


Notes = Mapping[str, Note]


def key_of(spec: Path, folder: Path) -> str:
    """Return the name of a spec in the notes: its path as seen from there, so that both can move together.

    Links to folders are followed, as what `..` leads to depends on them; to that of the notes they have been.
    """
    try:
        return Path(os.path.relpath(Path(os.path.realpath(spec.parent), spec.name), folder)).as_posix()
    except ValueError:  # on another drive
        return spec.absolute().as_posix()


def read_notes(folder: Path) -> Notes:
    """Return what is noted; nothing where that can't be made out.

    Of a schedule that another version of the program read only the instant counts.
    """
    try:
        told = json.loads((folder / NAME).read_bytes())
        by_us = told["program"] == councilbrief.__version__
        rows = {str(key): _note(row) for key, row in told["specs"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
    return rows if by_us else {key: Note(settled=row.settled) for key, row in rows.items()}


def keep_notes(kept: Kept, before: Notes, now: Notes) -> tuple[Problem, ...]:
    """Note what has changed, one program at a time; return why that could not be done, if so.

    What another program has settled meanwhile stays settled.
    """
    changed = {key: note for key, note in now.items() if before.get(key) != note}
    if kept.dry or not changed:
        return ()
    try:
        with kept.held():
            there = read_notes(kept.folder)
            ours = {key: _joined(note, before.get(key), there.get(key)) for key, note in changed.items()}
            rows = {key: _row(note) for key, note in {**there, **ours}.items() if _exists(kept.folder / key)}
            told = {"program": councilbrief.__version__, "specs": rows}
            Store(kept.folder, lasting=False).publish(
                NAME, json.dumps(told, indent=1, sort_keys=True).encode()
            )
    except StoreError as error:
        message = f"{error.problems[0].message}; what was due now is due at the next call again"
        return (Problem(Severity.WARNING, "schedule-not-kept", message, kept.folder.as_posix()),)
    return ()


def _joined(ours: Note, before: Note | None, there: Note | None) -> Note:
    known = before.settled if before else None
    if there is None or there.settled is None or there.settled == known:
        return ours
    return replace(ours, settled=max(ours.settled or there.settled, there.settled))


def _exists(spec: Path) -> bool:
    with suppress(OSError, ValueError):
        return spec.exists()
    return True


def _note(row: Mapping[str, str]) -> Note:
    times = Times(row["cron"], row["timezone"]) if "cron" in row else None
    settled = dt.datetime.fromisoformat(row["settled"]) if "settled" in row else None
    if settled is not None and settled.tzinfo is None:
        raise ValueError(settled)
    return Note(row.get("digest"), times, settled)


def _row(note: Note) -> dict[str, str]:
    times = {"cron": note.times.cron, "timezone": note.times.zone} if note.times else {}
    settled = {"settled": note.settled.isoformat()} if note.settled else {}
    return {**({"digest": note.digest} if note.digest else {}), **times, **settled}
