"""Where in its sources a briefing's words stand: the pages that it draws on, told in the list of sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Paragraph,
    SourceEntry,
    SourceList,
    Support,
    Text,
)
from councilbrief.briefing.phrases import listed
from councilbrief.briefing.plain import block_statements

MOST_PLACES = 12
"""A sentence that rests on more places only counts what stands there."""


def with_pages(briefing: Briefing, ids: Sequence[str]) -> Briefing:
    """Tell for each source that has pages on which of them the briefing's words and facts stand.

    `ids` are those of the sources in the order of their numbers.
    """
    pages = cited_pages(briefing)
    numbered = {number: sorted(pages[id_]) for number, id_ in enumerate(ids, start=1) if id_ in pages}
    sections = tuple(
        replace(section, blocks=tuple(_told(block, numbered) for block in section.blocks))
        for section in briefing.sections
    )
    return replace(briefing, sections=sections)


def cited_pages(briefing: Briefing) -> Mapping[str, frozenset[int]]:
    """Return by source the pages on which what the briefing shows stands; what it only counts is left out."""
    found: dict[str, set[int]] = defaultdict(set)
    blocks = (block for section in briefing.sections for block in section.blocks)
    for support in (support for block in blocks for support in _shown(block)):
        if support.place.page is not None:
            found[support.place.source].add(support.place.page)
    return {source: frozenset(pages) for source, pages in found.items()}


def _shown(block: Block) -> Iterator[Support]:
    """Yield what the statements of a block rest on; of sentences only those that claim little at once."""
    for one in block_statements(block):
        if not isinstance(block, Paragraph) or len(one.support) <= MOST_PLACES:
            yield from one.support


def _told(block: Block, pages: Mapping[int, Sequence[int]]) -> Block:
    if not isinstance(block, SourceList):
        return block
    return SourceList(tuple(_entry(entry, pages.get(entry.number, ())) for entry in block.entries))


def _entry(entry: SourceEntry, pages: Sequence[int]) -> SourceEntry:
    if not pages:
        return entry
    noun = "Page" if len(pages) == 1 else "Pages"
    words = Text(f" {noun} referred to: {listed(tuple(_runs(pages)))}.")
    return replace(entry, statement=replace(entry.statement, inlines=(*entry.statement.inlines, words)))


def _runs(pages: Sequence[int]) -> Iterator[str]:
    """Write pages that follow each other as one: `1`, `3 to 5`.

    >>> list(_runs([1, 3, 4, 5, 8, 9]))
    ['1', '3 to 5', '8', '9']
    """
    breaks = [at for at, (one, other) in enumerate(pairwise(pages), start=1) if other != one + 1]
    for start, end in pairwise([0, *breaks, len(pages)]):
        run = pages[start:end]
        yield from (f"{run[0]} to {run[-1]}",) if len(run) > 2 else map(str, run)  # noqa: PLR2004 - two need no "to"
