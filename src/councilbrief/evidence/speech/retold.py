"""Findings retold: sentences and list entries that go on with what Ofsted or its report was told to say."""

from __future__ import annotations

import re

from councilbrief.documents.document import Shape
from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.cues import Cue, among, verbs
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import ADVERBS, ANY, SAY
from councilbrief.evidence.texts.marks import Marked
from councilbrief.evidence.texts.reading import VEIL, Reading, Sentence
from councilbrief.evidence.words import either

# `Supervision of staff `, at the head of a sentence
_PRACTICE = re.compile(rf"(?:But |And |However, |Staff )?{either('findings', 'ungraded')}", re.IGNORECASE)
_JOINS = r"(?:(?:But|And|Also|Again|Likewise) |(?:However|Also|In addition|What is more|Elsewhere), )?"
# `Dental checks were `, `What is more, families where a parent is deaf are `
_CARE = re.compile(
    rf"{_JOINS}(?:[\w-]+ )?{either('speech', 'what_is_inspected')}"
    r"(?: (?:who|where|whose|with|in|for|that|of) (?:[\w’'-]+ ){0,12}?[\w’'-]+)?"
    r" (?:was|were|is|are|had|has|have)",
    re.IGNORECASE,
)
# `It was recognised that `, `There was praise for `
_WELL_SPOKEN_OF = re.compile(rf"{_JOINS}{either('speech', 'well_spoken_of')} ")
_OPENS = re.compile(r"(?:(?:But|And|Yet) |This time |(?:However|Overall), )?")
# `These put the service under `, behind what inspectors said of them
_POINTS_AT = re.compile(r"(?:These|Those) (?!(?:who|of|are the|were the)\b)\w+ [^.;:,]*")
# `It was ` and `They amounted to ` before “x”, behind `Inspectors found fault with the duty desk.`
_SUMS_UP = re.compile(rf"(?:It|They) (?:was|were|is|are|consisted of|amounted to) (?={VEIL})")
_FINDS_FAULT = re.compile(
    r"\b(?:found fault with|critici[sz]ed|(?:critical|scathing|harsh|blunt)(?:, \w+,)? (?:of|about|on))\b"
)
# `Leaders were said to be `, `Social workers were `
_WORKERS = re.compile(
    rf"(?:But |And |However, )?(?:Senior |Social |Chief )?{either('speech', 'who_is_inspected')}"
    rf" (?:(?:was|were) |(?={VEIL}))",
    re.IGNORECASE,
)
_INSPECTED = re.compile(rf"(?:the |a |each |every )?{either('speech', 'who_is_inspected')}", re.IGNORECASE)
_SPEAK = re.compile(rf",? {ADVERBS}(?:{ANY})\b")
_VIEW_OF = re.compile(r"It (?:is|was|remains) the (?:view|opinion|conclusion|verdict|finding|judgement) of ")
_ACCORDING = re.compile(r"According to ")
# `, the report added.`, `, according to the letter.`
_SAID_LAST = re.compile(
    rf"(?P<comma>, (?P<by>according to )?)(?:[\w’'-]+ ){{1,5}}"
    rf"(?(by)[\w’'-]+|(?:{ADVERBS})(?:{SAY})(?: too| as well| also)?)\.?$"
)
_LONGEST_ASIDE = 80
"""Characters of the aside that ends a sentence: `, the report added.`"""

# `an inspection` is an event: its report speaks, it does not
_INSPECTION = re.compile(r"\binspection\b(?! (?:report|letter|findings))", re.IGNORECASE)
_MOST_TOLD = 3
"""Sentences before one that names nobody in which a report is told of."""

_MOST_ENTRIES = 12
"""Entries of a list above one in which its lead-in is sought."""


def report_goes_on(reading: Reading, cast: Cast, sentence: Sentence) -> Cue | None:
    """Read a sentence on practice that names nobody, behind one that tells what Ofsted or its report said.

    `Plans drift, the report says. Supervision was “patchy in quality”.`
    """
    before: Sentence | None = sentence
    practice = _PRACTICE.match(reading.narration, sentence.span.start)
    practice = practice or _CARE.match(reading.narration, sentence.span.start)
    practice = practice or _WORKERS.match(reading.narration, sentence.span.start)
    practice = practice or _POINTS_AT.match(reading.narration, sentence.span.start)
    practice = practice or _sums_up(reading, sentence)
    praised = _WELL_SPOKEN_OF.match(reading.narration, sentence.span.start, sentence.span.end)
    opening = practice or praised
    ahead = [c for c in _actors(cast, sentence) if opening and c.span.start >= opening.end()]
    if not (practice or praised) or not all(_is_inspected(reading, c) for c in ahead):
        return None
    for _ in range(_MOST_TOLD):
        before = _told_before(reading, before) if before else None
        named = [c for c in _actors(cast, before) if not _is_inspected(reading, c)] if before else []
        told = _tells_last(reading, cast, before) if before else None
        told = told or (_says_first(reading, cast, before) if before else None)
        if told is not None:
            return Cue(told, "report-goes-on")
        if before and not named and cast.within(before.span):  # `was found wanting by inspectors`
            named = [c for c in cast.within(before.span) if cast.is_agent(c)]
        if before and named:
            says = any(verbs(reading.narration, cast, before.span))
            return Cue(named[0], "report-goes-on") if says and _are_ofsted(named) else None
    return None


