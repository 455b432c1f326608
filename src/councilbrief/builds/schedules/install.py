"""Files by which the system's own scheduler calls `councilbrief build --due` every few minutes.

They name no times: those stay in the specs, which are read at each call.
"""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from councilbrief.builds.schedules.windows import task
from councilbrief.builds.store import Store
from councilbrief.problems import Problem, Severity, SpecError, StoreError

MARK = "Written by `councilbrief schedule install`"
EVERY = (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60)
"""Minutes that divide an hour, so that the steps are even."""

_LONGEST_LINE = 998
"""What cron takes."""

_WHAT = """It builds the briefings that are due by the schedules in their specs. Those are read at each call,
so a change of a spec needs no new installation. What was missed while the machine was off is built
once, afterwards. To change anything else, run that command again."""


class Scheduler(StrEnum):
    """The schedulers that there are files for."""

    CRON = "cron"
    SYSTEMD = "systemd"
    WINDOWS = "windows"


@dataclass(frozen=True, slots=True)
class Call:
    """What is called, how often, and in which folder; all paths are absolute.

    `words` is a file of phrases of the user's own, if there is one.
    """

    program: Path
    folder: Path
    out: Path
    specs: tuple[Path, ...]
    every: int
    words: Path | None = None

    @property
    def arguments(self) -> tuple[str, ...]:
        """Return what follows the program."""
        words = ("--words", str(self.words)) if self.words else ()
        return ("build", "--due", "--quiet", *words, "--out", str(self.out), *map(str, self.specs))

    @property
    def id(self) -> str:
        """Return what tells this installation from others."""
        return hashlib.sha256(str(self.out).encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Installed:
    """The files that were written, and what to do next."""

    files: tuple[Path, ...]
    next_step: str


def write_files(scheduler: Scheduler, call: Call, to: Path) -> Installed:
    """Write what a scheduler needs into a folder; files that this command wrote before are replaced.

    Raises SpecError for what no such file can say, StoreError where another file is there
    or none can be written.
    """
    if call.every not in EVERY:
        named = ", ".join(map(str, EVERY))
        message = f"--every must divide an hour: {named}; not {call.every}"
        raise _refusal(message, "bad-every")
    words = (call.words,) if call.words else ()
    for path in (call.program, call.folder, call.out, to, *words, *call.specs):
        if not str(path).isprintable():
            message = f"no scheduler takes a path such as {str(path)!r}; rename the folder"
            raise _refusal(message, "bad-path")
    files = _FILES[scheduler](call, to)
    for name in files:
        _own(to / name)
    store = Store(to)
    written = tuple(store.publish(name, data) for name, data in files.items())
    return Installed(written, _NEXT[scheduler](call, *written))


def _own(path: Path) -> None:
    """Make sure that a file is not there, or is one that this command wrote."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"what is there can't be read ({error.strerror}); give another folder with --to"
        raise StoreError(Problem(Severity.ERROR, "not-writable", message, path.as_posix())) from error
    if MARK not in data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8", "replace"):
        message = "another file is there, and is left alone; move it away, or give another folder with --to"
        raise StoreError(Problem(Severity.ERROR, "is-there", message, path.as_posix()))


def _refusal(message: str, key: str) -> SpecError:
    return SpecError(Problem(Severity.ERROR, key, message))


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.splitlines())


def _cron_files(call: Call, to: Path) -> Mapping[str, bytes]:
    minutes = "0" if call.every == EVERY[-1] else f"*/{call.every}"
    called = f"cd {shlex.quote(str(call.folder))} && {shlex.join([str(call.program), *call.arguments])}"
    # cron itself, before any shell, takes a % as the end of the line
    line = f"{minutes} * * * * {called}".replace("%", "\\%")
    if len(line.encode("utf-8", "surrogatepass")) > _LONGEST_LINE:
        message = "cron takes no line that is as long as these names; give a folder of specs"
        raise _refusal(message, "too-long")
    about = f"{MARK}.\n{_WHAT}\nWarnings and errors come by cron's mail."
    steps = f"To install it: {_cron_next(call, to / CRON)}\nTo remove it: {_without(call)} | crontab -"
    text = f"# {_tag(call)}: begin\n{_comment(about)}{_comment(steps)}{line}\n# {_tag(call)}: end\n"
    return {CRON: text.encode("utf-8", "surrogateescape")}


def _tag(call: Call) -> str:
    return f"councilbrief {call.id}"


def _without(call: Call) -> str:
    """Return the command that prints the table of cron without this installation."""
    return f"crontab -l | sed '/^# {_tag(call)}: begin/,/^# {_tag(call)}: end/d'"


def _cron_next(call: Call, file: Path) -> str:
    return f"{_without(call)} | cat - {shlex.quote(str(file))} | crontab -"


def _systemd_files(call: Call, to: Path) -> Mapping[str, bytes]:
    steps = (
        f"To install it: {_systemd_next(call, to / SERVICE, to / TIMER)}\n"
        f"To have it run while nobody is logged in: loginctl enable-linger\n"
        f"To remove it: systemctl --user disable --now {TIMER} {SERVICE}"
    )
    about = _comment(f"{MARK}.\n{_WHAT}\n{steps}")
    service = f"""{about}
[Unit]
Description=Build the briefings that are due

[Service]
Type=oneshot
WorkingDirectory={str(call.folder).replace("%", "%%")}
ExecStart={_command_line(call)}
"""
    minutes = "00" if call.every == EVERY[-1] else f"00/{call.every}"
    timer = f"""{about}
[Unit]
Description=Look every {call.every} minutes for briefings that are due

[Timer]
OnCalendar=*:{minutes}
Persistent=true

[Install]
WantedBy=timers.target
"""
    return {
        name: text.encode("utf-8", "surrogateescape") for name, text in ((SERVICE, service), (TIMER, timer))
    }


def _command_line(call: Call) -> str:
    """Write a command as systemd reads it back.

    It replaces no $ in the path of a program, and takes no path with quotes as one ("Children's Services").
    """
    program = str(call.program)
    words = [program, *call.arguments]
    first = "/usr/bin/env" if any(char in program for char in "\"'\\") else words.pop(0)
    return " ".join([_quoted(first), *(_quoted(word).replace("$", "$$") for word in words)])


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _systemd_next(_call: Call, service: Path, timer: Path) -> str:
    units = shlex.join([str(service), str(timer)])
    return f"systemctl --user link {units} && systemctl --user enable --now {timer.name}"


def _windows_files(call: Call, to: Path) -> Mapping[str, bytes]:
    about = (
        f"{MARK}.\n{_WHAT}\nTo install it: {_windows_next(call, to / TASK)}\nTo remove it: {_WINDOWS_REMOVE}"
    )
    words = (str(call.program), call.arguments, str(call.folder))
    return {TASK: task(*words, every=call.every, about=about)}


def _windows_next(_call: Call, file: Path) -> str:
    return f'schtasks /Create /F /TN councilbrief /XML "{file}"'


CRON, SERVICE, TIMER, TASK = (
    "councilbrief.cron",
    "councilbrief.service",
    "councilbrief.timer",
    "councilbrief.xml",
)
_WINDOWS_REMOVE = "schtasks /Delete /TN councilbrief"
_FILES: Mapping[Scheduler, Callable[[Call, Path], Mapping[str, bytes]]] = {
    Scheduler.CRON: _cron_files,
    Scheduler.SYSTEMD: _systemd_files,
    Scheduler.WINDOWS: _windows_files,
}
_NEXT: Mapping[Scheduler, Callable[..., str]] = {
    Scheduler.CRON: _cron_next,
    Scheduler.SYSTEMD: _systemd_next,
    Scheduler.WINDOWS: _windows_next,
}
