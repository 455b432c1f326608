"""Cues: the words around a quotation that say who speaks, and how they say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from councilbrief.evidence.reading import VEIL
from councilbrief.evidence.speakers import Candidate, Cast, Kind
from councilbrief.evidence.words import any_of, either, phrases
from councilbrief.provenance import Span

_SAY = either("speech", "statement")
_ANY = any_of([*phrases("speech", "statement"), *phrases("speech", "snippet")])
_PASSIVE = re.compile(r"\b(?:been|was|were|is|are|be|being|as|to)(?: \w+ly)? $", re.IGNORECASE)
_ADVERBS = rf"(?:{either('speech', 'adverbs')} )*"
_SAY_TO_END = re.compile(rf"\b(?P<cue>{_ANY})\b(?P<tail>[^.!?;{VEIL}]{{0,90}})$")
_ANY_CUE = re.compile(rf"\b(?P<cue>{_ANY})\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_COLON = re.compile(r"[:]\s*$")
_AFTER = re.compile(rf"^[,.]?\s*{_ADVERBS}(?P<cue>{_SAY})\b")
_ADJACENT = re.compile(rf"^,? ?{_ADVERBS}$")
_ENCLOSED = re.compile(rf"(?: \([^()]*\))?,.*, {_ADVERBS}")
_APPOSITION = re.compile(r"^(?:,|\s*\(|[’'])")
# `, the paper’s guest, ` and ` (Lab), who chairs it, `, then `said`
_APPOSED_SAYS = re.compile(rf"(?:,[^.;:{VEIL}]{{2,140}},)? ?{_ADVERBS}(?:{_SAY})\b")
_FEW_WORDS = re.compile(r"[,.]?\s*(?:[\w’'-]+,? ){0,6}")
# `“…”, while NAME said that …`: the verb behind it is another clause's.
_NEXT_CLAUSE = re.compile(rf"[,.;]?\s*{either('speech', 'next_clause')}\b", re.IGNORECASE)
_PASSIVE_OF_BE = re.compile(
    rf"\b(?:been|was|were|is|are|be|being)(?: \w+ly| {either('speech', 'adverbs')})? $", re.IGNORECASE
)
_AGENT = re.compile(r"[^,;]{0,40}?\bby ")
# `Those were the words of `, `, was the verdict of `
_POINTS_BACK = re.compile(rf"[,.]?\s*{either('speech', 'points_back')}\b", re.IGNORECASE)
_WORDS_OF = re.compile(r"[^.;:,]{0,60}?\b(?:of|from|by) (?:the )?")
_NEAR, _APPOSED, _LOOSE = 4, 3, 1
_KINDS = {Kind.PERSON: 0.6, Kind.BODY: 0.3, Kind.PRONOUN: 0.2}
_OBJECT_PERSON, _OBJECT = 0.1, 0.05

_PASSIVE_REACH = 40
"""Characters before a verb in which what makes it passive stands."""

_MOST_CANDIDATES, _MOST_VERBS = 24, 8
"""How many candidates before a verb, and verbs after a snippet, a sentence is asked for."""


@dataclass(frozen=True, slots=True)
class Cue:
    """How a quotation is attributed: the candidate, and the rule that links it."""

    candidate: Candidate
    rule: str


def cue_before(text: str, cast: Cast, frame: Span, *, statement: bool) -> Cue | None:
    """Read the narrator's words that lead up to a quotation: `NAME, ROLE, said: `.

    `frame` runs from the sentence's start to the opening mark. `statement`: the quotation
    stands for itself, and is no part of the narrator's sentence.
    """
    part = text.rfind("; ", frame.start, frame.end)
    frame = Span(part + 2, frame.end) if part >= 0 else frame
    lead = frame.slice(text)
    told = _told_to(lead) if statement else None
    if told is not None:
        return _agent(text, cast, Span(frame.start + told, frame.end))
    said = _last_active(lead, statement=statement)
    if said is not None:
        found = _subject(text, cast, Span(frame.start, frame.start + said))
        if found is not None:
            return Cue(found, "said-before")
    if _COLON.search(lead):
        found = _subject(text, cast, frame)
        if found is not None and not found.object:
            return Cue(found, "colon-before")
    according = _ACCORDING.search(lead)
    if according:
        named = cast.within(Span(frame.start + according.end(), frame.end))
        if named:
            return Cue(named[0], "according-to")
    return None if statement else _any_before(text, cast, frame)


def _told_to(lead: str) -> int | None:
    """Return where the last verb of saying ends if it is a passive: its subject is spoken to."""
    verbs = list(_ANY_CUE.finditer(lead))
    if not verbs or VEIL in lead[verbs[-1].end() :]:
        return None
    before = lead[max(0, verbs[-1].start() - _PASSIVE_REACH) : verbs[-1].start()]
    return verbs[-1].end() if _PASSIVE_OF_BE.search(before) else None


def _agent(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `by NAME` after a passive: the one who speaks; without it the text names nobody."""
    by = _AGENT.match(text, frame.start, frame.end)
    named = cast.within(Span(by.end(), frame.end))[:1] if by else ()
    return Cue(named[0], "told-by") if by and named and named[0].span.start == by.end() else None


