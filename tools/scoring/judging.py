"""The facts of a text held against its truth, one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles import ArticleTruth, FindingTruth, GradeTruth, QuotationTruth
from councilbrief.evidence.councils.register import Resolved, register
from scoring.likeness import (
    MIN_WORDS,
    OVERLAP,
    Letters,
    Range,
    fragments,
    overlap,
    paired,
    plain,
    same_speaker,
    similar,
)
from scoring.offices import Pair, offices
from scoring.verdicts import State, Verdict

Json = dict[str, Any]
MERGED, IN_CARE, CARE_LEAVERS = "in_care_and_care_leavers", "in_care", "care_leavers"
TOUCHED = 0.5
"""Words that share more than this with an optional quotation are no false one."""
WORDS_OF_NOISE = 3


def judge(truth: ArticleTruth, facts: Json, kinds: Sequence[str] = ()) -> tuple[Verdict, ...]:
    """Hold the facts of a text against its truth, some kinds of them or all."""
    return tuple(
        verdict
        for kind, finder in JUDGES.items()
        if not kinds or kind in kinds
        for verdict in finder(truth, facts)
    )


def main_inspection(record: Json) -> Json:
    """Return the inspection that a document is about: the one it grades, else the first.

    A document that only tells of grades of the past is about none of their inspections.
    """
    told = [one for one in record["judgements"] if one["stated"]]
    graded = (one["inspection"] for one in told if one["current"] and one["inspection"] is not None)
    past = {one["inspection"] for one in told if not one["current"]}
    inspections: list[Json] = record["inspections"]
    first = next(graded, 0)
    return inspections[first] if inspections and first not in past else {}


def current_grades(record: Json) -> dict[str, str]:
    """Return the grades that stand, by area."""
    return {one["area"]: one["grade"] for one in record["judgements"] if one["current"] and one["stated"]}


def value(text: str, kind: str, said: str | None, truth: str | None, words: str = "") -> Iterator[Verdict]:
    """Hold one value against the true one; None is no value, and to say nothing of nothing is no feat."""
    if not said and not truth:
        return
    if said == truth:
        state = State.RIGHT
    else:
        state = State.MISSED if not said else State.FALSE if not truth else State.WRONG
    yield Verdict(text, kind, state, words or str(truth or said), said, truth)


def _council(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    wanted = register().resolve(truth.council) if truth.council else None
    gss = wanted.council.gss if isinstance(wanted, Resolved) else None
    yield from value(truth.id, "council", facts["council"], gss, truth.council or "")


def _published(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    if truth.published or facts["published_stated"]:
        yield from value(truth.id, "published", facts["published"], truth.published)


def _dates(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    main = main_inspection(facts)
    if truth.inspection is not None:
        said = _spell(main.get("start"), main.get("end"))
        yield from value(truth.id, "dates", said, _spell(truth.inspection.start, truth.inspection.end))


def _spell(start: str | None, end: str | None) -> str | None:
    return f"{start} to {end}" if start or end else None


def _framework(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    if truth.inspection is not None:
        said = main_inspection(facts).get("framework")
        yield from value(truth.id, "framework", said, truth.inspection.framework)


def _inspectors(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    if truth.inspection is not None:
        said = main_inspection(facts).get("lead_inspectors", ())
        wanted = truth.inspection.lead_inspectors
        yield from value(truth.id, "lead inspectors", "; ".join(said), "; ".join(wanted))


def _judgements(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    said, wanted = levelled(current_grades(facts)), levelled(truth.judgements)
    for area in sorted(said.keys() | wanted.keys()):
        yield from value(truth.id, "judgements", said.get(area), wanted.get(area), area)


def _earlier(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    merged = any(one.area == MERGED for one in truth.earlier)
    left = list(dict.fromkeys(_then(facts, merged=merged)))
    for wanted in sorted(truth.earlier, key=lambda one: one.year is None):
        found = next((one for one in left if one.is_told_by(wanted)), None)
        if found is not None:
            left.remove(found)
        if not wanted.optional:
            state = State.MISSED if found is None else State.RIGHT
            yield Verdict(truth.id, "earlier", state, f"{wanted.area} {wanted.grade} {wanted.year or ''}")
    for one in left:
        yield Verdict(truth.id, "earlier", State.FALSE, f"{one.area} {one.grade} {one.year or ''}")


@dataclass(frozen=True, slots=True)
class _Then:
    """A grade of an earlier inspection, as it was read."""

    area: str
    grade: str
    year: int | None

    def is_told_by(self, wanted: GradeTruth) -> bool:
        """Say whether a true grade is this one; a year that either leaves open fits any."""
        fits = self.year is None or wanted.year in {None, self.year}
        return fits and self.area == _level(wanted.area) and self.grade == wanted.grade


def _then(facts: Json, *, merged: bool) -> Iterator[_Then]:
    """Yield the earlier grades; that of care leavers is no further one where the truth has `merged` them."""
    for one in facts["judgements"]:
        if one["stated"] and not one["current"] and not (merged and one["area"] == CARE_LEAVERS):
            at = one["inspection"]
            start = facts["inspections"][at]["start"] if at is not None else None
            yield _Then(_level(one["area"]), one["grade"], int(start[:4]) if start else None)


def levelled(grades: Mapping[str, str]) -> dict[str, str]:
    """Count one grade for children in care and care leavers as that of children in care."""
    return {_level(area): grade for area, grade in grades.items()}


def _level(area: str) -> str:
    return IN_CARE if area == MERGED else area


def _strengths(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    return _findings(truth.id, "strengths", truth.strengths, facts["strengths"])


def _improvements(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    return _findings(truth.id, "improvements", truth.improvements, facts["improvements"])


def _findings(id_: str, kind: str, truths: Sequence[FindingTruth], said: Sequence[Json]) -> Iterator[Verdict]:
    pairs = paired([[similar(one.text, each["words"], prose=one.prose) for each in said] for one in truths])
    for at, one in enumerate(truths):
        if not one.optional:
            found = said[pairs[at]] if at in pairs else None
            state = State.MISSED if found is None else State.RIGHT
            yield Verdict(id_, kind, state, one.text, rule=found["rule"] if found else None)
    for at, each in enumerate(said):
        if at not in pairs.values():
            yield Verdict(id_, kind, State.FALSE, each["words"], rule=each["rule"])


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A part of a true quotation, and every place at which its words stand."""

    places: tuple[Range, ...]
    words: str
    quotation: QuotationTruth

    @property
    def optional(self) -> bool:
        return self.quotation.optional or _length(self.words) < MIN_WORDS

    def overlap(self, place: Range) -> float:
        return max((overlap(one, place) for one in self.places), default=0.0)


