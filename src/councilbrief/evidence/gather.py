"""Everything that a document states: the finders in a visible order, and their facts put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from councilbrief.documents.document import Document, Shape
from councilbrief.evidence.councils import Council, register
from councilbrief.evidence.era import Era, era, framework_at
from councilbrief.evidence.facts import Evidence, Inspection, Quotation
from councilbrief.evidence.findings import findings
from councilbrief.evidence.frameworks import frameworks
from councilbrief.evidence.grading import Background, about_others, grades, judgements_of, no_overall
from councilbrief.evidence.inspections import Mentioned, Told, earlier_inspections, main_inspection
from councilbrief.evidence.kind import kind
from councilbrief.evidence.people import people
from councilbrief.evidence.published import published
from councilbrief.evidence.quotations import quotations
from councilbrief.evidence.reading import Reading, read, veil
from councilbrief.evidence.subject import subject
from councilbrief.evidence.words import words
from councilbrief.provenance import Dated, Source

_LENGTHS = {
    name: re.compile("|".join(phrases), re.IGNORECASE)
    for name, phrases in words("inspections")["lengths"].items()
}
_LEAD_INSPECTOR = re.compile(r"\blead inspector\b", re.IGNORECASE)


def gather(document: Document) -> Evidence:
    """Read everything that a document states about inspections, each fact with its place."""
    reading = read(document)
    about = subject(document, register())
    nobody = about.problem is not None and about.problem.key == "council-not-found"
    council = about.council
    source = _completed(reading)
    quoted = quotations(reading, council.official if council else None)
    text = _without_statements(reading, quoted)
    told = _with_manifest(reading, main_inspection(reading, source.published), source)
    background = Background.of(text, council, _year(told, source.published))
    hint = any(not given.earlier and given.stated for given in grades(reading, text, None, background))
    under = era(reading, told, source.published, graded=hint)
    framework = under.framework if under else None
    given = () if nobody else grades(reading, text, framework, background)
    inspections = _inspections(reading, council, told, source.published, under, graded=hint)
    judgements, inspections = judgements_of(reading, given, inspections, framework)
    none = no_overall(reading, framework)
    barred = (*(g.span for g in given), *about_others(reading, text, background, nobody=nobody))
    found = findings(reading, text, quoted, barred, source.kind, 0 if inspections else None)
    return Evidence(
        source=source,
        council=council.gss if council else None,
        council_name=council.short if council else None,
        inspections=inspections,
        judgements=(*judgements, none) if none else judgements,
        strengths=found.strengths,
        improvements=found.improvements,
        quotations=quoted,
        problems=(about.problem,) if about.problem else (),
    )


def _completed(reading: Reading) -> Source:
    """Complete what the library says of a document by what the document says of itself."""
    source = reading.document.source
    headings = (
        p
        for p in reading.paragraphs
        if p.shape is Shape.HEADING and len(p.span.slice(reading.text).split()) >= 4
    )  # noqa: PLR2004 - fewer words are a label
    headline = next((p.span.slice(reading.text) for p in headings if p.number <= 5), None)  # noqa: PLR2004 - a headline stands at the head
    return replace(
        source,
        title=source.title or headline,
        kind=source.kind or kind(reading),
        published=source.published or published(reading),
    )


def _without_statements(reading: Reading, quoted: Sequence[Quotation]) -> str:
    """Veil the statements, and leave the terms that the writer sets between marks."""
    spoken = [piece for q in quoted if not q.snippet for piece in q.told.place.pieces]
    return veil(
        reading.text, tuple(mark for mark in reading.quotes if any(mark.span.overlaps(s) for s in spoken))
    )


def _with_manifest(reading: Reading, told: Told | None, source: Source) -> Told | None:
    """Take the date of the inspection from the library where the text gives none."""
    if source.inspected is None or (told is not None and told.start is not None):
        return told
    sentence = told.sentence if told else reading.sentences[0].span
    return Told(source.inspected, source.inspected, sentence, exact=False)


def _year(told: Told | None, when: Dated | None) -> int | None:
    """Return the year of the inspection at hand, as far as anything tells it."""
    if told is not None and told.start is not None:
        return told.start.value.year
    return when.value.year if when is not None else None


def _inspections(
    reading: Reading,
    council: Council | None,
    told: Told | None,
    when: Dated | None,
    under: Era | None,
    *,
    graded: bool,
) -> tuple[Inspection, ...]:
    """Put together the inspection at hand, which comes first, and the earlier ones in passing."""
    out: list[Inspection] = []
    if told is not None or under is not None or graded:
        out.append(_main(reading, council, told, under, graded=graded))
    for mentioned in earlier_inspections(reading, told, when):
        out.append(_earlier(reading, council, mentioned))
    return tuple(out)


def _main(
    reading: Reading, council: Council | None, told: Told | None, under: Era | None, *, graded: bool
) -> Inspection:
    """Make the inspection that the document is about."""
    visit = under is not None and not under.framework.graded
    span = told.sentence if told else (under.span if under and under.span else reading.sentences[0].span)
    return Inspection(
        council=council.gss if council else None,
        council_name=council.short if council else None,
        start=told.start if told else None,
        end=told.end if told else None,
        framework=under.framework.id if under else None,
        framework_basis=under.basis if under else None,
        graded=False if visit else (True if graded else None),
        told=reading.told(span),
        rule="dates-of-inspection" if told else "inspection-told-of",
        lead_inspectors=_lead_inspectors(reading),
        length=None if visit else _length(reading),
    )


def _earlier(reading: Reading, council: Council | None, mentioned: Mentioned) -> Inspection:
    """Make an earlier inspection that the document mentions."""
    named = next(
        (
            f
            for f in frameworks().values()
            if mentioned.kind
            and mentioned.kind.replace("focussed", "focused") in [c.lower() for c in f.called]
        ),
        None,
    )
    inferred = None if mentioned.kind else framework_at(mentioned.when)
    when = Dated(mentioned.when)
    return Inspection(
        council=council.gss if council else None,
        council_name=council.short if council else None,
        start=when,
        end=when,
        framework=named.id if named else (inferred.framework.id if inferred else None),
        framework_basis="stated" if named else (inferred.basis if inferred else None),
        graded=named.graded if named else None,
        told=reading.told(mentioned.sentence),
        rule="earlier-inspection",
    )


def _lead_inspectors(reading: Reading) -> tuple[str, ...]:
    """Return the people whom the text calls lead inspector."""
    named = [
        p.words
        for p in people(reading)
        if p.role and p.role.role and _LEAD_INSPECTOR.search(p.role.role.slice(reading.text))
    ]
    return tuple(dict.fromkeys(named))


def _length(reading: Reading) -> str | None:
    """Return `short` or `standard` where the text says which."""
    return next((name for name, pattern in _LENGTHS.items() if pattern.search(reading.text)), None)
