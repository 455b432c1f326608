"""How statements are put together, attributed and held back."""

from __future__ import annotations

import pytest

from briefing.as_text import plain_text
from briefing.asking import brief, section, text_of
from briefing.papers import paper
from councilbrief.briefing.blocks import Quote
from councilbrief.briefing.plain import statements
from councilbrief.briefing.spec import SectionKey
from councilbrief.evidence.facts import Evidence, Speaker
from councilbrief.provenance import Place, Span

COUNCIL = "Cheshire East Council"
INTERRUPTED = (
    "Cllr Ann Hill was angry. “She was told in May, and she did nothing,” he said. “She has to go.”\n"
    "“Nobody listened.”\n"
    "Cllr Bob Marsh disagreed. “The plan is ready,” he said. “It is paid for.”"
)


def interrupted() -> Evidence:
    """Make an article with two statements that the narrator breaks into, the first a call to resign."""
    one = paper("row", INTERRUPTED, published="2024-05-17", publisher="Weekly News")
    hill, marsh = one.speaker("Ann Hill", "Cllr"), one.speaker("Bob Marsh", "Cllr")
    one.say(hill, "She was told in May, and she did nothing,")
    one.say(hill, "She has to go.", sensitive="calls for a resignation")
    one.say(None, "Nobody listened.")
    one.say(marsh, "The plan is ready,")
    one.say(marsh, "It is paid for.")
    return one.evidence()


def test_a_statement_that_the_narrator_breaks_into_is_held_back_whole() -> None:
    briefing = brief([interrupted()])
    assert "told in May" not in repr(briefing)
    assert "She has to go" not in repr(briefing)
    assert text_of(briefing, SectionKey.QUOTATIONS).count("held back") == 1
    assert "One statement is held back because it calls for a resignation" in plain_text(briefing)


def test_words_that_the_text_gives_nobody_are_held_back_with_the_statement_before_them() -> None:
    assert "Nobody listened" not in repr(brief([interrupted()]))


def test_what_stands_in_one_paragraph_is_one_quotation_without_the_commas_of_its_joints() -> None:
    quotes = [
        block
        for block in section(brief([interrupted()]), SectionKey.QUOTATIONS).blocks
        if isinstance(block, Quote)
    ]
    assert [[one.words for one in quote.paragraphs] for quote in quotes] == [
        ["The plan is ready", "It is paid for."]
    ]
    for slice_ in quotes[0].paragraphs:
        assert slice_.place.span.slice(INTERRUPTED) == slice_.words


def test_statements_of_different_paragraphs_stay_apart() -> None:
    one = paper(
        "two", "Ann Hill spoke. “We are sorry.”\nShe went on. “We have a plan.”", published="2024-05-17"
    )
    hill = one.speaker("Ann Hill")
    one.say(hill, "We are sorry.")
    one.say(hill, "We have a plan.")
    assert text_of(brief([one.evidence()]), SectionKey.QUOTATIONS).count("— Ann Hill") == 2


NOWHERE = Place("s", "s.txt", Span(0, 1), 1, (Span(0, 1),), (Span(0, 1),))


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        (Speaker("Ofsted", NOWHERE, organisation="Ofsted", document=True), "Ofsted"),
        (Speaker("Jo Ash", NOWHERE, role="Our executive director", organisation=COUNCIL),
         f"Jo Ash, executive director, {COUNCIL}"),
        (Speaker("Jo Ash", NOWHERE, party="Labour"), "Jo Ash, Labour"),
        (Speaker("Jo Ash", NOWHERE, "Cllr", role="leader", party="Labour"), "Cllr Jo Ash (Labour), leader"),
        (Speaker("its leader", NOWHERE), "Its leader (named no further)"),
        (Speaker("A spokesman", NOWHERE, role="spokesman", organisation=COUNCIL), f"A spokesman, {COUNCIL}"),
        (None, "Source not identified"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_once_and_plainly(speaker: Speaker | None, told: str) -> None:
    one = paper("said", "Somebody spoke. “We are sorry.”", published="2024-05-17")
    one.say(None if speaker is None else _placed(speaker, one.place("Somebody")), "We are sorry.")
    text = text_of(brief([one.evidence()]), SectionKey.QUOTATIONS)
    assert f"— {told}. Press article, 17 May 2024. [1]" in text


def _placed(speaker: Speaker, place: Place) -> Speaker:
    return Speaker(
        speaker.name,
        place,
        speaker.title,
        speaker.role,
        speaker.organisation,
        party=speaker.party,
        document=speaker.document,
    )


def test_the_paragraphs_of_a_quotation_are_parted_where_it_is_explained() -> None:
    (words,) = [one.text for where, one in statements(brief([interrupted()])) if "plan" in one.text and where]
    assert words.startswith("The plan is ready It is paid for. — Cllr Bob Marsh")
