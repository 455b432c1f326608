"""Specs to published PDFs, all the way: planned, composed and published, each as far as it can be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from councilbrief.builds import Watch, silent
from councilbrief.builds.draft import compose_all
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.plan import plan
from councilbrief.builds.publishing import Publisher, outcome_of
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf
from councilbrief.problems import ExitCode


def make(specs: Sequence[Path], publisher: Publisher, shelf: Shelf, watch: Watch) -> BuildResult:
    """Make every briefing that is asked for."""
    report = publisher.report
    outcomes = publisher.publish(plan(specs, shelf, report, watch), shelf, watch)
    return BuildResult(outcomes, tuple(report.problems), report.exit_code)


def check(specs: Sequence[Path], *, watch: Watch = silent, shelf: Shelf | None = None) -> BuildResult:
    """Go the whole way to the composed briefing and write nothing.

    The exit code is that of a spec's mistake, or says that something was found.
    """
    report, shelf = Report(), shelf or Shelf()
    planned = plan(specs, shelf, report, watch)
    outcomes = [outcome_of(draft) for draft, _ in compose_all(planned, shelf, report, watch)]
    found = ExitCode.FOUND if report.codes else ExitCode.DONE
    code = ExitCode.SPEC if ExitCode.SPEC in report.codes else found
    return BuildResult(tuple(outcomes), tuple(report.problems), code)
