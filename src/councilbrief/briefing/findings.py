"""Strengths and areas for improvement: whose inspection they belong to, told once, spread fairly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from councilbrief.briefing.blocks import Inline, Support
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.likeness import alike, same_in_part, words_of
from councilbrief.briefing.references import OFSTED_KINDS, authority
from councilbrief.briefing.slices import as_item, support
from councilbrief.evidence.facts import Evidence, Finding, Polarity, Quoted

# Words that point back at something before them; a finding that opens with one can't stand alone.
POINTING = frozenset(
    (
        "they",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "their",
        "he",
        "she",
        "his",
        "her",
        "which",
        "who",
    )
)

Take = Callable[[Evidence], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: the words that are printed, and the findings behind them.

    There are several findings where documents say nearly the same, or where one
    stretch of a document holds two. `official` says that the words are Ofsted's own,
    from its report or letter.
    """

    printed: Quoted
    findings: tuple[Finding, ...]
    official: bool = False

    @property
    def finding(self) -> Finding:
        """Return the finding whose words are printed."""
        return self.findings[0]

    @property
    def source(self) -> str:
        """Return the id of the source whose words are printed."""
        return self.printed.place.source

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Return the words that are printed."""
        return as_item(self.printed)

    @property
    def support(self) -> tuple[Support, ...]:
        """Return what it rests on: the printed words, and each other finding behind them."""
        first, *rest = self.findings
        return (support(self.printed, first.rule), *(support(one.told, one.rule) for one in rest))


def strengths_of(one: Evidence) -> tuple[Finding, ...]:
    """Return the strengths that a document names."""
    return one.strengths


def improvements_of(one: Evidence) -> tuple[Finding, ...]:
    """Return the areas for improvement that a document names."""
    return one.improvements


def of_record(record: Record, evidence: Sequence[Evidence], take: Take) -> tuple[Item, ...]:
    """Gather a record's findings over all documents, those with most authority first, each told once."""
    return _gathered(evidence, take, lambda finding, one: record.tells(one, _inspection_of(finding, one)))


def unplaced(records: Sequence[Record], evidence: Sequence[Evidence], take: Take) -> tuple[Item, ...]:
    """Gather the findings that no document ties to an inspection."""

    def loose(finding: Finding, one: Evidence) -> bool:
        return finding.inspection is None and not any(
            record.tells(one, _inspection_of(finding, one)) for record in records
        )

    return _gathered(evidence, take, loose)


def _inspection_of(finding: Finding, one: Evidence) -> int | None:
    """Return the inspection that a finding belongs to: its own, or the document's current one."""
    if finding.inspection is not None:
        return finding.inspection
    current = (each.inspection for each in one.judgements if each.current)
    return next(current, 0 if len(one.inspections) == 1 else None)


def _gathered(
    evidence: Sequence[Evidence], take: Take, wanted: Callable[[Finding, Evidence], bool]
) -> tuple[Item, ...]:
    items: list[Item] = []
    for one in sorted(evidence, key=lambda one: authority(one.source)):
        official = one.source.kind in OFSTED_KINDS
        items += _of_document([finding for finding in take(one) if wanted(finding, one)], official=official)
    return _told_once(items)


def _of_document(findings: Sequence[Finding], *, official: bool) -> Iterable[Item]:
    """Print each finding of a document so that it can stand alone and nothing is printed twice."""
    printed = [_printed(finding, findings) for finding in findings]
    for at, (finding, words) in enumerate(zip(findings, printed, strict=True)):
        covering = [other for other in range(len(printed)) if other != at and _covers(printed, other, at)]
        if not covering:
            within = [findings[other] for other in range(len(printed)) if _covers(printed, at, other)]
            yield Item(words, (finding, *(one for one in within if one is not finding)), official)


def _printed(finding: Finding, findings: Sequence[Finding]) -> Quoted:
    """Choose the slice that stands alone, unless it holds other findings and the finding needs no more.

    "They have frequent opportunities" points back, so it is printed from "children" on.
    """
    span = finding.standing.place.span
    holds_others = any(other is not finding and span.covers(other.told.place.span) for other in findings)
    opening = words_of(finding.told.words)[:1]
    return finding.told if holds_others and not POINTING.intersection(opening) else finding.standing


def _covers(printed: Sequence[Quoted], outer: int, inner: int) -> bool:
    """Say whether one printed slice holds another; of two equal ones the first holds the second."""
    one, other = printed[outer].place.span, printed[inner].place.span
    return one.covers(other) and (one != other or outer < inner)


def _told_once(items: Iterable[Item]) -> tuple[Item, ...]:
    """Put items that say the same together, in the place of the first that says it.

    Documents are compared with each other; what one document lists twice stays twice.
    What others cut from an area for improvement of Ofsted's list is told with it.
    """
    kept: list[Item] = []
    kept_words: list[tuple[str, ...]] = []
    for item in items:
        words = words_of(item.finding.told.words)
        others = (at for at, one in enumerate(kept) if one.source != item.source)
        at = next((at for at in others if _says_same(kept[at], kept_words[at], item, words)), None)
        if at is None:
            kept.append(item)
            kept_words.append(words)
        else:
            kept[at] = _joined(kept[at], item)
    return tuple(kept)


def _says_same(kept: Item, kept_words: Sequence[str], item: Item, words: Sequence[str]) -> bool:
    """Say whether two items say the same; what is only cut short does where Ofsted's own is shown."""
    cut = kept.official and not item.official and item.finding.polarity is Polarity.IMPROVEMENT
    return same_in_part(words, kept_words) if cut else alike(kept_words, words)


def _joined(first: Item, second: Item) -> Item:
    """Print the first's words, unless only the second's stand alone without their surroundings."""
    if not first.official and first.printed != first.finding.told and second.printed == second.finding.told:
        return Item(second.printed, (*second.findings, *first.findings), second.official)
    return Item(first.printed, (*first.findings, *second.findings), first.official)


def spread(items: Sequence[Item], limit: int) -> tuple[Item, ...]:
    """Choose `limit` items, turn by turn over sources and, within a source, over areas.

    The chosen keep the order that they came in.
    """
    if len(items) <= limit:
        return tuple(items)
    by_source: dict[str, dict[object, list[int]]] = {}
    for at, item in enumerate(items):
        areas = by_source.setdefault(item.source, {})
        areas.setdefault(item.finding.area, []).append(at)
    queues = [_in_turn(areas.values()) for areas in by_source.values()]
    return tuple(items[at] for at in sorted(_in_turn(queues)[:limit]))


def _in_turn(queues: Iterable[Sequence[int]]) -> list[int]:
    """Take one of each queue in turn until all are empty."""
    lists = list(queues)
    longest = max(map(len, lists), default=0)
    return [queue[turn] for turn in range(longest) for queue in lists if turn < len(queue)]
