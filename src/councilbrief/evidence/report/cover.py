"""The cover of a report: which framework, which council, when, who led, when published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from councilbrief.documents.document import Document, Paragraph
from councilbrief.evidence.councils import Council, Resolved, register
from councilbrief.evidence.dates import DateMention, dates
from councilbrief.evidence.words import either, members
from councilbrief.provenance import Dated, PartialDate, Span

COVER_PARAGRAPHS = 16
"""Among so many paragraphs at the head of a report stands its title."""

COVER_PAGES = 2
FROM_NAME = "inferred: from the name of the file"

_TITLES = {
    name: re.compile(either("report", "titles", name), re.IGNORECASE) for name in members("report", "titles")
}
_NAMED_IN_TITLE = re.compile(
    rf"{either('report', 'before_council')}(.{{2,80}}?){either('report', 'after_council')}", re.IGNORECASE
)
_NAMED_LAST = re.compile(rf"{either('report', 'before_council')}(?:services in )?(.{{2,80}})$", re.IGNORECASE)
_LABELS = {
    name: re.compile(either("report", "labels", name), re.IGNORECASE) for name in members("report", "labels")
}
_ANY_LABEL = re.compile("|".join(pattern.pattern for pattern in _LABELS.values()), re.IGNORECASE)
_INTRODUCED = re.compile(either("report", "introduced"), re.IGNORECASE)
_CLOSE = re.compile(r"yours (?:sincerely|faithfully)", re.IGNORECASE)
_SIGNED = 3
"""Paragraphs under the close of a letter among which its signature stands."""

_AFTER_NAMES = re.compile(either("report", "after_inspectors"), re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|de|da|van|von|der|le|la|di|al)){1,4}")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|/|\band\b)\s*")
_TO = re.compile(r"\s*(?:to|until|[-–—])\s*")
_LETTER_HEAD = 8
"""Among so many paragraphs at the head of a letter stands its date."""

_LONGEST_TITLE = 240
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
    spells: tuple[DateMention, ...]
    dated: Span | None
    published: Dated | None
    inspectors: tuple[str, ...]

    @property
    def start(self) -> PartialDate | None:
        """Return the first day of the inspection."""
        return min(_known(spell.start.date() for spell in self.spells), default=None)

    @property
    def end(self) -> PartialDate | None:
        """Return the last day of the inspection."""
        return max(_known(spell.end.date() for spell in self.spells), default=None)


def _known(found: Iterator[PartialDate | None]) -> list[PartialDate]:
    return [date for date in found if date is not None]


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
    spells = tuple(_spells(document.text, dated)) if dated else ()
    return Cover(
        series=series,
        title=title.span,
        council=_council(document, head, title),
        spells=spells,
        dated=dated,
        published=_published(document),
        inspectors=tuple(dict.fromkeys(_inspectors(document))) or tuple(_signatures(document)),
    )


def _spells(text: str, dated: Span) -> Iterator[DateMention]:
    """Yield the spells of an inspection; two days with a dash or `to` between them are one."""
    waiting: DateMention | None = None
    for mention in dates(text, dated.start, dated.end):
        single = mention.start == mention.end
        if waiting is not None and single and _TO.fullmatch(text, waiting.span.end, mention.span.start):
            yield DateMention(Span(waiting.span.start, mention.span.end), waiting.start, mention.end)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = mention if single else None
        if not single:
            yield mention
    if waiting is not None:
        yield waiting


def _title(document: Document, head: Sequence[Paragraph]) -> tuple[str, Paragraph] | None:
    """Return the series of the first title on the cover, and where it stands."""
    for paragraph in head:
        words = document[paragraph.span]
        if len(words) > _LONGEST_TITLE or (paragraph.page or 0) > COVER_PAGES:
            continue
        for series, pattern in _TITLES.items():
            if pattern.search(words):
                return series, paragraph
    return None


def _council(document: Document, head: Sequence[Paragraph], title: Paragraph) -> Council | None:
    """Return the council that the title names, or else a line above or right below the title."""
    words = document[title.span]
    named = _NAMED_IN_TITLE.search(words) or _NAMED_LAST.search(words)
    near = [p for p in head if p.number <= title.number + 2 and p is not title]
    lines = sorted(near, key=lambda p: abs(p.number - title.number))
    for name in [*([named[1]] if named else []), *(document[line.span] for line in lines)]:
        meant = register().resolve(name)
        if isinstance(meant, Resolved):
            return meant.council
    return None


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
        cells = _beside(document.paragraphs, number)
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
            yield from _names(words[introduced.end() :].partition(".")[0])
            continue
        match = _LABELS["inspectors"].search(words)
        if match is None or (match.start() > 0 and not _opens_label(match)):
            continue
        behind = words[match.end() :].strip(" :–-")
        if behind:
            yield from _names(behind)
        else:
            for cell in _beside(document.paragraphs, number):
                yield from _names(document[cell.span])


def _signatures(document: Document) -> Iterator[str]:
    """Yield who signs a letter: the first name under its close."""
    closed = next((p.number for p in document.paragraphs if _CLOSE.match(document[p.span])), None)
    for paragraph in document.paragraphs[closed : closed + _SIGNED] if closed else ():
        found = tuple(_names(document[paragraph.span].partition("\n")[0]))
        if found:
            yield from found
            return


def _names(words: str) -> Iterator[str]:
    """Yield the names before the words that are none."""
    ended = _AFTER_NAMES.search(words)
    for piece in _BETWEEN_NAMES.split(words[: ended.start()] if ended else words):
        if _NAME.fullmatch(piece.strip(" .")):
            yield piece.strip(" .")
