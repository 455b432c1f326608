"""What somebody is, as a text tells it beside the name: the office and no more, or nothing."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Speaker
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

LEAD = (
    "Ofsted praises Barnet children’s services\n\nBarnet Council was rated good by Ofsted in June 2023.\n\n"
)
SAID = "“We are so pleased with this result for our children.”"

BEHIND_THE_NAME = {
    "Cllr Ann Smith, Barnet Council’s lead member for children, young people and families, said: ": (
        "lead member for children, young people and families"
    ),
    "Ann Smith, the borough’s cabinet member for children, education and refugees, said: ": (
        "cabinet member for children, education and refugees"
    ),
    "Ann Smith, chair of the Norbury Parent Carer Forum, said: ": "chair of the Norbury Parent Carer Forum",
    "Ann Smith, Barnet’s chief executive since July, said: ": "chief executive",
    "Ann Smith, chief executive until 2019, said: ": "chief executive until 2019",
    "Ann Smith, medical director at the ICB, said: ": "medical director at the ICB",
    "Ann Smith, the cabinet member responsible, said: ": "cabinet member responsible",
    "Ann Smith, Executive Director Children’s Services, said: ": "Executive Director Children’s Services",
    "Ann Smith, GMB Organiser, said: ": "Organiser",
    "Ann Smith, MP for Harrow East, said: ": "MP for Harrow East",
    "Dame Ann Smith MP said: ": "MP",
    "Sir Alan Smith OBE, chair of the board, said: ": "chair of the board",
    "Cllr Ann Smith (Labour, Mill Ward, shadow cabinet member for children), said: ": (
        "shadow cabinet member for children"
    ),
    "Ann, a care leaver from Acton, said: ": "care leaver from Acton",
    "Tariq, 22, who is a member of the Children in Care Council, said: ": (
        "member of the Children in Care Council"
    ),
    "Baroness Smith of Harrow, the borough’s patron, said: ": "patron",
}
BEFORE_THE_NAME = {
    "The chairwoman of the Norbury Fostering Forum, Mrs Ann Smith, said: ": (
        "chairwoman of the Norbury Fostering Forum"
    ),
    "The Chair of Barnet LSCB, Ann Smith, said: ": "Chair of Barnet LSCB",
    "The lead councillor for children, Cllr Ann Smith, said: ": "lead councillor for children",
    "The children’s minister, Ann Smith, said: ": "children’s minister",
    "The force’s crime commissioner, Ann Smith, said: ": "crime commissioner",
    "Independent scrutineer Ann Smith said: ": "Independent scrutineer",
    "Deputy Chief Executive and Director Ann Smith said: ": "Deputy Chief Executive and Director",
    "Commissioner Dame Ann Smith said: ": "Commissioner",
    "His Majesty’s Inspector Ann Smith said: ": "His Majesty’s Inspector",
    "Norbury councillor Ann Smith said: ": "Norbury councillor",
    "But ward councillor Ann Smith said: ": "ward councillor",
    "Opposition councillor Ann Smith said: ": "Opposition councillor",
    "Care leaver Ann, 19, said: ": "Care leaver",
    "Harrow East MP Ann Smith said: ": "MP",
    "When the cabinet member, Cllr Ann Smith, told your reporter: ": "cabinet member",
}
IN_A_SENTENCE = {
    "Ann Smith, who took over as director of children’s services in May, said: ": (
        "director of children’s services"
    ),
    "Ann Smith, who joined us as Director of Children’s Services in January, said: ": (
        "Director of Children’s Services"
    ),
    "Ann Smith, who has just been made the council’s permanent director of people, said: ": "director of people",
    "Ann Smith is our Director of Children’s Services. She said: ": "Director of Children’s Services",
    "Ann Smith is the director now. She said: ": "director",
    "Ann Smith became Barnet’s director of people in 2021. She said: ": "director of people",
    "Barnet has appointed Ann Smith as its next director of people. She said: ": "director of people",
    "Ann Smith, who chairs the education, children and families committee, said: ": (
        "who chairs the education, children and families committee"
    ),
    "Ann Smith, who leads for Labour on children, said: ": "who leads for Labour on children",
    "Ann Smith, who holds the children’s brief, said: ": "who holds the children’s brief",
}
NO_OFFICE = (
    "Green councillor Ann Smith said: ",  # the party and the title say so
    "His successor, Ann Smith, said: ",
    "Ann Smith, in opposition, said: ",
    "For the opposition, Conservative Cllr Ann Smith said: ",
    "Local families told councillor Ann Smith so. Ms Smith said: ",
    "Ann Smith is proud of the director. She said: ",
    "Ann Smith was told that the director had left. She said: ",
    "Ann Smith, who hopes to be leader one day, said: ",
    "Ann Smith will become director of people in May. She said: ",
    "Ann Smith, who holds her breath, said: ",
    "The council’s Ann Smith said: ",
)


def speaker(told: str) -> Speaker:
    """Return who says some words in an article."""
    found = gather(read_text((LEAD + told + SAID).encode(), Source("d", "d.txt", ""))).quotations[0].speaker
    assert found is not None
    return found


@pytest.mark.parametrize(("told", "role"), {**BEHIND_THE_NAME, **BEFORE_THE_NAME, **IN_A_SENTENCE}.items())
def test_the_office_is_told_and_no_more(told: str, role: str) -> None:
    """Neither the owner, nor the clause round it, is a part of it."""
    assert speaker(told).role == role


@pytest.mark.parametrize("told", NO_OFFICE)
def test_none_is_told_where_the_text_tells_none(told: str) -> None:
    """What somebody is to somebody else, or hopes to be, is no office."""
    assert speaker(told).role is None


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("The council praised director ", "director"),
        ("The council heard from director ", "director"),
        ("The group met chief executive ", "chief executive"),
        ("Members of the scrutiny board questioned director ", "director"),
        ("A council spokesman said leader ", "leader"),
        ("Children at the school thanked head teacher ", "head teacher"),
    ],
)
def test_the_sentence_before_an_office_is_no_part_of_it(before: str, role: str) -> None:
    """What somebody does to the director is not what the director is."""
    assert speaker(f"{before}Ann Smith. Ms Smith said: ").role == role


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Detective Superintendent Ann Smith, of Essex Police, said: ", "Detective Superintendent"),
        ("Assistant Chief Constable Ann Smith said: ", "Assistant Chief Constable"),
        ("Elected Mayor Ann Smith said: ", "Elected Mayor"),
    ],
)
def test_a_rank_belongs_to_the_title(told: str, title: str) -> None:
    """Neither part of it is the bearer's name or an office beside it."""
    found = speaker(told)
    assert (found.title, found.name, found.role) == (title, "Ann Smith", None)


def test_the_council_of_an_office_is_the_one_that_owns_it() -> None:
    """`Barnet Council’s director` is of Barnet, `Salford Council’s` is not."""
    assert speaker("Ann Smith, Barnet Council’s director, said: ").organisation == "Barnet Council"
    assert speaker("Ann Smith, Salford Council’s director, said: ").organisation == "Salford Council"


def test_initials_before_an_office_are_the_body_that_it_is_held_in() -> None:
    """`FFK Chair` is the chair of FFK; a page's own word in capitals is no body."""
    found = speaker("FFK Chair, Dame Ann Smith, said: ")
    assert (found.role, found.organisation) == ("Chair", "FFK")
    assert speaker("BREAKING Leader Ann Smith said: ").organisation == "London Borough of Barnet"


def test_who_stands_beside_the_leader_is_not_the_leader() -> None:
    """`The leader and Ann Smith` are two people."""
    assert speaker("The leader and Ann Smith met. Ms Smith said: ").role is None


def test_an_independent_chair_is_of_no_party() -> None:
    """An independent councillor is."""
    assert speaker("Independent chair Ann Smith said: ").party is None
    assert speaker("Independent councillor Ann Smith said: ").party == "Independent"
