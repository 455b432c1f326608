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
    "It is a heavy fall for a council whose department was rated good in 2020.": [(GOOD, 2020)],
    "It had only ever been given grades of “inadequate” in 2020 and 2012.": [(INADEQUATE, 2020), (INADEQUATE, 2012)],
    "The inspection before, in 2015, had ended in an ‘outstanding’ grade.": [(OUTSTANDING, 2015)],
    "Inspectors have taken away the council’s “inadequate” rating.": [(INADEQUATE, None)],
    "Since the 2017 inspection deemed the department inadequate, staff have worked long hours.": [(INADEQUATE, 2017)],
    "Ofsted last inspected the council in 2019. It found services inadequate.": [(INADEQUATE, 2019)],
    "Overall: Good (previously inadequate).": [(INADEQUATE, None)],
    "The trust put right services which had carried the rating of inadequate for years.": [(INADEQUATE, None)],
    "That takes services beyond the inadequate rating that they had before.": [(INADEQUATE, None)],
    "Kent has not kept the outstanding it got in 2018 and is now good.": [(OUTSTANDING, 2018)],
    "The council has lost the outstanding it got in 2018 and is now good.": [(OUTSTANDING, 2018)],
    "It was inadequate in 2016, requires improvement in 2019 and good now.": [(INADEQUATE, 2016), (IMPROVE, 2019)],
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
    "Following an inadequate rating in 2019, the council has been rated good.": [(INADEQUATE, 2019)],
    "That in turn was better than the 2015 report, which graded the council inadequate.": [(INADEQUATE, 2015)],
    "Ofsted has rated Kent good, an improvement on the 2019 report which rated it inadequate.": [(INADEQUATE, 2019)],
    "The 2017 inspection that judged the council inadequate led to a change of leader.": [(INADEQUATE, 2017)],
    "Since the 2018 report, which found services inadequate, much has changed.": [(INADEQUATE, 2018)],
    "The good rating follows the 2019 inspection that found services to be inadequate.": [(INADEQUATE, 2019)],
    "It is a step up from the 2016 inspection, which graded the council as requires improvement.": [(IMPROVE, 2016)],
    "Compared with the 2019 inspection, which rated it inadequate, the council has moved on.": [(INADEQUATE, 2019)],
    "The critical 2017 report had brought an ‘inadequate’ grade.": [(INADEQUATE, 2017)],
    "Kent Council, rated ‘inadequate’ in 2016 and again in 2018, was found to be ‘good’ overall.": [(INADEQUATE, 2016), (INADEQUATE, 2018)],
    "The council, inadequate in 2013 and again in 2017, is now rated good.": [(INADEQUATE, 2013), (INADEQUATE, 2017)],
    "Kent, which was judged to require improvement in 2015 and again in 2019, has been rated good.": [(IMPROVE, 2015), (IMPROVE, 2019)],
    "The council was rated inadequate in 2013 and 2015.": [(INADEQUATE, 2013), (INADEQUATE, 2015)],
    "It was rated inadequate in both 2013 and 2018.": [(INADEQUATE, 2013), (INADEQUATE, 2018)],
    "Kent, judged ’inadequate’ in 2012, 2015 and 2019, is now good.": [(INADEQUATE, 2012), (INADEQUATE, 2015), (INADEQUATE, 2019)],
    "The overall grade remains good, the rating given in 2018.": [(GOOD, 2018)],
    "Kent stays at good, the mark it was given in July 2018.": [(GOOD, 2018)],
    "The council is still rated as good, the mark given in July 2018.": [(GOOD, 2018)],
    "Services remain good, the judgement reached in 2017.": [(GOOD, 2017)],
    "The council’s rating is unchanged from 2019: good.": [(GOOD, 2019)],
    "The services have been rated good for the second time running, following one in 2019.": [(GOOD, 2019)],
    "The council has been rated good for the second time in a row. The first was in 2018.": [(GOOD, 2018)],
    "It is the second good in a row for Kent, after one in 2018.": [(GOOD, 2018)],
    "The council has been rated good for a second consecutive time; the first good came in 2019.": [(GOOD, 2019)],
    "It was rated good, its second such rating following that of 2018.": [(GOOD, 2018)],
    "Kent has been rated good twice in a row, the first time in 2018.": [(GOOD, 2018)],
    "Kent was inadequate in 2015 and required improvement in 2017.": [(INADEQUATE, 2015), (IMPROVE, 2017)],
    "Kent was inadequate in 2013, and good in 2018.": [(INADEQUATE, 2013), (GOOD, 2018)],
    "The borough was inadequate in 2013, and good in 2018.": [(INADEQUATE, 2013), (GOOD, 2018)],
    "The council was outstanding in 2011, good in 2015 and inadequate in 2019.": [(OUTSTANDING, 2011), (GOOD, 2015), (INADEQUATE, 2019)],
    "It required improvement in 2015 and was good in 2019.": [(IMPROVE, 2015), (GOOD, 2019)],
    "In 2015 it was inadequate, in 2018 it required improvement.": [(INADEQUATE, 2015), (IMPROVE, 2018)],
    "Since its last inspection, when it was rated inadequate, Kent has spent £4m.": [(INADEQUATE, None)],
    "At its last inspection, in 2019, the council was rated inadequate.": [(INADEQUATE, 2019)],
    "Since the council was rated inadequate in 2019, it has changed its director.": [(INADEQUATE, 2019)],
    "It is six years since the council was branded inadequate.": [(INADEQUATE, None)],
    "The 2018 report, which had rated the council good, was kinder.": [(GOOD, 2018)],
    "Its 2016 inspection ended in an inadequate rating.": [(INADEQUATE, 2016)],
    "The good grade is two up on the 2019 inspection, when it was inadequate.": [(INADEQUATE, 2019)],
    "An inspection in early 2016 found services to be inadequate.": [(INADEQUATE, 2016)],
    "The council was inadequate in 2013, 2015 and 2018.": [(INADEQUATE, 2013), (INADEQUATE, 2015), (INADEQUATE, 2018)],
    "It has been rated inadequate three times, in 2012, 2014 and 2018.": [(INADEQUATE, 2012), (INADEQUATE, 2014), (INADEQUATE, 2018)],
    "The authority, found to be inadequate in 2015 and again in 2019, has been rated good.": [(INADEQUATE, 2015), (INADEQUATE, 2019)],
    "Rated inadequate in 2018, the council has been judged good by Ofsted.": [(INADEQUATE, 2018)],
    "Services were inspected in March 2019, and were found to be inadequate.": [(INADEQUATE, 2019)],
    "In 2016 the council was rated inadequate, in 2019 it was rated good.": [(INADEQUATE, 2016), (GOOD, 2019)],
    "It required improvement in 2017 and in 2021.": [(IMPROVE, 2017), (IMPROVE, 2021)],
    "From inadequate in 2014 it rose to good in 2018.": [(INADEQUATE, 2014), (GOOD, 2018)],
    "The council rose from inadequate in 2015 to requires improvement in 2018 and now to good.": [(INADEQUATE, 2015), (IMPROVE, 2018)],
    "The rating stays at good, the grade first given in 2017.": [(GOOD, 2017)],
    "The borough is still good, the mark handed to it in 2018.": [(GOOD, 2018)],
    "Kent has been judged good for the third time running, after 2016 and 2019.": [(GOOD, 2016), (GOOD, 2019)],
    "For the second time in a row, the council has been rated good. The first was in 2018.": [(GOOD, 2018)],
    "It’s a second consecutive good for the council, after that of 2019.": [(GOOD, 2019)],
    "The council has been rated good for a second time, the first being in 2018.": [(GOOD, 2018)],
    "A year on from its outstanding rating, the council is cutting its budget.": [(OUTSTANDING, None)],
    "Two years after it was rated inadequate, the council has been judged good.": [(INADEQUATE, None)],
    "The council first won an outstanding grade in 2018.": [(OUTSTANDING, 2018)],
    "The council has been rated good following an earlier inadequate judgement in 2018.": [(INADEQUATE, 2018)],
    "The council was rated inadequate in 2019 and has been on a journey to transform its services.": [(INADEQUATE, 2019)],
    "It was inadequate in 2019 and is now rated good.": [(INADEQUATE, 2019)],
    "It was rated good in 2019 and has kept the grade.": [(GOOD, 2019)],
    "The council has been rated good for its children’s services, which Ofsted had judged to be inadequate in 2020.": [(INADEQUATE, 2020)],
}  # fmt: skip

NOT_TOLD = [
    "Is Kent good, the same as in 2022? No.",
    "It is the first inspection since the council, which is good, was created in 2021.",
    "Kent put out the flags when it was rated good by Ofsted last week.",
    "Kent has improved since 2018.",
    "The ‘good’ judgement by Ofsted comes less than two years after a similar inspection.",
    "It is good, and the framework of 2018 was the same for all.",
    "The verdict is far from outstanding.",
    "Kent is still a long way from outstanding.",
    "Leaders got the same grade as in 2019.",
    "The council has been rated good. The first director was appointed in 2019.",
    "The borough, last inspected in 2019, was rated good.",
    "Officers have worked hard since the last inspection to be rated good.",
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
