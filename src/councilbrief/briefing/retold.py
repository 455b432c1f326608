"""What others make of the inspectors' findings: how many they give, and what they drop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from councilbrief.briefing.blocks import Support
from councilbrief.briefing.inspections import Record, Telling
from councilbrief.briefing.likeness import same_in_part, words_of
from councilbrief.briefing.phrases import counted, number
from councilbrief.briefing.qualifiers import content, dropped, source_of
from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.briefing.slices import support
from councilbrief.evidence.facts import Finding, Quoted, Voice
from councilbrief.provenance import Source

LONGEST_STATEMENT = 45
FEWEST_SHARED = 2
LEAST_SHARE = 0.5
"""An area for improvement told in other words shares so much of what it is about with Ofsted's."""


@dataclass(frozen=True, slots=True)
class ShortList:
    """Ofsted's areas for improvement, and a document that gives fewer of them."""

    report: Source
    source: Source
    in_report: str
    in_source: str
    rests_on: tuple[Support, ...]
    told: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Unqualified:
    """A finding as another document tells it, and the inspectors' sentence with its qualifier."""

    report: Source
    source: Source
    whole: Finding
    claim: Quoted
    rule: str
    qualifier: str


def differing_lists(record: Record) -> Iterable[ShortList]:
    """Yield the documents that give some, but not all, of the areas for improvement on Ofsted's list."""
    report = _report(record)
    listed = _main_list(report) if report else ()
    if report is None or not listed:
        return
    for telling in _others(record):
        given = [one for one in telling.evidence.improvements if _of(one, telling)]
        exact = {at for one in given if (at := _in_part(one, listed)) is not None}
        loose = {at for one in given if (at := _in_other_words(one, listed)) is not None} - exact
        if 0 < len(exact | loose) < len(listed):
            yield ShortList(
                report.source,
                telling.source,
                counted(len(listed), "area for improvement", "areas for improvement"),
                _gives(len(exact), len(loose)) + _beside(given, listed),
                tuple(support(one.told, one.rule) for one in listed),
                tuple(support(one.told, one.rule) for one in given),
            )


def without_qualifiers(record: Record) -> Iterable[Unqualified]:
    """Yield the findings that clearly tell a sentence of the inspectors again and drop its qualifier."""
    report = _report(record)
    if report is None:
        return
    sentences = [
        one for one in (*report.evidence.strengths, *report.evidence.improvements) if _of(one, report)
    ]
    texts = [one.told.words for one in sentences]
    for telling in _others(record):
        seen: set[int] = set()
        for told, rule in _claims(telling):
            at = source_of(told.words, texts)
            qualifier = None if at is None else dropped(told.words, texts[at])
            if at is not None and qualifier and at not in seen:
                seen.add(at)
                yield Unqualified(report.source, telling.source, sentences[at], told, rule, qualifier)


def _report(record: Record) -> Telling | None:
    """Return Ofsted's own report or letter on the inspection."""
    official = (one for one in record.tellings if one.source.kind in OFSTED_KINDS and one.leads)
    return next(official, None)


def _others(record: Record) -> Iterable[Telling]:
    """Return the documents by others that are about the inspection, each once."""
    return [
        one
        for one in record.tellings
        if one.source.kind not in OFSTED_KINDS and one.leads and one.index is not None
    ]


def _of(finding: Finding, telling: Telling) -> bool:
    return finding.inspection in (None, telling.index)


def _main_list(report: Telling) -> tuple[Finding, ...]:
    """Return the areas for improvement of the council; a board's are another list."""
    return tuple(one for one in report.evidence.improvements if _of(one, report) and one.group != "lscb")


def _claims(telling: Telling) -> Iterable[tuple[Quoted, str]]:
    """Return what a document says that the inspectors found, and what is said of it in a sentence or two.

    What a paper quotes inside its own sentence is no claim: the qualifier may stand before the marks.
    """
    one = telling.evidence
    for finding in (*one.strengths, *one.improvements):
        if _of(finding, telling):
            yield finding.standing, finding.rule
    for quotation in one.quotations:
        short = len(quotation.told.words.split()) <= LONGEST_STATEMENT
        if short and not quotation.snippet and quotation.sensitive is None:
            yield quotation.told, quotation.rule


def _in_part(finding: Finding, listed: Sequence[Finding]) -> int | None:
    words = words_of(finding.told.words)
    return next((at for at, one in enumerate(listed) if same_in_part(words, words_of(one.told.words))), None)


def _in_other_words(finding: Finding, listed: Sequence[Finding]) -> int | None:
    """Return the one area for improvement that shares most of what a finding is about."""
    mine = content(finding.told.words)
    shared = [len(mine & content(one.told.words)) for one in listed]
    best = max(shared)
    enough = best >= FEWEST_SHARED and best >= LEAST_SHARE * len(mine)
    return shared.index(best) if enough and shared.count(best) == 1 else None


def _gives(exact: int, loose: int) -> str:
    """Say how many of the list a document gives, and how."""
    total = exact + loose
    whole = "word for word or in part" if exact else "in other words"
    if not (exact and loose):
        return f"gives {number(total)} of them, {whole}"
    return f"gives {number(total)} of them, {number(exact)} {whole} and {number(loose)} in other words"


def _beside(given: Sequence[Finding], listed: Sequence[Finding]) -> str:
    """Say how many of those that a document lists are not on Ofsted's list in words like these."""
    unlike = [one for one in given if _in_part(one, listed) is None and _in_other_words(one, listed) is None]
    own = [one for one in unlike if not one.indirect and one.voice is not Voice.INSPECTORS]
    if not own:
        return ""
    are = "is" if len(own) == 1 else "are"
    return f", and {number(len(own))} that {are} not among them in such words"
