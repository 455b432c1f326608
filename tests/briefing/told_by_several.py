"""A report of invented facts, and news of it that gets one thing or another wrong."""

from __future__ import annotations

from briefing.papers import Paper, paper
from councilbrief.evidence.facts import Area, Evidence, Grade, Voice
from councilbrief.provenance import DocumentKind

AREAS = (
    (Area.LEADERS, "Leaders", Grade.REQUIRES_IMPROVEMENT),
    (Area.HELP_PROTECTION, "Help and protection", Grade.REQUIRES_IMPROVEMENT),
    (Area.IN_CARE, "Children in care", Grade.GOOD),
    (Area.CARE_LEAVERS, "Care leavers", Grade.INADEQUATE),
    (Area.OVERALL, "Overall effectiveness", Grade.INADEQUATE),
)
IMPROVEMENTS = (
    "The quality and frequency of visits to children, so that visits are purposeful.",
    "Managers’ oversight of plans, so that children do not drift.",
    "The support for care leavers, including those who are over 21 years of age.",
)
STRENGTHS = (
    "Most social workers know their children well and speak with genuine warmth about their families.",
    "Plans are mostly timely and help children to thrive at school.",
    "Staff are proud of the borough.",
)


def report(published: str | None = "2024-05-16", source_id: str = "report") -> Evidence:
    """Make Ofsted's report on an inspection from 26 February to 8 March 2024."""
    grades = "\n".join(f"{words}: {grade.value}" for _, words, grade in AREAS)
    text = "\n".join(("Dates: 26 February to 8 March 2024", grades, *IMPROVEMENTS, *STRENGTHS))
    one = paper(source_id, text, DocumentKind.REPORT, published, publisher="Ofsted", title="The report")
    basis = "inferred: from the title and the date"
    dates = ("2024-02-26", "2024-03-08")
    one.inspection("Dates: 26 February to 8 March 2024", *dates, "ilacs-2023", basis=basis, graded=True)
    for area, words, grade in AREAS:
        one.judge(f"{words}: {grade.value}", area, grade=grade)
    for words in IMPROVEMENTS:
        one.improve(words, Voice.INSPECTORS)
    for words in STRENGTHS:
        one.strength(words, Voice.INSPECTORS)
    return one.evidence()


def news(
    *lines: str,
    when: tuple[str, ...] = ("2024-02-26", "2024-03-08"),
    kind: DocumentKind = DocumentKind.ARTICLE,
    published: str | None = "2024-05-17",
    framework: str | None = None,
) -> Paper:
    """Begin an article or a release: what it says of the days comes first, and then its lines."""
    days = " to ".join(when) or "lately"
    one = paper("news", "\n".join((f"Ofsted came {days}.", *lines)), kind, published, publisher="Weekly News")
    start, end = (when[0], when[-1]) if when else (None, None)
    one.inspection(
        f"Ofsted came {days}.",
        start,
        end,
        framework,
        basis="inferred: from its date" if framework else None,
        graded=True,
    )
    return one


def overall(one: Paper, words: str = "rated inadequate", grade: Grade = Grade.INADEQUATE) -> Paper:
    """Add an overall grade to a document that has it in its text."""
    one.judge(words, Area.OVERALL, grade=grade)
    return one
