"""Findings without a word of praise or blame, and what only looks like one."""

from __future__ import annotations

import pytest

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.polarity import polarity
from finding_texts import found_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # practice as it should be
        (
            "Inspectors found that children see their social workers often.",
            ["+ children see their social workers often"],
        ),
        (
            "The letter says that decisions are made within a day and that parents are told why.",
            ["+ decisions are made within a day", "+ parents are told why"],
        ),
        (
            "They said there are enough foster homes for teenagers.",
            ["+ there are enough foster homes for teenagers"],
        ),
        ("Visits happen every two weeks, the report adds.", ["+ Visits happen every two weeks"]),
        ("Inspectors noted that the council looks after 600 children.", []),
        ("Inspectors said that the number of children in care has risen.", []),
        # what people told the inspectors
        (
            "Young people told inspectors that they felt safe.",
            ["+ Young people told inspectors that they felt safe"],
        ),
        ("Young people told the council that they felt safe.", []),
        # a verb that is denied
        (
            "They were not satisfied that interviews happen quickly.",
            ["- interviews happen quickly"],
        ),
        ("Inspectors did not find any children at risk.", []),
        # praise for candour is praise
        ("Leaders were praised for being open about mistakes.", ["+ being open about mistakes"]),
        ("Particular praise went to the edge-of-care team.", ["+ the edge-of-care team"]),
        (
            "Ofsted said advice for adopters was a strength, while support for carers was less developed.",
            ["+ advice for adopters was a strength", "- support for carers was less developed"],
        ),
        # demands
        ("There was room for improvement in the way risks are recorded.", ["- the way risks are recorded"]),
        (
            "Ofsted called on the council to improve the timeliness of visits and the recording of decisions.",
            ["- improve the timeliness of visits", "- the recording of decisions"],
        ),
        (
            "Inspectors praised foster carers. It was told more work is needed to find homes closer to the town.",
            ["+ foster carers", "- find homes closer to the town"],
        ),
        (
            "However, Ofsted identified shortcomings in the response to neglect.",
            ["- the response to neglect"],
        ),
        # who found it stands between two clauses
        (
            "Morale had improved, they found, and social workers said they felt listened to.",
            ["+ Morale had improved", "+ social workers said they felt listened to"],
        ),
    ],
)
def test_what_is_said_to_have_been_found(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "Ofsted also says:\n\nLeaders know the service inside out.\n\nLife story books are finished late."
                "\n\nThe council’s director said she was pleased."
            ),
            ["+ Leaders know the service inside out", "- Life story books are finished late"],
        ),
        (
            (
                "Inspectors found much to commend. In particular:\n\na) Carers feel part of the team\n"
                "b) The workforce is now largely permanent\n"
            ),
            ["+ Carers feel part of the team", "+ The workforce is now largely permanent"],
        ),
        (
            (
                "The authority has three months to:\n\n1. Improve the quality of assessments\n"
                "2. Check that every child is spoken to alone\n"
            ),
            ["- Improve the quality of assessments", "- Check that every child is spoken to alone"],
        ),
        (
            (
                "There was plenty for us to think about too:\n\n- Case summaries are missing from some records\n"
                "- The voice of fathers is not strong enough\n"
            ),
            ["- Case summaries are missing from some records", "- The voice of fathers is not strong enough"],
        ),
    ],
)
def test_what_lists_hold(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        # fragments of sentences that tell of the report
        "The widespread failings were revealed this week when the report was published.",
        "The report makes 12 recommendations, some to be carried out at once.",
        "Inspectors found cause for concern.",
        # other people’s words
        "Inspectors said that Northtown MP Jo Bloggs described it as an outrageous failure.",
        "The report said she was deeply sorry for letting children down.",
        "Children are now seen more regularly, according to the council.",
        # an earlier inspection
        "The previous inspection, in 2019, found that records were poor.",
        "The council was rated inadequate in 2018, when inspectors found children at risk.",
        # grades in quotation marks
        "The report says: “Services for children in need of adoption require improvement.”",
        # what a company or a team is for
        "Inspectors were not wholly happy. Services are run by a trust, which is owned by the council.",
    ],
)
def test_what_is_no_finding(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("children are now visited more regularly", Polarity.STRENGTH),
        ("children’s needs are now better met", Polarity.STRENGTH),
        ("leaders had a clear understanding of the problem", Polarity.STRENGTH),
        ("no children were found to be at immediate risk of harm", Polarity.STRENGTH),
        ("help comes before problems get out of hand", Polarity.STRENGTH),
        ("children know how to complain", Polarity.STRENGTH),
        ("many weaknesses have been effectively addressed", Polarity.STRENGTH),
        ("agency staff make up a smaller part of the workforce", Polarity.STRENGTH),
        ("their commitment is clear and unambiguous", Polarity.STRENGTH),
        ("there is no shortage of ambition", Polarity.STRENGTH),
        ("services have come a long way", Polarity.STRENGTH),
        ("children live a long way from home", Polarity.IMPROVEMENT),
        ("children are left at risk of harm", Polarity.IMPROVEMENT),
        ("those outside the county get less support", Polarity.IMPROVEMENT),
        ("care leavers lose touch with their advisers", Polarity.IMPROVEMENT),
        ("improvements still had to be made", Polarity.IMPROVEMENT),
        ("families wait longer than they should", Polarity.IMPROVEMENT),
        ("several changes of social worker made it harder to build trust", Polarity.IMPROVEMENT),
    ],
)
def test_which_way_a_clause_points(clause: str, kind: Polarity) -> None:
    assert polarity(clause) is kind
