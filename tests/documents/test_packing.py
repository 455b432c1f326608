"""Documents to bytes and back, and the map from clean text to file."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilbrief.documents.document import Document, Look, Paragraph, Removed, Shape
from councilbrief.documents.packing import packed, unpacked
from councilbrief.documents.strand import Strand, join
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Source, Span

SOURCE = Source("r", "library/r.pdf", "0" * 64)
words = st.text(st.characters(codec="utf-16", categories=("L", "N", "P", "Zs", "Cs", "Co")), min_size=1)
patient = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # a loaded machine is no fault
numbers = st.floats(0, 900, allow_nan=False)
looks = st.none() | st.builds(Look, numbers, numbers, numbers, numbers, numbers, st.booleans())


@st.composite
def documents(draw: st.DrawFn) -> Document:
    original = draw(words)
    strand = Strand.whole(original).replace(
        re.compile(r"\W+"), lambda match: draw(st.sampled_from(["", " ", match[0]]))
    )
    end = len(strand.text)
    paragraph = Paragraph(
        1,
        Span(0, end),
        draw(st.sampled_from(Shape)),
        draw(words),
        draw(st.none() | st.integers(1, 9)),
        draw(looks),
    )
    problem = Problem(Severity.WARNING, "page-without-text", draw(words), SOURCE.path)
    removed = (Removed(Span(0, len(original)), "footnote"),)
    return Document(SOURCE, original, strand.text, (paragraph,), strand.map, removed, (problem,))


@patient
@given(documents())
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert unpacked(packed(document), SOURCE) == document


@patient
@given(documents())
def test_its_bytes_depend_on_what_was_read_and_not_on_where_it_lies(document: Document) -> None:
    moved = Source("other", "elsewhere/copy.pdf", "1" * 64)
    assert packed(unpacked(packed(document), moved)) == packed(document)


def test_behind_what_was_left_out_every_character_still_stands_for_itself() -> None:
    original = "most children1 live well"
    whole = Strand.whole(original)
    text = join((whole.cut(0, 13), whole.cut(14, len(original))), "")
    assert text.text == "most children live well"
    for at, character in enumerate(text.text):
        assert text.map.original(Span(at, at + 1)).slice(original) == character


@patient
@given(st.text("ab &;-\n"), st.integers(0, 8), st.integers(0, 8))
def test_a_character_left_alone_stands_for_itself_and_a_new_one_for_all_it_replaces(
    original: str, begin: int, length: int
) -> None:
    levelled = Strand.whole(original).replace(
        re.compile(r"\s+|&;"), lambda match: "+" if match[0] == "&;" else " "
    )
    part = levelled.cut(min(begin, len(levelled.text)), min(begin + length, len(levelled.text)))
    for at, character in enumerate(part.text):
        stands_for = part.map.original(Span(at, at + 1)).slice(original)
        assert stands_for == character or (character == "+" and stands_for == "&;") or stands_for.isspace()
