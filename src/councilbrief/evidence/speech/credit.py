"""Credit and how a thing is done: who gives somebody credit, and verbs that only tell of what is done."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.cues import Cue
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import ANY, subject
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_CREDIT = either("speech", "credit")
# `called the way in which the council ` before `writes back`: it writes, and is not quoted
_OF_A_WAY = re.compile(rf"\b(?:{ANY})\b[^.;:,{VEIL}]{{0,40}}? way (?:in which|that) [^.;:,{VEIL}]{{2,60}}$")
# `was warm about how quickly the trust ` before `finds homes`
_HOW_IT_DOES = re.compile(
    rf"\b(?:about|with|by|of|at|on|over) (?:how|the way|the ways)\b[^.;:,{VEIL}]{{2,60}}$"
)
# `that what Ofsted has ` before `written of the care of babies is grim`
_WHAT_IS_TOLD = re.compile(r"\bthat what (?:[\w’'-]+ ){1,4}$")
_FURTHER_ON = re.compile(rf"(?: (?!as\b)[^\s{VEIL}]+){{3}}")
# `was given credit for ` before `finding out`
_CREDITED_FOR = re.compile(rf"\b{_CREDIT}\b[^.;:,]{{0,40}}? for $")
# `was held up by inspectors`, `has been given credit in the latest Ofsted report`
_IN_OR_BY = re.compile(r"\b(?:is|are|was|were|been|being) (?:[\w-]+ ){1,4}(?:by|in) $")
# `gives the trust credit for `
_GIVES_CREDIT = re.compile(
    rf"\b(?:gives|gave|given|giving|pays|paid|paying) [^.;:{VEIL}]{{2,60}}?\b{_CREDIT} (?:for|to) "
)


def is_retold(text: str, frame: Span, verb: re.Match[str]) -> bool:
    """Say whether a verb only tells of what somebody else speaks of: `called the way in which he writes`."""
    clauses = [_OF_A_WAY, _HOW_IT_DOES, _CREDITED_FOR]
    if _FURTHER_ON.match(text, verb.end(), frame.end):
        clauses.append(_WHAT_IS_TOLD)
    return any(clause.search(text, frame.start, verb.start()) for clause in clauses)


def given_by_ofsted(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read a passive whose agent, or whose place, is Ofsted: `was held up by inspectors as `."""
    named = [c for c in cast.within(frame) if not c.owner]
    ofsted = (c for c in named if c.is_ofsted and _IN_OR_BY.search(text, frame.start, c.span.start))
    found = next(ofsted, None)
    if found is None or any(c.span.start > found.span.end and not c.object for c in named):
        return None
    return Cue(found, "told-by")


def credited(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read who gives somebody credit, or pays tribute: `Ofsted gives the trust credit for `."""
    credit = _GIVES_CREDIT.search(text, frame.start, frame.end)
    who = subject(text, cast, Span(frame.start, credit.start())) if credit else None
    return Cue(who, "verb-before") if who is not None else None
