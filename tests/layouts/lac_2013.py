"""Inspections of looked after children services, summer 2013."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from layouts import early_parts as parts
from layouts import words
from layouts.made import Item, Made, Spell, items, spans, wholes
from layouts.paper import Paper

AREAS = {
    "overall": "Overall effectiveness",
    "capacity_to_improve": "Capacity to improve",
    "outcomes": "Outcomes for looked after children and young people",
    "quality_of_provision": "Quality of provision",
    "leaders": "Leadership and management",
}
GRADES = {
    "overall": "adequate",
    "capacity_to_improve": "good",
    "outcomes": "adequate",
    "quality_of_provision": "inadequate",
    "leaders": "adequate",
}
SCALE = ("outstanding", "good", "adequate", "inadequate")


def lac_2013(  # noqa: PLR0913 - each is a way in which reports differ
    *,
    council: str = "Kent",
    title: str = "Kent County Council",
    spells: Sequence[Spell] = ((date(2013, 7, 15), date(2013, 7, 19)),),
    published: date = date(2013, 8, 23),
    inspectors: Sequence[str] = ("Hilary Ashdown",),
    grades: Mapping[str, str] | None = None,
    improve: Sequence[str | Item] = words.ORDERS,
    strengths: Sequence[str] = words.STRENGTHS,
) -> Made:
    """Return a report: each area’s grade below its heading as “Grade 3 (Adequate)”, all of them in a last table."""
    graded = dict(GRADES if grades is None else grades)
    paper = Paper(parts.running(f"{title} Inspection of looked after children services"), running_at="top")
    parts.cover(
        paper,
        kind="Inspection of looked after children services",
        title=title,
        dates=spans(spells, "dashes"),
        lead="Reporting inspector",
        inspectors=inspectors,
        published=published,
    )
    headings = dict(
        AREAS, overall="Overall effectiveness of services for looked after children and young people"
    )
    first = {
        "About this inspection": 2,
        "The inspection judgements and what they mean": 2,
        "Service information": 3,
    }
    parts.contents(paper, first | {text: 4 + at for at, text in enumerate(headings.values())})
    number = count(1)
    paper.new_page()
    parts.heading(paper, "About this inspection")
    parts.numbered(
        paper, ["Inspectors spoke to children and to those who work for them, and read 71 files."], number
    )
    parts.meanings(paper, number, graded=True)
    paper.new_page()
    parts.heading(paper, "Service information")
    parts.numbered(paper, [f"{council} has two offices for social work, and 14 children’s centres."], number)
    paper.new_page()
    for at, (key, text) in enumerate(headings.items()):
        grade = graded[key]
        parts.heading(paper, text)
        paper.para(f"Grade {SCALE.index(grade) + 1} ({grade.capitalize()})", size=13)
        parts.numbered(paper, words.narrative(strengths, at, len(headings)), number)
        if key == "capacity_to_improve":
            parts.improve_list(
                paper, council, parts.spread(items(improve)), number, of="services for looked after children"
            )
    rows = [(AREAS[key], grade) for key, grade in graded.items()]
    parts.record(paper, "Services for looked after children", rows)
    return Made(
        data=paper.data(),
        council=council,
        framework="lac-2013",
        published=published,
        start=spells[0][0],
        end=spells[-1][1],
        inspectors=tuple(inspectors),
        spells=tuple(spells),
        grades=graded,
        improve=wholes(improve),
        strengths=tuple(strengths),
    )
