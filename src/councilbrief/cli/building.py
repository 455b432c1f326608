"""The commands that publish briefings, or say what would be published."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from councilbrief.cli import terminal
from councilbrief.cli.app import STATUS, app
from councilbrief.cli.options import EngineName, Quiet, Specs, finish
from councilbrief.cli.plain_help import PlainCommand
from councilbrief.cli.schedule import only_due


@app.command(cls=PlainCommand, epilog=STATUS)
def build(
    *,
    specs: Specs = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the PDFs.")] = Path("out"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be built and why, and write nothing.")
    ] = False,
    due: Annotated[
        bool, typer.Option("--due", help="Build only what is due by the schedules in the specs.")
    ] = False,
    engine: EngineName = "local",
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object on what became of each briefing.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Build briefings, and say from which documents.

    Only what has changed is made again: what was read, found and built before is kept
    in the folder .councilbrief beside the PDFs, which may be deleted at any time.

    Of each briefing it is told what has changed since the edition that was there.

    A PDF's date is its spec's as_at, or that of its newest source. Where neither is
    given it is SOURCE_DATE_EPOCH (seconds since 1970), if that is set, or 2000-01-01.
    """
    from councilbrief.builds import How, kept, listing, run, store  # noqa: PLC0415 - only this command needs it

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    output = store.Store(out, kept=kept.Kept(out, dry=dry_run))
    with terminal.progress(quiet=quiet) as watch:
        make = partial(run.build, store=output, how=How(epoch, watch, engine))
        result, nothing = only_due(specs or (), output, make) if due else (make(specs or ()), ())
    published = [one for one in result.outcomes if one.output]
    lines = listing.planned_lines if dry_run else listing.built_lines
    if as_json:
        from councilbrief.builds.notice import notice  # noqa: PLC0415 - only this choice needs it

        terminal.write_json(notice(result, dry=dry_run))
    elif not quiet:
        terminal.show((*(line for one in published for line in lines(one)), *nothing))
    finish(result.problems, result.exit_code, quiet=quiet)


@app.command(cls=PlainCommand, epilog=STATUS)
def check(*, specs: Specs = None, quiet: Quiet = False) -> None:
    """Find what would stop or spoil a build, and write nothing.

    Specs, their libraries and documents are read, and the briefings put together, each as a
    first edition.
    """
    from councilbrief.builds import listing, making  # noqa: PLC0415 - only this command needs it

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
    engine: EngineName = "local",
    quiet: Quiet = False,
) -> None:
    """Tabulate each council's newest grades.

    Only Ofsted's reports of inspections that gave grades count. Councils of which no
    report is at hand have a row that says so. Grades that are not compared with those
    of the day's framework are shown and not counted.
    """
    from councilbrief.builds import How, kept, listing, store  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds import national as table  # noqa: PLC0415 - the same

    asked = table.Asked(tuple(libraries), as_at, briefings)
    output = store.Store(out, kept=kept.Kept(out))
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    with terminal.progress(quiet=quiet) as watch:
        result = table.build_national(asked, output, How(epoch, watch, engine))
    if not quiet:
        terminal.show(listing.national_lines(result))
    finish(result.problems, result.exit_code, quiet=quiet)
