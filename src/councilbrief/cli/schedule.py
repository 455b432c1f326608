"""The commands for builds at set times: what runs when, and what runs it."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from councilbrief.cli import terminal
from councilbrief.cli.app import STATUS, app
from councilbrief.cli.options import EngineName, Log, Quiet, Specs, finish, print_problems
from councilbrief.cli.own_words import Words, refused, settle
from councilbrief.cli.plain_help import PlainCommand
from councilbrief.cli.waiting import Machine

if TYPE_CHECKING:
    from councilbrief.builds.outcome import BuildResult
    from councilbrief.builds.schedules.due import DueResult, Make
    from councilbrief.builds.schedules.timetable import Slot
    from councilbrief.builds.store import Store
    from councilbrief.builds.telling.listing import Line
    from councilbrief.problems import Problem

Out = Annotated[Path, typer.Option("--out", "-o", help="The folder for the PDFs.")]
OUT = Path("out")
EARLIEST, LATEST = 1970, 2999

schedule = typer.Typer(
    help="Build by the schedules in specs: what runs when, and what runs it.",
    epilog=STATUS,
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(schedule, name="schedule")


def only_due(specs: Sequence[Path], store: Store, make: Make) -> tuple[BuildResult, tuple[Line, ...]]:
    """Build what is due; return what came of it, and what to say where nothing was."""
    from councilbrief.builds.keeping.kept import Kept  # noqa: PLC0415 - only builds by schedules need it
    from councilbrief.builds.schedules import due, telling  # noqa: PLC0415 - the same

    done = due.build_due(specs, store.kept or Kept(store.folder), Machine().now(), make)
    return done.result, () if done.tried else tuple(telling.nothing_due(done))


@schedule.command("next", cls=PlainCommand, epilog=STATUS)
def next_runs(
    *,
    specs: Specs = None,
    count: Annotated[int, typer.Option("--count", min=1, max=1000, help="How many runs of each spec.")] = 1,
    at: Annotated[
        str | None,
        typer.Option(
            "--at", metavar="DATETIME", help="As seen from then, such as 2026-06-01T09:00; without it, now."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each run.")] = False,
    quiet: Quiet = False,
) -> None:
    """Print when each spec is built next, in the order of time.

    Times are those of the schedule's own zone; a DATETIME without an offset is one of Europe/London.
    """
    from councilbrief.builds.keeping import kept  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds.schedules import telling, timetable  # noqa: PLC0415 - the same

    instant = _instant(at) if at is not None else Machine().now()
    table = timetable.timetable(specs or (), kept.Kept(OUT, dry=True))
    runs = timetable.coming(table.slots, instant, count)
    if as_json:
        terminal.write("".join(telling.run_json(run) for run in runs))
    else:
        terminal.show(telling.run_line(run) for run in runs)
    report = table.told()
    notes = telling.without_schedule(table.slots) if runs else ()
    finish((*report.problems, *notes), report.exit_code, quiet=quiet)


@schedule.command(cls=PlainCommand, epilog=STATUS)
def install(
    *,
    specs: Specs = None,
    out: Out = OUT,
    cron: Annotated[bool, typer.Option("--cron", help="For cron, on Linux or macOS.")] = False,
    systemd: Annotated[bool, typer.Option("--systemd", help="For systemd, on Linux.")] = False,
    windows: Annotated[bool, typer.Option("--windows", help="For Windows' Task Scheduler.")] = False,
    every: Annotated[
        int, typer.Option("--every", metavar="MINUTES", help="How often it looks for what is due.")
    ] = 15,
    to: Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where the files are written.")] = Path(),
    words: Words = None,
) -> None:
    """Write the files by which the system itself builds what is due.

    Nothing is installed before you do what is printed then. The files hold no times, so a
    change of a schedule needs no new ones.
    """
    from councilbrief.builds.schedules import install as files  # noqa: PLC0415 - only this command needs it
    from councilbrief.problems import CouncilBriefError  # noqa: PLC0415 - the same

    asked = [name for name, wanted in (("cron", cron), ("systemd", systemd), ("windows", windows)) if wanted]
    if len(asked) != 1:
        message = "give one of --cron, --systemd and --windows"
        raise typer.BadParameter(message)
    settle(words)
    here = Path.cwd()
    named = tuple(here / spec for spec in specs or ())
    call = files.Call(_program(), here, here / out, named, every, here / words if words else None)
    try:
        made = files.write_files(files.Scheduler(asked[0]), call, here / to)
    except CouncilBriefError as error:
        finish(error.problems, error.exit_code, quiet=False)
    terminal.write("".join(f"{path.as_posix()}\n" for path in made.files))
    terminal.write(f"Then run: {made.next_step}\n", sys.stderr)
    _warn_of_no_schedule(specs or ())


@schedule.command("run", cls=PlainCommand, epilog=STATUS)
def keep_running(
    *,
    specs: Specs = None,
    out: Out = OUT,
    engine: EngineName = "local",
    words: Words = None,
    log: Log = None,
) -> None:
    """Keep running, and build each spec when it is due.

    For a container, or a machine without a scheduler. Specs are read again every minute.
    What could not be built is tried again after 15 minutes, or once its spec is edited.
    Ctrl+C or SIGTERM ends it, after the build that is under way.
    """
    from councilbrief.builds.keeping import kept  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds.schedules import loop, timetable  # noqa: PLC0415 - the same

    table = timetable.timetable(specs or (), kept.Kept(out, dry=True))
    if table.report.exit_code or not any(slot.note.times for slot in table.slots):
        report = table.told()
        finish(report.problems, report.exit_code, quiet=False)
    settle(words)
    _refuse_at_once(engine)
    with Machine() as machine:

        def turn(now: dt.datetime, put_off: Callable[[Slot], bool]) -> DueResult:
            wrong = refused(words)
            with machine.undisturbed():
                return _turn(specs or (), out, engine, now, put_off, wrong=wrong)

        loop.run_loop(turn, machine, lambda: machine.stopped, _teller(log))


def _refuse_at_once(engine: str) -> None:
    """Refuse what would keep each build from beginning."""
    from councilbrief.builds import How, run  # noqa: PLC0415 - the same
    from councilbrief.builds import engine as engines  # noqa: PLC0415 - only one command needs it
    from councilbrief.problems import SpecError  # noqa: PLC0415 - the same

    try:
        run.checked(How(os.environ.get("SOURCE_DATE_EPOCH"), engine=engine))
        with engines.engine(engine):
            return
    except SpecError as error:
        finish(error.problems, error.exit_code, quiet=False)


def _turn(
    specs: Sequence[Path],
    out: Path,
    engine: str,
    now: dt.datetime,
    put_off: Callable[[Slot], bool],
    *,
    wrong: BuildResult | None,
) -> DueResult:
    """Build what is due, with fresh eyes for all files; what is `wrong` with phrases comes of it instead."""
    from councilbrief.builds import How, run, store  # noqa: PLC0415 - only this command needs it
    from councilbrief.builds.keeping.kept import Kept  # noqa: PLC0415 - the same
    from councilbrief.builds.schedules.due import build_due  # noqa: PLC0415 - the same

    kept = Kept(out)
    how = How(os.environ.get("SOURCE_DATE_EPOCH"), engine=engine)
    make = partial(run.build, store=store.Store(out, kept=kept), how=how)
    return build_due(specs, kept, now, (lambda _due: wrong) if wrong else make, put_off)


def _teller(log: Path | None) -> Callable[[DueResult, dt.datetime], None]:
    """Return what prints a line for each build, logs it, and prints each problem unless it was just said."""
    from councilbrief.builds.schedules import telling  # noqa: PLC0415 - only one command needs it
    from councilbrief.builds.telling.log import append  # noqa: PLC0415 - only one command needs it

    said: list[tuple[Problem, ...]] = [()]

    def tell(result: DueResult, now: dt.datetime) -> None:
        terminal.show(telling.turn_lines(result, now))
        if result.tried or result.result.problems != said[0]:
            print_problems(result.result.problems, quiet=True)
        said[0] = result.result.problems
        if log and result.tried:
            print_problems(append(log, now, result.result), quiet=True)

    return tell


def _warn_of_no_schedule(specs: Sequence[Path]) -> None:
    """Print why something would not be built as yet: a spec may get its schedule later."""
    from councilbrief.builds.keeping.kept import Kept  # noqa: PLC0415 - only one command needs it
    from councilbrief.builds.schedules.timetable import timetable  # noqa: PLC0415 - the same
    from councilbrief.problems import Severity  # noqa: PLC0415 - the same

    problems = timetable(specs, Kept(OUT, dry=True)).told().problems
    print_problems((replace(one, severity=Severity.WARNING) for one in problems), quiet=True)


def _program() -> Path:
    """Return where this program is installed."""
    name = "councilbrief.exe" if os.name == "nt" else "councilbrief"
    places = (Path(sys.executable).parent / name, Path(sysconfig.get_path("scripts")) / name)
    found = next((str(place) for place in places if place.is_file()), None) or shutil.which(name)
    return Path(found or sys.argv[0]).absolute()


def _instant(text: str) -> dt.datetime:
    """Return a time that was given; without an offset it is one of Europe/London."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only one command needs it

    try:
        given = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        given = None
    if given is None or not EARLIEST <= given.year <= LATEST:
        message = "must be a date and a time, such as 2026-06-01T09:00"
        raise typer.BadParameter(message, param_hint="--at")
    return (given if given.tzinfo else given.replace(tzinfo=ZoneInfo("Europe/London"))).astimezone(dt.UTC)
