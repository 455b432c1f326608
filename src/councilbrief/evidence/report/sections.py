"""The sections of a report: which area a paragraph is about, and what is no narrative of inspectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.documents.document import Document, Paragraph, Shape
from councilbrief.evidence.facts import Area
from councilbrief.evidence.report.graded import AREA, area_of
from councilbrief.evidence.words import either

_APART = re.compile(either("report", "apart"), re.IGNORECASE)
_SUMMARY = re.compile(either("report", "summary"), re.IGNORECASE)
_GOES_ON = re.compile(either("report", "goes_on"), re.IGNORECASE)
_END = re.compile(either("report", "imprint"), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of the inspectors' narrative; `area` is None in a summary over all areas."""

    paragraph: Paragraph
    area: Area | None


def narrative(document: Document) -> Iterator[Told]:
    """Yield the paragraphs in which inspectors tell what they found.

    Left out are the cover, contents, figures about the area, lists of what to do, what is
    written for children, the safeguarding board's chapter, and all that explains inspections.
    """
    area: Area | None = None
    open_, board = True, False
    for paragraph in document.paragraphs:
        words = document[paragraph.span]
        if _END.match(words):
            return
        if paragraph.shape in (Shape.HEADING, Shape.CELL):
            named = AREA.search(words)
            if paragraph.shape is Shape.CELL and named is None:
                continue
            found = area_of(named) if named else None
            board = found is Area.LSCB or (board and found is None)
            if _GOES_ON.search(words):
                open_ = True
            elif _APART.search(words):
                open_ = False
            elif _SUMMARY.search(words):
                open_, area = True, None
            elif found is not None and (paragraph.page or 1) > 1:
                open_, area = True, found
            continue
        if open_ and not board:
            yield Told(paragraph, None if area is Area.OVERALL else area)
