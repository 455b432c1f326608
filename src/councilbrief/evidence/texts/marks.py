"""Quotation marks: which stretches of a text stand between them, whatever the marks' faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from councilbrief.documents.document import Document, Paragraph, Shape
from councilbrief.evidence.texts.glyphs import (
    DOUBLES,
    MARKS,
    SINGLES,
    Mark,
    Token,
    tokens_of,
    without_apostrophes,
)
from councilbrief.provenance import Span

# a single mark that no letters on both sides show to be an apostrophe
_LOOSE_SINGLE = re.compile(r"[‘’'‚‛`´](?:(?<![^\W_].)|(?![^\W_]))")
# A statement in single marks: at the head of a paragraph, or after what leads in.
_SINGLE_STATEMENT = re.compile(r"(?:[^“”\"‘\n]{0,200}?(?:: |, ))?[‘'](?=\w)")
# `It says that ‘Too few are seen. They wait.` at the end of a paragraph: the page has lost the closing mark
_LEFT_OPEN = re.compile(r"(?:[:,]|\bthat) [‘'](?=[A-Z])(?:[^‘’'\n]|(?<=\w)[’'](?=\w))+\.\s*$")
_FURTHEST_CLOSING = 9
"""Paragraphs after one whose quotation stays open, in the last of which its closing mark may stand."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks in one paragraph, at the outermost level.

    `span` is the words, `outer` the words with their marks. `closed` is False where the
    paragraph ends before the quotation does. `paragraph` is the index, not the number.
    `bare` marks a statement whose marks the page has lost: the whole paragraph.
    """

    paragraph: int
    span: Span
    outer: Span
    mark: Mark
    closed: bool
    bare: bool = False


_FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Ww]e[’'](?:re|ve|d|ll)|[Oo]ur|us)\b")
# `Corporate Director NAME said:`, at the end of a paragraph
_SAID = re.compile(
    r"\b(?:said|says|added|adds|commented|comments|explained|responded|replied|continued)(?: \w+)?:$"
    r"|\b(?:issued|released|made|put out) (?:this|the following) (?:\w+ )?statement:$"
    r"|\bhad (?:this|the following) to say:$"
)
# `. ` and `.` before a mark: a page may lose the space, too
_ENDS = re.compile(r"[\w,;’'][.!?…]|[.!?…] ")


def marked(document: Document) -> tuple[Marked, ...]:
    """Return the stretches between marks, in order; none contains another.

    `“We accept the findings,” she said. “Work is under way.”` gives two stretches.
    """
    out: list[Marked] = []
    paragraphs = document.paragraphs
    for index, paragraph in enumerate(paragraphs):
        later = paragraphs[index + 1 : index + 1 + _FURTHEST_CLOSING]
        running = bool(out) and not out[-1].closed and out[-1].paragraph == index - 1
        bare = _bare(document.text, index, paragraphs, out[-1] if out else None)
        if bare is not None:
            out.append(bare)
            continue
        found = _in_paragraph(document.text, index, paragraph, later)
        # ‘so far’ inside words that opened with “ is a part of them.
        if running and (not found or (out[-1].mark is Mark.DOUBLE and _are_single(found))):
            found = list(_in_an_open_one(document.text, index, paragraph, later, out[-1].mark)) or found
        out.extend(found)
    return tuple(out)


def _are_single(found: Iterable[Marked]) -> bool:
    """Say whether all stretches stand between single marks."""
    return all(one.mark is Mark.SINGLE for one in found)


def _bare(text: str, index: int, paragraphs: Sequence[Paragraph], last: Marked | None) -> Marked | None:
    """Take a paragraph in the first person without marks for a statement, below `NAME, ROLE, said:`.

    So do the paragraphs in the first person that follow it.
    """
    span, shape = paragraphs[index].span, paragraphs[index].shape
    goes_on = last is not None and last.bare and last.paragraph == index - 1
    above = paragraphs[index - 1].span if index else None
    said = above is not None and _SAID.search(text, above.start, above.end) is not None
    if shape is not Shape.PROSE or not (goes_on or said):
        return None
    marks = MARKS[Mark.DOUBLE].search(text, span.start, span.end)
    if marks or _SINGLE_STATEMENT.match(text, span.start, span.end):
        return None
    own = _FIRST_PERSON.search(text, span.start, span.end) is not None
    own = own or (goes_on and _cheers(text, paragraphs[index : index + 2]))
    return Marked(index, span, span, Mark.DOUBLE, closed=True, bare=True) if own else None


def _cheers(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a paragraph is a cry, `Well done, everyone!`, above one that brings in the next speaker."""
    here, below = paragraphs[0].span.slice(text), paragraphs[1].span.slice(text) if paragraphs[1:] else ""
    return here.endswith("!") and _SAID.search(below) is not None


