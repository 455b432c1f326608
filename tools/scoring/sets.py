"""The sets of texts whose facts a person wrote down: the project's own articles and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from articles import FOLDER, PAGES, ArticleTruth, load_articles, number
from scoring.judging import judge
from scoring.verdicts import Verdict

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A document with what holds its facts against the truth.

    `unit` is what is read: the document itself, or the library that it belongs to.
    """

    path: Path
    unit: Path
    judge: Callable[[Json], tuple[Verdict, ...]]


@dataclass(frozen=True, slots=True)
class TextSet:
    """Texts whose figures are told together."""

    name: str
    texts: tuple[Text, ...]

    @property
    def units(self) -> tuple[Path, ...]:
        """Return what is read, each once."""
        return tuple(dict.fromkeys(text.unit for text in self.texts))

    def verdicts(self, facts: Mapping[Path, Json]) -> tuple[Verdict, ...]:
        """Hold the facts of its texts, by their paths, against what is true."""
        return tuple(verdict for text in self.texts for verdict in text.judge(facts[text.path]))


@dataclass(frozen=True, slots=True)
class Own:
    """Which of the project's own texts are a set: a folder, and the first and last of their numbers."""

    folder: Path
    first: int
    last: int


OWN: Mapping[str, Own] = {
    "1-50": Own(FOLDER, 1, 50),
    "51-90": Own(FOLDER, 51, 90),
    "101-130": Own(FOLDER, 101, 130),
    "131-160": Own(FOLDER, 131, 160),
    "161-200": Own(FOLDER, 161, 200),
    "201-239": Own(FOLDER, 201, 239),
    "240-251": Own(FOLDER, 240, 251),
    "252-266": Own(FOLDER, 252, 266),
    "267-286": Own(FOLDER, 267, 286),
    "287-306": Own(FOLDER, 287, 306),
    "307-326": Own(FOLDER, 307, 326),
    "327-356": Own(FOLDER, 327, 356),
    "357-386": Own(FOLDER, 357, 386),
    "387-406": Own(FOLDER, 387, 406),
    "407-426": Own(FOLDER, 407, 426),
    "427-446": Own(FOLDER, 427, 446),
    "447-466": Own(FOLDER, 447, 466),
    "467-486": Own(FOLDER, 467, 486),
    "487-506": Own(FOLDER, 487, 506),
    "507-526": Own(FOLDER, 507, 526),
    "527-546": Own(FOLDER, 527, 546),
    "547-566": Own(FOLDER, 547, 566),
    "567-586": Own(FOLDER, 567, 586),
    "587-606": Own(FOLDER, 587, 606),
    "607-626": Own(FOLDER, 607, 626),
    "627-646": Own(FOLDER, 627, 646),
    "647-666": Own(FOLDER, 647, 666),
    "667-686": Own(FOLDER, 667, 686),
    "687-706": Own(FOLDER, 687, 706),
    "707-726": Own(FOLDER, 707, 726),
    "727-746": Own(FOLDER, 727, 746),
    "747-766": Own(FOLDER, 747, 766),
    "767-786": Own(FOLDER, 767, 786),
    "787-806": Own(FOLDER, 787, 806),
    "807-826": Own(FOLDER, 807, 826),
    "827-846": Own(FOLDER, 827, 846),
    "847-866": Own(FOLDER, 847, 866),
    "867-886": Own(FOLDER, 867, 886),
    "pages": Own(PAGES, 1, 999),
}
"""The sets of the project's own texts; one that has no texts yet is left out of every table."""


def truths(name: str) -> tuple[ArticleTruth, ...]:
    """Return the truths of one of the project's own sets."""
    own = OWN[name]
    return tuple(one for one in load_articles(own.folder) if own.first <= number(one.id) <= own.last)


def own_sets() -> tuple[TextSet, ...]:
    """Return those of the project's own sets that have texts."""
    sets = (text_set(name, truths(name)) for name in OWN)
    return tuple(one for one in sets if one.texts)


def text_set(name: str, told: Iterable[ArticleTruth], kinds: tuple[str, ...] = ()) -> TextSet:
    """Make a set of texts that are read one by one; of their facts only some kinds may be told."""
    return TextSet(name, tuple(Text(one.path, one.path, partial(judge, one, kinds=kinds)) for one in told))
