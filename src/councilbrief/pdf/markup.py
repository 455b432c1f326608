"""Inlines to runs of type: the one place that decides how words, references, links and grades look."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from councilbrief.briefing.blocks import Cite, Inline, Link, Pill, Slice, Statement, Strong, Text, inline_text
from councilbrief.pdf.glyphs import printed
from councilbrief.pdf.style import CITE_SHARE, NAVY, PILL_SHARE, PILLS, PillLook, Type
from councilbrief.pdf.unbroken import NO_BREAK, whole_dates


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


def anchor(number: int) -> str:
    """Return the key of the anchor at an entry of the list of sources."""
    return f"source-{number}"


def plain(text: str, kind: Type) -> tuple[Run, ...]:
    """Set a text that has no parts."""
    return (Run(whole_dates(printed(text)), kind),)


def statements(said: Iterable[Statement], kind: Type, anchors: Collection[str]) -> tuple[Run, ...]:
    """Set statements one after another; a reference is a link where its anchor exists."""
    runs: list[Run] = []
    for number, statement in enumerate(said):
        if number:
            runs.append(Run(" ", kind))
        runs.extend(inlines(statement.inlines, kind, anchors))
    return tuple(runs)


def inlines(parts: Iterable[Inline], kind: Type, anchors: Collection[str]) -> Iterator[Run]:
    """Set the inlines of a statement."""
    for part in parts:
        match part:
            case Text() | Slice():
                yield from plain(inline_text(part), kind)
            case Strong(text=text):
                yield from plain(text, kind.bold)
            case Link(text=text, url=url):
                address = _address(url)
                look = replace(kind, colour=NAVY) if address else kind
                yield Run(printed(text), look, address)
            case Pill(grade=grade, text=text):
                pill = PILLS[grade]
                look = replace(kind.bold, size=kind.size * PILL_SHARE, colour=pill.ink)
                yield Run(printed(text).strip(" "), look, pill=pill)
            case Cite(numbers=numbers):
                yield from _cite(numbers, kind, anchors)


def _cite(numbers: tuple[int, ...], kind: Type, anchors: Collection[str]) -> Iterator[Run]:
    """Set references small; a space that does not break keeps the first with what it supports."""
    look = replace(kind.bold, size=kind.size * CITE_SHARE, colour=NAVY)
    for position, number in enumerate(numbers):
        yield Run(" " if position else NO_BREAK, look)
        key = anchor(number)
        yield Run(f"[{number}]", look, f"#{key}" if key in anchors else None)


def _address(url: str) -> str | None:
    """Return a web address that may be a link: http or https, with a host, in printable ASCII."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    clean = url.isascii() and url.isprintable() and not set(' "<>\\^`{|}') & set(url)
    return url if usable and clean else None
