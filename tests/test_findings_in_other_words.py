"""Findings in the words and orders of papers and press offices, and what only sounds like one."""

from __future__ import annotations

import pytest

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.polarity import polarity, presumed
from finding_texts import found_in

PRAISED = "Inspectors praised the rota. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what is made of it stands first
        ("Also commended was the drop-in for young parents.", ["+ the drop-in for young parents"]),
        ("Of more concern were the long waits for counselling.", ["- the long waits for counselling"]),
        ("Less impressive was the recording of visits.", ["- the recording of visits"]),
        (
            "What lets the borough down, the report says, is the quality of its chronologies.",
            ["- the quality of its chronologies"],
        ),
        (
            "Asked where they saw weaknesses, inspectors pointed to the upkeep of contact rooms.",
            ["- the upkeep of contact rooms"],
        ),
        (
            PRAISED + "On the debit side, reviews often slip, and fathers are not invited.",
            ["+ the rota", "- reviews often slip", "- fathers are not invited"],
        ),
        # … or last
        (
            "The number of unfilled posts has fallen to four, which inspectors called remarkable.",
            ["+ The number of unfilled posts has fallen to four"],
        ),
        ("The night team won plaudits from inspectors.", ["+ The night team"]),
        ("The council drew criticism for its use of hostels.", ["- its use of hostels"]),
        # warmer and colder words
        ("Ofsted gives top marks to the duty desk.", ["+ the duty desk"]),
        ("Inspectors raised eyebrows at the cost of taxis.", ["- the cost of taxis"]),
        ("They took heart from a team that has stopped shrinking.", ["+ a team that has stopped shrinking"]),
        ("The council was taken to task over the storage of old files.", ["- the storage of old files"]),
        ("The report describes supervision as sporadic.", ["- supervision as sporadic"]),
        # a sample
        ("Of 90 plans looked at by inspectors, a third were out of date.", ["- a third were out of date"]),
        # people whom inspectors met
        ("Inspectors met teenagers who are settled and happy.", ["+ teenagers who are settled and happy"]),
        # practice without a word of praise goes on from what was found
        (
            "Inspectors found that help comes early. Managers explain their thinking when a case is closed.",
            ["+ help comes early", "+ Managers explain their thinking when a case is closed"],
        ),
        # minutes tell of this inspection in the past of the past
        (
            (
                "It was noted that inspectors had been complimentary about the duty desk. They had found that "
                "care leavers were supported to stay put."
            ),
            ["+ the duty desk", "+ care leavers were supported to stay put"],
        ),
        (
            "The council has been told to bring caseloads down and make sure that visits are kept.",
            ["- bring caseloads down", "- make sure that visits are kept"],
        ),
        (
            "The report advises that recommendations include cutting delay and sharing plans sooner.",
            ["- cutting delay", "- sharing plans sooner"],
        ),
        # what only names the kind announces the rest
        (
            "Three areas require attention, inspectors said. They are the supervision of staff, access to advocates and the use of data.",
            ["- the supervision of staff", "- access to advocates", "- the use of data"],
        ),
    ],
)
def test_a_finding_is_one_whatever_its_order(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In their report the inspectors comment that:\n\n1) staff feel heard;\n2) thresholds are clear.",
            ["+ staff feel heard", "+ thresholds are clear"],
        ),
        (
            "Ofsted set out where services need to go further. This relates to:\n\n- dental checks\n- chronologies",
            ["- dental checks", "- chronologies"],
        ),
        ("The report says we can build on this by:\n\n- booking interpreters", ["- booking interpreters"]),
        (
            (
                "3. Main findings\n\n3.1 Inspectors commented favourably on the stability of teams, and on its rota.\n\n"
                "3.2 It was noted that some plans lack dates and that reviews are often held late."
            ),
            [
                "+ the stability of teams",
                "+ its rota",
                "- some plans lack dates",
                "- reviews are often held late",
            ],
        ),
        ("What the council must do by law:\n\n- provide homes\n- publish an offer", []),
        ("Where you can get help:\n\n- the hub in town\n- the helpline", []),
    ],
)
def test_lists_are_known_by_who_speaks_above_them(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Staff marked the news with cake. Children sang at the town hall.",
        "The team moved to a new office in March.",
        "Our staff work tirelessly and families trust our teams.",
        "Families can call the helpline about their plans.",
        "\n\nBINS\n\nThe new caddies have been a great success.",
        "Online harm. The pier is closed.",
    ],
)
def test_what_others_do_or_say_of_themselves_is_no_finding(text: str) -> None:
    assert found_in(PRAISED + text) == ["+ the rota"]


