"""What each subject and group of phrases is for, as the comments above them in the shipped files say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from councilbrief.evidence.words import is_group, shipped

_PACKAGE = "councilbrief.evidence.words"
_KEY = re.compile(r"( *)(\w[^:]*):")
_INDENT = 2
_OF_ALL_FILES = re.compile(r" ?[`\"]matches[`\"] are .*")


@cache
def about(subject: str) -> Mapping[tuple[str, ...], str]:
    """Return the comment above each heading and group of a subject that has one; that of the file under ().

    Comments are for who maintains the phrases, and say the same to who adds some: so they
    stand in one place.
    """
    found: dict[tuple[str, ...], str] = {}
    path: tuple[str, ...] = ()
    above: list[str] = []
    text = files(_PACKAGE).joinpath(f"{subject}.yaml").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            above.append(line.strip().removeprefix("#").strip())
            continue
        key = _KEY.match(line)
        if key and len(key[1]) // _INDENT <= len(path):
            here = (*path[: len(key[1]) // _INDENT], key[2])
            if _stands(shipped(subject), here):
                path = here
                found |= {path: " ".join(above)} if above else {}
        elif not line and () not in found:
            found[()] = _OF_ALL_FILES.sub("", " ".join(above))
        above = []
    return found


def _stands(tree: Mapping[str, Any], path: tuple[str, ...]) -> bool:
    """Say whether there is a heading or a group of this key."""
    for key in path:
        if is_group(tree) or key not in tree:
            return False
        tree = tree[key]
    return True
