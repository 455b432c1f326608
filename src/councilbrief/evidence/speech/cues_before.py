"""Cues before a quotation: the narrator's words that lead up to it."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.cues import ANY_CUE, MOST_VERBS, Cue, agent, whose
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import (
    ADVERBS,
    ANY,
    PASSIVE_REACH,
    SAY,
    is_passive,
    is_said_by_several,
    subject,
)
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_SAY_TO_END = re.compile(rf"\b(?P<cue>{ANY})\b(?P<tail>[^.!?;{VEIL}]{{0,90}})$")
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_OPENING = 40
"""Characters of a sentence in which its subject stands."""

_COLON = re.compile(r"[:]\s*$")
_PASSIVE_OF_BE = re.compile(
    rf"\b(?:been|was|were|is|are|be|being)(?: \w+ly| {either('speech', 'adverbs')})? $", re.IGNORECASE
)
# `A message from NAME: `
_FROM = re.compile(r"\b(?:from|by) (?:the )?$")
# `Said one officer, who asked not to be named: `
_SAID_FIRST = re.compile(rf"\W*(?:{SAY}) (?=[\w ’'-])", re.IGNORECASE)
_WITH = re.compile(r"\bwith (?:the |its )?$")
_SHOWS = re.compile(rf"{either('speech', 'shows')}\b")
# ` and then `, before a verb that shares its subject
_JOINED = re.compile(rf"\b(?:and|but) {ADVERBS}$")
_PARTICIPLE = re.compile(r"\w+ing\b")
_IN_WORDS = re.compile(
    rf"\b[Ii]n (?:the words of (?P<of>)|)(?P<who>[^,.;:{VEIL}]{{2,60}}?)"
    r"(?(of)|(?:[’']s?|s[’']) (?:own )?words)[, ]"
)
# `The new director, says Ofsted, has brought `
_ASIDE = re.compile(rf",(?: as)? (?:{SAY}) (?=[^,.;:{VEIL}]{{2,80}}, )")


def cue_before(text: str, cast: Cast, frame: Span, *, statement: bool) -> Cue | None:
    """Read the narrator's words that lead up to a quotation: `NAME, ROLE, said: `.

    `frame` runs from the sentence's start to the opening mark. `statement`: the quotation
    stands for itself, and is no part of the narrator's sentence.
    """
    part = text.rfind("; ", frame.start, frame.end)
    frame = Span(part + 2, frame.end) if part >= 0 else frame
    if is_said_by_several(text, cast, frame):
        return None
    lead = frame.slice(text)
    told = _told_to(lead) if statement else None
    if told is not None:
        return agent(text, cast, Span(frame.start + told, frame.end))
    found = (
        _in_words_of(text, cast, frame)
        or _aside(text, cast, frame)
        or whose(text, cast, frame)
        or _said(text, cast, frame, statement)
    )
    if found is not None:
        return found
    if _COLON.search(lead):
        named = subject(text, cast, frame)
        from_them = named is not None and _FROM.search(text, frame.start, named.span.start)
        if named is not None and (not named.object or named.is_document or from_them):
            return Cue(named, "colon-before")
    according = _ACCORDING.search(lead)
    if according:
        names = cast.within(Span(frame.start + according.end(), frame.end))
        if names:
            return Cue(names[0], "according-to")
    return None if statement else _any_before(text, cast, frame)


def _told_to(lead: str) -> int | None:
    """Return where the last verb of saying ends if it is a passive: its subject is spoken to."""
    verbs = list(ANY_CUE.finditer(lead))
    if not verbs or VEIL in lead[verbs[-1].end() :]:
        return None
    before = lead[max(0, verbs[-1].start() - PASSIVE_REACH) : verbs[-1].start()]
    passive = _PASSIVE_OF_BE.search(before) and verbs[-1]["cue"] != "quoted"
    return verbs[-1].end() if passive else None


def _in_words_of(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `In the inspectors’ words, ` and `in the words of NAME, `."""
    words_ = _IN_WORDS.search(text, frame.start, frame.end)
    if words_ is None:
        return None
    named = [c for c in cast.within(Span(words_.start("who"), words_.end())) if c.kind is not Kind.PRONOUN]
    return Cue(named[0], "words-of") if named and named[0].span.start == words_.start("who") else None


