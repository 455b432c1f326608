"""Specs to published PDFs, all the way: planned, composed and published, each as far as it can be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from councilbrief.builds import Watch, silent
from councilbrief.builds.draft import drafts
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.plan import plan
from councilbrief.builds.publishing import Publisher, outcome_of
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf
from councilbrief.problems import ExitCode


def make(specs: Sequence[Path], publisher: Publisher, shelf: Shelf, watch: Watch) -> BuildResult:
    """Make every briefing that is asked for."""
    report = publisher.report
    planned = plan(specs, shelf, report)
    outcomes = tuple(publisher.publish(one) for one in drafts(planned, report, watch))
    return BuildResult(outcomes, tuple(report.problems), report.exit_code)


def check(specs: Sequence[Path], *, watch: Watch = silent, shelf: Shelf | None = None) -> BuildResult:
    """Go the whole way to the composed briefing and write nothing.

    The exit code is that of a spec's mistake, or says that something was found.
    """
    report = Report()
    planned = plan(specs, shelf or Shelf(), report)
    outcomes = [outcome_of(one) for one in drafts(planned, report, watch)]
    found = ExitCode.FOUND if report.codes else ExitCode.DONE
    code = ExitCode.SPEC if ExitCode.SPEC in report.codes else found
    return BuildResult(tuple(outcomes), tuple(report.problems), code)
