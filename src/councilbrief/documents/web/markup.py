"""The bytes of a web page to a tree of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from councilbrief.documents.confined import TOO_MUCH_MEMORY, Unreadable
from councilbrief.documents.decoding import decode
from councilbrief.problems import DocumentError, Problem

HEAD = 4_096
"""Bytes at the start of a page in which it names its encoding."""

TOO_DEEP, NO_MARKUP = "too-deep", "no-text"
_DECLARED = (
    re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE),
    re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE),
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_WIDE = ("utf-16", "utf-32")


def parsed(data: bytes) -> tuple[html.HtmlElement, tuple[Problem, ...]]:
    """Return the tree of a page, without comments, and what is odd about its bytes.

    Raises Unreadable for an empty or a binary file, and for one whose elements are nested so deeply
    that the parser would leave out what comes after.
    """
    try:
        decoded = decode(data, "", _declared(data))
    except DocumentError as error:
        raise Unreadable(error.problems[0].key) from error
    text = _CONTROLS.sub(" ", decoded.text)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise Unreadable(NO_MARKUP) from error
    except etree.XMLSyntaxError as error:  # any markup can be parsed, but not in any memory
        raise Unreadable(TOO_MUCH_MEMORY) from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise Unreadable(TOO_DEEP)
    return root, decoded.problems


def _declared(data: bytes) -> str | None:
    """Return the name of the encoding that a page gives as its own; what is wide needs its mark."""
    found = (pattern.search(data[:HEAD]) for pattern in _DECLARED)
    name = next((match[1].decode("ascii", "replace") for match in found if match), None)
    return None if name is None or name.lower().startswith(_WIDE) else name


def words(element: html.HtmlElement) -> str:
    """Return all words in an element, its spaces single."""
    return " ".join("".join(element.itertext()).split())


def ancestors(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield an element and all in which it stands, the innermost first."""
    here: html.HtmlElement | None = element
    while here is not None:
        yield here
        here = here.getparent()
