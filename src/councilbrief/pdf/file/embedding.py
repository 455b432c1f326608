"""The faces inside a PDF: whole font files, in which a character's code is its code point.

ReportLab's own fonts are cut anew for every PDF, number characters as they come, and map some
of the codes to nothing. Here the font's objects are the same in every PDF: what a code draws and
what a reader makes of it both follow from the character, so neither can go astray from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from reportlab.pdfbase.pdfdoc import PDFDocument

from councilbrief.pdf.file.objects import Ready, enter, packed
from councilbrief.pdf.look.faces import Face, Metrics, metrics

_SYMBOLIC = 4
_SERIALS = {face: f"F{number}" for number, face in enumerate(Face, 1)}

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_MOST_RANGES = 100  # that one operator of a map may hold


def serial(face: Face) -> str:
    """Return the name that a page's code uses for a face."""
    return _SERIALS[face]


def coded(text: str) -> str:
    """Write a text in the codes of our fonts, as a hexadecimal string without its brackets."""
    return text.encode("utf-16-be").hex()


def embed(document: PDFDocument, face: Face) -> int:
    """Put a face into a document, and return the number of its object."""
    parts = _parts(face)

    def put(data: bytes, **others: int) -> int:
        for name, number in others.items():
            data = data.replace(b"@%s" % name.encode(), b"%d 0 R" % number)
        return enter(document, Ready(data))

    descriptor = put(parts.descriptor, program=put(parts.program))
    inner = put(parts.inner, descriptor=descriptor, mapping=put(parts.mapping))
    return put(parts.outer, descendant=inner, unicode=put(parts.unicode))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The objects of a face, with `@name` where the number of another one goes."""

    program: bytes
    mapping: bytes
    unicode: bytes
    descriptor: bytes
    inner: bytes
    outer: bytes


@cache
def _parts(face: Face) -> _Parts:
    one = metrics(face)
    box = " ".join(f"{edge:.0f}" for edge in one.box)
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    descriptor = (
        f"<</Type/FontDescriptor/FontName/{face}/Flags {_SYMBOLIC}/FontBBox[{box}]/ItalicAngle 0"
        f"/Ascent {one.ascent:.0f}/Descent {one.descent:.0f}/CapHeight {one.cap_height:.0f}"
        f"/StemV {one.stem:.0f}/FontFile2 @program>>"
    )
    inner = (
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{face}{system}/FontDescriptor @descriptor"
        f"/CIDToGIDMap @mapping/DW {one.lacking:.0f}/W[{_widths(one)}]>>"
    )
    outer = (
        f"<</Type/Font/Subtype/Type0/BaseFont/{face}/Encoding/Identity-H"
        f"/DescendantFonts[@descendant]/ToUnicode @unicode>>"
    )
    return _Parts(
        program=packed(one.program, f"/Length1 {len(one.program)}"),
        mapping=packed(glyph_map(one.glyphs)),
        unicode=packed(unicode_map(one.glyphs).encode()),
        descriptor=descriptor.encode(),
        inner=inner.encode(),
        outer=outer.encode(),
    )


def glyph_map(glyphs: Mapping[int, int]) -> bytes:
    """Give two bytes a code point: the number of its glyph in the font file."""
    table = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def widths(one: Metrics) -> Iterator[tuple[int, list[float]]]:
    """Give runs of codes by their first, each with the widths of its characters."""
    for run in _runs(one.glyphs):
        yield run[0], [one.widths.get(code, one.lacking) for code in run]


def _widths(one: Metrics) -> str:
    return "".join(f"{first}[{' '.join(f'{each:.6g}' for each in run)}]" for first, run in widths(one))


def unicode_map(glyphs: Mapping[int, int]) -> str:
    """Map each code to itself, for those who read."""
    ranges = [f"<{run[0]:04X}> <{run[-1]:04X}> <{run[0]:04X}>\n" for run in _runs(glyphs)]
    parts = [_CMAP_HEAD]
    for at in range(0, len(ranges), _MOST_RANGES):
        some = ranges[at : at + _MOST_RANGES]
        parts += [f"{len(some)} beginbfrange\n", *some, "endbfrange\n"]
    return "".join((*parts, _CMAP_FOOT))


def _runs(codes: Iterable[int]) -> Iterator[list[int]]:
    """Give runs of codes without a gap, none of which goes on past a multiple of 256."""
    ordered = sorted(codes)
    for _, run in groupby(enumerate(ordered), key=lambda each: (each[1] - each[0], each[1] >> 8)):
        yield [code for _, code in run]
