"""Inspections of local authority arrangements for the protection of children, 2012 and 2013."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from layouts import early_parts as parts
from layouts import words
from layouts.made import Item, Made, Spell, items, spans, wholes
from layouts.paper import Paper

KIND = "Inspection of local authority arrangements for the protection of children"
AREAS = {
    "overall": "Overall effectiveness",
    "help_protection": (
        "The effectiveness of the help and protection provided to children, young people, families and carers"
    ),
    "quality_of_practice": "The quality of practice",
    "leaders": "Leadership and governance",
}
GRADES = {
    "overall": "inadequate",
    "help_protection": "adequate",
    "quality_of_practice": "inadequate",
    "leaders": "adequate",
}


def apc_2012(  # noqa: PLR0913 - each is a way in which reports differ
    *,
    council: str = "Cheshire East",
    title: str = "Cheshire East Council",
    spells: Sequence[Spell] = ((date(2013, 3, 4), date(2013, 3, 13)),),
    published: date = date(2013, 4, 16),
    inspectors: Sequence[str] = ("Hilary Ashdown",),
    grades: Mapping[str, str] | None = None,
    improve: Sequence[str | Item] = words.ORDERS,
    strengths: Sequence[str] = words.STRENGTHS,
) -> Made:
    """Return a report: each area’s grade below its heading as one word, all of them in a last table."""
    graded = dict(GRADES if grades is None else grades)
    paper = Paper(parts.running(f"{title} {KIND}"), running_at="top")
    parts.cover(
        paper,
        kind=KIND,
        title=title,
        dates=spans(spells, "dashes"),
        lead="Lead inspector",
        inspectors=inspectors,
        published=published,
    )
    first = {KIND: 2, "The inspection judgements and what they mean": 2}
    others = [text for key, text in AREAS.items() if key != "overall"]
    contents = first | {"Overall effectiveness": 2, "Areas for improvement": 3, "About this inspection": 4}
    contents |= {"Service information": 4, **{text: 5 + at for at, text in enumerate(others)}}
    parts.contents(paper, contents | {"Record of main findings": 8})
    number = count(1)
    paper.new_page()
    parts.heading(paper, KIND)
    parts.meanings(paper, number, graded=False)
    parts.heading(paper, "Overall effectiveness")
    start = f"The overall effectiveness of the arrangements to protect children in {council} is judged to be"
    parts.numbered(paper, [f"{start} {graded['overall']}.", *words.narrative(strengths, 0, 4)], number)
    parts.improve_list(
        paper, council, parts.spread(items(improve)), number, of="help and protection given to children"
    )
    parts.heading(paper, "About this inspection")
    parts.numbered(
        paper, ["This inspection was unannounced. Six of Her Majesty’s Inspectors took part."], number
    )
    parts.heading(paper, "Service information")
    parts.numbered(paper, [f"{council} has two offices for social work, and 14 children’s centres."], number)
    for at, (key, text) in enumerate(AREAS.items()):
        if key == "overall":
            continue
        parts.heading(paper, text)
        paper.para(graded[key].capitalize(), size=13)
        parts.numbered(paper, words.narrative(strengths, at, 4), number)
    rows = [(text, graded[key]) for key, text in AREAS.items()]
    parts.record(paper, "Local authority arrangements for the protection of children", rows)
    return Made(
        data=paper.data(),
        council=council,
        framework="apc-2012",
        published=published,
        start=spells[0][0],
        end=spells[-1][1],
        inspectors=tuple(inspectors),
        spells=tuple(spells),
        grades=graded,
        improve=wholes(improve),
        strengths=tuple(strengths),
    )
