"""Grades set out as lines: `Help and protection: Good`, with colons, dots or tabs, or on two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.evidence.areas import AreaMention, Sort, area_mentions, under
from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.frameworks import Framework
from councilbrief.evidence.grades import GRADE_WORDS, GRADES
from councilbrief.evidence.judgements import Given
from councilbrief.evidence.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_SEPARATOR = r"[\s:–—\-.…|=>(),*]*(?:(?:is|was|were|are|rated|judged|graded) )*[\s‘“'\"(]*"
# `Help and protection: Good (was inadequate)`
_LINE = re.compile(
    rf"(?P<area>.{{4,140}}?)(?P<gap>{_SEPARATOR})(?P<grade>(?i:{GRADE_WORDS}))"
    r"[’”'\")]*[.;,!]?(?: ?\(.{0,60}\))?[ |]*"
)
# `Good – help and protection`
_REVERSED = re.compile(rf"[‘“'\"]?(?P<grade>(?i:{GRADE_WORDS}))[’”'\"]? ?[:–—-] ?(?P<area>.{{4,140}}?)[.;]?")
_ALONE = re.compile(rf"[‘“'\"(]*(?P<grade>(?i:{GRADE_WORDS}))[’”'\")]*[.;]?")
# `These areas were judged to be good:`
_LEAD_IN = re.compile(rf"\b(?P<grade>(?i:{GRADE_WORDS}))\b[’”'\"]?[^.]{{0,60}}:$")
_TRACE = re.compile(GRADE_WORDS, re.IGNORECASE)
_FILLER = re.compile(rf"(?:[\s\d.):|–—-]|{either('areas', 'fillers')})*+", re.IGNORECASE)
_LONGEST_LINE = 400
"""Characters; a longer paragraph is no line of a table."""


@dataclass(frozen=True, slots=True)
class GradeLine:
    """A line that gives a grade to areas; `paragraph` is an index."""

    paragraph: int
    areas: tuple[AreaMention, ...]
    grade: Grade
    span: Span
    rule: str

    def under(self, framework: Framework | None) -> Given | None:
        """Return what it gives under a framework, the overall grade only where it names no area."""
        found = tuple(dict.fromkeys(area for a in self.areas if a.area for area in under(framework, a.area)))
        specific = tuple(area for area in found if area is not Area.OVERALL) or found
        return Given(specific, self.grade, self.span, self.rule) if specific else None


def grade_lines(reading: Reading) -> Iterator[GradeLine]:
    """Yield the grades set out as lines: on one line, on two, or listed under their grade."""
    open_grade: Grade | None = None
    for index, paragraph in enumerate(reading.paragraphs):
        words_ = paragraph.span.slice(reading.text)
        line = None
        if len(words_) <= _LONGEST_LINE and _TRACE.search(words_):
            line = _on_line(reading.text, index, paragraph.span) or _on_two_lines(reading, index)
        lead = _LEAD_IN.search(words_[-_LONGEST_LINE:]) if words_.endswith(":") else None
        if lead:
            open_grade = GRADES[lead["grade"].lower()]
        elif line is None and open_grade is not None:
            areas = _whole_area(reading.text, paragraph.span)
            line = (
                GradeLine(index, areas, open_grade, paragraph.span, "listed-under-grade") if areas else None
            )
            open_grade = open_grade if line else None
        if line is not None:
            yield line


def _on_line(text: str, index: int, span: Span) -> GradeLine | None:
    """Read a line that is an area and its grade and nothing else."""
    words_ = span.slice(text)
    for pattern in (_LINE, _REVERSED):
        match = pattern.fullmatch(words_)
        if match is None or (pattern is _LINE and not _set_apart(match)):
            continue
        areas = _whole_area(text, Span(span.start + match.start("area"), span.start + match.end("area")))
        if areas:
            return GradeLine(index, areas, GRADES[match["grade"].lower()], span, "line")
    return None


def _set_apart(match: re.Match[str]) -> bool:
    """Say whether a grade stands off from its area: by a mark, a tab or the capital that tables use."""
    gap = match["gap"]
    return gap.strip(" ‘“'\"") != "" or "\t" in gap or match["grade"][0].isupper()


def _on_two_lines(reading: Reading, index: int) -> GradeLine | None:
    """Read an area on one line and its grade on the next."""
    span = reading.paragraphs[index].span
    match = _ALONE.fullmatch(span.slice(reading.text)) if index else None
    above = reading.paragraphs[index - 1].span
    areas = _whole_area(reading.text, above) if match else ()
    if match is None or not areas:
        return None
    return GradeLine(index, areas, GRADES[match["grade"].lower()], Span(above.start, span.end), "two-lines")


def _whole_area(text: str, span: Span) -> tuple[AreaMention, ...]:
    """Return the areas that make up a line, but for its numbering and small words."""
    if len(span) > _LONGEST_LINE:
        return ()
    found = area_mentions(text, span.start, span.end)
    mentions = tuple(a for a in found if a.sort in {Sort.AREA, Sort.WHOLE})
    rest = list(span.slice(text))
    for mention in mentions:
        rest[mention.span.start - span.start : mention.span.end - span.start] = " " * len(mention.span)
    if not _FILLER.fullmatch("".join(rest).rstrip(" .;:,")):
        return ()
    return tuple(a for a in mentions if a.area)
