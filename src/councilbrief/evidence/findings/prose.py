"""Prose: which lines of a text are sentences that can tell what was found, and which only head them."""

from __future__ import annotations

import re

from councilbrief.documents.document import Paragraph, Shape
from councilbrief.evidence.findings.verbs import is_clause
from councilbrief.evidence.texts.reading import Sentence
from councilbrief.evidence.words import either

_ACTION = re.compile(rf"{either('findings', 'actions')}(?!\w)", re.IGNORECASE)
# `The letter says that staff are kind and that:`, above a list
_AND_THAT = re.compile(r"(?: that\b| how\b).{12,},? and(?: also)?(?: that)?:$")
_LONGEST_HEADLINE = 140
"""Characters of what may be a headline if no full stop ends it, whatever its look."""

_LONGEST_LABEL = 5
"""Words before a full stop that name what a paragraph is about."""

# `Inspectors said children are kept safe, but …`, in one line under a headline
_STANDFIRST = re.compile(
    r"(?:the )?(?:inspectors|ofsted|report|watchdog) (?:also )?(?:said|says?|found|finds?)\b(?!:)",
    re.IGNORECASE,
)
_LEAST_STANDFIRST = 12
"""Words of a line without a full stop that tells what was found; a headline is shorter."""

_LEAST_NUMBERED = 8
"""Words of a numbered paragraph that is one of prose."""


def is_label(text: str, sentence: Sentence, paragraph: Paragraph) -> bool:
    """Say whether a sentence only names what its paragraph is about: `Online harm. Not all …`."""
    span = sentence.span
    first = span.start == paragraph.span.start and span.end < paragraph.span.end
    return first and len(span.slice(text).split()) <= _LONGEST_LABEL and not is_clause(text, span)


def is_prose(paragraph: Paragraph, words_: str) -> bool:
    """Say whether a sentence is one of prose; so is that of a numbered paragraph."""
    if (words_.endswith(":") and not _AND_THAT.search(words_)) or _ACTION.match(words_):
        return False
    if paragraph.shape is Shape.HEADING and _STANDFIRST.match(words_):
        return len(words_.split()) >= _LEAST_STANDFIRST
    if len(words_) < _LONGEST_HEADLINE and words_.rstrip("’”'\"")[-1:].isalnum():
        return False
    long_ = words_.endswith(".") and len(words_.split()) >= _LEAST_NUMBERED
    return paragraph.shape is Shape.PROSE or (paragraph.shape is Shape.ITEM and long_)


def is_numbered_label(paragraph: Paragraph, words_: str) -> bool:
    """Say whether a numbered line only parts what is told: `2. Workers are sticking around`."""
    return paragraph.is_numbered and len(words_.split()) <= _LEAST_NUMBERED
