"""Plain text to a document: decoded, repaired, cut into paragraphs, boilerplate removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from councilbrief.documents.composing import GLYPH, Line, composed, cut
from councilbrief.documents.decoding import decode
from councilbrief.documents.document import Document
from councilbrief.documents.repair import repair
from councilbrief.documents.strand import Strand, join
from councilbrief.problems import DocumentError, Problem, Severity
from councilbrief.provenance import Source

# Hard-wrapped text: most lines of a block are nearly as long as the longest.
_WRAP_WIDEST = 100
_WRAP_NARROWEST = 40
_WRAP_SLACK = 0.72
_WRAP_SHARE = 0.6
_WRAP_LINES = 6
_WRAP_BLOCK = 3
"""Lines of a block that may be wrapped where the rest of the text is not."""


def read_text(data: bytes, source: Source) -> Document:
    """Read a plain-text file.

    Raises DocumentError for a file that is empty, huge, binary or holds nothing but
    boilerplate.
    """
    decoded = decode(data, source.path)
    document = composed(decoded.text, _unwrap(list(cut(repair(Strand.whole(decoded.text))))), source)
    if document is None:
        message = "the file holds no story, only navigation and notices; was the right page saved?"
        raise DocumentError(Problem(Severity.ERROR, "no-text", message, source.path))
    return replace(document, problems=decoded.problems)


def _unwrap(lines: Sequence[Line]) -> Sequence[Line]:
    """Join the lines of a text whose paragraphs were broken at a fixed width."""
    blocks = [list(group) for _, group in groupby(lines, key=lambda line: line.block)]
    inner = [len(line.strand.text) for block in blocks for line in block[:-1]]
    if len(inner) < _WRAP_LINES:
        return lines
    widest = max(inner)
    full = sum(length >= widest * _WRAP_SLACK for length in inner)
    running = sum(line.strand.text[0].islower() for block in blocks for line in block[1:])
    if not (_WRAP_NARROWEST <= widest <= _WRAP_WIDEST and min(full, running) >= len(inner) * _WRAP_SHARE):
        return [
            line
            for block in blocks
            for line in (_reflow(block, _width(block)) if _is_wrapped(block) else block)
        ]
    return [line for block in blocks for line in _reflow(block, widest)]


def _width(block: Sequence[Line]) -> int:
    return max(len(line.strand.text) for line in block)


def _is_wrapped(block: Sequence[Line]) -> bool:
    """Say whether one block was broken at a fixed width, whatever the rest of the text is."""
    widest = _width(block)
    if len(block) < _WRAP_BLOCK or not _WRAP_NARROWEST <= widest <= _WRAP_WIDEST:
        return False
    full = all(len(line.strand.text) >= widest * _WRAP_SLACK for line in block[:-1])
    running = sum(line.strand.text[0].islower() for line in block[1:])
    return full and running * 2 >= len(block) - 1


def _reflow(block: Sequence[Line], widest: int) -> Iterator[Line]:
    """Join a block's lines into paragraphs; a glyph or a short line before starts a new one."""
    run: list[Strand] = []
    for line in block:
        short = bool(run) and len(run[-1].text) < widest * _WRAP_SLACK
        if run and (short or GLYPH.match(line.strand.text)):
            yield Line(join(run, " "), block[0].block)
            run = []
        run.append(line.strand)
    yield Line(join(run, " "), block[0].block)
