"""From a candidate to a speaker: name, role, organisation and party, as the text states them."""

from __future__ import annotations

import re
from functools import cached_property

from councilbrief.evidence.councils.mentions import mentions, strangers
from councilbrief.evidence.councils.register import register
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Speaker
from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.people import Person
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.texts.reading import VEIL, Reading
from councilbrief.evidence.words import either, phrases
from councilbrief.provenance import Span

_NAMED = re.compile(r"[A-Z]")
_VAGUE = re.compile(
    r"(?:[Tt]he )?(?:[Cc]ouncil|(?:County|City|Borough|Town) Council|[Aa]uthority|(?![A-Z]{3})[A-Z]\w+)"
)
_IS_COUNCIL = re.compile(r"\b(?:council|authority|spokes\w+)\b", re.IGNORECASE)
_LONGEST_ARTICLE = len("the ")
_INSPECTOR = re.compile(r"\b(?:inspector|HMI)\b", re.IGNORECASE)
_OUTSIDER = re.compile(rf"\b{either('people', 'outsiders')}\b", re.IGNORECASE)
_OF_COUNCIL = re.compile(rf"\b{either('people', 'of_the_council')}\b", re.IGNORECASE)
_OFSTED = re.compile(r"\b(?:Ofsted|OFSTED)\b")
_COUNCILLORS = frozenset(phrases("people", "councillors"))
_ITS = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Tt]here|that council[’']s|[Tt]he council[’']s)\b")
_SAYS = re.compile(rf"\b{either('speech', 'statement')}\b|{VEIL}")
_SPOKE_FOR = re.compile(r"^(?P<role>.*?\bspokes(?:man|woman|person)) (?:for|of|from) (?P<body>.+)$")


class Attribution:
    """What a document says of its speakers, and of the bodies that they may belong to."""

    def __init__(self, reading: Reading, cast: Cast, council: str | None) -> None:
        """Note how the document writes Ofsted; `council` is the one that the document is about."""
        self._reading, self._cast, self._council = reading, cast, council
        ofsted = _OFSTED.search(reading.text)
        self._ofsted = ofsted[0] if ofsted else None

    def speaker(self, candidate: Candidate) -> Speaker | None:
        """Make a speaker of a candidate; None for what says nothing of who speaks."""
        if candidate.kind is Kind.PERSON and candidate.person is not None:
            return self._person(candidate.person)
        return self._body(candidate) if candidate.kind in {Kind.BODY, Kind.ROLE} else None

    def _person(self, person: Person) -> Speaker:
        """Gather what the text says of a person, here or where it introduced them."""
        text, names = self._reading.text, self._cast.names
        full = names.full(person)
        role = names.described(person).role
        words_ = role.role.slice(text) if role and role.role else None
        organisation, inferred = self._stated(person), False
        if organisation is None:
            organisation, inferred = self._organisation(words_, full.title or person.title)
            inferred = inferred and not self._is_another_councils(person)
            organisation = organisation if inferred or organisation == self._ofsted else None
        return Speaker(
            name=full.words,
            named=self._reading.document.place(full.name),
            title=person.title or full.title,
            role=words_,
            organisation=organisation,
            organisation_inferred=inferred,
            party=names.party(person),
            past=bool(role and role.past),
        )

    def _stated(self, person: Person) -> str | None:
        """Return the body that the text states for a person; "the council" and a bare own place are none."""
        names = self._cast.names
        for mention in (names.described(person), names.placed(person)):
            span = mention.role.body if mention and mention.role else None
            words_ = span.slice(self._reading.text) if span else ""
            vague = _VAGUE.fullmatch(words_) and not _OFSTED.fullmatch(words_)
            if span and (not vague or self._others.holds(span)):
                return words_
        return None

    @cached_property
    def _others(self) -> Coverage:
        """The places at which the narrator names another council than the one at hand."""
        text = self._reading.narration
        found = mentions(text, register())
        other = [m.span for m in found if self._council not in {c.official for c in m.councils}]
        return Coverage([*other, *(span for span, _ in strangers(text, found))])

    def _is_another_councils(self, person: Person) -> bool:
        """Say whether another council is named beside a person, who may be one of its people."""
        names = self._cast.names
        beside = (person, names.full(person), names.described(person))
        if any(m.role and m.role.body and self._own(m.role.body) for m in beside):
            return False
        return any(self._others.meets(self._around(mention)) for mention in beside)

    def _own(self, body: Span) -> bool:
        """Say whether a body is the council at hand by its bare place: `Norchester’s director`."""
        found = mentions(body.slice(self._reading.text), register())
        return any(council.official == self._council for mention in found for council in mention.councils)

    def _around(self, person: Person) -> Span:
        """Return the words of the narrator beside a name: up to the verb of saying, and from "its" back."""
        reading, text = self._reading, self._reading.narration
        sentence = reading.sentence_at(person.span.start)
        start = max(sentence.span.start, text.rfind(VEIL, sentence.span.start, person.span.start) + 1)
        before = reading.sentence_before(sentence) if _ITS.search(text, start, person.span.start) else None
        end = _SAYS.search(text, person.span.end, sentence.span.end)
        return Span(before.span.start if before else start, end.start() if end else sentence.span.end)

    def _organisation(self, role: str | None, title: str | None) -> tuple[str | None, bool]:
        """Settle what the text leaves out: Ofsted for its inspectors, the council for its own people."""
        if role and _INSPECTOR.search(role) and self._ofsted:
            return self._ofsted, False
        councillor = (title or "").lower() in _COUNCILLORS
        if councillor or (role and _OF_COUNCIL.search(role) and not _OUTSIDER.search(role)):
            return self._council, self._council is not None
        return None, False

    def _body(self, candidate: Candidate) -> Speaker:
        """Make a speaker of Ofsted, a report, a letter, a spokesperson, a group."""
        words_ = candidate.words
        place = self._reading.document.place(candidate.span)
        document = candidate.is_document
        if candidate.is_ofsted:
            role = _head(candidate) if document else None
            return Speaker(words_, place, role=role, organisation=self._ofsted, document=document)
        spoke = _SPOKE_FOR.match(words_)
        if spoke:
            role, organisation = _article_off(spoke["role"]), _article_off(spoke["body"])
            return Speaker(words_, place, role=role, organisation=organisation)
        own = _IS_COUNCIL.search(words_) and not _NAMED.search(words_[_LONGEST_ARTICLE:])
        council = self._council if own else None
        inferred = council is not None
        return Speaker(words_, place, organisation=council, organisation_inferred=inferred, document=document)


def _head(candidate: Candidate) -> str:
    """Return the noun of a document: the last word of its name."""
    return candidate.words.split(" from ")[0].split(" of ")[0].split()[-1].lower()


def _article_off(words_: str) -> str:
    """Leave a leading article out."""
    return re.sub(r"^(?:the|a|an|The|A|An) ", "", words_)
