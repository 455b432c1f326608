"""Score the finders against hand-checked texts: `make score`, or `tools/score.py --only 1-50 --misses 9`.

The project's own texts stand in tests/; more texts, and reports, are those of a corpus outside
it, by whose own scorers their figures are told.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import sys
from collections.abc import Iterable, Sequence

from scoring.asking import NO_CORPUS, Chosen, add_options, chosen
from scoring.corpus import report_lines
from scoring.drawing import drawn
from scoring.printing import set_lines, unread_lines
from scoring.revisions import facts_now
from scoring.verdicts import misses


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of every set that is there, or quotations drawn from them."""
    parser = argparse.ArgumentParser(description="Score the finders against hand-checked texts.")
    add_options(parser)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N misses of each set")
    parser.add_argument("--draw", type=int, metavar="N", help="print N quotations drawn at random")
    parser.add_argument("--seed", type=int, default=0, help="which quotations are drawn")
    asked = parser.parse_args(argv)
    sets = chosen(asked)
    if asked.draw:
        draw(sets, asked.draw, asked.seed)
        return 0
    score(sets, asked.misses)
    if sets.corpus is None:
        print(NO_CORPUS)
    return 0


def score(sets: Chosen, most: int) -> None:
    """Print figures and some misses: of our own texts by our rules, of the corpus's by its scorers."""
    facts = facts_now(unit for one in sets.articles for unit in one.units)
    show(unread_lines(facts.values()))
    for own in sets.own:
        verdicts = own.verdicts(facts)
        show([*set_lines(own.name, len(own.texts), verdicts), *itertools.islice(misses(verdicts), most)])
    for gold in sets.gold:
        found = [facts[text.path] for text in gold.texts.texts]
        show([*gold.lines(found), *itertools.islice(misses(gold.texts.verdicts(facts)), most)])
    if sets.reports is not None and sets.corpus is not None:
        read = list(facts_now(sets.reports.units).values())
        show(report_lines(sets.corpus / "gold", read, most))


def draw(sets: Chosen, many: int, seed: int) -> None:
    """Print quotations drawn from articles and releases; the same for the same seed."""
    facts = facts_now(unit for one in sets.articles for unit in one.units)
    show(drawn([facts[text.path] for one in sets.articles for text in one.texts], many, seed))


def show(lines: Iterable[str]) -> None:
    """Print lines, if there are any, and an empty one after them."""
    if told := "\n".join(lines):
        print(told, end="\n\n", flush=True)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main())
