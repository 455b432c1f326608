import pytest

from councilbrief.briefing.frames import area_words
from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.inspections.frameworks import comparable, frameworks, in_force, parse, phrases
from councilbrief.provenance import PartialDate

ALL = frameworks()


def test_every_framework_of_the_trade_is_there() -> None:
    assert list(ALL) == [
        "apc-2012", "lac-2013", "sif", "ilacs-2018", "ilacs-2023", "ilacs-2026",
        "focused-visit", "monitoring-visit", "jtai", "area-send-2023",
    ]  # fmt: skip
    assert [key for key, framework in ALL.items() if not framework.graded] == [
        "focused-visit", "monitoring-visit", "jtai", "area-send-2023",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "ids"),
    [
        ("2012-05", []),
        ("2013-03", ["apc-2012"]),
        ("2013-07-15", ["apc-2012", "lac-2013"]),
        ("2013", ["apc-2012", "lac-2013", "sif"]),
        ("2016-11-14", ["sif"]),
        ("2018-01-29", ["sif", "ilacs-2018"]),
        ("2019-03", ["ilacs-2018"]),
        ("2022-12-31", ["ilacs-2018"]),
        ("2023-01-01", ["ilacs-2023"]),
        ("2024-02-26", ["ilacs-2023"]),
        ("2026-03-31", ["ilacs-2023"]),
        ("2026-04-27", ["ilacs-2026"]),
        ("2031", ["ilacs-2026"]),
    ],
)
def test_which_was_in_force(when: str, ids: list[str]) -> None:
    assert [framework.id for framework in in_force(PartialDate.parse(when))] == ids


def test_areas_stand_in_official_order() -> None:
    assert [judged.area for judged in ALL["ilacs-2018"].areas] == [
        Area.LEADERS, Area.HELP_PROTECTION, Area.IN_CARE_AND_CARE_LEAVERS, Area.OVERALL,
    ]  # fmt: skip
    assert [judged.number for judged in ALL["sif"].areas] == [None, "1", "2", "2.1", "2.2", "3", None]
    assert {j.area for j in ALL["sif"].areas if j.under is Area.IN_CARE} == {Area.ADOPTION, Area.CARE_LEAVERS}
    assert [j.area for j in ALL["sif"].areas if j.apart] == [Area.LSCB]


def test_wording_is_the_frameworks_own() -> None:
    assert area_words(Area.LEADERS, "apc-2012") == "leadership and governance"
    assert area_words(Area.IN_CARE, "sif") == "children looked after and achieving permanence"
    assert not ALL["ilacs-2018"].covers(Area.CARE_LEAVERS)
    assert area_words(Area.CARE_LEAVERS, "ilacs-2018") == "care leavers"


def test_no_overall_grade_is_a_value_of_its_own() -> None:
    assert not ALL["ilacs-2026"].overall
    assert ALL["ilacs-2026"].may_give(Area.OVERALL, Grade.NO_OVERALL)
    assert not ALL["ilacs-2026"].may_give(Area.OVERALL, Grade.GOOD)
    assert not ALL["ilacs-2023"].may_give(Area.OVERALL, Grade.NO_OVERALL)
    assert not ALL["jtai"].may_give(Area.OVERALL, Grade.NO_OVERALL)


def test_adequate_belongs_to_2013_and_before() -> None:
    old = {key for key, framework in ALL.items() if Grade.ADEQUATE in framework.scale}
    assert old == {"apc-2012", "lac-2013"}
    assert not ALL["ilacs-2023"].may_give(Area.LEADERS, Grade.ADEQUATE)


def test_what_may_be_compared() -> None:
    assert comparable("ilacs-2018", "ilacs-2023", Area.LEADERS)
    assert not comparable("ilacs-2018", "ilacs-2023", Area.CARE_LEAVERS)
    assert not comparable("ilacs-2023", "ilacs-2026", Area.OVERALL)
    assert not comparable("sif", "ilacs-2018")
    assert not comparable("apc-2012", "sif")
    assert comparable("sif", "sif")
    assert not comparable("jtai", "jtai")
    assert not comparable("sif", "ofsted-2099")


@pytest.mark.parametrize("one", ALL)
@pytest.mark.parametrize("other", ALL)
def test_comparing_works_both_ways(one: str, other: str) -> None:
    assert comparable(one, other) == comparable(other, one)


def test_a_shared_phrase_leaves_the_choice_to_the_date() -> None:
    assert phrases()["ILACS"] == ("ilacs-2018", "ilacs-2023", "ilacs-2026")
    assert phrases()["focused visit"] == ("focused-visit",)


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    broken = """
one: {name: One, short: One, noun: inspection, from: 2020-01-01, until: 2019-01-01, of: council, graded: true,
  scale: [splendid], areas: [{area: overall, wording: all}, {area: roof, wording: roof}], called: [], comparable: [two], about: x}
two: {name: Two, colour: red}
"""
    with pytest.raises(ValueError, match="splendid") as caught:
        parse(broken)
    assert str(caught.value).splitlines() == [
        "frameworks.yaml: one: from and until must be dates, in this order",
        "frameworks.yaml: one: scale: 'splendid' is not known",
        "frameworks.yaml: one: area: 'roof' is not known",
        "frameworks.yaml: one: areas and a scale go with grades, and only with them",
        "frameworks.yaml: two: missing about, called, comparable, from, graded, noun, of, short",
        "frameworks.yaml: two: unknown key colour",
        "frameworks.yaml: one: 'two' does not name it as comparable",
    ]
