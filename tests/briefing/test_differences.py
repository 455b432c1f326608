"""What the section on differences sets side by side, and where it keeps quiet."""

from __future__ import annotations

import pytest

from briefing.as_text import plain_text
from briefing.asking import brief, section, spec, text_of
from briefing.invented_evidence import graded, visit
from briefing.told_by_several import IMPROVEMENTS, STRENGTHS, news, overall, report
from councilbrief.briefing.blocks import Table
from councilbrief.briefing.qualifiers import dropped, source_of
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.evidence.facts import Area, Evidence, Grade, Voice
from councilbrief.provenance import DocumentKind

COUNCIL, PRESS = Voice.COUNCIL, Voice.PRESS


def rows(*evidence: Evidence) -> list[str]:
    """Return the rows of the section on differences; none where the briefing has no such section."""
    briefing = brief(evidence)
    if not any(one.key == SectionKey.DIFFERENCES for one in briefing.sections):
        return []
    tables = (one for one in section(briefing, SectionKey.DIFFERENCES).blocks if isinstance(one, Table))
    return [" | ".join(cell.text for cell in row) for table in tables for row in table.rows]


def test_sources_that_agree_leave_no_section() -> None:
    assert rows(report()) == []
    assert rows(report(), overall(news("It was rated inadequate.")).evidence()) == []
    assert rows(overall(news("It was rated inadequate.")).evidence()) == []


def test_another_grade_stands_beside_the_reports() -> None:
    one = news("Children in care were rated outstanding.")
    one.judge("Children in care were rated outstanding.", Area.IN_CARE, grade=Grade.OUTSTANDING)
    assert rows(report(), one.evidence()) == [
        (
            "Grade: children in care | Ofsted’s report gives Good [2] "
            "| The press article says “Children in care were rated outstanding.” [1]"
        )
    ]


def test_one_wrong_claim_about_all_areas_is_one_row() -> None:
    one = news("All four areas were rated inadequate.")
    areas = (Area.LEADERS, Area.HELP_PROTECTION, Area.IN_CARE, Area.CARE_LEAVERS)
    one.judge("All four areas were rated inadequate.", *areas, grade=Grade.INADEQUATE)
    (row,) = rows(report(), one.evidence())
    assert row.startswith("Grades of three areas | Ofsted’s report gives leadership: Requires improvement")
    assert row.endswith("| The press article says “All four areas were rated inadequate.” [1]")


def test_between_equals_no_grade_counts_before_the_other() -> None:
    days = ("2024-02-26", "2024-03-08", "ilacs-2023")
    text = text_of(
        brief([graded("a", Grade.GOOD, *days), graded("b", Grade.INADEQUATE, *days)]), SectionKey.DIFFERENCES
    )
    assert "neither counts before the other, and no grade is shown as the right one." in text
    assert "About | One source | What another source says" in text


def test_grades_that_differ_are_told_once() -> None:
    text = plain_text(
        brief([report(), overall(news("It was rated good."), "rated good", Grade.GOOD).evidence()])
    )
    assert "For one area different grades are stated; see “Where sources differ”." in text
    assert text.count("“rated good”") == 1


def test_a_date_that_is_slightly_wrong_is_shown_beside_the_reports() -> None:
    one = overall(news("It was rated inadequate.", when=("2024-03-04", "2024-03-15")))
    assert rows(report(), one.evidence()) == [
        (
            "Date of the inspection | Ofsted’s report says 26 February to 8 March 2024 [2] "
            "| The press article says “Ofsted came 2024-03-04 to 2024-03-15.” [1]"
        )
    ]


def test_a_month_that_holds_the_days_is_no_difference() -> None:
    for vague in ("2024-02", "2024-03", "2024"):
        one = overall(news("It was rated inadequate.", when=(vague,)))
        assert rows(report(), one.evidence()) == []


