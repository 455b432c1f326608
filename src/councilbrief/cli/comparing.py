"""The command that says what changed from one edition of a briefing to another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from councilbrief.cli import terminal
from councilbrief.cli.app import STATUS, app
from councilbrief.cli.options import Quiet, finish
from councilbrief.cli.plain_help import PlainCommand


@app.command(cls=PlainCommand, epilog=STATUS)
def diff(
    *,
    before: Annotated[
        Path, typer.Argument(metavar="BEFORE", readable=False, help="The PDF of the earlier edition.")
    ],
    after: Annotated[
        Path, typer.Argument(metavar="AFTER", readable=False, help="The PDF of the later edition.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    quiet: Quiet = False,
) -> None:
    """Print what changed between two editions.

    Their facts are compared, not their pages: what is new, changed or gone. The exit
    status is 1 where anything is.
    """
    from councilbrief.builds import difference  # noqa: PLC0415 - only this command needs it

    found = difference.difference(before, after)
    if as_json:
        terminal.write_json(difference.difference_json(found))
    else:
        terminal.show(difference.difference_lines(found))
    finish(found.problems, found.exit_code, quiet=quiet)
