"""Two editions to what is new, gone and changed between them, by their facts and never by their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from councilbrief.briefing.change_words import sentence
from councilbrief.briefing.facts import Fact, FactChange, FactKind, Listed, Stating, What, identity
from councilbrief.briefing.likeness import words_of
from councilbrief.briefing.qualifiers import content

REWORDED = frozenset({FactKind.IMPROVEMENT, FactKind.STRENGTH, FactKind.QUOTATION})
"""The kinds that are words of somebody's, and so may be worded differently the next time."""

LEAST_LIKE = 0.6
"""Two wordings of one thing share so many of their words, and so much of what they are about."""

MOST_COMPARED = 40_000
"""Pairs of wordings that are compared; where there are more, nothing is taken for re-worded."""

Pair = tuple[Fact | None, Fact | None]


@dataclass(frozen=True, slots=True)
class _Likeness:
    share: float
    before: int
    after: int


def changes(before: Stating, after: Stating) -> tuple[FactChange, ...]:
    """Say what is new, gone or changed, kind by kind; nothing where both state the same.

    What a fact rests on, and the number of a source, are no part of it. Each way round the
    same facts are paired: what is new in the one direction is gone in the other.
    """
    renamed = _same_inspections(before.facts, after.facts)
    pairs = [*_paired(before.facts, after.facts, renamed), *_sources(before.sources, after.sources)]
    names = _names(before.facts) | _names(after.facts)
    every = [_change(one, other, names) for one, other in pairs if _differ(one, other)]
    order = list(FactKind)
    return tuple(sorted(every, key=lambda one: order.index(one.kind)))


def _change(before: Fact | None, after: Fact | None, names: Mapping[str, str]) -> FactChange:
    fact = after or before
    if fact is None:
        msg = "a change is of something"
        raise ValueError(msg)
    what = What.NEW if before is None else What.GONE if after is None else What.CHANGED
    of = names.get(fact.inspection or "", "")
    return FactChange(fact.kind, what, before, after, sentence(before, after, of), of)


def _names(facts: Iterable[Fact]) -> dict[str, str]:
    """Return what sentences call the inspections, by their keys."""
    return {one.key: one.label for one in facts if one.kind is FactKind.INSPECTION}


def _differ(before: Fact | None, after: Fact | None) -> bool:
    if before is None or after is None:
        return True
    named = (FactKind.QUOTATION, FactKind.SOURCE)
    if before.kind in named and before.label != after.label:
        return True
    # of a quotation that is only remembered there are no words, and the key is that of the same ones
    known = before.kind is not FactKind.QUOTATION or (before.value and after.value)
    return before.detail != after.detail or bool(known and before.value != after.value)


def _paired(before: Sequence[Fact], after: Sequence[Fact], renamed: Mapping[str, str]) -> Iterator[Pair]:
    """Put the same facts of two editions together, then the re-worded ones; what is left is new or gone."""
    then = {_renamed(one, renamed): one for one in before}
    now = {identity(one): one for one in after}
    gone = [key for key in then if key not in now]
    new = [key for key in now if key not in then]
    found = dict(_reworded([then[key] for key in gone], [now[key] for key in new], renamed))
    known = {identity(one) for one in found.values()}
    for key, one in now.items():
        if key in then:
            yield then[key], one
    yield from found.items()
    yield from ((None, now[key]) for key in new if key not in known)
    yield from ((then[key], None) for key in gone if then[key] not in found)


def _renamed(one: Fact, renamed: Mapping[str, str]) -> tuple[FactKind, str | None, str]:
    """Return a fact's identity as the later edition writes it."""
    if one.kind is FactKind.INSPECTION:
        return one.kind, one.inspection, renamed.get(one.key, one.key)
    return one.kind, renamed.get(one.inspection or "", one.inspection), one.key


