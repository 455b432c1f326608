"""Grades in sentences, headings and rows that a table's cells have run into."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilbrief.documents.document import Document, Look, Shape
from councilbrief.documents.from_pdf import read_pdf
from councilbrief.documents.from_text import read_text
from councilbrief.evidence.councils.register import register
from councilbrief.evidence.facts import Area, Evidence, Grade
from councilbrief.evidence.gather import gather
from councilbrief.evidence.report.cover import read_cover
from councilbrief.evidence.report.graded import heading_grade, row_grade
from councilbrief.evidence.report.judgements import graded
from councilbrief.provenance import Source
from layouts.ilacs import ilacs
from layouts.made import RI, Made
from layouts.sif import sif

BOARDS = (
    "The Local Safeguarding Children Board",
    "The LSCB",
    "The Local Safeguarding Children Board (LSCB)",
    "Norchester Safeguarding Children Board (NSCB)",
    "The effectiveness of the Local Safeguarding Children’s Board",
    "The overall effectiveness of the LSCB",
    "The Local Safeguarding Children Board in Bath and North East Somerset",
)
OVERALL = (
    "Children’s services in Bath and North East Somerset are {}",
    "Children's services in Norchester, provided by Norchester Trust, are {}",
    "Norchester’s children’s services are {}",
    "Services for children in St. Norchester are judged to be {}",
    "Overall, children’s services in Norchester are {}",
    "The overall judgement is {}",
    "The overall judgement is that children’s services are ‘{}’",
    "The overall effectiveness of children’s services in Norchester is {}",
    "Overall judgement: {}",
)
SCALE = ("outstanding", "good", RI, "inadequate")


def page(*lines: str, shape: Shape = Shape.HEADING) -> Document:
    """Return a document of one page, one line under the other, with a blank line between."""
    document = read_text("\n\n".join(lines).encode(), Source("report", "report.txt", ""))
    looks = [
        replace(
            p,
            page=1,
            shape=shape,
            look=Look(70, 400, 800 - 30 * p.number, 788 - 30 * p.number, 12, bold=True),
        )
        for p in document.paragraphs
    ]
    return replace(document, paragraphs=tuple(looks))


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("grade", SCALE)
def test_a_heading_grades_the_board_by_any_name_and_nothing_else(board: str, grade: str) -> None:
    verb = "" if grade == RI else "is "
    found = heading_grade(f"{board} {verb}{grade}")
    assert found is not None
    assert (found[0], found[1].value) == (Area.LSCB, grade)
    every, problems = graded(page(f"{board} {verb}{grade}"))
    assert [(one.area, one.grade.value) for one in every] == [(Area.LSCB, grade)]
    assert not problems


@pytest.mark.parametrize("sentence", OVERALL)
@pytest.mark.parametrize("grade", SCALE)
def test_the_overall_grade_in_every_sentence_of_a_cover(sentence: str, grade: str) -> None:
    words = sentence.format(grade)
    if grade == RI:
        words = words.replace(" are requires", " require").replace(" is requires", " requires")
        words = words.replace("are judged to be requires", "require")
    for lines in ((words,), tuple(words.rsplit(" ", 1)) if grade != RI else (words,)):
        every, problems = graded(page(*lines))
        assert [(one.area, one.grade.value) for one in every] == [(Area.OVERALL, grade)], lines
        assert not problems


@pytest.mark.parametrize(
    "words",
    [
        "Children’s services in Norchester are not yet good",
        "Children’s services in Norchester have improved",
        "Children’s services in Norchester were inadequate in 2013",
        "Overall effectiveness is not known",
        "Good children’s services",
        "In 2013 the LSCB was inadequate. It has a new chair.",
        "The Local Safeguarding Children Board is not yet good",
    ],
)
def test_other_sentences_give_no_grade(words: str) -> None:
    assert graded(page(words)) == ((), ())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Overall effectiveness Good", (Area.OVERALL, Grade.GOOD)),
        ("2.1 Adoption performance Outstanding", (Area.ADOPTION, Grade.OUTSTANDING)),
        ("3. Leadership, management and governance Inadequate", (Area.LEADERS, Grade.INADEQUATE)),
        (
            "The impact of leaders on social work Requires improvement to be good practice with children and families",
            (Area.LEADERS, Grade.REQUIRES_IMPROVEMENT),
        ),
        ("Overall effectiveness is not good", None),
        ("Children who need help and protection get good help", None),
        ("Overall effectiveness was good and is now inadequate", None),
    ],
)
def test_a_row_whose_cells_have_run_together(words: str, found: tuple[Area, Grade] | None) -> None:
    assert row_grade(words) == found


def test_a_list_may_quote_the_grades_of_an_earlier_inspection() -> None:
    assert graded(page("Overall effectiveness: inadequate", shape=Shape.ITEM)) == ((), ())


def test_a_title_in_several_lines_and_labels_over_what_they_label() -> None:
    cover = read_cover(
        page(
            "Inspection of Bath and North",
            "East Somerset local",
            "authority children’s services",
            "Inspection dates:",
            "3 to 14 June 2024",
            "Lead inspector:",
            "Ann Example, His Majesty’s Inspector",
        )
    )
    assert cover is not None
    assert cover.council is not None
    assert cover.council.short == "Bath and North East Somerset"
    assert [(one.start.iso(), one.end.iso()) for one in cover.spells] == [("2024-06-03", "2024-06-14")]
    assert cover.inspectors == ("Ann Example",)


def _read(made: Made) -> Evidence:
    return gather(read_pdf(made.data, Source("report", "report.pdf", "")))


def _agrees(made: Made) -> None:
    """Check that what is read of a report is what its maker put in, or that there is a warning."""
    evidence = _read(made)
    [inspection] = evidence.inspections
    found = {one.area.value: one.grade.value for one in evidence.judgements}
    days = tuple(day.value.iso() if day else None for day in (inspection.start, inspection.end))
    assert made.start is not None
    assert made.end is not None
    right = (
        found == dict(made.grades)
        and evidence.council_name == made.council
        and inspection.lead_inspectors == made.inspectors
        and days == (made.start.isoformat(), made.end.isoformat())
    )
    assert right, (found, evidence.council_name, inspection.lead_inspectors, days)
    assert not evidence.problems


COUNCILS = st.sampled_from([one.short for one in register().current if one.start is None])
PEOPLE = st.lists(
    st.sampled_from(["Ann Example", "Emma Llewellyn-Jones", "Seán O’Neill", "Máire de la Cruz", "Jo B Coe"]),
    min_size=1,
    max_size=2,
    unique=True,
).map(tuple)
SHAPES = st.sampled_from(["years", "months", "days", "years-dashes", "dashes", "tight-dash", "numbers"])
GRADE = st.sampled_from(SCALE)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(
    council=COUNCILS,
    people=PEOPLE,
    shape=SHAPES,
    grades=st.lists(GRADE, min_size=5, max_size=5),
    first=st.dates(date(2023, 1, 2), date(2025, 10, 1)),
    days=st.integers(2, 18),
    era=st.sampled_from(["2022", "2023", "2025"]),
)
def test_any_ilacs_report_is_read_as_it_was_made(  # noqa: PLR0913 - each is a way in which reports differ
    *, council: str, people: tuple[str, ...], shape: str, grades: list[str], first: date, days: int, era: str
) -> None:
    areas = ["leaders", "help_protection", "in_care", "care_leavers", "overall"]
    spell = (first, first + timedelta(days))
    made = ilacs(
        era,  # type: ignore[arg-type]
        council=council,
        inspectors=people,
        spells=(spell,),
        shape=shape,  # type: ignore[arg-type]
        grades=dict(zip(areas, grades, strict=True)),
    )
    _agrees(made)


@SLOW
@given(
    council=COUNCILS,
    people=PEOPLE,
    shape=SHAPES,
    grades=st.lists(GRADE, min_size=7, max_size=7),
    narrow=st.booleans(),
)
def test_any_report_of_the_single_framework_is_read_as_it_was_made(
    council: str, people: tuple[str, ...], shape: str, grades: list[str], *, narrow: bool
) -> None:
    areas = ["overall", "help_protection", "in_care", "adoption", "care_leavers", "leaders", "lscb"]
    made = sif(
        council=council,
        title=council,
        inspectors=people,
        shape=shape,  # type: ignore[arg-type]
        grades=dict(zip(areas, grades, strict=True)),
        narrow=narrow,
    )
    _agrees(made)
