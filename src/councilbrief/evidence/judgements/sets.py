"""Sets of areas: which ones "the other three" and "all areas" mean, by what else is graded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import Sort, area_mentions, judged
from councilbrief.evidence.inspections.era import framework_at
from councilbrief.evidence.inspections.frameworks import Framework
from councilbrief.evidence.judgements.given import Given
from councilbrief.evidence.words import either
from councilbrief.provenance import PartialDate

_NUMBERS = {"another": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NUMBERS |= {str(number): number for number in range(1, 6)}
# `the other three`, `two remaining areas`, `three of the four`, `in two categories`
_COUNTED = re.compile(
    rf"\b(?:(?:other|remaining|another) (?P<after>{'|'.join(_NUMBERS)})"
    rf"|(?:all|(?:each|every one) of(?: the| its)?) (?P<all>{'|'.join(_NUMBERS)})\b"
    rf"|(?<!every )(?<!each )(?<!single )(?P<before>{'|'.join(_NUMBERS)})"
    r" (?:others?|more|remaining|(?:out )?of"
    r"|(?:key |main )?(?:sub-)?(?:areas|judgements|categories|strands|headings)))\b",
    re.IGNORECASE,
)
# `all but one`, `all, with one exception`, where nothing says which one
_EXCEPTION = re.compile(
    rf"(?<!without )\b(?:{either('areas', 'exception')}\b|but (?:for )?one\b)", re.IGNORECASE
)
_WITH_WHOLE = re.compile(r"\bincluding (?:(?:for|in) )?(?:the |its )?overall\b", re.IGNORECASE)
_AROUND = 400
"""Characters on either side of a set in which its areas are named, where no framework says which."""


def with_sets(text: str, found: Sequence[Given], framework: Framework | None) -> Iterator[Given]:
    """Resolve sets against the framework's areas and the grades given already.

    Where the framework is unknown, the areas named around a set stand for its areas.
    """
    single = [given for given in found if given.group is None]
    stated = [given for given in single if given.stated]
    everywhere = tuple(dict.fromkeys(area for given in found for area in given.areas))
    taken = {area for given in stated if not given.earlier for area in given.areas}
    otherwise = {(given.earlier, given.grade, area) for given in stated for area in given.areas}
    for given in found:
        if given.group is None:
            yield given
            continue
        then = framework_at(PartialDate(given.year)) if given.earlier and given.year is not None else None
        frame = then.framework if then else framework
        whole = tuple(area for area in given.areas if area is Area.OVERALL)
        named = tuple(area for area in given.areas if area is not Area.OVERALL)
        every = judged(frame, [*_named_around(text, given), *everywhere])
        if given.group is Sort.ALL and framework is None and len(every) == 1:
            every = ()  # all areas are more than the one that stands near
        if given.group is Sort.ALL:
            barred = {
                area
                for earlier, grade, area in otherwise
                if earlier == given.earlier and grade is not given.grade
            }
            barred.update(given.excepted)
            if not barred and given.clause and _EXCEPTION.search(text, given.clause.start, given.clause.end):
                continue
            left = _all_but(text, given, barred, every, judged(frame, every, parts=True))
            yield replace(given, areas=(*left, *whole) or given.areas)
            continue
        open_ = tuple(area for area in every if area not in taken and area not in given.excepted)
        if given.group is Sort.MOST and framework is None:
            open_ = ()  # which two of four these are nobody can say who doesn't know the four
        as_many = len(named) > 1 and _number(text, given) == len(named) + len(whole)
        listed = named if framework is None or as_many or not set(named) <= set(open_) else ()
        some = taken - {Area.OVERALL} or _number(text, given) is not None
        others = some or given.group is not Sort.REST  # nothing is "the rest" of nothing
        left = listed or (open_ if others and _agrees(text, given, len(open_)) else named)
        yield replace(given, areas=(*whole, *left))


def _all_but(text: str, given: Given, barred: set[Area], *sets: tuple[Area, ...]) -> tuple[Area, ...]:
    """Return the first of the sets that has as many areas as the words say, without those that are barred."""
    for areas in sets:
        left = tuple(area for area in areas if area not in barred)
        if left and _agrees(text, given, len(left), len(areas), len(areas) + 1):
            return left
    return ()


def _agrees(text: str, given: Given, *areas: int) -> bool:
    """Say whether a set has as many areas as its words say; of another number nobody knows which."""
    clause = given.clause or given.span
    if _WITH_WHOLE.search(text, clause.start, clause.end):
        return False  # one of those that are counted is none of the areas
    number = _number(text, given)
    return number is None or number in areas


def _number(text: str, given: Given) -> int | None:
    """Return how many areas the words of a set say that it has, None where they say nothing of it."""
    counted = _COUNTED.search(text, given.span.start, given.span.end)
    return _NUMBERS[(counted["after"] or counted["before"] or counted["all"]).lower()] if counted else None


def _named_around(text: str, given: Given) -> Iterator[Area]:
    """Yield the areas that the text names near a set."""
    start, end = max(0, given.span.start - _AROUND), min(len(text), given.span.end + _AROUND)
    yield from (mention.area for mention in area_mentions(text, start, end) if mention.area)
