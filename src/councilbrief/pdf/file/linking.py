"""Links: annotations that say where they lead, and know their place in the tree of tags."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject
from reportlab.pdfgen.canvas import Canvas

from councilbrief.pdf.file.objects import Ready, enter, words
from councilbrief.pdf.file.places import Box

_PRINTED = 4  # the flag that an annotation is printed, which PDF/A and PDF/UA ask for


def link(canvas: Canvas, box: Box, target: str, said: str, key: int) -> int:
    """Make a box clickable: `#key` goes to an anchor, anything else is a web address.

    `said` is read out; `key` is the link's in the way back. Returns the number of its object.
    """
    edges = f"{box.x:.2f} {box.y:.2f} {box.x + box.width:.2f} {box.y + box.height:.2f}"
    document = canvas._doc  # noqa: SLF001 - ReportLab has no call for a link that is tagged
    head = (
        f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F {_PRINTED}/StructParent {key}/Contents"
    ).encode() + words(said)
    if target.startswith("#"):
        one = _Inward(head, canvas._bookmarkReference(target[1:]))  # noqa: SLF001 - the same
    else:
        one = Ready(head + f"/A<</S/URI/URI({_escaped(target)})>>>>".encode("ascii"))
    number = enter(document, one)
    canvas._annotationrefs.append(f"{number} 0 R")  # noqa: SLF001 - the same
    return number


def _escaped(address: str) -> str:
    return address.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


class _Inward(Ready):
    """A link within the file; where it leads is known only when the file is written."""

    def __init__(self, head: bytes, destination: PDFObject) -> None:
        super().__init__(head)
        self._destination = destination

    def format(self, document: PDFDocument) -> bytes:
        return self.data + b"/Dest " + bytes(self._destination.format(document)) + b">>"
