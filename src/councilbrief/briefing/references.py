"""The numbers of the sources, and the references that point at them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from councilbrief.briefing.blocks import Cite, Inline, Statement, Support
from councilbrief.briefing.phrases import these_sources
from councilbrief.evidence.facts import Evidence
from councilbrief.provenance import DocumentKind, Source

KINDS = tuple(DocumentKind)
# The inspectors' own words.
OFSTED_KINDS = frozenset((DocumentKind.REPORT, DocumentKind.LETTER))


class Sourced(Protocol):
    """Something that comes from a source."""

    @property
    def source(self) -> Source:
        """Return where it comes from."""


D = TypeVar("D", bound=Sourced)


def authority(source: Source) -> int:
    """Rank a source: report before letter before release before article before unknown."""
    return len(KINDS) if source.kind is None else KINDS.index(source.kind)


def in_order(documents: Iterable[D]) -> tuple[D, ...]:
    """Put documents in the order in which a briefing numbers them.

    The newest first, then the one with more authority; a document without a date last.
    """
    return tuple(sorted(documents, key=lambda one: _rank(one.source)))


def _rank(source: Source) -> tuple[int, int, str]:
    published = source.published
    newest = 1 if published is None else -published.value.latest().toordinal()
    return newest, authority(source), source.id


@dataclass(frozen=True, slots=True)
class References:
    """The numbered sources of a briefing."""

    sources: tuple[Source, ...]
    numbers: Mapping[str, int]

    @classmethod
    def number(cls, evidence: Sequence[Evidence]) -> References:
        """Give the sources of documents their numbers, in the order given."""
        sources = tuple(one.source for one in evidence)
        return cls(sources, {source.id: at for at, source in enumerate(sources, start=1)})

    def they(self, verb: str) -> str:
        """Begin a sentence about all of them: `These sources name`, of a single one `This source names`."""
        return these_sources(len(self.sources), verb)

    @property
    def here(self) -> str:
        """Say where something was looked for: `in these sources`."""
        return f"in {'this source' if len(self.sources) == 1 else 'these sources'}"

    @property
    def not_found(self) -> str:
        """Say that something was found in none of them, which is not that none states it."""
        return f"Not found {self.here}"

    def cite(self, *source_ids: str) -> Cite:
        """Return the reference to some sources, each once, ascending."""
        return Cite(tuple(sorted({self.numbers[source_id] for source_id in source_ids})))

    def claim(self, *inlines: Inline, support: Sequence[Support]) -> Statement:
        """Make a statement that closes with the references to what it rests on."""
        rests_on = tuple(dict.fromkeys(support))
        return Statement((*inlines, self.cite(*(one.place.source for one in rests_on))), rests_on)
