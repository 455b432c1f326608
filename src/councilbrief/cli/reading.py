"""The commands that show what documents and briefings say, and why."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from councilbrief.cli import terminal
from councilbrief.cli.app import STATUS, app
from councilbrief.cli.options import Quiet, finish
from councilbrief.cli.own_words import Words, settle
from councilbrief.cli.plain_help import PlainCommand

if TYPE_CHECKING:
    from councilbrief.builds.reading import Read


@app.command(cls=PlainCommand, epilog=STATUS)
def extract(
    *,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", readable=False, help="Files, or folders of documents.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line for each document.")
    ] = False,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="With --json: the clean text as well.")
    ] = False,
    words: Words = None,
    quiet: Quiet = False,
) -> None:
    """Print the facts that documents state.

    These are inspections, judgements, strengths, areas for improvement and quotations.
    """
    settle(words)
    from councilbrief.builds import extraction  # noqa: PLC0415 - only this command needs it

    if with_text and not as_json:
        message = "the text goes with --json"
        raise typer.BadParameter(message, param_hint="--with-text")
    show = _show_json(with_text=with_text) if as_json else _show_facts()
    report = extraction.extract(paths, show)
    finish(report.problems, report.exit_code, quiet=quiet)


@app.command(cls=PlainCommand, epilog=STATUS)
def explain(
    *,
    specs: Annotated[
        list[Path], typer.Argument(metavar="SPEC", readable=False, help="The specs of the briefings.")
    ],
    words: Words = None,
    quiet: Quiet = False,
) -> None:
    """Print why a briefing says what it says.

    Each statement comes with the file, the place and the rule that it rests on. A briefing
    is explained as a first edition.
    """
    settle(words)
    from councilbrief.builds import explain as why  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds.telling import listing  # noqa: PLC0415 - the same

    with terminal.progress(quiet=quiet) as watch:
        result = why.explain(specs, watch)
    terminal.show(line for one in result.briefings for line in listing.explained_lines(one))
    finish(result.problems, result.exit_code, quiet=quiet)


def _show_json(*, with_text: bool) -> Callable[[Read], None]:
    """Return what prints a document as JSON, in UTF-8 whatever the terminal's encoding."""
    from councilbrief.builds.extraction import json_line  # noqa: PLC0415 - only one command needs it

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return lambda read: terminal.write(json_line(read, with_text=with_text))


def _show_facts() -> Callable[[Read], None]:
    """Return what prints a document's facts for people."""
    from councilbrief.builds.telling.listing import read_lines  # noqa: PLC0415 - only one command needs it

    return lambda read: terminal.show(read_lines(read))
