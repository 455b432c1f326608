"""The register of councils: who they are, and which one a name means."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from councilbrief.evidence.councils.names import forgiven, names_a_place, plain, without_kind, without_opening
from councilbrief.evidence.councils.slips import (
    LIKE_A_CODE,
    Spelling,
    nearest_codes,
    nearest_names,
    spellings,
)

# Longer than any council's name; nothing beyond it can help to guess what was meant.
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Council:
    """An English council with duties to children, or one that had them.

    `gss` is its ONS code. `official` is its full name, `short` the usual one (unique in
    the register), `names` are others that are in use. `start` and `end` are its first
    and last day where the register knows them; `end` is None while it exists.
    `neighbours` are the codes of its ten statistical neighbours, nearest first, and
    `successors` the codes of the councils that took its place.
    """

    gss: str
    official: str
    short: str
    names: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    region: str | None = None
    urn: str | None = None
    neighbours: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def current(self) -> bool:
        """Say whether the council still exists."""
        return self.end is None

    @property
    def place(self) -> tuple[str, ...]:
        """Return the words of the place alone, which a predecessor may share."""
        return without_kind(plain(self.short))

    @property
    def described(self) -> str:
        """Name it so that nobody takes it for another: `Cheshire County Council (until 2009)`."""
        return self.official if self.end is None else f"{self.official} (until {self.end.year})"

    @property
    def all_names(self) -> tuple[str, ...]:
        """Return the official name, the short one and the others."""
        return (self.official, self.short, *self.names)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name that means one council."""

    council: Council


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that may mean several councils; current ones come first."""

    candidates: tuple[Council, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that means no council, with the valid names nearest to it."""

    suggestions: tuple[str, ...]

    @property
    def hint(self) -> str:
        """Write the suggestions as the end of a message, empty where there are none."""
        names = " or ".join(f'"{each}"' for each in self.suggestions)
        return f", did you mean {names}?" if names else ""


class Register:
    """All councils, found by code or by name.

    Looking a name up never raises: what is no council's name is `Unknown`.
    """

    def __init__(self, councils: Iterable[Council]) -> None:
        """Index the councils."""
        self.councils = tuple(councils)
        self._codes = {code: c for c in self.councils for code in c.former_codes}
        self._codes |= {c.gss: c for c in self.councils}
        self._official = {plain(c.official): c for c in self.councils}
        self._listed: dict[tuple[str, ...], list[Council]] = defaultdict(list)
        self._beginnings: dict[tuple[str, ...], list[Council]] = defaultdict(list)
        for council in self.councils:
            for words in dict.fromkeys(plain(name) for name in council.all_names):
                self._listed[words].append(council)
            if council.current:
                for words in _beginnings(council):
                    self._beginnings[words].append(council)

    def __getitem__(self, gss: str) -> Council:
        """Return the council of a code, also of one that it had before; raise KeyError without one."""
        return self._codes[gss]

    def __contains__(self, gss: str) -> bool:
        """Say whether some council has or had the code."""
        return gss in self._codes

    @property
    def current(self) -> tuple[Council, ...]:
        """Return the councils that still exist."""
        return tuple(council for council in self.councils if council.current)

    def resolve(self, name: str) -> Resolved | Ambiguous | Unknown:
        """Say which council a name or a GSS code means.

        Case, punctuation, "and" or "&", and the words that say what kind of council it
        is make no difference. A name that is on no list means the one current council
        whose name it begins: "Cheshire West" is Cheshire West and Chester. A name that a
        current council shares with its predecessor means the current one. "Cheshire" is
        ambiguous: two councils' names begin with it, and so did the county's until 2009.
        """
        council = self._codes.get(name.strip().upper())
        if council is not None:
            return Resolved(council)
        found = self.candidates(name)
        if len(found) == 1:
            return Resolved(found[0])
        return Ambiguous(found) if found else Unknown(self._nearest(name))

    def candidates(self, name: str) -> tuple[Council, ...]:
        """Return every council that a name may mean, none for an unknown name."""
        ways = forgiven(name[: LONGEST_NAME * 2])
        if ways and ways[0] in self._official:
            return (self._official[ways[0]],)
        for words in ways:
            found = self._meant(words)
            if found:
                return found
        return ()

    def _meant(self, words: tuple[str, ...]) -> tuple[Council, ...]:
        listed = self._listed.get(words, [])
        current = tuple(council for council in listed if council.current)
        if current:
            return current
        return tuple(dict.fromkeys([*self._beginnings.get(words, []), *listed]))

    def _nearest(self, name: str) -> tuple[str, ...]:
        """Return the councils that were probably meant, several only where they are equally near."""
        code = name.strip().upper()
        if LIKE_A_CODE.fullmatch(code):
            return nearest_codes(code, {one: council.short for one, council in self._codes.items()})
        words = " ".join(without_kind(without_opening(plain(name[:LONGEST_NAME]))))
        return nearest_names(words, self._spellings)

    @cached_property
    def _spellings(self) -> tuple[Spelling, ...]:
        """Return how current councils' names are written: whole, and what they begin with or join."""
        short_forms = {
            council.place[0]: tuple(words[0] for words in map(plain, council.names) if len(words) == 1)
            for council in self.councils
            if len(council.place) == 1
        }
        return tuple(
            spelling
            for council in self.current
            for spelling in spellings(
                council.short, (council.short, *council.names), _beginnings(council), short_forms
            )
        )


def _beginnings(council: Council) -> tuple[tuple[str, ...], ...]:
    wholes = [plain(name) for name in (council.short, *council.names)]
    parts = (words[:length] for words in wholes for length in range(1, len(words)))
    return tuple(dict.fromkeys(part for part in parts if names_a_place(part)))


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@cache
def register() -> Register:
    """Return the register that the program ships, read once."""
    file = resources.files("councilbrief.evidence.councils") / "councils.csv"
    with file.open(encoding="utf-8") as lines:
        return Register(
            Council(
                gss=row["gss"],
                official=row["official"],
                short=row["short"],
                names=tuple(filter(None, row["names"].split("; "))),
                start=_date(row["start"]),
                end=_date(row["end"]),
                region=row["region"] or None,
                urn=row["urn"] or None,
                neighbours=tuple(row["neighbours"].split()),
                former_codes=tuple(row["former_codes"].split()),
                successors=tuple(row["successors"].split()),
            )
            for row in csv.DictReader(lines)
        )
