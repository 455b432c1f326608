"""The day that stands before the first words of a story: `LONDON, 17 April 2025 – Ofsted has …`."""

from __future__ import annotations

import re

from councilbrief.documents.document import Paragraph
from councilbrief.evidence.dates import DateMention, dates
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either

# `LONDON, `, `Barnet (`, `(Published ` or nothing before the day
_BEFORE = re.compile(
    rf"\W*(?:(?P<label>(?i:date|{either('pages', 'labelled')})(?: on)?:?) \(?"
    r"|(?!(?i:on|in|by|at|from|since|until|before|after|between|to)\b)"
    r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}(?:, | \())?"
)
# ` – `, `) — `, ` (Newswire) - ` behind it
_STORY_BEGINS = re.compile(r"\)?(?: \([^()]{2,30}\))?(?:: | ?[–—|-] ?(?=\W*[A-Z]))")
_STORY_FOLLOWS = re.compile(r"\)? (?=[A-Z])")
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"[\d/.-]+")
_HEAD = 70
"""Characters at the head of a paragraph in which its day can stand."""


def opening_days(reading: Reading) -> tuple[tuple[Paragraph, DateMention], ...]:
    """Return the paragraphs that open with a day apart from their first sentence; several are a history."""
    found = ((paragraph, _day(reading, paragraph)) for paragraph in reading.paragraphs)
    return tuple((paragraph, day) for paragraph, day in found if day is not None)


def _day(reading: Reading, paragraph: Paragraph) -> DateMention | None:
    """Return the day that a paragraph opens with, apart from its first sentence."""
    text, start = reading.text, paragraph.span.start
    end = min(paragraph.span.end, start + _HEAD)
    mention = next(iter(dates(text, start, end)), None) if _DIGIT.search(text, start, end) else None
    if mention is None or not mention.has_days or mention.start != mention.end:
        return None
    lead = _BEFORE.fullmatch(text, start, mention.span.start)
    if lead is None:
        return None
    plain = lead["label"] or _NUMERIC.fullmatch(mention.span.slice(text))
    follows = plain and _STORY_FOLLOWS.match(text, mention.span.end)
    return mention if follows or _STORY_BEGINS.match(text, mention.span.end) else None
