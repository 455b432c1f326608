"""The canvas of a briefing: everything that is written into the PDF passes through here, and is tagged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import md5
from typing import IO

from reportlab.pdfbase.pdfdoc import PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from councilbrief.pdf.file.embedding import coded, embed, serial
from councilbrief.pdf.file.linking import link
from councilbrief.pdf.file.metadata import Metadata
from councilbrief.pdf.file.objects import Ready, packed
from councilbrief.pdf.file.places import Box, Words
from councilbrief.pdf.file.structure import Clickable, Element, Marked, write
from councilbrief.pdf.look.faces import Face
from councilbrief.pdf.look.style import PAGE_HEIGHT, PAGE_WIDTH, PILL_MARK, RULE, Look, PillLook, colour

_UNDERLINE = 0.13  # of the height of a link's box, from its foot
_STEP = (2.5, 1.0)  # width of a step before a pill's words, and of the gap after it
_MOST_PAGES = 10_000  # the keys of pages in the way back end before those of links begin
_ROUND = 0.5523  # of a radius: how far the handles of a quarter circle stand out


class BriefingCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Draws words, boxes and links, each as part of an element or as decoration."""

    def __init__(self, target: IO[bytes], stamp: dt.date, identity: str, language: str) -> None:
        """Open a canvas for a file of a date, whose identifier is derived from `identity`."""
        self._faces: dict[Face, int] = {}
        super().__init__(
            target,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pdfVersion=(1, 7),
            invariant=1,
            pageCompression=1,
            lang=language,
        )
        self.root = Element("Document")
        self._sequences = 0
        self._links = _MOST_PAGES
        # ReportLab's own identifier hangs on a time that the environment may set, and not on the words.
        self._doc.signature = md5(identity.encode(), usedforsecurity=False)
        self.setDateFormatter(lambda *_: f"D:{stamp:%Y%m%d}000000+00'00'")

    def _make_preamble(self) -> None:
        """Begin pages without ReportLab's own font, which would not be embedded."""
        self._preamble = ""

    @property
    def page(self) -> int:
        """Return the number of the page that is being drawn, from 0."""
        return int(self._pageNumber) - 1

    @contextmanager
    def part_of(self, element: Element) -> Iterator[None]:
        """Mark what is drawn as part of an element."""
        number = self._sequences
        self._sequences += 1
        element.kids.append(Marked(self.page, number))
        self._code.append(f"/{element.tag} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Mark what is drawn as no part of what the page says."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def say(self, words: Iterable[Words], element: Element | None) -> None:
        """Show words as part of an element; None shows them as decoration."""
        with self.part_of(element) if element else self.decoration():
            self.show(words)

    def repeat(self, words: Iterable[Words]) -> None:
        """Show words that stand on every page, and are no part of what it says."""
        self._code.append("/Artifact <</Type/Pagination>> BDC")
        self.show(words)
        self._code.append("EMC")

    def show(self, words: Iterable[Words]) -> None:
        """Show words; it must be inside a mark."""
        self._code.append("\n".join(["BT", *map(self._shown, words), "ET"]))

    def _shown(self, one: Words) -> str:
        face = one.type.face
        if face not in self._faces:
            self._faces[face] = embed(self._doc, face)
        return (
            f"/{serial(face)} {one.type.size:.6g} Tf {colour(one.type.colour)} rg "
            f"1 0 0 1 {one.x:.2f} {one.y:.2f} Tm <{coded(one.text)}> Tj"
        )

    def click(self, box: Box, target: str, said: str, element: Element) -> None:
        """Make a box lead to a target, as part of an element; `said` tells readers where to."""
        clickable = Clickable(self.page, link(self, box, target, said, self._links), self._links)
        self._links += 1
        element.kids.append(clickable)

    def underline(self, box: Box, code: str) -> None:
        """Underline words by the box that they fill."""
        self.rule(box.x, box.y + _UNDERLINE * box.height, box.width, code, 0.4)

    def anchor(self, key: str, top: float) -> None:
        """Let links and bookmarks go to this height of the page."""
        self.bookmarkHorizontalAbsolute(key, top)

    def section(self, key: str, title: str, top: float) -> None:
        """Enter a section in the outline."""
        self.anchor(key, top)
        self.addOutlineEntry(title, key, level=0)

    def pill(self, box: Box, look: PillLook, first: float) -> None:
        """Draw the ground of a grade's pill, and the steps before its words.

        `first` is the middle of its first line.
        """
        dash = "[2.5 1.8] 0 d " if look.dashed else ""
        with self.decoration():
            self._code.append(
                f"q {colour(look.ground)} rg {colour(look.edge)} RG 0.9 w {dash}{_rounded(box, 3)} B Q"
            )
            if look.level:
                self._steps(box.x + look.lead - 1 - PILL_MARK, first, look)

    def _steps(self, x: float, middle: float, look: PillLook) -> None:
        """Draw four steps that rise, as many of them as the grade's level; of the others only their feet."""
        size, gap = _STEP
        low = middle - 3.8
        parts = [f"q {colour(look.ink)} rg {colour(look.ink)} RG 0.8 w"]
        for step in range(4):
            left = x + step * (size + gap)
            if step < look.level:
                parts.append(f"{left:.2f} {low:.2f} {size:.2f} {1.8 * (step + 1) + 0.6:.2f} re f")
            else:
                parts.append(f"{left:.2f} {low + 0.4:.2f} m {left + size:.2f} {low + 0.4:.2f} l S")
        self._code.append(" ".join([*parts, "Q"]))

    def ground(self, box: Box, look: Look) -> None:
        """Draw what lies behind a box."""
        if not (look.ground or look.edge or look.bar):
            return
        with self.decoration():
            if look.ground:
                self.fill(box, look.ground)
            if look.edge:
                self._code.append(f"q {colour(look.edge)} RG 0.6 w {_rectangle(box)} S Q")
            if look.bar:
                self.fill(Box(box.x, box.y, look.bar_width, box.height), look.bar)

    def rule(self, x: float, y: float, length: float, code: str = RULE, weight: float = 0.6) -> None:
        """Draw a horizontal rule."""
        with self.decoration():
            self.stroke([(x, y), (x + length, y)], code, weight)

    def stroke(self, points: list[tuple[float, float]], code: str, weight: float) -> None:
        """Draw a line through points; it must be inside a mark."""
        (x, y), *others = points
        path = " ".join([f"{x:.2f} {y:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in others)])
        self._code.append(f"q {colour(code)} RG {weight} w {path} S Q")

    def fill(self, box: Box, code: str) -> None:
        """Fill a box; it must be inside a mark."""
        self._code.append(f"q {colour(code)} rg {_rectangle(box)} f Q")

    def dot(self, x: float, y: float, radius: float, ground: str, edge: str) -> None:
        """Draw a disc; it must be inside a mark."""
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        self._code.append(f"q {colour(ground)} rg {colour(edge)} RG 1.2 w {_rounded(box, radius)} B Q")

    def showPage(self) -> None:  # noqa: N802 - ReportLab's own
        """End a page; a page knows where its sequences are in the tree, and in which order to tab."""
        document, page = self._doc, self.page
        add = document.addPage

        def tagged(one: PDFPage) -> None:
            one.__NoDefault__ = [*one.__NoDefault__, "StructParents", "Tabs"]
            one.StructParents, one.Tabs = page, PDFName("S")
            one.Contents = Ready(packed("\n".join(self._code).encode("latin-1")))  # without ReportLab's ASCII
            add(one)

        document.addPage = tagged
        super().showPage()
        del document.addPage
        self._sequences = 0

    def finish(self, metadata: Metadata) -> None:
        """Write fonts, tags and metadata, and save the file."""
        document, pages = self._doc, self.page
        fonts = document.idToObject["BasicFonts"].dict
        for face, number in self._faces.items():
            fonts[serial(face)] = f"{number} 0 R"
        numbers = [document.idToObjectNumberAndVersion[f"Page{page}"][0] for page in range(1, pages + 1)]
        metadata.enter(self)
        document.Catalog.MarkInfo = "<</Marked true>>"
        document.Catalog.StructTreeRoot = f"{write(document, self.root, numbers)} 0 R"
        self.save()


def _rectangle(box: Box) -> str:
    return f"{box.x:.2f} {box.y:.2f} {box.width:.2f} {box.height:.2f} re"


def _rounded(box: Box, radius: float) -> str:
    """Write the path of a rectangle with round corners."""
    left, low, right, high = box.x, box.y, box.x + box.width, box.y + box.height
    bend = radius * (1 - _ROUND)
    return (
        f"{left + radius:.2f} {low:.2f} m {right - radius:.2f} {low:.2f} l "
        f"{right - bend:.2f} {low:.2f} {right:.2f} {low + bend:.2f} {right:.2f} {low + radius:.2f} c "
        f"{right:.2f} {high - radius:.2f} l "
        f"{right:.2f} {high - bend:.2f} {right - bend:.2f} {high:.2f} {right - radius:.2f} {high:.2f} c "
        f"{left + radius:.2f} {high:.2f} l "
        f"{left + bend:.2f} {high:.2f} {left:.2f} {high - bend:.2f} {left:.2f} {high - radius:.2f} c "
        f"{left:.2f} {low + radius:.2f} l "
        f"{left:.2f} {low + bend:.2f} {left + bend:.2f} {low:.2f} {left + radius:.2f} {low:.2f} c h"
    )
