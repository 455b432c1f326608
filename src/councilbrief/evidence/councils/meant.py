"""Which councils a text means by names that it shortens, or names only in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from councilbrief.evidence.councils.mentions import Mention
from councilbrief.evidence.councils.register import Council, Register

_THE_COUNCIL = re.compile(r"\b[Tt]he [Cc]ouncil\b(?! of\b)")


def predecessors(found: Sequence[Mention], register: Register) -> dict[str, Council]:
    """Map a council to its predecessor of the same name where only that one is named in full.

    A text that says "Dorset County Council" means it by "Dorset" as well.
    """
    strong = {m.council.gss: m.council for m in found if m.strong and m.council}
    return {
        new: old
        for old in strong.values()
        for new in old.successors
        if new not in strong and register[new].place == old.place
    }


def only_one(found: Sequence[Mention], text: str) -> Mention | None:
    """Return the only council that a text names, by its full name, where it goes on to "the council".

    Then "with support from Norchester Council" is no more in passing.
    """
    named = {mention.council for mention in found}
    strong = next((mention for mention in found if mention.strong), None)
    if strong is None or len(named) > 1 or strong.council is None:
        return None
    return strong if _THE_COUNCIL.search(text, strong.span.end) else None
