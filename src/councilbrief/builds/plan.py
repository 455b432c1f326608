"""What a build is to make: the specs that are meant, and the briefings that each of them asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from councilbrief.briefing.load_spec import SpecFile, load_spec_file
from councilbrief.briefing.output_name import output_name
from councilbrief.briefing.selection import select
from councilbrief.builds import SPECS
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Holding, Shelf
from councilbrief.evidence.councils import Council, Resolved, register
from councilbrief.evidence.facts import Evidence
from councilbrief.faults import contained
from councilbrief.problems import CouncilBriefError, ExitCode, Problem, Severity, SpecError, errors

SPEC_SUFFIXES = frozenset({".yaml", ".yml"})
# How many councils a message names.
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Order:
    """One briefing to make: the spec, the council, what its library holds, and the PDF's name."""

    asked: SpecFile
    council: Council
    holding: Holding
    output: str


def plan(given: Sequence[Path], shelf: Shelf, report: Report) -> tuple[Order, ...]:
    """Say what is to be made of specs and folders of specs; without any, of the folder `briefings`.

    What is wrong with one spec stops only that one.
    """
    planned: dict[str, Order] = {}
    for path in _specs(given or (SPECS,), report):
        try:
            with contained(SpecError, path.as_posix()):
                asked = load_spec_file(path, library=shelf.library)
                report.add(asked.warnings, ExitCode.SPEC)
                ordered = orders(asked, shelf, report)
            for order in ordered:
                first = planned.setdefault(order.output, order)
                if first is not order:
                    report.add((_same_output(order, first),), ExitCode.SPEC)
        except CouncilBriefError as error:
            report.fail(error)
    return tuple(planned.values())


def orders(asked: SpecFile, shelf: Shelf, report: Report) -> tuple[Order, ...]:
    """Return the briefings that a loaded spec asks for; raise SpecError where it asks for none."""
    return _orders(asked, _holding(asked, shelf, report), report)


def _specs(given: Sequence[Path], report: Report) -> tuple[Path, ...]:
    """Return the specs that are meant, each once; a folder means all that are in it."""
    found: dict[Path, None] = {}
    for path in given:
        try:
            found |= dict.fromkeys(_specs_in(path) if path.is_dir() or path == SPECS else (path,))
        except FileNotFoundError as error:
            message = f"there are no specs here ({error.strerror}); `councilbrief init` writes a first one"
            report.add((_problem(path, message),), ExitCode.SPEC)
        except OSError as error:
            message = f"this can't be read ({error.strerror}); ask for the rights, or leave it out"
            report.add((_problem(path, message),), ExitCode.SPEC)
    return tuple(found)


def _specs_in(folder: Path) -> tuple[Path, ...]:
    """Return the specs in a folder by their names; raise OSError where there are none."""
    names = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    found = tuple(path for path in names if path.suffix.lower() in SPEC_SUFFIXES)
    if not found:
        raise FileNotFoundError(0, "no file ends in .yaml or .yml")
    return found


def _problem(path: Path, message: str) -> Problem:
    return Problem(Severity.ERROR, "no-specs", message, path.as_posix())


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
    there = councils_of(holding.evidence)
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
    selection = select(asked.spec.sources, council, holding.evidence)
    return any(council.gss in about(one) for one in selection.evidence)


def _same_output(order: Order, first: Order) -> Problem:
    made_by = f"{first.asked.shown_as}, for {first.council.short}"
    message = f"{order.output}.pdf is made by {made_by}, as well; give one of them another output"
    return order.asked.problem(Severity.ERROR, "same-output", message, "output")


def councils_of(evidence: Sequence[Evidence]) -> tuple[Council, ...]:
    """Return the councils that documents are about, by their names."""
    codes = {code for one in evidence for code in about(one)}
    return tuple(sorted((register()[code] for code in codes), key=lambda council: council.short))


def about(one: Evidence) -> Iterator[str]:
    """Yield the council of a document; where it settles on none, those whose inspections it tells of."""
    if one.council is not None:
        yield one.council
    else:
        yield from (each.council for each in one.inspections if each.council is not None)


def held(holding: Holding) -> str:
    """Say what a library holds, as the end of a message."""
    names = [council.short for council in councils_of(holding.evidence)]
    count = holding.size
    documents = f"it holds {count or 'no'} document{'' if count == 1 else 's'}"
    if 0 < len(holding.reads) < count:
        asked = f"{len(holding.reads)} {'is' if len(holding.reads) == 1 else 'are'}"
        documents = f"of its {count} documents {asked} asked for"
    return f"{documents}, on {_named(names)}" if names else documents


def _named(names: Sequence[str]) -> str:
    """Name a few and count the rest."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
