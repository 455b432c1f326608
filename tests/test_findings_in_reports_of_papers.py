"""Findings in the ways that papers and press offices tell them, and what is told alike and is none."""

from __future__ import annotations

import pytest

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.leads import lead
from finding_texts import found_in

CAME = "Inspectors came in May. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what was noted stands first
        (
            CAME + "Strong links with schools were noted, along with better help for young carers.",
            ["+ Strong links with schools", "+ better help for young carers"],
        ),
        (
            CAME + "Delays in health checks were also seen, as were gaps in the records of visits.",
            ["- Delays in health checks", "- gaps in the records of visits"],
        ),
        ("Support for adopters drew praise, as did the rota.", ["+ Support for adopters", "+ the rota"]),
        (
            "Children’s centres were held up as examples of what can be done, inspectors found.",
            ["+ Children’s centres were held up as examples of what can be done"],
        ),
        # who found it stands within
        (
            CAME + "Too many plans, they found, had no dates in them, and records were muddled.",
            ["- Too many plans, they found, had no dates in them", "- records were muddled"],
        ),
        ("Families wait too long for help, Ofsted has found.", ["- Families wait too long for help"]),
        (
            "Assessments should be sharper, inspectors said, and plans shorter.",
            ["- Assessments should be sharper", "- plans shorter"],
        ),
        # praise and blame of somebody
        ("Ofsted credits the virtual school with a sharp rise in passes.", ["+ a sharp rise in passes"]),
        ("Inspectors had kinder words for the family support team.", ["+ the family support team"]),
        (
            "Inspectors reserved their sharpest words for the way complaints are handled.",
            ["- the way complaints are handled"],
        ),
        (
            "Foster carers were praised by inspectors for going the extra mile.",
            ["+ Foster carers were praised by inspectors for going the extra mile"],
        ),
        (
            CAME + "Workers visit often, which inspectors thought “impressive”.",
            ["+ Workers visit often"],
        ),
        ("Inspectors did not see enough evidence of challenge.", ["- challenge"]),
        # what they want
        (
            "Inspectors want care leavers in the north to get the same help as others.",
            ["- care leavers in the north to get the same help as others"],
        ),
        (
            "They recommend that every child be given a pathway plan.",
            ["- every child be given a pathway plan"],
        ),
        (
            "Recommendations have been made to improve planning for babies, and to ensure that visits are logged.",
            ["- improve planning for babies", "- ensure that visits are logged"],
        ),
        (
            "The council must do three things: see children sooner, write shorter plans and listen to fathers.",
            ["- see children sooner", "- write shorter plans", "- listen to fathers"],
        ),
        (
            "More must be done to see children alone, the report says.",
            ["- see children alone"],
        ),
        ("The report calls on the county to find more foster carers.", ["- find more foster carers"]),
        # the kind of things named before them
        (
            "Inspectors were positive about several aspects of it, including help for schools; and the homes.",
            ["+ help for schools", "+ the homes"],
        ),
        (
            "The report describes how families get the right help and how workers are tenacious.",
            ["+ families get the right help", "+ workers are tenacious"],
        ),
        (
            "The letter tells us that staff are not invited to meetings.",
            ["- staff are not invited to meetings"],
        ),
    ],
)
def test_what_papers_tell_of_findings(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Inspectors said elected members and senior leaders have made children a priority.",
            ["+ elected members and senior leaders have made children a priority"],
        ),
        (
            "The report praised work with care leavers, nearly all of whom are in good homes.",
            ["+ work with care leavers"],
        ),
        (
            "Inspectors had good words for the rota, and its carers were praised for keeping children together.",
            ["+ the rota", "+ its carers were praised for keeping children together"],
        ),
        (
            CAME
            + "Things are less rosy for care leavers. Advisers carry too many cases and plans are out of date.",
            ["- Advisers carry too many cases", "- plans are out of date"],
        ),
        (
            "The letter speaks of “better visits and plans” and of “purposeful work with families”.",
            ["+ better visits and plans", "+ purposeful work with families"],
        ),
        (
            "Inspectors heard from parents that workers “come and go like buses”.",
            ["- workers “come and go like buses”"],
        ),
        (
            CAME
            + "They praised the rota. Children are happy. They live with kin and see their brothers often.",
            ["+ the rota", "+ Children are happy", "+ They live with kin and see their brothers often"],
        ),
    ],
)
def test_a_finding_ends_where_a_reader_would_end_it(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        # verdicts on services as a whole, and words about the report
        "Inspectors confirmed that the council is delivering good services for the city’s children.",
        "Oldham’s children’s services are among the best in the country, Ofsted has said.",
        "Ofsted has found ‘serious failings’ in the services that are meant to protect children.",
        "Leadership and the quality of practice were all found to be inadequate too.",
        CAME + "Not all of it makes grim reading.",
        CAME + "But it was not plain sailing.",
        "The inspection was short, and it is complimentary in places.",
        "Ofsted also found plenty to worry about.",
        "A spokesman for Ofsted said it had nothing to add to its report.",
        # what comes next
        "Ofsted expects to return to Oldham for a focused visit within 18 months.",
        "It is thought that one will be held next year.",
        "The council must respond to the report by July.",
        # what others feel, want and do
        "The visit looked at what happens when somebody is worried about a child and gets in touch.",
        "The union wants social workers to have smaller caseloads.",
        "“We accept the findings in full. No child should wait for help,” Ofsted’s partners said.",
        "More could be done for libraries, said Cllr Hill.",
        "Recommendations were made to the cabinet last week.",
        "The report was noted.",
        CAME + "A man was seen near the town hall.",
        "Inspectors described how they had spent two weeks in the borough.",
        "Leaders were good then and have each moved up one.",
    ],
)
def test_what_sounds_like_a_finding_and_is_none(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Inspectors were clear about where they expect the council to do better:", Polarity.IMPROVEMENT),
        ("To become better still, the council will need to:", Polarity.IMPROVEMENT),
        ("Black marks were given for:", Polarity.IMPROVEMENT),
        ("It lost marks for:", Polarity.IMPROVEMENT),
        ("and within six months should:", Polarity.IMPROVEMENT),
        ("The inspectors listed three matters for the council to put right:", Polarity.IMPROVEMENT),
        ("We have been set the following tasks:", Polarity.IMPROVEMENT),
        ("Inspectors were less than impressed by:", Polarity.IMPROVEMENT),
        ("Gold stars go to:", Polarity.STRENGTH),
        ("Inspectors were struck by:", Polarity.STRENGTH),
        ("Here is what they thought we do best:", Polarity.STRENGTH),
        ("The team found strong practice in:", Polarity.STRENGTH),
        ("Where we want to build homes:", None),
        ("To get better broadband:", None),
        ("What we will do now:", None),
    ],
)
def test_what_a_line_leads_into(line: str, kind: Polarity | None) -> None:
    found = lead(line)
    assert (found.polarity if found else None) is kind


