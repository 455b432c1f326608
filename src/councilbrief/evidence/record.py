"""The facts of a document as one JSON object, for other programs and for scoring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from councilbrief.documents.document import Document
from councilbrief.evidence.facts import Evidence, Finding, Inspection, Judgement, Quotation, Quoted, Remark
from councilbrief.problems import Problem
from councilbrief.provenance import Dated, Source

# What JSON holds; `extract.schema.json` says which keys and values these are.
Record = dict[str, Any]
FACTS = ("inspections", "judgements", "strengths", "improvements", "quotations", "remarks")


def record(evidence: Evidence, document: Document, *, with_text: bool) -> Record:
    """Return everything that a document states: words, and where they stand.

    `text[start:end]` of the clean text, given `with_text`, are the words; `source_spans`
    are the same in the file as it was decoded, one a paragraph.
    """
    problems = tuple(dict.fromkeys((*document.problems, *evidence.problems)))
    return {
        **_head(evidence.source, problems),
        "inspections": [_inspection(one) for one in evidence.inspections],
        "judgements": [_judgement(one) for one in evidence.judgements],
        "strengths": [_finding(one) for one in evidence.strengths],
        "improvements": [_finding(one) for one in evidence.improvements],
        "quotations": [_quotation(one) for one in evidence.quotations],
        "remarks": [_remark(one) for one in evidence.remarks],
        **({"text": document.text} if with_text else {}),
    }


def unread_record(source: Source, problems: Sequence[Problem], *, with_text: bool) -> Record:
    """Return the object of a document that could not be read: which file, and why.

    What the library says of it is left out, since nobody could hold it against the text.
    """
    bare = Source(source.id, source.path, source.sha256)
    facts: Record = {key: [] for key in FACTS}
    return {**_head(bare, problems), **facts, **({"text": None} if with_text else {})}


def _head(source: Source, problems: Sequence[Problem]) -> Record:
    return {
        "path": source.path,
        "sha256": source.sha256 or None,
        "kind": source.kind.value if source.kind else None,
        "title": source.title,
        "publisher": source.publisher,
        "published": _date(source.published),
        "published_basis": source.published.basis if source.published else None,
        "problems": [_problem(problem) for problem in problems],
    }


def _problem(problem: Problem) -> Record:
    return {"severity": problem.severity.value, "key": problem.key, "message": problem.message}


def _date(date: Dated | None) -> str | None:
    return date.value.iso() if date else None


def _inspection(one: Inspection) -> Record:
    return {
        "council": one.council,
        "council_name": one.council_name,
        "framework": one.framework,
        "framework_basis": one.framework_basis,
        "start": _date(one.start),
        "end": _date(one.end),
        "lead_inspectors": list(one.lead_inspectors),
        "length": one.length,
        "graded": one.graded,
    }


def _judgement(one: Judgement) -> Record:
    return {
        "area": one.area.value,
        "grade": one.grade.value,
        **_words(one.told),
        "page": one.told.place.page,
        "inspection": one.inspection,
        "current": one.current,
        "stated": one.stated,
    }


def _finding(one: Finding) -> Record:
    return {
        **_words(one.told),
        "source_spans": _source_spans(one.told),
        "page": one.told.place.page,
        "area": one.area.value if one.area else None,
        "group": one.group,
    }


def _quotation(one: Quotation) -> Record:
    speaker = one.speaker
    return {
        **_words(one.told),
        "source_spans": _source_spans(one.told),
        "speaker": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "organisation": speaker.organisation if speaker else None,
        "party": speaker.party if speaker else None,
        "rule": one.rule,
        "cue": _words(one.cue) if one.cue else None,
        "page": one.told.place.page,
    }


def _remark(one: Remark) -> Record:
    return {
        "kind": one.kind.value,
        **_words(one.told),
        "source_spans": _source_spans(one.told),
        "page": one.told.place.page,
        "inspection": one.inspection,
    }


def _words(told: Quoted) -> Record:
    return {"words": told.words, "start": told.place.span.start, "end": told.place.span.end}


def _source_spans(told: Quoted) -> list[list[int]]:
    return [[span.start, span.end] for span in told.place.original]
