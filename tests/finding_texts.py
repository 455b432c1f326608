"""What a short text about an inspection is found to say: strengths with a plus, areas for improvement with a minus."""

from __future__ import annotations

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

LEAD = (
    "Verdict on council\n\n12 June 2024\n\n"
    "Ofsted inspected Oldham Council’s children’s services in April 2024 and graded them good overall.\n\n"
)


def found_in(text: str) -> list[str]:
    """Return the findings of a text under a lead that names the council, in the order of the text."""
    evidence = gather(read_text((LEAD + text).encode(), Source("d", "d.txt", "")))
    marked = [(f.told.place.span, f"+ {f.told.words}") for f in evidence.strengths]
    marked += [(f.told.place.span, f"- {f.told.words}") for f in evidence.improvements]
    return [words for _, words in sorted(marked)]
