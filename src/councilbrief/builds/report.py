"""What went wrong in a build, each thing once, and what the program's exit status says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from councilbrief.problems import CouncilBriefError, ExitCode, Problem, errors


@dataclass(slots=True)
class Report:
    """The problems of a build in the order in which they turned up, and the codes that they earn."""

    problems: dict[Problem, None] = field(default_factory=dict)
    codes: set[ExitCode] = field(default_factory=set)

    @property
    def exit_code(self) -> ExitCode:
        """Return the highest code."""
        return max(self.codes, default=ExitCode.DONE)

    def add(self, problems: Iterable[Problem], code: ExitCode) -> None:
        """Take problems in; only errors earn the code."""
        every = tuple(problems)
        self.problems |= dict.fromkeys(every)
        if errors(every):
            self.codes.add(code)

    def fail(self, error: CouncilBriefError) -> None:
        """Take an error's problems in, with the code of its kind."""
        self.add(error.problems, error.exit_code)
