"""What a build is to make: the specs that are meant, and the briefings that each of them asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from councilbrief.briefing.load_spec import SpecFile
from councilbrief.briefing.output_name import output_name
from councilbrief.briefing.selection import select
from councilbrief.builds.shelf import Holding
from councilbrief.evidence.councils import Council, Resolved, register
from councilbrief.evidence.facts import Evidence
from councilbrief.problems import Problem, Severity, SpecError

SPECS = Path("briefings")
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


def find_specs(given: Sequence[Path]) -> tuple[Path, ...]:
    """Return the specs that are meant; a folder means all in it, and nothing the folder `briefings`.

    Raises SpecError where there is none.
    """
    found: list[Path] = []
    for path in given or (SPECS,):
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(each for each in path.iterdir() if each.suffix.lower() in SPEC_SUFFIXES)
        if not inside:
            raise _no_specs(path, "there are no specs in this folder; `councilbrief init` writes a first one")
        found += inside
    if not given and found == [SPECS]:
        raise _no_specs(SPECS, "there is no such folder here; `councilbrief init` makes it and a first spec")
    return tuple(dict.fromkeys(found))


def _no_specs(path: Path, message: str) -> SpecError:
    return SpecError(Problem(Severity.ERROR, "no-specs", message, path.as_posix()))


def orders(asked: SpecFile, holding: Holding) -> tuple[Order, ...]:
    """Return the briefings that a spec asks for, in the order of the councils' names.

    Raises SpecError where `councils: all` finds no council.
    """
    if asked.spec.council is not None:
        found = register().resolve(asked.spec.council)
        # A spec that has been loaded names exactly one council.
        councils = (found.council,) if isinstance(found, Resolved) else ()
    else:
        councils = _councils(asked, holding)
    return tuple(
        Order(
            asked,
            council,
            holding,
            output_name(
                asked.spec.output, asked.path.stem, council.short, template=asked.spec.council is None
            ),
        )
        for council in councils
    )


def _councils(asked: SpecFile, holding: Holding) -> tuple[Council, ...]:
    """Return the councils on which the library has a document that the spec asks for."""
    wanted = asked.spec.sources
    found = [
        council
        for council in on_councils(holding.evidence)
        if any(council.gss in _about(one) for one in select(wanted, council, holding.evidence).evidence)
    ]
    if not found:
        message = f"no document of {holding.name} that is asked for settles on a council; {held(holding)}"
        raise SpecError(asked.problem(Severity.ERROR, "no-councils", message, "councils"))
    return tuple(found)


def on_councils(evidence: Sequence[Evidence]) -> tuple[Council, ...]:
    """Return the councils that documents are about, by their names."""
    codes = {code for one in evidence for code in _about(one)}
    return tuple(sorted((register()[code] for code in codes), key=lambda council: council.short))


def _about(one: Evidence) -> Iterator[str]:
    """Yield the council of a document; where it settles on none, those whose inspections it tells of."""
    if one.council is not None:
        yield one.council
    else:
        yield from (each.council for each in one.inspections if each.council is not None)


def held(holding: Holding) -> str:
    """Say what a library holds, for a message."""
    names = [council.short for council in on_councils(holding.evidence)]
    many = len(names) - MOST_NAMED
    named = ", ".join(names[:MOST_NAMED]) + (f" and {many} more" if many > 0 else "")
    count = len(holding.reads)
    documents = f"it holds {count} document{'' if count == 1 else 's'}"
    return f"{documents}, on {named}" if names else documents
