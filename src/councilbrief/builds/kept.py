"""What builds keep for the next one: results, by the fingerprint of all that they rest on.

It lies in `.councilbrief` in the output folder and may be deleted at any time; the next
build then takes as long as the first, and gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from pathlib import Path

from councilbrief.builds.digests import Digests
from councilbrief.builds.files import Files
from councilbrief.builds.store import Store
from councilbrief.builds.versions import program
from councilbrief.problems import Problem, Severity, StoreError

FOLDER = ".councilbrief"
_INDEX = "files.json"
_DIGEST = 32
"""Bytes at the start of each result: the SHA-256 of its key and the rest, so that a torn one is none."""


class Kept:
    """Results under keys. Nothing here ever fails: what can't be had is made anew."""

    def __init__(self, out: Path, files: Files | None = None, *, dry: bool = False) -> None:
        """Open what lies beside the briefings of an output folder; dry, nothing is written."""
        self.folder = out / FOLDER
        self._files, self.dry = files, dry
        self._failed: Problem | None = None

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
        data = self._read(self._place(key) / key)
        if data is None or _sealed(key, data[_DIGEST:]) != data:
            return None
        return zlib.decompress(data[_DIGEST:])

    def put(self, key: str, result: bytes) -> None:
        """Keep a result under a key."""
        self._write(self._place(key), key, _sealed(key, zlib.compress(result, 1)))

    def noted(self, name: str) -> bytes | None:
        """Return what was noted of a briefing, by its file's name."""
        return self._read(self.folder / "editions" / name)

    def note(self, name: str, data: bytes) -> None:
        """Note what a briefing was made of."""
        self._write(self.folder / "editions", name, data)

    def held(self) -> AbstractContextManager[None]:
        """Keep other builds out of the output folder; raise StoreError where one stays for too long."""
        from councilbrief.builds.lock import held  # noqa: PLC0415 - a build of nothing holds nothing

        return nullcontext() if self.dry else held(self.folder)

    def close(self) -> tuple[Problem, ...]:
        """Keep what was learnt of files; return why results could not be kept, if so."""
        index = self.digests.dump()
        if index is not None:
            self._write(self.folder, _INDEX, index)
        return (self._failed,) if self._failed else ()

    def _place(self, key: str) -> Path:
        return self.folder / "results" / key[:2]

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError:
            return None

    def _write(self, folder: Path, name: str, data: bytes) -> None:
        if self.dry or self._failed:
            return
        try:
            Store(folder, self._files, lasting=False).publish(name, data)
        except StoreError as error:
            message = f"{error.problems[0].message}; the next build takes as long as this one"
            where = self.folder.as_posix()
            self._failed = Problem(Severity.WARNING, "results-not-kept", message, where)


def _sealed(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest() + data
