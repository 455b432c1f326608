from hypothesis import given
from hypothesis import strategies as st

from councilbrief.evidence.coverage import Coverage
from councilbrief.provenance import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_it_answers_as_one_would_by_looking_at_each(spans: list[Span], asked: Span) -> None:
    coverage = Coverage(spans)
    assert coverage.meets(asked) is any(span.overlaps(asked) for span in spans)
    assert coverage.holds(asked) is any(span.covers(asked) for span in spans)
    assert coverage.within(asked) is any(asked.covers(span) for span in spans)
