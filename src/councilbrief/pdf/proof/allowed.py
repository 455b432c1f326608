"""What may stand in a file of ours, key by key: anything else may show, say or do what no briefing does.

A reader knows many more things than a briefing needs: words that are spoken in place of those that
stand there, scripts, forms, layers, pages that are cut. None of them is looked into: it is enough
that they are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1

from councilbrief.pdf.look.style import PAGE_HEIGHT, PAGE_WIDTH

_MANNER = 5  # of a destination: page, manner, left, top, zoom


@dataclass(frozen=True, slots=True)
class Strange:
    """What no file of ours has, and on which page, if that is known."""

    page: int | None
    what: str


def _plain(value: Any) -> object:  # noqa: ANN401 - pdfminer's own
    """Make a value comparable; one that is no plain one is equal to nothing."""
    value = resolve1(value)
    if isinstance(value, list):
        return tuple(map(_plain, value))
    if isinstance(value, float):
        return round(value, 1)
    return getattr(value, "name", value)


def _is(*values: object) -> Callable[[Any], bool]:
    return lambda value: type(plain := _plain(value)) in {type(one) for one in values} and plain in values


def _yes(value: Any) -> bool:  # noqa: ANN401 - the same
    return resolve1(value) is True


def _any(value: Any) -> bool:  # noqa: ANN401 - the same
    """Let any plain value pass."""
    return not isinstance(resolve1(value), dict | PDFStream)


def _reference(value: Any) -> bool:  # noqa: ANN401 - the same
    """Let a reference pass that is followed elsewhere."""
    return isinstance(value, PDFObjRef)


def _place(value: Any) -> bool:  # noqa: ANN401 - the same
    """Let a destination pass that shows its height at the top of the window, as large as what was read."""
    one = resolve1(value)
    return isinstance(one, list) and len(one) == _MANNER and _plain(one[1:3] + one[4:]) == ("XYZ", 0, 0)


Rule = str | Callable[[Any], bool]
"""A kind, whose entries are looked at in turn, or what a plain value must be."""

_STREAM: dict[str, Rule] = {"Filter": _is("FlateDecode"), "Length": _any}
_ELEMENT: dict[str, Rule] = {"S": _any, "P": _reference, "Pg": _reference, "K": "an element"}
_PAGE_BOX = (0, 0, round(PAGE_WIDTH, 1), round(PAGE_HEIGHT, 1))

_KINDS: Mapping[str, Mapping[str, Rule]] = {
    "the trailer": {"Root": "the catalogue", "Info": "the information", "ID": _any, "Size": _any},
    "the information": dict.fromkeys(
        ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"), _any
    )
    | {"Trapped": _is("False")},
    "the catalogue": {
        "Type": _is("Catalog"),
        "Lang": _any,
        "PageMode": _is("UseNone"),
        "ViewerPreferences": "the preferences",
        "MarkInfo": "the mark of tags",
        "Metadata": "the metadata",
        "Pages": "the list of pages",
        "Outlines": "the outline",
        "StructTreeRoot": "the tree of tags",
        "Names": "the names",
        "AF": "a file",
    },
    "the preferences": {"DisplayDocTitle": _yes},
    "the mark of tags": {"Marked": _yes},
    "the metadata": {"Type": _is("Metadata"), "Subtype": _is("XML"), "Length": _any},
    "the names": {"EmbeddedFiles": "the list of files"},
    "the list of files": {"Names": "a file"},
    "a file": {
        "Type": _is("Filespec"),
        "F": _any,
        "UF": _any,
        "Desc": _any,
        "AFRelationship": _any,
        "EF": "a file's content",
    },
    "a file's content": {"F": "a file's bytes", "UF": "a file's bytes"},
    "a file's bytes": {
        **_STREAM,
        "Type": _is("EmbeddedFile"),
        "Subtype": _is("application/json"),
        "Params": "a file's size",
    },
    "a file's size": {"Size": _any, "CheckSum": _any, "ModDate": _any},
    "the list of pages": {"Type": _is("Pages"), "Count": _any, "Kids": "a page"},
    "a page": {
        "Type": _is("Page"),
        "Parent": _reference,
        "MediaBox": _is(_PAGE_BOX),
        "Rotate": _is(0),
        "Trans": "a page's turning",
        "Tabs": _any,
        "StructParents": _any,
        "Contents": "a page's code",
        "Resources": "a page's resources",
        "Annots": "a link",
    },
    "a page's turning": {},
    "a page's code": _STREAM,
    "a page's resources": {"ProcSet": _any, "Font": "the fonts", "XObject": "the pictures"},
    "the fonts": {"*": "a font"},
    "the pictures": {"*": "a picture"},
    "a picture": {
        "Type": _is("XObject"),
        "Subtype": _is("Image"),
        "SMask": "a picture",
        **dict.fromkeys(
            ("Width", "Height", "ColorSpace", "BitsPerComponent", "Decode", "Mask", "Filter", "Length"), _any
        ),
    },
    "a font": {
        "Type": _is("Font"),
        "Subtype": _is("Type0"),
        "BaseFont": _any,
        "Encoding": _any,
        "DescendantFonts": "a face",
        "ToUnicode": "a font's table",
    },
    "a face": {
        "Type": _is("Font"),
        "Subtype": _is("CIDFontType2"),
        "BaseFont": _any,
        "CIDSystemInfo": "a face's system",
        "FontDescriptor": "a face's measures",
        "CIDToGIDMap": "a font's table",
        "DW": _any,
        "W": _any,
    },
    "a face's system": {"Registry": _any, "Ordering": _any, "Supplement": _any},
    "a face's measures": {
        "Type": _is("FontDescriptor"),
        "FontFile2": "a font's file",
        **dict.fromkeys(
            ("FontName", "FontBBox", "Flags", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"), _any
        ),
    },
    "a font's table": _STREAM,
    "a font's file": {**_STREAM, "Length1": _any},
    "a link": {
        "Type": _is("Annot"),
        "Subtype": _is("Link"),
        "Rect": _any,
        "Border": _is((0, 0, 0)),
        "F": _is(4),
        "StructParent": _any,
        "Contents": _any,
        "Dest": _place,
        "A": "a link's action",
    },
    "a link's action": {"S": _is("URI"), "URI": _any},
    "the outline": {"Type": _is("Outlines"), "First": "a bookmark", "Last": _reference, "Count": _any},
    "a bookmark": {
        "Title": _any,
        "Dest": _place,
        "Parent": _reference,
        "Prev": _reference,
        "Next": "a bookmark",
    },
    "the tree of tags": {
        "Type": _is("StructTreeRoot"),
        "K": "an element",
        "ParentTree": "the way back",
        "ParentTreeNextKey": _any,
        "IDTree": "the elements' names",
    },
    "the way back": {"Nums": _any},
    "the elements' names": {"Names": _any},
    "an element": _ELEMENT,
    "a figure": {**_ELEMENT, "Alt": _any, "A": "a figure's place"},
    "a note": {**_ELEMENT, "ID": _any},
    "a list": {**_ELEMENT, "A": "a list's numbering"},
    "a cell": {**_ELEMENT, "A": "a cell's scope"},
    "a figure's place": {"O": _is("Layout"), "Placement": _is("Block"), "BBox": _any},
    "a list's numbering": {"O": _is("List"), "ListNumbering": _any},
    "a cell's scope": {"O": _is("Table"), "Scope": _any},
    "words of an element": {"Type": _is("MCR"), "Pg": _reference, "MCID": _any},
    "a link of an element": {"Type": _is("OBJR"), "Pg": _reference, "Obj": _reference},
}
_TAGS = {"Figure": "a figure", "Note": "a note", "L": "a list", "TH": "a cell", "TD": "a cell"}
_POINTERS = {"MCR": "words of an element", "OBJR": "a link of an element"}


def strangers(document: Any, numbers: Mapping[object, int]) -> Iterator[Strange]:  # noqa: ANN401 - pdfminer's own
    """Say what in a document no briefing has, each once; `numbers` gives a page's by that of its object."""
    trailers = [table.get_trailer() for table in document.xrefs]
    if len(trailers) != 1:
        yield Strange(None, "was added to after it was set")
    found = (one for trailer in trailers for one in _Walk(numbers).all(trailer))
    yield from dict.fromkeys(found)


