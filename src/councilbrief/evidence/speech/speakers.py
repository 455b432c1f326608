"""The cast of a text: who may be speaking, and whom a pronoun, a surname or a role means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from councilbrief.documents.document import Shape
from councilbrief.evidence.speech.candidates import Candidate, Kind, candidates
from councilbrief.evidence.speech.namesakes import Namesakes
from councilbrief.evidence.speech.people import Person, people
from councilbrief.evidence.speech.sayers import is_definite, qualifiers
from councilbrief.evidence.speech.surnames import unaccented
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either, phrases
from councilbrief.provenance import Span

_JOINED = re.compile(r"(?:, [^,.;:]{2,80})?,? and (?:[^,.;:]{2,60},? )?")
_JOINS = re.compile(r"(?:(?:But|And|Yet|Now|So|However|Meanwhile),? )?")
_PLURAL = re.compile(rf"\b{either('speech', 'plurals')}\b", re.IGNORECASE)
_MALE = frozenset(phrases("people", "masculine"))
_FEMALE = frozenset(phrases("people", "feminine"))
# `her daughter`: somebody else than she
_WHOSE = re.compile(r"(?:his|her|their|its) ", re.IGNORECASE)
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
_TIMES = frozenset({"former", "ex", "interim", "acting", "lead", "chief"})
"""They tell when, or how, somebody holds an office; the text may leave them out further on."""

_LOOSE_NOUNS = frozenset(phrases("people", "loose_nouns"))
_MEN, _WOMEN = frozenset(phrases("given_names", "men")), frozenset(phrases("given_names", "women"))

_FURTHEST_WHO = 80
"""Characters before "who" in which the one stands whom it goes back to."""

_MOST_HOLDERS = 40
"""How many mentions of people by one noun are asked for on either side of it."""

_MOST_HEARD = 240
"""How many statements back it counts that somebody was called "she"."""

_NEAR_SENTENCES = 3
"""Sentences before "the senator" in which only one senator may be named."""

FURTHEST = 60
"""Sentences before a pronoun in whose subjects, and speakers, the one that it means is sought."""


_ONE_PERSON = frozenset({Kind.PERSON, Kind.ROLE})


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
        self._paragraphs = reading.paragraphs
        self._sentence_starts = [sentence.span.start for sentence in reading.sentences]
        self.people = people(reading)
        self.names = Namesakes(sorted(self.people, key=lambda person: person.span.start))
        self.candidates, self._by_noun = candidates(self._text, self.people)
        self._starts = [candidate.span.start for candidate in self.candidates]

    def within(self, span: Span) -> tuple[Candidate, ...]:
        """Return the candidates that stand wholly in a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(c for c in self.candidates[first:last] if c.span.end <= span.end)

    def antecedent(self, pronoun: Candidate, told: list[Heard]) -> Candidate | None:
        """Return whom a pronoun means; None if nobody fits.

        `told` are those who have spoken before it. Who was called "she" is not meant by "he".
        The latest of them and of the subjects of the sentences comes first, and for "it"
        Ofsted and its report come before any other body.
        """
        word = pronoun.words.lower()
        if word == "who":
            return self._before_who(pronoun)
        subjects = self._subjects_before(pronoun.span.start)
        spoke = [(heard.end, heard.candidate) for heard in told[:-FURTHEST:-1]]
        recent = sorted([*spoke, *subjects], key=lambda item: -item[0])
        late = told[-_MOST_HEARD:]
        other = {self._key(heard.candidate) for heard in late if heard.pronoun not in {"", word}}
        focus = [candidate for _, candidate in recent if self._key(candidate) not in other]
        if word == "it":
            focus = self._for_it(pronoun, recent)
        for candidate in focus:
            if word in {"he", "she"} and _is_one_person(candidate) and self._fits(word, candidate):
                return None if self.is_one_of_two(word, candidate) else candidate
            if word == "it" and candidate.kind is Kind.BODY and not _is_plural(candidate):
                return candidate
            if word == "they" and candidate.kind is Kind.BODY:
                return candidate if _is_plural(candidate) or candidate.is_ofsted else None
        return self._only_one_near(pronoun) if word in {"he", "she"} else None

    def _for_it(self, pronoun: Candidate, recent: list[tuple[int, Candidate]]) -> list[Candidate]:
        """Order what "it" can mean: who opens a sentence of its paragraph, Ofsted and its report, others."""
        start = pronoun.span.start
        near = self._sentences_before(start, _NEAR_SENTENCES)
        paragraph = self._paragraphs[self._sentences[self._number(start)].paragraph].span.start
        opens = [c for at, c in recent if at == c.span.start and at >= paragraph and self._opens(c)]
        ofsted = [c for at, c in recent if c.is_ofsted and at >= near]
        return [*opens, *ofsted, *(c for _, c in recent)]

    def _opens(self, candidate: Candidate) -> bool:
        """Say whether a candidate stands at the head of its sentence, `But` and the like left out."""
        start = self._sentences[self._number(candidate.span.start)].span.start
        return _JOINS.fullmatch(self._text, start, candidate.span.start) is not None

    def _only_one_near(self, pronoun: Candidate) -> Candidate | None:
        """Return the one person, or role, of the sentences just before that a pronoun can mean."""
        start = pronoun.span.start
        near = self.within(Span(self._sentences_before(start, 2), start))
        word = pronoun.words.lower()
        fitting = [c for c in near if c.kind in _ONE_PERSON and self._fits(word, c)]
        names = {self._key(candidate) for candidate in fitting}
        return fitting[-1] if len(names) == 1 else None

    def is_one_of_two(self, pronoun: str, candidate: Candidate) -> bool:
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
            if self._paragraphs[sentence.paragraph].shape is Shape.HEADING:
                continue  # a byline names nobody of the story
            told_of = [c for c in self.within(sentence.span) if c.span.end <= at]
            named = [c for c in told_of if not c.owner and not self._is_agent(c)]
            found = [_first_free(named, kind) for kind in (Kind.BODY, Kind.PERSON)]
            if (
                told_of and told_of[0].owner and told_of[0].is_ofsted
            ):  # `The inspectors’ main complaint was …`
                found[0] = told_of[0]
            if sentence in self._sentences[max(last - 2, 0) : last]:
                opening = (c for c in named if c.kind is Kind.ROLE and c.span.start == sentence.span.start)
                found += [c for c in opening if not _WHOSE.match(c.words)]
            yield from ((candidate.span.start, candidate) for candidate in found if candidate)

    def _is_agent(self, candidate: Candidate) -> bool:
        """Say whether a candidate only does what a passive tells: `understood by the police`."""
        return self._text.endswith(" by ", 0, candidate.span.start)

    def _before_who(self, pronoun: Candidate) -> Candidate | None:
        """Return whom "who" goes back to: the name or the phrase right before it."""
        before = self.within(Span(max(pronoun.span.start - _FURTHEST_WHO, 0), pronoun.span.start))
        named = [c for c in before if not c.owner and c.kind is not Kind.PRONOUN]
        return named[-1] if named and "." not in self._text[named[-1].span.end : pronoun.span.start] else None

    def _fits(self, pronoun: str, candidate: Candidate) -> bool:
        """Say whether title, first name and noun leave it open that a pronoun means somebody."""
        if not pronoun:
            return True
        other, others = (_FEMALE, _WOMEN) if pronoun == "he" else (_MALE, _MEN)
        if candidate.person is None:
            return candidate.noun not in other
        first = unaccented(self.names.full(candidate.person).words.split()[0])
        return first not in others and not self.names.titles(candidate.person) & other

    def by_role(self, candidate: Candidate, told: list[Heard]) -> Candidate:
        """Return the person whom "the senator" means; itself if the text names nobody or several.

        Where several fit, the only one named in the sentences just before is meant, or the
        last who spoke.
        """
        if not is_definite(candidate.words):
            return candidate
        new = self._introduced(candidate)
        if new is not None:
            return new
        found = self._holders(candidate)
        if not found:
            return self._alone_before(candidate) or self._called_loosely(candidate, told) or candidate
        person = self._one_of(found, candidate, told)
        return Candidate(person.span, Kind.PERSON, person.words, person) if person else candidate

    def _one_of(self, found: dict[str, Person], candidate: Candidate, told: list[Heard]) -> Person | None:
        """Return the only one, the only one named just before, or the last who spoke; None of several."""
        if len(found) > 1:
            start = candidate.span.start
            near = self.within(Span(self._sentences_before(start, _NEAR_SENTENCES), start))
            late = {self._key(c) for c in near if c.person is not None} & found.keys()
            found = {name: found[name] for name in late} or found
        if len(found) > 1:
            last = self._key(told[-1].candidate) if told else ""
            return found.get(last)
        return next(iter(found.values()))

    def _called_loosely(self, candidate: Candidate, told: list[Heard]) -> Candidate | None:
        """Return the person just told of, where the noun can be anybody's: "the candidate"."""
        if candidate.noun not in _LOOSE_NOUNS:
            return None
        pronoun = "she" if candidate.noun in _FEMALE else "he" if candidate.noun in _MALE else ""
        return self._last_person(candidate.span.start, told, pronoun)

    def _alone_before(self, candidate: Candidate) -> Candidate | None:
        """Return the one person of the sentence before, if the text has nowhere said what they are.

        Both are of one paragraph: `NAME said she was tired. “…,” the retired teacher said.`
        """
        number = self._number(candidate.span.start)
        if not number or self._sentences[number - 1].paragraph != self._sentences[number].paragraph:
            return None
        named = self.within(self._sentences[number - 1].span)
        persons = [c for c in named if c.kind is Kind.PERSON and not c.owner]
        if len(persons) != 1 or persons[0].person is None or _WHOSE.match(candidate.words):
            return None
        told = self.names.described(persons[0].person).role
        known = (told is not None and told.role is not None) or self.names.titles(persons[0].person)
        return None if known else persons[0]

    def _holders(self, candidate: Candidate) -> dict[str, Person]:
        """Return the people who are what a phrase says, by name: those named so before it, else after it."""
        wanted = qualifiers(candidate.words) - _TIMES
        called = self._by_noun.get(candidate.noun, ())
        at = bisect_left(called, candidate.span.start, key=lambda each: each.at)
        near = (called[max(at - _MOST_HOLDERS, 0) : at], called[at : at + _MOST_HOLDERS])
        before, after = ([c for c in some if c.qualifiers - _TIMES <= wanted] for some in near)
        return {self.names.full(each.person).words: each.person for each in before or after}

    def _introduced(self, candidate: Candidate) -> Candidate | None:
        """Return "a lawyer", if the text brought one in since it last named a person who is one."""
        start = candidate.span.start
        called = self._by_noun.get(candidate.noun, ())
        at = bisect_left(called, start, key=lambda each: each.at)
        last = called[at - 1].at if at else 0
        new = self._new_ones.get(candidate.noun, ())
        at = bisect_left(new, start, key=lambda each: each.span.start)
        return new[at - 1] if at and new[at - 1].span.start > last else None

    @cached_property
    def _new_ones(self) -> dict[str, list[Candidate]]:
        """Those whom the text brings in by what they are, "a lawyer", by their nouns."""
        found: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            if candidate.noun and not is_definite(candidate.words):
                found.setdefault(candidate.noun, []).append(candidate)
        return found

    def _last_person(self, at: int, told: list[Heard], pronoun: str) -> Candidate | None:
        """Return the person whom the text has just told of, None where it told of nobody near."""
        near = self._sentences_before(at, _NEAR_SENTENCES)
        spoke = [(heard.end, heard.candidate) for heard in told[-1:]]
        recent = sorted([*spoke, *self._subjects_before(at)], key=lambda item: -item[0])
        persons = (c for place, c in recent if c.kind is Kind.PERSON and place >= near)
        return next((c for c in persons if self._fits(pronoun, c)), None)

    def _sentences_before(self, at: int, count: int) -> int:
        """Return where the sentence so many before a place starts."""
        return self._sentence_starts[max(bisect_left(self._sentence_starts, at) - count, 0)]

    def _number(self, at: int) -> int:
        """Return the number of the sentence in which a place lies."""
        return max(bisect_right(self._sentence_starts, at) - 1, 0)


def _first_free(named: list[Candidate], kind: Kind) -> Candidate | None:
    """Return the first of a kind that is no object; the first at all where every one is."""
    of_kind = [candidate for candidate in named if candidate.kind is kind]
    return next((candidate for candidate in of_kind if not candidate.object), of_kind[0] if of_kind else None)


def _is_plural(candidate: Candidate) -> bool:
    """Say whether "they" stands for a body: `officers`, but not `a report, prepared by its officers`."""
    return _PLURAL.search(candidate.words.split(",")[0]) is not None


def _is_one_person(candidate: Candidate) -> bool:
    """Say whether "he" or "she" can mean a candidate."""
    return candidate.kind in _ONE_PERSON or _SPOKESPERSON.search(candidate.words) is not None
