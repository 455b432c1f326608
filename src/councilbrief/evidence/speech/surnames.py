"""People called by their surname alone, once the text has named them in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize

from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either, phrases
from councilbrief.provenance import Span

_NOT_NAMES = frozenset(phrases("people", "not_names")) | frozenset(phrases("people", "openers"))
_SUFFIXES = frozenset(suffix.lower() for suffix in phrases("people", "suffixes"))
_PARTICLES = frozenset(phrases("people", "particles"))
_INITIAL = re.compile(r"[a-z]\.?")
# `the Smith report`, `John Smith`, `Smith Street`: the name of something or somebody else
_PART_OF_MORE = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?)|[A-ZÀ-Þ][\w’'-]*(?<!\b[A-Z])|\b[A-Z]\.) $")
_GOES_ON = re.compile(rf" (?!{either('people', 'days')}\b)[A-ZÀ-Þ]")
_NO_EDGE_BEFORE = re.compile(rf"[\w{VEIL}’'-]")
_NO_EDGE_BEHIND = re.compile(r"[\w-]")
_BEFORE = 24
"""Characters before a surname in which a longer name would begin."""


def surnames(names: Iterable[str]) -> frozenset[str]:
    """Return the surnames of full names, with and without their particles.

    >>> sorted(surnames(["Mary Ann van der Velde", "Paul Sample-Jones", "Hayes"]))
    ['Sample-Jones', 'Velde', 'van der Velde']
    """
    found = set()
    for name in names:
        words_ = [word for word in name.split() if word.rstrip(".").lower() not in _SUFFIXES]
        if len(words_) > 1 and words_[-1] not in _NOT_NAMES:
            found.add(words_[-1])
            first = next((n for n, word in enumerate(words_) if n and word in _PARTICLES), None)
            found |= {" ".join(words_[first:])} if first else set()
    return frozenset(found)


def unaccented(name: str) -> str:
    """Return a name without its accents."""
    return "".join(char for char in normalize("NFD", name) if not combining(char))


def level(name: str) -> str:
    """Return a name without what a text may leave out of it: initials in its middle, `Jr.`.

    >>> level("Paul D. Sample Jr.")
    'paul sample'
    """
    first, *others = name.lower().split()
    kept = (word for word in others if not _INITIAL.fullmatch(word) and word.rstrip(".") not in _SUFFIXES)
    return " ".join([first, *kept])


def bare_surnames(
    text: str, known: frozenset[str], taken: Coverage, starts: frozenset[int]
) -> Iterator[Span]:
    """Yield where a known surname stands for itself: `Smith said`, not `the Smith review`.

    `taken` are the places of other names, `starts` where sentences begin: a capital before
    the surname there may be any word's.
    """
    for span in _standing(text, known):
        if taken.meets(span) or _GOES_ON.match(text, span.end):
            continue
        before = _PART_OF_MORE.search(text[max(0, span.start - _BEFORE) : span.start])
        if before is None or span.start - len(before[0]) in starts:
            yield span


def _standing(text: str, names: Iterable[str]) -> Iterator[Span]:
    """Yield where names stand as whole words, the longer of two that begin at one place.

    Each text has its own names: to look for each of them is quicker than to compile a pattern.
    """
    plain = text.replace("’", "'")
    found = [span for name in names for span in _places(plain, name.replace("’", "'"))]
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            end = span.end
            yield span


def _places(text: str, name: str) -> Iterator[Span]:
    """Yield where a name stands as a whole word or several."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (_NO_EDGE_BEFORE.match(text, at - 1) if at else None) and not _NO_EDGE_BEHIND.match(text, end):
            yield Span(at, end)
        at = text.find(name, at + 1)
