"""What stands on pages, one class a kind of block: panels that hold a stack of text; tables are grids."""

from __future__ import annotations

from copy import copy
from typing import Self

from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.places import Box
from councilbrief.pdf.look.style import BARE, Look
from councilbrief.pdf.setting.boxes import Stack


class Piece:
    """What is set in one go, with space above and below; it may be parted where a page ends.

    `begins` is False for what goes on from a page before.
    """

    def __init__(self, *, above: float = 0, below: float = 0) -> None:
        """Set the space, in points."""
        self.above = above
        self.below = below
        self.begins = True

    def height(self, measure: float) -> float:
        """Measure the whole of it for a width."""
        raise NotImplementedError

    def lead(self, measure: float) -> float:
        """Measure the least of it that can stand at the foot of a page."""
        return self.height(measure)

    def split(self, measure: float, room: float) -> tuple[Self | None, Self | None]:  # noqa: ARG002 - of those that may be parted
        """Part it into what fits the room and the rest; either is None where there is nothing."""
        return None, self

    def draw(self, canvas: BriefingCanvas, x: float, top: float, measure: float) -> None:
        """Draw it with its upper left corner at x, top."""
        raise NotImplementedError

    def fresh(self, *, begins: bool) -> Self:
        """Return a copy for a part of it."""
        part = copy(self)
        part.begins = self.begins and begins
        if not begins:
            part.above = 0
        return part


class Panel(Piece):
    """A stack of text, with what lies behind it; it goes on over as many pages as it needs."""

    def __init__(self, stack: Stack, *, above: float = 0, below: float = 0, look: Look = BARE) -> None:
        """Hold a stack, with the space above and below, in points."""
        super().__init__(above=above, below=below)
        self.stack = stack
        self.look = look

    def height(self, measure: float) -> float:
        """Measure it for a width."""
        return self.stack.height(self._inner(measure)) + self._rim

    def lead(self, measure: float) -> float:
        """Measure the least of it that can stand at the foot of a page."""
        return self.stack.lead(self._inner(measure)) + self._rim

    def split(self, measure: float, room: float) -> tuple[Self | None, Self | None]:
        """Part it where the page ends."""
        head, rest = self.stack.split(self._inner(measure), room - self._rim)
        if head is None or rest is None:
            return (self, None) if head else (None, self)
        return self._part(head, begins=True), self._part(rest, begins=False)

    def draw(self, canvas: BriefingCanvas, x: float, top: float, measure: float) -> None:
        """Draw it, and what lies behind it."""
        height, padding = self.height(measure), self.look.padding
        canvas.ground(Box(x, top - height, measure, height), self.look)
        self.stack.draw(canvas, x + padding.left, top - padding.top, self._inner(measure))

    @property
    def _rim(self) -> float:
        return self.look.padding.top + self.look.padding.bottom

    def _inner(self, measure: float) -> float:
        return measure - self.look.padding.left - self.look.padding.right

    def _part(self, stack: Stack, *, begins: bool) -> Self:
        part = self.fresh(begins=begins)
        part.stack = stack
        return part


class Heading(Panel):
    """A heading inside a section, or a caption: something must follow it on its page."""


class SectionHeading(Heading):
    """The heading of a section; the outline points at it."""

    def __init__(self, stack: Stack, *, number: int, title: str, above: float, below: float) -> None:
        """Hold the heading, with the section's number and title for the outline."""
        super().__init__(stack, above=above, below=below)
        self.number = number
        self.title = title

    def draw(self, canvas: BriefingCanvas, x: float, top: float, measure: float) -> None:
        """Draw it, and enter it in the outline where it begins."""
        if self.begins:
            canvas.section(f"section-{self.number}", self.title, top)
        super().draw(canvas, x, top, measure)


class Prose(Panel):
    """A paragraph; `whole` keeps it on one page."""

    whole = False

    def lead(self, measure: float) -> float:
        """Measure the least of it that can stand at the foot of a page."""
        return self.height(measure) if self.whole else super().lead(measure)


class Item(Panel):
    """An item of a list."""


class Entry(Panel):
    """An entry of the list of sources; references point at it."""

    def __init__(self, stack: Stack, *, anchor: str, below: float) -> None:
        """Hold the entry and the key of its anchor."""
        super().__init__(stack, below=below)
        self.anchor = anchor

    def draw(self, canvas: BriefingCanvas, x: float, top: float, measure: float) -> None:
        """Draw it, and set the anchor where it begins."""
        if self.begins:
            canvas.anchor(self.anchor, top + 8)
        super().draw(canvas, x, top, measure)
