"""The PDFs that slow validators look at, written into a folder."""

from __future__ import annotations

from pathlib import Path

from councilbrief.pdf.render import render
from pdf.samples import STAMP
from pdf.validation.hard_cases import CASES
from test_seed_briefings import SPECS, briefing


def write_all(folder: Path) -> list[Path]:
    """Write the briefings of the seeds and the hard cases."""
    cases = {stem: briefing(stem) for stem in SPECS} | {name: make()[0] for name, make in CASES.items()}
    files = []
    for name, case in cases.items():
        files.append(folder / f"{name.replace(' ', '-')}.pdf")
        files[-1].write_bytes(render(case, stamp=STAMP))
    return files
