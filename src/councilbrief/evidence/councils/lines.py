"""A line of text cut into words, as the names of councils are looked for in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from councilbrief.evidence.words import phrases

PAPERS = frozenset(phrases("councils", "papers"))
LONGEST_MASTHEAD = 6
LONGEST_HEADING = 16
SHORTEST_HEADING_WORD = 4
CAPITALISED_HEADING = 0.7

_WORD = re.compile(r"[^\W_]+|&")


class Word(NamedTuple):
    """A word of a line: where it stands, its plain form, and whether it has a capital."""

    start: int
    end: int
    plain: str
    capital: bool


class Line:
    """One line of a text, cut into words."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """Cut the line between two places of a text."""
        self.text, self.start, self.end = text, start, end
        self.words = [
            Word(*m.span(), "and", capital=True)
            if (word := m[0]) == "&"
            else Word(*m.span(), word.casefold(), word[0].isupper())
            for m in _WORD.finditer(text, start, end)
        ]
        long = [word for word in self.words if word.end - word.start >= SHORTEST_HEADING_WORD]
        capitals = sum(word.capital for word in long)
        sentence = text[start:end].endswith(".") or not self.words or not self.words[0].capital
        short = len(self.words) <= LONGEST_HEADING and not sentence
        self.heading = short and bool(long) and capitals >= CAPITALISED_HEADING * len(long)
        self.masthead = len(self.words) <= LONGEST_MASTHEAD and any(
            word.capital and word.plain in PAPERS for word in self.words
        )

    def between(self, left: int, right: int) -> str:
        """Return what stands between two neighbouring words."""
        return self.text[self.words[left].end : self.words[right].start]

    def joined(self, left: int, right: int, gap: re.Pattern[str]) -> bool:
        """Say whether both words exist and nothing but `gap` parts them."""
        if left < 0 or right >= len(self.words):
            return False
        return gap.fullmatch(self.between(left, right)) is not None
