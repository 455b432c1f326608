"""A file to its document and facts, by what was kept of it where that is at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from councilbrief.builds.keeping.kept import ONE_AT_A_TIME, Desk, Kept
from councilbrief.documents.document import Document
from councilbrief.documents.library import Entry
from councilbrief.documents.opening import fetch, read_document
from councilbrief.documents.packing import packed, unpacked
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.words import own
from councilbrief.faults import contained
from councilbrief.problems import DocumentError, Problem, Severity
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


@dataclass(frozen=True, slots=True)
class Card:
    """What a plan needs to know of a document, as a library's card index has it.

    Its facts are opened only for the briefings that draw on them. `inspected` are the
    councils whose inspections it tells of, by their GSS codes; `silent` is one that states
    nothing which a briefing shows.
    """

    source: Source
    council: str | None
    inspected: tuple[str, ...]
    silent: bool
    problems: tuple[Problem, ...]
    failed: bool

    @classmethod
    def of(cls, read: Read) -> Card:
        """Note what is needed of a document."""
        facts = read.evidence or Evidence(read.source)
        return cls(facts.source, facts.council, facts.inspected, facts.silent, read.problems, read.failed)


def read(entries: Sequence[Entry], kept: Kept | None, finders: Gather | None = None) -> tuple[Read, ...]:
    """Read documents, find their facts, and keep them and their cards; never raises.

    While one is searched the next are opened, which another process does. Without other
    finders the usual ones; only what those found may be kept.
    """
    with ThreadPoolExecutor(1) as ahead:
        opened = ahead.map(partial(_opened, kept=kept), entries)
        return tuple(one if isinstance(one, Read) else _searched(one, kept, finders) for one in opened)


def _opened(entry: Entry, kept: Kept | None) -> tuple[Document, Source] | Read:
    """Return a document with what is told of it, or what came instead."""
    fetched = fetch(entry)
    source = fetched.source
    if fetched.data is None:
        return Read(source, None, None, fetched.problems)
    try:
        with contained(DocumentError, source.path):
            return _document(fetched.data, source, kept), source
    except DocumentError as error:
        return Read(source, None, None, error.problems)


def _searched(opened: tuple[Document, Source], kept: Kept | None, finders: Gather | None) -> Read:
    """Find the facts of a document, and keep them."""
    document, source = opened
    try:
        with contained(DocumentError, source.path):
            evidence = (finders or _usual())(document)
    except DocumentError as error:
        return Read(source, None, None, error.problems)
    whole = _whole(document, evidence)
    if kept is not None:
        keys = _Keys.of(source, kept)
        kept.put(keys.facts, _facts().dump_json(evidence))
        kept.put(keys.card, _cards().dump_json(Card.of(whole)))
    return whole


def read_elsewhere(asked: tuple[Entry, Desk]) -> Card:
    """Read a document in a process that was sent it; raise LookupError where that runs another program."""
    entry, desk = asked
    with ONE_AT_A_TIME:
        return Card.of(*read([entry], desk.kept()))


def dead(entry: Entry) -> Card:
    """Return the card of a document over which the process that read it died."""
    message = "the process that read it ended over it, as one that runs out of memory does; leave it out"
    problem = Problem(Severity.ERROR, "worker-died", message, entry.source.path)
    return Card.of(Read(entry.source, None, None, (problem,)))


def known(entry: Entry, kept: Kept) -> Card | None:
    """Return what is noted of a document as it is now, None where nothing is."""
    source = _as_it_is(entry, kept)
    if source is None:
        return None
    keys = _Keys.of(source, kept)
    kept.use(keys.text, keys.facts, keys.card)
    noted = kept.get(keys.card)
    return _cards().validate_json(noted) if noted else None


def recalled(entry: Entry, kept: Kept) -> Read | None:
    """Return what was kept of a document as it is now, None where that is not all there."""
    source = _as_it_is(entry, kept)
    if source is None:
        return None
    keys = _Keys.of(source, kept)
    text, found = kept.get(keys.text), kept.get(keys.facts)
    if text is None or found is None:
        return None
    return _whole(unpacked(text, source), _facts().validate_json(found))


def _as_it_is(entry: Entry, kept: Kept) -> Source | None:
    """Return the source of a document with the digest that its file has now."""
    digest = kept.digests.file(entry.path)
    return None if digest is None else replace(entry.source, sha256=digest)


def _document(data: bytes, source: Source, kept: Kept | None) -> Document:
    """Read a document, or recall it: other facts may be told of it than the last time."""
    if kept is None:
        return read_document(data, source)
    key = _Keys.of(source, kept).text
    text = kept.get(key)
    if text is not None:
        return unpacked(text, source)
    document = read_document(data, source)
    kept.put(key, packed(document))
    return document


def _whole(document: Document, evidence: Evidence) -> Read:
    problems = dict.fromkeys((*document.problems, *evidence.problems))
    return Read(evidence.source, document, evidence, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of what is kept of a document.

    Its text rests on the file's bytes and the reader of its kind, its facts also on what
    is told of it and on a user's own phrases, and its card on nothing but those.
    """

    text: str
    facts: str
    card: str

    @classmethod
    def of(cls, source: Source, kept: Kept) -> _Keys:
        text = kept.key("read", source.sha256, PurePosixPath(source.path).suffix.lower())
        found = kept.key("gather", text, sources().dump_python(source, mode="json"), own.digest())
        return cls(text, found, kept.key("card", found))


def _usual() -> Gather:
    """Return the finders that the program has."""
    from councilbrief.evidence.gather import gather  # noqa: PLC0415 - loads for half a second; recalling needs none

    return gather


@cache
def _facts() -> TypeAdapter[Evidence]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - made once, and only where results are kept

    return TypeAdapter(Evidence)


@cache
def sources() -> TypeAdapter[Source]:
    """Return what writes a source as JSON."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - the same

    return TypeAdapter(Source)


@cache
def _cards() -> TypeAdapter[Card]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - the same

    return TypeAdapter(Card)
