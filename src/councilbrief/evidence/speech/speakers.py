"""The cast of a text: who may be speaking, and whom a pronoun, a surname or a role means."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.people import Person
from councilbrief.evidence.speech.sayers import is_definite, qualifiers
from councilbrief.evidence.speech.scene import FEMALE, FURTHEST, MALE, Scene, is_anothers
from councilbrief.evidence.words import either, phrases
from councilbrief.provenance import Span

_JOINS = re.compile(r"(?:(?:But|And|Yet|Now|So|However|Meanwhile),? )?")
_PLURAL = re.compile(rf"\b{either('speech', 'plurals')}\b", re.IGNORECASE)
# `, and `, before the subject of a sentence's second clause, and ` went`, behind it
_CLAUSES = (" and ", " but ", " so ")
_SHORTEST_CLAUSE = 4
"""Words of a first clause with the conjunction."""

_ACTS = re.compile(r" (?!and\b|or\b)[a-z]+")
_FINDS = re.compile(rf" (?:\w+ly |also )?{either('speech', 'finds')}\b")
_EVENT_OF = re.compile(r"(?P<who>(?:[Tt]he )?\w+)[’']s? (?:[\w-]+ ){0,3}(?:inspection|visit)\b")
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
_TIMES = frozenset({"former", "ex", "interim", "acting", "lead", "chief"})
"""They tell when, or how, somebody holds an office; the text may leave them out further on."""

_LOOSE_NOUNS = frozenset(phrases("people", "loose_nouns"))

_FURTHEST_WHO = 80
"""Characters before "who" in which the one stands whom it goes back to."""

_MOST_HOLDERS = 40
"""How many mentions of people by one noun are asked for on either side of it."""

_MOST_HEARD = 240
"""How many statements back it counts that somebody was called "she"."""

_NEAR_SENTENCES = 3
"""Sentences before "the senator" in which only one senator may be named."""

_ONE_PERSON = frozenset({Kind.PERSON, Kind.ROLE})


@dataclass(frozen=True, slots=True)
class Heard:
    """Who has spoken: the end of the words, and the pronoun by which the text named them, if any."""

    end: int
    candidate: Candidate
    pronoun: str = ""


class Cast(Scene):
    """Who is meant by what, of those whom a text names."""

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
            if word == "it" and _is_one_person(candidate):
                continue
            if word in {"he", "she"} and _is_one_person(candidate) and self._fits(word, candidate):
                return None if self.is_one_of_two(word, candidate) else candidate
            if word == "it" and candidate.kind is Kind.BODY and not _is_plural(candidate):
                return _whoever_made(candidate)
            if word == "they" and candidate.kind is Kind.BODY:
                return candidate if _is_plural(candidate) or candidate.is_ofsted else None
        return self._only_one_near(pronoun) if word in {"he", "she"} else None

    def _for_it(self, pronoun: Candidate, recent: list[tuple[int, Candidate]]) -> list[Candidate]:
        """Order what "it" can mean: who opens a sentence of its paragraph, Ofsted and its report, others."""
        start = pronoun.span.start
        near = self._sentences_before(start, _NEAR_SENTENCES)
        paragraph = self._paragraphs[self._sentences[self._number(start)].paragraph].span.start
        if self._is_joint(pronoun):
            return []  # `The council and Ofsted met. It found`: one of the two, or neither
        opens = [c for at, c in recent if at == c.span.start and at >= paragraph and self._opens(c)]
        ofsted = [c for at, c in recent if c.is_ofsted and at >= near]
        if ofsted and _is_plural(ofsted[0]):  # `In its report, inspectors said so`: "it" is the report
            told = self._sentences[self._number(ofsted[0].span.start)].span
            ofsted += [c for c in self.within(told) if c.is_document and c.is_ofsted and not c.owner]
        second = self._second_subject(pronoun)
        if second is not None:
            return [second]
        return [*opens, *ofsted, *(c for _, c in recent)]

    def _second_subject(self, pronoun: Candidate) -> Candidate | None:
        """Return Ofsted where it acts last in the sentence before: `and Ofsted went back. It found`."""
        number = self._number(pronoun.span.start)
        before = self._sentences[number - 1] if number else None
        if before is None or not _FINDS.match(self._text, pronoun.span.end):
            return None
        acting = (c for c in self.within(before.span) if c.is_ofsted and not c.owner and not c.object)
        joined = (c for c in acting if self._text.endswith(_CLAUSES, before.span.start, c.span.start))
        clauses = (c for c in joined if _ACTS.match(self._text, c.span.end))
        return next((c for c in clauses if self._is_far_in(before.span, c)), None)

    def _is_joint(self, pronoun: Candidate) -> bool:
        """Say whether two bodies are the subject of the sentence before, so that "it" is neither."""
        number = self._number(pronoun.span.start)
        before = self._sentences[number - 1].span if number else pronoun.span
        bodies = [c for c in self.within(before) if c.kind is Kind.BODY]
        first = bodies[0] if bodies and bodies[0].span.start == before.start else None
        return first is not None and any(
            self._text[first.span.end : c.span.start] == " and " for c in bodies[1:2]
        )

    def _is_far_in(self, sentence: Span, candidate: Candidate) -> bool:
        """Say whether a clause can stand before somebody: none does in `the council and Ofsted agreed`."""
        return len(self._text[sentence.start : candidate.span.start].split()) > _SHORTEST_CLAUSE

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
        number = self._number(start)
        before = self._sentences[max(number - 1, 0)]
        beside = before.paragraph == self._sentences[number].paragraph
        if beside and not fitting and all(c.kind is not Kind.ROLE for c in near):
            # `Sidney Example has replied. She said: `, where nobody else is named: a first name tells less
            fitting = [c for c in near if c.kind is Kind.PERSON and c.span.start == before.span.start]
            names = {self.names.full(person).words for person in self.people}
        return fitting[-1] if fitting and len(names) == 1 else None

    def _before_who(self, pronoun: Candidate) -> Candidate | None:
        """Return whom "who" goes back to: the name or the phrase right before it."""
        before = self.within(Span(max(pronoun.span.start - _FURTHEST_WHO, 0), pronoun.span.start))
        named = [c for c in before if not c.owner and c.kind is not Kind.PRONOUN]
        return named[-1] if named and "." not in self._text[named[-1].span.end : pronoun.span.start] else None

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
            person = self._alone_before(candidate) or self._called_loosely(candidate, told)
            return self._brought_in_before(person) or person if person is not None else candidate
        holder = self._one_of(found, candidate, told)
        return Candidate(holder.span, Kind.PERSON, holder.words, holder) if holder else candidate

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
        if _LOOSE_NOUNS.isdisjoint({candidate.noun, candidate.words.lower()}):
            return None
        pronoun = "she" if candidate.noun in FEMALE else "he" if candidate.noun in MALE else ""
        return self._last_person(candidate.span.start, told, pronoun)

    def _brought_in_before(self, person: Candidate) -> Candidate | None:
        """Return whom a sentence brings in by what they are beside somebody: `one aide close to NAME`."""
        sentence = self._sentences[self._number(person.span.start)].span
        before = self.within(Span(sentence.start, person.span.start)) if person.object else ()
        return next((c for c in before if c.kind is Kind.ROLE and not is_definite(c.words)), None)

    def _alone_before(self, candidate: Candidate) -> Candidate | None:
        """Return the one person of the sentence before, if the text has nowhere said what they are.

        Both are of one paragraph: `NAME said she was tired. “…,” the retired teacher said.`
        """
        number = self._number(candidate.span.start)
        if not number or self._sentences[number - 1].paragraph != self._sentences[number].paragraph:
            return None
        named = self.within(self._sentences[number - 1].span)
        persons = [c for c in named if c.kind is Kind.PERSON and not c.owner]
        if len(persons) != 1 or persons[0].person is None or is_anothers(candidate):
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


def _is_plural(candidate: Candidate) -> bool:
    """Say whether "they" stands for a body: `officers`, but not `the officers’ report`."""
    return not candidate.is_document and _PLURAL.search(candidate.words.split(",")[0]) is not None


def _whoever_made(candidate: Candidate) -> Candidate:
    """Return Ofsted for `Ofsted’s inspection`, which is an event; anything else itself."""
    event = _EVENT_OF.match(candidate.words) if candidate.is_ofsted else None
    if event is None:
        return candidate
    start = candidate.span.start
    return replace(candidate, span=Span(start, start + event.end("who")), words=event["who"])


def _is_one_person(candidate: Candidate) -> bool:
    """Say whether "he" or "she" can mean a candidate."""
    return candidate.kind in _ONE_PERSON or _SPOKESPERSON.search(candidate.words) is not None
