"""Which texts a command of the scoring is asked about: its options, and the sets that are there."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scoring.gold import GOLD, Gold
from scoring.reports import REPORTS, reports
from scoring.sets import OWN, TextSet, own_sets

CORPUS = "COUNCILBRIEF_CORPUS"
NO_CORPUS = f"the corpus is not there: set {CORPUS}, or give --corpus, a folder with gold/ in it"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sets that were asked for and are there; `gold` and `reports` are those of the corpus."""

    own: tuple[TextSet, ...]
    gold: tuple[Gold, ...]
    reports: TextSet | None
    corpus: Path | None

    @property
    def articles(self) -> Iterator[TextSet]:
        """Yield the sets of articles and releases."""
        yield from self.own
        yield from (one.texts for one in self.gold)

    @property
    def all(self) -> Iterator[TextSet]:
        """Yield every set."""
        yield from self.articles
        if self.reports is not None:
            yield self.reports


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let a command be asked for some sets only, and told where the corpus is."""
    names = (*OWN, *GOLD, REPORTS)
    about = f"only these sets, of {', '.join(names)}"
    parser.add_argument("--only", nargs="+", default=names, choices=names, metavar="SET", help=about)
    corpus = os.environ.get(CORPUS) or None
    parser.add_argument("--corpus", type=Path, default=corpus, help=f"default: {CORPUS}")


def chosen(asked: argparse.Namespace) -> Chosen:
    """Return the sets that were asked for and are there."""
    own = tuple(one for one in own_sets() if one.name in asked.only)
    corpus: Path | None = asked.corpus
    if corpus is None or not (corpus / "gold").is_dir():
        return Chosen(own, (), None, None)
    gold = tuple(make(corpus / "gold") for name, make in GOLD.items() if name in asked.only)
    return Chosen(own, gold, reports(corpus) if REPORTS in asked.only else None, corpus)
