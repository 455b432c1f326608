"""Strengths in the narrative of a report: sentences that praise, stand alone, and take nothing back."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache

from councilbrief.evidence.words import group, members, words
from councilbrief.evidence.words.edges import edged

_SHORTEST = 25
_LONGEST = 420
_ENOUGH = 2.0
"""What signs of praise must weigh together: one that is plain, or one that is firm about a part."""

_SOME = 1.0
"""What they must weigh in a sentence that goes on with praise."""

_POINTING = frozenset({"openings", "points_back", "pronouns"})
"""The flaws of a sentence that leans on the one before it."""

_SIGNS_COUNTED = 2
"""More signs of a kind than this add nothing: a long sentence is no better for its length."""

_CLOSE = 60
_WIDE = 260
_PER_PENALTY = 30
"""Characters beyond what reads well on a page that cost one point."""

_TELLING = 4
"""Letters; shorter words tell nothing of what a sentence is about."""

_ON_THE_SAME = 0.3
"""The share of these that two sentences on the same thing have in common."""

_ALIKE = 0.7
"""The share of their words that two sentences have in common where they say the same."""

_UNCOUNTED = "faint"
"""Signs that only add to others: a service that is offered to all is not yet a good one."""

_FITNESS = ("people", "general", "hedged", "conditional")
_JARGON = "jargon"
_CLOSING = ".”’\"'"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Praise:
    """A sentence that is a strength: how fit it is to be read first, and the kind of sign that made it one.

    `rule` is the name of a group under `praise` in words/praise.yaml.
    """

    score: float
    rule: str


def weigh(sentence: str) -> Praise | None:
    """Weigh a whole sentence of a report; None where it is no strength that can stand alone.

    Shortfalls decide before praise does, since reports put praise into them.

    >>> weigh("Children are listened to and are very well supported by skilled social workers.")
    Praise(score=16.0, rule='acclaim')
    >>> weigh("Children are not always well supported by their social workers.") is None
    True
    >>> weigh("They are very well supported by skilled social workers.") is None
    True
    """
    if flaw(sentence):
        return None
    rule, weight = _praise(sentence.lower())
    if rule == _UNCOUNTED or weight < _ENOUGH:
        return None
    return Praise(score=weight + _fitness(sentence), rule=rule)


def leans(sentence: str) -> bool:
    """Say whether a sentence goes on praising what the one before it praises, and can't stand without it.

    >>> leans("As a result, children and adopters are well matched."), leans("This is not always done well.")
    (True, False)
    """
    return flaw(sentence) in _POINTING and _praise(sentence.lower())[1] >= _SOME


def takes_back(sentence: str) -> bool:
    """Say whether a sentence takes back some of what the one before it praises.

    >>> takes_back("However, this is too soon to evaluate."), takes_back("As a result, children are safe.")
    (True, False)
    """
    return _pattern("contrast").match(sentence.lower()) is not None and flaw(sentence) == "shortfall"


def _praise(text: str) -> tuple[str, float]:
    """Return the strongest kind of praise in a text of small letters, and what all of it weighs."""
    named = _pattern("names").sub(" ", text)
    signs = {kind: _signs(kind, named) for kind in members("praise", "praise")}
    rule = next((kind for kind, found in signs.items() if found), _UNCOUNTED)
    weight = sum(_weight("praise", kind) * found for kind, found in signs.items())
    return rule, weight + (_weight("part") if _pattern("part").search(text) else 0.0)


def flaw(sentence: str) -> str | None:
    """Name what keeps a sentence back, praise or not: a group of words/praise.yaml, or its shape.

    >>> flaw("This ensures that children are safe."), flaw("Plans are good, but few are kept.")
    ('openings', 'shortfall')
    >>> flaw("Children are seen without delay.") is None
    True
    """
    if not (_SHORTEST <= len(sentence) <= _LONGEST and sentence[0].isupper() and sentence[-1] in _CLOSING):
        return "shape"
    text = sentence.lower()
    plain = _pattern("harmless").sub(" ", text)
    for mark in ("shortfall", "plans", "history", "frame"):
        if _pattern(mark).search(plain):
            return mark
    if _pattern("openings").match(text):
        return "openings"
    if _pattern("points_back").search(plain):
        return "points_back"
    adrift = _is_adrift(text, "pronouns", "antecedents") or _is_adrift(text, "singular", "persons")
    return "pronouns" if adrift else None


def best_first(found: Sequence[tuple[Hashable, int, Praise]]) -> list[int]:
    """Return the places of strengths, best first: the areas in turn, the fittest of each first.

    Each strength is its area, its place in the report, and its weight. In every round the
    area whose next strength is fittest goes first; equals keep the order of the report.

    >>> good, better = Praise(4.0, "firm"), Praise(8.0, "acclaim")
    >>> best_first([("leaders", 0, good), ("care", 1, better), ("care", 2, better)])
    [1, 0, 2]
    """

    def rank(place: int) -> tuple[float, int]:
        _, order, praise = found[place]
        return (-praise.score, order)

    areas: dict[Hashable, deque[int]] = defaultdict(deque)
    for place in sorted(range(len(found)), key=rank):
        areas[found[place][0]].append(place)
    offered: list[int] = []
    while waiting := [queue for queue in areas.values() if queue]:
        offered += sorted((queue.popleft() for queue in waiting), key=rank)
    return offered


def told_once(sentences: Sequence[str]) -> list[int]:
    """Return the places of the sentences that say what none before them says: summaries repeat chapters.

    >>> told_once(["Care leavers are well supported by staff.", "Care leavers are supported well by staff."])
    [0]
    """
    kept: list[tuple[int, frozenset[str]]] = []
    for place, sentence in enumerate(sentences):
        said = _words(sentence)
        if not any(len(said & other) >= _ALIKE * len(said | other) for _, other in kept):
            kept.append((place, said))
    return [place for place, _ in kept]


def varied(sentences: Sequence[str], count: int) -> list[int]:
    """Return the places of sentences in an order whose first ones are on different things.

    Of the first `count` none says much the same as another, as far as there are others.

    >>> varied(["Early help is swift.", "Early help is swift and kind.", "Adopters are well matched."], 2)
    [0, 2, 1]
    """
    first: list[int] = []
    later: list[int] = []
    meant = [_meant(sentence) for sentence in sentences]
    for place, own in enumerate(meant):
        alike = any(len(own & meant[other]) >= _ON_THE_SAME * len(own | meant[other]) for other in first)
        (later if alike or len(first) == count else first).append(place)
    return [*first, *sorted(later)]


def _meant(sentence: str) -> frozenset[str]:
    """Return the words of a sentence that tell what it is about."""
    return frozenset(word for word in _words(sentence) if len(word) >= _TELLING and word not in _everyday())


@cache
def _everyday() -> frozenset[str]:
    return frozenset(group("praise", "everyday").words)


def _words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.casefold()))


def _is_adrift(text: str, pronouns: str, bearers: str) -> bool:
    """Say whether the first pronoun of a kind comes before all that it could stand for."""
    said = _pattern(pronouns).search(text)
    return said is not None and not _pattern(bearers).search(text, 0, said.start())


def _signs(kind: str, text: str) -> int:
    """Count the different signs of praise of a kind, up to as many as count."""
    found = {match[0] for match in _pattern("praise", kind).finditer(text)}
    return min(_SIGNS_COUNTED, len(found))


def _fitness(sentence: str) -> float:
    """Return what fits a strength for the top of a page beside its praise: whom it concerns, its length."""
    text = sentence.lower()
    kinds = {kind for kind in _FITNESS if _pattern("fit", kind).search(text)}
    if _pattern("fit", _JARGON).search(sentence):
        kinds.add(_JARGON)
    fitness = sum(_weight("fit", kind) for kind in kinds)
    over = max(0, len(sentence) - _WIDE) / _PER_PENALTY
    return fitness - over - (len(sentence) < _CLOSE)


@cache
def _weight(*path: str) -> float:
    """Return the weight that a group of words/praise.yaml gives."""
    entry = words("praise")
    for key in path:
        entry = entry[key]
    return float(entry["weight"])


def _pattern(*path: str) -> re.Pattern[str]:
    """Return the pattern of a group of words/praise.yaml."""
    return edged("praise", *path)
