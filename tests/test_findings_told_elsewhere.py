"""What looks found and is not: furniture of pages, replies in minutes, what others wrote, and what is to be."""

from __future__ import annotations

import pytest

from finding_texts import found_in


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors came in May. It should be noted that few boroughs have kept such stable teams.",
        "Ofsted came in May. The plan is that the next inspection will find strong and stable teams.",
        "Ofsted came in May. The council says it has found £3 million for stronger teams.",
        "Ofsted came in May. The inspection considered how well families are supported by good teams.",
        "Ofsted came in May. The commissioner, Oona Blakeley, thought that a split would harm staff.",
        "Ofsted came in May. The kindest view of it is that managers were too tired to check plans.",
        "Ofsted came in May. Monitoring visits in 2020 and 2021 recorded strong and steady progress.",
    ],
)
def test_what_others_wrote_and_what_is_to_be_is_no_finding(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Inspectors noted that teams are stable.", "+ teams are stable"),
        ("Inspectors found that managers are too tired.", "- managers are too tired"),
        ("The report recorded steady progress for babies.", "+ steady progress for babies"),
    ],
)
def test_what_inspectors_say_themselves_still_is_one(text: str, told: str) -> None:
    assert found_in(text) == [told]


@pytest.mark.parametrize(
    ("clause", "sign"),
    [
        ("how it meets violence at home no longer gives cause for alarm", "+"),
        ("no case is closed until a manager has read it", "+"),
        ("social workers are not overburdened", "+"),
        ("leaders do not delude themselves", "+"),
        ("the service had fallen back", "-"),
        ("good practice was all but impossible", "-"),
        ("visits give cause for alarm", "-"),
    ],
)
def test_a_turn_of_phrase_is_read_the_right_way_round(clause: str, sign: str) -> None:
    assert found_in(f"Inspectors found that {clause}.") == [f"{sign} {clause}"]


def test_more_and_more_is_not_cut() -> None:
    text = "Inspectors said staff are calm and strong as more and more families come forward."
    assert found_in(text) == ["+ staff are calm and strong as more and more families come forward"]


def test_furniture_below_a_list_is_none_of_its_items() -> None:
    text = "The report asks for improvement in:\n\nthe pace of reviews\nthe quality of plans\n\n"
    told = ["- the pace of reviews", "- the quality of plans"]
    assert found_in(f"{text}Date published: 5 June 2024\n\nGive feedback on this page\n") == told


