"""The judgements of a report: its table and its first sentence, with the headings as a check on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from councilbrief.documents.document import Document, Paragraph, Shape
from councilbrief.evidence.facts import Area
from councilbrief.evidence.report.graded import GRADE, Graded, grade_of, heading_grade
from councilbrief.evidence.report.table import table
from councilbrief.evidence.words import either
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Span

_OVERALL = re.compile(either("report", "overall_sentence"), re.IGNORECASE)
_OVERALL_HEADING = re.compile(either("report", "overall_heading"), re.IGNORECASE)
_THEN = re.compile(r"[\s,:–-]*(?:(?:that|it|is|are|judged|to be|as)[\s:]+)*[‘“'\"]?", re.IGNORECASE)
_HEADING_PAGES = 2
"""Among so many pages stands a heading that gives the overall grade."""

_BOARD = re.compile(either("report", "areas", "lscb"), re.IGNORECASE)
_SENTENCE_PAGES = 3
"""Among so many pages stands the sentence that gives the overall grade."""

_LONGEST_SENTENCE = 240
_PAST = re.compile(r"\b(?:was|were|had|previous(?:ly)?|last)\b", re.IGNORECASE)
_OPENING = 80
"""Among so many characters of a paragraph its first sentence names the board that it grades."""


def graded(document: Document) -> tuple[tuple[Graded, ...], tuple[Problem, ...]]:
    """Return the grades of a report, one an area, and what is doubtful about them.

    The table goes before the sentence on the cover, and that before headings. Where a
    heading gives another grade than the table, the table's is returned with a warning.
    """
    pages = [list(page) for _, page in groupby(document.paragraphs, key=lambda p: p.page)]
    rows, alone = table(document, pages)
    sentences = tuple(_overall(document))
    headings = (*_headings(document), *_told(document))
    every: dict[Area, list[Graded]] = defaultdict(list)
    for one in (*_first_table(rows), *sentences, *rows, *headings):
        every[one.area].append(one)
    chosen = tuple(found[0] for found in every.values())
    problems = [_differing(found[0], other, document) for found in every.values() for other in _others(found)]
    lost = [span for span in alone if not any(one.span.covers(span) for one in (*sentences, *headings))]
    return chosen, (*problems, *(_lost(span, document) for span in lost))


def _first_table(rows: Sequence[Graded]) -> Iterator[Graded]:
    """Yield the rows of the first page that has several."""
    for _, page in groupby(rows, key=lambda row: row.page):
        found = list(page)
        if len(found) > 1:
            yield from found
            return


def _others(found: Sequence[Graded]) -> list[Graded]:
    """Return those that give another grade than the first, one of each."""
    differing = {one.grade: one for one in reversed(found) if one.grade is not found[0].grade}
    return list(differing.values())


def _lost(grade: Span, document: Document) -> Problem:
    page = document.place(grade).page
    message = f"“{document[grade]}” in the table of page {page} has no label beside it; look at the page"
    return Problem(Severity.WARNING, "row-not-read", message, document.source.path)


def _differing(taken: Graded, other: Graded, document: Document) -> Problem:
    message = (
        f"page {other.page} gives “{document[other.span]}”, but page {taken.page} “{document[taken.span]}”:"
        f" the grade of page {taken.page} is taken; ask Ofsted which is right"
    )
    return Problem(Severity.WARNING, "grades-disagree", message, document.source.path)


def _overall(document: Document) -> Iterator[Graded]:
    """Yield the overall grades that a heading or a short sentence at the front gives."""
    paragraphs = document.paragraphs
    for number, paragraph in enumerate(paragraphs):
        if (paragraph.page or 1) > _SENTENCE_PAGES:
            return
        if paragraph.shape is Shape.ITEM:  # a list may quote the grades of an earlier inspection
            continue
        following = _next_line(paragraphs, number) if paragraph.shape is Shape.HEADING else ()
        for last in (paragraph, *following):
            found = _overall_in(document, paragraph, Span(paragraph.span.start, last.span.end))
            if found is not None:
                yield found
                break


def _overall_in(document: Document, paragraph: Paragraph, span: Span) -> Graded | None:
    words = document[span].replace("\n", " ")
    if len(words) > _LONGEST_SENTENCE:
        return None
    match = _OVERALL.search(words)
    if match is None and paragraph.shape is Shape.HEADING and (paragraph.page or 1) <= _HEADING_PAGES:
        match = _OVERALL_HEADING.match(words)
    then = _THEN.match(words, match.end()) if match else None
    grade = GRADE.match(words, then.end()) if then else None
    if match is None or grade is None or _BOARD.search(words, match.start(), grade.start()):
        return None
    inside = Span(span.start + match.start(), span.start + grade.end())
    return Graded(Area.OVERALL, grade_of(grade), inside, paragraph.page or 1, "cover-sentence")


def _headings(document: Document) -> Iterator[Graded]:
    """Yield the grades that headings repeat, also those whose grade stands in the next line."""
    paragraphs = document.paragraphs
    for number, paragraph in enumerate(paragraphs):
        if paragraph.shape is not Shape.HEADING:
            continue
        for last in (paragraph, *_next_line(paragraphs, number)):
            span = Span(paragraph.span.start, last.span.end)
            found = heading_grade(document[span].replace("\n", " "))
            if found is not None:
                area, grade, start, end = found
                inside = Span(span.start + start, span.start + end)
                yield Graded(area, grade, inside, paragraph.page or 1, "heading")
                break


def _next_line(paragraphs: Sequence[Paragraph], number: int) -> tuple[Paragraph, ...]:
    following = paragraphs[number + 1 : number + 2]
    return tuple(p for p in following if p.shape is Shape.HEADING and p.page == paragraphs[number].page)


def _told(document: Document) -> Iterator[Graded]:
    """Yield the grade of the safeguarding board that opens a paragraph: `The LSCB is good because …`."""
    for paragraph in document.paragraphs:
        words = document[paragraph.span]
        opening = words.partition(". ")[0][:_LONGEST_SENTENCE]
        board = _BOARD.search(opening, 0, _OPENING)
        found = heading_grade(opening.partition(" because")[0]) if board else None
        if found is not None and found[0] is Area.LSCB and not _PAST.search(opening):
            area, grade, start, end = found
            inside = Span(paragraph.span.start + start, paragraph.span.start + end)
            yield Graded(area, grade, inside, paragraph.page or 1, "sentence")
