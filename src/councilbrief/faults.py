"""A fault of the program itself, told as a problem, so that it stops one thing and not all."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from councilbrief.problems import CouncilBriefError, Problem, Severity


@contextmanager
def contained(kind: type[CouncilBriefError], file: str) -> Iterator[None]:
    """Turn whatever nobody foresaw into an error of a kind; errors with problems pass."""
    try:
        yield
    except CouncilBriefError:
        raise
    except Exception as fault:
        raise kind(as_problem(site(fault), file)) from fault


def site(fault: BaseException) -> str:
    """Name the place in the program where a fault arose, and never the words of a document."""
    at = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} in {Path(at.filename).name}, line {at.lineno}"


def as_problem(where: str, file: str) -> Problem:
    """Tell of a fault at a place of the program, met over a file."""
    message = f"a fault of this program ({where}); please report it, and leave this file out until then"
    return Problem(Severity.ERROR, "program-fault", message, file)
