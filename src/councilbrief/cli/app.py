"""The program itself, to which each file of commands adds its own."""

from __future__ import annotations

from typing import Annotated

import typer

import councilbrief
from councilbrief.cli import terminal

STATUS = """Exit status: 0 done; 1 check, diff or verify found something;
2 a spec, sources.yaml or a file of words has a mistake;
3 a document could not be read, and the rest was done; 4 a briefing could not be set;
5 a PDF did not say what its briefing says, and was not published; 6 a file could not be written.
Of several the highest. Warnings never change it."""

app = typer.Typer(
    name="councilbrief",
    help="Short, sourced PDF briefings from documents about inspections of children's services.",
    epilog=STATUS,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        terminal.write(f"councilbrief {councilbrief.__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass
