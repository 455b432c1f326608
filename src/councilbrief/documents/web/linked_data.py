"""What a page's JSON-LD tells of it."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_LONGEST = 1_000_000
"""Characters; what is longer tells of more than a page."""

_MOST = 200
"""Things that are looked at."""

_ARTICLES = ("Article", "BlogPosting", "NewsRelease", "Report")
_PAGES = ("WebPage", "ItemPage")
_SITES = ("WebSite",)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")


@dataclass(frozen=True, slots=True)
class Article:
    """What is told of one article, or of a page as a whole."""

    headline: str | None
    published: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of articles, of itself where it tells of none, and the name of its site."""

    articles: tuple[Article, ...]
    site: str | None


def linked_data(root: HtmlElement) -> Told:
    """Return what a page tells in its JSON-LD; what is no JSON tells nothing."""
    things = [thing for script in root.iter("script") for thing in _things(_parsed(script))]
    named = {str(thing["@id"]): thing for thing in things if "@id" in thing and "name" in thing}
    own = [thing for thing in things if _is_a(thing, _ARTICLES)]
    own = own or [thing for thing in things if _is_a(thing, _PAGES)]
    sites = (thing for thing in things if _is_a(thing, _SITES))
    names = (_name(thing.get("publisher"), named) or _text(thing, "name") for thing in sites)
    return Told(tuple(_article(thing, named) for thing in own), next(names, None))


def _parsed(script: HtmlElement) -> object:
    text = script.text or ""
    if not script.get("type", "").lower().startswith("application/ld+json") or len(text) > _LONGEST:
        return None
    try:
        return json.loads(text.strip(), strict=False)
    except (ValueError, RecursionError):
        return None


def _article(thing: dict[str, Any], named: Mapping[str, dict[str, Any]]) -> Article:
    headline = _text(thing, "headline") or _text(thing, "name")
    return Article(headline, _text(thing, "datePublished"), _name(thing.get("publisher"), named))


def _things(told: object) -> Iterator[dict[str, Any]]:
    """Yield what is told of, and what stands inside it."""
    waiting, seen = [told], 0
    while waiting and seen < _MOST:
        thing, seen = waiting.pop(0), seen + 1
        if isinstance(thing, list):
            waiting.extend(thing[:_MOST])
        elif isinstance(thing, dict):
            waiting.extend(thing[key] for key in _INSIDE if key in thing)
            yield thing


def _is_a(thing: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    given = thing.get("@type")
    return any(str(kind).endswith(kinds) for kind in (given if isinstance(given, list) else [given]))


def _name(publisher: object, named: Mapping[str, dict[str, Any]]) -> str | None:
    """Return a publisher's name, which may stand where its key refers to."""
    first = publisher[0] if isinstance(publisher, list) and publisher else publisher
    if not isinstance(first, dict):
        return None
    return _text(first, "name") or _text(named.get(str(first.get("@id")), {}), "name")


def _text(thing: Mapping[str, Any], key: str) -> str | None:
    value = thing.get(key)
    return html.unescape(value).strip() or None if isinstance(value, str) else None
