"""Terms with what is said of them, in lists of terms and on cards, to rows of a table.

`Help and protection` and `Good` stand beside each other so, each in an element of its own, and belong
together as the cells of a row do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from councilbrief.documents.web.markup import words
from councilbrief.documents.web.noise import WORDLESS

_LONGEST_TERM, _LONGEST_VALUE = 110, 60
"""Characters; what is longer is told, not named."""

_CARDS = frozenset({"div", "li", "section", "p"})
_LINES = frozenset({"div", "p", "span", "strong", "b", "h2", "h3", "h4", "h5", "h6"})
_WITHIN = frozenset({"span", "strong", "b", "em", "i", "abbr", "br", "svg", "path", "use"})
"""What may stand inside a line of a card."""

_FEWEST_CARDS = 3
_PAIR = 2
_SENTENCE_ENDS = (".", "?", "!", ",", ";")


def with_terms_in_rows(root: HtmlElement) -> None:
    """Make tables of the page's lists of short terms, and of its cards that hold a term and its value."""
    for listing in list(root.iter("dl")):
        groups = list(_groups(listing))
        if groups and all(_is_pair(group) for group in groups):
            _set_in_rows(listing, groups)
    cards = [element for element in root.iter(*_CARDS) if _is_card(element)]
    alike = Counter(_shape(card) for card in cards)
    for card in cards:
        if alike[_shape(card)] >= _FEWEST_CARDS or words(card[0]).endswith(":"):
            _set_in_rows(card, [list(card)])


def _groups(listing: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Yield each term of a list with what is said of it, whether or not an element holds the two."""
    group: list[HtmlElement] = []
    for element in _entries(listing):
        if element.tag == "dt" and group:
            yield group
            group = []
        if not _is_link(element):
            group.append(element)
    if group:
        yield group


def _is_link(element: HtmlElement) -> bool:
    """Say whether an entry only leads elsewhere, as `Change` does."""
    links = " ".join(words(link) for link in element.iter("a"))
    return element.tag == "dd" and bool(links) and links == words(element)


def _entries(listing: HtmlElement) -> Iterator[HtmlElement]:
    for child in listing:
        if child.tag == "div":
            yield from child
        else:
            yield child


def _is_pair(group: Sequence[HtmlElement]) -> bool:
    return [element.tag for element in group] == ["dt", "dd"] and _is_short(group)


def _is_short(pair: Sequence[HtmlElement]) -> bool:
    term, value = (words(element) for element in pair)
    return 0 < len(term) <= _LONGEST_TERM and 0 < len(value) <= _LONGEST_VALUE


def _is_card(element: HtmlElement) -> bool:
    """Say whether an element holds two short lines and nothing else."""
    lines = [child for child in element if child.tag not in WORDLESS]
    if len(lines) != _PAIR or len(element) != _PAIR or _has_words_of_its_own(element):
        return False
    return all(_is_line(line) for line in lines) and lines[0].tag != "br" and _is_short(lines)


def _has_words_of_its_own(element: HtmlElement) -> bool:
    return any((given or "").strip() for given in (element.text, *(child.tail for child in element)))


def _is_line(element: HtmlElement) -> bool:
    inside = all(below.tag in _WITHIN for below in element.iterdescendants())
    return element.tag in _LINES and inside and not words(element).endswith(_SENTENCE_ENDS)


def _shape(card: HtmlElement) -> tuple[str, ...]:
    return tuple(f"{one.tag} {one.get('class', '')}" for one in (card, *card))


def _set_in_rows(holder: HtmlElement, groups: Sequence[Sequence[HtmlElement]]) -> None:
    """Turn an element into a table of these groups."""
    rows = [_row(holder, group) for group in groups]
    for left in list(holder):
        holder.remove(left)
    holder.tag, holder.text = "table", None
    holder.extend(rows)


def _row(holder: HtmlElement, group: Sequence[HtmlElement]) -> HtmlElement:
    row: HtmlElement = holder.makeelement("tr")
    for number, element in enumerate(group):
        element.tag, element.tail = ("td" if number else "th"), None
        row.append(element)
    return row
