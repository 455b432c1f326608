"""The phrases that the finders know, as data: one file a subject, each group with examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import yaml

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML built without libyaml reads the same, more slowly
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""
"""Marks, in a tree of beginnings, that a phrase may end here."""

_ANY_ENDING = r"\w*"
_CHARACTERS = {"'": "['’]", "’": "['’]", "*": _ANY_ENDING}


@dataclass(frozen=True, slots=True)
class Group:
    """One group of phrases.

    `words` are read whatever their apostrophe, and `*` in them stands for any ending;
    `patterns` are regular expressions. `matches` are texts in which one of them stands,
    `spares` texts in which none does. `cased`: capitals count.
    """

    key: tuple[str, ...]
    words: tuple[str, ...]
    patterns: tuple[str, ...]
    matches: tuple[str, ...]
    spares: tuple[str, ...]
    cased: bool = False

    @property
    def pattern(self) -> str:
        """Return the pattern of the group; words that stand beside patterns are whole words."""
        if not self.patterns:
            return any_of(self.words)
        whole = [rf"(?<!\w){any_of(self.words)}(?!\w)"] if self.words else []
        return f"(?:{'|'.join([*whole, *self.patterns])})"

    def stands_in(self, text: str) -> bool:
        """Say whether one of the phrases stands in a text, words as whole words."""
        edges = ("", "") if self.patterns else (r"(?<!\w)", r"(?!\w)")
        return re.search(self.pattern.join(edges), text, 0 if self.cased else re.IGNORECASE) is not None


@cache
def words(subject: str) -> Mapping[str, Any]:
    """Return the whole of `SUBJECT.yaml` beside this file.

    Every scalar is a string: `on` and `no` are words here.
    """
    data = yaml.load(files(__name__).joinpath(f"{subject}.yaml").read_bytes(), Loader)  # noqa: S506 - both loaders make nothing but strings
    if not isinstance(data, dict):
        msg = f"words/{subject}.yaml is not a mapping"
        raise TypeError(msg)
    return data


@cache
def group(subject: str, *path: str) -> Group:
    """Return a group by its place in a file; raise KeyError where there is none.

    >>> group("sensitive", "blame").stands_in("They have failed our children.")
    True
    """
    entry: Any = words(subject)
    for key in path:
        entry = entry[key]
    return Group(
        key=(subject, *path),
        words=tuple(entry.get("words", ())),
        patterns=tuple(entry.get("patterns", ())),
        matches=tuple(entry.get("matches", ())),
        spares=tuple(entry.get("spares", ())),
        cased=entry.get("capitals") == "count",
    )


def phrases(subject: str, *path: str) -> tuple[str, ...]:
    """Return the words of a group.

    >>> phrases("grades", "grades", "inadequate")
    ('inadequate',)
    """
    return group(subject, *path).words


def either(subject: str, *path: str) -> str:
    """Return the pattern of a group: any of its words or patterns, the longest word first."""
    return group(subject, *path).pattern


def members(subject: str, *path: str) -> tuple[str, ...]:
    """Return the names of the groups that stand together under one heading, in order.

    >>> members("findings", "lead_ins")
    ('improvement', 'strength', 'neutral')
    """
    entry: Any = words(subject)
    for key in path:
        entry = entry[key]
    return tuple(entry)


def groups(subject: str) -> Iterator[Group]:
    """Yield every group of a file, those under headings one by one."""
    yield from _below(subject, (), words(subject))


def _below(subject: str, path: tuple[str, ...], entry: Mapping[str, Any]) -> Iterator[Group]:
    if "words" in entry or "patterns" in entry:
        yield group(subject, *path)
        return
    for key, inner in entry.items():
        yield from _below(subject, (*path, key), inner)


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that matches any of the phrases, the longest first, whatever their apostrophe.

    `*` stands for any ending. Common beginnings are factored out, so that a long list
    costs hardly more than a short one.

    >>> any_of(["chair", "chairman", "chief"])
    '(?:ch(?:air(?:man)?|ief))'
    """
    tree: _Tree = {}
    for phrase in phrases:
        here = tree
        for character in phrase:
            here = here.setdefault(_CHARACTERS.get(character) or re.escape(character), {})
        here[_END] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: _Tree) -> str:
    """Return the pattern of a tree of beginnings; the branch of any ending comes last."""
    ways = sorted((way for way in tree if way != _END), key=lambda way: (way == _ANY_ENDING, way))
    return "|".join(way + _rest(tree[way]) for way in ways)


def _rest(tree: _Tree) -> str:
    """Return the pattern of what may follow a beginning."""
    if tree.keys() == {_END}:
        return ""
    inner = _branches(tree)
    if _END in tree:
        return f"(?:{inner})?"
    return f"(?:{inner})" if len(tree) > 1 else inner
