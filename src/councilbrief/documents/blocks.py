"""The blocks of a file that has marked-up ones to a document: a line each, what is no story left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from councilbrief.documents.composing import GLYPH, Line, composed, cut
from councilbrief.documents.document import Document, Removed
from councilbrief.documents.repair import repair
from councilbrief.documents.strand import Strand
from councilbrief.provenance import Source, Span

PULL_QUOTE = "pull-quote"
_SHORTEST_REPEATED = 20
"""Letters and digits; what is shorter may be said twice."""

_MOST_APART = 200
"""Blocks that are compared with all others; no story has so many that are quoted or stand in boxes."""

_TWICE = 2
_NAMED = re.compile(r"[–—] \S.{0,100}$")
_MARKED = re.compile(r"^[“\"‘']|[”\"’']$")


@dataclass(slots=True)
class Block:
    """A paragraph, a heading, an item with its glyph, or a row of a table with tabs between its cells.

    Its text has more than one line where the file breaks it. `rule` says why it is no part of the story;
    None where it is one. `quoted`: the file itself marks it as the words of somebody else; `boxed`: it stands
    in a box beside the text.
    """

    text: str
    heading: bool = False
    rule: str | None = None
    quoted: bool = False
    boxed: bool = False


def read_blocks(blocks: Sequence[Block]) -> Document | None:
    """Make a document of blocks, None where nothing of them is a story.

    Its `original` holds them all, those too that are left out. Which file it is, its reader does not know.
    """
    _leave_out_repeated(blocks)
    _set_marks([block for block in blocks if block.rule is None])
    original = "\n".join(block.text for block in blocks)
    starts = list(_starts(blocks))
    lines = list(_lines(repair(Strand.whole(original)), blocks, starts))
    document = composed(original, [line for line in lines if _rule(line, blocks) is None], Source("", "", ""))
    if document is None:
        return None
    left_out = [
        Removed(Span(start, start + len(block.text)), block.rule)
        for start, block in zip(starts, blocks, strict=True)
        if block.rule is not None
    ]
    removed = sorted((*document.removed, *left_out), key=lambda one: one.original)
    return replace(document, removed=tuple(removed))


def _leave_out_repeated(blocks: Sequence[Block]) -> None:
    """Give a rule to each pull quote: what is quoted, or stands in a box, and is told in the story too."""
    told = [block for block in blocks if block.rule is None]
    lines = [_letters(block.text) for block in told]
    apart = [number for number in range(len(told)) if _is_apart(told, number)]
    for number in apart[:_MOST_APART]:
        words = lines[number]
        others = (line for line, block in zip(lines, told, strict=True) if block.rule is None)
        if len(words) < _SHORTEST_REPEATED or sum(words in line for line in others) < _TWICE:
            continue
        told[number].rule = PULL_QUOTE
        for below in told[number + 1 : number + 2]:
            below.rule = PULL_QUOTE if _NAMED.match(below.text) else None


def _is_apart(told: Sequence[Block], number: int) -> bool:
    """Say whether a block stands apart from the text: in a box, or quoted without a line that leads in."""
    leads_in = number > 0 and told[number - 1].text.endswith(":")
    return told[number].boxed or (told[number].quoted and not leads_in)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _set_marks(blocks: Sequence[Block]) -> None:
    """Set marks around what the file marks as quoted without any, where a line leads in: `She said:`.

    As papers do, each paragraph opens with a mark, and only the last one closes.
    """
    for quoted, run in groupby(pairwise([Block(""), *blocks]), key=lambda pair: pair[1].quoted):
        pairs = list(run)
        lead, said = pairs[0][0], [block for _, block in pairs]
        if not quoted or not lead.text.endswith(":") or any(_is_marked(block) for block in said):
            continue
        for block in said:
            block.text = f"“{block.text}"
        said[-1].text += "”"


def _is_marked(block: Block) -> bool:
    """Say whether a block has marks of its own, or is nothing that anybody says."""
    return block.heading or bool(_MARKED.search(block.text)) or bool(GLYPH.match(block.text))


def _starts(blocks: Sequence[Block]) -> Iterator[int]:
    at = 0
    for block in blocks:
        yield at
        at += len(block.text) + 1


def _lines(strand: Strand, blocks: Sequence[Block], starts: Sequence[int]) -> Iterator[Line]:
    """Yield the lines, each with the number of the block that it is of."""
    for line in cut(strand):
        number = bisect_right(starts, line.strand.map.starts[0]) - 1
        yield replace(line, block=number, heading=blocks[number].heading)


def _rule(line: Line, blocks: Sequence[Block]) -> str | None:
    return blocks[line.block].rule
