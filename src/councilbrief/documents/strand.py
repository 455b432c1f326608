"""A text under repair that never forgets which characters of the file it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from councilbrief.documents.document import TextMap
from councilbrief.provenance import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Strand:
    """Characters, and for each the range of the file that it came from."""

    text: str
    map: TextMap

    @classmethod
    def whole(cls, text: str, start: int = 0) -> Strand:
        """Start from a file's text as it is, or from a part of it and where that begins."""
        places = TextMap()
        places.add(len(text), start, start + len(text))
        return cls(text, places)

    def replace(self, pattern: re.Pattern[str], repair: Callable[[re.Match[str]], str | None]) -> Strand:
        """Replace each match by what `repair` returns; None leaves it as it is.

        What is new stands for the whole match, or character by character if it is as long.
        """
        texts: list[str] = []
        places = TextMap()
        done = 0
        for match in pattern.finditer(self.text):
            new = repair(match)
            if new is None:
                continue
            texts += [self.text[done : match.start()], new]
            places.take(self.map, done, match.start())
            origin = self.map.original(Span(match.start(), match.end()))
            places.add(len(new), origin.start, origin.end)
            done = match.end()
        if not done:
            return self
        texts.append(self.text[done:])
        places.take(self.map, done, len(self.text))
        return Strand("".join(texts), places)

    def cut(self, start: int, end: int) -> Strand:
        """Return the part between two places."""
        places = TextMap()
        places.take(self.map, start, end)
        return Strand(self.text[start:end], places)

    def original(self) -> Span:
        """Return the range of the file that the whole strand stands for."""
        return self.map.original(Span(0, len(self.text)))


def join(strands: Iterable[Strand], by: str) -> Strand:
    """Join strands by a character that stands for the gap between them in the file."""
    texts: list[str] = []
    places = TextMap()
    for strand in strands:
        if texts:
            texts.append(by)
            last = places.ends[-1] if places.ends else 0
            places.add(len(by), last, strand.map.starts[0] if strand.map.starts else last)
        texts.append(strand.text)
        places.take(strand.map, 0, len(strand.text))
    return Strand("".join(texts), places)
