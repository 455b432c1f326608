"""When a grade was given: now, or at an earlier inspection, and in which year."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from councilbrief.evidence.dates import dates
from councilbrief.evidence.judgements.clauses import Clause
from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.judgements.past import EARLIER, YEAR, YEARS_LATER, back_to, how_many, until_now
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `the first since the authority was created in ` before a year that is none of an inspection
_BEGAN = re.compile(rf"\b{either('inspections', 'began')}\b[^.;,]{{0,25}}$", re.IGNORECASE)
# ` after it was judged `, behind such a year: the grade is as old as that
_BECAUSE_OF = re.compile(r",? (?:after|when|because|following|as)\b", re.IGNORECASE)
# `has now been upgraded to `, `still rated `: what follows is the grade of today
_NOW = re.compile(
    rf"\b{either('grades', 'now')}(?: {either('grades', 'now_between')})* ?[‘“'\"]?$", re.IGNORECASE
)
_SINCE = re.compile(
    r"[’'”»\"]?,? (?:ever )?since "
    r"(?:(?:the|its|their|our|an?) (?:[\w-]+ ){0,3}(?:inspection|visit|report) (?:of|in) )?"
)
# `The good rating comes two years after …`, `The good judgement is an improvement on …`
_THE = re.compile(r"\b(?:the|this|its|their|our) (?:new |latest )?[‘“'\"]?$", re.IGNORECASE)
_COMES = re.compile(
    r"[’”'\"]? (?:rating|grade|judgement|judgment|verdict|result|mark)(?: [\w-]+){0,4}?"
    r" (?:is|comes|came|marks|means|represents|follows|reflects|ends|caps|makes|puts|builds)\b"
)
_TODAY = re.compile(r"\b(?:this|now|today|latest|newest|new|since)\b", re.IGNORECASE)
# `handed it a fresh grade of `
_FRESH = re.compile(
    r"\b(?:an?|its|the|their|our) (?:better |worse )?(?:new|fresh|newest|latest)(?: \w+)?"
    r" (?:grade|rating|mark|judgement|verdict)(?: of|:) (?:an? )?[‘“'\"]?$",
    re.IGNORECASE,
)
# `much is better than it was in ` before a year that is none of the grade behind it
_THAN_IN = re.compile(
    r"\bthan (?:(?:it|they|things|what it|that) )?(?:(?:was|were|had been) )?(?:back )?(?:in|at) (?:\w+ )?$",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:both|each|two) ", re.IGNORECASE)
_AND_IN = re.compile(r"(?:,? (?:and|then|and then)(?: again)?(?: in)?|,) ")
_MOVED = re.compile(
    r"(?<!judged )(?<!found )(?<!deemed )(?<!said )(?<!told )"
    r"\b(?:to|into)(?: (?:an?|the|being|overall))* ?[‘“'\"]?$",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"\blast year\b(?![’'])", re.IGNORECASE)
# `which rose to good` before ` after the newest visit`
_AFTER_NEWEST = re.compile(
    r"[’”'\"]? (?:after|in|at|following|since) (?:the|its|their|this) (?:newest|latest|most recent|new)"
    r" (?:\w+ )?(?:visit|inspection|report)\b"
)
# `from inadequate in 2019 to good ` before `this year`
_NOW_BEHIND = re.compile(
    r"[’'”\"]?,? (?:now|today|this (?:time|week|month|year|spring|summer|autumn|winter|inspection|visit"
    r"|report))\b(?! (?:than|as)\b)"
)
# `inadequate in 2014 and as good ` before `three years later`
_LATER = re.compile(rf"[’”'\"]? {YEARS_LATER}", re.IGNORECASE)
# `inadequate in 2014, and three years later it was ` before `good`
_LATER_IT_WAS = re.compile(rf"\b{YEARS_LATER}[^.;:]*$", re.IGNORECASE)
# `2015: ` at the head of a line
_LINE_OF = re.compile(r"\W*(?P<year>(?:19|20)\d\d)\s*[:–-]")
# `2015 inadequate, 2018 good`
_YEAR_BESIDE = re.compile(
    rf"(?<!its )(?<!the )(?<!their )(?<!our )(?<![’']s )\b(?:19|20)\d\d"
    rf"(?= ?(?:[:–—-] ?)?[‘“'\"(]?(?:{GRADE_WORDS})\b)",
    re.IGNORECASE,
)
# `good` before ` in 2022`
_IN = re.compile(
    r"[’'”\"]?,?(?: overall)?(?: by (?:Ofsted|inspectors|the \w+))?(?: (?:once|twice|\w+ times"
    r"|again),?)? in (?:[A-Z][a-z]+ )?(?=(?:19|20)\d\d\b)"
)
# `in its 2019 report`, but not `in line with its 2019 result`
_YEAR_OF = re.compile(
    r"(?<!with )(?<!from )(?<!as )(?<!since )(?<!on )(?<!than )(?<!after )"
    r"(?:\b(?:the|its|their|our|an?|that)|[’']s) (?:(?:damning|shock|critical|glowing) )?(?P<year>(?:19"
    r"|20)\d\d)"
    r" (?:report|inspection|judgement|judgment|rating|grade|visit|verdict|result)\b"
    # `Since the 2017 inspection judged it …`
    r"|\bsince (?:the|its|their) (?P<since>(?:19|20)\d\d) (?:report|inspection|visit) (?:had )?"
    r"(?:(?:found|rated|judged|graded|deemed|branded|declared|called|gave|put)\b)"
    # `an improvement on the 2015 report, which rated it …`
    r"|\b(?:spring|summer|autumn|winter|early|late|mid) (?P<in>(?:19|20)\d\d)\b"
    r"|\b(?P<of>(?:19|20)\d\d) (?:report|inspection|visit),? (?:which|that|when|where|in which)\b",
    re.IGNORECASE,
)
# `the days when ` and `inadequate in the past`: then, whatever else stands beside the grade
_BYGONE = re.compile(either("grades", "bygone"), re.IGNORECASE)
_BYGONE_AFTER = re.compile(rf"[^.;,:]{{0,30}}?\b{either('grades', 'bygone_after')}", re.IGNORECASE)
# `the first meeting ` before `since it was rated inadequate`: that was this time
_FIRST_SINCE = re.compile(r"\bfirst (?:[\w’'-]+ ){0,5}$", re.IGNORECASE)
# `2018-08-17 ` at the head of a text: its own date
_DATELINE = re.compile(r"\W*(?:(?:date|published|posted|updated):? )?$", re.IGNORECASE)
_LEAD = 60


# `in 2012, 2015 and 2019`
_SEVERAL = re.compile(
    r"\b(?:in|since|of|at) (?:both )?(?:19|20)\d\d(?:(?:, | and |, and )(?:(?:again|then) )?(?:in )?(?:19"
    r"|20)\d\d)+\b"
)
# `good – quite a change from ` before a year
_CHANGE = re.compile(
    r"(?:,| [–—-]) (?:quite )?(?:an? )?(?:\w+ )?"
    r"(?:change|leap|jump|improvement|rise|step(?: up| down)?|turnaround|far cry|contrast|fall|drop|slump)"
    r" (?:from|on|to|with|since) (?:(?:the|its) )?$"
)
_PARTED = re.compile(r";|, (?:and|but|while|whereas|then)\b")


def _years(text: str, clause: Clause) -> list[tuple[Span, int]]:
    """Return the years of a clause with their places: of its dates, of `the 2019 report`, of `last year`."""
    span = clause.span
    found = {
        one.span: one.end.year
        for one in dates(text, span.start, span.end)
        if one.end.year is not None
        and not (one.end.day is not None and _DATELINE.match(text, span.start, one.span.start))
    }
    found |= {
        Span(*m.span(m.lastgroup or 0)): int(m[m.lastgroup or 0])
        for m in _YEAR_OF.finditer(text, span.start, span.end)
    }
    found |= {Span(*m.span()): int(m[0]) for m in _YEAR_BESIDE.finditer(text, span.start, span.end)}
    for several in _SEVERAL.finditer(text, span.start, span.end):
        found |= {Span(*m.span()): int(m[0]) for m in YEAR.finditer(text, *several.span())}
    line = _LINE_OF.match(text, span.start, span.end)
    if line is not None:
        found[Span(*line.span("year"))] = int(line["year"])
    if clause.last_year is not None:
        ago = _LAST_YEAR.finditer(text, span.start, span.end)
        found |= {Span(*match.span()): clause.last_year for match in ago}
    return sorted(found.items())


class Times:
    """When the grades of a clause were given, by its words and the years in it."""

    def __init__(self, text: str, clause: Clause) -> None:
        """Find the years of a clause that lie before the inspection at hand: `old`, with their places."""
        self._text, self._clause = text, clause
        mentions = _years(text, clause)
        newest, now = clause.newest, until_now(text, clause.span)
        self.old = [
            (span, year)
            for span, year in mentions
            if (newest is None or year < newest)
            and not (now and now.overlaps(span))
            and not _THAN_IN.search(text, clause.span.start, span.start)
            and (
                not _BEGAN.search(text, clause.span.start, span.start)
                or _BECAUSE_OF.match(text, span.end, clause.span.end)
            )
        ]
        self._new = [span for span, year in mentions if newest is not None and year >= newest]
        self._starts = [span.start for span, _ in self.old]
        self._from = clause.span.end
        self._now, (self._back, _) = clause.span.end + 1, back_to(text, clause.span, clause.newest)

    def of(self, at: Span, *, left: bool) -> tuple[bool, int | None]:
        """Say whether a grade is of an earlier inspection, and of which year.

        "was good in 2017 has been downgraded to inadequate": the first is, the second is
        not. `left` marks a grade that is left behind.
        """
        if left:
            self._from = at.start
            return True, self._nearest(at)
        latest = self._is_of_latest(at)
        if not latest and (self._is_dated(at) or self._is_bygone(at)):
            return True, self._year(at)
        year, newest = self._so_much_later(at), self._clause.newest
        if self._is_of_now(at) or (year and newest and year >= newest):
            return False, None
        earlier = self._clause.earlier or (bool(self.old) and not self._is_change_since(at))
        return earlier, self._year(at) if earlier else None

    def _is_dated(self, at: Span) -> bool:
        """Say whether the words behind a grade date it: "since 2015", "three years later"."""
        return self._right_behind(at) is not None or (
            bool(self.old) and _LATER.match(self._text, at.end) is not None
        )

    def _right_behind(self, at: Span) -> int | None:
        """Return the year right behind a grade: "in 2022", "since the inspection of 2015"."""
        behind = _SINCE.match(self._text, at.end) or _IN.match(self._text, at.end)
        found = (year for span, year in self.old if behind and span.start <= behind.end() <= span.end)
        return next(found, None)

    def _is_of_now(self, at: Span) -> bool:
        """Say whether words before a grade make it that of now, or it goes on from one that is."""
        start = self._clause.span.start if at.start < self._back else self._back
        lead = self._text[max(start, at.start - _LEAD) : at.start]
        # `in 2021, when it moved from RI to good` is past, `from RI in 2017 to good` is not
        before = bool(self.old) and self.old[0][0].end <= min(at.start, self._from)
        before = before or (self._clause.year is not None and _TODAY.search(lead) is None)
        comes = _THE.search(lead) and _COMES.match(self._text, at.end)
        if (
            comes
            or self._is_of_latest(at)
            or _FRESH.search(lead)
            or _NOW.search(lead)
            or (_MOVED.search(lead) and not before)
        ):
            self._now = min(self._now, at.end)
            return True
        return self._now <= at.start and not self._goes_back(self._now)

    def _is_of_latest(self, at: Span) -> bool:
        """Say whether the words behind a grade, or a year beside it, make it that of today."""
        behind = _AFTER_NEWEST.match(self._text, at.end) or _NOW_BEHIND.match(self._text, at.end)
        return behind is not None or self._is_of_newest_year(at)

    def _is_of_newest_year(self, at: Span) -> bool:
        """Say whether the year right beside a grade is that of the inspection at hand: "good in 2023"."""
        behind = _IN.match(self._text, at.end)
        return any(
            (behind is not None and span.start <= behind.end() <= span.end)
            or (span.end <= at.start and not self._text[span.end : at.start].strip(" :–—-‘“'\"("))
            for span in self._new
        )

    def _is_change_since(self, at: Span) -> bool:
        """Say whether the years behind a grade are what it is a change from: "good, a leap from 2013"."""
        first = self.old[0][0].start
        return first > at.end and _CHANGE.search(self._text, at.end, first) is not None

    def _is_bygone(self, at: Span) -> bool:
        """Say whether words tell that a grade was given long before: "the days when it was inadequate"."""
        start = self._clause.span.start
        marks = [
            match.end()
            for match in _BYGONE.finditer(self._text, start, at.start)
            if not (
                match[0].lower().startswith("since") and _FIRST_SINCE.search(self._text, start, match.start())
            )
        ]
        if marks:
            return _NOW.search(self._text[marks[-1] : at.start]) is None
        return _BYGONE_AFTER.match(self._text, at.end, self._clause.span.end) is not None

    def joined(self, year: int | None) -> tuple[int | None, ...]:
        """Return a year with those that words join to it: "in 2011 and again in 2015"."""
        out = [year]
        for (before, first), (after, second) in pairwise(self.old):
            if not _AND_IN.fullmatch(self._text, before.end, after.start):
                continue
            if first == out[-1]:
                out.append(second)
            elif second == out[0] and _BOTH.search(
                self._text, self._clause.span.start, self._clause.span.end
            ):
                out.insert(0, first)
        return tuple(out)

    def _goes_back(self, place: int) -> bool:
        """Say whether a clause speaks of an earlier inspection from a place on."""
        end = self._clause.span.end
        return bool(self._starts and self._starts[-1] >= place) or bool(
            EARLIER.search(self._text, place, end)
        )

    def _year(self, at: Span) -> int | None:
        """Return the year of an earlier grade: the nearest, or so many years later."""
        right_behind = self._right_behind(at)
        return right_behind or self._so_much_later(at) or self._nearest(at)

    def _so_much_later(self, at: Span) -> int | None:
        """Return the year so many years after the one before: "bad in 2014, and three years later it was"."""
        lead = self._text[self._clause.span.start : at.start]
        later = _LATER.match(self._text, at.end) or _LATER_IT_WAS.search(lead)
        year = self._nearest(at) if later and self.old else None
        return year + how_many(later) if later and year else None

    def _is_parted(self, start: int, end: int) -> bool:
        """Say whether a comma and a conjunction part two places: "in 2010, and adequate for"."""
        return _PARTED.search(self._text, start, end) is not None

    def _nearest(self, at: Span) -> int | None:
        """Return the year that stands nearest, the first of two."""
        after = bisect_left(self._starts, at.start)
        beside = self.old[max(after - 1, 0) : after + 1]
        if len(beside) > 1 and self._is_parted(beside[0][0].end, at.start):
            beside = beside if self._is_parted(at.end, beside[1][0].start) else beside[1:]
        nearest = min(beside, key=lambda old: abs(old[0].start - at.start), default=None)
        return nearest[1] if nearest else self._clause.year
