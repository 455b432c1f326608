"""Earlier inspections: those before the one at hand that a text dates in passing."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from councilbrief.evidence.councils.register import Council
from councilbrief.evidence.dates import dates
from councilbrief.evidence.inspections.candidates import (
    BEFORE_SPAN,
    LONGEST_WAIT,
    YEAR_OF_DAYS,
    is_of_earlier,
)
from councilbrief.evidence.inspections.main import Told
from councilbrief.evidence.inspections.whose import Whose
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either
from councilbrief.provenance import Dated, PartialDate, Span

_NEAR_INSPECTION = re.compile(
    rf"\b{either('inspections', 'near')}\b[^.;,]{{0,40}}"
    r"(?:,? (?:carried out|held|dated|which was|that was))?[^.;]{0,24}$",
    re.IGNORECASE,
)
# `In 2019, Ofsted …`
_INSPECTED_AFTER = re.compile(r"[,)]? (?:ofsted|inspection|inspectors|report)\b", re.IGNORECASE)
_KIND = re.compile(
    rf"\b(?P<kind>{either('inspections', 'visits')})\b(?:\s*\([A-Z]+\))?[^.;]{{0,40}}$", re.IGNORECASE
)
# `subject to a good inspection by ` before the month
_TO_COME = re.compile(rf"\b{either('inspections', 'future')}\b|\bby $", re.IGNORECASE)
_ISO_LENGTHS = (len("2024"), len("2024-05"), len("2024-05-16"))


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An earlier inspection in passing: when, and the words that call it by its kind."""

    when: PartialDate
    sentence: Span
    kind: str | None


def earlier_inspections(
    reading: Reading, main: Told | None, published: Dated | None, council: Council | None = None
) -> tuple[Mentioned, ...]:
    """Return the inspections before the one at hand that a text dates: "its last inspection in 2019".

    Those of another council than `council` are left out.
    """
    text, whose = reading.text, Whose(reading, council)
    found: list[Mentioned] = []
    for sentence in reading.sentences:
        for mention in dates(text, sentence.span.start, sentence.span.end):
            when = mention.end.date()
            before = text[sentence.span.start : mention.span.start]
            if when is None or not _is_earlier(when, before, main, published):
                continue
            if whose.is_anothers(sentence, mention.span):
                continue
            lead = before[-BEFORE_SPAN:]
            if _TO_COME.search(lead):
                continue
            after = _INSPECTED_AFTER.match(text, mention.span.end, sentence.span.end)
            kind = _kind_beside(lead)
            if kind or after or _NEAR_INSPECTION.search(lead):
                found.append(Mentioned(when, sentence.span, kind))
    return _merged(found)


def _kind_beside(lead: str) -> str | None:
    """Return the words that call a visit by its kind right before a date."""
    match = _KIND.search(lead)
    return match["kind"].lower() if match else None


def _is_earlier(when: PartialDate, before: str, main: Told | None, published: Dated | None) -> bool:
    """Say whether a date lies before the inspection at hand; where no day is known, the words `before` do."""
    if main is not None and main.start is not None:
        return when.latest() < main.start.value.earliest()
    if published is not None:
        return (published.value.earliest() - when.latest()).days > LONGEST_WAIT - YEAR_OF_DAYS + 1
    return is_of_earlier(before)


def _merged(found: list[Mentioned]) -> tuple[Mentioned, ...]:
    """Keep one of those that can be the same, the most exact one; newest first."""
    out: list[Mentioned] = []
    kinds: dict[str, set[str | None]] = defaultdict(set)
    for mentioned in sorted(found, key=lambda m: -len(m.when.iso())):
        when = mentioned.when.iso()
        if kinds[when] if mentioned.kind is None else mentioned.kind in kinds[when]:
            continue
        out.append(mentioned)
        for length in _ISO_LENGTHS:
            kinds[when[:length]].add(mentioned.kind)
    return tuple(sorted(out, key=lambda m: m.when.latest(), reverse=True))