def _sums_up(reading: Reading, sentence: Sentence) -> re.Match[str] | None:
    """Read `It was “x”` behind a sentence of its paragraph that finds fault with what “it” is."""
    before = reading.sentence_before(sentence)
    fault = before is not None and _FINDS_FAULT.search(reading.narration, before.span.start, before.span.end)
    return _SUMS_UP.match(reading.narration, sentence.span.start) if fault else None


def _are_ofsted(named: list[Candidate]) -> bool:
    """Say whether all who are named are Ofsted, its people or what it writes; an inspection is an event."""
    return all(c.is_ofsted and not _INSPECTION.search(c.words) for c in named)


def _tells_last(reading: Reading, cast: Cast, sentence: Sentence) -> Candidate | None:
    """Return Ofsted, or its report, where a sentence ends or begins with whose view it is.

    `The council fell short as well, the report added.` `It is the view of the report that …`
    """
    text, span = reading.narration, sentence.span
    view = _VIEW_OF.match(text, span.start, span.end)
    according = _ACCORDING.match(text, span.start, span.end)
    view = view or according
    last = _SAID_LAST.search(text, max(span.start, span.end - _LONGEST_ASIDE), span.end)
    at = view.end() if view else last.end("comma") if last else None
    found = (c for c in cast.within(span) if c.span.start == at and not c.owner)
    who = next(found, None)
    return who if who is not None and _are_ofsted([who]) else None


def _says_first(reading: Reading, cast: Cast, sentence: Sentence) -> Candidate | None:
    """Return Ofsted, where it opens a sentence and says the rest of it: `Inspectors said that `."""
    first = next(iter(cast.within(sentence.span)), None)
    text, said = reading.narration, list(verbs(reading.narration, cast, sentence.span))
    if first is None or not _OPENS.fullmatch(text, sentence.span.start, first.span.start):
        return None
    who = cast.antecedent(first, []) if first.kind is Kind.PRONOUN else first
    if who is None or who.owner or not _are_ofsted([who]):
        return None
    beside = _SPEAK.match(text, first.span.end, sentence.span.end)
    return who if beside and len(said) == 1 else None


def _actors(cast: Cast, sentence: Sentence) -> list[Candidate]:
    """Return those in a sentence who may say or do something."""
    named = (c for c in cast.within(sentence.span) if c.kind is not Kind.PRONOUN)
    return [c for c in named if c.kind is not Kind.BODY or not (c.owner or c.object)]


def _is_inspected(reading: Reading, candidate: Candidate) -> bool:
    """Say whether a candidate is what inspectors look at, as staff are, and says nothing itself."""
    at = candidate.span
    looked_at = _INSPECTED.fullmatch(candidate.words) is not None
    return looked_at and _SPEAK.match(reading.narration, at.end) is None


def _told_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence before in prose, also that which ends the paragraph above."""
    before = reading.sentence_before(sentence)
    above = sentence.paragraph - 1
    if before or above < 0 or reading.paragraphs[above].shape is not Shape.PROSE:
        return before
    return reading.sentences_of(above)[-1]


def in_list(reading: Reading, cast: Cast, quote: Marked) -> Cue | None:
    """Read the lead-in of a list for what stands in its entries: `Things that the letter lauds:`.

    It names Ofsted or what Ofsted writes, and nobody else.
    """
    lead = _list_lead(reading, quote) or open_lead(reading, quote)
    if lead is None or reading.paragraphs[lead.paragraph].shape is not Shape.PROSE:
        return None
    entry = reading.sentence_at(quote.outer.start)
    others = any(not _is_inspected(reading, c) for c in _actors(cast, entry))
    if not reading.narration.endswith((":", " that"), 0, lead.span.end) or others:
        return None
    theirs = among(reading.narration, cast, lead.span)
    if theirs is not None:
        return Cue(theirs.candidate, "list-of-findings")
    named = _actors(cast, lead) or [c for c in cast.within(lead.span) if cast.is_agent(c)]
    return Cue(named[0], "list-of-findings") if named and _are_ofsted(named) else None


def _list_lead(reading: Reading, quote: Marked) -> Sentence | None:
    """Return the sentence above a list in which a quotation stands: one entry may have lost its glyph."""
    above = quote.paragraph
    while above and quote.paragraph - above < _MOST_ENTRIES and _is_entry(reading, above):
        above -= 1
    return reading.sentences_of(above)[-1] if above < quote.paragraph else None


def _is_entry(reading: Reading, number: int) -> bool:
    """Say whether a paragraph is an entry of a list, or goes on in lower case below one."""
    paragraphs = reading.paragraphs
    here, above = paragraphs[number], paragraphs[number - 1]
    small = reading.text[here.span.start].islower()
    return here.shape is Shape.ITEM or (small and (bool(here.glyph) or above.shape is Shape.ITEM))


def open_lead(reading: Reading, quote: Marked) -> Sentence | None:
    """Return the sentence that ends in "that" above lines without stops: `Ofsted also found that`."""
    number = quote.paragraph
    for above in range(number - 1, max(number - _MOST_ENTRIES, -1), -1):
        lead = reading.sentences_of(above)[-1]
        if reading.narration.endswith(" that", 0, lead.span.end):
            return lead
        if reading.narration.endswith((".", ":", VEIL), 0, lead.span.end):
            return None
    return None
