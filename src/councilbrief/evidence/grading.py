"""From grades as sentences give them to judgements of inspections."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from councilbrief.documents.document import Shape
from councilbrief.evidence.clauses import Clause, sentence_clause, speaks_of_others
from councilbrief.evidence.councils import Council
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.era import framework_at
from councilbrief.evidence.facts import Area, Grade, Inspection, Judgement
from councilbrief.evidence.frameworks import Framework
from councilbrief.evidence.grade_lines import LISTED, grade_lines
from councilbrief.evidence.grade_tables import in_tables
from councilbrief.evidence.judgements import Given, grades_given
from councilbrief.evidence.passages import passages
from councilbrief.evidence.reading import Reading
from councilbrief.evidence.sets import with_sets
from councilbrief.evidence.subject import is_telling
from councilbrief.evidence.words import any_of, either, phrases
from councilbrief.provenance import MONTHS, STATED, Dated, PartialDate, Span

_OWN = re.compile(rf"\b{either('areas', 'own')}\b", re.IGNORECASE)
# `St Anne’s Church of England Primary`
_NAMED_SCHOOL = re.compile(rf"\b[A-Z][\w’']+ (?:[A-Z][\w’']+ )*{either('grades', 'schools')}\b")
_GOES_ON = re.compile(rf"{either('grades', 'goes_on')}\b")
# `They were rated …`, in the paragraph after one on other councils
_THOSE = re.compile(r"(?:They|Their|Both|These|Those|All (?:two|three|four|five|six|of them))\b")
# `Last July`, where the text goes on to a visit that came after
_LAST = re.compile(rf"\W*(?:In )?[Ll]ast (?:year|{'|'.join(filter(None, MONTHS))})\b")
_LATER_VISIT = re.compile(
    r"\b(?:second|third|fourth|fifth|follow-up|latest|most recent|review|monitoring|focused)"
    r" (?:\w+ ){0,2}visits?\b",
    re.IGNORECASE,
)
# all that minutes tell is past, also what is so now
_MINUTES = re.compile(r"\bRESOLVED\b|\b[Mm]inutes of (?:the|a)\b")
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


# Only a council's services are judged for these.
_SERVED = ("help_protection", "in_care", "care_leavers", "in_care_and_care_leavers")
_ITS_AREAS = any_of(name for key in _SERVED for name in phrases("areas", "areas", key))
_OF_COUNCILS = re.compile(rf"\b{_ITS_AREAS}(?!\w)|\bimpact of (?:its )?leaders\b", re.IGNORECASE)

_LONGEST_CLAUSE = 400
"""Characters; a longer clause is told by the grade and its areas alone."""

_LEAD = 6
"""Paragraphs in which a text says what it is about."""


_LINES = frozenset(_RANK[:3])


class Background:
    """What colours every sentence of a narrator's text: its council, its year, who else is named."""

    def __init__(self, reading: Reading, text: str, council: Council | None, newest: int | None) -> None:
        """Tell the council at hand from the others that `text` names, where statements of people are veiled.

        `newest` is the year of the inspection at hand.
        """
        self.text, self.newest = text, newest
        found = [mention for mention in reading.councils if mention.span.slice(text) == mention.form]
        own = [m.span for m in found if council is not None and m.councils == (council,)]
        self._own, self._own_spans, self._own_starts = Coverage(own), own, [span.start for span in own]
        # a name that several councils bear says of none of them what its sentence says
        self._others = [m.span for m in found if council is None or m.councils != (council,)]
        self._starts = [span.start for span in self._others]

    def names_own(self, span: Span) -> bool:
        """Say whether a span names the document's council."""
        return self._own.meets(span)

    def own(self, span: Span) -> tuple[Span, ...]:
        """Return where a span names the document's council."""
        first, last = bisect_left(self._own_starts, span.start), bisect_left(self._own_starts, span.end)
        return tuple(self._own_spans[first:last])

    def others(self, span: Span) -> tuple[Span, ...]:
        """Return where a span names other councils."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        near = self._others[first : bisect_left(self._starts, span.end)]
        return tuple(other for other in near if other.overlaps(span))

    def is_of_others(self, span: Span) -> bool:
        """Say whether a line is about a school, a home or another council."""
        own = self.names_own(span) or _OWN.search(self.text, span.start, span.end)
        return not own and (bool(self.others(span)) or speaks_of_others(span.slice(self.text)))

    def is_about_others(self, reading: Reading) -> bool:
        """Say whether a text begins with a school, a home or another body, not with the council's."""
        for paragraph in reading.paragraphs[:_LEAD]:
            span = paragraph.span
            words_ = span.slice(self.text)
            if _OWN.search(words_):
                return False
            if not is_telling(words_):
                continue
            if speaks_of_others(words_):
                return True
            if self.names_own(span) and paragraph.shape is not Shape.HEADING:
                return False
        return False


