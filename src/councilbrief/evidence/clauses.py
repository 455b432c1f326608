"""Clauses: the parts of a sentence that each say one thing, with what colours them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.dates import dates
from councilbrief.evidence.grades import GRADE_WORDS
from councilbrief.evidence.words import any_of, words
from councilbrief.provenance import Span

_WORDS = words("grades")
_CUT = re.compile(
    r"; |, (?=(?:while|whilst|whereas|but|although|though|yet)\b)|, (?=(?:\w+ )?years? (?:after|since)\b)"
    r"|(?P<and>, (?=and (?=[^;]{3,120}?\b(?:is|are|was|were|has|have|got|remains?|requires?|received|so|same)\b)))"
    r"| (?=(?:while|whilst|whereas|but|although)\b)| and (?=in \d{4} )| and (?=for [^,;.]{3,60}, (?:it|they|services|where|the)\b)"
    r"|(?P<soft> [–—] |, (?=with\b)|(?<=[^\d]): (?=[A-Za-z‘'“]))"
)
_EARLIER = re.compile(rf"\b{any_of(_WORDS['earlier'])}\b", re.IGNORECASE)
_GENERAL = re.compile(rf"\b{any_of(_WORDS['general'])}(?!\w)", re.IGNORECASE)
_RULE = re.compile(rf"(?<!\w){any_of(_WORDS['rule'])}", re.IGNORECASE)
_OTHERS = re.compile(rf"\b{any_of(_WORDS['others'])}\b", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:(?:has|have|is|are) (?:now |since )?(?:been )?\w+ (?:\w+ ){0,3}?(?:to|into|as|a|an)|now|kept|keeps|retain\w*|maintain\w*|remain\w*(?: at)?|still|stays?|stayed|held on to"
    r"|has been|have been|this time|(?:has|have) (?:now )?(?:judged|rated|found|ruled|decided|said|told|concluded)(?: \w+){0,6}?)(?: (?:rated|judged|graded|be|an?|its|their|our|the|overall|branded|being|it))* ?[‘“'\"]?$",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:to|into)(?: (?:an?|the|be|being|overall))* ?[‘“'\"]?$", re.IGNORECASE)
_GRADE = re.compile(rf"\b(?:{GRADE_WORDS})\b", re.IGNORECASE)
_LEAD = 60


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence.

    `newest` is the year of the inspection that the document is about, None if unknown.
    `earlier` marks a clause that speaks of an earlier inspection by its words.
    `council` says that the sentence names the document's council or goes on about it.
    `hypothetical` marks one that tells a rule, not an outcome; `aside` one about grades
    in general, about schools or about another council; `foreign` are the places where
    other councils are named.
    """

    span: Span
    newest: int | None = None
    earlier: bool = False
    hypothetical: bool = False
    aside: bool = False
    council: bool = False
    foreign: tuple[Span, ...] = ()


def sentence_clause(
    text: str,
    span: Span,
    *,
    newest: int | None,
    other: bool,
    council: bool = False,
    foreign: tuple[Span, ...] = (),
) -> Clause:
    """Read what colours a whole sentence; `other` says that it is about somebody else."""
    words_ = span.slice(text)
    rule = _RULE.search(words_[:_LEAD]) is not None
    aside = other or (_GENERAL.search(words_) is not None and not rule)
    return Clause(span, newest, hypothetical=rule, aside=aside, council=council, foreign=foreign)


def clauses(text: str, sentence: Clause) -> Iterator[Clause]:
    """Cut a sentence into clauses; each keeps what colours the sentence."""
    start = sentence.span.start
    for match in [*_cuts(text, sentence.span), None]:
        end = match.start() if match else sentence.span.end
        if end > start:
            words_ = text[start:end]
            earlier = sentence.earlier or _EARLIER.search(words_) is not None
            span = Span(start, end)
            aside = (
                sentence.aside or speaks_of_others(words_) or any(span.overlaps(f) for f in sentence.foreign)
            )
            yield replace(sentence, span=span, earlier=earlier, aside=aside)
        start = match.end() if match else end


def _cuts(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield where a sentence is cut; a dash, a colon or `with` cuts only between two grades, `and` after one.

    "All three areas – leaders, help and protection, children in care – were good" is one.
    """
    start = span.start
    for match in _CUT.finditer(text, span.start, span.end):
        left = _GRADE.search(text, start, match.start())
        right = _GRADE.search(text, match.end(), span.end)
        if (left and right) if match["soft"] else (left or not match["and"]):
            yield match
            start = match.end()


def speaks_of_others(words_: str) -> bool:
    """Say whether words are about schools, homes or other bodies that Ofsted inspects."""
    return _OTHERS.search(words_) is not None


def told_of_earlier(text: str, clause: Clause, at: Span, *, left: bool) -> tuple[bool, int | None]:
    """Say whether a grade in a clause is of an earlier inspection, and of which year.

    "was good in 2017 has been downgraded to inadequate": the first is, the second is not.
    """
    mentions = dates(text, clause.span.start, clause.span.end)
    old = [
        m
        for m in mentions
        if m.end.year is not None and (clause.newest is None or m.end.year < clause.newest)
    ]
    nearest = min(old, key=lambda m: abs(m.span.start - at.start), default=None)
    year = nearest.end.year if nearest else None
    if left:
        return True, year
    lead = text[max(clause.span.start, at.start - _LEAD) : at.start]
    before = any(m.span.end <= at.start for m in old)
    if _NOW.search(lead) or (_MOVED.search(lead) and not before):
        return False, None
    if clause.earlier or old:
        return True, year
    return False, None
