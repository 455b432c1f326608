"""What people have said: each statement once, in the order of who speaks, and what is held back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby, pairwise

from councilbrief.briefing.likeness import cut_from, words_of
from councilbrief.evidence.councils.register import Council
from councilbrief.evidence.facts import Evidence, Quotation, Speaker
from councilbrief.provenance import Source

INSPECTORS = "ofsted"


class Standing(IntEnum):
    """Who speaks, in the order of a briefing: inspectors, then the council, then others."""

    INSPECTORS = 0
    COUNCIL = 1
    OTHERS = 2


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody says in one paragraph or in several that follow each other.

    `parts` are several where the narrator breaks in (`“…,” she said. “…”`). `turn` counts
    the turns of speech in the document: what somebody says until another speaks is one
    statement, and `sensitive` says why all of it is held back unless the spec asks.
    """

    parts: tuple[Quotation, ...]
    evidence: Evidence
    turn: int
    sensitive: str | None

    @property
    def speaker(self) -> Speaker | None:
        """Return who speaks, None where the text names nobody."""
        return self.parts[0].speaker

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the words, a paragraph or part of one each."""
        return tuple(paragraph for part in self.parts for paragraph in part.paragraphs)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in its longest form, and the same in other documents."""

    spoken: Spoken
    also: tuple[Spoken, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """Return the facts of the document that it's quoted from."""
        return self.spoken.evidence

    @property
    def source(self) -> Source:
        """Return the source that it's quoted from."""
        return self.evidence.source

    @property
    def versions(self) -> tuple[Spoken, ...]:
        """Return all versions, the longest first."""
        return (self.spoken, *self.also)

    @property
    def sensitive(self) -> str | None:
        """Say why it's held back unless the spec asks: for what any version of it says."""
        return next((one.sensitive for one in self.versions if one.sensitive is not None), None)


def said(evidence: Sequence[Evidence], council: Council) -> tuple[Said, ...]:
    """Gather the statements of documents, each once, the inspectors' before the council's before others'.

    Words quoted inside a paper's own sentence are no statements.
    """
    groups: list[list[Spoken]] = []
    for one in evidence:
        for spoken in _spoken(one):
            group = next((each for each in groups if _same(each[0], spoken)), None)
            if group is None:
                groups.append([spoken])
            else:
                group.append(spoken)
    statements = tuple(map(_longest_first, groups))
    return tuple(sorted(statements, key=lambda each: standing(each.spoken.speaker, council)))


def _spoken(one: Evidence) -> Iterable[Spoken]:
    """Put together what a document quotes: turn by turn, and in a turn what stands in one paragraph."""
    quotations = sorted(
        (each for each in one.quotations if not each.snippet), key=lambda each: each.told.place.span
    )
    for number, turn in enumerate(_turns(quotations)):
        sensitive = next((each.sensitive for each in turn if each.sensitive is not None), None)
        for _, parts in groupby(zip(turn, _breaks(turn), strict=True), key=lambda each: each[1]):
            yield Spoken(tuple(quotation for quotation, _ in parts), one, number, sensitive)


def _turns(quotations: Sequence[Quotation]) -> Iterable[tuple[Quotation, ...]]:
    """Cut a document's quotations where somebody else speaks.

    In doubt words that the text gives nobody are of whoever spoke last, so that no half of a
    statement is shown when the other half is held back.
    """
    turn: list[Quotation] = []
    speaker: Speaker | None = None
    for quotation in quotations:
        own = quotation.speaker
        if turn and own is not None and speaker is not None and not _same_speaker(own, speaker):
            yield tuple(turn)
            turn, speaker = [], None
        turn.append(quotation)
        speaker = speaker or own
    if turn:
        yield tuple(turn)


def _breaks(turn: Sequence[Quotation]) -> tuple[int, ...]:
    """Give the parts of a turn the numbers of statements, a new one where the paragraph or name changes."""
    numbers = [0]
    for before, after in pairwise(turn):
        place, its = before.told.place, after.told.place
        same = len(place.pieces) == 1 and place.paragraph == its.paragraph
        numbers.append(numbers[-1] + (not (same and _same_speaker(before.speaker, after.speaker))))
    return tuple(numbers)


def _longest_first(group: Sequence[Spoken]) -> Said:
    longest = max(range(len(group)), key=lambda at: (sum(map(len, group[at].paragraphs)), -at))
    return Said(group[longest], tuple(each for at, each in enumerate(group) if at != longest))


def _same(one: Spoken, other: Spoken) -> bool:
    """Say whether two documents give one statement of one speaker, though one may cut it short."""
    if one.evidence is other.evidence or not _same_speaker(one.speaker, other.speaker):
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


def held_back(statements: Iterable[Said]) -> dict[str, tuple[tuple[Said, ...], ...]]:
    """Group by reason what a briefing holds back unless the spec asks, a group for each turn of speech."""
    reasons: dict[str, dict[tuple[str, int], list[Said]]] = {}
    for one in statements:
        if one.sensitive is not None:
            of_reason = reasons.setdefault(one.sensitive, {})
            of_reason.setdefault((one.source.id, one.spoken.turn), []).append(one)
    return {
        reason: tuple(tuple(turn) for turn in turns.values()) for reason, turns in sorted(reasons.items())
    }
