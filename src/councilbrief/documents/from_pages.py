"""The pages of a PDF to a document: freed of furniture, their lines joined into paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from councilbrief.documents.document import Document, Look, Paragraph, Removed, Shape
from councilbrief.documents.flow import Block, flow
from councilbrief.documents.furniture import body_size, parted
from councilbrief.documents.pages import Paged
from councilbrief.documents.writing import Writer
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Source, Span

_LONGEST_HEADING = 200
_HEADING_SIZE = 1.05
"""Of the size of the body: what is set larger is a heading."""

NO_TEXT = "no-text-layer"


def read_pages(paged: Paged) -> Document:
    """Make a document of pages; which one it is, its reader does not know."""
    body = body_size(paged)
    lines = parted(paged, body)
    blocks = _with_bare_glyphs(flow(lines.story, paged.text), paged.text)
    writer = Writer(paged)
    spans = [(block, span) for block in blocks if (span := writer.write(block)) is not None]
    return Document(
        source=Source("", "", ""),
        original=paged.text,
        text=writer.text,
        paragraphs=tuple(_paragraphs(spans, paged.text, body)),
        map=writer.map,
        removed=tuple(Removed(Span(line.start, line.end), rule) for line, rule in lines.furniture),
        problems=tuple(_pictured(paged)),
    )


def _pictured(paged: Paged) -> Iterator[Problem]:
    """Warn of pages that show something and have no text."""
    pages = [str(page.number) for page in paged.pages if page.pictured]
    if pages:
        which = f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(pages)}"
        message = f"{which} can't be read, as there are only pictures; what they say is missing here"
        yield Problem(Severity.WARNING, "page-without-text", message)


def _with_bare_glyphs(blocks: Iterator[Block], text: str) -> Iterator[Block]:
    """Give a bullet that stands alone to the paragraph that follows it."""
    waiting: Block | None = None
    for block in blocks:
        alone = block.glyph is not None and not text[block.glyph[1] : block.last.end].strip()
        if alone and len(block.lines) == 1:
            waiting = block
            continue
        if waiting is not None and block.glyph is None:
            block.glyph = waiting.glyph
        waiting = None
        yield block


def _paragraphs(spans: Sequence[tuple[Block, Span]], text: str, body: float) -> Iterator[Paragraph]:
    for number, (block, span) in enumerate(spans, 1):
        glyph = text[block.glyph[0] : block.glyph[1]].strip() if block.glyph else ""
        look = Look(
            left=block.first.left,
            right=max(line.right for line in block.lines),
            top=block.first.top,
            bottom=block.last.bottom,
            size=block.first.size,
            bold=all(line.bold for line in block.lines),
        )
        yield Paragraph(number, span, _shape(block, len(span), look, body), glyph, block.page, look)


def _shape(block: Block, length: int, look: Look, body: float) -> Shape:
    if block.cell:
        return Shape.CELL
    if block.glyph:
        return Shape.ITEM
    emphasised = look.bold or look.size > body * _HEADING_SIZE
    return Shape.HEADING if emphasised and length <= _LONGEST_HEADING else Shape.PROSE
