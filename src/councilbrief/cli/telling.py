"""What a command tells of the briefings that it made: to people, to other programs, and to its log."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from councilbrief.cli import terminal
from councilbrief.cli.options import print_problems

if TYPE_CHECKING:
    from councilbrief.builds.outcome import Outcome
    from councilbrief.builds.telling.listing import Line
    from councilbrief.builds.telling.notice import Told
    from councilbrief.problems import Problem


@dataclass(frozen=True, slots=True)
class Telling:
    """How a command tells of what it made, as its options ask; `began` is when it began."""

    dry: bool = False
    as_json: bool = False
    quiet: bool = False
    log: Path | None = None
    began: float = field(default_factory=time.monotonic)

    def tell(self, result: Told, more: Iterable[Line] = (), files: tuple[Path, ...] = ()) -> None:
        """Print what came of a build and its problems, and add it to the log."""
        problems = (*result.problems, *self._logged(result))
        if self.as_json:
            from councilbrief.builds.telling.notice import notice  # noqa: PLC0415 - only this choice needs it

            terminal.write_json(notice(result, dry=self.dry, files=files))
        elif not self.quiet:
            self._list(result.outcomes)
            terminal.show(more)
        print_problems(problems, quiet=self.quiet)

    def _list(self, outcomes: tuple[Outcome, ...]) -> None:
        from councilbrief.builds.telling import listing, tally  # noqa: PLC0415 - only this choice needs it

        if len(outcomes) > tally.MANY and not self.dry:
            terminal.show_table(tally.HEAD, tally.rows(outcomes))
            terminal.write(f"{tally.total(outcomes, time.monotonic() - self.began)}\n")
            return
        lines = listing.planned_lines if self.dry else listing.built_lines
        terminal.show(line for one in outcomes if one.output for line in lines(one))

    def _logged(self, result: Told) -> Iterable[Problem]:
        if self.log is None or self.dry:
            return ()
        from councilbrief.builds.telling.log import append  # noqa: PLC0415 - only this choice needs it

        return append(self.log, dt.datetime.now(dt.UTC), result)
