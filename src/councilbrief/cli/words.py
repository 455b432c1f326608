"""The command for whoever adds phrases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from councilbrief.cli import terminal
from councilbrief.cli.app import STATUS, app
from councilbrief.cli.options import Quiet, finish
from councilbrief.cli.plain_help import PlainCommand


@app.command("words", cls=PlainCommand, epilog=STATUS)
def list_or_check(
    *,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", readable=False, help="Phrases of your own, for --words.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Check a file of your own phrases, or list what it can add to.

    Every mistake is told with its place. Without a file the groups of phrases are listed,
    each with what it is for and an example.
    """
    from councilbrief.builds.telling import phrases  # noqa: PLC0415 - loads words, which --help must not

    if file is None:
        terminal.show(phrases.group_lines())
        return
    from councilbrief.evidence.words.own_file import read_own  # noqa: PLC0415 - a list of groups needs no YAML reader
    from councilbrief.problems import ExitCode  # noqa: PLC0415 - needed only once a file is read

    own, problems = read_own(file)
    if own is not None and not quiet:
        terminal.show(phrases.own_lines(own, file.as_posix()))
    finish(problems, ExitCode.SPEC if own is None else ExitCode.DONE, quiet=quiet)
