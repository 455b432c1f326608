"""The output folder: a briefing appears there whole, or not at all."""

from __future__ import annotations

import errno
import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from councilbrief.builds.files import DiskFiles, Files
from councilbrief.problems import Problem, Severity, StoreError

if TYPE_CHECKING:
    from councilbrief.builds.keeping.kept import Kept

# Hidden, and nobody else's: `.councilbrief-3f9a….tmp`.
STRAY_START, STRAY_END = ".councilbrief-", ".tmp"
# A file under way lives for milliseconds. A stray must be older than this many seconds
# when a build begins, so that a build beside it never loses the file that it is writing.
STRAY_AGE = 60.0
_FORBIDDEN = frozenset('/\\:\0*?"<>|')
_RIGHTS = "you may not write there, or a program holds the file open; close it or give another --out"
_ADVICE: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: ("disk-full", "the disk is full; free some space and build again"),
    errno.EDQUOT: ("disk-full", "your share of the disk is used up; free some space and build again"),
    errno.EFBIG: ("disk-full", "the disk takes no file of this size; give another folder with --out"),
    errno.EROFS: ("not-writable", "the disk is read-only; give another folder with --out"),
    errno.EACCES: ("not-writable", _RIGHTS),
    errno.EPERM: ("not-writable", _RIGHTS),
    errno.ENOTDIR: ("not-writable", "a part of the path is no folder; give another folder with --out"),
    errno.EEXIST: ("not-writable", "a file stands where the folder should be; give another with --out"),
}
_OTHERWISE = ("write-failed", "see that the folder is there and can be written to, and build again")


class Store:
    """The folder of finished briefings.

    Whatever happens, a name in it holds the old bytes or the new ones. All writing goes
    through `publish`, which is where one writer at a time would be seen to.
    """

    def __init__(
        self, folder: Path, files: Files | None = None, *, kept: Kept | None = None, lasting: bool = True
    ) -> None:
        """Open a folder; nothing is touched before something is published.

        `kept` is what earlier builds kept beside the briefings. What need not outlast a
        power cut (`lasting`) is not waited for.
        """
        self.folder, self.kept, self._lasting = folder, kept, lasting
        self._files = files or DiskFiles()
        self._opened = time.time()
        self._swept = False

    def publish(self, name: str, data: bytes) -> Path:
        """Write a file under a name, in the place of one that is there.

        Raises StoreError, with the path, the number of bytes and what to do; what was
        there before is then unharmed.
        """
        target = self.folder / name
        if not name or name in {".", ".."} or _FORBIDDEN & set(name):
            raise _refusal(target, "bad-name", "the name leaves the output folder; give a plain file name")
        try:
            self._prepare()
            if self._files.is_plain(target) is False:
                message = "a link or a folder stands there, and is left alone; move it away and build again"
                raise _refusal(target, "not-a-file", message)
            self._put(target, data)
        except OSError as error:
            raise _failure(target, len(data), error) from error
        return target

    def _prepare(self) -> None:
        """Make the folder, and once a build remove what broken ones left."""
        self._files.make_folder(self.folder)
        if not self._swept:
            self._swept = True
            with suppress(OSError):  # what can't be swept does no harm
                self._sweep()

    def _sweep(self) -> None:
        for name in self._files.names(self.folder):
            if not (name.startswith(STRAY_START) and name.endswith(STRAY_END)):
                continue
            stray = self.folder / name
            with suppress(OSError):
                if self._files.changed(stray) < self._opened - STRAY_AGE:
                    self._files.remove(stray)

    def _put(self, target: Path, data: bytes) -> None:
        """Write beside the target, make sure of the bytes, then take its place in one step."""
        beside = self.folder / f"{STRAY_START}{secrets.token_hex(8)}{STRAY_END}"
        handle = self._files.create(beside)
        try:
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[self._files.write(handle, rest) :]
                if self._lasting:
                    self._files.sync(handle)
            finally:
                self._files.close(handle)
            self._files.replace(beside, target)
        except BaseException:
            with suppress(OSError):
                self._files.remove(beside)
            raise
        if not self._lasting:
            return
        try:
            self._files.sync_folder(self.folder)
        except OSError as error:
            message = f"it is in its place, but may not survive a power cut ({error.strerror}); build again"
            raise _refusal(target, "not-settled", message) from error


def _refusal(target: Path, key: str, message: str) -> StoreError:
    return StoreError(Problem(Severity.ERROR, key, message, target.as_posix()))


def _failure(target: Path, size: int, error: OSError) -> StoreError:
    key, advice = _ADVICE.get(error.errno or 0, _OTHERWISE)
    reason = error.strerror or type(error).__name__
    message = f"{size:,} bytes could not be written ({reason}): {advice}. A PDF that was there is unharmed"
    return _refusal(target, key, message)