def _quotations(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    text, wanted, found = facts["text"], _wanted(truth, facts["text"]), _found(facts)
    shares = [[one.overlap(place) for place in found] for one in wanted]
    pairs = paired(shares, OVERLAP)
    attributed: list[Pair] = []
    for at, one in enumerate(wanted):
        if not one.optional:
            each = found[list(found)[pairs[at]]] if at in pairs else None
            verdict = _attributed(truth, one, each)
            yield verdict
            if each is not None and verdict.state is State.RIGHT:
                attributed.append((one.quotation, each))
    if any(one.role for one in truth.quotations):  # of other texts only the names were written down
        yield from offices(truth.id, attributed)
    for at, ((start, end), each) in enumerate(found.items()):
        touches = any(line[at] > TOUCHED for line, one in zip(shares, wanted, strict=True) if one.optional)
        if at not in pairs.values() and not touches:
            yield Verdict(
                truth.id, "quotations", State.FALSE, text[start:end], each["speaker"], rule=each["rule"]
            )


def _attributed(truth: ArticleTruth, wanted: _Wanted, found: Json | None) -> Verdict:
    quotation = wanted.quotation
    if found is None:
        return Verdict(truth.id, "quotations", State.MISSED, wanted.words, truth=quotation.speaker)
    others = [one.speaker for one in truth.quotations if one.speaker and one.speaker != quotation.speaker]
    said = found["speaker"]
    if same_speaker(quotation.speaker, quotation.accept, said, others):
        state = State.RIGHT
    else:
        state = State.WRONG if said else State.UNNAMED
    return Verdict(truth.id, "quotations", state, wanted.words, said, quotation.speaker, found["rule"])


def _wanted(truth: ArticleTruth, text: str) -> list[_Wanted]:
    letters, wanted = Letters(text), list[_Wanted]()
    for quotation in truth.quotations:
        for words in quotation.paragraphs:
            cuts = [tuple(fragments(text, *place)) for place in letters.places(words)]
            parts = zip(*cuts, strict=False)
            wanted += [_Wanted(each, text[slice(*each[0])], quotation) for each in parts]
            if not cuts:
                wanted.append(_Wanted((), words, quotation))
    return wanted


def _found(facts: Json) -> dict[Range, Json]:
    """Return what was found, in parts by their places; what is too short counts neither way."""
    text = facts["text"]
    return {
        place: quotation
        for quotation in reversed(facts["quotations"])
        for span in quotation["spans"]
        for place in fragments(text, *span)
        if _length(text[slice(*place)]) >= MIN_WORDS
    }


def _length(words: str) -> int:
    return len(re.findall(r"\w+", words))


def _noise(truth: ArticleTruth, facts: Json) -> Iterator[Verdict]:
    said = [one["words"] for kind in ("strengths", "improvements") for one in facts[kind]]
    said += [facts["text"][slice(*place)] for place in _found(facts)]
    for words in said:
        if any(_leaked(line, words) for line in truth.never):
            yield Verdict(truth.id, "noise", State.FALSE, words)


def _leaked(line: str, words: str) -> bool:
    """Say whether words hold a line of the page, or are part of it; a line of a word or two as it stands."""
    noise_, each = plain(line), plain(words)
    if len(noise_.split()) < WORDS_OF_NOISE:
        return line in words
    return noise_ in each or (len(each.split()) >= WORDS_OF_NOISE and f" {each} " in f" {noise_} ")


JUDGES: Mapping[str, Callable[[ArticleTruth, Json], Iterator[Verdict]]] = {
    "council": _council,
    "published": _published,
    "dates": _dates,
    "framework": _framework,
    "lead inspectors": _inspectors,
    "judgements": _judgements,
    "earlier": _earlier,
    "strengths": _strengths,
    "improvements": _improvements,
    "quotations": _quotations,
    "noise": _noise,
}
"""What is held against the truth, kind by kind."""
