"""How long a briefing takes to set, beside other tools that set the same words.

    python benchmarks/pages.py [--corpus FOLDER] [--peers PYTHON] [--runs N] [--rounds N]

The content and the peers are those of a corpus (COUNCILBRIEF_CORPUS, its folder bench/pdf), which
is not ours to ship; they are copied and run with an interpreter that has them, `make bench-peers`
sets one up in build/peers. All take turns, a whole process that sets one briefing and one process
that sets a hundred different ones. Our briefings are ready and pickled before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

HERE = Path(__file__).parent
PYTHON = HERE.parent / "build" / "peers" / "bin" / "python"
PEERS = {"raw canvas": "reportlab", "WeasyPrint": "weasyprint", "Typst": "typst", "fpdf2": "fpdf"}
SCRIPTS = {"raw canvas": "raw", "WeasyPrint": "weasyprint", "Typst": "typst", "fpdf2": "fpdf2"}
OURS = "councilbrief"
MANY = 100
MEGABYTE = 1024  # of kilobytes, which the system counts in

# what must be reached: the share of a peer's time, of the whole process and in process
LIMITS = {
    ("whole", "WeasyPrint"): 0.22,
    ("many", "WeasyPrint"): 0.10,
    ("many", "Typst"): 1.1,
    ("many", "raw canvas"): 2.6,
}
MOST_MEGABYTES, MOST_KILOBYTES = 60, 130

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds and kilobytes a PDF, the most megabytes, and a process its own seconds."""

    seconds: float
    megabytes: float
    kilobytes: float
    processor: float = 0.0


def main() -> None:
    """Measure and print, if there are peers."""
    parser = argparse.ArgumentParser(description="Time the setting of briefings beside other tools.")
    parser.add_argument("--corpus", type=Path, default=os.environ.get("COUNCILBRIEF_CORPUS"))
    parser.add_argument("--peers", type=Path, default=PYTHON, help="the interpreter that has the peers")
    parser.add_argument("--runs", type=int, default=15, help="whole processes of each")
    parser.add_argument("--rounds", type=int, default=3, help="processes of a hundred briefings of each")
    asked = parser.parse_args()
    content = Path(asked.corpus, "bench", "pdf") if asked.corpus else None
    if content is None or not content.is_dir():
        print("pages: skipped, as COUNCILBRIEF_CORPUS names no folder with bench/pdf/ in it")
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "pdf")
        shutil.copytree(content, place)
        here = _installed(asked.peers)
        maker = asked.peers if here else Path(sys.executable)
        _quiet([str(maker), str(place / "make_content.py")])
        _quiet([sys.executable, str(HERE / "peers" / "content.py"), str(place), str(place)])
        _show("whole", "one briefing, a whole process", _whole(place, asked.peers, here, asked.runs))
        _show("many", f"{MANY} briefings in one process", _many(place, asked.peers, here, asked.rounds))


def _installed(python: Path) -> list[str]:
    """Name the peers that an interpreter has, and say which it has not."""
    code = "import importlib.util as u, sys; print(*[m for m in sys.argv[1:] if u.find_spec(m)])"
    there: list[str] = []
    if python.exists():
        there = _quiet([str(python), "-c", code, *PEERS.values()]).split()
    for name, module in PEERS.items():
        if module not in there:
            print(f"{name}: skipped, as {python} has no {module}; `make bench-peers` installs it")
    return [name for name, module in PEERS.items() if module in there]


def _whole(place: Path, python: Path, peers: list[str], runs: int) -> dict[str, list[Run]]:
    pdfs = {name: place / f"{SCRIPTS.get(name, 'ours')}.pdf" for name in (OURS, *peers)}
    one = str(place / "briefing.json")
    commands = {
        OURS: [sys.executable, str(HERE / "peers" / "ours.py"), str(place / "one.pickle"), str(pdfs[OURS])]
    }
    commands |= {
        name: [str(python), str(place / f"peer_{SCRIPTS[name]}.py"), one, str(pdfs[name])] for name in peers
    }
    for name, command in commands.items():  # once for the caches, uncounted
        _process(command, pdfs[name])
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(max(runs, 1)):
        for name, command in commands.items():
            taken[name].append(_process(command, pdfs[name]))
    return taken


def _process(command: Command, pdf: Path) -> Run:
    """Run a program to its end.

    This process loads little, as the most memory that a child held is that of its parent at least.
    """
    begun = perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # noqa: S603 - the peers and ours
    _, status, used = os.wait4(child.pid, 0)
    seconds = perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}")
    return Run(seconds, used.ru_maxrss / MEGABYTE, pdf.stat().st_size / 1000, used.ru_utime + used.ru_stime)


def _many(place: Path, python: Path, peers: list[str], rounds: int) -> dict[str, list[Run]]:
    count = str(MANY)
    commands = {
        OURS: [sys.executable, str(HERE / "peers" / "ours.py"), "--many", str(place / "many.pickle"), count]
    }
    lines = str(place / "briefings.jsonl")
    commands |= {
        name: [str(python), str(place / f"peer_{SCRIPTS[name]}.py"), "--many", lines, count] for name in peers
    }
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(max(rounds, 1)):
        for name, command in commands.items():
            told = json.loads(_quiet(command).splitlines()[-1])
            run = Run(told["seconds"] / told["n"], told["peak_rss_mb"], told["bytes_mean"] / 1000)
            taken[name].append(run)
    return taken


def _quiet(command: Command) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - the same


def _show(kind: str, title: str, taken: Mapping[str, list[Run]]) -> None:
    """Print a table; the processor's own time is steadier where other programs are running."""
    print(
        f"{title}: ms (median, quickest), MB at most, kB a PDF; ours by theirs (median, quickest, processor)"
    )
    ours = taken[OURS]
    for name, runs in sorted(taken.items(), key=lambda one: _middle(one[1])):
        most, size = max(run.megabytes for run in runs), median(run.kilobytes for run in runs)
        told = f"  {name:<13}{_middle(runs) * 1000:8.1f} {_least(runs) * 1000:8.1f} {most:7.1f} {size:6.1f}"
        if name == OURS:
            print(f"{told}  (less than {MOST_MEGABYTES} MB and {MOST_KILOBYTES} kB)")
            continue
        own = _processor(ours) / _processor(runs) if _processor(runs) else 0
        limit = LIMITS.get((kind, name))
        told += f"  {_middle(ours) / _middle(runs):5.3f} {_least(ours) / _least(runs):5.3f}"
        print(told + (f" {own:5.3f}" if own else "") + (f"  (at most {limit})" if limit else ""))


def _processor(runs: list[Run]) -> float:
    return median(run.processor for run in runs)


def _middle(runs: list[Run]) -> float:
    return median(run.seconds for run in runs)


def _least(runs: list[Run]) -> float:
    return min(run.seconds for run in runs)


if __name__ == "__main__":
    main()
