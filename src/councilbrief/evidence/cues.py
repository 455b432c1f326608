"""Cues: the words around a quotation that say who speaks, and how they say it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from councilbrief.evidence.reading import VEIL
from councilbrief.evidence.speakers import Candidate, Cast, Kind
from councilbrief.evidence.words import any_of, words
from councilbrief.provenance import Span

_WORDS = words("speech")
_SAY = any_of([*_WORDS["statement"]["words"]])
_ANY = any_of([*_WORDS["statement"]["words"], *_WORDS["snippet"]["words"]])
_PASSIVE = re.compile(r"\b(?:been|was|were|is|are|be|being|as|to)(?: \w+ly)? $", re.IGNORECASE)
_ADVERBS = r"(?:(?:also|then|later|now|has|had|have|again|simply|further|today|yesterday|recently|previously|would|only|all|both|who|went on to|goes on to|in turn) )*"
_SAY_TO_END = re.compile(rf"\b(?P<cue>{_ANY})\b(?P<tail>[^.!?;{VEIL}]{{0,90}})$")
_ANY_CUE = re.compile(rf"\b(?P<cue>{_ANY})\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_COLON = re.compile(r"[:]\s*$")
_AFTER = re.compile(rf"^[,.]?\s*{_ADVERBS}(?P<cue>{_SAY})\b")
_ADJACENT = re.compile(rf"^,? ?{_ADVERBS}$")
_ENCLOSED = re.compile(rf"(?: \([^()]*\))?,.*, {_ADVERBS}")
_APPOSITION = re.compile(r"^(?:,|\s*\(|[’'])")
_NEAR, _APPOSED, _LOOSE = 4, 3, 1


@dataclass(frozen=True, slots=True)
class Cue:
    """How a quotation is attributed: the candidate, and the rule that links it."""

    candidate: Candidate
    rule: str


def cue_before(text: str, cast: Cast, frame: Span, *, statement: bool) -> Cue | None:
    """Read the narrator's words that lead up to a quotation: `NAME, ROLE, said: `.

    `frame` runs from the sentence's start to the opening mark.
    """
    lead = frame.slice(text)
    said = _last_active(_SAY_TO_END, lead, statement=statement)
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


def cue_after(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read the narrator's words that follow a quotation: `she said`, `said NAME, ROLE`."""
    tail = frame.slice(text)
    verb = _AFTER.match(tail)
    named = cast.within(frame)
    if verb:
        after = [c for c in named if not c.owner]
        persons = [c for c in after if c.kind is Kind.PERSON]
        near = (
            after[0]
            if after
            and after[0].kind is not Kind.PERSON
            and after[0].span.start - frame.start - verb.end() <= 1
            else None
        )
        chosen = near if near is not None and not persons[:1] else (persons[0] if persons else near)
        return Cue(chosen, "said-after") if chosen else None
    for candidate in named:
        if candidate.owner or not re.fullmatch(
            r"[,.]?\s*(?:[\w’'-]+,? ){0,6}", text[frame.start : candidate.span.start]
        ):
            continue
        gap = text[candidate.span.end : frame.end]
        if re.match(rf"(?:,[^.;:{VEIL}]{{2,140}},)? ?{_ADVERBS}(?:{_SAY})\b", gap):
            return Cue(candidate, "said-after")
    return None


def cue_around(text: str, cast: Cast, sentence: Span, quote: Span) -> Cue | None:
    """Read a sentence with a snippet in it whose verb follows: `… “x”, inspectors found`."""
    after = Span(quote.end, sentence.end)
    for match in _ANY_CUE.finditer(text, after.start, after.end):
        found = _subject(text, cast, Span(after.start, match.start()))
        if found is not None and not found.object:
            return Cue(found, "verb-after")
    bodies = [c for c in cast.within(sentence) if c.kind is Kind.BODY and c.is_ofsted]
    return Cue(bodies[-1], "body-in-sentence") if bodies else None


def _any_before(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read the nearest verb of saying or finding before a snippet."""
    for match in reversed(list(_ANY_CUE.finditer(text, frame.start, frame.end))):
        if _PASSIVE.search(text[frame.start : match.start()]):
            continue
        found = _subject(text, cast, Span(frame.start, match.start()))
        if found is not None:
            return Cue(found, "verb-before")
    return None


def _last_active(pattern: re.Pattern[str], lead: str, *, statement: bool) -> int | None:
    """Return where the last verb of saying starts, passives left out."""
    starts = [match.start() for match in _ANY_CUE.finditer(lead)]
    for start in reversed(starts):
        if not pattern.match(lead, start):
            if not statement and VEIL in lead[start:]:
                continue
            return None
        if not _PASSIVE.search(lead[:start]):
            return start
    return None


def _subject(text: str, cast: Cast, frame: Span) -> Candidate | None:
    """Return the subject of a verb at the end of the frame."""
    best: Candidate | None = None
    best_score = 0.0
    for candidate in cast.within(frame):
        score = _score(text, candidate, frame)
        if score > best_score:
            best, best_score = candidate, score
    return best


def _score(text: str, candidate: Candidate, frame: Span) -> float:
    """Weigh a candidate by how it stands to the verb; 0 or less rules it out."""
    if candidate.owner:
        return 0
    gap = text[candidate.span.end : frame.end]
    kind = {Kind.PERSON: 0.6, Kind.BODY: 0.3, Kind.PRONOUN: 0.2}[candidate.kind]
    if _ADJACENT.fullmatch(gap):
        blocked = candidate.object and candidate.kind is not Kind.PRONOUN
        return kind + (_LOOSE if blocked else _NEAR)
    if candidate.kind is Kind.PERSON and not candidate.object and _ENCLOSED.fullmatch(gap):
        return kind + _NEAR
    if candidate.object:
        return 0.1 if candidate.kind is Kind.PERSON else 0.05
    apposed = (
        candidate.person is not None and candidate.person.role is not None and candidate.person.role.exact
    )
    if candidate.kind is Kind.PERSON and (apposed or _APPOSITION.match(gap)):
        return kind + _APPOSED
    return kind + _LOOSE
