"""Quotations drawn at random, each with the lines around it, to be read one by one."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

Json = dict[str, Any]
AROUND = 1
"""How many lines before and after that of a quotation are shown."""


def drawn(found: Sequence[Json], many: int, seed: int) -> Iterator[str]:
    """Tell of some quotations who is said to speak, by which rule, and where; the same for the same seed."""
    every = [(one, quotation) for one in found for quotation in one["quotations"]]
    chosen = random.Random(seed).sample(every, min(many, len(every)))  # noqa: S311 - no secret
    for at, (one, quotation) in enumerate(chosen, 1):
        yield f"{at}. {one['path']} [{quotation['rule']}]"
        said = (f"{key}: {quotation[key]}" for key in ("speaker", "role", "organisation"))
        yield f"   {'; '.join(said)}"
        yield from (f"   | {line}" for line in _around(one["text"], quotation))
        yield ""


def _around(text: str, quotation: Json) -> Iterator[str]:
    """Yield the lines about a quotation, its own words between ⟦ and ⟧."""
    marked, last = "", 0
    for start, end in quotation["spans"]:
        marked += f"{text[last:start]}⟦{text[start:end]}⟧"
        last = end
    lines = [line for line in f"{marked}{text[last:]}".split("\n") if line.strip()]
    held = [at for at, line in enumerate(lines) if "⟦" in line or "⟧" in line]
    yield from lines[max(0, held[0] - AROUND) : held[-1] + AROUND + 1]
