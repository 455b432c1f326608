"""The chart of the overall grades: which are points, which are joined, and what its words say."""

from __future__ import annotations

import pytest

from briefing.asking import brief, section, spec
from briefing.corpus import CORPUS, real
from briefing.invented_evidence import graded, twelve, undated, visit
from briefing.papers import dated, paper
from briefing.seed_evidence import seeds
from councilbrief.briefing.blocks import Briefing, Chart, Cite, Table
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.evidence.facts import Area, Evidence, Grade
from councilbrief.provenance import DocumentKind, PartialDate

GOOD, POOR, BAD, BEST = Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE, Grade.OUTSTANDING
FOUR = (BEST, GOOD, POOR, BAD)
SIF = ("2015-02-26", "2015-03-08", "sif")
FIRST = ("2019-11-18", "2019-11-29", "ilacs-2018")
SECOND = ("2024-02-26", "2024-03-08", "ilacs-2023")
LATEST = ("2026-04-27", "2026-05-01", "ilacs-2026")
LONGEST = 12
"""The characters for which there is room beneath a point; a mark of inference may follow."""


def report(grade: Grade, start: str, end: str, framework: str | None, source_id: str = "") -> Evidence:
    return graded(
        source_id or start, grade, start, end, framework, kind=DocumentKind.REPORT, published="2027-01-01"
    )


def charts(briefing: Briefing) -> list[Chart]:
    return [one for one in section(briefing, SectionKey.INSPECTIONS).blocks if isinstance(one, Chart)]


def chart(*evidence: Evidence) -> Chart:
    asked = spec(SectionSpec(key=SectionKey.INSPECTIONS), as_at=PartialDate(2026, 9, 1))
    (found,) = charts(brief(evidence, asked))
    return found


def points(found: Chart) -> list[tuple[str, Grade, bool]]:
    return [(one.when, one.grade, one.joined) for one in found.points]


def test_the_seeds_on_cheshire_east_give_three_points_and_no_line_with_another() -> None:
    assert charts(brief(seeds())) == []
    found, *more = charts(brief([*seeds(), report(BAD, *SIF)]))
    assert not more
    assert points(found) == [("Mar 2013*", BAD, False), ("Mar 2015", BAD, False), ("Mar 2024", BAD, False)]
    assert found.caption.text == (
        "Overall grades, the oldest first. No line joins them, as they cannot be compared (Child protection "
        "in 2013, SIF in 2015 and ILACS in 2024). Dates marked * are inferred. "
        "[1] [2] [3] [5]"
    )
    assert found.alt == (
        "Overall grades, the oldest first: March 2013 (inferred, Child protection): inadequate; "
        "26 February to 8 March 2015 (SIF): inadequate; "
        "26 February to 8 March 2024 (ILACS): inadequate. None of these grades can be compared with another."
    )


def test_two_grades_that_no_line_joins_make_no_chart() -> None:
    assert charts(brief([report(BAD, *SIF), report(GOOD, *SECOND)])) == []


def test_it_comes_first_in_its_section() -> None:
    blocks = section(brief([report(POOR, *FIRST), report(GOOD, *SECOND)]), SectionKey.INSPECTIONS).blocks
    assert [type(one) for one in blocks[:2]] == [Chart, Table]


def test_one_grade_makes_no_chart() -> None:
    assert charts(brief(seeds(), name="Cheshire West")) == []


def test_grades_of_one_framework_are_joined() -> None:
    found = chart(report(POOR, *FIRST), report(GOOD, *SECOND))
    assert points(found) == [("Nov 2019", POOR, False), ("Mar 2024", GOOD, True)]
    assert found.scale == FOUR
    assert found.caption.text == "Overall grades, the oldest first. [1] [2]"
    assert found.alt.endswith("All these grades can be compared.")


def test_a_line_leads_over_no_change_of_framework() -> None:
    found = chart(report(BAD, *SIF), report(POOR, *FIRST), report(GOOD, *SECOND))
    assert [one.joined for one in found.points] == [False, False, True]
    assert "A line joins only those that can be compared." in found.caption.text
    assert found.alt.endswith(
        "Only the grades of November 2019 and March 2024 can be compared with each other."
    )


