"""How the facts of a panel share its width: evenly, unless one of them needs more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from councilbrief.briefing.blocks import Cite, Inline, Pill, Statement, inline_text
from councilbrief.pdf.fonts import width
from councilbrief.pdf.style import (
    CITE_SHARE,
    FACT,
    FACT_GAP,
    FACT_LABEL,
    FACTS,
    MEASURE,
    PILL_PADDING,
    PILL_SHARE,
)
from councilbrief.pdf.unbroken import NO_BREAK, whole_dates

FACTS_A_ROW = 4
_LEFT, _RIGHT = FACTS.padding.left, FACTS.padding.right
_INNER = MEASURE - _LEFT - _RIGHT

Facts = Sequence[tuple[str, Statement]]


def fact_shares(facts: Facts) -> tuple[float, ...]:
    """Give the columns' parts of the panel without its rim; they sum to 1.

    Where whole dates leave too little room, dates are parted rather than grades.
    """
    columns = min(len(facts), FACTS_A_ROW) or 1
    for joined in (whole_dates, str):
        needs = [
            max((_need(fact, joined) for fact in facts[at::columns]), default=0.0) for at in range(columns)
        ]
        if max(needs) > _INNER / columns and sum(needs) <= _INNER:
            spare = (_INNER - sum(needs)) / columns
            return tuple((need + spare) / _INNER for need in needs)
    return (1 / columns,) * columns


def of_measure(shares: Sequence[float]) -> tuple[float, ...]:
    """Turn parts of the panel without its rim into parts of the whole measure; they sum to 1."""
    wide = [share * _INNER / MEASURE for share in shares]
    wide[0] += _LEFT / MEASURE
    wide[-1] += _RIGHT / MEASURE
    return tuple(wide)


def _need(fact: tuple[str, Statement], joined: Callable[[str], str]) -> float:
    """Measure the widest thing in a cell that should stay on one line."""
    label, statement = fact
    words = (width(word, FACT_LABEL.face, FACT_LABEL.size) for word in label.split())
    return max((*words, *_stretches(statement.inlines, joined)), default=0.0) + FACT_GAP


def _stretches(inlines: Sequence[Inline], joined: Callable[[str], str]) -> Iterator[float]:
    """Measure what stays on one line, each with the reference that follows it."""
    last = 0.0
    for inline in inlines:
        match inline:
            case Cite(numbers=numbers):
                yield last + width(f"{NO_BREAK}[{numbers[0]}]", FACT.face, FACT.size * CITE_SHARE)
            case Pill(text=text):
                last = _halved(text) + 2 * PILL_PADDING
            case _:
                words = joined(inline_text(inline)).split(" ")
                *_, last = sizes = [width(word, FACT.face, FACT.size) for word in words]
                yield max(sizes)
        yield last


def _halved(text: str) -> float:
    """Measure a pill on two lines."""
    size = FACT.size * PILL_SHARE
    words = text.split(" ")
    cuts = (
        max(width(" ".join(part), FACT.face, size) for part in (words[:at], words[at:]))
        for at in range(1, len(words))
    )
    return min(cuts, default=width(text, FACT.face, size))
