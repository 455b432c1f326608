"""Where something stands on a page, in points from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass

from councilbrief.pdf.look.style import Type


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its lower left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a place: `x` is their left edge, `y` their baseline."""

    text: str
    type: Type
    x: float
    y: float
