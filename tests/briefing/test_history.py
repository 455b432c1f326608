"""One inspection beside the one before: grades up or down, areas that come back, what can't be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from briefing.asking import brief, section, spec, text_of
from briefing.papers import paper
from councilbrief.briefing.blocks import ItemList, Table
from councilbrief.briefing.plain import block_statements
from councilbrief.briefing.spec import Audience, SectionKey, SectionSpec
from councilbrief.evidence.facts import Area, Evidence, Grade, Voice
from councilbrief.provenance import DocumentKind

GOOD, POOR, BAD = Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE
NEW = {
    Area.LEADERS: GOOD,
    Area.HELP_PROTECTION: BAD,
    Area.IN_CARE: POOR,
    Area.CARE_LEAVERS: GOOD,
    Area.OVERALL: POOR,
}
OLD = {
    Area.LEADERS: POOR,
    Area.HELP_PROTECTION: POOR,
    Area.IN_CARE_AND_CARE_LEAVERS: GOOD,
    Area.OVERALL: POOR,
}
SIF = {Area.LEADERS: BAD, Area.HELP_PROTECTION: BAD, Area.IN_CARE: BAD, Area.OVERALL: BAD}
NOW_LISTED = ("The oversight of private fostering.", "The quality of early help.")
THEN_LISTED = (
    "Reviews of private fostering arrangements.",
    "The quality of life-story work.",
    "Chairs for the waiting room.",
)


def report(
    year: int,
    framework: str,
    grades: Mapping[Area, Grade],
    *listed: str,
    points: tuple[str, ...] = (),
    group: str | None = None,
) -> Evidence:
    """Make Ofsted's report of an inspection in March of a year."""
    lines = [f"{area.value}: {grade.value}" for area, grade in grades.items()]
    told = f"Inspected in March {year}."
    one = paper(
        f"r{year}",
        "\n".join((told, *lines, *listed, *points)),
        DocumentKind.REPORT,
        f"{year}-05-01",
        publisher="Ofsted",
    )
    one.inspection(told, f"{year}-03-04", f"{year}-03-08", framework, graded=True)
    for line, (area, grade) in zip(lines, grades.items(), strict=True):
        one.judge(line, area, grade=grade)
    for words in listed:
        one.improve(words, Voice.INSPECTORS, group=group)
    if points:
        whole = one.quoted(listed[-1], *points)
        one.improvements[-1] = replace(one.improvements[-1], told=whole, standing=whole)
    return one.evidence()


def judgements(*evidence: Evidence, history: bool = True) -> str:
    asked = SectionSpec(key=SectionKey.JUDGEMENTS, history=history)
    return text_of(brief(evidence, spec(asked)), SectionKey.JUDGEMENTS)


def improvements(*evidence: Evidence, recurring: bool = True, history: bool = False) -> str:
    asked = SectionSpec(key=SectionKey.IMPROVEMENTS, recurring=recurring, history=history)
    return text_of(brief(evidence, spec(asked)), SectionKey.IMPROVEMENTS)


def inspections(*evidence: Evidence) -> str:
    return text_of(brief(evidence, spec(SectionSpec(key=SectionKey.INSPECTIONS))), SectionKey.INSPECTIONS)


def test_each_grade_stands_beside_the_one_before() -> None:
    text = judgements(report(2024, "ilacs-2023", NEW), report(2019, "ilacs-2018", OLD))
    assert "Area | Grade | Since March 2019" in text
    assert "Good [1] | Up from ‘requires improvement to be good’ [2]" in text
    assert "Inadequate [1] | Down from ‘requires improvement to be good’ [2]" in text
    assert "Overall effectiveness | Requires improvement to be good [1] | No change [2]" in text


def test_an_area_that_was_split_is_not_compared_and_its_grade_is_told() -> None:
    text = judgements(report(2024, "ilacs-2023", NEW), report(2019, "ilacs-2018", OLD))
    assert text.count("| Not comparable") == 2
    shared = "children in care and care leavers shared one grade; it was ‘good’ in March 2019"
    assert shared in text
    assert "Earlier inspections" not in text


