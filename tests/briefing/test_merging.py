"""When two documents tell of one inspection, and when they may not be taken to."""

from __future__ import annotations

from dataclasses import replace

from briefing.invented_evidence import graded, visit
from briefing.papers import dated, paper
from briefing.told_by_several import IMPROVEMENTS, news, overall, report
from councilbrief.briefing.grades import area_grades
from councilbrief.briefing.merging import merge
from councilbrief.evidence.facts import Area, Evidence, Grade, Voice
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


def test_days_that_are_slightly_wrong_join_the_reports() -> None:
    official = report()
    for when in (("2024-03-04", "2024-03-15"), ("2024-04",), ("2024-02-25", "2024-03-08"), ("2023-03-08",)):
        one = overall(news("It was rated inadequate.", when=when)).evidence()
        (record,) = merge([official, one])
        assert (record.start, record.end) == (dated(DAYS[0]), dated(DAYS[1]))
        assert [telling.source.id for telling in record.tellings] == ["report", "news"]


def test_days_that_are_far_off_or_untimely_news_stay_apart() -> None:
    official = report()
    for when, published in (
        (("2023-06",), "2024-05-17"),
        (("2024-04",), "2026-05-17"),
        (("2024-04",), "2024-02-01"),
    ):
        assert sizes(
            official, overall(news("rated inadequate", when=when, published=published)).evidence()
        ) == [1, 1]


def test_a_slip_is_no_reason_to_join_where_nobody_outranks_the_other() -> None:
    one = told("a", *DAYS, "ilacs-2023", published="2024-05-16")
    assert sizes(one, told("b", "2024-03-04", "2024-03-15", "ilacs-2023", published="2024-05-17")) == [1, 1]


def test_a_framework_that_is_only_inferred_gives_way_to_the_reports() -> None:
    one = overall(news("It was rated inadequate.", when=("2024-03",), framework="ilacs-2018"))
    (record,) = merge([report(), one.evidence()])
    assert record.framework == "ilacs-2023"


def test_the_reports_framework_counts_before_one_that_others_state() -> None:
    one = told("news", *DAYS, "sif", published="2024-05-17")
    (record,) = merge([report(), one])
    assert record.framework == "ilacs-2023"


def test_an_article_without_any_date_joins_the_report_whose_list_it_gives() -> None:
    one = news(*IMPROVEMENTS[:2], "rated inadequate", when=(), published=None)
    for words in IMPROVEMENTS[:2]:
        one.improve(words, Voice.PRESS)
    assert sizes(report(), overall(one).evidence()) == [2]
    few = news(IMPROVEMENTS[0], "rated inadequate", when=(), published=None)
    few.improve(IMPROVEMENTS[0], Voice.PRESS)
    assert sizes(report(), overall(few).evidence()) == [1, 1]


def test_of_two_inspections_of_a_year_news_joins_the_one_that_it_came_out_with() -> None:
    first = told("a", "2024-01-15", "2024-01-19", "ilacs-2023", published="2024-03-01")
    second = told("b", "2024-11-04", "2024-11-08", "ilacs-2023", published="2024-12-20")
    (late, early) = merge([first, second, told("c", "2024", published="2024-03-02")])
    assert (len(late.tellings), len(early.tellings)) == (1, 2)


def test_a_mention_by_the_year_of_the_report_is_of_that_inspection() -> None:
    old = report("2020-01-09", "old")
    (shift,) = old.inspections
    old = replace(old, inspections=(replace(shift, start=dated("2019-11-18"), end=dated("2019-11-29")),))
    one = news("The last inspection was in January 2020.", "rated inadequate")
    one.inspection("The last inspection was in January 2020.", "2020-01", "2020-01")
    assert sizes(old, overall(one).evidence()) == [1, 2]


def test_a_focused_visit_never_joins_an_inspection() -> None:
    letter = visit("letter", "2024-04-09", "2024-04-10", "2024-05-14")
    assert sizes(report(), letter) == [1, 1]
