"""Lists of findings in every glyph and none, under every kind of lead-in, and the lists that are none."""

from __future__ import annotations

import pytest

from finding_texts import found_in

GLYPHS = [
    "•",
    "◆",
    "➢",
    "✔",
    "✅",
    "👉",
    "⚠️",
    "★",
    "☞",
    "→",
    "»",
    "~",
    "+",
    "*",
    "-",
    "–",
    "--",
    "o",
    "l",
    "ü",
    "§",
]


@pytest.mark.parametrize("glyph", GLYPHS)
def test_a_list_is_read_whatever_its_glyph(glyph: str) -> None:
    text = f"Inspectors liked:\n{glyph} Visits that are kept\n{glyph} Staff who stay\n\nThey will be back."
    assert found_in(text) == ["+ Visits that are kept", "+ Staff who stay"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "2."),
        ("1)", "2)"),
        ("(1)", "(2)"),
        ("a)", "b)"),
        ("(a)", "(b)"),
        ("a.", "b."),
        ("i.", "ii."),
        ("(i)", "(ii)"),
        ("2.1", "2.2"),
        ("1️⃣", "2️⃣"),
    ],
)
def test_a_list_is_read_however_it_is_numbered(numbers: tuple[str, str]) -> None:
    text = "Ofsted told the council to:\n{} keep its visits; and\n{} write its plans.\n\nMore soon.".format(
        *numbers
    )
    assert found_in(text) == ["- keep its visits", "- write its plans"]


@pytest.mark.parametrize(
    "lead",
    [
        "What went well",
        "What are we doing well?",
        "What inspectors loved:",
        "The good news",
        "Strengths",
        "Among the strengths, the report says:",
        "Picked out for praise:",
        "On the plus side, inspectors found:",
        "Inspectors commended us for:",
        "Here is what Ofsted said we get right:",
        "Highlights of the report",
        "They were impressed by:",
        "Bouquets",
        "Things to be proud of:",
        "In the report’s credit column:",
    ],
)
def test_a_lead_in_of_praise_makes_strengths(lead: str) -> None:
    text = f"The report is out.\n\n{lead}\n• The number of foster carers\n• Letters to parents\n\nThe leader spoke."
    assert found_in(text) == ["+ The number of foster carers", "+ Letters to parents"]


@pytest.mark.parametrize(
    "lead",
    [
        "Where we must do better",
        "What needs to change?",
        "Areas for improvement",
        "Areas where further progress is required:",
        "Even better if:",
        "Next steps",
        "The challenges ☹",
        "And what did they not like?",
        "Where it still hurts",
        "Ofsted wants us to look at:",
        "Inspectors were less impressed by:",
        "Five things to fix, according to the inspectors:",
        "The letter asks for:",
        "Within six months, to:",
        "To be developed further",
        "Their worries:",
        "Ofsted’s recommendations",
    ],
)
def test_a_lead_in_of_blame_or_demand_makes_areas_for_improvement(lead: str) -> None:
    text = f"The report is out.\n\n{lead}\n• The number of foster carers\n• Letters to parents\n\nThe leader spoke."
    assert found_in(text) == ["- The number of foster carers", "- Letters to parents"]


