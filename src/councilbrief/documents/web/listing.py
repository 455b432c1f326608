"""The glyphs and numbers of a page's lists, as browsers would print them."""

from __future__ import annotations

from lxml.html import HtmlElement

BULLET = "•"
_LAST_LETTER, _LAST_NUMBER = 26, 99
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Listing:
    """Which lists are open, and how far their numbers have come."""

    def __init__(self) -> None:
        """Begin with no list open."""
        self._next: list[tuple[HtmlElement, int]] = []
        self._waiting = ""

    def opened(self, element: HtmlElement) -> None:
        """Note that a block begins; an item has its glyph waiting for its first words."""
        if element.tag in {"ul", "ol", "menu", "dir"}:
            self._next.append((element, _number(element.get("start"), 1)))
        elif element.tag == "li":
            self._waiting = self._glyph(element)

    def closed(self, element: HtmlElement) -> None:
        """Note that a block ends."""
        if self._next and self._next[-1][0] is element:
            self._next.pop()
        if element.tag == "li":
            self._waiting = ""

    def glyph(self) -> str:
        """Return the glyph that waits for words, empty without one; it is given once."""
        glyph, self._waiting = self._waiting, ""
        return glyph

    def _glyph(self, item: HtmlElement) -> str:
        if not self._next or self._next[-1][0].tag != "ol":
            return BULLET
        listing, following = self._next[-1]
        number = _number(item.get("value"), following)
        self._next[-1] = (listing, number + 1)
        return numbered(number, listing.get("type", "1"))


def numbered(number: int, kind: str) -> str:
    """Return the number of an item as it is printed: `3.`, `c)` or `iii)`; a bullet where it is no number.

    >>> numbered(3, "1"), numbered(3, "a"), numbered(3, "i"), numbered(300, "1")
    ('3.', 'c)', 'iii)', '•')
    """
    low = kind.lower()
    if low == "a" and 1 <= number <= _LAST_LETTER:
        return f"{chr(ord('a') + number - 1)})"
    if low == "i" and 1 <= number < len(_ROMAN):
        return f"{_ROMAN[number]})"
    return f"{number}." if 0 <= number <= _LAST_NUMBER else BULLET


def _number(given: str | None, usual: int) -> int:
    """Return a number that a page gives, the usual one where it is none."""
    given = (given or "").strip()
    return int(given) if given.isascii() and given.isdigit() and len(given) <= len("1000") else usual