def test_an_overall_grade_that_is_given_up_is_told_and_not_compared() -> None:
    new: dict[Area, Grade] = {area: grade for area, grade in NEW.items() if area != Area.OVERALL}
    text = judgements(report(2026, "ilacs-2026", new), report(2024, "ilacs-2023", NEW))
    assert "Overall effectiveness was graded ‘requires improvement to be good’ in March 2024" in text
    assert "give no overall grade" in text
    assert "Overall effectiveness |" not in text


@pytest.mark.parametrize("framework", ["sif", "apc-2012", "lac-2013"])
def test_no_grade_of_another_framework_is_a_rise_or_fall(framework: str) -> None:
    old = {Area.OVERALL: Grade.INADEQUATE if framework == "sif" else Grade.ADEQUATE}
    text = judgements(report(2019, "ilacs-2018", OLD), report(2015, framework, old))
    assert "Since" not in text
    assert "Up from" not in text
    assert "Down from" not in text
    told = "given under another framework, so they cannot be compared with those of 4 to 8 March 2019. [2]"
    assert text.count(told) == 1


def test_without_an_earlier_inspection_there_is_no_such_column() -> None:
    (table,) = (
        one
        for one in section(brief([report(2024, "ilacs-2023", NEW)]), SectionKey.JUDGEMENTS).blocks
        if isinstance(one, Table)
    )
    assert table.columns == ("Area", "Grade")


def test_only_a_grade_that_a_source_states_is_compared() -> None:
    old = {Area.OVERALL: POOR}
    text = judgements(report(2024, "ilacs-2023", NEW), report(2019, "ilacs-2018", old))
    assert text.count("| Earlier grade not found") == 2
    assert "Requires improvement to be good [1] | No change [2]" in text


def test_older_inspections_keep_their_own_tables() -> None:
    every = (
        report(2024, "ilacs-2023", NEW),
        report(2019, "ilacs-2018", OLD),
        report(2015, "sif", SIF),
    )
    assert judgements(*every).count("Single inspection framework (SIF), 4 to 8 March 2015") == 1
    assert "SIF" not in judgements(*every, history=False)
    assert "Since March 2019" in judgements(*every, history=False)


def test_the_timeline_says_which_grades_can_be_compared() -> None:
    text = inspections(
        report(2024, "ilacs-2023", NEW), report(2019, "ilacs-2018", OLD), report(2015, "sif", SIF)
    )
    assert "The grades of 2024 and 2019 can be compared, except those for children in care and care " in text
    assert (
        "leavers (which shared one until the end of 2022). Those of 2015 (SIF) cannot be compared with"
        in text
    )
    alike = inspections(report(2018, "sif", SIF), report(2015, "sif", SIF))
    assert "All these grades were given under SIF and can be compared." in alike
    assert "compared" not in inspections(report(2024, "ilacs-2023", NEW))


def test_the_boards_own_grade_keeps_its_table() -> None:
    old = {**SIF, Area.LSCB: POOR}
    text = judgements(report(2017, "sif", SIF), report(2014, "sif", old))
    assert "Inadequate [1] | No change [2]" in text
    assert "The Local Safeguarding Children Board | Requires improvement to be good [2]" in text
    assert "gives it no grade" not in text


def test_an_area_that_comes_back_is_quoted_beneath_and_one_that_does_not_is_listed() -> None:
    text = improvements(
        report(2024, "ilacs-2023", NEW, *NOW_LISTED), report(2019, "ilacs-2018", OLD, *THEN_LISTED)
    )
    assert "At least one is similar, by subject, to an area named in March 2019. [1] [2]" in text
    assert (
        "1. The oversight of private fostering. [1]\n   Similar to an area named in March 2019, on private"
        in text
    )
    assert "“Reviews of private fostering arrangements.” [2]\n2. The quality of early help. [1]" in text
    told = "At least one of the three areas named in March 2019 is on a subject that this list does not name"
    assert f"{told}, solved or not: [2]\n\n- The quality of life-story work. [2]" in text
    assert "Chairs" not in text


def test_lists_of_another_framework_are_followed_and_that_is_said() -> None:
    text = improvements(report(2019, "ilacs-2018", OLD, *NOW_LISTED), report(2015, "sif", SIF, *THEN_LISTED))
    assert "to an area named in March 2015, under another framework (SIF). [1] [2]" in text


def test_a_priority_action_is_named_as_one() -> None:
    old = report(2015, "sif", SIF, *THEN_LISTED, group="priority")
    text = improvements(report(2019, "ilacs-2018", OLD, *NOW_LISTED), old)
    assert "Similar to a priority action of March 2015, on private fostering: “Reviews" in text


