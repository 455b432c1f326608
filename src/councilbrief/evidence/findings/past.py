"""The past: what an earlier report or inspection found is no finding of today."""

from __future__ import annotations

import re
from collections.abc import Sequence

from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import edged
from councilbrief.provenance import MONTHS

_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_MONTH = "|".join(month.lower() for month in MONTHS if month)
_EARLIER = edged("findings", "earlier")
_BEFORE_THEN = edged("findings", "before_then")
_THEN = re.compile(r"\b(?:last|previous|earlier|before|then|ago|once|(?:19|20)\d\d)\b")
_FINDS = either("findings", "found_then")
# `In November 2019, `, but not `In its first visit since 2018, `
_OPENS = re.compile(
    r"\W*(?:(?:but|and|yet|while|though|although|as) )?(?:as )?(?:back |early |late )?"
    rf"(?:in|at|during|when|by)\b(?![^,;:]*\bsince\b)[^,;:.]{{0,60}}?\b{_YEAR}(?!,? and| to )"
)
# `a visit in early 2018 found`, `the report of 2015, which highlighted`, `were told in 2017 that`
_OF_THEN = re.compile(
    rf"\b(?:(?<!since the )(?<!since its )(?<!than the )(?<!with the )(?<!from the )(?<!what the )"
    rf"(?:report|inspection|visit|letter|review|inspectors|ofsted|watchdog|judgement),?"
    rf" (?:\w+ly )?(?:in|of|from|dated) (?:[\w-]+ ){{0,3}}?{_YEAR}\)?,?(?: which| that)?(?: \w+)? {_FINDS}"
    # `there came a visit, in the summer of 2016, at which plans were found to be late`
    rf"|(?:inspection|visit|review),? (?:\w+ )?in (?:[\w-]+ ){{0,3}}?{_YEAR.replace('year', 'held')},"
    rf" (?:(?:at|in|during|after) which|when)\b[^;]*? {_FINDS}"
    # `was rated inadequate in 2015, with inspectors finding`
    r"|(?:rated|judged|graded|branded|deemed|declared|labelled)\b[^,;.]{0,50}? in (?:[\w-]+ ){0,2}?"
    rf"{_YEAR.replace('year', 'rated')},? (?:with|when|after|as)"
    r" (?:the )?(?:inspectors|ofsted|watchdog|it|they)\b"
    rf"|{_FINDS}\b(?! that\b)[^,;.]{{0,50}}? in (?:[\w-]+ ){{0,2}}?{_YEAR.replace('year', 'told')},? that\b)"
)
_LAST_YEAR = re.compile(
    rf"\W*(?:(?:but|and|yet) )?"
    rf"(?:(?:in|at|during|by|early|late|the|end|start|of|spring|summer|autumn|winter|{_MONTH}) )*"
    r"last year\b(?![’'])"
)
# `was carried out in March this year`
_THIS_YEAR = re.compile(
    r"\b(?:inspect\w+|visit\w*|carried out|took place|conducted)\b[^.;]{0,60}\bthis year\b"
)
# `But, in May, they said`, after a sentence on the year before
_SAME_YEAR = re.compile(
    rf"\W*(?:(?:but|and|then|later),? )?(?:then )?(?:in|by|on) (?:\d+ )?(?:{_MONTH})\b(?! (?:this|\d))"
)
# `They also warned`
_SAME_REPORT = re.compile(
    r"(?:it|they|(?:the )?(?:report|letter|inspectors|watchdog)) (?:(?:also|further|then) |had |went on )"
)
# `Of fostering, the inspectors then said`
_SAID_THEN = re.compile(rf"\b(?:inspectors|ofsted|watchdog|report|letter|it|they) then {_FINDS}\b")
# `As a result, they said there were failings`, after a sentence on an earlier report
_SO_THEN = re.compile(r"\W*(?:as a result|consequently|because of this|for that reason),? ")
_TODAY = re.compile(r"\b(?:is|are|has|have|says?|finds?|do|does)\b")
_NOW = re.compile(r"\b(?:now|today|this (?:time|year|week)|latest|since|(?:has|have) (?!been))\b")


class Past:
    """Which sentences of a text, in small letters, go back to an earlier report, inspection or year.

    `newest` is the year of the inspection at hand, None where a text does not tell it: then any
    year is another's. `last_year` is that before the text's, if it is earlier than the inspection.
    """

    def __init__(self, text: str, newest: int | None, last_year: int | None) -> None:
        """Note whether last year was before the inspection: a text may only say that it was this year."""
        self._newest = newest
        self._last_year = last_year is not None or _THIS_YEAR.search(text.lower()) is not None

    def is_told_in(self, words_: str, *, topical: bool = False) -> bool:
        """Say whether a sentence tells of the past; minutes tell of today in the same tense, too.

        `topical`: findings of today stand before it.
        """
        if _EARLIER.search(words_) or self._names_earlier_year(words_):
            return True
        if self._last_year and _LAST_YEAR.match(words_):
            return True
        return _BEFORE_THEN.match(words_) is not None and not (topical and not _THEN.search(words_))

    def goes_on_in(self, words_: str, *, same: bool) -> bool:
        """Say whether a sentence behind one of the past goes on with it; `same`: in its paragraph."""
        if _NOW.search(words_):
            return False
        if _SAID_THEN.search(words_) or (_SO_THEN.match(words_) and not _TODAY.search(words_)):
            return True
        return _SAME_YEAR.match(words_) is not None or (same and _SAME_REPORT.match(words_) is not None)

    def _names_earlier_year(self, words_: str) -> bool:
        matches: Sequence[re.Match[str] | None] = (_OPENS.match(words_), _OF_THEN.search(words_))
        years = (int(next(filter(None, one.groups()))) for one in matches if one)
        return any(self._newest is None or year < self._newest for year in years)
