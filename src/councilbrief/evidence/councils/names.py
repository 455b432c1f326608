"""How a council's name is written: the forms that mean the same, and the words around it."""

from __future__ import annotations

import re

# Words that say what kind of council it is and may follow its place.
_KINDS = """
    authority bc borough cc city corporation council county district lbc london mbc mdc metropolitan ua
    unitary
"""
KINDS = frozenset(_KINDS.split())
# Words that may stand before the place, longest first.
OPENINGS: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split())
    for words in (
        "royal london borough of",
        "metropolitan borough of",
        "metropolitan district of",
        "london borough of",
        "royal borough of",
        "city and county of",
        "council of the",
        "council of",
        "borough of",
        "county of",
        "city of",
    )
)
SMALL = frozenset(["and", "of", "on", "the", "under", "upon", "with"])

_APOSTROPHES = re.compile("['\u2018\u2019`]")
_WORD = re.compile(r"[^\W_]+")


def plain(name: str) -> tuple[str, ...]:
    """Return a name's words without what never tells two councils apart.

    >>> plain("St. Helen’s"), plain("Telford & Wrekin"), plain("the Isle of Wight")
    (('st', 'helens'), ('telford', 'and', 'wrekin'), ('isle', 'of', 'wight'))
    """
    folded = _APOSTROPHES.sub("", name.casefold()).replace("&", " and ")
    words = tuple(_WORD.findall(folded))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def without_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """Take off the words at the end that say what kind of council it is.

    >>> without_kind(plain("Barnsley Metropolitan Borough Council"))
    ('barnsley',)
    """
    end = len(words)
    while (
        end > 1
        and words[end - 1] in KINDS
        and (words[end - 1] != "london" or words[end:][:1] == ("borough",))
    ):
        end -= 1
    return words[:end]


def without_opening(words: tuple[str, ...]) -> tuple[str, ...]:
    """Take off the words in front of the place, also where a list has put them behind it.

    >>> without_opening(plain("London Borough of Camden")), without_opening(plain("Bristol, City of"))
    (('camden',), ('bristol',))
    """
    for opening in OPENINGS:
        length = len(opening)
        if len(words) > length and words[:length] == opening:
            return words[length:]
        if len(words) > length and words[-length:] == opening:
            return words[:-length]
    return words


def names_a_place(words: tuple[str, ...]) -> bool:
    """Say whether there is a word that is more than a kind of council.

    >>> names_a_place(("county",)), names_a_place(("county", "durham"))
    (False, True)
    """
    return not KINDS.union(SMALL).issuperset(words)


def forgiven(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to look a name up, the one nearest to what was written first.

    >>> forgiven("City of York Council")
    (('city', 'of', 'york', 'council'), ('city', 'of', 'york'), ('york', 'council'), ('york',))
    """
    whole = plain(name)
    ways = (whole, without_kind(whole), without_opening(whole), without_kind(without_opening(whole)))
    return tuple(dict.fromkeys(way for way in ways if way))
