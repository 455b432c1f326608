"""The briefings of the real reports, composed once for all tests, where the reports are at hand."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

from councilbrief.briefing.blocks import Briefing
from councilbrief.builds import silent
from councilbrief.builds.draft import compose_all
from councilbrief.builds.plan import plan
from councilbrief.builds.report import Report
from councilbrief.builds.shelf import Shelf

CORPUS = os.environ.get("COUNCILBRIEF_CORPUS")
SHELF = Shelf()
"""Reads each of the reports once for all tests."""

TEMPLATE = (
    "version: 1\ncouncils: all\nas_at: 2025-12-02\naudience: {audience}\nsources: {{library: {library}}}\n"
)


@cache
def real(audience: str = "scrutiny") -> tuple[Briefing, ...]:
    """Compose a briefing for each council of the reports."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.yaml"
        path.write_text(TEMPLATE.format(audience=audience, library=f"{CORPUS}/reports"), encoding="utf-8")
        report = Report()
        composed = compose_all(plan([path], SHELF, report), SHELF, report, silent)
        return tuple(briefing for _, briefing in composed)
