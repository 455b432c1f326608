"""The commands that publish briefings, or say what would be published."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from councilbrief.cli import terminal
from councilbrief.cli.app import STATUS, app
from councilbrief.cli.options import AsJson, DryRun, EngineName, Log, Quiet, Specs, finish
from councilbrief.cli.own_words import Words, refused, settle
from councilbrief.cli.plain_help import PlainCommand
from councilbrief.cli.schedule import only_due
from councilbrief.cli.telling import Telling
from councilbrief.cli.waiting import Machine

if TYPE_CHECKING:
    from councilbrief.builds.outcome import BuildResult


@app.command(cls=PlainCommand, epilog=STATUS)
def build(
    *,
    specs: Specs = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the PDFs.")] = Path("out"),
    dry_run: DryRun = False,
    due: Annotated[
        bool, typer.Option("--due", help="Build only what is due by the schedules in the specs.")
    ] = False,
    on_change: Annotated[
        bool,
        typer.Option("--watch", help="Build again whenever a spec, theme or document changes, until Ctrl+C."),
    ] = False,
    engine: EngineName = "local",
    words: Words = None,
    as_json: AsJson = False,
    log: Log = None,
    quiet: Quiet = False,
) -> None:
    """Build briefings, and say from which documents.

    Only what has changed is made again: what was read, found and built before is kept
    in the folder .councilbrief beside the PDFs, which may be deleted at any time.

    Of each briefing it is told what has changed since the edition that was there.

    A PDF's date is its spec's as_at, or that of its newest source. Where neither is
    given it is SOURCE_DATE_EPOCH (seconds since 1970), if that is set, or 2000-01-01.
    """
    from councilbrief.builds import How, run, store  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds.keeping import kept  # noqa: PLC0415 - the same

    if due and on_change:
        message = "what is due is built by `councilbrief schedule run`; give one of them"
        raise typer.BadParameter(message, param_hint="--watch with --due")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")

    def make(given: Sequence[Path]) -> BuildResult:
        output = store.Store(out, kept=kept.Kept(out, dry=dry_run))
        with terminal.progress(quiet=quiet) as watch:
            return run.build(given, output, How(epoch, watch, engine, terminal.waiting))

    if on_change:
        _keep_building(partial(make, specs or ()), partial(Telling, dry_run, as_json, quiet, log), words)
        return
    settle(words)
    telling = Telling(dry_run, as_json, quiet, log)
    if due:
        result, nothing = only_due(specs or (), store.Store(out, kept=kept.Kept(out, dry=dry_run)), make)
    else:
        result, nothing = make(specs or ()), ()
    telling.tell(result, nothing)
    raise typer.Exit(result.exit_code)


def _keep_building(
    make: Callable[[], BuildResult], telling: Callable[[], Telling], words: Path | None
) -> None:
    """Build whenever something changes, until asked to end."""
    from councilbrief.builds import watching  # noqa: PLC0415 - only this choice needs it

    with Machine() as machine:

        def build_and_tell() -> BuildResult:
            told, result = telling(), refused(words)
            if result is None:
                with machine.undisturbed():
                    result = make()
            told.tell(result)
            if result.read and not machine.stopped:
                terminal.write("waiting for changes; Ctrl+C ends\n", sys.stderr)
                watching.warm_up()
            return result

        ended = watching.build_on_change(build_and_tell, machine.sleep, lambda: machine.stopped)
    raise typer.Exit(ended.exit_code if ended else 0)


@app.command(cls=PlainCommand, epilog=STATUS)
def check(*, specs: Specs = None, words: Words = None, quiet: Quiet = False) -> None:
    """Find what would stop or spoil a build, and write nothing.

    Specs, their libraries and documents are read, and the briefings put together, each as if
    it were the first edition.
    """
    settle(words)
    from councilbrief.builds import making  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds.telling import listing  # noqa: PLC0415 - the same

    with terminal.progress(quiet=quiet) as watch:
        result = making.check(specs or (), watch=watch)
    if not quiet:
        terminal.show(line for one in result.outcomes for line in listing.outcome_lines(one))
    finish(result.problems, result.exit_code, quiet=quiet)


@app.command(cls=PlainCommand, epilog=STATUS)
def national(
    *,
    libraries: Annotated[
        list[Path],
        typer.Argument(
            metavar="FOLDER", readable=False, help="Folders of Ofsted's reports, with any others."
        ),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The folder for national.csv, national.pdf and the briefings.")
    ] = Path("out/england"),
    as_at: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day for which the table speaks; without it, that of the newest report."
        ),
    ] = None,
    briefings: Annotated[
        bool, typer.Option("--briefings", help="Build a briefing for each council as well.")
    ] = False,
    dry_run: DryRun = False,
    engine: EngineName = "local",
    words: Words = None,
    as_json: AsJson = False,
    log: Log = None,
    quiet: Quiet = False,
) -> None:
    """Tabulate each council's newest grades.

    Only Ofsted's reports of inspections that gave grades count. Councils of which no
    report is at hand have a row that says so. Grades that are not compared with those
    of the day's framework are shown and not counted.
    """
    settle(words)
    from councilbrief.builds import How, store  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds import national as table  # noqa: PLC0415 - the same
    from councilbrief.builds.keeping import kept  # noqa: PLC0415 - the same
    from councilbrief.builds.telling import listing  # noqa: PLC0415 - the same

    telling = Telling(dry_run, as_json, quiet, log)
    asked = table.Asked(tuple(libraries), as_at, briefings)
    output = store.Store(out, kept=kept.Kept(out, dry=dry_run))
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    with terminal.progress(quiet=quiet) as watch:
        result = table.build_national(asked, output, How(epoch, watch, engine, terminal.waiting))
    telling.tell(result, tuple(listing.national_lines(result)), result.files)
    raise typer.Exit(result.exit_code)
