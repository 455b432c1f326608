"""What the styles of a Word file say of paragraphs and runs: headings, lists, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from councilbrief.documents.word.names import Element, W, child, is_on, value

_DEEPEST = 20
"""Styles that may rest on one another."""

_HEADINGS = ("heading", "title", "subtitle")
_QUOTATIONS = frozenset({"quote", "intense quote", "block text"})
_TITLES = ("title", "heading 1")
_BODY_LEVEL = "9"


class Styles:
    """The styles of a file, by their ids."""

    def __init__(self, root: Element | None) -> None:
        """Index them; a file may have none."""
        found = root.iterfind(f"{W}style") if root is not None else ()
        self._by_id = {style.get(f"{W}styleId"): style for style in found}

    def is_heading(self, paragraph: Element) -> bool:
        """Say whether a paragraph is a heading, by its own level or by its style."""
        own = value(paragraph, "pPr", "outlineLvl")
        if own is not None:
            return own != _BODY_LEVEL
        for style in self._chain(value(paragraph, "pPr", "pStyle")):
            level = value(style, "pPr", "outlineLvl")
            if level is not None:
                return level != _BODY_LEVEL
            if (value(style, "name") or "").lower().startswith(_HEADINGS):
                return True
        return False

    def rank_as_title(self, paragraph: Element) -> int | None:
        """Say how a paragraph is a title: 0 by the style of titles, 1 as a first heading; None: not."""
        names = [
            (value(style, "name") or "").lower() for style in self._chain(value(paragraph, "pPr", "pStyle"))
        ]
        return next((rank for rank, name in enumerate(_TITLES) if name in names), None)

    def is_quotation(self, paragraph: Element) -> bool:
        """Say whether a paragraph has the style of quotations."""
        chain = self._chain(value(paragraph, "pPr", "pStyle"))
        return any((value(style, "name") or "").lower() in _QUOTATIONS for style in chain)

    def listed(self, paragraph: Element) -> tuple[str, str] | None:
        """Return the list in which a paragraph stands, by its number and level; None outside of lists."""
        own = child(paragraph, "pPr", "numPr")
        chain = [child(style, "pPr", "numPr") for style in self._chain(value(paragraph, "pPr", "pStyle"))]
        given = [one for one in (own, *chain) if one is not None]
        which = next((found for one in given if (found := value(one, "numId")) is not None), None)
        level = next((found for one in given if (found := value(one, "ilvl")) is not None), "0")
        return None if which in {None, "0"} else (str(which), level)

    def list_of(self, style: str) -> str | None:
        """Return the number of the list that a list style stands for."""
        return next(
            (found for one in self._chain(style) if (found := value(one, "pPr", "numPr", "numId"))), None
        )

    def is_left_out(self, run: Element) -> bool:
        """Say whether a run is hidden or struck out, by its own properties or by its style."""
        for name in ("vanish", "strike", "dstrike"):
            own = child(run, "rPr")
            said = [is_on(own, name) if own is not None else None]
            styles = self._chain(value(run, "rPr", "rStyle"))
            said += [is_on(found, name) for style in styles if (found := child(style, "rPr")) is not None]
            if next((one for one in said if one is not None), False):
                return True
        return False

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """Yield a style and those that it rests on."""
        for _ in range(_DEEPEST):
            style = self._by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")
