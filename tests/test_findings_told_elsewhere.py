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
        "Ofsted came in May. The inspection before that told of plans that were weak and late.",
        "Ofsted came in May. The report is fair, and the council says that it is under no illusion.",
        "Ofsted came in May, said the council. Whatever Ofsted has recommended will be done without delay.",
        "Ofsted’s report is out. The inspectors named three things.",
        "It is so, according to Ofsted, the Office for Standards in Education, Children’s Services and Skills.",
        "Ofsted praised the county for its work with children and families.",
        "Inspectors came in May to check progress in several areas:\n\n• How babies are placed\n• Help for carers",
        "Inspectors said that there was strong practice.",
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