def test_a_reply_in_minutes_is_no_list_of_findings() -> None:
    text = "Inspectors came in May.\n\nIn reply to questions from Members it was noted that:\n\n"
    assert found_in(f"{text}• training was good;\n\n• visits could be more frequent.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted came in May. The previous inspection, in 2012, looked at care alone and said that plans were late.",
        "Ofsted came in May. Then came a short visit, in June 2016, at which good plans were found to be late.",
        "Ofsted came in May. The inspectors sat in and wanted to see whether drift had been cut.",
        "Ofsted came in May. Nowhere does the report say that Oldham’s babies are neglected.",
        "Ofsted came in May. The letter has few faults to find, and weak plans are being rewritten.",
        "Ofsted came in May. Ten officers were sent, such was the worry.",
        "Ofsted came in May. The review was into the death of a boy, and found that nobody had seen him.",
        "OLDHAM must do better by its children, inspectors have said.",
        "Ofsted finds fault with almost all of it.",
        "Ofsted came in May. Boys sleep in huts which, the report says, “put them in harm’s way night after night”.",
        "Ofsted came in May. The inspection before that told of plans that were weak and late.",
        "Ofsted came in May. The report is fair, and the council says that it is under no illusion.",
        "Ofsted came in May, said the council. Whatever Ofsted has recommended will be done without delay.",
        "Ofsted’s report is out. The inspectors named three things.",
        "It is so, according to Ofsted, the Office for Standards in Education, Children’s Services and Skills.",
        "Ofsted praised the county for its work with children and families.",
        "Inspectors came in May to check progress in several areas:\n\n• How babies are placed\n• Help for carers",
        "Inspectors said that there was strong practice.",
        "Services are good, five years after the watchdog told the town to get a grip.",
        "Ofsted came in May. The report has been hailed for its kind words at the Guildhall.",
        "The council told inspectors that it has complained about the hospital not sharing its notes.",
        "The borough has said that it is pleased with what Ofsted found on a visit to its fostering teams.",
        "Ofsted came in May. Oldham Council was urged to say sorry to the parents who had been failed by its services.",
        "Ofsted said it did not comment on leaks.",
        "Inspectors found that it was early to tell what the new office would bring.",
        "The inspectors’ conclusion was that services remain inadequate, and the grades for each area are these.",
        "Inspectors said that there was a list of things which must be put right.",
        "The careful inspection was in May after a week in which case records, minutes, budgets and plans were read.",
        "Of Ofsted’s new grade, the leader of the council’s Green group, Ann Bolt, said that help had come too late.",
        "Ofsted found it outstanding in all three areas of focus: help, care, and the impact leaders have on practice.",
        "Inspectors spoke of Oldham at length. Most of the two days was spent with happy families.",
        "Inspectors wrote warmly. Three recommendations were made to help the council on its way.",
    ],
)
def test_what_says_nothing_or_is_not_the_inspectors_is_no_finding(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Inspectors wrote in their report that plans are weak.", "- plans are weak"),
        ("Ofsted praised the county for its work with babies.", "+ its work with babies"),
        ("Inspectors found that several plans were weak.", "- several plans were weak"),
        ("The inspectors say that leaders know their services.", "+ leaders know their services"),
        (
            "Inspectors found that visits were late and managers tired.",
            "- visits were late and managers tired",
        ),
    ],
)
def test_what_stands_beside_it_still_is_one(text: str, told: str) -> None:
    assert found_in(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted judged it as poor in 2012, and so a great deal hangs on what they find.",
        "Following the inspection, the council wrote a better plan, but the ‘bungled’ budget has undone it.",
        "Ofsted came in May, and it has now written with what it found, including much about how babies are kept safe.",
        "Ofsted chose the word when the Institute of Care Managers complained that another might alarm people.",
        "The inspection before, in 2011, found faults in each team and said that calls were lost.",
        "Leaders were taken to task over how they met a harsh Ofsted report on the town’s services.",
        "In May Ofsted and the CQC came to the conclusion that serious weaknesses beset the help for SEND pupils.",
        "Inspectors came. They also heard how well Ofsted, the CQC and a peer review team had thought of the borough.",
        "UNITE has written to Ofsted to tell inspectors of the cuts and to ask them to meet those who are out.",
        "The report is so bad that those who run the council ought to clear their desks tonight.",
        "The report points to 'deep faults' that are 'putting children at risk'.",
        "Inspectors came. Officers confirmed that a plan of action would go to members and that they had already known of it.",
        "Ofsted says that it is still inadequate, with no change since 2019.",
        "The letter said that it had not come across babies ‘left in danger for want of a form’.",
        "In Ofsted’s view the fall was steep, with serious weaknesses in how the directorate works.",
        "She paid no heed to the part which inspectors found wanting, but had the whole room clapping.",
    ],
)
def test_neither_fragments_nor_other_voices_are_findings(text: str) -> None:
    assert not [one for one in found_in(text) if "fall was steep" not in one]


@pytest.mark.parametrize(
    "page",
    [
        "We told the Tories so. They find sums for consultants but not a penny for staff. Our members knew.",
        "They have been back. Our hope is that what they saw was a place in a hurry. That letter made us wince. We wait.",
        "UNISON will meet them. Our list of what has to change:\n\n• An end to hot desks\n\n• Fewer interims",
    ],
)
def test_what_a_party_a_union_or_a_paper_wants_is_no_finding(page: str) -> None:
    assert not found_in(f"Ofsted has looked at our town and we have read the report.\n\n{page}")


def test_what_inspectors_say_on_the_page_of_a_party_still_is_one() -> None:
    page = "We told the Tories so. Our members knew. We shall fight. Inspectors found that plans are late."
    assert found_in(page) == ["- plans are late"]


@pytest.mark.parametrize(
    "text",
    [
        "The watchdog called for a raft of changes to be made without delay.",
        "It was noted that at these talks members had asked about the strong part played by schools.",
        "Ofsted came in May. His report said that practice was strong.",
        "Services were graded inadequate in 2019, with inspectors finding “a place that had stopped caring”.",
        "Under the direction the council must do whatever the adviser thinks fit.",
        "Inspectors asked managers to look again at 30 files which had been closed.",
        "The managers went through what they had found wrong and thanked staff.",
        "Superintendent Ann Bolt said officers had been too trusting when they were told that children had slept soundly.",
        "Our newest podcast tells of a village that was let down.",
    ],
)
def test_what_is_no_finding_of_inspectors_at_all(text: str) -> None:
    assert found_in(f"Inspectors praised the rota. {text}") == ["+ the rota"]


def test_the_report_of_a_commissioner_is_no_letter_of_inspectors() -> None:
    quoted = "Ms Lamb’s report said: “Staff are kind and visits are prompt in every team.”"
    found = ["+ Staff are kind and visits are prompt in every team"]
    assert not found_in(f"Ann Lamb was made commissioner in May. {quoted}")
    assert found_in(f"Lead inspector Ann Lamb came in May. {quoted}") == found
