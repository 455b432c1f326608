"""What people have said: each statement once, in the order of who speaks, and what is held back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from councilbrief.briefing.likeness import cut_from, words_of
from councilbrief.evidence.councils import Council
from councilbrief.evidence.facts import Evidence, Quotation, Speaker
from councilbrief.provenance import Source

INSPECTORS = "ofsted"


class Standing(IntEnum):
    """Who speaks, in the order of a briefing: inspectors, then the council, then others."""

    INSPECTORS = 0
    COUNCIL = 1
    OTHERS = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in its longest form, and the same in other documents."""

    quotation: Quotation
    evidence: Evidence
    also: tuple[tuple[Quotation, Evidence], ...] = ()

    @property
    def source(self) -> Source:
        """Return the source that it's quoted from."""
        return self.evidence.source

    @property
    def sensitive(self) -> str | None:
        """Say why it's held back unless the spec asks: for what any version of it says."""
        every = (self.quotation, *(quotation for quotation, _ in self.also))
        return next((one.sensitive for one in every if one.sensitive is not None), None)


def said(evidence: Sequence[Evidence], council: Council) -> tuple[Said, ...]:
    """Gather the statements of documents, each once, the inspectors' before the council's before others'.

    Words quoted inside a paper's own sentence are no statements.
    """
    groups: list[list[tuple[Quotation, Evidence]]] = []
    for one in evidence:
        for quotation in one.quotations:
            if quotation.snippet:
                continue
            group = next((each for each in groups if _same(each[0], (quotation, one))), None)
            if group is None:
                groups.append([(quotation, one)])
            else:
                group.append((quotation, one))
    statements = tuple(map(_longest_first, groups))
    return tuple(sorted(statements, key=lambda each: standing(each.quotation.speaker, council)))


def _longest_first(group: Sequence[tuple[Quotation, Evidence]]) -> Said:
    longest = max(range(len(group)), key=lambda at: (len(group[at][0].told.words), -at))
    quotation, one = group[longest]
    return Said(quotation, one, tuple(each for at, each in enumerate(group) if at != longest))


def _same(first: tuple[Quotation, Evidence], second: tuple[Quotation, Evidence]) -> bool:
    """Say whether two documents give one statement of one speaker, though one may cut it short."""
    (one, its_document), (other, other_document) = first, second
    if its_document is other_document or not _same_speaker(one.speaker, other.speaker):
        return False
    return cut_from(words_of(" ".join(one.paragraphs)), words_of(" ".join(other.paragraphs)))


def _same_speaker(one: Speaker | None, other: Speaker | None) -> bool:
    """Compare names; a surname alone is that of the fuller name."""
    if one is None or other is None:
        return one is other
    first, second = words_of(one.name), words_of(other.name)
    if len(first) == 1 or len(second) == 1:
        return first[-1:] == second[-1:]
    return first == second


def standing(speaker: Speaker | None, council: Council) -> Standing:
    """Say for whom somebody speaks: the inspectors, the council itself, or anyone else.

    A former holder of an office, a party's or a ward's councillor speaks for others.
    """
    if speaker is None:
        return Standing.OTHERS
    role, organisation = (speaker.role or "").casefold(), (speaker.organisation or "").casefold()
    if speaker.document or INSPECTORS in organisation:
        return Standing.INSPECTORS
    names = (name.casefold() for name in council.all_names)
    of_council = any(name in organisation for name in names)
    party_or_ward = speaker.party is not None or "ward" in words_of(role)
    return Standing.COUNCIL if of_council and not speaker.past and not party_or_ward else Standing.OTHERS


def held_back(statements: Iterable[Said]) -> dict[str, tuple[Said, ...]]:
    """Group by reason the statements that a briefing holds back unless the spec asks."""
    reasons: dict[str, list[Said]] = {}
    for one in statements:
        if one.sensitive is not None:
            reasons.setdefault(one.sensitive, []).append(one)
    return {reason: tuple(group) for reason, group in sorted(reasons.items())}
