"""The cover of a report: which framework, which council, when, who led, when published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath

from councilbrief.documents.document import Document, Paragraph
from councilbrief.evidence.councils.register import Council
from councilbrief.evidence.dates import dates
from councilbrief.evidence.inspections.frameworks import frameworks
from councilbrief.evidence.report.cover_council import council_of
from councilbrief.evidence.report.cover_dates import Spell, spells
from councilbrief.evidence.report.cover_people import names
from councilbrief.evidence.words import either, members
from councilbrief.provenance import Dated, PartialDate, Span

COVER_PARAGRAPHS = 16
"""Among so many paragraphs at the head of a report stands its title."""

COVER_PAGES = 2
ILACS = "ilacs"
"""The titles of all frameworks of that name; the date says which of them is meant."""

FROM_NAME = "inferred: from the name of the file"

_TITLES = {
    name: re.compile(either("report", "titles", name), re.IGNORECASE) for name in members("report", "titles")
}
_GRADED = tuple(framework.id for framework in frameworks().values() if framework.graded)
_LABELS = {
    name: re.compile(either("report", "labels", name), re.IGNORECASE) for name in members("report", "labels")
}
_ANY_LABEL = re.compile("|".join(pattern.pattern for pattern in _LABELS.values()), re.IGNORECASE)
_BARE_DATE = re.compile(r"dates?:", re.IGNORECASE)
"""What stands over any paper."""

_OVERALL = re.compile(either("report", "overall_sentence"), re.IGNORECASE)
_AREA, _GRADE = (
    re.compile("|".join(either("report", kind, name) for name in members("report", kind)), re.IGNORECASE)
    for kind in ("areas", "grades")
)
_OTHERS = re.compile(either("report", "other_documents"), re.IGNORECASE)
_INTRODUCED = re.compile(either("report", "introduced"), re.IGNORECASE)
_LETTER = re.compile(either("report", "letter"), re.IGNORECASE)
_REVIEW = re.compile(either("report", "board_review"), re.IGNORECASE)
_CLOSE = re.compile(r"yours (?:sincerely|faithfully)", re.IGNORECASE)
_SIGNED = 3
"""Paragraphs under the close of a letter among which its signature stands."""

_LETTER_HEAD = 8
"""Among so many paragraphs at the head of a letter stands its date."""

_LONGEST_TITLE = 240
_TITLE_LINES = 4
"""Paragraphs into which a widely set title may fall."""

_BESIDE = 20.0
"""Points: so far below its label may what it labels stand in the next column."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover of a report or letter says of it.

    `series` is a key of the titles in words/report.yaml: a framework's id, or `ilacs`.
    `spells` are the dates of the inspection in order, two where it was broken off.
    """

    series: str
    title: Span
    council: Council | None
    spells: tuple[Spell, ...]
    dated: Span | None
    published: Dated | None
    inspectors: tuple[str, ...]
    published_doubted: bool = False

    @property
    def start(self) -> PartialDate | None:
        """Return the first day of the inspection."""
        return min((spell.start for spell in self.spells), default=None)

    @property
    def end(self) -> PartialDate | None:
        """Return the last day of the inspection."""
        return max((spell.end for spell in self.spells), default=None)


def read_cover(document: Document) -> Cover | None:
    """Return what the cover says; None for a document that is no report or letter of Ofsted's."""
    if not document.paragraphs or document.paragraphs[0].page is None:
        return None
    head = document.paragraphs[:COVER_PARAGRAPHS]
    found = _title(document, head)
    if found is None:
        return None
    series, title = found
    dated = _labelled(document, "dates")
    if dated is None and not _is_letter(document):
        return None  # an article or a release that names an inspection in its headline
    when = spells(document[dated]) if dated else ()
    published, doubted = _published(document), False
    last = max((one.end.latest() for one in when if one.end), default=None)
    if published is not None and last is not None and published.value.latest() < last:
        published, doubted = (None if published.basis == FROM_NAME else published), True
    day = when[0].start if when else published.value if published else None
    return Cover(
        series=series,
        title=title.span,
        council=_council(document, head, title, day),
        spells=when,
        dated=dated,
        published=published,
        published_doubted=doubted,
        inspectors=tuple(dict.fromkeys(_inspectors(document))) or tuple(_signatures(document)),
    )


