"""What a build knows of a library: the cards of its documents, and how to find those on a council."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from councilbrief.builds.reading import Card
from councilbrief.documents.library import Entry
from councilbrief.problems import Problem, errors


@dataclass(frozen=True, slots=True)
class Holding:
    """What a library holds: `name` is its folder, or folders, as messages write it.

    `size` counts its documents, of which a spec may ask for a few only. `entries` say by
    the ids which files they are, and `folders` in which folder each lies.
    """

    name: str
    size: int
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    folders: Mapping[str, str]
    entries: Mapping[str, Entry]
    by_council: Mapping[str | None, Sequence[Card]]

    @property
    def readable(self) -> tuple[Card, ...]:
        """Return the cards of the documents that could be read."""
        return tuple(card for card in self.cards if not card.failed)

    def near(self, councils: Iterable[str], ids: Sequence[str]) -> tuple[Card, ...]:
        """Return the cards of documents that tell of some councils, or of none but have one of the ids."""
        of_councils = (card for code in councils for card in self.by_council.get(code, ()))
        of_none = (card for card in self.by_council.get(None, ()) if card.source.id in ids)
        return tuple({card.source.id: card for card in (*of_councils, *of_none)}.values())

    @property
    def unread(self) -> tuple[Problem, ...]:
        """Return why some documents could not be read, their paths as the library has them."""
        return tuple(problem for card in self.cards if card.failed for problem in errors(card.problems))

    @property
    def told(self) -> tuple[Problem, ...]:
        """Return all problems, their paths as they can be opened from here."""
        every = (self._from_here(problem, card) for card in self.cards for problem in card.problems)
        return (*self.problems, *every)

    def _from_here(self, problem: Problem, card: Card) -> Problem:
        folder = self.folders[card.source.id]
        return replace(problem, file=f"{folder}/{problem.file}") if problem.file else problem


def by_council(cards: Iterable[Card]) -> Mapping[str | None, Sequence[Card]]:
    """Sort the cards of what could be read by all councils that each is about; None for those about none."""
    found: dict[str | None, list[Card]] = {}
    for card in cards:
        for code in () if card.failed else dict.fromkeys((card.council, *card.inspected)):
            found.setdefault(code, []).append(card)
    return found
