"""Quotations: whose words stand between which marks, and by what the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.documents.document import Shape
from councilbrief.evidence.facts import Quotation, Quoted, Speaker
from councilbrief.evidence.inspections.areas import area_mentions
from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.speech.attribution import Attribution
from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.cues import Cue
from councilbrief.evidence.speech.cues_after import cue_after, points_back
from councilbrief.evidence.speech.linking import behind, frame_after, hangs_on, link, names_alone, signed
from councilbrief.evidence.speech.retold import open_lead
from councilbrief.evidence.speech.sensitive import Bystanders, sensitivity
from councilbrief.evidence.speech.speakers import Cast, Heard
from councilbrief.evidence.texts.marks import Marked
from councilbrief.evidence.texts.reading import VEIL, Reading, Sentence
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `under the heading ` before a name between marks
_NAMES = re.compile(rf"\b{either('speech', 'names_follow')} $", re.IGNORECASE)
FEWEST_WORDS = 4
"""A snippet of fewer words is a term or a scare quote, not a statement."""

FEWEST_SPOKEN = 2
"""Words of a statement that opens a sentence and is given to somebody by a verb of saying."""

_FEWEST_CUT_OFF = 8
"""Words of a statement that the page cuts off, so that it is no heading."""

_LONGEST_AREA = 140
"""Characters of the name of an area of judgement."""

_MOST_OF_IT = 0.7
"""The share of a name in which area names are found, so that it is one."""

FURTHEST = 2
"""Paragraphs after which a quotation that names nobody is no longer the last speaker's."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_GRADE = re.compile(GRADE_WORDS, re.IGNORECASE)
# `improvement required to be good`
_GRADE_PHRASE = re.compile(
    rf"(?:(?:{GRADE_WORDS}|improv\w+|requir\w+|needs?|still|from|to|be|is|now|as|and|or|not) ?)+",
    re.IGNORECASE,
)
# `“The way in which they are met”` before ` is a strength`: the subject of the paper's own sentence
_GOES_ON = re.compile(r" (?:is|are|was|were|has|have|had|remains?|needs?|will|would|can|could|should|must)\b")
_SENTENCE_END = re.compile(r"[.!?…]$")

_BEHIND = frozenset({"said-after", "according-to", "name-alone"})


@dataclass
class _Run:
    """A quotation in the making: its pieces, its cue, and whether it is a snippet."""

    pieces: list[Marked]
    cue: Cue | None
    snippet: bool
    candidate: Candidate | None = None


def quotations(reading: Reading, council: str | None, cast: Cast | None = None) -> tuple[Quotation, ...]:
    """Find the quotations of a document, each with the speaker whom the text names.

    `council` is the official name of the council that the document is about; it stands
    in, marked as inferred, for an organisation that the text leaves out. `cast` spares
    finding the people of the text again.
    """
    cast = cast or Cast(reading)
    attribution = Attribution(reading, cast, council)
    bystanders = Bystanders(person.words for person in cast.people)
    out = []
    for run in _resolved(reading, cast, list(_runs(reading, cast))):
        who = attribution.speaker(run.candidate) if run.candidate else None
        if who is not None or not run.snippet:
            out.append(_quotation(reading, bystanders, run, who))
    return tuple(out)


def _runs(reading: Reading, cast: Cast) -> Iterator[_Run]:
    """Join the pieces of a statement over its paragraphs; leave out terms and scare quotes."""
    run: _Run | None = None
    for quote in reading.quotes:
        if not quote.span.slice(reading.text).strip():  # marks round nothing
            continue
        if run is not None and _continues(reading, run.pieces[-1], quote):
            run.pieces.append(quote)
            continue
        if run is not None:
            yield _ended(reading, cast, run)
        run = _begun(reading, cast, quote)
    if run is not None:
        yield _ended(reading, cast, run)


def _ended(reading: Reading, cast: Cast, run: _Run) -> _Run:
    """Look for the cue after the last piece, or in a line below, where the first one has none."""
    if run.cue is None and len(run.pieces) > 1:
        run.cue = cue_after(reading.narration, cast, frame_after(reading, run.pieces[-1]))
    if run.cue is None and not run.snippet:
        run.cue = signed(reading, cast, run.pieces[-1])
    return run


