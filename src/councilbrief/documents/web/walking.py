"""The tree of a page to its blocks in reading order: paragraphs, headings, items and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from councilbrief.documents.blocks import Block
from councilbrief.documents.composing import GLYPH
from councilbrief.documents.web.listing import Listing
from councilbrief.documents.web.noise import HIDDEN, WORDLESS
from councilbrief.documents.web.rows import is_row
from councilbrief.documents.web.signing import is_signature, signed

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
    }
    | {
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
    }
    | {
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
    }
    | {"td", "tfoot", "th", "thead", "tr", "ul"}
    | HEADINGS
)
_BREAK, _TAB = "\x1e", "\x1f"  # the page's own control characters are gone
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(f"[ {_BREAK}]*{_BREAK}[ {_BREAK}]*")
_TABS = re.compile(f"[ {_TAB}]*{_TAB}[ {_TAB}]*")
_STRUCK = frozenset({"del", "s", "strike"})
_MARKS = ("“”", "‘’")
# The number of a footnote, which is no part of the word before it: `good<sup>1</sup>`, `good[1]`.
_FOOTNOTE = re.compile(r"\[?(?:\d{1,2}|[*†‡])\]?")
_SENTENCE = re.compile(r"[.!?][”’\"')]*$", re.MULTILINE)
_SHORTEST_SENTENCE = 60
_LONGEST_ITEM = 600
"""Characters; what is longer is no item of a list, and its paragraphs stay apart."""


@dataclass(slots=True)
class Piece:
    """A block, the element whose text it is, and how much of it is in links, of 1.

    `spot` is the element with which its words begin, and whether they follow it.
    """

    block: Block
    holder: HtmlElement
    linked: float
    spot: tuple[HtmlElement, bool]

    @property
    def is_sentence(self) -> bool:
        """Say whether one of its lines is long enough for a sentence and ends like one."""
        text = self.block.text
        return len(text) >= _SHORTEST_SENTENCE and _SENTENCE.search(text) is not None


def pieces(root: HtmlElement, noise: Mapping[HtmlElement, str]) -> list[Piece]:
    """Return the blocks of a page; those in an element that is noise have its rule."""
    return list(_Walk(noise).through(root))


class _Walk:
    """Where the walk through a page stands: what has been gathered of a block, and what is open."""

    def __init__(self, noise: Mapping[HtmlElement, str]) -> None:
        self._noise = noise
        self._words: list[str] = []
        self._length = self._linked = self._links = self._quotes = self._fixed = self._quotations = 0
        self._spot: tuple[HtmlElement, bool] | None = None
        self._open: list[tuple[HtmlElement, str | None]] = []
        self._soft: HtmlElement | None = None
        self._listing = Listing()

    def through(self, root: HtmlElement) -> Iterator[Piece]:
        """Walk through a tree."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                yield from self._end(element)
            elif self._is_wordless(element):
                walk.skip_subtree()
            else:
                yield from self._start(element)

    def _is_wordless(self, element: HtmlElement) -> bool:
        tag = element.tag
        if tag == "sup":
            number = "".join(element.itertext()).strip()
            return bool(_FOOTNOTE.fullmatch(number)) and not self._after_number()
        return tag in WORDLESS or tag in _STRUCK or (tag not in BLOCKS and self._noise.get(element) == HIDDEN)

    def _after_number(self) -> bool:
        before = next((words for words in reversed(self._words) if words.strip()), "")
        return before[-1:].isdigit()

    def _start(self, element: HtmlElement) -> Iterator[Piece]:
        tag = element.tag
        if tag in BLOCKS or element in self._noise or is_signature(element):
            yield from self._boundary()
            above = self._open[-1][1] if self._open else None
            self._open.append((element, above or self._noise.get(element)))
            self._opened(element)
        if tag == "br":
            self._words.append(" " if self._soft is not None else _BREAK)
        elif tag == "time":
            self._words.append(" ")
        elif tag == "q":
            self._words.append(_MARKS[self._quotes % 2][0])
            self._quotes += 1
        elif tag == "a":
            self._links += 1
        self._add(element.text, (element, False))

    def _opened(self, element: HtmlElement) -> None:
        """Note what a block's own kind means for the words in it."""
        tag = element.tag
        self._listing.opened(element)
        self._fixed += tag == "pre"
        self._quotations += tag == "blockquote"
        if self._soft is not None:
            if tag in {"td", "th"}:
                self._words.append(_TAB)
        elif (tag == "tr" and is_row(element)) or (tag == "li" and _is_item(element)):
            self._soft = element

    def _end(self, element: HtmlElement) -> Iterator[Piece]:
        tag = element.tag
        if tag == "q":
            self._quotes -= 1
            self._words.append(_MARKS[self._quotes % 2][1])
        elif tag == "time":
            self._words.append(" ")
        elif tag == "a":
            self._links = max(self._links - 1, 0)
        if self._open and self._open[-1][0] is element:
            if self._soft is element:
                self._soft = None
            yield from self._boundary()
            self._open.pop()
            self._listing.closed(element)
            self._fixed -= tag == "pre"
            self._quotations -= tag == "blockquote"
        if self._open:
            self._add(element.tail, (element, True))

    def _add(self, words: str | None, spot: tuple[HtmlElement, bool]) -> None:
        if not words:
            return
        self._words.append(words.replace("\n", _BREAK) if self._fixed else words)
        length = len(words.strip())
        if length:
            self._spot = self._spot or spot
            self._length += length
            self._linked += length if self._links else 0

    def _boundary(self) -> Iterator[Piece]:
        """End a block; within a row or a short item a space does."""
        if self._soft is not None:
            self._words.append(" ")
            return
        words, spot = _levelled("".join(self._words)), self._spot
        if words and spot is not None:
            holder, rule = self._open[-1]
            glyph = self._listing.glyph()
            words = words if not glyph or GLYPH.match(words) else f"{glyph} {words}"
            heading = holder.tag in HEADINGS or holder.get("role") == "heading"
            signature = is_signature(holder)
            words = signed(words) if signature else words
            quoted = self._quotations > 0 and not signature
            yield Piece(
                Block(words, heading, rule, quoted), holder, self._linked / max(self._length, 1), spot
            )
        self._words, self._spot = [], None
        self._length = self._linked = 0


def _levelled(words: str) -> str:
    """Fold white space as browsers do; what parts lines and cells stays."""
    words = _SPACES.sub(" ", words)
    words = _BREAKS.sub("\n", _TABS.sub("\t", words))
    return words.strip(" \t\n")


def _is_item(item: HtmlElement) -> bool:
    """Say whether an item of a list is a short one, without a list or a heading of its own."""
    length = 0
    for element in item.iter():
        if element.tag in HEADINGS or element.tag in {"ul", "ol", "table", "blockquote"}:
            return False
        length += len((element.text or "").strip()) + len((element.tail or "").strip())
        if length > _LONGEST_ITEM:
            return False
    return True
