"""How long each step of a build takes, as shares of one run, so that machines do not matter much.

    python benchmarks/pipeline.py [--rounds N]

The five texts of `seeds/` and the articles of `tests/articles/` go from bytes to proved
PDFs, one briefing a council, without writing any. Of several rounds each step's quickest
counts. Starting the program for `--help` is compared with a program that does nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from councilbrief.briefing.compose import compose
from councilbrief.briefing.spec import Audience, Sources, Spec
from councilbrief.builds.plan import councils_of
from councilbrief.documents.library import open_library
from councilbrief.documents.opening import fetch, read_document
from councilbrief.evidence.gather import gather
from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render

HERE = Path(__file__).parents[1]
LIBRARIES = {"seeds": HERE / "seeds", "articles": HERE / "tests" / "articles"}
STEPS = ("reading", "finding", "composing", "rendering", "proving")
STAMP = dt.date(2024, 6, 3)
STARTS = {
    "councilbrief --help": "from councilbrief.cli import app; app(['--help'])",
    "an empty typer program": (
        "import typer; app = typer.Typer(rich_markup_mode=None); app.command()(lambda: None); app(['--help'])"
    ),
}


@dataclass(slots=True)
class Clock:
    """The seconds that each step took, and how much it had to do."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STEPS, 0.0))
    documents: int = 0
    briefings: int = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add what happens inside to a step."""
        begun = perf_counter()
        yield
        self.seconds[name] += perf_counter() - begun


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time the steps of a build.")
    parser.add_argument("--rounds", type=int, default=3, help="how often; the quickest counts")
    rounds = max(parser.parse_args().rounds, 1)
    for name, folder in LIBRARIES.items():
        _show(name, _quickest([_once(folder) for _ in range(rounds)]))
    starts = {name: min(_start(code) for _ in range(rounds)) for name, code in STARTS.items()}
    ours, least = starts.values()
    print(f"{' against '.join(starts)}: {ours / least:.2f} times as long ({ours * 1000:.0f} ms)")


def _once(folder: Path) -> Clock:
    """Go the whole way once."""
    clock = Clock()
    documents, evidence = {}, []
    for entry in open_library(folder).entries:
        with clock.step("reading"):
            fetched = fetch(entry)
            document = read_document(fetched.data or b"", fetched.source)
        with clock.step("finding"):
            evidence.append(gather(document))
        documents[document.source.id] = document
    clock.documents = len(documents)
    for council in councils_of(evidence):
        clock.briefings += 1
        spec = Spec(
            version=1, council=council.gss, audience=Audience.OFFICERS, sources=Sources(library=("x",))
        )
        with clock.step("composing"):
            briefing = compose(spec, council, evidence, ())
        with clock.step("rendering"):
            pdf = render(briefing, stamp=STAMP)
        with clock.step("proving"):
            prove(pdf, briefing, documents)
    return clock


def _quickest(clocks: list[Clock]) -> Clock:
    seconds = {step: min(clock.seconds[step] for clock in clocks) for step in STEPS}
    return Clock(seconds, clocks[0].documents, clocks[0].briefings)


def _show(name: str, clock: Clock) -> None:
    whole = sum(clock.seconds.values())
    print(f"{name}: {clock.documents} documents, {clock.briefings} briefings, {whole:.2f} s")
    for step, seconds in clock.seconds.items():
        count = clock.documents if step in STEPS[:2] else clock.briefings
        print(f"  {step:<10} {seconds / whole:6.1%}  {seconds / max(count, 1) * 1000:7.1f} ms each")


def _start(code: str) -> float:
    """Return the seconds that a program takes to start and end."""
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own code
    return perf_counter() - begun


if __name__ == "__main__":
    main()
