"""A library: a folder of documents, and what its `sources.yaml` says of them."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath, PureWindowsPath

from councilbrief.documents.manifest import DocumentEntry, Manifest, with_full_dates
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Source
from councilbrief.yamlfile import Listing, Mapping, Node, Scalar, read_yaml
from councilbrief.yamlfile.complaints import complaint, did_you_mean, shown
from councilbrief.yamlfile.typed import typed

MANIFEST = "sources.yaml"
# The files that a reader takes; a new reader adds its ending here.
SUFFIXES = (".txt",)
# Names that are never documents, whatever their ending.
IGNORED_STEMS = frozenset({"readme", "licence", "license", "changelog"})
IGNORED_STARTS = (".", "~$", "#")
# Of more files that no manifest lists only the number is told.
MOST_NOTES = 10
# Paths in a folder, by the one form that all systems' spellings of them have.
Files = dict[str, str]


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
            return Library(folder, (), (complaint("no-library", "there is no such folder", name),))
        files = _files(folder)
        has_manifest = (folder / MANIFEST).exists()
    except (OSError, ValueError) as error:
        return Library(folder, (), (complaint("no-library", f"the folder can't be read: {error}", name),))
    if not has_manifest:
        return Library(folder, _unlisted(folder, tuple(files.values()), frozenset()))
    return _with_manifest(folder, files, f"{name.rstrip('/')}/{MANIFEST}")


def _with_manifest(folder: Path, files: Files, file: str) -> Library:
    """Join the manifest's documents and the folder's."""
    root, problems = read_yaml(folder / MANIFEST, file)
    if root is None:
        return Library(folder, (), problems)
    manifest, wrong, _ = typed(with_full_dates(root), Manifest, file)
    problems = (*problems, *wrong, *_check(root, folder, files, file))
    if manifest is None or problems:
        return Library(folder, (), problems)
    listed = tuple(_entry(document, folder, files) for document in manifest.documents)
    paths = {entry.source.path for entry in listed}
    ids = frozenset(entry.source.id for entry in listed)
    others = _unlisted(folder, tuple(path for path in files.values() if path not in paths), ids)
    return Library(folder, (*listed, *others), tuple(_notes(others, file)))


def _notes(entries: tuple[Entry, ...], file: str) -> Iterator[Problem]:
    for entry in entries[:MOST_NOTES]:
        path, name = shown(entry.source.path), shown(entry.source.id)
        message = f"{path} is not listed; taken in as {name}, kind and date unknown"
        yield Problem(Severity.NOTE, "unlisted-file", message, file)
    if len(entries) > MOST_NOTES:
        message = f"and {len(entries) - MOST_NOTES} more files that are not listed"
        yield Problem(Severity.NOTE, "unlisted-file", message, file)


def _files(folder: Path) -> Files:
    """Return the documents below a folder, in an order that is the same everywhere."""
    found: Files = {}
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(IGNORED_STARTS)]
        for name in names:
            path = Path(here, name)
            if _is_document(name) and path.is_file() and (not path.is_symlink() or _inside(path, folder)):
                relative = path.relative_to(folder).as_posix()
                found[_form(relative)] = relative
    return dict(sorted(found.items()))


def _is_document(name: str) -> bool:
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path: "..txt" must not surprise
    return (
        suffix.lower() in SUFFIXES
        and not name.startswith(IGNORED_STARTS)
        and stem.lower() not in IGNORED_STEMS
    )


def _inside(path: Path, folder: Path) -> bool:
    """Say whether a file, links followed, lies in the folder."""
    return path.resolve().is_relative_to(folder.resolve())


def _form(path: str) -> str:
    """Level the two ways in which systems write an accented letter."""
    return unicodedata.normalize("NFC", path)


def _entry(document: DocumentEntry, folder: Path, files: Files) -> Entry:
    """Join what the manifest says of a document with the file that it means."""
    path = _find(document.file, files) or document.file
    source = Source(
        id=document.id or PurePosixPath(path).stem,
        path=path,
        sha256="",
        title=document.title,
        publisher=document.publisher,
        council=document.council,
        kind=document.kind,
        url=document.url,
        published=document.published.dated if document.published else None,
        inspected=document.inspected.dated if document.inspected else None,
    )
    return Entry(folder / path, source)


def _find(file: str, files: Files) -> str | None:
    """Return the file that a manifest means: `./a.txt` and `a.txt` are the same."""
    return files.get(_form(PurePosixPath(file.strip()).as_posix()))


def _unlisted(folder: Path, files: tuple[str, ...], taken: frozenset[str]) -> tuple[Entry, ...]:
    """Take in files that no manifest lists.

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
    return tuple(Entry(folder / path, Source(ids[path], path, "")) for path in files)


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
        there, inside = path.is_file(), _inside(path, folder)
    except (OSError, ValueError):
        there, inside = False, True
    if not inside:
        yield complaint("file-outside", f"{shown(name)} is a link to outside the folder", file, node.at)
    elif there:
        message = (
            f"{shown(name)} can't be read as a document; readable are files that end in {', '.join(SUFFIXES)}"
        )
        yield complaint("unreadable-kind", message, file, node.at)
    else:
        message = f"there is no file {shown(name)} here{did_you_mean(name, files.values())}"
        yield complaint("no-such-file", message, file, node.at)
