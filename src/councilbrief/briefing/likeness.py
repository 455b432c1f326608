"""Whether two texts say the same: their words without case, marks and articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

ALIKE = 0.9
SHARED = 0.9
FEWEST_WORDS = 4
"""Fewer words are no part of a longer text, but chance."""

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
ARTICLES = frozenset(("a", "an", "the"))
# Two texts that differ in one of these say different things, however alike the rest.
TELLING_WORDS = frozenset(
    word
    for words in (
        "no not never none nor without too only until almost",
        "most mostly generally some all many few every",
        "always often sometimes usually rarely",
        "more less better worse poor good very",
    )
    for word in words.split()
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, marks and articles."""
    found = (word.replace("’", "'") for word in WORD.findall(text.casefold()))
    return tuple(word for word in found if word not in ARTICLES)


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two texts are the same or nearly, and differ in no word that turns the sense."""
    if one == other:
        return True
    first, second = frozenset(one), frozenset(other)
    union = first | second
    if not union or len(first & second) / len(union) < ALIKE:
        return False
    differing = first ^ second
    return not (differing & TELLING_WORDS or any(word.isdigit() for word in differing))


def same_in_part(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two texts are alike, or the shorter is cut from the longer and leaves out no telling word.

    >>> whole = words_of("The quality and frequency of visits to children so that visits are purposeful.")
    >>> same_in_part(words_of("the quality and frequency of visits to children"), whole)
    True
    """
    short, long = sorted((tuple(one), tuple(other)), key=len)
    if alike(short, long):
        return True
    if len(short) < FEWEST_WORDS or not cut_from(short, long):
        return False
    blocks = [
        block
        for block in SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
        if block.size
    ]
    first, last = blocks[0], blocks[-1]
    skipped = set(long[first.b : last.b + last.size]) - set(short)
    added = set(short) - set(long)
    return not TELLING_WORDS & (skipped | added)


def cut_from(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether nearly all words of the shorter text stand in the longer, in their order."""
    shorter = min(len(one), len(other))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return shorter > 0 and sum(block.size for block in blocks) / shorter >= SHARED
