"""What links a quotation to who speaks: the narrator's words after it, before it, above or below it."""

from __future__ import annotations

import re
from dataclasses import replace

from councilbrief.documents.document import Shape
from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.cues import Cue, words_from
from councilbrief.evidence.speech.cues_after import (
    cue_after,
    cue_around,
    cue_behind,
    points_back,
    so_says,
    told_by,
)
from councilbrief.evidence.speech.cues_before import cue_before, reacted
from councilbrief.evidence.speech.retold import in_list, report_goes_on
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.texts.marks import Marked
from councilbrief.evidence.texts.reading import LONGEST_SENTENCE, VEIL, Reading, Sentence, is_abbreviated
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_VERB = re.compile(rf"\b{either('speech', 'statement')}\b")
_OWN_WORDS = re.compile(r"(?: that\b|:)")
_FRAME_END = re.compile(rf"[.!?](?=\s|$)|{VEIL}")
# A line of one or two words between a lead-in and the quotation: `Quote`
_LABEL = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)?")
# What may follow a name in a line of its own: `, parent advocate`
_REST = re.compile(rf"(?:[,(][^.:;!?{VEIL}]*)?")
# `:`, ` said,` and ` said;` at the end of a paragraph lead into the next one
_LEADS_IN = re.compile(rf"(?::|\b{either('speech', 'statement')}(?: today| yesterday)?[,;]?)$")
# `Labour’s `, before a name that opens a sentence
_OWNER = re.compile(r"(?:(?:The )?[A-Z][\w-]+(?: [A-Z][\w-]+)?[’']s? )?")
# `And that `, which hangs on the verb of the sentence before
_AND_THAT = re.compile(r"(?:And|But|Or|Nor|Also) (?:also |again )?(?:that|how) ")
# `What inspectors said`, `HOW THE COUNCIL REPLIED`, in a line of its own
_HEADED = re.compile(
    r"(?:what|how) (?P<who>[^.,;:?]{2,60}) (?:said|says?|found|wrote|replied|responded|answered|had to say)"
    r"(?: (?:in|to|about|on) [^.,;:?]{2,60})?:?",
    re.IGNORECASE,
)
_DASHES = frozenset({"-", "--", "–", "—"})
_ACTORS = frozenset({Kind.PERSON, Kind.ROLE})

# more words between marks than a term has
_MANY_WORDS = re.compile(r"(?:\S+\s+){4}")
_STOPS = (",", ".", "!", "?")
"""What ends words that somebody says, and no term."""

_MOST_SIGNED = 12
"""Quotations above one, each with a name below it, that are looked at."""

_LONGEST_SIGNATURE = 120
"""Characters of a line that signs a quotation."""


def link(reading: Reading, cast: Cast, quote: Marked, sentence: Sentence, *, whole: bool) -> Cue | None:
    """Find what attributes a quotation: words after it, before it, or on the line above."""
    text = reading.narration
    told = behind(reading, quote)
    if points_back(text, told):
        return cue_behind(text, cast, told)
    lead = _lead(sentence, quote)
    introduced = None
    if (
        lead.slice(text).rstrip().endswith(":")
    ):  # `NAME asked: “…?” OTHER replied that …`: the colon says it all
        introduced = cue_before(text, cast, lead, statement=True)
    if not whole:
        rest = Span(quote.outer.end, max(quote.outer.end, sentence.span.end))
        introduced = told_by(text, cast, lead, rest) or introduced
        introduced = introduced or cue_before(text, cast, lead, statement=False)
    beside = introduced or cue_after(text, cast, frame_after(reading, quote))
    if beside is not None:
        return beside
    if not whole:
        around = cue_around(text, cast, sentence.span, quote.outer)
        return around or report_goes_on(reading, cast, sentence) or in_list(reading, cast, quote)
    if lead.slice(text).strip(f" {VEIL}"):
        return cue_before(text, cast, lead, statement=True)
    above = _cue_above(reading, cast, quote)
    if above is not None or frame_after(reading, quote).slice(text).strip(f" ,.{VEIL}"):
        return above  # the sentence itself may say more, of somebody whom no rule finds
    return (
        _cue_of_sentence_before(reading, cast, quote, sentence)
        or _cue_of_paragraph_above(reading, cast, quote)
        or in_list(reading, cast, quote)
    )


