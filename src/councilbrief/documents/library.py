"""A library: a folder of documents, and what its `sources.yaml` says of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath, PureWindowsPath

from councilbrief.documents.folder import MOST_NAMED, Contents, Files, contents, lies_in, one_form, unreadable
from councilbrief.documents.manifest import DocumentEntry, Manifest, with_full_dates
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Source
from councilbrief.yamlfile import Listing, Mapping, Node, Scalar, read_yaml
from councilbrief.yamlfile.complaints import complaint, did_you_mean, shown
from councilbrief.yamlfile.nodes import Position
from councilbrief.yamlfile.typed import typed

MANIFEST = "sources.yaml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a library: where it lies, and its source.

    The digest is empty until the file is read; `sealed` gives the whole source.
    """

    path: Path
    source: Source

    def sealed(self, data: bytes) -> Source:
        """Return the source with the digest of the bytes that were read."""
        return replace(self.source, sha256=hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Library:
    """The documents of a folder: those of `sources.yaml` in its order, then the others by name.

    Where a problem is an error, the documents that it may concern are left out.
    """

    folder: Path
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids in order; each is there once."""
        return tuple(entry.source.id for entry in self.entries)

    @property
    def publishers(self) -> tuple[str, ...]:
        """Return the publishers that the documents name, each once, in order."""
        named = (entry.source.publisher for entry in self.entries)
        return tuple(dict.fromkeys(name for name in named if name))

    def __getitem__(self, source_id: str) -> Entry:
        """Return the entry of an id; raise KeyError without one."""
        for entry in self.entries:
            if entry.source.id == source_id:
                return entry
        raise KeyError(source_id)


def open_library(folder: Path, shown_as: str | None = None) -> Library:
    """Say what a folder holds, without reading the documents; never raises.

    `shown_as` is how messages write the folder; without it, as it was given.
    """
    name = shown_as if shown_as is not None else folder.as_posix()
    try:
        if not folder.is_dir():
            there = folder.exists()
            message = "this is a file; a library is a folder" if there else "there is no such folder"
            return Library(folder, (), (complaint("no-library", message, name),))
        found = contents(folder)
        has_manifest = (folder / MANIFEST).exists()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is none that the system takes"
        message = f"the folder can't be read ({reason}); ask for the rights, or give another"
        return Library(folder, (), (complaint("no-library", message, name),))
    if has_manifest:
        library = _with_manifest(folder, found, f"{name.rstrip('/')}/{MANIFEST}")
    else:
        library = Library(folder, _unlisted(folder, found, frozenset(), frozenset()))
    return replace(library, problems=(*library.problems, *found.problems(name)))


def joined(libraries: Sequence[Library]) -> tuple[Entry, ...]:
    """Return the documents of several libraries, each id once.

    An id that an earlier library has gets its own folder's name before it, and where
    folders share their names as well, the folder's number.
    """
    entries: list[Entry] = []
    taken: set[str] = set()
    for number, library in enumerate(libraries, 1):
        for entry in library.entries:
            own = entry.source.id
            ways = (own, f"{library.folder.name}/{own}", f"{library.folder.name}-{number}/{own}")
            name = next((way for way in ways if way not in taken), f"{number}/{own}")
            taken.add(name)
            entries.append(replace(entry, source=replace(entry.source, id=name)))
    return tuple(entries)


def _with_manifest(folder: Path, found: Contents, file: str) -> Library:
    """Join the manifest's documents and the folder's."""
    root, problems = read_yaml(folder / MANIFEST, file)
    if root is None:
        return Library(folder, (), problems)
    manifest, wrong, places = typed(with_full_dates(root), Manifest, file)
    problems = (*problems, *wrong, *_check(root, folder, found.documents, file))
    if manifest is None or problems:
        return Library(folder, (), problems)
    listed = tuple(
        _entry(document, folder, found.documents, places.value(("documents", number, "council")))
        for number, document in enumerate(manifest.documents)
    )
    paths = frozenset(entry.source.path for entry in listed)
    ids = frozenset(entry.source.id for entry in listed)
    others = _unlisted(folder, found, paths, ids)
    readable = tuple(entry for entry in others if one_form(entry.source.path) in found.documents)
    return Library(folder, (*listed, *others), tuple(_notes(readable, file)))


def _notes(entries: tuple[Entry, ...], file: str) -> Iterator[Problem]:
    for entry in entries[:MOST_NAMED]:
        path, name = shown(entry.source.path), shown(entry.source.id)
        message = f"{path} is not listed; taken in as {name}, kind and date unknown"
        yield Problem(Severity.NOTE, "unlisted-file", message, file)
    if len(entries) > MOST_NAMED:
        message = f"and {len(entries) - MOST_NAMED} more files that are not listed"
        yield Problem(Severity.NOTE, "unlisted-file", message, file)


def _entry(document: DocumentEntry, folder: Path, files: Files, council_at: Position) -> Entry:
    """Join what the manifest says of a document with the file that it means."""
    path = _find(document.file, files) or document.file
    source = Source(
        id=document.id or PurePosixPath(path).stem,
        path=path,
        sha256="",
        title=document.title,
        publisher=document.publisher,
        council=document.council,
        council_at=(MANIFEST, *council_at) if document.council else None,
        kind=document.kind,
        url=document.url,
        published=document.published.dated if document.published else None,
        inspected=document.inspected.dated if document.inspected else None,
    )
    return Entry(folder / path, source)


def _find(file: str, files: Files) -> str | None:
    """Return the file that a manifest means: `./a.txt` and `a.txt` are the same."""
    return files.get(one_form(PurePosixPath(file.strip()).as_posix()))


def _unlisted(
    folder: Path, found: Contents, listed: frozenset[str], taken: frozenset[str]
) -> tuple[Entry, ...]:
    """Take in files that no manifest lists: those that can be read have the first choice of an id."""
    ids: dict[str, str] = {}
    for files in (found.documents, found.unread):
        unlisted = tuple(path for path in files.values() if path not in listed)
        ids |= _ids(unlisted, taken | set(ids.values()))
    return tuple(Entry(folder / path, Source(ids[path], path, "")) for path in sorted(ids, key=one_form))


def _ids(files: tuple[str, ...], taken: frozenset[str]) -> dict[str, str]:
    """Name files by their paths.

    The id is the file's name without its ending; where several would share it, the path
    in the folder without the ending, and where they still do, the whole path.
    """
    ids: dict[str, str] = {}
    for level in count():
        left = {path: _name(path, level) for path in files if path not in ids}
        if not left:
            break
        counts = Counter(left.values())
        used = taken | set(ids.values())
        ids |= {path: name for path, name in left.items() if counts[name] == 1 and name not in used}
    return ids


def _name(path: str, level: int) -> str:
    """Return the id of a file at a level of exactness; past the third, marks that no path has.

    >>> [_name("york/2019.txt", level) for level in range(4)]
    ['2019', 'york/2019', 'york/2019.txt', './york/2019.txt']
    """
    match level:
        case 0:
            return PurePosixPath(path).stem
        case 1:
            return PurePosixPath(path).with_suffix("").as_posix()
        case _:
            return "./" * (level - 2) + path


def _check(root: Node, folder: Path, files: Files, file: str) -> Iterator[Problem]:
    """Yield what is wrong with the documents' files and ids, each at its place."""
    documents = root.get("documents") if isinstance(root, Mapping) else None
    seen_files: dict[str, Scalar] = {}
    seen_ids: dict[str, Scalar] = {}
    for item in documents.items if isinstance(documents, Listing) else ():
        if not isinstance(item, Mapping):
            continue
        path, own_id = item.get("file"), item.get("id")
        if isinstance(path, Scalar):
            yield from _check_file(path, folder, files, file)
            found = _find(path.text, files)
            yield from _check_twice("file", found, path, seen_files, file)
            if own_id is None and found:
                yield from _check_twice("id", PurePosixPath(found).stem, path, seen_ids, file)
        if isinstance(own_id, Scalar):
            yield from _check_twice("id", own_id.text.strip(), own_id, seen_ids, file)


def _check_twice(
    what: str, value: str | None, node: Scalar, seen: dict[str, Scalar], file: str
) -> Iterator[Problem]:
    """Say that a file or an id was there before."""
    if value is None:
        return
    first = seen.setdefault(value, node)
    if first is not node:
        message = f"the {what} {shown(value)} is listed a second time, first in line {first.at.line}"
        yield complaint(f"duplicate-{what}", message, file, node.at)


def _check_file(node: Scalar, folder: Path, files: Files, file: str) -> Iterator[Problem]:
    """Say why a document's file can't be taken."""
    name = node.text.strip()
    pure = PurePosixPath(name)
    if pure.is_absolute() or PureWindowsPath(name).drive or "\\" in name or ".." in pure.parts:
        message = (
            f"{shown(name)} leaves the folder; a file is named relative to {MANIFEST}, with / between folders"
        )
        yield complaint("file-outside", message, file, node.at)
        return
    if _find(name, files):
        return
    try:
        path = folder / name
        there, inside = path.is_file(), lies_in(path, folder)
    except (OSError, ValueError):
        there, inside = False, True
    if not inside:
        yield complaint("file-outside", f"{shown(name)} is a link to outside the folder", file, node.at)
    elif there:
        yield complaint("unreadable-kind", f"{shown(name)}: {unreadable(name)}", file, node.at)
    else:
        message = f"there is no file {shown(name)} here{did_you_mean(name, files.values())}"
        yield complaint("no-such-file", message, file, node.at)
