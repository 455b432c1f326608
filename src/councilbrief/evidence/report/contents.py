"""Everything that a report or a letter of Ofsted's states, put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from councilbrief.documents.document import Document
from councilbrief.evidence.facts import (
    Area,
    Evidence,
    Finding,
    Grade,
    Inspection,
    Judgement,
    Polarity,
    Quoted,
    Voice,
)
from councilbrief.evidence.inspections.frameworks import Framework, frameworks, in_force
from councilbrief.evidence.inspections.main import main_inspection
from councilbrief.evidence.report.cover import ILACS, Cover, reviews_board
from councilbrief.evidence.report.improvements import Item, improvements
from councilbrief.evidence.report.judgements import graded
from councilbrief.evidence.report.praise import (
    Praise,
    best_first,
    leans,
    takes_back,
    told_once,
    varied,
    weigh,
)
from councilbrief.evidence.report.remarks import remarks
from councilbrief.evidence.report.sections import narrative
from councilbrief.evidence.texts.reading import Reading, Sentence, read
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import STATED, Dated, DocumentKind, PartialDate, Source, Span

SHORT_DAYS = 8
"""An inspection of no more days is a short one: a week on site, where a standard one takes two."""

HEADLINES = 8
"""Of so many strengths the sentence that says it is enough; later ones go on with what follows from it."""

TAKEN_BACK = 20.0
"""What a strength loses that the next sentence takes back in part: it is told, but after the others."""

LONGEST_DAYS = 120
"""From the first to the last day of an inspection, also of one that was broken off."""

WITHIN = 5.0
"""What one loses that does not open its paragraph: a sentence before it may say of whom alone it is true."""

PUBLISHER = "Ofsted"


def contents(document: Document, cover: Cover) -> Evidence:
    """Return the facts of a report: one inspection, its judgements, its lists, its strengths."""
    reading = read(document)
    framework = _framework(cover)
    inspection = _inspection(reading, cover, framework)
    judgements, problems = _judgements(reading, framework)
    items = improvements(document)
    return Evidence(
        source=_source(document, cover, framework),
        council=inspection.council,
        council_name=inspection.council_name,
        inspections=(inspection,),
        judgements=judgements,
        strengths=tuple(_strengths(reading, items)),
        improvements=tuple(_improvement(document, item) for item in items),
        remarks=remarks(reading),
        problems=(*problems, *_missing(document, cover, framework, judgements)),
    )


def _source(document: Document, cover: Cover, framework: Framework | None) -> Source:
    """Complete what the library says of a report by its cover."""
    source = document.source
    letter = framework is not None and not framework.graded
    return replace(
        source,
        title=source.title or document[cover.title],
        publisher=source.publisher or PUBLISHER,
        kind=source.kind or (DocumentKind.LETTER if letter else DocumentKind.REPORT),
        published=cover.published,
    )


def _framework(cover: Cover) -> Framework | None:
    """Return the framework that the title names; the date says which of those that share a name."""
    if cover.series != ILACS:
        return frameworks()[cover.series]
    when = cover.start or (cover.published.value if cover.published else None)
    found = [f for f in in_force(when) if f.id.startswith(ILACS)] if when else []
    return found[0] if len(found) == 1 else None


def _inspection(reading: Reading, cover: Cover, framework: Framework | None) -> Inspection:
    document = reading.document
    start, end = _dated(cover.start), _dated(cover.end)
    told = cover.dated or cover.title
    if start is None:  # letters give the dates in a sentence
        found = main_inspection(reading, cover.published, cover.council)
        start, end = (found.start, found.end) if found else (document.source.inspected,) * 2
        told = found.sentence if found else told
    graded_ = framework is None or framework.graded
    return Inspection(
        council=cover.council.gss if cover.council else None,
        council_name=cover.council.short if cover.council else None,
        start=start,
        end=end,
        framework=framework.id if framework else None,
        framework_basis=STATED if framework else None,
        graded=graded_,
        told=_quoted(document, told),
        rule="cover-of-report",
        lead_inspectors=cover.inspectors,
        length=_length(cover) if graded_ and cover.series == ILACS else None,
    )


def _dated(date: PartialDate | None) -> Dated | None:
    return Dated(date, STATED) if date else None


def _length(cover: Cover) -> str | None:
    """Return `short` or `standard`, by the days of all spells."""
    days = [1 + (spell.end.latest() - spell.start.earliest()).days for spell in cover.spells]
    if not days:
        return None
    return "short" if sum(days) <= SHORT_DAYS else "standard"


def _judgements(
    reading: Reading, framework: Framework | None
) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """Return the grades that the framework can give, and what is doubtful about them."""
    if framework is not None and not framework.graded:
        return (), ()
    document = reading.document
    given, problems = graded(document)
    fitting = [one for one in given if framework is None or framework.may_give(one.area, one.grade)]
    found = [
        Judgement(one.area, one.grade, _quoted(document, one.span), f"report-{one.rule}", 0)
        for one in fitting
    ]
    order = [judged.area for judged in framework.areas] if framework else list(Area)
    found.sort(key=lambda judgement: order.index(judgement.area))
    if framework is not None and not framework.overall and found:
        found.append(
            Judgement(
                Area.OVERALL, Grade.NO_OVERALL, _quoted(document, _whole(found)), "framework-gives-none", 0
            )
        )
    odd = [one for one in given if one not in fitting]
    return tuple(found), (*problems, *(_odd(document, one.span, framework) for one in odd))


def _whole(found: Sequence[Judgement]) -> Span:
    spans = [judgement.told.place.span for judgement in found]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _odd(document: Document, span: Span, framework: Framework | None) -> Problem:
    name = framework.name if framework else "its framework"
    message = f"“{document[span]}” is no grade of {name} and is left out; look at the report"
    return Problem(Severity.WARNING, "grade-outside-framework", message, document.source.path)


def _missing(
    document: Document, cover: Cover, framework: Framework | None, judgements: Sequence[Judgement]
) -> Iterator[Problem]:
    """Say what a report should state and was not found in it."""
    path = document.source.path
    first, last = cover.start, cover.end
    if first and last and not 0 <= (last.latest() - first.earliest()).days <= LONGEST_DAYS:
        message = (
            f"the report says that it began on {first.iso()} and ended on {last.iso()}; look at its cover"
        )
        yield Problem(Severity.WARNING, "dates-doubtful", message, path)
    if cover.published_doubted:
        message = (
            "the day of publication is before the inspection's last; look at the file's name, or sources.yaml"
        )
        yield Problem(Severity.WARNING, "published-doubtful", message, path)
    if cover.council is None:
        message = (
            "the report's council is not known by the name on its cover; give it as `council` in sources.yaml"
        )
        yield Problem(Severity.WARNING, "council-not-found", message, path)
    if framework is None:
        message = (
            "the report's framework is unclear, as its cover has no date; give `inspected` in sources.yaml"
        )
        yield Problem(Severity.WARNING, "framework-not-found", message, path)
        return
    known = {judgement.area for judgement in judgements}
    board = reviews_board(document)
    asked = [judged for judged in framework.areas if board or not judged.apart]
    lost = [judged.wording for judged in asked if judged.area not in known]
    if framework.graded and lost:
        message = f"no grade was found for {'; '.join(lost)}; look at the report"
        yield Problem(Severity.WARNING, "grade-not-found", message, path)


def _improvement(document: Document, item: Item) -> Finding:
    told = _quoted(document, item.span, (item.lead, *item.parts) if item.lead and item.parts else ())
    return Finding(
        Polarity.IMPROVEMENT, told, told, Voice.INSPECTORS, item.rule, group=item.group, inspection=0
    )


def _quoted(document: Document, span: Span, pieces: tuple[Span, ...] = ()) -> Quoted:
    return Quoted(document[span], document.place(span, pieces))


def _is_taken_back(reading: Reading, sentence: Sentence) -> bool:
    """Say whether the next sentence of the paragraph takes back what this one praises."""
    every = reading.sentences_of(sentence.paragraph)
    after = next((one for one in every if one.span.start > sentence.span.start), None)
    return after is not None and takes_back(reading.document[after.span])


def _passage(reading: Reading, sentence: Sentence) -> Span:
    """Return a sentence with those after it that go on with its praise and would not stand alone."""
    end = sentence.span.end
    for following in reading.sentences_of(sentence.paragraph):
        if following.span.start < end:
            continue
        if not leans(reading.document[following.span]):
            break
        end = following.span.end
    return Span(sentence.span.start, end)


def _praised(reading: Reading, items: Sequence[Item]) -> Iterator[tuple[Area | None, Sentence, Praise]]:
    """Yield the sentences of the narrative that praise and can stand alone, those of the lists left out."""
    for told in narrative(reading.document):
        span = told.paragraph.span
        if any(item.span.overlaps(span) for item in items):
            continue
        for sentence in reading.sentences_of(told.paragraph.number - 1):
            praise = weigh(reading.document[sentence.span])
            if praise is not None:
                lost = TAKEN_BACK if _is_taken_back(reading, sentence) else 0.0
                lost += 0.0 if sentence.span.start == span.start else WITHIN
                yield told.area, sentence, replace(praise, score=praise.score - lost)


def _strengths(reading: Reading, items: Sequence[Item]) -> Iterator[Finding]:
    """Yield the sentences that praise and can stand alone, best first and spread over the areas."""
    found = tuple(_praised(reading, items))
    ranked = [found[at] for at in best_first([(area, one.span.start, praise) for area, one, praise in found])]
    once = [ranked[at] for at in told_once([reading.document[one.span] for _, one, _ in ranked])]
    first = varied([reading.document[one.span] for _, one, _ in once], HEADLINES)
    for rank, (area, sentence, praise) in enumerate(once[at] for at in first):
        quoted = _quoted(reading.document, sentence.span if rank < HEADLINES else _passage(reading, sentence))
        yield Finding(
            Polarity.STRENGTH, quoted, quoted, Voice.INSPECTORS, praise.rule, area=area, inspection=0
        )
