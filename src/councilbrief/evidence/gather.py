"""Everything that a document states: the finders in a visible order, and their facts put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from councilbrief.documents.document import Document, Shape
from councilbrief.evidence.councils.register import Council, register
from councilbrief.evidence.councils.subject import SEVERAL_COUNCILS, subject
from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Area, Evidence, Inspection, Quotation
from councilbrief.evidence.findings.finder import Telling, findings
from councilbrief.evidence.findings.partners import names_partners_only
from councilbrief.evidence.findings.past import Past
from councilbrief.evidence.inspections.earlier import Mentioned, earlier_inspections
from councilbrief.evidence.inspections.era import era, framework_at, when_reported
from councilbrief.evidence.inspections.frameworks import Framework, frameworks
from councilbrief.evidence.inspections.main import (
    Told,
    denies_inspection,
    inspection_of_services,
    main_inspection,
)
from councilbrief.evidence.inspections.marks import Era, Marks
from councilbrief.evidence.inspections.ungraded import names_visit
from councilbrief.evidence.judgements.background import Background, Years, about_others
from councilbrief.evidence.judgements.given import Given
from councilbrief.evidence.judgements.grades import is_grade
from councilbrief.evidence.judgements.grading import Draft, judgements_of, no_overall
from councilbrief.evidence.judgements.visits import recalled, said_of_a_visit, visit_places
from councilbrief.evidence.report.contents import contents
from councilbrief.evidence.report.cover import is_text_of_report, read_cover
from councilbrief.evidence.speech.inspectors import lead_inspectors
from councilbrief.evidence.speech.quotations import quotations
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.texts.kind import kind
from councilbrief.evidence.texts.published import other_days, published, report_published
from councilbrief.evidence.texts.reading import Reading, read, veil
from councilbrief.evidence.words import either, members
from councilbrief.problems import DocumentError, Problem, Severity
from councilbrief.provenance import STATED, Dated, Source

_LENGTHS = {
    name: re.compile(either("inspections", "lengths", name), re.IGNORECASE)
    for name in members("inspections", "lengths")
}
_ANY_LENGTH = re.compile("|".join(pattern.pattern for pattern in _LENGTHS.values()), re.IGNORECASE)
_TOPIC = re.compile(rf"\b{either('inspections', 'topic')}\b", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_NO_HEADLINE = re.compile(either("inspections", "no_headline"), re.IGNORECASE)
_HEADLINE_WORDS = 4
"""A heading of fewer words is a label."""

_HEADLINE_LINES = 5
"""Paragraphs at the head of a page among which its headline stands."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the inspections of a document are made from.

    `told` says when the one at hand was, `published` when the document was published,
    `under` which framework it was under, `graded` that the text gives grades of today.
    """

    reading: Reading
    cast: Cast
    council: Council | None
    told: Told | None
    published: Dated | None
    under: Era | None
    graded: bool


def gather(document: Document) -> Evidence:
    """Read everything that a document states about inspections, each fact with its place.

    Raises DocumentError for a report of Ofsted's without its pages.
    """
    cover = read_cover(document)
    if cover is not None:
        return contents(document, cover)
    if is_text_of_report(document):
        message = (
            "this is a report of Ofsted's as mere text, in which grades and lists can't be told; give its PDF"
        )
        raise DocumentError(Problem(Severity.ERROR, "report-as-text", message, document.source.path))
    return told_by_others(document)


def told_by_others(document: Document) -> Evidence:
    """Read what an article or a release tells of inspections."""
    reading = read(document)
    about = subject(document, register(), reading.councils)
    several = about.rule == SEVERAL_COUNCILS
    nobody = several or about.rule == "council-not-found"
    council = about.council
    source = _completed(reading)
    cast = Cast(reading)
    quoted = quotations(reading, council.official if council else None, cast)
    text = _without_statements(reading, quoted)
    # what the text says of the report's day does as well, to complete a day of the inspection by its year
    by = source.published or report_published(reading)
    told = _with_manifest(reading, main_inspection(reading, by, council), source)
    today = source.published.value.year if source.published else None
    background = Background(reading, text, council, Years(_year(reading, told, source.published), today))
    draft = Draft(reading, background)
    marks = _marks(draft.grades(None))
    graded = marks.graded
    others = background.is_about_others or denies_inspection(reading)
    elsewhere = nobody or (not graded and others and not names_visit(reading))
    told = inspection_of_services(reading, source.published, council) if elsewhere else told
    under = (
        None if elsewhere and told is None and not several else era(reading, told, source.published, marks)
    )
    framework = under.framework if under else None
    every = () if nobody else draft.grades(framework)
    given = tuple(one for one in every if one.earlier) if elsewhere else every
    visit = visit_places(under, told)
    given = recalled(reading, given, visit)
    known = _Known(reading, cast, council, told, source.published, under, graded)
    judgements, inspections = judgements_of(reading, given, _inspections(known))
    none = no_overall(reading, framework)
    nothing = nobody or (elsewhere and told is None)
    of_others = about_others(reading, background, nobody=nothing)
    barred = (
        *(g.span for g in given),
        *(span for span in of_others if nothing or not names_partners_only(reading, span)),
    )
    past = Past(text, background.newest, background.last_year)
    found = findings(reading, Telling(text, quoted, barred, source.kind, 0 if inspections else None, past))
    return Evidence(
        source=source,
        council=council.gss if council else None,
        council_name=council.short if council else None,
        inspections=inspections,
        judgements=(*judgements, none) if none else judgements,
        strengths=found.strengths,
        improvements=found.improvements,
        quotations=quoted,
        problems=(
            *([about.problem] if about.problem else []),
            *(said_of_a_visit(reading, draft.grades(None), visit, under) if visit else ()),
            *other_days(reading),
        ),
    )


def _marks(given: Sequence[Given]) -> Marks:
    """Return the grades of today, and the year and the only overall grade of the newest ones before them."""
    today = [one for one in given if not one.earlier and one.stated]
    years = (one.year for one in given if one.earlier and one.year)
    since = max(years, default=None)
    overall = [one for one in given if one.earlier and Area.OVERALL in one.areas]
    newest = {one.grade for one in overall if one.year in {None, since}}
    grades = {area: one.grade for one in today for area in one.areas}
    return Marks(bool(today), grades, since, newest.pop() if len(newest) == 1 else None)


def _completed(reading: Reading) -> Source:
    """Complete what the library says of a document by what the document says of itself."""
    source = reading.document.source
    return replace(
        source,
        title=source.title or reading.document.stated.title or _headline(reading),
        publisher=source.publisher or reading.document.stated.publisher,
        kind=source.kind or kind(reading),
        published=source.published or published(reading),
    )


def _headline(reading: Reading) -> str | None:
    """Return the first heading at the head of a page that is more than a label or a paper's name."""
    for paragraph in reading.paragraphs[:_HEADLINE_LINES]:
        words_ = paragraph.span.slice(reading.text)
        heading = paragraph.shape is Shape.HEADING and len(_WORD.findall(words_)) >= _HEADLINE_WORDS
        if heading and _TOPIC.search(words_) and not _NO_HEADLINE.search(words_):
            return words_
    return None


