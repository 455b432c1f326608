"""How a page is laid out and what befell it: blank lines, line ends, lists and lost spaces."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

# A space between two words, where a page may have held a non-breaking one.
BETWEEN_WORDS = re.compile(r"(?<=[a-z,.]) (?=[A-Za-z])")
LOST = re.compile(r"[ \u00a0]*[€\u00a0][ \u00a0]*")


@dataclass(frozen=True, slots=True)
class Bullets:
    """How a list is set. Without a glyph its items are lines that end in semicolons.

    `lost` are the items (from 0) that lost their glyph and line: ` l ` is left of it.
    """

    glyph: str
    indent: str = ""
    end: str = ""
    last: str = ""
    penultimate: str | None = None
    lost: frozenset[int] = frozenset()

    def lines(self, items: Sequence[str]) -> list[str]:
        """Set the items, one a line where they kept it."""
        lines: list[str] = []
        for index, item in enumerate(items):
            ended = item + self._ending(index, len(items))
            if index and index in self.lost:
                lines[-1] += f" l {ended}"
            else:
                glyph = f"{index + 1}." if self.glyph == "1." else self.glyph
                lines.append(f"{self.indent}{glyph} {ended}" if glyph else ended)
        return lines

    def _ending(self, index: int, count: int) -> str:
        if index == count - 1:
            return self.last
        return self.penultimate if self.penultimate is not None and index == count - 2 else self.end


def draw_bullets(rng: random.Random, seeds: Bullets, *, lost: bool = False) -> Bullets:
    """Draw a way to set lists, at times the seed's own; `lost`: a glyph may have gone."""
    glyph = rng.choice((seeds.glyph, "--", "•", "-", "*", "–", "1.", ""))
    if not glyph:
        return Bullets("", end=";", last=".", penultimate="; and" if rng.random() < 0.5 else None)
    end = rng.choice((";", ".", "", seeds.end))
    missing = (
        frozenset({rng.randrange(1, 4)})
        if lost and end == "." and glyph != "1." and rng.random() < 0.6
        else frozenset()
    )
    return Bullets(glyph, rng.choice(("", "  ", seeds.indent)), end, rng.choice((end, ".")), lost=missing)


@dataclass(frozen=True, slots=True)
class Layout:
    """What goes between paragraphs and lines, and what was lost.

    `kept` leaves the seed's own damage in place; otherwise `lost` spaces of the page,
    chosen by `chance`, become `space`.
    """

    gap: str
    newline: str = "\n"
    final: str = ""
    kept: bool = True
    lost: int = 0
    space: str = "€"
    chance: int = 0

    def page(self, paragraphs: Sequence[str], fragile: Sequence[bool]) -> bytes:
        """Set a page; only `fragile` paragraphs lose spaces."""
        texts = self._worn(paragraphs, fragile) if self.lost else list(paragraphs)
        return (self.gap.join(texts) + self.final).replace("\n", self.newline).encode()

    def _worn(self, paragraphs: Sequence[str], fragile: Sequence[bool]) -> list[str]:
        rng = random.Random(self.chance)  # noqa: S311 - nothing secret hangs on it
        texts = list(paragraphs)
        for _ in range(self.lost):
            index = rng.choice([index for index, breaks in enumerate(fragile) if breaks])
            spaces = list(BETWEEN_WORDS.finditer(texts[index]))
            if spaces:
                at = rng.choice(spaces).start()
                instead = self.space if rng.random() < 0.7 else f" {self.space}"
                texts[index] = texts[index][:at] + instead + texts[index][at + 1 :]
        return texts


def draw_layout(rng: random.Random) -> Layout:
    """Draw a layout with or without damage."""
    return Layout(
        gap=rng.choice(("\n", "\n\n", "\n\n")),
        newline=rng.choice(("\n", "\n", "\r\n")),
        final=rng.choice(("", "\n")),
        kept=False,
        lost=rng.choice((0, 0, 1, 3, 8)),
        space=rng.choice(("€", "\u00a0")),
        chance=rng.randrange(1 << 30),
    )


def healed(text: str) -> str:
    """Put lost spaces back, one for each."""
    return LOST.sub(" ", text)
