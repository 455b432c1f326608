"""A spec to composed briefings: the part of the way that writing, checking and explaining share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.compose import compose
from councilbrief.briefing.load_spec import SpecFile, load_spec_file
from councilbrief.briefing.selection import Selection, select
from councilbrief.briefing.spec import Sources
from councilbrief.builds.faults import contained
from councilbrief.builds.plan import Order, held, orders
from councilbrief.builds.shelf import Holding, Shelf
from councilbrief.problems import (
    CouncilBriefError,
    ExitCode,
    Problem,
    RenderError,
    Severity,
    SpecError,
    errors,
)
from councilbrief.provenance import Source

# Called with how many briefings are done, how many there are, and the one that comes next.
Watch = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Draft:
    """A briefing that has been composed, and the sources that it draws on."""

    order: Order
    briefing: Briefing
    sources: tuple[Source, ...]


@dataclass(slots=True)
class Report:
    """The problems of a build, each once, and the highest exit code so far."""

    problems: dict[Problem, None] = field(default_factory=dict)
    exit_code: ExitCode = ExitCode.DONE

    def add(self, problems: Sequence[Problem], code: ExitCode) -> None:
        """Take problems in; only errors raise the exit code."""
        self.problems |= dict.fromkeys(problems)
        if errors(problems):
            self.exit_code = max(self.exit_code, code)


def plan(specs: Sequence[Path], shelf: Shelf, report: Report) -> tuple[Order, ...]:
    """Load specs and say what is to be made; what is wrong with one stops only that one."""
    planned: list[Order] = []
    taken: dict[str, SpecFile] = {}
    for path in specs:
        try:
            asked = load_spec_file(path, library=shelf.library)
            for order in orders(asked, _holding(asked, shelf, report)):
                first = taken.setdefault(order.output, asked)
                if first is asked:
                    planned.append(order)
                else:
                    report.add((_same_output(order, first),), ExitCode.SPEC)
        except CouncilBriefError as error:
            report.add(error.problems, error.exit_code)
    return tuple(planned)


def _holding(asked: SpecFile, shelf: Shelf, report: Report) -> Holding:
    """Read the library of a spec; raise SpecError where its manifest is not in order."""
    wanted = asked.spec.sources
    holding = shelf.holding(asked.library, wanted.ids, wanted.exclude)
    if errors(holding.problems):
        raise SpecError(holding.problems)
    report.add(holding.told, ExitCode.DOCUMENT)
    return holding


def _same_output(order: Order, first: SpecFile) -> Problem:
    message = f'"{order.output}.pdf" is what {first.shown_as} makes as well; give this one another output'
    return order.asked.problem(Severity.ERROR, "same-output", message, "output")


def drafts(planned: Sequence[Order], report: Report, watch: Watch) -> Iterator[Draft]:
    """Compose one briefing after the other; what is wrong with one stops only that one."""
    for done, order in enumerate(planned):
        watch(done, len(planned), order.output)
        try:
            with contained(RenderError, order.asked.shown_as):
                yield_draft = draft(order)
        except CouncilBriefError as error:
            report.add(error.problems, error.exit_code)
            continue
        yield yield_draft
    watch(len(planned), len(planned), "")


def draft(order: Order) -> Draft:
    """Compose a briefing; raise SpecError where nothing matches what its spec asks for."""
    spec, holding = order.asked.spec, order.holding
    selection = select(spec.sources, order.council, holding.evidence)
    if not selection.evidence:
        message = _nothing(order, selection)
        raise SpecError(order.asked.problem(Severity.ERROR, "nothing-selected", message, "sources"))
    briefing = compose(spec, order.council, holding.evidence, holding.unread)
    return Draft(order, briefing, tuple(one.source for one in selection.evidence))


def _nothing(order: Order, selection: Selection) -> str:
    """Say why no document matches."""
    holding, name = order.holding, order.council.short
    about = [one for one in holding.evidence if one.council == order.council.gss]
    if not about:
        return f"no document of {holding.name} is about {name}; {held(holding)}"
    which = ", ".join(key for key in Sources.model_fields if _narrows(order, key)) or "anything"
    left_out = "; ".join(f"{one.source.id}: {one.reason}" for one in selection.left_out)
    because = f" (left out: {left_out})" if left_out else ""
    return f"of {len(about)} on {name} in {holding.name}, no document matches {which}{because}"


def _narrows(order: Order, key: str) -> bool:
    """Say whether a key of `sources` is given that leaves documents out."""
    return key != "library" and bool(getattr(order.asked.spec.sources, key))
