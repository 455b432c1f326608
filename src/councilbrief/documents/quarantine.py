"""A reader in quarantine: a child process that a document may hang, crash or fill without harm.

What a document may cost: 60 seconds, 1 GB of memory, 20 MB of text and 2,000 pages. The
child lays the limits of memory, text and pages on itself (`confined.py`); the clock runs
here. One child reads one document after the other, so that it costs a start only once; one
that dies or must be killed is a refusal of that document, and the next gets a new child.

Not guarded against: a child that a document takes over can read what its user can read. It
has no file to write (on Windows that is not enforced) and its answer is parsed as numbers
and text only.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from councilbrief.documents.confined import TOO_MUCH_MEMORY
from councilbrief.documents.framing import LENGTH, READ, REFUSED, Kind

SECONDS = 60.0
"""How long a document may take."""

MOST_ANSWER = 400_000_000
"""Bytes; an answer that is said to be longer is not believed."""

MOST_READ = 1_000
"""Documents after which a child is replaced, lest leaks of the library add up."""

_SPENT = REFUSED + TOO_MUCH_MEMORY.encode()
"""The answer of a child that ran out of memory: what it still holds would make the next files too large."""

TOO_SLOW, READER_DIED, NO_READER = "too-slow", "reader-died", "no-reader"
READER = ("-P", "-m", "councilbrief.documents.reader")
"""With -P nothing is imported from the folder in which the program happens to run."""


@dataclass(frozen=True, slots=True)
class Refusal(Exception):  # noqa: N818 - an outcome to tell the officer of, not a fault of ours
    """There is no document: the child refused it by a key of its own, or did not answer.

    Then the key is `too-slow`, `reader-died`, or `no-reader` where it answers nothing at
    all. `fault` is where a fault of this program arose, empty where there was none.
    """

    key: str
    fault: str = ""


class Quarantine:
    """A child process that reads documents, started when it is first needed."""

    def __init__(self, reader: Sequence[str] = READER, seconds: float = SECONDS) -> None:
        """Say what the child runs, as arguments to Python, and how long it may take a document."""
        self._reader, self._seconds = tuple(reader), seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = self._read = 0
        self._lock = threading.Lock()

    def read(self, data: bytes) -> bytes:
        """Return the child's answer to a document; raise Refusal where there is none."""
        with self._lock:
            answer, late = self._answer(data)
            if answer is not None:
                return answer
            if late:
                raise Refusal(TOO_SLOW)
            works, _ = self._answer(b"")  # or was the document too much only because no child works here?
            raise Refusal(NO_READER if works is None else READER_DIED)

    def _answer(self, data: bytes) -> tuple[bytes | None, bool]:
        """Return what the child answers, None where it died, and whether it was stopped for its time."""
        child = self._ready()
        late = threading.Event()
        timer = threading.Timer(self._seconds, _stop, (child, late))
        timer.daemon = True
        timer.start()
        try:
            answer = _ask(child, data)
        finally:
            timer.cancel()
        self._read += 1
        if answer is None or answer == _SPENT:
            self._end()
        return answer, late.is_set()

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def _ready(self) -> subprocess.Popen[bytes]:
        """Return a child that is this process's own and still young."""
        if self._owner != os.getpid():
            self._child = None  # a fork's copy of the handle: the child belongs to the parent
        if self._read >= MOST_READ:
            self._end()
        if self._child is None or self._child.poll() is not None:
            self._child, self._owner, self._read = self._start(), os.getpid(), 0
        return self._child

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(entry for entry in sys.path if entry)
        return subprocess.Popen(  # noqa: S603 - our own module, no word of a document in the arguments
            [sys.executable, *self._reader],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _ask(child: subprocess.Popen[bytes], data: bytes) -> bytes | None:
    """Send a document and return the answer, None where the child went away over it."""
    if child.stdin is None or child.stdout is None:
        return None
    try:
        child.stdin.write(LENGTH.pack(len(data)))
        child.stdin.write(data)
        child.stdin.flush()
        head = child.stdout.read(LENGTH.size)
        length = LENGTH.unpack(head)[0] if len(head) == LENGTH.size else MOST_ANSWER + 1
        if length > MOST_ANSWER:
            return None
        answer = child.stdout.read(length)
    except OSError:  # the pipe broke
        return None
    return answer if len(answer) == length else None


_quarantine = Quarantine()
atexit.register(_quarantine.close)


def read_in_quarantine(kind: Kind, data: bytes) -> bytes:
    """Return the document that a file of a kind is, packed; raise Refusal where it is none."""
    return opened(_quarantine.read(kind.value + data))


def opened(answer: bytes) -> bytes:
    """Return the document that is in an answer; raise Refusal where there is another reason."""
    told, body = answer[:1], answer[1:]
    if told == READ:
        return body
    said = body.decode("ascii", "replace")
    raise Refusal(said) if told == REFUSED else Refusal(READER_DIED, fault=said)
