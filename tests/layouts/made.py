"""What a maker hands back: the bytes of a PDF, and the truth about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

RI = "requires improvement to be good"

Length = Literal["standard", "short"]
Spell = tuple[date, date]
Shape = Literal["years", "months", "days", "years-dashes", "dashes", "tight-dash", "numbers"]


@dataclass(frozen=True)
class Item:
    """A thing to improve: what it says, the lines below it, and the theme's heading above it."""

    text: str
    subs: tuple[str, ...] = ()
    theme: str = ""

    @property
    def whole(self) -> str:
        """The item as one text, its lines joined by spaces."""
        return " ".join([self.text, *self.subs])


@dataclass(frozen=True)
class Made:
    """A PDF and what it says.

    `published` is None where the document does not print it. `grades` holds what the document
    states, by area: overall, leaders, help_protection, in_care or in_care_and_care_leavers,
    care_leavers, adoption, lscb, quality_of_practice and so on, in the words of the scale.
    `improve` holds every item in order, those of `priority` among them; `lscb` those of the board.
    """

    data: bytes
    council: str
    framework: str
    published: date | None
    start: date | None
    end: date | None
    inspectors: tuple[str, ...]
    length: Length | None = None
    spells: tuple[Spell, ...] = ()
    grades: Mapping[str, str] = field(default_factory=dict)
    improve: tuple[str, ...] = ()
    priority: tuple[str, ...] = ()
    lscb: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()


def items(things: Sequence[str | Item]) -> tuple[Item, ...]:
    """Return items, of plain texts too."""
    return tuple(Item(thing) if isinstance(thing, str) else thing for thing in things)


def wholes(things: Sequence[str | Item]) -> tuple[str, ...]:
    """Return the whole text of each."""
    return tuple(item.whole for item in items(things))


def long_date(day: date) -> str:
    """Return a date as reports print it.

    >>> long_date(date(2024, 4, 9))
    '9 April 2024'
    """
    return f"{day.day} {day:%B %Y}"


def span(spell: Spell, shape: Shape) -> str:
    """Return the first and last day of a spell in one of the shapes that reports use.

    >>> span((date(2024, 2, 12), date(2024, 2, 23)), "days")
    '12 to 23 February 2024'
    >>> span((date(2024, 2, 26), date(2024, 3, 8)), "days")
    '26 February to 8 March 2024'
    >>> span((date(2014, 1, 28), date(2014, 2, 5)), "tight-dash")
    '28 January–5 February 2014'
    """
    start, end = spell
    same_year = start.year == end.year
    same_month = same_year and start.month == end.month
    match shape:
        case "numbers":
            return f"{start:%d/%m/%Y} to {end:%d/%m/%Y}"
        case "years":
            return f"{long_date(start)} to {long_date(end)}"
        case "years-dashes":
            return f"{long_date(start)} – {long_date(end)}"
        case "months":
            short = False
        case _:
            short = same_month
    first = str(start.day) if short else f"{start.day} {start:%B}" if same_year else long_date(start)
    joint = {"dashes": " – ", "tight-dash": "–"}.get(shape, " to ")
    return f"{first}{joint}{long_date(end)}"


def spans(spells: Sequence[Spell], shape: Shape) -> str:
    """Return several spells, joined by “and”."""
    return " and ".join(span(spell, shape) for spell in spells)
