"""Findings told in prose: who finds, what of it, in how many parts, and what is none."""

from __future__ import annotations

import pytest

from finding_texts import found_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # verbs of every warmth
        ("Inspectors admired the patience of youth workers.", ["+ the patience of youth workers"]),
        ("They were less taken with a patchy use of interpreters.", ["- a patchy use of interpreters"]),
        ("Inspectors were worried about teenagers placed in caravans.", ["- teenagers placed in caravans"]),
        ("The watchdog frets over loneliness among the over-21s.", ["- loneliness among the over-21s"]),
        ("It warned that supervision comes and goes.", ["- supervision comes and goes"]),
        ("Inspectors found, however, that plans drift.", ["- plans drift"]),
        (
            "They deplore, on the other hand, the time it takes to find a nursery.",
            ["- the time it takes to find a nursery"],
        ),
        # the passive
        ("Social workers were praised by Ofsted for their tenacity.", ["+ their tenacity"]),
        ("Managers were found to have good oversight.", ["+ Managers were found to have good oversight"]),
        ("Health checks were criticised as late.", ["- Health checks were criticised as late"]),
        ("Concerns were raised about drift in care planning.", ["- drift in care planning"]),
        # nouns
        ("One bright spot was the fostering team’s rota.", ["+ the fostering team’s rota"]),
        (
            "Their one grumble was that children wait too long for a dentist.",
            ["- children wait too long for a dentist"],
        ),
        ("The only recommendation is that every plan should be dated.", ["- every plan should be dated"]),
        ("Late plans and missed visits are among the reasons given.", ["- Late plans and missed visits"]),
        ("Health passports are one weak spot.", ["- Health passports"]),
        (
            "Set against them are a school that never gives up and a hub that is open late.",
            ["+ a school that never gives up", "+ a hub that is open late"],
        ),
        ("Ofsted wants one thing put right, the storage of old files.", ["- the storage of old files"]),
        # who says so stands behind, between or within
        ("Plans are late, inspectors said.", ["- Plans are late"]),
        (
            "While thresholds are sound, the report says, help can take months to begin.",
            ["+ thresholds are sound", "- help can take months to begin"],
        ),
        ("Managers, they add, are visible.", ["+ Managers, they add, are visible"]),
        ("According to Ofsted, foster carers are well supported.", ["+ foster carers are well supported"]),
        # the verb of a speaker who tells what inspectors found
        ("Cllr Sample said inspectors had praised the skill of duty staff.", ["+ the skill of duty staff"]),
        # only the kind of the things is named
        (
            "They noted strengths such as clear thresholds and swift visits.",
            ["+ clear thresholds and swift visits"],
        ),
        (
            "They commended the council for how it helps unaccompanied children.",
            ["+ how it helps unaccompanied children"],
        ),
    ],
)
def test_what_a_sentence_reports(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "So what did inspectors like? Thresholds are clear, and children see the same worker.",
            ["+ Thresholds are clear", "+ children see the same worker"],
        ),
        (
            "And what did they not? Core groups meet too seldom; GPs hardly ever come.",
            ["- Core groups meet too seldom", "- GPs hardly ever come"],
        ),
        (
            "The report lists its reasons. Staff carry too many cases. Worries are logged and then lost.",
            ["- Staff carry too many cases", "- Worries are logged and then lost"],
        ),
        (
            "They’d a gripe or two. Letters are full of jargon, and fathers are not asked.",
            ["- Letters are full of jargon", "- fathers are not asked"],
        ),
        (
            "Picked out for praise: workers who are on call all night, and a rota that holds.",
            ["+ workers who are on call all night", "+ a rota that holds"],
        ),
        (
            "In its debit column: plans that lack a date; poor challenge by chairs.",
            ["- plans that lack a date", "- poor challenge by chairs"],
        ),
        (
            "Inspectors admired: how quickly help comes; and the stability of teams.",
            ["+ how quickly help comes", "+ the stability of teams"],
        ),
        ("There were criticisms too. Nobody checks if plans work.", ["- Nobody checks if plans work"]),
        ("Less positively, there were gaps in the records.", []),  # nobody is said to have found them
        (
            "Inspectors praised the rota. Less positively, visits are late.",
            ["+ the rota", "- visits are late"],
        ),
        # what says the contrary of its lead is left out
        ("There were criticisms in the report. Staff are kind.", []),
        (
            "Inspectors found that plans drift. The pier is closed. Cllr Sample went home early.",
            ["- plans drift"],
        ),
        # a label over prose
        (
            "WHERE IT STILL HURTS\n\nThresholds need to be clearer, and police notices have to be read within a day.",
            ["- Thresholds need to be clearer", "- police notices have to be read within a day"],
        ),
        (
            "Strengths\n\nThe report speaks of a door that is open, and of workers who ring back.",
            ["+ a door that is open", "+ workers who ring back"],
        ),
    ],
)
def test_what_is_announced_comes_true(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The report says the authority needs to cut delay and must make sure that visits happen.",
            ["- cut delay", "- make sure that visits happen"],
        ),
        (
            "Inspectors told the council to widen the choice of homes and to record what is decided.",
            ["- widen the choice of homes", "- record what is decided"],
        ),
        (
            "The council was told that it must reduce caseloads, close unregistered homes and listen to carers.",
            ["- reduce caseloads", "- close unregistered homes", "- listen to carers"],
        ),
        (
            "What it could do better is to check on children taught at home and to share histories.",
            ["- check on children taught at home", "- share histories"],
        ),
        (
            "What the inspectors say it could do better is to check on children taught at home.",
            ["- check on children taught at home"],
        ),
        (
            "Improvements are needed in three areas: neglect at home, exploitation and transitions.",
            ["- neglect at home", "- exploitation", "- transitions"],
        ),
        # what the law asks, and what others ask
        ("The council must publish its plan within 70 working days.", []),
        ("It must find £10m by April.", []),
        ("Labour has called for better pay for carers.", []),
        ("No recommendations were made about adoption.", []),
    ],
)
def test_what_is_demanded(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Inspectors found that visits are kept, that plans are clear and that staff are kind.",
            ["+ visits are kept", "+ plans are clear", "+ staff are kind"],
        ),
        (
            "Inspectors praised staff but said too many assessments are started twice.",
            ["+ staff", "- too many assessments are started twice"],
        ),
        (
            "Inspectors found children are safe but are not always heard.",
            ["+ children are safe", "- are not always heard"],
        ),
        (
            "They were critical of the rota, of late plans and of a computer that loses things.",
            ["- the rota", "- late plans", "- a computer that loses things"],
        ),
        (
            "Ofsted commended (i) the team’s stability, (ii) access to therapy and (iii) the part that children play.",
            ["+ the team’s stability", "+ access to therapy", "+ the part that children play"],
        ),
        (
            "Inspectors raised concerns about delayed reviews, unanswered notices and audits that flatter.",
            ["- delayed reviews", "- unanswered notices", "- audits that flatter"],
        ),
        # one thing, whatever its `and`
        (
            "Inspectors praised the quality and timeliness of plans.",
            ["+ the quality and timeliness of plans"],
        ),
        (
            "They praised the links between schools and the police.",
            ["+ the links between schools and the police"],
        ),
        ("Inspectors praised help and protection for babies.", ["+ help and protection for babies"]),
        (
            "Inspectors liked a rota that is “simple, fair and kept”.",
            ["+ a rota that is “simple, fair and kept”"],
        ),
        # a chain of clauses that commas part
        (
            "Inspectors said that heads don’t hear back, the virtual school isn’t told, and too many pupils wait.",
            ["- heads don’t hear back", "- the virtual school isn’t told", "- too many pupils wait"],
        ),
        (
            "They said social workers, police and nurses do not meet.",
            ["- social workers, police and nurses do not meet"],
        ),
        # the parts beside it say what a part is
        (
            "Inspectors found that grandparents are asked, and that court work is done well.",
            ["+ grandparents are asked", "+ court work is done well"],
        ),
    ],
)
def test_how_a_sentence_is_cut(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The council says its social workers are highly skilled.",
        "Cllr Sample said that services have improved and that staff are doing an excellent job.",
        "Parents complained that calls go unanswered.",
        "Residents praised the council for its park but criticised the lack of toilets.",
        "Inspectors will judge whether care leavers are well supported.",
        "Inspectors looked at how well children are protected.",
        "If inspectors had found failings, a commissioner would have come.",
        "There were no areas for priority action.",
        "Inspectors did not find any children at risk.",
        "In the past, inspectors found that children were left at risk.",
        "At its previous inspection Ofsted found that plans were weak.",
        "The 2018 report said that social workers were overwhelmed.",
        "A children’s home in Oldham was judged outstanding. Inspectors said staff are warm.",
        "The committee noted the report and asked for a further update on vacancies.",
        "A serious case review found that agencies missed chances.",
        "The council’s own audit found that visits were late.",
        "Inspectors judged the impact of leaders to be outstanding.",
        "Oldham is still a good authority, they say.",
        "Complaints are handled by a new team, the report says.",
        "The inspectors liked what they saw.",
    ],
)
def test_what_is_no_finding_of_the_inspectors(text: str) -> None:
    assert found_in(text) == []
