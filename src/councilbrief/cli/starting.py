"""The commands for whoever writes a first spec."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from councilbrief.cli import terminal
from councilbrief.cli.app import STATUS, app
from councilbrief.cli.options import finish
from councilbrief.cli.plain_help import PlainCommand


class SchemaOf(StrEnum):
    """What there is a JSON Schema of."""

    SPEC = "spec"
    THEME = "theme"
    SOURCES = "sources"
    WORDS = "words"
    EXTRACT = "extract"
    FACTS = "facts"
    BUILD = "build"
    VERIFY = "verify"


SCHEMAS = {
    SchemaOf.SPEC: ("councilbrief.briefing", "spec.schema.json"),
    SchemaOf.THEME: ("councilbrief.briefing", "theme.schema.json"),
    SchemaOf.SOURCES: ("councilbrief.documents", "sources.schema.json"),
    SchemaOf.WORDS: ("councilbrief.evidence.words", "words.schema.json"),
    SchemaOf.EXTRACT: ("councilbrief.evidence", "extract.schema.json"),
    SchemaOf.FACTS: ("councilbrief.briefing", "facts.schema.json"),
    SchemaOf.BUILD: ("councilbrief.builds", "build.schema.json"),
    SchemaOf.VERIFY: ("councilbrief.builds", "verify.schema.json"),
}


@app.command(cls=PlainCommand, epilog=STATUS)
def schema(
    of: Annotated[SchemaOf, typer.Argument(metavar="KIND", help="What the schema is of.")] = SchemaOf.SPEC,
) -> None:
    """Print a JSON Schema (draft 7).

    With that of specs, themes, sources.yaml or words an editor completes and checks what you
    write; those of extract, build and verify say what these print with --json, and that of facts
    what each PDF carries inside.
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
        finish(error.problems, error.exit_code, quiet=False)
    else:
        terminal.write("".join(f"{each.as_posix()}\n" for each in made))
        terminal.write(f"{first.next_steps(path)}\n", sys.stderr)
