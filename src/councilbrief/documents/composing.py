"""Lines to a document: glyphs taken off, boilerplate left out, paragraphs told by their look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.documents.boilerplate import boilerplate
from councilbrief.documents.document import Document, Paragraph, Removed, Shape
from councilbrief.documents.strand import Strand, join
from councilbrief.provenance import Source, Span

# A bullet, an arrow, a tick, an emoji, or what a font of symbols has put into the private use area.
_SIGN = (
    r"(?:[»›·∙•‣⁃●▪\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff\uf000-\uf0ff\U0001f300-\U0001faff][\ufe0f\u200d]*)"
)
# A glyph that opens an item of a list: a sign, dashes, `1.`, `(a)`, `ii.`, `2)`, or the letter that is left
# of a bullet of a font of symbols.
GLYPH = re.compile(
    rf"(?:{_SIGN}{{1,2}}|[*#~+]|--?|[–—]|[lnoqvØü§](?= [A-Z]|\t)|o(?= [a-z])|>>?(?=\s+[^\s“\"‘'>])"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.(?!\d)|\d(?:\.\d)+\.?|\d{1,2}(?=\t)|\d\ufe0f?\u20e3"
    r"|(?:[ivx]{1,4}|[a-h])\.|[A-H]\.(?= [A-Z][a-z]+[’']?s? [a-z]|\s+A [a-z]))\s+(?=\S)"
    rf"|{_SIGN}(?=\w)"  # a bullet that has lost its space
)
_BARE_GLYPH = re.compile(rf"{_SIGN}|[*-]|\d{{1,2}}[.)]")
# a line of a message that was sent on: `> `, `>> `
_REPLY = re.compile(r"\s*(?:> ?)+")
_SENT_ON = re.compile(r"^\s*>+\s*$", re.MULTILINE)
_LEAST_SENT_ON = 3
"""Empty lines with the mark of a reply that show that a message was sent on."""

_LONGEST_HEADING = 140
_DASHES = frozenset({"-", "--", "–", "—"})
_CLOSED = re.compile(r"[”\"’']$")
_STOP = re.compile(r"[.!?;,…][”’\"')\]]*$|[:;,]$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with the block (run of lines without a blank one) in which it stands.

    `heading`: the file itself calls it one.
    """

    strand: Strand
    block: int
    glyph: str = ""
    heading: bool = False


def cut(strand: Strand) -> Iterator[Line]:
    """Cut at line breaks; empty lines only part the blocks, and an indented one goes on with its item."""
    item: Line | None = None
    hanging = 0
    for line, indent in _indented(strand):
        opens = GLYPH.match(line.strand.text) is not None
        if item is not None and line.block == item.block and not opens and indent > hanging:
            item = replace(item, strand=join((item.strand, line.strand), " "))
            continue
        if item is not None:
            yield item
        item, hanging = (line, indent) if opens else (None, 0)
        if not opens:
            yield line
    if item is not None:
        yield item


def _indented(strand: Strand) -> Iterator[tuple[Line, int]]:
    """Yield the lines that are not empty, each with the spaces before it, without the marks of a reply."""
    block = start = 0
    sent_on = ">" in strand.text and len(_SENT_ON.findall(strand.text)) >= _LEAST_SENT_ON
    for piece in strand.text.split("\n"):
        mark = _REPLY.match(piece) if sent_on else None
        words = piece[mark.end() :] if mark else piece
        indent = len(words) - len(words.lstrip())
        if body := words.strip():
            left = start + len(piece) - len(words) + indent
            yield Line(strand.cut(left, left + len(body)), block), indent
        else:
            block += 1
        start += len(piece) + 1


def composed(original: str, lines: Sequence[Line], source: Source) -> Document | None:
    """Make a document of the lines of a file's text; None where they hold nothing but boilerplate."""
    lines = list(_glyphs(lines))
    noise = boilerplate([line.glyph + line.strand.text for line in lines])
    removed = tuple(Removed(lines[number].strand.original(), rule) for number, rule in noise.items())
    kept = [line for number, line in enumerate(lines) if number not in noise]
    if not kept:
        return None
    whole = join((line.strand for line in kept), "\n")
    return Document(
        source=source,
        original=original,
        text=whole.text,
        paragraphs=tuple(_paragraphs(kept)),
        map=whole.map,
        removed=removed,
    )


def _glyphs(lines: Sequence[Line]) -> Iterator[Line]:
    """Take the list glyphs off; a glyph alone on its line belongs to the next."""
    waiting = ""
    for line in lines:
        text = line.strand.text
        match = GLYPH.match(text)
        if _BARE_GLYPH.fullmatch(text):
            waiting = text
        elif match:
            bare = line.strand.cut(match.end(), len(text))
            yield replace(line, strand=bare, glyph=match[0].strip())
            waiting = ""
        else:
            yield replace(line, glyph=waiting) if waiting else line
            waiting = ""


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the clean text, numbered, each with what it is by its look."""
    start = 0
    for number, line in enumerate(lines, 1):
        end = start + len(line.strand.text)
        item = bool(line.glyph) and not line.heading and not _signs(lines, number - 1)
        yield Paragraph(number, Span(start, end), Shape.ITEM if item else _shape(line), line.glyph)
        start = end + 1


def _signs(lines: Sequence[Line], number: int) -> bool:
    """Say whether a line with a dash is no item of a list but names who is quoted above it."""
    line, before, after = lines[number], lines[max(number - 1, 0) : number], lines[number + 1 : number + 2]
    alone = all(each.glyph != line.glyph for each in (*before, *after))
    return line.glyph in _DASHES and alone and any(_CLOSED.search(each.strand.text) for each in before)


def _shape(line: Line) -> Shape:
    """Tell a heading by its name or its want of a full stop."""
    text = line.strand.text
    heading = len(text) <= _LONGEST_HEADING and (line.heading or not _STOP.search(text))
    return Shape.HEADING if heading else Shape.PROSE
