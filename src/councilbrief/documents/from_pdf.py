"""A PDF to a document: read in quarantine, freed of furniture, its lines joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from councilbrief.documents.document import Document, Look, Paragraph, Removed, Shape
from councilbrief.documents.flow import Block, flow
from councilbrief.documents.furniture import body_size, parted
from councilbrief.documents.pages import Paged, parse
from councilbrief.documents.quarantine import SECONDS, Refusal, read_in_quarantine
from councilbrief.documents.writing import Writer
from councilbrief.problems import DocumentError, Problem, Severity
from councilbrief.provenance import Source, Span

_LONGEST_HEADING = 200
_HEADING_SIZE = 1.05
"""Of the size of the body: what is set larger is a heading."""

_HEAD = 1_024
"""Bytes at the start of a file in which a PDF says that it is one."""

_TAIL = 4_096
"""Bytes at the end of a file in which a PDF says that it is whole."""

_HTML = re.compile(rb"<!doctype html|<html|<head", re.IGNORECASE)
EMPTY, NO_TEXT, CUT_SHORT = "empty-file", "no-text-layer", "cut-short"
NO_PDF, WEB_PAGE = "not-a-pdf", "web-page"
_REASONS = {
    "empty-file": "the file is empty; download it again",
    "no-text-layer": "the PDF has no text, as scans have none; ask for the original, or OCR",
    "web-page": "the file is a web page, whatever its name says; download the report itself",
    "not-a-pdf": "the file is no PDF, whatever its name says; download the report itself",
    "cut-short": "the PDF ends too early, so pages may be missing; download it again",
    "encrypted-pdf": "the PDF is locked with a password; save a copy without one",
    "broken-pdf": "the PDF is damaged, no program can open it; download it again",
    "too-slow": f"after {SECONDS:.0f} seconds reading the PDF was given up; is it a report?",
    "too-much-memory": "the PDF needs more memory than a document may; is it a report?",
    "too-much-text": "the PDF holds more than 20 MB of text, which no report does; is it the right file?",
    "too-many-pages": "the PDF has more than 2,000 pages, which no report has; is it the right file?",
    "reader-died": "the reader failed over the PDF, so it is damaged or meant to harm; download it again",
    "no-reader": "no PDF can be read here, as pypdfium2 does not start; install councilbrief again",
}


def read_pdf(data: bytes, source: Source) -> Document:
    """Read a PDF; raise DocumentError for what is none, locked, scanned, cut short or beyond all bounds."""
    _check(data, source.path)
    try:
        answer = parse(read_in_quarantine(data))
    except Refusal as refusal:
        answer = refusal.key
    if isinstance(answer, str):
        raise _unreadable(answer, source.path)
    if not answer.text.strip("\f\r\n "):
        raise _unreadable(NO_TEXT, source.path)
    return _document(answer, source)


def _check(data: bytes, path: str) -> None:
    """Refuse by the first and last bytes what is no PDF, or not all of one."""
    if not data.strip():
        raise _unreadable(EMPTY, path)
    head = data[:_HEAD]
    if b"%PDF-" not in head:
        raise _unreadable(WEB_PAGE if _HTML.search(head) else NO_PDF, path)
    if b"%%EOF" not in data[-_TAIL:]:
        raise _unreadable(CUT_SHORT, path)


def _unreadable(key: str, path: str) -> DocumentError:
    return DocumentError(Problem(Severity.ERROR, key, _REASONS[key], path))


def _document(paged: Paged, source: Source) -> Document:
    body = body_size(paged)
    lines = parted(paged, body)
    blocks = _with_bare_glyphs(flow(lines.story, paged.text), paged.text)
    writer = Writer(paged)
    spans = [(block, span) for block in blocks if (span := writer.write(block)) is not None]
    return Document(
        source=source,
        original=paged.text,
        text=writer.text,
        paragraphs=tuple(_paragraphs(spans, paged.text, body)),
        map=writer.map,
        removed=tuple(Removed(Span(line.start, line.end), rule) for line, rule in lines.furniture),
        problems=tuple(_pictured(paged, source.path)),
    )


def _pictured(paged: Paged, path: str) -> Iterator[Problem]:
    """Warn of pages that show something and have no text."""
    pages = [str(page.number) for page in paged.pages if page.pictured]
    if pages:
        which = f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(pages)}"
        message = f"{which} can't be read, as there are only pictures; what they say is missing here"
        yield Problem(Severity.WARNING, "page-without-text", message, path)


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
