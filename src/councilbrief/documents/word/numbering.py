"""The glyphs and numbers of a Word file's lists, as Word prints them."""

from __future__ import annotations

import re

from councilbrief.documents.composing import GLYPH
from councilbrief.documents.word.names import Element, W, child, number, value
from councilbrief.documents.word.styles import Styles

BULLET = "•"
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LETTERS = 26
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST_ROMAN = 89


class Numbering:
    """The lists of a file and how far each of their levels has come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Index the definitions; a file may have none."""
        found = list(root) if root is not None else []
        self._kinds = {one.get(f"{W}abstractNumId"): one for one in found if one.tag == f"{W}abstractNum"}
        self._lists = {one.get(f"{W}numId"): one for one in found if one.tag == f"{W}num"}
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, listed: tuple[str, str]) -> str:
        """Return the glyph of the next item of a list, empty where Word prints none."""
        which, given = listed
        level = min(number(given, 0), _LEVELS - 1)
        kind = self._kind(which)
        if kind is None:
            return BULLET
        count = self._counted(which, kind, level)
        own = self._level(which, kind, level)
        style = value(own, "numFmt") or "decimal" if own is not None else "decimal"
        if style in {"bullet", "none"}:
            return BULLET if style == "bullet" else ""
        text = (value(own, "lvlText") if own is not None else None) or f"%{level + 1}."
        printed = _PLACE.sub(lambda match: self._printed(which, kind, int(match[1]) - 1, count), text).strip()
        return printed if GLYPH.match(f"{printed} Words") else BULLET

    def _kind(self, which: str) -> Element | None:
        """Return the definition of a list, through the style that it may be a mere link to."""
        kind = self._kinds.get(value(self._lists.get(which), "abstractNumId"))
        style = value(kind, "numStyleLink") if kind is not None else None
        linked = self._styles.list_of(style) if style else None
        if linked is None:
            return kind
        return self._kinds.get(value(self._lists.get(linked), "abstractNumId"), kind)

    def _level(self, which: str, kind: Element, level: int) -> Element | None:
        levels = [*self._overrides(which, level, "lvl"), *kind.iterfind(f"{W}lvl")]
        return next((one for one in levels if one.get(f"{W}ilvl") == str(level)), None)

    def _overrides(self, which: str, level: int, name: str) -> list[Element]:
        """Return what a list sets otherwise than its definition."""
        found = self._lists[which].iterfind(f"{W}lvlOverride") if which in self._lists else ()
        own = (one for one in found if one.get(f"{W}ilvl") == str(level))
        return [given for one in own if (given := child(one, name)) is not None]

    def _counted(self, which: str, kind: Element, level: int) -> list[int | None]:
        """Count an item: lists of one definition go on with each other, unless one begins anew."""
        counts = self._counts.setdefault(kind.get(f"{W}abstractNumId"), [None] * _LEVELS)
        anew = self._overrides(which, level, "startOverride")
        key = f"{which}/{level}"
        if anew and key not in self._begun:
            counts[level] = number(anew[0].get(f"{W}val"), 1)
        else:
            now = counts[level]
            counts[level] = self._start(which, kind, level) if now is None else now + 1
        self._begun.add(key)
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return counts

    def _start(self, which: str, kind: Element, level: int) -> int:
        own = self._level(which, kind, level)
        return number(value(own, "start"), 1) if own is not None else 1

    def _printed(self, which: str, kind: Element, level: int, counts: list[int | None]) -> str:
        own = self._level(which, kind, level)
        style = (value(own, "numFmt") if own is not None else None) or "decimal"
        now = counts[level]
        return _written(self._start(which, kind, level) if now is None else now, style)


def _written(count: int, style: str) -> str:
    """Write a number in a style.

    >>> _written(3, "lowerLetter"), _written(4, "upperRoman"), _written(7, "decimal")
    ('c', 'IV', '7')
    """
    if style.endswith("Letter") and 1 <= count <= _LETTERS:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman") and 1 <= count <= _LARGEST_ROMAN:
        roman, left = "", count
        for size, sign in _ROMAN:
            roman += sign * (left // size)
            left %= size
        return roman.upper() if style.startswith("upper") else roman
    return str(count)
