"""Days and spells of days, in the forms that British texts write them in."""

from __future__ import annotations

import datetime as dt
import random

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_FORMS = (
    "16 May 2024",
    "16th May 2024",
    "May 16, 2024",
    "16/05/2024",
    "Thursday 16 May 2024",
    "Thursday, 16 May 2024",
)
SHORT_FORMS = ("May 16", "16 May", "16th May")
SPELL_FORMS = ("from 26th", "from 26", "between 26", "between Feb", "on numbers", "from-to years")
SATURDAY = 5
TEENTH = range(11, 14)


def month(day: dt.date) -> str:
    """Name the month."""
    return MONTHS[day.month - 1]


def ordinal(number: int) -> str:
    """Write `1st`, `22nd`, `13th`."""
    ending = "th" if number in TEENTH else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def written(day: dt.date, form: str) -> str:
    """Write a day as the example form does, with or without its year."""
    plain, ordered = f"{day.day} {month(day)}", f"{ordinal(day.day)} {month(day)}"
    return {
        "16 May 2024": f"{plain} {day.year}",
        "16th May 2024": f"{ordered} {day.year}",
        "May 16, 2024": f"{month(day)} {day.day}, {day.year}",
        "16/05/2024": f"{day:%d/%m/%Y}",
        "Thursday 16 May 2024": f"{_weekday(day)} {plain} {day.year}",
        "Thursday, 16 May 2024": f"{_weekday(day)}, {plain} {day.year}",
        "May 16": f"{month(day)} {day.day}",
        "16 May": plain,
        "16th May": ordered,
    }[form]


def spell(start: dt.date, end: dt.date, form: str) -> str:
    """Write from when to when; the year is in it."""
    same = start.month == end.month
    month_day = f"{month(start)} {start.day}"
    return {
        # A lost space stands before the month, as in the seed.
        "from 26th": f"from {ordinal(start.day)} €{month(start)} to {ordinal(end.day)} {month(end)} {end.year}",
        "from 26": f"from {start.day}{'' if same else ' ' + month(start)} to {end.day} {month(end)} {end.year}",
        "between 26": f"between {start.day}{'' if same else ' ' + month(start)} and {end.day} {month(end)} {end.year}",
        "between Feb": f"between {month_day} and {end.day if same else f'{month(end)} {end.day}'}, {end.year}",
        "on numbers": f"from {start:%d/%m/%Y} to {end:%d/%m/%Y}",
        "from-to years": f"from {start.day} {month(start)} {start.year} to {end.day} {month(end)} {end.year}",
    }[form]


def draw_weekday(rng: random.Random, first: dt.date, last: dt.date, weekday: int) -> dt.date:
    """Draw a day of the week (0 is Monday) from a span of years; never in August or at Christmas."""
    while True:
        day = first + dt.timedelta(days=rng.randrange((last - first).days))
        day += dt.timedelta(days=(weekday - day.weekday()) % 7)
        if day.month not in (8, 12) and day <= last:
            return day


def after(start: dt.date, count: int) -> dt.date:
    """Return the first working day at least `count` days later."""
    day = start + dt.timedelta(days=count)
    return day + dt.timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def _weekday(day: dt.date) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]