def _begun(reading: Reading, cast: Cast, quote: Marked) -> _Run | None:
    """Begin a quotation at a stretch between marks, unless it is none."""
    heading = reading.paragraphs[quote.paragraph].shape is Shape.HEADING
    if heading and not _breaks_off(reading, quote) and open_lead(reading, quote) is None:
        return None
    sentence = reading.sentence_at(quote.outer.start)
    lead = reading.narration[sentence.span.start : quote.outer.start]
    named = _is_a_title(quote.span.slice(reading.text)) or _NAMES.search(lead) is not None
    if named or _is_an_area(reading, quote):
        return None
    whole = _is_statement(reading, quote, sentence)
    whole = whole or _is_short_statement(reading, cast, quote, sentence)
    if not whole and not _says_something(quote.span.slice(reading.text)):
        return None
    return _Run([quote], link(reading, cast, quote, sentence, whole=whole), snippet=not whole)


def _breaks_off(reading: Reading, quote: Marked) -> bool:
    """Say whether a line is no heading, but a statement that the page cuts off before its mark closes."""
    opens = reading.narration[reading.paragraphs[quote.paragraph].span.start : quote.outer.start].rstrip()
    many = len(_WORD.findall(quote.span.slice(reading.text))) >= _FEWEST_CUT_OFF
    return not quote.closed and many and (not opens or opens.endswith(":"))


def _continues(reading: Reading, last: Marked, quote: Marked) -> bool:
    """Say whether a stretch goes on with one that its paragraph left open."""
    paragraph = reading.paragraphs[quote.paragraph].span
    at_start = not reading.text[paragraph.start : quote.outer.start].strip()
    open_ = not last.closed or (last.bare and quote.bare)
    if open_ and quote.paragraph == last.paragraph:
        # `“It is slow. “It is late.”`: its paragraphs run together
        return not reading.text[last.outer.end : quote.outer.start].strip() and quote.mark is last.mark
    return open_ and quote.paragraph == last.paragraph + 1 and at_start and quote.mark is last.mark


def _is_statement(reading: Reading, quote: Marked, sentence: Sentence) -> bool:
    """Tell a statement from a snippet in the paper's own sentence."""
    lead = reading.narration[sentence.span.start : quote.outer.start].rstrip()
    words_ = quote.span.slice(reading.text)
    if not lead and words_[-1:].isalnum() and _GOES_ON.match(reading.text, quote.outer.end):
        return False
    if lead.endswith(f"{VEIL},") and words_[:1].islower():
        return False  # `called it “bleak”, “far too slow for a child” and “late”`
    opens = (
        not lead
        or lead.endswith((":", ","))
        or (words_[:1].isupper() and _WORD.search(words_) is not None and bool(_SENTENCE_END.search(words_)))
    )
    return opens and (len(_WORD.findall(words_)) >= FEWEST_WORDS or lead.endswith(":"))


def _is_short_statement(reading: Reading, cast: Cast, quote: Marked, sentence: Sentence) -> bool:
    """Tell `“We are pleased,” said NAME` from a term: it opens its sentence, and a verb of saying follows."""
    words_ = quote.span.slice(reading.text).rstrip()
    comma = words_.endswith((",", "!", "?")) or reading.text.startswith(",", quote.outer.end)
    if quote.outer.start != sentence.span.start or not comma:
        return False
    if len(_WORD.findall(words_)) < FEWEST_SPOKEN or _GRADE.fullmatch(words_.strip(" .,")):
        return False
    cue = cue_after(reading.narration, cast, frame_after(reading, quote))
    return cue is not None and cue.candidate.kind is not Kind.BODY


def _is_an_area(reading: Reading, quote: Marked) -> bool:
    """Tell the name of a judgement between marks: ‘children who need help and protection’."""
    span = quote.span
    if len(span) > _LONGEST_AREA:
        return False
    named = sum(len(area.span) for area in area_mentions(reading.text, span.start, span.end))
    return named >= _MOST_OF_IT * len(span)


def _is_a_title(words_: str) -> bool:
    """Tell the name of a book, a film or a law: capitals throughout, and no sentence."""
    long = [word for word in _WORD.findall(words_) if len(word) >= FEWEST_WORDS]
    ends = _SENTENCE_END.search(words_.rstrip())
    return len(long) > 1 and not ends and all(word[0].isupper() or word[0].isdigit() for word in long)


def _says_something(words_: str) -> bool:
    """Rule out grades, names and terms between marks."""
    if _GRADE.fullmatch(words_.strip(" .,")) or _GRADE_PHRASE.fullmatch(words_.strip(" .,")):
        return False
    found = _WORD.findall(words_)
    return len(found) >= FEWEST_WORDS and not all(
        word[0].isupper() for word in found if len(word) > FEWEST_WORDS - 1
    )


