"""Mentions of one person: which names in a text can be the same person's."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from councilbrief.evidence.speech.people import Person
from councilbrief.evidence.speech.surnames import level, surnames

_KNIGHTS = frozenset({"Sir", "Dame", "Lord", "Lady"})
"""Titles that go with a first name alone."""


@dataclass(slots=True)
class _Alike:
    """Mentions that share a name, or a part of one, in the order of the text."""

    mentions: list[Person] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    party: Person | None = None
    placed: Person | None = None
    described: list[Person] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def add(self, person: Person) -> None:
        """Take in a mention; they come in the order of the text."""
        self.mentions.append(person)
        self.names.add(level(person.words))
        self.titles |= {person.title.lower()} if person.title else set()
        self.party = self.party or (person if person.party else None)
        if self.placed is None and person.role is not None and person.role.body is not None:
            self.placed = person
        if person.role is not None and person.role.role is not None:
            self.described.append(person)
            self.places.append(person.span.start)

    def described_before(self, at: int) -> Person | None:
        """Return the last mention up to a place that says what the person is."""
        number = bisect_right(self.places, at)
        return self.described[number - 1] if number else None


class Namesakes:
    """The people of a text by what they are called.

    Two mentions can be of one person if the names are the same, or if one is the
    surname of the other, or, with a title such as Sir, its first name.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        """Index the mentions, which come in the order of the text."""
        self._whole: dict[str, _Alike] = defaultdict(_Alike)
        self._by_surname: dict[str, _Alike] = defaultdict(_Alike)
        self._by_first: dict[str, _Alike] = defaultdict(_Alike)
        self._knights: dict[str, _Alike] = defaultdict(_Alike)
        self._sirs: dict[str, _Alike] = defaultdict(_Alike)
        for person in people:
            first, *others = person.words.lower().split()
            self._whole[person.words.lower()].add(person)
            if _is_full(person):
                for surname in surnames([person.words.lower()]):
                    self._by_surname[surname].add(person)
                self._by_first[first].add(person)
            if person.title in _KNIGHTS:
                (self._knights if others else self._sirs)[first].add(person)

    def full(self, person: Person) -> Person:
        """Return the first of the fullest mentions of a person.

        "Cllr Bulman" is the "Cllr Carol Bulman" named elsewhere; where two people share
        the surname and can't be told apart, "Cllr Bulman" stays as it is.
        """
        own = self._whole[person.words.lower()].mentions[0]
        if _is_full(person):
            return own
        longer = [alike for alike in self._alike(person) if _is_full(alike.mentions[0])]
        firsts = [alike.mentions[0] for alike in longer]
        if any(len(alike.names) > 1 for alike in longer) or len({level(p.words) for p in firsts}) > 1:
            return person
        return min(firsts, key=lambda other: other.span.start, default=own)

    def described(self, person: Person) -> Person:
        """Return the mention that says what a person is: the last one up to here, else the next."""
        alike = self._alike(person)
        before = [found for some in alike if (found := some.described_before(person.span.start))]
        if before:
            return max(before, key=lambda other: other.span.start)
        later = [some.described[0] for some in alike if some.described]
        return min(later, key=lambda other: other.span.start, default=person)

    def party(self, person: Person) -> str | None:
        """Return the party that the text gives a person anywhere, the first one given."""
        given = [some.party for some in self._alike(person) if some.party]
        first = min(given, key=lambda other: other.span.start, default=None)
        return first.party if first else None

    def placed(self, person: Person) -> Person | None:
        """Return the first mention that says for which body a person stands."""
        given = [some.placed for some in self._alike(person) if some.placed]
        return min(given, key=lambda other: other.span.start, default=None)

    def titles(self, person: Person) -> frozenset[str]:
        """Return the titles that the text gives a person, in lower case."""
        return frozenset().union(*(alike.titles for alike in self._alike(person)))

    def _alike(self, person: Person) -> list[_Alike]:
        """Return the mentions that can be of one person, this one among them."""
        name = person.words.lower()
        first, *others = name.split()
        knight = person.title in _KNIGHTS
        if _is_full(person):
            partly = ((self._whole, others[-1]), (self._whole if knight else self._sirs, first))
        else:
            partly = ((self._by_surname, name), (self._by_first if knight else self._knights, name))
        found = [table[key] for table, key in ((self._whole, name), *partly) if key in table]
        return found if _is_full(person) or len(found) > 1 else [*found, *self._known_by_first(person)]

    def _known_by_first(self, person: Person) -> list[_Alike]:
        """Return those whom a first name alone can mean: named in full before, and nobody else by it.

        "Jodie" is the "Jodie Hayes" of the lines above, unless the text brings in a Jodie: "Jodie, 15".
        """
        own = self._whole[person.words.lower()].mentions
        alike = self._by_first.get(person.words.lower())
        if alike is None or any(one.title or one.new or one.role for one in own):
            return []
        return [alike] if alike.mentions[0].span.start < own[0].span.start else []


def _is_full(person: Person) -> bool:
    """Tell a first name with a surname from a surname, which may have particles of its own."""
    return " " in person.words and person.words[0].isupper()
