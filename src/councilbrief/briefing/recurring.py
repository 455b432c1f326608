"""Which areas for improvement come back: what the lists of two inspections have in common, by subject.

Words are compared, never grades, so that lists of different frameworks can be followed too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from councilbrief.briefing.likeness import words_of

ENOUGH_NARROW = 0.4
ENOUGH_WIDE = 0.33
"""Of the narrow or wide subjects that two areas name, the share that both must name."""

OPENING_WORDS = 14
"""Words at the head of an area within which it names a wide subject if it is about it."""

SUBJECT_WORDS = 4
"""Words at the head of an area before which neither its purpose nor an example begins."""

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
Pieces = Sequence[str]


@dataclass(frozen=True, slots=True)
class Subjects:
    """What an area for improvement, or a point of one, is about, and whose services these are."""

    narrow: frozenset[str]
    wide: frozenset[str]
    people: frozenset[str]
    children: frozenset[str]

    def may_share(self, other: Subjects) -> bool:
        """Say whether two that name only wide subjects can be alike: none narrow, and the same people."""
        apart = bool(self.children and other.children) and not self.children & other.children
        return not (self.narrow or other.narrow or apart) and self.people == other.people


@dataclass(frozen=True, slots=True)
class Match:
    """An area of the newer list and one of the earlier, by their places, and the subjects that both name.

    `point` is the place of the earlier area's point that names them; None where it has no points.
    """

    now: int
    before: int
    subjects: tuple[str, ...]
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of following one list from another: the pairs, and the earlier areas left without any.

    `dropped` are those of whose subjects the newer list names none, however loosely; where
    an area's subjects are not known, nothing is said of it. `subjects` are theirs, each once.
    """

    matches: tuple[Match, ...]
    dropped: tuple[int, ...]
    subjects: tuple[str, ...] = ()


def followed(now: Sequence[Pieces], before: Sequence[Pieces]) -> Followed:
    """Pair the areas of two lists, each at most once, those first that have the most in common.

    Each area is given as its pieces: its words, or what introduces its points and then these.
    """
    earlier = [(tuple(subjects_of(pieces)), _vocabulary(pieces)) for pieces in before]
    alike: list[tuple[int, float, Match]] = []
    for at, pieces in enumerate(now):
        mine, vocabulary = tuple(subjects_of(pieces)), _vocabulary(pieces)
        for place, (theirs, words) in enumerate(earlier):
            shared = _in_common(mine, theirs)
            if shared:
                point = _first(mine, theirs) if len(before[place]) > 1 else None
                alike.append((-len(shared), -_likeness(vocabulary, words), Match(at, place, shared, point)))
    touched = frozenset(subject for pieces in now for subject in named(pieces))
    subjects = [named(pieces) for pieces in before]
    dropped = tuple(place for place, own in enumerate(subjects) if own and not own & touched)
    matches = tuple(_once_each(match for *_, match in sorted(alike, key=_closeness)))
    return Followed(matches, dropped, tuple(_first_of_each(subjects[place] for place in dropped)))


def _first_of_each(subjects: Iterable[frozenset[str]]) -> Iterator[str]:
    """Yield one subject of each area, the narrowest that it names, each once."""
    yield from dict.fromkeys((_in_order(own) or tuple(sorted(own)))[0] for own in subjects)


def _closeness(one: tuple[int, float, Match]) -> tuple[int, float, int, int]:
    """Sort those first that have the most in common; those alike by their places."""
    shared, likeness, match = one
    return shared, likeness, match.now, match.before


def _once_each(matches: Iterable[Match]) -> list[Match]:
    """Keep the first match of each area of either list, in the order of the newer one."""
    kept: list[Match] = []
    for match in matches:
        if all(match.now != one.now and match.before != one.before for one in kept):
            kept.append(match)
    return sorted(kept, key=lambda one: one.now)


def _first(mine: Sequence[Subjects], theirs: Sequence[Subjects]) -> int:
    """Return the place of the first point of an earlier area that has something in common."""
    return next(place for place, other in enumerate(theirs) if any(common(one, other) for one in mine))


