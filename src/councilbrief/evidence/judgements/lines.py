"""Grades set out as lines: an area and its grades on one line or several, or areas under their grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.inspections.areas import under
from councilbrief.evidence.inspections.frameworks import Framework
from councilbrief.evidence.judgements.clauses import tells_no_grade
from councilbrief.evidence.judgements.given import Given
from councilbrief.evidence.judgements.grades import GRADE_TRACE, GRADE_WORDS, GRADES, grade_mentions
from councilbrief.evidence.judgements.passages import SAME
from councilbrief.evidence.judgements.past import HISTORY_ROW
from councilbrief.evidence.judgements.rows import (
    LONGEST_LOOSE,
    LONGEST_ROW,
    Row,
    cell,
    row,
    turned_rows,
    whole_area,
)
from councilbrief.evidence.texts.reading import Reading
from councilbrief.provenance import Span

_TRACE = re.compile(rf"\b(?:{GRADE_WORDS}|[1-4])\b", re.IGNORECASE)
# bars and bullets, tabs, and the ticks and dots of posts; arrows part no rows
_PARTS = re.compile(r" ?[|•·/] ?|\t+|\s*[\u2600-\u2793\u2b50\u2b55\U0001f300-\U0001faff]\ufe0f?\s*")
_MEANS = r" ?[=:–-]? ?"
# `Key: 1 outstanding, 2 good, …`
_KEY = re.compile(
    rf"\b1{_MEANS}outstanding\W+2{_MEANS}good\W+3{_MEANS}(?P<third>{GRADE_WORDS})\W+4{_MEANS}inadequate",
    re.IGNORECASE,
)
# `two of the areas were held to be in need of improvement:`, above those areas
_IN_NEED = re.compile(
    r"\b(?:areas|categories|judgements)\b[^.:;]{0,40}\b(?P<grade>in need of improvement):$", re.IGNORECASE
)
LISTED = "listed-under-grade"
_QUESTION_AND_ANSWER = 2
"""Sentences of a line that says more than its area."""


@dataclass(frozen=True, slots=True)
class GradeLine:
    """A row in its place; `first` and `last` are indexes of paragraphs, `rule` says how it is set.

    `lead` is where the grade stands under which its areas are listed.
    """

    first: int
    last: int
    row: Row
    span: Span
    rule: str
    lead: Span | None = None

    def under(self, framework: Framework | None, grade: Grade) -> Given | None:
        """Return what it gives under a framework, the overall grade only where it names no area."""
        found = tuple(
            dict.fromkeys(area for a in self.row.areas if a.area for area in under(framework, a.area))
        )
        specific = tuple(area for area in found if area is not Area.OVERALL) or found
        return Given(specific, grade, self.span, self.rule) if specific else None


def grade_lines(reading: Reading) -> tuple[GradeLine, ...]:
    """Return the grades set out as lines; one that says more than its area only beside another."""
    reader = _Reader(reading)
    found: list[GradeLine] = []
    index = 0
    while index < len(reading.paragraphs):
        lines = reader.at(index)
        found += lines
        index = max((line.last for line in lines), default=index) + 1
    return tuple(
        line
        for at, line in enumerate(found)
        if not line.row.loose
        or any(
            other.last + 1 >= line.first and line.last + 1 >= other.first
            for other in (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2])
        )
    )


class _Reader:
    """Reads one paragraph after the other, and keeps the grade under which areas are listed."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._text = reading, reading.text
        key = _KEY.search(self._text)
        grades = (
            (Grade.OUTSTANDING, Grade.GOOD, GRADES[key["third"].lower()], Grade.INADEQUATE) if key else ()
        )
        self._figures = dict(zip("1234", grades, strict=False))
        self._open: tuple[Grade, Span] | None = None

    def at(self, index: int) -> list[GradeLine]:
        """Return the lines that begin with a paragraph."""
        span = self._reading.paragraphs[index].span
        found: list[GradeLine] = []
        history = HISTORY_ROW.match(self._text, span.start, span.end)
        if len(span) <= LONGEST_ROW and not history and _TRACE.search(self._text, span.start, span.end):
            found = list(self._on_one(index, span)) or list(self._below(index, span))
        if found:
            self._open = None
            return found
        lead = self._lead_in(index, span)
        listed = whole_area(self._text, span) if self._open is not None and lead is None else ()
        if listed and self._open is not None:
            return [GradeLine(index, index, Row(listed, (self._open[0],)), span, LISTED, self._open[1])]
        self._open = lead
        return list(self._below(index, span)) if lead is None else []

    def _on_one(self, index: int, span: Span) -> Iterator[GradeLine]:
        """Read a line that is a row, or several beside one another: `Overall: good | Leaders: good`."""
        whole = row(self._text, span, self._figures)
        if whole and not whole.loose:
            yield GradeLine(index, index, whole, span, "line")
            return
        parts = [(part, row(self._text, part, self._figures)) for part in self._parts(span)]
        rows = [(part, one) for part, one in parts if one and not one.loose]
        if len(rows) > 1:
            yield from (GradeLine(index, index, one, part, "line") for part, one in rows)
            return
        first = [(part, one) for part, one in turned_rows(self._text, span)]
        if len(first) > 1 and not self._text[span.start : first[0][0].start].strip(" ‘“«'\"*"):
            yield from (GradeLine(index, index, one, part, "line") for part, one in first)
            return
        sentences = self._reading.sentences_of(index)
        if whole and len(sentences) <= _QUESTION_AND_ANSWER:
            yield GradeLine(index, index, whole, span, "line")

    def _parts(self, span: Span) -> Iterator[Span]:
        """Cut a line at the marks by which rows are set beside one another."""
        start = span.start
        for match in _PARTS.finditer(self._text, span.start, span.end):
            yield Span(start, max(start, match.start()))
            start = match.end()
        if start > span.start:
            yield Span(start, max(start, span.end))

    def _below(self, index: int, span: Span) -> Iterator[GradeLine]:
        """Read an area on one line and its grades on the next ones."""
        paragraphs = self._reading.paragraphs
        below = cell(paragraphs[index + 1].span.slice(self._text)) if index + 1 < len(paragraphs) else None
        areas = whole_area(self._text, span) if below and len(span) <= LONGEST_LOOSE else ()
        cells: list[Grade | None] = []
        last = index
        while areas and below:
            cells += below
            last += 1
            following = paragraphs[last + 1 : last + 2]
            below = cell(following[0].span.slice(self._text)) if following else None
        if any(cells):
            whole = Span(span.start, paragraphs[last].span.end)
            yield GradeLine(index, last, Row(areas, tuple(cells)), whole, "lines")

    def _lead_in(self, index: int, span: Span) -> tuple[Grade, Span] | None:
        """Return the grade, with its place, for areas listed below: `These were judged to be good:`."""
        words_ = span.slice(self._text)
        alone = cell(words_)
        found = (alone[0], span) if alone and alone[0] else None
        if (
            alone is None
            and words_.endswith(":")
            and GRADE_TRACE.search(words_)
            and not tells_no_grade(words_)
        ):
            given = grade_mentions(self._text, max(span.start, span.end - LONGEST_ROW), span.end)
            kept = [one for one in given if not one.left] if SAME.search(words_) else given[-1:]
            found = (kept[-1].grade, kept[-1].span) if kept and not kept[-1].left else None
        needed = _IN_NEED.search(self._text, span.start, span.end)
        if needed:
            found = (Grade.REQUIRES_IMPROVEMENT, Span(*needed.span("grade")))
        below = self._reading.paragraphs[index + 1 : index + 3]
        # one area and then a grade: then each grade stands behind its area
        if found and alone and len(below) > 1 and cell(below[1].span.slice(self._text)):
            return None
        return found if found and below and whole_area(self._text, below[0].span) else None