def test_where_none_is_recognised_no_more_is_claimed() -> None:
    every = (report(2024, "ilacs-2023", NEW, NOW_LISTED[1]), report(2019, "ilacs-2018", OLD, THEN_LISTED[2]))
    text = improvements(*every)
    assert "None was recognised as similar to one named in March 2019. [1] [2]" in text
    assert "does not name" not in text
    assert "in March 2019; compare the lists. [1] [2]" in improvements(*every, history=True)


def test_of_a_long_list_only_the_sure_subjects_are_named() -> None:
    old = [
        "The rigour of audit.",
        "The engagement of partners.",
        "The use of advocacy.",
        "Delegated authority.",
        "Permanence for all.",
    ]
    text = improvements(report(2019, "ilacs-2018", OLD, *NOW_LISTED), report(2015, "sif", SIF, *old))
    assert "All five areas named in March 2015 are on subjects that this list does not name" in text
    assert " (quality assurance, advocacy, delegated authority, permanence and one more)." in text


@pytest.mark.parametrize(("old", "told"), [(THEN_LISTED, "other"), (THEN_LISTED[2:], "the")])
def test_other_areas_are_only_other_where_some_are_shown(old: tuple[str, ...], told: str) -> None:
    every = (report(2024, "ilacs-2023", NEW, *NOW_LISTED), report(2019, "ilacs-2018", OLD, *old))
    asked = (
        SectionSpec(key=SectionKey.INSPECTIONS),
        SectionSpec(key=SectionKey.IMPROVEMENTS, recurring=True, history=False),
    )
    text = text_of(brief(every, spec(*asked)), SectionKey.SOURCES)
    assert f"Not shown from earlier inspections: {told} areas for improvement." in text


def test_the_boards_list_is_not_followed() -> None:
    text = improvements(
        report(2019, "ilacs-2018", OLD, *NOW_LISTED), report(2015, "sif", SIF, *THEN_LISTED, group="lscb")
    )
    assert "March 2015" not in text


def test_nothing_is_followed_where_nobody_asks_or_no_list_is_at_hand() -> None:
    new, old = (
        report(2024, "ilacs-2023", NEW, *NOW_LISTED),
        report(2019, "ilacs-2018", OLD, *THEN_LISTED),
    )
    assert "March 2019" not in improvements(new, old, recurring=False)
    assert "March 2019" not in improvements(new, report(2019, "ilacs-2018", OLD))
    assert "imilar" not in improvements(new)


def test_a_list_that_is_shown_in_full_is_not_told_twice() -> None:
    new, old = (
        report(2024, "ilacs-2023", NEW, *NOW_LISTED),
        report(2019, "ilacs-2018", OLD, *THEN_LISTED),
    )
    assert improvements(new, old, history=True).count("The quality of life-story work.") == 1


@pytest.mark.parametrize(("audience", "told"), [(one, one is not Audience.WARD) for one in Audience])
def test_a_ward_councillor_is_not_told_what_comes_back_unless_asked(
    audience: Audience, *, told: bool
) -> None:
    every = (report(2024, "ilacs-2023", NEW, *NOW_LISTED), report(2019, "ilacs-2018", OLD, *THEN_LISTED))
    asked = spec(SectionSpec(key=SectionKey.IMPROVEMENTS)).model_copy(update={"audience": audience})
    assert ("imilar" in text_of(brief(every, asked), SectionKey.IMPROVEMENTS)) is told


def test_points_stand_each_on_a_line_of_its_own_and_make_one_statement() -> None:
    points = ("the first point", "and the second.")
    new = report(2024, "ilacs-2023", NEW, "Elected members’ work on:", points=points)
    briefing = brief([new])
    blocks = section(briefing, SectionKey.IMPROVEMENTS).blocks
    (listing,) = (one for one in blocks if isinstance(one, ItemList))
    ((item, beneath),) = listing.entries
    assert item.text == "Elected members’ work on:"
    assert [point.text for point in beneath.points] == ["the first point", "and the second. [1]"]
    (whole,) = block_statements(listing)
    assert whole.text == "Elected members’ work on: the first point and the second. [1]"
    assert whole.support
