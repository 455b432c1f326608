"""Cues after a quotation, or round one in the narrator's own sentence."""

from __future__ import annotations

import re
from itertools import islice

from councilbrief.evidence.speech.candidates import Candidate, Kind, is_addressee
from councilbrief.evidence.speech.clauses import PARTICIPLE
from councilbrief.evidence.speech.cues import MOST_VERBS, Cue, agent, verbs
from councilbrief.evidence.speech.sayers import head_nouns
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import ADVERBS, SAY, is_passive, subject
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
    rf",? ?{ADVERBS}(?!\w+ing\b)(?:(?:{SAY})\b|{either('speech', 'finds')}(?=[,.;\s]*$))"
)
# `“…,” he was told ` before `by NAME`
_TOLD_TO = re.compile(
    rf"[,.]?\s*(?:[\w.’'-]+ ){{1,6}}(?:was|were|(?:has|have|had) been) {ADVERBS}"
    r"(?:told|informed|assured|advised|reminded|warned)\b"
)
_ACCORDING = re.compile(r",? (?:according to|in the (?:view|opinion|words|eyes|judgement) of) ")
# ` in Ofsted’s view`
_IN_VIEW = re.compile(
    r",? in (?P<who>[^,.;:]{2,60}?)[’']s? (?:own )?(?:view|opinion|words|eyes|judgement|phrase)\b"
)
_FEW_WORDS = re.compile(r"[,.]?\s*(?:[\w’'-]+,? ){0,6}")
# `“…”, while NAME said that …`: the verb behind it is another clause's.
_NEXT_CLAUSE = re.compile(rf"[,.;]?\s*{either('speech', 'next_clause')}\b", re.IGNORECASE)
_ROLE_WORDS = re.compile(r"(?: [\w’'-]+){0,5} ")
# `Those were the words of `, `, was the verdict of `
_POINTS_BACK = re.compile(rf"[,.]?\s*{either('speech', 'points_back')}\b", re.IGNORECASE)
# `“…,” House Speaker NAME, R-Wis`: the name alone
_NO_MORE = re.compile(r"(?:, [^,.;:]{2,40}\.?)?[.\s]*")
_TOLD = re.compile(rf"\b{either('speech', 'told_to')} (?:the )?$")
_WERE_TOLD = re.compile(
    r" (?:was|were|is|are|(?:had|has|have) been) (?:\w+ )?"
    r"(?:told|assured|informed|advised|reminded|shown|called|described|branded|labelled|dubbed|deemed|termed|hailed"
    r"|welcomed|criticised|condemned|dismissed|attacked)\b"
)
# `inspection` tells of an event, where `inspection report` does not
_EVENT = re.compile(r"\binspection$", re.IGNORECASE)
# `, “y” and “z” by `, behind “x”
_BY = re.compile(rf"(?:,? (?:and |or |but )?{VEIL}+)*,?(?: [\w’'-]+){{0,4}}?(?= by )")
# ` under the director, `: the name is part of the paper's sentence
_OF_OTHERS = re.compile(rf"^ {either('speech', 'objects_follow')} ")
_LONGEST_LABEL = 40
# ` So says ` before `NAME`
_SO_SAYS = re.compile(rf"[,.]?\s*(?:So|Thus) (?:{SAY}) ")
# ` was how they put it`
_HOW = re.compile(r",? (?:was|is|were) (?:how|what|the way) ")
# `Ofsted chose “good”, and a new head came, `, before `and noting that`: what hangs on its clause
_GOES_ON = (" and ", " but ", ", ", " while ")
_WORDS_OF = re.compile(r"[^.;:,]{0,60}?\b(?:of|from|by) (?:the )?")


def points_back(text: str, frame: Span) -> bool:
    """Say whether words after a quotation go back to it: `Those were the words of NAME`."""
    return _POINTS_BACK.match(text, frame.start, frame.end) is not None


