"""Lists of findings: a line that leads in, and the items under it, with glyphs or without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from councilbrief.documents.document import Paragraph, Shape
from councilbrief.evidence.areas import area_mentions
from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.grades import GRADE_WORDS
from councilbrief.evidence.polarity import polarity
from councilbrief.evidence.reading import Reading
from councilbrief.evidence.words import either, members
from councilbrief.provenance import Span

_LEAD_INS = {
    name: re.compile(either("findings", "lead_ins", name), re.IGNORECASE)
    for name in members("findings", "lead_ins")
}
_OTHER = re.compile(either("findings", "other_lists"), re.IGNORECASE)
# `Help and protection – good.`
_GRADE_END = re.compile(rf"[\s:.…–—-](?:{GRADE_WORDS})[’”'\"]?(?: overall)?\.?$", re.IGNORECASE)
# `; and` at the end of an item
_TRIM = re.compile(r"[;,.]?(?: and| or)?[;,.]?$")
_BODY = re.compile(rf"\b{either('findings', 'finders')}\b", re.IGNORECASE)
_SECTION = re.compile(rf"{either('findings', 'sections')}\b", re.IGNORECASE)
_LONGEST_ITEM, _LONGEST_LEAD = 420, 260
_LONGEST_CLOSING = 220
_OPEN_ENDS = (":", ":-", "–", "include", "including", "that")
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list of findings, trimmed of its closing mark."""

    span: Span
    polarity: Polarity
    rule: str
    lead: Span


def list_items(reading: Reading) -> Iterator[Item]:
    """Yield the items of every list of findings, in order."""
    index = 0
    while index < len(reading.paragraphs):
        group = _leads(reading, index)
        items = _items_below(reading, index) if group else []
        if group and items:
            yield from _classified(reading, index, group, items)
            index += len(items)
        index += 1


def _leads(reading: Reading, index: int) -> str | None:
    """Say which kind of list a paragraph leads into, None if none."""
    paragraph = reading.paragraphs[index]
    line = _lead(reading, index)
    followed = index + 1 < len(reading.paragraphs) and reading.paragraphs[index + 1].shape is Shape.ITEM
    open_ = line.endswith(_OPEN_ENDS) or followed
    if not (open_ or paragraph.shape is Shape.HEADING) or paragraph.shape is Shape.ITEM:
        return None
    name = next((name for name, pattern in _LEAD_INS.items() if pattern.search(line)), None)
    if name == "neutral" and (_OTHER.search(line) or not open_ or not _BODY.search(line)):
        return None
    return name


def _lead(reading: Reading, index: int) -> str:
    """Return the words that lead into a list: a paragraph, or the last sentence of a long one."""
    span = reading.paragraphs[index].span
    if len(span) > _LONGEST_LEAD:
        span = reading.sentences_of(index)[-1].span
    return span.slice(reading.text)


def _items_below(reading: Reading, index: int) -> list[Paragraph]:
    """Collect the items under a lead-in: all with a glyph, or, without, all that end like items."""
    first = index + 1
    if first < len(reading.paragraphs) and reading.paragraphs[first].shape is Shape.ITEM:
        return _while(reading, first, glyph=True)
    lead = _lead(reading, index)
    colon = lead.endswith(":")
    alone = colon and any(_LEAD_INS[name].search(lead) for name in ("improvement", "strength"))
    items = _while(reading, first, glyph=False, alone=alone)
    followed = first + len(items) < len(reading.paragraphs)
    if items and followed and _SECTION.match(items[-1].span.slice(reading.text)):
        items = items[:-1]
    return items if colon or len(items) > 1 else []


def _while(reading: Reading, first: int, *, glyph: bool, alone: bool = False) -> list[Paragraph]:
    """Take paragraphs as long as they are items of one list; `alone` lets it be a single sentence."""
    out: list[Paragraph] = []
    for paragraph in islice(reading.paragraphs, first, None):
        text = paragraph.span.slice(reading.text)
        if glyph != (paragraph.shape is Shape.ITEM) or len(text) > _LONGEST_ITEM:
            break
        last = out[-1].span.slice(reading.text) if out else ""
        if not glyph and (
            not _ends_like_item(text, last, alone=alone) or text[0] in "“\"‘'" or _opens_section(text)
        ):
            break
        out.append(paragraph)
        if not glyph and text.endswith("."):
            break
    return out


def _opens_section(text: str) -> bool:
    """Say whether a line is the head of the next list."""
    return _SECTION.match(text) is not None and any(pattern.search(text) for pattern in _LEAD_INS.values())


def _ends_like_item(text: str, last: str, *, alone: bool) -> bool:
    """Say whether a line without a glyph can be an item: no sentence, or the last after semicolons."""
    if text.endswith((";", "; and", ",", ", and")):
        return True
    if text.endswith(("”", '"', ":", "?", "!")):
        return False
    closes = (
        last.endswith((" and", ";"))
        and len(text) <= _LONGEST_CLOSING
        and not any(mark in text for mark in '“":')
    )
    return not text.endswith(".") or (bool(last) and text[0].islower()) or (alone and not last) or closes


def _classified(reading: Reading, index: int, group: str, items: list[Paragraph]) -> Iterator[Item]:
    """Give each item the lead-in's polarity; under a neutral one, its own."""
    lead = reading.paragraphs[index].span
    spans = [trimmed(reading.text, paragraph.span) for paragraph in items]
    usual = _usual(polarity(span.slice(reading.text)) for span in spans)
    for span in spans:
        text = span.slice(reading.text)
        if len(text.split()) < _FEWEST_WORDS or is_area_or_grade(reading.text, span):
            continue
        kind = Polarity(group) if group != "neutral" else (polarity(text) or usual)
        yield Item(span, kind, f"list-{group}", lead)


def _usual(found: Iterable[Polarity | None]) -> Polarity:
    """Return what most of a list's items are."""
    counted = Counter(polarity for polarity in found if polarity is not None)
    return (
        Polarity.IMPROVEMENT
        if counted[Polarity.IMPROVEMENT] > counted[Polarity.STRENGTH]
        else Polarity.STRENGTH
    )


def trimmed(text: str, span: Span) -> Span:
    """Leave an item's marks, closing semicolon, full stop or `; and` out."""
    words_ = span.slice(text).rstrip()
    start, end = span.start, span.start + len(words_)
    if words_[:1] in '“"' and words_[-1:] in '”"' and not any(mark in words_[1:-1] for mark in '“”"'):
        start, end = start + 1, end - 1
    closing = _TRIM.search(text[start:end])
    return Span(start, start + closing.start() if closing else end)


def is_area_or_grade(text: str, span: Span) -> bool:
    """Say whether an item is no finding but an area's name or its grade."""
    words_ = span.slice(text)
    if _GRADE_END.search(words_):
        return True
    mentions = area_mentions(text, span.start, span.end)
    return sum(len(m.span) for m in mentions) >= len(words_) - len("the and of ")
