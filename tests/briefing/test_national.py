from __future__ import annotations

from collections.abc import Iterable

import pytest

from briefing.papers import CHESHIRE_EAST, CHESHIRE_WEST, Paper, paper
from councilbrief.briefing.blocks import Briefing, Table
from councilbrief.briefing.national import HEAD, National, Row, Status, national, table_rows
from councilbrief.briefing.national_page import national_page
from councilbrief.evidence.councils.register import register
from councilbrief.evidence.facts import Area, Evidence, Grade
from councilbrief.pdf.proof.passages import passages, readings
from councilbrief.pdf.reading import tree
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import DocumentKind, PartialDate

COUNCILS = len(register().current)
AREAS = {
    "sif": (Area.OVERALL, Area.LEADERS, Area.HELP_PROTECTION, Area.IN_CARE, Area.CARE_LEAVERS),
    "ilacs-2018": (Area.OVERALL, Area.LEADERS, Area.HELP_PROTECTION, Area.IN_CARE_AND_CARE_LEAVERS),
    "ilacs-2023": (Area.OVERALL, Area.LEADERS, Area.HELP_PROTECTION, Area.IN_CARE, Area.CARE_LEAVERS),
    "ilacs-2026": (Area.LEADERS, Area.HELP_PROTECTION, Area.IN_CARE, Area.CARE_LEAVERS),
}
CUMBRIA = "E10000006"


def report(
    published: str,
    framework: str,
    grade: Grade = Grade.GOOD,
    *,
    council: str | None = CHESHIRE_EAST,
    kind: DocumentKind = DocumentKind.REPORT,
) -> Paper:
    made = paper(f"{council} {published}", "Inspected. Graded.", kind, published, council=council)
    at = made.inspection("Inspected.", published, published, framework, graded=True)
    made.judge("Graded.", *AREAS[framework], grade=grade, at=at)
    return made


def table(*papers: Paper, as_at: str | None = None, problems: Iterable[Problem] = ()) -> National:
    day = PartialDate.parse(as_at) if as_at else None
    return national([one.evidence() for one in papers], tuple(problems), day)


def row(found: National, gss: str = CHESHIRE_EAST) -> Row:
    return next(one for one in found.rows if one.council.gss == gss)


def cells(found: National, gss: str = CHESHIRE_EAST) -> dict[str, str]:
    head, *rows = table_rows(found)
    return next(dict(zip(head, one, strict=True)) for one in rows if one[1] == gss)


def said(page: Briefing) -> str:
    return "\n".join(passage.text for part in readings(tree(page)) for passage in passages(part))


def figures(page: Briefing, key: str) -> dict[str, list[str]]:
    section = next(one for one in page.sections if one.key == key)
    block = next(one for one in section.blocks if isinstance(one, Table))
    return {line[0].text: [cell.text for cell in line[1:]] for line in block.rows}


def test_every_council_has_a_row_and_no_cell_is_empty() -> None:
    found = table(report("2024-05-16", "ilacs-2023"))
    head, *rows = table_rows(found)
    assert head == HEAD
    assert len(rows) == COUNCILS
    assert all(len(one) == len(HEAD) and all(one) for one in rows)
    assert cells(found, CHESHIRE_WEST)["overall_effectiveness"] == "no report at hand"


def test_the_newest_graded_inspection_counts() -> None:
    found = table(
        report("2019-05-16", "ilacs-2018", Grade.INADEQUATE),
        report("2024-05-16", "ilacs-2023"),
        report("2016-05-16", "sif", Grade.INADEQUATE),
    )
    assert cells(found)["overall_effectiveness"] == "good"
    assert cells(found)["inspection_end"] == "2024-05-16"
    assert cells(found)["file"] == f"{CHESHIRE_EAST} 2024-05-16.txt"


def test_a_report_after_the_day_counts_as_not_at_hand() -> None:
    papers = report("2019-05-16", "ilacs-2018", Grade.INADEQUATE), report("2024-05-16", "ilacs-2023")
    found = table(*papers, as_at="2024-05-15")
    assert cells(found)["overall_effectiveness"] == "inadequate"
    assert cells(found)["as_at"] == "2024-05-15"
    assert "One report was published after the day for which the table speaks." in said(national_page(found))
    assert cells(table(*papers, as_at="2024-05-16"))["overall_effectiveness"] == "good"


