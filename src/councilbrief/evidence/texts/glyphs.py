"""Glyphs of quotation: which characters are marks, whether each opens or closes, which are apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """The two families of marks; straight and curly ones of a family stand for each other."""

    DOUBLE = "double"
    SINGLE = "single"


DOUBLES = frozenset('“”"„‟«»')
SINGLES = frozenset("‘’'‚‛`´")
_OPENERS = frozenset("“‘„‚«‛")
_CLOSERS = frozenset("”’»")
_TYPED_TWICE = "''"
"""Two single marks for one double mark, as a typewriter has them: `"It is slow''`."""

_GRAVES = "``"
"""They open what two single marks close."""

MARKS = {Mark.DOUBLE: re.compile("[“”\"„‟«»]|''"), Mark.SINGLE: re.compile("[‘’'‚‛`´]")}
_BEFORE_OPENING = frozenset(" \t\n([{—–-:/“\"‘'…")
_AFTER_CLOSING = frozenset(" \t\n)]}—–-:;,.!?/”\"’'…")
_LONGEST_TERM = 60
"""Characters; a plural's apostrophe later than that closes nothing."""

# `an’ all`, `o’ course`, `lookin’ for`: the mark stands for a letter.
_ELIDED = re.compile(r"\b(?:an|o|th|wi|t|ol|fo|[A-Za-z]{2,}in)$")
# ` plans` behind `workers’`, but not ` she said`
_OWNED = re.compile(
    r" (?!(?:he|she|they|it|we|was|were|is|are|has|had|and|but|or|as|in|of|to|at|by|for|said|says|adds|added"
    r"|wrote|told)\b)[a-z]"
)
_LONGEST_ELIDED = 12
_ELISIONS = ("tis", "twas", "til", "cause", "em ", "n ", "bout")


@dataclass(frozen=True, slots=True)
class Token:
    """A mark with the part it plays; `end` is where it ends, one or two characters on."""

    at: int
    end: int
    mark: Mark
    opens: bool
    weak: bool = False


def tokens_of(text: str, start: int, end: int, mark: Mark) -> Iterator[Token]:
    """Say of each mark whether it opens or closes; leave out apostrophes."""
    is_open = False
    every = list(MARKS[mark].finditer(text, start, end))
    nested = len(every) == 1 or text.find(_GRAVES, start, end) >= 0
    for found in every:
        at, character = found.start(), found[0]
        if nested and character == _TYPED_TWICE:
            continue  # two marks: `'She said 'no''`
        before = text[at - 1] if at > start else " "
        after = text[found.end()] if found.end() < end else " "
        after = "…" if text.startswith("...", found.end()) else after  # `"...and so on."`
        if mark is Mark.SINGLE and (before.isalnum() and after.isalnum()):
            continue
        opens = _opens(character, before, after, is_open=is_open)
        if opens is None or (opens and mark is Mark.SINGLE and text.startswith(_ELISIONS, at + 1)):
            continue
        elided = before == "s" or _ELIDED.search(text[max(start, at - _LONGEST_ELIDED) : at]) is not None
        weak = mark is Mark.SINGLE and not opens and elided and after == " "
        is_open = opens
        yield Token(at, found.end(), mark, opens, weak)


def _opens(character: str, before: str, after: str, *, is_open: bool) -> bool | None:
    """Decide by what stands on both sides, then by the glyph, then by what is open."""
    can_open = before in _BEFORE_OPENING and not after.isspace() and after not in ",.;:!?)"
    can_close = after in _AFTER_CLOSING and not before.isspace()
    if can_open and not can_close:
        return True
    if can_close and not can_open:
        return False
    if character in _OPENERS:
        return True
    if character in _CLOSERS:
        return False if not before.isspace() or is_open else None
    if not can_open and not can_close:  # an apostrophe, or a mark inside code: `href="x"`
        loose = is_open and character in DOUBLES and before.isspace() and after.isspace()
        return False if loose else None
    return not is_open


def without_apostrophes(text: str, tokens: list[Token], *, goes_on: bool = False) -> Iterator[Token]:
    """Drop a plural's apostrophe: `workers’ plans` before a surer closing mark, or after a long run.

    `goes_on`: a statement opens the paragraph and goes on in the next one.
    """
    opening = 0
    for token, closed_later in zip(tokens, _closed_later(tokens), strict=True):
        opening = token.at if token.opens else opening
        far = text[token.at + 2 : token.at + 3].islower() and token.at - opening > _LONGEST_TERM
        owns = goes_on and _OWNED.match(text, token.end) is not None
        if not (token.weak and (far or closed_later or owns)):
            yield token


def _closed_later(tokens: list[Token]) -> list[bool]:
    """Say of each mark whether the next sure one after it closes."""
    out: list[bool] = []
    closes = False
    for token in reversed(tokens):
        out.append(closes)
        closes = closes if token.weak else not token.opens
    return out[::-1]