def _same_inspections(before: Iterable[Fact], after: Iterable[Fact]) -> dict[str, str]:
    """Find the inspections that both tell of under other keys: one now has other days or another kind.

    They are one where the days overlap, and those of no other inspection that is left over.
    """
    then = {one.key: _days(one.value) for one in before if one.kind is FactKind.INSPECTION}
    now = {one.key: _days(one.value) for one in after if one.kind is FactKind.INSPECTION}
    gone = {key: days for key, days in then.items() if key not in now and days}
    new = {key: days for key, days in now.items() if key not in then and days}
    if len(gone) * len(new) > MOST_COMPARED:
        return {}
    over = [(one, other) for one in gone for other in new if _overlap(gone[one], new[other])]
    firsts, seconds = Counter(one for one, _ in over), Counter(other for _, other in over)
    return {one: other for one, other in over if firsts[one] == seconds[other] == 1}


def _days(value: str) -> tuple[str, str] | None:
    """Return the first and last day of `2024-02-26/2024-03-08`, or of `2019-03`, as texts that sort."""
    start, _, end = value.partition("/")
    return (start, (end or start) + "\uffff") if start else None


def _overlap(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    return bool(one and other and one[0] <= other[1] and other[0] <= one[1])


def _reworded(
    gone: Sequence[Fact], new: Sequence[Fact], renamed: Mapping[str, str]
) -> Iterator[tuple[Fact, Fact]]:
    """Pair what is gone with what is new in other words, the likest first, each once."""
    if len(gone) * len(new) > MOST_COMPARED:
        return
    told = [_Wording.of(one) for one in gone], [_Wording.of(one) for one in new]
    found = [
        _Likeness(share, at, by)
        for at, one in enumerate(gone)
        for by, other in enumerate(new)
        if one.kind in REWORDED and _renamed(one, renamed)[:2] == identity(other)[:2]
        if (share := told[0][at].share(told[1][by])) >= LEAST_LIKE
    ]
    left, right = set(range(len(gone))), set(range(len(new)))

    def rank(one: _Likeness) -> tuple[float, list[str]]:
        # the same whichever edition comes first
        return -one.share, sorted((gone[one.before].key, new[one.after].key))

    for one in sorted(found, key=rank):
        if one.before in left and one.after in right:
            left.remove(one.before)
            right.remove(one.after)
            yield gone[one.before], new[one.after]


@dataclass(frozen=True, slots=True)
class _Wording:
    words: Counter[str]
    about: frozenset[str]

    @classmethod
    def of(cls, fact: Fact) -> _Wording:
        return cls(Counter(words_of(fact.value)), content(fact.value))

    def share(self, other: _Wording) -> float:
        """Say how much two wordings share, from 0 to 1, whichever of them comes first.

        Of words that one of them only cuts short, the shorter counts.
        """
        if not self.about or not other.about:
            return 0.0
        about = len(self.about & other.about) / max(len(self.about), len(other.about))
        same = (self.words & other.words).total()
        words = 2 * same / (self.words.total() + other.words.total())
        cut = same / min(self.words.total(), other.words.total())
        return max(min(words, about), cut if same >= FEWEST_CUT and cut >= ALL_BUT else 0.0)


FEWEST_CUT, ALL_BUT = 8, 0.95
"""Of a cut wording nearly all words stand in the longer one; of fewer words that may be chance."""


def _sources(before: Sequence[Listed], after: Sequence[Listed]) -> Iterator[Pair]:
    """Put the sources of two editions together by their ids, then those of the same file by that."""
    then, now = {one.id: one for one in before}, {one.id: one for one in after}
    gone = _by_file(one for one in before if one.id not in now)
    new = _by_file(one for one in after if one.id not in then)
    moved = {gone[digest].id: new[digest].id for digest in gone if digest in new}
    taken = set(moved.values())
    for one in after:
        if one.id in then:
            yield _fact(then[one.id]), _fact(one)
        elif one.id not in taken:
            yield None, _fact(one)
    for one in before:
        if one.id in moved:
            # under another id it is the same source
            yield replace(_fact(one), key=moved[one.id]), _fact(now[moved[one.id]])
        elif one.id not in now:
            yield _fact(one), None


def _by_file(sources: Iterable[Listed]) -> dict[str, Listed]:
    """Return the sources by the digests of their files, but for files that stand there twice."""
    every = tuple(sources)
    counts = Counter(one.sha256 for one in every)
    return {one.sha256: one for one in every if counts[one.sha256] == 1 and one.sha256}


def _fact(one: Listed) -> Fact:
    return Fact(FactKind.SOURCE, one.id, one.sha256, one.described, sources=(one.id,))
