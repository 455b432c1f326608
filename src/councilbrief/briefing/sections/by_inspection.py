"""Which inspections' findings a section shows, and what it says of those that it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from councilbrief.briefing.blocks import Block, Paragraph, Statement, Subheading, Text
from councilbrief.briefing.case import Case, heading, name
from councilbrief.briefing.findings import Item
from councilbrief.briefing.phrases import counted, listed
from councilbrief.evidence.facts import Evidence, Finding


@dataclass(frozen=True, slots=True)
class Part:
    """The findings of one inspection under its heading."""

    title: str
    items: tuple[Item, ...]
    main: bool


def parts(case: Case, take: Callable[[Evidence], Iterable[Finding]], *, history: bool) -> tuple[Part, ...]:
    """Return the findings of the main inspection and of visits since, and with history of all before."""
    shown = (*case.since, *((case.main,) if case.main else ()), *(case.earlier if history else ()))
    found = [Part(heading(record), case.findings(record, take), record is case.main) for record in shown]
    loose = case.unplaced(take)
    if loose:
        found.append(Part("From no inspection that the sources name", loose, main=False))
    return tuple(part for part in found if part.items)


def under_headings(found: Iterable[Part], show: Callable[[Part], Iterable[Block]]) -> Iterable[Block]:
    """Show the parts, each under its heading unless the main inspection's are all there is."""
    every = tuple(found)
    for part in every:
        if len(every) > 1 or not part.main:
            yield Subheading(part.title)
        yield from show(part)


def left_out(
    case: Case,
    take: Callable[[Evidence], Iterable[Finding]],
    nouns: tuple[str, str],
    *,
    history: bool,
) -> Iterable[Block]:
    """Say which inspections' findings are not shown, and how many there are."""
    if history:
        return
    counts = [(record, case.findings(record, take)) for record in case.earlier]
    told_of = [(record, items) for record, items in counts if items]
    if told_of:
        words = listed(
            [f"{counted(len(items), *nouns)} from the {name(record)}" for record, items in told_of]
        )
        rests_on = tuple(each for _, items in told_of for item in items for each in item.support)
        yield Paragraph((case.references.claim(Text(f"Not shown here: {words}."), support=rests_on),))


def says(words: str) -> Paragraph:
    """Make a paragraph of words of our own that claim nothing about a source."""
    return Paragraph((Statement((Text(words),)),))