def _lead(sentence: Sentence, quote: Marked) -> Span:
    """Return the words of a sentence before a quotation."""
    return Span(sentence.span.start, max(quote.outer.start, sentence.span.start))


def behind(reading: Reading, quote: Marked) -> Span:
    """Return the narrator's words after a quotation, into the next sentence: up to its end."""
    paragraph = reading.paragraphs[quote.paragraph].span
    furthest = max(quote.outer.end, min(paragraph.end, quote.outer.end + LONGEST_SENTENCE))
    text = reading.narration
    stops = (match.start() for match in _FRAME_END.finditer(text, quote.outer.end, furthest))
    ends = (at for at in stops if text[at] == VEIL or not is_abbreviated(text, quote.outer.end, at))
    return Span(quote.outer.end, next(ends, furthest))


def frame_after(reading: Reading, quote: Marked) -> Span:
    """Return the narrator's words right after a quotation, up to the end of their sentence."""
    nothing = Span(quote.outer.end, quote.outer.end)
    words_ = quote.span.slice(reading.text).rstrip()
    if not quote.closed or words_.endswith("."):
        return nothing
    frame = behind(reading, quote)
    # `“…?” NAME replied that …` tells of the answer, not of the question.
    verb = _VERB.search(reading.narration, frame.start, frame.end)
    answer = verb is not None and _OWN_WORDS.match(reading.narration, verb.end(), frame.end)
    return nothing if answer and words_.endswith(("?", "!", "…")) else frame


def _cue_above(reading: Reading, cast: Cast, quote: Marked) -> Cue | None:
    """Read a lead-in that ends the paragraph above: `NAME, ROLE, said:`."""
    above = quote.paragraph - 1
    if above < 0 or quote.outer.start != reading.paragraphs[quote.paragraph].span.start:
        return None
    if above and _LABEL.fullmatch(reading.document[reading.paragraphs[above].span]):
        above -= 1
    sentence = reading.sentences_of(above)[-1]
    headed = _headed(reading, cast, reading.paragraphs[above].span)
    if headed is not None:
        return headed
    if not _LEADS_IN.search(reading.narration, sentence.span.start, sentence.span.end):
        return words_from(reading.narration, cast, sentence.span)
    end = sentence.span.end - reading.narration.endswith(";", 0, sentence.span.end)
    return cue_before(reading.narration, cast, Span(sentence.span.start, end), statement=True)


def _headed(reading: Reading, cast: Cast, line: Span) -> Cue | None:
    """Read a heading that says whose words stand below it: `WHAT INSPECTORS SAID`."""
    heading = _HEADED.fullmatch(reading.narration, line.start, line.end)
    ends = (c for c in cast.within(line) if heading and c.span.end == heading.end("who"))
    who = next(ends, None)
    if heading is None or who is None or who.owner or who.kind is Kind.PRONOUN:
        return None
    start = max(who.span.start, heading.start("who"))  # in capitals, `WHAT` looks like a part of the name
    told = replace(who, span=Span(start, who.span.end), words=reading.narration[start : who.span.end])
    return Cue(told, "said-before")


