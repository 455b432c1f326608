"""A web page's bytes to a document. Nothing but the child in quarantine may call this."""

from __future__ import annotations

from dataclasses import replace

from councilbrief.documents.blocks import read_blocks
from councilbrief.documents.confined import Unreadable
from councilbrief.documents.document import Document
from councilbrief.documents.web.linked_data import linked_data
from councilbrief.documents.web.markup import NO_MARKUP, parsed
from councilbrief.documents.web.noise import noise
from councilbrief.documents.web.panels import open_panels
from councilbrief.documents.web.rows import with_heads_over_lists
from councilbrief.documents.web.site import site_named
from councilbrief.documents.web.stating import headline, metas, stated
from councilbrief.documents.web.story import tell_story
from councilbrief.documents.web.terms import with_terms_in_rows
from councilbrief.documents.web.walking import pieces


def read(data: bytes) -> Document:
    """Read a page: the story's blocks in their order, and what the page states of itself.

    Raises Unreadable for what is no page, or one without a story.
    """
    root, problems = parsed(data)
    open_panels(root)
    with_terms_in_rows(root)
    with_heads_over_lists(root)
    given, linked = metas(root), linked_data(root)
    heading = headline(root, given, linked)
    apart = noise(root, heading)
    itself, doubts = stated(given, linked, heading, apart, site_named(root, heading))
    found = pieces(root, apart)
    tell_story(root, apart, found, heading)
    document = read_blocks([piece.block for piece in found])
    if document is None:
        raise Unreadable(NO_MARKUP)
    return replace(document, problems=(*problems, *doubts), stated=itself)
