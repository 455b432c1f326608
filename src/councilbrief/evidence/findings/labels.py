"""Labels: the lines that stand above a list (or, seldom, below it) and say what its items are."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from councilbrief.documents.document import Shape
from councilbrief.evidence.findings.items import LONGEST_LABEL, quoted_below, sort_of, stands_above
from councilbrief.evidence.findings.leads import Lead, is_no_lead, lead, paired
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words.edges import edged
from councilbrief.provenance import Span

# `In particular:`, `They include:`
_GOES_ON = re.compile(
    r"(?:(?:more |most )?(?:in particular|specifically|particularly|notably|namely|especially|above all)"
    r"|(?:for|as) (?:example|instance)|among (?:them|these|those|other things)(?: (?:are|were|is|was))?"
    r"|(?:they|these|those|it|examples|this|which) (?:include[sd]?|are|were|is|was)"
    r"|including|such as|as follows|here are (?:some|a few|the main ones)(?: of (?:them|these))?"
    r"|(?:these|those|they|some) are (?:among|some of|a few of) (?:them|these)):?",
    re.IGNORECASE,
)
_LONGEST_LEAD = 260
_NEAR = 16
"""Paragraphs before and after a label among which its contrary is looked for."""

# what somebody said leads into nothing
_CLOSED_SPEECH = ("”", '"', ".’", ".'", "?’", "?'", "!’", "!'", ",’", ",'")
_QUOTED_FROM = edged("lists", "quoted_from")
_COUNTED_BACK = edged("lists", "counted_back")
_FEWEST_ITEMS = 2
_OPEN_ENDS = (":", ":-", "–", "include", "including", "that", "?")


def leads(reading: Reading, index: int) -> Lead | None:
    """Say which kind of list a paragraph leads into, None if none."""
    paragraph = reading.paragraphs[index]
    line = line_of(reading, index)
    if _is_no_label(line) or (paragraph.shape is Shape.ITEM and not stands_above(reading, index)):
        return None
    quoted = _quotes_below(reading, index)
    open_ = quoted or line.endswith(_OPEN_ENDS) or _is_item(reading, index + 1)
    if not (open_ or (paragraph.shape is Shape.HEADING and _is_in_story(reading, index))):
        return None
    kind = lead(line) or _paired(reading, index)
    if kind in {None, Lead.NEUTRAL} and quoted and not is_no_lead(line):
        return Lead.NEUTRAL
    if kind is Lead.NEUTRAL and not open_:
        return None
    above = _label_above(reading, index) if kind in {None, Lead.NEUTRAL} and line.endswith(":") else None
    return above or kind


def _is_no_label(line: str) -> bool:
    """Say whether a line cannot lead in: what somebody said, a row of a table, a sentence that is closed."""
    closed = line.endswith(".") and (": " in line or len(line.split()) > LONGEST_LABEL)
    return "\t" in line or line.endswith(_CLOSED_SPEECH) or closed


def _paired(reading: Reading, index: int) -> Lead | None:
    """Return what a label leads into that says so only beside its contrary: `Good`, above or below `Bad`."""
    own = paired(line_of(reading, index))
    if own is None:
        return None
    for paragraph in islice(reading.paragraphs, max(index - _NEAR, 0), index + _NEAR):
        line = paragraph.span.slice(reading.text)
        if paragraph.shape is not Shape.ITEM and len(line.split()) <= LONGEST_LABEL:
            other = paired(line) or lead(line)
            if other not in {None, Lead.NEUTRAL, own}:
                return own
    return None


def _quotes_below(reading: Reading, index: int) -> bool:
    """Say whether whole quoted paragraphs stand under a label that names who is quoted."""
    line = line_of(reading, index)
    label = len(line.split()) <= LONGEST_LABEL and _QUOTED_FROM.search(line.lower()) is not None
    return label and bool(quoted_below(reading, index + 1))


def told_below(reading: Reading, first: int) -> tuple[Lead, list[Span]] | None:
    """Return the items from `first` on, with what a line under them says they are; None if none does.

    `• Visits • Plans` and then `are among the recommendations`.
    """
    if not first or reading.paragraphs[first - 1].shape is Shape.ITEM:
        return None
    glyph = sort_of(reading.paragraphs[first])
    below = islice(reading.paragraphs, first, None)
    items = list(takewhile(lambda one: one.shape is Shape.ITEM and sort_of(one) == glyph, below))
    after = first + len(items)
    if after == len(reading.paragraphs) or len(items) < _FEWEST_ITEMS:
        return None
    line = reading.sentences_of(after)[0].span.slice(reading.text)
    kind = lead(line) if _COUNTED_BACK.match(line.lower()) else None
    if kind is None or kind.polarity is None or is_no_lead(line_of(reading, first - 1)):
        return None
    return kind, [item.span for item in items]


def _label_above(reading: Reading, index: int) -> Lead | None:
    """Return what the label over a lead-in leads into: `Strengths` over `The report said:`."""
    own = line_of(reading, index)
    above = reading.paragraphs[max(index - 1, 0)]
    if index == 0 or len(own.split()) > LONGEST_LABEL or is_no_lead(own) or above.shape is Shape.ITEM:
        return None
    line = above.span.slice(reading.text)
    label = above.shape is Shape.HEADING or line.endswith("?")
    return lead(line) if label and len(line.split()) <= LONGEST_LABEL else None


def _is_in_story(reading: Reading, index: int) -> bool:
    """Say whether prose stands before a heading: then it is no headline."""
    return any(paragraph.shape is Shape.PROSE for paragraph in islice(reading.paragraphs, index))


def _is_item(reading: Reading, index: int) -> bool:
    return index < len(reading.paragraphs) and reading.paragraphs[index].shape is Shape.ITEM


def line_of(reading: Reading, index: int) -> str:
    """Return the words that lead into a list: a paragraph, or the last sentence of a long one.

    `In particular:` says nothing by itself; the sentence before it leads in.
    """
    span = reading.paragraphs[index].span
    sentences = reading.sentences_of(index)
    last = sentences[-1].span
    if _GOES_ON.fullmatch(last.slice(reading.text)):
        before = sentences[-2:-1] or (reading.sentences_of(index - 1)[-1:] if index else ())
        return f"{before[0].span.slice(reading.text).rstrip('.')}:" if before else last.slice(reading.text)
    return (last if len(span) > _LONGEST_LEAD else span).slice(reading.text)
