"""The spec files that are meant by paths, folders, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from councilbrief.builds import SPECS
from councilbrief.builds.report import Report
from councilbrief.problems import ExitCode, Problem, Severity

SPEC_SUFFIXES = frozenset({".yaml", ".yml"})
THEME = "theme"


def asked_for(given: Sequence[Path], report: Report) -> tuple[Path, ...]:
    """Return the specs that are meant, each once; a folder means all that are in it, but for themes.

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
    found = tuple(path for path in files if not is_themes(path))
    if not found:
        raise FileNotFoundError(0, f"no file {'but a theme ' if files else ''}ends in .yaml or .yml")
    return found


def is_themes(path: Path) -> bool:
    """Say whether a name is that of a theme: `theme.yaml`, `east.theme.yaml`."""
    return path.stem.lower() == THEME or path.stem.lower().endswith(f".{THEME}")


def _problem(path: Path, message: str) -> Problem:
    return Problem(Severity.ERROR, "no-specs", message, path.as_posix())
