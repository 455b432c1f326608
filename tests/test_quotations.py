"""Quotations in small: one way of reporting speech a case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Quotation
from councilbrief.evidence.speech.quotations import quotations
from councilbrief.evidence.speech.sensitive import sensitivity
from councilbrief.evidence.texts.marks import marked
from councilbrief.evidence.texts.reading import read
from councilbrief.provenance import Source

COUNCIL = "Example Council"
WORDS = "We have a long way to go, and we know it"


def found(text: str) -> tuple[Quotation, ...]:
    return quotations(read(read_text(text.encode(), Source("d", "d.txt", ""))), COUNCIL)


def told(text: str) -> list[tuple[str | None, str]]:
    return [(q.speaker.name if q.speaker else None, q.told.words) for q in found(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Cllr Ann Example, cabinet member for children, said: “{WORDS}.”", "Ann Example"),
        (f"Cabinet member Ann Example-Jones said “{WORDS}.”", "Ann Example-Jones"),
        (f"“{WORDS},” said Siân O’Brien, director of children’s services.", "Siân O’Brien"),
        (
            f"“{WORDS},” Ms Example told the committee. Cllr Bob Sample and Ann Example had asked.",
            "Ann Example",
        ),
        (f"Ann Example, the director, was there. She said: “{WORDS}.”", "Ann Example"),
        (f"Ann Example, who leads the council at Example Town Hall, said: ‘{WORDS}.’", "Ann Example"),
        (f'In her report, lead inspector Ann Example said: "{WORDS}."', "Ann Example"),
        (f"The report said: “{WORDS}.”", "The report"),
        (f"The report praised staff. It added: “{WORDS}.”", "The report"),
        (f"Ofsted’s inspectors wrote: “{WORDS}.”", "Ofsted’s inspectors"),
        (f"A spokesperson for Example Council said: “{WORDS}.”", "A spokesperson for Example Council"),
        (f"According to Ann Example, director of services, “{WORDS}”.", "Ann Example"),
        (
            f"Councillor Ann Example, leader of the opposition, told the Example Echo:\n“{WORDS}.”",
            "Ann Example",
        ),
        (f"Welcoming the news from Bob Sample, Councillor Ann Example said: “{WORDS}.”", "Ann Example"),
        (f"Answering Cllr Bob Sample’s question, Ms Ann Example said: “{WORDS}.”", "Ann Example"),
        (f"“{WORDS}.”", None),
        (f"It was said at the meeting: “{WORDS}.”", None),
        (f"Cllr Ann Example and Cllr Bob Sample met. “{WORDS}.”\n\nNobody signed it.", None),
    ],
)
def test_a_quotation_is_given_to_whom_the_text_names(text: str, speaker: str | None) -> None:
    ((name, words),) = told(text)
    assert words.rstrip(".,") == WORDS
    assert name == speaker


def test_a_statement_over_paragraphs_is_one_quotation() -> None:
    (quotation,) = found(
        "Cllr Ann Example said: “One is a start that we made.\n“Two is more than that was.\n“Three is enough for now.”"
    )
    assert quotation.paragraphs == (
        "One is a start that we made.",
        "Two is more than that was.",
        "Three is enough for now.",
    )
    assert len(quotation.told.place.pieces) == len(quotation.told.place.original) == 3
    assert quotation.told.words.count("\n") == 2


def test_a_statement_that_the_narrator_interrupts_is_two_quotations_of_one_speaker() -> None:
    text = "“We accept it in full,” said Ann Example, the director. “Work is already under way on all of it.”"
    assert told(text) == [
        ("Ann Example", "We accept it in full,"),
        ("Ann Example", "Work is already under way on all of it."),
    ]


def test_another_person_named_between_ends_the_last_speakers_turn() -> None:
    text = "Cllr Ann Example said: “We are sorry for all of it.”\n\nWith her was Bob Sample, 17.\n\n“They asked me what I would change in the place,” he laughed."
    assert [name for name, _ in told(text)][1] != "Ann Example"


@pytest.mark.parametrize(
    "text",
    [
        "The service was rated ‘requires improvement to be good’ by Ofsted.",
        "The ‘@ct team’ and the ‘child in need’ plans were looked at.",
        "The council’s workers’ plans and children’s homes were seen.",
        "It won the “Children in Care Council of the Year” award.",
        "‘Dedication and commitment’",
    ],
)
def test_terms_and_titles_are_no_quotations(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("The lead member should resign before this gets any worse.", "calls for a resignation"),
        ("It is time that they consider their position and go.", "calls for a resignation"),
        (
            "The Labour administration has failed every child in this town.",
            "blames an identifiable person or party",
        ),
        ("Councillor Sample lied to all of us in this chamber.", "blames an identifiable person or party"),
        ("The council should do better than this for its children.", None),
        ("I will not resign over a report like this one.", None),
        ("We failed these children and we are sorry for it.", None),
    ],
)
def test_what_a_briefing_holds_back(statement: str, reason: str | None) -> None:
    (quotation,) = found(f"Cllr Ann Example, leader of the opposition, said: “{statement}”")
    assert quotation.sensitive == reason


@pytest.mark.parametrize(
    "statement",
    [
        "It is Martin Kelly's fault that this happened.",
        "Keith Aspden has to step aside.",
        "His failure is unforgivable.",
        "The Conservatives have let our children down for a decade.",
        "The Lib Dems let every child in this town down.",
        "Reform has failed our children.",
        "It is a disgrace how John Smith ran this.",
        "Coun Smith misled us all about this.",
        "Cllr. Smith misled us all about this.",
        "Who was asleep at the wheel? The lead member was.",
        "Why has she still not resigned?",
        "She has to go now.",
        "The lead member should do the decent thing.",
        "Heads must roll.",
        "We need a new director of children's services.",
        "You should be ashamed of yourselves.",
        "Sir Alan ignored every warning.",
        "The leader's position is no longer tenable.",
        "Mary Brown ran this service into the ground.",
        "We have lost confidence in the lead member.",
        "Thirteen years of Tory cuts have left children at risk.",
    ],
)
def test_every_usual_way_to_blame_or_to_oust_is_held_back(statement: str) -> None:
    assert sensitivity(statement) is not None


@pytest.mark.parametrize(
    "statement",
    [
        "We let children down.",
        "I am sorry that we failed.",
        "Cllr Smith has worked hard.",
        "Conservative councillor Jo Example welcomed the report.",
        "The Labour group supports the plan.",
        "Cheshire East failed these children.",
        "Sadly Leeds let children down.",
        "Children's Services failed them.",
        "We must go further and faster.",
        "Barriers to good care must be removed.",
        "Our thanks should go to the staff.",
        "Children suffer through no fault of their own, and she knows it.",
        "Reform of the service has failed.",
        "Is this a failure? We think so.",
        "Nobody is asking her to resign.",
    ],
)
def test_an_ordinary_statement_is_shown(statement: str) -> None:
    assert sensitivity(statement) is None


def test_a_past_role_is_marked_and_a_party_is_a_field_of_its_own() -> None:
    (quotation,) = found(
        f"Conservative councillor Jo Example, who was the cabinet member for children in 2018, said: “{WORDS}.”"
    )
    assert quotation.speaker is not None
    assert quotation.speaker.past
    assert quotation.speaker.party == "Conservative"
    assert quotation.speaker.role == "cabinet member for children in 2018"
    assert (quotation.speaker.organisation, quotation.speaker.organisation_inferred) == (COUNCIL, True)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="“”\"‘’' ,.abcS\nsaid", max_size=160))
def test_marks_never_overlap_and_never_leave_their_paragraph(text: str) -> None:
    document = read_text(b"A first sentence, to begin.\n" + text.encode(), Source("d", "d.txt", ""))
    end = 0
    for stretch in marked(document):
        paragraph = document.paragraphs[stretch.paragraph].span
        assert stretch.outer.start >= end
        assert paragraph.covers(stretch.outer)
        assert stretch.outer.covers(stretch.span)
        end = stretch.outer.end


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Cllr Ann Example said: ",
                "“We know it all.”",
                "’",
                "‘",
                "\n",
                "She added: ",
                "the council’s ",
                "The report ",
                ". ",
                '"',
                "and that ",
            ]
        ),
        max_size=25,
    )
)
def test_whatever_stands_in_a_text_words_are_slices_and_names_are_in_it(parts: list[str]) -> None:
    document = read_text(
        ("A first sentence, to begin.\n" + "".join(parts)).encode(), Source("d", "d.txt", "")
    )
    for quotation in quotations(read(document), COUNCIL):
        assert document[quotation.told.place.span] == quotation.told.words
        assert all(
            document[piece] == words
            for piece, words in zip(quotation.told.place.pieces, quotation.paragraphs, strict=True)
        )
        if quotation.speaker is not None:
            assert quotation.speaker.name in document[quotation.speaker.named.span]
