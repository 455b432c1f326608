"""Writes the hostile files called .pdf beside it; the tests check that they are these.

`EXPECTED` says what each should become: the keys of the problems that are right, or None where the
file should be read as any other.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from hostile.pdf_parts import (
    HEADER,
    HELVETICA,
    lines,
    one_page,
    packed_file,
    page,
    plain_file,
    squeezed,
    stream,
    to_unicode,
)

FOLDER = Path(__file__).parent / "pdf"
PASSWORD = "only the clerk knows"  # noqa: S105 - the password of a file made here
READABLE = ("The service is good.", "Leaders know their children well.")

TOO_DEAR = frozenset({"too-slow", "too-much-memory", "too-much-text", "reader-died"})
BROKEN = frozenset({"broken-pdf", "cut-short"})


def flate_bomb() -> bytes:
    """Blanks, 400 MB of them, compressed twice into a page of 1.5 kB: too dear, or no text."""
    squeeze, blanks = zlib.compressobj(9), b" " * 4_000_000
    once = b"".join([*(squeeze.compress(blanks) for _ in range(100)), squeeze.flush()])
    contents = stream(zlib.compress(once, 9), b"/Filter[/FlateDecode/FlateDecode]")
    return plain_file(one_page(contents))


def many_glyphs() -> bytes:
    """Show 400,000 glyphs on one page of 2 kB: too dear, or read as it stands."""
    shown = b"BT /F 1 Tf 1 TL 72 760 Td " + (b"(" + b"word " * 100 + b") Tj T*\n") * 800 + b"ET"
    return plain_file(one_page(squeezed(shown)))


def web_page() -> bytes:
    """An HTML page under the wrong name: not a PDF."""
    return (
        b"<!DOCTYPE html>\n<html lang='en-GB'><head><title>Page not found</title></head>\n"
        b"<body><h1>Page not found</h1><p>If you typed the address, check that it is right.</p></body></html>\n"
    )


def _locked(password: str) -> bytes:
    out = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword="the owner", canPrint=0, strength=128)
    canvas = Canvas(out, invariant=1, encrypt=lock)
    for number, text in enumerate(READABLE):
        canvas.drawString(72, 760 - 14 * number, text)
    canvas.save()
    return out.getvalue()


def encrypted() -> bytes:
    """A file that opens with a password only: encrypted."""
    return _locked(PASSWORD)


def encrypted_without_password() -> bytes:
    """A file encrypted under the empty password, as printers' settings make them: read."""
    return _locked("")


