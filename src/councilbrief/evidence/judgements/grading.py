"""From grades as sentences give them to judgements of inspections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from councilbrief.documents.document import Shape
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Area, Grade, Inspection, Judgement
from councilbrief.evidence.inspections.era import framework_at
from councilbrief.evidence.inspections.frameworks import Framework, frameworks
from councilbrief.evidence.judgements.background import Background, coloured
from councilbrief.evidence.judgements.given import Given, grades_given, paired
from councilbrief.evidence.judgements.lines import LISTED, grade_lines
from councilbrief.evidence.judgements.passages import passages
from councilbrief.evidence.judgements.sets import with_sets
from councilbrief.evidence.judgements.tables import in_tables
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import STATED, Dated, PartialDate, Span

_NO_OVERALL = re.compile(either("grades", "no_overall"), re.IGNORECASE)
_MAIN_AND_ONE = 2
"""Inspections of a document that tells of the one at hand and of one more."""

# The surer way of saying wins where a document seems to give an area two grades.
_RANK = (
    "line",
    "lines",
    LISTED,
    "area-then-grade",
    "grade-for-area",
    "likewise",
    "same-grade",
    "set-rest",
    "set-most",
    "set-all",
    "whole-then-grade",
    "subject-of-clause-before",
    "no-area",
    "same-as-then",
)


# a clause without the emoji, dashes and full stops round it
_TOLD = re.compile(r"[\w‘’“”\"'(\[£](?:.*[\w‘’“”\"')\]%])?", re.DOTALL)
_OF_NOW = re.compile(
    r"\b(?:now|has|have|is|are|today|yesterday|week|month|this|latest|new|remains?|again|still|currently)\b",
    re.IGNORECASE,
)
_ITS_CARE = re.compile(r"\bin (?:its|their|our|the council[’']s) care\b", re.IGNORECASE)
_LONGEST_CLAUSE = 400
"""Characters; a longer clause is told by the grade and its areas alone."""

_LINES = frozenset(_RANK[:3])


class Draft:
    """What a document says of grades, before it is known which framework they are under."""

    def __init__(self, reading: Reading, background: Background) -> None:
        """Find the lines and the clauses in which the narrator can give grades."""
        self._reading, self._background = reading, background
        self._lines = grade_lines(reading)
        sentences = tuple(coloured(reading, background))
        self._told = [paired(background.text, one) for one in passages(background.text, sentences)]

    def grades(self, framework: Framework | None) -> tuple[Given, ...]:
        """Return every grade that the document gives, on lines and in prose, sets resolved."""
        background = self._background
        lines = [line for line in self._lines if any(line.under(framework, grade) for grade in Grade)]
        # what leads into a list is its last sentence: those before may give grades of their own
        above = (line.first - 1 for line in lines if line.rule == LISTED and line.first)
        leads = (self._reading.sentences_of(number)[-1].span for number in above)
        on_lines = Coverage([*(line.span for line in lines), *leads])
        prose = (told for told in self._told if not on_lines.meets(told[0].clause.span))
        found = [
            *in_tables(self._reading, lines, framework, background.newest, background.is_of_others),
            *grades_given(background.text, prose, framework),
        ]
        kept = (
            given
            for given in with_sets(background.text, found, framework)
            if given.areas
            and (given.earlier or framework is None or not framework.scale or given.grade in framework.scale)
        )
        told = _without_headlines(self._reading, tuple(kept))
        return _gone_on_with(self._reading, told, background.newest)


def _without_headlines(reading: Reading, found: tuple[Given, ...]) -> tuple[Given, ...]:
    """Leave out "children in its care" where only a headline gives them the grade of the whole.

    In "Inadequate verdict on children in its care" they stand for the services.
    """
    body = {(a, one.grade, one.earlier) for one in found if not _headline(reading, one) for a in one.areas}

    def is_short(one: Given) -> bool:
        told = {(area, one.grade, one.earlier) for area in one.areas}
        short = _headline(reading, one) > 0 and _ITS_CARE.search(reading.text, one.span.start, one.span.end)
        return bool(short) and (Area.OVERALL, one.grade, one.earlier) in body and not told & body

    return tuple(one for one in found if not is_short(one))


def _gone_on_with(reading: Reading, found: tuple[Given, ...], newest: int | None) -> tuple[Given, ...]:
    """Give all grades of today to the past where each only goes on with a sentence on it.

    "Services were judged inadequate in December 2023. Those for care leavers were good" is, in a
    text on something else, no news of today. A sentence that names the year of today, `newest`, goes on
    with that.
    """
    today = [given for given in found if not given.earlier and given.stated]
    years = {given: _year_before(reading, given, found, newest) for given in today}
    if not all(years.values()):
        return found
    return tuple(replace(one, earlier=True, year=years[one]) if one in years else one for one in found)


def _year_before(reading: Reading, given: Given, found: Iterable[Given], newest: int | None) -> int | None:
    """Return the year of the earlier grade with which a sentence in the past tense may go on."""
    sentence = reading.sentence_at(given.span.start)
    paragraph = reading.document.paragraph_at(given.span.start)
    if given.rule in _LINES or _OF_NOW.search(sentence.span.slice(reading.text)):
        return None
    begin, end = paragraph.span.start, sentence.span.start
    year = str(newest) if newest else None
    return next(
        (
            one.year
            for one in found
            if one.earlier
            and one.year
            and begin <= one.span.start < end
            and not (year and year in reading.text[one.span.end : sentence.span.end])
        ),
        None,
    )


def judgements_of(
    reading: Reading,
    given: Sequence[Given],
    inspections: Sequence[Inspection],
) -> tuple[tuple[Judgement, ...], tuple[Inspection, ...]]:
    """Give each grade to its inspection; an earlier year that no inspection has opens one."""
    known = _Known(reading, inspections)
    best: dict[tuple[Area, int | None, bool], tuple[int, Judgement]] = {}
    for one in given:
        at = known.earlier(one) if one.earlier else (0 if known.inspections else None)
        for area in one.areas:
            key = (area, at, one.earlier)
            judgement = Judgement(
                area,
                one.grade,
                reading.told(_readable(reading, one)),
                one.rule,
                at,
                current=not one.earlier and one.stated,
                stated=one.stated,
            )
            rank = _RANK.index(one.rule) + (0 if one.stated else len(_RANK)) + _headline(reading, one)
            if key not in best or rank < best[key][0]:
                best[key] = (rank, judgement)
    return tuple(_said_once([judgement for _, judgement in best.values()])), tuple(known.inspections)


def _said_once(found: Sequence[Judgement]) -> Iterator[Judgement]:
    """Leave out an earlier grade without its year where the same one is told with it."""
    dated = {(one.area, one.grade) for one in found if not one.current and one.inspection is not None}
    for one in found:
        if one.current or not one.stated or one.inspection is not None or (one.area, one.grade) not in dated:
            yield one


def _readable(reading: Reading, given: Given) -> Span:
    """Return the clause that gives a grade, trimmed of its marks; of a long one the bare words."""
    short = given.clause is not None and len(given.clause) <= _LONGEST_CLAUSE
    whole = given.clause if given.clause is not None and short else given.span
    told = _TOLD.search(reading.text, whole.start, whole.end)
    return Span(told.start(), told.end()) if told else whole


def _headline(reading: Reading, given: Given) -> int:
    """Rank a headline, which is short of words, after every sentence and every line of a table."""
    shape = reading.document.paragraph_at(given.span.start).shape
    return 2 * len(_RANK) if shape is Shape.HEADING and given.rule not in _LINES else 0


def no_overall(reading: Reading, framework: Framework | None) -> Judgement | None:
    """Return "no overall grade" where the framework gives none and the text says so."""
    if framework is None or not framework.graded or framework.overall:
        return None
    match = _NO_OVERALL.search(reading.text)
    if match is None:
        return None
    return Judgement(
        Area.OVERALL, Grade.NO_OVERALL, reading.told(Span(match.start(), match.end())), "no-overall-grade", 0
    )


def _gives_grades(inspection: Inspection) -> bool:
    """Say whether an inspection can have given grades, as a focused visit can't."""
    under = frameworks().get(inspection.framework or "")
    return under is None or under.graded


