"""What a denial of something bad says, and what stands near inspectors and is no finding of theirs."""

from __future__ import annotations

import pytest

from finding_texts import found_in

PRAISED = ["+ the rota"]
"""What each text finds whose first sentence is `Inspectors praised the rota.`"""


@pytest.mark.parametrize(
    ("clause", "sign"),
    [
        ("how rarely a family has to repeat its worries", "+"),
        ("teenagers seldom need to move school", "+"),
        ("care leavers rarely have to chase their adviser", "+"),
        ("carers no longer have to wait for a panel", "+"),
        ("a parent hardly ever has to start again with a stranger", "+"),
        ("social workers rarely ask children what they want", "-"),
        ("managers seldom check plans", "-"),
        ("families too often have to repeat themselves", "-"),
    ],
)
def test_a_burden_that_seldom_falls_is_praise(clause: str, sign: str) -> None:
    assert found_in(f"Inspectors were struck by {clause}.") == [f"{sign} {clause}"]


def test_what_is_done_only_at_the_last_is_praise_and_what_is_done_only_after_a_wait_is_not() -> None:
    good = [
        "Babies are removed only when all else has failed",
        "Teenagers come into care only if no better way can be found",
        "Children are only restrained when there is no alternative",
        "Force is only used as a last resort",
        "Sisters are only split up where it is truly necessary",
    ]
    bad = [
        "Children are only seen when they ask",
        "Help only comes after a crisis",
        "Reviews are only held when somebody complains",
    ]
    found = found_in("The report says:\n\n" + "\n".join(f"- {item}" for item in [*good, *bad]))
    assert found == [*(f"+ {item}" for item in good), *(f"- {item}" for item in bad)]


@pytest.mark.parametrize(
    "text",
    [
        # what a visit was for
        "Inspectors came to see what happens when a neighbour rings because she is worried about a baby.",
        "Inspectors looked at how help is given when a teacher is concerned about a pupil.",
        "Ofsted came to find out how calls are handled when parents are unhappy about a decision.",
        # that one was reported on
        "Ofsted has reported back on its visit to Oldham in March.",
        "Inspectors reported on the visit in a letter of six pages.",
        "The watchdog reports back from a visit to the front door.",
        # what becomes of what must improve
        "The two areas to improve would be discussed in March.",
        "The points to work on have gone to the scrutiny committee.",
        "The matters to address form part of our new strategy.",
        # what the council says of itself
        "Oldham has been rated good by Ofsted in what the council says is a record.",
        "The council has opened two family hubs, which it says are the best in the north.",
        "The borough lately hired ten advisers, which it says will bring better support.",
        "Jane Doe, the director, said:\n\nInspectors were struck by how much our staff love this town. I am too.",
        # what was said in a meeting
        "There are still concerns about parking and pay, councillors were told.",
        "Members have heard that worries about money remain.",
        # what was found years before
        "Services were rated good three years after inspectors found that children were at risk.",
        "It comes four years after the watchdog said that leaders were complacent.",
        "The rating comes a decade after Ofsted warned of drift.",
        # progress from nowhere to nowhere, and areas that are graded in other words
        "The letter notes that improvements have been made since the last inspection.",
        "The letter says that some progress has been made since our last monitoring visit.",
        "The report says that the impact of leaders and the experiences of children in care are now of a good standard.",
        "The report says that help and protection and leadership are both of a high standard.",
    ],
)
def test_what_is_said_near_inspectors_is_not_all_found_by_them(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Inspectors looked at how calls are handled and were worried about delays.", ["- delays"]),
        (
            "Inspectors looked at what happens when children go missing, and were critical of the recording.",
            ["- the recording"],
        ),
        ("Inspectors reported back that plans were clear.", ["+ plans were clear"]),
        ("Inspectors reported on how well children are heard.", ["+ how well children are heard"]),
        (
            "Areas to improve: the timeliness of visits and the use of data.",
            ["- the timeliness of visits", "- the use of data"],
        ),
        (
            "Inspectors said the council is a good parent to children who need one.",
            ["+ the council is a good parent to children who need one"],
        ),
        (
            "They praised the council’s family hubs, which they said were helping parents early.",
            ["+ the council’s family hubs", "+ were helping parents early"],
        ),
        (
            "On the minus side, the committee was told, the report says that plans are late.",
            ["- plans are late"],
        ),
        ("There are worries about caseloads, inspectors told the council.", ["- caseloads"]),
        ("Years after the scandal, inspectors found that staff are settled.", ["+ staff are settled"]),
        (
            "The letter says that good progress has been made since the last visit.",
            ["+ good progress has been made since the last visit"],
        ),
        (
            "The report says that pathway plans are of a good standard.",
            ["+ pathway plans are of a good standard"],
        ),
    ],
)
def test_what_inspectors_found_stays_found(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # a noun alone says nothing
        ("The letter also points to some failings.", []),
        ("They found serious weaknesses as well.", []),
        ("Ofsted highlighted several strengths.", []),
        ("It points to weaknesses in supervision.", ["- supervision"]),
        # praise that is denied by the first word of its sentence
        ("Nor were they impressed by the use of hotels.", ["- the use of hotels"]),
        ("Nor was Ofsted happy with the number of moves.", ["- the number of moves"]),
        ("Nor did inspectors like the wait for an advocate.", ["- the wait for an advocate"]),
        ("They were happy with the number of visits.", ["+ the number of visits"]),
        # who speaks of it
        ("They had kind words too for the youth team.", ["+ the youth team"]),
        (
            "But the same pages tell of plans that are late.",
            ["- plans that are late"],
        ),
    ],
)
def test_what_a_sentence_adds_to_praise_before_it(sentence: str, found: list[str]) -> None:
    assert found_in(f"Inspectors praised the rota. {sentence}") == [*PRAISED, *found]


@pytest.mark.parametrize("glyph", ["o\t", "o ", "•\t"])
def test_a_bullet_that_became_a_letter_parts_items_in_small_letters(glyph: str) -> None:
    text = f"Inspectors found:\n\n{glyph}staff who know children well\n{glyph}help that comes quickly, day or night"
    assert found_in(text) == ["+ staff who know children well", "+ help that comes quickly, day or night"]
