"""Which documents a briefing draws on, and which were left out and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from councilbrief.briefing.references import in_order
from councilbrief.briefing.spec import Sources
from councilbrief.evidence.councils import Council, Resolved, register
from councilbrief.evidence.facts import Evidence
from councilbrief.provenance import Source

UNDATED = "its date of publication is not known, and the briefing is limited to a range of dates"
EXCLUDED = "it was excluded on request"
SILENT = "it says nothing that a briefing shows"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document on the council that was read and not used, and why, as a clause."""

    source: Source
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """The documents that a briefing draws on, in the order of their numbers, and the rest.

    `councils` are the GSS codes of the councils that the documents may be about.
    """

    councils: frozenset[str]
    evidence: tuple[Evidence, ...]
    left_out: tuple[LeftOut, ...]


def select(wanted: Sources, council: Council, evidence: Sequence[Evidence]) -> Selection:
    """Choose the documents that a spec asks for.

    A document that isn't about the council, or is of another kind, publisher or date, is
    simply not asked for. One that an officer would miss (undated, excluded by name, or
    without a single fact) is returned among those left out.
    """
    councils = _codes(wanted, council)
    tests = _tests(wanted)
    chosen, left_out = [], []
    for one in in_order(evidence):
        if not _about(one, councils, wanted.ids) or not all(test(one.source) for test in tests):
            continue
        reason = _reason(wanted, one)
        if reason is None:
            chosen.append(one)
        elif reason:
            left_out.append(LeftOut(one.source, reason))
    return Selection(councils, tuple(chosen), tuple(left_out))


def _codes(wanted: Sources, council: Council) -> frozenset[str]:
    """Return the codes of the councils meant; a name that means none was refused with the spec."""
    found = (register().resolve(name) for name in wanted.councils)
    codes = {one.council.gss for one in found if isinstance(one, Resolved)}
    return frozenset(codes or {council.gss})


def _about(one: Evidence, councils: frozenset[str], ids: Sequence[str]) -> bool:
    """Say whether a document is about one of the councils, or about none and asked for by name."""
    if one.council is None and one.source.id in ids:
        return True
    return one.council in councils or any(each.council in councils for each in one.inspections)


def _tests(wanted: Sources) -> tuple[Callable[[Source], bool], ...]:
    """Return what a document must pass to have been asked for at all, dates apart."""
    publishers = {name.casefold() for name in wanted.publishers}
    return (
        lambda source: not wanted.ids or source.id in wanted.ids,
        lambda source: not wanted.kinds or source.kind in wanted.kinds,
        lambda source: not publishers or (source.publisher or "").casefold() in publishers,
    )


def _reason(wanted: Sources, one: Evidence) -> str | None:
    """Return None for a document to use, why it's left out, or "" where nobody need be told."""
    if one.source.id in wanted.exclude:
        return EXCLUDED
    if wanted.since is not None or wanted.until is not None:
        if one.source.published is None:
            return UNDATED
        date = one.source.published.value
        if wanted.since is not None and date.earliest() < wanted.since.earliest():
            return ""
        if wanted.until is not None and date.latest() > wanted.until.latest():
            return ""
    return None if _has_facts(one) else SILENT


def _has_facts(one: Evidence) -> bool:
    return bool(one.inspections or one.judgements or one.strengths or one.improvements or one.quotations)
