"""Which elements of a page are no part of its story, by the names that sites give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from lxml.html import HtmlElement

_NAMED = ("class", "role", "data-component", "data-testid", "data-module")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST_WORDS = 2
"""Of an id: a longer one may be made of a heading, `feedback-from-parents`; one word of it says nothing."""

_LONGEST = 500
"""Characters of an element's names; the first ones tell."""

_CAPITALS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_APART = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of element; see names.yaml."""

    key: str
    names: tuple[str, ...]
    takes: tuple[str, ...]
    spares: tuple[str, ...]

    def takes_in(self, levelled: str, words: int = 1) -> bool:
        """Say whether one of its names, of so many words at least, stands among those of an element."""
        return any(name in levelled and name.count("-") > words for name in self.names)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in their order."""
    data = yaml.safe_load(files(__package__).joinpath("names.yaml").read_bytes())
    return tuple(
        Rule(key, tuple(f"-{name}-" for name in one["names"]), tuple(one["takes"]), tuple(one["spares"]))
        for key, one in data.items()
    )


def rule_by_name(element: HtmlElement) -> str | None:
    """Return the key of the rule by which an element is no part of a story, None without one."""
    names = " ".join(value for name in _NAMED if (value := element.get(name)))[:_LONGEST]
    own = "" if element.tag in _HEADINGS else element.get("id", "")[:_LONGEST]
    if levelled_names(own).strip("-").count("-") < _MOST_WORDS:
        return rule_of(f"{names} {own}")
    return rule_of(names) or rule_of(own, of_several_words=True)


@lru_cache(4_096)
def rule_of(names: str, *, of_several_words: bool = False) -> str | None:
    """Return the key of the rule that takes an element of these names, which spaces part.

    `of_several_words` leaves out the rules' names of one word.

    >>> rule_of("story__relatedLinks wide")
    'related'
    """
    levelled = levelled_names(names)
    found = (rule.key for rule in rules() if rule.takes_in(levelled, 1 + of_several_words))
    return next(found, None) if levelled else None


def levelled_names(names: str) -> str:
    """Write names in one way.

    >>> levelled_names("story__relatedLinks wide")
    '-story-related-links- -wide-'
    """
    low = (_APART.sub("-", _CAPITALS.sub("-", name).lower()).strip("-") for name in names.split())
    return " ".join(f"-{name}-" for name in low if name)
