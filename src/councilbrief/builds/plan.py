"""What a build is to make: the specs that are meant, and the briefings that each of them asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from councilbrief.briefing.load_spec import SpecFile, load_spec_file
from councilbrief.briefing.output_name import output_name
from councilbrief.briefing.selection import About, meant, select
from councilbrief.builds import Watch, silent
from councilbrief.builds.asked import asked_for
from councilbrief.builds.holding import Holding
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf
from councilbrief.documents.library import Entry
from councilbrief.evidence.councils.register import Council, Resolved, register
from councilbrief.faults import contained
from councilbrief.problems import CouncilBriefError, ExitCode, Problem, Severity, SpecError, errors

# How many councils a message names.
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Order:
    """One briefing to make: the spec, the council, what its library holds, and the PDF's name."""

    asked: SpecFile
    council: Council
    holding: Holding
    output: str


def plan(given: Sequence[Path], shelf: Shelf, report: Report, watch: Watch = silent) -> tuple[Order, ...]:
    """Say what is to be made of specs and folders of specs; without any, of the folder `briefings`.

    What is wrong with one spec stops only that one.
    """
    planned: dict[str, Order] = {}
    loaded = tuple(_loaded(asked_for(given, report), shelf, report))
    shelf.cards([entry for asked in loaded for entry in _wanted(asked, shelf)], watch)
    for asked in loaded:
        try:
            with contained(SpecError, asked.shown_as):
                ordered = orders(asked, shelf, report)
        except CouncilBriefError as error:
            report.fail(error)
            continue
        for order in ordered:
            first = planned.setdefault(order.output, order)
            if first is not order:
                report.add((_same_output(order, first),), ExitCode.SPEC)
    return tuple(planned.values())


def _loaded(paths: Sequence[Path], shelf: Shelf, report: Report) -> Iterator[SpecFile]:
    """Yield the specs that are in order, and report what is wrong with the others."""
    for path in paths:
        try:
            with contained(SpecError, path.as_posix()):
                asked = load_spec_file(path, library=shelf.library, read=shelf.file)
        except CouncilBriefError as error:
            report.fail(error)
        else:
            report.add(asked.warnings, ExitCode.SPEC)
            yield asked


def _wanted(asked: SpecFile, shelf: Shelf) -> tuple[Entry, ...]:
    """Return the documents that a spec draws on; none where its library is not in order."""
    libraries = [shelf.library(folder) for folder in asked.libraries]
    wrong = any(errors(library.problems) for library in libraries)
    return () if wrong else shelf.wanted(asked.libraries, asked.spec.sources.ids)


def orders(asked: SpecFile, shelf: Shelf, report: Report) -> tuple[Order, ...]:
    """Return the briefings that a loaded spec asks for; raise SpecError where it asks for none."""
    return _orders(asked, _holding(asked, shelf, report), report)


def _holding(asked: SpecFile, shelf: Shelf, report: Report) -> Holding:
    """Read the library of a spec; raise SpecError where its manifest is not in order."""
    wanted = asked.spec.sources
    holding = shelf.holding(asked.libraries, wanted.ids, wanted.exclude)
    if errors(holding.problems):
        raise SpecError(holding.problems)
    report.add(holding.told, ExitCode.DOCUMENT)
    return holding


def _orders(asked: SpecFile, holding: Holding, report: Report) -> tuple[Order, ...]:
    """Return the briefings that a spec asks for, in the order of the councils' names."""
    spec = asked.spec
    template = spec.council is None
    return tuple(
        Order(
            asked,
            council,
            holding,
            output_name(spec.output, asked.path.stem, council.short, template=template),
        )
        for council in (_every_council(asked, holding, report) if template else _one_council(asked))
    )


def _one_council(asked: SpecFile) -> tuple[Council, ...]:
    """Return the council that a loaded spec names; that it is exactly one has been seen to."""
    found = register().resolve(asked.spec.council or "")
    return (found.council,) if isinstance(found, Resolved) else ()


def _every_council(asked: SpecFile, holding: Holding, report: Report) -> tuple[Council, ...]:
    """Return the councils on which the library has a document that the spec asks for.

    Those on which it has only others are noted. Raises SpecError where none is left.
    """
    there = councils_of(holding.readable)
    found = tuple(council for council in there if _is_asked_for(council, asked, holding))
    if not found:
        message = f"no document in {holding.name}/ that is asked for settles on a council; {held(holding)}"
        raise SpecError(asked.problem(Severity.ERROR, "no-councils", message, "councils"))
    others = [council.short for council in there if council not in found]
    if others:
        message = f"no briefing for {_named(others)}: no document on them is asked for"
        report.add((asked.problem(Severity.NOTE, "councils-left-out", message, "councils"),), ExitCode.SPEC)
    return found


def _is_asked_for(council: Council, asked: SpecFile, holding: Holding) -> bool:
    """Say whether a spec asks for a document that is about a council, and does not only mention it."""
    wanted = asked.spec.sources
    selection = select(wanted, council, holding.near(meant(wanted, council), wanted.ids))
    return any(council.gss in about(one) for one in selection.chosen)


def _same_output(order: Order, first: Order) -> Problem:
    made_by = f"{first.asked.shown_as}, for {first.council.short}"
    message = f"{order.output}.pdf is made by {made_by}, as well; give one of them another output"
    return order.asked.problem(Severity.ERROR, "same-output", message, "output")


def councils_of(documents: Iterable[About]) -> tuple[Council, ...]:
    """Return the councils that documents are about, by their names."""
    codes = {code for one in documents for code in about(one)}
    return tuple(sorted((register()[code] for code in codes), key=lambda council: council.short))


def about(one: About) -> tuple[str, ...]:
    """Return the council of a document; where it settles on none, those whose inspections it tells of."""
    return one.inspected if one.council is None else (one.council,)


def held(holding: Holding) -> str:
    """Say what a library holds, as the end of a message."""
    names = [council.short for council in councils_of(holding.readable)]
    count = holding.size
    documents = f"it holds {count or 'no'} document{'' if count == 1 else 's'}"
    if 0 < len(holding.cards) < count:
        asked = f"{len(holding.cards)} {'is' if len(holding.cards) == 1 else 'are'}"
        documents = f"of its {count} documents {asked} asked for"
    return f"{documents}, on {_named(names)}" if names else documents


def _named(names: Sequence[str]) -> str:
    """Name a few and count the rest."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
