"""Seed 002: a council's page on an ungraded visit; findings as indirect speech, a caption fused into a name."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from articles import InspectionTruth
from councilbrief.provenance import Dated, DocumentKind, PartialDate
from variants import days, people, places, statements
from variants.attributions import RELEASE_FORMS, Office, attributed, draw_title
from variants.marks import CURLY, DOUBLE_CURLY, Hand, draw_hand
from variants.page import Layout, draw_layout
from variants.people import Person
from variants.places import Place, opening
from variants.telling import Telling, Told, quotation
from variants.variant import SourceFacts
from variants.words_002 import CHANGED, HEADLINES, LAST_PAIRS, OTHER_STRONG, PAIRS, STRONG, TEAMS, TOPICS

SPELLS = ("3 and 4 Nov", "3rd and 4th Nov", "Nov 3 and 4", "3 and 4 Nov 2021")
BANNERS = ("Child with clipboard 570x310", "Two children reading 640 x 360", "Family in a park 800x450", "")
FOOT = ("Share this page", "Tweet this story", "Was this page useful? Yes No")
SIZES = ("250 x 350", "250x350", "300 x 200", "150x150", "1024x768")


@dataclass(frozen=True, slots=True)
class Slots:
    """What moves. `fused` says into which word a caption fell: the speaker's title, Ofsted's name, or none."""

    place: Place
    banner: str
    headline: str
    published: dt.date
    day_form: str
    visited: dt.date
    spell_form: str
    visit: str
    topic: str
    number: str
    chief: str
    last_visit: str
    strong: tuple[str, ...]
    team: tuple[str, str]
    pairs: tuple[tuple[str, str], ...]
    last_pair: tuple[str, str, str]
    lead: Office
    attribution: str
    fused: str
    size: str
    statement: tuple[str, ...]
    order: tuple[str, ...]
    foot: tuple[str, ...]
    hand: Hand
    layout: Layout


SEED = Slots(
    place=places.CHESHIRE_EAST,
    banner=BANNERS[0],
    headline=HEADLINES[0],
    published=dt.date(2021, 12, 8),
    day_form="16 May 2024",
    visited=dt.date(2021, 11, 3),
    spell_form=SPELLS[0],
    visit="an inspection",
    topic=TOPICS[0],
    number="2,100",
    chief="Dr Lorraine O'Donnell",
    last_visit="November 2019",
    strong=STRONG[:5],
    team=TEAMS[0],
    pairs=(PAIRS[0], PAIRS[1]),
    last_pair=LAST_PAIRS[0],
    lead=Office(
        Person("Kathryn", "Flavell", woman=True), "Councillor", "lead member for children and families"
    ),
    attribution="at,",
    fused="title",
    size=SIZES[0],
    statement=(
        "I am so proud of our staff across children's services, who work tirelessly to achieve our ambition that all children and young people have the best start in life, are safe, happy, healthy and reach their potential.",
        "We are a learning organisation and welcome the challenge and scrutiny of our services. We accept all the recommendations set out in Ofsted's letter, which gives us a real focus to our ongoing improvement plans. I want to offer the reassurance that our leadership team are already working to address these areas of improvement.",
        "I am particularly pleased to see that, despite the pandemic, inspectors have recognised the improvements we have made in the quality of social work practice and that social workers enjoy working for {council}. Inspectors have seen for themselves evidence of the creative and direct work that has been done with children and young people to focus on their wishes and feelings.",
        "We will continue to work hard to deliver excellence in social work and to ensure that children and young people live safely in their families and communities.",
    ),
    order=("letter", "more", "team", "wanted", "statement"),
    foot=(),
    hand=Hand(CURLY, (DOUBLE_CURLY,)),
    layout=Layout("\n\n"),
)


def drawn(rng: random.Random) -> Slots:
    """Draw a variant."""
    year = rng.randint(2018, 2025)
    place = places.draw_place(rng, year)
    lead, chief = people.cast(rng, 2)
    title = draw_title(rng, ("Councillor", "Cllr", "Coun"))
    attribution = rng.choice(RELEASE_FORMS)
    visited = days.draw_weekday(rng, dt.date(year, 1, 9), dt.date(year, 11, 11), rng.choice((1, 2)))
    beginnings = ("at", "at,", "of")
    rest = (*SEED.statement[1:2], *SEED.statement[3:], *statements.PLAIN[:3], *statements.PLAIN[4:])
    if 2020 < year < 2023:
        rest = (*rest, SEED.statement[2])
    return Slots(
        place=place,
        banner=rng.choice(BANNERS),
        headline=rng.choice(HEADLINES),
        published=days.after(visited, rng.randint(28, 40)),
        day_form=rng.choice(days.DAY_FORMS),
        visited=visited,
        spell_form=rng.choice(SPELLS),
        visit=rng.choice(("an inspection", "an inspection", "a focused visit", "a two-day focused visit")),
        topic=rng.choice(TOPICS),
        number=f"{rng.randint(3, 48) * 100:,}",
        chief=f"{rng.choice(('', 'Dr '))}{chief.name}",
        last_visit=f"{rng.choice(days.MONTHS)} {year - rng.randint(2, 3)}",
        strong=(rng.choice(CHANGED), *rng.sample(OTHER_STRONG, 4)),
        team=rng.choice(TEAMS),
        pairs=tuple(rng.sample(PAIRS, 2)),
        last_pair=rng.choice(LAST_PAIRS),
        lead=Office(lead, title, rng.choice(people.LEAD_ROLES)),
        attribution=attribution,
        fused=rng.choice(("title", "title", "ofsted", "")) if title and attribution in beginnings else rng.choice(("ofsted", "")),
        size=rng.choice(SIZES),
        statement=statements.draw_statement(rng, (SEED.statement[0], *statements.PLEASED[1:2], *statements.PLAIN[3:4]), rest, 5),
        order=rng.choice((SEED.order, ("letter", "more", "wanted", "team", "statement"), ("statement", *SEED.order[:4]), ("letter", "wanted", "more", "team", "statement"))),
        foot=rng.choice(((), FOOT, FOOT[:1])),
        hand=draw_hand(rng, SEED.hand),
        layout=draw_layout(rng),
    )  # fmt: skip


def told(slots: Slots) -> Told:
    """Tell it."""
    telling = Telling(slots.hand, slots.layout)
    if slots.banner:
        telling.noise(slots.banner)
    clause = (
        telling.strength(
            f"Quality of social work with children and families in {slots.place.here} has improved",
            optional=True,
        )
        if slots.headline == HEADLINES[0]
        else ""
    )
    telling.say(slots.headline.format(clause=clause, brief=slots.place.brief))
    telling.as_is(days.written(slots.published, slots.day_form))
    _visit(slots, telling)
    parts = {"letter": _letter, "more": _more, "team": _team, "wanted": _wanted, "statement": _statement}
    for part in slots.order:
        parts[part](slots, telling)
    for line in slots.foot:
        telling.noise(line)
    published = slots.published.isoformat()
    end = slots.visited + dt.timedelta(days=1)
    return telling.told(
        SourceFacts(DocumentKind.RELEASE, Dated(PartialDate.parse(published))),
        council=slots.place.short,
        published=published,
        inspection=InspectionTruth(slots.visited.isoformat(), end.isoformat(), "focused-visit", graded=False, lead_inspectors=()),
        judgements={},
    )  # fmt: skip


def _visit(slots: Slots, telling: Telling) -> None:
    place = slots.place
    telling.say(
        f"{opening(place.council)} has responded to the publication of its latest Ofsted inspection report into services for children who need help or protection, which has been published today."
    )
    days_told = _spell(slots)
    ofsted = _fused("Ofsted", f"Ofsted logo {slots.size}", telling) if slots.fused == "ofsted" else "Ofsted"
    noun = "inspection" if slots.visit == "an inspection" else "visit"
    what = (
        "of local authority children's services (ILACS) in"
        if noun == "inspection"
        else "to local authority children's services in"
    )
    telling.say(
        f"{ofsted} carried out {slots.visit} {what} {place.here} on {days_told}. The {noun} focused on the council's arrangements for {slots.topic}."
    )
    telling.say(
        f"Across {place.here} there are around {slots.number} children and young people who are supported by social workers to ensure they are safe in their families and in their communities. Working with other agencies, the council's social care teams protect children and young people from the risks they face: including domestic violence, substance misuse and more complex safeguarding issues such as county lines."
    )  # fmt: skip


def _spell(slots: Slots) -> str:
    first, last = slots.visited, slots.visited + dt.timedelta(days=1)
    if first.month != last.month:
        return f"{first.day} {days.month(first)} and {last.day} {days.month(last)}"
    return {
        "3 and 4 Nov": f"{first.day} and {last.day} {days.month(first)}",
        "3rd and 4th Nov": f"{days.ordinal(first.day)} and {days.ordinal(last.day)} {days.month(first)}",
        "Nov 3 and 4": f"{days.month(first)} {first.day} and {last.day}",
        "3 and 4 Nov 2021": f"{first.day} and {last.day} {days.month(first)} {first.year}",
    }[slots.spell_form]


def _fused(words: str, caption: str, telling: Telling) -> str:
    """Drop a picture's caption in after the first letter."""
    telling.forbid(caption)
    return f"{words[0]}{caption}{words[1:]}"


