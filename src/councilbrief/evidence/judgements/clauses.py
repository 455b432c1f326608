"""Clauses: the parts of a sentence that each say one thing, with what colours them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.inspections.others import speaks_of_others
from councilbrief.evidence.judgements.cuts import cuts
from councilbrief.evidence.judgements.graders import is_by_laymen
from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.judgements.past import (
    EARLIER,
    back_to,
    goes_on_with_then,
    is_long_ago,
    since_event,
    until_now,
    years_after,
)
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `advised that it had been judged`: what was reported then was so then
_REPORTED = re.compile(
    r"\b(?:advised|noted|reported|heard|informed|confirmed)\b[^;:.]{0,60}\bthat\b[^;:.]{0,80}\bhad been"
    r" (?=(?:now )?(?:judged|rated|graded|found|assessed)\b)"
    r"(?!.*\b(?:when|before(?! ?[.,;)]|$)|until|prior|previous\w*|last)\b)",
    re.IGNORECASE,
)
# `help had been judged good`, in minutes: what they tell of is always past
_MINUTED = re.compile(
    r"\bhad (?:each |both |all |also )?been (?=(?:judged|rated|graded|found|assessed|that)\b)"
    r"(?!.*\b(?:when|before(?! ?[.,;)]|$)|until|prior|previous\w*|last)\b)",
    re.IGNORECASE,
)
# `requires improvement (previously inadequate)`: what stands in brackets is past, not what they follow
_IN_BRACKETS = re.compile(r"\((?:previously|formerly|before|last time|was|were)\b[^()]*\)", re.IGNORECASE)
_GENERAL = re.compile(rf"\b{either('grades', 'general')}(?!\w)", re.IGNORECASE)
_ASKED = re.compile(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|could|should|can|may|might"
    r"|what|why|how|who|when|where|which)\b[^?]*\?[’'”»\")]*$",
    re.IGNORECASE,
)
_MANY = re.compile(rf"\b{either('grades', 'many')}", re.IGNORECASE)
# `puts it alongside some `, `into the top ` before `three quarters of councils`
_AMONG = re.compile(
    r"\b(?:alongside|among|amongst|unlike|ahead of|in line with|in (?:the|its) company of|into)"
    r"(?: (?:one|two|three|four|half|the|some|only|just|about|around|over|under|more|less|than|top|bottom"
    r"|best|worst|nearly|almost|other|a|its))* $",
    re.IGNORECASE,
)
_HOPES = re.compile(rf"\b{either('grades', 'hopes')}", re.IGNORECASE)
_HOPING = re.compile(r"(?:hoping|expecting|fearing|aiming)\b", re.IGNORECASE)
_RULE = re.compile(rf"\b{either('grades', 'rule')}\b", re.IGNORECASE)
_GRADE = re.compile(rf"\b(?:{GRADE_WORDS})\b", re.IGNORECASE)
# `and good for leadership in the same report`, behind a clause of an earlier inspection
_SAME_TIME = re.compile(
    r"\b(?:in|at|on|by) (?:that|the same) (?:report|inspection|visit|year|time|review|occasion)\b"
    r"|^\W*(?:in|at) which\b|^\W*which (?:had|was|were|found|put|said|gave|judged|rated|graded)\b"
    rf"|^\W*(?:and|with|with an?) [‘“'\"]?(?:{GRADE_WORDS})[’”'\"]? (?:for|in|on)\b",
    re.IGNORECASE,
)
# `leadership – was rated inadequate`, behind a dash
_STILL_THEN = re.compile(r"(?!.*\b(?:is|are|has|have|now|remains?)\b).*\b(?:was|were)\b.*")
# `but ` before what was so then too
_CONTRAST = re.compile(r"^\W*(?:but|although|while)\b")
_LEAD = 60
_BEFORE = 160
"""Characters before a sentence in which the year stands from which it counts."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence.

    `newest` is the year of the inspection that the document is about, None if unknown;
    `last_year` the year before the text, where that lies before the inspection.
    `earlier` marks a clause that speaks of an earlier inspection by its words, `year` is the
    one that its sentence has gone back to. `minuted`: minutes, in which "had been judged" is
    said of grades of today.
    `council` says that the sentence names the document's council or goes on about it.
    `hypothetical` marks one that tells a rule, not an outcome; `aside` one about grades
    in general, about schools or about another council; `foreign` are the places where
    other councils are named, `own` those where the document's is.
    """

    span: Span
    newest: int | None = None
    last_year: int | None = None
    earlier: bool = False
    year: int | None = None
    minuted: bool = False
    hypothetical: bool = False
    aside: bool = False
    council: bool = False
    foreign: tuple[Span, ...] = ()
    own: tuple[Span, ...] = ()


def sentence_clause(text: str, clause: Clause) -> Clause:
    """Add to a sentence what its words say of it: that it tells a rule, or of grades in general.

    "Any area that is inadequate means …" is a rule; "The four grades are …" is an aside.
    """
    words_ = clause.span.slice(text)
    rule = _RULE.search(words_[:_LEAD]) is not None
    # a question gives no grade
    general = not rule and (_ASKED.match(words_) is not None or _GENERAL.search(words_) is not None)
    if not rule and not general:
        return clause
    return replace(clause, hypothetical=rule, aside=clause.aside or general)


def clauses(text: str, sentence: Clause) -> Iterator[Clause]:
    """Cut a sentence into clauses; each keeps what colours the sentence.

    "Leaders were good; help was inadequate, but care leavers were outstanding" gives three.
    """
    start, gone, (back, year) = sentence.span.start, False, back_to(text, sentence.span, sentence.newest)
    others = goes_on = False
    ago = is_long_ago(text, sentence.span)
    span = Span(max(0, start - _BEFORE), start)
    for match in [*cuts(text, sentence.span), None]:
        end = match.start() if match else sentence.span.end
        if end > start:
            words_ = text[start:end]
            before, span = span, Span(start, end)
            after = years_after(text, before, span)
            later = after if after and sentence.newest and after < sentence.newest else None
            now = until_now(text, span) or since_event(text, span)
            told = text[start : now.start] + text[now.end : end] if now else words_
            told = _IN_BRACKETS.sub("", told)
            past = (_MINUTED if sentence.minuted else _REPORTED).sub("", told)
            same = gone and (_SAME_TIME.search(words_) or (goes_on and _STILL_THEN.fullmatch(words_)))
            gone = EARLIER.search(past) is not None or bool(same)
            still = ago and goes_on_with_then(_CONTRAST.sub("", words_), sentence.newest)
            earlier = sentence.earlier or gone or still or end > back or later is not None
            # `a home was rated good by the CQC, with leadership outstanding`
            named = any(span.overlaps(own) for own in sentence.own)
            others = speaks_of_others(words_) or (others and goes_on and not named)
            aside = (
                sentence.aside
                or others
                or _is_hope(words_)
                or _is_of_many(words_)
                or is_by_laymen(words_)
                or any(span.overlaps(f) for f in sentence.foreign)
            )
            then = later or (year if end > back else None) or sentence.year
            yield replace(sentence, span=span, earlier=earlier, year=then, aside=aside)
        start, goes_on = (match.end() if match else end), match is not None and match["soft"] is not None


def _is_of_many(words_: str) -> bool:
    """Say whether words tell of councils in general: not "its grade puts it alongside half of councils"."""
    return any(not _AMONG.search(words_, 0, match.start()) for match in _MANY.finditer(words_))


def _is_hope(words_: str) -> bool:
    """Say whether words tell what was hoped for: not "inadequate, a blow to officials hoping for more"."""
    hope = _HOPES.search(words_)
    if hope is None:
        return False
    behind = _HOPING.match(words_, hope.start()) is not None and not _GRADE.search(words_, hope.start())
    return not behind or _HOPES.search(words_, hope.end()) is not None


def tells_no_grade(words_: str) -> bool:
    """Say whether words tell a rule, a hope, of grades in general, or of others: then they give no grade."""
    asides = (_RULE, _GENERAL, _HOPES)
    general = any(aside.search(words_) for aside in asides) or _is_of_many(words_)
    return general or speaks_of_others(words_) or is_by_laymen(words_)
