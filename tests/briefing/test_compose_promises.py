"""What holds for every briefing: claims are cited, words are verbatim, grades are stated, order is no matter."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.as_text import plain_text
from briefing.asking import LIBRARY, brief, spec
from briefing.invented_evidence import graded, held_back, report, twelve, undated, visit
from briefing.seed_evidence import seeds
from councilbrief.briefing.blocks import Cite, Notice, Pill, Slice, Text
from councilbrief.briefing.plain import block_statements, statements
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.evidence.facts import Evidence, Grade
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import DocumentKind, PartialDate

LIBRARIES = (
    *seeds(),
    *twelve(),
    report(),
    undated(),
    held_back(),
    visit("later", "2025-02-04", "2025-02-05", "2025-03-01"),
    graded("conflict", Grade.GOOD, "2024-02-26", "2024-03-08", "ilacs-2023", published="2024-05-16"),
    graded(
        "loose",
        Grade.GOOD,
        "2026-04-27",
        "2026-05-01",
        None,
        kind=DocumentKind.RELEASE,
        published="2026-06-01",
    ),
)
PROBLEMS = (
    Problem(Severity.ERROR, "empty", "the file is empty", "b.txt"),
    Problem(Severity.ERROR, "binary", "the file is no text", "a.txt"),
)

evidence_of = st.lists(st.sampled_from(LIBRARIES), unique_by=lambda one: one.source.id, max_size=8)
sections = st.lists(
    st.builds(
        SectionSpec,
        key=st.sampled_from(SectionKey),
        history=st.booleans(),
        limit=st.none() | st.integers(1, 9),
        sensitive=st.sampled_from(("hold", "show")),
        text=st.none() | st.just("Our own words."),
    ),
    max_size=9,
    unique_by=lambda one: one.key,
)
dates = st.none() | st.just(PartialDate(2024, 6, 3))


@settings(max_examples=60, deadline=None)
@given(evidence_of, sections, dates)
def test_claims_are_cited_and_words_are_verbatim(
    evidence: Sequence[Evidence], asked: list[SectionSpec], as_at: PartialDate | None
) -> None:
    briefing = brief(evidence, spec(*asked, as_at=as_at), problems=PROBLEMS)
    used = {one.place.source for _, statement in statements(briefing) for one in statement.support}
    assert used <= {one.source.id for one in evidence}
    for where, statement in statements(briefing):
        cited = {
            number for inline in statement.inlines if isinstance(inline, Cite) for number in inline.numbers
        }
        assert bool(cited) or not statement.support, (where, statement.text)
        assert statement.text == statement.text.strip()
        for inline in statement.inlines:
            if isinstance(inline, Cite):
                assert inline.numbers
                assert inline.numbers == tuple(sorted(set(inline.numbers)))
            elif isinstance(inline, Slice):
                assert any(inline.words in one.words for one in statement.support), inline.words
                assert len(inline.place.pieces) == 1
                assert len(inline.words) == len(inline.place.span)


@settings(max_examples=60, deadline=None)
@given(evidence_of, sections)
def test_no_grade_is_shown_that_no_source_states(
    evidence: Sequence[Evidence], asked: list[SectionSpec]
) -> None:
    briefing = brief(evidence, spec(*asked))
    stated = {one.grade for each in evidence for one in each.judgements if one.stated}
    for _, statement in statements(briefing):
        for inline in statement.inlines:
            if isinstance(inline, Pill):
                assert inline.grade in stated
                assert inline.text.casefold() == inline.grade.value
                assert any(one.words for one in statement.support)


@settings(max_examples=40, deadline=None)
@given(evidence_of.flatmap(lambda chosen: st.tuples(st.just(chosen), st.permutations(chosen))))
def test_the_order_of_documents_makes_no_difference(pair: tuple[list[Evidence], list[Evidence]]) -> None:
    one, other = pair
    assert brief(one, problems=PROBLEMS) == brief(other, problems=tuple(reversed(PROBLEMS)))


@settings(max_examples=40, deadline=None)
@given(evidence_of, sections)
def test_nothing_is_blank_and_no_sentence_is_odd(
    evidence: Sequence[Evidence], asked: list[SectionSpec]
) -> None:
    briefing = brief(evidence, spec(*asked))
    assert len(briefing.notices) <= 3
    for one in briefing.sections:
        assert one.blocks
        for block in one.blocks:
            assert all(statement.text for statement in block_statements(block))
            if isinstance(block, Notice):
                assert block.statements
    ours = [
        inline.text
        for _, statement in statements(briefing)
        for inline in statement.inlines
        if isinstance(inline, Text)
    ]
    for text in ours:
        assert "None" not in text
        assert "  " not in text
        assert ".." not in text
        assert "()" not in text


def test_every_word_of_a_briefing_is_in_its_plain_text() -> None:
    briefing = brief(LIBRARIES, problems=PROBLEMS)
    text = plain_text(briefing)
    assert all(one.text in text for where, one in statements(briefing) if where != SectionKey.QUOTATIONS)


def test_held_back_words_are_nowhere_in_the_briefing() -> None:
    briefing = brief([held_back()], spec(sources=LIBRARY))
    assert "She must go" not in repr(briefing)
