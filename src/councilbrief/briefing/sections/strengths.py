"""Strengths: some of what the sources praise, spread over sources and areas, and in whose words."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Block, ItemList
from councilbrief.briefing.case import Case
from councilbrief.briefing.findings import Item, spread
from councilbrief.briefing.phrases import UNKNOWN_VOICES, VOICE_WORDS, counted, number
from councilbrief.briefing.sections.by_inspection import (
    Part,
    closing_notes,
    none_found,
    part_claims,
    parts,
    says,
    sources_name,
    under_headings,
)
from councilbrief.briefing.spec import SectionSpec
from councilbrief.evidence.facts import Evidence, Finding, Voice


def strengths(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show at most `limit` strengths an inspection, all without one, word for word."""

    def show(part: Part) -> Iterable[Block]:
        return _shown(case, part, asked.limit)

    found = parts(case, strengths_of, history=bool(asked.history))
    blocks = tuple(under_headings(found, show)) or (says(none_found(case, strengths_of, "strengths")),)
    return closing_notes(blocks)


def strengths_of(one: Evidence) -> tuple[Finding, ...]:
    """Return the strengths that a document names."""
    return one.strengths


def _shown(case: Case, part: Part, limit: int | None) -> Iterable[Block]:
    chosen = part.items if limit is None else spread(part.items, limit)
    for words, items in _by_voice(case, chosen):
        yield says(words)
        yield ItemList(tuple(case.references.claim(*item.inlines, support=item.support) for item in items))
    counts = _counts(case, part, len(chosen))
    if counts:
        yield part_claims(case, part, counts)


def _by_voice(case: Case, items: Iterable[Item]) -> Iterable[tuple[str, tuple[Item, ...]]]:
    """Group items by whose words they are: the inspectors', the council's, the press's, or nobody knows."""
    every = tuple(items)
    for voice in Voice:
        own = tuple(one for one in every if one.finding.voice is voice)
        unknown = tuple(one for one in own if voice is Voice.PRESS and case.kind_of(one.source) is None)
        known = tuple(one for one in own if one not in unknown)
        several = len({one.source for one in unknown}) > 1
        groups = ((VOICE_WORDS[voice], known), (UNKNOWN_VOICES[several], unknown))
        yield from ((words, group) for words, group in groups if group)


def _counts(case: Case, part: Part, shown: int) -> str:
    """Say how many strengths there are if the list does not hold them all."""
    named = f"{sources_name(case, part)} {counted(part.count, 'strength')}"
    are = "is" if shown == 1 else "are"
    if not shown:
        return f"{named}, which {'is' if part.count == 1 else 'are'} {part.among_quotations}."
    if not part.quoted:
        return f"{named}; {number(shown)} {are} shown." if shown < part.count else ""
    quoted = f"{number(len(part.quoted))} {part.among_quotations}"
    if shown + len(part.quoted) == part.count:
        return f"{named}: {number(shown)} here and {quoted}."
    return f"{named}, of which {number(shown)} {are} shown here and {quoted}."
