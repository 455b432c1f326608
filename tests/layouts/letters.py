"""Letters after a focused visit, a monitoring visit and a joint targeted area inspection: none has a grade."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from councilbrief.pdf.look.faces import Face
from layouts import signs, words
from layouts.made import Item, Made, Spell, items, long_date, wholes
from layouts.paper import LEFT, Paper

TO = ("Town Hall", "1 Market Square")
OFSTED = (*words.ADDRESS, "T 0300 123 1231", "www.gov.uk/ofsted")


def two_days(spell: Spell) -> str:
    """Return two days as a letter tells them: “24 and 25 November 2021”.

    >>> two_days((date(2021, 11, 24), date(2021, 11, 25)))
    '24 and 25 November 2021'
    >>> two_days((date(2022, 8, 31), date(2022, 9, 1)))
    '31 August and 1 September 2022'
    """
    start, end = spell
    first = str(start.day) if start.month == end.month else f"{start.day} {start:%B}"
    return f"{first} and {long_date(end)}"


def focused_visit(  # noqa: PLR0913 - each is a way in which letters differ
    *,
    council: str = "Cheshire East",
    director: str = "Rosalind Pike",
    spell: Spell = (date(2021, 11, 24), date(2021, 11, 25)),
    published: date = date(2021, 12, 21),
    inspectors: Sequence[str] = ("Morwenna Tandy", "Oke Bassey"),
    topic: str = "the local authority’s arrangements for children in need and children on a child protection plan",
    improve: Sequence[str | Item] = words.IMPROVE[:3],
    priority: Sequence[str | Item] = (),
    strengths: Sequence[str] = words.STRENGTHS[:3],
    whose: Literal["Her", "His"] = "Her",
    heading: str = "What needs to improve in this area of social work practice?",
) -> Made:
    """Return the letter after two days on one topic."""
    paper = Paper(lambda number: () if number == 1 else (f"\t{number}",))
    _head(paper, published, (director, "Director of Children’s Services", f"{council} Council", *TO))
    paper.para(f"Dear {director.split(maxsplit=1)[0]}")
    paper.para(f"Focused visit to {council} children’s services", face=Face.BOLD, size=13)
    start = f"This letter summarises the findings of a focused visit to {council} children’s services on"
    team = " and ".join(inspectors)
    paper.para(f"{start} {two_days(spell)}. {whose} Majesty’s Inspectors for this visit were {team}.")
    paper.para(f"Inspectors looked at {topic}.")
    paper.para(
        "The visit was made under the framework for inspecting local authority services for children (ILACS)."
    )
    _heading(paper, "Headline findings")
    paper.paras(words.narrative(strengths[:1], 0, 1, least=2))
    if priority:
        _heading(paper, "Areas for priority action")
        _list(paper, items(priority))
    _heading(paper, heading)
    _list(paper, items(improve))
    _heading(paper, "Main findings")
    paper.paras(words.narrative(strengths[1:], 1, 2, least=0))
    paper.paras(words.narrative(strengths[1:], 0, 2))
    paper.para("What this letter says will be borne in mind when Ofsted plans its next visit.")
    _end(paper, inspectors[0], f"{whose} Majesty’s Inspector")
    return _made(
        paper,
        framework="focused-visit",
        council=council,
        published=published,
        spell=spell,
        inspectors=inspectors,
        improve=improve,
        priority=priority,
        strengths=strengths,
    )


def monitoring_visit(  # noqa: PLR0913 - each is a way in which letters differ
    *,
    council: str = "Stockton-on-Tees",
    director: str = "Rosalind Pike",
    spell: Spell = (date(2023, 10, 3), date(2023, 10, 4)),
    published: date = date(2023, 11, 14),
    inspectors: Sequence[str] = ("Idris Penhallow", "Tom Drewe"),
    which: str = "second",
    judged: str = "May 2023",
    strengths: Sequence[str] = words.STRENGTHS[:3],
) -> Made:
    """Return the letter after a visit to a council that was judged inadequate: no list, one old grade."""
    paper = Paper(lambda number: () if number == 1 else (f"\t{number}",))
    _head(paper, published, (director, "Director of Children’s Services", f"{council} Borough Council", *TO))
    paper.para(f"Dear {director.split(maxsplit=1)[0]}")
    paper.para(f"Monitoring visit to {council} children’s services", face=Face.BOLD, size=13)
    start = f"This letter summarises the findings of the monitoring visit to {council} children’s services on"
    since = (
        f"This was the {which} monitoring visit since the local authority was judged inadequate in {judged}."
    )
    team = " and ".join(inspectors)
    paper.para(f"{start} {two_days(spell)}. {since} His Majesty’s Inspectors for this visit were {team}.")
    _heading(paper, "Areas covered by the visit")
    paper.para("Inspectors looked for progress in these matters, which the last inspection had raised:")
    _list(
        paper,
        items(["the ‘front door’, with its duty teams", "help for children on a child protection plan."]),
    )
    _heading(paper, "Headline findings")
    paper.paras(words.narrative(strengths[:1], 0, 1, least=2))
    _heading(paper, "Findings and evaluation of progress")
    paper.paras(words.narrative(strengths[1:], 0, 1))
    paper.para(
        f"I am copying this letter to the Department for Education. It will be published on {long_date(published)}."
    )
    _end(paper, inspectors[0], "His Majesty’s Inspector")
    return _made(
        paper,
        framework="monitoring-visit",
        council=council,
        published=published,
        spell=spell,
        inspectors=inspectors,
        strengths=strengths,
    )


def jtai(  # noqa: PLR0913 - each is a way in which letters differ
    *,
    council: str = "Shropshire",
    director: str = "Rosalind Pike",
    spell: Spell = (date(2023, 1, 23), date(2023, 1, 27)),
    published: date = date(2023, 3, 20),
    inspectors: Sequence[str] = ("Morwenna Tandy", "Oke Bassey", "Tom Drewe"),
    topic: str = "the multi-agency response to children and families who need help",
    improve: Sequence[str | Item] = words.IMPROVE[:4],
    priority: Sequence[str | Item] = words.PRIORITY,
    strengths: Sequence[str] = words.STRENGTHS[:4],
) -> Made:
    """Return the letter of three inspectorates to a whole partnership."""
    title = f"Joint targeted area inspection of {council}"
    paper = Paper(
        lambda number: () if number == 1 else (title, f"{spell[0].day} to {long_date(spell[1])}\t{number}")
    )
    _head(
        paper,
        published,
        (
            f"{director}, Director of Children’s Services, {council} Council",
            "Sam Eyre, Chief Executive, NHS Integrated Care Board",
            "Lee Farrow, Police and Crime Commissioner",
            "Jo Marl, Chief Constable",
        ),
    )
    paper.para("Dear local partnership")
    paper.para(title, face=Face.BOLD, size=13)
    start = f"This letter summarises the findings of the joint targeted area inspection (JTAI) of {topic} in {council}."
    paper.para(start)
    paper.para(
        f"This inspection took place from {spell[0].day} to {long_date(spell[1])}. It was carried out by inspectors from "
        "Ofsted, the Care Quality Commission (CQC) and His Majesty’s Inspectorate of Constabulary and Fire & Rescue "
        "Services (HMICFRS)."
    )
    _heading(paper, "Headline findings")
    paper.paras(words.narrative(strengths[:1], 0, 1, least=2))
    _heading(paper, "What needs to improve?")
    if priority:
        _heading(paper, "Areas for priority action")
        _list(paper, items(priority))
    _heading(paper, "Areas for improvement")
    _list(paper, items(improve))
    _heading(paper, "Strengths")
    _list(paper, items(strengths[1:]))
    _heading(paper, "Main findings")
    paper.paras(words.narrative((), 2, 5, least=5))
    _heading(paper, "Next steps")
    paper.para(
        f"{council} Council should prepare a written statement of action, which all partners should share."
    )
    _end(paper, inspectors[0], "National Director, Ofsted")
    return _made(
        paper,
        framework="jtai",
        council=council,
        published=published,
        spell=spell,
        inspectors=inspectors[:1],
        improve=improve,
        priority=priority,
        strengths=strengths,
    )


def _head(paper: Paper, published: date, to: Sequence[str]) -> None:
    for line in OFSTED:
        paper.para(line, left=LEFT + 330, size=8.5, gap=0)
    paper.para(long_date(published))
    for line in to:
        paper.para(line, gap=0)
    paper.gap(10)


def _heading(paper: Paper, text: str) -> None:
    paper.para(text, face=Face.BOLD)


def _list(paper: Paper, things: Sequence[Item]) -> None:
    for thing in things:
        paper.para(thing.text, label=signs.SQUARE, left=LEFT + 20, gap=4)
    paper.gap(4)


def _end(paper: Paper, name: str, rank: str) -> None:
    paper.para("Yours sincerely", gap=30)
    paper.para(name, face=Face.BOLD, gap=0)
    paper.para(rank)


def _made(  # noqa: PLR0913 - the truth about a letter
    paper: Paper,
    *,
    framework: str,
    council: str,
    published: date,
    spell: Spell,
    inspectors: Sequence[str],
    improve: Sequence[str | Item] = (),
    priority: Sequence[str | Item] = (),
    strengths: Sequence[str] = (),
) -> Made:
    return Made(
        data=paper.data(),
        council=council,
        framework=framework,
        published=published,
        start=spell[0],
        end=spell[1],
        inspectors=tuple(inspectors),
        spells=(spell,),
        improve=wholes([*priority, *improve]),
        priority=wholes(priority),
        strengths=tuple(strengths),
    )
