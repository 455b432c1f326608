"""The words that attribute a statement, with what they state of the speaker's organisation."""

from __future__ import annotations

import random
from dataclasses import dataclass

from variants.people import Person
from variants.places import Place, opening, owned

FORMS = ("at", "at,", "of", "first", "bare", "role first")
RELEASE_FORMS = ("at", "at,", "of", "first", "role first")


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody with a title (may be empty) and a role."""

    person: Person
    title: str
    role: str

    @property
    def styled(self) -> str:
        """Write title and name: `Cllr Carys Lomax`."""
        return f"{self.title} {self.person.name}".strip()

    @property
    def short(self) -> str:
        """Write title and surname, or the whole name where there is no title."""
        return f"{self.title} {self.person.last}" if self.title else self.person.name


@dataclass(frozen=True, slots=True)
class Attribution:
    """The lead-in of a statement; the role as it stands there, the organisation if it is stated."""

    lead: str
    role: str
    organisation: str | None


def attributed(office: Office, place: Place, form: str, verb: str = "said") -> Attribution:
    """Attribute a statement in one of the `FORMS`."""
    styled, role, full = office.styled, office.role, place.full
    council = place.council
    large = opening(role)
    return {
        "at": Attribution(f"{styled}, {role} at {council} {verb}: ", role, full),
        "at,": Attribution(f"{styled}, {role} at {council}, {verb}: ", role, full),
        "of": Attribution(f"{styled}, {owned(council)} {role}, {verb}: ", role, full),
        "first": Attribution(f"{opening(owned(council))} {role}, {styled}, {verb}: ", role, full),
        "bare": Attribution(f"{styled}, {role}, {verb}: ", role, None),
        "role first": Attribution(f"{large} {styled} {verb}: ", large, None),
    }[form]


def draw_title(rng: random.Random, titles: tuple[str, ...]) -> str:
    """Draw a councillor's title; one in eight has none."""
    return "" if rng.random() < 0.125 else rng.choice(titles)
