"""Statements that a council's briefing holds back unless asked: calls to resign, blame of a person or party."""

from __future__ import annotations

import re

from councilbrief.evidence.words import any_of, words

_WORDS = words("sensitive")
_RESIGN = re.compile(rf"\b{any_of(_WORDS['resignation'])}\b", re.IGNORECASE)
_BLAME = re.compile(rf"\b{any_of(_WORDS['blame'])}\b", re.IGNORECASE)
_TARGET = re.compile(rf"\b{any_of(_WORDS['targets'])}\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|no|nobody|isn['’]t|won['’]t)\b[^.;]{0,30}$", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")

RESIGNATION = "calls for a resignation"
BLAME = "blames an identifiable person or party"


def sensitivity(statement: str, names: tuple[str, ...] = ()) -> str | None:
    """Say why a statement is held back, or None.

    `names` are the people whom the document names besides the speaker.
    """
    sentences = _SENTENCE.findall(statement)
    if any(_calls_for_resignation(sentence) for sentence in sentences):
        return RESIGNATION
    if any(_blames(sentence, names) for sentence in sentences):
        return BLAME
    return None


def _calls_for_resignation(sentence: str) -> bool:
    resign = _RESIGN.search(sentence)
    return resign is not None and not _NEGATED.search(sentence[: resign.start()])


def _blames(sentence: str, names: tuple[str, ...]) -> bool:
    target = _TARGET.search(sentence) is not None or any(name in sentence for name in names)
    return target and _BLAME.search(sentence) is not None
