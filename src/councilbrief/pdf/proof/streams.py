"""The code of a page: every stroke, letter and picture of it must be inside one mark, well nested.

Viewers draw what stands outside, and no listener ever hears of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_TOKENS = re.compile(
    rb"<<(?:[^<>]|<[0-9A-Fa-f]*>)*>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|\[|\]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+",
    re.DOTALL,
)
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_PAINTS = frozenset({b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"EI"})
_MARKS, _MARK_END = frozenset({b"BDC", b"BMC"}), b"EMC"
_OPENS = {b"BT": b"ET", b"q": b"Q", **dict.fromkeys(_MARKS, _MARK_END)}
_CLOSES = frozenset(_OPENS.values())
_OURS = frozenset(b"BT ET Tf Tm Tj BDC BMC EMC q Q cm w d rg RG m l c h re f S B Do".split())
"""The operators that our pages use; with others, letters can be hidden, squeezed, or cut."""

_OPERAND = re.compile(rb"[-+.\d/<(\[\]]")
_DECORATION = frozenset({(b"/Artifact", b"BMC"), (b"<</Type/Pagination>>", b"BDC")})
_NUMBER = re.compile(rb"<</MCID (\d{1,9})>>")


Code = tuple[bytes, ...]
"""The code of a page, cut into its tokens."""


def tokens(code: bytes) -> Code:
    """Cut the code of a page."""
    return tuple(_TOKENS.findall(code))


def operators(code: Code) -> Iterator[str]:
    """Say which operators no page of ours uses, each once."""
    for token in sorted(set(code) - _OURS):
        if not _OPERAND.match(token):
            yield f"has “{token[:20].decode('latin-1')}” in the code of a page, which no briefing has"


def faults(code: Code, tags: Mapping[int, str]) -> Iterator[str]:
    """Say what is wrong with the code of a page, each thing once.

    `tags` gives the tag of the element that each of its marked sequences is in.
    """
    yield from dict.fromkeys((*_faults(code), *_marks(code, tags)))


def _faults(code: Code) -> Iterator[str]:
    open_: list[bytes] = []
    for token in code:
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


def _marks(code: Code, tags: Mapping[int, str]) -> Iterator[str]:
    """Say which marks are not those of their elements, or say more than which words are theirs."""
    for at, token in enumerate(code):
        if token not in _MARKS:
            continue
        name, said = code[max(at - 2, 0)], code[at - 1]
        number = _NUMBER.fullmatch(said)
        if number:
            tag = tags.get(int(number.group(1)))
            if tag is not None and name != b"/" + tag.encode():
                yield f"a mark says {name.decode('latin-1')}, and the tree of tags {tag}"
        elif (said, token) not in _DECORATION or (token == b"BDC" and name != b"/Artifact"):
            yield "a mark says more than which words are its own"


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
