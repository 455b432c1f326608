"""How the facts of a panel share its width: evenly, unless one of them needs more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from councilbrief.briefing.blocks import Cite, Inline, Pill, Statement, inline_text
from councilbrief.pdf.look.faces import width
from councilbrief.pdf.look.style import FACT_GAP, MEASURE, Style, pill_of
from councilbrief.pdf.look.unbroken import NO_BREAK, whole_dates

FACTS_A_ROW = 4

Facts = Sequence[tuple[str, Statement]]


def fact_shares(facts: Facts, style: Style) -> tuple[float, ...]:
    """Give the columns' parts of the panel without its rim; they sum to 1.

    Where whole dates leave too little room, dates are parted rather than grades.
    """
    columns, inner = min(len(facts), FACTS_A_ROW) or 1, _inner(style)
    for joined in (whole_dates, str):
        needs = [
            max((_need(fact, style, joined) for fact in facts[at::columns]), default=0.0)
            for at in range(columns)
        ]
        if max(needs) > inner / columns and sum(needs) <= inner:
            spare = (inner - sum(needs)) / columns
            return tuple((need + spare) / inner for need in needs)
    return (1 / columns,) * columns


def of_measure(shares: Sequence[float], style: Style) -> tuple[float, ...]:
    """Turn parts of the panel without its rim into parts of the whole measure; they sum to 1."""
    wide = [share * _inner(style) / MEASURE for share in shares]
    wide[0] += style.facts.padding.left / MEASURE
    wide[-1] += style.facts.padding.right / MEASURE
    return tuple(wide)


def _inner(style: Style) -> float:
    return MEASURE - style.facts.padding.left - style.facts.padding.right


def _need(fact: tuple[str, Statement], style: Style, joined: Callable[[str], str]) -> float:
    """Measure the widest thing in a cell that should stay on one line."""
    label, statement = fact
    words = (width(word, style.fact_label.face, style.fact_label.size) for word in label.split())
    return max((*words, *_stretches(statement.inlines, style, joined)), default=0.0) + FACT_GAP


def _stretches(inlines: Sequence[Inline], style: Style, joined: Callable[[str], str]) -> Iterator[float]:
    """Measure what stays on one line, each with the reference that follows it."""
    kind, last = style.fact, 0.0
    for inline in inlines:
        match inline:
            case Cite(numbers=numbers):
                yield last + width(f"{NO_BREAK}[{numbers[0]}]", kind.face, kind.size * style.cite_share)
            case Pill(grade=grade, text=text):
                last = _halved(text, style) + pill_of(grade, text).rims
            case _:
                words = joined(inline_text(inline)).split(" ")
                *_, last = sizes = [width(word, kind.face, kind.size) for word in words]
                yield max(sizes)
        yield last


def _halved(text: str, style: Style) -> float:
    """Measure a pill on two lines."""
    kind, size = style.fact, style.fact.size * style.pill_share
    words = text.split(" ")
    cuts = (
        max(width(" ".join(part), kind.face, size) for part in (words[:at], words[at:]))
        for at in range(1, len(words))
    )
    return min(cuts, default=width(text, kind.face, size))
