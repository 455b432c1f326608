"""From a candidate to a speaker: name, role, organisation and party, as the text states them."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Speaker
from councilbrief.evidence.people import Person
from councilbrief.evidence.reading import Reading
from councilbrief.evidence.speakers import Candidate, Cast, Kind
from councilbrief.evidence.words import either, phrases

_NAMED = re.compile(r"[A-Z]")
_VAGUE = re.compile(
    r"(?:[Tt]he )?(?:[Cc]ouncil|(?:County|City|Borough|Town) Council|[Aa]uthority|[A-Z]\w+)"
)
_IS_COUNCIL = re.compile(r"\b(?:council|authority|spokes\w+)\b", re.IGNORECASE)
_LONGEST_ARTICLE = len("the ")
_INSPECTOR = re.compile(r"\b(?:inspector|HMI)\b", re.IGNORECASE)
_OUTSIDER = re.compile(rf"\b{either('people', 'outsiders')}\b", re.IGNORECASE)
_OF_COUNCIL = re.compile(rf"\b{either('people', 'of_the_council')}\b", re.IGNORECASE)
_OFSTED = re.compile(r"\b(?:Ofsted|OFSTED)\b")
_COUNCILLORS = frozenset(phrases("people", "councillors"))
_SPOKE_FOR = re.compile(r"^(?P<role>.*?\bspokes(?:man|woman|person)) (?:for|of|from) (?P<body>.+)$")


def speaker(reading: Reading, cast: Cast, candidate: Candidate, council: str | None) -> Speaker | None:
    """Make a speaker of a candidate; None for what says nothing of who speaks."""
    if candidate.kind is Kind.PERSON and candidate.person is not None:
        return _person(reading, cast, candidate.person, council)
    if candidate.kind is Kind.BODY:
        return _body(reading, candidate, council)
    return None


def _person(reading: Reading, cast: Cast, person: Person, council: str | None) -> Speaker:
    """Gather what the text says of a person, here or where it introduced them."""
    text = reading.text
    full = cast.names.full(person)
    described = cast.names.described(person)
    role = described.role
    words_ = role.role.slice(text) if role and role.role else None
    body = role.body.slice(text) if role and role.body else None
    organisation, inferred = body, False
    if body is None or (_VAGUE.fullmatch(body) and not _OFSTED.fullmatch(body)):
        organisation, inferred = _organisation(text, words_, full.title or person.title, council)
    return Speaker(
        name=full.words,
        named=reading.document.place(full.name),
        title=person.title or full.title,
        role=words_,
        organisation=organisation,
        organisation_inferred=inferred,
        party=cast.names.party(person),
        past=bool(role and role.past),
    )


def _organisation(
    text: str, role: str | None, title: str | None, council: str | None
) -> tuple[str | None, bool]:
    """Settle what the text leaves out: Ofsted for its inspectors, the council for its own people."""
    ofsted = _OFSTED.search(text)
    if role and _INSPECTOR.search(role) and ofsted:
        return ofsted[0], False
    councillor = (title or "").lower() in _COUNCILLORS
    if councillor or (role and _OF_COUNCIL.search(role) and not _OUTSIDER.search(role)):
        return council, council is not None
    return None, False


def _body(reading: Reading, candidate: Candidate, council: str | None) -> Speaker:
    """Make a speaker of Ofsted, a report, a letter, a spokesperson, a group."""
    text = reading.text
    place = reading.document.place(candidate.span)
    ofsted = _OFSTED.search(text)
    if candidate.is_ofsted:
        role = _head(candidate) if candidate.is_document else None
        return Speaker(
            candidate.words,
            place,
            role=role,
            organisation=ofsted[0] if ofsted else None,
            document=candidate.is_document,
        )
    spoke = _SPOKE_FOR.match(candidate.words)
    if spoke:
        return Speaker(
            candidate.words, place, role=_article_off(spoke["role"]), organisation=_article_off(spoke["body"])
        )
    unnamed = not _NAMED.search(candidate.words[_LONGEST_ARTICLE:])
    organisation = council if unnamed and _IS_COUNCIL.search(candidate.words) else None
    return Speaker(
        candidate.words,
        place,
        organisation=organisation,
        organisation_inferred=organisation is not None,
        document=candidate.is_document,
    )


def _head(candidate: Candidate) -> str:
    """Return the noun of a document: the last word of its name."""
    return candidate.words.split(" from ")[0].split(" of ")[0].split()[-1].lower()


def _article_off(words_: str) -> str:
    """Leave a leading article out."""
    return re.sub(r"^(?:the|a|an|The|A|An) ", "", words_)
