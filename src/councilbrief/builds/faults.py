"""A fault of the program itself, told as a problem, so that it stops one thing and not all."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from councilbrief.problems import CouncilBriefError, Problem, Severity


@contextmanager
def contained(kind: type[CouncilBriefError], file: str) -> Iterator[None]:
    """Turn whatever nobody foresaw into an error of a kind; errors with problems pass.

    The message names the place in the program and never the words of a document.
    """
    try:
        yield
    except CouncilBriefError:
        raise
    except Exception as fault:
        at = traceback.extract_tb(fault.__traceback__)[-1]
        where = f"{type(fault).__name__} in {Path(at.filename).name}, line {at.lineno}"
        message = f"a fault of this program ({where}); please report it, and leave this file out until then"
        raise kind(Problem(Severity.ERROR, "program-fault", message, file)) from fault