def test_several_groups_are_named_as_such() -> None:
    early = report(GOOD, "2014-02-24", "2014-03-07", "sif")
    found = chart(early, report(BAD, *SIF), report(POOR, *FIRST), report(GOOD, *SECOND))
    assert [one.joined for one in found.points] == [False, True, False, True]
    assert found.alt.endswith(
        "Only the grades within a group can be compared: "
        "March 2014 and March 2015; November 2019 and March 2024."
    )


@pytest.mark.parametrize("framework", ["apc-2012", "lac-2013", None])
def test_what_compares_with_nothing_is_a_dot_by_itself(framework: str | None) -> None:
    old = report(BAD, "2013-06-03", "2013-06-14", framework)
    found = chart(old, report(POOR, *SIF), report(GOOD, *SECOND))
    assert points(found) == [("Jun 2013", BAD, False), ("Mar 2015", POOR, False), ("Mar 2024", GOOD, False)]
    assert "No line joins them, as they cannot be compared (" in found.caption.text
    assert found.alt.endswith("None of these grades can be compared with another.")


def test_an_old_grade_of_one_service_is_said_to_be_of_one() -> None:
    old = report(BAD, "2013-06-03", "2013-06-14", "lac-2013")
    found = chart(old, report(POOR, *FIRST), report(GOOD, *SECOND))
    assert "That of June 2013 is for looked after children alone." in found.caption.text


def test_adequate_has_a_line_of_its_own() -> None:
    old = report(Grade.ADEQUATE, "2013-06-03", "2013-06-14", "apc-2012")
    good = report(GOOD, *FIRST)
    assert chart(old, good, report(GOOD, *SECOND)).scale == (BEST, GOOD, Grade.ADEQUATE, BAD)
    assert chart(old, good, report(POOR, *SECOND)).scale == (BEST, GOOD, POOR, Grade.ADEQUATE, BAD)
    other = report(BAD, "2013-07-01", "2013-07-12", "lac-2013")
    bad = report(BAD, "2013-06-03", "2013-06-14", "apc-2012")
    third = report(BAD, "2013-08-01", "2013-08-12", "lac-2013")
    assert chart(bad, other, third).scale == (BEST, GOOD, Grade.ADEQUATE, BAD)


def test_a_disputed_grade_is_no_point_and_parts_those_around_it() -> None:
    days = ("2021-06-07", "2021-06-18", "ilacs-2018")
    two = [
        graded(name, grade, *days, published="2021-08-01") for name, grade in (("one", GOOD), ("other", BAD))
    ]
    found = chart(report(BAD, *SIF), report(POOR, *FIRST), *two, report(GOOD, *SECOND))
    assert points(found)[1:] == [("Nov 2019", POOR, False), ("Mar 2024", GOOD, False)]
    assert "Without an overall grade: 7 to 18 June 2021 (not clear)." in found.caption.text


def test_a_grade_that_is_only_claimed_is_no_point() -> None:
    one = paper("claim", "Inspected in June 2021. By default it is inadequate.", published="2021-08-01")
    one.inspection("Inspected in June 2021.", "2021-06", framework="ilacs-2018", graded=True)
    one.judge("By default it is inadequate.", Area.OVERALL, grade=BAD, stated=False)
    found = chart(report(BAD, *SIF), report(POOR, *FIRST), one.evidence(), report(GOOD, *SECOND))
    assert len(found.points) == 3
    assert "June 2021 (not found)" in found.caption.text


def test_what_has_no_date_is_left_out() -> None:
    assert charts(brief([undated(), report(GOOD, *SECOND)])) == []
    assert len(chart(undated(), report(POOR, *FIRST), report(GOOD, *SECOND)).points) == 2


def test_a_visit_is_no_point_even_where_a_paper_grades_it() -> None:
    letter = visit("letter", "2022-11-08", "2022-11-09", "2022-12-12")
    rated = graded("rated", BAD, "2022-11-08", "2022-11-09", "focused-visit", published="2022-12-13")
    found = chart(report(POOR, *FIRST), letter, rated, report(GOOD, *SECOND))
    assert [one.joined for one in found.points] == [False, True]
    assert "Without" not in found.caption.text