def so_says(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `So says NAME, ROLE` behind a quotation, or in the paragraph below it."""
    says = _SO_SAYS.match(text, frame.start, frame.end)
    named = [c for c in cast.within(Span(says.end(), frame.end)) if not c.owner] if says else []
    who = _inverted(text, named, says.end()) if says and named else None
    return Cue(who, "words-of") if who else None


def cue_behind(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read whose words they were: `Those were the words of NAME`, or nobody's that can be told."""
    so = so_says(text, cast, frame)
    how = _HOW.match(text, frame.start, frame.end)
    if so is not None or how is None:
        return so or _cue_back(text, cast, frame)
    named = cast.within(Span(how.end(), frame.end))
    return Cue(named[0], "words-of") if named and named[0].span.start == how.end() else None


def _cue_back(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `Those were the words of NAME`."""
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
        return _subject_after(text, cast, named, frame)
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


def _subject_after(text: str, cast: Cast, named: list[Candidate], frame: Span) -> Cue | None:
    """Read `, NAME, ROLE, said`: a subject within a few words, and its verb."""
    if _NEXT_CLAUSE.match(text, frame.start, frame.end):
        return None
    according = _according(text, cast, frame)
    if according is not None:
        return according
    for candidate in named:
        if candidate.object and is_addressee(text, candidate.span.start):
            continue
        if not _FEW_WORDS.fullmatch(text, frame.start, candidate.span.start):
            return None
        if _APPOSED_SAYS.match(text, candidate.span.end, frame.end):
            return Cue(candidate, "said-after")
        if _is_all(text, cast, candidate, frame):
            return Cue(candidate, "name-alone")
    return None


def _is_all(text: str, cast: Cast, candidate: Candidate, frame: Span) -> bool:
    """Say whether a name, with what somebody is, is all that stands behind a quotation."""
    lead = text[frame.start : candidate.span.start]
    rest = Span(candidate.span.end, frame.end)
    tag = candidate.kind is Kind.PERSON and _NO_MORE.fullmatch(text, rest.start, rest.end)
    alone = bool(tag) and len(lead) <= _LONGEST_LABEL and not _OF_OTHERS.search(lead)
    return alone and not any(verbs(text, cast, rest))


def _according(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `, according to NAME` and ` in NAME’s view`."""
    link = _ACCORDING.match(text, frame.start, frame.end)
    if link:
        named = [c for c in cast.within(Span(link.end(), frame.end)) if not c.owner]
        return Cue(named[0], "according-to") if named and named[0].span.start == link.end() else None
    view = _IN_VIEW.match(text, frame.start, frame.end)
    owners = (
        [c for c in cast.within(Span(*view.span("who"))) if c.span.end == view.end("who")] if view else []
    )
    return Cue(owners[0], "words-of") if owners and owners[0].kind is not Kind.PRONOUN else None


def _by_name(cast: Cast, at: int) -> Candidate | None:
    """Return the mention of Ofsted, or of its inspectors, nearest before a place, else the first."""
    named = [c for c in cast.candidates if c.is_ofsted and not c.is_document]
    before = [c for c in named if c.span.start < at]
    return before[-1] if before else next(iter(named), None)


def _is_told(text: str, ofsted: Candidate, sentence: Span) -> bool:
    """Say whether others speak to or of Ofsted: `Families told inspectors`, `The report was called`."""
    to_them = _TOLD.search(text, sentence.start, ofsted.span.start)
    return to_them is not None or _WERE_TOLD.match(text, ofsted.span.end, sentence.end) is not None


def told_by(text: str, cast: Cast, lead: Span, after: Span) -> Cue | None:
    """Read `was described as “x”, “y” and “z” by NAME`: a passive before a snippet, and by whom behind it."""
    by = _BY.match(text, after.start, after.end)
    if by is None:
        return None
    last = next(reversed(list(verbs(text, cast, lead))), None)
    passive = last is not None and is_passive(text, lead.start, last.start())
    return agent(text, cast, Span(by.end(), after.end)) if passive else None


def cue_around(text: str, cast: Cast, sentence: Span, quote: Span) -> Cue | None:
    """Read a sentence with a snippet in it whose verb follows: `… “x”, inspectors found`.

    A participle has no subject of its own there: `… “x” and a new head, and noting that …`.
    """
    # `… “x”, but NAME said no`: what follows is another clause's.
    another = _NEXT_CLAUSE.match(text, quote.end, sentence.end) is not None
    for match in islice(verbs(text, cast, Span(quote.end, sentence.end)), MOST_VERBS):
        hangs = PARTICIPLE.match(text, match.start()) and text.endswith(_GOES_ON, 0, match.start())
        if hangs or is_passive(text, quote.end, match.start()):
            continue
        found = subject(text, cast, Span(quote.end, match.start()))
        if found is not None and not found.object and not (another and found.kind is Kind.PERSON):
            return Cue(found, "verb-after")
    # `… the letter’s phrase was “x”`: Ofsted alone in the sentence, as its subject or as where it stands
    named = cast.within(sentence)
    ofsted = [c for c in named if c.is_ofsted and not c.owner]
    if ofsted and _is_told(text, ofsted[-1], sentence):
        return None
    if not ofsted or any(not c.owner and not c.object and c not in ofsted for c in named):
        return None
    # `In the course of a five-day inspection children were found to `: who made it says so
    event = ofsted[-1].span.start > sentence.start and _EVENT.search(ofsted[-1].words)
    speaks = _by_name(cast, sentence.start) if event else ofsted[-1]
    return Cue(speaks, "body-in-sentence") if speaks else None