def scanned() -> bytes:
    """A picture of a page and no text: no text layer."""
    width, height = 248, 351
    rows = bytes(
        0 if y % 12 < 5 and 20 < x < 228 and (x * 7 + y // 12 * 3) % 11 > 2 else 255
        for y in range(height)
        for x in range(width)
    )
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
    picture = squeezed(rows, entries % (width, height))
    contents = stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    return plain_file(one_page(contents, resources=b"/XObject<</I 6 0 R>>", more=[picture]))


def empty() -> bytes:
    """Return nothing at all: an empty file."""
    return b""


def _several_pages() -> bytes:
    objects = one_page(squeezed(lines(*READABLE)))
    kids = range(10, 50, 2)
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    for kid in kids:
        objects[kid] = page(kid + 1)
        objects[kid + 1] = stream(lines(*READABLE, f"This is page {kid // 2 - 4} of {len(kids)}."))
    return plain_file(objects)


def cut_short() -> bytes:
    """Keep the first six tenths of a good file, as a broken transfer leaves it: broken."""
    whole = _several_pages()
    return whole[: len(whole) * 6 // 10]


def rubbish() -> bytes:
    """The first line of a PDF and then noise: broken."""
    noise, seed = bytearray(), 12345
    for _ in range(4_000):
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        noise.append(seed >> 16 & 255)
    return HEADER + bytes(noise)


def words() -> bytes:
    """A text file under the wrong name: not a PDF."""
    return "\n".join([*READABLE, "Councillor Ann Example said: “We are pleased.”", ""]).encode()


def many_pages() -> bytes:
    """2,001 pages that share one content: too many pages."""
    kids = range(10, 2_011)
    objects = one_page(b"")
    del objects[3], objects[5]
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    objects |= dict.fromkeys(kids, page(5))
    return packed_file(objects, {5: squeezed(lines(*READABLE))})


def page_tree_loop() -> bytes:
    """Pages whose only kid is their own parent: broken, and soon."""
    objects = one_page(squeezed(lines(*READABLE)))
    objects[2] = b"<</Type/Pages/Kids[6 0 R]/Count 1>>"
    objects[6] = b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"
    return plain_file(objects)


def page_tree_deep() -> bytes:
    """One page at the end of 5,000 nested nodes: broken, or read."""
    first, depth = 10, 5_000
    node = (
        b"<</Type/Pages/Kids[%d 0 R]/Count 1>>"  # without /Parent, which nobody asks for, it is half the size
    )
    objects = {number: node % (number + 1) for number in range(first, first + depth)}
    objects[first + depth - 1] = node % 3
    objects |= {1: b"<</Type/Catalog/Pages 2 0 R>>", 4: HELVETICA}
    objects[2] = b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % first
    objects[3] = page(5, parent=first + depth - 1)
    return packed_file(objects, {5: squeezed(lines(*READABLE))})


def much_text_by_forms() -> bytes:
    """Forms that draw forms that draw a paragraph, 24 million letters in all: too dear."""
    paragraph = b"BT /F 1 Tf 1 TL 72 760 Td " + (b"(" + b"word " * 200 + b") Tj T*\n") * 24 + b"ET"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>"
    inner = squeezed(paragraph, form % b"/Font<</F 4 0 R>>")
    outer = squeezed(b"/X Do 1 0 0 1 0 -1 cm\n" * 32, form % b"/XObject<</X 7 0 R>>")
    contents = squeezed(b"/X Do 1 0 0 1 0 -1 cm\n" * 32)
    return plain_file(one_page(contents, resources=b"/XObject<</X 6 0 R>>", more=[outer, inner]))


def much_text_by_map() -> bytes:
    """120,000 glyphs, each of which stands for 200 letters, 24 MB of text in all: too dear."""
    shown = b"BT /F 1 Tf 1 TL 72 760 Td " + (b"(" + b"ab" * 60 + b") Tj T*\n") * 1_000 + b"ET"
    font = HELVETICA[:-2] + b"/ToUnicode 6 0 R>>"
    meaning = to_unicode({ord("a"): "much text " * 20, ord("b"): "from little " * 16 + "and more"})
    return plain_file(one_page(squeezed(shown), font=font, more=[squeezed(meaning)]))


def much_text_by_pages() -> bytes:
    """Thirty pages of a million letters each, which fit into memory one at a time: too much text."""
    shown = b"BT /F 1 Tf 1 TL 72 760 Td " + (b"(" + b"word " * 200 + b") Tj T*\n") * 1_000 + b"ET"
    kids = range(10, 40)
    objects = one_page(squeezed(shown))
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    return plain_file(objects | dict.fromkeys(kids, page(5)))


def word_document() -> bytes:
    """A .docx, which is a ZIP, under the wrong name: not a PDF."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in READABLE)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "word/document.xml": f"<w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


def odd_characters() -> bytes:
    """Letters that stand for NUL, controls, half a surrogate pair, private use and no-characters: read."""
    odd = ["\0", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\udc00", "\uf06e", "\ufffe", "\uffff", "\ufeff"]
    odd += ["\u202e", "\u200b", "\u00ad", "\u2028", "\U0001f600", "e\u0301", ""]
    meaning = dict(enumerate(odd, ord("A")))
    codes = b"".join(b"x%cy " % code for code in meaning)
    shown = lines(*READABLE)[:-2] + b"/G 11 Tf (%s) Tj T* ET" % codes
    meaning |= {ord("x"): "x", ord("y"): "y", ord(" "): " "}
    font = HELVETICA[:-2] + b"/ToUnicode 7 0 R>>"
    resources = b"/Font<</F 4 0 R/G 6 0 R>>"
    return plain_file(
        one_page(squeezed(shown), resources=resources, more=[font, squeezed(to_unicode(meaning))])
    )


def no_pages() -> bytes:
    """A whole file of no pages: broken, or no text."""
    return plain_file({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"})


def one_long_word() -> bytes:
    """A line of a million letters without a space: too dear, or read."""
    shown = b"BT /F 1 Tf 72 760 Td " + (b"(" + b"abcdefghij" * 1_000 + b") Tj\n") * 100 + b"ET"
    return plain_file(one_page(squeezed(shown)))


def pickled_map() -> bytes:
    """A font whose encoding names a path, as CVE-2025-64512 had it: read, and nothing opened."""
    cid = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Evil/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
    )
    cid += b"/Supplement 0>>/DW 500>>"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/Evil/Encoding/..#2F..#2F..#2Ftmp#2Fevil/DescendantFonts[7 0 R]>>"
    shown = lines(*READABLE)[:-2] + b"/G 11 Tf <00410042> Tj ET"
    return plain_file(one_page(squeezed(shown), resources=b"/Font<</F 4 0 R/G 6 0 R>>", more=[font, cid]))


FILES: dict[str, Callable[[], bytes]] = {
    "flate-bomb.pdf": flate_bomb,
    "many-glyphs.pdf": many_glyphs,
    "web-page.pdf": web_page,
    "encrypted.pdf": encrypted,
    "encrypted-without-password.pdf": encrypted_without_password,
    "scanned.pdf": scanned,
    "empty.pdf": empty,
    "cut-short.pdf": cut_short,
    "rubbish.pdf": rubbish,
    "words.pdf": words,
    "many-pages.pdf": many_pages,
    "page-tree-loop.pdf": page_tree_loop,
    "page-tree-deep.pdf": page_tree_deep,
    "much-text-by-forms.pdf": much_text_by_forms,
    "much-text-by-map.pdf": much_text_by_map,
    "much-text-by-pages.pdf": much_text_by_pages,
    "word-document.pdf": word_document,
    "odd-characters.pdf": odd_characters,
    "no-pages.pdf": no_pages,
    "one-long-word.pdf": one_long_word,
    "pickled-map.pdf": pickled_map,
}

EXPECTED: dict[str, frozenset[str] | None] = {
    "flate-bomb.pdf": TOO_DEAR | {"no-text-layer"},
    "many-glyphs.pdf": None,
    "web-page.pdf": frozenset({"web-page"}),
    "encrypted.pdf": frozenset({"encrypted-pdf"}),
    "encrypted-without-password.pdf": None,
    "scanned.pdf": frozenset({"no-text-layer"}),
    "empty.pdf": frozenset({"empty-file"}),
    "cut-short.pdf": BROKEN,
    "rubbish.pdf": BROKEN,
    "words.pdf": frozenset({"not-a-pdf"}),
    "many-pages.pdf": frozenset({"too-many-pages"}),
    "page-tree-loop.pdf": frozenset({"broken-pdf"}),
    "page-tree-deep.pdf": frozenset({"broken-pdf"}),
    "much-text-by-forms.pdf": TOO_DEAR,
    "much-text-by-map.pdf": TOO_DEAR,
    "much-text-by-pages.pdf": frozenset({"too-much-text", "too-slow"}),
    "word-document.pdf": frozenset({"not-a-pdf"}),
    "odd-characters.pdf": None,
    "no-pages.pdf": frozenset({"broken-pdf", "no-text-layer"}),
    "one-long-word.pdf": None,
    "pickled-map.pdf": None,
}


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in FILES.items():
        data = make()
        (FOLDER / name).write_bytes(data)
        print(FOLDER / name, len(data))  # noqa: T201 - a script says what it did


if __name__ == "__main__":
    main()
