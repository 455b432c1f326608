"""Strengths: some of what the sources praise, spread over sources and areas, and in whose words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from councilbrief.briefing.blocks import Block, ItemList, Paragraph
from councilbrief.briefing.case import Case
from councilbrief.briefing.findings import Item, spread, strengths_of
from councilbrief.briefing.phrases import (
    UNKNOWN_VOICES,
    VOICE_WORDS,
    counted,
    mid_sentence,
    number,
    sentence_case,
)
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
    """Choose what is listed of an inspection: of Ofsted's own words, and of what others name beside them.

    What stands in the opening words of the report is not listed again.
    """
    once = tuple(item for item in part.items if item not in part.opening)
    if limit is None:
        return once, part.also
    own = spread(tuple(item for item in once if item not in part.echoed), limit)
    return own, spread(part.also, limit - len(own))


def _shown(case: Case, part: Part, limit: int | None) -> Iterable[Block]:
    """Show the report's or letter's own strengths first, and others' as far as there is room."""
    own, further = shown(part, limit)
    yield from _official(case, part, own) if part.official else _others(case, part, own)
    for words, items in by_voice(case, further, VOICE_WORDS, UNKNOWN_VOICES):
        yield says(words)
        yield _listed(case, items)
    left = len(part.also) - len(further)
    if left:
        are = "is" if left == 1 else "are"
        words = f"{sentence_case(counted(left, 'strength'))} that others name {are} not shown."
        yield part_claims(case, replace(part, items=part.also), words)


def _official(case: Case, part: Part, own: tuple[Item, ...]) -> Iterable[Block]:
    """List Ofsted's own words, and begin by saying how many passages of praise these are of how many."""
    where = f"found in {official_name(case, part)}"
    if not own:
        are = "is" if len(part.items) == 1 else "are"
        praise = (
            f"{sentence_case(counted(len(part.items), 'passage'))} of praise {where} {are} not listed here."
        )
        yield part_claims(case, part, praise)
        return
    praise = f"{_of_all(len(own), len(part.items))} {where}"
    groups = tuple(by_voice(case, own, VOICE_WORDS, UNKNOWN_VOICES))
    if len(groups) == 1:
        ((words, items),) = groups
        yield part_claims(case, part, f"{praise}, {mid_sentence(words)}")
        yield _listed(case, items)
        return
    yield part_claims(case, part, f"{praise} {'is' if len(own) == 1 else 'are'} shown.")
    for words, items in groups:
        yield says(words)
        yield _listed(case, items)


def _of_all(shown: int, every: int) -> str:
    """Count passages of praise: `Six of 93 passages of praise`, `Both passages of praise`."""
    if shown < every:
        return f"{sentence_case(number(shown))} of {counted(every, 'passage')} of praise"
    passages = {1: "The one passage", 2: "Both passages"}.get(every, f"All {number(every)} passages")
    return f"{passages} of praise"


def _others(case: Case, part: Part, items: tuple[Item, ...]) -> Iterable[Block]:
    """List what others name, each group under whose words it is; the count of all leads in."""
    counts = _counts(case, part, len(items))
    begin = part_claims(case, part, counts).statements if counts else ()
    for words, group in by_voice(case, items, VOICE_WORDS, UNKNOWN_VOICES):
        yield Paragraph((*begin, *says(words).statements))
        yield _listed(case, group)
        begin = ()
    if begin:
        yield Paragraph(begin)


def _listed(case: Case, items: Iterable[Item]) -> ItemList:
    return ItemList(tuple(case.references.claim(*item.inlines, support=item.support) for item in items))


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
