"""Authors: pages that a party, a union, a member or a paper writes in its own name, and not a council."""

from __future__ import annotations

import re

from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either

_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Oo]urs|us|I|[Mm]y)\b")
_NO_COUNCIL = re.compile(rf"\b{either('findings', 'authors')}\b", re.IGNORECASE)
_FEWEST = 3
"""Sentences that show whose page it is."""

_SHARE = 5
"""One sentence of so many must be in the author's own name."""


def is_of_others(reading: Reading, text: str) -> bool:
    """Say whether the author of a text, whose statements are veiled, is “we” and no council."""
    sentences = [sentence.span.slice(text) for sentence in reading.sentences]
    own = [one for one in sentences if _FIRST_PERSON.search(one)]
    if len(own) < _FEWEST or len(own) * _SHARE < len(sentences):
        return False
    return any(_NO_COUNCIL.search(one) for one in sentences)
