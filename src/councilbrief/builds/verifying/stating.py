"""Where on the pages a fact is stated, as far as words tell; of several places the likeliest."""

from __future__ import annotations

from collections.abc import Iterator

from councilbrief.briefing.change_words import OR
from councilbrief.briefing.facts import Fact, FactKind
from councilbrief.briefing.trace import Kind, Passage
from councilbrief.builds.verifying.verdict import Case
from councilbrief.builds.verifying.wording import squeezed, without_references


def stating(case: Case, fact: Fact) -> int | None:
    """Return the number of the passage that states a fact, None where no words tell."""
    if fact.kind is FactKind.JUDGEMENT:
        found = max(_cells(case, fact), default=None)
        return None if found is None else -found[1]
    return next((number for number, one in enumerate(case.passages) if _states(one, fact)), None)


def _states(one: Passage, fact: Fact) -> bool:
    if fact.kind is FactKind.INSPECTION:
        days = squeezed(fact.label.partition(" of ")[2])
        return bool(days) and days in squeezed(one.text)
    words = squeezed(fact.value)
    own = squeezed(" ".join(one.text[at : at + end - start] for at, _, start, end in one.slices))
    return bool(own) and (words in own or (one.kind is Kind.QUOTATION and words.startswith(own)))


def _cells(case: Case, fact: Fact) -> Iterator[tuple[int, int]]:
    """Yield the cells in the rows of a judgement's area: how likely each is, and its number, the first first.

    Likely is a grade that is the fact's, in a table whose caption or head names the inspection.
    """
    days, wanted = _days(case, fact), squeezed(fact.label)
    caption = head = ""
    inside = False
    for number, one in enumerate(case.passages):
        if one.kind in {Kind.CAPTION, Kind.HEAD}:
            caption = squeezed(one.text) if one.kind is Kind.CAPTION else caption + squeezed(one.text)
        if one.kind is Kind.CELL and one.at and one.at[-1] == 1:
            head = squeezed(without_references(one.text))
            inside = wanted in {head, head.lstrip("0123456789")}
        if one.kind is Kind.CELL and inside:
            grades = {grade for _, _, grade in one.grades}
            likely = 2 * bool(grades & set(fact.value.split(OR))) + (days in caption) + bool(grades)
            yield likely, -number


def _days(case: Case, fact: Fact) -> str:
    named = (
        one for one in case.edition.facts if one.kind is FactKind.INSPECTION and one.key == fact.inspection
    )
    return squeezed(next((one.label.partition(" of ")[2] for one in named), "-"))
