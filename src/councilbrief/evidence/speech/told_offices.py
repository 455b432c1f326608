"""What a sentence tells somebody to be: `is our director`, `who took over as leader`."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.offices import WORD, office_start
from councilbrief.evidence.speech.roles import CUE, REACH, Role, cut
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_SEVERAL = r"(?:now |currently |also |just |only |recently |since |then )*"
_WHOSE = (
    r"(?:(?:the|our|its|their|an?) )?(?:(?:[A-Z][\w-]* ){0,3}(?!(?:[Cc]hildren|[Pp]eople)[’'])[\w-]+[’']s? )?"
    r"(?:own |new |next |permanent )*"
)
# ` is our `, `, who has just been appointed `
_IS = re.compile(
    rf"(?:,? who)? (?:is|was|became|(?:has|have) been|(?:has|had|have|was) {_SEVERAL}(?:been |become )?"
    rf"(?:made|named|appointed|elected|confirmed as)?) (?:as )?{_SEVERAL}{_WHOSE}(?=[A-Za-z])"
)
# `, who took over in May as `
_CAME_AS = re.compile(
    rf"(?:,? who)? (?:has |had )?{_SEVERAL}{either('people', 'came_as')}"
    rf"(?: (?!as\b)[\w’'-]+){{0,5}}? as {_WHOSE}(?=[A-Za-z])"
)
# ` as its next `, after `appointed Mary Smith`
_MADE = re.compile(rf" (?:as|to be) {_WHOSE}(?=[A-Za-z])")
_MAKES = re.compile(rf"\b{either('people', 'makes')} (?:[A-Z][a-z]+\.? )?$")
# `, who chairs the `
_DUTY = re.compile(
    rf",? (?P<duty>who (?:now |currently |also |has )?{either('people', 'duties')}"
    r" (?:[^,.;:()\n¤]|, (?=[\w’' ]{3,40} and )){3,90})"
)
_WHEN = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri)day|(?:the )?(?:spring|summer|autumn|winter|new year)|year|month|week"
)
_ENDS = re.compile(
    r"[,.;:()\n¤—]| – | (?:and|but) (?:a|an|the|he|she|it|they|has|had|is|was|inspectors|Ofsted)\b"
    r"| (?:who|which|when|where|while|then|now|again|until|since|at the time)\b"
    rf"| (?:in|on|from|last|this|next) (?:\d+|(?:early |late |mid-?)?(?:{_WHEN}))\b"
)
_BEFORE = 40
"""Characters before a name in which the verb stands that makes somebody something."""


def office_told(text: str, name: Span, start: int, end: int) -> Role | None:
    """Read what the sentence from `start` to `end` tells the bearer of a name to be, without apposition.

    >>> text = "Mary Smith took over as director of children’s services in May."
    >>> office_told(text, Span(0, 10), 0, len(text)).role.slice(text)
    'director of children’s services'
    """
    end = min(end, name.end + REACH)
    lead = text[max(start, name.start - _BEFORE) : name.start]
    told = _MADE.match(text, name.end, end) if _MAKES.search(lead) else None
    told = told or _CAME_AS.match(text, name.end, end) or _IS.match(text, name.end, end)
    if told is not None:
        stop = _ENDS.search(text, told.end(), end)
        span = Span(told.end(), stop.start() if stop else end)
        words_ = [word[0] for word in WORD.finditer(span.slice(text))]
        found = cut(text, span, exact=False) if words_ and office_start(words_) == 0 else None
        if found is not None:
            past = " was " in told[0] or " served " in told[0]
            return Role(found.role, found.body, found.party, past or found.past)
    duty = _DUTY.match(text, name.end, end)
    if duty is None:
        return None
    cue = CUE.search(text, duty.start("duty"), duty.end("duty"))
    return Role(Span(duty.start("duty"), cue.start() if cue else duty.end("duty")))