def is_text_of_report(document: Document) -> bool:
    """Say whether a document without pages is itself the text of a report: what stands on a cover, together.

    What quotes a report's title and dates, as the papers of a committee do, is another document.
    """
    if not document.paragraphs or document.paragraphs[0].page is not None:
        return False
    head = document.paragraphs[:COVER_PARAGRAPHS]
    found = _title(document, head) if _dates_inspection(document, head) else None
    if found is None or found[0] not in (*_GRADED, ILACS):
        return False
    cover = [document[paragraph.span] for paragraph in document.paragraphs[: COVER_PARAGRAPHS * 2]]
    led = any(_LABELS["inspectors"].match(line) for line in cover)
    if not led and not any(_gives_grade(line, below) for line, below in pairwise([*cover, ""])):
        return False
    return not any(_OTHERS.search(document[p.span]) for p in document.paragraphs)


def _dates_inspection(document: Document, head: Sequence[Paragraph]) -> bool:
    lines = (document[paragraph.span] for paragraph in head)
    return any(_LABELS["dates"].match(line) and not _BARE_DATE.match(line) for line in lines)


def _gives_grade(line: str, below: str) -> bool:
    """Say whether a line, with its grade or over it, is of the table of judgements or the overall one."""
    if len(line) > _LONGEST_TITLE:
        return False
    graded = _GRADE.search(line) or _GRADE.match(below)
    return _OVERALL.search(line) is not None or bool(_AREA.search(line) and graded)


def _is_letter(document: Document) -> bool:
    """Say whether a document is written as Ofsted writes to a council: what it sums up, and to whom."""
    return any(
        _LETTER.match(document[paragraph.span]) for paragraph in document.paragraphs[:COVER_PARAGRAPHS]
    )


def reviews_board(document: Document) -> bool:
    """Say whether the cover names a review of the safeguarding board, which gets a grade too."""
    head = document.paragraphs[:COVER_PARAGRAPHS]
    return any(_REVIEW.search(document[p.span]) for p in head if (p.page or 0) <= COVER_PAGES)


def _title(document: Document, head: Sequence[Paragraph]) -> tuple[str, Paragraph] | None:
    """Return the series of the first title on the cover, and where it stands, be it in several paragraphs."""
    head = [paragraph for paragraph in head if (paragraph.page or 0) <= COVER_PAGES]
    for lines in range(1, _TITLE_LINES + 1):
        for at in range(len(head) - lines + 1):
            title = _joined(head[at : at + lines])
            if len(title.span) > _LONGEST_TITLE or head[at].page != head[at + lines - 1].page:
                continue
            for series, pattern in _TITLES.items():
                if pattern.search(_flat(document, title)):
                    return series, title
    return None


def _joined(paragraphs: Sequence[Paragraph]) -> Paragraph:
    return replace(paragraphs[0], span=Span(paragraphs[0].span.start, paragraphs[-1].span.end))


def _flat(document: Document, paragraph: Paragraph) -> str:
    return document[paragraph.span].replace("\n", " ")


def _council(
    document: Document, head: Sequence[Paragraph], title: Paragraph, when: PartialDate | None
) -> Council | None:
    """Return the council that the title names, or else a line above or right below the title."""
    others = [p for p in head if not title.span.covers(p.span)]
    above = [p for p in others if p.span.start < title.span.start]
    near = others[: len(above) + 2]
    lines = sorted(near, key=lambda p: abs(p.number - title.number))
    told = (document[line.span] for line in lines)
    return council_of(_flat(document, title), [words for words in told if not _ANY_LABEL.search(words)], when)


