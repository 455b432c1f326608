"""Quotation marks and apostrophes: the hand in which a page is written."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

KEPT, CURLY, STRAIGHT = "kept", "curly", "straight"
NESTED = re.compile(r"‘([^’]*)’")
OPENING = re.compile(r"(^|[\s(“\"–—])'")


@dataclass(frozen=True, slots=True)
class Marks:
    """How a statement is marked: an opening mark a paragraph (the last goes on), and what closes it.

    `each`: every paragraph is closed, not only the last.
    """

    opens: tuple[str, ...]
    closes: str
    each: bool = False

    def around(self, words: str, index: int, *, last: bool) -> str:
        """Set the marks of a statement's paragraph."""
        opened = self.opens[min(index, len(self.opens) - 1)]
        return f"{opened}{words}{self.closes if last or self.each else ''}"

    @property
    def single(self) -> bool:
        """Say whether nested marks have to be double."""
        return self.opens[0] in "‘'"


DOUBLE_CURLY = Marks(("“",), "”")
DOUBLE_STRAIGHT = Marks(('"',), '"')


@dataclass(frozen=True, slots=True)
class Hand:
    """How a page writes apostrophes and nested marks, and its statements in turn."""

    apostrophes: str
    statements: tuple[Marks, ...]

    def written(self, text: str) -> str:
        """Write the narrator's words."""
        if self.apostrophes == CURLY:
            return _curly(text)
        return _straight(text) if self.apostrophes == STRAIGHT else text

    def quoted(self, text: str, marks: Marks) -> str:
        """Write a statement's words, its nested marks unlike the outer ones."""
        if not marks.single:
            return self.written(text)
        nested = NESTED.sub(r"“\1”", _curly(text))
        return (
            _straight(nested).translate({ord("“"): '"', ord("”"): '"'}) if marks.opens[0] == "'" else nested
        )


def draw_hand(rng: random.Random, seeds: Hand) -> Hand:
    """Draw a hand, at times the seed's own."""
    if rng.random() < 0.2:
        return seeds
    each = rng.random() < 0.15
    kinds = {
        "curly": (Hand(CURLY, (Marks(("“",), "”", each),)), 30),
        "straight": (Hand(STRAIGHT, (Marks(('"',), '"', each),)), 30),
        "single curly": (Hand(CURLY, (Marks(("‘",), "’", each),)), 10),
        "single straight": (Hand(STRAIGHT, (Marks(("'",), "'", each),)), 5),
        "mixed": (Hand(rng.choice((KEPT, CURLY, STRAIGHT)), _mixed(rng)), 20),
        # The closing mark is lost: only the next paragraph shows where the statement ends.
        "unclosed": (Hand(KEPT, (Marks(("“",), ""),)), 5),
    }
    chosen = rng.choices(list(kinds), [weight for _, weight in kinds.values()])[0]
    return kinds[chosen][0]


def _mixed(rng: random.Random) -> tuple[Marks, ...]:
    return tuple(Marks((rng.choice('“"'), rng.choice('“"')), rng.choice('”"')) for _ in range(4))


def _curly(text: str) -> str:
    return OPENING.sub(r"\1‘", text).replace("'", "’")


def _straight(text: str) -> str:
    return text.replace("‘", "'").replace("’", "'")
