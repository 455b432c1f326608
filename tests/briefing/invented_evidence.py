"""Invented cases that the seeds don't have: reports, conflicts, visits and long histories."""

from __future__ import annotations

from briefing.papers import CHESHIRE_EAST, Paper, dated, paper
from councilbrief.evidence.facts import Area, Evidence, Grade, Voice
from councilbrief.provenance import DocumentKind

COUNCIL = "Cheshire East Council"


def graded(  # noqa: PLR0913 - what the cases differ in
    source_id: str,
    grade: Grade,
    start: str,
    end: str | None,
    framework: str | None,
    *,
    kind: DocumentKind = DocumentKind.ARTICLE,
    published: str | None = None,
    area: Area = Area.OVERALL,
    council: str = CHESHIRE_EAST,
    publisher: str = "Weekly News",
) -> Evidence:
    """Make a document that tells of one inspection and one grade."""
    text = f"Ofsted inspected the council. Its report gives the grade {grade.value}."
    one = paper(source_id, text, kind, published, publisher=publisher, council=council)
    one.inspection("Ofsted inspected the council.", start, end, framework, graded=True)
    one.judge(f"gives the grade {grade.value}", area, grade=grade)
    return one.evidence()


def visit(source_id: str, start: str, end: str, published: str) -> Evidence:
    """Make a letter on a focused visit, with one finding of each sort."""
    text = (
        "Inspectors made a focused visit to the council.\n"
        "Managers know their social workers well.\n"
        "The timeliness of first visits to children."
    )
    one = paper(source_id, text, DocumentKind.LETTER, published, publisher="Ofsted")
    one.inspection(
        "Inspectors made a focused visit to the council.", start, end, "focused-visit", graded=False
    )
    one.strength("Managers know their social workers well.", Voice.INSPECTORS)
    one.improve("The timeliness of first visits to children.", Voice.INSPECTORS, group="priority")
    return one.evidence()


def report() -> Evidence:
    """Make Ofsted's report on the inspection of seeds 000 and 001; the facts are invented."""
    text = (
        "Inspection of Cheshire East local authority children’s services\n"
        "Inspection dates: 26 February to 8 March 2024\n"
        "The experiences and progress of care leavers: Inadequate\n"
        "Overall effectiveness: Inadequate\n"
        "The quality, consistency and responsiveness of support, advice and guidance for care leavers.\n"
        "The quality and frequency of supervision."
    )
    one = paper(
        "report", text, DocumentKind.REPORT, "2024-05-16", publisher="Ofsted", title="Inspection report"
    )
    one.inspection(
        "Inspection dates: 26 February to 8 March 2024", "2024-02-26", "2024-03-08", "ilacs-2023", graded=True
    )
    one.judge(
        "The experiences and progress of care leavers: Inadequate", Area.CARE_LEAVERS, grade=Grade.INADEQUATE
    )
    one.judge("Overall effectiveness: Inadequate", Area.OVERALL, grade=Grade.INADEQUATE)
    one.improve(
        "The quality, consistency and responsiveness of support, advice and guidance for care leavers.",
        Voice.INSPECTORS,
    )
    one.improve("The quality and frequency of supervision.", Voice.INSPECTORS)
    return one.evidence()


def undated() -> Evidence:
    """Make an article without any date."""
    text = "Ofsted came in March. Services were rated good. “We are pleased,” said a spokesperson."
    one = paper("undated", text, publisher="Weekly News")
    one.inspection("Ofsted came in March.", graded=True)
    one.judge("Services were rated good.", Area.OVERALL, grade=Grade.GOOD)
    one.say(None, "We are pleased,")
    return one.evidence()


def held_back() -> Evidence:
    """Make an article with two statements to hold back for one reason and one for another."""
    text = (
        "Ofsted inspected the council in May 2025.\n"
        "Cllr Ann Hill said she should resign.\n“She must go now.”\n“The lead member has to go.”\n"
        "Cllr Bob Marsh said who was to blame.\n“That party ruined it.”"
    )
    one = paper("anger", text, published="2025-06-02", publisher="Weekly News")
    one.inspection(
        "Ofsted inspected the council in May 2025.", "2025-05", framework="ilacs-2023", graded=True
    )
    hill, marsh = one.speaker("Ann Hill", "Cllr"), one.speaker("Bob Marsh", "Cllr")
    one.say(hill, "She must go now.", sensitive="calls for a resignation")
    one.say(hill, "The lead member has to go.", sensitive="calls for a resignation")
    one.say(marsh, "That party ruined it.", sensitive="blames an identifiable person or party")
    return one.evidence()


def twelve() -> tuple[Evidence, ...]:
    """Make twelve inspections, a year apart, half of them graded."""
    made: list[Evidence] = []
    for at in range(6):
        year = 2012 + 2 * at
        framework = ("apc-2012", "sif", "sif", "ilacs-2018", "ilacs-2018", "ilacs-2018")[at]
        grade = (Grade.ADEQUATE, Grade.INADEQUATE, Grade.GOOD, Grade.GOOD, Grade.OUTSTANDING, Grade.GOOD)[at]
        made.append(
            graded(f"g{at:02}", grade, f"{year}-06-10", f"{year}-06-21", framework, published=f"{year}-08-01")
        )
        made.append(visit(f"v{at:02}", f"{year + 1}-03-05", f"{year + 1}-03-06", f"{year + 1}-04-10"))
    return tuple(made)


def said_by(name: str, *paragraphs: str, source_id: str = "said", published: str = "2024-05-17") -> Evidence:
    """Make an article that quotes one person and does nothing else."""
    one: Paper = paper(source_id, "\n".join((f"{name} spoke.", *paragraphs)), published=dated(published))
    one.say(one.speaker(name, role="lead member", organisation=COUNCIL), *paragraphs)
    return one.evidence()
