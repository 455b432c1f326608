"""Who finds it and when: other words for inspectors who do, and what councils say or earlier reports said."""

from __future__ import annotations

import pytest

from finding_texts import found_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The council won praise from the inspection agency for putting fathers first.",
            ["+ putting fathers first"],
        ),
        ("The inspection showed that carers are well trained.", ["+ carers are well trained"]),
        (
            "Inspectors commended the skilled work that is done with babies and praised the carers.",
            ["+ the skilled work that is done with babies", "+ the carers"],
        ),
        (
            "They praised the calm of its carers, making much of the trust that they win.",
            ["+ the calm of its carers", "+ the trust that they win"],
        ),
        ("The report accepts that ties with schools are good.", ["+ ties with schools are good"]),
        ("Ofsted report that managers know their staff well.", ["+ managers know their staff well"]),
        (
            "Inspectors put the progress in fostering down to the drive of its managers.",
            ["+ the drive of its managers"],
        ),
        (
            "The report attributes the decline in fostering to a shortage of carers.",
            ["- a shortage of carers"],
        ),
        (
            "Ofsted is particularly impressed that neighbours are asked to help.",
            ["+ neighbours are asked to help"],
        ),
        (
            "The sharper answer when babies go into hospital is another area backed by inspectors.",
            ["+ The sharper answer when babies go into hospital"],
        ),
        (
            "Quick advice is among the things praised in the report, as is the bond with schools.",
            ["+ Quick advice", "+ the bond with schools"],
        ),
        (
            "Highlights of the report included foster carers who know their babies well.",
            ["+ foster carers who know their babies well"],
        ),
        (
            "Managers have made steady progress in fostering, adds Ofsted’s report.",
            ["+ Managers have made steady progress in fostering"],
        ),
        (
            (
                "Warm homes were the result of open managers, according to the inspectors’ report after their visit "
                "in April."
            ),
            ["+ Warm homes were the result of open managers"],
        ),
        (
            "There were concerns that the response to runaways was patchy.",
            ["- the response to runaways was patchy"],
        ),
        (
            "Three years after a report found that staff were troubled, inspectors said that carers are thriving.",
            ["+ carers are thriving"],
        ),
        (
            "Services for carers have got worse since 2018 when they were last inspected, the report found.",
            ["- Services for carers have got worse since 2018 when they were last inspected"],
        ),
        (
            "Inspectors found that most plans are poor. They are unclear about who will do what.",
            ["- most plans are poor", "- They are unclear about who will do what"],
        ),
        (
            (
                "Feedback from the visit includes:\n\n• Frequent calls help carers feel supported.\n\n"
                "• Reviews are thorough and kind."
            ),
            ["+ Frequent calls help carers feel supported", "+ Reviews are thorough and kind"],
        ),
    ],
)
def test_inspectors_find_in_these_words_too(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        # what the council says of itself, and how it feels
        "Oldham Council has admitted it is “not surprised” by the findings and says stronger checks are in place.",
        "The council said it was delighted with the verdict and had carried through a strong plan.",
        "Oldham Council has welcomed the latest report from Ofsted, which it says is fair.",
        "Councillors have discussed a report by Ofsted.",
        # what is done about it
        "In response to the recommendations made, an action plan has been drafted.",
        "There are a number of things we must do to improve.",
        # what others found
        "A later review found that health visitors had ignored neighbours who raised concerns.",
        # what was found before
        (
            "In 2017 inspectors said that leaders had lost their grip.\n\n"
            "As a result, Ofsted said there were “widespread weaknesses in help for babies”."
        ),
        "At one point an improvement notice was served after babies were found to be left at risk.",
        "It was the first visit since 2010, when services were found to be strong.",
        # of what a report is, and when the inspection was
        "The council has been criticised in a watchdog report about how it cares for vulnerable children.",
        "The report stated that the inspection comes after the launch of a failing scheme.",
        # who was found guilty
        "Inspectors were critical. Nine men were jailed after they were found guilty of poor conduct.",
        # a mayor is no inspector
        "Assistant mayor Jo Bloggs said that work on the problems was “well under way”.",
        # an area that was graded
        "Aspects requiring improvement included the service’s overall effectiveness.",
    ],
)
def test_what_others_say_or_said_before_is_no_finding(text: str) -> None:
    assert found_in(text) == []


def test_what_the_council_says_ends_the_finding_before_it() -> None:
    text = (
        "Ofsted pointed to a lack of pace - but the Council now says it is putting in money to change that."
    )
    assert found_in(text) == ["- a lack of pace"]


def test_what_a_council_is_determined_to_become_is_no_grade() -> None:
    text = "Inspectors praised its determination to offer outstanding help."
    assert found_in(text) == ["+ its determination to offer outstanding help"]
    assert found_in("Inspectors judged leadership to be outstanding.") == []
