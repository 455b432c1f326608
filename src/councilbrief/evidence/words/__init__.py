"""The phrases that the finders know, as data: one file a subject, each group with examples.

A user's own (`own`) are added to those that ship, before the first finder asks for any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from councilbrief.evidence.words.own import Own, taken

_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""
"""Marks, in a tree of beginnings, that a phrase may end here."""

_ANY_ENDING = r"\w*"
_CHARACTERS = {"'": "['’]", "’": "['’]", "*": _ANY_ENDING}
_FEW = 3
"""Beginnings that are tried one by one as quickly as their first letters are looked up."""

WORD = r"\b(?=\w)"
"""Where a word begins. Asked first, it spares a pattern whose own beginning is dear all other places."""


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
        start = WORD if all(word[0].isalnum() for word in self.words) else r"(?<!\w)"
        whole = [rf"{start}{any_of(self.words)}(?!\w)"] if self.words else []
        return f"(?:{'|'.join([*whole, *self.patterns])})"

    def stands_in(self, text: str) -> bool:
        """Say whether one of the phrases stands in a text, words as whole words."""
        return self.found_in(text) is not None

    def found_in(self, text: str) -> str | None:
        """Return the first of the phrases that stands in a text, as it stands there."""
        edges = ("", "") if self.patterns else (r"(?<!\w)", r"(?!\w)")
        found = re.search(self.pattern.join(edges), text, 0 if self.cased else re.IGNORECASE)
        return found[0] if found else None


def subjects() -> tuple[str, ...]:
    """Return the names of the files beside this one, in order."""
    names = (path.name for path in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def words(subject: str) -> Mapping[str, Any]:
    """Return what the finders know of a subject: what ships, and what a user's own file adds.

    From the first call on nothing else can be added: a finder may hold what it was given.
    """
    own = taken()
    return shipped(subject) if own is None else _with(own, (subject,), shipped(subject))


@cache
def shipped(subject: str) -> Mapping[str, Any]:
    """Return the whole of `SUBJECT.yaml` beside this file.

    Every scalar is a string: `on` and `no` are words here.
    """
    import yaml  # noqa: PLC0415 - a build that has nothing to do asks for no words

    # PyYAML built without libyaml reads the same, more slowly
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data = yaml.load(files(__name__).joinpath(f"{subject}.yaml").read_bytes(), loader)  # noqa: S506 - both loaders make nothing but strings
    if not isinstance(data, dict):
        msg = f"words/{subject}.yaml is not a mapping"
        raise TypeError(msg)
    return data


def _with(own: Own, path: tuple[str, ...], entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a heading or a group with what a user's own file adds to it."""
    if is_group(entry):
        return {**entry, "words": [*entry.get("words", ()), *own.added.get(path, ())]}
    return {key: _with(own, (*path, key), inner) for key, inner in entry.items()}


def is_group(entry: Mapping[str, Any]) -> bool:
    """Tell a group from a heading over groups."""
    return "words" in entry or "patterns" in entry


@cache
def group(subject: str, *path: str) -> Group:
    """Return a group by its place in a file; raise KeyError where there is none.

    >>> group("sensitive", "blame").stands_in("They have failed our children.")
    True
    """
    entry: Any = words(subject)
    for key in path:
        entry = entry[key]
    return group_of((subject, *path), entry)


def group_of(key: tuple[str, ...], entry: Mapping[str, Any]) -> Group:
    """Make a group of what a file says of it."""
    return Group(
        key=key,
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
    yield from below((subject,), words(subject))


def below(path: tuple[str, ...], entry: Mapping[str, Any]) -> Iterator[Group]:
    """Yield every group under a heading, or the one that stands there."""
    if is_group(entry):
        yield group_of(path, entry)
        return
    for key, inner in entry.items():
        yield from below((*path, key), inner)


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that matches any of the phrases, the longest first, whatever their apostrophe.

    `*` stands for any ending. Common beginnings are factored out, and the first letters are
    asked for before them, so that a long list costs hardly more than a short one.

    >>> any_of(["chair", "chairman", "chief"])
    '(?:ch(?:air(?:man)?|ief))'
    >>> any_of(["boss", "chief", "dean", "head"])
    '(?:(?=[bcdh])(?:boss|chief|dean|head))'
    """
    tree: _Tree = {}
    for phrase in phrases:
        here = tree
        for character in phrase:
            here = here.setdefault(_CHARACTERS.get(character) or re.escape(character), {})
        here[_END] = {}
    first = "" if len(tree) <= _FEW or _ANY_ENDING in tree else f"(?=[{_letters(tree)}])"
    return f"(?:{first}(?:{_branches(tree)}))" if first else f"(?:{_branches(tree)})"


def _letters(tree: _Tree) -> str:
    """Return what phrases begin with, as it is written between brackets."""
    return "".join(sorted(way[1:-1] if way[0] == "[" else way for way in tree if way != _END))


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
