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
