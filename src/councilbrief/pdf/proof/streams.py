"""The code of a page: every stroke, letter and picture of it must be inside one mark, well nested.

Viewers draw what stands outside, and no listener ever hears of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKENS = re.compile(
    rb"<<(?:[^<>]|<[0-9A-Fa-f]*>)*>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|\[|\]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+",
    re.DOTALL,
)
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_PAINTS = frozenset({b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"EI"})
_MARKS, _MARK_END = frozenset({b"BDC", b"BMC"}), b"EMC"
_OPENS = {b"BT": b"ET", b"q": b"Q", **dict.fromkeys(_MARKS, _MARK_END)}
_CLOSES = frozenset(_OPENS.values())


def faults(code: bytes) -> Iterator[str]:
    """Say what is wrong with the code of a page, each thing once."""
    yield from dict.fromkeys(_faults(code))


def _faults(code: bytes) -> Iterator[str]:
    open_: list[bytes] = []
    for found in _TOKENS.finditer(code):
        token = found.group()
        if token in _OPENS:
            yield from _opening(token, open_)
            open_.append(_OPENS[token])
        elif token in _CLOSES:
            if not open_ or open_.pop() != token:
                yield "texts and marks are not nested"
                return
        elif token in _SHOWS or token in _PAINTS:
            yield from _drawing(token, open_)
    if open_:
        yield "a text or a mark does not end"


def _opening(token: bytes, open_: list[bytes]) -> Iterator[str]:
    if token in _MARKS and _MARK_END in open_:
        yield "a mark begins inside another"
    if token == b"BT" and b"ET" in open_:
        yield "a text begins inside another"


def _drawing(token: bytes, open_: list[bytes]) -> Iterator[str]:
    if token in _SHOWS and b"ET" not in open_:
        yield "words stand outside a text"
    if _MARK_END not in open_:
        yield "words stand outside the tags" if token in _SHOWS else "something is drawn outside the tags"
