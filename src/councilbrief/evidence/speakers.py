"""Who may be speaking: people, bodies, documents and pronouns, and who a pronoun or a surname means."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from councilbrief.evidence.facts import Speaker
from councilbrief.evidence.people import Person, people
from councilbrief.evidence.reading import Reading
from councilbrief.evidence.words import any_of, words
from councilbrief.provenance import Span

_SPEECH = words("speech")
_HEADS = any_of([*_SPEECH["documents"], *_SPEECH["bodies"]])
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Oo]ne|[Oo]ther|[Bb]oth|[Oo]ur)"
)
_ADJECTIVE = r"[A-Za-z][\w’'-]*"
_BODY = re.compile(
    rf"(?<![\w’'])(?:(?:{_DETERMINER} )(?:{_ADJECTIVE} ){{0,3}}?|(?:[A-Z][\w-]*[’']s? )(?:[a-z][\w-]* ){{0,2}}?)?(?i:{_HEADS})\b"
    r"(?: (?:for|from|of|by|at) (?:the )?[A-Z][\w’'-]*(?: (?:and |of |for )?[A-Z][\w’'-]*)*"
    r"| from the [A-Za-z]+ (?:group|party|council|union))?"
)
_PROPER_LEAD = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w’'&-]* (?:(?:of|and|on|the|upon) )?)+$")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]ho)\b")
_AFTER_PREPOSITION = re.compile(
    r"\b(?:after|with|to|of|from|by|alongside|told|for|in|at|on|against|about|into|within|under|between|wants?|thanks?|thanked|praised|asked|over)"
    r"(?: the| a| an| its| his| her| their)? $",
    re.IGNORECASE,
)
_DOCUMENTS = re.compile(rf"\b(?i:{any_of(_SPEECH['documents'])})\b")
_OFSTED = re.compile(rf"\b(?i:{any_of(_SPEECH['ofsted'])})s?\b")
_PLURAL = re.compile(
    r"\b(?:inspectors|officers|members|parents|residents|campaigners|ministers|staff|they)\b", re.IGNORECASE
)
_MALE, _FEMALE = (
    frozenset({"mr", "sir", "lord", "he"}),
    frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness", "she"}),
)


class Kind(StrEnum):
    """What a candidate is."""

    PERSON = "person"
    BODY = "body"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something in the narrator's text that could be the subject of a verb of saying.

    `owner` marks "Smith's" and "the council's", which own something and say nothing;
    `object` one that stands after a preposition or as an object.
    """

    span: Span
    kind: Kind
    words: str
    person: Person | None = None
    owner: bool = False
    object: bool = False

    @property
    def is_document(self) -> bool:
        """Say whether it is a report, a letter or the like."""
        return self.kind is Kind.BODY and _DOCUMENTS.search(self.words) is not None

    @property
    def is_ofsted(self) -> bool:
        """Say whether it stands for Ofsted: its name, its inspectors, a report or letter."""
        return self.kind is Kind.BODY and _OFSTED.search(self.words) is not None


