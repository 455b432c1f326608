"""Which councils a text means by names that it shortens, or names only in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from councilbrief.evidence.councils.mentions import Mention
from councilbrief.evidence.councils.register import Council, Register
from councilbrief.evidence.words import either

_OWN = re.compile(rf"\b{either('councils', 'own')}", re.IGNORECASE)
# `a conference in Norchester`, where others meet
_SCENE = re.compile(rf"\b{either('councils', 'scenes')}\b", re.IGNORECASE)
# `Norchester’s children`, said of those whom its council serves
_ITS_PEOPLE = re.compile(
    r"(?i:['’]s) (?:own |most |\w+ )?(?:children|families|young people|youngsters|care leavers)\b"
)
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


def only_place(found: Sequence[Mention], paragraph: str) -> Mention | None:
    """Return the only council that a text names, where only its place is named.

    The first paragraph with it speaks of "the council": "What Ofsted says of the council was welcomed in
    Norchester".
    """
    named = {mention.council for mention in found}
    if len(named) != 1 or found[0].council is None or _SCENE.search(paragraph):
        return None
    return found[0] if _OWN.search(paragraph) else None


def only_served(found: Sequence[Mention], text: str) -> Mention | None:
    """Return the only council that a text names, where it is only named as a place whose children are served.

    The text speaks of its own council: "Ofsted inspected the council. We owe it to Norchester’s children."
    """
    if len({mention.council for mention in found}) != 1 or _OWN.search(text) is None:
        return None
    return next((m for m in found if m.council and _ITS_PEOPLE.match(text, m.span.end)), None)
