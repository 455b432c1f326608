"""Every PDF that the tests make is checked against PDF/UA-1, each distinct one once in a process.

What a test sets in this process is seen as it is set, what its child
processes publish as it lies in the test's folder. A test fails over any of them, and those that
are wrong are put into `build/not-ua1`. A test that is marked `faulty` makes wrong ones on purpose.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path

import page
import pytest

from councilbrief.briefing.blocks import Briefing

WRONG = Path(__file__).parents[3] / "build" / "not-ua1"

Render = Callable[..., bytes]


def faults(pdf: bytes) -> list[str]:
    """List what keeps a PDF from being PDF/UA-1, with the rules that it breaks."""
    try:
        report = page.validate_pdf_bytes(pdf, profile="ua1")
    except page.PageError as error:
        return [f"it cannot be read: {error}"]
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


@dataclass(slots=True)
class Watch:
    """The PDFs that were made and not yet checked, by the hash of each, and the hashes of those checked."""

    waiting: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    checked: set[str] = field(default_factory=set)

    def see(self, name: str, pdf: bytes) -> None:
        """Take note of a PDF."""
        digest = hashlib.sha256(pdf).hexdigest()
        if digest not in self.checked:
            self.waiting[digest] = (name, pdf)

    def faults(self) -> Iterator[str]:
        """Check what waits, and say what is wrong with it."""
        while self.waiting:
            digest, (name, pdf) = self.waiting.popitem()
            self.checked.add(digest)
            wrong = faults(pdf)
            if wrong:
                kept = WRONG / f"{digest[:12]}.pdf"
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(pdf)
                yield "\n    ".join((f"{name} (build/not-ua1/{kept.name}) is not PDF/UA-1:", *wrong))


WATCH = Watch()


def watched(render: Render, watch: Watch) -> Render:
    """Make a function that sets briefings show what it returns to a watch."""

    @wraps(render)
    def seen(briefing: Briefing, *, stamp: dt.date) -> bytes:
        pdf = render(briefing, stamp=stamp)
        watch.see(f"“{briefing.title[:60]}”", pdf)
        return pdf

    return seen


def published(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Find the PDFs of ours in a folder that are whole; what builds keep for the next one is no PDF."""
    for path in sorted(folder.rglob("*.pdf")):
        if path.is_file():
            data = path.read_bytes()
            if data.startswith(b"%PDF-") and data.endswith(b"%%EOF\n") and b"councilbrief" in data:
                yield path.name, data


def begin() -> None:
    """Watch from now on; called before any test's module is loaded, so that each takes the watched function."""
    from councilbrief.pdf import render as module  # noqa: PLC0415 - loaded only where it is watched

    module.render = watched(module.render, WATCH)


def check(item: pytest.Item) -> None:
    """Fail a test over what it made."""
    if item.get_closest_marker("faulty"):
        WATCH.waiting.clear()
        return
    folder = getattr(item, "funcargs", {}).get("tmp_path")
    for name, pdf in published(folder) if folder else ():
        WATCH.see(name, pdf)
    wrong = list(WATCH.faults())
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)
