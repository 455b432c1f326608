"""Which inspections' findings a section shows, and what stands in quotations instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from councilbrief.briefing.blocks import Block, ItemList, Paragraph, Quote, Statement, Subheading, Text
from councilbrief.briefing.case import Case, heading
from councilbrief.briefing.choice import Stretch, quoted
from councilbrief.briefing.findings import Item, Take
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import source_name
from councilbrief.briefing.remarks import opens_with
from councilbrief.evidence.facts import Voice

# What others say beside Ofsted's own list.
ALSO: Mapping[Voice, str] = {
    Voice.INSPECTORS: "Not on that list, but quoted from the inspectors by others:",
    Voice.COUNCIL: "Not on that list in these words, but named by the council:",
    Voice.PRESS: "Not on that list in these words, but named by the press:",
}
ALSO_UNKNOWN = ("Not on that list in these words, but named by a document of unknown kind:",) * 2


@dataclass(frozen=True, slots=True)
class Part:
    """The findings of one inspection under its heading.

    Where Ofsted's own report or letter names any, `items` are its own, and `also` what
    others say beside them in words that are not Ofsted's. `quoted` are those that stand
    in a quotation which the briefing shows; they are not told twice. `inspectors` says
    that all these are quoted from the inspectors. `echoed` are items of Ofsted's own that
    such a quotation holds as well, `opening` those within the report’s opening words, where these are shown.
    `record` is the inspection, None where no source ties them to one.
    """

    title: str
    items: tuple[Item, ...]
    main: bool
    quoted: tuple[Item, ...] = ()
    inspectors: bool = False
    also: tuple[Item, ...] = ()
    echoed: tuple[Item, ...] = ()
    opening: tuple[Item, ...] = ()
    record: Record | None = None

    @property
    def official(self) -> bool:
        """Say whether the words are Ofsted's own, from its report or letter."""
        return any(item.official for item in self.items)

    @property
    def count(self) -> int:
        """Count all that the sources name."""
        return len(self.items) + len(self.quoted)

    @property
    def among_quotations(self) -> str:
        """Say where those are that are quoted, and whose words they are if the inspectors'."""
        return f"{'in the inspectors’ words, ' if self.inspectors else ''}among the quotations"


def parts(case: Case, take: Take, *, history: bool) -> tuple[Part, ...]:
    """Return the findings of the main inspection and of visits since, and with history of all before."""
    shown = (*case.since, *((case.main,) if case.main else ()), *(case.earlier if history else ()))
    stretches = quoted(case)

    def part(title: str, items: tuple[Item, ...], record: Record | None) -> Part:
        main = record is not None and record is case.main
        twice = tuple(item for item in items if _is_quoted(item, stretches))
        theirs = all(_is_quoted(item, [one for one in stretches if one.inspectors]) for item in twice)
        here = tuple(item for item in items if item not in twice)
        official = tuple(item for item in here if item.official)
        if not official:
            return Part(title, here, main, twice, theirs, record=record)
        also = tuple(item for item in here if not item.official)
        echoed = tuple(_echoed(official, stretches))
        begins = tuple(item for item in official if opens_with(case, item.printed.place))
        return Part(title, official, main, also=also, echoed=echoed, opening=begins, record=record)

    found = [part(heading(record), case.findings(record, take), record) for record in shown]
    found.append(part("From no inspection that the sources name", case.unplaced(take), None))
    return tuple(one for one in found if one.count)


def _echoed(items: Iterable[Item], stretches: Sequence[Stretch]) -> Iterable[Item]:
    """Return the items that a quotation which is shown holds as well, as another document gives it."""
    for item in items:
        if any(one.holds(finding.told.place) for finding in item.findings for one in stretches):
            yield item


def _is_quoted(item: Item, stretches: Sequence[Stretch]) -> bool:
    """Say whether all that an item rests on stands in quotations that are shown."""
    return all(any(one.holds(finding.told.place) for one in stretches) for finding in item.findings)


def none_found(case: Case, take: Take, nouns: str) -> str:
    """Say that none were found, and of which inspection if there are of another."""
    before = any(case.findings(record, take) for record in case.earlier)
    return f"No {nouns}{' from the latest inspection' if before else ''} were found {case.references.here}."


def sources_name(case: Case, part: Part) -> str:
    """Begin a sentence on how many findings of an inspection the sources name."""
    if part.official:
        return f"{official_name(case, part)} name{'' if _several(part) else 's'}"
    every = {item.source for item in (*part.items, *part.quoted)}
    return (
        "One source names" if len(every) == 1 < len(case.references.sources) else case.references.they("name")
    )


def official_name(case: Case, part: Part) -> str:
    """Name the report or letter that a part's items are from: `Ofsted’s report`."""
    named = dict.fromkeys(source_name(case.source(item.source)) for item in part.items)
    return "Ofsted’s reports and letters" if _several(part) else next(iter(named))


def _several(part: Part) -> bool:
    return len({item.source for item in part.items}) > 1


def also_said(case: Case, part: Part) -> Iterable[Block]:
    """List what others say of an inspection in words that are not on Ofsted's own list, and who says it."""
    for words, items in by_voice(case, part.also, ALSO, ALSO_UNKNOWN):
        yield says(words)
        yield ItemList(tuple(case.references.claim(*item.inlines, support=item.support) for item in items))


def by_voice(
    case: Case, items: Iterable[Item], leads: Mapping[Voice, str], unknown_leads: Sequence[str]
) -> Iterable[tuple[str, tuple[Item, ...]]]:
    """Group items by whose words they are: the inspectors', the council's, the press's, or nobody knows."""
    every = tuple(items)
    for voice in Voice:
        own = tuple(one for one in every if one.finding.voice is voice)
        unknown = tuple(one for one in own if voice is Voice.PRESS and case.kind_of(one.source) is None)
        known = tuple(one for one in own if one not in unknown)
        several = len({one.source for one in unknown}) > 1
        groups = ((leads[voice], known), (unknown_leads[several], unknown))
        yield from ((words, group) for words, group in groups if group)


def part_claims(case: Case, part: Part, words: str) -> Paragraph:
    """Make a paragraph of one sentence on all findings of a part."""
    every = (*part.items, *part.quoted)
    rests_on = tuple(each for item in every for each in (item.support[:1] if item.official else item.support))
    return Paragraph((case.references.claim(Text(words), support=rests_on),))


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


def says(words: str) -> Paragraph:
    """Make a paragraph of words of our own that claim nothing about a source."""
    return Paragraph((Statement((Text(words),)),))
