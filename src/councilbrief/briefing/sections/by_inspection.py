"""Which inspections' findings a section shows, and what it says of those that it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from councilbrief.briefing.blocks import Block, ItemList, Paragraph, Quote, Statement, Subheading, Text
from councilbrief.briefing.case import Case, heading, name
from councilbrief.briefing.choice import quoted
from councilbrief.briefing.findings import Item
from councilbrief.briefing.phrases import counted, listed, number
from councilbrief.evidence.facts import Evidence, Finding
from councilbrief.provenance import Span


@dataclass(frozen=True, slots=True)
class Part:
    """The findings of one inspection under its heading.

    `quoted` are those that stand in a quotation which the briefing shows; they are not
    told twice.
    """

    title: str
    items: tuple[Item, ...]
    main: bool
    quoted: tuple[Item, ...] = ()


def parts(case: Case, take: Callable[[Evidence], Iterable[Finding]], *, history: bool) -> tuple[Part, ...]:
    """Return the findings of the main inspection and of visits since, and with history of all before."""
    shown = (*case.since, *((case.main,) if case.main else ()), *(case.earlier if history else ()))
    stretches = quoted(case)

    def part(title: str, items: tuple[Item, ...], *, main: bool) -> Part:
        twice = tuple(item for item in items if _is_quoted(item, stretches))
        return Part(title, tuple(item for item in items if item not in twice), main, twice)

    found = [part(heading(record), case.findings(record, take), main=record is case.main) for record in shown]
    found.append(part("From no inspection that the sources name", case.unplaced(take), main=False))
    return tuple(one for one in found if one.items or one.quoted)


def _is_quoted(item: Item, stretches: tuple[tuple[str, Span], ...]) -> bool:
    """Say whether all that an item rests on stands in quotations that are shown."""
    places = [finding.told.place for finding in item.findings]
    return all(
        any(place.source == id_ and span.covers(place.span) for id_, span in stretches) for place in places
    )


def in_quotations(case: Case, part: Part) -> Iterable[Block]:
    """Point at the findings that the quotations below hold."""
    if part.quoted:
        also = " more" if part.items else ""
        words = f"Ofsted’s own words, quoted below, tell of {number(len(part.quoted))}{also}."
        rests_on = tuple(each for item in part.quoted for each in item.support)
        yield Paragraph((case.references.claim(Text(words), support=rests_on),))


def under_headings(found: Iterable[Part], show: Callable[[Part], Iterable[Block]]) -> Iterable[Block]:
    """Show the parts, each under its heading unless the main inspection's are all there is."""
    every = tuple(found)
    for part in every:
        if len(every) > 1 or not part.main:
            yield Subheading(part.title)
        yield from show(part)


def closing_notes(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Run the notes that follow a list or a quotation together into one paragraph."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        follows = len(out) > 1 and isinstance(out[-2], ItemList | Quote)
        if isinstance(block, Paragraph) and isinstance(last, Paragraph) and follows:
            out[-1] = Paragraph((*last.statements, *block.statements))
        else:
            out.append(block)
    return tuple(out)


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
