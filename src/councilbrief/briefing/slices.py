"""Words from a document as inlines: letter for letter, a piece at a time, with their support."""

from __future__ import annotations

from dataclasses import replace

from councilbrief.briefing.blocks import Inline, Slice, Support, Text
from councilbrief.briefing.phrases import ELLIPSIS, is_lower_start
from councilbrief.evidence.facts import Quoted
from councilbrief.provenance import Span

LOOSE_ENDS = (";", ",")


def slices(quoted: Quoted) -> tuple[Slice, ...]:
    """Cut quoted words into one slice a piece, each with a place of its own."""
    place = quoted.place
    return tuple(
        Slice(_words_of(quoted, piece), replace(place, span=piece, pieces=(piece,), original=(original,)))
        for piece, original in zip(place.pieces, place.original, strict=True)
    )


def _words_of(quoted: Quoted, piece: Span) -> str:
    start = quoted.place.span.start
    return quoted.words[piece.start - start : piece.end - start]


def as_item(quoted: Quoted) -> tuple[Inline, ...]:
    """Set quoted words as an item of a list.

    Words that begin inside a sentence get an ellipsis before them, and the semicolon or
    comma that parted them from the next item of their own list stays behind.
    """
    inlines: list[Inline] = [Text(ELLIPSIS)] if is_lower_start(quoted.words) else []
    for index, piece in enumerate(closed(quoted)):
        if index:
            inlines.append(Text(" "))
        inlines.append(piece)
    return tuple(inlines)


def closed(quoted: Quoted) -> tuple[Slice, ...]:
    """Cut quoted words into slices, the last without a comma or semicolon at its end.

    The mark joins the words to what follows them in the source, which is not shown.
    """
    *most, last = slices(quoted)
    return (*most, _without_loose_end(last))


def _without_loose_end(piece: Slice) -> Slice:
    if not piece.words.endswith(LOOSE_ENDS) or len(piece.words) == 1:
        return piece
    place = piece.place
    span = Span(place.span.start, place.span.end - 1)
    original = Span(place.original[0].start, place.original[0].end - 1)
    return Slice(piece.words[:-1], replace(place, span=span, pieces=(span,), original=(original,)))


def in_marks(quoted: Quoted) -> tuple[Inline, ...]:
    """Set quoted words inside quotation marks of our own."""
    first, *rest = slices(quoted)
    between: list[Inline] = []
    for piece in rest:
        between += [Text(" "), piece]
    return (Text("“"), first, *between, Text("”"))


def support(quoted: Quoted, rule: str) -> Support:
    """Say what a statement rests on."""
    return Support(quoted.words, quoted.place, rule)