def test_where_a_framework_gives_no_overall_grade_none_is_invented() -> None:
    none = report(Grade.NO_OVERALL, *LATEST)
    found = chart(report(POOR, *FIRST), report(GOOD, *SECOND), none)
    assert len(found.points) == 2
    told = "Without an overall grade: 27 April to 1 May 2026 (none is given under this framework)."
    assert told in found.caption.text
    odd = chart(report(POOR, *FIRST), report(GOOD, *SECOND), report(GOOD, *LATEST))
    assert points(odd) == points(found)


def test_dates_of_one_month_or_year_stay_apart() -> None:
    one = report(GOOD, "2013-06-03", "2013-06-07", "apc-2012")
    other = report(BAD, "2013-06-17", "2013-06-28", "lac-2013")
    third = report(BAD, "2013-07-01", "2013-07-05", "lac-2013", "third")
    assert [each.when for each in chart(one, other, third).points] == [
        "7 Jun 2013",
        "28 Jun 2013",
        "Jul 2013",
    ]
    same = report(BAD, "2013-06-05", "2013-06-07", "lac-2013")
    assert [each.when for each in chart(one, same, third).points[:2]] == ["5–7 Jun 2013", "3–7 Jun 2013"]
    alike = report(BAD, "2013-06-03", "2013-06-07", "lac-2013", "alike")
    assert len({each.when for each in chart(one, alike, third).points}) == 3


def test_a_year_is_enough_where_no_more_is_known() -> None:
    one = paper("year", "Inspected in 2018 and rated good.", published=dated("2018-12-01"))
    one.inspection("Inspected in 2018", "2018", framework="ilacs-2018", graded=True)
    one.judge("rated good", Area.OVERALL, grade=GOOD)
    assert points(chart(one.evidence(), report(GOOD, *SECOND)))[0] == ("2018", GOOD, False)


def test_grades_that_no_two_compare_are_not_said_so_twice() -> None:
    blocks = section(brief([report(GOOD, *SIF), report(GOOD, *SECOND)]), SectionKey.INSPECTIONS).blocks
    words = " ".join(getattr(each, "text", "") for one in blocks for each in getattr(one, "statements", ()))
    assert words.count("compared") == 1


def well_made(found: Chart) -> None:
    """Hold what is true of every chart."""
    assert len(found.points) >= 2
    assert {one.grade for one in found.points} <= set(found.scale)
    assert not found.points[0].joined
    assert len({one.when for one in found.points}) == len(found.points)
    assert all(len(one.when.rstrip("*")) <= LONGEST for one in found.points)
    assert all(f"): {one.grade.value}" in found.alt for one in found.points)
    assert found.alt.count("): ") == len(found.points)
    assert found.support == found.caption.support
    assert any(isinstance(one, Cite) for one in found.caption.inlines)


def test_many_inspections_make_a_well_made_chart() -> None:
    found = chart(*twelve())
    well_made(found)
    assert len(found.points) == 6
    assert found.scale == (BEST, GOOD, Grade.ADEQUATE, BAD)


@pytest.mark.slow
@pytest.mark.skipif(CORPUS is None, reason="COUNCILBRIEF_CORPUS is not set: no real reports here")
def test_real_reports_make_charts_of_what_their_covers_say() -> None:
    every = {one.council: charts(one) for one in real()}
    assert sum(map(len, every.values())) == 34
    for found in every.values():
        for one in found:
            well_made(one)
    east, kent = (every[name][0] for name in ("Cheshire East", "Kent"))
    assert points(east) == [("Jul 2015", POOR, False), ("Nov 2019", POOR, False), ("Mar 2024", BAD, True)]
    assert points(kent) == [
        ("Jul 2013", Grade.ADEQUATE, False),
        ("Mar 2017", GOOD, False),
        ("May 2022", BEST, False),
    ]
    assert kent.scale == (BEST, GOOD, Grade.ADEQUATE, BAD)
    assert every["Wigan"] == []  # good in 2017 under SIF, another grade in 2022