def test_without_a_day_it_is_that_of_the_newest_report() -> None:
    found = table(
        report("2019-05-16", "ilacs-2018"), report("2024-05-16", "ilacs-2023", council=CHESHIRE_WEST)
    )
    assert found.as_at == PartialDate(2024, 5, 16)
    assert national_page(found).as_at == "16 May 2024"


@pytest.mark.parametrize(
    ("framework", "overall", "together", "in_care", "care_leavers"),
    [
        (
            "ilacs-2018",
            "good",
            "good",
            "one grade for children in care and care leavers",
            "one grade for children in care and care leavers",
        ),
        ("ilacs-2023", "good", "children in care and care leavers graded apart", "good", "good"),
        ("ilacs-2026", "no overall grade", "children in care and care leavers graded apart", "good", "good"),
        ("sif", "good", "children in care and care leavers graded apart", "good", "good"),
    ],
)
def test_what_a_framework_does_not_grade_is_said_and_never_blank(
    framework: str, overall: str, together: str, in_care: str, care_leavers: str
) -> None:
    found = cells(table(report("2024-05-16", framework)))
    assert found["overall_effectiveness"] == overall
    assert found["children_in_care_and_care_leavers"] == together
    assert (found["children_in_care"], found["care_leavers"]) == (in_care, care_leavers)


def test_a_grade_that_a_report_withholds_or_leaves_out_is_a_value_of_its_own() -> None:
    made = report("2024-05-16", "ilacs-2023")
    left_out = (Area.LEADERS, Area.CARE_LEAVERS)
    made.judgements = [one for one in made.judgements if one.area not in left_out]
    made.judge("Graded.", Area.LEADERS, grade=Grade.NOT_JUDGED)
    assert cells(table(made))["leaders"] == "not judged"
    assert cells(table(made))["care_leavers"] == "not found in the report"


def test_grades_that_a_report_contradicts_are_not_chosen_from() -> None:
    made = report("2024-05-16", "ilacs-2023")
    made.judge("Graded.", Area.LEADERS, grade=Grade.INADEQUATE)
    assert cells(table(made))["leaders"] == "the report gives two grades"


def test_older_frameworks_are_shown_and_not_counted() -> None:
    found = table(
        report("2016-05-16", "sif", Grade.INADEQUATE),
        report("2024-05-16", "ilacs-2023", council=CHESHIRE_WEST),
    )
    assert (cells(found)["counted"], cells(found, CHESHIRE_WEST)["counted"]) == ("no", "yes")
    page = national_page(found)
    assert figures(page, "by-region")["England"] == [f"1 of {COUNCILS}", "0", "1", "0", "0"]
    assert figures(page, "councils")["Cheshire East (SIF)"][1] == "I"
    assert "Cheshire East: the newest report at hand is on an inspection under another" in said(page)


def test_an_overall_grade_that_nobody_gives_is_counted_in_no_column_and_said() -> None:
    page = national_page(table(report("2026-05-16", "ilacs-2026")))
    assert figures(page, "by-region")["North West"] == ["1 of 24", "0", "0", "0", "0"]
    assert "Counted, but in none of the columns of grades: one “no overall grade”." in said(page)
    assert "Overall effectiveness" not in figures(page, "by-area")


def test_counts_have_their_number_of_councils() -> None:
    found = table(
        report("2019-05-16", "ilacs-2018", Grade.INADEQUATE),
        report("2024-05-16", "ilacs-2023", council=CHESHIRE_WEST),
    )
    page = national_page(found)
    assert figures(page, "by-region")["North West"] == ["2 of 24", "0", "1", "0", "1"]
    assert figures(page, "by-area") == {
        "Overall effectiveness": ["2", "0", "1", "0", "1"],
        "Leaders": ["2", "0", "1", "0", "1"],
        "Help and protection": ["2", "0", "1", "0", "1"],
        "Children in care and leavers, joint": ["1", "0", "0", "0", "1"],
        "Children in care": ["1", "0", "1", "0", "0"],
        "Care leavers": ["1", "0", "1", "0", "0"],
    }
    assert figures(page, "councils")["Cheshire East"] == ["16 May 2019", "I", "I", "I", "I", "joint"]
    assert f"On {COUNCILS - 2} councils no report is at hand" in said(page)


