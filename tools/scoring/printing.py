"""Figures of sets of texts as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scoring.verdicts import State, Verdict, count, false_grades, figures, noise, wrong_speakers

Json = dict[str, Any]
STATED = ("council", "published", "dates", "framework", "lead inspectors")
COUNTED = ("judgements", "earlier", "strengths", "improvements", "quotations", "roles")


def unread_lines(found: Iterable[Json]) -> Iterator[str]:
    """Tell of documents that could not be read, whose facts all count as missed: how many, and of one why."""
    why = [
        f"{one['path']}: {problem['message']}"
        for one in found
        for problem in one["problems"]
        if problem["severity"] == "error"
    ]
    if why:
        yield f"not read: {len(why)}, so that all their facts are missed; the first is {why[0]}"


def set_lines(name: str, texts: int, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Tell how the facts of a set agree with the truth."""
    yield f"== {name}: {texts} texts"
    for kind in STATED:
        told = figures(verdicts, kind)
        wrong = told.said - told.right
        yield f"{kind:27s} {told.right} of {told.there} right where stated; {wrong} said falsely"
    for kind in COUNTED:
        told = figures(verdicts, kind)
        shares = f"{told.precision:.3f} {told.recall:.3f} {told.f1:.3f}"
        label = {"quotations": "quotations joint", "earlier": "earlier grades"}.get(kind, kind)
        yield f"{f'{label} P R F1':27s} {shares}   gold {told.there}, said {told.said}"
    yield f"false grades {false_grades(verdicts)}; noise leaked {noise(verdicts)}"
    yield speakers_line(verdicts)


def speakers_line(verdicts: Sequence[Verdict]) -> str:
    """Tell how the quotations that were found are attributed."""
    right, unnamed = (count(verdicts, "quotations", state) for state in (State.RIGHT, State.UNNAMED))
    wrong = wrong_speakers(verdicts)
    found = right + unnamed + wrong
    shares = f"({wrong / (found or 1):.1%}); speaker not identified {unnamed}"
    return f"named wrongly {wrong} of {found} quotations found {shares}"
