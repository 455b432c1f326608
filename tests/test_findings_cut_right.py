"""Where one finding ends and the next begins, and what stands before those who find."""

from __future__ import annotations

import pytest

from finding_texts import found_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # one preposition holds them all
        (
            "Inspectors praised the borough’s efforts against modern slavery, gang crime and online grooming.",
            ["+ the borough’s efforts against modern slavery, gang crime and online grooming"],
        ),
        (
            "Inspectors praised its work with schools, the fostering team and the edge-of-care service.",
            ["+ its work with schools", "+ the fostering team", "+ the edge-of-care service"],
        ),
        # one verb for two `how`s; what a thing is a strength as is told after the colon
        (
            "Inspectors were complimentary about how often and how well babies are seen.",
            ["+ how often and how well babies are seen"],
        ),
        (
            "Inspectors made much of the choir as a strength: it is heard in schools, in shops and in parks.",
            ["+ the choir"],
        ),
        (
            "The adoption team – which was set up in May – drew praise from inspectors as a “model for others”.",
            ["+ The adoption team"],
        ),
        (
            "There was praise from inspectors for the foster carers.",
            ["+ the foster carers"],
        ),
        (
            "The letter is kind, too, about the advisers, who are loyal and say that a call is always answered.",
            ["+ the advisers, who are loyal and say that a call is always answered"],
        ),
        (
            "Inspectors said visits were late, although the council was already looking for more drivers.",
            ["- visits were late"],
        ),
        # one object for two verbs
        (
            "Inspectors praised the council for spotting and mending faults in its recording.",
            ["+ spotting and mending faults in its recording"],
        ),
        (
            "Inspectors praised the council for spotting faults early and mending them in days.",
            ["+ spotting faults early", "+ mending them in days"],
        ),
        # what hangs on `so that` has its verb behind the `and`
        (
            "Inspectors found that the timing of visits was late so that risks and needs were missed.",
            ["- the timing of visits was late so that risks and needs were missed"],
        ),
        (
            "Inspectors found that visits are frequent and carers are heard.",
            ["+ visits are frequent", "+ carers are heard"],
        ),
        # the verb is not that of the noun beside it
        (
            (
                "Inspectors found that calls are answered at once, support for carers and their families is strong, "
                "and homes are warm."
            ),
            [
                "+ calls are answered at once",
                "+ support for carers and their families is strong",
                "+ homes are warm",
            ],
        ),
        # whose they are stands before the `and`; the second place goes on with the first
        (
            "Inspectors praised homes that are near friends and their own schools.",
            ["+ homes that are near friends and their own schools"],
        ),
        (
            "Inspectors praised help for teenagers in care and on the edge of it.",
            ["+ help for teenagers in care and on the edge of it"],
        ),
        # by what plans could be better
        (
            "Inspectors pointed to some files in which plans could be sharpened by firm dates and a kinder tone.",
            ["- some files in which plans could be sharpened by firm dates and a kinder tone"],
        ),
        # in which cases
        (
            "The report added that in a small minority of cases, late calls and lost letters left carers waiting.",
            ["- in a small minority of cases, late calls and lost letters left carers waiting"],
        ),
        (
            "Inspectors say that for most carers it has made no difference yet.",
            ["- for most carers it has made no difference yet"],
        ),
        (
            "The report noted in particular that checks on private carers were “patchy”.",
            ["- checks on private carers were “patchy”"],
        ),
        # a noun that only names the files
        (
            (
                "The report said that nothing had been done in files with known concerns, which may have left babies "
                "unsafe."
            ),
            [
                "- nothing had been done in files with known concerns, which may have left babies unsafe",
            ],
        ),
        (
            "The report has just one recommendation, which is to improve the timing of visits.",
            ["- improve the timing of visits"],
        ),
    ],
)
def test_findings_are_cut_where_they_end(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "While carers are well supported, inspectors said that plans are late.",
            ["+ carers are well supported", "- plans are late"],
        ),
        (
            "Although plans were weak, inspectors found that babies were safe.",
            ["- plans were weak", "+ babies were safe"],
        ),
        (
            "Help for young parents had got better and inspectors welcomed the focus on fathers.",
            ["+ Help for young parents had got better", "+ the focus on fathers"],
        ),
        (
            "Work to hear fathers was also commended, as inspectors noted that it gave babies a good start.",
            ["+ Work to hear fathers", "+ it gave babies a good start"],
        ),
        (
            "Its firm commitment to carers was also highlighted, as inspectors found that training is excellent.",
            ["+ Its firm commitment to carers", "+ training is excellent"],
        ),
        ("While bosses point to demand, inspectors said that plans are late.", ["- plans are late"]),
        ("Leaders have apologised and inspectors said that plans are late.", ["- plans are late"]),
        ("Parents are angry and Ofsted said that plans are late.", ["- plans are late"]),
        (
            "Cllr Jo Bloggs said carers are well supported and inspectors found that plans are late.",
            ["- plans are late"],
        ),
        (
            "Care leavers get warm praise, with the report saying that they get skilled help.",
            ["+ they get skilled help"],
        ),
    ],
)
def test_a_clause_before_those_who_find_is_one_of_theirs(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the report, which came out on Thursday, 6 June, social workers know children well.",
        "According to Ofsted, whose inspectors spent a week in the borough, social workers know children well.",
        "According to the letter, published on Monday, June 3, social workers know children well.",
        "Since then, says the report, which came out yesterday, social workers know children well.",
    ],
)
def test_what_is_said_of_the_report_itself_is_no_part_of_the_finding(sentence: str) -> None:
    assert found_in(sentence) == ["+ social workers know children well"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They remarked too that plans had gone on improving, even in a flood and with three chairs in a year.",
            ["+ plans had gone on improving, even in a flood and with three chairs in a year"],
        ),
        (
            "Ofsted is uneasy about help in hard cases, including teenagers aged 16 and 17 who sleep rough.",
            ["- help in hard cases, including teenagers aged 16 and 17 who sleep rough"],
        ),
        (
            "Inspectors saw a great deal put right in the past three and a half years.",
            ["+ a great deal put right in the past three and a half years"],
        ),
        (
            "Inspectors found that calls were lost. That can no longer be said, but two teams were held to be weak.",
            ["- calls were lost", "- two teams were held to be weak"],
        ),
        (
            "It was noted in the report that the town is lucky in leaders and members who are keen on children.",
            ["+ the town is lucky in leaders and members who are keen on children"],
        ),
        (
            "Inspectors noticed that staff are well trained and know whom they have to tell.",
            ["+ staff are well trained and know whom they have to tell"],
        ),
        (
            "Inspectors found that staff had wasted no time over the matters that they were told to improve.",
            ["+ staff had wasted no time over the matters that they were told to improve"],
        ),
        (
            "Some boys have had six workers since May, the inspectors say, and have given up trusting anyone.",
            ["- Some boys have had six workers since May", "- have given up trusting anyone"],
        ),
        (
            "Ofsted is uneasy about help in hard cases, including babies in hospital and families in hotels.",
            ["- help in hard cases, including babies in hospital and families in hotels"],
        ),
    ],
)
def test_no_finding_loses_its_object_or_gains_half_a_number(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Things that had still to be mended included the advice for carers and the checks on lodgings.",
            ["- the advice for carers", "- the checks on lodgings"],
        ),
        ("Inspectors want life stories to be written sooner.", ["- life stories to be written sooner"]),
        (
            "Ofsted wants visits to start earlier, and rooms to be warmer.",
            ["- visits to start earlier", "- rooms to be warmer"],
        ),
        (
            "Inspectors said that more needs doing in the care of runaways and in how soon carers are paid.",
            ["- the care of runaways", "- how soon carers are paid"],
        ),
        ("Inspectors met carers whose training had lapsed.", ["- carers whose training had lapsed"]),
        (
            "Inspectors gave praise, observing that staff are kind and remarking that rooms are warm.",
            ["+ staff are kind", "+ rooms are warm"],
        ),
        (
            "The letter says that rents are paid, money worries are spotted early, and boys get help when they ask.",
            ["+ rents are paid", "+ money worries are spotted early", "+ boys get help when they ask"],
        ),
        (
            "They liked the hubs, but named things that want more work - among them the pace of plans.",
            ["+ the hubs", "- the pace of plans"],
        ),
        (
            "Inspectors said drift had made it “all but hopeless” for parents to trust the town.",
            ["- drift had made it “all but hopeless” for parents to trust the town"],
        ),
        (
            "Inspectors praised carers, who were said to be in good heart and glad of their new rooms.",
            ["+ carers, who were said to be in good heart and glad of their new rooms"],
        ),
        (
            "Lead inspector Jane Tarr said that carers are kind.\n\n“They are,” said Bob Day.\n\nMs Tarr wrote that plans lag.",
            ["+ carers are kind", "- plans lag"],
        ),
    ],
)
def test_what_brings_a_finding_in_leaves_it_whole(text: str, found: list[str]) -> None:
    assert found_in(text) == found
