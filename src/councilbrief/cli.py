"""The commands: parse, call a face, print what it returns, exit."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import councilbrief
from councilbrief import terminal
from councilbrief.plain_help import PlainCommand

# Everything else is loaded by the command that needs it, so that --help comes at once.
if TYPE_CHECKING:
    from councilbrief.builds.reading import Read
    from councilbrief.problems import ExitCode, Problem

STATUS = """Exit status: 0 done; 1 check found something; 2 a spec or sources.yaml has a mistake;
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

# `readable=False` here and below leaves a path that can't be read to the faces: they report it
# and deal with the others, where typer would refuse them all.
Specs = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="SPEC", readable=False, help="Specs, or folders of specs; without any, the folder briefings."
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print warnings and errors, and no other messages.")
]


class SchemaOf(StrEnum):
    """What there is a JSON Schema of."""

    SPEC = "spec"
    SOURCES = "sources"
    EXTRACT = "extract"


SCHEMAS = {
    SchemaOf.SPEC: ("councilbrief.briefing", "spec.schema.json"),
    SchemaOf.SOURCES: ("councilbrief.documents", "sources.schema.json"),
    SchemaOf.EXTRACT: ("councilbrief.evidence", "extract.schema.json"),
}


def main() -> None:
    """Run the program; no output device makes it crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="councilbrief")


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


@app.command(cls=PlainCommand, epilog=STATUS)
def build(
    *,
    specs: Specs = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the PDFs.")] = Path("out"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be built and why, and write nothing.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Build briefings, and say from which documents.

    Only what has changed is made again: what was read, found and built before is kept
    in the folder .councilbrief beside the PDFs, which may be deleted at any time.

    A PDF's date is its spec's as_at, or that of its newest source. Where neither is
    given it is SOURCE_DATE_EPOCH (seconds since 1970), if that is set, or 2000-01-01.
    """
    from councilbrief.builds import kept, listing, run, store  # noqa: PLC0415 - only this command needs it

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    output = store.Store(out, kept=kept.Kept(out, dry=dry_run))
    with terminal.progress(quiet=quiet) as watch:
        result = run.build(specs or (), output, epoch=epoch, watch=watch)
    published = [one for one in result.outcomes if one.output]
    lines = listing.planned_lines if dry_run else listing.built_lines
    if not quiet:
        terminal.show(line for one in published for line in lines(one))
    _finish(result.problems, result.exit_code, quiet=quiet)


@app.command(cls=PlainCommand, epilog=STATUS)
def check(*, specs: Specs = None, quiet: Quiet = False) -> None:
    """Find what would stop or spoil a build, and write nothing.

    Specs, their libraries and documents are read, and the briefings put together.
    """
    from councilbrief.builds import listing, making  # noqa: PLC0415 - only this command needs it

    with terminal.progress(quiet=quiet) as watch:
        result = making.check(specs or (), watch=watch)
    if not quiet:
        terminal.show(line for one in result.outcomes for line in listing.outcome_lines(one))
    _finish(result.problems, result.exit_code, quiet=quiet)


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
    quiet: Quiet = False,
) -> None:
    """Print the facts that documents state.

    These are inspections, judgements, strengths, areas for improvement and quotations.
    """
    from councilbrief.builds import extraction  # noqa: PLC0415 - only this command needs it

    if with_text and not as_json:
        message = "the text goes with --json"
        raise typer.BadParameter(message, param_hint="--with-text")
    show = _show_json(with_text=with_text) if as_json else _show_facts()
    report = extraction.extract(paths, show)
    _finish(report.problems, report.exit_code, quiet=quiet)


@app.command(cls=PlainCommand, epilog=STATUS)
def explain(
    *,
    specs: Annotated[
        list[Path], typer.Argument(metavar="SPEC", readable=False, help="The specs of the briefings.")
    ],
    quiet: Quiet = False,
) -> None:
    """Print why a briefing says what it says.

    Each statement comes with the file, the place and the rule that it rests on.
    """
    from councilbrief.builds import explain as why  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds import listing  # noqa: PLC0415 - the same

    with terminal.progress(quiet=quiet) as watch:
        result = why.explain(specs, watch)
    terminal.show(line for one in result.briefings for line in listing.explained_lines(one))
    _finish(result.problems, result.exit_code, quiet=quiet)


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
    quiet: Quiet = False,
) -> None:
    """Tabulate each council's newest grades.

    Only Ofsted's reports of inspections that gave grades count. Councils of which no
    report is at hand have a row that says so. Grades that are not compared with those
    of the day's framework are shown and not counted.
    """
    from councilbrief.builds import kept, listing, store  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds import national as table  # noqa: PLC0415 - the same

    asked = table.Asked(tuple(libraries), as_at, briefings)
    output = store.Store(out, kept=kept.Kept(out))
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    with terminal.progress(quiet=quiet) as watch:
        result = table.build_national(asked, output, epoch=epoch, watch=watch)
    if not quiet:
        terminal.show(listing.national_lines(result))
    _finish(result.problems, result.exit_code, quiet=quiet)


@app.command(cls=PlainCommand, epilog=STATUS)
def schema(
    of: Annotated[SchemaOf, typer.Argument(metavar="KIND", help="What the schema is of.")] = SchemaOf.SPEC,
) -> None:
    """Print a JSON Schema (draft 7).

    With that of specs or of sources.yaml an editor completes and checks what you write;
    that of extract says what `extract --json` prints.
    """
    from importlib import resources  # noqa: PLC0415 - only this command needs it

    package, name = SCHEMAS[of]
    terminal.write((resources.files(package) / name).read_text(encoding="utf-8"))


@app.command(cls=PlainCommand, epilog=STATUS)
def init(
    path: Annotated[Path, typer.Argument(metavar="SPEC", help="The spec to write.")] = Path(
        "briefings/first.yaml"
    ),
) -> None:
    """Write a commented first spec.

    Beside it come the folder for its documents and the schema for your editor. What is
    there already is never overwritten.
    """
    from councilbrief.builds import first  # noqa: PLC0415 - only this command needs it
    from councilbrief.problems import CouncilBriefError  # noqa: PLC0415 - the same

    try:
        made = first.write_first_spec(path)
    except CouncilBriefError as error:
        _finish(error.problems, error.exit_code, quiet=False)
    else:
        terminal.write("".join(f"{each.as_posix()}\n" for each in made))
        terminal.write(f"{first.next_steps(path)}\n", sys.stderr)


def _show_json(*, with_text: bool) -> Callable[[Read], None]:
    """Return what prints a document as JSON, in UTF-8 whatever the terminal's encoding."""
    from councilbrief.builds.extraction import json_line  # noqa: PLC0415 - only one command needs it

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return lambda read: terminal.write(json_line(read, with_text=with_text))


def _show_facts() -> Callable[[Read], None]:
    """Return what prints a document's facts for people."""
    from councilbrief.builds.listing import read_lines  # noqa: PLC0415 - only one command needs it

    return lambda read: terminal.show(read_lines(read))


def _finish(problems: Iterable[Problem], exit_code: ExitCode, *, quiet: bool) -> NoReturn:
    """Print problems on standard error, notes only where they are wanted, and exit."""
    shown = (one for one in problems if not (quiet and one.severity.value == "note"))
    terminal.write("".join(f"{terminal.visible(str(one))}\n" for one in shown), sys.stderr)
    raise typer.Exit(exit_code)
