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
_NO_WORD = re.compile(r"[\W_\d]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of line that is no part of a story; see boilerplate.yaml."""

    key: str
    scope: str
    pattern: re.Pattern[str]
    takes: tuple[str, ...]
    spares: tuple[str, ...]
    needs: tuple[str, ...] = ()

    def matches(self, line: str, lowered: str) -> bool:
        """Say whether a whole line, given also in lower case, is of this kind."""
        if self.needs and not any(need in lowered for need in self.needs):
            return False
        return self.pattern.fullmatch(line) is not None


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules, those with the widest scope first."""
    data = yaml.safe_load(files(__package__).joinpath("boilerplate.yaml").read_bytes())
    return tuple(
        _rule(scope, key, entry) for scope in ("tail", "list", "line") for key, entry in data[scope].items()
    )


def _rule(scope: str, key: str, entry: Mapping[str, object]) -> Rule:
    """Compile one entry of the file."""
    takes, spares, needs = entry["takes"], entry["spares"], entry.get("needs", [])
    if not isinstance(takes, list) or not isinstance(spares, list) or not isinstance(needs, list):
        msg = f"boilerplate rule {key}: takes, spares and needs are lists"
        raise TypeError(msg)
    pattern = re.compile(str(entry["pattern"]), re.IGNORECASE)
    return Rule(key, scope, pattern, tuple(takes), tuple(spares), tuple(needs))


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
    twice = (
        len(half) >= _SHORTEST_CAPTION and line[-len(half) :] == half and line[: -len(half)].strip() == half
    )
    return half if twice else ""


def _first(line: str) -> Rule | None:
    """Return the first rule that knows the line."""
    if len(line) > LONGEST_LINE:
        return None
    lowered = line.lower()
    free, needy = _at_once()
    if free.fullmatch(lowered) is None and not any(rule.matches(line, lowered) for rule in needy):
        return None
    return next((rule for rule in rules() if rule.matches(line, lowered)), None)


@cache
def _at_once() -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    """Return all rules that need nothing as one pattern for lower case, and the others one by one.

    Few lines are of any kind, and to ask one pattern that heeds case is the quickest way to see it.
    """
    free = "|".join(f"(?:{rule.pattern.pattern})" for rule in rules() if not rule.needs)
    return re.compile(free), tuple(rule for rule in rules() if rule.needs)


def _is_teaser(line: str) -> bool:
    """Say whether a line looks like the headline of another story: short, and no sentence."""
    return len(line) <= _LONG_TEASER and _SENTENCE_END.search(line) is None