def test_what_was_found_before_is_no_finding_of_this_inspection() -> None:
    assert found_in("They had found drift at their last visit, two years ago.") == []


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("children are seen quickly when somebody raises the alarm", Polarity.STRENGTH),
        ("help comes before problems become entrenched", Polarity.STRENGTH),
        ("plans are vague when managers are away", Polarity.IMPROVEMENT),
        ("records of visits gave little sense of the child", Polarity.IMPROVEMENT),
        ("only 40 per cent of children had a say", Polarity.IMPROVEMENT),
        ("a minority of children had had six or more social workers", Polarity.IMPROVEMENT),
        ("decisions were made without the full picture", Polarity.IMPROVEMENT),
        ("no evidence that children were at risk", Polarity.STRENGTH),
        ("the council had halved its use of agency workers", Polarity.STRENGTH),
        ("the need for quicker checks", Polarity.IMPROVEMENT),
        ("all but nine had been dealt with inside 24 hours", Polarity.STRENGTH),
    ],
)
def test_conditions_and_quantities_are_weighed(clause: str, kind: Polarity) -> None:
    assert polarity(clause) is kind


def test_what_tells_of_numbers_or_plans_is_presumed_to_be_neither() -> None:
    assert presumed("the council looks after 600 children") is None
    assert presumed("managers will ring every family") is None
    assert presumed("managers ring every family") is Polarity.STRENGTH


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Inspectors praised the rota. The letter goes on to say that visits are late and that:\n\n• Plans drift\n• Notes are thin",
            ["+ the rota", "- visits are late", "- Plans drift", "- Notes are thin"],
        ),
        (
            "Inspectors praised the rota. Some things were named in which they want to see more done. These include the use of data and how soon fathers are met.",
            ["+ the rota", "- the use of data", "- how soon fathers are met"],
        ),
        (
            "Inspectors said that while help for babies is warm, the timing of meetings, court work and reviews is poor.",
            ["+ help for babies is warm", "- the timing of meetings, court work and reviews is poor"],
        ),
        (
            "The letter said that the trust was “quick to learn” when it was told of this, as with a rise in referrals, for which a panel was set up.",
            ["+ the trust was “quick to learn” when it was told of this"],
        ),
        (
            "Inspectors saw parents being turned away with a leaflet and no word of when to come back.",
            ["- parents being turned away with a leaflet and no word of when to come back"],
        ),
        (
            "Inspectors called the duty officers calm and thorough.",
            ["+ the duty officers calm and thorough"],
        ),
        (
            "Inspectors praised the rota. One matter to which the report returns is how well carers are supported.",
            ["+ the rota", "+ how well carers are supported"],
        ),
        (
            "Oldham was told it could do better for babies, but Mary Bolt is sure that help is strong.",
            ["- it could do better for babies"],
        ),
        (
            "Inspectors said that although the council had vowed to cut caseloads, visits are late.",
            ["- visits are late"],
        ),
        (
            "Staff are exhausted, and Ofsted said, too, that turnover is high.",
            ["- turnover is high"],
        ),
    ],
)
def test_what_hangs_on_who_finds_is_cut_where_it_ends(text: str, found: list[str]) -> None:
    assert found_in(text) == found
