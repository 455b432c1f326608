"""Builds at set times by one program that keeps running: in a container, or on a laptop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from councilbrief.builds.schedules.due import DueResult
from councilbrief.builds.schedules.timetable import Slot

LOOK_AGAIN = dt.timedelta(minutes=1)
"""How long an edited spec may go unseen, and how soon a machine that slept catches up."""

TRY_AGAIN = dt.timedelta(minutes=15)
_LEAST = 1.0

Turn = Callable[[dt.datetime, Callable[[Slot], bool]], DueResult]
"""Builds what is due at an instant and is not put off."""


class Clock(Protocol):
    """Tells the time and lets it pass; nothing here asks the machine itself."""

    def now(self) -> dt.datetime:
        """Return the time, with its zone."""

    def sleep(self, seconds: float) -> None:
        """Let so many seconds pass, or fewer where there is a reason to wake."""


@dataclass(slots=True)
class Failures:
    """The specs that could not be built: each is put off for a while, unless it has been edited since."""

    _tried: dict[str, tuple[str | None, dt.datetime]] = field(default_factory=dict)

    def put_off(self, slot: Slot, now: dt.datetime) -> bool:
        """Say whether a spec is to be left alone for now."""
        digest, tried = self._tried.get(slot.key, (None, None))
        if tried is None or digest != slot.note.digest:
            return False
        return tried <= now < tried + TRY_AGAIN

    def note(self, result: DueResult, now: dt.datetime) -> None:
        """Note what could not be built."""
        self._tried |= {slot.key: (slot.note.digest, now) for slot in result.failed}

    def next_tries(self, now: dt.datetime) -> tuple[dt.datetime, ...]:
        """Return when they are to be tried again."""
        return tuple(at for _, tried in self._tried.values() if (at := tried + TRY_AGAIN) > now)


def run_loop(
    turn: Turn,
    clock: Clock,
    stopped: Callable[[], bool],
    tell: Callable[[DueResult, dt.datetime], None],
    look_again: dt.timedelta = LOOK_AGAIN,
) -> None:
    """Build what is due, tell of it, and sleep until something is due again, until stopped.

    `stopped` is asked before each build and each sleep, so a build that goes on is finished.
    """
    failures = Failures()
    while not stopped():
        now = clock.now()
        result = turn(now, partial(failures.put_off, now=now))
        failures.note(result, now)
        tell(result, now)
        if stopped():
            return
        after = clock.now()
        due = (result.next_run.at,) if result.next_run else ()
        wake = min(after + look_again, *failures.next_tries(after), *due)
        clock.sleep(max(_LEAST, (wake - after).total_seconds()))
