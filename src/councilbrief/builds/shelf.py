"""The documents of a build: each library opened once, each document read once, whatever asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from councilbrief.builds.kept import Kept
from councilbrief.builds.reading import Gather, Read, read
from councilbrief.documents.document import Document
from councilbrief.documents.library import Entry, Library, joined, open_library
from councilbrief.evidence.facts import Evidence
from councilbrief.problems import Problem, errors
from councilbrief.provenance import Source


@dataclass(frozen=True, slots=True)
class Holding:
    """What a library holds, read: `name` is its folder, or folders, as messages write it.

    `size` counts its documents, of which a spec may ask for a few only. `folders` says
    for each id in which folder its document lies.
    """

    name: str
    size: int
    reads: tuple[Read, ...]
    problems: tuple[Problem, ...]
    folders: Mapping[str, str]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return the facts of the documents that could be read."""
        return tuple(read.evidence for read in self.reads if read.evidence is not None)

    @property
    def documents(self) -> dict[str, Document]:
        """Return the documents that could be read, by id."""
        return {read.source.id: read.document for read in self.reads if read.document is not None}

    @property
    def unread(self) -> tuple[Problem, ...]:
        """Return why some documents could not be read, their paths as the library has them."""
        return tuple(problem for read in self.reads if read.failed for problem in errors(read.problems))

    @property
    def told(self) -> tuple[Problem, ...]:
        """Return all problems, their paths as they can be opened from here."""
        every = (self._from_here(problem, read) for read in self.reads for problem in read.problems)
        return (*self.problems, *every)

    def _from_here(self, problem: Problem, read: Read) -> Problem:
        folder = self.folders[read.source.id]
        return replace(problem, file=f"{folder}/{problem.file}") if problem.file else problem


class Shelf:
    """Libraries and documents, each read when it is first asked for and kept for the build."""

    def __init__(self, finders: Gather | None = None, kept: Kept | None = None) -> None:
        """Begin with nothing read; what is kept of documents is recalled, unless there are other finders."""
        self._read = partial(read, kept=None if finders else kept, finders=finders)
        self._kept = kept
        self.opened: dict[Path, str | None] = {}  # the libraries, with their digests from before any was read
        self._libraries: dict[str, Library] = {}
        self._reads: dict[tuple[Path, Source], Read] = {}

    def library(self, folder: Path) -> Library:
        """Return what a folder holds."""
        name = from_here(folder)
        if name not in self._libraries:
            self.opened[folder] = self._kept.digests.tree(folder) if self._kept else None
            self._libraries[name] = open_library(folder, name)
        return self._libraries[name]

    def read(self, entry: Entry) -> Read:
        """Read a document and find its facts; never raises."""
        key = (entry.path, entry.source)
        if key not in self._reads:
            self._reads[key] = self._read(entry)
        return self._reads[key]

    def holding(
        self, folders: Sequence[Path], ids: tuple[str, ...] = (), exclude: tuple[str, ...] = ()
    ) -> Holding:
        """Read what folders hold that together are a library, or of it only the ids.

        A document that is excluded and can't be read is nobody's concern.
        """
        libraries = [self.library(folder) for folder in folders]
        entries = joined(libraries)
        reads = tuple(self.read(entry) for entry in entries if not ids or entry.source.id in ids)
        kept = tuple(read for read in reads if not (read.failed and read.source.id in exclude))
        names = [from_here(folder) for folder in folders for _ in self.library(folder).entries]
        where = {entry.source.id: name for entry, name in zip(entries, names, strict=True)}
        name = "/ and ".join(from_here(folder) for folder in folders)
        problems = tuple(problem for library in libraries for problem in library.problems)
        return Holding(name, len(entries), kept, problems, where)


def from_here(path: Path) -> str:
    """Write a path as it can be opened from the working folder, the same for all ways to write it."""
    try:
        whole, here = path.resolve(), Path.cwd()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL
        return path.as_posix()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
