"""Which elements of a page are no part of its story, by what they are and what they are called."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from councilbrief.documents.web.markup import ancestors
from councilbrief.documents.web.names import rule_by_name

HIDDEN, CAPTION, RELATED, ASIDE = "hidden", "caption", "related", "aside"
FOOTER = "footer"
WORDLESS = frozenset(
    {"applet", "audio", "base", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link"}
    | {
        "map",
        "math",
        "meta",
        "meter",
        "noscript",
        "object",
        "param",
        "progress",
        "script",
        "select",
        "source",
    }
    | {"style", "svg", "template", "textarea", "title", "track", "video"}
)
"""Elements whose words, if any, nobody reads as text."""

_BY_TAG = {"nav": "navigation", "menu": "navigation", "footer": FOOTER, "dialog": "popup", "aside": ASIDE}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STORY_HOLDERS = frozenset({"main", "body", "html"})
_MUCH = 0.4
"""Of a page's text: what holds more of it is no mere part of the furniture, whatever it is called."""

_MOSTLY_LINKS = 0.3
"""Of its text: an aside or an article within the article that has more of it in links is about others."""

_FEWEST_PARTS = 2


class Weights:
    """How many characters each element of a page holds, and how many of them are in links."""

    def __init__(self, root: HtmlElement) -> None:
        """Count, in one walk from the leaves up."""
        self._all: dict[HtmlElement, int] = {}
        self._linked: dict[HtmlElement, int] = {}
        for _, element in etree.iterwalk(root, events=("end",)):
            own = 0 if element.tag in WORDLESS else len((element.text or "").strip())
            whole = self._all.pop(element, 0) + own
            linked = whole if element.tag == "a" else self._linked.pop(element, 0)
            self._all[element], self._linked[element] = whole, linked
            above = element.getparent()
            if above is not None:
                tail = len((element.tail or "").strip())
                self._all[above] = self._all.get(above, 0) + tail + (0 if element.tag in WORDLESS else whole)
                self._linked[above] = self._linked.get(above, 0) + linked
        self.total = max(self._all[root], 1)

    def share(self, element: HtmlElement) -> float:
        """Return how much of the page's text that is in no link stands in an element."""
        own = self._all[element] - self._linked[element]
        return own / self.total

    def linked(self, element: HtmlElement) -> float:
        """Return how much of an element's text is in links."""
        return self._linked[element] / max(self._all[element], 1)


def noise(root: HtmlElement, headline: HtmlElement | None) -> dict[HtmlElement, str]:
    """Return the outermost elements that are no part of the story, each with the key of the rule."""
    return _Sorting(root, headline).noise(root)


class _Sorting:
    """A walk that sorts a page's elements, and how many of each kind are open around the one at hand."""

    def __init__(self, root: HtmlElement, headline: HtmlElement | None) -> None:
        self._weights = Weights(root)
        self._holders = set(ancestors(headline)) if headline is not None else set()
        self._story = self._main_article(root)
        self._open: Counter[str] = Counter()
        self._in_story = False
        self._figures: dict[HtmlElement | None, bool] = {None: True}

    def noise(self, root: HtmlElement) -> dict[HtmlElement, str]:
        """Walk through a page."""
        out: dict[HtmlElement, str] = {}
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._count(element, -1)
                continue
            if element.tag in WORDLESS:
                walk.skip_subtree()
            elif (rule := self._rule(element)) is not None:
                out[element] = rule
                walk.skip_subtree()
            self._count(element, 1)
        return out

    def _count(self, element: HtmlElement, by: int) -> None:
        self._open[element.tag] += by
        if element is self._story:
            self._in_story = by > 0

    def _main_article(self, root: HtmlElement) -> HtmlElement | None:
        """Return the article element that is the story: that of the headline, else the one with most text.

        Where a headline stands over several, as over the posts of a live page, they are the story together.
        """
        articles = list(root.iter("article"))
        own = (article for article in articles if article in self._holders)
        most = next(own, max(articles, key=self._weights.share, default=None))
        if most is None or most in self._holders or not self._holders:
            return most
        around = most.getparent()
        posts = sum(article.getparent() is around for article in articles) >= _FEWEST_PARTS
        return around if posts and self._weights.share(around) > _MUCH else most

    def _rule(self, element: HtmlElement) -> str | None:
        if _is_hidden(element):
            return HIDDEN
        if element.tag == "figcaption":
            return CAPTION if self._is_of_picture(element) else None
        holds = element in self._holders or element is self._story or _holds_story(element)
        if holds or self._weights.share(element) > _MUCH:
            return None
        rule = rule_by_name(element) or _BY_TAG.get(element.tag)
        if (rule == ASIDE and self._is_box(element)) or (rule == FOOTER and self._open["blockquote"]):
            return None
        return rule or self._by_shape(element)

    def _is_of_picture(self, caption: HtmlElement) -> bool:
        """Say whether a caption is that of a picture, not who is quoted or what a table shows."""
        figure = caption.getparent()
        if figure not in self._figures:
            self._figures[figure] = not any(True for _ in figure.iter("blockquote", "table"))
        return self._figures[figure]

    def _is_box(self, aside: HtmlElement) -> bool:
        """Say whether an aside is a box of the story: facts in a list or a table, without links."""
        if self._weights.linked(aside) > _MOSTLY_LINKS or not self._in_article:
            return False
        listed = list(islice(aside.iter("li", "tr", "dd"), _FEWEST_PARTS))
        return len(listed) == _FEWEST_PARTS and not any(True for _ in aside.iter("form", "button", "input"))

    @property
    def _in_article(self) -> bool:
        return self._open["article"] > 0 or self._open["main"] > 0

    def _by_shape(self, element: HtmlElement) -> str | None:
        """Tell cards of other stories, lists of links and the page's head by their shape."""
        tag, linked = element.tag, self._weights.linked(element)
        if tag == "article" and self._story is not None:
            return None if self._in_story and linked <= _MOSTLY_LINKS else RELATED
        if tag == "header" and not self._in_article:
            return "navigation"
        if tag in {"ul", "ol"} and linked > 1 - _MOSTLY_LINKS:
            return "links"
        return RELATED if tag in {"div", "section", "li"} and _is_card(element) else None


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_INVISIBLE.search(element.get("style", "")[:1_000]))


def _holds_story(element: HtmlElement) -> bool:
    return element.tag in _STORY_HOLDERS or element.get("itemprop") in {"articleBody", "text"}


def _is_card(element: HtmlElement) -> bool:
    """Say whether an element opens with the linked headline of another story."""
    for child in element[:3]:
        if child.tag in {"h2", "h3", "h4", "h5", "h6"}:
            return any(True for _ in child.iter("a"))
    return False
