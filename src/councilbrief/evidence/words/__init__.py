"""The phrases that the finders know, as data: one file a subject, each phrase with examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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


@cache
def words(subject: str) -> Mapping[str, Any]:
    """Return the phrases of a subject: the whole of `SUBJECT.yaml` beside this file.

    Every scalar is a string: `on` and `no` are words here.
    """
    data = yaml.load(files(__name__).joinpath(f"{subject}.yaml").read_bytes(), Loader)  # noqa: S506 - both loaders make nothing but strings
    if not isinstance(data, dict):
        msg = f"words/{subject}.yaml is not a mapping"
        raise TypeError(msg)
    return data


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that matches any of the phrases, the longest first, whatever their apostrophe.

    Common beginnings are factored out, so that a long list costs no more than a short one.

    >>> any_of(["chair", "chairman", "chief"])
    '(?:ch(?:air(?:man)?|ief))'
    """
    tree: _Tree = {}
    for phrase in phrases:
        here = tree
        for character in phrase:
            here = here.setdefault("['’]" if character in "'’" else re.escape(character), {})
        here[_END] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: _Tree) -> str:
    """Return the pattern of a tree of beginnings."""
    ways = [character + _rest(below) for character, below in sorted(tree.items()) if character != _END]
    return "|".join(ways)


def _rest(tree: _Tree) -> str:
    """Return the pattern of what may follow a beginning."""
    if tree.keys() == {_END}:
        return ""
    inner = _branches(tree)
    if _END in tree:
        return f"(?:{inner})?"
    return f"(?:{inner})" if len(tree) > 1 else inner
