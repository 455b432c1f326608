"""When words count as the same: the conventions of the corpus's scorers, for texts that stand without it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

Range = tuple[int, int]

SAME = 0.9
"""The similarity from which on two findings are the same."""
CLAUSE = 0.8
"""The share of its words that a clause of prose must have in common with the one found."""
OVERLAP = 0.8
"""The share of their characters together that two quotations must have in common."""
MIN_WORDS = 4
"""A quotation of fewer words counts neither way."""
LONGEST_NAME = 15
LENGTHS_APART = 4
WORDS_OF_A_CLAUSE = 3
EDGE = " \t\n\r\u00a0\"'“”‘’„`.,;:!?-–—…()"
NARRATOR = re.compile(r"[”\"][^“”\"\n]{1,250}[“\"]")
TITLES = frozenset(
    {"cllr", "clr", "coun", "councillor", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord"}
    | {"obe", "mbe", "mp", "cbe"}
)


def plain(words: str) -> str:
    """Return letters and digits only, in lower case, parted by single spaces."""
    flat = unicodedata.normalize("NFKD", words).lower().replace("&", " and ")
    flat = "".join(char for char in flat if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’‘]", "", flat)).strip()


def similar(truth: str, said: str, *, prose: bool) -> float:
    """Return how alike a true finding and one that is said are, 0.0 where they are two."""
    one, other = plain(truth), plain(said)
    if not one or not other:
        return 0.0
    ratio = 1.0 if one == other else difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
    if ratio >= SAME:
        return ratio
    return 0.5 + ratio / 4 if prose and _same_clause(one.split(), other.split()) else 0.0


def _same_clause(truth: list[str], said: list[str]) -> bool:
    shorter, longer = sorted((len(truth), len(said)))
    if shorter < min(WORDS_OF_A_CLAUSE, len(truth)) or longer > LENGTHS_APART * shorter:
        return False
    common = sum((Counter(truth) & Counter(said)).values())
    return common / shorter >= CLAUSE


def paired(likeness: Sequence[Sequence[float]], least: float = 0.0) -> dict[int, int]:
    """Pair rows with columns one to one, the likest first, whatever is above 0 and at least `least`."""
    order = sorted(
        ((value, -row, -column) for row, line in enumerate(likeness) for column, value in enumerate(line)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for value, row, column in order:
        if value > 0 and value >= least and -row not in pairs and -column not in taken:
            pairs[-row] = -column
            taken.add(-column)
    return pairs


def fragments(text: str, start: int, end: int) -> Iterator[Range]:
    """Cut a stretch at paragraphs and at a narrator's words, and trim marks and stops off each part."""
    for line in re.finditer(r"[^\n]+", text[start:end]):
        first, last = trimmed(text, start + line.start(), start + line.end())
        cuts = [(first + cut.start(), first + cut.end()) for cut in NARRATOR.finditer(text[first:last])]
        starts = [first, *(cut[1] for cut in cuts)]
        ends = [*(cut[0] for cut in cuts), last]
        parts = (trimmed(text, *part) for part in zip(starts, ends, strict=True))
        yield from (part for part in parts if part[0] < part[1])


def trimmed(text: str, start: int, end: int) -> Range:
    """Leave out marks, spaces and stops at both ends of a stretch."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def overlap(one: Range, other: Range) -> float:
    """Return the share that two stretches have in common of what they cover together."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0.0, common / (max(one[1], other[1]) - min(one[0], other[0])))


@dataclass(frozen=True)
class Letters:
    """A text's letters and digits, in which words are looked for whatever their marks and spaces."""

    text: str

    @cached_property
    def _stream(self) -> tuple[str, tuple[int, ...]]:
        pairs = [(char, at) for at, one in enumerate(self.text) for char in _letters(one)]
        return "".join(char for char, _ in pairs), tuple(at for _, at in pairs)

    def places(self, words: str) -> Iterator[Range]:
        """Yield every place at which the words stand."""
        letters, places = self._stream
        wanted = _letters(words)
        at = letters.find(wanted) if wanted else -1
        while at >= 0:
            yield places[at], places[at + len(wanted) - 1] + 1
            at = letters.find(wanted, at + 1)


def _letters(words: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", words).lower() if char.isalnum())


def same_speaker(
    truth: str | None, accept: Sequence[str], said: str | None, others: Sequence[str] = ()
) -> bool:
    """Say whether a name is the speaker's: by the last word of the true one, or by one that is accepted.

    Where the text names nobody, only nobody is right. `others` are the other speakers of the
    text: of two who share a surname the one is not the other.
    """
    if truth is None or not said:
        return truth is None and not said
    if said == truth:
        return True
    possessed = re.sub(r"\w+[’']s\b", " ", said) if " " in said else said  # a possessor is not the speaker
    names = _names(possessed)
    wanted = [_names(one)[-1:] for one in (*accept, *([] if said in others else [truth]))]
    return len(names) <= LONGEST_NAME and any(key in names for keys in wanted for key in keys)


def _names(name: str) -> list[str]:
    bare = re.sub(r"['’]s\b|['’]", "", name.lower())
    return [word for word in re.findall(r"[a-zà-ÿ0-9]+(?:-[a-zà-ÿ0-9]+)*", bare) if word not in TITLES]
