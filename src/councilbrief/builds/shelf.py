"""What a build reads: each library opened once, each document, theme and logo read once, whatever asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from councilbrief.briefing.load_theme import read_file
from councilbrief.builds import Watch, silent
from councilbrief.builds.engine import Engine, Here, Lost
from councilbrief.builds.holding import Holding, by_council
from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.reading import Card, Gather, Read, dead, known, read, read_elsewhere, recalled
from councilbrief.documents.library import Entry, Library, joined, open_library

AT_ONCE = 32
"""Documents that may be opened before the first of them is searched."""


class Shelf:
    """Libraries, documents and other files, each read when it is first asked for.

    What could be kept on disk is not held in memory as well, its card apart.
    """

    def __init__(
        self, finders: Gather | None = None, kept: Kept | None = None, engine: Engine | None = None
    ) -> None:
        """Begin with nothing read; what is kept of documents is recalled, unless there are other finders."""
        self._finders, self._kept = finders, None if finders else kept
        self._engine: Engine = engine or Here()
        self._digest = kept.digests.tree if kept else _unknown
        self.opened: dict[
            Path, str | None
        ] = {}  # libraries and files, with their digests from before any was read
        self._files: dict[tuple[Path, int], bytes] = {}
        self._libraries: dict[str, Library] = {}
        self._cards: dict[Entry, Card] = {}
        self._reads: dict[Entry, Read] = {}
        self._joined: dict[tuple[Path, ...], tuple[Entry, ...]] = {}
        self._holdings: dict[object, Holding] = {}

    def library(self, folder: Path) -> Library:
        """Return what a folder holds."""
        name = from_here(folder)
        if name not in self._libraries:
            self.opened[folder] = self._digest(folder)
            self._libraries[name] = open_library(folder, name)
        return self._libraries[name]

    def file(self, path: Path, most: int) -> bytes:
        """Return what a theme or a logo holds, of a larger one only `most` bytes and one more.

        Raises OSError where it can't be read, ValueError for a path that can't be.
        """
        if (path, most) not in self._files:
            if path.is_file() or not path.exists():  # to open a pipe would wait for whoever writes into it
                self.opened[path] = self._digest(path)
            self._files[path, most] = read_file(path, most)
        return self._files[path, most]

    def read(self, entry: Entry) -> Read:
        """Read a document and find its facts; never raises."""
        found = self._reads.get(entry) or (recalled(entry, self._kept) if self._kept else None)
        if found is None:
            (found,) = read([entry], self._kept, self._finders)
            self._reads[entry] = found
        return found

    def wanted(self, folders: Sequence[Path], ids: tuple[str, ...] = ()) -> tuple[Entry, ...]:
        """Return the documents of folders that together are a library, or of them only the ids."""
        asked = tuple(folders)
        if asked not in self._joined:
            every = joined([self.library(folder) for folder in folders])
            # absolute, as another process may run in another folder
            self._joined[asked] = tuple(replace(entry, path=entry.path.absolute()) for entry in every)
        return tuple(entry for entry in self._joined[asked] if not ids or entry.source.id in ids)

    def cards(self, entries: Sequence[Entry], watch: Watch = silent) -> tuple[Card, ...]:
        """Return the cards of documents; those that are new are read all at once, by the engine if it can."""
        for entry in entries:
            card = known(entry, self._kept) if self._kept and entry not in self._cards else None
            if card:
                self._cards[entry] = card
        new = [entry for entry in dict.fromkeys(entries) if entry not in self._cards]
        left: list[Entry] = []
        for at, (entry, card) in enumerate(zip(new, self._elsewhere(new), strict=True), 1):
            if card is None:
                left.append(entry)
            else:
                self._cards[entry] = card
                watch(at - len(left), len(new), entry.source.path)
        for at in range(0, len(left), AT_ONCE):
            watch(len(new) - len(left) + at, len(new), left[at].source.path)
            self._read(left[at : at + AT_ONCE])
        return tuple(self._cards[entry] for entry in entries)

    def _elsewhere(self, entries: Sequence[Entry]) -> Iterator[Card | None]:
        """Yield what the engine reads, None for each that is to be read here."""
        kept = self._kept
        if kept is None or not kept.lasts:
            yield from (None for _ in entries)
            return
        cards = self._engine.run(read_elsewhere, [(entry, kept.desk) for entry in entries])
        for entry, card in zip(entries, cards, strict=True):
            if isinstance(card, Lost):
                yield dead(entry) if card is Lost.FATAL else None
            else:
                yield card

    def _read(self, entries: Sequence[Entry]) -> None:
        """Read documents here, and hold what could not be kept."""
        reads = read(entries, self._kept, self._finders)
        lasts = self._kept is not None and self._kept.lasts
        for entry, found in zip(entries, reads, strict=True):
            self._cards[entry] = Card.of(found)
            if found.failed or not lasts:
                self._reads[entry] = found

    def holding(
        self,
        folders: Sequence[Path],
        ids: tuple[str, ...] = (),
        exclude: tuple[str, ...] = (),
        watch: Watch = silent,
    ) -> Holding:
        """Read what folders hold that together are a library, or of it only the ids.

        A document that is excluded and can't be read is nobody's concern.
        """
        asked = (tuple(folders), ids, exclude)
        if asked not in self._holdings:
            self._holdings[asked] = self._holding(folders, ids, exclude, watch)
        return self._holdings[asked]

    def _holding(
        self, folders: Sequence[Path], ids: tuple[str, ...], exclude: tuple[str, ...], watch: Watch
    ) -> Holding:
        libraries = [self.library(folder) for folder in folders]
        entries, wanted = self.wanted(folders), self.wanted(folders, ids)
        cards = self.cards(wanted, watch)
        kept = tuple(card for card in cards if not (card.failed and card.source.id in exclude))
        names = [
            name for folder in folders for name in [from_here(folder)] * len(self.library(folder).entries)
        ]
        where = {entry.source.id: name for entry, name in zip(entries, names, strict=True)}
        name = "/ and ".join(from_here(folder) for folder in folders)
        problems = tuple(problem for library in libraries for problem in library.problems)
        sources = {entry.source.id: entry for entry in wanted}
        return Holding(name, len(entries), kept, problems, where, sources, by_council(kept))


def _unknown(_path: Path) -> None:
    """Say nothing of a folder: where nothing is kept nobody asks."""


def from_here(path: Path) -> str:
    """Write a path as it can be opened from the working folder, the same for all ways to write it."""
    try:
        whole, here = path.resolve(), Path.cwd()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL
        return path.as_posix()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
