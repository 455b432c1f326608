"""The command that checks published briefings against their sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from councilbrief.cli import terminal
from councilbrief.cli.app import STATUS, app
from councilbrief.cli.options import Quiet, finish
from councilbrief.cli.own_words import Words, settle
from councilbrief.cli.plain_help import PlainCommand


@app.command(cls=PlainCommand, epilog=STATUS)
def verify(
    *,
    pdfs: Annotated[list[Path], typer.Argument(metavar="PDF", readable=False, help="Published briefings.")],
    libraries: Annotated[
        list[Path] | None,
        typer.Option(
            "--library",
            metavar="FOLDER",
            readable=False,
            help="A folder of their sources, or several so; without any, those of the specs in briefings.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    words: Words = None,
    quiet: Quiet = False,
) -> None:
    """Check published briefings against their sources.

    Quotations and lists are checked by letter; grades, dates and numbers by value. What no
    longer matches is listed with its page, and the exit status is then 1.
    """
    settle(words)
    from councilbrief.builds.verifying import telling  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds.verifying.verify import verify as verified  # noqa: PLC0415 - the same

    with terminal.progress(quiet=quiet or as_json) as watch:
        result = verified(pdfs, libraries or (), watch)
    if as_json:
        terminal.write_json(telling.verified_json(result))
    else:
        terminal.show(telling.verified_lines(result))
    finish(telling.problems(result), result.exit_code, quiet=quiet)
