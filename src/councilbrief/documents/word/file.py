"""A Word file's bytes to a document. Nothing but the child in quarantine may call this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docx.document import Document as Package
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from councilbrief.documents.blocks import read_blocks
from councilbrief.documents.confined import Unreadable
from councilbrief.documents.document import Document, Stated
from councilbrief.documents.word.body import Body
from councilbrief.documents.word.names import Element
from councilbrief.documents.word.numbering import Numbering
from councilbrief.documents.word.package import BROKEN, TOO_MUCH, opened
from councilbrief.documents.word.styles import Styles
from councilbrief.problems import Problem, Severity

NO_TEXT = "no-text"
MOST_TEXT = 20_000_000
"""Characters of one document."""


def read(data: bytes) -> Document:
    """Read a Word file; raise Unreadable for what is none, can't be opened or has no text.

    Its properties (author, created) say nothing of a publication and are not looked at.
    """
    package = opened(data)
    styles = Styles(_part(package, RELATIONSHIP_TYPE.STYLES))
    body = Body(styles, Numbering(_part(package, RELATIONSHIP_TYPE.NUMBERING), styles))
    blocks = list(body.blocks(package.element.body))
    if sum(len(block.text) for block in blocks) > MOST_TEXT:
        raise Unreadable(TOO_MUCH)
    document = read_blocks(blocks)
    if document is None:
        raise Unreadable(NO_TEXT)
    return replace(document, problems=tuple(_odd(body)), stated=Stated(title=body.titles.title))


def _part(package: Package, kind: str) -> Element | None:
    """Return the root of a part of a kind, None where there is none."""
    parts = [
        one.target_part for one in package.part.rels.values() if one.reltype == kind and not one.is_external
    ]
    if not parts:
        return None
    try:
        root: Element = etree.fromstring(
            parts[0].blob, etree.XMLParser(resolve_entities=False, no_network=True)
        )
    except etree.XMLSyntaxError as error:
        raise Unreadable(BROKEN) from error
    return root


def _odd(body: Body) -> Iterator[Problem]:
    if body.tracked:
        message = (
            "the file has tracked changes: what was inserted is read, what was deleted is not;"
            " make sure that it is the final version"
        )
        yield Problem(Severity.WARNING, "tracked-changes", message)
    if body.foreign:
        message = (
            "a part of the file is another file, which can't be read here; open it in Word and save it again"
        )
        yield Problem(Severity.WARNING, "part-not-read", message)
