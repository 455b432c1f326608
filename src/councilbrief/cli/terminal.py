"""What a person sees at the terminal: lines, progress, and nothing that a terminal would obey."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import typer

# Loaded by the commands that need it, so that --help comes at once.
if TYPE_CHECKING:
    from councilbrief.builds import Watch
    from councilbrief.builds.telling.listing import Line


def waiting() -> None:
    """Say that another build is waited for."""
    write("waiting for another build in this folder to end\n", sys.stderr)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Watch]:
    """Show a bar on standard error where a person watches."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total, _name: None
        return
    from rich import progress as parts  # noqa: PLC0415 - only a terminal needs it
    from rich.console import Console  # noqa: PLC0415 - the same

    columns = (
        parts.TextColumn("{task.description}", markup=False),
        parts.BarColumn(),
        parts.MofNCompleteColumn(),
        parts.TimeElapsedColumn(),
    )
    with parts.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking", total=None)
        yield lambda done, total, name: bar.update(
            task, completed=done, total=total, description=visible(name)
        )


def show(lines: Iterable[Line]) -> None:
    """Print lines on standard output: wrapped and with bold headings on a terminal, else as they are."""
    if sys.stdout is None or not sys.stdout.isatty():
        write("".join(f"{'  ' * line.depth}{visible(line.text)}\n" for line in lines))
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.padding import Padding  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    console = Console(highlight=False)
    for line in lines:
        text = Text(visible(line.text), style="bold" if line.heading else "")
        console.print(Padding(text, (0, 0, 0, 2 * line.depth), expand=False))


def show_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows on standard output: as a table on a terminal, else with tabs between the cells."""
    if sys.stdout is None or not sys.stdout.isatty():
        write("".join("\t".join(map(visible, row)).rstrip("\t") + "\n" for row in rows))
        return
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - only a terminal needs it
    from rich.console import Console  # noqa: PLC0415 - the same
    from rich.table import Table  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    table = Table(box=SIMPLE_HEAD)
    for name in head:
        table.add_column(name, overflow="fold")  # cut nothing: a path is there to be copied
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    Console(highlight=False).print(table)


def write_json(text: str) -> None:
    """Write JSON to standard output, in UTF-8 whatever the terminal's encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    write(text)


def visible(text: str) -> str:
    """Replace what a terminal would obey: a file's name or title may hold anything."""
    return "".join(char if char.isprintable() else "�" for char in text)


def write(text: str, stream: TextIO | None = None) -> None:
    """Write to standard output or another stream; a reader that has gone away is no error."""
    target = stream or sys.stdout
    if target is None:
        return
    try:
        target.write(text)
        target.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), target.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), target.fileno())
        typer.echo(f"error: the output can't be written: {error.strerror} [write-failed]", err=True)
        raise typer.Exit(6) from None
