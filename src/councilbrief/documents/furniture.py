"""What stands on the pages of a PDF and is no part of its story: running heads, feet, numbers, footnotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from councilbrief.documents.pages import Line, Page, Paged

_BAND = 0.1
"""Of the page's height: running heads and feet stand no further from its edge."""

_PAGES = 3
"""On so many pages at least a running head stands, of a document that has more."""

_SAME_PLACE = 6.0
"""Points by which the place of a running head may differ between pages."""

_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: of \d{1,4})?", re.IGNORECASE)
_NOTE = re.compile(r"(?:\d{1,2}|[*†‡])(?=\D|$)")
_TENTHS = 10
_TINY = 0.85
"""Of the size of the body: what is set so small at the edge of a page runs over all of them."""

_SMALL = 0.93
"""Of the size of the body: notes are set smaller."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines of a document's story, page by page, and the others with the rule that takes each out."""

    story: tuple[tuple[int, list[Line]], ...]
    furniture: tuple[tuple[Line, str], ...]


def parted(paged: Paged, body: float) -> Parted:
    """Part the story from the furniture; `body` is the height of the font that most of it is set in."""
    edges = [[line for line in page.lines if _edge(line, page)] for page in paged.pages]
    running = _running(paged, edges)
    story: list[tuple[int, list[Line]]] = []
    furniture: list[tuple[Line, str]] = []
    for page, edge in zip(paged.pages, edges, strict=True):
        ruled = ((line, _in_margin(line, page, paged.text, running, body)) for line in edge)
        out = {line: rule for line, rule in ruled if rule}
        lines = [line for line in page.lines if line not in out] if out else list(page.lines)
        notes = set(_notes(lines, page, paged.text, body))
        furniture += [*out.items(), *((note, "footnote") for note in notes)]
        story.append((page.number, [line for line in lines if line not in notes] if notes else lines))
    return Parted(tuple(story), tuple(furniture))


def body_size(paged: Paged) -> float:
    """Return the height of the font that most of the document is set in, 0 without any text."""
    sizes: defaultdict[int, int] = defaultdict(int)
    for page in paged.pages:
        for line in page.lines:
            sizes[int(_TENTHS * line.size + 0.5)] += line.end - line.start
    return max(sizes, key=lambda size: (sizes[size], size), default=0) / _TENTHS


def _signature(line: Line, text: str) -> str:
    """Return what a running line has in common on all pages."""
    return " ".join(_NUMBERS.sub("0", text[line.start : line.end]).casefold().split())


def _edge(line: Line, page: Page) -> bool:
    return line.top < page.height * _BAND or line.bottom > page.height * (1 - _BAND)


def _running(paged: Paged, edges: Sequence[Sequence[Line]]) -> frozenset[tuple[str, int]]:
    """Return the texts that stand at the same place near the edge of several pages, with these pages."""
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for page, edge in zip(paged.pages, edges, strict=True):
        for line in edge:
            seen[_signature(line, paged.text)].append((page.number, line.bottom))
    least = _PAGES if len(paged.pages) > _PAGES else 2
    out: set[tuple[str, int]] = set()
    for signature, places in seen.items():
        for number, bottom in places:
            near = {other for other, at in places if abs(at - bottom) < _SAME_PLACE}
            if len(near) >= least:
                out.add((signature, number))
    return frozenset(out)


def _in_margin(
    line: Line, page: Page, text: str, running: frozenset[tuple[str, int]], body: float
) -> str | None:
    if _PAGE_NUMBER.fullmatch(text[line.start : line.end].strip()):
        return "page-number"
    if page.number > 1 and line.size < body * _TINY:
        return "running-head"
    return "running-head" if (_signature(line, text), page.number) in running else None


def _notes(story: Sequence[Line], page: Page, text: str, body: float) -> Iterator[Line]:
    """Yield the small lines at the foot of a page from the first note on that a mark above refers to."""
    if not any(line.size <= body * _SMALL for line in story):
        return
    lowest = sorted(story, key=lambda line: line.bottom)
    small: list[Line] = []
    for line in lowest:
        if line.size > body * _SMALL and not _NOTE.fullmatch(text[line.start : line.end]):
            break
        small.append(line)
    at_foot = {line.start for line in small}
    alone = [line for line in story if line.start not in at_foot and _is_mark(line, text, body)]
    marks = {text[line.start : line.end].strip() for line in alone}
    marks |= {
        _digits(text, at) for at in page.raised if not any(line.start <= at < line.end for line in small)
    }
    tops = [line.top for line in small if _opens_note(text[line.start : line.end].lstrip(), marks)]
    if tops:
        yield from alone
        yield from (line for line in small if line.bottom < max(tops))


def _is_mark(line: Line, text: str, body: float) -> bool:
    """Say whether a line is nothing but a small number, the mark behind a heading."""
    return line.size <= body * _SMALL and _NOTE.fullmatch(text[line.start : line.end].strip()) is not None


def _opens_note(words: str, marks: set[str]) -> bool:
    match = _NOTE.match(words)
    return match is not None and (match[0] in marks or not match[0].isdigit())


def _digits(text: str, at: int) -> str:
    match = _NUMBERS.match(text, at)
    return match[0] if match else ""
