"""Marks: quoted words closed up, so that no enumeration is cut within them, and opened again."""

from __future__ import annotations

import re

from councilbrief.evidence.texts.reading import Reading

_INNER = re.compile(r"[,;:]|(?<= )and(?= )")
_CLOSED = {"and": "ɐnd", ",": "‚", ";": "⁏", ":": "∶"}
_OPEN = {closed: plain for plain, closed in _CLOSED.items()}
_ANY = re.compile("|".join(_OPEN))


def closed_up(reading: Reading, text: str) -> str:
    """Put others for the marks and the `and` within quoted words, so that none is cut in two."""
    out, at = [], 0
    for quote in reading.quotes:
        inner = text[quote.span.start : quote.span.end]
        out += [text[at : quote.span.start], _INNER.sub(lambda match: _CLOSED[match[0]], inner)]
        at = quote.span.end
    return "".join([*out, text[at:]])


def opened(words_: str) -> str:
    """Give words back the marks that were closed up.

    >>> opened("“come ɐnd go”")
    '“come and go”'
    """
    return _ANY.sub(lambda match: _OPEN[match[0]], words_)
