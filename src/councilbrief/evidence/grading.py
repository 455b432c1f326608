"""From grades as sentences give them to judgements of inspections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.evidence.clauses import Clause, sentence_clause, speaks_of_others, told_of_earlier
from councilbrief.evidence.councils import Council, register
from councilbrief.evidence.era import framework_at
from councilbrief.evidence.facts import Area, Grade, Inspection, Judgement
from councilbrief.evidence.frameworks import Framework
from councilbrief.evidence.grade_lines import grade_lines
from councilbrief.evidence.judgements import Given, grades_given, with_sets
from councilbrief.evidence.mentions import Mention, mentions
from councilbrief.evidence.reading import Reading
from councilbrief.provenance import STATED, Dated, PartialDate, Span

_OWN = re.compile(
    r"\bchildren[’']s (?:services|social care)|\bservices for children\b|\bof the council\b|\bthe council[’']s\b",
    re.IGNORECASE,
)
_NAMED_SCHOOL = re.compile(
    r"\b[A-Z][\w’']+ (?:[A-Z][\w’']+ )*(?:School|Academy|Nursery|Primary|Juniors|Infants|High|College|Preschool|House)\b"
)
_GOES_ON = re.compile(
    r"(?:It|They|This|The (?:council|county|borough|city|service|services|report|grade|rating|verdict|judgement|watchdog|inspect\w+|authority|town hall)|Ofsted|Inspectors|Overall|That|Now|Today|But|And|So|Last|In)\b"
)
_NO_OVERALL = re.compile(
    r"\b(?:no|without an?|not (?:give|given|get|receive)n? an?|stopped giving [\w ]{0,30}|longer (?:gives?|given|receives?|gets?|awards?) [\w ]{0,30}|instead of an?|scrapped (?:the|its)|rather than an?) ?(?:single |one )?overall (?:grade|judgement|rating|effectiveness|verdict|mark)",
    re.IGNORECASE,
)
# The surer way of saying wins where a document seems to give an area two grades.
_RANK = (
    "line",
    "two-lines",
    "listed-under-grade",
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
)


@dataclass(frozen=True, slots=True)
class Background:
    """What colours every sentence of a document: its council, its year, who else is named."""

    council: Council | None
    newest: int | None
    mentions: tuple[Mention, ...]

    @classmethod
    def of(cls, text: str, council: Council | None, newest: int | None) -> Background:
        """Find the councils that a text names."""
        return cls(council, newest, mentions(text, register()))

    def named(self, span: Span) -> tuple[bool, tuple[Span, ...]]:
        """Say whether a span names the document's council, and where it names others."""
        here = [m for m in self.mentions if span.overlaps(m.span)]
        own = any(self.council in m.councils for m in here) if self.council else False
        return own, tuple(m.span for m in here if self.council not in m.councils)


def grades(
    reading: Reading, text: str, framework: Framework | None, background: Background
) -> tuple[Given, ...]:
    """Return every grade that a document gives, sets resolved.

    `text` has the statements of people veiled.
    """
    lines = dict(grade_lines(reading, framework))
    sentences = tuple(
        clause for clause, paragraph in coloured(reading, text, background) if paragraph not in lines
    )
    found = [*_dated_lines(reading, lines, background), *grades_given(text, sentences, framework)]
    return tuple(given for given in with_sets(text, found, framework) if given.areas)


def coloured(reading: Reading, text: str, background: Background) -> Iterator[tuple[Clause, int]]:
    """Colour each sentence, with its paragraph's index; a paragraph about a school stays about it."""
    paragraph, other, carried = -1, False, False
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            paragraph, other = sentence.paragraph, False
        words_ = sentence.span.slice(text)
        own, foreign = background.named(sentence.span)
        own = own or _OWN.search(words_) is not None
        if own:
            other = False
        elif speaks_of_others(words_) or foreign:
            other = True
        goes_on = carried and not other and _GOES_ON.match(words_) is not None
        carried = own or goes_on
        clause = sentence_clause(
            text,
            sentence.span,
            newest=background.newest,
            other=other,
            council=own or goes_on,
            foreign=foreign,
        )
        yield clause, paragraph


def about_others(reading: Reading, text: str, background: Background, *, nobody: bool) -> Iterator[Span]:
    """Yield the paragraphs that are about a school by name or another council; `nobody` bars all."""
    for paragraph in reading.paragraphs:
        words_ = paragraph.span.slice(text)
        own, foreign = background.named(paragraph.span)
        own = own or _OWN.search(words_) is not None
        if nobody or (not own and (foreign or _NAMED_SCHOOL.search(words_))):
            yield paragraph.span


def _dated_lines(reading: Reading, lines: dict[int, Given], background: Background) -> Iterator[Given]:
    """Give the lines under a heading of an earlier year to that year."""
    for index, given in lines.items():
        above = next((n for n in range(index - 1, -1, -1) if n not in lines), None)
        if above is None:
            yield given
            continue
        span = reading.paragraphs[above].span
        clause = sentence_clause(reading.text, span, newest=background.newest, other=False)
        earlier, year = told_of_earlier(reading.text, clause, Span(span.end, span.end), left=False)
        yield replace(given, earlier=earlier, year=year) if earlier else given


def judgements_of(
    reading: Reading,
    given: Sequence[Given],
    inspections: Sequence[Inspection],
    framework: Framework | None,
) -> tuple[tuple[Judgement, ...], tuple[Inspection, ...]]:
    """Give each grade to its inspection; an earlier year that no inspection has opens one."""
    known = list(inspections)
    best: dict[tuple[Area, int | None, bool], tuple[int, Judgement]] = {}
    ungraded = framework is not None and not framework.graded
    for one in given:
        earlier = one.earlier or ungraded
        at = _earlier_index(reading, one, known) if earlier else (0 if known else None)
        for area in one.areas:
            key = (area, at, earlier)
            judgement = Judgement(
                area,
                one.grade,
                reading.told(one.span),
                one.rule,
                at,
                current=not earlier and one.stated,
                stated=one.stated,
            )
            rank = _RANK.index(one.rule) + (0 if one.stated else len(_RANK))
            if key not in best or rank < best[key][0]:
                best[key] = (rank, judgement)
    return tuple(judgement for _, judgement in best.values()), tuple(known)


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


def _earlier_index(reading: Reading, given: Given, known: list[Inspection]) -> int | None:
    """Return the earlier inspection of a grade's year, opened where none is known."""
    earlier = [n for n, inspection in enumerate(known) if n]
    if given.year is None:
        return earlier[0] if len(earlier) == 1 else None
    for number in earlier:
        start = known[number].start
        if start is not None and start.value.year == given.year:
            return number
    main = known[0] if known else None
    when = Dated(PartialDate(given.year), STATED)
    found = framework_at(when.value)
    sentence = reading.sentence_at(given.span.start).span
    known.append(
        Inspection(
            council=main.council if main else None,
            council_name=main.council_name if main else None,
            start=when,
            end=when,
            framework=found.framework.id if found else None,
            framework_basis=found.basis if found else None,
            graded=True,
            told=reading.told(sentence),
            rule="year-of-an-earlier-grade",
        )
    )
    return len(known) - 1
