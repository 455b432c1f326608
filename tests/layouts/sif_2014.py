"""The first year of the Single Inspection Framework: late 2013 to early 2015."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from councilbrief.pdf.look.faces import Face
from layouts import sif_parts as parts
from layouts import words
from layouts.made import RI, Item, Made, Shape, Spell, items, long_date, spans, wholes
from layouts.paper import Align, Paper

GRADES = {
    "overall": "inadequate",
    "help_protection": "inadequate",
    "in_care": RI,
    "adoption": RI,
    "care_leavers": RI,
    "leaders": "inadequate",
    "lscb": "inadequate",
}
ALIGNS: Mapping[str, Align] = {"in_care": "bottom", "care_leavers": "bottom"}
SPELL = (date(2014, 1, 28), date(2014, 2, 19))
THEMED = (
    Item(words.ORDERS[0], theme="Management and leadership"),
    Item(words.ORDERS[1], theme="Quality of practice"),
    *(Item(text, theme="Services for looked after children and care leavers") for text in words.ORDERS[2:]),
)


def sif_2014(  # noqa: PLR0913 - each is a way in which reports differ
    *,
    council: str = "Coventry",
    title: str = "",
    spells: Sequence[Spell] = (SPELL,),
    shape: Shape = "dashes",
    published: date | None = None,
    inspectors: Sequence[str] = ("Hilary Ashdown",),
    team: Sequence[str] = ("Oke Bassey", "Ruth Candlish", "Tom Drewe"),
    grades: Mapping[str, str] | None = None,
    judgement: Literal["grade", "sentence"] = "grade",
    priority: Sequence[str | Item] = words.PRIORITY,
    improve: Sequence[str | Item] = words.ORDERS,
    strengths: Sequence[str] = words.STRENGTHS,
    strengths_heading: str = "The local authority’s strengths",
    lscb: Sequence[str | Item] = words.BOARD,
    misnumbered: bool = False,
    dots: bool = False,
) -> Made:
    """Return a report: the list goes on the numbers before it, and the strengths those of the list.

    `judgement` is how the overall grade is told: “is inadequate”, or “is that children’s services are
    inadequate”; `misnumbered` prints the third row of the table as “1.”; `dots` leads to the pages in the
    contents; `strengths_heading` may be empty, so that nothing parts the list from the strengths.
    """
    graded = dict(GRADES if grades is None else grades)
    board = "lscb" in graded
    paper = Paper(lambda number: (f"\t{number}",))
    dates = spans(spells, shape)
    _first_page(
        paper,
        title=title or f"{council} City Council",
        dates=dates,
        published=published,
        grades=graded,
        judgement=judgement,
        misnumbered=misnumbered,
    )
    _contents(paper, board=board, dots=dots)
    number = parts.numbers()
    paper.new_page()
    parts.heading(paper, "Section 1: The local authority", size=14)
    parts.heading(paper, "Summary of key findings")
    failing = graded["overall"] == "inadequate"
    so_far = (
        "has serious weaknesses and is not yet good"
        if failing
        else "requires improvement and is not yet good"
    )
    parts.heading(paper, f"This local authority {so_far} because", size=11.5)
    parts.numbered(paper, words.WEAKNESSES, number)
    _lists(paper, "What does the local authority need to improve?", items(priority), items(improve), number)
    if strengths:
        if strengths_heading:
            parts.heading(paper, strengths_heading)
        parts.numbered(paper, strengths, number)
    parts.heading(paper, "Progress since the last inspection")
    earlier = f"In 2010, services for children in {council} were judged to be adequate."
    parts.numbered(paper, [earlier], number)
    parts.about_inspection(paper, inspectors, team, board=board)
    parts.heading(paper, "Information about this local authority area")
    parts.about_area(paper, council)
    parts.heading(paper, "Inspection judgements about the local authority", size=14)
    for key, text in parts.TOLD.items():
        ends = parts.sentence(graded[key], many=key != "leaders").removesuffix(" to be good")
        parts.heading(paper, f"{text} {ends}")
        parts.findings(paper, key, number)
        for inner in parts.INSET if key == "in_care" else ():
            if inner in graded:
                parts.graded_part(paper, inner, graded[inner], number)
    parts.scale(paper, "What the inspection judgements mean: the local authority", "A local authority")
    if board:
        _board(paper, graded["lscb"], items(lscb), number)
    return Made(
        data=paper.data(),
        council=council,
        framework="sif",
        published=published,
        start=spells[0][0],
        end=spells[-1][1],
        inspectors=tuple(inspectors),
        spells=tuple(spells),
        grades=graded,
        improve=wholes([*priority, *improve]),
        priority=wholes(priority),
        lscb=wholes(lscb) if board else (),
        strengths=tuple(strengths),
    )


def _first_page(  # noqa: PLR0913 - a page of many lines
    paper: Paper,
    *,
    title: str,
    dates: str,
    published: date | None,
    grades: Mapping[str, str],
    judgement: str,
    misnumbered: bool,
) -> None:
    paper.para(title, size=20)
    parts.heading(paper, f"I{parts.KIND}", size=14)
    board = grades.get("lscb")
    if board:
        paper.para("and")
        paper.para(parts.BOARD.lower().capitalize(), face=Face.BOLD, size=14, mark="1")
        paper.note("1", parts.POWERS)
    paper.para(f"Inspection date: {dates}", face=Face.BOLD)
    if published:
        paper.para(f"Report published: {long_date(published)}", face=Face.BOLD)
    overall = grades["overall"]
    if judgement == "grade":
        paper.para(f"The overall judgement is {parts.printed(overall, capital=False)}", size=13)
    else:
        ends = "require improvement" if overall == RI else f"are {overall}"
        paper.para(f"The overall judgement is that children’s services {ends}", size=13)
    paper.para(parts.SERIOUS if overall == "inadequate" else parts.NOT_SERIOUS)
    paper.para(parts.WANTED)
    rows = dict(parts.ROWS)
    if misnumbered:
        rows["leaders"] = rows["leaders"].replace("3.", "1.")
    parts.table(paper, grades, rows=rows, edge=430, aligns=ALIGNS)
    if board:
        ends = "is requires improvement" if board == RI else f"is {board}"
        paper.para(f"The effectiveness of the Local Safeguarding Children Board (LSCB) {ends}", size=14)
        paper.para("The board’s arrangements are described in the second section of this report.")


def _contents(paper: Paper, *, board: bool, dots: bool) -> None:
    paper.new_page()
    paper.para("Contents", size=20)
    entries = {
        "Section 1: The local authority": 3,
        "Summary of key findings": 3,
        "What does the local authority need to improve?": 3,
        "Information about this inspection": 4,
        "Information about this local authority area": 5,
        "Inspection judgements about the local authority": 5,
        "What the inspection judgements mean: the local authority": 7,
    }
    if board:
        entries |= {"Section 2: The effectiveness of the Local Safeguarding Children Board": 8}
        entries |= {"What the inspection judgements mean: the LSCB": 9}
    for text, number in entries.items():
        paper.entry(text, number, dots=dots, face=Face.BOLD if text.startswith("Section") else Face.REGULAR)


def _lists(
    paper: Paper, title: str, priority: Sequence[Item], improve: Sequence[Item], number: Iterator[int]
) -> None:
    parts.heading(paper, title)
    if priority:
        parts.heading(paper, "Priority and immediate action", size=11.5)
        parts.numbered(paper, priority, number)
    if improve:
        parts.heading(paper, "Areas for improvement", size=11.5)
        parts.numbered(paper, improve, number)


def _board(paper: Paper, grade: str, things: Sequence[Item], number: Iterator[int]) -> None:
    paper.new_page()
    parts.heading(paper, "Section 2: The effectiveness of the Local Safeguarding Children Board", size=14)
    ends = "requires improvement" if grade == RI else f"is {grade}"
    parts.heading(paper, f"The effectiveness of the LSCB {ends}")
    _lists(paper, "What does the LSCB need to improve?", (), things, number)
    parts.heading(paper, "The LSCB’s strengths")
    parts.numbered(
        paper, ["The board’s chair is independent, and partners say that she is firm and fair."], number
    )
    parts.heading(paper, "Inspection judgement about the LSCB")
    parts.numbered(paper, words.narrative((), 3, 5), number)
    parts.scale(paper, "What the inspection judgements mean: the LSCB", "An LSCB")
