"""Things that no briefing needs, put into its file: the proof names each of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from councilbrief.briefing.theme import Logo, Theme
from councilbrief.pdf.file import canvas as canvases
from councilbrief.pdf.file.objects import packed
from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render
from councilbrief.problems import ProofError
from pdf.samples import STAMP
from pdf.test_tags import SHELF, whole
from pictures import picture

pytestmark = pytest.mark.faulty
BRIEFING = replace(whole(), theme=Theme(logo=Logo(picture("RGBA"), "The crest")), as_at="1 May 2026")
_ENTRY = re.compile(rb"(\d{10}) (\d{5} n)")


def rewritten(pdf: bytes, old: bytes, new: bytes) -> bytes:
    """Put one thing in the place of another, and let the table of objects follow."""
    at = pdf.index(old)
    end = pdf.rindex(b"\nxref\n")
    assert at < end
    by = len(new) - len(old)

    def moved(found: re.Match[bytes]) -> bytes:
        place = int(found.group(1))
        return b"%010d %s" % (place + by if place > at else place, found.group(2))

    table = _ENTRY.sub(moved, pdf[end:])
    table = re.sub(rb"startxref\s+(\d+)", lambda found: b"startxref\n%d" % (int(found.group(1)) + by), table)
    return pdf[:at] + new + pdf[at + len(old) : end] + table


def told(pdf: bytes) -> list[tuple[str, str]]:
    try:
        prove(pdf, BRIEFING, SHELF.documents)
    except ProofError as error:
        return [(problem.key, problem.message) for problem in error.problems]
    return []


PDF = render(BRIEFING, stamp=STAMP)


def test_a_file_with_everything_is_proved() -> None:
    assert told(PDF) == []


SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
ADDED = {
    "the catalogue": (
        b"/Type /Catalog",
        (
            b"/OpenAction " + SCRIPT,
            b"/AA <</WC " + SCRIPT + b">>",
            b"/AcroForm <</Fields []>>",
            b"/OCProperties <</OCGs [] /D <<>>>>",
            b"/PageLabels <</Nums [0 <</S/r>>]>>",
            b"/URI <</Base(https://other.example/)>>",
            b"/Collection <</View/H>>",
            b"/NeedsRendering true",
        ),
    ),
    "the mark of tags": (b"/Marked true", (b"/Suspects true", b"/UserProperties true")),
    "the preferences": (b"/DisplayDocTitle true", (b"/Direction/R2L", b"/HideToolbar true")),
    "the tree of tags": (
        b"/Type/StructTreeRoot",
        (b"/RoleMap<</H2/P>>", b"/ClassMap<</x<</O/Layout>>>>"),
    ),
    "an element": (
        b"/S/P",
        (
            b"/ActualText(other words)",
            b"/E(longer words)",
            b"/Lang(fr)",
            b"/T(a title)",
            b"/C/x",
            b"/A<</O/Table/ColSpan 2>>",
        ),
    ),
    "an element that is a link": (b"/S/Link", (b"/Alt(other words)", b"/ActualText(other words)")),
    "a figure": (b"/S/Figure", (b"/ActualText(other words)",)),
    "a page": (
        b"/Rotate 0",
        (
            b"/CropBox [0 500 595 842]",
            b"/UserUnit 2",
            b"/TrimBox [0 0 9 9]",
            b"/Dur 1",
            b"/AA <</O " + SCRIPT + b">>",
        ),
    ),
    "a page's resources": (
        b"/ProcSet",
        (b"/ExtGState <</G0 <</ca 0>>>> ", b"/Shading <<>> ", b"/Properties <<>> "),
    ),
    "a link": (
        b"/Subtype/Link",
        (
            b"/AP<</N 1 0 R>>",
            b"/AA<</U " + SCRIPT + b">>",
            b"/PA" + SCRIPT,
            b"/QuadPoints[0 0 1 0 0 1 1 1]",
            b"/OC 1 0 R",
        ),
    ),
    "a link's action": (b"/S/URI", (b"/Next" + SCRIPT, b"/IsMap true")),
    "the outline": (b"/Type /Outlines", (b"/OC 1 0 R",)),
    "a bookmark": (b"/Title (First)", (b"/A " + SCRIPT, b"/C [1 1 1]", b"/SE 1 0 R")),
    "a picture": (b"/Subtype /Image", (b"/OC 1 0 R", b"/Alternates []")),
}
ADDITIONS = [(kind, at, added) for kind, (at, some) in ADDED.items() for added in some]


@pytest.mark.parametrize(
    ("kind", "at", "added"), ADDITIONS, ids=[f"{added!r} in {kind}" for kind, _, added in ADDITIONS]
)
def test_what_no_briefing_has_is_named(kind: str, at: bytes, added: bytes) -> None:
    name = re.match(r"/(\w+)", added.decode())
    kind = kind.replace("an element that is a link", "an element")
    messages = [message for key, message in told(rewritten(PDF, at, added + at)) if key == "proof-file"]
    assert name
    where = f"the PDF has “{name.group(1)}” in {kind}, which no briefing has"
    assert any(message.endswith(where) for message in messages)


CHANGED = {
    "a script": (
        b"/Type /Catalog",
        b"/Names <</JavaScript <</Names [(a) " + SCRIPT + b"]>>>> /Type /Catalog",
    ),
    "a page that is turned": (b"/Rotate 0", b"/Rotate 180"),
    "a page that is cut": (b"/MediaBox [ 0 0 595.2756 841.8898 ]", b"/MediaBox [ 0 0 300 841.8898 ]"),
    "a link that is hidden": (b"/F 4/", b"/F 2/"),
    "a link that starts a program": (b"/S/URI/", b"/S/Launch/"),
    "a link that shows a page small": (b" 0 ]>>", b" 0.1 ]>>"),
    "a bookmark that shows a page large": (b" 0 ] /Next", b" 8 ] /Next"),
    "pages shown on the whole screen": (b"/PageMode /UseNone", b"/PageMode /FullScreen"),
    "a title that is not shown": (b"/DisplayDocTitle true", b"/DisplayDocTitle false"),
    "another author": (b"/Author (Wealdshire)", b"/Author (Somebody)"),
    "other key words": (b"/Keywords (Wealdshire", b"/Keywords (Secret, Wealdshire"),
    "another subject": (b"/Subject (A briefing)", b"/Subject (A secret)"),
    "another date": (b"/CreationDate (D:2026", b"/CreationDate (D:1999"),
    "no date": (b"/ModDate (D:2026", b"/ModDate (in 2026"),
    "another author in XMP": (b"<rdf:li>Wealdshire<", b"<rdf:li>Sealdshire<"),
    "another language in XMP": (b"<dc:language><rdf:Bag><rdf:li>en", b"<dc:language><rdf:Bag><rdf:li>cy"),
    "another date in XMP": (b"<xmp:CreateDate>2026", b"<xmp:CreateDate>1999"),
    "another width of other letters": (b"/DW 600", b"/DW 60"),
    "other widths": (b"/W[32[", b"/W[32[9"),
    "letters below one another": (b"/Encoding/Identity-H", b"/Encoding/Identity-V"),
    "no table of what letters read as": (b"/ToUnicode ", b"/ToUnicod "),
}


@pytest.mark.parametrize(("old", "new"), CHANGED.values(), ids=CHANGED.keys())
def test_what_is_not_as_in_a_briefing_is_told(old: bytes, new: bytes) -> None:
    assert "proof-file" in {key for key, _ in told(rewritten(PDF, old, new))}


TREE = {
    "a tag with two lists of attributes": (b"/A<</O/Table/Scope/Row>>", b"/A[<</O/Table/Scope/Row>>]"),
    "a link without a place": (b"/Rect[", b"/Rext["),
    "a link that leads nowhere": (b"/XYZ 0 ", b"/XYZ null null "),
    "a link that leads to two places": (b"/A<</S/URI", b"/Dest [1 0 R /XYZ 0 9 0]/A<</S/URI"),
    "an element that is not in a tree": (b"/S/Document/P ", b"/S/Document/P 1"),
}


@pytest.mark.parametrize(("old", "new"), TREE.values(), ids=TREE.keys())
def test_tags_that_cannot_be_followed_are_told(old: bytes, new: bytes) -> None:
    assert "proof-tags" in {key for key, _ in told(rewritten(PDF, old, new))}


def test_a_file_that_was_added_to_is_told() -> None:
    start = PDF.rindex(b"startxref")
    prev = re.search(rb"startxref\s+(\d+)", PDF[start:])
    assert prev
    root = re.search(rb"/Root (\d+) 0 R", PDF[start - 300 :])
    assert root
    table = b"xref\n0 0\ntrailer\n<</Root %s 0 R/Size 9/Prev %s>>\n" % (root.group(1), prev.group(1))
    more = PDF + b"\n" + table + b"startxref\n%d\n%%%%EOF\n" % (len(PDF) + 1)
    messages = [message for _, message in told(more)]
    assert "the PDF was added to after it was set" in messages


CODE = {
    "invisible words": (r"BT\n", "BT\n3 Tr\n", "“Tr”"),
    "squeezed words": (r"BT\n", "BT\n10 Tz\n", "“Tz”"),
    "raised words": (r"BT\n", "BT\n20 Ts\n", "“Ts”"),
    "words cut away": (r"\A", "0 0 1 1 re W n\n", "“W”"),
    "transparent words": (r"\A", "/G0 gs\n", "“gs”"),
    "a picture in the code": (r"\Z", "\n/Artifact BMC\nBI /W 1 /H 1 ID x EI\nEMC", "“BI”"),
    "a shade": (r"\Z", "\n/Artifact BMC\n/S0 sh\nEMC", "“sh”"),
    "other words for listeners": (r"/P <</MCID 5>>", "/P <</MCID 5/ActualText(x)>>", "a mark says more"),
    "another language for listeners": (r"/P <</MCID 5>>", "/P <</MCID 5/Lang(fr)>>", "a mark says more"),
    "a layer": (r"/Artifact BMC", "/OC /M0 BDC", "a mark says more"),
    "words with another tag": (r"/P (<</MCID \d+>>)", r"/H1 \1", "a mark says /H1, and the tree of tags P"),
    "decoration that is said": (r"/P (<</MCID \d+>>)", r"/Artifact \1", "a mark says /Artifact"),
}


def recoded(pattern: str, new: str) -> Callable[[bytes], bytes]:
    return lambda code: packed(re.sub(pattern, new, code.decode("latin-1"), count=1).encode("latin-1"))


@pytest.mark.parametrize(("pattern", "new", "what"), CODE.values(), ids=CODE.keys())
def test_code_that_no_briefing_has_is_told(
    pattern: str, new: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(canvases, "packed", recoded(pattern, new))
    assert any(what in message for _, message in told(render(BRIEFING, stamp=STAMP)))
