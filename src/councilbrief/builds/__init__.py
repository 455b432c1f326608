"""What is built, from what, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

SPECS = Path("briefings")
"""Where specs lie, if nothing else is said."""

Watch = Callable[[int, int, str], None]
"""Called with how many briefings are done, how many there are, and the one that comes next."""


def silent(_done: int, _total: int, _name: str) -> None:
    """Watch nothing."""
