"""Published briefings for tests of verifying, with faults put into their pages, facts and sources."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest

from councilbrief.briefing import edition_json
from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.edition_json import edition_of
from councilbrief.briefing.facts import Edition
from councilbrief.builds import silent
from councilbrief.builds.draft import compose_all
from councilbrief.builds.plan import plan
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf
from councilbrief.builds.verifying.verdict import Finding, Key, Verdict
from councilbrief.builds.verifying.verify import verify
from councilbrief.pdf import render as rendering
from councilbrief.problems import ExitCode
from spec_files import ROOT

TOWARDS = "deeply disappointed"
"""Words of a quotation on the page."""

DAY = dt.date(2024, 6, 3)
SEEDS = ROOT / "seeds"
SPEC = "version: 1\ncouncil: {council}\naudience: lead-member\nas_at: 2024-06-03\nsources: {{library: {seeds}}}\n"

T = TypeVar("T")


@cache
def briefing(council: str = "Cheshire East") -> Briefing:
    """Compose the briefing that the seeds give."""
    with TemporaryDirectory() as folder:
        return composed(Path(folder) / "one.yaml", SPEC.format(council=council, seeds=SEEDS))


def composed(path: Path, text: str) -> Briefing:
    """Compose the one briefing of a spec."""
    path.write_text(text, encoding="utf-8")
    report, shelf = Report(), Shelf()
    [(_, one)] = compose_all(plan([path], shelf, report), shelf, report, silent)
    return one


def reworded(value: T, old: str, new: str) -> T:
    """Put other words in the place of some, wherever they stand in a value."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value.replace(old, new)  # type: ignore[return-value]
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(reworded(one, old, new) for one in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        told = {one.name: reworded(getattr(value, one.name), old, new) for one in fields(value) if one.init}
        return replace(value, **told)
    return value


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder with the seeds as its library, and PDFs to be verified."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch

    @property
    def library(self) -> Path:
        return self.folder / "seeds"

    def publish(
        self, shown: Briefing | None = None, *, carries: Edition | None = None, name: str = "east.pdf"
    ) -> Path:
        """Set a briefing; `carries` is what the file says that its pages say, the truth if left out."""
        one = shown or briefing()
        with self.monkeypatch.context() as patch:
            if carries is not None:
                patch.setattr(edition_json, "edition_of", lambda *_: carries)
            pdf = rendering.render(one, stamp=DAY)
        path = self.folder / name
        path.write_bytes(pdf)
        return path

    def misprinted(self, old: str, new: str) -> Path:
        """Publish a PDF whose pages say something else than what it carries."""
        return self.publish(reworded(briefing(), old, new), carries=edition())

    def source(self, number: str) -> Path:
        [path] = self.library.glob(f"{number}_*.txt")
        return path

    def altered(self, number: str, old: str, new: str) -> None:
        """Change a source after the briefing was published."""
        path = self.source(number)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def verified(self, *paths: Path, libraries: Sequence[Path] | None = None) -> tuple[Verdict, ...]:
        return verify(paths, [self.library] if libraries is None else libraries).verdicts

    def told(self, path: Path) -> dict[Key, list[Finding]]:
        """Verify a PDF, and return its findings by their keys."""
        [verdict] = self.verified(path)
        found: dict[Key, list[Finding]] = {}
        for one in verdict.findings:
            found.setdefault(one.key, []).append(one)
        return found


def edition(council: str = "Cheshire East") -> Edition:
    one = edition_of(briefing(council), DAY)
    assert one is not None
    return one


def desk_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    shutil.copytree(SEEDS, folder / "seeds")
    return Desk(folder, monkeypatch)


def fine(verdict: Verdict) -> None:
    assert [one.sentence for one in verdict.findings] == []
    assert verdict.problems == ()
    assert verdict.verified
    assert verdict.exit_code is ExitCode.DONE
