"""Boilerplate: the lines of a page that are no part of its story, and the rules that know them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_LINE = 400
"""Characters; a longer line is a paragraph of the story, whatever it says."""

_HEAD = 1 / 3
_LONG_TEASER = 160
_SENTENCE_END = re.compile(r"[.!?:;…][”’\"')\]]*$")
_NUMBERED = "rule_"
_NO_WORD = re.compile(r"[\W_\d]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of line that is no part of a story; see boilerplate.yaml."""

    key: str
    scope: str
    pattern: re.Pattern[str]
    takes: tuple[str, ...]
    spares: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules, those with the widest scope first."""
    data = yaml.safe_load(files(__package__).joinpath("boilerplate.yaml").read_bytes())
    return tuple(
        _rule(scope, key, entry) for scope in ("tail", "list", "line") for key, entry in data[scope].items()
    )


def _rule(scope: str, key: str, entry: Mapping[str, object]) -> Rule:
    """Compile one entry of the file."""
    takes, spares = entry["takes"], entry["spares"]
    if not isinstance(takes, list) or not isinstance(spares, list):
        msg = f"boilerplate rule {key}: takes and spares are lists"
        raise TypeError(msg)
    pattern = re.compile(str(entry["pattern"]), re.IGNORECASE)
    return Rule(key, scope, pattern, tuple(takes), tuple(spares))


_SHORTEST_CAPTION = 8
"""Characters; shorter words are said twice for their own sake: `No, no`."""


def boilerplate(lines: Sequence[str]) -> dict[int, str]:
    """Return the numbers of the lines that are no part of the story, with the rule's key."""
    out: dict[int, str] = {}
    listing: str | None = None
    captions = {half for line in lines if (half := _half(line))}
    for number, line in enumerate(lines):
        if line in captions or _half(line):
            out[number] = "caption"
            continue
        rule = _first(line)
        if rule is not None and rule.scope == "tail" and number >= len(lines) * _HEAD:
            out.update(dict.fromkeys(range(number, len(lines)), rule.key))
            return out
        if rule is not None and rule.scope != "tail":
            out[number] = rule.key
            listing = rule.key if rule.scope == "list" else listing
        elif listing is not None and _is_teaser(line):
            out[number] = listing
        elif _NO_WORD.fullmatch(line) and not any(character.isdigit() for character in line):
            out[number] = "no-words"
        else:
            listing = None
    return out


def _half(line: str) -> str:
    """Return what a line says twice over, as a picture's text and caption do; nothing if it does not.

    >>> _half("The mayor at workThe mayor at work")
    'The mayor at work'
    """
    middle = len(line) // 2
    half = line[:middle].strip()
    twice = len(half) >= _SHORTEST_CAPTION and line[-len(half) :] == half and line[: -len(half)].strip() == half
    return half if twice else ""


def _first(line: str) -> Rule | None:
    """Return the first rule that knows the line."""
    if len(line) > LONGEST_LINE:
        return None
    match = _any_rule().fullmatch(line)
    return rules()[int((match.lastgroup or "").removeprefix(_NUMBERED))] if match else None


@cache
def _any_rule() -> re.Pattern[str]:
    """Return all rules as one pattern, which costs a line one look; its last group is the rule's number."""
    ways = (f"(?P<{_NUMBERED}{number}>{rule.pattern.pattern})" for number, rule in enumerate(rules()))
    return re.compile("|".join(ways), re.IGNORECASE)


def _is_teaser(line: str) -> bool:
    """Say whether a line looks like the headline of another story: short, and no sentence."""
    return len(line) <= _LONG_TEASER and _SENTENCE_END.search(line) is None
