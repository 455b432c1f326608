"""Leaning: sentences that are praise or blame as the one before was, like `This is so for babies, too`."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.words import either

_LEANING = re.compile(rf"{either('findings', 'leaning')}\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_NEAR = 30
"""Characters at the beginning of a sentence in which a denial turns it round."""


def leans(words_: str) -> bool:
    """Say whether a sentence says by itself neither praise nor blame, but that what was said holds for some.

    >>> leans("This is particularly the case for babies."), leans("This is a particular strength.")
    (True, False)
    """
    return _LEANING.match(words_) is not None


def leant(words_: str, before: Polarity | None) -> Polarity | None:
    """Say what such a sentence is after one that was `before`; None where it says that it is not so there.

    >>> leant("This is especially true of evenings.", Polarity.IMPROVEMENT)
    <Polarity.IMPROVEMENT: 'improvement'>
    >>> leant("This is not the case for babies.", Polarity.IMPROVEMENT) is None
    True
    """
    return None if _DENIED.search(words_[:_NEAR]) else before
