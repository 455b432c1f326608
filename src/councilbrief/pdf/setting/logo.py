"""A council's logo, at the head of page 1."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.utils import ImageReader

from councilbrief.briefing.theme import Logo
from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.structure import Element, bounds
from councilbrief.pdf.look.style import mm
from councilbrief.pdf.setting.panels import Piece

_WIDEST, _TALLEST = 60 * mm, 16 * mm


class LogoPanel(Piece):
    """A picture in its own proportions, as large as there is room for it."""

    def __init__(self, logo: Logo, element: Element, *, below: float) -> None:
        """Read the picture."""
        super().__init__(below=below)
        self.image = ImageReader(BytesIO(logo.data))
        self.element = element
        wide, tall = self.image.getSize()
        scale = min(_WIDEST / wide, _TALLEST / tall)
        self.size: tuple[float, float] = (wide * scale, tall * scale)

    def height(self, measure: float) -> float:  # noqa: ARG002 - the same for every width
        """Measure it."""
        return self.size[1]

    def draw(self, canvas: BriefingCanvas, x: float, top: float, measure: float) -> None:  # noqa: ARG002 - the same
        """Draw it, described by its words."""
        wide, tall = self.size
        self.element.attributes = bounds(x, top - tall, wide, tall)
        with canvas.part_of(self.element):
            canvas.drawImage(self.image, x, top - tall, wide, tall, mask="auto")
