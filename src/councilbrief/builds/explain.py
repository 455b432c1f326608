"""Why a briefing says what it says: composed anew from its spec, so that the answer is always true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from councilbrief.briefing.blocks import Briefing, Statement, Support
from councilbrief.briefing.plain import HEAD, statements
from councilbrief.builds import Watch
from councilbrief.builds.draft import Draft, compose_all
from councilbrief.builds.plan import plan
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf
from councilbrief.problems import ExitCode, Problem


@dataclass(frozen=True, slots=True)
class Explained:
    """The statements of a briefing by its sections' headings; a place's path can be opened from here."""

    output: str
    council: str
    sections: tuple[tuple[str, tuple[Statement, ...]], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was explained, every problem met on the way, and the exit code."""

    briefings: tuple[Explained, ...]
    problems: tuple[Problem, ...]
    exit_code: ExitCode


def explain(specs: Sequence[Path], watch: Watch, shelf: Shelf | None = None) -> Explanation:
    """Return each statement of the briefings that specs ask for, with what it rests on."""
    report, shelf = Report(), shelf or Shelf()
    planned = plan(specs, shelf, report, watch)
    briefings = tuple(_explained(*each) for each in compose_all(planned, shelf, report, watch))
    return Explanation(briefings, tuple(report.problems), report.exit_code)


def _explained(draft: Draft, briefing: Briefing) -> Explained:
    titles = {section.key: section.title for section in briefing.sections}
    found: dict[str, list[Statement]] = {}
    for key, statement in statements(briefing):
        if statement.text.strip():
            heading = briefing.title if key == HEAD else titles[key]
            found.setdefault(heading, []).append(_from_here(statement, draft.order.holding.folders))
    sections = tuple((heading, tuple(every)) for heading, every in found.items())
    return Explained(draft.order.output, draft.order.council.short, sections)


def _from_here(statement: Statement, folders: Mapping[str, str]) -> Statement:
    """Write the places as they can be opened from the working folder."""
    return replace(statement, support=tuple(_support(one, folders) for one in statement.support))


def _support(one: Support, folders: Mapping[str, str]) -> Support:
    folder = folders[one.place.source]
    return replace(one, place=replace(one.place, path=f"{folder}/{one.place.path}"))
