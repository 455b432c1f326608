"""Inspections that start from April 2026: four areas, and no overall grade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from layouts import ilacs_parts as parts
from layouts import words
from layouts.ilacs import OUTCOMES
from layouts.made import RI, Item, Length, Made, Shape, Spell, items, spans, wholes
from layouts.paper import Paper

GRADES = {"leaders": "good", "help_protection": "good", "in_care": "outstanding", "care_leavers": RI}
SPELLS: Mapping[str, Spell] = {
    "standard": (date(2026, 5, 11), date(2026, 5, 22)),
    "short": (date(2026, 4, 27), date(2026, 5, 1)),
}
NO_OVERALL = "Under this framework, inspectors grade four areas. They do not give a judgement of overall effectiveness."


def ilacs_2026(  # noqa: PLR0913 - each is a way in which reports differ
    *,
    council: str = "Somerset",
    title: str = "",
    length: Length = "short",
    spells: Sequence[Spell] = (),
    shape: Shape = "days",
    inspectors: Sequence[str] = ("Idris Penhallow",),
    grades: Mapping[str, str] | None = None,
    stray_overall: str = "",
    improve: Sequence[str | Item] = OUTCOMES,
    strengths: Sequence[str] = words.STRENGTHS,
    crossing: float = 0.0,
) -> Made:
    """Return a report.

    `stray_overall` is a grade that it should not have, in a row of its own; `crossing` is the share of the
    first page where the list starts.
    """
    look = parts.LOOKS["2025"]
    spells = tuple(spells) or (SPELLS[length],)
    dates = spans(spells, shape)
    graded = dict(grades or GRADES)
    if stray_overall:
        graded["overall"] = stray_overall
    title = title or f"Inspection of {council} local authority children’s services"
    paper = Paper(parts.running(title, dates, look.footer))
    parts.head(paper, (title,), dates)
    parts.inspectors(paper, inspectors, look.rank)
    parts.table(paper, graded, old=False)
    told = words.narrative(strengths[:2], 0, 1)
    paper.para(f"The director of services for children in {council} took up post in the autumn before last.")
    paper.paras([NO_OVERALL, *told[:2]])
    if crossing:
        paper.sink(crossing)
    else:
        paper.new_page()
    parts.improve_list(paper, look, items(improve))
    parts.findings(paper, look, graded, strengths[2:])
    parts.end(paper, spells[-1][1].year)
    return Made(
        data=paper.data(),
        council=council,
        framework="ilacs-2026",
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
