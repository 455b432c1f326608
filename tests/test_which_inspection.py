"""When the inspection at hand was, and under which framework, beside others that a text tells of."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Inspection
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

LEAD = "Barnet Council’s children’s services have been rated good by Ofsted."


def main_one(words: str) -> Inspection:
    found = gather(read_text(f"{LEAD}\n\n{words}\n".encode(), Source("one", "one.txt", "")))
    return found.inspections[0]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("The grade, following the inspection which took place 3-7 March 2025, goes for every area.", "2025-03-03", "2025-03-07"),
        ("Ofsted wrote its report after visiting us in May and June 2016.", "2016-05", "2016-06"),
        ("The latest inspection was carried out back in September 2023.", "2023-09", "2023-09"),
        ("Members heard that Ofsted, which visited in the autumn of 2022, was pleased.", "2022", "2022"),
        ("4 May 2024\n\nA monitor read out the letter about February’s monitoring visit.", "2024-02", "2024-02"),
        ("History\n\nMay 2023: After a visit by inspectors in February, Ofsted wrote of drift.", "2023-02", "2023-02"),
        ("History\n\nJanuary 2023: Following an inspection in November, Ofsted wrote of drift.", "2022-11", "2022-11"),
        ("Ofsted, best known for what it says of schools, came to the borough in March 2023.", "2023-03", "2023-03"),
        ("The watchdog (whose chief is new), which goes into nurseries as well, visited in June 2023.", "2023-06", "2023-06"),
        ("Ofsted told it in July 2021, after a focused visit, that plans were thin. It came for an inspection in March 2022.", "2022-03", "2022-03"),
        ("At a monitoring visit in May 2021 managers were new. Ofsted’s inspection in October 2021 was kinder.", "2021-10", "2021-10"),
        ("It was inspected in January 2021. A focused visit in July 2021 by Ofsted was about care leavers.", "2021-07", "2021-07"),
        ("Inspectors came in May 2023. The council’s own review, after Ofsted’s, took place in September 2023.", "2023-05", "2023-05"),
        ("In a report that came out in July 2024, after an inspection in May 2024, Ofsted praised it.", "2024-05", "2024-05"),
        ("The letter in August 2024 was short. Inspectors had called in May 2024.", "2024-05", "2024-05"),
        ("When were the inspectors here? The week of 6 March 2023 and the week after that, until 17 March 2023.", "2023-03-06", "2023-03-17"),
    ],
)  # fmt: skip
def test_the_inspection_at_hand_is_dated(words: str, start: str, end: str) -> None:
    one = main_one(words)
    assert one.start is not None
    assert one.end is not None
    assert (one.start.value.iso(), one.end.value.iso()) == (start, end)


@pytest.mark.parametrize(
    "words",
    [
        "Previously, the homes that the council runs for teenagers had been found wanting in June 2019 during an inspection.",
        "In June 2019 the watchdog found delays.\n\nInspectors say that much has changed since the 2019 report.",
        "In June 2019 the watchdog found delays.\n\nStaff have been told of gains since the last full inspection in 2019.",
        "The borough had previously been judged adequate for its fostering by inspectors in May 2012, and weak for its care leavers in July 2013.",
        "It was first judged inadequate in June 2019, and no effort has been spared.",
        "That is one grade better than inspectors gave it in the last such report, in June 2019.",
        "Members heard in June 2019 that Ofsted had been sorry to see drift.",
        "In a letter of June 2024, after inspectors had called, the watchdog told of drift.",
        "Ofsted’s findings were brought out in June 2024.",
        "Its verdict came out in June 2024.",
        "In June 2019 the minister commissioned an urgent review of the deaths of two boys.",
        "In June 2019, councillors demanded an inquiry before inspectors came.",
        "In June 2019 a new director was appointed after the inspection.",
        "In June 2019 Ofsted and the CQC found grave weaknesses in the help for children with special educational needs.",
    ],
)
def test_an_inspection_that_is_told_of_as_history_does_not_date_the_one_at_hand(words: str) -> None:
    assert main_one(words).start is None


@pytest.mark.parametrize(
    "words",
    [
        "The scrutiny panel went through the inspection report when it met on Monday 4 November 2024.",
        "Councillors debated Ofsted’s visit on 12 November 2024.",
        "The verdict came before the cabinet on 5 November 2024, a month after inspectors left.",
        "The visit was on the agenda of a cabinet meeting on 4 November 2024.",
        "The inspection report went to the scrutiny committee in October 2024.",
        "Members were told in October 2024 of the visit.",
        "Ann Oakapple, who took over as director on 7 October 2024, welcomed the inspection.",
        "The inspection was welcomed by the minister, who visited on 7 October 2024.",
        "The children’s minister visited the borough in September 2024 to hear of the inspection.",
        "Barnet’s own review of its front door, before Ofsted’s, took place in September 2024.",
        "A new front-door team, which Ofsted asked for, began in September 2024.",
    ],
)
def test_what_others_did_on_a_day_does_not_date_the_inspection(words: str) -> None:
    assert main_one(words).start is None


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("Members heard of the visit which took place on 4 November 2024.", "2024-11-04"),
        ("8 January 2024\n\nThe committee was told about November’s inspection.", "2023-11"),
    ],
)
def test_a_meeting_may_tell_when_inspectors_came(words: str, start: str) -> None:
    one = main_one(words)
    assert one.start is not None
    assert one.start.value.iso() == start


SIF_AREAS = """Children who need help and protection: good
Adoption performance: good
Leadership, management and governance: good"""


@pytest.mark.parametrize(
    ("words", "framework"),
    [
        (f"Inspectors came from 18 June to 12 July 2018.\n\n{SIF_AREAS}", "sif"),
        ("Inspectors came from 18 June to 29 June 2018.", "ilacs-2018"),
        (
            "It was good for the impact of leaders and for the experiences and progress of children in care and for those children leaving care.",
            None,
        ),
        (f"Inspectors came from 18 November to 29 November 2019.\n\n{SIF_AREAS}", "ilacs-2018"),
    ],
)
def test_areas_of_a_framework_that_has_just_ended_tell_of_a_late_inspection_under_it(
    words: str, framework: str | None
) -> None:
    assert main_one(words).framework == framework


@pytest.mark.parametrize(
    "words",
    [
        "The inspection, in May 2024, was led by Ann Oakapple.",
        "HMI Ann Oakapple led the inspection, from 8 to 19 July 2024.",
        "Ann Oakapple, who headed up the inspection team, wrote to the council.",
    ],
)
def test_who_led_the_inspection(words: str) -> None:
    assert main_one(words).lead_inspectors == ("Ann Oakapple",)


def test_who_leads_something_else_is_no_lead_inspector() -> None:
    assert main_one("Ann Oakapple, who leads the council, met inspectors in May 2024.").lead_inspectors == ()


def test_when_a_framework_began_is_no_inspection() -> None:
    words = "It was inspected in May 2015. No other council has done so well since the inspection framework began in November 2013."
    found = gather(read_text(f"{LEAD}\n\n{words}\n".encode(), Source("one", "one.txt", "")))
    assert [one.start.value.iso() for one in found.inspections if one.start] == ["2015-05"]


@pytest.mark.parametrize(
    "words",
    [
        "This news follows a series of monitoring visits by inspectors.",
        "Staff are getting ready for Ofsted to undertake its first monitoring visit.",
    ],
)
def test_visits_that_are_only_mentioned_do_not_take_the_grade(words: str) -> None:
    found = gather(read_text(f"{LEAD}\n\n{words}\n".encode(), Source("one", "one.txt", "")))
    assert [(one.grade.value, one.current) for one in found.judgements] == [("good", True)]


def test_a_text_that_comes_back_to_old_news_is_about_no_inspection_of_then() -> None:
    text = (
        "17 May 2025\n\nIt is twelve months since the flags went up in Barnet.\n\n"
        "In May 2024 Barnet Council’s children’s services were rated outstanding by Ofsted."
    )
    found = gather(read_text(text.encode(), Source("one", "one.txt", "")))
    assert [one.current for one in found.judgements] == [False]


def test_what_hangs_on_an_inspection_to_come_is_no_earlier_one() -> None:
    words = "Inspectors came in May 2019. The group will meet until then, subject to a good inspection by June 2018."
    found = gather(read_text(f"{LEAD}\n\n{words}\n".encode(), Source("one", "one.txt", "")))
    assert [one.start.value.iso() for one in found.inspections if one.start] == ["2019-05"]


@pytest.mark.parametrize(
    ("words", "framework"),
    [
        ("Inspectors spoke to children in need of help and protection, children looked after and young people who had left.", "sif"),
        ("Ofsted’s report of March 2021 runs to twelve pages.", "ilacs-2018"),
        ("Members learned in March 2016 that the watchdog had found gains.", "sif"),
        ("Two thirds of the report of March 2018 is about care leavers.", None),
        ("Since the report of March 2021 the teams have grown.", None),
        ("Inspectors were in the borough from 3 to 27 June.", "sif"),
        ("The inspection took place between 12 January and 5 February.", "sif"),
        ("Inspectors were in the borough from 3 to 14 June.", None),
        ("The grade comes after four weeks’ inspection in June.", "sif"),
        ("Inspectors spent almost four weeks in the borough.", "sif"),
        ("The 4-week inspection was the first of its kind.", "sif"),
        ("The inspection was four weeks ago.", None),
        ("Inspectors last came in 2019. They were in the borough from 3 to 27 June.", None),
        ("In May 2016 Barnet was the first to go up, and it went from ‘inadequate’ to ‘good’.", "sif"),
        ("In July 2021, its services rose from inadequate to good.", "ilacs-2018"),
        ("In March 2013 its schools climbed from good to outstanding.", None),
        ("It was good for the impact leaders have on practice, and for its help for children in care and for care leavers.", "ilacs-2023"),
    ],
)  # fmt: skip
def test_the_framework_where_no_inspection_is_dated(words: str, framework: str | None) -> None:
    assert main_one(words).framework == framework


@pytest.mark.parametrize(
    ("words", "framework"),
    [
        ("The new court team will not be whole before 2016.", "sif"),
        ("“We shall have our own homes by the summer of 2017,” said the director.", "sif"),
        ("The council hopes to be good by March 2016.", "sif"),
        ("It is due to be inspected again by 2018.", None),
        ("The old leader promised that all will be well by 2016.", None),
        ("In 2013 it said that all should be well by 2016.", None),
    ],
)
def test_a_year_to_come_is_the_last_of_what_a_text_tells(words: str, framework: str | None) -> None:
    lead = "Barnet Council’s children’s services require improvement, Ofsted has said."
    text = f"{lead}\n\nThey were found inadequate in 2012.\n\n{words}\n"
    [inspection, *_] = gather(read_text(text.encode(), Source("one", "one.txt", ""))).inspections
    assert inspection.framework == framework


@pytest.mark.parametrize(
    ("words", "framework"),
    [
        ("Its team was in the borough from 4 to 15 March 2019 for its inspection.", "ilacs-2018"),
        ("Its team was in the borough from 5 to 29 May 2015.", "sif"),
        ("Its team came from 4 to 5 March 2019 on a visit.", None),
        ("With other inspectorates it was in the borough from 4 to 22 March 2019.", None),
        ("Ofsted and the CQC were in the borough from 4 to 15 March 2019.", None),
    ],
)
def test_a_visit_of_weeks_is_an_inspection_though_no_grade_is_told(words: str, framework: str | None) -> None:
    text = f"Ofsted has written about Barnet Council’s children’s services.\n\n{words}\n"
    [inspection] = gather(read_text(text.encode(), Source("one", "one.txt", ""))).inspections
    assert inspection.framework == framework


@pytest.mark.parametrize(
    ("lead", "framework"),
    [
        ("Barnet Council’s child protection is adequate, Ofsted has said. Leadership and governance and the quality of practice were looked at.", "apc-2012"),
        ("Barnet Council’s services are adequate overall, say inspectors, who came in July 2013. The capacity to improve is good.", "lac-2013"),
        ("Barnet Council’s services require improvement overall, and adoption is good, Ofsted has said. Its arrangements for the protection of children had been adequate in 2012.", "sif"),
        ("Barnet Council is at odds with Ofsted over a report that nobody has seen.\n\nInspectors came in May 2024. Its services are still rated inadequate.", None),
        ("Ofsted came to Barnet Council in May 2024, but its letter has yet to be published.\n\nIts services are still rated inadequate.", None),
        ("Ofsted came to Barnet Council in May 2024, and its report has been published.\n\nIts services are rated inadequate.", "ilacs-2023"),
        ("Children in care in Barnet are let down, Ofsted has said.\n\nBarnet Council’s services are inadequate, say inspectors, who came in July 2013.", "lac-2013"),
        ("Barnet Council’s help for looked-after children is inadequate, Ofsted has said.\n\nInspectors came in June 2013.", "lac-2013"),
        ("Barnet Council’s services are inadequate, say inspectors, who came in June 2013.\n\nIts child protection teams are overrun.", "apc-2012"),
        ("Barnet Council’s services are inadequate, say inspectors, who came in June 2013.\n\nIts children in care were at risk.", None),
        ("Inspectors came to Barnet Council without a word in November 2012 to see what it did, night and day, to protect children.", "apc-2012"),
        ("Barnet Council has read Ofsted’s report on drift in its child protection teams.\n\nInspectors came in November 2012.", "apc-2012"),
    ],
)  # fmt: skip
def test_the_framework_by_what_a_text_tells(lead: str, framework: str | None) -> None:
    [inspection, *_] = gather(read_text(f"{lead}\n".encode(), Source("one", "one.txt", ""))).inspections
    assert inspection.framework == framework


@pytest.mark.parametrize(
    ("words", "framework"),
    [
        ("The letter came after a ‘third and last’ monitoring visit in July.", "monitoring-visit"),
        ("There is a monitoring visit each quarter in Barnet.", None),
        ("Beside its usual focused visits Ofsted called for tea.", None),
    ],
)
def test_visits_by_their_number_and_by_habit(words: str, framework: str | None) -> None:
    text = f"Ofsted has written to Barnet Council about its children’s services.\n\n4 September 2024\n\n{words}\n"
    found = gather(read_text(text.encode(), Source("one", "one.txt", ""))).inspections
    assert [one.framework for one in found[:1] if one.framework] == ([framework] if framework else [])