def test_a_list_goes_on_where_its_lines_ran_together() -> None:
    text = "Headline strengths\n\n• Midwives ask about abuse •\tAdvisers are based in the team\n• Schools are told at once"
    assert found_in("Inspectors wrote a letter.\n\n" + text) == [
        "+ Midwives ask about abuse",
        "+ Advisers are based in the team",
        "+ Schools are told at once",
    ]


def test_numbered_recommendations_are_orders_whatever_is_good_in_them() -> None:
    text = (
        "Three recommendations follow.\n1 - Offer every teenager a home.\n"
        "2 - Ensure care leavers know what they are entitled to.\n3 - Work with schools on attendance."
    )
    assert found_in("Inspectors came in May.\n\n" + text) == [
        "- Offer every teenager a home",
        "- Ensure care leavers know what they are entitled to",
        "- Work with schools on attendance",
    ]


def test_inspectors_are_still_meant_after_a_list_of_their_words() -> None:
    text = (
        "The inspectors reported that:\n\n“Children benefit from skilled practitioners who listen to them.”\n"
        "“The voice of the child is heard clearly in meetings.”\n\n"
        "They also noted the quality of the council’s homes."
    )
    assert found_in(text)[-1] == "+ the quality of the council’s homes"


def test_another_council_may_be_a_partner() -> None:
    text = "They said that the partnership with Hampshire has paid dividends and that decisions are timely."
    assert found_in(text) == [
        "+ the partnership with Hampshire has paid dividends",
        "+ decisions are timely",
    ]
    assert found_in("Inspectors in Hampshire said that decisions are timely.") == []


