"""Writes small PDF files by hand, so that they can be wrong in just the way that is wanted."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PACK = 1_000  # objects in one object stream


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream as it stands in the file; whoever calls it has compressed the data already."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def squeezed(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream compressed once."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode" + entries)


def plain_file(objects: Mapping[int, bytes], root: int = 1) -> bytes:
    """Return a file of these objects with a plain table of where they stand."""
    out = bytearray(HEADER)
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    return bytes(out)


def packed_file(objects: Mapping[int, bytes], loose: Mapping[int, bytes], root: int = 1) -> bytes:
    """Return a file whose `objects` lie in compressed object streams; `loose` ones stand by themselves."""
    out = bytearray(HEADER)
    rows: dict[int, bytes] = {0: b"\0" + (0).to_bytes(4) + (65535).to_bytes(2)}
    number = max([*objects, *loose]) + 1

    def place(at: int, body: bytes) -> None:
        rows[at] = b"\1" + len(out).to_bytes(4) + bytes(2)
        out.extend(b"%d 0 obj\n%s\nendobj\n" % (at, body))

    for at, body in loose.items():
        place(at, body)
    names = list(objects)
    for first in range(0, len(names), PACK):
        some = names[first : first + PACK]
        index, bodies = b"", b""
        for place_in_pack, name in enumerate(some):
            index += b"%d %d " % (name, len(bodies))
            bodies += objects[name] + b"\n"
            rows[name] = b"\2" + number.to_bytes(4) + place_in_pack.to_bytes(2)
        place(number, squeezed(index + bodies, b"/Type/ObjStm/N %d/First %d" % (len(some), len(index))))
        number += 1
    start = len(out)
    rows[number] = b"\1" + start.to_bytes(4) + bytes(2)
    table = b"".join(rows.get(name, bytes(7)) for name in range(number + 1))
    entries = b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R" % (number + 1, root)
    out += b"%d 0 obj\n%s\nendobj\n" % (number, squeezed(table, entries))
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def page(contents: int, resources: bytes = b"/Font<</F 4 0 R>>", parent: int = 2) -> bytes:
    """Return a page object of A4 size."""
    return b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Resources<<%s>>/Contents %d 0 R>>" % (
        parent,
        resources,
        contents,
    )


def one_page(
    contents: bytes,
    *,
    font: bytes = HELVETICA,
    resources: bytes = b"/Font<</F 4 0 R>>",
    more: Sequence[bytes] = (),
) -> dict[int, bytes]:
    """Return the objects of a file of one page: 1 catalogue, 2 pages, 3 page, 4 font, 5 contents, 6 and on."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: page(5, resources),
        4: font,
        5: contents,
        **dict(enumerate(more, 6)),
    }


def lines(*texts: str) -> bytes:
    """Return the content of a page that shows these lines, letter by letter as they stand."""
    shown = b"".join(b"(%s) Tj T* " % text.encode("cp1252") for text in texts)
    return b"BT /F 11 Tf 14 TL 72 760 Td " + shown + b"ET"


def to_unicode(pairs: Mapping[int, str]) -> bytes:
    """Return a map from one-byte codes to texts, as UTF-16 that may hold lone surrogates."""
    rows = b"\n".join(
        b"<%02X> <%s>" % (code, text.encode("utf-16-be", "surrogatepass").hex().upper().encode())
        for code, text in pairs.items()
    )
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /Here def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"%d beginbfchar\n%s\nendbfchar\nendcmap end end" % (len(pairs), rows)
    )
