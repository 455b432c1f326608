"""The commands: parse, call a face, print what it returns, exit.

Each file here adds its commands to the program; nothing that takes long to load is
imported before a command needs it, so that --help comes at once.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper

from councilbrief.cli import building, comparing, reading, schedule, starting, verifying, words
from councilbrief.cli.app import app

__all__ = ["building", "comparing", "main", "reading", "schedule", "starting", "verifying", "words"]


def main() -> None:
    """Run the program; no output device makes it crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="councilbrief")