def test_grades_that_are_out_before_the_report_are_dated_wrongly() -> None:
    one = overall(news("It was rated inadequate.", published="2024-05-02"))
    assert rows(report(), one.evidence()) == [
        (
            "Date of publication | Ofsted’s report came out on 16 May 2024 [1] "
            "| The press article gives grades and is dated 2 May 2024, before the report came out [2]"
        )
    ]


def test_areas_for_improvement_that_a_release_leaves_out_are_counted() -> None:
    first = "the quality and frequency of visits to children"
    other = "Managers must keep an eye on plans so that no child drifts"
    one = news(first, other, "Parking at the town hall", kind=DocumentKind.RELEASE)
    for words in (first, other, "Parking at the town hall"):
        one.improve(words, COUNCIL)
    assert rows(report(), one.evidence()) == [
        (
            "Areas for improvement | Ofsted’s report lists three areas for improvement [2] "
            "| The news release gives two of them, one word for word or in part and one in other words, "
            "and one that is not among them in such words [1]"
        )
    ]


def test_a_source_that_gives_all_areas_for_improvement_or_none_leaves_no_row() -> None:
    every = news(*IMPROVEMENTS, kind=DocumentKind.RELEASE)
    for words in IMPROVEMENTS:
        every.improve(words, COUNCIL)
    assert rows(report(), every.evidence()) == []
    assert rows(report(), news("Nothing of it.").evidence()) == []


def test_others_items_never_stand_in_ofsteds_list() -> None:
    cut = "the quality and frequency of visits to children"
    one = news(cut, "Parking at the town hall", kind=DocumentKind.RELEASE)
    one.improve(cut, COUNCIL)
    one.improve("Parking at the town hall", COUNCIL)
    text = text_of(brief([report(), one.evidence()]), SectionKey.IMPROVEMENTS)
    assert "Ofsted’s report names three areas for improvement; all are shown, word for word. [2]" in text
    assert f"1. {IMPROVEMENTS[0]} [1] [2]" in text
    listed, _, beside = text.partition("Not on that list in these words, but named by the council:")
    assert "Parking" not in listed
    assert "- Parking at the town hall [1]" in beside


def test_the_reports_strengths_come_first_and_others_fill_the_room() -> None:
    one = news("Parking is easy.", "Lifts are fast.", kind=DocumentKind.RELEASE)
    one.strength("Parking is easy.", COUNCIL)
    one.strength("Lifts are fast.", COUNCIL)
    asked = spec(SectionSpec(key=SectionKey.STRENGTHS, limit=4))
    text = text_of(brief([report(), one.evidence()], asked), SectionKey.STRENGTHS)
    assert all(f"- {words} [2]" in text for words in STRENGTHS)
    assert "- Parking is easy. [1]" in text
    assert "One strength that others name is not shown." in text
    few = spec(SectionSpec(key=SectionKey.STRENGTHS, limit=2))
    text = text_of(brief([report(), one.evidence()], few), SectionKey.STRENGTHS)
    assert (
        "Two of three passages of praise found in Ofsted’s report, in the inspectors’ own words: [2]" in text
    )
    assert "Two strengths that others name are not shown." in text
    assert "Parking" not in text


def test_a_dropped_qualifier_stands_beside_the_inspectors_sentence() -> None:
    words = "Staff knew children and young people well and spoke about them with warmth"
    one = news(words, kind=DocumentKind.RELEASE)
    one.strength(words, COUNCIL)
    assert rows(report(), one.evidence()) == [
        f"“Most” is left out | Ofsted’s report says “{STRENGTHS[0]}” [2] | The news release says “{words}” [1]"
    ]


def test_a_statement_may_drop_a_qualifier_but_words_inside_a_sentence_may_not_hold_it() -> None:
    words = "Social workers know their children well and speak with genuine warmth."
    one = news("Ann Hill spoke.", words)
    one.say(one.speaker("Ann Hill"), words)
    assert [row.partition(" |")[0] for row in rows(report(), one.evidence())] == ["“Most” is left out"]
    inside = news("Ofsted says that most of them know their children well and speak with genuine warmth.")
    inside.say(None, "know their children well and speak with genuine warmth", snippet=True)
    assert rows(report(), inside.evidence()) == []


