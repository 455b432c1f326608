"""What a build of all councils costs: beside its own parts, on two processes, with nothing new, and at scale.

    python benchmarks/builds.py [--corpus FOLDER] [--copies N] [--library N]

The reports are those of a corpus (COUNCILBRIEF_CORPUS), which are not ours to ship. Every
ratio is of one run; a machine that slows down between two of its parts is why they vary.
`--copies` builds the reports so many times over, under other names, and tells the memory of
the workers; `--library` plans a library of so many short made-up articles.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pypdfium2 as pdfium

from councilbrief.builds import How
from councilbrief.builds.draft import composed, drafts
from councilbrief.builds.engine import Here, engine
from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.plan import plan
from councilbrief.builds.report import Report
from councilbrief.builds.run import build
from councilbrief.builds.shelf import Shelf
from councilbrief.builds.store import Store
from councilbrief.evidence.councils.register import register
from councilbrief.evidence.gather import gather
from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render

AS_AT = dt.date(2025, 12, 1)
SPEC = "version: 1\ncouncils: all\nas_at: 2025-12-01\nsources:\n  library: {library}\n"
ARTICLE = """Council welcomes Ofsted report

{day} May {year}

Ofsted has rated {council}’s children’s services ‘good’ after an inspection from {day} to {end} March {year}.

The inspectors rated the experiences and progress of care leavers as ‘requires improvement to be good’.

This is text {number}.
"""


def main() -> None:
    """Measure and print, if there are reports."""
    parser = argparse.ArgumentParser(description="Time builds.")
    parser.add_argument("--corpus", type=Path, default=os.environ.get("COUNCILBRIEF_CORPUS"))
    parser.add_argument("--copies", type=int, default=0, help="build so many copies of the reports")
    parser.add_argument("--library", type=int, default=0, help="plan a library of so many articles")
    asked = parser.parse_args()
    reports = Path(asked.corpus, "reports") if asked.corpus else None
    with tempfile.TemporaryDirectory() as folder:
        if reports and reports.is_dir():
            _builds(reports, Path(folder))
            if asked.copies:
                _copies(reports, Path(folder), asked.copies)
        else:
            print("builds: skipped, as COUNCILBRIEF_CORPUS names no folder with reports/ in it")
        if asked.library:
            _library(Path(folder), asked.library)


def _builds(reports: Path, folder: Path) -> None:
    spec = folder / "all.yaml"
    spec.write_text(SPEC.format(library=reports.resolve()), encoding="utf-8")
    parts = _parts(reports, spec)
    whole = _timed(lambda: _build(spec, folder / "here", "serial"))
    one = _timed(lambda: _build(spec, folder / "one", "local:1"))
    two = _timed(lambda: _build(spec, folder / "two", "local:2"))
    again = _timed(lambda: _build(spec, folder / "two", "local:2"))
    alone = sum(parts.values())
    told = ", ".join(f"{name} {seconds:.1f}" for name, seconds in parts.items())
    print(f"parts alone {alone:6.2f} s ({told})")
    print(f"no worker   {whole:6.2f} s  {whole / alone:5.2f} of the sum of its parts (at most 1.3)")
    print(f"one worker  {one:6.2f} s")
    print(f"two workers {two:6.2f} s  {two / one:5.2f} of one, {two / whole:.2f} of none (at most 0.6)")
    print(f"nothing new {again:6.2f} s  {again / whole:5.3f} of no worker (at most 0.02)")


def _timed(step: Callable[[], object]) -> float:
    begun = perf_counter()
    step()
    return perf_counter() - begun


def _build(spec: Path, out: Path, name: str) -> None:
    """Build as a user does: in a process of its own."""
    command = "from councilbrief.cli import main; main()"
    arguments = ["build", spec, "--out", out, "--engine", name, "--quiet"]
    subprocess.run([sys.executable, "-c", command, *map(str, arguments)], check=True)  # noqa: S603 - our own program


def _parts(reports: Path, spec: Path) -> dict[str, float]:
    """Return how long each part takes by itself: bare extraction, finders, setting and proving."""
    paths = sorted(reports.glob("*/*.pdf"))
    shelf, report = Shelf(), Report()
    every = drafts(plan([spec], shelf, report), report)
    reads = [[shelf.read(entry) for entry in draft.job.near] for draft in every]
    held = [{one.source.id: one.document for one in each if one.document} for each in reads]
    briefings = [composed(draft.job, each) for draft, each in zip(every, reads, strict=True)]
    pdfs: list[bytes] = []
    return {
        "bare text": _timed(lambda: [_bare(path) for path in paths]),
        "finders": _timed(lambda: [gather(one) for each in held for one in each.values()]),
        "setting": _timed(lambda: pdfs.extend(render(each, stamp=AS_AT) for each in briefings)),
        "proving": _timed(lambda: list(map(prove, pdfs, briefings, held))),
    }


def _bare(path: Path) -> int:
    with pdfium.PdfDocument(path.read_bytes()) as pdf:
        return sum(len(page.get_textpage().get_text_range()) for page in pdf)


def _copies(reports: Path, folder: Path, count: int) -> None:
    """Build so many copies on two workers, and tell the most memory that one had had at each eighth."""
    library, spec = folder / "copies", folder / "copies.yaml"
    spec.write_text(SPEC.format(library="copies"), encoding="utf-8")
    paths = sorted(reports.glob("*/*.pdf"))
    for number in range(count):
        path = paths[number % len(paths)]
        target = library / f"{number:05}" / path.name
        target.parent.mkdir(parents=True)
        # other bytes, or one result would do for all copies
        target.write_bytes(path.read_bytes() + f"\n% copy {number}\n".encode())
    peaks: dict[str, int] = {}

    def note(done: int, total: int, _name: str) -> None:
        if total and done * 8 // total != (done - 1) * 8 // total:
            phase = "reports" if total > count // 2 else "briefings"
            peaks[f"{done} {phase}"] = max(map(_peak, _children()), default=0)

    out = folder / "copies-out"
    begun = perf_counter()
    result = build([spec], Store(out, kept=Kept(out)), How(watch=note, engine="local:2"))
    taken = perf_counter() - begun
    print(f"{count} copies, {len(result.outcomes)} briefings, two workers: {taken:.0f} s")
    print(", ".join(f"{most} MB after {done}" for done, most in peaks.items()))


def _children() -> list[int]:
    """Return the processes that this one started (Linux)."""
    listed = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text(encoding="ascii")
    return [int(number) for number in listed.split()]


def _peak(process: int) -> int:
    """Return the most memory that a process ever had, in MB (Linux)."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def _library(folder: Path, count: int) -> None:
    """Read so many articles once, and time the plan of the next build alone."""
    library = folder / "library"
    councils = [council for council in register().councils if council.current]
    for number in range(count):
        path = library / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        day = 1 + number % 20
        council = councils[number % len(councils)].official
        year = 2010 + number // 7 % 15
        path.write_text(ARTICLE.format(day=day, end=day + 4, year=year, council=council, number=number))
    spec = folder / "library.yaml"
    spec.write_text(SPEC.format(library="library"), encoding="utf-8")
    out = folder / "library-out"
    first = Kept(out)
    with engine("local") as found:
        Shelf(kept=first, engine=found).cards(Shelf(kept=first).wanted([library]))
    first.close()
    begun = perf_counter()
    kept, report = Kept(out), Report()
    planned = drafts(plan([spec], Shelf(kept=kept, engine=Here()), report), report)
    taken = perf_counter() - begun
    print(f"plan of {len(planned)} briefings over {count} articles: {taken:.1f} s (at most 10 over 25,000)")


if __name__ == "__main__":
    main()
