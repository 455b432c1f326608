"""The spec files that are meant by paths, folders, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from councilbrief.builds import SPECS
from councilbrief.builds.report import Report
from councilbrief.problems import ExitCode, Problem, Severity

SPEC_SUFFIXES = frozenset({".yaml", ".yml"})
NO_SPECS = ("theme", "words")


def asked_for(given: Sequence[Path], report: Report) -> tuple[Path, ...]:
    """Return the specs that are meant, each once; a folder means all in it but themes and files of words.

    Without any the folder `briefings` is meant.
    """
    found: dict[Path, None] = {}
    for path in given or (SPECS,):
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
    files = [path for path in names if path.suffix.lower() in SPEC_SUFFIXES]
    found = tuple(path for path in files if not is_no_specs(path))
    if not found:
        other = f"but {files[0].name} " if files else ""
        raise FileNotFoundError(0, f"no file {other}ends in .yaml or .yml")
    return found


def is_no_specs(path: Path) -> bool:
    """Say whether a name is that of a theme or a file of words: `theme.yaml`, `east.theme.yaml`."""
    return path.stem.lower().rpartition(".")[2] in NO_SPECS


def _problem(path: Path, message: str) -> Problem:
    return Problem(Severity.ERROR, "no-specs", message, path.as_posix())
