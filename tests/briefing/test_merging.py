"""When two documents tell of one inspection, and when they may not be taken to."""

from __future__ import annotations

from dataclasses import replace

from briefing.invented_evidence import graded
from briefing.papers import dated, paper
from councilbrief.briefing.grades import area_grades
from councilbrief.briefing.merging import merge
from councilbrief.evidence.facts import Area, Evidence, Grade
from councilbrief.provenance import DocumentKind

DAYS = ("2024-02-26", "2024-03-08")


def told(
    source_id: str,
    start: str | None,
    end: str | None = None,
    framework: str | None = None,
    published: str | None = None,
) -> Evidence:
    return (
        graded(source_id, Grade.GOOD, start, end, framework, published=published)
        if start
        else _undated(source_id, published)
    )


def _undated(source_id: str, published: str | None) -> Evidence:
    one = paper(source_id, "Ofsted came. Services are good.", published=published)
    one.inspection("Ofsted came.", graded=True)
    one.judge("Services are good.", Area.OVERALL, grade=Grade.GOOD)
    return one.evidence()


def sizes(*evidence: Evidence) -> list[int]:
    return [len(record.tellings) for record in merge(evidence)]


def test_a_vaguer_date_within_joins_the_exact_one() -> None:
    exact = told("a", *DAYS, "ilacs-2023")
    for vague in ("2024", "2024-02", "2024-03"):
        assert sizes(exact, told("b", vague)) == [2]
    assert sizes(exact, told("b", "2024-04")) == [1, 1]


def test_the_most_exact_dates_are_shown() -> None:
    (record,) = merge([told("a", "2024-02"), told("b", *DAYS), told("c", "2024")])
    assert (record.start, record.end) == (dated(DAYS[0]), dated(DAYS[1]))


def test_an_undated_telling_joins_the_one_inspection_before_it() -> None:
    exact = told("a", *DAYS, "ilacs-2023", published="2024-05-16")
    assert sizes(exact, told("b", None, published="2024-05-20")) == [2]
    assert sizes(exact, told("b", None, published="2024-01-20")) == [1, 1]
    assert sizes(exact, told("b", None, published="2026-01-20")) == [1, 1]
    assert sizes(exact, told("b", None)) == [1, 1]


def test_other_frameworks_and_ungraded_visits_stay_apart() -> None:
    exact = told("a", *DAYS, "ilacs-2023")
    assert sizes(exact, told("b", "2024-03", framework="focused-visit")) == [1, 1]
    assert sizes(exact, told("b", "2024-03")) == [2]
    visit = paper("v", "A visit.")
    visit.inspection("A visit.", "2024-03", graded=False)
    assert sizes(exact, visit.evidence()) == [1, 1]


def test_the_same_days_outweigh_a_framework_that_was_only_inferred() -> None:
    exact = told("a", *DAYS, "focused-visit")
    guess = told("b", *DAYS, "ilacs-2023")
    inferred = replace(guess.inspections[0], framework_basis="inferred: the date")
    assert sizes(exact, guess) == [1, 1]
    (record,) = merge([exact, replace(guess, inspections=(inferred,))])
    assert record.framework == "focused-visit"


def test_two_inspections_of_one_document_are_never_one() -> None:
    one = paper("a", "It came in 2019. It came in May 2019.")
    one.inspection("It came in 2019.", "2019")
    one.inspection("It came in May 2019.", "2019-05")
    assert sizes(one.evidence()) == [1, 1]


def test_grades_tied_to_no_inspection_go_with_their_documents_only_one() -> None:
    one = paper("a", "It came in May 2019. Leaders were good.", DocumentKind.RELEASE)
    one.inspection("It came in May 2019.", "2019-05", graded=True)
    one.judge("Leaders were good.", Area.LEADERS, grade=Grade.GOOD, at=None)
    (record,) = merge([one.evidence()])
    assert area_grades(record)[Area.LEADERS].grade is Grade.GOOD
