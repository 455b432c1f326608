"""The parts of a page: what holds a block's list, its table, its paragraphs, and what opens a story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from lxml.html import HtmlElement

from councilbrief.documents.web.markup import ancestors
from councilbrief.documents.web.names import levelled_names
from councilbrief.documents.web.walking import HEADINGS, Piece

_INNER = HEADINGS | frozenset(
    {"p", "pre", "li", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "thead", "tfoot", "tr", "caption"}
    | {"aside", "blockquote", "cite", "footer", "figure", "figcaption", "hgroup", "span"}
)
LOOSE = frozenset({"body", "html", "form"})
"""What holds a page's furniture as well as its story, where nothing parts them."""
_CELLS = frozenset({"td", "th"})
_NEAR = 2
"""The element of a block, and the one around it."""

_POSTS = frozenset({"tweet", "twitter", "twitter-tweet", "instagram-media", "fb-post", "bluesky-embed"})
_BY = re.compile(r"(?:words )?by:? (?-i:[A-Z])", re.IGNORECASE)
_UPDATED = re.compile(r"\W*(?:last )?(?:updated|modified|amended)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_DATELINE = 110
_LONGEST_NAMES = 1_000
_STANDFIRSTS = frozenset(
    {"standfirst", "strapline", "strap", "subtitle", "sub-title", "subheading", "sub-heading", "subhead"}
    | {"dek", "deck", "lede", "lead", "leader", "intro", "introduction", "summary", "excerpt", "abstract"}
)
_BYLINES = frozenset(
    {"byline", "author", "date", "dates", "dateline", "published", "publish", "timestamp", "time", "posted"}
)
"""What sites call the blocks between a headline and its story."""
_LONGEST_LABEL = 80
"""Characters; what is longer and no link says something."""


class Parts:
    """Which part of a page each of its blocks stands in."""

    def __init__(self, found: Sequence[Piece]) -> None:
        """Tell the tables that hold data, whose cells are no parts of the page."""
        self._found = found
        self._known: dict[HtmlElement, HtmlElement] = {}
        rows = (piece.holder for piece in found if piece.holder.tag == "tr")
        self._tables = {table for row in rows if (table := _table(row)) is not None}

    def of(self, number: int) -> HtmlElement:
        """Return the part in which a block stands."""
        holder = self._found[number].holder
        passed: list[HtmlElement] = []
        for above in ancestors(holder):
            if above in self._known or not self._is_inner(above):
                part = self._known.get(above, above)
                self._known.update(dict.fromkeys((*passed, above), part))
                return part
            passed.append(above)
        return holder

    def of_story(self, kept: set[int]) -> set[HtmlElement]:
        """Return the parts of the blocks kept; where a cell holds the story, none without a sentence does."""
        parts = {self.of(number) for number in kept}
        told: Counter[HtmlElement] = Counter()
        for number in kept:
            if self._found[number].is_sentence:
                told[self.of(number)] += len(self._found[number].block.text)
        most, length = max(told.items(), key=lambda one: one[1], default=(None, 0))
        if most is None or most.tag not in _CELLS or length * 2 < told.total():
            return parts
        return {part for part in parts if part.tag not in _CELLS or part in told}

    def _is_inner(self, element: HtmlElement) -> bool:
        return element.tag in _INNER or (element.tag in _CELLS and _table(element) in self._tables)


def _table(element: HtmlElement) -> HtmlElement | None:
    return next((above for above in ancestors(element) if above.tag == "table"), None)


def opens_story(piece: Piece) -> bool:
    """Say whether a block between headline and story belongs to them: a standfirst, a byline, a day."""
    text = piece.block.text
    dated = len(text) <= _LONGEST_DATELINE and _YEAR.search(text) is not None
    return dated or len(text) > _LONGEST_LABEL or _is_named(piece, _STANDFIRSTS | _BYLINES)


def is_byline(piece: Piece) -> bool:
    """Say whether a block over the story only names who wrote it, or when it was changed.

    One with the day of publication is needed.
    """
    text = piece.block.text
    if len(text) > _LONGEST_DATELINE or piece.block.heading:
        return False
    dated = _YEAR.search(text) is not None
    return bool(_UPDATED.match(text)) or (not dated and bool(_BY.match(text) or _is_named(piece, _BYLINES)))


def is_post(piece: Piece) -> bool:
    """Say whether a block stands in a post of a social network that the page embeds."""
    return _is_named(piece, _POSTS)


def _is_named(piece: Piece, names: AbstractSet[str]) -> bool:
    """Say whether the element of a block, or the one around it, has one of some names."""
    near = islice(ancestors(piece.holder), _NEAR)
    own = " ".join(each.get(key, "") for each in near for key in ("class", "id"))
    levelled = levelled_names(own[:_LONGEST_NAMES])
    return any(f"-{name}-" in levelled for name in names)
