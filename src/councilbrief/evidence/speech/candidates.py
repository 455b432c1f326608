"""Who may be speaking in a text: people, those called by a role, bodies, documents and pronouns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.speech.bodies import beside_verbs, bodies_of
from councilbrief.evidence.speech.of_ofsted import names_ofsted
from councilbrief.evidence.speech.people import Person
from councilbrief.evidence.speech.sayers import described, head_nouns, noun_of_title, qualifiers
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_CLAUSE_HEAD = re.compile(
    r"(?:^|[\n,;:.!?–—)¤”\"’'] ?(?:(?:This|Last|Next) (?:time|year) )?"
    r"|\b(?:[Aa]nd|[Bb]ut|[Yy]et|[Ss]o|that|as|when|while|because|if|which|what|until|after|before"
    r"|then|also|say|says) )$"
)
_BEFORE = 14
"""Characters before a pronoun in which its clause can begin."""

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]ho)\b")
# `It` before ` comes after a row`, which tells when
_IT_COMES = re.compile(
    r"[Ii]t (?:(?:has|had) )?"
    r"(?:(?:comes|came|come) (?:\w+ )?(?:after|as|in|on|when|days|weeks|months|hard|hot)"
    r"|(?:follows|followed) (?:an?|the|its|last|days|weeks|months))\b"
)
# `it` before ` has been claimed`: nobody
_IMPERSONAL = re.compile(
    r" (?:(?:has|had|have) (?:\w+ )?been|is|was) (?:\w+ly |also |now )?"
    r"(?:claimed|said|suggested|alleged|feared|understood|hoped|thought|believed|revealed|announced|argued|expected)\b"
)
_AFTER_PREPOSITION = re.compile(
    rf"\b{either('speech', 'objects_follow')}(?: the| a| an| its| his| her| their)? $", re.IGNORECASE
)
# `in a letter to council leader `: whom it is addressed to does not write it
_ADDRESSED = re.compile(
    r"\b(?:letter|e-?mail|note|message|tweet|reply|response|statement|speech|report)s?"
    r"(?: (?!(?:said|says|told|that|and|who|which|has|had|is|was|were)\b)[\w’'-]+){0,6}? to"
    r" (?:(?!(?:and|but|that|which|who)\b)[\w’'-]+,? ){0,10}$",
    re.IGNORECASE,
)
# `In a `, `In her open `, before `letter to the council, NAME said`
_IN_A = re.compile(r"\b(?:in|by|with|from|through|via)(?: [\w’'-]+){0,4} $", re.IGNORECASE)
_OBJECT = 24
"""Characters before a name in which a preposition stands that makes an object of it."""

_ADDRESS = 110
"""Characters before a name in which a letter can be said to be addressed to them."""

_DOCUMENTS = re.compile(rf"\b(?i:{either('speech', 'documents')})\b")
# ` turnover` behind `staff`: what the two name together says nothing
_HAVE = re.compile(rf" {either('speech', 'bodies_have')}\b")
# ` leaders` behind `the party`
_PEOPLE_OF = re.compile(rf" {either('speech', 'people_of_bodies')}\b")
# ` welfare team` behind `the child`
_ROLES_HAVE = re.compile(rf" {either('speech', 'roles_have')}\b")
_OWNERS = ("’s", "'s", "s’", "’", "'")
# `Mary Smith, 54, a `, `Mary Smith (Lab), the `
_APPOSED = re.compile(r"(?: \([^()]{1,40}\))?,(?: (?:\d{1,3}|now|once|then|also|who is|who was),?)? $")


class Kind(StrEnum):
    """What a candidate is."""

    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something in the narrator's text that could be the subject of a verb of saying.

    `owner` marks "Smith's", "the council's" and the "staff" of "staff turnover", which say nothing;
    `object` one that stands after a preposition or as an object. `noun` is the head noun of
    a role ("the former senator"), in lower case.
    """

    span: Span
    kind: Kind
    words: str
    person: Person | None = None
    owner: bool = False
    object: bool = False
    noun: str = ""

    @property
    def is_document(self) -> bool:
        """Say whether it is a report, a letter or the like."""
        return self.kind is Kind.BODY and _DOCUMENTS.search(self.words) is not None

    @property
    def is_ofsted(self) -> bool:
        """Say whether it stands for Ofsted: its name, its inspectors, a report or letter of theirs."""
        return self.kind is Kind.BODY and names_ofsted(self.words)


@dataclass(frozen=True, slots=True)
class Called:
    """A person whom the text calls by a noun, where, and with which words that tell others apart."""

    at: int
    person: Person
    qualifiers: frozenset[str] = frozenset()


ByNoun = Mapping[str, Sequence[Called]]


