"""An order to a composed briefing: the part of the way that building, checking and explaining share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.compose import compose, with_logo
from councilbrief.briefing.facts import Edition
from councilbrief.briefing.selection import LeftOut, Selection, meant, select
from councilbrief.briefing.spec import Sources, Spec
from councilbrief.builds import Watch
from councilbrief.builds.plan import Order, about, held
from councilbrief.builds.reading import Card, Read
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf
from councilbrief.documents.library import Entry
from councilbrief.evidence.councils.register import Council, register
from councilbrief.faults import contained
from councilbrief.problems import CouncilBriefError, ExitCode, Problem, RenderError, Severity, SpecError
from councilbrief.provenance import Source


@dataclass(frozen=True, slots=True)
class Job:
    """All that a briefing is composed of, small enough to be sent to another process.

    `near` are the documents that may be chosen, `unread` says of which of the library
    nothing is known. `logo` is what the file holds that the spec's theme names.
    """

    spec: Spec
    shown_as: str
    council: Council
    near: tuple[Entry, ...]
    unread: tuple[Problem, ...]
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A briefing under way: what it is composed of, and the sources that it draws on."""

    order: Order
    job: Job
    sources: tuple[Source, ...]


def drafts(planned: Sequence[Order], report: Report) -> tuple[Draft, ...]:
    """Choose the documents of each briefing, and report what is left out unasked; who has none is out."""
    found = []
    for order in planned:
        try:
            found.append(_draft(order, report))
        except SpecError as error:
            report.fail(error)
    return tuple(found)


def _draft(order: Order, report: Report) -> Draft:
    """Choose the documents; raise SpecError where nothing matches what the spec asks for."""
    asked, holding = order.asked, order.holding
    wanted = asked.spec.sources
    near = holding.near(meant(wanted, order.council), wanted.ids)
    selection = select(wanted, order.council, near)
    if not selection.chosen:
        message, given = _nothing(order, selection), _given(order)
        at = given if len(given) == 1 else ()
        raise SpecError(asked.problem(Severity.ERROR, "nothing-selected", message, "sources", *at))
    unasked = (one for one in selection.left_out if not one.on_request)
    report.add((_left_out(order, one) for one in unasked), ExitCode.DONE)
    entries = tuple(holding.entries[card.source.id] for card in near)
    job = Job(asked.spec, asked.shown_as, order.council, entries, holding.unread, asked.theme.logo)
    return Draft(order, job, tuple(card.source for card in selection.chosen))


def composed(job: Job, reads: Iterable[Read], last: Edition | None = None) -> Briefing:
    """Compose a briefing of what its documents say, to follow the last edition.

    Raises RenderError for a fault of the program.
    """
    with contained(RenderError, job.shown_as):
        evidence = [read.evidence for read in reads if read.evidence is not None]
        briefing = compose(job.spec, job.council, evidence, job.unread, last)
        return with_logo(briefing, job.spec, job.logo)


def compose_all(
    planned: Sequence[Order], shelf: Shelf, report: Report, watch: Watch
) -> Iterator[tuple[Draft, Briefing]]:
    """Compose one briefing after the other; what is wrong with one stops only that one."""
    every = drafts(planned, report)
    for done, draft in enumerate(every):
        watch(done, len(every), draft.order.output)
        try:
            yield draft, composed(draft.job, map(shelf.read, draft.job.near))
        except CouncilBriefError as error:
            report.fail(error)
    watch(len(every), len(every), "")


def _left_out(order: Order, one: LeftOut) -> Problem:
    message = f"{one.source.id} is left out of {order.output}.pdf: {one.reason}"
    return order.asked.problem(Severity.WARNING, "left-out", message, "sources")


def _given(order: Order) -> list[str]:
    """Return the keys by which a spec chooses among the documents."""
    wanted = order.asked.spec.sources
    return [key for key in Sources.model_fields if key != "library" and getattr(wanted, key)]


def _nothing(order: Order, selection: Selection[Card]) -> str:
    """Say why no document matches."""
    holding = order.holding
    names = " or ".join(sorted(register()[code].short for code in selection.councils))
    count = sum(any(code in selection.councils for code in about(card)) for card in holding.readable)
    if not count:
        return f"no document in {holding.name}/ that can be read is about {names}; {held(holding)}"
    left_out = "; ".join(f"{one.source.id}: {one.reason}" for one in selection.left_out)
    because = f" ({left_out})" if left_out else ""
    documents = f"{count} document{'' if count == 1 else 's'} on {names}"
    given = ", ".join(_given(order)) or "what they say"
    return f"of {documents} in {holding.name}/, none is left by {given}{because}"
