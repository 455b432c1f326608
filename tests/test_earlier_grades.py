"""Overall grades of earlier inspections that texts tell in passing, with their years; never one of now among them."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Area, Evidence
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

LEAD = (
    "Ofsted inspected Kent council’s children’s services in January 2024. The council is rated good overall."
)
GOOD, INADEQUATE, OUTSTANDING = "good", "inadequate", "outstanding"
IMPROVE = "requires improvement to be good"

Then = tuple[str, int | None]

TOLD: dict[str, list[Then]] = {
    "The council was upgraded from the ‘inadequate’ that it was given in 2016.": [(INADEQUATE, 2016)],
    "Ofsted has given Kent its top grade overall, up from the ‘good’ that it got in 2017.": [(GOOD, 2017)],
    "Kent has dropped to inadequate from the ‘requires improvement’ that it was given in 2016.": [(IMPROVE, 2016)],
    "Overall effectiveness was judged to be good, as it had been in 2018.": [(GOOD, 2018)],
    "Kent’s services remain at ‘good’, the grade they were first given in 2018.": [(GOOD, 2018)],
    "Kent County Council has kept the good grade that it first won in 2018.": [(GOOD, 2018)],
    "Its overall effectiveness grade was left at good, in line with its 2019 result.": [(GOOD, 2019)],
    "Kent has been found to be “Good” again, as it was in 2017.": [(GOOD, 2017)],
    "Kent was given a ‘good’ rating, the same as in 2018.": [(GOOD, 2018)],
    "Services are good, as in 2014.": [(GOOD, 2014)],
    "The council is good. It was ‘requires improvement’ in 2016.": [(IMPROVE, 2016)],
    "The last grade was “requires improvement to be good”, in 2020.": [(IMPROVE, 2020)],
    "The last full inspection, in 2019, also ended in an outstanding grade.": [(OUTSTANDING, 2019)],
    "No grades are given, though the council’s last full inspection, in 2023, ended in a rating of good.": [(GOOD, 2023)],
    "The council was previously judged to require improvement to be good (2018).": [(IMPROVE, None)],
    "Kent was rated inadequate at its last full inspection.": [(INADEQUATE, None)],
    "Kent’s services had been inadequate since the inspection of 2015.": [(INADEQUATE, 2015)],
    "The visit does not change the outstanding judgement that the council was given in 2022.": [(OUTSTANDING, 2022)],
    "Before that, in 2016, they were also outstanding.": [(OUTSTANDING, 2016)],
    "It last had the top grade in 2018.": [(OUTSTANDING, 2018)],
    "Kent was badged with the same grade in 2012.": [(GOOD, 2012)],
    "Four years ago the council was given the same overall grade.": [(GOOD, None)],
    "Ofsted was last with us in 2019 and the overall grade was the same then.": [(GOOD, 2019)],
    "It’s eight years since Kent’s children’s services were branded inadequate.": [(INADEQUATE, None)],
    "The council was inadequate in 2011 and again in 2015.": [(INADEQUATE, 2011), (INADEQUATE, 2015)],
    "The borough “require[d] improvement to be good” in 2019.": [(IMPROVE, 2019)],
    "The ‘good’ rating is an improvement from the ‘inadequate’ rating that was awarded in 2012.": [(INADEQUATE, 2012)],
    "In October 2021 it moved from ‘requires improvement to be good’ to ‘good’ overall.": [(GOOD, 2021)],
    "It was rated outstanding in 2019, having been inadequate in 2015.": [(OUTSTANDING, 2019), (INADEQUATE, 2015)],
    "It was rated inadequate in 2014 and as good three years later.": [(INADEQUATE, 2014), (GOOD, 2017)],
    "In March 2014 inspectors judged that the services were inadequate, and the council has moved on.": [(INADEQUATE, 2014)],
    "For care leavers it requires improvement, as was the case in 2019.": [],
    "It was rated inadequate in 2013 and as requires improvement in 2015.": [(INADEQUATE, 2013), (IMPROVE, 2015)],
    "It has been rated good, having been branded inadequate back in 2013.": [(INADEQUATE, 2013)],
    "All areas are good, eight years after they were found inadequate.": [(INADEQUATE, None)],
}  # fmt: skip

NOT_TOLD = [
    "Is Kent good, the same as in 2022? No.",
    "It is the first inspection since the council, which is good, was created in 2021.",
    "Kent put out the flags when it was rated good by Ofsted last week.",
    "Kent has improved since 2018.",
    "The ‘good’ judgement by Ofsted comes less than two years after a similar inspection.",
    "It is good, and the framework of 2018 was the same for all.",
]


def earlier(sentence: str) -> tuple[Evidence, list[Then]]:
    found = gather(read_text(f"{LEAD}\n\n{sentence}\n".encode(), Source("one", "one.txt", "")))
    out: list[Then] = []
    for one in found.judgements:
        if not one.current and one.area is Area.OVERALL:
            at = found.inspections[one.inspection].start if one.inspection is not None else None
            out.append((one.grade.value, at.value.year if at else None))
    return found, out


@pytest.mark.parametrize(("sentence", "told"), TOLD.items(), ids=[text[:60] for text in TOLD])
def test_an_earlier_grade_is_told_with_its_year(sentence: str, told: list[Then]) -> None:
    found, then = earlier(sentence)
    assert then == told
    assert [one.grade.value for one in found.judgements if one.current and one.area is Area.OVERALL] == [GOOD]


@pytest.mark.parametrize("sentence", NOT_TOLD, ids=[text[:60] for text in NOT_TOLD])
def test_no_earlier_grade_is_made_up(sentence: str) -> None:
    _, then = earlier(sentence)
    assert then == []


def test_a_grade_of_last_year_is_earlier_where_inspectors_came_this_year() -> None:
    text = (
        "Thursday 25 July 2024\n\nInspectors came to see Kent County Council’s children’s services in June."
        " The council was told it was inadequate in May last year.\n"
    )
    found = gather(read_text(text.encode(), Source("one", "one.txt", "")))
    assert [(one.grade.value, one.current) for one in found.judgements] == [(INADEQUATE, False)]


def test_a_sentence_before_the_one_that_leads_into_a_list_gives_its_grade() -> None:
    text = f"{LEAD}\n\nWe require improvement to be good overall. That was also the judgement for:\n- the impact of leaders\n- care leavers\n"
    text = text.replace(" The council is rated good overall.", "")
    found = gather(read_text(text.encode(), Source("one", "one.txt", "")))
    grades = {one.area: one.grade.value for one in found.judgements if one.current}
    assert grades == dict.fromkeys((Area.OVERALL, Area.LEADERS, Area.CARE_LEAVERS), IMPROVE)
