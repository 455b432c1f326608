"""Strengths: some of what the sources praise, spread over sources and areas, and in whose words."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Block, ItemList
from councilbrief.briefing.case import Case
from councilbrief.briefing.findings import by_voice, spread
from councilbrief.briefing.phrases import VOICE_WORDS, number, sentence_case
from councilbrief.briefing.sections.by_inspection import (
    Part,
    closing_notes,
    in_quotations,
    left_out,
    parts,
    says,
    under_headings,
)
from councilbrief.briefing.spec import SectionSpec
from councilbrief.evidence.facts import Evidence, Finding

NOUNS = ("strength", "strengths")
NONE = "These sources name no strengths from the latest inspection."


def strengths(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show at most `limit` strengths an inspection, all without one, word for word."""
    history = bool(asked.history)
    found = parts(case, _strengths, history=history)

    def show(part: Part) -> Iterable[Block]:
        return _shown(case, part, asked.limit)

    blocks = tuple(under_headings(found, show)) or (says(NONE),)
    return closing_notes((*blocks, *left_out(case, _strengths, NOUNS, history=history)))


def _strengths(one: Evidence) -> tuple[Finding, ...]:
    return one.strengths


def _shown(case: Case, part: Part, limit: int | None) -> Iterable[Block]:
    chosen = part.items if limit is None else spread(part.items, limit)
    for voice, items in by_voice(chosen):
        yield says(VOICE_WORDS[voice])
        yield ItemList(tuple(case.references.claim(*item.inlines, support=item.support) for item in items))
    if len(chosen) < len(part.items):
        shown, all_of = sentence_case(number(len(chosen))), number(len(part.items))
        are = "is" if len(chosen) == 1 else "are"
        yield says(f"{shown} of the {all_of} strengths that these sources name {are} shown.")
    yield from in_quotations(case, part)
