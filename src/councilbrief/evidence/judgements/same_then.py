"""Earlier years in which the grade was that of now: "good, as in 2018", "the grade it first won in 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.judgements.grades import GRADE_TRACE
from councilbrief.evidence.judgements.passages import SAME_GRADE, Passage
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_AS_THEN = re.compile(either("grades", "as_then"), re.IGNORECASE)
_UNLIKE = re.compile(rf"\b{either('grades', 'unlike_then')}\b", re.IGNORECASE)
# `The first was in 2019`, behind `for the second time running`
_FIRST = re.compile(r"\W*(?:and )?the first\b", re.IGNORECASE)
_IN_A_ROW = re.compile(
    r"\b(?:in a row|running|in succession|consecutive|successive|straight)\b", re.IGNORECASE
)
_REACH = 150
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def same_then(text: str, passage: Passage, now: Span) -> Iterator[tuple[Span, int | None]]:
    """Yield each earlier year in which a clause says that the grade was the same, and the words that do.

    `now` is where the text last gave the overall grade. Without a year, words such as
    "four years ago" and "the same grade" do.
    """
    clause = passage.clause
    within = clause.span.covers(now)
    if not within and passage.grades:
        return
    start, begin = (now.end, now.start) if within else (clause.span.start, clause.span.start)
    years = _YEAR.finditer(text, start, clause.span.end)
    first = not within and _FIRST.match(text, clause.span.start)
    if first and not _IN_A_ROW.search(text, max(0, now.start - _REACH), clause.span.start):
        return
    old = [year for year in years if clause.newest is None or int(year[0]) < clause.newest]
    for year in old:
        if first or _is_same(text, start, year.start(), clause.span.end):
            yield Span(begin, year.end()), int(year[0])
    same = None if within or old or not clause.earlier else SAME_GRADE.search(text, start, clause.span.end)
    if same:
        yield Span(start, same.end()), None


def _is_same(text: str, start: int, year: int, end: int) -> bool:
    """Say whether the words from a grade to a year, or right behind that, tell that it was the same then."""
    between = text[start:year]
    if GRADE_TRACE.search(between) or _UNLIKE.search(between) or "?" in text[year:end]:
        return False
    return _AS_THEN.search(between) is not None or SAME_GRADE.search(text, start, end) is not None
