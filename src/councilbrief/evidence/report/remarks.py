"""What a report says of the whole: its opening words, and what became of the areas named before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.documents.document import Shape
from councilbrief.evidence.facts import Quoted, Remark, RemarkKind
from councilbrief.evidence.report.praise import takes_back
from councilbrief.evidence.report.sections import narrative
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_BEFORE = re.compile(either("report", "at_the_last_inspection"), re.IGNORECASE)
_AREAS = re.compile(either("report", "areas_named"), re.IGNORECASE)
_VERDICT = re.compile(either("report", "became_of_them"), re.IGNORECASE)
_POINTS_BACK = re.compile(either("report", "points_back"), re.IGNORECASE)
_EXPECTED = re.compile(either("report", "standing_words"), re.IGNORECASE)
_LONGEST_OPENING = 300
_LONGEST = 400
_FEWEST_WORDS = 7
_MOST = 3
"""Of what a report says on the areas named before, so many sentences are kept, the first ones."""


def remarks(reading: Reading) -> tuple[Remark, ...]:
    """Return the report's opening words, and its sentences on the areas that an earlier inspection named."""
    opening = _opening(reading)
    return (*([opening] if opening else []), *list(_on_earlier_areas(reading))[:_MOST])


def _opening(reading: Reading) -> Remark | None:
    """Return the first paragraph of the inspectors' narrative, its first sentence and some more.

    It never ends before a sentence that takes back what stands before it.
    """
    for told in narrative(reading.document):
        words = reading.document[told.paragraph.span]
        prose = told.paragraph.shape is Shape.PROSE and len(words.split()) >= _FEWEST_WORDS
        if not prose or words[-1:] not in ".”" or _EXPECTED.match(words):
            continue
        start = end = told.paragraph.span.start
        for sentence in reading.sentences_of(told.paragraph.number - 1):
            long = end > start and sentence.span.end - start > _LONGEST_OPENING
            if long and not takes_back(reading.document[sentence.span]):
                break
            end = sentence.span.end
        return _remark(reading, RemarkKind.OPENING, Span(start, end)) if end > start else None
    return None


def _on_earlier_areas(reading: Reading) -> Iterator[Remark]:
    for told in narrative(reading.document):
        for sentence in reading.sentences_of(told.paragraph.number - 1):
            words = reading.document[sentence.span]
            if len(words) > _LONGEST or words[-1:] != "." or _POINTS_BACK.match(words):
                continue
            if _BEFORE.search(words) and _AREAS.search(words) and _VERDICT.search(words):
                yield _remark(reading, RemarkKind.EARLIER_AREAS, sentence.span)


def _remark(reading: Reading, kind: RemarkKind, span: Span) -> Remark:
    document = reading.document
    return Remark(kind, Quoted(document[span], document.place(span)), f"report-{kind.value}", 0)
