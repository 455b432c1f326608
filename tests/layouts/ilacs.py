"""Inspections of local authority children’s services, from 2018 to March 2026."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from layouts import ilacs_parts as parts
from layouts import words
from layouts.made import RI, Item, Length, Made, Shape, Spell, items, spans, wholes
from layouts.paper import Paper

Era = Literal["2018", "2019", "2021", "2022", "2023", "2025"]

SPELLS: Mapping[tuple[str, str], Spell] = {
    ("2018", "standard"): (date(2018, 10, 8), date(2018, 10, 19)),
    ("2018", "short"): (date(2018, 4, 16), date(2018, 4, 20)),
    ("2019", "standard"): (date(2019, 11, 18), date(2019, 11, 29)),
    ("2019", "short"): (date(2019, 9, 9), date(2019, 9, 13)),
    ("2021", "standard"): (date(2021, 10, 4), date(2021, 10, 15)),
    ("2021", "short"): (date(2021, 12, 6), date(2021, 12, 10)),
    ("2022", "standard"): (date(2022, 5, 9), date(2022, 5, 20)),
    ("2022", "short"): (date(2022, 2, 7), date(2022, 2, 11)),
    ("2023", "standard"): (date(2024, 2, 26), date(2024, 3, 8)),
    ("2023", "short"): (date(2024, 7, 15), date(2024, 7, 19)),
    ("2025", "standard"): (date(2025, 1, 20), date(2025, 1, 31)),
    ("2025", "short"): (date(2025, 1, 27), date(2025, 1, 31)),
}
# Shares of the first page at which the usual list breaks between two items, or within one.
BETWEEN, WITHIN, WITHIN_2025 = 0.2, 0.18, 0.16
# For the looks of 2022, as such a report was one of the last with four rows.
TWO_SPELLS: tuple[Spell, Spell] = (
    (date(2022, 12, 5), date(2022, 12, 9)),
    (date(2023, 2, 14), date(2023, 2, 15)),
)
TOGETHER = {"leaders": "good", "help_protection": RI, "in_care_and_care_leavers": "good", "overall": "good"}
APART = {"leaders": RI, "help_protection": RI, "in_care": "good", "care_leavers": "inadequate", "overall": RI}

NESTED: tuple[str | Item, ...] = (
    Item(
        "Services to care leavers, including:",
        (
            "the choice of places to live, and help to keep them",
            "plans for risk in the months after a young person leaves care",
            "access to a full record of their health.",
        ),
    ),
    *words.IMPROVE[:2],
)
OUTCOMES: tuple[str, ...] = tuple(
    f"{item} ({mark})"
    for item, mark in zip(
        words.IMPROVE[:4], ("Outcome 3", "Enabler two", "Outcome three", "Principle 2"), strict=True
    )
)


def ilacs(  # noqa: PLR0913 - each is a way in which reports differ
    era: Era = "2023",
    *,
    council: str = "Cheshire East",
    title: str = "",
    kind: str = "Inspection of children’s social care services",
    length: Length = "standard",
    spells: Sequence[Spell] = (),
    dates: str = "",
    shape: Shape | None = None,
    inspectors: Sequence[str] = ("Morwenna Tandy",),
    rank: str | None = None,
    grades: Mapping[str, str] | None = None,
    order: Sequence[str] = (),
    opening: Sequence[str] = (),
    improve: Sequence[str | Item] | None = None,
    prose: str = "",
    bullet: str = "",
    strengths: Sequence[str] = words.STRENGTHS,
    crossing: float = 0.0,
    footer: parts.Footer | None = None,
    marked: bool | None = None,
) -> Made:
    """Return a report of an era.

    `title` and `kind` are the heading's lines, `dates` and `rank` (which follows an inspector's name)
    replace those of the era; `order` is that of the table's rows; `opening` stands before the rest of the
    summary; `prose` stands where the list would, or before it; `crossing` is the share of the first page where the
    list starts, so that it goes over the page's end, running lines and all (BETWEEN, WITHIN); `marked` puts a footnote's mark after the list's heading.
    """
    look = parts.LOOKS[era]
    look = replace(
        look,
        rank=look.rank if rank is None else rank,
        bullet=bullet or look.bullet,
        footer=footer or look.footer,
        marked=look.marked if marked is None else marked,
    )
    spells = tuple(spells) or (SPELLS[era, length],)
    dates = dates or spans(spells, shape or look.shape)
    graded = dict(grades or (APART if look.separate else TOGETHER))
    if improve is None:
        improve = () if prose else OUTCOMES if look.marked else words.IMPROVE
    title = title or f"Inspection of {council} local authority children’s services"

    paper = Paper(parts.running(title, dates, look.footer))
    parts.head(paper, (council, kind) if look.council_first else (title,), dates)
    parts.inspectors(paper, inspectors, look.rank)
    parts.table(paper, {key: graded[key] for key in order or graded}, old=look.council_first)
    told = words.narrative(strengths[:2], 0, 1)
    paper.para(f"The director of services for children in {council} took up post in the autumn before last.")
    paper.paras([*opening, *told[:2]])
    if crossing:
        paper.sink(crossing)
    elif look.council_first:
        paper.new_page()
    else:
        paper.new_page()
        paper.para(told[2])
    parts.improve_list(paper, look, items(improve), prose=prose)
    parts.findings(paper, look, graded, strengths[2:])
    parts.end(paper, spells[-1][1].year)
    return Made(
        data=paper.data(),
        council=council,
        framework="ilacs-2023" if spells[0][0] >= date(2023, 1, 1) else "ilacs-2018",
        published=None,
        start=spells[0][0],
        end=spells[-1][1],
        inspectors=tuple(inspectors),
        length=length,
        spells=spells,
        grades=graded,
        improve=wholes(improve),
        strengths=tuple(strengths),
    )
