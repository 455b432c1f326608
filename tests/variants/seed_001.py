"""Seed 001: a paper's article; an inspector quoted from the report, a past office, a call to resign, mixed marks."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from articles import InspectionTruth
from councilbrief.provenance import Dated, DocumentKind, PartialDate
from variants import days, findings, people, places, statements
from variants.attributions import Office
from variants.blocks_001 import BLOCKS, JTAI, NEVERTHELESS, REPORT
from variants.grades import (
    GOOD,
    HELP,
    IN_CARE,
    INADEQUATE,
    LEAVERS,
    MERGED,
    OUTSTANDING,
    OVERALL,
    RI,
    article,
    brief,
)
from variants.marks import DOUBLE_STRAIGHT, KEPT, Hand, Marks, draw_hand
from variants.page import Layout, draw_layout
from variants.people import Person
from variants.places import Place, opening, owned, shouted
from variants.telling import Telling, Told, quotation
from variants.variant import SourceFacts

SERVED = {
    LEAVERS: "care leavers",
    IN_CARE: "children in care",
    HELP: "children who need help and protection",
    MERGED: "children in care and care leavers",
}
VARIABLE = "the quality of practice, as well as the experience and progress of children and young people, is too variable"
CHANGES = {
    True: (
        "slipped to {} rating",
        "were downgraded to {} rating",
        "dropped to {} rating",
        "were handed {} rating",
    ),
    False: ("climbed to {} rating", "moved up to {} rating", "were awarded {} rating"),
}
OVERALL_RATINGS = ("an overall {} rating", "an overall rating of {}", "an overall rating of '{}'")
RULES = (
    "Comments: Our rules",
    "We want our comments to be a lively and valuable part of our community - a place where readers can debate and engage with the most important local issues. The ability to comment on our stories is a privilege, not a right, however, and that privilege may be withdrawn if it is abused or misused.",
    "Please report any comments that break our rules.",
    "Read the rules here",
)
NEWSLETTER = (
    "Get involved with the news in your community",
    "Send your stories and photos",
    "Subscribe to read without adverts",
)


@dataclass(frozen=True, slots=True)
class Slots:
    """What moves."""

    place: Place
    published: dt.date
    day_form: str
    overall: str
    area: str
    change: str
    overall_rating: str
    last_inspected: int
    strengths: tuple[str, ...]
    weak: tuple[str, str]
    suggested: tuple[str, ...]
    inspector: Person
    inspector_role: str
    report: tuple[str, ...]
    jtai: str
    former: Office
    former_party: str
    former_year: int
    since: int
    outsider: str
    attacker: Office
    attacker_party: str
    lead: Office
    statement: tuple[str, ...]
    months: int
    noted: tuple[str, str]
    ward: Office
    ward_party: str
    order: tuple[str, ...]
    noise: tuple[str, ...]
    hand: Hand
    layout: Layout

    @property
    def unhappy(self) -> bool:
        """Say whether the result is a bad one."""
        return self.overall in (INADEQUATE, RI)

    @property
    def grade(self) -> str:
        """Return the grade of the one area that is named."""
        return {INADEQUATE: INADEQUATE, OUTSTANDING: GOOD}.get(self.overall, RI)


SEED = Slots(
    place=places.CHESHIRE_EAST,
    published=dt.date(2024, 5, 16),
    day_form="May 16",
    overall=INADEQUATE,
    area=LEAVERS,
    change=CHANGES[True][0],
    overall_rating=OVERALL_RATINGS[0],
    last_inspected=2019,
    strengths=("shortfalls around the risk of child exploitation being addressed", "the development and opening of family hubs"),
    weak=(VARIABLE, "insufficient improvements had been made to services for children subject to 'child in need' and child protection plans"),
    suggested=(
        "senior leaders' oversight of performance",
        "the quality, consistency and responsiveness of support, advice and guidance for care leavers",
        "the quality and frequency of visits to children",
    ),
    inspector=Person("Teresa", "Godfrey", woman=True),
    inspector_role="inspector",
    report=(JTAI, "The development and opening of family hubs have strengthened the early help offer, enabling more families to access timely and appropriate support.", NEVERTHELESS, "Senior leaders had not recognised, until this inspection, the extent of improvement required in services for {whom}."),
    jtai="July 2022",
    former=Office(Person("Jos", "Saunders", woman=False), "councillor", "cabinet member for children’s services"),
    former_party="Conservative",
    former_year=2018,
    since=5,
    outsider="Mark Riddell",
    attacker=Office(Person("Janet", "Clowes", woman=True), "Cllr", "{party} group leader"),
    attacker_party="Conservative",
    lead=Office(Person("Carol", "Bulman", woman=True), "Cllr", "lead member for children"),
    statement=(
        "We are of course disappointed with the outcome of this latest inspection and are sorry that some aspects of our support for young people does not meet the expected standard.",
        "However, we accept the findings and are committed to addressing all the inspectors’ recommendations.",
    ),
    months=18,
    noted=("staff enjoyed working in {here}", "despite facing financial pressures, the council had made further investment to strengthen services and increase staffing"),
    ward=Office(Person("Laura", "Crane", woman=True), "Cllr", "ward councillor for Ettiley Heath and Wheelock"),
    ward_party="",
    order=("former", "attack", "lead", "noted", "ward"),
    noise=RULES,
    hand=Hand(KEPT, (DOUBLE_STRAIGHT, Marks(("“", '"'), "”"), DOUBLE_STRAIGHT, DOUBLE_STRAIGHT, DOUBLE_STRAIGHT)),
    layout=Layout("\n"),
)  # fmt: skip


def drawn(rng: random.Random) -> Slots:
    """Draw a variant."""
    year = rng.randint(2019, 2025)
    overall = rng.choice((INADEQUATE, INADEQUATE, RI, GOOD, OUTSTANDING))
    unhappy = overall in (INADEQUATE, RI)
    inspector, former, outsider, attacker, lead, ward = people.cast(rng, 6)
    area = rng.choice((HELP, MERGED) if year < 2023 else (HELP, IN_CARE, LEAVERS))
    title = rng.choice(("Cllr", "Coun", "Councillor", "Clr"))
    openings = (SEED.statement[0], *statements.SORRY) if unhappy else statements.PLEASED
    since = rng.randint(3, 7)
    order = list(SEED.order)
    rng.shuffle(order)
    for block in rng.sample(("former", "attack", "noted", "ward"), rng.choice((0, 0, 1, 2))):
        order.remove(block)
    parties = people.draw_parties(rng, year, 2)
    return Slots(
        place=places.draw_place(rng, year),
        published=days.draw_weekday(rng, dt.date(year, 3, 1), dt.date(year, 11, 28), rng.randrange(5)),
        day_form=rng.choice((*days.SHORT_FORMS, *days.SHORT_FORMS, *days.DAY_FORMS[:4])),
        overall=overall,
        area=area,
        change=rng.choice(CHANGES[unhappy]),
        overall_rating=rng.choice(OVERALL_RATINGS),
        last_inspected=year - rng.randint(3, 5),
        strengths=tuple(rng.sample((*SEED.strengths, *findings.STRONG_NOUNS), rng.randint(2, 3))),
        weak=(rng.choice((*findings.WEAK_CLAUSES[:3], *([VARIABLE] if overall != OUTSTANDING else []))), rng.choice((SEED.weak[1], *findings.WEAK_CLAUSES[3:]))),
        suggested=tuple(rng.sample((*SEED.suggested, *findings.WEAK_NOUNS), rng.randint(2, 4))),
        inspector=inspector,
        inspector_role=rng.choice(("inspector", "inspector", "lead inspector", "Ofsted inspector")),
        report=_report(rng, unhappy=unhappy),
        jtai=f"{rng.choice(days.MONTHS)} {year - 2}",
        former=Office(former, rng.choice(("councillor", "Cllr", "Coun")), rng.choice(people.LEAD_ROLES)),
        former_party=parties[0],
        former_year=year - since,
        since=since,
        outsider=outsider.name,
        attacker=Office(attacker, title, rng.choice(("{party} group leader", "leader of the {party} group"))),
        attacker_party=parties[1],
        lead=Office(lead, title, rng.choice(people.LEAD_ROLES)),
        statement=_statement(rng, openings),
        months=rng.choice((6, 9, 12, 18, 24)),
        noted=(rng.choice((SEED.noted[0], *findings.STRONG_CLAUSES[:4])), rng.choice((SEED.noted[1], *findings.STRONG_CLAUSES[4:]))),
        ward=Office(ward, title, f"ward councillor for {rng.choice(people.WARDS)}"),
        ward_party=rng.choice(("", "Lab", "Con", "Lib Dem", "Green")),
        order=tuple(order),
        noise=rng.choice((RULES, NEWSLETTER, ())),
        hand=draw_hand(rng, SEED.hand),
        layout=draw_layout(rng),
    )  # fmt: skip


def _statement(rng: random.Random, openings: tuple[str, ...]) -> tuple[str, ...]:
    first, *rest = statements.draw_statement(rng, openings, statements.PLAIN, 4)
    # "However, we accept the findings" answers the seed's own first paragraph only.
    return (first, *SEED.statement[1:], *rest) if first == SEED.statement[0] else (first, *rest)


def _report(rng: random.Random, *, unhappy: bool) -> tuple[str, ...]:
    strong = rng.sample((*SEED.report[:2], *REPORT[True]), rng.randint(1, 3))
    weak = rng.sample((SEED.report[3], *REPORT[False]), rng.randint(0, 2))
    return (*strong, NEVERTHELESS, *weak) if unhappy else (*strong, *weak[:1])


def told(slots: Slots) -> Told:
    """Tell it."""
    telling = Telling(slots.hand, slots.layout)
    _opening(slots, telling)
    _report_quoted(slots, telling)
    for block in slots.order:
        BLOCKS[block](slots, telling)
    for line in slots.noise:
        telling.noise(line)
    stated = slots.day_form not in days.SHORT_FORMS
    published = slots.published.isoformat()
    year = slots.published.year
    basis = "stated" if stated else "inferred: the text says “today”; the year from the council’s release"
    return telling.told(
        SourceFacts(
            DocumentKind.ARTICLE,
            Dated(PartialDate.parse(published), basis),
            Dated(PartialDate(year), "inferred: the text says “earlier this year”"),
        ),
        council=slots.place.short,
        published=published if stated else None,
        # "Earlier this year" tells no month.
        inspection=InspectionTruth(
            None,
            None,
            "ilacs-2018" if year < 2023 else "ilacs-2023",
            graded=True,
            lead_inspectors=_lead_inspectors(slots),
        ),
        judgements={OVERALL: slots.overall, slots.area: slots.grade},
    )


def _lead_inspectors(slots: Slots) -> tuple[str, ...]:
    return (slots.inspector.name,) if slots.inspector_role == "lead inspector" else ()


def _opening(slots: Slots, telling: Telling) -> None:
    change = slots.change.format(f"{article(slots.overall)} '{brief(slots.overall)}'")
    words = "much more to do to improve" if slots.unhappy else "a great deal to be proud of"
    note = telling.improvement if slots.unhappy else telling.strength
    told_that = telling.snippet(
        note(words, optional=True), accept=("ofsted", "report", "inspector", slots.inspector.name.lower())
    )
    telling.say(
        f"{shouted(opening(slots.place.council))} has been told there is {told_that} after its children's services {change}."
    )
    day = days.written(slots.published, slots.day_form)
    telling.say(
        f"Education and children's services watchdog Ofsted carried out an inspection of the council earlier this year before publishing its report today ({day})."
    )
    *first, last = [telling.strength(clause) for clause in slots.strengths]
    telling.say(
        f"The inspector noted improvements in some areas of practice had been made since the last inspection in {slots.last_inspected}, such as {', '.join(first)} and {last}."
    )
    telling.say(f"But it was found {telling.improvement(slots.weak[0])}{_area(slots)}.")
    telling.say(f"It was also noted {telling.improvement(slots.weak[1])}.")


def _area(slots: Slots) -> str:
    whom, grade = SERVED[slots.area], "requires improvement" if slots.grade == RI else f"is {slots.grade}"
    if slots.weak[0] == VARIABLE:
        return f" and for {whom}, it {grade}"
    return f", {'although' if slots.grade == GOOD else 'and'} support for {whom} {grade}"


def _report_quoted(slots: Slots, telling: Telling) -> None:
    whom = SERVED[slots.area]
    words = [text.format(jtai=slots.jtai, here=slots.place.here, whom=whom) for text in slots.report]
    # Sentences of the quoted report are findings too, but an article's reader may leave them to the quotation.
    for text, template in zip(words, slots.report, strict=True):
        weak = template == NEVERTHELESS or template in (SEED.report[3], *REPORT[False])
        (telling.improvement if weak else telling.strength)(text.rstrip("."), optional=True)
    role = "inspector" if slots.inspector_role == "Ofsted inspector" else slots.inspector_role
    rating = slots.overall_rating.format(brief(slots.overall))
    lead = f"In {slots.inspector.their} report, which gave {owned(slots.place.here)} children's services {rating}, {slots.inspector_role} {slots.inspector.name} said: "
    organisation = "Ofsted" if slots.inspector_role == "Ofsted inspector" else None
    telling.statement(
        lead, quotation(words, slots.inspector.name, role, organisation=organisation, inferred=False)
    )
    *first, last = [telling.improvement(noun) for noun in slots.suggested]
    telling.say(f"Suggested improvements in the report include {'; '.join(first)}; and {last}.")
