"""What speakers are, held against the text: once for each one whose words were given to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from articles import QuotationTruth
from scoring.likeness import plain
from scoring.verdicts import State, Verdict

Json = dict[str, Any]
Pair = tuple[QuotationTruth, Json]
_SMALL = frozenset({"of", "at", "for", "the", "and", "on", "s", "council", "lib", "dem"})


def offices(id_: str, attributed: Sequence[Pair]) -> Iterator[Verdict]:
    """Yield a verdict on the role of each speaker, by the first quotation that was found and rightly given.

    Who is called by the role alone ("a spokeswoman for the council", "the report") has none beside it.
    """
    seen: set[str] = set()
    for wanted, found in attributed:
        name = plain(wanted.speaker or "")
        if name and name not in seen and not _is_called_by(wanted, found):
            seen.add(name)
            if wanted.role or found["role"]:
                yield Verdict(
                    id_, "roles", _state(wanted, found), name, found["role"], wanted.role, found["rule"]
                )


def _is_called_by(wanted: QuotationTruth, found: Json) -> bool:
    """Say whether the speaker's name is the role itself."""
    name, called = plain(wanted.speaker or ""), plain(found["speaker"] or "")
    return any(f" {plain(role)} " in f" {name} {called} " for role in (wanted.role, found["role"]) if role)


def _state(wanted: QuotationTruth, found: Json) -> State:
    if wanted.role and _alike(wanted, found):
        return State.RIGHT
    if not found["role"]:
        return State.MISSED
    return State.WRONG if wanted.role else State.FALSE


def _alike(wanted: QuotationTruth, found: Json) -> bool:
    """Say whether two tell the same office: one holds the other, and lacks no more than whose it is.

    A title tells one too: "Superintendent", or "councillor" beside the party.
    """
    said, told = plain(found["role"] or found["title"] or ""), plain(wanted.role or "")
    if f" {told} " in f" {said} ":
        return True
    owner = plain(f"{found['organisation'] or ''} {found['party'] or ''} {wanted.party or ''}").split()
    rest = f" {told} ".replace(f" {said} ", " ", 1).split()
    return bool(said) and f" {said} " in f" {told} " and _SMALL.union(owner).issuperset(rest)
