"""What builds keep for the next one: results, by the fingerprint of all that they rest on.

It lies in `.councilbrief` in the output folder and may be deleted at any time; the next
build then takes as long as the first, and gives the same bytes. Results that no command
rests on any longer, or that another version of the program made, are cleared away.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from councilbrief.builds import nobody
from councilbrief.builds.files import Files
from councilbrief.builds.keeping.digests import Digests
from councilbrief.builds.keeping.versions import program
from councilbrief.builds.store import Store
from councilbrief.evidence.words import own
from councilbrief.problems import Problem, Severity, StoreError

FOLDER = ".councilbrief"
PRIVATE = 0o700
"""What was read in documents may name people: it is for the eyes of whoever builds."""
_INDEX = "files.json"
_USED = ".used"
_FORGOTTEN = 100 * 24 * 60 * 60
"""Seconds after which a command that has made nothing new holds no results any longer."""
_PROGRAM = 16
"""Characters of the program's fingerprint that tell its results from those of others."""
ONE_AT_A_TIME = threading.Lock()
"""Held over a task that was sent: a cluster's worker may have threads, and not all libraries take two."""
_DIGEST = 32
"""Bytes at the start of each result: the SHA-256 of its key and the rest, so that a torn one is none."""


class Kept:
    """Results under keys. Nothing here ever fails: what can't be had is made anew."""

    def __init__(self, out: Path, files: Files | None = None, *, dry: bool = False) -> None:
        """Open what lies beside the briefings of an output folder; dry, nothing is written."""
        self.out, self.folder = out, out / FOLDER
        self._files, self.dry = files, dry
        self._failed: Problem | None = None
        self._used: set[str] = set()

    @property
    def lasts(self) -> bool:
        """Say whether what is put here can be had again."""
        return not self.dry and self._failed is None

    @property
    def desk(self) -> Desk:
        """Return what other processes need to keep their results here too."""
        return Desk(self.out.absolute(), self.program, own.digest())

    @cached_property
    def digests(self) -> Digests:
        """Return the digests of files."""
        return Digests(self._read(self.folder / _INDEX))

    @cached_property
    def program(self) -> str:
        """Return the fingerprint of the program."""
        return program(self.digests.file)

    def key(self, step: str, *parts: object) -> str:
        """Return the fingerprint of a step and of all that it rests on, which JSON can write."""
        rests_on = json.dumps([self.program, step, parts], sort_keys=True)
        return hashlib.sha256(rests_on.encode("utf-8", "surrogatepass")).hexdigest()

    def get(self, key: str) -> bytes | None:
        """Return the result under a key, None where there is none that is whole."""
        result = self._unsealed(self._place(key), key)
        if result is not None:
            self.use(key)
        return result

    def put(self, key: str, result: bytes) -> None:
        """Keep a result under a key."""
        self.use(key)
        self._write(self._place(key), key, _sealed(key, zlib.compress(result, 1)))

    def use(self, *keys: str) -> None:
        """Note that the command under way rests on the results under some keys, whoever made them."""
        self._used.update(keys)

    def last(self, command: str) -> bytes | None:
        """Return what was told of a whole command, by its key."""
        return self._unsealed(self._commands, command)

    def settle(self, command: str, told: bytes | None) -> None:
        """Tell what became of a whole command, if that will hold, and clear away what none rests on."""
        self._write(self._commands, f"{command}{_USED}", "\n".join(sorted(self._used)).encode())
        if told is not None:
            self._write(self._commands, command, _sealed(command, zlib.compress(told, 1)))
        if self.lasts:
            with suppress(OSError):  # what can't be cleared away does no harm
                self._clear()

    def noted(self, name: str) -> bytes | None:
        """Return what was noted of a briefing, by its file's name."""
        return self._read(self.folder / "editions" / name)

    def note(self, name: str, data: bytes) -> None:
        """Note what a briefing was made of."""
        self._write(self.folder / "editions", name, data)

    def held(self, waiting: Callable[[], None] = nobody) -> AbstractContextManager[None]:
        """Keep other builds out of the output folder; raise StoreError where one stays for too long.

        `waiting` is called where another is waited for.
        """
        from councilbrief.builds.keeping.lock import held  # noqa: PLC0415 - a build of nothing holds nothing

        return nullcontext() if self.dry else held(self.folder, PRIVATE, waiting)

    def close(self) -> tuple[Problem, ...]:
        """Keep what was learnt of files; return why results could not be kept, if so."""
        index = self.digests.dump()
        if index is not None:
            self._write(self.folder, _INDEX, index)
        return (self._failed,) if self._failed else ()

    @cached_property
    def _results(self) -> Path:
        return self.folder / "results" / self.program[:_PROGRAM]

    @cached_property
    def _commands(self) -> Path:
        return self._results / "commands"

    def _place(self, key: str) -> Path:
        return self._results / key[:2]

    def _unsealed(self, folder: Path, key: str) -> bytes | None:
        data = self._read(folder / key)
        if data is None or _sealed(key, data[_DIGEST:]) != data:
            return None
        return zlib.decompress(data[_DIGEST:])

    def _clear(self) -> None:
        """Remove what other versions of the program made, and what no command that is known rests on."""
        for other in self._results.parent.iterdir():
            if other != self._results:
                shutil.rmtree(other, ignore_errors=True)
        lists = list(self._commands.glob(f"*{_USED}"))
        for path in [path for path in lists if time.time() - path.stat().st_mtime > _FORGOTTEN]:
            lists.remove(path)
            path.unlink()
            path.with_suffix("").unlink(missing_ok=True)
        used = {key for path in lists for key in path.read_text().split()}
        for folder in self._results.iterdir():
            if folder != self._commands:
                for result in folder.iterdir():
                    if result.name not in used:
                        result.unlink()

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError:
            return None

    def _write(self, folder: Path, name: str, data: bytes) -> None:
        if self.dry or self._failed:
            return
        with suppress(OSError):  # publishing tells what is wrong
            self.folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        try:
            Store(folder, self._files, lasting=False).publish(name, data)
        except StoreError as error:
            message = f"{error.problems[0].message}; the next build takes as long as this one"
            where = self.folder.as_posix()
            self._failed = Problem(Severity.WARNING, "results-not-kept", message, where)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a process that is sent tasks keeps what comes of them, for which program, by whose phrases.

    `words` is the digest of a user's own phrases, empty where there are none.
    """

    out: Path
    program: str
    words: str = ""

    def kept(self) -> Kept:
        """Return what is kept there; raise LookupError where this process has another program or phrases."""
        kept = Kept(self.out)
        if (kept.program, own.digest()) != (self.program, self.words):
            raise LookupError
        kept.digests = _digests(self.out)
        return kept


@cache
def _digests(out: Path) -> Digests:
    """Return the digests that are known in a folder, once a process: many tasks ask for them."""
    return Kept(out).digests


def _sealed(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest() + data
