"""Areas for improvement: every one that the sources name, word for word and numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from councilbrief.briefing.blocks import Block, ItemList, Paragraph, Text
from councilbrief.briefing.case import Case
from councilbrief.briefing.findings import Item
from councilbrief.briefing.phrases import counted, listed
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
from councilbrief.provenance import DocumentKind

NOUNS = ("area for improvement", "areas for improvement")
OFSTED_KINDS = frozenset((DocumentKind.REPORT, DocumentKind.LETTER))
NONE = (
    "These sources name no areas for improvement from the latest inspection. "
    "That does not mean that Ofsted named none."
)
LONGER = "Ofsted’s own report is not among the sources; its list may be longer or worded differently."
GROUPS = {"priority": "Priority actions", "lscb": "For the Local Safeguarding Children Board"}


def improvements(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show all areas for improvement of the inspections that are shown; none is ever cut."""
    history = bool(asked.history)
    found = parts(case, _improvements, history=history)

    def show(part: Part) -> Iterable[Block]:
        return _shown(case, part)

    blocks = tuple(under_headings(found, show)) or (says(NONE),)
    notes = (*_second_hand(case, found), *left_out(case, _improvements, NOUNS, history=history))
    return closing_notes((*blocks, *notes))


def _improvements(one: Evidence) -> tuple[Finding, ...]:
    return one.improvements


def _shown(case: Case, part: Part) -> Iterable[Block]:
    if part.items:
        yield _counted(case, part)
    start = 1
    for title, items in _groups(part.items):
        if title:
            yield says(f"{title}:")
        statements = tuple(case.references.claim(*item.inlines, support=item.support) for item in items)
        yield ItemList(statements, start=start)
        start += len(items)
    yield from in_quotations(case, part)


def _counted(case: Case, part: Part) -> Paragraph:
    """Say how many there are and that none is left out."""
    count = len(part.items)
    every = {1: "it is", 2: "both are"}.get(count, "all are")
    words = f"These sources name {counted(count, *NOUNS)}; {every} shown, word for word."
    rests_on = tuple(each for item in part.items for each in item.support)
    return Paragraph((case.references.claim(Text(words), support=rests_on),))


def _second_hand(case: Case, found: Sequence[Part]) -> Iterable[Block]:
    """Say for which inspections no word is from Ofsted's own report or letter."""
    without = [
        part
        for part in found
        if not OFSTED_KINDS & {case.kind_of(item.source) for item in (*part.items, *part.quoted)}
    ]
    if not without:
        return
    titles = listed([f"the {part.title[:1].lower()}{part.title[1:]}" for part in without])
    yield says(LONGER if len(without) == len(found) else f"For {titles}: {LONGER}")


def _groups(items: Iterable[Item]) -> Iterable[tuple[str | None, tuple[Item, ...]]]:
    """Put the priority actions first, then the main list, then the lists for others."""
    every = tuple(items)
    names = {item.finding.group for item in every}
    several = len(names) > 1
    for name in ("priority", None, *sorted(names - {"priority", None}, key=str)):
        group = tuple(item for item in every if item.finding.group == name)
        if group:
            title = GROUPS.get(name, name) if name else ("Areas for improvement" if several else None)
            yield title, group
