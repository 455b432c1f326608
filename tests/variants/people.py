"""Invented people of many backgrounds, their titles, parties and offices."""

from __future__ import annotations

import random
from dataclasses import dataclass

WOMEN = (
    "Carys", "Siân", "Angharad", "Agnieszka", "Zofia", "Katarzyna", "Priya", "Nasreen", "Sunita", "Ayesha",
    "Mary Ann", "Anne-Marie", "Bernadette", "Philippa", "Hazel", "Oluwaseun", "Grainne", "Maureen", "Tamsin",
    "Josephine", "Rukhsana", "Beverley", "Lynne", "Ottilie", "Denise",
)  # fmt: skip
MEN = (
    "Rhys", "Gethin", "Emlyn", "Tomasz", "Piotr", "Wojciech", "Rajesh", "Imran", "Harpreet", "Mohammed",
    "Jean-Paul", "Alastair", "Desmond", "Fergus", "Neville", "Kwame", "Cormac", "Gareth", "Barnaby",
    "Leonard", "Tariq", "Howard", "Keith", "Auberon", "Winston",
)  # fmt: skip
SURNAMES = (
    "O’Halloran", "O’Shea", "McAllister", "McCrindle", "MacGillivray", "Llewellyn", "Prydderch", "ap Gwilym",
    "Wiśniewska-Hill", "Kowalczyk", "Nowak", "Chowdhury", "Ramanathan", "Siddiqui", "Kaur Dhillon", "Begum",
    "Thistlethwaite", "Ashworth-Lane", "Featherstonehaugh", "Pickersgill", "Fairclough", "Oyelaran", "Mbeki-Shaw",
    "van der Velde", "de Souza", "St John", "Postlethwaite", "Garside", "Hollingdale", "Birtwhistle", "Cragg",
    "Entwistle", "Farrant", "Gudgeon", "Hebblethwaite", "Iremonger", "Jolley", "Kettlewell", "Lomax", "Murgatroyd",
)  # fmt: skip
TITLES = ("Councillor", "Cllr", "Coun", "Clr")
PARTIES = ("Conservative", "Labour", "Liberal Democrat", "Green", "Independent")
LEAD_ROLES = (
    "lead member for children and families",
    "lead member for children",
    "cabinet member for children’s services",
    "cabinet member for children, young people and education",
    "cabinet member for children and young people",
    "portfolio holder for children and families",
    "executive member for children’s services",
)
DIRECTOR_ROLES = (
    "Director of Children’s Services",
    "Executive Director for Children and Young People",
    "Director for Children, Families and Education",
    "interim Director of Children’s Services",
    "Chief Executive",
)
WARDS = (
    "Ettiley Heath and Wheelock", "Millbrook and Fenwick", "Highfield", "Canal Street", "Upper Marsh", "Oakenhurst",
    "Westgate and the Lanes", "St Oswald’s", "Coldharbour", "Priory and Quayside",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented."""

    first: str
    last: str
    woman: bool

    @property
    def name(self) -> str:
        """Write first and last name."""
        return f"{self.first} {self.last}"

    @property
    def they(self) -> str:
        """Return the pronoun that opens a sentence."""
        return "She" if self.woman else "He"

    @property
    def their(self) -> str:
        """Return the possessive."""
        return "her" if self.woman else "his"


def draw_parties(rng: random.Random, year: int, count: int) -> list[str]:
    """Draw different parties that sat on councils in a year."""
    return rng.sample((*PARTIES, "Reform UK" if year > 2020 else "UKIP"), count)


def cast(rng: random.Random, count: int) -> tuple[Person, ...]:
    """Draw people with different surnames and first names."""
    lasts = rng.sample(SURNAMES, count)
    women = [rng.random() < 0.5 for _ in lasts]
    firsts = {True: rng.sample(WOMEN, count), False: rng.sample(MEN, count)}
    return tuple(
        Person(firsts[woman][index], _fitted(last, woman=woman), woman)
        for index, (last, woman) in enumerate(zip(lasts, women, strict=True))
    )


def _fitted(last: str, *, woman: bool) -> str:
    """Fit a surname that only one sex bears."""
    if last == "ap Gwilym" and woman:
        return "ferch Gwilym"
    if last == "Begum" and not woman:
        return "Uddin"
    if last == "Kaur Dhillon" and not woman:
        return "Singh Dhillon"
    return last if woman else last.replace("Wiśniewska", "Wiśniewski")