def points_back(text: str, frame: Span) -> bool:
    """Say whether words after a quotation go back to it: `Those were the words of NAME`."""
    return _POINTS_BACK.match(text, frame.start, frame.end) is not None


def cue_behind(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read whose words they were: `Those were the words of NAME`, or nobody's that can be told."""
    back = _POINTS_BACK.match(text, frame.start, frame.end)
    link = _WORDS_OF.match(text, back.end(), frame.end) if back else None
    people = (c for c in cast.within(frame) if c.kind is Kind.PERSON and not c.owner)
    first = next(people, None)
    if link is None or first is None or first.span.start < link.end():
        return None
    return Cue(first, "words-of")


def cue_after(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read the narrator's words that follow a quotation: `she said`, `said NAME, ROLE`."""
    verb = _AFTER.match(frame.slice(text))
    named = [candidate for candidate in cast.within(frame) if not candidate.owner]
    if verb is None:
        return _subject_after(text, named, frame)
    persons = (candidate for candidate in named if candidate.kind is Kind.PERSON)
    beside = [c for c in named[:1] if c.span.start - frame.start - verb.end() <= 1]
    chosen = next(persons, beside[0] if beside else None)
    return Cue(chosen, "said-after") if chosen else None


def _subject_after(text: str, named: list[Candidate], frame: Span) -> Cue | None:
    """Read `, NAME, ROLE, said`: a subject within a few words, and its verb."""
    if _NEXT_CLAUSE.match(text, frame.start, frame.end):
        return None
    for candidate in named:
        if not _FEW_WORDS.fullmatch(text, frame.start, candidate.span.start):
            return None
        if _APPOSED_SAYS.match(text, candidate.span.end, frame.end):
            return Cue(candidate, "said-after")
    return None


def cue_around(text: str, cast: Cast, sentence: Span, quote: Span) -> Cue | None:
    """Read a sentence with a snippet in it whose verb follows: `… “x”, inspectors found`."""
    # `… “x”, but NAME said no`: what follows is another clause's.
    another = _NEXT_CLAUSE.match(text, quote.end, sentence.end) is not None
    for match in islice(_ANY_CUE.finditer(text, quote.end, sentence.end), _MOST_VERBS):
        found = _subject(text, cast, Span(quote.end, match.start()))
        if found is not None and not found.object and not (another and found.kind is Kind.PERSON):
            return Cue(found, "verb-after")
    bodies = [c for c in cast.within(sentence) if c.kind is Kind.BODY and c.is_ofsted]
    return Cue(bodies[-1], "body-in-sentence") if bodies else None


def _any_before(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read the nearest verb of saying or finding before a snippet."""
    verbs = [match.start() for match in _ANY_CUE.finditer(text, frame.start, frame.end)]
    active = next((at for at in reversed(verbs) if not _is_passive(text, frame.start, at)), None)
    found = _subject(text, cast, Span(frame.start, active)) if active is not None else None
    return Cue(found, "verb-before") if found else None


def _last_active(lead: str, *, statement: bool) -> int | None:
    """Return where the last verb of saying starts, passives left out."""
    veiled = lead.rfind(VEIL)
    starts = [match.start() for match in _ANY_CUE.finditer(lead)]
    for start in reversed(starts):
        if not _SAY_TO_END.match(lead, start):
            if not statement and veiled >= start:
                continue
            return None
        if not _is_passive(lead, 0, start):
            return start
    return None


def _is_passive(text: str, begin: int, verb: int) -> bool:
    """Say whether a verb is a passive or an infinitive by the words before it: `was told`."""
    return _PASSIVE.search(text[max(begin, verb - _PASSIVE_REACH) : verb]) is not None


def _subject(text: str, cast: Cast, frame: Span) -> Candidate | None:
    """Return the subject of a verb at the end of the frame."""
    best: Candidate | None = None
    best_score = 0.0
    for candidate in cast.within(frame)[-_MOST_CANDIDATES:]:
        score = _score(text, candidate, frame)
        if score > best_score:
            best, best_score = candidate, score
    return best


def _score(text: str, candidate: Candidate, frame: Span) -> float:
    """Weigh a candidate by how it stands to the verb; 0 or less rules it out."""
    if candidate.owner:
        return 0
    gap = text[candidate.span.end : frame.end]
    kind = _KINDS[candidate.kind]
    if _ADJACENT.fullmatch(gap):
        blocked = candidate.object and candidate.kind is not Kind.PRONOUN
        return kind + (_LOOSE if blocked else _NEAR)
    if candidate.kind is Kind.PERSON and not candidate.object and _ENCLOSED.fullmatch(gap):
        return kind + _NEAR
    if candidate.object:
        return _OBJECT_PERSON if candidate.kind is Kind.PERSON else _OBJECT
    role = candidate.person.role if candidate.person is not None else None
    apposed = (role is not None and role.exact) or _APPOSITION.match(gap) is not None
    return kind + (_APPOSED if candidate.kind is Kind.PERSON and apposed else _LOOSE)
