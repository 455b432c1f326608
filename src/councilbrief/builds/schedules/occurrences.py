"""The instants at which a schedule happens, whatever the clocks do.

An expression names times as a clock on the wall shows them. One whose hour begins with a
star (`15 * * * *`, `0 */2 * * *`) happens at each such time that there is. One with fixed
hours (`30 1 * * *`) happens once a day: in an hour that is skipped as the clocks go forward
it happens as soon as the hour is over; of one that comes twice the first counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo

_MINUTE = dt.timedelta(minutes=1)
_CHANGE = dt.timedelta(hours=26)
"""No change of the clocks is larger: one skipped a day. No two are nearer to each other."""
_NEVER = dt.timedelta(days=50 * 366)
_NONE = dt.timedelta(0)


@dataclass(frozen=True, slots=True)
class Times:
    """A schedule: a cron expression that is in order, and the zone whose clocks it means."""

    cron: str
    zone: str

    def following(self, instant: dt.datetime) -> dt.datetime | None:
        """Return the first instant of the schedule after one, in UTC; None where it never happens."""
        wall, slack = self._wall(instant), self._fall(instant)
        found: list[dt.datetime] = []
        until = wall + _NEVER
        for match in self._matches(wall - slack):
            if match > until:
                break
            later = [each for each in self._instants(match) if each > instant]
            if later and not found:
                # as the clocks go back, a later time on the wall may be the earlier instant
                until = match + slack
            found += later
        return min(found, default=None)

    def coming(self, instant: dt.datetime, count: int) -> tuple[dt.datetime, ...]:
        """Return the next instants after one, in order."""
        return tuple(islice(self._from(instant), count))

    def shown(self, instant: dt.datetime) -> dt.datetime:
        """Return an instant as a clock of the schedule's zone shows it."""
        return instant.astimezone(_zone(self.zone))

    def _from(self, instant: dt.datetime) -> Iterator[dt.datetime]:
        found = self.following(instant)
        while found is not None:
            yield found
            found = self.following(found)

    def _wall(self, instant: dt.datetime) -> dt.datetime:
        return self.shown(instant).replace(tzinfo=None, fold=0)

    def _fall(self, instant: dt.datetime) -> dt.timedelta:
        """Return by how much the clocks go back soon after an instant."""
        first, then = self.shown(instant).utcoffset(), self.shown(instant + _CHANGE).utcoffset()
        return max(_NONE, (first or _NONE) - (then or _NONE))

    def _matches(self, start: dt.datetime) -> Iterator[dt.datetime]:
        """Yield the times on the wall after one that the expression names."""
        from cronsim import CronSim  # noqa: PLC0415 - loaded only where something is scheduled

        return iter(CronSim(self.cron, start))

    def _instants(self, wall: dt.datetime) -> tuple[dt.datetime, ...]:
        """Return the instants for a time on the wall: one, or none or two as the clocks change."""
        found = self._real(wall)
        if self.cron.split()[1].startswith("*"):
            return found
        while not found:
            wall += _MINUTE
            found = self._real(wall)
        return found[:1]

    def _real(self, wall: dt.datetime) -> tuple[dt.datetime, ...]:
        """Return the instants at which the wall's clock shows a time, in order."""
        zone = _zone(self.zone)
        tried = (wall.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
        return tuple(dict.fromkeys(each for each in tried if self._wall(each) == wall))


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
