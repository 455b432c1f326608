"""Where sources differ: claim beside claim, and which of them has more authority."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from councilbrief.briefing.blocks import Block, Cite, Inline, Statement, Table, Text
from councilbrief.briefing.case import Case, name
from councilbrief.briefing.disagreements import Difference, Version, disagreements
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import sentence_case
from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.spec import SectionSpec

WIDTHS = (0.2, 0.4, 0.4)
OFSTED = "What Ofsted itself says"
AUTHORITY = "What counts"
EQUAL = "One source"
OTHERS = "What another source says"
RANKS = "Ofsted’s own words count before what the council says of them, and that before what the press says."
NEITHER = (
    "Where two sources of the same kind differ, neither counts before the other, "
    "and no grade is shown as the right one."
)


def differences(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Set what sources contradict beside each other; nothing at all where they agree."""
    earlier = case.earlier if asked.history else ()
    shown = (*case.since, *((case.main,) if case.main else ()), *earlier)
    found = [(record, here) for record in shown if (here := disagreements(case, record))]
    if not found:
        return ()
    every = [one for _, here in found for one in here]
    ranks = [RANKS] if any(not one.equal for one in every) else []
    ranks += [NEITHER] if any(one.equal for one in every) else []
    return says(" ".join(ranks)), *(_table(case, record, here) for record, here in found)


def _table(case: Case, record: Record, every: Sequence[Difference]) -> Table:
    rows = tuple(
        (Statement((Text(one.about),)), _cell(case, [one.first]), _cell(case, one.others)) for one in every
    )
    return Table(sentence_case(name(record)), ("About", _heading(every), OTHERS), rows, WIDTHS)


def _heading(every: Sequence[Difference]) -> str:
    """Head the column of those that count; not where in one row nobody does."""
    if any(one.equal for one in every):
        return EQUAL
    return OFSTED if all(one.first.source.kind in OFSTED_KINDS for one in every) else AUTHORITY


def _cell(case: Case, versions: Sequence[Version]) -> Statement:
    inlines: list[Inline] = []
    for at, one in enumerate(versions):
        inlines += [*([Text(". ")] if at else []), *_cited(case, one)]
    return Statement(tuple(inlines), tuple(each for one in versions for each in one.support))


def _cited(case: Case, version: Version) -> Iterable[Inline]:
    yield from version.inlines
    if not any(isinstance(inline, Cite) for inline in version.inlines):
        yield case.references.cite(version.source.id)
