"""How long press articles take to read and search, beside cutting the same text into sentences and words.

    python benchmarks/articles.py [--rounds N]

The texts of `seeds/` and `tests/articles/`. The yardstick is what any reader of text does first, by
the same engine of regular expressions: two plain patterns. Over each article the two take turns,
and of several rounds each one's quickest counts, article by article: a machine that slows down
slows both, and only the ratio matters. The seconds are for orientation, for 1,000 articles of 3 kB.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from functools import wraps
from math import inf
from pathlib import Path
from time import perf_counter
from typing import ParamSpec, TypeVar

from councilbrief.documents.decoding import decode
from councilbrief.documents.from_text import read_text
from councilbrief.evidence import gather as finders
from councilbrief.evidence.judgements.grading import Draft
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.provenance import Source

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")

HERE = Path(__file__).parents[1]
FOLDERS = (HERE / "seeds", HERE / "tests" / "articles")
LENGTH, COUNT = 3_000, 1_000
"""Bytes of an article, and how many of them, for which the seconds are given."""

STAGES = {
    "sentences and marks": ((finders, "read"),),
    "council": ((finders, "subject"),),
    "people": ((Cast, "__init__"),),
    "quotations": ((finders, "quotations"),),
    "grades": ((Draft, "__init__"), (Draft, "grades")),
    "findings": ((finders, "findings"),),
}
"""What finding is made of: each stage's name, and the functions that do its work."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time the reading and searching of articles.")
    parser.add_argument("--rounds", type=int, default=5, help="how often; the quickest counts")
    rounds = max(parser.parse_args().rounds, 1)
    articles = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
    given = [(path.read_bytes(), Source(path.stem, path.name, "")) for path in articles]
    size = sum(len(data) for data, _ in given)
    plain, ours = _in_turns(given, rounds)
    seconds = ours / size * LENGTH * COUNT
    print(f"{len(given)} articles of {size / len(given):.0f} bytes: {ours / plain:.0f} × sentences and words")
    print(f"{seconds:.1f} s for {COUNT:,} articles of {LENGTH:,} bytes")
    _show(_stages(given, rounds))


def _in_turns(given: list[tuple[bytes, Source]], rounds: int) -> tuple[float, float]:
    """Return the seconds of the yardstick and of the program, each article by its quickest round."""
    quickest = [[inf, inf] for _ in given]
    for _ in range(rounds + 1):  # in the first one all is still being loaded
        for (data, source), best in zip(given, quickest, strict=True):
            for at, step in enumerate((_cut, _find)):
                begun = perf_counter()
                step(data, source)
                best[at] = min(best[at], perf_counter() - begun)
    return sum(plain for plain, _ in quickest), sum(ours for _, ours in quickest)


def _cut(data: bytes, source: Source) -> int:
    """Cut a text into sentences and these into words, and do nothing with them."""
    text = decode(data, source.path).text
    return sum(len(_WORD.findall(sentence)) for sentence in _SENTENCE.split(text))


def _find(data: bytes, source: Source) -> None:
    finders.gather(read_text(data, source))


def _stages(given: list[tuple[bytes, Source]], rounds: int) -> dict[str, float]:
    """Return the seconds of each stage, in the quickest of some rounds over all articles."""
    spent = dict.fromkeys(("reading", *STAGES, "all else"), 0.0)
    for name, functions in STAGES.items():
        for owner, function in functions:
            setattr(owner, function, _timed(getattr(owner, function), spent, name))
    found: list[dict[str, float]] = []
    for _ in range(rounds):
        spent.update(dict.fromkeys(spent, 0.0))
        for data, source in given:
            begun = perf_counter()
            document = read_text(data, source)
            read = perf_counter()
            finders.gather(document)
            spent["reading"] += read - begun
            spent["all else"] += perf_counter() - read
        spent["all else"] -= sum(spent[name] for name in STAGES)
        found.append(dict(spent))
    return min(found, key=lambda each: sum(each.values()))


def _timed(function: Callable[_Given, _Made], spent: dict[str, float], name: str) -> Callable[_Given, _Made]:
    """Add the time that a function takes to that of its stage."""

    @wraps(function)
    def timed(*args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        begun = perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent[name] += perf_counter() - begun

    return timed


def _show(spent: dict[str, float]) -> None:
    whole = sum(spent.values())
    for name, seconds in spent.items():
        print(f"  {name:<20} {seconds / whole:6.1%}")


if __name__ == "__main__":
    main()
