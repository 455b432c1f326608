"""Which of some words make the phrase for an office: `council leader`, `lead member for children`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from councilbrief.evidence.words import either, phrases

HEADS = frozenset(phrases("people", "role_heads"))
_RELATIONS = frozenset(phrases("people", "relations"))
_CAPITALS = frozenset(phrases("people", "not_names"))
_STARTS = frozenset(phrases("people", "role_starts"))
_MODIFIERS = (HEADS | _STARTS | {word.lower() for word in _CAPITALS}) - {*phrases("people", "no_modifiers")}
_GOES_ON = frozenset({"of", "for", "in", "at", "on", "with", "to", "and", "&"})
_FOLLOWS = _GOES_ON | {"until", "from", "responsible"}
_JOINS = frozenset({"and", "&"})
_BREAKS = frozenset(phrases("people", "not_in_a_phrase")) - _GOES_ON
_VERB = re.compile(either("people", "verbs_after_role"))
_BODIES = frozenset({"board", "committee", "council", "panel", "group", "team", "trust", "company", "office"})
OWNED = re.compile(r"[’']s?$")
"""The ending of an owner's name."""

_OWN_PEOPLE = frozenset(
    {"children", "people", "families", "adults", "women", "governors", "carers", "parents", "students"}
)
"""Whose services an office can be of: `the children’s minister`; of others the ’s names the owner."""

WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'&/-]*")


def has_head(phrase: str) -> bool:
    """Say whether a phrase holds a word for what people are, be it to each other."""
    return any(word[0].lower() in HEADS for word in WORD.finditer(phrase))


def is_office(phrase: str) -> bool:
    """Say whether a phrase tells an office, not just whose successor or wife somebody is."""
    heads = {word[0].lower() for word in WORD.finditer(phrase)} & HEADS
    return not _RELATIONS.issuperset(heads)


def office_start(words: Sequence[str]) -> int | None:
    """Return the first word of the phrase for an office that the words end in; None if they end in none.

    >>> office_start("The council praised interim director".split())
    3
    >>> office_start("its cabinet member for a fairer start".split())
    1
    """
    plain = [word.lower() for word in words]
    for head, word in enumerate(plain):
        if word in HEADS and _goes_on(words, _run_end(plain, head)):
            return _modified(plain, head)
    return None


def after_break(words: Sequence[str]) -> int:
    """Return the first word behind the last one that no phrase for an office holds: `who`, `by`."""
    return max((at + 1 for at, word in enumerate(words) if word.lower() in _BREAKS), default=0)


def is_nominal(words: Sequence[str]) -> bool:
    """Say whether words can all be nouns and adjectives: `medical`, not `in` or `has`."""
    plain = (word.lower() for word in words)
    return not any(word in _BREAKS or word in _FOLLOWS or _VERB.fullmatch(word) for word in plain)


def _run_end(plain: Sequence[str], head: int) -> int:
    """Return the end of the run of nouns in which a head stands: `chief executive designate`.

    One that ends in a body (`the executive board`) tells nobody's office, and has no end.
    """
    end = head + 1
    while end < len(plain) and _is_modifier(plain[end]):
        end += 1
    return end if plain[end - 1] not in _BODIES else len(plain) + 1


def _goes_on(words: Sequence[str], end: int) -> bool:
    """Say whether nothing but what the office is for follows."""
    return end == len(words) or (
        end < len(words)
        and (words[end].lower() in _FOLLOWS or words[end][0].isupper())
        and not any(_VERB.fullmatch(word) for word in words[end:])
    )


def _modified(plain: Sequence[str], head: int) -> int:
    """Return the first of the nouns and adjectives before a head: `children and families director`."""
    at = head
    while at > 0:
        if _is_modifier(plain[at - 1]):
            at -= 1
        elif plain[at - 1] in _JOINS and at < head and at > 1 and _is_modifier(plain[at - 2]):
            at -= 2
        else:
            break
    return at


def _is_modifier(word: str) -> bool:
    bare = OWNED.sub("", word)
    return bare in (_MODIFIERS if bare == word else _OWN_PEOPLE)
