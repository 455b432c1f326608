"""What is found of today: not what an earlier report said, not what others feel, not what a school is judged for."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.findings.past import Past
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source
from finding_texts import found_in


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 inspectors found drift and long waits.",
        "In November 2019, the watchdog found that visits were late.",
        "A visit in early 2021 found that plans were weak.",
        "It follows a damning report in 2016, which highlighted late reviews.",
        "Ofsted warned in July 2022 that caseloads were too high.",
        "Two years ago inspectors found that audits were poor.",
        "Our services were found to be inconsistent at their last full inspection.",
        "In its 2019 report Ofsted asked the council to:\n\n• cut caseloads\n• visit care leavers more often",
        "In 2019 inspectors found drift. They also said that fathers were ignored.",
        "In 2019 they found that plans were late.\n\nBut, in May, they said that visits were better.",
        "In 2017 Ofsted wrote: “Children wait far too long for help.”",
    ],
)
def test_what_was_found_earlier_is_no_finding_of_today(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In April 2024 inspectors found that visits were late.",
            ["- visits were late"],
        ),
        (
            "In their first visit since 2018, inspectors found that staff were kind.",
            ["+ staff were kind"],
        ),
        (
            "In 2019 inspectors found drift. They now say that plans are clear.",
            ["+ plans are clear"],
        ),
        (
            "Inspectors found that morale had improved since 2021.",
            ["+ morale had improved since 2021"],
        ),
    ],
)
def test_an_earlier_year_leaves_what_is_found_now(text: str, found: list[str]) -> None:
    assert found_in(text) == found


def test_without_a_year_of_its_own_every_year_is_an_earlier_one() -> None:
    words_ = "in 2018 inspectors found drift."
    assert Past(words_, None, None).is_told_in(words_)
    assert not Past(words_, 2018, None).is_told_in(words_)


def test_last_year_is_the_past_where_the_inspection_was_this_year() -> None:
    words_ = "in march last year inspectors found drift."
    assert Past("Ofsted visited in May this year.", 2024, None).is_told_in(words_)
    assert not Past("Ofsted visited in the spring.", 2023, None).is_told_in(words_)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an inspector who is named
        (
            "“Plans drift,” writes inspector Ada Holme. She adds that audits are weak.",
            ["- audits are weak"],
        ),
        (
            "Lead inspector Joe Brack praised the rota. He said that he was worried by delays in court.",
            ["+ the rota", "- delays in court"],
        ),
        # what others feel or say
        (
            "Inspectors said care leavers were happy with where they lived.",
            ["+ care leavers were happy with where they lived"],
        ),
        (
            "Inspectors said social workers told them they felt safe and valued.",
            ["+ social workers told them they felt safe and valued"],
        ),
        (
            "Inspectors praised the rota. Parents told them that they would recommend it.",
            ["+ the rota", "+ Parents told them that they would recommend it"],
        ),
        # what an aside parts
        ("It needs, Ofsted says, to get better at spotting neglect.", ["- get better at spotting neglect"]),
        (
            "Aspects to work on, the report says, are the use of data and the speed of visits.",
            ["- the use of data", "- the speed of visits"],
        ),
        # words in marks
        (
            "Inspectors found caseloads made it “very difficult” to do direct work.",
            ["- caseloads made it “very difficult” to do direct work"],
        ),
        # both sides of a sentence
        (
            "Inspectors praised the rota. Staff know families well, and their achievements are celebrated.",
            ["+ the rota", "+ Staff know families well", "+ their achievements are celebrated"],
        ),
        (
            "Inspectors found examples of good practice, they also found that plans were late.",
            ["+ examples of good practice", "- plans were late"],
        ),
        (
            "Inspectors named two worries, which the leader called familiar: posts stay empty, and plans are late.",
            ["- posts stay empty", "- plans are late"],
        ),
        # areas that are praised
        ("Inspectors were positive about adoption work.", ["+ adoption work"]),
        # demands
        (
            "The watchdog says managers must grip drift, and that plans should be clearer.",
            ["- grip drift", "- plans should be clearer"],
        ),
        (
            "Under the heading “What needs to improve” the council is told to look at the quality of its letters.",
            ["- the quality of its letters"],
        ),
        ("They didn’t like how long letters took.", ["- how long letters took"]),
        (
            "Three matters need attention. The first is the quality of records. The second is how they are kept.",
            ["- the quality of records", "- how they are kept"],
        ),
        # lists whose lead goes on
        (
            "Inspectors commented on a “much improved” service. In particular:\n\n• visits are on time\n• staff stay longer",
            ["+ a “much improved” service", "+ visits are on time", "+ staff stay longer"],
        ),
        (
            "Ofsted has asked us to focus on:\n\n• drift in plans\n• the speed of visits",
            ["- drift in plans", "- the speed of visits"],
        ),
        (
            "The trust has been told to prepare an action plan to address two failings:\n\n• late plans\n• lost files",
            ["- late plans", "- lost files"],
        ),
        (
            "The report names some area's for improvement which include:\n\n• A quicker answer to calls\n• More foster homes",
            ["- A quicker answer to calls", "- More foster homes"],
        ),
    ],
)
def test_findings_in_the_words_of_papers(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors identified areas where improvement is crucial.",
        "Inspectors recognised key areas of improvement as set out below.",
        "The report noted improvements in some areas.",
        "Problems were flagged up by inspectors.",
        "Inspectors found no widespread or serious failures.",
        "They praised the rota.\n\nMr Hale asked how many had left. The officer undertook to find out.",
        "They said it is good for two areas. It is requires improvement for the overall grade.",
        "They liked it. Children’s services cover help for families, fostering and adoption.",
        "The board was not looked at again this time.",
        "There is one area for priority action.",
        "Ministers say the service should move to a trust.",
    ],
)
def test_what_only_sounds_like_a_finding(text: str) -> None:
    assert [one for one in found_in(text) if one != "+ the rota"] == []


def test_findings_about_a_school_or_a_home_are_none_of_the_services() -> None:
    text = (
        "Island special school rated inadequate\n\n19 January 2024\n\n"
        "A special school run by Oldham Council has been put in special measures.\n\n"
        "Inspectors, who came in November, said that pupils were safe and that leaders do not know what is taught.\n"
    )
    evidence = gather(read_text(text.encode(), Source("d", "d.txt", "")))
    assert (evidence.strengths, evidence.improvements) == ((), ())


def test_what_a_home_is_judged_for_is_no_strength() -> None:
    told = "The inspector liked three things: how well children are helped and protected, and the effectiveness of leaders and managers."
    assert found_in(told) == []


@pytest.mark.parametrize(
    "text",
    [
        "Labour, however, accused the ruling group of making light of a “damning” report. They also said the regulator had found children at risk.",
        "The opposition said inspectors had missed the worst of the delays.",
        "Unison claimed that the report was right about caseloads. It also warned that staff were exhausted.",
        "Oldham Council says the report does acknowledge improvements in several areas.",
        "A paper drawn up by the council’s own officers lists four challenges – on pace, drift, waits and records. It concluded that practice was weak.",
        "The ombudsman found that letters were late.",
        "Three years after a bleak report said there were serious failures, the bunting is out.",
        "Cabinet was asked to approve the plan that follows the report.",
        "The council was required to prepare and publish a statement of what it will do about the inspectors’ findings.",
        "The report was read out. She expected Ofsted to visit the borough in May.",
        "The council said it welcomed the report and would act on it.",
        "Inspectors praised the rota. Much of what we need to do is to improve the consistency of plans.",
        "The report recognises that these changes will take time to bear fruit.",
        "Ofsted said that the council must take priority action.",
    ],
)
def test_what_parties_councils_and_the_law_say_is_no_finding(text: str) -> None:
    assert [one for one in found_in(text) if one != "+ the rota"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Inspectors said too many children move twice before they find a settled home.",
            ["- too many children move twice before they find a settled home"],
        ),
        (
            "They wanted to see more thought for fathers when concerns are first raised.",
            ["- more thought for fathers when concerns are first raised"],
        ),
        (
            "Inspectors found that work with schools has shown some improvement, although.",
            ["+ work with schools has shown some improvement"],
        ),
        (
            "The report says that more needs to be done for young carers.",
            ["- more needs to be done for young carers"],
        ),
        (
            "Inspectors highlighted that when toddlers were in danger, staff came at once and acted well.",
            ["+ when toddlers were in danger, staff came at once and acted well"],
        ),
        (
            "The report highlights “serious weaknesses” that are “leaving young children at risk of harm”.",
            ["- “serious weaknesses” that are “leaving young children at risk of harm”"],
        ),
        # plain sentences behind one that tells what the report says
        (
            "A letter from Ofsted says that staff are kind. Planning has become sharper. Chronologies are hard to follow.",
            ["+ staff are kind", "+ Planning has become sharper", "- Chronologies are hard to follow"],
        ),
        (
            "Inspectors praised the rota.\n\nA settled team of managers is now in post, and caseloads have come down.",
            ["+ the rota", "+ A settled team of managers is now in post", "+ caseloads have come down"],
        ),
        (
            "Inspectors praised the rota.\n\nThe party has a strong new leader. The mayor is popular and kind.",
            ["+ the rota"],
        ),
        (
            "In their view the service trusts its staff but does not always check what they do.",
            ["- the service trusts its staff but does not always check what they do"],
        ),
        (
            "Social workers know their children well, Ofsted has said in a report that is out today.",
            ["+ Social workers know their children well"],
        ),
    ],
)
def test_a_finding_stands_by_itself_as_what_its_main_clause_says(text: str, found: list[str]) -> None:
    assert found_in(text) == found
