"""Tables of grades: lines that stand together, which column is of which inspection, and whose table it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.evidence.facts import Grade
from councilbrief.evidence.inspections.era import framework_at
from councilbrief.evidence.inspections.frameworks import Framework
from councilbrief.evidence.judgements.clauses import Clause, clauses, tells_no_grade
from councilbrief.evidence.judgements.given import Given
from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.judgements.lines import GradeLine
from councilbrief.evidence.judgements.times import Times
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import PartialDate, Span

_YEAR = r"(?:19|20)\d\d"
# `2019`, `Last time (2019)`, `Now`
_LABEL = re.compile(
    rf"\b(?:(?P<then>{either('grades', 'columns', 'then')})|(?P<now>{either('grades', 'columns', 'now')}))\b"
    rf"(?:\W{{1,3}}(?:in )?(?:\w+ )?(?P<of>{_YEAR}))?|\b(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_CELLED = re.compile(rf"\b(?:{GRADE_WORDS})\W*$|{either('grades', 'blank')}", re.IGNORECASE)
# `The grades are:` leads to those given
_THE_GRADES = re.compile(r"\b(?:grades|ratings|judgements|marks) (?:are|were)\b[^.]{0,40}:$", re.IGNORECASE)
_LONGEST_HEAD = 120
_HEAD = 4
"""Lines above a table in which its columns are named, and those that say whose it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """The inspection that a column is of: the one at hand, or an earlier one and its year."""

    earlier: bool
    year: int | None = None


def in_tables(
    reading: Reading,
    lines: Sequence[GradeLine],
    framework: Framework | None,
    newest: int | None,
    names_others: Callable[[Span], bool],
) -> Iterator[Given]:
    """Give the grades of lines to the inspections of their columns; a table about others gives nothing.

    `newest` is the year of the inspection at hand. `names_others` says whether a span names
    another council, or others that Ofsted inspects.
    """
    for table in _together(reading, lines):
        first, last = table[0].first, table[-1].last
        head = [p.span for p in reading.paragraphs[max(first - _HEAD, 0) : first]]
        behind = (p.span for p in reading.paragraphs[last + 1 : last + 2])
        body = [p.span for p in reading.paragraphs[first : last + 1]]
        body += [span for span in behind if _CELLED.search(span.slice(reading.text))]
        heading = head[-1:]
        if any(names_others(span) for span in (*body, *heading) if len(span) <= _LONGEST_HEAD):
            continue
        above = (
            _THE_GRADES.sub("", span.slice(reading.text)) for span in heading if len(span) <= _LONGEST_HEAD
        )
        if any(tells_no_grade(words_) for words_ in above):
            continue
        columns = _columns(reading.text, head, table, newest)
        for line in table:
            for column, grade in _told(line, columns):
                then = framework_at(PartialDate(column.year)) if column.earlier and column.year else None
                given = line.under(then.framework if then else framework, grade)
                if given is not None:
                    yield replace(given, earlier=column.earlier, year=column.year)


def _together(reading: Reading, lines: Iterable[GradeLine]) -> Iterator[list[GradeLine]]:
    """Part the lines into tables: each follows upon the other, one between only if it has a grade."""
    table: list[GradeLine] = []
    for line in lines:
        between = reading.paragraphs[table[-1].last + 1 : line.first] if table else ()
        if len(between) > 1 or any(not _CELLED.search(p.span.slice(reading.text)) for p in between):
            yield table
            table = []
        table.append(line)
    if table:
        yield table


def _columns(
    text: str, head: Sequence[Span], table: Sequence[GradeLine], newest: int | None
) -> tuple[Column, ...]:
    """Return what the columns of a table are, as the lines above it name them; none where that stays open."""
    width = max(len(line.row.cells) for line in table)
    if table[0].lead is not None:
        return (_of_lead_in(text, head[-1], table[0].lead, newest),)
    near = [span for span in head if len(span) <= _LONGEST_HEAD and text[span.end - 1] != "."]
    if width == 1:
        return (
            _single(text, head[-1], newest) if head[-1:] == near[-1:] and head else Column(earlier=False),
        )
    for first in range(len(near) - 1, -1, -1):
        for last in range(first + 1, len(near) + 1):
            labels = list(_LABEL.finditer(text, near[first].start, near[last - 1].end))
            if len(labels) == width:
                return _named(labels, newest)
    return ()


def _of_lead_in(text: str, heading: Span, grade: Span, newest: int | None) -> Column:
    """Return of which inspection the grade of a lead-in is: `These were judged to be good:`."""
    parts = clauses(text, Clause(heading, newest))
    clause = next((part for part in parts if part.span.covers(grade)), Clause(heading, newest))
    earlier, year = Times(text, clause).of(grade, left=False)
    return Column(earlier, year)


def _single(text: str, heading: Span, newest: int | None) -> Column:
    """Return of which inspection an only column is, by its heading: `2019 results`."""
    labels = list(_LABEL.finditer(text, heading.start, heading.end))
    if len(labels) == 1:
        label = labels[0]
        year = int(label["of"] or label["year"] or 0) or None
        before = year is not None and newest is not None and year < newest
        return Column(earlier=bool(label["then"]) or before, year=year if label["then"] or before else None)
    earlier, year = Times(text, Clause(heading, newest)).of(Span(heading.end, heading.end), left=False)
    return Column(earlier, year)


def _named(labels: Sequence[re.Match[str]], newest: int | None) -> tuple[Column, ...]:
    """Turn the labels of columns into inspections; exactly one may be the one at hand."""
    years = [int(label["of"] or label["year"] or 0) for label in labels]
    last = max(years)
    at_hand = newest is None or last >= newest - 1
    now = [
        bool(label["now"]) or (at_hand and not label["then"] and year == last)
        for label, year in zip(labels, years, strict=True)
    ]
    if any(label["now"] for label in labels):
        now = [bool(label["now"]) for label in labels]
    if sum(now) > 1:
        return ()
    return tuple(
        Column(not current, None if current else year or None)
        for current, year in zip(now, years, strict=True)
    )


def _told(line: GradeLine, columns: Sequence[Column]) -> Iterator[tuple[Column, Grade]]:
    """Yield the grades of a line with their columns; of several whose columns nobody names none."""
    cells = line.row.cells
    if line.row.turned and len(cells) > 1:
        columns = (*(Column(earlier=True) for _ in cells[1:]), Column(earlier=False))
    if line.row.tabbed:
        columns = columns[: len(cells)]
    if len(columns) == len(cells):
        yield from (
            (column, grade) for column, grade in zip(columns, cells, strict=True) if grade is not None
        )
    if line.row.before is not None:
        grade, year = line.row.before
        yield Column(earlier=True, year=year), grade