class _Walk:
    """Goes through all that a document holds."""

    def __init__(self, numbers: Mapping[object, int]) -> None:
        self._numbers = numbers
        self._seen: set[tuple[int, str]] = set()
        self._todo: list[tuple[Any, str, int | None]] = []

    def all(self, trailer: Any) -> Iterator[Strange]:  # noqa: ANN401 - the same
        """Go through what a trailer leads to, one after another: a chain of bookmarks may be long."""
        self._todo.append((trailer, "the trailer", None))
        while self._todo:
            yield from self._one(*self._todo.pop())

    def _one(self, value: Any, kind: str, page: int | None) -> Iterator[Strange]:  # noqa: ANN401 - the same
        if isinstance(value, PDFObjRef):
            if (value.objid, kind) in self._seen:
                return
            self._seen.add((value.objid, kind))
            page = self._numbers.get(value.objid, page)
            value = value.resolve()
        if isinstance(value, list):
            self._todo += [(one, kind, page) for one in reversed(value)]
        elif isinstance(value, dict | PDFStream):
            yield from self._entries(value if isinstance(value, dict) else value.attrs, kind, page)

    def _entries(self, entries: Mapping[str, Any], kind: str, page: int | None) -> Iterator[Strange]:
        kind = _precisely(kind, entries)
        rules = _KINDS[kind]
        if "Pg" in entries:
            page = self._numbers.get(getattr(entries["Pg"], "objid", None), page)
        for key, value in entries.items():
            rule = rules.get(key, rules.get("*"))
            if rule is None:
                yield Strange(page, f"has “{key}” in {kind}, which no briefing has")
            elif isinstance(rule, str):
                self._todo.append((value, rule, page))
            elif not rule(value):
                yield Strange(page, f"has another “{key}” in {kind} than a briefing has")


def _precisely(kind: str, entries: Mapping[str, Any]) -> str:
    """Tell the kinds of elements, and of what may stand in one, apart."""
    if kind != "an element":
        return kind
    pointer = _POINTERS.get(str(_plain(entries.get("Type"))))
    return pointer or _TAGS.get(str(_plain(entries.get("S"))), kind)
