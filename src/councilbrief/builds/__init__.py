"""What is built, from what, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

SPECS = Path("briefings")
"""Where specs lie, if nothing else is said."""

SERIAL = "serial"
"""The engine that does everything in this process, one thing after the other."""

Watch = Callable[[int, int, str], None]
"""Called with how many briefings are done, how many there are, and the one that comes next."""


def silent(_done: int, _total: int, _name: str) -> None:
    """Watch nothing."""


def nobody() -> None:
    """Tell nobody that another build is waited for."""


@dataclass(frozen=True, slots=True)
class How:
    """How a build goes about it, whatever it makes.

    `epoch` is the SOURCE_DATE_EPOCH of the environment: the date of a PDF for which
    neither the spec nor a source gives one. `engine` says who does the work, where
    results can be kept, by its name or as an executor; it makes no difference to them.
    `waiting` is called where another build is waited for.
    """

    epoch: str | None = None
    watch: Watch = silent
    engine: str | Executor = SERIAL
    waiting: Callable[[], None] = nobody


USUALLY = How()