class Cast:
    """Everyone and everything that a text names, in order, and who is meant by what."""

    def __init__(self, reading: Reading) -> None:
        """Find the candidates of the whole text."""
        self._text = reading.narration
        self.people = people(reading)
        self.candidates = tuple(sorted(self._find(), key=lambda candidate: candidate.span.start))
        self._starts = [candidate.span.start for candidate in self.candidates]

    def within(self, span: Span) -> tuple[Candidate, ...]:
        """Return the candidates that stand wholly in a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(c for c in self.candidates[first:last] if c.span.end <= span.end)

    def _find(self) -> list[Candidate]:
        out = [
            Candidate(p.span, Kind.PERSON, p.words, p, p.possessive, self._is_object(p.span.start))
            for p in self.people
        ]
        taken = [candidate.span for candidate in out]
        taken += [part for p in self.people if p.role for part in (p.role.role, p.role.body) if part]
        for pattern, kind in ((_BODY, Kind.BODY), (_PRONOUN, Kind.PRONOUN)):
            for match in pattern.finditer(self._text):
                span = Span(self._proper_start(match) if kind is Kind.BODY else match.start(), match.end())
                if kind is Kind.BODY and _overlaps(taken, span):
                    continue
                owner = self._text[span.end : span.end + 2] in {"’s", "'s", "s’"} or self._text[
                    span.end : span.end + 1
                ] in {"’", "'"}
                out.append(
                    Candidate(span, kind, span.slice(self._text), None, owner, self._is_object(span.start))
                )
        return out

    def _proper_start(self, match: re.Match[str]) -> int:
        """Take in the capitals before a body's noun: `Cheshire East` before `Council`."""
        if not match[0][0].isupper() or " " in match[0]:
            return match.start()
        lead = _PROPER_LEAD.search(self._text[max(0, match.start() - 80) : match.start()])
        return match.start() - len(lead[0]) if lead else match.start()

    def _is_object(self, start: int) -> bool:
        return _AFTER_PREPOSITION.search(self._text[max(0, start - 24) : start]) is not None

    def full(self, person: Person) -> Person:
        """Return the fullest mention of a person, before this one if there is one.

        "Cllr Bulman" is the "Cllr Carol Bulman" named elsewhere; two people who share
        the surname and can't be told apart stay as they are.
        """
        alike = [other for other in self.people if _same(person, other)]
        names = {other.words.lower() for other in alike if " " in other.words}
        if " " not in person.words and len(names) > 1:
            return person
        alike.sort(key=lambda other: (" " not in other.words, other.span.start))
        return alike[0] if alike else person

    def described(self, person: Person) -> Person:
        """Return the mention that says best what a person is: the nearest one up to here with a role."""
        alike = [p for p in self.people if _same(person, p) and p.role and p.role.role]
        before = [p for p in alike if p.span.start <= person.span.start]
        return before[-1] if before else (alike[0] if alike else person)

    def party(self, person: Person) -> str | None:
        """Return the party that the text gives a person anywhere."""
        return next((p.party for p in self.people if _same(person, p) and p.party), None)

    def antecedent(self, pronoun: Candidate, focus: list[Candidate]) -> Candidate | None:
        """Return whom a pronoun means, of those in focus, the latest last; None if nobody fits."""
        word = pronoun.words.lower()
        if word == "it":
            focus = [c for c in focus if c.is_ofsted] or focus
        for candidate in reversed(focus):
            if word in {"he", "she"} and candidate.kind is Kind.PERSON and self._fits(word, candidate):
                return candidate
            if word == "it" and candidate.kind is Kind.BODY and not _PLURAL.search(candidate.words):
                return candidate
            if word == "they" and candidate.kind is Kind.BODY:
                return candidate if _PLURAL.search(candidate.words) or candidate.is_ofsted else None
        return None

    def _fits(self, pronoun: str, candidate: Candidate) -> bool:
        titles = {
            p.title.lower()
            for p in self.people
            if candidate.person and _same(candidate.person, p) and p.title
        }
        return not titles & (_FEMALE if pronoun == "he" else _MALE)


def stands_for_ofsted(who: Speaker) -> bool:
    """Say whether a speaker's words are Ofsted's: its own, its inspectors', a report's or a letter's."""
    return who.document or _OFSTED.search(f"{who.name} {who.role or ''} {who.organisation or ''}") is not None


def _same(one: Person, other: Person) -> bool:
    """Say whether two mentions can be of one person: same surname, and first names do not differ."""
    if one.words.lower() == other.words.lower():
        return True
    first, second = one.words.lower().split(), other.words.lower().split()
    if len(first) > 1 and len(second) > 1:
        return False
    short, long = sorted((first, second), key=len)
    return bool(short) and (
        short[-1] == long[-1] or (short[0] == long[0] and len(short) == 1 and _knight(one, other))
    )


def _knight(one: Person, other: Person) -> bool:
    """Say whether a first name alone is how the title is used: Sir Malcolm."""
    return any(p.title in {"Sir", "Dame", "Lord", "Lady"} for p in (one, other))


def _overlaps(spans: list[Span], span: Span) -> bool:
    return any(span.overlaps(other) for other in spans)