def subjects_of(pieces: Pieces) -> Iterator[Subjects]:
    """Read what an area is about: from its first sentence up to what it is for, and from each of its points.

    >>> (one,) = subjects_of(["The rigour of supervision, to ensure that private fostering is reviewed."])
    >>> sorted(one.wide), sorted(one.narrow)
    (['supervision'], [])
    """
    lead, *points = pieces
    for text in points or [lead]:
        sentence = SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0]
        about, whole = _plain(_subject(sentence)), _plain(f"{lead if points else ''} {sentence}")
        opening = " ".join(about.split()[:OPENING_WORDS])
        words = _words()
        yield Subjects(
            frozenset(_named(about, words.narrow)),
            frozenset(_named(opening, words.wide)),
            frozenset(_named(whole, words.people)),
            frozenset(_named(about, words.children)),
        )


def named(pieces: Pieces) -> frozenset[str]:
    """Return every subject that an area names anywhere, loose ones too."""
    words = _words()
    plain = _unmarked(" ".join(pieces))
    return frozenset(key for kind in (words.narrow, words.wide, words.loose) for key in _named(plain, kind))


def common(one: Subjects, other: Subjects) -> tuple[str, ...]:
    """Return the subjects by which two areas are alike, in the order of the file; none where they are not."""
    shared = one.narrow & other.narrow
    if shared and len(shared) / len(one.narrow | other.narrow) >= ENOUGH_NARROW:
        return _in_order(shared)
    wide = one.wide & other.wide
    enough = bool(wide) and len(wide) / len(one.wide | other.wide) >= ENOUGH_WIDE
    return _in_order(wide) if enough and one.may_share(other) else ()


def _in_common(mine: Sequence[Subjects], theirs: Sequence[Subjects]) -> tuple[str, ...]:
    """Return what any point of one area has in common with any of another."""
    return _in_order(frozenset(each for one in mine for other in theirs for each in common(one, other)))


def _in_order(keys: frozenset[str]) -> tuple[str, ...]:
    words = _words()
    return tuple(key for key in (*words.narrow, *words.wide) if key in keys)


def _subject(sentence: str) -> str:
    """Cut a sentence where it goes on to what its subject is for, or to examples of it."""
    skip = len(" ".join(sentence.split()[:SUBJECT_WORDS]))
    beyond = _words().beyond.search(sentence, skip)
    return sentence[: beyond.start()] if beyond else sentence


def _plain(text: str) -> str:
    """Return the words of a text without case and marks, what is set aside taken out."""
    return _words().set_aside.sub("-", _unmarked(text))


def _unmarked(text: str) -> str:
    return " ".join(WORD.findall(text.casefold().replace("’", "'")))


def _vocabulary(pieces: Pieces) -> frozenset[str]:
    return frozenset(words_of(" ".join(pieces)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _named(text: str, kind: Mapping[str, re.Pattern[str]]) -> Iterator[str]:
    return (key for key, phrases in kind.items() if phrases.search(text))


@dataclass(frozen=True, slots=True)
class _Words:
    narrow: Mapping[str, re.Pattern[str]]
    wide: Mapping[str, re.Pattern[str]]
    loose: Mapping[str, re.Pattern[str]]
    people: Mapping[str, re.Pattern[str]]
    children: Mapping[str, re.Pattern[str]]
    set_aside: re.Pattern[str]
    beyond: re.Pattern[str]


@cache
def _words() -> _Words:
    file = resources.files("councilbrief.briefing") / "recurring.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))

    def kind(name: str) -> Mapping[str, re.Pattern[str]]:
        return {key: _phrases(phrases) for key, phrases in data[name].items()}

    return _Words(
        kind("narrow"),
        kind("wide"),
        kind("loose"),
        kind("people"),
        kind("children"),
        _phrases(data["set_aside"]),
        _phrases(data["beyond"]),
    )


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_phrase, phrases))})(?!\S)")


def _phrase(phrase: str) -> str:
    """Write a phrase as a pattern."""
    return " ".join(f"(?:{'|'.join(map(_word, word.split('|')))})" for word in phrase.split())


def _word(word: str) -> str:
    return re.escape(word.rstrip("'")).replace(r"\*", r"\S*")
