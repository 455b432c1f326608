"""The head of a page: its first paragraphs, and dates that it sets in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from councilbrief.documents.document import Paragraph
from councilbrief.evidence.texts.reading import Reading

HEAD = 7
"""Paragraphs at the head of a page, but for labels, in which it says when it was published."""

_LONGEST_HEAD, _LABEL_WORDS = 20, 2
"""Paragraphs at the head with its labels, and the words that one of these has at most."""

_WORDS = re.compile(r"[^\W\d_]{2,}")


def head(reading: Reading) -> list[Paragraph]:
    """Return the first paragraphs of a page; labels, as of menus and of the weather, do not count."""
    found: list[Paragraph] = []
    said = 0
    for paragraph in reading.paragraphs[:_LONGEST_HEAD]:
        said += len(_WORDS.findall(paragraph.span.slice(reading.text))) > _LABEL_WORDS
        if said > HEAD:
            break
        found.append(paragraph)
    return found


def in_pieces(lines: Iterable[str]) -> Iterator[str]:
    """Yield as one line what a page sets word by word: `28`, `June` and `2017` in paragraphs of their own.

    >>> list(in_pieces(["News", "28", "June", "2017", "A good day for Norchester"]))
    ['News 28 June 2017']
    """
    for single, pieces in groupby(lines, lambda line: " " not in line):
        if single:
            yield " ".join(pieces)
