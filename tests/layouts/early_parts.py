"""The parts that the reports of 2012 and 2013 share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from councilbrief.pdf.look.faces import Face
from layouts import signs
from layouts.made import Item, long_date
from layouts.paper import LEFT, Paper, Running

WHEN = ("Immediately", "Within three months", "Within six months")
SCALE = (
    ("Outstanding", "A service that goes far beyond what is asked of it"),
    ("Good", "A service that goes beyond what is asked of it"),
    ("Adequate", "A service that does what is asked of it and no more"),
    ("Inadequate", "A service that does not do what is asked of it"),
)


def running(title: str) -> Running:
    """Return the running line: nothing on the first two pages, then a title and a number of its own."""
    return lambda number: () if number <= 2 else (f"{title}\t{number - 2}",)


def cover(  # noqa: PLR0913 - a page of many lines
    paper: Paper, *, kind: str, title: str, dates: str, lead: str, inspectors: Sequence[str], published: date
) -> None:
    """Set the cover and the page behind it; `lead` is what the inspector is called."""
    paper.para(kind, size=21, gap=2)
    paper.para(title, size=15, gap=150)
    paper.para(f"Inspection dates: {dates}", gap=0)
    paper.para(f"{lead} {' and '.join(inspectors)} HMI", gap=60)
    paper.para("Age group: All", gap=0)
    paper.para(f"Published: {long_date(published)}")
    paper.new_page()
    paper.para(f"© Crown copyright {published.year}", gap=2)
    paper.para("Website: www.ofsted.gov.uk", gap=2)
    paper.para("Parts of this document may be used elsewhere, as long as its source and date are given.")


def contents(paper: Paper, entries: Mapping[str, int]) -> None:
    """Set the contents."""
    paper.new_page()
    paper.para("Contents", face=Face.BOLD, size=16)
    for text, number in entries.items():
        paper.entry(text, number, face=Face.BOLD)


def heading(paper: Paper, text: str, *, size: float = 16) -> None:
    """Set a heading."""
    paper.para(text, face=Face.BOLD, size=size)


def numbered(paper: Paper, texts: Sequence[str], number: Iterator[int]) -> None:
    """Set numbered paragraphs."""
    for text in texts:
        paper.para(text, label=f"{next(number)}.", left=LEFT + 28)


def meanings(paper: Paper, number: Iterator[int], *, graded: bool) -> None:
    """Set what the grades mean: four grades that are nobody’s."""
    heading(paper, "The inspection judgements and what they mean")
    numbered(paper, ["Each judgement is made on a scale of four points."], number)
    for index, (grade, meaning) in enumerate(SCALE, 1):
        told = f"{grade} (Grade {index})" if graded else grade
        paper.row((told, meaning), (LEFT + 40, 250))
    paper.gap()


def improve_list(
    paper: Paper, council: str, things: Mapping[str, Sequence[Item]], number: Iterator[int], *, of: str
) -> None:
    """Set the areas for improvement, by when they are due."""
    heading(paper, "Areas for improvement")
    start = f"To improve the quality of {of} in {council}, the local authority should do what"
    numbered(paper, [f"{start} follows."], number)
    for when, some in things.items():
        paper.para(f"{when}:", face=Face.BOLD, left=LEFT + 28)
        for item in some:
            paper.para(item.text, label=signs.SMALL_SQUARE, left=LEFT + 56, gap=4)
        paper.gap(4)


def spread(things: Sequence[Item]) -> dict[str, list[Item]]:
    """Return the items by when they are due: in three parts of the same size, or nearly."""
    third = -(-len(things) // len(WHEN))
    parts = {when: list(things[index * third : (index + 1) * third]) for index, when in enumerate(WHEN)}
    return {when: some for when, some in parts.items() if some}


def record(paper: Paper, title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Set the last page’s table of grades; a long row’s grade stands below its label."""
    paper.new_page()
    heading(paper, "Record of main findings", size=20)
    paper.para(title, face=Face.BOLD)
    for label, grade in rows:
        paper.row((label, grade.capitalize()), (LEFT, 330), align="middle" if len(label) > 60 else "top")
