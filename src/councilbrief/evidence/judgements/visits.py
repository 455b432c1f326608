"""Grades in a text on a visit of a kind that gives none: said of it wrongly, or recalled from before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from councilbrief.evidence.inspections.main import Told
from councilbrief.evidence.inspections.marks import Era
from councilbrief.evidence.judgements.given import Given
from councilbrief.evidence.texts.reading import Reading
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Span


def visit_places(under: Era | None, told: Told | None) -> tuple[Span, ...]:
    """Return where a text names, and dates, a visit of a kind that gives no grade; none of an inspection."""
    if under is None or under.framework.graded:
        return ()
    return tuple(span for span in (under.span, told.sentence if told else None) if span)


def recalled(reading: Reading, given: Iterable[Given], visit: Sequence[Span]) -> tuple[Given, ...]:
    """Take the grades in a text on a visit for those of an inspection before it.

    What the paragraphs that name or date the visit give, and what says the same elsewhere, is said
    of the visit itself, and is left out.
    """
    if not visit:
        return tuple(given)
    every = list(given)
    own = [reading.document.paragraph_at(span.start).span for span in visit]
    of_visit = [one for one in every if not one.earlier and any(span.covers(one.span) for span in own)]
    said = {(one.areas, one.grade) for one in of_visit}
    kept = (one for one in every if one.earlier or (one.areas, one.grade) not in said)
    return tuple(one if one.earlier else replace(one, earlier=True) for one in kept)


def said_of_a_visit(
    reading: Reading, given: Iterable[Given], visit: Sequence[Span], under: Era | None
) -> Iterator[Problem]:
    """Warn of the first grade of today that a text gives a visit; it is left out."""
    today = [one for one in given if not one.earlier and one.stated]
    kept = {one.span for one in recalled(reading, today, visit)}
    for one in today:
        if under is not None and one.span not in kept:
            message = (
                f"“{reading.document[one.span]}” is said of a {under.framework.noun}, which gives no grade;"
                " it is left out"
            )
            yield Problem(Severity.WARNING, "grade-of-a-visit", message, reading.document.source.path)
            return
