"""The parts that all reports under the Single Inspection Framework share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from councilbrief.pdf.look.faces import Face
from layouts import signs, words
from layouts.made import RI, Item
from layouts.paper import LEFT, Align, Paper

ROWS = {
    "help_protection": "1. Children who need help and protection",
    "in_care": "2. Children looked after and achieving permanence",
    "adoption": "2.1 Adoption performance",
    "care_leavers": "2.2 Experiences and progress of care leavers",
    "leaders": "3. Leadership, management and governance",
}
INSET = ("adoption", "care_leavers")
TOLD = {
    "help_protection": "The experiences and progress of children who need help and protection",
    "in_care": "The experiences and progress of children looked after and achieving permanence",
    "leaders": "Leadership, management and governance",
}
KIND = "nspection of services for children in need of help and protection, children looked after and care leavers"
BOARD = "Review of the effectiveness of the Local Safeguarding Children Board"
POWERS = (
    "This report is two in one, as section 152 of the Education and Inspections Act 2006 allows: an inspection of the "
    "local authority under section 136 of that Act, and a review of the Local Safeguarding Children Board under "
    "regulations of 2013."
)
SCALE = {
    "outstanding": "a service that does far more than is asked of a good one, and shows it by results",
    "good": "a service that helps, protects and cares for children, and knows how well it does so",
    RI: "a service without widespread or serious failures that is not yet good",
    "inadequate": "a service with widespread or serious failures that leave children at risk of harm",
}
SERIOUS = "Failures are widespread and serious, and they leave children at risk of harm."
NOT_SERIOUS = (
    "No failure was widespread or serious, and children are kept safe, but help is not yet good enough."
)
WANTED = (
    "Ofsted expects every child to have good help, care and protection, as the least that is due to them."
)


def printed(grade: str, *, capital: bool = True) -> str:
    """Return a grade as this framework printed it in a table."""
    text = "requires improvement" if grade == RI else grade
    return text.capitalize() if capital else text


def sentence(grade: str, *, many: bool) -> str:
    """Return a grade as a sentence's end: “are inadequate”, “requires improvement to be good”."""
    if grade == RI:
        return "require improvement to be good" if many else "requires improvement to be good"
    return f"{'are' if many else 'is'} {grade}"


def numbers() -> Iterator[int]:
    """Return the numbers of the paragraphs, which run on to the end of the report."""
    return count(1)


def table(
    paper: Paper,
    grades: Mapping[str, str],
    *,
    edge: float,
    aligns: Mapping[str, Align],
    rows: Mapping[str, str] = ROWS,
) -> None:
    """Set the five rows; narrow cells split a grade over two lines."""
    for key, label in rows.items():
        if key not in grades:
            continue
        face = Face.REGULAR if key in INSET else Face.BOLD
        left = LEFT + 60 if key in INSET else LEFT
        cells = (label, printed(grades[key]))
        paper.row(cells, (left, edge), faces=(face, face), align=aligns.get(key, "top"))
    paper.gap()


def numbered(paper: Paper, texts: Sequence[str | Item], number: Iterator[int]) -> None:
    """Set numbered paragraphs, with a theme's heading where an item opens one."""
    theme = ""
    for text in texts:
        item = Item(text) if isinstance(text, str) else text
        if item.theme and item.theme != theme:
            theme = item.theme
            paper.para(theme, face=Face.BOLD, size=11)
        paper.para(item.text, label=f"{next(number)}.", left=LEFT + 32)
        for sub in item.subs:
            paper.para(sub, label=signs.OLD_DASH, left=LEFT + 54, gap=4)


def bullets(
    paper: Paper, texts: Sequence[str], *, sign: str = signs.OLD_SQUARE, left: float = LEFT + 20
) -> None:
    """Set paragraphs with a bullet each."""
    for text in texts:
        paper.para(text, label=sign, left=left, gap=4)
    paper.gap(4)


def heading(paper: Paper, text: str, *, size: float = 13) -> None:
    """Set a heading."""
    paper.para(text, face=Face.BOLD, size=size)


def about_area(paper: Paper, council: str) -> None:
    """Set what the report says of the area, which is about other inspections and other numbers."""
    heading(paper, "Previous Ofsted inspections", size=11.5)
    bullets(
        paper,
        [
            "The council runs two children’s homes. Both were judged good when last inspected, one of them twice."
        ],
    )
    heading(paper, "Local leadership", size=11.5)
    bullets(paper, ["The Director of Children’s Services took up post in 2012."])
    heading(paper, "Children living in this area", size=11.5)
    bullets(paper, [f"About 61,400 children and young people live in {council}, 21% of all who do."])
    bullets(
        paper,
        ["in primary schools, 14% of pupils have free meals", "in secondary schools, 12% do."],
        sign=signs.OLD_DASH,
        left=LEFT + 44,
    )


def about_inspection(paper: Paper, inspectors: Sequence[str], team: Sequence[str], *, board: bool) -> None:
    """Set who inspected, and under which Act."""
    heading(paper, "Information about this inspection")
    paper.para(
        "Inspectors read files, watched social workers at work and spoke to children, parents and carers."
    )
    if board:
        paper.para("The review of the board was made under section 15A of the Children Act 2004.")
    heading(paper, "The inspection team", size=11.5)
    paper.para(f"Lead inspector{'s' * (len(inspectors) > 1)}: {' and '.join(inspectors)}", gap=0)
    paper.para(f"Team inspectors: {', '.join(team[:-1])} and {team[-1]}.", gap=8)


def scale(paper: Paper, title: str, subject: str) -> None:
    """Set what each grade means: four grades that are nobody’s."""
    heading(paper, title)
    for grade, meaning in SCALE.items():
        ends = sentence(grade, many=False)
        paper.para(f"{subject} that {ends} is {meaning}.")


def findings(paper: Paper, key: str, number: Iterator[int]) -> None:
    """Set the numbered paragraphs of one area."""
    part = [*ROWS].index(key)
    numbered(paper, words.narrative((), part, len(ROWS)), number)


def graded_part(paper: Paper, key: str, grade: str, number: Iterator[int]) -> None:
    """Set a sub-judgement: its grade in a sentence, and its paragraphs."""
    start = {
        "adoption": "The graded judgement for adoption performance is that it",
        "care_leavers": "The graded judgement about the experience and progress of care leavers is that it",
    }[key]
    ends = "requires improvement" if grade == RI else f"is {grade}"
    heading(paper, f"{start} {ends}", size=11.5)
    findings(paper, key, number)
