"""The child process that reads PDFs: bytes in, a document out.

It is run by `quarantine.py` as `python -m councilbrief.documents.pdf_reader`, under limits
that it lays on itself. A request is a PDF; an answer is one byte that says what follows
(`framing.py`): a document as `packing.py` writes it, the key of a refusal, or where a
fault of ours arose. Nothing is pickled, so that whatever a PDF makes of this process
stays in it; and all that a document's size can slow down is done here, under the clock.
"""

from __future__ import annotations

import gc
import sys

from councilbrief.documents.framing import FAULT, LENGTH, READ, REFUSED
from councilbrief.documents.from_pages import NO_TEXT, read_pages
from councilbrief.documents.packing import packed
from councilbrief.documents.pdf_pages import Unread, pages
from councilbrief.faults import site

MOST_MEMORY = 1_000_000_000
"""Bytes of address space, where the system can limit it."""


def main() -> None:
    """Answer requests until there are no more."""
    _limit()
    gc.disable()  # nothing here goes in circles, and the process is replaced before leaks could add up
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        body = b"".join(_answer(requests.read(LENGTH.unpack(head)[0])))
        answers.write(LENGTH.pack(len(body)))
        answers.write(body)
        answers.flush()


def _limit() -> None:
    """Forbid this process more memory than a document may cost, and any file."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows; the parent's clock still holds there
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(data: bytes) -> tuple[bytes, bytes]:
    try:
        paged = pages(data)
        if not paged.text.strip("\f\r\n "):
            return REFUSED, NO_TEXT.encode()
        return READ, packed(read_pages(paged))
    except Unread as unread:
        return REFUSED, unread.key.encode()
    except (MemoryError, RecursionError):
        return REFUSED, b"too-much-memory"
    except Exception as fault:  # noqa: BLE001 - told as a fault of the program by whoever asked
        return FAULT, site(fault).encode()


if __name__ == "__main__":
    main()
