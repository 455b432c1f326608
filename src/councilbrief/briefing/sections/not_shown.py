"""What the sources tell of earlier inspections and the briefing does not show, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from councilbrief.briefing.blocks import Statement, Support, Text
from councilbrief.briefing.case import Case
from councilbrief.briefing.choice import chosen
from councilbrief.briefing.findings import Item, Take, improvements_of, strengths_of
from councilbrief.briefing.phrases import counted, listed
from councilbrief.briefing.sections.by_inspection import parts as found_parts
from councilbrief.briefing.sections.improvements import NOUNS
from councilbrief.briefing.sections.quotations import who
from councilbrief.briefing.since_last import since_last
from councilbrief.briefing.spec import SectionKey
from councilbrief.provenance import DocumentKind

FINDINGS: tuple[tuple[SectionKey, Take, tuple[str, str]], ...] = (
    (SectionKey.STRENGTHS, strengths_of, ("strength", "strengths")),
    (SectionKey.IMPROVEMENTS, improvements_of, NOUNS),
)


def _told(
    case: Case, items: Sequence[Item], nouns: tuple[str, str], *, others: bool, after: Sequence[str]
) -> str:
    """Count what is left out; of a report, whose praise is hardly countable, just name it."""
    if not any(case.kind_of(item.source) is DocumentKind.REPORT for item in items):
        return counted(len(items), *nouns)
    if others and nouns == NOUNS:
        return f"other {nouns[1]}"
    return nouns[1] if any(one.startswith("the ") for one in after) else f"the {nouns[1]}"


def _shows_some(case: Case) -> bool:
    """Say whether some earlier areas for improvement stand beside those of the main inspection."""
    main = (part for part in found_parts(case, improvements_of, history=False) if part.main)
    last = next((since_last(case, part.items) for part in main), None)
    return last is not None and last.shows_any


def not_shown(case: Case) -> Iterable[Statement]:
    """Count what sections that are there leave out because it is of an earlier inspection."""
    parts: list[str] = []
    rests_on: list[Support] = []
    for key, take, nouns in FINDINGS:
        asked = case.asked.get(key)
        if asked is not None and not asked.history:
            items = [item for record in case.earlier for item in case.findings(record, take)]
            others = bool(asked.recurring) and _shows_some(case)
            parts += [_told(case, items, nouns, others=others, after=parts)] if items else []
            rests_on += [each for item in items for each in item.support]
    quotations = case.asked.get(SectionKey.QUOTATIONS)
    statements = chosen(case, quotations).earlier if quotations else ()
    if statements:
        parts.append(counted(len(statements), "statement"))
        rests_on += [who(one.spoken) for one in statements]
    if parts:
        words = Text(f"Not shown from earlier inspections: {listed(parts)}.")
        yield case.references.claim(words, support=rests_on)