def _resolved(reading: Reading, cast: Cast, runs: list[_Run]) -> list[_Run]:
    """Say whom each cue means, in the order of the text; carry the speaker on where the text does."""
    last: _Run | None = None
    told: list[Heard] = []
    for run in runs:
        if run.cue is not None:
            run.candidate = _meant(cast, run.cue.candidate, told)
        elif last is not None and (
            hangs_on(reading, last.pieces[-1], run.pieces[0])
            or (not run.snippet and _goes_on(reading, cast, last, run))
        ):
            run.candidate = last.candidate
            run.cue = Cue(run.candidate, "goes-on") if run.candidate else None
        if run.candidate is not None:
            named = run.cue.candidate if run.cue else run.candidate
            pronoun = named.words.lower() if named.kind is Kind.PRONOUN else ""
            told.append(Heard(run.pieces[-1].outer.end, run.candidate, pronoun))
        if not run.snippet or run.candidate is not None:
            last = run
    return runs


def _goes_on(reading: Reading, cast: Cast, last: _Run, run: _Run) -> bool:
    """Say whether a quotation that names nobody is the last speaker's: near, and nobody else between."""
    quote, speaker_ = run.pieces[0], last.candidate
    if points_back(reading.narration, behind(reading, run.pieces[-1])):
        return False
    after = frame_after(reading, run.pieces[-1]).slice(reading.narration)
    if speaker_ is None or after.strip(f" ,.{VEIL}") or not _near(reading, last, quote):
        return False
    gap = Span(last.pieces[-1].outer.end, quote.outer.start)
    above, below = quote.paragraph - 1, run.pieces[-1].paragraph + 1
    if names_alone(reading, cast, above) and names_alone(reading, cast, below):
        return False  # whose line belongs to which quotation, the text leaves open
    between = cast.within(gap)
    if last.cue is not None and last.cue.rule in _BEHIND and _is_one_sentence(reading, last, gap):
        return True  # all that stands between says who spoke
    return all(c.kind is not Kind.PERSON or _same_person(cast, c, speaker_) for c in between)


def _is_one_sentence(reading: Reading, last: _Run, gap: Span) -> bool:
    """Say whether the narrator's words between two quotations are what attributes the first."""
    told = behind(reading, last.pieces[-1])
    return not gap.slice(reading.narration)[told.end - gap.start :].strip(" .")


def _same_person(cast: Cast, one: Candidate, other: Candidate) -> bool:
    """Say whether two candidates are one person under the fullest name that the text gives."""
    if one.person is None or other.person is None:
        return False
    return cast.names.full(one.person).words == cast.names.full(other.person).words


def _near(reading: Reading, last: _Run, quote: Marked) -> bool:
    """Say whether a quotation stands close enough to go on with the last one."""
    gap = quote.paragraph - last.pieces[-1].paragraph
    if gap == 0:
        return True
    opens = quote.outer.start == reading.paragraphs[quote.paragraph].span.start
    return opens and gap <= FURTHEST and not last.snippet


def _meant(cast: Cast, named: Candidate, told: list[Heard]) -> Candidate | None:
    """Resolve a pronoun to the subject or the speaker nearest before it, a role to who holds it."""
    meant = cast.antecedent(named, told) if named.kind is Kind.PRONOUN else named
    return cast.by_role(meant, told) if meant is not None and meant.kind is Kind.ROLE else meant


def _quotation(reading: Reading, bystanders: Bystanders, run: _Run, who: Speaker | None) -> Quotation:
    """Make the fact: words and places, speaker, rule, and whether a briefing holds it back."""
    pieces = tuple(_trimmed(reading.text, piece.span) for piece in run.pieces)
    span = Span(pieces[0].start, pieces[-1].end)
    words_ = tuple(piece.slice(reading.text) for piece in pieces)
    neutral = who is not None and who.document
    held_back = sensitivity(" ".join(words_), bystanders, who.name if who else None)
    return Quotation(
        told=Quoted(span.slice(reading.text), reading.document.place(span, pieces)),
        paragraphs=words_,
        speaker=who,
        rule=run.cue.rule if run.cue and who else "source-not-identified",
        snippet=run.snippet,
        sensitive=None if neutral else held_back,
        cue=reading.told(run.cue.candidate.span) if run.cue and who else None,
    )


def _trimmed(text: str, span: Span) -> Span:
    """Leave the spaces at both ends out."""
    words_ = span.slice(text)
    start = span.start + len(words_) - len(words_.lstrip())
    return Span(start, max(start, span.start + len(words_.rstrip())))
