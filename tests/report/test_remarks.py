"""What reports say of the whole: their opening words, and what became of the areas named before."""

from __future__ import annotations

import pytest

from councilbrief.documents.document import Document, Paragraph, Shape
from councilbrief.documents.strand import Strand
from councilbrief.evidence.facts import RemarkKind
from councilbrief.evidence.report.remarks import remarks
from councilbrief.evidence.texts.reading import read
from councilbrief.provenance import Source, Span


def report(*paragraphs: str) -> Document:
    """Return a report of two pages: a heading, then these."""
    lines = ("Inspection of Norchester local authority children’s services", *paragraphs)
    text, made, at = "\n".join(lines), [], 0
    for number, line in enumerate(lines, 1):
        shape = Shape.HEADING if number == 1 else Shape.PROSE
        made.append(Paragraph(number, Span(at, at + len(line)), shape, "", 1 if number < 3 else 2))
        at += len(line) + 1
    return Document(Source("r", "r.pdf", ""), text, text, tuple(made), Strand.whole(text).map)


def said(kind: RemarkKind, *paragraphs: str) -> list[str]:
    return [one.told.words for one in remarks(read(report(*paragraphs))) if one.kind is kind]


def test_the_opening_is_the_first_sentence_and_what_goes_with_it() -> None:
    short = "Services for children have declined since 2019. Leaders know this. "
    assert said(RemarkKind.OPENING, short + "X" * 300 + ".") == [short.strip()]


def test_the_opening_never_ends_before_what_takes_it_back() -> None:
    praise = (
        "Improvements have been made in many parts of the service, " + "as leaders know, " * 15 + "of late."
    )
    but = "However, for care leavers services are inadequate."
    assert said(RemarkKind.OPENING, f"{praise} {but} They know this.") == [f"{praise} {but}"]


def test_a_first_sentence_is_kept_however_long_it_is() -> None:
    long = "Services for children have " + "really " * 60 + "declined."
    assert said(RemarkKind.OPENING, long) == [long]


def test_what_every_report_of_an_era_says_is_no_opening() -> None:
    usual = "It is Ofsted’s expectation that, as a minimum, all children receive good help and protection."
    own = "Services for children in Norchester are not yet good enough for all."
    assert said(RemarkKind.OPENING, usual, own) == [own]


@pytest.mark.parametrize(
    "sentence",
    [
        "All areas for improvement identified at the last inspection remain areas for improvement.",
        "Most of the recommendations made at the previous inspection have been addressed.",
        "Leaders have made good progress in the areas identified at the last inspection in 2018.",
        "The areas for improvement named in the previous inspection have not been tackled.",
    ],
)
def test_a_verdict_on_the_areas_named_before_is_kept_word_for_word(sentence: str) -> None:
    opening = "Services for children in Norchester have declined since 2019."
    assert said(RemarkKind.EARLIER_AREAS, opening, f"Leaders met staff. {sentence} They went on.") == [
        sentence
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "These areas for improvement from the last inspection have been addressed.",
        "There are areas of practice in which progress has been made since the last inspection.",
        "The last inspection named three areas for improvement.",
        "All areas for improvement remain.",
    ],
)
def test_other_sentences_are_no_verdict_on_them(sentence: str) -> None:
    opening = "Services for children in Norchester have declined since 2019."
    assert said(RemarkKind.EARLIER_AREAS, opening, sentence) == []