def _strong(slots: Slots, telling: Telling, index: int) -> str:
    return telling.strength(slots.strong[index].format(here=slots.place.here))


def _letter(slots: Slots, telling: Telling) -> None:
    telling.say(
        f"In a letter to the council's chief executive, {slots.chief}, Ofsted summarised that since their last inspection in {slots.last_visit} {_strong(slots, telling, 0)} and {_strong(slots, telling, 1)}.\u00a0"
    )


def _more(slots: Slots, telling: Telling) -> None:
    telling.say(
        f"The letter goes on to say that {_strong(slots, telling, 2)} and {_strong(slots, telling, 3)}. {telling.strength(opening(slots.strong[4].format(here=slots.place.here)))}.\u00a0\u00a0"
    )


def _team(slots: Slots, telling: Telling) -> None:
    team, aim = slots.team
    telling.say(
        f"The council's '{team}' who provide support for children at risk of exploitation or family breakdown were also praised for {telling.strength('the positive impact they have on these children')} {aim}."
    )


def _wanted(slots: Slots, telling: Telling) -> None:
    said = []
    for praise, weak in slots.pairs:
        said.append(f"{telling.strength(praise, optional=True)}, but {telling.improvement(weak)}")
    praise, weak, aim = slots.last_pair
    telling.say(
        f"The letter also makes some recommendations for further improvements. It says that {said[0]}. It goes on to say that {said[1]}.\u00a0Finally, while {telling.strength(praise, optional=True)}, {telling.improvement(weak)}{aim}.\u00a0"
    )


def _statement(slots: Slots, telling: Telling) -> None:
    words = attributed(slots.lead, slots.place, slots.attribution)
    lead = words.lead
    if slots.fused == "title":
        # Captions use the short title.
        lead = _fused(lead, f"Cllr {slots.lead.person.name} {slots.size}", telling)
    said = [paragraph.format(council=slots.place.council) for paragraph in slots.statement]
    telling.statement(
        lead, quotation(said, slots.lead.person.name, words.role, organisation=words.organisation)
    )
