from __future__ import annotations

import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from builds.desk import Desk, desk_in
from councilbrief.builds.schedules.install import EVERY, Call, Installed, Scheduler, write_files
from councilbrief.builds.schedules.windows import NAMESPACE
from councilbrief.problems import CouncilBriefError

NASTY = "a %b 'c' \"d\" $HOME;&é"
PROGRAM = f"#!{sys.executable}\nfrom councilbrief.cli import main\nmain()\n"


@pytest.fixture
def nasty(tmp_path: Path) -> Desk:
    """A desk in a folder whose name means something to each scheduler, with the program in it."""
    (tmp_path / NASTY).mkdir()
    desk = desk_in(tmp_path / NASTY)
    (desk.folder / "briefings").mkdir()
    desk.spec("briefings/east", more='schedule: "0 6 * * mon"\n').write_text(
        'version: 1\ncouncil: Cheshire East\nsources: {library: ../documents}\nschedule: "0 6 * * mon"\n',
        encoding="utf-8",
    )
    program = desk.folder / "councilbrief"
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    return desk


def call(desk: Desk, *specs: str, every: int = 15) -> Call:
    folder = desk.folder
    return Call(folder / "councilbrief", folder, folder / "out", tuple(folder / one for one in specs), every)


def install(desk: Desk, scheduler: Scheduler, *specs: str, every: int = 15) -> Installed:
    return write_files(scheduler, call(desk, *specs, every=every), desk.folder)


def as_cron_runs_it(line: str) -> tuple[str, str]:
    """Take a line of a crontab apart as cron does: the times, and the command up to the first bare %."""
    *times, command = line.split(None, 5)
    assert "%" not in command.replace("\\%", "")
    return " ".join(times), command.replace("\\%", "%")


def in_a_shell(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, capture_output=True, check=False, timeout=60
    )


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="there is no shell")
def test_the_line_for_cron_builds_from_any_folder(nasty: Desk, tmp_path: Path) -> None:
    (file,) = install(nasty, Scheduler.CRON).files
    (line,) = (one for one in file.read_text(encoding="utf-8").splitlines() if not one.startswith("#"))
    times, command = as_cron_runs_it(line)
    assert times == "*/15 * * * *"
    done = in_a_shell(command, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert nasty.published() == ["east.pdf"]


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="there is no shell")
def test_the_next_step_for_cron_puts_it_in_once_and_leaves_other_lines(nasty: Desk, tmp_path: Path) -> None:
    table, fake = tmp_path / "table", tmp_path / "crontab"
    table.write_text("0 0 * * * other\n", encoding="utf-8")
    fake.write_text(
        f'#!/bin/sh\nif [ "$1" = -l ]; then cat "{table}"; else cat > "{table}.new"; '
        f'mv "{table}.new" "{table}"; fi\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    installed = install(nasty, Scheduler.CRON)
    text = installed.files[0].read_text(encoding="utf-8")
    for _ in range(2):
        done = in_a_shell(f"PATH={tmp_path}:$PATH; {installed.next_step}", tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
    assert table.read_text(encoding="utf-8") == f"0 0 * * * other\n{text}"
    (remove,) = (line for line in text.splitlines() if line.startswith("# To remove it: "))
    in_a_shell(f"PATH={tmp_path}:$PATH; {remove.partition(': ')[2]}", tmp_path)
    assert table.read_text(encoding="utf-8") == "0 0 * * * other\n"


def as_systemd_reads_it(line: str) -> list[str]:
    """Take a command line apart by the rules of systemd.service(5) for what stands in double quotes."""
    words: list[str] = []
    rest = line
    while rest.strip():
        rest = rest.strip().removeprefix('"')
        word = ""
        while not rest.startswith('"'):
            step = 2 if rest[0] == "\\" or rest[:2] == "%%" else 1
            word, rest = word + rest[step - 1], rest[step:]
        words.append(word if not words else word.replace("$$", "$"))
        rest = rest[1:]
    return words


def test_the_units_for_systemd_say_what_is_to_be_run(nasty: Desk) -> None:
    service, timer = (unit(file) for file in install(nasty, Scheduler.SYSTEMD, "briefings").files)
    folder = str(nasty.folder)
    assert as_systemd_reads_it(service["Service"]["ExecStart"]) == [
        "/usr/bin/env",  # for the sake of the quotes
        f"{folder}/councilbrief",
        *("build", "--due", "--quiet", "--out"),
        f"{folder}/out",
        f"{folder}/briefings",
    ]
    assert service["Service"]["WorkingDirectory"] == folder.replace("%", "%%")
    assert dict(timer["Timer"]) == {"OnCalendar": "*:00/15", "Persistent": "true"}


def unit(path: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]  # keeps capitals
    parser.read(path, encoding="utf-8")
    return parser


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
@pytest.mark.parametrize(("name", "every"), [(NASTY, 15), ("50 %b $HOME", 60)])
def test_systemd_itself_takes_the_units(tmp_path: Path, name: str, every: int) -> None:
    folder = tmp_path / name
    folder.mkdir(exist_ok=True)
    program = folder / "councilbrief"
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    files = write_files(Scheduler.SYSTEMD, Call(program, folder, folder / "out", (), every), folder).files
    command = ["systemd-analyze", "verify", *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    ours = [line for line in done.stderr.splitlines() if b"councilbrief" in line]
    assert (done.returncode, ours) == (0, [])


def test_the_task_for_windows_is_xml_and_catches_up(nasty: Desk) -> None:
    (file,) = install(nasty, Scheduler.WINDOWS, "briefings", every=60).files
    assert file.read_bytes().startswith(b"\xff\xfe")
    task = ET.fromstring(file.read_bytes())  # noqa: S314 - our own file
    told = {
        each.tag.removeprefix(f"{{{NAMESPACE}}}"): each.text
        for each in task.iter()
        if (each.text or "").strip()
    }
    assert told["Command"] == f"{nasty.folder}/councilbrief"
    assert told["WorkingDirectory"] == str(nasty.folder)
    assert (told["StartWhenAvailable"], told["Interval"]) == ("true", "PT60M")
    quoted = str(nasty.folder).replace('"', '\\"')
    assert told["Arguments"] == f'build --due --quiet --out "{quoted}/out" "{quoted}/briefings"'


@pytest.mark.parametrize("scheduler", Scheduler)
def test_its_own_files_are_replaced_and_no_others(nasty: Desk, scheduler: Scheduler) -> None:
    files = install(nasty, scheduler).files
    before = [file.read_bytes() for file in files]
    assert install(nasty, scheduler, every=30).files == files
    assert [file.read_bytes() for file in files] != before
    files[-1].write_text("mine", encoding="utf-8")
    with pytest.raises(CouncilBriefError) as caught:
        install(nasty, scheduler)
    assert [problem.key for problem in caught.value.problems] == ["is-there"]
    assert files[-1].read_text(encoding="utf-8") == "mine"


def test_what_no_scheduler_can_say_is_refused(nasty: Desk) -> None:
    def key(scheduler: Scheduler, *specs: str, every: int = 15) -> str:
        with pytest.raises(CouncilBriefError) as caught:
            install(nasty, scheduler, *specs, every=every)
        return caught.value.problems[0].key

    assert key(Scheduler.CRON, every=7) == "bad-every"
    assert key(Scheduler.SYSTEMD, "two\nlines") == "bad-path"
    assert key(Scheduler.CRON, *(f"briefings/council-{number}.yaml" for number in range(153))) == "too-long"
    assert all(60 % every == 0 for every in EVERY)
