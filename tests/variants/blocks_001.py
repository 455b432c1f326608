"""The blocks of seed 001 that may stand in any order: who says what about the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from variants.grades import LEAVERS, MERGED, NUMBERS
from variants.places import owned
from variants.telling import Telling, quotation

if TYPE_CHECKING:  # the seed's file imports this one
    from variants.seed_001 import Slots

JTAI = "Following the Joint Targeted Area Inspection (JTAI) in {jtai}, when areas for priority action were identified for children at risk of child exploitation, practice shortfalls have been addressed effectively."
NEVERTHELESS = "Nevertheless, there is much more to do to improve the quality of practice to ensure a consistent response to the most vulnerable children and care leavers in {here}."
# More sentences for the quoted report: True are strengths.
REPORT = {
    True: (
        "Help for disabled children is skilled, and parents speak of it with warmth.",
        "Foster carers in {here} are well trained and well supported.",
    ),
    False: (
        "Too often, plans are left to drift when a social worker moves on.",
        "Managers do not always challenge delay in services for {whom}.",
    ),
}


def _former(slots: Slots, telling: Telling) -> None:
    years = NUMBERS[slots.since]
    if slots.unhappy:
        words = (
            f"In {slots.former_year}, we were so pleased with the outcome of {_curly_owned(slots.outsider)} feedback.",
            "However, even then, I made it clear we could not rest on our laurels and indeed, we delivered further improvements later that year.",
            f"To see those excellent results decline in just {years} years is heartbreaking and our young people, in care and leaving care, deserve better.",
        )
    else:
        words = (
            f"In {slots.former_year}, we set out to put right what {_curly_owned(slots.outsider)} feedback had shown us.",
            "It was slow work, and I made it clear we could not rest on our laurels.",
            f"To see those plans bear fruit after {years} years is heartening, and our young people, in care and leaving care, deserve nothing less.",
        )
    office = slots.former
    telling.statement(
        f"{slots.former_party} {office.styled}, who was the {office.role} in {slots.former_year}, said: ",
        quotation(words, office.person.name, office.role, party=slots.former_party, past=True),
    )


def _curly_owned(name: str) -> str:
    return owned(name).replace("'", "’")


def _attack(slots: Slots, telling: Telling) -> None:
    person, blamed, years = slots.attacker.person, slots.lead.role, NUMBERS[slots.since]
    role = slots.attacker.role.format(party=slots.attacker_party)
    if slots.unhappy:
        call = f"the resignation of the council's {blamed}"
        words = (
            f"Over the past {years} years, the {blamed} has consistently failed in their leadership to challenge, oversee and maintain the care of our most vulnerable residents, or the functionality of the service, to such unprecedented levels the whole council is staring a Section 114 bankruptcy Notice in the face.",
            "It is time they ‘consider their position’ and resign this vital, statutory role to someone better able to fulfill it.",
        )
    else:
        call = "the extra money for social workers to be made permanent"
        words = (
            f"Over the past {years} years we have asked again and again for smaller caseloads, and this report shows what a difference they make.",
            "It is time to write that into the budget, whoever runs the council next year.",
        )
    where = f" at {slots.place.here}" if role.endswith("group leader") else ""
    telling.say(f"{slots.attacker.styled}, the {role}{where}, called for {call}.")
    telling.statement(
        f"{person.they} added: ",
        quotation(words, person.name, role, party=slots.attacker_party, sensitive=slots.unhappy),
    )


def _lead(slots: Slots, telling: Telling) -> None:
    office = slots.lead
    telling.say(
        f"{office.styled}, {office.role}, pointed to swift action taken by the council to rectify gaps in the service to care-experienced young adults and address other feedback from the report."
    )
    aim = telling.snippet(
        "to ensure services to children are consistently good",
        accept=("plan", "council", office.person.name.lower()),
    )
    telling.say(
        f"An action plan has also been drawn up setting out further improvements to be implemented over the next {slots.months} months {aim}."
    )
    telling.statement(f"{office.short} said: ", quotation(slots.statement, office.person.name, office.role))


def _noted(slots: Slots, telling: Telling) -> None:
    first, second = (telling.strength(clause.format(here=slots.place.here)) for clause in slots.noted)
    comma = "," if second.startswith("despite") else ""
    telling.say(f"The report also noted {first} and that{comma} {second}.")


def _ward(slots: Slots, telling: Telling) -> None:
    office = slots.ward
    if slots.unhappy:
        end = (
            "actually relates to the experience of 18 to 25-year-old care-experienced young adults"
            if slots.area in (LEAVERS, MERGED)
            else "says nothing of the good work that residents see"
        )
        words = (
            f"I feel for the staff who have worked so hard to improve the lives of children in {slots.place.here}.",
            f"Now, despite the Ofsted report recognising the improvements in their areas, children’s services will be badged with the overall one-word Ofsted rating that {end}.",
        )
    else:
        words = (
            f"I'm pleased for the staff who have worked so hard to improve the lives of children in {slots.place.here}.",
            "Now I hope that those who stayed through the hard years will hear how much it meant to families.",
        )
    if slots.ward_party:
        ward = office.role.removeprefix("ward councillor for ")
        truth = quotation(words, office.person.name, None, party=slots.ward_party)
        telling.statement(f"{office.styled} ({slots.ward_party}, {ward}) added: ", truth)
    else:
        telling.statement(
            f"{office.styled}, {office.role}, added: ", quotation(words, office.person.name, office.role)
        )


BLOCKS: dict[str, Callable[[Slots, Telling], None]] = {
    "former": _former,
    "attack": _attack,
    "lead": _lead,
    "noted": _noted,
    "ward": _ward,
}
