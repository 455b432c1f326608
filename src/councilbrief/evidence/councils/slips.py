"""Which council was meant by a name or a code with a slip of the pen."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from councilbrief.evidence.councils.names import names_a_place, plain

SUGGESTIONS = 3
# How alike a suggestion must be to what was written, from 0 to 1: a slip of the pen, not another place.
LIKENESS = 0.75
# What a part of a name counts less than a whole one.
PART = 0.02
# By how little two suggestions may differ and count as equally near.
EQUALLY_NEAR = 0.005
# As many letters of a name's beginning tell that it was broken off.
FEWEST_LETTERS = 4
LIKE_A_CODE = re.compile(r"[A-Z]\d{6,9}")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way to write a council's name, or a part of it."""

    council: str
    text: str
    whole: bool


def spellings(
    council: str, names: Sequence[str], beginnings: Sequence[Words], short_forms: Mapping[str, Sequence[str]]
) -> Iterator[Spelling]:
    """Yield the ways to write a council: its names, their beginnings, and what they join by `and`.

    `short_forms` are those of a word in it, as `Northants` of `Northamptonshire`.

    >>> [one.text for one in spellings("East Barsetshire", ["East Barsetshire"], [], {"east": ["e"]})]
    ['east barsetshire', 'e barsetshire']
    """
    for words in dict.fromkeys(plain(name) for name in names):
        yield Spelling(council, " ".join(words), whole=True)
        for at, word in enumerate(words):
            for short in short_forms.get(word, ()) if len(words) > 1 else ():
                yield Spelling(council, " ".join((*words[:at], short, *words[at + 1 :])), whole=True)
        for part in _joined(words):
            yield Spelling(council, " ".join(part), whole=False)
    for words in beginnings:
        yield Spelling(council, " ".join(words), whole=False)


def _joined(words: Words) -> Iterator[Words]:
    """Yield what `and` joins: `Cheshire West` and `Chester`."""
    if "and" in words:
        for is_and, part in groupby(words, lambda word: word == "and"):
            place = tuple(part)
            if not is_and and names_a_place(place):
                yield place


def nearest_names(written: str, known: Sequence[Spelling]) -> Words:
    """Return the councils whose names begin so, where they are few; else those whose spelling is nearest."""
    if len(written) >= FEWEST_LETTERS:
        begun = dict.fromkeys(one.council for one in known if one.text.startswith(written))
        if 0 < len(begun) <= SUGGESTIONS:
            return tuple(sorted(begun))
    likeness: dict[str, float] = defaultdict(float)
    for one in known:
        ratio = _likeness(written, one.text) - (0 if one.whole else PART)
        likeness[one.council] = max(likeness[one.council], ratio)
    return _best(likeness)


def nearest_codes(written: str, known: Mapping[str, str]) -> Words:
    """Return the councils whose codes are most like one, first those that repeat a digit more or less often.

    >>> nearest_codes("E0600004", {"E06000004": "A", "E06000049": "B", "E08000012": "C"})
    ('A', 'B')
    """
    likeness = {code: _likeness(written, code) for code in known}
    near = sorted(
        _best(likeness, most=len(known)), key=lambda code: (_folded(code) != _folded(written), code)
    )
    return tuple(dict.fromkeys(known[code] for code in near))[:SUGGESTIONS]


def _folded(code: str) -> str:
    """Write a repeated character once."""
    return "".join(character for character, _ in groupby(code))


def _likeness(written: str, known: str) -> float:
    matcher = difflib.SequenceMatcher(None, known, written, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < LIKENESS:
        return 0.0
    return matcher.ratio()


def _best(likeness: Mapping[str, float], most: int = SUGGESTIONS) -> Words:
    """Return those that are like enough, and of them the nearest, with what is equally near."""
    least = max(LIKENESS, max(likeness.values(), default=0.0) - EQUALLY_NEAR)
    return tuple(sorted(name for name, ratio in likeness.items() if ratio >= least)[:most])
