"""A process that reads what may come from anybody, under limits that it lays on itself.

It is run by `quarantine.py`. A request is a file's bytes; an answer is one byte that says what
follows (`framing.py`). Nothing is pickled, so that whatever a file makes of this process stays in it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

from councilbrief.documents.framing import FAULT, LENGTH, READ, REFUSED
from councilbrief.faults import site

TOO_MUCH_MEMORY = "too-much-memory"
MOST_MEMORY = 1_000_000_000
"""Bytes of address space, where the system can limit it."""


class Unreadable(Exception):  # noqa: N818 - it is what a file is, and no fault of ours
    """A file is refused; the argument is the key of the reason."""


def serve(read: Callable[[bytes], bytes]) -> None:
    """Answer requests until there are no more."""
    _limit()
    gc.disable()  # the little that goes in circles is collected by whoever reads it
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        body = b"".join(_answer(read, requests.read(LENGTH.unpack(head)[0])))
        answers.write(LENGTH.pack(len(body)))
        answers.write(body)
        answers.flush()


def _limit() -> None:
    """Forbid this process more memory than a file may cost, and any file of its own."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows; the parent's clock still holds there
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(read: Callable[[bytes], bytes], data: bytes) -> tuple[bytes, bytes]:
    try:
        return READ, read(data)
    except Unreadable as unreadable:
        return REFUSED, str(unreadable).encode()
    except (MemoryError, RecursionError):
        return REFUSED, TOO_MUCH_MEMORY.encode()
    except Exception as fault:  # noqa: BLE001 - told as a fault of the program by whoever asked
        return FAULT, site(fault).encode()
