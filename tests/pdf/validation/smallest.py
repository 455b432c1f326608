"""The smallest PDF/UA-1 that says something, written by hand: a rule and a square with an alternative text.

It shows that a validator lets through what is right, and, with one part spoiled, that it sees
what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable

METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A square</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()
DRAWN = b"/Artifact BMC 50 40 m 150 40 l S EMC /Figure <</MCID 0>> BDC 50 50 100 100 re f EMC"


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (more, len(data), data)


OBJECTS = (
    (
        b"<</Type/Catalog/Pages 2 0 R/Lang(en-GB)/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R/Metadata 9 0 R"
        b"/ViewerPreferences<</DisplayDocTitle true>>>>"
    ),
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>/Contents 4 0 R/StructParents 0/Tabs/S>>",
    _stream(DRAWN),
    b"<</Type/StructTreeRoot/K 6 0 R/ParentTree 7 0 R/ParentTreeNextKey 1>>",
    b"<</Type/StructElem/S/Document/P 5 0 R/K[8 0 R]>>",
    b"<</Nums[0[8 0 R]]>>",
    b"<</Type/StructElem/S/Figure/P 6 0 R/Pg 3 0 R/K 0/Alt(A square)/A<</O/Layout/BBox[50 50 150 150]/Placement/Block>>>>",
    _stream(METADATA, b"/Type/Metadata/Subtype/XML"),
    b"<</Title(A square)/Producer(a hand)>>",
)

# what is spoiled, in words, and how
SPOILED: dict[str, tuple[bytes, bytes]] = {
    "no language": (b"/Lang(en-GB)", b""),
    "not marked as tagged": (b"/MarkInfo<</Marked true>>", b""),
    "its title is not shown": (b"/DisplayDocTitle true", b"/DisplayDocTitle false"),
    "no tree": (b"/StructTreeRoot 5 0 R", b""),
    "no metadata": (b"/Metadata 9 0 R", b""),
    "it does not say that it is PDF/UA": (b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "no alternative text": (b"/Alt(A square)", b""),
    "something drawn stands outside the tree": (
        b"/Artifact BMC 50 40 m 150 40 l S EMC",
        b"50 40 m 150 40 l S",
    ),
}


def smallest(change: Callable[[bytes], bytes] = bytes) -> bytes:
    """Write the file, each of its objects after a change."""
    data = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, part in enumerate(OBJECTS, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, change(part))
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(OBJECTS) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    ends = b"trailer\n<</Size %d/Root 1 0 R/Info 10 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(data + ends % (len(OBJECTS) + 1, table))


def spoiled(what: str) -> bytes:
    """Write the file with a part spoiled; what takes its place is of the same length, as streams are measured."""
    old, new = SPOILED[what]
    return smallest(lambda part: part.replace(old, new.ljust(len(old))))
