"""The time, as it is handed in: nothing here ever asks the machine for it."""

from __future__ import annotations

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Tells the time and lets it pass."""

    def now(self) -> dt.datetime:
        """Return the time, with its zone."""

    def sleep(self, seconds: float) -> None:
        """Let so many seconds pass, or fewer where there is a reason to wake."""
