"""A cue: the words beside a quotation that say who speaks, and by which rule they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import ANY
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

ANY_CUE = re.compile(rf"\b(?P<cue>{ANY})\b")
"""Any verb that brings in somebody else's words."""

MOST_VERBS = 8
"""How many verbs on either side of a quotation a sentence is asked for."""

_AGENT = re.compile(r"[^,;]{0,40}?\bby ")
# `Ofsted’s chief inspector, `: what an agent is, before the name
_AGENT_ROLE = re.compile(r"(?:(?:the |an? )?(?:[\w’'-]+ ){0,8}[\w’'-]+,? )?")
# `Mary Smith’s verdict: `
_UTTERANCE = re.compile(rf"[’']s? (?:[\w-]+ ){{0,2}}{either('speech', 'owned_words')}(?: (?:was|is))?:?\s*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """How a quotation is attributed: the candidate, and the rule that links it."""

    candidate: Candidate
    rule: str


def agent(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `by NAME` after a passive: the one who speaks; without it the text names nobody."""
    by = _AGENT.match(text, frame.start, frame.end)
    named = [c for c in cast.within(Span(by.end(), frame.end)) if not c.owner] if by else []
    if by is None or not named or not _AGENT_ROLE.fullmatch(text, by.end(), named[0].span.start):
        return None
    return Cue(named[0], "told-by")


def whose(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read a name that owns the words that follow the frame: `Mary Smith’s verdict: `."""
    said = _UTTERANCE.search(text, frame.start, frame.end)
    owners = [c for c in cast.within(Span(frame.start, said.start())) if c.owner] if said else []
    if said is None or not owners or owners[-1].span.end != said.start():
        return None
    return Cue(owners[-1], "words-of") if owners[-1].kind is not Kind.PRONOUN else None