class _Known:
    """The inspections of a document: those found, and those that the year of a grade opens."""

    def __init__(self, reading: Reading, inspections: Sequence[Inspection]) -> None:
        self._reading = reading
        self.inspections = list(inspections)
        self._years: dict[int, int] = {}
        for number, inspection in enumerate(inspections):
            if number and inspection.start is not None:
                self._years.setdefault(inspection.start.value.year, number)

    def earlier(self, given: Given) -> int | None:
        """Return the earlier inspection of a grade's year, opened where none is known."""
        if given.year is None:
            alone = len(self.inspections) == _MAIN_AND_ONE and _gives_grades(self.inspections[1])
            return 1 if alone else None
        if given.year not in self._years:
            self._years[given.year] = len(self.inspections)
            self.inspections.append(self._opened(given.year, given.span.start))
        return self._years[given.year]

    def _opened(self, year: int, at: int) -> Inspection:
        """Make the inspection of a year that a grade tells of."""
        main = self.inspections[0] if self.inspections else None
        when = Dated(PartialDate(year), STATED)
        found = framework_at(when.value)
        return Inspection(
            council=main.council if main else None,
            council_name=main.council_name if main else None,
            start=when,
            end=when,
            framework=found.framework.id if found else None,
            framework_basis=found.basis if found else None,
            graded=True,
            told=self._reading.told(self._reading.sentence_at(at).span),
            rule="year-of-an-earlier-grade",
        )
