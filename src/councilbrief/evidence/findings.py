"""Strengths and areas for improvement, from lists, from prose and from inspectors' quoted words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from councilbrief.evidence.areas import Sort, area_mentions
from councilbrief.evidence.facts import Area, Finding, Polarity, Quotation, Voice
from councilbrief.evidence.lists import is_area_or_grade, list_items, trimmed
from councilbrief.evidence.polarity import polarity
from councilbrief.evidence.reading import Reading
from councilbrief.evidence.reported import reported
from councilbrief.evidence.speakers import stands_for_ofsted
from councilbrief.provenance import DocumentKind, Span

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of a document, in its order."""

    strengths: tuple[Finding, ...]
    improvements: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    standing: Span
    polarity: Polarity
    rule: str
    voice: Voice
    indirect: bool


def findings(
    reading: Reading,
    text: str,
    quoted: Sequence[Quotation],
    barred: Sequence[Span],
    kind: DocumentKind | None,
    inspection: int | None,
) -> Found:
    """Find the strengths and the areas for improvement that a document tells of.

    `text` has the statements of people veiled; what they claim is no finding, and neither
    is anything at `barred`: grades, and sentences about somebody else.
    """
    voice = Voice.COUNCIL if kind is DocumentKind.RELEASE else Voice.PRESS
    found = [
        _Candidate(i.span, i.span, i.polarity, i.rule, voice, indirect=False) for i in list_items(reading)
    ]
    listed = [c.span for c in found]
    found += [c for c in _spoken(reading, quoted) if not _inside(c.span, listed)]
    for clause in reported(reading, text):
        taken = _inside(clause.span, [c.span for c in found]) or _barred(clause.span, barred)
        if not taken and not is_area_or_grade(reading.text, clause.span):
            found.append(
                _Candidate(clause.span, clause.standing, clause.polarity, clause.rule, voice, indirect=True)
            )
    made = [_finding(reading, candidate, inspection) for candidate in sorted(found, key=lambda c: c.span)]
    return Found(
        tuple(f for f in made if f.polarity is Polarity.STRENGTH),
        tuple(f for f in made if f.polarity is Polarity.IMPROVEMENT),
    )


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _barred(span: Span, barred: Sequence[Span]) -> bool:
    """Say whether a clause only tells a grade, or stands in a sentence about somebody else."""
    return any(span.covers(other) or other.covers(span) for other in barred)


def _spoken(reading: Reading, quoted: Sequence[Quotation]) -> list[_Candidate]:
    """Take the sentences of Ofsted's quoted words that praise or find fault."""
    out: list[_Candidate] = []
    for quotation in quoted:
        if quotation.snippet or quotation.speaker is None or not stands_for_ofsted(quotation.speaker):
            continue
        for piece in quotation.told.place.pieces:
            for match in _SENTENCE.finditer(reading.text, piece.start, piece.end):
                words_ = match[0].strip()
                start = match.start() + match[0].index(words_) if words_ else match.start()
                kind = polarity(words_)
                if kind is not None and len(words_.split()) >= _FEWEST_WORDS:
                    span = trimmed(reading.text, Span(start, start + len(words_)))
                    out.append(
                        _Candidate(
                            span, span, kind, "quoted-from-inspectors", Voice.INSPECTORS, indirect=False
                        )
                    )
    return out


def _finding(reading: Reading, candidate: _Candidate, inspection: int | None) -> Finding:
    """Make the fact, with the area that its words name, if they name one."""
    return Finding(
        polarity=candidate.polarity,
        told=reading.told(candidate.span),
        standing=reading.told(candidate.standing),
        voice=candidate.voice,
        rule=candidate.rule,
        area=_area(reading, candidate.span),
        indirect=candidate.indirect,
        inspection=inspection,
    )


def _area(reading: Reading, span: Span) -> Area | None:
    """Return the area that a finding names, if it names exactly one."""
    named = {
        m.area
        for m in area_mentions(reading.text, span.start, span.end)
        if m.sort is Sort.AREA and m.area is not Area.OVERALL
    }
    return named.pop() if len(named) == 1 else None