def _labelled(document: Document, label: str) -> Span | None:
    """Return what stands behind a label on the cover, in its paragraph or in the cell beside it."""
    for number, paragraph in enumerate(document.paragraphs[: COVER_PARAGRAPHS * 2]):
        words = document[paragraph.span]
        match = _LABELS[label].search(words)
        if match is None or (match.start() > 0 and not _opens_label(match)):
            continue
        following = _ANY_LABEL.search(words, match.end())
        behind = Span(
            paragraph.span.start + match.end(),
            paragraph.span.start + following.start() if following else paragraph.span.end,
        )
        if document[behind].strip(" :"):
            return behind
        cells = _beside(document.paragraphs, number) or _under(document, number)
        return Span(cells[0].span.start, cells[-1].span.end) if cells else None
    return None


def _opens_label(match: re.Match[str]) -> bool:
    """Say whether the words of a label are one inside a paragraph too, and no part of a sentence."""
    return match[0].endswith(":") or _ANY_LABEL.match(match.string) is not None


def _beside(paragraphs: Sequence[Paragraph], number: int) -> list[Paragraph]:
    """Return the cells at the right of a label, from its line down."""
    label, found = paragraphs[number], list[Paragraph]()
    for paragraph in paragraphs[number + 1 :]:
        here, there = label.look, paragraph.look
        if here is None or there is None or paragraph.page != label.page or there.left <= here.left:
            break
        above = found[-1].look if found else here
        if above is None or above.bottom - there.top > _BESIDE:
            break
        found.append(paragraph)
    return found


def _under(document: Document, number: int) -> list[Paragraph]:
    """Return the line under a label that has nothing at its right, unless that is a label itself."""
    label, following = document.paragraphs[number], document.paragraphs[number + 1 : number + 2]
    return [p for p in following if p.page == label.page and not _ANY_LABEL.match(document[p.span])]


def _published(document: Document) -> Dated | None:
    """Return the day of publication: as the library has it, as stated, or as the file is called."""
    if document.source.published is not None:
        return document.source.published
    stated = _labelled(document, "published")
    if stated is not None:
        for mention in dates(document.text, stated.start, stated.end):
            date = mention.start.date()
            if date is not None:
                return Dated(date)
    for paragraph in document.paragraphs[:_LETTER_HEAD]:  # a letter's date stands by itself
        for mention in dates(document.text, paragraph.span.start, paragraph.span.end):
            date = mention.start.date()
            if date is not None and date.day and len(mention.span) == len(paragraph.span):
                return Dated(date)
    name = PurePath(document.source.path).stem.replace("_", " ")
    given = [m.start.date() for m in dates(name) if m.start.day is not None]
    known = [date for date in given if date is not None]
    return Dated(known[-1], FROM_NAME) if known else None


def _inspectors(document: Document) -> Iterator[str]:
    """Yield the people whom the report calls lead inspector, as it names them."""
    for number, paragraph in enumerate(document.paragraphs):
        words = document[paragraph.span]
        introduced = _INTRODUCED.search(words)
        if introduced is not None:
            yield from names(words[introduced.end() :].partition(".")[0])
            continue
        match = _LABELS["inspectors"].search(words)
        if match is None or (match.start() > 0 and not _opens_label(match)):
            continue
        behind = words[match.end() :].strip(" :–-")
        if behind:
            yield from names(behind)
        else:
            for cell in _beside(document.paragraphs, number) or _under(document, number):
                yield from names(document[cell.span])


def _signatures(document: Document) -> Iterator[str]:
    """Yield who signs a letter: the first name under its close."""
    closed = next((p.number for p in document.paragraphs if _CLOSE.match(document[p.span])), None)
    for paragraph in document.paragraphs[closed : closed + _SIGNED] if closed else ():
        found = tuple(names(document[paragraph.span].partition("\n")[0]))
        if found:
            yield from found
            return
