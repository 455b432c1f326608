"""A build: what one of the same files has given before, or else made."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from councilbrief.builds import SPECS, USUALLY, How
from councilbrief.builds.keeping.memory import Made, Memory
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.report import Report
from councilbrief.builds.store import Store
from councilbrief.evidence.words import own
from councilbrief.problems import CouncilBriefError, Problem, Severity, SpecError

if TYPE_CHECKING:
    from councilbrief.builds.shelf import Shelf

# The date of a PDF for which nothing else gives one; any will do that is always the same.
NO_DATE = dt.date(2000, 1, 1)


def build(
    specs: Sequence[Path], store: Store, how: How = USUALLY, *, shelf: Shelf | None = None
) -> BuildResult:
    """Build every briefing that specs and folders of specs ask for, as far as each can be built.

    Without any the folder `briefings` is meant. What goes wrong is in the result. Where
    the epoch is no number of seconds, nothing is built. What the store keeps of earlier
    builds is not made again.
    """
    try:
        day = checked(how)
    except SpecError as error:
        return BuildResult((), error.problems, error.exit_code)
    make = partial(_made, specs, store, day, how, shelf)
    if store.kept is None:
        return make().result
    given = [path.as_posix() for path in specs]
    phrases = [path.as_posix() for path in own.read()]
    command = (given, store.folder.as_posix(), day.isoformat(), phrases)
    memory = Memory(store.kept, BuildResult, *command)
    try:
        result, recalled = memory.settle(make, how.waiting)
    except CouncilBriefError as error:
        return BuildResult((), error.problems, error.exit_code, tuple(_digests(specs, store).items()))
    outcomes = tuple(one.again() for one in result.outcomes) if recalled else result.outcomes
    return replace(result, outcomes=outcomes, problems=(*result.problems, *store.kept.close()))


def _made(
    specs: Sequence[Path], store: Store, day: dt.date, how: How, shelf: Shelf | None
) -> Made[BuildResult]:
    """Make everything."""
    from councilbrief.builds import engine as engines  # noqa: PLC0415 - loads for long; to recall spares it
    from councilbrief.builds import making, publishing  # noqa: PLC0415 - the same
    from councilbrief.builds import shelf as shelves  # noqa: PLC0415 - the same

    read = _digests(specs, store)
    with engines.engine(how.engine) as found:
        shelf = shelf or shelves.Shelf(kept=store.kept, engine=found)
        publisher = publishing.Publisher(store, day, Report(), found)
        result = making.make(specs, publisher, shelf, how.watch)
    read |= shelf.opened
    problems = (*result.problems, *engines.complaints(found))
    result = replace(result, problems=problems, read=tuple(read.items()))
    return Made(result, read, [one.output for one in result.outcomes if one.output])


def _digests(specs: Sequence[Path], store: Store) -> dict[Path, str | None]:
    """Return the digests of specs as they are now, and that of the phrases that are in force."""
    if not store.kept:
        return {}
    return {path: store.kept.digests.tree(path) for path in specs or (SPECS,)} | own.read()


_ENGINE = re.compile(
    r"serial|local(?::[1-9][0-9]{0,3})?|dask:(?:tcp|tls)://(?:[^\s/:\[\]]+|\[[0-9a-fA-F:]+\]):[0-9]{1,5}"
)


def checked(how: How) -> dt.date:
    """Return the day of a PDF without any; raise SpecError where there is no such engine, or epoch."""
    if isinstance(how.engine, str) and not _ENGINE.fullmatch(how.engine):
        from councilbrief.yamlfile.complaints import shown  # noqa: PLC0415 - most builds have nothing to show

        message = (
            f"no engine is called {shown(how.engine)}; write serial, local, local:4 or dask:tcp://host:8786"
        )
        raise SpecError(Problem(Severity.ERROR, "bad-engine", message))
    return epoch_day(how.epoch)


def epoch_day(epoch: str | None) -> dt.date:
    """Return the day of a SOURCE_DATE_EPOCH, and a fixed one where none is set.

    Raises SpecError for what is no number of seconds since 1970.
    """
    if epoch is None:
        return NO_DATE
    try:
        if not (epoch.isascii() and epoch.isdigit()):
            raise ValueError(epoch)  # noqa: TRY301 - one message for all that it can't be
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        from councilbrief.yamlfile.complaints import shown  # noqa: PLC0415 - most builds have nothing to show

        message = (
            "SOURCE_DATE_EPOCH must be a whole number of seconds since the start of 1970, "
            f"not {shown(epoch)}; correct it or unset it"
        )
        raise SpecError(Problem(Severity.ERROR, "bad-epoch", message)) from error
