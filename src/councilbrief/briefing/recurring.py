"""Which areas for improvement come back: what the lists of two inspections have in common, by subject.

Words are compared, never grades, so that lists of different frameworks can be followed too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from councilbrief.briefing.likeness import words_of
from councilbrief.briefing.subjects import Pieces, Subjects, in_order, label, named, subjects_of

ENOUGH_NARROW, ENOUGH_WIDE = 0.4, 0.25
"""Of the narrow or wide subjects that two areas name, the share that both must name."""


@dataclass(frozen=True, slots=True)
class Match:
    """An area of the newer list and one of the earlier, by their places, and the subjects that both name.

    `point` is the place of the earlier area's point that names them; None where it has
    no points, or where what introduces them does.
    """

    now: int
    before: int
    subjects: tuple[str, ...]
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of following one list from another: the pairs, and the earlier areas left without any.

    `dropped` are those of whose subjects the newer list names none, however loosely; where
    an area's subjects are not known, nothing is said of it. `subjects` are what they open
    with, each once, and `unnamed` counts those that open with nothing known.
    """

    matches: tuple[Match, ...]
    dropped: tuple[int, ...]
    subjects: tuple[str, ...] = ()
    unnamed: int = 0


def followed(now: Sequence[Pieces], before: Sequence[Pieces]) -> Followed:
    """Pair the areas of two lists, each at most once, those first that have the most in common.

    Each area is given as its pieces: its words, or what introduces its points and then these.
    """
    touched = frozenset(subject for pieces in now for subject in named(pieces))
    subjects = [named(pieces) for pieces in before]
    dropped = tuple(place for place, own in enumerate(subjects) if own and not own & touched)
    labels = [label(before[place]) for place in dropped]
    known = tuple(dict.fromkeys(one for one in labels if one))
    return Followed(_matches(now, before), dropped, known, labels.count(None))


def _matches(now: Sequence[Pieces], before: Sequence[Pieces]) -> tuple[Match, ...]:
    earlier = [(tuple(subjects_of(pieces)), _vocabulary(pieces)) for pieces in before]
    alike: list[tuple[int, float, Match]] = []
    for at, pieces in enumerate(now):
        mine, vocabulary = tuple(subjects_of(pieces)), _vocabulary(pieces)
        for place, (theirs, words) in enumerate(earlier):
            shared = _in_common(mine, theirs)
            if shared:
                match = Match(at, place, shared, _point(mine, theirs))
                alike.append((-len(shared), -_likeness(vocabulary, words), match))
    return tuple(_once_each(match for *_, match in sorted(alike, key=_closeness)))


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


def _point(mine: Sequence[Subjects], theirs: Sequence[Subjects]) -> int | None:
    """Return the place of the first point of an earlier area that has something in common."""
    return next(other.point for other in theirs if any(common(one, other) for one in mine))


def common(one: Subjects, other: Subjects) -> tuple[str, ...]:
    """Return the subjects by which two areas are alike, in the order of the file; none where they are not.

    Of the narrow ones it is enough that all which one of them names are among those of the other.
    """
    shared = _enough(one.head, other.head) or _enough(one.narrow, other.narrow)
    if shared:
        return in_order(shared)
    wide = one.wide & other.wide
    enough = bool(wide) and len(wide) / len(one.wide | other.wide) >= ENOUGH_WIDE
    return in_order(wide) if enough and one.may_share(other) else ()


def _enough(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Return the narrow subjects that two areas share if these are most or all that one of them names."""
    shared = one & other
    whole = shared in (one, other)
    return shared if shared and (whole or len(shared) / len(one | other) >= ENOUGH_NARROW) else frozenset()


def _in_common(mine: Sequence[Subjects], theirs: Sequence[Subjects]) -> tuple[str, ...]:
    """Return what any clause of one area has in common with any of another."""
    return in_order(frozenset(each for one in mine for other in theirs for each in common(one, other)))


def _vocabulary(pieces: Pieces) -> frozenset[str]:
    return frozenset(words_of(" ".join(pieces)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)
