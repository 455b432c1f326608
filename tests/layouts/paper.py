"""Sets lines on pages the way the reports' word processor did.

What a reader sees depends on it: running lines come first in a page's text, a line that goes on
ends with a blank, a line may end at a hyphen, and a table's cell comes after the one to its left.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import Literal

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from councilbrief.pdf.look.faces import Face
from councilbrief.pdf.look.faces import width as width_of
from layouts import faces, signs

LEFT = 62.0
RIGHT = 530.0
TOP = A4[1] - 110
BOTTOM = 80.0
SIZE = 11.5
LEADING = 1.22

# The size and the rise of a footnote's mark, as shares of its line's size: one that readers take for a part
# of the line, and one that they take for a line of its own.
JOINED, APART = (0.57, 0.39), (0.64, 0.8)

Align = Literal["top", "middle", "bottom"]
Running = Callable[[int], Sequence[str]]
"""The running lines of a page by its number; of a line with a tab, what follows goes to the right."""


def wrap(text: str, width: float, face: Face = Face.REGULAR, size: float = SIZE) -> list[str]:
    """Break a text into lines at blanks and after hyphens; a line that ends at a blank keeps it."""
    lines, line = [], ""
    for piece in re.findall(r"\S+?-(?=\w)|\S+\s*", " ".join(text.split())):
        if line and width_of(line + piece.rstrip(), face, size) > width:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line]


class Paper:
    """A document in the making; `data` closes it."""

    def __init__(
        self, running: Running = lambda _: (), *, running_at: Literal["top", "bottom"] = "bottom"
    ) -> None:
        """Start the first page."""
        faces.register()
        signs.register()
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=A4, invariant=1)
        self._running, self._running_at = running, running_at
        self._notes: list[tuple[str, str]] = []
        self._number = 0
        self._bottom = BOTTOM
        self._y = TOP
        self._open()

    def data(self) -> bytes:
        """Return the finished file."""
        self._close()
        self._canvas.save()
        return self._out.getvalue()

    def new_page(self) -> None:
        """Go to the top of a new page."""
        self._close()
        self._open()

    def gap(self, points: float = 8) -> None:
        """Leave some space."""
        self._y -= points

    def sink(self, share: float) -> None:
        """Go down to where only this share of the page's height is left."""
        self._y = min(self._y, self._bottom + share * (TOP - self._bottom))

    def para(  # noqa: PLR0913 - each is a way in which paragraphs differ
        self,
        text: str,
        *,
        label: str = "",
        mark: str = "",
        apart: bool = False,
        left: float = LEFT,
        face: Face = Face.REGULAR,
        size: float = SIZE,
        gap: float = 8,
    ) -> None:
        """Set a paragraph; a label hangs before its first line, a raised mark ends its last.

        A mark that stands `apart` is raised so far that readers take it for a line of its own.
        """
        lines = wrap(text, RIGHT - left, face, size)
        for index, line in enumerate(lines):
            self._need(size * LEADING)
            if label and index == 0:
                self._label(label, left, size)
            self._draw(left, self._y, line, face, size)
            if mark and index == len(lines) - 1:
                share, rise = APART if apart else JOINED
                at = left + width_of(line.rstrip(), face, size)
                self._draw(at, self._y + size * rise, mark, face, size * share)
        self._y -= gap

    def paras(self, texts: Sequence[str]) -> None:
        """Set several plain paragraphs."""
        for text in texts:
            self.para(text)

    def entry(self, text: str, number: int, *, dots: bool = False, face: Face = Face.REGULAR) -> None:
        """Set a line of the contents, whose page stands at the right of its last line."""
        lines = wrap(text, RIGHT - LEFT - 90, face)
        for line in lines:
            self._need(SIZE * LEADING)
            self._draw(LEFT, self._y, line, face, SIZE)
        if dots:
            at = LEFT + width_of(lines[-1], face, SIZE) + 3
            count = int((RIGHT - 22 - at) / width_of(".", face, SIZE))
            self._draw(at, self._y, "." * count, face, SIZE)
        self._draw(RIGHT - 14, self._y, str(number), face, SIZE)
        self._y -= 4

    def row(
        self,
        cells: Sequence[str],
        edges: Sequence[float],
        *,
        align: Align = "top",
        faces: Sequence[Face] = (),
        size: float = SIZE,
    ) -> None:
        """Set a table's row; `edges` are where its cells begin, the last ends at the margin."""
        step = size * LEADING
        rights = [*edges[1:], RIGHT]
        kinds = [*faces, *[Face.REGULAR] * (len(cells) - len(faces))]
        wrapped = [
            wrap(cell, right - left - 8, face, size)
            for cell, left, right, face in zip(cells, edges, rights, kinds, strict=True)
        ]
        height = max(map(len, wrapped)) * step
        if self._y - height - 6 < self._bottom:
            self.new_page()
        for lines, left, face in zip(wrapped, edges, kinds, strict=True):
            spare = height - len(lines) * step
            y = self._y - {"top": 0.0, "middle": spare / 2, "bottom": spare}[align]
            for line in lines:
                y -= step
                self._draw(left + 4, y, line, face, size)
        self._canvas.rect(edges[0], self._y - height - 5, RIGHT - edges[0], height + 3)
        self._y -= height + 6

    def note(self, mark: str, text: str) -> None:
        """Keep a footnote for the foot of this page."""
        self._notes.append((mark, text))
        self._bottom += (len(wrap(text, RIGHT - LEFT, size=8)) + 1) * 8 * LEADING

    def _need(self, step: float) -> None:
        if self._y - step < self._bottom:
            self.new_page()
        self._y -= step

    def _label(self, label: str, left: float, size: float) -> None:
        if label in signs.SIGNS:
            self._canvas.setFont(signs.NAME, size * 0.8)
            self._canvas.drawString(left - 20, self._y, label)
        else:
            self._draw(left - 28, self._y, label, Face.REGULAR, size)

    def _draw(self, x: float, y: float, text: str, face: Face, size: float) -> None:
        self._canvas.setFont(face.value, size)
        self._canvas.drawString(x, y, text)

    def _open(self) -> None:
        self._number += 1
        self._y, self._bottom, self._notes = TOP, BOTTOM, []
        y = BOTTOM - 26 if self._running_at == "bottom" else A4[1] - 60
        for line in self._running(self._number):
            first, _, last = line.partition("\t")
            if first:
                self._draw(LEFT, y, first, Face.REGULAR, 8)
            if last:
                self._draw(RIGHT - 12, y, last, Face.REGULAR, 8)
            y -= 10

    def _close(self) -> None:
        y = self._bottom - 8
        if self._notes:
            self._draw(LEFT, y, " ", Face.REGULAR, 8)
        for mark, text in self._notes:
            for index, line in enumerate(wrap(text, RIGHT - LEFT, size=8)):
                y -= 8 * LEADING
                shift = 0.0
                if index == 0:
                    self._draw(LEFT, y + 2, mark, Face.REGULAR, 5)
                    shift = 6
                self._draw(LEFT + shift, y, line, Face.REGULAR, 8)
        self._canvas.showPage()
