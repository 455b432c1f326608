"""Findings whose words of blame belong to praise, or the other way round: the grammar decides."""

from __future__ import annotations

import pytest

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.polarity import polarity
from finding_texts import found_in

GOOD, BAD = Polarity.STRENGTH, Polarity.IMPROVEMENT


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        # what is found good is named after something bad
        ("the answer to worries about babies was found to be effective", GOOD),
        ("the grip on backlogs was judged to be robust, with weekly checks", GOOD),
        ("support for families who struggle is well organised", GOOD),
        ("work against neglect has been swift", GOOD),
        ("that leaders have turned round a failing team has been a considerable achievement", GOOD),
        ("the tracking of delays is thorough, although notes are late", BAD),
        ("the tracking of delays is not thorough", BAD),
        ("delays for young people are well known", BAD),
        ("the impact of turnover is strong", BAD),
        ("weak oversight of plans is well documented", BAD),
        ("poor plans were found to be effective", BAD),
        ("the number of concerns is well above the average", BAD),
        # sheltered against something bad
        ("children are protected and cared for against harm and neglect", GOOD),
        ("teenagers are protected against every form of exploitation and violence", GOOD),
        ("children are not protected against harm", BAD),
        ("children in need of protection against harm are poorly served", BAD),
        # who knows what is weak knows it
        ("leaders have an accurate picture of where services are strong and where they are weak", GOOD),
        ("managers have a good understanding of the department’s own merits and weaknesses", GOOD),
        ("leaders lack a clear picture of where services are weak", BAD),
        ("managers have a poor understanding of their strengths and weaknesses", BAD),
        # what is not easy
        ("carers can find it hard to get advice", BAD),
        ("grandparents found the forms confusing and found it difficult to fill them in", BAD),
        ("families no longer find it hard to get an answer", GOOD),
        # what must be so before something improves
        ("ensuring that audits are frank is vital to improving practice", BAD),
        ("making sure that every carer is trained is essential if services are to get better", BAD),
        ("reading with carers is vital to children", None),
        ("learning from complaints is central to improving practice", GOOD),
        ("practice has to become stronger", BAD),
        ("thresholds need to get clearer", BAD),
        ("practice has become stronger", GOOD),
        # nothing is bad
        ("no part of the service has got worse", GOOD),
        ("no baby was found to be in immediate danger", GOOD),
        ("no teenagers have been found in situations of unmanaged risk", GOOD),
        ("the service has got worse", BAD),
        ("no baby was seen in time", BAD),
        # more of something good, got or only wanted
        ("care leavers get more consistent help into adult life", GOOD),
        ("carers should get more consistent advice", BAD),
        ("children would benefit from more consistent help", BAD),
        # few of what is bad
        ("the county has few vacancies and seldom relies on agency staff", GOOD),
        ("the county relies on agency staff and has too few carers", BAD),
        # who lives far away is among those who are settled
        ("most children are settled, including those who live outside the county", GOOD),
        ("despite the rise in demand, most children live near home", GOOD),
        ("many children live outside the county", BAD),
        ("young people placed a long way from the city were kept in touch with", GOOD),
        ("young people are placed a long way from the city", BAD),
        # how hard one tries, and what has been mended
        ("staff try very hard to see that fathers are heard", GOOD),
        ("the dates in the plans are hard to see", BAD),
        ("leaders have gone a long way towards putting right what was wrong", GOOD),
        ("the council has a long way to go", BAD),
        ("there are none better in the north", GOOD),
        ("letters to carers are never formulaic", GOOD),
        ("letters to carers are formulaic", BAD),
        ("health passports were found to be missing for some babies", BAD),
        ("the file says far less about fathers", BAD),
        # what earlier visits found is no longer so
        ("there is clear progress since earlier visits exposed weaknesses in recording", GOOD),
        ("this visit exposed weaknesses in recording", BAD),
    ],
)
def test_the_grammar_says_what_a_clause_is(clause: str, kind: Polarity | None) -> None:
    assert polarity(clause) is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a sentence is as the one before it was
        (
            "Inspectors found that training for carers is excellent. This is especially so for newcomers.",
            ["+ training for carers is excellent", "+ This is especially so for newcomers"],
        ),
        (
            "Inspectors found that reviews are weak. The same goes for plans that would benefit from dates.",
            ["- reviews are weak", "- The same goes for plans that would benefit from dates"],
        ),
        (
            "The report says: “Weak recording has left gaps. This is particularly the case for babies.”",
            ["- Weak recording has left gaps", "- This is particularly the case for babies"],
        ),
        (
            "The report says: “Help for fathers is excellent. That is especially true of evening groups.”",
            ["+ Help for fathers is excellent", "+ That is especially true of evening groups"],
        ),
        (
            "Inspectors found that reviews are weak. That is not the case for babies.",
            ["- reviews are weak"],
        ),
        (
            "Inspectors found that reviews are weak but visits are frequent. This is especially so in the north.",
            ["- reviews are weak", "+ visits are frequent"],
        ),
        ("Inspectors came in April. This is especially so for babies.", []),
        # what an area of improvement includes
        (
            (
                "Inspectors identified three areas for “urgent and immediate action”, including making improvements in "
                "fostering, cutting drift and collecting good figures."
            ),
            ["- making improvements in fostering", "- cutting drift", "- collecting good figures"],
        ),
        (
            "Two areas were marked for improvement, being the recording of consent and the supply of homes.",
            ["- the recording of consent", "- the supply of homes"],
        ),
        # what services needed to do, and in what regard
        (
            (
                "In terms of improvements, the Ofsted report stated that the council’s services needed to offer "
                "steady supervision."
            ),
            ["- offer steady supervision"],
        ),
        (
            "Inspectors said that staff knew what to do when they needed to act.",
            ["+ staff knew what to do when they needed to act"],
        ),
        (
            "While welcoming the gains, Ofsted noted that practice has to become sharper in pathway planning.",
            ["- practice has to become sharper in pathway planning"],
        ),
        # a `but` after something that is missing
        (
            "Ofsted identified “gaps in the supervision of staff”, but no babies were found to be in danger.",
            ["- the supervision of staff", "+ no babies were found to be in danger"],
        ),
        (
            "Inspectors praised the rota, but no babies were found to be in danger.",
            ["+ the rota, but no babies were found to be in danger"],
        ),
        (
            "Inspectors identified holes in the rota, but no babies were found to be in danger.",
            ["- holes in the rota", "+ no babies were found to be in danger"],
        ),
        (
            "Inspectors praised the fostering team, but recording was weak.",
            ["+ the fostering team", "- recording was weak"],
        ),
        (
            "Inspectors have praised Oldham for its carers, but want faster help for fathers.",
            ["+ its carers", "- faster help for fathers"],
        ),
        # on what course improvement is, and how it will last
        (
            "Inspectors said that the approach to improvement is on track.",
            ["+ the approach to improvement is on track"],
        ),
        (
            "The council was commended for its drive, with work under way so that improvements are kept up.",
            ["+ its drive, with work under way so that improvements are kept up"],
        ),
    ],
)
def test_what_stands_around_it_says_what_it_is(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("clause", "sign"),
    [
        ("leaders have not flinched from hard news", "+"),
        ("the drive to recruit has not let up", "+"),
        ("most of the gaps have now been closed", "+"),
        ("the gaps have not been closed", "-"),
        ("carers would not be without it", "+"),
        ("hardly any babies now live in hotels", "+"),
        ("hardly any babies are seen alone", "-"),
        ("no review is held here before somebody has asked the family", "+"),
        ("no review is held on time", "-"),
        ("leaders have a frank view of their own faults", "+"),
        ("the board needs a firmer grip on its audits", "-"),
        ("some teams hold more cases than is safe", "-"),
        ("managers are cut off from the front line", "-"),
    ],
)
def test_a_denial_of_something_bad_is_praise_and_a_need_is_none(clause: str, sign: str) -> None:
    assert found_in(f"Inspectors found that {clause}.") == [f"{sign} {clause}"]


