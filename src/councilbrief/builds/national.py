"""The national table, and with it a briefing for each council that the documents are about."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import StringIO
from pathlib import Path

from councilbrief.briefing.load_spec import SpecFile
from councilbrief.briefing.national import National, Status, national, table_rows
from councilbrief.briefing.national_page import national_page
from councilbrief.briefing.output_name import COUNCIL
from councilbrief.briefing.spec import Sources, Spec
from councilbrief.builds import USUALLY, How
from councilbrief.builds import engine as engines
from councilbrief.builds.holding import Holding
from councilbrief.builds.keeping.memory import Made, Memory
from councilbrief.builds.outcome import Outcome
from councilbrief.builds.plan import orders
from councilbrief.builds.publishing import Publisher
from councilbrief.builds.report import Report
from councilbrief.builds.run import checked, epoch_day
from councilbrief.builds.setting import proved
from councilbrief.builds.shelf import Shelf
from councilbrief.builds.store import Store
from councilbrief.evidence.words import own
from councilbrief.faults import contained
from councilbrief.problems import (
    CouncilBriefError,
    ExitCode,
    Problem,
    RenderError,
    Severity,
    SpecError,
    errors,
)
from councilbrief.provenance import DocumentKind, PartialDate
from councilbrief.yamlfile import Mapping
from councilbrief.yamlfile.complaints import shown
from councilbrief.yamlfile.nodes import Position
from councilbrief.yamlfile.typed import Places

TABLE, PAGE = "national.csv", "national.pdf"
# What stands for the spec that nobody wrote.
UNWRITTEN = "national"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the libraries, the day, and whether each council gets a briefing as well."""

    libraries: tuple[Path, ...]
    as_at: str | None = None
    briefings: bool = False


@dataclass(frozen=True, slots=True)
class NationalResult:
    """What was published, how much it covers, every problem met on the way, and the exit code."""

    files: tuple[Path, ...]
    graded: int
    councils: int
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    exit_code: ExitCode


def build_national(
    asked: Asked, store: Store, how: How = USUALLY, *, shelf: Shelf | None = None
) -> NationalResult:
    """Publish the table, its page, and the councils' briefings where they are asked for.

    Each document is read once. What the store keeps is as for a build of briefings.
    """
    try:
        checked(how)
    except SpecError as error:
        return NationalResult((), 0, 0, (), error.problems, error.exit_code)
    make = partial(_made, asked, store, how, shelf)
    if store.kept is None:
        return make().result
    given = [path.as_posix() for path in asked.libraries]
    phrases = [path.as_posix() for path in own.read()]
    command = (given, asked.as_at, asked.briefings, store.folder.as_posix(), how.epoch, phrases)
    try:
        result, recalled = Memory(store.kept, NationalResult, *command).settle(make, how.waiting)
    except CouncilBriefError as error:
        return NationalResult((), 0, 0, (), error.problems, error.exit_code)
    outcomes = tuple(one.again() for one in result.outcomes) if recalled else result.outcomes
    return replace(result, outcomes=outcomes, problems=(*result.problems, *store.kept.close()))


def _made(asked: Asked, store: Store, how: How, shelf: Shelf | None) -> Made[NationalResult]:
    """Make everything."""
    report = Report()
    table: National | None = None
    files: list[Path] = []
    outcomes: tuple[Outcome, ...] = ()
    with engines.engine(how.engine) as found:
        shelf = shelf or Shelf(kept=store.kept, engine=found)
        try:
            day, as_at = epoch_day(how.epoch), _as_at(asked.as_at)
            table = _table(shelf, shelf.holding(asked.libraries, watch=how.watch), as_at, report)
            files += _files(table, store, day, report)
            if asked.briefings:
                ordered = orders(_spec(asked.libraries, as_at), shelf, report)
                outcomes = Publisher(store, day, report, found).publish(ordered, shelf, how.watch)
        except CouncilBriefError as error:
            report.fail(error)
        report.add(engines.complaints(found), ExitCode.DONE)
    rows = [row for row in table.rows if row.council.current] if table else []
    graded = sum(row.status is Status.GRADED for row in rows)
    problems = tuple(dict.fromkeys(_without_place(problem) for problem in report.problems))
    result = NationalResult(tuple(files), graded, len(rows), outcomes, problems, report.exit_code)
    return Made(result, shelf.opened | own.read(), (*files, *(one.output for one in outcomes if one.output)))


def _as_at(text: str | None) -> PartialDate | None:
    """Read the day for which the table speaks; raise SpecError for what is no day."""
    if text is None:
        return None
    try:
        day = PartialDate.parse(text)
        if day.day is None:
            raise ValueError(text)  # noqa: TRY301 - one message for all that it can't be
    except ValueError as error:
        message = f"--as-at must be a day such as 2024-06-03, not {shown(text)}"
        raise SpecError(Problem(Severity.ERROR, "bad-date", message)) from error
    return day


def _table(shelf: Shelf, holding: Holding, as_at: PartialDate | None, report: Report) -> National:
    """Make the table; raise SpecError where the libraries are not in order or hold no report on a council."""
    if errors(holding.problems):
        raise SpecError(holding.problems)
    report.add(holding.told, ExitCode.DOCUMENT)
    with contained(RenderError, holding.name):
        reports = (card for card in holding.readable if card.source.kind is DocumentKind.REPORT)
        read = (shelf.read(holding.entries[card.source.id]).evidence for card in reports)
        table = national([one for one in read if one is not None], holding.unread, as_at)
    if all(row.status is Status.NO_REPORT for row in table.rows):
        count = f"{holding.size} document{'' if holding.size == 1 else 's'}"
        message = (
            f"none of its {count} is a report of Ofsted’s on a council that is at hand; give other folders"
        )
        raise SpecError(Problem(Severity.ERROR, "no-reports", message, holding.name))
    return table


def _files(table: National, store: Store, day: dt.date, report: Report) -> list[Path]:
    """Publish the table's files; what is wrong with one does not stop the other."""
    made = []
    for name, make in ((TABLE, _csv), (PAGE, _pdf)):
        try:
            with contained(RenderError, name):
                data = make(table, day)
                dry = store.kept is not None and store.kept.dry
                made.append(store.folder / name if dry else store.publish(name, data))
        except CouncilBriefError as error:
            report.fail(error)
    return made


def _csv(table: National, _day: dt.date) -> bytes:
    """Write the table as spreadsheets want it: RFC 4180, UTF-8 with its mark."""
    text = StringIO(newline="")
    csv.writer(text).writerows(table_rows(table))
    return text.getvalue().encode("utf-8-sig")


def _pdf(table: National, day: dt.date) -> bytes:
    """Return the bytes of a PDF that says what the page says; it holds no slice of any document."""
    return proved(national_page(table), table.as_at.latest() if table.as_at else day, {})


def _spec(libraries: Sequence[Path], as_at: PartialDate | None) -> SpecFile:
    """Make the spec that asks for a briefing for each council."""
    spec = Spec(
        version=1,
        councils="all",
        as_at=as_at,
        sources=Sources(library=tuple(library.as_posix() for library in libraries)),
        output=COUNCIL,
    )
    places = Places({(): Mapping(Position(1, 1), ())})
    return SpecFile(spec, Path(UNWRITTEN), UNWRITTEN, tuple(libraries), places)


def _without_place(problem: Problem) -> Problem:
    """Take out the line and column of a spec that nobody wrote."""
    return replace(problem, line=None, column=None) if problem.file == UNWRITTEN else problem
