"""What speaks for each council that a text names to be the one it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from councilbrief.documents.document import Document
from councilbrief.evidence.councils.register import Council
from councilbrief.provenance import Span

# How much a mention says: of the council's services or of their grade ("Camden’s children’s
# services"), the council by name, its possessive ("Camden’s help"), the bare place, the place
# where something happened ("told in Manchester"), a council that is only compared or joined with.
SERVICES, STRONG, POSSESSIVE, BARE, SCENE, PASSING = 8, 6, 4, 2, 1, 0
# What stands in the opening is what a text is about.
OPENING_WEIGHT = 3
# The first council that is named, as a rule in the title, has the best claim.
FIRST_WEIGHT = 3
# Named so often, and once as a council, it is the subject even where the opening does not name it.
OFTEN = 2
# Far enough around to see what is told of a council.
AROUND = 300
_INSPECTED = re.compile(r"\b(?:ofsted|inspect\w+)\b", re.IGNORECASE)
# `Leader, Norchester City Council` with nothing behind it
_SIGNED = re.compile(r"(?:,|\||[–—-]) $")
# `Kent’s and Medway’s services`, `Kent’s children’s services and those of Medway`
_AND = re.compile(r"(?:['’]s?(?: [\w’' ]{0,24}services)?)?,? (?:and|&)(?: (?:those|that) of)? |, ")
_ALSO = re.compile(r",? (?:and|&) ")


@dataclass(slots=True)
class Case:
    """What speaks for one council, or for one that the register lacks."""

    label: str
    council: Council | None
    span: Span
    rank: int = 0
    counted: int = 0
    bonus: int = 0
    count: int = 0
    opening: bool = False
    marked: bool = False
    alone: bool = False
    best: int = 0
    services: int = 0

    def add(self, span: Span, weight: int, *, opening: bool, first: bool) -> None:
        """Count a mention, and keep it as the case's best where it is."""
        if weight == PASSING:
            return
        worth = weight * (OPENING_WEIGHT if opening else 1)
        self.counted += worth
        self.bonus += worth * (FIRST_WEIGHT - 1) if first else 0
        self.count += 1
        self.services += weight == SERVICES
        self.opening = self.opening or opening
        self.best = max(self.best, weight)
        rank = weight + (STRONG if opening else 0)
        if rank > self.rank:
            self.rank, self.span = rank, span

    @property
    def score(self) -> int:
        """Return how much speaks for it; to come first says little of a place that is not named again."""
        return self.counted + (self.bonus if self.count >= OFTEN or self.best > BARE else 0)

    @property
    def possible(self) -> bool:
        """Say whether this can be the subject, and not just a council or a scene in passing."""
        if self.best <= SCENE:
            return False
        return self.opening or self.marked or (self.best >= STRONG and (self.count >= OFTEN or self.alone))


@dataclass(slots=True)
class Field:
    """All cases of a document."""

    document: Document
    end_of_opening: int
    begun: bool = False
    first: bool = False
    end: int = -1
    weight: int = PASSING
    last: Span | None = None
    key: str = ""
    cases: dict[str, Case] = field(default_factory=dict)

    def add(self, key: str, label: str, council: Council | None, span: Span, weight: int) -> None:
        """Count a mention for a case, which is opened with the first.

        One of the services, one that signs, or one beside an inspection marks its case as possible.
        What is said of the one before "and" is said of this one: "services in Kent and Medway",
        "help from Kent and Medway"; what is said of this one, of that: "Kent and Medway’s services".
        """
        joined = self.end >= 0 and _AND.fullmatch(self.document.text, self.end, span.start) is not None
        weight = max(weight, self.weight) if joined else weight
        if joined and self.weight == PASSING and _ALSO.fullmatch(self.document.text, self.end, span.start):
            weight = PASSING
        if joined and self.last and PASSING < self.weight < weight == SERVICES:
            self.cases[self.key].add(self.last, weight, opening=self._opens(self.last), first=self.first)
            self.cases[self.key].marked = True
        self.first = weight > SCENE and (not self.begun or (joined and self.first))
        self.end, self.weight, self.last, self.key = span.end, weight, span, key
        case = self.cases.setdefault(key, Case(label, council, span))
        if weight == SERVICES or (weight == STRONG and not case.marked and self._marks(span)):
            case.marked = True
        case.add(span, weight, opening=self._opens(span), first=self.first)
        self.begun = True

    def _opens(self, span: Span) -> bool:
        """Say whether a mention stands in the opening of the text."""
        return span.start < self.end_of_opening

    def _marks(self, span: Span) -> bool:
        """Say whether a council is named to sign a text, or beside an inspection."""
        text, around = self.document.text, self.document.paragraph_at(span.start).span
        if span.end == around.end and _SIGNED.search(text, max(around.start, span.start - 2), span.start):
            return True
        start, end = max(around.start, span.start - AROUND), min(around.end, span.end + AROUND)
        return _INSPECTED.search(text, start, end) is not None
