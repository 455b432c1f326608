"""Phrases of a user's own: settled before anything is loaded that knows phrases, and no later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from councilbrief.cli.options import finish

if TYPE_CHECKING:
    from councilbrief.builds.outcome import BuildResult

Words = Annotated[
    Path | None,
    typer.Option(
        "--words",
        metavar="FILE",
        envvar="COUNCILBRIEF_WORDS",
        readable=False,
        help="Phrases of your own, to be known beside those that the program knows.",
    ),
]


def settle(words: Path | None) -> None:
    """Have the phrases of a file used from now on; print what is wrong with them and exit."""
    if words is None:
        return
    from councilbrief.evidence.words.own import use  # noqa: PLC0415 - loads words, which --help must not
    from councilbrief.evidence.words.own_file import load_own  # noqa: PLC0415 - loads the YAML reader
    from councilbrief.problems import CouncilBriefError  # noqa: PLC0415 - needed only once a file is read

    try:
        use(load_own(words))
    except CouncilBriefError as error:
        finish(error.problems, error.exit_code, quiet=False)


def refused(words: Path | None) -> BuildResult | None:
    """Have the phrases of a file used as they are now; where it has mistakes, return what they come to.

    For commands that keep running. Where the finders know the phrases of before, the command begins again.
    """
    if words is None:
        return None
    from councilbrief.builds.keeping.digests import Digests  # noqa: PLC0415 - loads builds, which --help must not
    from councilbrief.builds.outcome import BuildResult  # noqa: PLC0415 - loads builds as well
    from councilbrief.evidence.words import own  # noqa: PLC0415 - loads words, which --help must not
    from councilbrief.evidence.words.own_file import load_own  # noqa: PLC0415 - loads the YAML reader
    from councilbrief.problems import CouncilBriefError  # noqa: PLC0415 - needed only once a file is read

    digest = Digests().tree(words)
    if own.in_force() and digest == own.digest():
        return None
    try:
        own.use(load_own(words))
    except CouncilBriefError as error:
        return BuildResult((), error.problems, error.exit_code, ((words, digest),))
    except own.SettledError:
        _begin_again()
    return None


def _begin_again() -> NoReturn:
    """Begin this very command again, in the place of this process where the system can do that."""
    command = [sys.executable, *sys.orig_argv[1:]]
    if os.name == "nt":
        raise typer.Exit(subprocess.call(command))  # noqa: S603 - this process's own arguments, no shell
    os.execv(sys.executable, command)  # noqa: S606 - this process's own arguments, no shell
