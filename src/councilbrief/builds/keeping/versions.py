"""What of the program itself decides what it writes: its own files, and the libraries that it stands on."""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import councilbrief

LIBRARIES = (
    *("lxml", "pdfminer.six", "pdfplumber", "pillow", "pydantic", "pypdfium2", "python-docx", "pyyaml"),
    *("reportlab", "trafilatura"),
)


_asked: list[str] = []


def program(digest: Callable[[Path], str | None]) -> str:
    """Return a fingerprint of the program, by the digests of its files.

    Its own version is not enough: words and rules may be edited where it is installed.
    A process asks once: what is put in the place of the program while it runs is not what runs.
    """
    if not _asked:
        _asked.append(_fingerprint(digest))
    return _asked[0]


def _fingerprint(digest: Callable[[Path], str | None]) -> str:
    folder = Path(councilbrief.__file__).parent
    parts = hashlib.sha256(f"python {sys.version_info[0]}.{sys.version_info[1]}\n".encode())
    parts.update(f"zlib {zlib.ZLIB_RUNTIME_VERSION}\n".encode())  # it decides the bytes of what it packs
    for line in (*(f"{name} {version(name)}" for name in LIBRARIES), *_files(folder, digest)):
        parts.update(f"{line}\n".encode())
    return parts.hexdigest()


def _files(folder: Path, digest: Callable[[Path], str | None]) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            yield f"{path.relative_to(folder).as_posix()} {digest(path)}"
