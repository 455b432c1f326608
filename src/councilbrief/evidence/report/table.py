"""The table of grades: labels and grades whose cells wrap, paired by their order and their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from councilbrief.documents.document import Document, Look, Paragraph, Shape
from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.report.graded import GRADE, Graded, areas_in, grade_of, row_grade
from councilbrief.provenance import Span

_PART = re.compile(
    r"[\s:‘“'\"–—-]*"
    r"(?:requires?(?: improvement(?: to(?: be(?: good)?)?)?)?|improvement(?: to(?: be(?: good)?)?)?"
    r"|to be(?: good)?|be good|good|outstanding|(?:in)?adequate|not(?: judged| graded)?|judged|graded)"
    r"[\W\d]*",
    re.IGNORECASE,
)
"""A line of a cell that holds a grade, or a part of one."""

_OPENS = re.compile(r"requires?|good|outstanding|(?:in)?adequate|not", re.IGNORECASE)
"""A line that opens a grade, unless what stands above it waits for one."""

_WAITS = re.compile(r"\b(?:requires?|to|be|not)$", re.IGNORECASE)
_GOES_ON = re.compile(r"improvement|to|be|judged|graded", re.IGNORECASE)
_REACH = 3.0
"""Of a line's height: so far below may stand the rest of a grade."""

_DECORATION = " .:*‘’“”'\"–—-…0123456789"
_FRONT = 2
"""On so many pages rows are looked for whose cells have run together."""

_SAME_ROW = 30.0
"""Points that a grade may stand above or below the lines of its label."""

_CLOSE = 10.0
"""The same where rows and grades are not equally many."""