class Draft:
    """What a document says of grades, before it is known which framework they are under."""

    def __init__(self, reading: Reading, background: Background) -> None:
        """Find the lines and the clauses in which the narrator can give grades."""
        self._reading, self._background = reading, background
        self._lines = grade_lines(reading)
        sentences = tuple(_coloured(reading, background))
        self._passages = tuple(passages(background.text, sentences))

    def grades(self, framework: Framework | None) -> tuple[Given, ...]:
        """Return every grade that the document gives, on lines and in prose, sets resolved."""
        background = self._background
        lines = [line for line in self._lines if any(line.under(framework, grade) for grade in Grade)]
        paragraphs = self._reading.paragraphs
        leads = (paragraphs[line.first - 1].span for line in lines if line.rule == LISTED and line.first)
        on_lines = Coverage([*(line.span for line in lines), *leads])
        prose = (passage for passage in self._passages if not on_lines.meets(passage.clause.span))
        found = [
            *in_tables(self._reading, lines, framework, background.newest, background.is_of_others),
            *grades_given(background.text, prose, framework),
        ]
        return tuple(
            given
            for given in with_sets(background.text, found, framework)
            if given.areas
            and (given.earlier or framework is None or not framework.scale or given.grade in framework.scale)
        )


def _coloured(reading: Reading, background: Background) -> Iterator[tuple[Clause, int]]:
    """Colour each sentence, with its paragraph's index; a paragraph about a school stays about it."""
    elsewhere = background.is_about_others(reading)
    paragraph, other, carried, council = -1, False, False, False
    visited = _LATER_VISIT.search(background.text) is not None
    minuted = _MINUTES.search(background.text) is not None
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            goes_on = council and _THOSE.match(background.text, sentence.span.start) is not None
            paragraph, other = sentence.paragraph, elsewhere or goes_on
        span = sentence.span
        words_ = span.slice(background.text)
        foreign = background.others(span)
        own = (background.names_own(span) and not elsewhere) or _OWN.search(words_) is not None
        of_bodies = speaks_of_others(words_)
        # "Its leaders were good" goes on about a school, "Care leavers: good" does not
        back = not (elsewhere or council or of_bodies) and _OF_COUNCILS.search(words_) is not None
        council = not own and (bool(foreign) or (council and other))
        other = not own and not (back and not foreign) and (other or bool(foreign) or of_bodies)
        carried = own or (carried and not other and _GOES_ON.match(words_) is not None)
        clause = Clause(
            span,
            background.newest,
            earlier=visited and _LAST.match(words_) is not None,
            minuted=minuted,
            aside=other,
            council=carried,
            foreign=foreign,
            own=background.own(span),
        )
        yield sentence_clause(background.text, clause), paragraph


def about_others(reading: Reading, background: Background, *, nobody: bool) -> Iterator[Span]:
    """Yield the paragraphs that are about a school by name or another council; `nobody` bars all."""
    text = background.text
    for paragraph in reading.paragraphs:
        span = paragraph.span
        own = background.names_own(span) or _OWN.search(text, span.start, span.end)
        if nobody or (not own and (background.others(span) or _NAMED_SCHOOL.search(span.slice(text)))):
            yield span


def judgements_of(
    reading: Reading,
    given: Sequence[Given],
    inspections: Sequence[Inspection],
    framework: Framework | None,
) -> tuple[tuple[Judgement, ...], tuple[Inspection, ...]]:
    """Give each grade to its inspection; an earlier year that no inspection has opens one."""
    known = _Known(reading, inspections)
    best: dict[tuple[Area, int | None, bool], tuple[int, Judgement]] = {}
    ungraded = framework is not None and not framework.graded
    for one in given:
        earlier = one.earlier or ungraded
        at = known.earlier(one) if earlier else (0 if known.inspections else None)
        for area in one.areas:
            key = (area, at, earlier)
            judgement = Judgement(
                area,
                one.grade,
                reading.told(_readable(reading, one)),
                one.rule,
                at,
                current=not earlier and one.stated,
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
    if given.clause is None or len(given.clause) > _LONGEST_CLAUSE:
        return given.span
    words_ = given.clause.slice(reading.text)
    start = given.clause.start + len(words_) - len(words_.lstrip(" ,;:–—"))
    return Span(start, max(given.clause.start + len(words_.rstrip(" .,;:–—")), given.span.end))


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
            return 1 if len(self.inspections) == _MAIN_AND_ONE else None
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
