"""Who may be speaking: people, bodies, documents and pronouns, and who a pronoun or a surname means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Speaker
from councilbrief.evidence.namesakes import Namesakes
from councilbrief.evidence.people import Person, people
from councilbrief.evidence.reading import Reading
from councilbrief.evidence.words import any_of, either, phrases
from councilbrief.provenance import Span

_HEADS = any_of([*phrases("speech", "documents"), *phrases("speech", "bodies")])
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Oo]ne|[Oo]ther|[Bb]oth|[Oo]ur)"
)
# `the other five `, `Ofsted’s latest `; a word has an end, so that none is read over and over.
_DETERMINED = rf"{_DETERMINER} (?:[A-Za-z][\w’'-]{{0,40}} ){{0,3}}?"
_OWNED = r"[A-Z][\w-]{0,40}[’']s? (?:[a-z][\w-]{0,40} ){0,2}?"
# ` for Example Council`, ` from the Labour group`
_OF_WHAT = (
    r" (?:for|from|of|by|at) (?:the )?[A-Z][\w’'-]*(?: (?:and |of |for )?[A-Z][\w’'-]*)*"
    r"| from the [A-Za-z]+ (?:group|party|council|union)"
)
_BODY = re.compile(rf"(?<![\w’'])(?:{_DETERMINED}|{_OWNED})?(?i:{_HEADS})\b(?:{_OF_WHAT})?")
_PROPER_LEAD = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w’'&-]* (?:(?:of|and|on|the|upon) )?)+$")
_CLAUSE_HEAD = re.compile(
    r"(?:^|[\n,;:.!?–—)¤”\"’'] ?"
    r"|\b(?:and|but|that|as|when|while|because|if|so|which|what|until|after|before|then|also|say|says) )$"
)
_BEFORE = 12
"""Characters before a pronoun in which its clause can begin."""

_JOINED = re.compile(r"(?:, [^,.;:]{2,80})?,? and (?:[^,.;:]{2,60},? )?")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]ho)\b")
_AFTER_PREPOSITION = re.compile(
    rf"\b{either('speech', 'objects_follow')}(?: the| a| an| its| his| her| their)? $", re.IGNORECASE
)
_DOCUMENTS = re.compile(rf"\b(?i:{either('speech', 'documents')})\b")
_OFSTED = re.compile(rf"\b(?i:{either('speech', 'ofsted')})s?\b")
_PLURAL = re.compile(rf"\b{either('speech', 'plurals')}\b", re.IGNORECASE)
_OWNERS = ("’s", "'s", "s’", "’", "'")
_MALE = frozenset({"mr", "sir", "lord", "he"})
_FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness", "she"})

FURTHEST = 60
"""Sentences before a pronoun in whose subjects, and speakers, the one that it means is sought."""


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


@dataclass(frozen=True, slots=True)
class Heard:
    """Who has spoken: the end of the words, and the pronoun by which the text named them, if any."""

    end: int
    candidate: Candidate
    pronoun: str = ""


class Cast:
    """Everyone and everything that a text names, in order, and who is meant by what."""

    def __init__(self, reading: Reading) -> None:
        """Find the candidates of the whole text."""
        self._text = reading.narration
        self._sentences = reading.sentences
        self._sentence_starts = [sentence.span.start for sentence in reading.sentences]
        self.people = people(reading)
        self.names = Namesakes(sorted(self.people, key=lambda person: person.span.start))
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
        roles = (part for p in self.people if p.role for part in (p.role.role, p.role.body) if part)
        taken = Coverage([*(candidate.span for candidate in out), *roles])
        bodies = (Span(self._proper_start(match), match.end()) for match in _BODY.finditer(self._text))
        out += [self._named(Kind.BODY, span) for span in bodies if not taken.meets(span)]
        pronouns = (Span(match.start(), match.end()) for match in _PRONOUN.finditer(self._text))
        return [*out, *(self._named(Kind.PRONOUN, span) for span in pronouns if self._can_speak(span))]

    def _can_speak(self, span: Span) -> bool:
        """Say whether a pronoun can be a subject; `it` and `they` are one only at the head of a clause."""
        if span.slice(self._text).lower() not in {"it", "they"}:
            return True
        return _CLAUSE_HEAD.search(self._text[max(0, span.start - _BEFORE) : span.start]) is not None

    def _named(self, kind: Kind, span: Span) -> Candidate:
        """Make a candidate of a body or a pronoun."""
        owner = self._text.startswith(_OWNERS, span.end)
        return Candidate(span, kind, span.slice(self._text), None, owner, self._is_object(span.start))

    def _proper_start(self, match: re.Match[str]) -> int:
        """Take in the capitals before a body's noun: `Cheshire East` before `Council`."""
        if not match[0][0].isupper() or " " in match[0]:
            return match.start()
        lead = _PROPER_LEAD.search(self._text[max(0, match.start() - 80) : match.start()])
        return match.start() - len(lead[0]) if lead else match.start()

    def _is_object(self, start: int) -> bool:
        return _AFTER_PREPOSITION.search(self._text[max(0, start - 24) : start]) is not None

    def antecedent(self, pronoun: Candidate, told: list[Heard]) -> Candidate | None:
        """Return whom a pronoun means; None if nobody fits.

        `told` are those who have spoken before it. Who was called "she" is not meant by "he".
        The latest of them and of the subjects of the sentences comes first, and for "it"
        Ofsted and its report come before any other body.
        """
        word = pronoun.words.lower()
        subjects = self._subjects_before(pronoun.span.start)
        spoke = [(heard.end, heard.candidate) for heard in told[:-FURTHEST:-1]]
        recent = sorted([*spoke, *subjects], key=lambda item: -item[0])
        other = {self._key(heard.candidate) for heard in told if heard.pronoun not in {"", word}}
        focus = [candidate for _, candidate in recent if self._key(candidate) not in other]
        if word == "it":
            focus = [c for c in focus if c.is_ofsted] or focus
        for candidate in focus:
            if word in {"he", "she"} and candidate.kind is Kind.PERSON and self._fits(word, candidate):
                return None if self._is_one_of_two(word, candidate) else candidate
            if word == "it" and candidate.kind is Kind.BODY and not _PLURAL.search(candidate.words):
                return candidate
            if word == "they" and candidate.kind is Kind.BODY:
                return candidate if _PLURAL.search(candidate.words) or candidate.is_ofsted else None
        return None

    def _is_one_of_two(self, pronoun: str, candidate: Candidate) -> bool:
        """Say whether two people share a sentence's verb, so that a pronoun can mean either.

        "The director, Ms Example, and the cabinet member, Cllr Sample, heard the news together."
        """
        at = bisect_left(self._sentence_starts, candidate.span.start + 1) - 1
        span = self._sentences[max(at, 0)].span
        for other in self.within(Span(candidate.span.end, max(span.end, candidate.span.end))):
            free = other.kind is Kind.PERSON and not other.owner and not other.object
            if free and self._fits(pronoun, other):
                return _JOINED.fullmatch(self._text, candidate.span.end, other.span.start) is not None
        return False

    def _key(self, candidate: Candidate) -> str:
        """Return the fullest name of a person, the words of anything else."""
        return self.names.full(candidate.person).words if candidate.person else candidate.words

    def _subjects_before(self, at: int) -> Iterator[tuple[int, Candidate]]:
        """Yield the likely subject of each sentence before a place: its first body, its first person."""
        last = bisect_left(self._sentence_starts, at)
        for sentence in self._sentences[max(last - FURTHEST, 0) : last]:
            named = [c for c in self.within(sentence.span) if not c.owner and c.span.end <= at]
            found = [_first_free(named, kind) for kind in (Kind.BODY, Kind.PERSON)]
            yield from ((candidate.span.start, candidate) for candidate in found if candidate)

    def _fits(self, pronoun: str, candidate: Candidate) -> bool:
        titles = self.names.titles(candidate.person) if candidate.person else frozenset()
        return not titles & (_FEMALE if pronoun == "he" else _MALE)


def _first_free(named: list[Candidate], kind: Kind) -> Candidate | None:
    """Return the first of a kind that is no object; the first at all where every one is."""
    of_kind = [candidate for candidate in named if candidate.kind is kind]
    return next((candidate for candidate in of_kind if not candidate.object), of_kind[0] if of_kind else None)


def stands_for_ofsted(who: Speaker) -> bool:
    """Say whether a speaker's words are Ofsted's: its own, its inspectors', a report's or a letter's."""
    return who.document or _OFSTED.search(f"{who.name} {who.role or ''} {who.organisation or ''}") is not None
