"""Inlines to runs of type: the one place that decides how words, references, links and grades look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from councilbrief.briefing.blocks import Cite, Inline, Link, Pill, Slice, Statement, Strong, Text, inline_text
from councilbrief.pdf.look.faces import Face
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.style import LEAST_CITE, PillLook, Style, Type, pill_of
from councilbrief.pdf.look.unbroken import NO_BREAK, whole_dates
from councilbrief.pdf.targets import Targets, is_inward


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one type.

    `target` is a web address, or `#` and the key of an anchor in the document. `least`
    is the least width that each line of a pill takes up, in points.
    """

    text: str
    type: Type
    target: str | None = None
    pill: PillLook | None = None
    least: float = 0


def is_reference(run: Run) -> bool:
    """Say whether words lead to an entry of the list of sources."""
    return run.target is not None and is_inward(run.target)


def plain(text: str, kind: Type) -> tuple[Run, ...]:
    """Set a text that has no parts."""
    return (Run(whole_dates(printed(text)), kind),)


@dataclass(frozen=True, slots=True)
class Writer:
    """Sets inlines: it knows the style, and what references and links may lead to."""

    style: Style
    targets: Targets

    def statements(self, said: Iterable[Statement], kind: Type) -> tuple[Run, ...]:
        """Set statements one after another."""
        runs: list[Run] = []
        for number, statement in enumerate(said):
            if number:
                runs.append(Run(" ", kind))
            runs.extend(self.inlines(statement.inlines, kind))
        return tuple(runs)

    def inlines(self, parts: Iterable[Inline], kind: Type) -> Iterator[Run]:
        """Set the inlines of a statement."""
        for part in parts:
            match part:
                case Text() | Slice():
                    yield from plain(inline_text(part), kind)
                case Strong(text=text):
                    yield from plain(text, kind.bold)
                case Link(text=text, url=url):
                    address = self.targets.page(url)
                    look = replace(kind, colour=self.style.accent) if address else kind
                    yield Run(printed(text), look, address)
                case Pill(grade=grade, text=text):
                    pill = pill_of(grade, text)
                    look = replace(kind.bold, size=kind.size * self.style.pill_share, colour=pill.ink)
                    yield Run(printed(text).strip(), look, pill=pill)
                case Cite(numbers=numbers):
                    yield from self._cite(numbers, kind)

    def _cite(self, numbers: tuple[int, ...], kind: Type) -> Iterator[Run]:
        """Set references small; a space that does not break keeps the first with what it supports."""
        size = max(kind.size * self.style.cite_share, LEAST_CITE)
        look = replace(kind, face=Face.REGULAR, size=size, colour=self.style.accent)
        for position, number in enumerate(numbers):
            yield Run(" " if position else NO_BREAK, look)
            yield Run(f"[{number}]", look, self.targets.source(number))
