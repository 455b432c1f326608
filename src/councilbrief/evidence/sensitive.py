"""Statements held back unless asked for: calls to resign, blame of a person or party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from councilbrief.evidence.words import either

_RESIGN = re.compile(rf"\b{either('sensitive', 'resignation')}\b", re.IGNORECASE)
_BLAME = re.compile(rf"\b{either('sensitive', 'blame')}\b", re.IGNORECASE)
_TARGET = re.compile(rf"\b{either('sensitive', 'targets')}\b", re.IGNORECASE)
# `Nobody is asking her to resign.`
_NEGATED = re.compile(r"\b(?:not|never|no|nobody|isn['’]t|won['’]t)\b[^.;]{0,30}$", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
# `Smith`, of `Smith’s plan`, or `O’Brien-Jones`
_NAME = re.compile(r"\w+(?:[’'-](?!s\b)\w+)*")

RESIGNATION = "calls for a resignation"
BLAME = "blames an identifiable person or party"


class Bystanders:
    """The people whom a document names, by their surnames."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names as the document gives them, full or not."""
        self._names = frozenset(names)
        self._surnames = Counter(name.split()[-1] for name in self._names)

    def named_in(self, words: str, speaker: str | None) -> bool:
        """Say whether words name one of them besides the speaker."""
        return any(self._surnames[name] > self._own(name, speaker) for name in _NAME.findall(words))

    def _own(self, surname: str, speaker: str | None) -> int:
        """Count the names with a surname that are the speaker's: one or none."""
        return int(speaker in self._names and speaker is not None and speaker.split()[-1] == surname)


NOBODY = Bystanders(())


def sensitivity(statement: str, named: Bystanders = NOBODY, speaker: str | None = None) -> str | None:
    """Say why a statement is held back, or None.

    `named` are the people whom the document names; that it names the speaker counts for nothing.

    >>> sensitivity("He has failed our children and he must go.")
    'calls for a resignation'
    >>> sensitivity("We know there is more to do.") is None
    True
    """
    sentences = _SENTENCE.findall(statement)
    if any(_calls_for_resignation(sentence) for sentence in sentences):
        return RESIGNATION
    if any(_blames(sentence, named, speaker) for sentence in sentences):
        return BLAME
    return None


def _calls_for_resignation(sentence: str) -> bool:
    resign = _RESIGN.search(sentence)
    return resign is not None and not _NEGATED.search(sentence[: resign.start()])


def _blames(sentence: str, named: Bystanders, speaker: str | None) -> bool:
    if _BLAME.search(sentence) is None:
        return False
    return _TARGET.search(sentence) is not None or named.named_in(sentence, speaker)