def test_a_line_under_a_headline_may_tell_what_was_found() -> None:
    line = "Inspectors said children at risk are kept safe, but the quality of help depends on who their worker is"
    assert found_in(line + "\n\nThe town hall is closed today.") == [
        "+ children at risk are kept safe",
        "- the quality of help depends on who their worker is",
    ]
    assert found_in("Inspectors said children are safe\n\nThe town hall is closed today.") == []


RUN = "Inspectors praised the rota. "


@pytest.mark.parametrize(
    "text",
    [
        "The council faces a shortfall of £8m. Services could be cut, unions fear.",
        "A new director, who was appointed after her predecessor failed to win support, starts in May.",
        "Nationally, workers are leaving in record numbers, and vacancies are at an all-time high.",
        "Like many councils, Oldham has struggled to recruit social workers.",
        "The council is not required to take any further action.",
        "The council has welcomed the report. It said staff had worked hard and that children come first.",
        "Leader Jo Hill welcomed the findings and praised staff for their hard work.",
        "The result puts Oldham among the best in the North West.",
        "Oldham’s fostering service is looking for warm, caring people.",
        "The town’s library was praised by readers.",
        "The visit took place after a whistleblower raised concerns about delays.",
        "The council has been told it must improve within six months or lose control.",
        "Opposition leader Jo Hill said it was not good enough.",
    ],
)
def test_what_stands_among_findings_and_is_none(text: str) -> None:
    assert found_in(RUN + text) == ["+ the rota"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ofsted’s findings at a glance:\n\n✅ Families get support quickly\n❌ Supervision of staff",
            ["+ Families get support quickly", "- Supervision of staff"],
        ),
        (
            "The council was asked to improve in two areas – the quality of plans and supervision of staff.",
            ["- the quality of plans", "- supervision of staff"],
        ),
        (
            "Areas picked out for praise are adoption; areas picked out for improvement are late visits.",
            ["+ adoption", "- late visits"],
        ),
        (
            "“Inspectors found that:\n\n• children are safe;\n• carers are well trained.”",
            ["+ children are safe", "+ carers are well trained"],
        ),
    ],
)
def test_lists_that_say_in_their_own_ways_what_is_good(text: str, found: list[str]) -> None:
    assert found_in(CAME + text) == found


@pytest.mark.parametrize(
    "words",
    [
        "the number of children who had been moved, often at short notice and sometimes out of the county",
        "how long it took to find homes for children and to agree plans for them",
        "how it works with the police, health and schools to protect children from violence",
    ],
)
def test_one_thing_stays_one(words: str) -> None:
    assert found_in(f"Inspectors were critical of {words}.") == [f"- {words}"]


@pytest.mark.parametrize(
    "words",
    [
        "workers did not understand the impact of neglect, domestic abuse and parental drug use on children",
        "some care leavers feel isolated and lonely and do not know what help they can get",
        "in some cases children were left in neglectful homes for too long",
    ],
)
def test_one_clause_stays_one(words: str) -> None:
    assert found_in(f"Inspectors said that {words}.") == [f"- {words}"]
