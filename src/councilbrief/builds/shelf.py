"""The documents of a build: each library opened once, each document read once, whatever asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from councilbrief.builds.faults import contained
from councilbrief.documents.document import Document
from councilbrief.documents.library import Entry, Library, open_library
from councilbrief.documents.opening import fetch, read_document
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.problems import DocumentError, Problem, errors
from councilbrief.provenance import Source

Gather = Callable[[Document], Evidence]


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a document: its text and facts, or the problems that it has instead.

    `document` and `evidence` are both there or both None.
    """

    source: Source
    document: Document | None
    evidence: Evidence | None
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Say whether it could not be read."""
        return self.evidence is None


@dataclass(frozen=True, slots=True)
class Holding:
    """What a library holds, read: `name` is the folder as messages write it.

    `size` counts its documents, of which a spec may ask for a few only.
    """

    name: str
    size: int
    reads: tuple[Read, ...]
    problems: tuple[Problem, ...]

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
        every = (problem for read in self.reads for problem in read.problems)
        return (*self.problems, *(self._from_here(problem) for problem in every))

    def _from_here(self, problem: Problem) -> Problem:
        return replace(problem, file=f"{self.name}/{problem.file}") if problem.file else problem


class Shelf:
    """Libraries and documents, each read when it is first asked for and kept for the build."""

    def __init__(self, finders: Gather = gather) -> None:
        """Begin with nothing read."""
        self._finders = finders
        self._libraries: dict[str, Library] = {}
        self._reads: dict[tuple[Path, Source], Read] = {}

    def library(self, folder: Path) -> Library:
        """Return what a folder holds."""
        name = from_here(folder)
        if name not in self._libraries:
            self._libraries[name] = open_library(folder, name)
        return self._libraries[name]

    def read(self, entry: Entry) -> Read:
        """Read a document and find its facts; never raises."""
        key = (entry.path, entry.source)
        if key not in self._reads:
            self._reads[key] = self._read(entry)
        return self._reads[key]

    def holding(self, folder: Path, ids: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Holding:
        """Read what a library holds, or of it only the ids.

        A document that is excluded and can't be read is nobody's concern.
        """
        library = self.library(folder)
        wanted = (entry for entry in library.entries if not ids or entry.source.id in ids)
        reads = tuple(self.read(entry) for entry in wanted)
        kept = tuple(read for read in reads if not (read.failed and read.source.id in exclude))
        return Holding(from_here(folder), len(library.entries), kept, library.problems)

    def _read(self, entry: Entry) -> Read:
        fetched = fetch(entry)
        source = fetched.source
        if fetched.data is None:
            return Read(source, None, None, fetched.problems)
        try:
            with contained(DocumentError, source.path):
                document = read_document(fetched.data, source)
                evidence = self._finders(document)
        except DocumentError as error:
            return Read(source, None, None, error.problems)
        problems = dict.fromkeys((*document.problems, *evidence.problems))
        return Read(evidence.source, document, evidence, tuple(problems))


def from_here(path: Path) -> str:
    """Write a path as it can be opened from the working folder, the same for all ways to write it."""
    try:
        whole, here = path.resolve(), Path.cwd()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL
        return path.as_posix()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
