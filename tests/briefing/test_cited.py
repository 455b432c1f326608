"""The pages that a briefing refers to: those of what it shows or claims, not of what it only counts."""

from __future__ import annotations

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    ItemList,
    Paragraph,
    Section,
    Statement,
    Support,
    Text,
)
from councilbrief.briefing.cited import MOST_PLACES, cited_pages
from councilbrief.provenance import Place, Span


def stated(*pages: int) -> Statement:
    """Make a statement that rests on a place on each of some pages."""
    span = Span(0, 1)
    places = [Place("report", "report.pdf", span, 1, (span,), (span,), page) for page in pages]
    return Statement((Text("Said."),), tuple(Support("Words", place, "a rule") for place in places))


def pages(*blocks: Block) -> list[int]:
    briefing = Briefing(
        "A council", "A title", "", (), (), (Section("improvements", "A section", blocks),), None
    )
    return sorted(cited_pages(briefing).get("report", ()))


def test_what_a_list_and_a_sentence_rest_on_is_told() -> None:
    assert pages(ItemList((stated(2),)), Paragraph((stated(4, 3),))) == [2, 3, 4]


def test_what_a_sentence_only_counts_is_not() -> None:
    many = range(1, MOST_PLACES + 2)
    assert pages(Paragraph((stated(*many), stated(40)))) == [40]
    assert pages(ItemList((stated(*many),))) == list(many)
