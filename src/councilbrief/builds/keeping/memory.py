"""Whole builds, known again: where nothing that one read or wrote has changed, its result is what it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from councilbrief.builds.keeping.kept import Kept
from councilbrief.problems import ExitCode, Problem

if TYPE_CHECKING:
    from pydantic import TypeAdapter

UNSTEADY = frozenset(
    {
        "too-slow",
        "too-much-memory",
        "reader-died",
        "no-reader",
        "unreadable-file",
        "worker-died",
        "engine-failed",
    }
)
"""Problems that the next build may not meet, though no file has changed."""


class Result(Protocol):
    """What a command gives, whatever it makes."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what it met on the way."""

    @property
    def exit_code(self) -> ExitCode:
        """Return what the program's exit status says of it."""


R = TypeVar("R", bound=Result)


@dataclass(frozen=True, slots=True)
class Made(Generic[R]):
    """A result, the files and folders read for it with their digests from before, and the files written."""

    result: R
    read: Mapping[Path, str | None]
    written: Iterable[Path]


class Memory(Generic[R]):
    """The last result of one command, with all files and folders that it read and wrote."""

    def __init__(self, kept: Kept, kind: type[R], *command: object) -> None:
        """Open what is kept of a command, whose results are of a kind."""
        self._kept, self._kind = kept, kind
        self._key = kept.key(kind.__name__, *command)

    def recall(self) -> R | None:
        """Return the result, None where something is not as it was then."""
        told = self._kept.last(self._key)
        if told is None:
            return None
        files, result = json.loads(told)
        if any(self._kept.digests.tree(Path(path)) != digest for path, digest in files.items()):
            return None
        return self._results.validate_python(result)

    def settle(self, make: Callable[[], Made[R]], waiting: Callable[[], None]) -> tuple[R, bool]:
        """Recall the result, or make and keep it, one build at a time; say whether it was recalled.

        `waiting` is called where another build is waited for.
        Raises StoreError where another build goes on for too long.
        """
        known = self.recall()
        if known is not None:
            return known, True
        with self._kept.held(waiting):
            known = self.recall()  # what another build made while this one waited
            if known is not None:
                return known, True
            made = make()
            self._kept.settle(self._key, self._told(made))
            return made.result, False

    def _told(self, made: Made[R]) -> bytes | None:
        """Write down a result and the digests of its files; None where it may not hold."""
        tree, result = self._kept.digests.tree, made.result
        if not _is_steady(result.exit_code, result.problems):
            return None
        if any(tree(path) != digest for path, digest in made.read.items()):
            return None
        digests = {path.as_posix(): tree(path) for path in (*made.read, *made.written)}
        if None in digests.values():
            return None
        told = [digests, self._results.dump_python(result, mode="json")]
        return json.dumps(told).encode("utf-8", "surrogatepass")

    @cached_property
    def _results(self) -> TypeAdapter[R]:
        from pydantic import TypeAdapter  # noqa: PLC0415 - made only where something is recalled or kept

        return TypeAdapter(self._kind)


def _is_steady(code: ExitCode, problems: Sequence[Problem]) -> bool:
    return code < ExitCode.RENDER and not any(problem.key in UNSTEADY for problem in problems)
