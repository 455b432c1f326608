"""Plain text to a document: decoded, repaired, cut into paragraphs, boilerplate removed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from councilbrief.documents.boilerplate import boilerplate
from councilbrief.documents.decoding import decode
from councilbrief.documents.document import Document, Paragraph, Removed, Shape
from councilbrief.documents.repair import repair
from councilbrief.documents.strand import Strand, join
from councilbrief.problems import DocumentError, Problem, Severity
from councilbrief.provenance import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A glyph that opens an item of a list: a bullet, dashes, `o`, `1.`, `(a)`, `2)`.
_GLYPH = re.compile(
    r"(?:[•●◦▪■◼◆►▶›»·✓✔➢→\uf0b7\uf06e\uf0a7∙‣⁃*#]|--?|[–—]|o(?= [A-Z])|l(?= [A-Z])"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.(?!\d)|\d(?:\.\d)+\.?|\d{1,2}(?=\t)"
    r"|[A-H]\.(?= [A-Z][a-z]+[’']?s? [a-z]|\s+A [a-z]))\s+(?=\S)"
    r"|[•●◦▪■◼◆►▶](?=\w)"  # a bullet that has lost its space
)
_BARE_GLYPH = re.compile(r"[•●◦▪■◼◆►›»·\uf0b7\uf06e*-]|\d{1,2}[.)]")
_LONGEST_HEADING = 140
_STOP = re.compile(r"[.!?;,…][”’\"')\]]*$|[:;,]$")

# Hard-wrapped text: most lines of a block are nearly as long as the longest.
_WRAP_WIDEST = 100
_WRAP_NARROWEST = 40
_WRAP_SLACK = 0.72
_WRAP_SHARE = 0.6
_WRAP_LINES = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """One line with the block (run of lines without a blank one) in which it stands."""

    strand: Strand
    block: int
    glyph: str = ""


def read_text(data: bytes, source: Source) -> Document:
    """Read a plain-text file.

    Raises DocumentError for a file that is empty, huge, binary or holds nothing but
    boilerplate.
    """
    decoded = decode(data, source.path)
    lines = list(_glyphs(_unwrap(list(_lines(repair(Strand.whole(decoded.text)))))))
    noise = boilerplate([line.glyph + line.strand.text for line in lines])
    removed = tuple(Removed(lines[number].strand.original(), rule) for number, rule in noise.items())
    kept = [line for number, line in enumerate(lines) if number not in noise]
    if not kept:
        message = "the file holds no story, only navigation and notices; was the right page saved?"
        raise DocumentError(Problem(Severity.ERROR, "no-text", message, source.path))
    whole = join((line.strand for line in kept), "\n")
    return Document(
        source=source,
        original=decoded.text,
        text=whole.text,
        paragraphs=tuple(_paragraphs(kept)),
        map=whole.map,
        removed=removed,
        problems=decoded.problems,
    )


def _lines(strand: Strand) -> Iterator[_Line]:
    """Cut at line breaks; empty lines only part the blocks."""
    block = start = 0
    for piece in strand.text.split("\n"):
        body = piece.strip()
        if body:
            left = start + piece.index(body)
            yield _Line(strand.cut(left, left + len(body)), block)
        else:
            block += 1
        start += len(piece) + 1


def _unwrap(lines: Sequence[_Line]) -> Sequence[_Line]:
    """Join the lines of a text whose paragraphs were broken at a fixed width."""
    blocks = [list(group) for _, group in groupby(lines, key=lambda line: line.block)]
    inner = [len(line.strand.text) for block in blocks for line in block[:-1]]
    if len(inner) < _WRAP_LINES:
        return lines
    widest = max(inner)
    full = sum(length >= widest * _WRAP_SLACK for length in inner)
    running = sum(line.strand.text[0].islower() for block in blocks for line in block[1:])
    if not (_WRAP_NARROWEST <= widest <= _WRAP_WIDEST and min(full, running) >= len(inner) * _WRAP_SHARE):
        return lines
    return [line for block in blocks for line in _reflow(block, widest)]


def _reflow(block: Sequence[_Line], widest: int) -> Iterator[_Line]:
    """Join a block's lines into paragraphs; a glyph or a short line before starts a new one."""
    run: list[Strand] = []
    for line in block:
        short = bool(run) and len(run[-1].text) < widest * _WRAP_SLACK
        if run and (short or _GLYPH.match(line.strand.text)):
            yield _Line(join(run, " "), block[0].block)
            run = []
        run.append(line.strand)
    yield _Line(join(run, " "), block[0].block)


def _glyphs(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Take the list glyphs off; a glyph alone on its line belongs to the next."""
    waiting = ""
    for line in lines:
        text = line.strand.text
        match = _GLYPH.match(text)
        if _BARE_GLYPH.fullmatch(text):
            waiting = text
        elif match:
            yield _Line(line.strand.cut(match.end(), len(text)), line.block, match[0].strip())
            waiting = ""
        else:
            yield _Line(line.strand, line.block, waiting)
            waiting = ""


def _paragraphs(lines: Sequence[_Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the clean text, numbered, each with what it is by its look."""
    start = 0
    for number, line in enumerate(lines, 1):
        end = start + len(line.strand.text)
        yield Paragraph(number, Span(start, end), _shape(line), line.glyph)
        start = end + 1


def _shape(line: _Line) -> Shape:
    """Tell an item by its glyph and a heading by its want of a full stop."""
    text = line.strand.text
    if line.glyph:
        return Shape.ITEM
    if len(text) <= _LONGEST_HEADING and not _STOP.search(text):
        return Shape.HEADING
    return Shape.PROSE
