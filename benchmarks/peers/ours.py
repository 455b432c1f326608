"""Our side of the race: one briefing in a process of its own, or many in one process.

    python benchmarks/peers/ours.py ONE.pickle OUT.pdf
    python benchmarks/peers/ours.py --many MANY.pickle COUNT    # after five that do not count
    python benchmarks/peers/ours.py --profile MANY.pickle COUNT

`--many` ends with the line of JSON that the peers print too.
"""

from __future__ import annotations

import datetime as dt
import pickle
import sys
from pathlib import Path
from time import perf_counter

from councilbrief.briefing.blocks import Briefing
from councilbrief.pdf.render import render

STAMP = dt.date(2026, 11, 21)
WARMING = 5


def main() -> None:
    """Do what the first argument says."""
    if sys.argv[1] == "--many":
        _many(_briefings())
    elif sys.argv[1] == "--profile":
        _profile(_briefings())
    else:
        one: Briefing = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - written by content.py a moment ago
        Path(sys.argv[2]).write_bytes(render(one, stamp=STAMP))


def _briefings() -> list[Briefing]:
    every: list[Briefing] = pickle.loads(Path(sys.argv[2]).read_bytes())  # noqa: S301 - the same
    return every[: int(sys.argv[3])]


def _many(briefings: list[Briefing]) -> None:
    import json  # noqa: PLC0415 - spared where one briefing is set
    import resource  # noqa: PLC0415 - the same

    for briefing in briefings[:WARMING]:
        render(briefing, stamp=STAMP)
    size, each = 0, []
    for briefing in briefings:
        begun = perf_counter()
        size += len(render(briefing, stamp=STAMP))
        each.append(perf_counter() - begun)
    told = {
        "n": len(briefings),
        "seconds": sum(each),
        "per_second": len(briefings) / sum(each),
        "bytes_mean": size // len(briefings),
        "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(told))


def _profile(briefings: list[Briefing]) -> None:
    import cProfile  # noqa: PLC0415 - the same
    import pstats  # noqa: PLC0415 - the same

    render(briefings[0], stamp=STAMP)
    profile = cProfile.Profile()
    profile.enable()
    for briefing in briefings:
        render(briefing, stamp=STAMP)
    profile.disable()
    stats = pstats.Stats(profile)
    stats.sort_stats("tottime").print_stats(40)
    stats.sort_stats("cumulative").print_stats(60)


if __name__ == "__main__":
    main()
