"""Seed 004: a news site's short article; one grade overall, a list of what to improve, a director's statement."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from articles import InspectionTruth
from councilbrief.provenance import Dated, DocumentKind, PartialDate
from variants import days, findings, people, places, statements
from variants.attributions import Office, attributed
from variants.grades import GOOD, INADEQUATE, OUTSTANDING, OVERALL, RI, brief
from variants.marks import CURLY, DOUBLE_CURLY, Hand, draw_hand
from variants.page import Bullets, Layout, draw_bullets, draw_layout
from variants.people import Person
from variants.places import Place, opening, owned
from variants.telling import Telling, Told, quotation
from variants.variant import SourceFacts

MAINTAINED = "We're delighted we've maintained our '{}' rating and received such positive comments from the inspectors."
VERBS = {
    True: (
        "has been rated '{}' by Ofsted",
        "has been judged '{}' by Ofsted",
        "has been given a rating of '{}' by Ofsted",
    ),
    False: (
        "has been rated '{}' by Ofsted",
        "has been branded '{}' by Ofsted",
        "has slipped to '{}', Ofsted has said",
        "has been downgraded to '{}' by Ofsted",
    ),
}
EXTREMES = {
    OUTSTANDING: ("has been given the highest rating possible, '{}', by Ofsted",),
    INADEQUATE: ("has been given the lowest rating possible, '{}', by Ofsted",),
}
FOLLOWS = (
    "It follows an inspection in {}.",
    "The rating follows an inspection in {}.",
    "Inspectors visited the council in {}.",
)
HEADINGS = (
    "Areas the council was told to improve are:",
    "The council was told to work on:",
    "What needs to improve:",
    "Areas for improvement:",
)
HIGHLIGHTED = (
    "the positive work culture within the council's Children's Service, which has built a stable and resilient workforce",
    "the warm welcome given to children new to care, many of whom arrive at night",
    "the council's work with schools, which has kept more pupils in class",
)
REPORTED = ("significant improvements had been made in several areas", *findings.STRONG_CLAUSES[:3])
CULTURE = (
    "there is a strong culture of learning across the Children's Services",
    *findings.STRONG_CLAUSES[3:6],
)
NOTED = (
    "social workers were experienced, skilled and took the time to get to know children they worked with",
    *findings.STRONG_CLAUSES[6:],
)
IMPROVEMENTS = (
    "Up-to-date recording of practice with children and their families that provides an accurate account to inform decision-making for children",
    "Social workers' exploration of the impact of diversity on children's lived experiences",
    "Consistency of decision-making to hold strategy meetings involving partner agencies where concerns are raised for children at risk of significant harm",
    "Social workers having full information from practice reviews and audits for children on their caseloads in order to help them to learn and develop their practice",
)
DEMAND = "There is more demand on Children's Services than ever before and our staff at all levels continue to rise to the challenges we face. I'm so proud of every staff member and how they work, both together and with our partners, to provide all our children and young people with the best start in life."
POSITIVE = "This '{}' rating is a real positive for all of the families we support, showing that we're continuing to provide valuable, high-quality services."
BOARD = "We will take on board the recommendations made by Ofsted and will continue to strive to make improvements so we can achieve the best possible outcomes for all our children."
OPENINGS = {
    True: (MAINTAINED, MAINTAINED, *statements.PLEASED, "We've moved up to '{}' and we mean to stay there."),
    False: (
        "We're disappointed with our '{}' rating, but we're grateful for the honest comments from the inspectors.",
        *statements.SORRY,
    ),
}


@dataclass(frozen=True, slots=True)
class Slots:
    """What moves."""

    place: Place
    top: str
    visited: dt.date
    when: str
    published: str
    grade: str
    verb: str
    follows: str
    strengths: tuple[str, str, str, str]
    heading: str
    improvements: tuple[str, ...]
    bullets: Bullets
    director: Office
    attribution: str
    statement: tuple[str, ...]
    order: tuple[str, ...]
    bottom: str
    hand: Hand
    layout: Layout


SEED = Slots(
    place=places.CHESHIRE_WEST,
    top=".",
    visited=dt.date(2019, 3, 18),
    when="March",
    published="2019-05",
    grade=GOOD,
    verb=VERBS[True][0],
    follows=FOLLOWS[0],
    strengths=(REPORTED[0], CULTURE[0], HIGHLIGHTED[0], NOTED[0]),
    heading=HEADINGS[0],
    improvements=IMPROVEMENTS,
    bullets=Bullets("•", indent="  ", end=";"),
    director=Office(Person("Emma", "Taylor", woman=True), "", "Director of Children's Services"),
    attribution="bare",
    statement=(MAINTAINED, DEMAND, POSITIVE, BOARD),
    order=("strengths", "improvements", "statement"),
    bottom="More from Local",
    hand=Hand(CURLY, (DOUBLE_CURLY,)),
    layout=Layout("\n\n"),
)


def drawn(rng: random.Random) -> Slots:
    """Draw a variant."""
    year = rng.randint(2019, 2025)
    visited = days.draw_weekday(rng, dt.date(year, 1, 7), dt.date(year, 9, 29), 0)
    month = days.month(visited)
    grade = rng.choice((GOOD, GOOD, OUTSTANDING, RI, INADEQUATE))
    happy = grade in (GOOD, OUTSTANDING)
    (director,) = people.cast(rng, 1)
    rest = (DEMAND, BOARD, *statements.PLAIN[:5], *([POSITIVE] if happy else []))
    return Slots(
        place=places.draw_place(rng, year),
        top=rng.choice((".", "", "Advertisement", "Local news")),
        visited=visited,
        when=rng.choice((month, month, f"{month} {year}", f"{month} this year")),
        published=f"{year}-{visited.month + rng.randint(1, 2):02}",
        grade=grade,
        verb=rng.choice((*VERBS[happy], *EXTREMES.get(grade, ()))),
        follows=rng.choice(FOLLOWS),
        strengths=(rng.choice(REPORTED), rng.choice(CULTURE), rng.choice(HIGHLIGHTED), rng.choice(NOTED)),
        heading=rng.choice(HEADINGS),
        improvements=tuple(rng.sample((*IMPROVEMENTS, *findings.IMPROVEMENTS), rng.randint(2, 6))),
        bullets=draw_bullets(rng, SEED.bullets),
        director=Office(director, "", rng.choice(people.DIRECTOR_ROLES)),
        attribution=rng.choice(("bare", "bare", "at,", "of", "first", "role first")),
        statement=statements.draw_statement(rng, OPENINGS[happy], rest, 5),
        order=tuple(rng.sample(SEED.order, 3)),
        bottom=rng.choice(("More from Local", "Read more: five things to do this weekend", "")),
        hand=draw_hand(rng, SEED.hand),
        layout=draw_layout(rng),
    )


def told(slots: Slots) -> Told:
    """Tell it."""
    telling = Telling(slots.hand, slots.layout)
    grade = brief(slots.grade)
    if slots.top:
        telling.as_is(slots.top)
    telling.as_is(f"{slots.place.brief} children's services rated '{grade}' by Ofsted")
    service = f"{opening(owned(slots.place.council))} Children and Families Service"
    telling.say(f"{service} {slots.verb.format(grade)}.")
    telling.say(slots.follows.format(slots.when))
    parts = {"strengths": _strengths, "improvements": _improvements, "statement": _statement}
    for part in slots.order:
        parts[part](slots, telling)
    if slots.bottom:
        telling.noise(slots.bottom)
    inspected = f"{slots.visited:%Y-%m}"
    return telling.told(
        SourceFacts(
            DocumentKind.ARTICLE,
            Dated(PartialDate.parse(slots.published), "inferred: from Ofsted’s report"),
            Dated(PartialDate.parse(inspected), f"inferred: the text says “in {days.month(slots.visited)}”"),
        ),
        council=slots.place.short,
        published=None,
        inspection=InspectionTruth(inspected, inspected, "ilacs-2018" if slots.visited.year < 2023 else "ilacs-2023", graded=True, lead_inspectors=()),
        judgements={OVERALL: slots.grade},
    )  # fmt: skip


def _strengths(slots: Slots, telling: Telling) -> None:
    reported, culture, highlighted, noted = (telling.strength(clause) for clause in slots.strengths)
    telling.say(f"The report stated {reported} and that {culture}.")
    telling.say(f"It also highlighted {highlighted}, and noted that {noted}.\u00a0\u00a0")


def _improvements(slots: Slots, telling: Telling) -> None:
    telling.listed(slots.heading, slots.improvements, slots.bullets, praise=False)


def _statement(slots: Slots, telling: Telling) -> None:
    if slots.statement[0] == MAINTAINED:
        telling.before(OVERALL, slots.grade)
    words = attributed(slots.director, slots.place, slots.attribution)
    said = [paragraph.format(brief(slots.grade)) for paragraph in slots.statement]
    telling.statement(
        words.lead, quotation(said, slots.director.person.name, words.role, organisation=words.organisation)
    )