def _without_statements(reading: Reading, quoted: Sequence[Quotation]) -> str:
    """Veil the statements, and leave the terms that the writer sets between marks, and bare grades."""
    spoken = Coverage(piece for q in quoted if not q.snippet for piece in q.told.place.pieces)
    statements = (mark for mark in reading.quotes if spoken.meets(mark.span))
    return veil(
        reading.text, tuple(mark for mark in statements if not is_grade(mark.span.slice(reading.text)))
    )


def _with_manifest(reading: Reading, told: Told | None, source: Source) -> Told | None:
    """Take the date of the inspection from the library, unless the text states it or is more exact."""
    given = source.inspected
    if given is None:
        return told
    if told is not None and told.start is not None and told.end is not None:
        known = told.start.is_stated or len(told.start.value.iso()) > len(given.value.iso())
        return told if known else replace(told, start=given, end=given)
    sentence = told.sentence if told else reading.sentences[0].span
    return Told(source.inspected, source.inspected, sentence, exact=False)


def _year(reading: Reading, told: Told | None, when: Dated | None) -> int | None:
    """Return the year of the inspection at hand, as far as anything tells it."""
    if told is not None and told.start is not None:
        return told.start.value.year
    if when is not None:
        return when.value.year
    month = when_reported(reading)
    return month.year if month else None


def _inspections(known: _Known) -> tuple[Inspection, ...]:
    """Put together the inspection at hand, which comes first, and the earlier ones in passing."""
    if known.told is None and known.under is None and not known.graded:
        return ()
    main = _main(known)
    passing = earlier_inspections(known.reading, known.told, known.published, known.council)
    return (main, *(_earlier(known, mentioned) for mentioned in passing))


def _main(known: _Known) -> Inspection:
    """Make the inspection that the document is about."""
    told, under = known.told, known.under
    visit = under is not None and not under.framework.graded
    span = under.span if under and under.span else known.reading.sentences[0].span
    return Inspection(
        council=known.council.gss if known.council else None,
        council_name=known.council.short if known.council else None,
        start=told.start if told else None,
        end=told.end if told else None,
        framework=under.framework.id if under else None,
        framework_basis=under.basis if under else None,
        graded=False if visit else (True if known.graded else None),
        told=known.reading.told(told.sentence if told else span),
        rule="dates-of-inspection" if told else "inspection-told-of",
        lead_inspectors=lead_inspectors(known.reading, known.cast),
        length=None if visit else _length(known.reading),
    )


def _earlier(known: _Known, mentioned: Mentioned) -> Inspection:
    """Make an earlier inspection that the document mentions, under what it calls it or its time."""
    named = _called(mentioned.kind) if mentioned.kind else None
    inferred = None if mentioned.kind else framework_at(mentioned.when)
    when = Dated(mentioned.when)
    return Inspection(
        council=known.council.gss if known.council else None,
        council_name=known.council.short if known.council else None,
        start=when,
        end=when,
        framework=named.id if named else (inferred.framework.id if inferred else None),
        framework_basis=STATED if named else (inferred.basis if inferred else None),
        graded=named.graded if named else None,
        told=known.reading.told(mentioned.sentence),
        rule="earlier-inspection",
    )


def _called(kind_: str) -> Framework | None:
    """Return the framework that has visits of a kind."""
    usual = kind_.replace("focussed", "focused")
    return next((f for f in frameworks().values() if usual in (name.lower() for name in f.called)), None)


def _length(reading: Reading) -> str | None:
    """Return `short` or `standard` where the text says which; most say nothing of it."""
    if not _ANY_LENGTH.search(reading.text):
        return None
    return next((name for name, pattern in _LENGTHS.items() if pattern.search(reading.text)), None)
