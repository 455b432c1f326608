"""Strengths and areas for improvement, from lists, from prose and from inspectors' quoted words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Area, Finding, Polarity, Quotation, Voice
from councilbrief.evidence.findings.authors import goes_on_with, is_of_others, quotes_another_report
from councilbrief.evidence.findings.leads import lead, names_reporter
from councilbrief.evidence.findings.leaning import leans, leant
from councilbrief.evidence.findings.lists import is_area_or_grade, list_items, trimmed
from councilbrief.evidence.findings.past import Past
from councilbrief.evidence.findings.polarity import polarity
from councilbrief.evidence.findings.reported import reported
from councilbrief.evidence.findings.verbs import has_verb
from councilbrief.evidence.inspections.areas import Sort, area_mentions
from councilbrief.evidence.judgements.grades import grade_mentions
from councilbrief.evidence.speech.of_ofsted import stands_for_ofsted
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import DocumentKind, Span

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")
_GRADE_WORD = re.compile(r"\b(?:good|outstanding|inadequate|adequate|requir\w+ improvement)\b", re.IGNORECASE)
_TOP_OR_BOTTOM = re.compile(r"\b(?:outstanding|inadequate|requir\w+ improvement)\b", re.IGNORECASE)
# `is still a good authority`, `are all « good »`, `delivers good services`
_GOOD_ONE = re.compile(
    r"\b(?:is|are|was|were|be|remains?)"
    r"(?: (?!(?:very|extremely|especially|particularly|really|exceptionally)\b)\w+){0,2}"
    r" [^\w\s]* ?(?:good|adequate)"
    r"(?: [^\w\s]*$|[^\w\s]*$| (?:authority|council|borough|county|city|overall)\b)"
    r"|\b(?:council|authority|borough|county|city|services) (?:is|are) (?:\w+ )?good at\b"
    r"|\b(?:deliver|provid|receiv|offer|get|giv|run)\w* (?:\w+ly )?(?:good|adequate)"
    r" (?:children[’']s )?services\b(?! (?:from|that|which|where|because|when)\b)",
    re.IGNORECASE,
)
# `are all now of a good standard`
_OF_STANDARD = re.compile(
    r"\b(?:is|are|was|were|be|remains?)(?: \w+){0,2}"
    r" of (?:an? )?(?:good|adequate|high) (?:standard|quality)\W*$",
    re.IGNORECASE,
)
# no area that is graded, but what is done in one: `oversight was good`
_PRACTICE = re.compile(
    rf"(?:(?:where|when|often|too often|sometimes) )?{either('findings', 'ungraded')}\b(?! (?:and|,))"
    r".*\b(?:good|adequate)(?:\W*$|, )",
    re.IGNORECASE,
)
# `getting a good level of training`, `the will to become outstanding`: no grade
_NO_GRADE = re.compile(
    r"\bgood (?:level|range|deal|degree|amount|supply|choice|variety|understanding|grasp|mix|start|use|access"
    r"|advice|progress|training|oversight|relationships|links)\b|\bthe good (?:that|which|done|it|they)\b"
    r"|\b(?:ambitions?|determination|determined|drive|aspirations?|aspires?|commitment|committed|resolve|desire)"
    r" (?:\w+ )?(?:to|for|of) [^,;.]*?\b(?:good|outstanding)\b"
)
_OF_THINGS = frozenset({"reported-praise", "reported-blame", "reported-noun"})
# the wording of a judgement, and services as a whole
_JUDGED = re.compile(
    r"\b(?:experiences?|impact|overall|effectiveness|services|performance|judge?ments?)\b|\bleadership\W*$",
    re.IGNORECASE,
)
# `weaknesses that are `, before quoted words: these only describe
_OF_WHAT = re.compile(r"\b(?:(?:that|which|who)(?: also| still)?|by which [\w’-]+) (?:are|were|is|was)$")
# `Things that they liked were that workers, `
_THAT_THEY = re.compile(r" (?:is|are|was|were) that [^,;]+,$")
_FEWEST_WORDS = 5
_LONGEST_GRADE = 14
"""Words of a sentence that may tell a grade alone: `Services for care leavers are good.`"""

_WHY = re.compile(r"\b(?:because|as|since|with|but|and|so)\b|[,;:–]")
_GRADES = re.compile(
    r"\b(?:services?|leadership|overall effectiveness|experiences?|outcomes)\b[^,;]*"
    r" (?:(?:is|are|was|were|remains?) (?:\w+ )?(?:good|adequate|inadequate|outstanding)"
    r"|requires? improvement(?: to be good)?)\W*$",
    re.IGNORECASE,
)
# who answers to findings does not make them: `We accept the report in full.`
_ANSWERS = re.compile(
    r"\b[Ww]e (?:\w+ )?(?:accept|welcome|thank|apologise|will|recognise|owe|remain|share|take"
    r"|are (?:\w+ )?(?:grateful|sorry|proud|determined|committed|pleased|working|delighted|disappointed))\b"
)
# what an inspector feels, or says to those present, is no finding
_PERSONAL = re.compile(
    r"\b(?:I|my|me|[Yy]ou|[Yy]ours?|[Ww]e|[Uu]s|[Oo]ur inspectors)\b|^(?:He|She|One (?:has|had|is|was))\b"
)

# `In part, this can be put down to the pandemic`
_CAUSE = re.compile(
    r"(?:(?:In part|Partly|Largely|Mainly|Much of)\b,? )?(?:[Tt]his|[Ii]t|[Tt]hat|[Tt]hese)"
    r" (?:can|may|could|might) (?:\w+ )?be (?:\w+ )?(?:traced|put down|explained|attributed|ascribed|laid)\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of a document, in its order."""

    strengths: tuple[Finding, ...]
    improvements: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """How a document tells of an inspection: who speaks in it, and where it is about something else.

    `text` is the clean text with the statements of people veiled; what they claim is no
    finding. `barred` are grades and sentences about somebody else; what is told of the `past`
    is no finding either.
    """

    text: str
    quoted: Sequence[Quotation]
    barred: Sequence[Span]
    kind: DocumentKind | None
    inspection: int | None
    past: Past

    @property
    def voice(self) -> Voice:
        """Return whose words findings outside quotation marks are told in."""
        return Voice.COUNCIL if self.kind is DocumentKind.RELEASE else Voice.PRESS


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A finding in the making."""

    span: Span
    standing: Span
    polarity: Polarity
    rule: str
    voice: Voice
    indirect: bool = False


def findings(reading: Reading, telling: Telling) -> Found:
    """Find the strengths and the areas for improvement that a document tells of.

    Lists come first, then inspectors' quoted words, then prose that says the same of
    nothing yet taken.
    """
    foreign = telling.kind is not DocumentKind.RELEASE and is_of_others(reading, telling.text)
    listed = [
        _Candidate(i.span, i.span, i.polarity, i.rule, telling.voice)
        for i in list_items(reading, telling.past)
        if not foreign or names_reporter(i.lead.slice(reading.text))
    ]
    taken = Coverage(candidate.span for candidate in listed)
    found = [*listed, *_untaken(_spoken(reading, telling), taken, telling)]
    found += _told(reading, telling, Coverage(candidate.span for candidate in found), foreign=foreign)
    ordered = sorted(found, key=lambda candidate: candidate.span)
    made = [_finding(reading, candidate, telling.inspection) for candidate in ordered]
    return Found(
        tuple(f for f in made if f.polarity is Polarity.STRENGTH),
        tuple(f for f in made if f.polarity is Polarity.IMPROVEMENT),
    )


def _untaken(found: Iterator[_Candidate], taken: Coverage, telling: Telling) -> Iterator[_Candidate]:
    """Leave out what a list holds already, and what is said of others."""
    barred = Coverage(telling.barred)
    return (one for one in found if not taken.meets(one.span) and not barred.holds(one.span))


def _told(reading: Reading, telling: Telling, taken: Coverage, *, foreign: bool) -> Iterator[_Candidate]:
    """Take what prose reports, but for what is taken, or only tells a grade, or is about others."""
    barred = Coverage(telling.barred)
    own: list[Span] = []
    spoken = Coverage(
        piece for one in telling.quoted if _is_of_ofsted(one) for piece in one.told.place.pieces
    )
    for clause in reported(reading, telling.text, telling.past, spoken, foreign=foreign):
        span = clause.span
        at = bisect_left(own, span)
        again = any(other.overlaps(span) for other in own[max(at - 1, 0) : at + 1])
        if again or taken.meets(span) or barred.within(span) or barred.holds(span):
            continue
        named = clause.rule in _OF_THINGS and not _JUDGED.search(span.slice(reading.text))
        if (named and _names_area(reading.text, span)) or not _tells_grade(reading.text, span):
            own.insert(at, span)
            told = (clause.standing, clause.polarity, clause.rule, telling.voice)
            yield _Candidate(span, *told, indirect=True)


def _names_area(text: str, span: Span) -> bool:
    """Say whether what is praised or blamed is all that is done in an area: `early help`."""
    return is_area_or_grade(text, span) and not grade_mentions(text, span.start, span.end)


def _tells_grade(text: str, span: Span) -> bool:
    """Say whether a clause tells a grade: `leadership to be “outstanding”`."""
    if _PRACTICE.match(text, span.start, span.end):
        return False
    if _GOOD_ONE.search(text, span.start, span.end) or _is_of_standard(text, span):
        return True
    if is_area_or_grade(text, span):
        return True
    if len(_GRADE_WORD.findall(span.slice(text))) == len(_NO_GRADE.findall(span.slice(text))) > 0:
        return False
    graded = _TOP_OR_BOTTOM.search(text, span.start, span.end)
    if graded is None:
        return bool(grade_mentions(text, span.start, span.end))
    named = area_mentions(text, span.start, span.end)
    return bool(named) or bool(grade_mentions(text, span.start, span.end)) or not has_verb(text, span)


def _is_of_standard(text: str, span: Span) -> bool:
    """Say whether a clause grades areas in other words: `the impact of leaders is of a good standard`."""
    standard = _OF_STANDARD.search(text, span.start, span.end)
    if standard is None:
        return False
    named = {one.area for one in area_mentions(text, span.start, standard.start())}
    judged = _JUDGED.search(text, span.start, standard.start()) is not None
    return len(named) > 1 or (len(named) == 1 and judged)


def _only_grades(text: str, span: Span) -> bool:
    """Say whether a quoted sentence tells a grade and nothing of why."""
    words_ = span.slice(text)
    short = len(words_.split()) <= _LONGEST_GRADE and not _WHY.search(words_)
    return short and (is_area_or_grade(text, span) or _GRADES.search(words_) is not None)


def _spoken(reading: Reading, telling: Telling) -> Iterator[_Candidate]:
    """Take the sentences of Ofsted's quoted words that praise or find fault."""
    for quotation in telling.quoted:
        announced = _announced(reading, quotation)
        if (
            (quotation.snippet and not announced)
            or not _is_of_ofsted(quotation)
            or _ANSWERS.search(quotation.told.words)
            or quotes_another_report(reading.narration, quotation.told.place.pieces[0].start)
            or goes_on_with(reading.text, quotation.told.place.pieces[0].start)
            or _was_said_before(reading, quotation, telling.past)
        ):
            continue
        last: Polarity | None = None
        for piece in quotation.told.place.pieces:
            for match in _SENTENCE.finditer(reading.text, piece.start, piece.end):
                words_ = match[0].strip()
                own = leant(words_, last) if leans(words_) else polarity(words_)
                last = own
                kind = announced or own
                turned = announced is Polarity.STRENGTH and own is Polarity.IMPROVEMENT
                unfit = _PERSONAL.search(words_) or _CAUSE.match(words_)
                if kind is None or turned or len(words_.split()) < _FEWEST_WORDS or unfit:
                    continue
                start = match.start() + match[0].index(words_)
                span = trimmed(reading.text, Span(start, start + len(words_)))
                if _only_grades(reading.text, span):
                    continue
                yield _Candidate(span, span, kind, "quoted-from-inspectors", Voice.INSPECTORS)


def _is_of_ofsted(quotation: Quotation) -> bool:
    return quotation.speaker is not None and stands_for_ofsted(quotation.speaker)


def _was_said_before(reading: Reading, quotation: Quotation, past: Past) -> bool:
    """Say whether the sentence that quotes Ofsted tells of an earlier inspection: `In 2016 it wrote: “…”`."""
    span = reading.sentence_at(quotation.told.place.pieces[0].start).span
    return past.is_told_in(span.slice(reading.narration).lower(), topical=True)


def _announced(reading: Reading, quotation: Quotation) -> Polarity | None:
    """Return what the writer's own words before a quotation announce: `two areas for improvement: “…”`."""
    start = quotation.told.place.pieces[0].start
    before = reading.narration[reading.sentence_at(start).span.start : start].rstrip("“\"‘' ¤")
    ends = before.endswith((":", "are", "were", "is", "was", "and")) or _THAT_THEY.search(before) is not None
    leads = ends and not _OF_WHAT.search(before)
    kind = lead(before) if leads else None
    return kind.polarity if kind else None


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
