"""The sources of a briefing, looked for in libraries: by their ids, and by the digests of their files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from councilbrief.briefing.facts import Listed
from councilbrief.builds.reading import Read
from councilbrief.builds.shelf import Shelf, from_here
from councilbrief.builds.verifying.verdict import Case, Checked, Finding, Key
from councilbrief.documents.decoding import MAX_BYTES
from councilbrief.documents.folder import contents
from councilbrief.documents.library import Entry, joined
from councilbrief.problems import Problem, errors
from councilbrief.provenance import Source


class State(StrEnum):
    """How a source is found."""

    SAME = "same"
    ALTERED = "altered"
    UNREAD = "unread"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Found:
    """A source as it is now; `read` is None where it is gone, and holds no text where it can't be read.

    `told` says whether what `sources.yaml` tells of it is known, `moved` that it goes by another id.
    """

    listed: Listed
    state: State
    path: str = ""
    read: Read | None = None
    told: bool = True
    moved: bool = False

    @property
    def text(self) -> str | None:
        """Return its clean text."""
        return self.read.document.text if self.read and self.read.document else None

    @property
    def original(self) -> str:
        """Return its text as the file has it: another version may clean it otherwise."""
        return self.read.document.original if self.read and self.read.document else ""


@dataclass
class Libraries:
    """Folders of documents, each looked through once for all PDFs."""

    folders: Sequence[Path]
    shelf: Shelf = field(default_factory=Shelf)
    _digests: dict[Path, str] = field(default_factory=dict)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the folders and their `sources.yaml`."""
        return tuple(one for folder in self.folders for one in errors(self.shelf.library(folder).problems))

    @cached_property
    def entries(self) -> tuple[tuple[Entry, bool], ...]:
        """Return the documents under all their ids, and whether all that is told of them is known."""
        libraries = [self.shelf.library(folder) for folder in self.folders]
        own = [entry for library in libraries for entry in library.entries]
        known = dict.fromkeys((*joined(libraries), *own))
        bare = (_bare(folder) for folder in self.folders if not self.shelf.library(folder).entries)
        return (*((one, True) for one in known), *((one, False) for each in bare for one in each))

    def look_for(self, listed: Listed) -> Found:
        """Find a source: the same file wherever it lies now, else the file that has its id."""
        named = [one for one in self.entries if _is_called(one[0], listed.id)]
        for entry, told in (*named, *self.entries):
            if listed.sha256 and self._digest(entry.path) == listed.sha256:
                return self._found(listed, State.SAME, entry, told=told)
        for entry, told in named:
            if self._digest(entry.path):
                return self._found(listed, State.ALTERED, entry, told=told)
        return Found(listed, State.GONE)

    def _found(self, listed: Listed, state: State, entry: Entry, *, told: bool) -> Found:
        source = replace(entry.source, id=listed.id)
        read = self.shelf.read(replace(entry, path=entry.path.absolute(), source=source))
        now = State.UNREAD if read.failed else state
        return Found(listed, now, from_here(entry.path), read, told, moved=not _is_called(entry, listed.id))

    def _digest(self, path: Path) -> str:
        """Return the digest of a file, nothing where it can't be read."""
        if path not in self._digests:
            try:
                usual = path.is_file() and path.stat().st_size <= MAX_BYTES
                self._digests[path] = hashlib.sha256(path.read_bytes()).hexdigest() if usual else ""
            except (OSError, ValueError):
                self._digests[path] = ""
        return self._digests[path]


def _bare(folder: Path) -> Iterator[Entry]:
    """Give the documents of a folder whose `sources.yaml` has a mistake, known by their bytes alone."""
    try:
        files = contents(folder).documents.values()
    except (OSError, ValueError):
        return
    yield from (Entry(folder / path, Source(path, path, "")) for path in files)


def _is_called(entry: Entry, id_: str) -> bool:
    return entry.source.id.encode("utf-8", "replace").decode() == id_


def check_sources(case: Case, libraries: Libraries) -> dict[str, Found]:
    """Look for each source of a briefing, tell how it is found, and return them by their ids."""
    found = {one.id: libraries.look_for(one) for one in case.edition.sources}
    for one in found.values():
        page, where = case.at(case.entry(one.listed))
        case.checked[Checked.SOURCES] += one.state in {State.SAME, State.ALTERED}
        if one.state in {State.GONE, State.UNREAD}:
            key = Key.SOURCE_GONE if one.state is State.GONE else Key.SOURCE_UNREAD
            case.find(Finding(key, _lost(one), page, where, one.listed.id))
        if one.state is State.ALTERED:
            says = f"{one.path} was altered since the briefing was published"
            case.remark(Finding(Key.SOURCE_ALTERED, says, page, where, one.listed.id))
        if one.state is State.SAME and one.moved:
            says = f"the source {one.listed.id} is now {one.path}, the same byte for byte"
            case.remark(Finding(Key.SOURCE_MOVED, says, page, where, one.listed.id))
    return found


def _lost(one: Found) -> str:
    if one.read is None:
        return f"it is in none of the libraries, neither as {one.listed.id} nor by its digest"
    reasons = "; ".join(problem.message for problem in errors(one.read.problems))
    return f"{one.path} can't be read: {reasons}"
