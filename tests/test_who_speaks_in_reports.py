"""Who speaks where papers, parties and councils tell what others wrote: asides, clauses, passives, pages."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.speech.inspectors import lead_inspectors
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.texts.reading import read
from councilbrief.provenance import Source
from test_who_speaks import quotations, speakers

NAMED = {
    "the report that a clause goes back to, not the party": (
        "Norbury Labour has replied to the letter from Ofsted, which warns of “a slow drift in the care of babies”.",
        ["the letter from Ofsted"],
    ),
    "a second verb of the clause": (
        "Norbury Greens reacted to Ofsted’s report on the town, which is short and points to “a front door stuck fast”.",
        ["Ofsted’s report"],
    ),
    "a report that says so": (
        "Tories said the mayor should go, after a “shaming” report which says that “nobody ever asked the children”.",
        ["report"],
    ),
    "not a party in brackets": (
        "Cllr Aileen Portreath (Labour, St Mary’s), says, “We asked for the figures in May.”",
        ["Aileen Portreath"],
    ),
    "whom a release has saying it": (
        "The council’s release has its leader, Cllr Joan Abney, telling residents: “We have turned the corner here.”",
        ["Joan Abney"],
    ),
    "whom a paper quotes as saying it": (
        "The Gazette quotes the director, Ravi Coombe, as saying it was “proud of every inch of ground”.",
        ["Ravi Coombe"],
    ),
    "whom a report quotes": ("The report quotes a girl in care: “She turns up on time.”", ["a girl"]),
    "by whom somebody was quoted is not who spoke": (
        "Cllr Joan Abney was quoted by the Gazette as saying: “We have turned the corner here.”",
        ["Joan Abney"],
    ),
    "whom inspectors heard it from": (
        "Inspectors heard from one mother that workers “come and go like the buses”.",
        ["one mother"],
    ),
    "a firm behind a long clause": (
        "Horizons Together, which took the work over from Norchester Council in 2020, said it had “a backlog nobody knew of”.",
        ["Horizons Together"],
    ),
    "an aside on the whole sentence": (
        "Fewer staff had left, the letter said, and families saw the same faces despite “too many stopgap posts”.",
        ["the letter"],
    ),
    "somebody else behind an aside": (
        "Fewer families waited, inspectors said, but Cllr Joan Abney said it was “too soon to hang out bunting”.",
        ["Joan Abney"],
    ),
    "the main clause, not the one that concedes": (
        "While Cllr Marsh said it was kind, inspectors were clear that “too many children live too far away”.",
        ["inspectors"],
    ),
    "the outer clause, not one that is over": (
        "The union says that the council, which denies it, has “lost a third of its workers”.",
        ["The union"],
    ),
    "what a body finds, behind its words": (
        "“Too many plans are written and then forgotten,” inspectors found. “Children notice it and say so.”",
        ["inspectors", "inspectors"],
    ),
    "a report that is no verb": (
        "Too many “wait for weeks before anybody calls” under the director, Ravi Coombe, the report makes plain.",
        ["the report"],
    ),
    "those who made an inspection": (
        "Ofsted came in May. During a three-day inspection workers were seen to be “careful and on the child’s side”.",
        ["Ofsted"],
    ),
    "whose finding it was": (
        "On the report’s finding that, “managers do not check what they are told”, the leader had no answer.",
        ["the report"],
    ),
    "whose verdict it was, with the paper’s words between": (
        "The watchdog’s verdict that services were “much better than when it last called” has pleased the town.",
        ["The watchdog"],
    ),
    "a comma that leads into the next paragraph": (
        "Inspectors found “drift in every team but one”. Cllr Joan Abney, leader of the council, said,\n\n“I read it twice.”",
        ["Inspectors", "Joan Abney"],
    ),
    "who gave her reaction": (
        "Cllr Dilys Arkwright has given her reaction.\n\n‘It can’t be right.\n\n‘It’s the children’s lives.’",
        ["Dilys Arkwright"],
    ),
    "who reacted, in the sentence before": (
        "Green leader Ffion Marsh reacted to the news. “It is a bleak read and I read it twice.”",
        ["Ffion Marsh"],
    ),
    "behind her party’s name": (
        "Labour’s Dilys Arkwright was blunter. “It is our future that they gamble with.”",
        ["Dilys Arkwright"],
    ),
    "a passive, and by whom behind the words": (
        "Cllr Marlowe was called “the voice of doom from the back benches” by the leader, Giles Penhale.",
        ["Giles Penhale"],
    ),
    "a participle and by whom": (
        "The report, described by Cllr Marlowe as “beyond belief in this day”, came out on Friday.",
        ["Marlowe"],
    ),
    "whom another called something is not who spoke": (
        "Cllr Marlowe, whom the chairman called “the voice of doom from the back benches”, left the room.",
        ["the chairman"],
    ),
    "families, not those whom they told": (
        "Families told inspectors that workers “come and go like the buses”.",
        ["Families"],
    ),
    "who made an inspection together, not the last of them": (
        "A joint inspection, carried out by Ofsted, the CQC and the police, found “a shared will to do better”.",
        ["A joint inspection"],
    ),
    "inspectors of another body, with its name": (
        "CQC inspectors said staff “did not know who was in the building”.",
        ["CQC inspectors"],
    ),
    "it, of the report in which inspectors said so": (
        "A spokesperson was glad. In its report, inspectors said much had changed. “Children are seen,” it said.",
        ["its report"],
    ),
    "the sender, not whom a letter goes to": (
        "The letter from Imelda Strand to the director, Ines Goring, says leaders have “a plan for each day”.",
        ["The letter from Imelda Strand"],
    ),
    "in somebody's view": ("Services are “not yet good enough for this town” in Ofsted’s view.", ["Ofsted"]),
    "in somebody's words, inside another's statement": (
        "The release says that, in the words of Cllr Langdale, the town is “on a road with no way back”.",
        ["Langdale"],
    ),
    "what was inspected, behind a sentence of the inspectors": (
        "The inspectors criticised the care of teeth. Dental checks were “patchy, and in one home unheard of”.",
        ["The inspectors"],
    ),
    "names below each of several quotations": (
        "“We are all sorry.”\nCllr Giles Penhale, leader\n\n“It is late for that.”\nCllr Aldo Finch, group leader",
        ["Giles Penhale", "Aldo Finch"],
    ),
    "a group’s spokesperson as a whole": (
        "A Labour group spokesperson said: “They cut the service to the bone.”",
        ["A Labour group spokesperson"],
    ),
    "behind what inspectors looked at, and staff who say nothing": (
        "Inspectors liked the plans. Staff came in for praise. Leaders were said to be “calm when the river rose”.",
        ["Inspectors"],
    ),
    "behind an aside that ends a paragraph": (
        "The council fell short here as well, the report added.\n\nWorkers were \"kind to a fault and worn out''.",
        ["the report"],
    ),
    "behind whose view it is": (
        "It is the view of the letter that babies wait. Standards have gone down “since nobody was looking”.",
        ["the letter"],
    ),
    "one of whose worries it was": (
        "One of the inspectors’ worries was that babies “wait too long to be seen”.",
        ["the inspectors"],
    ),
    "who ends a page with it": (
        "The letter ends with these words from the inspector, Joan Abney.\n\n“It is good to see.”",
        ["Joan Abney"],
    ),
    "whose findings a list has": (
        "What the inspectors liked best:\n\n* workers who are “never more than a call away from home”",
        ["the inspectors"],
    ),
    "who came to a view, not staff who come and go": (
        "Staff turnover was raised by inspectors, who came to the view that there were “holes in every net”.",
        ["inspectors"],
    ),
    "an inspection, by its year, not who stepped in": (
        "The town was put under government intervention after an inspection in 2018 that found plans “on scraps of paper”.",
        ["an inspection"],
    ),
    "who acts last, where it found something": (
        "The government sent in an adviser and Ofsted went back in May. It found that babies “wait too long to be seen”.",
        ["Ofsted"],
    ),
    "whoever inspected, not the event": (
        "Ofsted’s inspection of the town is out. It says that the council “is too slow to make up its mind”.",
        ["Ofsted"],
    ),
    "the last clause's subject": (
        "The council is new, but Cllr Marsh gave thanks to the old one, saying “we owe it to those who went before”.",
        ["Marsh"],
    ),
    "not what she left out": (
        "Cllr Marsh gave thanks to her staff, but not the party, saying “we owe it to those who went before”.",
        ["Marsh"],
    ),
    "a cry that ends a statement without marks": (
        (
            "Cllr Giles Penhale, leader of the council, said:\n\nI am glad of it, and I thank the staff.\n\n"
            "Well done to all of them!\n\nCllr Ann Marsh, cabinet member, said:\n\nWe go on from here."
        ),
        ["Giles Penhale", "Ann Marsh"],
    ),
    "not whom it is about, in the way in which they do it": (
        "Ofsted called the way in which the council writes back to families a “thing for the town to be proud of”.",
        ["Ofsted"],
    ),
    "not who does it, where somebody is warm about how": (
        "Ofsted was warm about how quickly the trust finds homes, saying: “On the whole this is a firm hand at work.”",
        ["Ofsted"],
    ),
    "in whose report somebody is given credit": (
        "Norbury Trust has been given credit in the latest Ofsted report for finding out how to ‘make a good day last’.",
        ["the latest Ofsted report"],
    ),
    "who gives somebody credit": (
        "In its letter Ofsted gives the trust credit for setting out to ‘build upwards from the ground floor’.",
        ["Ofsted"],
    ),
    "by whom it was held up": (
        "The school run was held up by inspectors as “a small thing done very well”.",
        ["inspectors"],
    ),
    "in what it was recognised": (
        "It was recognised in the report that ‘the whole town pulls on one rope’.",
        ["the report"],
    ),
    "it, of the inspectors’ own report": (
        "The inspectors’ report says that plans are late. It also commends the ‘kind and patient way with babies’.",
        ["The inspectors’ report"],
    ),
    "not what they found, but who was glad of it": (
        (
            "They liked what the report found. Cllr Joan Abney, who leads the town, was glad of what they found and said: "
            "“We go on from here.”"
        ),
        ["Joan Abney"],
    ),
    "a semicolon that leads into the next paragraph": (
        "The council’s director, Ravi Coombe, said;\n\n“We go on from here, and we go on together.”",
        ["Ravi Coombe"],
    ),
    "they, behind how often they came": (
        "Ofsted’s inspectors came back in May. This time they reported that “the lifts work and so do the staff”.",
        ["Ofsted’s inspectors"],
    ),
    "two parts of one sentence": (
        (
            "Ofsted commends the town: telling how babies are “seen, held and kept safe”; and how parents have “one number "
            "for the whole of it”."
        ),
        ["Ofsted", "Ofsted"],
    ),
    "a list without marks below what was found": (
        (
            "Ofsted liked much of what it saw in the town, from the first call at the front door to the last day of care, "
            "and it said as much to staff and to foster carers. Ofsted also found that\n\n"
            "Adopters wait for weeks\nLeavers have “a real say in where they live”"
        ),
        ["Ofsted"],
    ),
    "by whom a list was picked out": (
        "What was picked out by Ofsted:\n\n* workers who are “never more than a call away from home”",
        ["Ofsted"],
    ),
    "praise behind what inspectors found": (
        "Inspectors found that few wait. Special praise is kept for a “bold, busy and well liked” team.",
        ["Inspectors"],
    ),
    "families, behind what a report has": (
        (
            "According to the inspection report, help comes soon. What is more, families where a parent is deaf are met by "
            "workers with “a gift for saying hard things softly”."
        ),
        ["the inspection report"],
    ),
    "what these things do, behind who said so": (
        "Inspectors said that too many notices come on Mondays. These put the front door under “more weight than it bears”.",
        ["Inspectors"],
    ),
    "a statement that the page cuts off": (
        "Cllr Aldo Finch has long called for it.\n\nHe said: “I have gone on about it for six years and so I’m",
        ["Aldo Finch"],
    ),
    "how a report opens": (
        "Here’s how the Ofsted report opens:\n\n“Children wait for help.”",
        ["the Ofsted report"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), NAMED.values(), ids=NAMED.keys())
def test_who_speaks_where_others_tell_of_it(text: str, wanted: list[str]) -> None:
    assert speakers(text) == wanted


def test_a_crowns_title_is_no_part_of_a_lead_inspectors_name() -> None:
    text = "Inspectors, led by His Majesty’s Inspector Ann Oakapple, were in the county for two weeks."
    reading = read(read_text(text.encode(), Source("a", "a.txt", "")))
    assert lead_inspectors(reading, Cast(reading)) == ("Ann Oakapple",)


def test_a_cry_is_part_of_the_statement_it_ends() -> None:
    text = NAMED["a cry that ends a statement without marks"][0]
    assert [one.paragraphs for one in quotations(text)] == [
        ("I am glad of it, and I thank the staff.", "Well done to all of them!"),
        ("We go on from here.",),
    ]


def test_paragraphs_that_a_page_runs_together_are_told_apart() -> None:
    text = "Cllr Joan Abney said: “We are late with this. “It is our own fault. “We go on from here.” The fund is £2m."
    assert [one.paragraphs for one in quotations(text)] == [
        ("We are late with this.", "It is our own fault.", "We go on from here."),
    ]
    assert speakers(text) == ["Joan Abney"]


NOBODYS = {
    "praise that nobody is said to give": "There was praise for a “bold, busy and well liked” team.",
    "what these are, behind what a leader said": (
        "Cllr Marsh said that notices come on Mondays. These put the front door under “more weight than it bears”."
    ),
    "another of several": "Councillors heard one say it was hidden, and another called it “a list with a logo”.",
    "one of two bodies": "The council and Ofsted met in May. It found that babies “wait too long to be seen”.",
    "staff who spoke between": (
        "Inspectors liked it. Staff said it was a good day. Leaders were said to be “calm when the river rose”."
    ),
    "leaders, who may say it of themselves": (
        "Inspectors liked the plans. Managers are “thrilled to bits with all of it”."
    ),
    "who keeps a list of its own": (
        "What the council and Ofsted will work on:\n\n* workers who are “never more than a call away from home”"
    ),
    "the council, whose worry may be told by anybody": (
        "Among the council’s worries were that babies “wait too long to be seen”."
    ),
    "some": "The leader was glad. Some called the meeting “a waste of a good Tuesday night”.",
    "who made a plan that promises": (
        "A plan drawn up by the council, which promises “a named worker by Easter”, comes next week."
    ),
    "who was told": "Services are “not good enough for this town”, the director Ines Goring has been told.",
    "inspectors who were told": "Inspectors were told that staff were “getting there room by room”.",
    "who won praise": "The director, Ines Goring, won praise for her “straight talk and steady nerve”.",
    "who was called": "Cllr Marlowe was called “the voice of doom from the back benches”.",
    "who did not say it": "Cllr Finch would not say that the leader was “up to the job of mending it”.",
    "a party's claim behind the mood of others": (
        "Labour said the report was sad. Children were “left to wait for a knock on the door”."
    ),
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS.keys())
def test_nobody_is_guessed(text: str) -> None:
    assert speakers(text) in ([], [None])


def test_a_letter_speaks_and_not_the_one_it_goes_to() -> None:
    text = "Cllr Marsh’s letter to the leader, Piers Langdale, says: “You promised us the truth.”"
    assert speakers(text) == ["Marsh’s letter"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The letter that followed the visit said leaders “know the work well”.", "The letter"),
        ("The report which came out of the inspection found “far too much drift”.", "The report"),
        ("The opposition has called what inspectors found “a stain on us all”.", "The opposition"),
        ("The Labour opposition on the council said it was “a stain on us all”.", "The Labour opposition"),
        ("A memo warned that parents saw the service as “a door with no handle”.", "A memo"),
    ],
)
def test_whose_clause_it_is_says_so_and_not_who_stands_in_it(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
