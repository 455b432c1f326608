"""The items of a list in the making, and what only the whole list tells about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from councilbrief.documents.document import Document, Paragraph
from councilbrief.evidence.report.list_headings import asks, fragment
from councilbrief.provenance import Span

STOP = re.compile(r"[.;:!?][”’\"')\]]*$")
LONGEST_THEME = 120
"""Characters; what is longer is no heading over a few items."""

_FEW = 2
"""Items, at least, that tell something after as many that ask: the list ended before, with no heading."""

_DASHES = frozenset("-–—−‐‑─o\u0336\uf02d\uf0be")


@dataclass(slots=True)
class Entry:
    """An item: what it says or introduces, and the points under it; `torn` if a footnote parts those."""

    lead: Span
    mark: str
    heading: Span
    urgent: bool
    theme: Span | None
    first: Paragraph
    last: Paragraph
    parts: list[Span] = field(default_factory=list)
    torn: bool = False


def mark_of(glyph: str) -> str:
    """Name the kind of mark before an item.

    >>> mark_of("12."), mark_of("(a)"), mark_of("–"), mark_of("◼")
    ('number', 'letter', 'dash', 'bullet')
    """
    if glyph[0].isdigit():
        return "number"
    if glyph[-1] in ").":
        return "letter"
    return "dash" if glyph[0] in _DASHES else "bullet"


def tidied(entries: list[Entry], document: Document) -> list[Entry]:
    """Return the items as the whole list shows them."""
    return list(_below_themes(_asked(entries, document), document))


def _asked(entries: list[Entry], document: Document) -> list[Entry]:
    """Return the items without the strengths that the first reports number on after them.

    Those ask for nothing, and most are sentences that tell; with a heading between, as is
    usual, the list has ended already.
    """
    leads = [document[entry.lead] for entry in entries]
    last = max((at for at, lead in enumerate(leads, 1) if asks(lead)), default=0)
    while last < len(leads) and fragment(leads[last]):
        last += 1
    telling = [lead for lead in leads[last:] if not fragment(lead)]
    numbered = all(entry.mark == "number" for entry in entries)
    if not numbered or last < _FEW or len(telling) < _FEW or 2 * len(telling) < len(leads) - last:
        return entries
    return entries[:last] if all(asks(lead) or fragment(lead) for lead in leads[:last]) else entries


def _below_themes(entries: list[Entry], document: Document) -> Iterator[Entry]:
    """Yield the items; where all that is numbered are themes, the points are the items."""
    leads = [document[entry.lead] for entry in entries]
    themed = len(entries) > 1 and all(entry.parts for entry in entries)
    if not themed or any(STOP.search(lead) or len(lead) > LONGEST_THEME for lead in leads):
        yield from entries
        return
    for entry in entries:
        for part in entry.parts:
            yield Entry(part, "bullet", entry.heading, entry.urgent, entry.lead, entry.first, entry.last)
