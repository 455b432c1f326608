"""Strengths: some of what the sources praise, spread over sources and areas, and in whose words."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Block, ItemList
from councilbrief.briefing.case import Case
from councilbrief.briefing.findings import Item, spread, strengths_of
from councilbrief.briefing.phrases import UNKNOWN_VOICES, VOICE_WORDS, counted, number, sentence_case
from councilbrief.briefing.sections.by_inspection import (
    Part,
    by_voice,
    closing_notes,
    none_found,
    official_name,
    part_claims,
    parts,
    says,
    sources_name,
    under_headings,
)
from councilbrief.briefing.spec import SectionSpec


def strengths(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show at most `limit` strengths an inspection, all without one, word for word."""

    def show(part: Part) -> Iterable[Block]:
        return _shown(case, part, asked.limit)

    found = parts(case, strengths_of, history=bool(asked.history))
    blocks = tuple(under_headings(found, show)) or (says(none_found(case, strengths_of, "strengths")),)
    return closing_notes(blocks)


def shown(part: Part, limit: int | None) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Choose what is listed of an inspection: of Ofsted's own words, and of what others name beside them."""
    fresh = tuple(item for item in part.items if item not in part.echoed)
    own = part.items if limit is None else spread(fresh, limit)
    return own, part.also if limit is None else spread(part.also, limit - len(own))


def _shown(case: Case, part: Part, limit: int | None) -> Iterable[Block]:
    """Show the report's or letter's own strengths first, and others' as far as there is room."""
    own, further = shown(part, limit)
    for words, items in by_voice(case, (*own, *further), VOICE_WORDS, UNKNOWN_VOICES):
        yield says(words)
        yield ItemList(tuple(case.references.claim(*item.inlines, support=item.support) for item in items))
    counts = (
        _official_counts(case, part, len(own), len(further))
        if part.official
        else _counts(case, part, len(own))
    )
    if counts:
        yield part_claims(case, part, counts)


def _official_counts(case: Case, part: Part, own: int, further: int) -> str:
    """Say how many passages of praise Ofsted's own words hold if the list does not show them all."""
    left = len(part.also) - further
    others = f"{counted(left, 'strength')} that others name {'is' if left == 1 else 'are'} not shown"
    if own == len(part.items):
        return f"{sentence_case(others)}." if left else ""
    where = official_name(case, part)
    are = "is" if own == 1 else "are"
    words = f"Of {counted(len(part.items), 'passage')} of praise found in {where}, {number(own)} {are} shown"
    return f"{words}; {others}." if left else f"{words}."


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