@pytest.mark.parametrize(
    "words",
    [
        "Most staff knew children and young people well and spoke about them with warmth",
        "Some staff know children and speak with warmth about them",
        "Staff are proud of the borough.",
        "Care leavers know staff who speak with warmth",
        "Staff are warm",
    ],
)
def test_a_finding_that_keeps_its_qualifier_or_is_another_is_no_difference(words: str) -> None:
    one = news(words, kind=DocumentKind.RELEASE)
    one.strength(words, COUNCIL)
    assert rows(report(), one.evidence()) == []


def test_a_qualifier_limits_what_it_stands_by() -> None:
    whole = "Most assessments are timely, and visits to children are regular and purposeful."
    assert dropped("Visits are regular and purposeful", whole) is None
    assert dropped("Assessments are timely and regular", whole) == "Most"
    assert dropped("Plans help the vulnerable thrive", "Plans help the most vulnerable thrive") is None
    assert (
        dropped("Plans are up to date and clear", "Plans are not always up to date and clear") == "not always"
    )


def test_a_claim_that_may_be_of_two_sentences_is_of_neither() -> None:
    texts = ["Most plans are clear, timely and ambitious.", "Plans are clear, timely and ambitious for all."]
    assert source_of("Plans are clear, timely and ambitious", texts) is None
    assert source_of("Plans are clear, timely and ambitious", texts[:1]) == 0


def test_a_rule_is_its_tellers_and_the_report_states_the_grade() -> None:
    rule = "If one area is inadequate, then overall is inadequate by default."
    one = news(rule, kind=DocumentKind.RELEASE)
    one.judge(rule, Area.OVERALL, grade=Grade.INADEQUATE, stated=False)
    assert rows(report(), one.evidence()) == [
        (
            "A rule for the grade: overall effectiveness "
            "| Ofsted’s report gives Inadequate [2], and no such rule was found in it "
            f"| The news release says “{rule}” [1]"
        )
    ]


def test_a_grade_for_a_visit_stands_beside_the_letter() -> None:
    letter = visit("letter", "2023-11-07", "2023-11-08", "2023-12-12")
    one = news("It was rated good.", when=("2023-11-07", "2023-11-08"), published="2023-12-13")
    assert rows(letter, overall(one, "rated good", Grade.GOOD).evidence()) == [
        (
            "Grade | Ofsted’s letter gives no grade: a focused visit gives none [2] "
            "| The press article says “rated good” [1]"
        )
    ]


def test_differences_on_earlier_inspections_are_shown_on_request() -> None:
    old = report()
    wrong = overall(news("It was rated good."), "rated good", Grade.GOOD).evidence()
    new = graded("new", Grade.GOOD, "2026-01-12", "2026-01-16", "ilacs-2023", kind=DocumentKind.REPORT)
    assert rows(old, wrong, new) == []
    asked = spec(SectionSpec(key=SectionKey.DIFFERENCES, history=True))
    assert "Grade: overall effectiveness" in text_of(brief([old, wrong, new], asked), SectionKey.DIFFERENCES)


def test_a_strength_that_a_quotation_shows_gives_way_to_one_that_is_not_told_yet() -> None:
    one = news("Ann Hill spoke.", STRENGTHS[0])
    one.strength(STRENGTHS[0], Voice.INSPECTORS)
    one.say(one.speaker("Ann Hill", organisation="Ofsted"), STRENGTHS[0])
    asked = (SectionSpec(key=SectionKey.STRENGTHS, limit=1), SectionSpec(key=SectionKey.QUOTATIONS))
    text = plain_text(brief([report(), one.evidence()], spec(*asked)))
    assert text.count(STRENGTHS[0]) == 1
    assert f"- {STRENGTHS[1]}" in text
