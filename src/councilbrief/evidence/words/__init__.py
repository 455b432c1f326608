"""The phrases that the finders know, as data: one file a subject, each phrase with examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML built without libyaml reads the same, more slowly
    from yaml import BaseLoader as Loader  # type: ignore[assignment]


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

    >>> any_of(["chair", "chairman"])
    '(?:chairman|chair)'
    """
    escaped = (re.sub("['’]", "['’]", re.escape(phrase)) for phrase in phrases)
    return "(?:" + "|".join(sorted(set(escaped), key=lambda phrase: (-len(phrase), phrase))) + ")"