_LONGEST_LABEL = 120
"""Characters; a longer paragraph beside the table is none of its labels."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """The lines of one cell put together: what it says, and where."""

    value: Area | Grade
    span: Span
    top: float
    bottom: float


def table(document: Document, pages: Iterable[Sequence[Paragraph]]) -> tuple[tuple[Graded, ...], list[Span]]:
    """Return the rows of all tables of grades, and the grades in tables that found no label."""
    rows: list[Graded] = []
    alone: list[Span] = []
    for page in pages:
        grades, broken = _grades(document, [p for p in page if p.look and _is_grade(document[p.span])])
        labels = _labels(document, [p for p in page if p.look and not _is_grade(document[p.span])], grades)
        paired = list(_rows(labels, grades, page[0].page or 1, in_order=not broken))
        whole = list(_run_together(document, page)) if (page[0].page or 1) <= _FRONT else []
        rows += paired + whole
        if len(paired) > 1:
            alone += [span for span in (*(g.span for g in grades), *broken) if not _within(span, paired)]
    return tuple(rows), alone


def _within(span: Span, rows: Sequence[Graded]) -> bool:
    return any(row.span.covers(span) for row in rows)


def _run_together(document: Document, page: Sequence[Paragraph]) -> Iterator[Graded]:
    """Yield the rows whose label and grade are one paragraph, as nothing but a space parts them."""
    for paragraph in page:
        bulleted = paragraph.shape is Shape.ITEM and not paragraph.glyph[:1].isdigit()
        if bulleted or len(paragraph.span) > _LONGEST_LABEL:
            continue
        found = row_grade(document[paragraph.span])
        if found is not None:
            yield Graded(*found, paragraph.span, paragraph.page or 1, "table")


def _is_grade(words: str) -> bool:
    return _PART.fullmatch(words) is not None


def _look(paragraph: Paragraph) -> Look:
    if paragraph.look is None:
        msg = "a paragraph of a page has a look"
        raise TypeError(msg)
    return paragraph.look


def _cell(value: Area | Grade, parts: Sequence[Paragraph]) -> _Cell:
    return _Cell(
        value,
        Span(min(p.span.start for p in parts), max(p.span.end for p in parts)),
        max(_look(p).top for p in parts),
        min(_look(p).bottom for p in parts),
    )


def _downwards(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    return sorted(paragraphs, key=lambda p: (-_look(p).top, _look(p).left))


def _grades(document: Document, parts: Sequence[Paragraph]) -> tuple[list[_Cell], list[Span]]:
    """Put the lines of the column of grades together, each grade whole; return also what stayed in parts."""
    runs: list[list[Paragraph]] = []
    for part in _downwards(parts):
        if runs and _goes_on(document, runs[-1][-1], part):
            runs[-1].append(part)
        else:
            runs.append([part])
    cells: list[_Cell] = []
    parted: list[list[Paragraph]] = []
    above: list[Paragraph] = []
    for run in runs:
        match = GRADE.fullmatch(" ".join(document[p.span].strip(_DECORATION) for p in run))
        doubtful = bool(parted) and above is parted[-1] and _near(above[-1], run[0])
        if match is not None and not doubtful:
            cells.append(_cell(grade_of(match), run))
        else:
            parted.append(run)
        above = run
    inside = [run for run in parted if cells and cells[-1].bottom < _look(run[0]).top < cells[0].top]
    return cells, [Span(min(p.span.start for p in run), max(p.span.end for p in run)) for run in inside]


def _near(above: Paragraph, part: Paragraph) -> bool:
    return _look(above).bottom - _look(part).top <= _look(part).size * _REACH


def _goes_on(document: Document, above: Paragraph, part: Paragraph) -> bool:
    """Say whether a line goes on with the grade that the line above it began."""
    words, before = document[part.span].lstrip(_DECORATION), document[above.span].rstrip(_DECORATION)
    if not _near(above, part):
        return False
    return bool(_GOES_ON.match(words) or (_OPENS.match(words) and _WAITS.search(before)))


def _labels(document: Document, parts: Sequence[Paragraph], grades: Sequence[_Cell]) -> list[_Cell]:
    """Put the lines of the labels together: from the line where an area's words begin to where they end."""
    if not grades:
        return []
    top, foot = grades[0].top + _SAME_ROW, grades[-1].bottom - _SAME_ROW
    column = [p for p in _downwards(parts) if foot < _look(p).bottom and _look(p).top < top]
    column = [p for p in column if p.shape is Shape.CELL or len(p.span) < _LONGEST_LABEL]
    text, starts = "", list[int]()
    for part in column:
        starts.append(len(text))
        text += document[part.span] + " "
    cells: list[_Cell] = []
    for area, start, end in areas_in(text):
        if cells and cells[-1].value is area:  # `the Local Safeguarding Children Board (LSCB)`
            continue
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        first = _opening(document, column, first)
        cells.append(_cell(area, column[first : last + 1]))
    return cells


def _opening(document: Document, column: Sequence[Paragraph], first: int) -> int:
    """Return the line at which a label opens: above the one that names its area, if that begins small."""
    while first > 0 and document[column[first].span][:1].islower():
        first -= 1
    return first


def _rows(labels: Sequence[_Cell], grades: Sequence[_Cell], page: int, *, in_order: bool) -> Iterator[Graded]:
    """Pair labels and grades: in order where there are as many of both, else by their place alone."""
    if in_order and len(labels) == len(grades):
        pairs = [(one, other) for one, other in zip(labels, grades, strict=True) if _beside(one, other)]
    else:
        pairs = [(one, other) for one in labels for other in grades if _beside(one, other, _CLOSE)]
        pairs = [pair for pair in pairs if sum(pair[0] is p[0] or pair[1] is p[1] for p in pairs) == 1]
    for label, grade in pairs:
        if isinstance(label.value, Area) and isinstance(grade.value, Grade):
            yield Graded(label.value, grade.value, _over(label.span, grade.span), page, "table")


def _over(label: Span, grade: Span) -> Span:
    return Span(min(label.start, grade.start), max(label.end, grade.end))


def _beside(label: _Cell, grade: _Cell, slack: float = _SAME_ROW) -> bool:
    middle = (grade.top + grade.bottom) / 2
    return label.bottom - slack <= middle <= label.top + slack