def test_a_council_that_is_gone_has_a_row_and_does_not_count() -> None:
    found = table(report("2019-05-16", "ilacs-2018", council=CUMBRIA))
    assert cells(found, CUMBRIA)["council"] == "Cumbria County Council (until 2023)"
    assert cells(found, CUMBRIA)["counted"] == "no"
    assert len(found.of(Status.NO_REPORT)) == COUNCILS
    assert "Cumbria County Council (until 2023): the council no longer exists." in said(national_page(found))


@pytest.mark.parametrize("kind", [DocumentKind.ARTICLE, DocumentKind.RELEASE, DocumentKind.LETTER, None])
def test_only_reports_give_grades(kind: DocumentKind) -> None:
    found = table(report("2024-05-16", "ilacs-2023", kind=kind))
    assert row(found).status is Status.NO_REPORT


def test_a_visit_that_mentions_earlier_grades_gives_none() -> None:
    made = paper("visit", "Visited. Then it was good.", DocumentKind.REPORT, "2024-05-16")
    made.inspection("Visited.", "2024-05-01", "2024-05-02", "focused-visit", graded=False)
    at = made.inspection("Then", "2019-05-01", "2019-05-12", "ilacs-2018", graded=True)
    made.judge("good", Area.OVERALL, grade=Grade.GOOD, at=at, current=False)
    found = table(made)
    assert cells(found)["leaders"] == "no graded inspection at hand"
    assert "A report is at hand, but none of an inspection with grades" not in said(national_page(found))
    assert "Cheshire East: a report is at hand, but none" in said(national_page(found))


def test_what_could_not_be_read_or_placed_is_named() -> None:
    nowhere = report("2024-05-16", "ilacs-2023", council=None)
    unread = Problem(Severity.ERROR, "empty-file", "the file is empty", "bad.pdf")
    page = said(national_page(table(nowhere, report("2024-05-16", "ilacs-2023"), problems=[unread])))
    assert "None 2024-05-16.txt: it was not found which council this report is on." in page
    assert "bad.pdf: the file is empty" in page


def test_the_order_of_the_documents_makes_no_difference() -> None:
    papers = (
        report("2019-05-16", "ilacs-2018"),
        report("2024-05-16", "ilacs-2023"),
        report("2024-05-16", "ilacs-2023", council=CHESHIRE_WEST),
    )
    evidence: list[Evidence] = [one.evidence() for one in papers]
    assert national(evidence, (), None) == national(evidence[::-1], (), None)


def test_on_a_day_of_its_own_an_older_framework_counts() -> None:
    papers = report("2016-05-16", "sif"), report("2024-05-16", "ilacs-2023")
    assert cells(table(papers[0]))["counted"] == "yes"
    assert cells(table(*papers, as_at="2017-12-31"))["counted"] == "yes"
    assert cells(table(papers[0], as_at="2018-01-01"))["counted"] == "no"
    assert cells(table(papers[0], as_at="2001-01-01"))["counted"] == "no"


def test_grades_of_an_unknown_framework_are_shown_and_not_counted() -> None:
    made = paper("unknown", "Inspected. Graded.", DocumentKind.REPORT, "2024-05-16")
    made.inspection("Inspected.", "2024-05-01", None, None, graded=True)
    made.judge("Graded.", Area.OVERALL, grade=Grade.GOOD)
    found = table(made)
    assert (cells(found)["framework"], cells(found)["counted"]) == ("not known", "no")
    assert cells(found)["care_leavers"] == "not found in the report"
    assert "Cheshire East: under which framework the newest inspection at hand was" in said(
        national_page(found)
    )


def test_every_grade_on_the_page_has_its_support() -> None:
    made = report("2019-05-16", "ilacs-2018")
    (section,) = (one for one in national_page(table(made)).sections if one.key == "councils")
    (line,) = (line for block in section.blocks if isinstance(block, Table) for line in block.rows)
    assert [cell.text for cell in line if cell.support] == ["G", "G", "G", "G", "joint"]


def test_a_file_name_is_never_a_formula() -> None:
    made = paper("=1+1", "Inspected. Graded.", DocumentKind.REPORT, "2024-05-16")
    made.inspection("Inspected.", "2024-05-01", None, "ilacs-2023", graded=True)
    made.judge("Graded.", Area.OVERALL, grade=Grade.GOOD)
    assert cells(table(made))["file"] == "./=1+1.txt"
