"""The name of a site, where no element of a page's head states it: in its title, and again over the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from councilbrief.documents.web.markup import ancestors, words
from councilbrief.documents.web.names import levelled_names

_SEPARATORS = re.compile(r"\s+(?:[|–—»·•]|-|::)\s+|:\s+")
_OVER = frozenset({"header", "masthead", "logo", "brand", "branding", "site"})
"""What sites call the part of a page in which their name stands."""

_LISTED = frozenset({"nav", "ul", "ol", "main", "article", "footer"})
_LONGEST = 60
_LONGEST_NAMES = 300


def site_named(root: HtmlElement, heading: HtmlElement | None) -> str | None:
    """Return what stands beside the headline in a page's title, if the page's head bears it too.

    >>> from lxml.html import document_fromstring
    >>> page = "<title>The Hum: Ofsted came</title><header><h1>The Hum</h1></header><h2>Ofsted came</h2>"
    >>> root = document_fromstring(page)
    >>> site_named(root, root.find(".//h2"))
    'The Hum'
    """
    title = " ".join((root.findtext(".//title") or "").split())
    headline = words(heading) if heading is not None else ""
    if not headline or headline not in title:
        return None
    before, _, behind = title.partition(headline)
    beside = [
        part.strip() for given in (behind, before) for part in reversed(_SEPARATORS.split(f" {given} "))
    ]
    over = set(_words_over(root, heading))
    return next((part for part in beside if part and part in over), None)


def _words_over(root: HtmlElement, heading: HtmlElement | None) -> Iterator[str]:
    """Yield the short texts in a page's head, also those that stand for its logo."""
    for element in root.iter("a", "h1", "div", "span", "p", "strong", "img"):
        if element is not heading and _is_over(element):
            text = element.get("alt", "") if element.tag == "img" else words(element)
            if 0 < len(text) <= _LONGEST:
                yield text.removesuffix(" logo").removesuffix(" home")


def _is_over(element: HtmlElement) -> bool:
    found = False
    for above in ancestors(element):
        if above.tag in _LISTED:
            return False
        names = levelled_names(f"{above.get('class', '')} {above.get('id', '')}"[:_LONGEST_NAMES])
        found = found or above.tag == "header" or any(f"-{name}-" in names for name in _OVER)
    return found
