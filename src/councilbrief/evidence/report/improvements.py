"""What an Ofsted report says needs to improve: every item of its lists, word for word.

A report heads its list in one of a few fixed ways, whatever its year: `What needs to
improve`, `Recommendations`, `Areas for improvement`. From there the list runs through
its parts (priority actions, times by which, themes) up to the next heading that is none
of these, and what stands under it is told by marks and indents. The safeguarding board
has a list of its own, later in the reports up to 2018.

Prose in place of a list is no list: then there are no items.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from councilbrief.documents.document import Document, Paragraph, Shape
from councilbrief.evidence.report.list_entries import Entry
from councilbrief.evidence.report.list_headings import of_the_board, of_the_council, opens
from councilbrief.evidence.report.list_reader import ListReader
from councilbrief.provenance import Span

_NEAR = 2
"""Pages between the board's heading and its list, or between two lists of one authority, at most."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that needs to improve.

    `span` covers all of it in the clean text; `parts` are the points under it, if any, and
    `lead` is what introduces those. A point that a footnote parts from its lead stands alone,
    with that lead. `group` is `priority` for what can't wait, `lscb` for the
    safeguarding board's list, else None. `theme` is the theme or the time limit under which
    it stands, `heading` what heads the list. `rule` says how it was told: the mark before it.
    """

    span: Span
    parts: tuple[Span, ...]
    lead: Span | None
    group: str | None
    theme: Span | None
    heading: Span
    rule: str


def improvements(document: Document) -> tuple[Item, ...]:
    """Return all that a report says needs to improve, in order; nothing where it has no list."""
    found: list[Item] = []
    outside = _outside_contents(document)
    board_at: int | None = None
    board_since = False
    last_page: int | None = None
    at = 0
    while at < len(outside):
        paragraph = outside[at]
        text = document[paragraph.span]
        if not opens(text):
            if paragraph.page != 1 and _may_head(paragraph, text) and of_the_board(text):
                board_at, board_since = paragraph.page, bool(found)
            at += 1
            continue
        near_board = board_since or (not found and _near(board_at, paragraph.page))
        board = of_the_board(text) or (near_board and not of_the_council(text))
        reader = ListReader(document, outside, at)
        entries = reader.read()
        if entries and (not found or board or _near(last_page, paragraph.page)):
            found.extend(_items(entries, board=board))
            last_page = outside[reader.at - 1].page
        at = reader.at
    return tuple(found)


def _may_head(paragraph: Paragraph, text: str) -> bool:
    """Say whether a paragraph may be the heading of a chapter."""
    if paragraph.shape is Shape.PROSE:
        return not text.endswith((".", ":", ";"))
    return paragraph.shape is not Shape.ITEM


def _near(earlier: int | None, later: int | None) -> bool:
    """Say whether two pages are close; without pages nothing is known to be."""
    return earlier is not None and later is not None and later - earlier <= _NEAR


def _outside_contents(document: Document) -> list[Paragraph]:
    """Return the paragraphs that stand on no page of contents, whose entries look like headings."""
    contents = {
        paragraph.page
        for paragraph in document.paragraphs
        if paragraph.page is not None and document[paragraph.span].rstrip(":").casefold() == "contents"
    }
    return [paragraph for paragraph in document.paragraphs if paragraph.page not in contents]


def _items(entries: list[Entry], *, board: bool) -> Iterator[Item]:
    for entry in entries:
        item = Item(
            span=Span(entry.lead.start, entry.parts[-1].end if entry.parts else entry.lead.end),
            parts=tuple(entry.parts),
            lead=entry.lead if entry.parts else None,
            group="lscb" if board else "priority" if entry.urgent else None,
            theme=entry.theme,
            heading=entry.heading,
            rule=f"list-{entry.mark}",
        )
        if entry.torn:
            # What stands between the points is no part of the item, so each point stands for itself.
            yield from (replace(item, span=part, parts=()) for part in entry.parts)
        else:
            yield item
