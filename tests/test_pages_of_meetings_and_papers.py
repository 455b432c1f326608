"""Whom a page is about, when it was published, and which inspection it tells of, in the shapes that pages have."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

RATED = "Kent County Council’s children’s services were rated good by Ofsted."
REPORTED = "Kent County Council’s children’s services, Ofsted says in a letter, are on the mend."
THEME = "The two-day visit was chiefly about care leavers."
BOTH = (
    "Children with special educational needs in Derby are let down, inspectors say. It follows an inspection of Derby City Council"
    " by Ofsted and the Care Quality Commission."
)


def read(*paragraphs: str) -> Evidence:
    return gather(read_text("\n\n".join(paragraphs).encode(), Source("a", "a.txt", "")))


def framework(*paragraphs: str) -> str | None:
    found = read(*paragraphs).inspections
    return found[0].framework if found else None


def start(*paragraphs: str) -> str | None:
    found = read(*paragraphs).inspections
    return found[0].start.value.iso() if found and found[0].start else None


@pytest.mark.parametrize(
    ("paragraphs", "council"),
    [
        (["Council told to improve", "Inspectors said that managers at Devon County Council had lost their grip."], "Devon"),
        (["The Panel noted the inspection that took place in Barnsley in March 2024. Leeds was mentioned."], "Barnsley"),
        (["It was heard that inspectors had been in Barnsley for a week, and in Leeds before that."], "Barnsley"),
        (["A peer review led by Camden Council foresaw it. Rutland had last had a full inspection in 2015."], "Rutland"),
        (["Ofsted has said how badly children are helped in Wigan."], "Wigan"),
        (["Two neighbouring councils lend a hand", ("Leeds and Wakefield will help Bradford Council, which Ofsted rated"
          " inadequate."), "Bradford’s children’s services need it."], "Bradford"),
        (["Child protection in Bury is better, Ofsted has said.", ("It has been managed by Salford City Council since 2021."
          " Ann Oak of Salford City Council was glad.")], "Bury"),
        (["Ofsted has inspected our council.", "“We owe it to Bury’s children to do better,” said the leader."], "Bury"),
        (["Inspectors looked at what the council does.", "“It is no good for Bury’s youngest families,” she said.", "“It is for Bury’s families.”"], "Bury"),
        (["MPs call Bury Council to Westminster over child protection", "They had read the report on Bury’s children’s services."], "Bury"),
        (["One of two councils to be rated outstanding", "Devon County Council was rated outstanding. Only Leeds was too."], "Devon"),
    ],
)  # fmt: skip
def test_the_council_that_a_page_is_about(paragraphs: list[str], council: str) -> None:
    assert read(*paragraphs).council_name == council


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Two councils marked down in one day", "Devon County Council was rated inadequate.", "Torbay Council was rated inadequate by Ofsted."],
        ["New Ofsted verdicts this week", "Devon’s children’s services are good.", "Surrey’s children’s services are good, Ofsted has found."],
        ["Two councils hear good news", "Inspectors from the watchdog called on Torbay and Poole in May.", "Torbay is glad of Ofsted’s words."],
        ["Two of the first authorities to be inspected are done", "Devon and Surrey County Councils were both rated adequate by Ofsted."],
    ],
)  # fmt: skip
def test_a_page_on_several_councils_is_about_none_of_them(paragraphs: list[str]) -> None:
    found = read(*paragraphs)
    assert found.council is None
    assert found.judgements == ()
    assert [problem.key for problem in found.problems] == ["several-councils"]


def test_a_round_up_that_names_no_council_is_no_list_of_them() -> None:
    told = [
        problem.message
        for problem in read("Two councils must do better, inspectors say in a report.").problems
    ]
    assert told == ["the text tells of several councils; state the council in sources.yaml"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Both Devon County Council and Torbay Council were visited by inspectors in March 2015.", "2015-03"),
        ("The inspections of Devon County Council and Torbay Council took place in March 2015.", "2015-03"),
        (
            "Inspectors called at Devon County Council, Torbay Council and nine other councils in March 2015.",
            "2015-03",
        ),
        ("Inspectors called at Devon County Council in March 2015.", None),
    ],
)
def test_a_page_on_several_councils_dates_what_was_done_at_all(words: str, day: str | None) -> None:
    assert start("Two more councils have heard from Ofsted", words, "Torbay Council was good.") == day


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Both were visited in March 2015 and handed an “inadequate” judgement for children’s services.", "sif"),
        ("Both were inspected in March 2019 and came away with the second highest mark for children’s services.", "ilacs-2018"),
        ("Both were visited in March 2015, and their children’s services were rated ‘good’.", "sif"),
        ("Both were visited in March 2015 and told of drift in children’s services.", None),
    ],
)  # fmt: skip
def test_grades_of_several_councils_tell_of_inspections(words: str, expected: str | None) -> None:
    lead = "Two councils, Devon County Council and Torbay Council, have heard from Ofsted."
    assert framework("Two councils hear from Ofsted", lead, words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The Acting Director brought a report on the inspection of Safeguarding from 7 to 18 March 2011.",
        "The Director presented her report, which told of the inspection of looked after children on 7 to 18 March 2011.",
        "The Director submitted a report that set out how the inspection of safeguarding, from 7 to 18 March 2011, had gone.",
    ],
)
def test_minutes_that_name_no_council_date_the_inspection_of_their_own(words: str) -> None:
    found = read("Minutes", words, "Resolved – That the report be noted.")
    assert [problem.key for problem in found.problems] == ["council-unclear"]
    assert start("Minutes", words, "Resolved – That the report be noted.") == "2011-03-07"


def test_a_round_up_has_the_framework_that_all_its_councils_share() -> None:
    found = read(
        "Focused visits: the latest", "12 June 2024", *["Hull City Council", "Inspectors found delay."],
        *["Kent County Council", "Inspectors found care."], *["Bury Council", "Inspectors found zeal."],
    )  # fmt: skip
    assert (found.council, [one.framework for one in found.inspections]) == (None, ["focused-visit"])


def test_the_council_whose_own_minutes_do_not_name_it_keeps_its_inspection() -> None:
    found = read(
        "Agenda item", "In March 2024 the Council was inspected by Ofsted. The overall judgement was Good."
    )
    assert found.council is None
    assert [one.start.value.iso() for one in found.inspections if one.start] == ["2024-03"]
    assert [one.grade.value for one in found.judgements] == ["good"]
    assert [problem.key for problem in found.problems] == ["council-unclear"]


@pytest.mark.parametrize(
    "line",
    [
        "Meeting: 05/03/2024 - Children’s Services Overview and Scrutiny Panel and Corporate Parenting Board (Item 12)",
        "Minutes of the meeting of the Children, Families and Lifelong Learning Scrutiny Committee held on Tuesday 5 March 2024",
        "Report to Cabinet, dated 5 March 2024",
        "Meeting of the Children and Families Board, Tuesday 5 March 2024",
    ],
)
def test_a_page_of_a_meeting_is_of_its_day(line: str) -> None:
    found = read("Ofsted’s report", line, RATED).source.published
    assert found is not None
    assert found.value.iso() == "2024-03-05"


@pytest.mark.parametrize(
    "line", ["Next meeting: 5 March 2024", "The cabinet meeting on 5 March 2024 will hear more."]
)
def test_a_meeting_to_come_does_not_date_a_page(line: str) -> None:
    assert read("Ofsted’s report", RATED, line).source.published is None


@pytest.mark.parametrize(
    ("published", "words", "when"),
    [
        ("3 May 2013", f"{RATED} That was after an unannounced inspection last month.", "2013-04"),
        ("3 January 2014", f"{RATED} Inspectors came to Maidstone last month.", "2013-12"),
        ("3 May 2013", f"{RATED} The report came out last month.", None),
        ("3 May 2019", "Ofsted rated Kent County Council’s children’s services inadequate in February.", None),
        ("3 May 2019", "Kent County Council’s children’s services were inspected in February and rated inadequate.", "2019-02"),
        ("3 May 2019", f"{RATED} In January managers wrote a paper for inspectors that called them good.", None),
        ("3 May 2014", f"{RATED} That was under the framework, which came in last November.", None),
        ("3 May 2019", f"{RATED} All judgements made by the inspectors, who visited in early March, were good.", "2019-03"),
        ("3 May 2019", f"{RATED} Inspectors were here in March (4 to 8).", "2019-03-04"),
        ("3 May 2019", f"{RATED} Inspectors have been. Two of them spent 4 and 5 March with teams.", "2019-03-04"),
        ("3 May 2019", f"{RATED} It came after Ofsted had paid the county a visit at the start of the month.", "2019-05"),
        ("3 May 2019", f"{RATED} The report on the inspection came out earlier this month.", None),
        ("3 May 2019", f"{RATED} Inspectors called in March 2018. Much has been mended since, and an inspection in April 2019 found it so.", "2019-04"),
        ("3 May 2019", f"{RATED} That was after an inspection. A commissioner is to say by 12 April who should run them.", None),
        ("3 May 2019", f"{RATED} Inspectors were at Sessions House for a week early last month.", "2019-04"),
        ("3 May 2019", f"{RATED} A report last February on an inspection had called them weak.", None),
        ("3 May 2019", f"{RATED} Inspectors said so in a letter published after the March visit.", "2019-03"),
        ("3 May 2012", f"{RATED} Inspectors came in October. The report was published in January 2011.", None),
    ],
)  # fmt: skip
def test_when_the_inspection_was(published: str, words: str, when: str | None) -> None:
    assert start("Ofsted’s report", published, words) == when


@pytest.mark.parametrize(
    ("published", "words", "id_"),
    [
        ("2 June 2023", f"{RATED} All five areas were rated good.", "ilacs-2023"),
        ("2 June 2023", f"{RATED} It is in a report out today.", "ilacs-2023"),
        ("2 June 2023", RATED, None),
        ("2 June 2023", f"{RATED}\n\nChildren in care: good\n\nCare leavers: outstanding", "ilacs-2023"),
        ("2 June 2017", "Kent County Council’s children’s services fall short, say inspectors who spent four weeks there.", "sif"),
        ("2 May 2025", "Kent County Council’s children’s services await their next full inspection.", None),
        ("2 May 2024", f"{BOTH} It took place in March 2024. Ofsted rated Derby’s children’s services good in 2022.", "area-send-2023"),
        ("2 May 2024", f"{REPORTED} Monitoring visits since then have been kind.", None),
        ("2 May 2024", f"{REPORTED} It came out after its latest monitoring visit.", "monitoring-visit"),
        ("2 May 2024", f"{REPORTED} It came out after its second monitoring visit.", "monitoring-visit"),
        ("2 May 2024", f"{REPORTED} {THEME} Ofsted had said in 2022 that it required improvement.", "focused-visit"),
        ("2 May 2024", f"{REPORTED} {THEME} Ofsted had rated it inadequate in 2022.", "monitoring-visit"),
        ("2 May 2024", f"{REPORTED} When Ofsted paid it a visit it looked at care leavers. At its last inspection in 2022 Ofsted rated it good.", "focused-visit"),
        ("2 May 2012", f"{REPORTED} {THEME}", None),
        ("2 May 2024", f"{REPORTED} Ofsted was in Kent for two days to see how it helps care leavers.", "focused-visit"),
        ("2 May 2024", f"{REPORTED} Ofsted was in Kent two days after the fair to see how it helps care leavers.", None),
        ("2 May 2024", f"{REPORTED} It was written after a ‘focused visit’ in April.", "focused-visit"),
        ("2 May 2024", f"{REPORTED} There have been regular monitoring visits, the latest of which was in April.", "monitoring-visit"),
        ("2 May 2024", f"{REPORTED} There have been regular monitoring visits, and the latest letter is kind.", None),
        ("2 May 2024", f"{REPORTED} After spending two days in Kent on a monitoring visit, Ofsted saw better plans.", "monitoring-visit"),
        ("2 May 2024", f"{REPORTED} Inspectors were there late last month on what’s called a focused visit.", "focused-visit"),
    ],
)  # fmt: skip
def test_under_which_framework_it_was(published: str, words: str, id_: str | None) -> None:
    assert framework("Ofsted’s report", published, words) == id_


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Kent’s children’s services require improvement. The Local Safeguarding Children Board was rated inadequate by Ofsted.", "sif"),
        (("The overall effectiveness of arrangements to protect children in Kent is inadequate, Ofsted says. The quality of practice"
         " was judged adequate."), "apc-2012"),
        (f"{RATED} It was inadequate in 2019. The experiences and progress of care leavers are outstanding.", "ilacs-2023"),
        (f"{RATED} It was inadequate in 2019.", None),
        ("The adoption service in Kent was rated good by Ofsted. The council’s work has gathered pace since January 2014.", "sif"),
        ("The adoption service in Kent was rated good by Ofsted. The council’s work gathered pace in January 2014.", None),
        ("Kent County Council’s children’s services require improvement to be good, says Ofsted.", None),
        (f"{REPORTED} Inspectors were there on 14-15 May and looked at care leavers. It had required improvement in 2021.", "focused-visit"),
        (f"{REPORTED} Inspectors were there on 14-15 May and looked at care leavers.", None),
    ],
)  # fmt: skip
def test_a_framework_without_a_date(words: str, id_: str | None) -> None:
    assert framework("Ofsted’s report", words) == id_


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Inspectors, on their third monitoring visit, saw better plans.", "monitoring-visit"),
        ("Two inspectors have been in for a monitoring visit.", "monitoring-visit"),
        ("Inspectors had been in for a monitoring visit when the roof fell in.", None),
        ("Inspectors came for a monitoring visit in 2016.", None),
        ("The first monitoring visit by Ofsted has turned up better plans.", "monitoring-visit"),
        ("The first monitoring visit has not been announced.", None),
        ("The first monitoring visit has been fixed for June.", None),
    ],
)
def test_a_visit_is_at_hand_wherever_it_is_told_to_have_been_made(words: str, id_: str | None) -> None:
    rest = [f"The {word} is here." for word in ("mayor", "leader", "vicar", "bishop", "consul")]
    assert framework(REPORTED, *rest, words) == id_


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Look for the letter of 11 June 2018.", "2018-05-15"),
        ("The letter of 11 June 2018 said less. Three directors have gone since July 2020.", None),
    ],
)
def test_the_letter_on_a_visit_tells_its_year(words: str, when: str | None) -> None:
    assert (
        start(f"{REPORTED} Ofsted’s fifth monitoring visit was made between 15 and 17 May. {words}") == when
    )


@pytest.mark.parametrize(
    ("paragraphs", "when"),
    [
        (["Welcome", "Find services here", "Reports", "Our answer to Ofsted", "June 2024", RATED], "2024-06"),
        (["Welcome", "Find services here", "Reports", "Inspection:", "June 2024", RATED], None),
        (
            ["Welcome", "Find services here", "Reports", "June 2024", RATED, "May 2025", "A director came."],
            None,
        ),
        (
            ["Kent today", *[RATED] * 8, "Kent Today is published by Kent County Council, June 2024"],
            "2024-06",
        ),
        (["Kent today", *[RATED] * 8, "A report published by Ofsted, June 2024"], None),
    ],
)
def test_the_month_of_a_page_or_an_issue(paragraphs: list[str], when: str | None) -> None:
    found = read(*paragraphs).source.published
    assert (found.value.iso() if found else None) == when


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Six inspectors, led by Ann Oakapple, came for two weeks.", ("Ann Oakapple",)),
        ("A team led by Ann Oakapple was in the county for two weeks.", ("Ann Oakapple",)),
        ("(Lead inspector: Ann Oakapple)", ("Ann Oakapple",)),
        ("A letter by His Majesty’s Inspector Ann Oakapple says so.", ("Ann Oakapple",)),
        ("Inspectors praised the early help team led by Ann Oakapple.", ()),
        ("Inspectors saw the plan, which came out of a review led by Dame Ann Oakapple.", ()),
        ("A team led by Ann Oakapple looks after care leavers.", ()),
    ],
)
def test_who_led_it(words: str, names: tuple[str, ...]) -> None:
    assert read("Ofsted’s report", "2 May 2024", f"{RATED} {words}").inspections[0].lead_inspectors == names
