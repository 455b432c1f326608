"""Which documents a briefing draws on, and which were left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from councilbrief.briefing.references import Sourced, in_order
from councilbrief.briefing.spec import Sources
from councilbrief.evidence.councils.register import Council, Resolved, register
from councilbrief.provenance import Source

UNDATED = "its date of publication is not known, and the briefing is limited to a range of dates"
OUTSIDE = "it was published {on} {date}, outside the dates that the briefing is limited to"
EXCLUDED = "it was excluded on request"
SILENT = "it says nothing that a briefing shows"
ELSEWHERE = "it is about another council and says nothing of inspections of this one"
TWICE = "it is the same file as {id}, which is used"


class About(Protocol):
    """What tells whom a document is about."""

    @property
    def council(self) -> str | None:
        """Return the GSS code of the council that it is about, None where it settles on none."""

    @property
    def inspected(self) -> tuple[str, ...]:
        """Return the codes of the councils whose inspections it tells of."""


class Candidate(Sourced, About, Protocol):
    """What of a document decides whether it is chosen: its facts, or what is noted of them."""

    @property
    def silent(self) -> bool:
        """Say whether it states nothing that a briefing shows."""


C = TypeVar("C", bound=Candidate)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document on the council that was read and not used, and why, as a clause.

    `on_request` marks one that the spec rules out, by name or by its dates.
    """

    source: Source
    reason: str
    on_request: bool = False


@dataclass(frozen=True, slots=True)
class Selection(Generic[C]):
    """The documents that a briefing draws on, in the order of their numbers, and the rest.

    `councils` are the GSS codes of the councils that the documents may be about.
    """

    councils: frozenset[str]
    chosen: tuple[C, ...]
    left_out: tuple[LeftOut, ...]


def select(wanted: Sources, council: Council, documents: Iterable[C]) -> Selection[C]:
    """Choose the documents that a spec asks for.

    A document that isn't about the council, or is of another kind or publisher, is simply
    not asked for. One that an officer would miss (excluded by name, outside the dates,
    undated, there already, or without a single fact on the council) is returned among
    those left out.
    """
    councils = meant(wanted, council)
    tests = _tests(wanted)
    about = (one for one in documents if _about(one, councils, wanted.ids))
    chosen: list[C] = []
    left_out: list[LeftOut] = []
    for one in in_order(each for each in about if all(test(each.source) for test in tests)):
        refused = _ruled_out(wanted, one.source)
        reason = None if refused else _useless(one, council, chosen)
        if refused or reason:
            left_out.append(
                LeftOut(one.source, refused or reason or "", on_request=refused not in (None, UNDATED))
            )
        else:
            chosen.append(one)
    return Selection(councils, tuple(chosen), tuple(left_out))


def meant(wanted: Sources, council: Council) -> frozenset[str]:
    """Return the codes of the councils meant; a name that means none was refused with the spec."""
    found = (register().resolve(name) for name in wanted.councils)
    codes = {one.council.gss for one in found if isinstance(one, Resolved)}
    return frozenset(codes or {council.gss})


def _about(one: Candidate, councils: frozenset[str], ids: Sequence[str]) -> bool:
    """Say whether a document is about one of the councils, or about none and asked for by name."""
    if one.council is None and one.source.id in ids:
        return True
    return one.council in councils or any(code in councils for code in one.inspected)


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


def _useless(one: Candidate, council: Council, chosen: Iterable[Candidate]) -> str | None:
    """Say why a document that the spec lets in adds nothing; None where it does."""
    if one.council not in (None, council.gss) and council.gss not in one.inspected:
        return ELSEWHERE
    if one.silent:
        return SILENT
    same = next((other.source for other in chosen if other.source.sha256 == one.source.sha256), None)
    return None if same is None else TWICE.format(id=same.id)
