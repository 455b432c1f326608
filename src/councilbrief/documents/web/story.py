"""Which blocks of a page are its story: trafilatura's word, applied to the blocks themselves.

Each block that may be the story gets a mark of its own before trafilatura sees the page, and the marks
that come out again say which ones it kept. It passes over what stands in a story in a shape that it does
not expect, so what stands beside the blocks it kept, in the same part of the page, is kept with them.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise, takewhile

import trafilatura
from lxml.html import HtmlElement

from councilbrief.documents.web.parts import LOOSE, Parts, is_byline, is_post, opens_story
from councilbrief.documents.web.signing import is_signature
from councilbrief.documents.web.walking import HEADINGS, Piece

NOT_STORY, LINKS, BYLINE = "not-the-story", "links", "byline"
MOST_BLOCKS, MOST_ELEMENTS = 5_000, 20_000
"""Blocks and elements of a page above which trafilatura would take too long; no page of a story has them."""

_ALPHABET = 0x2800
"""Braille patterns: three of them are a mark. They are no letters to any rule, and stand in no page."""

_MARK = re.compile("[\u2800-\u28ff]{3}")
_BRAILLE = re.compile("[\u2800-\u28ff]")
_LISTED = frozenset({"li", "tr", "dt", "dd"})
_ALL_LINK = 0.85
_LONGEST_LINK = 200
"""Characters; a paragraph that is one long link is still one of the story."""

_CLOSES = re.compile(r"[.!?][”’\"')]*$")
_MOST_BETWEEN = 12
"""Blocks between the headline and the story: standfirst, byline, day."""


def tell_story(
    root: HtmlElement, noise: Mapping[HtmlElement, str], found: Sequence[Piece], headline: HtmlElement | None
) -> None:
    """Give a rule to each block that is no part of the story. The tree is spent after it."""
    for piece in found:
        if piece.block.rule is None and _is_promotion(piece, headline):
            piece.block.rule = LINKS
    open_ = [number for number, piece in enumerate(found) if piece.block.rule is None]
    kept = _kept(root, noise, found, open_) or {number for number in open_ if found[number].is_sentence}
    if not kept:
        return
    story = _with_what_stands_beside(found, open_, kept, headline)
    told = [number for number in sorted(story) if found[number].is_sentence and not is_post(found[number])]
    for number in open_:
        if number not in story or (told and number > told[-1] and is_post(found[number])):
            found[number].block.rule = NOT_STORY
        elif told and number < told[0] and is_byline(found[number]):
            found[number].block.rule = BYLINE


def _is_promotion(piece: Piece, headline: HtmlElement | None) -> bool:
    """Say whether a block is nothing but a link, as those to other stories are."""
    short = len(piece.block.text) <= _LONGEST_LINK
    return short and piece.linked >= _ALL_LINK and piece.holder is not headline


def _kept(
    root: HtmlElement, noise: Mapping[HtmlElement, str], found: Sequence[Piece], open_: Sequence[int]
) -> set[int]:
    """Return the numbers of the blocks that trafilatura takes for the story."""
    for element in noise:
        if element.getparent() is not None:
            element.drop_tree()
    if len(open_) > MOST_BLOCKS or sum(1 for _ in islice(root.iter(), MOST_ELEMENTS)) == MOST_ELEMENTS:
        return set()
    for number in open_:
        element, follows = found[number].spot
        if follows:
            element.tail = _marked(number, element.tail)
        else:
            element.text = _marked(number, element.text)
    told = trafilatura.bare_extraction(root, include_comments=False, favor_recall=True)
    if told is None or isinstance(told, dict) or told.body is None:
        return set()
    return {_number(match[0]) for match in _MARK.finditer("".join(told.body.itertext()))} & set(open_)


def _marked(number: int, words: str | None) -> str:
    mark = "".join(chr(_ALPHABET + (number >> shift & 0xFF)) for shift in (16, 8, 0))
    return mark + _BRAILLE.sub("", words or "")


def _number(mark: str) -> int:
    first, second, third = (ord(character) - _ALPHABET for character in mark)
    return first << 16 | second << 8 | third


def _with_what_stands_beside(
    found: Sequence[Piece], open_: Sequence[int], kept: set[int], headline: HtmlElement | None
) -> set[int]:
    """Add the headline, what stands between it and the story, and what stands beside the blocks kept."""
    parts = Parts(found)
    of_story = parts.of_story(kept)
    story = {number for number in kept if parts.of(number) in of_story}
    top = next((number for number in open_ if found[number].holder is headline), None)
    first = min(story) if top is None or parts.of(top) not in of_story else min(*story, top)
    last = _end(found, open_, max(story))
    body = next((number for number in open_ if number in story and found[number].is_sentence), first)
    for number in open_:
        part = parts.of(number)
        if part in of_story and (part.tag not in LOOSE or first <= number <= last):
            story.add(number)
    story |= _among(found, open_, story)
    if top is not None:
        between = [number for number in open_ if top < number < body and opens_story(found[number])]
        story.update((top, *between[:_MOST_BETWEEN]))
    return story


def _among(found: Sequence[Piece], open_: Sequence[int], story: set[int]) -> set[int]:
    """Return the lists, tables and quotations that stand among the blocks of a story, with their headings.

    Builders of pages give each a part of its own, which trafilatura passes over.
    """
    first, last = min(story), max(story)
    among = [number for number in open_ if first < number < last]
    more: set[int] = set()
    for before, number in pairwise([first, *among]):
        piece = found[number]
        signs = is_signature(piece.holder) and before in (story | more)
        if number not in story and (piece.block.quoted or signs or _is_listed(piece)):
            more.add(number)
    for number, after in reversed(list(pairwise([*among, last]))):
        if found[number].holder.tag in HEADINGS and after in (story | more):
            more.add(number)
    return more


def _is_listed(piece: Piece) -> bool:
    """Say whether a block is an item of a list or a row of a table, and no link."""
    return piece.holder.tag in _LISTED and not piece.linked


def _end(found: Sequence[Piece], open_: Sequence[int], last: int) -> int:
    """Return the last block of a story that nothing parts from the rest of a page.

    What ends like a sentence, and stands under no further heading, goes on with it.
    """
    after = takewhile(lambda number: found[number].holder.tag not in HEADINGS, open_[bisect(open_, last) :])
    return max((number for number in after if _CLOSES.search(found[number].block.text)), default=last)
