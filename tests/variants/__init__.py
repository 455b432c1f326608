"""Variants of the five seeds: other councils, people, grades, dates, order, marks and damage, facts moving along."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from variants import seed_000, seed_001, seed_002, seed_003, seed_004
from variants.telling import Told
from variants.variant import SourceFacts, Variant

__all__ = ["SEEDS", "SourceFacts", "Variant", "unchanged", "variants"]

# Each seed tells its own text when it is given nothing to draw from.
_TELLERS: dict[str, Callable[[random.Random | None], Told]] = {
    "000": lambda rng: seed_000.told(seed_000.SEED if rng is None else seed_000.drawn(rng)),
    "001": lambda rng: seed_001.told(seed_001.SEED if rng is None else seed_001.drawn(rng)),
    "002": lambda rng: seed_002.told(seed_002.SEED if rng is None else seed_002.drawn(rng)),
    "003": lambda rng: seed_003.told(seed_003.SEED if rng is None else seed_003.drawn(rng)),
    "004": lambda rng: seed_004.told(seed_004.SEED if rng is None else seed_004.drawn(rng)),
}
SEEDS = tuple(_TELLERS)


def unchanged(seed_id: str) -> Variant:
    """Return the seed itself, byte for byte, with its truth."""
    return _variant(seed_id, None)


def variants(seed_id: str, count: int, start: int = 0) -> Iterator[Variant]:
    """Yield the variants `start` to `start + count - 1` of a seed; the same number gives the same variant."""
    for number in range(start, start + count):
        yield _variant(seed_id, number)


def _variant(seed_id: str, number: int | None) -> Variant:
    # Seeded, so that a variant is known by its number alone.
    rng = None if number is None else random.Random(number)  # noqa: S311 - nothing secret hangs on it
    told = _TELLERS[seed_id](rng)
    name = f"{seed_id}-{'unchanged' if number is None else number}"
    return Variant(seed_id, number, told.text, told.source, told.truth(name))