def _in_paragraph(text: str, index: int, paragraph: Paragraph, later: Sequence[Paragraph]) -> list[Marked]:
    """Pair the marks of a paragraph: doubles first, then singles outside them."""
    start, end = paragraph.span.start, paragraph.span.end
    if _LOOSE_SINGLE.search(text, start, end) is None:
        return _pair(text, index, paragraph.span, tokens_of(text, start, end, Mark.DOUBLE), unclosed=True)
    goes_on = bool(later) and text[later[0].span.start] in DOUBLES | SINGLES
    goes_on = goes_on or _closes_later(text, later, Mark.SINGLE)
    if _SINGLE_STATEMENT.match(text, start, end):
        whole = _singles(text, index, paragraph.span, open_ended=goes_on)
        if any(character in DOUBLES for found in whole for character in found.span.slice(text)):
            return whole
    doubles = _pair(text, index, paragraph.span, tokens_of(text, start, end, Mark.DOUBLE), unclosed=True)
    out: list[Marked] = []
    at = start
    for double in [*doubles, None]:
        stop = double.outer.start if double else end
        out.extend(_singles(text, index, Span(at, stop), open_ended=goes_on and stop == end))
        if double:
            out.append(double)
            at = double.outer.end
    return _unnested(out)


def _singles(text: str, index: int, within: Span, *, open_ended: bool) -> list[Marked]:
    """Pair the single marks of a stretch, apostrophes left out; `open_ended`: its last words may go on."""
    tokens = list(tokens_of(text, within.start, within.end, Mark.SINGLE))
    open_ended = open_ended or _LEFT_OPEN.search(text[within.start : within.end]) is not None
    goes_on = open_ended and bool(tokens) and tokens[0].at == within.start
    told = without_apostrophes(text, tokens, goes_on=goes_on)
    return _pair(text, index, within, told, unclosed=open_ended)


def _in_an_open_one(
    text: str, index: int, paragraph: Paragraph, later: Sequence[Paragraph], mark: Mark
) -> Iterator[Marked]:
    """Read a paragraph without an opening mark after one whose quotation stayed open.

    It ends the quotation, or stands whole between its beginning and an end further on.
    """
    tail = list(_tail_of_open(text, index, paragraph, mark))
    if tail or _has_marks(text, paragraph, mark) or not _closes_later(text, later, mark):
        yield from tail
        return
    yield Marked(index, paragraph.span, paragraph.span, mark, closed=False)


def _closes_later(text: str, later: Sequence[Paragraph], mark: Mark) -> bool:
    """Say whether the first of some paragraphs that has marks ends a quotation begun before it."""
    for paragraph in later:
        if any(_tail_of_open(text, 0, paragraph, mark)):
            return True
        if _has_marks(text, paragraph, mark):
            return False
    return False


def _has_marks(text: str, paragraph: Paragraph, mark: Mark) -> bool:
    """Say whether a paragraph has marks, apostrophes left out."""
    tokens = list(tokens_of(text, paragraph.span.start, paragraph.span.end, mark))
    return any(without_apostrophes(text, tokens))


def _tail_of_open(text: str, index: int, paragraph: Paragraph, mark: Mark) -> Iterator[Marked]:
    """Read a paragraph without an opening mark that ends a quotation begun before it."""
    family = DOUBLES if mark is Mark.DOUBLE else SINGLES
    span = paragraph.span
    last = text[span.start : span.end].rstrip()
    if mark is Mark.SINGLE and any(token.opens for token in tokens_of(text, span.start, span.end, mark)):
        return
    if last and last[-1] in family and not any(character in family - SINGLES for character in last[:-1]):
        end = span.start + len(last)
        yield Marked(index, Span(span.start, end - 1), Span(span.start, end), mark, closed=True)


def _pair(text: str, index: int, within: Span, tokens: Iterator[Token], *, unclosed: bool) -> list[Marked]:
    """Match opening and closing marks, one level deep; what stays open runs to the end.

    Where more marks open than close, one before a new sentence of what is open begins a new
    paragraph of it: the paper has run its paragraphs together.
    """
    out: list[Marked] = []
    opening: Token | None = None
    every = list(tokens)
    depth, more = 0, sum(1 if token.opens else -1 for token in every)
    for token in every:
        if token.opens and opening is not None and more > 0 and _ENDS.match(text, token.at - 2):
            more -= 1
            out.append(_open_until(text, index, opening, token.at))
            opening = token
        elif token.opens:
            opening = opening or token
            depth += 1
        elif opening is not None:
            depth -= 1
            if depth == 0:
                span, outer = Span(opening.end, token.at), Span(opening.at, token.end)
                out.append(Marked(index, span, outer, token.mark, closed=True))
                opening = None
    if opening is not None and (unclosed or depth > 1):
        out.append(_open_until(text, index, opening, within.end))
    return [_reclosed(text, found) for found in out if len(found.span)]


def _open_until(text: str, index: int, opening: Token, end: int) -> Marked:
    """Return what stands between an opening mark and a place at which it is still open."""
    span = Span(opening.end, max(len(text[:end].rstrip()), opening.end))
    return Marked(index, span, Span(opening.at, span.end), opening.mark, closed=False)


def _reclosed(text: str, found: Marked) -> Marked:
    """Leave a closing mark out of words that ran to the paragraph's end over a nested pair."""
    family = DOUBLES if found.mark is Mark.DOUBLE else frozenset("")
    if found.closed or text[found.span.end - 1] not in family:
        return found
    inner = text[found.span.start : found.span.end - 1]
    if any(character in family for character in inner):
        return found
    return replace(found, span=Span(found.span.start, found.span.end - 1), closed=True)


def _unnested(found: list[Marked]) -> list[Marked]:
    """Sort, and keep the outermost of any that overlap."""
    out: list[Marked] = []
    for item in sorted(found, key=lambda item: (item.outer.start, -item.outer.end)):
        if not out or item.outer.start >= out[-1].outer.end:
            out.append(item)
    return out
