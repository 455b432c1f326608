"""Who speaks, and for whom, where a text names several: in doubt nobody, never the wrong one."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

WORDS = "We have a long way to go, and we know it"
OWN = "Oldham Metropolitan Borough Council"
LEAD = "Verdict on council\n\n12 June 2024\n\nOfsted inspected Oldham Council in April 2024 and graded it good overall.\n\n"


def evidence(text: str) -> Evidence:
    return gather(read_text((LEAD + text).encode(), Source("d", "d.txt", "")))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # the verb of another clause is no cue
        (
            'Leader Bob Sample said it "had let many children down", while Ann Example, director, said "we all try hard".',
            ["Bob Sample", "Ann Example"],
        ),
        ('The view of most was that it "was a very long way to fall", but Ann Example said no.', []),
        # whom somebody is told by speaks
        (f'Bob Sample was told by Ann Example: "{WORDS}."', ["Ann Example"]),
        (f'Bob Sample was then asked: "{WORDS}?"', [None]),
        (f'Ann Example said that Bob Sample had been told: "{WORDS}."', [None]),
        # what stands before the colon says whose words follow
        (
            'Cllr Sample asked Cllr Example: "What will you do for them?" Cllr Example replied that it was so.',
            ["Sample"],
        ),
        (f'"{WORDS}?" Cllr Ann Example replied that it was so.', [None]),
        (f'"{WORDS}?" asked Cllr Ann Example, who was told that it was so.', ["Ann Example"]),
        # words that go back to a quotation
        (
            f'Cllr Bob Sample said he was glad. "{WORDS}." Those were the words of Ann Example, the director.',
            ["Ann Example"],
        ),
        (
            f'"It is good for us all," said Bob Sample.\n\n"{WORDS}." That was how a parent saw it.',
            ["Bob Sample", None],
        ),
        (f'Cllr Bob Sample said he was glad. "{WORDS}," was the verdict of Ann Example.', ["Ann Example"]),
        (f'Cllr Bob Sample said he was glad. "{WORDS}," Mr Sample\'s predecessor said.', [None]),
        # a few words are a statement where somebody says them
        ('"We are pleased," said Cllr Ann Example.', ["Ann Example"]),
        ('"Never again!" Ann Example said.', ["Ann Example"]),
    ],
)
def test_a_quotation_is_given_to_nobody_else(text: str, speakers: list[str | None]) -> None:
    assert [q.speaker.name if q.speaker else None for q in evidence(text).quotations] == speakers


@pytest.mark.parametrize(
    ("before", "role", "party"),
    [
        ("To applause from Cllr Ann Example, Mr Bob Sample, the Tory leader, left. Cllr Example", None, None),
        (
            "Ann Example, the strategic director, and Bob Sample, city mayor, came. Ms Example",
            "strategic director",
            None,
        ),
        ("Ann Example, the director and Mr Bob Sample, the mayor, came. Ms Example", "director", None),
        ("Speaking to Cllr Ann Example, Mayor Sample smiled. Ms Example", None, None),
        ("Sitting beside Cllr Ann Example, council leader Bob Sample wept. Ms Example", None, None),
        ("Ann Example, Lord Mayor of Norchester,", "Lord Mayor of Norchester", None),
        ("Ann Example (Lab), lead member for children,", "lead member for children", "Labour"),
    ],
)
def test_a_role_holds_nobody_elses_name(before: str, role: str | None, party: str | None) -> None:
    (quotation,) = evidence(f'{before} said: "{WORDS}."').quotations
    assert quotation.speaker is not None
    assert (quotation.speaker.name, quotation.speaker.role, quotation.speaker.party) == (
        "Ann Example",
        role,
        party,
    )


@pytest.mark.parametrize(
    ("before", "role", "organisation"),
    [
        ("Cllr Ann Example of Bury Council", None, "Bury Council"),
        ("Cllr Ann Example, of Rochdale Borough Council,", None, "Rochdale Borough Council"),
        ("Cllr Ann Example (Lab, Bury Council)", None, "Bury Council"),
        (
            "Cllr Ann Example (Lab, Mill Ward) of Norchester Borough Council",
            None,
            "Norchester Borough Council",
        ),
        ("Cllr Ann Example of Bury Council was there. Cllr Example", None, "Bury Council"),
        ("Cllr Ann Example (Residents' Association, Mill Ward)", None, OWN),
        ("Cllr Ann Example, of the Mill Residents' Association,", None, OWN),
        ("Rochdale Council leader Ann Example", "leader", "Rochdale Council"),
        ("Neighbouring Rochdale Council leader Ann Example", "leader", "Rochdale Council"),
        ("Medway's portfolio holder, Cllr Ann Example,", "portfolio holder", "Medway"),
        ("Ann Example, leader of neighbouring Rochdale,", "leader of neighbouring Rochdale", None),
        ("Tameside Council also got its result. Its leader, Ann Example,", "leader", None),
        ("Speaking for Tameside Council, Cllr Ann Example", None, None),
        ("Speaking for Norchester Council, Cllr Ann Example", None, None),
        (
            "Ann Example, director of children at City of York Council,",
            "director of children",
            "City of York Council",
        ),
        (
            "Ann Example, director of children at the London Borough of Camden,",
            "director of children",
            "London Borough of Camden",
        ),
        ("Cllr Ann Example, cabinet member for children,", "cabinet member for children", OWN),
        ("Oldham's director of education, Ann Example,", "director of education", OWN),
    ],
)
def test_the_organisation_is_the_one_that_the_text_states(
    before: str, role: str | None, organisation: str | None
) -> None:
    (quotation,) = evidence(f'{before} said: "{WORDS}."').quotations
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ann Example"
    assert (quotation.speaker.role, quotation.speaker.organisation) == (role, organisation)
    assert quotation.speaker.organisation_inferred == (organisation == OWN)


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Neighbouring Bury Council, inspected in July 2021, was praised.", []),
        ("Inspected in July 2021, Bury Council was praised.", []),
        ("Bury Council was praised. It was last inspected in July 2021.", []),
        ("The council was last inspected in July 2021.", ["2021-07"]),
        ("Oldham was last inspected in July 2021, with help from Bury.", ["2021-07"]),
        ("With help from Bury, it moved on since an inspection in July 2021.", ["2021-07"]),
    ],
)
def test_another_councils_inspection_is_none_of_this_ones(text: str, earlier: list[str]) -> None:
    _, *others = evidence(text).inspections
    assert [i.start.value.iso() for i in others if i.start] == earlier


def test_an_inspection_in_a_piece_on_a_school_is_told_of_without_its_grade() -> None:
    text = (
        "Schools news\n\n3 March 2024\n\nOfsted rated Hilltop Primary School in Wigan 'outstanding' last week."
        " Wigan Council's children's services were inspected in February 2024 and the report is awaited.\n"
    )
    found = gather(read_text(text.encode(), Source("d", "d.txt", "")))
    (inspection,) = found.inspections
    assert inspection.start is not None
    assert (inspection.council_name, inspection.start.value.iso()) == ("Wigan", "2024-02")
    assert not found.judgements
