"""One build at a time in an output folder; a build that comes second waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from councilbrief.problems import Problem, Severity, StoreError

NAME = "lock"
LONGEST_WAIT = 600.0
"""Seconds; a build of all councils takes one."""


@contextmanager
def held(folder: Path, mode: int, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a folder of kept results, and so the output folder above it.

    It is made with a mode, if need be. `waiting` is called where another build holds it.

    The system gives the lock back when a process ends, however it ends. Where none can be
    had, as on a disk that is full or read-only, the build goes on: publishing is safe without,
    and says what is wrong. Raises StoreError where another build holds it for too long.
    """
    lock = FileLock(folder / NAME)
    try:
        folder.mkdir(mode=mode, parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire(timeout=LONGEST_WAIT)
    except Timeout as error:
        message = (
            f"another build has been writing here for {LONGEST_WAIT:.0f} seconds; "
            "let it end, or stop it, or give another folder with --out"
        )
        raise StoreError(Problem(Severity.ERROR, "busy", message, folder.parent.as_posix())) from error
    except (OSError, NotImplementedError):  # no room or no right to make it; a disk that knows no locks
        yield
        return
    try:
        yield
    finally:
        lock.release()
