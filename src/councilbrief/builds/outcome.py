"""What becomes of briefings and of whole builds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from councilbrief.briefing.facts import FactChange
from councilbrief.problems import ExitCode, Problem
from councilbrief.provenance import Source


class Status(StrEnum):
    """What became of a briefing."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one briefing: where it is published, or None; and what it draws on.

    `digest` is that of the PDF. `why` are the reasons to make it, empty where nothing
    that it rests on has changed; then what was there was left alone. `changes` are what
    its facts changed from those of the edition that it replaces, None where there was none.
    """

    spec: str
    council: str
    output: Path | None
    sources: tuple[Source, ...]
    digest: str | None = None
    why: tuple[str, ...] = ()
    changes: tuple[FactChange, ...] | None = None

    @property
    def status(self) -> Status:
        """Say in a word what became of it."""
        if self.output is None:
            return Status.FAILED
        return Status.PUBLISHED if self.why else Status.UNCHANGED

    def again(self) -> Outcome:
        """Return what is to be said when nothing has changed since."""
        return replace(self, why=(), changes=())


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made, every problem that it met, each once, and the exit code.

    `read` are the files and folders that it rests on, with their digests from before any was read.
    """

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    exit_code: ExitCode
    read: tuple[tuple[Path, str | None], ...] = ()
