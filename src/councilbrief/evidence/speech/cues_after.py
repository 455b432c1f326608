"""Cues after a quotation, or round one in the narrator's own sentence."""

from __future__ import annotations

import re
from itertools import islice

from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.cues import ANY_CUE, MOST_VERBS, Cue, agent
from councilbrief.evidence.speech.sayers import head_nouns
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import ADVERBS, SAY, subject
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_AFTER = re.compile(rf"^[,.]?\s*{ADVERBS}(?P<cue>{SAY})\b")
# `, the paper’s guest, ` and ` (Lab), who chairs it, `, then `said`
_APPOSED_SAYS = re.compile(
    rf"(?: \([^()]{{2,60}}\))?"
    rf"(?:,(?:[^.;:{VEIL}]|(?<=[A-Z])\.|\.(?=,)){{2,140}},"
    rf"| (?:who|that|in|at|from|on|of|with|for|into|issued|released|published|posted|sent|signed)"
    rf" [^,.;:{VEIL}]{{2,70}}?)?"
    rf",? ?{ADVERBS}(?!\w+ing\b)(?:{SAY})\b"
)
# `“…,” he was told ` before `by NAME`
_TOLD_TO = re.compile(
    rf"[,.]?\s*(?:[\w.’'-]+ ){{1,6}}(?:was|were|(?:has|have|had) been) {ADVERBS}"
    r"(?:told|informed|assured|advised|reminded|warned)\b"
)
_ACCORDING = re.compile(r",? according to ")
_FEW_WORDS = re.compile(r"[,.]?\s*(?:[\w’'-]+,? ){0,6}")
# `“…”, while NAME said that …`: the verb behind it is another clause's.
_NEXT_CLAUSE = re.compile(rf"[,.;]?\s*{either('speech', 'next_clause')}\b", re.IGNORECASE)
_ROLE_WORDS = re.compile(r"(?: [\w’'-]+){0,5} ")
# `Those were the words of `, `, was the verdict of `
_POINTS_BACK = re.compile(rf"[,.]?\s*{either('speech', 'points_back')}\b", re.IGNORECASE)
# `“…,” House Speaker NAME, R-Wis`: the name alone
_NO_MORE = re.compile(r"(?:, [^,.;:]{2,40}\.?)?[.\s]*")
_LONGEST_LABEL = 40
# ` was how they put it`
_HOW = re.compile(r",? (?:was|is|were) (?:how|what|the way) ")
_WORDS_OF = re.compile(r"[^.;:,]{0,60}?\b(?:of|from|by) (?:the )?")


def points_back(text: str, frame: Span) -> bool:
    """Say whether words after a quotation go back to it: `Those were the words of NAME`."""
    return _POINTS_BACK.match(text, frame.start, frame.end) is not None


def cue_behind(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read whose words they were: `Those were the words of NAME`, or nobody's that can be told."""
    how = _HOW.match(text, frame.start, frame.end)
    if how:
        named = cast.within(Span(how.end(), frame.end))
        return Cue(named[0], "words-of") if named and named[0].span.start == how.end() else None
    back = _POINTS_BACK.match(text, frame.start, frame.end)
    link = _WORDS_OF.match(text, back.end(), frame.end) if back else None
    people = (c for c in cast.within(frame) if c.kind is Kind.PERSON and not c.owner)
    first = next(people, None)
    if link is None or first is None or first.span.start < link.end():
        return None
    return Cue(first, "words-of")


def cue_after(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read the narrator's words that follow a quotation: `said NAME, ROLE`, `he was told by NAME`."""
    told = _TOLD_TO.match(text, frame.start, frame.end)
    if told is not None:
        return agent(text, cast, Span(told.end(), frame.end))
    verb = _AFTER.match(frame.slice(text))
    named = [candidate for candidate in cast.within(frame) if not candidate.owner]
    if verb is None:
        return _subject_after(text, named, frame)
    chosen = _inverted(text, named, frame.start + verb.end())
    return Cue(chosen, "said-after") if chosen else None


def _inverted(text: str, named: list[Candidate], after: int) -> Candidate | None:
    """Return the subject behind its verb: `said NAME`, `said the union’s secretary NAME`."""
    beside = bool(named) and named[0].span.start - after <= 1
    others = named[1:] if beside else named
    person = next((c for c in others if c.kind is Kind.PERSON and not c.object), None)
    if not beside or person is None:
        return named[0] if beside else person
    between = text[named[0].span.end : person.span.start]
    titled = named[0].kind is not Kind.PERSON or head_nouns(between)
    return person if titled and _ROLE_WORDS.fullmatch(between) else named[0]


def _subject_after(text: str, named: list[Candidate], frame: Span) -> Cue | None:
    """Read `, NAME, ROLE, said`: a subject within a few words, and its verb."""
    if _NEXT_CLAUSE.match(text, frame.start, frame.end):
        return None
    according = _ACCORDING.match(text, frame.start, frame.end)
    if according and named and named[0].span.start == according.end():
        return Cue(named[0], "according-to")
    for candidate in named:
        if not _FEW_WORDS.fullmatch(text, frame.start, candidate.span.start):
            return None
        if _APPOSED_SAYS.match(text, candidate.span.end, frame.end):
            return Cue(candidate, "said-after")
        tag = candidate.kind is Kind.PERSON and _NO_MORE.fullmatch(text, candidate.span.end, frame.end)
        if tag and candidate.span.start - frame.start <= _LONGEST_LABEL:
            return Cue(candidate, "name-alone")
    return None


def cue_around(text: str, cast: Cast, sentence: Span, quote: Span) -> Cue | None:
    """Read a sentence with a snippet in it whose verb follows: `… “x”, inspectors found`."""
    # `… “x”, but NAME said no`: what follows is another clause's.
    another = _NEXT_CLAUSE.match(text, quote.end, sentence.end) is not None
    for match in islice(ANY_CUE.finditer(text, quote.end, sentence.end), MOST_VERBS):
        found = subject(text, cast, Span(quote.end, match.start()))
        if found is not None and not found.object and not (another and found.kind is Kind.PERSON):
            return Cue(found, "verb-after")
    # `… the letter’s phrase was “x”`: Ofsted alone in the sentence, as its subject or as where it stands
    named = cast.within(sentence)
    ofsted = [c for c in named if c.is_ofsted and not c.owner]
    others = any(not c.owner and not c.object and c not in ofsted for c in named)
    return Cue(ofsted[-1], "body-in-sentence") if ofsted and not others else None
