"""Specs to published PDFs: each briefing set, read back, proved and put in its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.spec import Spec
from councilbrief.builds.draft import Draft, Watch, drafts
from councilbrief.builds.plan import Order, plan
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf
from councilbrief.builds.store import Store
from councilbrief.documents.document import Document
from councilbrief.faults import contained
from councilbrief.problems import CouncilBriefError, ExitCode, Problem, RenderError, Severity, SpecError
from councilbrief.provenance import Source
from councilbrief.yamlfile.complaints import shown

# The date of a PDF for which nothing else gives one; any will do that is always the same.
NO_DATE = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one briefing: where it was published, or None; and what it draws on."""

    spec: str
    council: str
    output: Path | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made, every problem that it met, each once, and the exit code."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    exit_code: ExitCode


def silent(_done: int, _total: int, _name: str) -> None:
    """Watch nothing."""


def build(
    specs: Sequence[Path],
    store: Store,
    *,
    epoch: str | None = None,
    watch: Watch = silent,
    shelf: Shelf | None = None,
) -> BuildResult:
    """Build every briefing that specs and folders of specs ask for, as far as each can be built.

    Without any the folder `briefings` is meant. What goes wrong is in the result.
    `epoch` is the SOURCE_DATE_EPOCH of the environment: the date of a PDF for which
    neither the spec nor a source gives one. Where it is no number of seconds, nothing is built.
    """
    report = Report()
    try:
        day = epoch_day(epoch)
    except SpecError as error:
        return BuildResult((), error.problems, error.exit_code)
    planned = plan(specs, shelf or Shelf(), report)
    outcomes = published(planned, store, day, report, watch)
    return BuildResult(outcomes, tuple(report.problems), report.exit_code)


def published(
    planned: Sequence[Order], store: Store, day: dt.date, report: Report, watch: Watch
) -> tuple[Outcome, ...]:
    """Compose, prove and publish one briefing after the other; `day` is the date of one without any."""
    return tuple(_outcome(one, _publish(one, store, day, report)) for one in drafts(planned, report, watch))


def check(specs: Sequence[Path], *, watch: Watch = silent, shelf: Shelf | None = None) -> BuildResult:
    """Go the whole way to the composed briefing and write nothing.

    The exit code is that of a spec's mistake, or says that something was found.
    """
    report = Report()
    planned = plan(specs, shelf or Shelf(), report)
    outcomes = [_outcome(one, None) for one in drafts(planned, report, watch)]
    found = ExitCode.FOUND if report.codes else ExitCode.DONE
    code = ExitCode.SPEC if ExitCode.SPEC in report.codes else found
    return BuildResult(tuple(outcomes), tuple(report.problems), code)


def _outcome(draft: Draft, output: Path | None) -> Outcome:
    return Outcome(draft.order.asked.shown_as, draft.order.council.short, output, draft.sources)


def _publish(draft: Draft, store: Store, day: dt.date, report: Report) -> Path | None:
    """Set, prove and publish a briefing; return where it is, None where that failed."""
    try:
        with contained(RenderError, draft.order.asked.shown_as):
            when = stamp(draft.order.asked.spec, draft.sources, day)
            pdf = proved(draft.briefing, when, draft.order.holding.documents)
            return store.publish(f"{draft.order.output}.pdf", pdf)
    except CouncilBriefError as error:
        report.add([_placed(problem, draft.order) for problem in error.problems], error.exit_code)
        return None


def proved(briefing: Briefing, day: dt.date, documents: Mapping[str, Document]) -> bytes:
    """Return the bytes of a PDF, dated a day, that says what its briefing and the documents say."""
    from councilbrief.pdf.proof import prove  # noqa: PLC0415 - loads for a tenth of a second: spared by --help
    from councilbrief.pdf.render import render  # noqa: PLC0415 - the same

    pdf = render(briefing, stamp=day)
    prove(pdf, briefing, documents)
    return pdf


def stamp(spec: Spec, sources: Sequence[Source], otherwise: dt.date) -> dt.date:
    """Return the day that a PDF gives as its own.

    The spec's `as_at`; else the newest date of a source; else the environment's or a
    fixed one, which is handed in. The clock is never asked.
    """
    if spec.as_at is not None:
        return spec.as_at.latest()
    published = [source.published.value.latest() for source in sources if source.published]
    return max(published, default=otherwise)


def epoch_day(epoch: str | None) -> dt.date:
    """Return the day of a SOURCE_DATE_EPOCH, and a fixed one where none is set.

    Raises SpecError for what is no number of seconds since 1970.
    """
    if epoch is None:
        return NO_DATE
    try:
        if not (epoch.isascii() and epoch.isdigit()):
            raise ValueError(epoch)  # noqa: TRY301 - one message for all that it can't be
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = (
            "SOURCE_DATE_EPOCH must be a whole number of seconds since the start of 1970, "
            f"not {shown(epoch)}; correct it or unset it"
        )
        raise SpecError(Problem(Severity.ERROR, "bad-epoch", message)) from error


def _placed(problem: Problem, order: Order) -> Problem:
    """Say which briefing a problem is about, where it does not say so itself."""
    if problem.file is not None:
        return problem
    return replace(problem, file=order.asked.shown_as, message=f"{order.output}.pdf: {problem.message}")
