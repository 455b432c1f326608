"""A desk whose specs have schedules, a clock that is set by hand, and a maker that only notes what it is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.outcome import BuildResult, Outcome
from councilbrief.builds.schedules.due import DueResult, build_due, no_slot
from councilbrief.builds.schedules.timetable import Slot
from councilbrief.problems import ExitCode, Problem, Severity


def utc(text: str) -> dt.datetime:
    """Read `2026-03-29 01:00` as a time of UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@dataclass(slots=True)
class HandClock:
    """Moves only where it is moved; what sleeps moves it, and at the times of `jumps` further."""

    time: dt.datetime
    jumps: dict[dt.datetime, dt.datetime] = field(default_factory=dict)

    def now(self) -> dt.datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time = self.jumps.get(self.time, self.time + dt.timedelta(seconds=seconds))


@dataclass(slots=True)
class Office:
    """A folder of specs; `made` lists what was built when, and `broken` are those that can't be.

    `meanwhile` is done in the middle of each build.
    """

    folder: Path
    clock: HandClock
    made: list[tuple[str, dt.datetime]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    meanwhile: Callable[[], object] = int

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def state(self) -> Path:
        return self.out / ".councilbrief" / "schedule.json"

    def spec(self, name: str, schedule: str = "", more: str = "") -> Path:
        (self.folder / "briefings").mkdir(exist_ok=True)
        path = self.folder / "briefings" / f"{name}.yaml"
        path.write_text(
            f"version: 1\n{f'schedule: {schedule}' if schedule else ''}\n{more}", encoding="utf-8"
        )
        return path

    def make(self, specs: Sequence[Path]) -> BuildResult:
        """Note the specs; a broken one has an error and no briefing."""
        assert specs
        self.meanwhile()
        self.made += [(path.stem, self.clock.time) for path in specs]
        good = [path for path in specs if path.stem not in self.broken]
        problems = tuple(
            Problem(Severity.ERROR, "broken", "it is broken", path.as_posix())
            for path in specs
            if path not in good
        )
        outcomes = tuple(
            Outcome(path.as_posix(), path.stem, self.out / f"{path.stem}.pdf", (), None, ("due",))
            for path in good
        )
        return BuildResult(outcomes, problems, ExitCode.SPEC if problems else ExitCode.DONE)

    def call(
        self, now: dt.datetime | None = None, put_off: Callable[[Slot], bool] = no_slot, *, dry: bool = False
    ) -> DueResult:
        """Build what is due as a new process would, with everything read anew."""
        self.clock.time = now or self.clock.time
        kept = Kept(self.out, dry=dry)
        return build_due([self.folder / "briefings"], kept, self.clock.time, self.make, put_off)

    def built(self, text: str) -> list[str]:
        """Say which specs a call at some time builds."""
        before = len(self.made)
        self.call(utc(text))
        return [name for name, _ in self.made[before:]]
