"""Praise or shortfall: what a clause says of services, whatever words it uses."""

from __future__ import annotations

import pytest

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.polarity import polarity

SHORTFALLS = [
    "plans are not always clear",
    "children are rarely asked what they think",
    "nobody checks whether plans have worked",
    "schools are not told when a plan ends",
    "supervision is too light",
    "core groups meet too seldom",
    "managers were unsure who was responsible",
    "thresholds are misunderstood",
    "step-down decisions want recording",
    "police notices have to be read within a day",
    "letters take months to be answered",
    "early help depends on who picks up the phone",
    "social workers have yet to meet the children",
    "little progress has been made",
    "leaders did not recognise drift",
    "children were not seen alone",
    "visits could be fuller",
    "numbers rose faster than the council could plan for",
    "well-meaning staff are overwhelmed",
    "there is still work to do",
    "leaving toddlers at risk of harm",
    "drift leaves babies exposed",
    "some teenagers remain in danger",
    "there are still improvements to be made",
    "a good deal of work is still to be done",
    "managers are better at counting visits than judging them",
    "half of them are placed far from the county",
    "the service is working from a very low base",
    "leaders do not know what needs to be done",
    "managers have not taken decisive action to tackle drift",
    "the absence of a clear plan is felt",
    "concerns about children are not acted on",
    "children who are neglected wait too long",
    "help for families who are struggling comes late",
    "it remains a cause for concern",
    "caseloads have gone up",
    "visits have become rarer",
    "referrals are passed to and fro",
    "the department rested on its laurels",
]
PRAISES = [
    "no child waits for a social worker",
    "personal advisers never give up on anyone",
    "children are seldom moved at short notice",
    "court work is done without a day’s delay",
    "there is a lack of drift in care proceedings",
    "the council has got to grips with its backlog",
    "waiting times have been halved",
    "help reaches families before things go wrong",
    "staff are not only kind but skilled",
    "turnover is low",
    "children go missing less often",
    "the duty team responds swiftly to new concerns",
    "leaders know where the weak points are",
    "children are seen alone and listened to",
    "unaccompanied children are welcomed",
    "support is unstinting",
    "young people get help for as long as they need it",
    "managers are second to none",
    "when a baby was in danger, staff came at once and acted well",
    "after a sluggish beginning, help has been much improved",
    "directors knew what had to be done",
    "managers understand which of their teams are struggling",
    "the two boards know their strengths and areas needing development",
    "recording is no longer a cause for concern",
    "not one foster home has broken down since spring",
    "none of the reviews are overdue",
    "there is a refreshing absence of complacency",
    "leaders took decisive action in response to failings in supervision",
    "the strong support of partners for a plan to cut delay",
    "a thorough response to failings in supervision which has helped staff",
    "children who had been neglected are settled and thriving",
    "staff prevent teenagers from being left at risk",
    "failings are beginning to be tackled",
    "carers show care and concern for every child",
    "caseloads have come down",
    "turnover is below a tenth",
    "the number of missed visits has dropped",
    "planning has become sharper",
    "supervision has grown more regular",
    "the service has not rested on its laurels",
    "the council ended its reliance on agency staff",
]
NEITHER = [
    "the council has 400 children in care",
    "plans are made",
    "the inspection lasted two weeks",
    "nobody is asked to do what they cannot do",
]


@pytest.mark.parametrize("clause", SHORTFALLS)
def test_a_shortfall_is_one_whatever_praise_stands_in_it(clause: str) -> None:
    assert polarity(clause) is Polarity.IMPROVEMENT


@pytest.mark.parametrize("clause", PRAISES)
def test_a_denial_of_what_is_bad_is_praise(clause: str) -> None:
    assert polarity(clause) is Polarity.STRENGTH


@pytest.mark.parametrize("clause", NEITHER)
def test_what_shows_neither_is_neither(clause: str) -> None:
    assert polarity(clause) is None