def _cue_of_sentence_before(reading: Reading, cast: Cast, quote: Marked, sentence: Sentence) -> Cue | None:
    """Read the sentence before, in the same paragraph: `NAME told the paper that it was so. “…”`."""
    before = reading.sentence_before(sentence)
    start = reading.paragraphs[quote.paragraph].span.start
    if before is None or _is_quoted_in(reading, Span(start, quote.outer.start)):
        return None
    text = reading.narration
    found = cue_before(text, cast, before.span, statement=False) or reacted(text, cast, before.span)
    if found is not None and found.candidate.kind is not Kind.BODY:
        return Cue(found.candidate, "said-in-sentence-before")
    opens = next((c for c in cast.within(before.span) if not c.owner), None)
    lead = text[before.span.start : opens.span.start] if opens else ""
    acts = opens is not None and opens.kind in _ACTORS and _OWNER.fullmatch(lead)
    if found is None and opens and acts and not cast.is_one_of_two("", opens):
        return Cue(opens, "acts-in-sentence-before")
    return None


def _is_quoted_in(reading: Reading, span: Span) -> bool:
    """Say whether a part of the text holds quoted words that are more than a term."""
    within = (quote.span.slice(reading.text).rstrip() for quote in reading.quotes if span.covers(quote.outer))
    return any(words_.endswith(_STOPS) or _MANY_WORDS.search(words_) for words_ in within)


def _cue_of_paragraph_above(reading: Reading, cast: Cast, quote: Marked) -> Cue | None:
    """Read the last sentence above, where nothing is quoted: `NAME says that it is so`."""
    above = quote.paragraph - 1
    opens = quote.outer.start == reading.paragraphs[quote.paragraph].span.start
    if above < 0 or not opens or reading.paragraphs[above].shape is not Shape.PROSE:
        return None
    if _is_quoted_in(reading, reading.paragraphs[above].span):
        return None
    text, last = reading.narration, reading.sentences_of(above)[-1].span
    found = cue_before(text, cast, last, statement=False) or reacted(text, cast, last)
    if found is None or found.candidate.object or found.candidate.kind is Kind.BODY:
        return None
    return Cue(found.candidate, "said-above")


def hangs_on(reading: Reading, last: Marked, quote: Marked) -> bool:
    """Say whether a sentence goes on with the words quoted right before it: `And that “…”`."""
    sentence = reading.sentence_at(quote.outer.start)
    gap = reading.narration[last.outer.end : sentence.span.start]
    hangs = _AND_THAT.fullmatch(reading.narration, sentence.span.start, quote.outer.start)
    return hangs is not None and not gap.strip(" .\n")


def signed(reading: Reading, cast: Cast, quote: Marked) -> Cue | None:
    """Read the line under a quotation that stands by itself: `— NAME, ROLE`, or `So says NAME`.

    Without a dash it signs only where no such line stands above the quotation as well.
    """
    paragraph = reading.paragraphs[quote.paragraph]
    below = names_alone(reading, cast, quote.paragraph + 1)
    if quote.outer.end != paragraph.span.end or quote.paragraph + 1 == len(reading.paragraphs):
        return None
    if below is None:
        return so_says(reading.narration, cast, reading.sentences_of(quote.paragraph + 1)[0].span)
    dashed = reading.paragraphs[quote.paragraph + 1].glyph in _DASHES
    return Cue(below, "signed") if dashed or _is_signed_below(reading, cast, quote.paragraph) else None


def _is_signed_below(reading: Reading, cast: Cast, number: int) -> bool:
    """Say whether a line below signs a quotation: that above, if there is one, signs the one before it."""
    for _ in range(_MOST_SIGNED):
        if names_alone(reading, cast, number - 1) is None:
            return True
        number -= 2
        if number < 0 or VEIL not in reading.paragraphs[number].span.slice(reading.narration):
            return False
    return False


def names_alone(reading: Reading, cast: Cast, number: int) -> Candidate | None:
    """Return the person whom a paragraph names, if it says no more: `NAME` or `NAME, ROLE`."""
    if not 0 <= number < len(reading.paragraphs):
        return None
    line = reading.paragraphs[number].span
    first = next(iter(cast.within(line)), None)
    if first is None or first.kind is not Kind.PERSON or first.span.start != line.start:
        return None
    rest = reading.narration[first.span.end : line.end]
    return first if len(line) <= _LONGEST_SIGNATURE and _REST.fullmatch(rest) else None
