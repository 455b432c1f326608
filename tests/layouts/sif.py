"""The Single Inspection Framework from 2015 to 2018, re-inspections among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from councilbrief.pdf.look.faces import Face
from layouts import sif_parts as parts
from layouts import signs, words
from layouts.made import RI, Item, Made, Shape, Spell, items, long_date, spans, wholes
from layouts.paper import LEFT, Paper

GRADES = {
    "overall": "good",
    "help_protection": RI,
    "in_care": "good",
    "adoption": "outstanding",
    "care_leavers": "good",
    "leaders": "good",
    "lscb": RI,
}
AGAIN = {
    "overall": RI,
    "help_protection": RI,
    "in_care": RI,
    "adoption": "good",
    "care_leavers": RI,
    "leaders": RI,
}
BEFORE = {
    "overall": "inadequate",
    "help_protection": "inadequate",
    "in_care": "inadequate",
    "adoption": RI,
    "care_leavers": "inadequate",
    "leaders": "inadequate",
}
SPELL = (date(2015, 9, 14), date(2015, 10, 8))
SPELL_AGAIN = (date(2017, 11, 7), date(2017, 11, 30))
POINTED = (
    f"{words.ORDERS[0]} (page 9, paragraph 14)",
    f"{words.ORDERS[1]} (pages 13, 30 paragraphs 27, 29, 103)",
    *words.ORDERS[2:],
)


def sif(  # noqa: PLR0913 - each is a way in which reports differ
    *,
    council: str = "Hertfordshire",
    title: str = "",
    kind: str = f"I{parts.KIND}",
    spells: Sequence[Spell] = (SPELL,),
    shape: Shape = "years-dashes",
    published: date | None = date(2015, 11, 27),
    inspectors: Sequence[str] = ("Gwenllian Rees-Hope",),
    team: Sequence[str] = ("Oke Bassey", "Ruth Candlish", "Tom Drewe"),
    grades: Mapping[str, str] | None = None,
    previous: Mapping[str, str] | None = None,
    improve: Sequence[str | Item] = POINTED,
    strengths: Sequence[str] = words.STRENGTHS,
    lscb: Sequence[str | Item] = words.BOARD,
    narrow: bool = False,
) -> Made:
    """Return a report: the overall grade is a sentence, the list is called recommendations.

    `previous` are the grades of an earlier inspection, which a re-inspection quotes; without a grade for
    `lscb` the report has no part about the board; `narrow` splits the grades of the table over two lines.
    """
    graded = dict(GRADES if grades is None else grades)
    board = "lscb" in graded
    paper = Paper(lambda number: (f"\t{number}",))
    title = title or f"{council} County Council"
    _first_page(
        paper,
        title=title,
        kind=kind,
        dates=spans(spells, shape),
        published=published,
        council=council,
        grades=graded,
        narrow=narrow,
    )
    paper.new_page()
    parts.heading(paper, "Executive summary", size=14)
    paper.paras(words.narrative(strengths, 0, 1))
    _contents(paper, board=board)
    paper.new_page()
    parts.heading(paper, "The local authority", size=16)
    paper.para("Information about this local authority area", face=Face.BOLD, size=13)
    parts.about_area(paper, council)
    if previous:
        _previous(paper, previous)
    number = parts.numbers()
    paper.new_page()
    parts.heading(paper, "Recommendations", size=14)
    parts.numbered(paper, items(improve), number)
    paper.new_page()
    parts.heading(paper, "Summary for children and young people", size=14)
    parts.bullets(paper, ["Most of you get good help, and sooner than you used to.", *strengths[:2]])
    paper.new_page()
    for key, text in parts.TOLD.items():
        paper.row(
            (text, parts.printed(graded[key])),
            (LEFT, 410),
            faces=(Face.BOLD, Face.BOLD),
            size=13,
            align="top",
        )
        parts.heading(paper, "Summary", size=11.5)
        paper.paras(words.narrative((), [*parts.ROWS].index(key), 5, least=2))
        parts.heading(paper, "Inspection findings", size=11.5)
        parts.findings(paper, key, number)
        for inner in parts.INSET if key == "in_care" else ():
            if inner in graded:
                parts.graded_part(paper, inner, graded[inner], number)
    if board:
        _board(paper, graded["lscb"], items(lscb), number)
    parts.about_inspection(paper, inspectors, team, board=board)
    paper.para(words.OFSTED)
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
        improve=wholes(improve),
        lscb=wholes(lscb) if board else (),
        strengths=tuple(strengths),
    )


def sif_reinspection(  # noqa: PLR0913 - each is a way in which reports differ
    *,
    council: str = "Somerset",
    grades: Mapping[str, str] | None = None,
    previous: Mapping[str, str] | None = None,
    improve: Sequence[str | Item] = words.ORDERS,
    strengths: Sequence[str] = words.STRENGTHS,
    hyphen: bool = True,
) -> Made:
    """Return a re-inspection: no part about the board, and the old grades quoted before the list."""
    return sif(
        council=council,
        kind=f"{'Re-i' if hyphen else 'Rei'}{parts.KIND}",
        spells=(SPELL_AGAIN,),
        shape="years",
        published=date(2018, 1, 29),
        grades=AGAIN if grades is None else grades,
        previous=BEFORE if previous is None else previous,
        improve=improve,
        strengths=strengths,
    )


def _first_page(  # noqa: PLR0913 - a page of many lines
    paper: Paper,
    *,
    title: str,
    kind: str,
    dates: str,
    published: date | None,
    council: str,
    grades: Mapping[str, str],
    narrow: bool,
) -> None:
    paper.para(title, size=20)
    parts.heading(paper, kind, size=14)
    if "lscb" in grades:
        paper.para("and")
        paper.para(parts.BOARD, face=Face.BOLD, size=14, mark="1")
        paper.note("1", parts.POWERS)
    paper.para(f"Inspection date: {dates}", face=Face.BOLD)
    if published:
        paper.para(f"Report published: {long_date(published)}", face=Face.BOLD)
    ends = parts.sentence(grades["overall"], many=True)
    paper.para(f"Children’s services in {council} {ends}", face=Face.BOLD, size=13)
    parts.table(paper, grades, edge=430 if narrow else 360, aligns={})


def _contents(paper: Paper, *, board: bool) -> None:
    paper.new_page()
    paper.para("Contents", size=20)
    entries = [
        ("Executive summary", 2),
        ("The local authority", 4),
        ("Information about this local authority area", 4),
        ("Recommendations", 5),
        ("Summary for children and young people", 6),
        *((text, 7 + index) for index, text in enumerate(parts.TOLD.values())),
    ]
    if board:
        entries += [("The Local Safeguarding Children Board (LSCB)", 11), ("Executive summary", 11)]
        entries += [
            ("Recommendations", 11),
            ("Inspection findings – the Local Safeguarding Children Board", 11),
        ]
    for text, number in [*entries, ("Information about this inspection", 12)]:
        paper.entry(text, number)


def _previous(paper: Paper, grades: Mapping[str, str]) -> None:
    labels = {key: label.split(" ", 1)[1] for key, label in parts.ROWS.items()}
    labels["overall"] = "Overall effectiveness"
    told = [f"{labels[key]}: {parts.printed(grade, capital=False)}" for key, grade in grades.items()]
    parts.bullets(paper, ["The council was last inspected in January 2015, with these judgements:"])
    parts.bullets(paper, told, sign=signs.OLD_DASH, left=LEFT + 44)


def _board(paper: Paper, grade: str, things: Sequence[Item], number: Iterator[int]) -> None:
    paper.new_page()
    parts.heading(paper, "The Local Safeguarding Children Board (LSCB)", size=16)
    parts.heading(paper, f"The Local Safeguarding Children Board {parts.sentence(grade, many=False)}")
    parts.heading(paper, "Executive summary")
    paper.paras(words.narrative((), 3, 5, least=2))
    parts.heading(paper, "Recommendations")
    parts.numbered(paper, things, number)
    parts.heading(paper, "Inspection findings – the Local Safeguarding Children Board")
    parts.numbered(paper, words.narrative((), 4, 5), number)
