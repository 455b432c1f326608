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
OUTSIDE = "it was published {on} {date}, outside the dates that the briefing is limited to"
EXCLUDED = "it was excluded on request"
SILENT = "it says nothing that a briefing shows"
ELSEWHERE = "it is about another council and says nothing of inspections of this one"
TWICE = "it is the same file as {id}, which is used"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document on the council that was read and not used, and why, as a clause.

    `on_request` marks one that the spec rules out, by name or by its dates.
    """

    source: Source
    reason: str
    on_request: bool = False


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

    A document that isn't about the council, or is of another kind or publisher, is simply
    not asked for. One that an officer would miss (excluded by name, outside the dates,
    undated, there already, or without a single fact on the council) is returned among
    those left out.
    """
    councils = _codes(wanted, council)
    tests = _tests(wanted)
    chosen: list[Evidence] = []
    left_out: list[LeftOut] = []
    for one in in_order(evidence):
        if not _about(one, councils, wanted.ids) or not all(test(one.source) for test in tests):
            continue
        refused = _ruled_out(wanted, one.source)
        reason = None if refused else _useless(one, council, chosen)
        if refused or reason:
            left_out.append(
                LeftOut(one.source, refused or reason or "", on_request=refused not in (None, UNDATED))
            )
        else:
            chosen.append(one)
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


def _ruled_out(wanted: Sources, source: Source) -> str | None:
    """Say why the spec rules a document out; None where it does not."""
    if source.id in wanted.exclude:
        return EXCLUDED
    if wanted.since is None and wanted.until is None:
        return None
    if source.published is None:
        return UNDATED
    date = source.published.value
    early = wanted.since is not None and date.earliest() < wanted.since.earliest()
    late = wanted.until is not None and date.latest() > wanted.until.latest()
    return OUTSIDE.format(date=date.text(), on="on" if date.day else "in") if early or late else None


def _useless(one: Evidence, council: Council, chosen: Sequence[Evidence]) -> str | None:
    """Say why a document that the spec lets in adds nothing; None where it does."""
    told_here = any(each.council == council.gss for each in one.inspections)
    if one.council not in (None, council.gss) and not told_here:
        return ELSEWHERE
    if not (one.inspections or one.judgements or one.strengths or one.improvements or one.quotations):
        return SILENT
    same = next((other.source for other in chosen if other.source.sha256 == one.source.sha256), None)
    return None if same is None else TWICE.format(id=same.id)
