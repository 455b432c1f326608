"""A text under repair that never forgets which characters of the file it stands for."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from councilbrief.documents.document import TextMap
from councilbrief.provenance import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable


_numbers = array("I")


def counted(count: int) -> array[int]:
    """Return at least the first so many numbers; they are counted once and only ever copied."""
    if len(_numbers) < count:
        _numbers.extend(range(len(_numbers), count))
    return _numbers


@dataclass(frozen=True, slots=True)
class Strand:
    """Characters, and for each the range of the file that it came from."""

    text: str
    map: TextMap

    @classmethod
    def whole(cls, text: str) -> Strand:
        """Start from a file's text as it is."""
        numbers = counted(len(text) + 1)
        return cls(text, TextMap(numbers[: len(text)], numbers[1 : len(text) + 1]))

    def replace(self, pattern: re.Pattern[str], repair: Callable[[re.Match[str]], str | None]) -> Strand:
        """Replace each match by what `repair` returns; None leaves it as it is.

        Each new character stands for the whole match.
        """
        texts: list[str] = []
        starts, ends = array("I"), array("I")
        done = 0
        for match in pattern.finditer(self.text):
            new = repair(match)
            if new is None:
                continue
            texts += [self.text[done : match.start()], new]
            starts.extend(self.map.starts[done : match.start()])
            ends.extend(self.map.ends[done : match.start()])
            origin = self.map.original(Span(match.start(), match.end()))
            starts.extend([origin.start] * len(new))
            ends.extend([origin.end] * len(new))
            done = match.end()
        if not done:
            return self
        texts.append(self.text[done:])
        starts.extend(self.map.starts[done:])
        ends.extend(self.map.ends[done:])
        return Strand("".join(texts), TextMap(starts, ends))

    def cut(self, start: int, end: int) -> Strand:
        """Return the part between two places."""
        return Strand(self.text[start:end], TextMap(self.map.starts[start:end], self.map.ends[start:end]))

    def original(self) -> Span:
        """Return the range of the file that the whole strand stands for."""
        return self.map.original(Span(0, len(self.text)))


def join(strands: Iterable[Strand], by: str) -> Strand:
    """Join strands by a character that stands for the gap between them in the file."""
    texts: list[str] = []
    starts, ends = array("I"), array("I")
    for strand in strands:
        if texts:
            texts.append(by)
            last = ends[-1] if ends else 0
            starts.append(last)
            ends.append(strand.map.starts[0] if strand.map.starts else last)
        texts.append(strand.text)
        starts.extend(strand.map.starts)
        ends.extend(strand.map.ends)
    return Strand("".join(texts), TextMap(starts, ends))