def test_what_can_improve_is_no_praise() -> None:
    text = "The council was told by Ofsted that it can still improve in some areas, including the pace of reviews."
    assert found_in(text) == ["- the pace of reviews"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The visit brought out that staff on the phones listen well.",
            ["+ staff on the phones listen well"],
        ),
        ("The report sets out how well babies are matched.", ["+ how well babies are matched"]),
        (
            "Inspectors found drift. That nurses tell the town what it needs to know was remarked on as well.",
            ["+ nurses tell the town what it needs to know"],
        ),
        (
            "Ofsted’s report names the calm of its managers among its strengths.",
            ["+ the calm of its managers"],
        ),
        ("The letter lists late plans among its worries.", ["- late plans"]),
        (
            "The report is fair. There are some things to work on, among them how soon babies are weighed.",
            ["- how soon babies are weighed"],
        ),
        (
            "Among the points that the report singled out were a firm line of command and the trust of schools.",
            ["+ a firm line of command", "+ the trust of schools"],
        ),
        (
            "Cllr Hayes asked about the finding that some boys had not been told of their rights.",
            ["- some boys had not been told of their rights"],
        ),
        (
            "Inspectors found drift.\n\nIn adoption, the part that is yet to be good, families wait too long.",
            ["- families wait too long"],
        ),
    ],
)
def test_other_idioms_bring_in_findings_too(text: str, found: list[str]) -> None:
    assert [one for one in found_in(text) if one != "- drift"] == found


@pytest.mark.parametrize(
    ("clause", "sign"),
    [
        ("visits come when they should", "+"),
        ("plans are made as they should be", "+"),
        ("plans are not made as they should be", "-"),
        ("visits are not as often as they should be", "-"),
        ("staff stay in their posts for longer than they did", "+"),
        ("children stay in hotels for longer than they should", "-"),
        ("nobody is slow to see when a baby is in danger", "+"),
        ("managers have lost no time over missed visits", "+"),
        ("there is a great distance still to go before practice is sound", "-"),
        ("what comes next is of a lower standard", "-"),
    ],
)
def test_what_is_due_is_weighed(clause: str, sign: str) -> None:
    assert found_in(f"Inspectors found that {clause}.") == [f"{sign} {clause}"]
