"""The digests of files, computed once and known again by what the file system says of them."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SETTLED = 2_000_000_000
"""Nanoseconds that a file must have been left alone when it was read: some systems count time no finer."""


class Digests:
    """SHA-256 of files and folders; a file of the same size and times of change is not read again."""

    def __init__(self, known: bytes | None = None) -> None:
        """Begin with what `dump` wrote once, if it can be made out."""
        self._known: dict[str, list[int | str]] = {}
        self._fresh = False
        with suppress(ValueError, AttributeError):
            told = json.loads(known or b"{}")
            self._known = {path: row for path, row in told.items() if _is_row(row)}

    def file(self, path: Path) -> str | None:
        """Return the digest of a file, None where it can't be read or is none."""
        try:
            status = path.stat()
            name = os.path.abspath(path)  # noqa: PTH100 - resolving asks the disk about every folder above
            # what a program sets back, the time of its contents, still shows as a change of the file itself
            seen = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
            row = self._known.get(name)
            if row is not None and row[:-1] == seen:
                return str(row[-1])
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return None
        if time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) > SETTLED:
            self._known[name] = [*seen, digest]
            self._fresh = True
        return digest

    def tree(self, path: Path) -> str | None:
        """Return the digest of a file, or of all that is in a folder; None where some can't be read.

        Names that begin with a dot are left out, as they are in libraries.
        """
        if not path.is_dir():
            return self.file(path)
        whole, closed = hashlib.sha256(), list[str]()
        for each in _below(path, closed):
            digest = self.file(each)
            if digest is None:
                return None
            link = each.readlink() if each.is_symlink() else ""  # what it leads to may lie outside
            line = f"{each.relative_to(path).as_posix()}\0{digest}\0{link}\n"
            whole.update(line.encode("utf-8", "surrogatepass"))
        whole.update("\n".join(sorted(closed)).encode("utf-8", "surrogatepass"))
        return whole.hexdigest()

    def dump(self) -> bytes | None:
        """Return what to begin with the next time, None where nothing new was learnt."""
        return json.dumps(self._known).encode() if self._fresh else None


def _below(folder: Path, closed: list[str]) -> Iterator[Path]:
    """Yield the files below a folder in order, and note the folders that can't be looked into.

    A folder that a link leads to is not entered.
    """
    for here, folders, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))


def _is_row(row: object) -> bool:
    return isinstance(row, list) and [type(part) for part in row] == [int, int, int, int, str]
