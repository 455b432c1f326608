"""The machine's clock, and the signals by which a program that keeps running is asked to end."""

from __future__ import annotations

import datetime as dt
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self

_STEP = 0.25
"""Seconds after which a sleeper looks whether it is asked to end."""


class Machine:
    """The time of this machine; within its context, signals to end are noted and not obeyed at once."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self.stopped = False
        self._before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def now(self) -> dt.datetime:
        """Return the time."""
        return dt.datetime.now(dt.UTC)

    def sleep(self, seconds: float) -> None:
        """Sleep for so long, or until asked to end."""
        until = time.monotonic() + seconds
        while not self.stopped and (rest := until - time.monotonic()) > 0:
            time.sleep(min(rest, _STEP))

    def __enter__(self) -> Self:
        for number in self._before:
            signal.signal(number, self._ask)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _ask(self, number: int, _frame: FrameType | None) -> None:
        self.stopped = True
        signal.signal(number, self._before[signal.Signals(number)])  # a second one ends the program at once

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Keep Ctrl+C from the processes that a build starts; this one learns of it afterwards.

        A terminal sends it to all of them, and a reader that dies would leave a document out.
        """
        if not hasattr(signal, "pthread_sigmask"):  # Windows
            yield
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