@pytest.mark.parametrize(
    "lead",
    [
        "What we are doing about it:",
        "The council has already:",
        "Since then we have:",
        "Our plans for next year",
        "What happens next",
        "We will:",
        "In response, the council will:",
        "Our priorities for the next year:",
        "The union is calling for:",
        "Residents want:",
        "Members asked officers for:",
        "What we offer:",
        "About you",
        "In other news",
        "Inspectors looked at:",
        "Services are judged in four areas:",
        "What families told us:",
    ],
)
def test_a_lead_in_to_anything_else_makes_nothing(lead: str) -> None:
    text = (
        f"The report is out.\n\n{lead}\n• A better front door\n• Less delay for children\n\nThe leader spoke."
    )
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # no glyph: lines without stops, with semicolons, or short sentences under a label
        (
            "What works\nNurses spot needs\nTeenagers run a forum\nWhat doesn’t\nWaits for therapy\nPlans for adults\n\n“I am glad,” she said.",
            ["+ Nurses spot needs", "+ Teenagers run a forum", "- Waits for therapy", "- Plans for adults"],
        ),
        (
            "The council must improve:\n\nthe pace of plans;\n\nthe use of data; and\n\nthe choice of homes.\n\nIt has a year.",
            ["- the pace of plans", "- the use of data", "- the choice of homes"],
        ),
        (
            "It is out.\n\nWhat they liked\n\nChildren have a say.\n\nSiblings meet often.\n\nWhat we will do\n\nWe will ask.",
            ["+ Children have a say", "+ Siblings meet often"],
        ),
        # a first line that only announces
        (
            "It is out.\n\nWhat to do better\n\nOfsted said that some things should be better.\n\nLetters are long.\n\nHomes are few.\n\nGoodbye!",
            ["- Letters are long", "- Homes are few"],
        ),
        # run together in one paragraph, with a glyph or with what is left of one
        (
            "Inspectors liked ◆ the speed of calls ◆ advice that is kind\n\nEven better if ◆ consent was recorded ◆ alarms rang",
            ["+ the speed of calls", "+ advice that is kind", "- consent was recorded", "- alarms rang"],
        ),
        (
            "The key strengths are l A team that lasts l Links with schools",
            ["+ A team that lasts", "+ Links with schools"],
        ),
        # numbers that go on within one item
        (
            "Ofsted’s recommendations\n\n(i) hold visits on time; (ii) finish plans; (iii) see every child.",
            ["- hold visits on time", "- finish plans", "- see every child"],
        ),
        # items wrapped over lines
        (
            "What must improve:\n-  A shared set of data, so that partners\n   can tell who is safe\n-  Minutes\n\nThat is all.",
            ["- A shared set of data, so that partners can tell who is safe", "- Minutes"],
        ),
        # an item with items of its own, and a line above the items
        (
            "What did they say needs to get better?\n* Support after 16, including\n   – laptops\n* Reviews\n\nThat is all.",
            ["- Support after 16", "- Reviews"],
        ),
        (
            "What did it say we do well?\nA. Among other things:\n» Thresholds\n» Partners agree\n\nSo there.",
            ["+ Thresholds", "+ Partners agree"],
        ),
        # numbered heads between lists
        (
            "3.3 What works well:\n• decisive action\n• a settled team\n\n3.4 Ofsted requires the council, in time, to:\n• finish assessments\n\n4. Money\n4.1 Good progress has been made on the budget.",
            ["+ decisive action", "+ a settled team", "- finish assessments"],
        ),
        # items in marks of their own
        (
            "Some of the many good things in the report:\n\n“Staff stay”\n\n“Plans help”\n\nWell done.",
            ["+ Staff stay", "+ Plans help"],
        ),
        # columns
        (
            "It is out.\n\nStrengths\tAreas to improve\nHelp comes early\tVisits to teenagers\nCarers stay\tCourt work\n\nBye.",
            ["+ Help comes early", "- Visits to teenagers", "+ Carers stay", "- Court work"],
        ),
        # a message sent on
        (
            "> Dear all\n>\n> The positives:\n>\n> * Siblings stay together\n> * The night team is thorough\n>\n> See you Monday",
            ["+ Siblings stay together", "+ The night team is thorough"],
        ),
        # a neutral lead-in leaves each item to itself, and orders are no praise
        (
            "Inspectors found that:\n• children are safe\n• plans drift\n\nThey left on Friday.",
            ["+ children are safe", "- plans drift"],
        ),
        (
            "The inspectors’ list is short:\n1) tell referrers what came of it\n2) end the closing of cases by letter\n\nBye.",
            ["- tell referrers what came of it", "- end the closing of cases by letter"],
        ),
        # a label above a neutral lead-in
        (
            "It is out.\n\nStrengths\n\nThe report said:\n• visits\n• letters home\n\nBye.",
            ["+ visits", "+ letters home"],
        ),
        # grades and what is done about them are no items
        (
            "What needs to improve:\n• Help and protection: good\n• We will hire forty staff\n• The pace of plans\n\nBye.",
            ["- The pace of plans"],
        ),
    ],
)
def test_lists_in_other_forms(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        # a headline is no label
        "Council told to do better\nBy Jo Bloggs, reporter\n15:22, 4 October 2023",
        # a numbered heading is no item
        "1. Children’s services\n\nThe grade was good.\n\n2. Roads\n\nPotholes need work.",
        # what a speaker lists
        "Leader Ann Sample said: “We will improve:\n• our visits\n• our plans.”",
        "DATES\n4 May Litter pick\n11 May Plant swap: improving the pond",
        "WHAT WE NEED FOR THE FETE\n- strong arms\n- good cakes",
    ],
)
def test_what_only_looks_like_a_list_of_findings(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    "noise",
    [
        "● Your views: write to The Editor, High Street",
        "• READ MORE: Bins are late again",
        "• Sign up for our newsletter",
        "• Email newsdesk@paper.example",
        "• Call our newsroom on 0121 000",
        "• Share this story",
    ],
)
def test_what_belongs_to_the_page_ends_a_list_and_is_none(noise: str) -> None:
    lines = "• The wait for a review\n• Management of the duty desk"
    assert found_in(f"It is out.\n\nOfsted wants to see better:\n{lines}\n{noise}\n\nThe leader spoke.") == [
        "- The wait for a review",
        "- Management of the duty desk",
    ]
    asked = "A spokesman for the charity said: ‘We would urge anybody who is worried to call.’"
    assert found_in(f"It is out.\n\n{asked}\n\n{noise}\n") == []


def test_an_item_that_only_begins_as_a_page_does_is_kept() -> None:
    items = ["Contact with brothers and sisters", "Call handling at night", "Share plans with families"]
    lines = "\n".join(f"• {item}" for item in items)
    assert found_in(f"It is out.\n\nOfsted wants to see better:\n{lines}\n\nThe leader spoke.") == [
        f"- {item}" for item in items
    ]


def test_reasons_for_which_a_council_could_not_be_good_lead_into_a_list() -> None:
    text = (
        "The report on Oldham gave four reasons for which it could not be “good”. Among these were:\n\n"
        "Plans not always being shared\n\nFathers not always being asked\n\nVisits are not always kept"
    )
    assert [one[0] for one in found_in(text)] == ["-", "-", "-"]


def test_one_item_with_a_full_stop_does_not_make_prose_of_a_list() -> None:
    text = (
        "Ofsted has written to the council after its visit.\n\nWhat the letter says\n\n"
        "• Inspectors found that carers are playful with babies.\n\n"
        "• Inspectors also found that panels help managers to choose well\n\n"
        "• Teenagers who come alone are met with warmth"
    )
    assert [one[0] for one in found_in(text)] == ["+", "+", "+"]
