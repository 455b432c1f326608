"""Seed 003: a paper's article of the old framework; 'adequate', a long statement, a box with a lost bullet."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from articles import InspectionTruth
from councilbrief.provenance import Dated, DocumentKind, PartialDate
from variants import days, findings, people, places, statements
from variants.attributions import Office
from variants.grades import ADEQUATE, GOOD, HELP, INADEQUATE, LEADERS, OUTSTANDING, OVERALL
from variants.marks import CURLY, DOUBLE_CURLY, Hand, draw_hand
from variants.page import Bullets, Layout, draw_bullets, draw_layout
from variants.people import Person
from variants.places import Place, opening, owned, shouted
from variants.telling import Telling, Told, quotation
from variants.variant import SourceFacts
from variants.words_003 import BOX, HEARTENING, PRACTICE, RANKS, REPORTS, SEEN, STATEMENT, WORDING

VERBS = {
    True: ("branded as", "rated as", "judged to be", "described as"),
    False: ("rated as", "judged to be", "hailed as"),
}
DOCUMENTS = {
    "The report stated": "The report",
    "The report said": "The report",
    "Inspectors said": "Inspectors",
}


@dataclass(frozen=True, slots=True)
class Slots:
    """What moves. `odd` is the area with a grade of its own, the two others have `both`."""

    place: Place
    visited: dt.date
    when: str
    odd: str
    grade: str
    both: str
    verb: str
    document: str
    report: tuple[tuple[str, tuple[str, ...], bool], ...]
    leader: Office
    statement: tuple[str, ...]
    critic: Office
    party: str
    order: tuple[str, ...]
    heading: str
    strengths: tuple[str, ...]
    bullets: Bullets
    empty_lines: tuple[str, ...]
    hand: Hand
    layout: Layout

    @property
    def overall(self) -> str:
        """Return the overall grade: inadequate if an area is, else that of two areas."""
        return INADEQUATE if INADEQUATE in (self.grade, self.both) else self.both

    @property
    def others(self) -> list[str]:
        """Return the two areas that were judged alike, leadership last."""
        return [area for area in (PRACTICE, HELP, LEADERS) if area != self.odd]


SEED = Slots(
    place=places.CHESHIRE_EAST,
    visited=dt.date(2013, 3, 11),
    when="March",
    odd=PRACTICE,
    grade=INADEQUATE,
    both=ADEQUATE,
    verb="branded as",
    document="The report stated",
    report=REPORTS[True][:2],
    leader=Office(Person("Michael", "Jones", woman=False), "Clr", "leader of the council"),
    statement=(*STATEMENT[:4], "heartening", "caused"),
    critic=Office(Person("David", "Newton", woman=False), "Clr", "leader of the {party} group"),
    party="Labour",
    order=("report", "leader", "critic"),
    heading=BOX[0],
    strengths=SEEN[:9],
    bullets=Bullets("•", indent="  ", end=".", last=".", lost=frozenset({5})),
    empty_lines=("\u00a0", "\n\u00a0"),
    hand=Hand(CURLY, (DOUBLE_CURLY,)),
    layout=Layout("\n\n"),
)


def drawn(rng: random.Random) -> Slots:
    """Draw a variant."""
    visited = days.draw_weekday(rng, dt.date(2012, 6, 4), dt.date(2013, 10, 21), 0)
    leader, critic = people.cast(rng, 2)
    title = rng.choice(people.TITLES)
    grade, both = rng.choice(
        ((INADEQUATE, ADEQUATE), (INADEQUATE, ADEQUATE), (ADEQUATE, INADEQUATE), (ADEQUATE, GOOD), (GOOD, ADEQUATE), (OUTSTANDING, GOOD), (GOOD, OUTSTANDING))
    )  # fmt: skip
    odd = rng.choice((PRACTICE, HELP, LEADERS))
    unhappy = INADEQUATE in (grade, both) or both == ADEQUATE
    pool = (*SEEN, *findings.STRENGTHS)
    return Slots(
        place=places.draw_place(rng, visited.year),
        visited=visited,
        when=rng.choice((days.month(visited), f"{days.month(visited)} {visited.year}", f"{days.month(visited)} this year")),
        odd=odd,
        grade=grade,
        both=both,
        verb=rng.choice(VERBS[unhappy]),
        document=rng.choice(tuple(DOCUMENTS)),
        report=_quoted(rng, unhappy=unhappy),
        leader=Office(leader, title, rng.choice(("leader of the council", "deputy leader of the council"))),
        statement=_statement(rng, grade, both),
        critic=Office(critic, title, rng.choice(("leader of the {party} group", "{party} group leader"))),
        party=people.draw_parties(rng, visited.year, 1)[0],
        order=rng.choice((SEED.order, ("report", "critic", "leader"), ("leader", "critic", "report"), ("leader", "report"), ("report", "leader"))),
        heading=rng.choice(BOX),
        strengths=tuple(rng.sample(pool, rng.randint(3, 10))),
        bullets=draw_bullets(rng, SEED.bullets, lost=True),
        empty_lines=rng.choice((SEED.empty_lines, ("\u00a0",), ())),
        hand=draw_hand(rng, SEED.hand),
        layout=draw_layout(rng),
    )  # fmt: skip


def _quoted(rng: random.Random, *, unhappy: bool) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    chosen = rng.sample(REPORTS[unhappy], rng.randint(1, 3))
    # "This increases …" needs the sentence before it.
    if unhappy and REPORTS[True][1] in chosen:
        chosen = [
            *REPORTS[True][:2],
            *(paragraph for paragraph in chosen if paragraph not in REPORTS[True][:2]),
        ]
    return tuple(chosen)


def _statement(rng: random.Random, grade: str, both: str) -> tuple[str, ...]:
    if INADEQUATE not in (grade, both) and both != ADEQUATE:
        return statements.draw_statement(rng, statements.PLEASED, statements.PLAIN, 5)
    words = list(
        statements.draw_statement(
            rng, (STATEMENT[0], *statements.SORRY), (*STATEMENT[1:4], *statements.PLAIN), 5
        )
    )
    if (grade, both) == (INADEQUATE, ADEQUATE):
        words += rng.choice((["heartening", "caused"], ["heartening"], ["caused"], []))
    return tuple(words)


def told(slots: Slots) -> Told:
    """Tell it."""
    telling = Telling(slots.hand, slots.layout)
    _opening(slots, telling)
    parts = {"report": _report, "leader": _leader, "critic": _critic}
    for part in slots.order:
        parts[part](slots, telling)
    for line in slots.empty_lines:
        telling.as_is(line)
    telling.listed(
        slots.heading.format(council=slots.place.council), slots.strengths, slots.bullets, praise=True
    )
    year, inspected = slots.visited.year, f"{slots.visited:%Y-%m}"
    return telling.told(
        SourceFacts(
            DocumentKind.ARTICLE,
            Dated(PartialDate(year), "inferred: from the inspection and the framework then in force"),
            Dated(PartialDate.parse(inspected), f"inferred: the text says “in {days.month(slots.visited)}”"),
        ),
        council=slots.place.short,
        published=None,
        inspection=InspectionTruth(inspected, inspected, "apc-2012", graded=True, lead_inspectors=()),
        judgements={
            OVERALL: slots.overall,
            slots.odd: slots.grade,
            **dict.fromkeys(slots.others, slots.both),
        },
    )


def _opening(slots: Slots, telling: Telling) -> None:
    council = slots.place.council
    telling.say(
        f"{shouted('Child protection services')} at {council} have been {slots.verb} '{slots.overall}' by an industry watchdog."
    )
    telling.say(
        f"Ofsted, the national body responsible for quality assurance in services for children, carried out an unannounced inspection of {owned(council)} arrangements for the protection of its children in {slots.when}."
    )
    first, second = (WORDING[area] for area in slots.others)
    telling.say(
        f"Among the areas assessed, {WORDING[slots.odd]} was judged as '{slots.grade}' – {RANKS[slots.grade]}, while {first} and {second} were both judged as '{slots.both}' – {RANKS[slots.both]}."
    )
    if not {GOOD, OUTSTANDING} & {slots.grade, slots.both}:
        start = "No areas of provision were judged as 'good' or 'outstanding', but officers did praise some"
    elif OUTSTANDING not in (slots.grade, slots.both):
        start = "No areas of provision were judged as 'outstanding', but officers did praise some"
    else:
        start = "No areas of provision were judged as 'inadequate', and officers praised many"
    telling.say(f"{start} of the council's services (see in breakout piece).")
    telling.forbid("(see in breakout piece)")


def _report(slots: Slots, telling: Telling) -> None:
    for _, clauses, strong in slots.report:
        for clause in clauses:
            # The seed's own are asked for; of others an article's reader may leave them to the quotation.
            optional = not any(clauses == own for _, own, _ in SEED.report)
            (telling.strength if strong else telling.improvement)(clause, optional=optional)
    said = [text.format(*clauses) for text, clauses, _ in slots.report]
    speaker = DOCUMENTS[slots.document]
    accept = ("report", "ofsted", "inspectors")
    telling.statement(f"{slots.document}: ", quotation(said, speaker, None, inferred=False, accept=accept))


def _leader(slots: Slots, telling: Telling) -> None:
    office = slots.leader
    happy = INADEQUATE not in (slots.grade, slots.both) and slots.both != ADEQUATE
    telling.say(f"{office.styled}, {office.role}, {'welcomed' if happy else 'accepted'} the judgement.")
    special = {
        "heartening": f"It is heartening that in two of Ofsted's judgements our approach was deemed to be '{slots.both}', these being {' and '.join(HEARTENING[area] for area in slots.others)}.",
        "caused": f"The '{slots.grade}' outcome in relation to {_named(slots.odd)} caused the overall inspection judgement to be '{slots.overall}'.",
    }
    said = [special.get(paragraph, paragraph) for paragraph in slots.statement]
    telling.statement(f"{office.person.they} said: ", quotation(said, office.person.name, office.role))


def _named(area: str) -> str:
    return {
        PRACTICE: "the 'quality of practice'",
        HELP: "'help and protection'",
        LEADERS: "'leadership and governance'",
    }[area]


def _critic(slots: Slots, telling: Telling) -> None:
    office = slots.critic
    role = office.role.format(party=slots.party)
    improve = "the council needs to improve some of the training and ensure there are adequate resources, which in this period of austerity is incredibly important for vulnerable children."
    if slots.overall in (INADEQUATE, ADEQUATE):
        said = (
            "The council should be aiming to provide better than 'adequate' arrangements for the protection of children.",
            f"To achieve good or outstanding service, {improve}",
        )
    else:
        said = ("This is good news for children and I am glad to say so.", f"To keep it that way, {improve}")
    telling.statement(
        f"{opening(office.styled)}, {role}, said: ",
        quotation(said, office.person.name, role, party=slots.party),
    )
