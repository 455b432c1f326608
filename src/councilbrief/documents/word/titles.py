"""Which heading of a Word file is the title of what it tells."""

from __future__ import annotations

import re

TITLE, FIRST_HEADING = 0, 1
"""How surely a style makes a title; see `Styles.rank_as_title`."""

_FEWEST_WORDS = 3
"""Of a headline; what is shorter names a paper or a chapter."""

_SENTENCE = 80
"""Characters; what is longer, and no title, is the story."""

_KIND = re.compile(
    r"(?:(?:media|press|news) (?:release|statement)|(?:report|briefing|letter) (?:to|of|for)\b)",
    re.IGNORECASE,
)


class Titles:
    """The titles and first headings met so far."""

    def __init__(self) -> None:
        """Begin with none."""
        self._titles: list[str] = []
        self._headings: list[str] = []
        self._headline: str | None = None
        self._begun = False

    def note(self, words: str, rank: int | None) -> None:
        """Note a paragraph with its rank as a title, None for any other."""
        line = " ".join(words.split())
        if rank == TITLE:
            self._titles.append(line)
        elif rank == FIRST_HEADING:
            self._headings.append(line)
            if not self._begun and len(line.split()) >= _FEWEST_WORDS:
                self._headline = self._headline or line
        self._begun = self._begun or (rank is None and len(line) > _SENTENCE)

    @property
    def title(self) -> str | None:
        """Return the title that the styles tell, None where they tell none or several.

        Under a title that only says what kind of paper this is, the headline is the title.
        """
        if self._titles and _is_masthead(self._titles[0]) and self._headline is not None:
            return self._headline if len(self._headings) == 1 else None
        surest = self._titles or self._headings
        return surest[0] if len(surest) == 1 else None


def _is_masthead(title: str) -> bool:
    """Say whether a title names a paper or its kind: `Family News`, `Report to the Committee`."""
    return len(title.split()) < _FEWEST_WORDS or title.isupper() or _KIND.match(title) is not None
