"""What went wrong, as values and as errors, and the one way to write it down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitCode(IntEnum):
    """What the program's exit status says; of several, the highest is given."""

    DONE = 0
    FOUND = 1
    SPEC = 2
    DOCUMENT = 3
    RENDER = 4
    PROOF = 5
    STORE = 6


class Severity(StrEnum):
    """How much a problem matters: only an error changes the exit code."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an officer should know, where it is, and what to do about it.

    `key` is the stable name of the rule (`unknown-section`); `file` is written as the
    officer gave it; `line` and `column` count from 1 and are None where they mean nothing.
    """

    severity: Severity
    key: str
    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Write it as compilers do: `file:line:column: error: message [key]`."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        head = f"{place}: " if place else ""
        return f"{head}{self.severity.value}: {self.message} [{self.key}]"


class CouncilBriefError(Exception):
    """A failure that stops one briefing or one command, with all its problems."""

    exit_code = ExitCode.SPEC

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        """Keep the problems; there is at least one."""
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class SpecError(CouncilBriefError):
    """A spec or a manifest says something that can't be done."""

    exit_code = ExitCode.SPEC


class DocumentError(CouncilBriefError):
    """A document can't be read."""

    exit_code = ExitCode.DOCUMENT


class RenderError(CouncilBriefError):
    """A briefing can't be set: a character without a glyph, a thing that fits no page."""

    exit_code = ExitCode.RENDER


class ProofError(CouncilBriefError):
    """A PDF does not say what its briefing says."""

    exit_code = ExitCode.PROOF


class StoreError(CouncilBriefError):
    """A result can't be written."""

    exit_code = ExitCode.STORE


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those that are errors."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)