def _aside(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read an attribution between commas: `The director, says Ofsted, has brought `."""
    first = _SAID_FIRST.match(text, frame.start, frame.end)
    if first:
        named = cast.within(Span(first.end(), frame.end))
        if named and named[0].span.start == first.end() and named[0].kind is not Kind.PRONOUN:
            return Cue(named[0], "said-before")
    for match in _ASIDE.finditer(text, frame.start, frame.end):
        named = cast.within(Span(match.end(), frame.end))
        if named and named[0].span.start == match.end() and text.startswith(",", named[0].span.end):
            return Cue(named[0], "said-aside")
    return None


def _said(text: str, cast: Cast, frame: Span, statement: bool) -> Cue | None:  # noqa: FBT001 - as its caller's
    """Read the last verb of saying and its subject; that of `, adding: ` is the main clause's."""
    lead = frame.slice(text)
    said = _last_active(lead, statement=statement)
    if said is None:
        return None
    found = _main_subject(text, cast, frame, frame.start + said) or _outer(
        text, cast, frame, frame.start + said
    )
    found = found or subject(text, cast, Span(frame.start, frame.start + said))
    hangs = found is not None and found.object and _PARTICIPLE.match(text, frame.start + said)
    if found is not None and hangs and not _WITH.search(text, frame.start, found.span.start):
        # `releasing a video to supporters saying`: whoever released it says so; not `with inspectors saying`
        free = (c for c in cast.within(Span(frame.start, found.span.start)) if not c.object and not c.owner)
        found = next(free, found)
    return Cue(found, "said-before") if found else None


def _main_subject(text: str, cast: Cast, frame: Span, verb: int) -> Candidate | None:
    """Return the subject of the clause on which a participle hangs: `NAME told the paper so, adding: `."""
    cue = ANY_CUE.match(text, verb, frame.end)
    if cue is None or not cue["cue"].endswith("ing") or not text[:verb].endswith((", ", f"{VEIL} ")):
        return None
    main = next((match.start() for match in ANY_CUE.finditer(text, frame.start, verb)), None)
    if main is not None:
        return subject(text, cast, Span(frame.start, main))
    free = (c for c in cast.within(frame) if c.kind is not Kind.PRONOUN and not c.owner and not c.object)
    opens = next(free, None)
    return opens if opens and opens.span.start - frame.start <= _OPENING else None


def _outer(text: str, cast: Cast, frame: Span, verb: int) -> Candidate | None:
    """Return the subject of an earlier verb of saying on which this one hangs.

    `NAME said the report showed that …`; `NAME said he would and called it …`.
    """
    earlier = next(ANY_CUE.finditer(text, frame.start, verb), None)
    if earlier is None or VEIL in text[earlier.end() : verb]:
        return None
    hangs = _SHOWS.match(text, verb, frame.end) or _JOINED.search(text, frame.start, verb)
    return subject(text, cast, Span(frame.start, earlier.start())) if hangs else None


def _last_active(lead: str, *, statement: bool) -> int | None:
    """Return where the last verb of saying starts, passives left out."""
    veiled = lead.rfind(VEIL)
    starts = [match.start() for match in ANY_CUE.finditer(lead)]
    for start in reversed(starts):
        if not _SAY_TO_END.match(lead, start):
            if not statement and veiled >= start:
                continue
            return None
        if not is_passive(lead, 0, start):
            return start
    return None


def _any_before(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read the nearest verb of saying or finding before a snippet, and its subject or its agent."""
    verbs = list(ANY_CUE.finditer(text, frame.start, frame.end))[-MOST_VERBS:]
    active = (v.start() for v in reversed(verbs) if not is_passive(text, frame.start, v.start()))
    subjects = (subject(text, cast, Span(frame.start, at)) for at in active)
    found = next((candidate for candidate in subjects if candidate), None)
    if found is not None:
        return Cue(found, "verb-before")
    agents = (agent(text, cast, Span(verb.end(), frame.end)) for verb in reversed(verbs))
    return next((cue for cue in agents if cue), None)
