"""The few calls of the file system that publishing needs, so that each can be made to fail."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from stat import S_ISREG
from typing import Protocol

# What a system without these flags has no need of.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = getattr(os, "O_DIRECTORY", None)


class Files(Protocol):
    """What a store asks of a file system; every call may raise OSError."""

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it; one that is there is left as it is."""

    def names(self, folder: Path) -> tuple[str, ...]:
        """Return the names in a folder."""

    def changed(self, path: Path) -> float:
        """Return when a file was last changed, in seconds since 1970, links not followed."""

    def is_plain(self, path: Path) -> bool | None:
        """Say whether a path is a plain file, links not followed; None where nothing is there."""

    def create(self, path: Path) -> int:
        """Make a new file for writing; fail where anything is there."""

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of the bytes and say how many."""

    def sync(self, handle: int) -> None:
        """Wait until the bytes are on the disk."""

    def close(self, handle: int) -> None:
        """Close a file."""

    def replace(self, old: Path, new: Path) -> None:
        """Put a file in the place of another, in one step."""

    def sync_folder(self, folder: Path) -> None:
        """Wait until a folder's names are on the disk."""

    def remove(self, path: Path) -> None:
        """Remove a file."""


class DiskFiles:
    """The file system of the machine."""

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it."""
        path.mkdir(parents=True, exist_ok=True)

    def names(self, folder: Path) -> tuple[str, ...]:
        """Return the names in a folder, in order."""
        return tuple(sorted(path.name for path in folder.iterdir()))

    def changed(self, path: Path) -> float:
        """Return when a file was last changed."""
        return path.lstat().st_mtime

    def is_plain(self, path: Path) -> bool | None:
        """Say whether a path is a plain file; None where nothing is there."""
        try:
            return S_ISREG(path.lstat().st_mode)
        except FileNotFoundError:
            return None

    def create(self, path: Path) -> int:
        """Make a new file; the rights are those that the user's mask leaves."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW, 0o666)

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of the bytes."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Wait until the bytes are on the disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close a file."""
        os.close(handle)

    def replace(self, old: Path, new: Path) -> None:
        """Put a file in the place of another."""
        old.replace(new)

    def sync_folder(self, folder: Path) -> None:
        """Wait until a folder's names are on the disk, where the system can do that at all."""
        if _FOLDER is None:
            return
        handle = os.open(folder, os.O_RDONLY | _FOLDER)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno != errno.EINVAL:  # some network folders know no such thing
                raise
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()
