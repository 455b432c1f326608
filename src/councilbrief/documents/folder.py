"""What lies in a folder: documents, those that no reader takes yet, and what is passed over."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from councilbrief.problems import Problem, Severity
from councilbrief.yamlfile.complaints import shown

# The files that a reader takes; a new reader adds its endings here.
TEXT, PDF, PAGES, WORD = (".txt",), (".pdf",), (".html", ".htm"), (".docx",)
SUFFIXES = (*TEXT, *PDF, *PAGES, *WORD)
# Files that are documents to people, though no reader takes them yet: each is reported as unread.
UNREAD_SUFFIXES = (".mhtml", ".mht", ".doc", ".odt", ".rtf", ".md", ".eml", ".msg")
# How browsers end the name of the folder in which they put a saved page's pictures and frames.
PARTS_OF_PAGE = ("_files", ".files")
# What people or their systems lay beside documents, and no reader of a briefing misses.
FURNITURE = frozenset(
    {
        "sources.yaml",
        "sources.schema.json",
        "spec.schema.json",
        "theme.schema.json",
        "thumbs.db",
        "desktop.ini",
    }
)
# Names that are never documents, whatever their ending.
IGNORED_STEMS = frozenset({"readme", "licence", "license", "changelog"})
IGNORED_STARTS = (".", "~$", "#")
# Of more files than these, messages tell only the number.
MOST_NAMED = 10
# Paths in a folder, by the one form that all systems' spellings of them have.
Files = dict[str, str]


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of a folder, in an order that is the same everywhere.

    `documents` have a reader, `unread` none yet; `outside` are links that leave the
    folder, `closed` folders that can't be looked into, `others` no documents at all.
    """

    documents: Files = field(default_factory=dict)
    unread: Files = field(default_factory=dict)
    outside: Files = field(default_factory=dict)
    closed: Files = field(default_factory=dict)
    others: Files = field(default_factory=dict)

    def problems(self, name: str) -> Iterator[Problem]:
        """Say which files no briefing will use; `name` is the folder as messages write it."""
        if self.closed:
            message = f"can't be looked into: {_listed(self.closed)}; ask for the rights, or move it away"
            yield Problem(Severity.WARNING, "closed-folder", message, name)
        if self.outside:
            message = (
                f"left out, as links to outside the folder: {_listed(self.outside)}; copy the files into it"
            )
            yield Problem(Severity.WARNING, "file-outside", message, name)
        if self.others:
            message = f"passed over, as no documents: {_listed(self.others)}"
            yield Problem(Severity.NOTE, "not-a-document", message, name)


def contents(folder: Path) -> Contents:
    """Sort the files in and below a folder; raise OSError where the folder itself can't be read.

    A link to nowhere or a pipe with a document's name counts as a document: reading it
    will say what is wrong.
    """
    found = Contents()
    os.listdir(folder)  # noqa: PTH208 - only to learn whether it can be read, which walking does not tell
    for here, folders, names in os.walk(
        folder, onerror=lambda error: _put(error.filename, folder, found.closed)
    ):
        pages = {name.rpartition(".")[0] for name in names if name.lower().endswith(PAGES)}
        folders[:] = [
            name for name in folders if not (name.startswith(IGNORED_STARTS) or _is_part(name, pages))
        ]
        for name in names:
            path = Path(here, name)
            sort = _sort(path, folder, found)
            if sort is not None:
                _put(path, folder, sort)
    return Contents(*(dict(sorted(files.items())) for files in _every(found)))


def _is_part(name: str, pages: AbstractSet[str]) -> bool:
    """Say whether a folder holds the pictures and frames of a page that was saved beside it."""
    return any(name.endswith(end) and name.removesuffix(end) in pages for end in PARTS_OF_PAGE)


def _every(found: Contents) -> tuple[Files, ...]:
    return found.documents, found.unread, found.outside, found.closed, found.others


def _put(path: Path | str, folder: Path, files: Files) -> None:
    relative = Path(path).relative_to(folder).as_posix()
    files[one_form(relative)] = relative


def _sort(path: Path, folder: Path, found: Contents) -> Files | None:
    """Say where a file belongs; None for what goes without saying."""
    stem, suffix = os.path.splitext(path.name.lower())  # noqa: PTH122 - a name, not a path: "..txt" must not surprise
    if path.name.startswith(IGNORED_STARTS) or stem in IGNORED_STEMS or path.name.lower() in FURNITURE:
        return None
    if suffix not in (*SUFFIXES, *UNREAD_SUFFIXES):
        return found.others
    if path.is_symlink() and not lies_in(path, folder):
        return found.outside
    return found.documents if suffix in SUFFIXES else found.unread


def unreadable(path: str) -> str:
    """Say that no reader takes a file, going by its ending, and what to do."""
    suffix, readable = PurePosixPath(path).suffix.lower(), f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
    if suffix in UNREAD_SUFFIXES:
        kind = suffix.removeprefix(".").upper()
        return f"{kind} files can't be read yet; save the text as a file that ends in {readable}"
    return f"files of this kind can't be read; readable are files that end in {readable}"


def lies_in(path: Path, folder: Path) -> bool:
    """Say whether a file, links followed, lies in the folder; of a loop of links reading will tell."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True


def one_form(path: str) -> str:
    """Level the two ways in which systems write an accented letter."""
    return unicodedata.normalize("NFC", path)


def _listed(files: Files) -> str:
    paths = tuple(files.values())
    more = len(paths) - MOST_NAMED
    return ", ".join(map(shown, paths[:MOST_NAMED])) + (f" and {more} more" if more > 0 else "")
