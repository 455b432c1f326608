"""Areas for improvement: every one that the sources name, word for word and numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from councilbrief.briefing.blocks import Beneath, Block, ItemList, Paragraph, Statement
from councilbrief.briefing.case import Case
from councilbrief.briefing.findings import Item, improvements_of
from councilbrief.briefing.phrases import counted, listed, number, sentence_case
from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.briefing.remarks import remarked
from councilbrief.briefing.sections.by_inspection import (
    Part,
    also_said,
    closing_notes,
    none_found,
    part_claims,
    parts,
    says,
    sources_name,
    under_headings,
)
from councilbrief.briefing.since_last import SinceLast, since_last
from councilbrief.briefing.slices import closed
from councilbrief.briefing.spec import SectionSpec
from councilbrief.evidence.facts import RemarkKind

NOUNS = ("area for improvement", "areas for improvement")
NONE = "That does not mean that the inspectors named none."
LONGER = "the inspectors’ own list may be longer or worded differently."
GROUPS = {"priority": "Priority actions", "lscb": "For the Local Safeguarding Children Board"}


def improvements(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show all areas for improvement of the inspections that are shown; none is ever cut."""

    def show(part: Part) -> Iterable[Block]:
        return _shown(case, part, asked)

    found = parts(case, improvements_of, history=bool(asked.history))
    none = f"{none_found(case, improvements_of, NOUNS[1])} {NONE}"
    blocks = tuple(under_headings(found, show)) or (says(none),)
    return closing_notes((*blocks, *_second_hand(case, found)))


def _shown(case: Case, part: Part, asked: SectionSpec) -> Iterable[Block]:
    """Show an inspection's areas with what each comes back from, and those that don't come back."""
    last = since_last(case, part.items) if asked.recurring and part.main else None
    yield part_claims(case, part, _counts(case, part))
    start = 1
    for title, items in _groups(part.items):
        if title:
            yield says(f"{title}:")
        every = [area(case, item) for item in items]
        remarks = [last.remark(item) if last else None for item in items]
        under = tuple(Beneath(points, remark) for (_, points), remark in zip(every, remarks, strict=True))
        yield ItemList(tuple(lead for lead, _ in every), start, under if any(map(_is_more, under)) else ())
        start += len(items)
    yield from also_said(case, part)
    if last:
        verdict = tuple(remarked(case, case.main, RemarkKind.EARLIER_AREAS)) if case.main else ()
        summed = last.summed(whole=bool(asked.history))
        yield from (Paragraph((summed,)), *([Paragraph(verdict)] if verdict else []))
        yield from _dropped(case, last, history=bool(asked.history))


def _is_more(beneath: Beneath) -> bool:
    return bool(beneath.points or beneath.remark)


def area(case: Case, item: Item) -> tuple[Statement, tuple[Statement, ...]]:
    """Set an area for improvement; of one with points what introduces them, and the points."""
    words = closed(item.printed)
    if not item.official:
        return case.references.claim(*item.inlines, support=item.support), ()
    if len(words) == 1:
        return case.references.claim(*words, support=item.support), ()
    whole = case.references.claim(*words, support=item.support)
    lead, *points, last, cite = whole.inlines
    return Statement((lead,), whole.support), (
        *(Statement((one,)) for one in points),
        Statement((last, cite)),
    )


def _dropped(case: Case, last: SinceLast, *, history: bool) -> Iterable[Block]:
    """Say what the list before named and this one does not; it is listed where it is little and not shown."""
    listed = last.lists_dropped and not history
    for statement in last.left(listed=listed):
        yield Paragraph((statement,))
        if listed:
            every = [area(case, item) for item in last.dropped]
            beneath = tuple(Beneath(points) for _, points in every)
            yield ItemList(tuple(lead for lead, _ in every), None, beneath)


def _counts(case: Case, part: Part) -> str:
    """Say how many there are, that none is left out, and where those are that are not listed here."""
    they_name, every = sources_name(case, part), counted(part.count, *NOUNS)
    if not part.items:
        are = "is" if part.count == 1 else "are"
        return f"{they_name} {every}, which {are} {part.among_quotations}."
    if part.quoted:
        here = f"{number(len(part.items))} here, word for word, and {number(len(part.quoted))}"
        return f"{they_name} {every}: {here} {part.among_quotations}."
    all_are = {1: "it is", 2: "both are"}.get(part.count, "all are")
    return f"{they_name} {every}; {all_are} shown, word for word."


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
    yield says(sentence_case(LONGER) if len(without) == len(found) else f"For {titles}: {LONGER}")


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
