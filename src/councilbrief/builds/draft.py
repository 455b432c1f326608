"""A plan to composed briefings: the part of the way that building, checking and explaining share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.compose import compose
from councilbrief.briefing.selection import LeftOut, Selection, select
from councilbrief.briefing.spec import Sources
from councilbrief.builds import Watch
from councilbrief.builds.plan import Order, about, held
from councilbrief.builds.report import Report
from councilbrief.evidence.councils import register
from councilbrief.faults import contained
from councilbrief.problems import CouncilBriefError, ExitCode, Problem, RenderError, Severity, SpecError
from councilbrief.provenance import Source


@dataclass(frozen=True, slots=True)
class Draft:
    """A briefing that has been composed, and the sources that it draws on."""

    order: Order
    briefing: Briefing
    sources: tuple[Source, ...]


def drafts(planned: Sequence[Order], report: Report, watch: Watch) -> Iterator[Draft]:
    """Compose one briefing after the other; what is wrong with one stops only that one."""
    for done, order in enumerate(planned):
        watch(done, len(planned), order.output)
        try:
            with contained(RenderError, order.asked.shown_as):
                composed = _compose(order, report)
        except CouncilBriefError as error:
            report.fail(error)
        else:
            yield composed
    watch(len(planned), len(planned), "")


def _compose(order: Order, report: Report) -> Draft:
    """Compose a briefing and report what it leaves out unasked.

    Raises SpecError where nothing matches what its spec asks for.
    """
    spec, holding = order.asked.spec, order.holding
    selection = select(spec.sources, order.council, holding.evidence)
    if not selection.evidence:
        message, given = _nothing(order, selection), _given(order)
        at = given if len(given) == 1 else ()
        raise SpecError(order.asked.problem(Severity.ERROR, "nothing-selected", message, "sources", *at))
    unasked = (one for one in selection.left_out if not one.on_request)
    report.add((_left_out(order, one) for one in unasked), ExitCode.DONE)
    briefing = compose(spec, order.council, holding.evidence, holding.unread)
    return Draft(order, briefing, tuple(one.source for one in selection.evidence))


def _left_out(order: Order, one: LeftOut) -> Problem:
    message = f"{one.source.id} is left out of {order.output}.pdf: {one.reason}"
    return order.asked.problem(Severity.WARNING, "left-out", message, "sources")


def _given(order: Order) -> list[str]:
    """Return the keys by which a spec chooses among the documents."""
    wanted = order.asked.spec.sources
    return [key for key in Sources.model_fields if key != "library" and getattr(wanted, key)]


def _nothing(order: Order, selection: Selection) -> str:
    """Say why no document matches."""
    holding = order.holding
    names = " or ".join(sorted(register()[code].short for code in selection.councils))
    count = sum(any(code in selection.councils for code in about(one)) for one in holding.evidence)
    if not count:
        return f"no document in {holding.name}/ that can be read is about {names}; {held(holding)}"
    left_out = "; ".join(f"{one.source.id}: {one.reason}" for one in selection.left_out)
    because = f" ({left_out})" if left_out else ""
    documents = f"{count} document{'' if count == 1 else 's'} on {names}"
    given = ", ".join(_given(order)) or "what they say"
    return f"of {documents} in {holding.name}/, none is left by {given}{because}"
