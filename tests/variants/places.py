"""Councils by the names that a press officer or a paper would use for them."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from functools import cache
from importlib import resources

# What goes before "Council" in the press, where that is not the short name.
PRESS = {
    "Bournemouth, Christchurch and Poole": "BCP",
    "Southend-on-Sea": "Southend",
    "Newcastle upon Tyne": "Newcastle",
    "Stockton-on-Tees": "Stockton",
    "County Durham": "Durham",
}
WITH_ARTICLE = ("City of London", "Isle of Wight", "Isles of Scilly")
# Beginnings of short names that no headline would use for the council.
SHARED = ("Bournemouth", "Kingston")
NOUNS = {"Borough": "borough", "City": "city", "County Council": "county"}


@dataclass(frozen=True, slots=True)
class Place:
    """A council: the register's short name, its name in the text, and a headline's word for it."""

    short: str
    full: str
    brief: str
    area: str

    @property
    def council(self) -> str:
        """Name it inside a sentence: `the London Borough of Brent`, `Brent Council`."""
        bare = self.full.endswith("Council") and not self.full.startswith("Council")
        return self.full if bare else f"the {self.full}"

    @property
    def here(self) -> str:
        """Name the place after "in"."""
        return f"the {self.short}" if self.short in WITH_ARTICLE else self.short


CHESHIRE_EAST = Place("Cheshire East", "Cheshire East Council", "Cheshire East", "borough")
CHESHIRE_WEST = Place(
    "Cheshire West and Chester", "Cheshire West and Chester Council", "Cheshire West", "borough"
)


@dataclass(frozen=True, slots=True)
class _Listed:
    official: str
    short: str
    founded: int


@cache
def _listed() -> tuple[_Listed, ...]:
    file = resources.files("councilbrief.evidence.councils") / "councils.csv"
    with file.open(encoding="utf-8") as lines:
        return tuple(
            _Listed(row["official"], row["short"], int((row["start"] or "1974")[:4]))
            for row in csv.DictReader(lines)
            if not row["end"]
        )


def draw_place(rng: random.Random, year: int) -> Place:
    """Draw a council that existed well before a year, under its official name or the press's."""
    council = rng.choice([council for council in _listed() if council.founded < year - 1])
    press = f"{PRESS.get(council.short, council.short)} Council"
    corporate = council.official.endswith("Corporation") or council.official.startswith("Council")
    full = council.official if corporate or rng.random() < 0.5 else press
    nouns = [noun for kind, noun in NOUNS.items() if kind in council.official]
    brief = council.short.split(" and ")[0].split(" upon ")[0].split(", ")[0]
    headline = (
        brief if brief not in SHARED and rng.random() < 0.5 else PRESS.get(council.short, council.short)
    )
    return Place(council.short, full, headline, nouns[0] if nouns else "area")


def owned(name: str) -> str:
    """Make a possessive: `Brent Council's`, `Kirklees'`."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def opening(text: str) -> str:
    """Begin a sentence with it: its first letter large, the rest as it stands."""
    return text[:1].upper() + text[1:]


def shouted(text: str) -> str:
    """Write the first word in capitals, as papers do at the head of an article."""
    first, _, rest = text.partition(" ")
    return f"{first.upper()} {rest}"
