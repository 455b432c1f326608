"""What Platypus puts on pages, one class a kind of block: panels that hold a stack of text.

The classes are where a tag can be put round a block, in one place; tables and facts are grids.
"""

from __future__ import annotations

from copy import copy
from typing import ClassVar, Self

from reportlab.platypus.flowables import Flowable

from councilbrief.pdf.boxes import Stack
from councilbrief.pdf.canvas import Box, BriefingCanvas
from councilbrief.pdf.style import BARE, Look


class Setting(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A flowable with space above and below; `begins` is False for what goes on from a page before."""

    def __init__(self, *, above: float = 0, below: float = 0) -> None:
        """Set the space."""
        super().__init__()
        self.spaceBefore = above
        self.spaceAfter = below
        self.begins = True

    def fresh(self, *, begins: bool) -> Self:
        """Return a copy for a part of it, free of the mark that Platypus leaves on what it has put off."""
        part = copy(self)
        part.__dict__.pop("_postponed", None)
        part.begins = self.begins and begins
        if not begins:
            part.spaceBefore = 0
        return part


class Panel(Setting):
    """A stack of text, with what lies behind it; it goes on over as many pages as it needs."""

    opens: ClassVar[bool] = False
    """Whether it must be followed by something on its page, as a heading is."""

    def __init__(self, stack: Stack, *, above: float = 0, below: float = 0, look: Look = BARE) -> None:
        """Hold a stack, with the space above and below, in points."""
        super().__init__(above=above, below=below)
        self.stack = stack
        self.look = look

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - Platypus's own
        """Measure it for a width."""
        self.width = availWidth
        self.height = self.stack.height(self._measure(availWidth)) + self._rim
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Panel]:  # noqa: N803 - Platypus's own
        """Part it where the page ends."""
        head, rest = self.stack.split(self._measure(availWidth), availHeight - self._rim)
        if head is None:
            return []
        return [self._part(head, first=True), self._part(rest, first=False)] if rest else [self]

    def draw(self) -> None:
        """Draw it on the canvas that Platypus has set."""
        canvas: BriefingCanvas = self.canv
        canvas.ground(Box(0, 0, self.width, self.height), self.look)
        padding = self.look.padding
        self.stack.draw(canvas, padding.left, self.height - padding.top, self._measure(self.width))

    def lead(self, measure: float) -> float:
        """Measure the least of it that can stand at the foot of a page."""
        return self.stack.lead(self._measure(measure)) + self._rim

    @property
    def _rim(self) -> float:
        return self.look.padding.top + self.look.padding.bottom

    def _measure(self, available: float) -> float:
        return available - self.look.padding.left - self.look.padding.right

    def _part(self, stack: Stack, *, first: bool) -> Panel:
        part = self.fresh(begins=first)
        part.stack = stack
        return part


class Title(Panel):
    """The title of the briefing, and its subtitle."""


class Heading(Panel):
    """A heading inside a section."""

    opens = True


class SectionHeading(Heading):
    """The heading of a section; the outline points at it."""

    def __init__(self, stack: Stack, *, number: int, title: str, above: float, below: float) -> None:
        """Hold the heading, with the section's number and title for the outline."""
        super().__init__(stack, above=above, below=below)
        self.number = number
        self.title = title

    def draw(self) -> None:
        """Draw it, and enter it in the outline where it begins."""
        if self.begins:
            self.canv.section(f"section-{self.number}", self.title, self.height)
        super().draw()


class Prose(Panel):
    """A paragraph; `whole` keeps it on one page."""

    whole = False

    def lead(self, measure: float) -> float:
        """Measure the least of it that can stand at the foot of a page."""
        return self.stack.height(measure) if self.whole else super().lead(measure)


class Item(Panel):
    """An item of a list."""


class Entry(Panel):
    """An entry of the list of sources; references point at it."""

    def __init__(self, stack: Stack, *, anchor: str, below: float) -> None:
        """Hold the entry and the key of its anchor."""
        super().__init__(stack, below=below)
        self.anchor = anchor

    def draw(self) -> None:
        """Draw it, and set the anchor where it begins."""
        if self.begins:
            self.canv.anchor(self.anchor, self.height + 8)
        super().draw()


class NoticePanel(Panel):
    """A notice."""


class QuotePanel(Panel):
    """Somebody's words, and who said them."""


class Caption(Heading):
    """The caption of a table."""
