"""The parts of which ILACS reports are made, and how they looked in each era."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from councilbrief.pdf.look.faces import Face
from layouts import signs, words
from layouts.made import Item, Shape
from layouts.paper import LEFT, Paper, Running

AREAS = {
    "leaders": "The impact of leaders on social work practice with children and families",
    "help_protection": "The experiences and progress of children who need help and protection",
    "in_care_and_care_leavers": "The experiences and progress of children in care and care leavers",
    "in_care": "The experiences and progress of children in care",
    "care_leavers": "The experiences and progress of care leavers",
    "overall": "Overall effectiveness",
}
TOLD = ("help_protection", "in_care_and_care_leavers", "in_care", "care_leavers", "leaders")


Footer = Literal["none", "number", "one line", "two lines"]


@dataclass(frozen=True)
class Look:
    """How the reports of an era look."""

    bullet: str
    dash: str
    shape: Shape
    rank: str
    council_first: bool = False
    footer: Footer = "two lines"
    separate: bool = False
    marked: bool = False
    heading: str = "What needs to improve?"
    joint: str = ": "
    capital: bool = False


HER, HIS = "Her Majesty’s Inspector", "His Majesty’s Inspector"
LOOKS: Mapping[str, Look] = {
    "2018": Look(
        bullet=signs.OLD_SQUARE,
        dash=signs.OLD_DASH,
        shape="years",
        rank=" HMI",
        council_first=True,
        footer="number",
        heading="What needs to improve",
        joint=" ",
    ),
    "2019": Look(
        bullet=signs.SQUARE,
        dash=signs.STRUCK_DASH,
        shape="years",
        rank=f"\n{HER}",
        council_first=True,
        footer="number",
        heading="What needs to improve",
        capital=True,
    ),
    "2021": Look(bullet=signs.SQUARE, dash=signs.MINUS, shape="months", rank=f", {HER}", footer="one line"),
    "2022": Look(bullet=signs.SQUARE, dash=signs.MINUS, shape="days", rank=f", {HER}"),
    "2023": Look(bullet=signs.SQUARE, dash=signs.MINUS, shape="days", rank=f", {HIS}", separate=True),
    "2025": Look(
        bullet=signs.SQUARE, dash=signs.MINUS, shape="days", rank=f", {HIS}", separate=True, marked=True
    ),
}


def running(title: str, dates: str, footer: Footer) -> Running:
    """Return the running lines: a mere number, or lines from the second page on."""

    def lines(number: int) -> Sequence[str]:
        if footer == "number":
            return (f"\t{number}",)
        if footer == "none" or number == 1:
            return ()
        if footer == "one line":
            return (f"{title} {' '.join(dates.split()[-2:])}\t{number}",)
        return (title, f"{dates}\t{number}")

    return lines


def head(paper: Paper, titles: Sequence[str], dates: str) -> None:
    """Set the lines above the inspectors."""
    first, *more = titles
    paper.para(first, size=20)
    for line in more:
        paper.para(line, face=Face.BOLD, size=13)
    paper.para(f"Inspection dates: {dates}")


def inspectors(paper: Paper, names: Sequence[str], rank: str) -> None:
    """Set who led: on one line, or on two where the rank goes below; in the plural where two led."""
    many = len(names) > 1
    rank = rank.replace("Inspector", "Inspectors") if many else rank
    beside, _, below = f"{' and '.join(names)}{rank}".partition("\n")
    paper.para(f"Lead inspector{'s' * many}: {beside}", gap=0 if below else 8)
    if below:
        paper.para(below)


def table(paper: Paper, grades: Mapping[str, str], *, old: bool) -> None:
    """Set the table of grades; in old ones a grade stands at the foot of its cell."""
    edges = (LEFT, 400.0 if old else 290.0)
    paper.row(("Judgement", "Grade"), edges, faces=(Face.BOLD, Face.BOLD))
    for key, grade in grades.items():
        paper.row((AREAS[key], grade[:1].upper() + grade[1:]), edges, align="bottom" if old else "top")
    paper.gap()


def improve_list(paper: Paper, look: Look, things: Sequence[Item], *, prose: str = "") -> None:
    """Set what needs to improve, with a footnote where the look has one."""
    if not things and not prose:
        return
    paper.para(look.heading, face=Face.BOLD, mark="1" if look.marked else "", apart=True)
    if look.marked:
        paper.note("1", words.FRAMEWORK_NOTE)
    if prose:
        paper.para(prose)
    for thing in things:
        if thing.theme:
            paper.para(thing.theme, face=Face.BOLD)
        paper.para(thing.text, label=look.bullet, left=LEFT + 20, gap=3 if thing.subs else 8)
        for sub in thing.subs:
            paper.para(sub, label=look.dash, left=LEFT + 44, gap=4)
    paper.gap(4)


def findings(paper: Paper, look: Look, grades: Mapping[str, str], strengths: Sequence[str]) -> None:
    """Set the numbered paragraphs of each area, under a heading that repeats its grade."""
    told = [key for key in TOLD if key in grades]
    number = 0
    for part, key in enumerate(told):
        grade = grades[key].capitalize() if look.capital else grades[key]
        paper.para(f"{AREAS[key]}{look.joint}{grade}", face=Face.BOLD, size=12.5)
        for text in words.narrative(strengths, part, len(told)):
            number += 1
            paper.para(text, label=f"{number}.", left=LEFT + 28)


def end(paper: Paper, year: int) -> None:
    """Set the last page, which is about Ofsted itself."""
    paper.new_page()
    paper.para(words.OFSTED)
    for line in (*words.ADDRESS, "W: www.gov.uk/ofsted", f"© Crown copyright {year}"):
        paper.para(line, gap=0)
