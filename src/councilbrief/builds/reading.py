"""A file to its document and facts, by what was kept of it where that is at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from councilbrief.builds.kept import Kept
from councilbrief.documents.document import Document
from councilbrief.documents.library import Entry
from councilbrief.documents.opening import fetch, read_document
from councilbrief.documents.packing import packed, unpacked
from councilbrief.evidence.facts import Evidence
from councilbrief.faults import contained
from councilbrief.problems import DocumentError, Problem
from councilbrief.provenance import Source

if TYPE_CHECKING:
    from pydantic import TypeAdapter


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


def read(entry: Entry, kept: Kept | None, finders: Gather | None = None) -> Read:
    """Read a document and find its facts; never raises.

    Without other finders the usual ones; only what those found is kept.
    """
    known = _recalled(entry, kept) if kept else None
    if known is not None:
        return known
    fetched = fetch(entry)
    source = fetched.source
    if fetched.data is None:
        return Read(source, None, None, fetched.problems)
    try:
        with contained(DocumentError, source.path):
            document = _document(fetched.data, source, kept)
            evidence = (finders or usual())(document)
    except DocumentError as error:
        return Read(source, None, None, error.problems)
    if kept:
        kept.put(_gathered(kept, source), facts().dump_json(evidence))
    return _whole(document, evidence)


def _document(data: bytes, source: Source, kept: Kept | None) -> Document:
    """Read a document, or recall it: other facts may be told of it than the last time."""
    if kept is None:
        return read_document(data, source)
    known = kept.get(_opened(kept, source))
    if known is not None:
        return unpacked(known, source)
    document = read_document(data, source)
    kept.put(_opened(kept, source), packed(document))
    return document


def _recalled(entry: Entry, kept: Kept) -> Read | None:
    """Return what was kept of a file as it is now, None where that is not all there."""
    digest = kept.digests.file(entry.path)
    if digest is None:
        return None
    source = replace(entry.source, sha256=digest)
    opened, gathered = kept.get(_opened(kept, source)), kept.get(_gathered(kept, source))
    if opened is None or gathered is None:
        return None
    return _whole(unpacked(opened, source), facts().validate_json(gathered))


def _whole(document: Document, evidence: Evidence) -> Read:
    problems = dict.fromkeys((*document.problems, *evidence.problems))
    return Read(evidence.source, document, evidence, tuple(problems))


def _opened(kept: Kept, source: Source) -> str:
    """Return the key of a document: it rests on the file's bytes and the reader of its kind."""
    return kept.key("read", source.sha256, PurePosixPath(source.path).suffix.lower())


def _gathered(kept: Kept, source: Source) -> str:
    """Return the key of a document's facts: they rest on what is told of it as well."""
    return kept.key("gather", _opened(kept, source), sources().dump_python(source, mode="json"))


def usual() -> Gather:
    """Return the finders that the program has."""
    from councilbrief.evidence.gather import gather  # noqa: PLC0415 - loads for half a second; recalling needs none

    return gather


@cache
def facts() -> TypeAdapter[Evidence]:
    """Return what writes the facts of a document as JSON and reads them."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - made once, and only where results are kept

    return TypeAdapter(Evidence)


@cache
def sources() -> TypeAdapter[Source]:
    """Return what writes a source as JSON."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - the same

    return TypeAdapter(Source)
