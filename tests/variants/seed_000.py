"""Seed 000: a council's release on a village site; a statement, grades told as a set, lost spaces."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from articles import InspectionTruth
from councilbrief.provenance import Dated, DocumentKind, PartialDate
from variants import days, findings, people, places, statements
from variants.attributions import RELEASE_FORMS, Office, attributed, draw_title
from variants.grades import (
    AREAS,
    GOOD,
    INADEQUATE,
    LEAVERS,
    NO_OVERALL,
    NUMBERS,
    OUTSTANDING,
    OVERALL,
    RI,
    WORDING,
    requiring,
)
from variants.marks import DOUBLE_STRAIGHT, KEPT, Hand, draw_hand
from variants.page import Bullets, Layout, draw_bullets, draw_layout
from variants.people import Person
from variants.places import Place, opening
from variants.telling import Telling, Told, quotation
from variants.variant import SourceFacts
from variants.words_000 import CONTACTS, FOOTER, HEADLINES, LINKS, OTHER_FOOTER, PRAISE, QUALITY, WANTED, WHOM

# The first and the last Monday on which an inspection is made to start.
ERAS = {
    "ilacs-2018": (dt.date(2018, 6, 4), dt.date(2022, 12, 5)),
    "ilacs-2023": (dt.date(2023, 1, 9), dt.date(2026, 3, 9)),
    "ilacs-2026": (dt.date(2026, 4, 13), dt.date(2026, 7, 6)),
}


@dataclass(frozen=True, slots=True)
class Slots:
    """What moves."""

    place: Place
    lead: Office
    officer: Person
    published: dt.date
    day_forms: tuple[str, str]
    start: dt.date
    end: dt.date
    spell_form: str
    framework: str
    odd: str
    grade: str
    rest: str
    overall: str
    headline: str
    headings: tuple[str, str]
    strengths: tuple[str, ...]
    improvements: tuple[str, ...]
    areas_listed: bool
    statement: tuple[str, ...]
    attribution: str
    order: tuple[str, ...]
    link: bool
    notes: tuple[str, str]
    footer: tuple[str, ...]
    areas_bullets: Bullets
    bullets: Bullets
    hand: Hand
    layout: Layout

    @property
    def grades(self) -> dict[str, str]:
        """Return the grade of each area."""
        return {area: self.grade if area == self.odd else self.rest for area in AREAS[self.framework]}


SEED = Slots(
    place=places.CHESHIRE_EAST,
    lead=Office(Person("Carol", "Bulman", woman=True), "Councillor", "lead member for children and families"),
    officer=Person("Tim", "Oliver", woman=False),
    published=dt.date(2024, 5, 16),
    day_forms=("16 May 2024", "16 May 2024"),
    start=dt.date(2024, 2, 26),
    end=dt.date(2024, 3, 8),
    spell_form="from 26th",
    framework="ilacs-2023",
    odd=LEAVERS,
    grade=INADEQUATE,
    rest=RI,
    overall="by rule",
    headline=HEADLINES[True][0],
    headings=(PRAISE[0], WANTED[0]),
    strengths=(
        "Significant progress has been made in improving arrangements for those who go missing or at risk of exploitation",
        "Senior leaders express a tangible ambition to do the right thing to help, protect and care for the most vulnerable children in Cheshire East",
        "Staff knew children and young people well and spoke about them with warmth",
    ),
    improvements=("Ensuring social work visits€are in line with children's needs and improved recording",),
    areas_listed=True,
    statement=(
        "We are, of course, deeply disappointed with the outcome of this latest inspection and are sorry that some aspects of our support for young people does not meet the expected standard. However, we accept the findings and€are committed to addressing all the inspectors' recommendations.",
        "I'd like to thank all the staff who support children, young people and their families, day in day out, with dedication, commitment and care. I am proud of how they have responded to the judgement and have committed to deliver the improvements set out in the report.",
        "Work is already under way to improve the experiences of our children and young people, learning from this inspection and building on the progress we have made over the last few years.€I know this inspection will be a positive catalyst for change and we need to use it as an opportunity to reflect, learn and keep moving forwards.",
        "Our focus continues to be on achieving excellent outcomes for children and young people through establishing consistently good practice.",
    ),
    attribution="at",
    order=("strengths", "improvements", "statement"),
    link=True,
    notes=(LINKS[0], CONTACTS[0]),
    footer=FOOTER,
    areas_bullets=Bullets("", end=";", last=".", penultimate="; and"),
    bullets=Bullets("--", end=";", last=";"),
    hand=Hand(KEPT, (DOUBLE_STRAIGHT,)),
    layout=Layout("\n"),
)


def drawn(rng: random.Random) -> Slots:
    """Draw a variant."""
    framework = rng.choice(tuple(ERAS) * 2 + ("ilacs-2018", "ilacs-2023"))
    start = days.draw_weekday(rng, *ERAS[framework], 0)
    place = places.draw_place(rng, start.year)
    lead, officer = people.cast(rng, 2)
    grade, rest = rng.choice(
        (
            (INADEQUATE, RI),
            (RI, GOOD),
            (OUTSTANDING, GOOD),
            (GOOD, RI),
            (GOOD, OUTSTANDING),
            (INADEQUATE, GOOD),
        )
    )
    unhappy = INADEQUATE in (grade, rest) or rest == RI
    strengths = (*SEED.strengths, *findings.STRENGTHS)
    improvements = (*SEED.improvements, *findings.IMPROVEMENTS)
    openings = (SEED.statement[0], *statements.SORRY) if unhappy else statements.PLEASED
    return Slots(
        place=place,
        lead=Office(lead, draw_title(rng, ("Councillor", "Cllr")), rng.choice(people.LEAD_ROLES)),
        officer=officer,
        published=days.after(start, rng.randint(50, 85)),
        day_forms=(rng.choice(days.DAY_FORMS), rng.choice(days.DAY_FORMS[:4])),
        start=start,
        end=start + dt.timedelta(days=rng.choice((4, 11))),
        spell_form=rng.choice(days.SPELL_FORMS),
        framework=framework,
        odd=rng.choice(AREAS[framework]),
        grade=grade,
        rest=rest,
        overall=_overall(rng, framework, unhappy=INADEQUATE in (grade, rest)),
        headline=rng.choice(HEADLINES[unhappy]).format(place.brief),
        headings=(rng.choice(PRAISE), rng.choice(WANTED)),
        strengths=tuple(rng.sample(strengths, rng.randint(2, 6))),
        improvements=tuple(rng.sample(improvements, rng.randint(1, 5))),
        areas_listed=rng.random() < 0.8,
        statement=statements.draw_statement(rng, openings, (*SEED.statement[1:], *statements.PLAIN), 6),
        attribution=rng.choice(RELEASE_FORMS),
        order=tuple(rng.sample(SEED.order, 3)),
        link=rng.random() < 0.6,
        notes=(rng.choice(LINKS), rng.choice(CONTACTS)),
        footer=rng.choice((FOOTER, OTHER_FOOTER, ())),
        areas_bullets=draw_bullets(rng, SEED.areas_bullets),
        bullets=draw_bullets(rng, SEED.bullets),
        hand=draw_hand(rng, SEED.hand),
        layout=draw_layout(rng),
    )


def _overall(rng: random.Random, framework: str, *, unhappy: bool) -> str:
    if framework == "ilacs-2026":
        return rng.choice(("", NO_OVERALL))
    return rng.choice(("by rule", INADEQUATE, "")) if unhappy else rng.choice(("", "rest"))


def told(slots: Slots) -> Told:
    """Tell it."""
    telling = Telling(slots.hand, slots.layout)
    if slots.link:
        telling.noise(
            "to view the Ofsted report please click here https://reports.ofsted.gov.uk/provider/44/80447"
        )
    telling.as_is(days.written(slots.published, slots.day_forms[0]))
    telling.say(slots.headline)
    _inspection(slots, telling)
    judgements = _judgements(slots, telling)
    parts = {"strengths": _strengths, "improvements": _improvements, "statement": _statement}
    for part in slots.order:
        parts[part](slots, telling)
    _foot(slots, telling)
    published = slots.published.isoformat()
    return telling.told(
        SourceFacts(DocumentKind.RELEASE, Dated(PartialDate.parse(published))),
        council=slots.place.short,
        published=published,
        inspection=InspectionTruth(
            slots.start.isoformat(), slots.end.isoformat(), slots.framework, graded=True, lead_inspectors=()
        ),
        judgements=judgements,
    )


def _inspection(slots: Slots, telling: Telling) -> None:
    today = days.written(slots.published, slots.day_forms[1])
    telling.say(
        f"{opening(slots.place.council)} has responded to the publication today ({today}) of the latest Ofsted inspection of children's services in the {slots.place.area}."
    )
    spell = days.spell(slots.start, slots.end, slots.spell_form)
    telling.say(f"The council's inspection of local authority children's services took place {spell}.")
    telling.say(
        "In summary, the inspectors looked at the experiences of children and young people, and what impact council services€have made for them."
    )
    areas = [opening(WORDING[area]) for area in AREAS[slots.framework]]
    if slots.areas_listed:
        telling.say(f"Inspectors reviewed {NUMBERS[len(areas)]} areas:")
        telling.lines(areas, slots.areas_bullets)


def _judgements(slots: Slots, telling: Telling) -> dict[str, str]:
    quality = QUALITY.format(WHOM[slots.odd])
    quoted = telling.snippet(quality, "Ofsted", accept=("ofsted", "letter", "inspectors"))
    if slots.grade in (INADEQUATE, RI):
        telling.improvement(quality)
        remark = f"stating that {quoted}, needs to improve"
    else:
        telling.strength(quality)
        remark = f"praising {quoted}"
    aside = (
        " The care leavers this inspection focused on are those young adults aged 18-25, who continue to be supported by the council having left local authority care."
        if slots.odd == LEAVERS
        else ""
    )
    telling.say(
        f"In a letter to the council's director of children's services, Ofsted rated {WORDING[slots.odd]}€as {requiring(slots.grade)}, {remark}.{aside}"
    )
    others = NUMBERS[len(AREAS[slots.framework]) - 1]
    telling.say(
        f"The inspectors rated the other {others} areas of inspection as {requiring(slots.rest)}, providing further detail on specific areas for improvement and areas of strength."
    )
    overall = {"rest": slots.rest}.get(slots.overall, slots.overall)
    if overall == "by rule":
        telling.say(
            "If any areas of inspection are deemed inadequate then the rating of overall effectiveness by default is also judged to be inadequate, irrespective of ratings in other areas."
        )
        return slots.grades
    if overall == NO_OVERALL:
        telling.say(
            "Under the arrangements that began in April 2026, councils no longer receive an overall grade."
        )
    elif overall:
        telling.say(f"Overall effectiveness was judged to be {requiring(overall)}.")
    return {**slots.grades, **({OVERALL: overall} if overall else {})}


def _strengths(slots: Slots, telling: Telling) -> None:
    items = [item.replace("Cheshire East", slots.place.here) for item in slots.strengths]
    telling.listed(slots.headings[0], items, slots.bullets, praise=True)


def _improvements(slots: Slots, telling: Telling) -> None:
    telling.listed(slots.headings[1], slots.improvements, slots.bullets, praise=False)


def _statement(slots: Slots, telling: Telling) -> None:
    words = attributed(slots.lead, slots.place, slots.attribution)
    telling.statement(
        words.lead,
        quotation(slots.statement, slots.lead.person.name, words.role, organisation=words.organisation),
    )


def _foot(slots: Slots, telling: Telling) -> None:
    telling.as_is("ENDS")
    telling.noise("Notes to editors:")
    telling.noise(slots.notes[0].format(slots.place.full))
    telling.noise(slots.notes[1].format(slots.officer.name, slots.place.full))
    for line in slots.footer:
        telling.noise(line)