def candidates(text: str, people: Sequence[Person]) -> tuple[tuple[Candidate, ...], ByNoun]:
    """Return all who may speak, in order, and the people by the nouns that the text has for them.

    `text` is the narrator's. Of two that overlap, a body keeps the name inside it ("a
    spokesman for Mr Smith"), and what somebody is belongs to the person whom it stands beside.
    """
    roles = [part for p in people if p.role for part in (p.role.role, p.role.body) if part]
    taken = Coverage([*(person.span for person in people), *roles])
    by_noun = _nouns(text, people)
    called = list(_by_role(text, people, taken, by_noun))
    free = (person.span for person in people if not person.possessive)
    taken = Coverage([*free, *roles, *(c.span for c in called)])
    bodies = [_candidate(text, Kind.BODY, span) for span in bodies_of(text, taken)]
    held = Coverage(body.span for body in bodies)
    own = [
        Candidate(p.span, Kind.PERSON, p.words, p, p.possessive, _is_object(text, p.span.start))
        for p in people
        if not held.holds(p.span)
    ]
    taken = Coverage([*(c.span for c in (*called, *bodies, *own)), *roles])
    for alike in by_noun.values():
        alike.sort(key=lambda each: each.at)
    proper = [_candidate(text, Kind.BODY, span) for span in beside_verbs(text) if not taken.meets(span)]
    pronouns = [_candidate(text, Kind.PRONOUN, span) for span in _pronouns(text)]
    found = sorted([*own, *called, *bodies, *proper, *pronouns], key=lambda candidate: candidate.span.start)
    return tuple(found), by_noun


def _candidate(text: str, kind: Kind, span: Span, noun: str = "") -> Candidate:
    owner = text.startswith(_OWNERS, span.end) or (kind is Kind.BODY and _is_part_of_more(text, span))
    return Candidate(span, kind, span.slice(text), None, owner, _is_object(text, span.start), noun)


def _is_part_of_more(text: str, body: Span) -> bool:
    """Say whether a body's name only tells whose something is, or whose people: `the party leaders`."""
    if _HAVE.match(text, body.end):
        return True
    return _PEOPLE_OF.match(text, body.end) is not None and not _DOCUMENTS.search(body.slice(text))


def _is_object(text: str, start: int) -> bool:
    preposition = _AFTER_PREPOSITION.search(text[max(0, start - _OBJECT) : start])
    return preposition is not None or _ADDRESSED.search(text[max(0, start - _ADDRESS) : start]) is not None


def is_addressee(text: str, start: int) -> bool:
    """Say whether a letter that is its sentence's subject goes to whoever is named at a place."""
    before = text[max(0, start - _ADDRESS) : start]
    letter = _ADDRESSED.search(before)
    return letter is not None and _IN_A.search(before[: letter.start()]) is None


def _nouns(text: str, people: Iterable[Person]) -> defaultdict[str, list[Called]]:
    """Gather the people by the nouns of their roles and titles."""
    found: defaultdict[str, list[Called]] = defaultdict(list)
    for person in people:
        role = person.role.role.slice(text) if person.role and person.role.role else ""
        for noun in head_nouns(role):
            found[noun].append(Called(person.span.start, person, qualifiers(role)))
        if person.title:
            found[noun_of_title(person.title)].append(Called(person.span.start, person))
    return found


def _by_role(
    text: str, people: Sequence[Person], taken: Coverage, by_noun: defaultdict[str, list[Called]]
) -> Iterator[Candidate]:
    """Yield those called by a role; one in apposition to a name says what that person is."""
    before = sorted(people, key=lambda person: person.span.end)
    places = [person.span.end for person in before]
    people_at = {person.span.start: person for person in people}
    for span, noun in described(text):
        if taken.meets(span) or _ROLES_HAVE.match(text, span.end):
            continue
        at = bisect_right(places, span.start)
        ahead = people_at.get(span.end + 1) or people_at.get(span.end + 2)
        person = _beside(text, span, before[at - 1] if at else None, ahead)
        if person is not None:
            by_noun[noun].append(Called(person.span.start, person, qualifiers(span.slice(text))))
        else:
            yield _candidate(text, Kind.ROLE, span, noun)


def _beside(text: str, role: Span, before: Person | None, ahead: Person | None) -> Person | None:
    """Return the person of whom a phrase says what they are: `NAME, a lawyer`, `the clerk, NAME`."""
    if ahead is not None and text[role.end : ahead.span.start] in {" ", ", "}:
        return ahead
    if before is not None and _APPOSED.fullmatch(text, before.span.end, role.start):
        return before
    return None


def _pronouns(text: str) -> Iterator[Span]:
    """Yield pronouns that can be subjects; `it` and `they` are one only at the head of a clause."""
    for match in _PRONOUN.finditer(text):
        start = match.start()
        if _IMPERSONAL.match(text, match.end()) or _IT_COMES.match(text, start):
            continue
        loose = match[0].lower() not in {"it", "they"}
        if loose or _CLAUSE_HEAD.search(text[max(0, start - _BEFORE) : start]):
            yield Span(start, match.end())
