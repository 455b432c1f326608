"""What several commands take, and how each of them ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from councilbrief.cli import terminal

if TYPE_CHECKING:
    from councilbrief.problems import ExitCode, Problem

# `readable=False` here and below leaves a path that can't be read to the faces: they report it
# and deal with the others, where typer would refuse them all.
Specs = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="SPEC", readable=False, help="Specs, or folders of specs; without any, the folder briefings."
    ),
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="ENGINE",
        help="Who does the work: serial, local (a process a core), local:4, or dask:tcp://host:8786.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on what became of each briefing.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be built and why, and write nothing.")
]
Log = Annotated[
    Path | None,
    typer.Option(
        "--log",
        metavar="FILE",
        help="Add to a file what was built and which rules spoke where; no words of documents.",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print warnings and errors, and no other messages.")
]


def finish(problems: Iterable[Problem], exit_code: ExitCode, *, quiet: bool) -> NoReturn:
    """Print problems and exit."""
    print_problems(problems, quiet=quiet)
    raise typer.Exit(exit_code)


def print_problems(problems: Iterable[Problem], *, quiet: bool) -> None:
    """Print problems on standard error, notes only where they are wanted."""
    shown = (one for one in problems if not (quiet and one.severity.value == "note"))
    terminal.write("".join(f"{terminal.visible(str(one))}\n" for one in shown), sys.stderr)
