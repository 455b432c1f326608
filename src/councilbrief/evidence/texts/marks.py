"""Quotation marks: which stretches of a text stand between them, whatever the marks' faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from councilbrief.documents.document import Document, Paragraph, Shape
from councilbrief.provenance import Span


class Mark(StrEnum):
    """The two families of marks; straight and curly ones of a family stand for each other."""

    DOUBLE = "double"
    SINGLE = "single"


_DOUBLES = frozenset('“”"„‟«»')
_SINGLES = frozenset("‘’'‚‛`´")
_OPENERS = frozenset("“‘„‚«‛")
_CLOSERS = frozenset("”’»")
_MARKS = {Mark.DOUBLE: re.compile('[“”"„‟«»]'), Mark.SINGLE: re.compile("[‘’'‚‛`´]")}
# a single mark that no letters on both sides show to be an apostrophe
_LOOSE_SINGLE = re.compile(r"[‘’'‚‛`´](?:(?<![^\W_].)|(?![^\W_]))")
_BEFORE_OPENING = frozenset(" \t\n([{—–-:/“\"‘'…")
_AFTER_CLOSING = frozenset(" \t\n)]}—–-:;,.!?/”\"’'…")
# A statement in single marks: at the head of a paragraph, or after what leads in.
_SINGLE_STATEMENT = re.compile(r"(?:[^“”\"‘\n]{0,200}?(?:: |, ))?[‘'](?=\w)")
_LONGEST_TERM = 60
"""Characters; a plural's apostrophe later than that closes nothing."""

# `an’ all`, `o’ course`, `lookin’ for`: the mark stands for a letter.
_ELIDED = re.compile(r"\b(?:an|o|th|wi|t|ol|fo|[A-Za-z]{2,}in)$")
_LONGEST_ELIDED = 12
_FURTHEST_CLOSING = 3
"""Paragraphs after one whose quotation stays open, in the last of which its closing mark may stand."""

_ELISIONS = ("tis", "twas", "til", "cause", "em ", "n ", "bout")


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


@dataclass(frozen=True, slots=True)
class _Token:
    """A mark with the part it plays."""

    at: int
    mark: Mark
    opens: bool
    weak: bool = False


_FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Ww]e[’'](?:re|ve|d|ll)|[Oo]ur|us)\b")
# `Corporate Director NAME said:`, at the end of a paragraph
_SAID = re.compile(
    r"\b(?:said|says|added|adds|commented|comments|explained|responded|replied|continued)(?: \w+)?:$"
)
_ENDS = re.compile(r"[.!?…] ")


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
        if running and not found:
            found = list(_in_an_open_one(document.text, index, paragraph, later, out[-1].mark))
        out.extend(found)
    return tuple(out)


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
    marks = _MARKS[Mark.DOUBLE].search(text, span.start, span.end)
    if marks or _SINGLE_STATEMENT.match(text, span.start, span.end):
        return None
    own = _FIRST_PERSON.search(text, span.start, span.end) is not None
    return Marked(index, span, span, Mark.DOUBLE, closed=True, bare=True) if own else None


def _in_paragraph(text: str, index: int, paragraph: Paragraph, later: Sequence[Paragraph]) -> list[Marked]:
    """Pair the marks of a paragraph: doubles first, then singles outside them."""
    start, end = paragraph.span.start, paragraph.span.end
    if _LOOSE_SINGLE.search(text, start, end) is None:
        return _pair(text, index, paragraph.span, _tokens(text, start, end, Mark.DOUBLE), unclosed=True)
    goes_on = bool(later) and text[later[0].span.start] in _DOUBLES | _SINGLES
    goes_on = goes_on or _closes_later(text, later, Mark.SINGLE)
    if _SINGLE_STATEMENT.match(text, start, end):
        whole = _singles(text, index, paragraph.span, open_ended=goes_on)
        if any(character in _DOUBLES for found in whole for character in found.span.slice(text)):
            return whole
    doubles = _pair(text, index, paragraph.span, _tokens(text, start, end, Mark.DOUBLE), unclosed=True)
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
    """Pair the single marks of a stretch, apostrophes left out."""
    tokens = list(_tokens(text, within.start, within.end, Mark.SINGLE))
    return _pair(text, index, within, _without_apostrophes(text, tokens), unclosed=open_ended)


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
    tokens = list(_tokens(text, paragraph.span.start, paragraph.span.end, mark))
    return any(_without_apostrophes(text, tokens))


def _tail_of_open(text: str, index: int, paragraph: Paragraph, mark: Mark) -> Iterator[Marked]:
    """Read a paragraph without an opening mark that ends a quotation begun before it."""
    family = _DOUBLES if mark is Mark.DOUBLE else _SINGLES
    span = paragraph.span
    last = text[span.start : span.end].rstrip()
    if last and last[-1] in family and not any(character in family - _SINGLES for character in last[:-1]):
        end = span.start + len(last)
        yield Marked(index, Span(span.start, end - 1), Span(span.start, end), mark, closed=True)


def _tokens(text: str, start: int, end: int, mark: Mark) -> Iterator[_Token]:
    """Say of each mark whether it opens or closes; leave out apostrophes."""
    is_open = False
    for found in _MARKS[mark].finditer(text, start, end):
        at, character = found.start(), found[0]
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if mark is Mark.SINGLE and (before.isalnum() and after.isalnum()):
            continue
        opens = _opens(character, before, after, is_open=is_open)
        if opens is None or (opens and mark is Mark.SINGLE and text.startswith(_ELISIONS, at + 1)):
            continue
        elided = before == "s" or _ELIDED.search(text[max(start, at - _LONGEST_ELIDED) : at]) is not None
        weak = mark is Mark.SINGLE and not opens and elided and after == " "
        is_open = opens
        yield _Token(at, mark, opens, weak)


def _opens(character: str, before: str, after: str, *, is_open: bool) -> bool | None:
    """Decide by what stands on both sides, then by the glyph, then by what is open."""
    can_open = before in _BEFORE_OPENING and not after.isspace() and after not in ",.;:!?)"
    can_close = after in _AFTER_CLOSING and not before.isspace()
    if can_open and not can_close:
        return True
    if can_close and not can_open:
        return False
    if character in _OPENERS:
        return True
    if character in _CLOSERS:
        return False if not before.isspace() or is_open else None
    if not can_open and not can_close:  # an apostrophe, or a mark inside code: `href="x"`
        loose = is_open and character in _DOUBLES and before.isspace() and after.isspace()
        return False if loose else None
    return not is_open


def _without_apostrophes(text: str, tokens: list[_Token]) -> Iterator[_Token]:
    """Drop a plural's apostrophe: `workers’ plans` before a surer closing mark, or after a long run."""
    opening = 0
    for token, closed_later in zip(tokens, _closed_later(tokens), strict=True):
        opening = token.at if token.opens else opening
        far = text[token.at + 2 : token.at + 3].islower() and token.at - opening > _LONGEST_TERM
        if not (token.weak and (far or closed_later)):
            yield token


def _closed_later(tokens: list[_Token]) -> list[bool]:
    """Say of each mark whether the next sure one after it closes."""
    out: list[bool] = []
    closes = False
    for token in reversed(tokens):
        out.append(closes)
        closes = closes if token.weak else not token.opens
    return out[::-1]


def _pair(text: str, index: int, within: Span, tokens: Iterator[_Token], *, unclosed: bool) -> list[Marked]:
    """Match opening and closing marks, one level deep; what stays open runs to the end.

    Where more marks open than close, those before a new sentence of what is open open nothing:
    the paper has run its paragraphs together.
    """
    out: list[Marked] = []
    opening: _Token | None = None
    every = list(tokens)
    depth, more = 0, sum(1 if token.opens else -1 for token in every)
    for token in every:
        if token.opens and opening is not None and more > 0 and _ENDS.match(text, token.at - 2):
            more -= 1
        elif token.opens:
            opening = opening or token
            depth += 1
        elif opening is not None:
            depth -= 1
            if depth == 0:
                span, outer = Span(opening.at + 1, token.at), Span(opening.at, token.at + 1)
                out.append(Marked(index, span, outer, token.mark, closed=True))
                opening = None
    if opening is not None and (unclosed or depth > 1):
        end = within.start + len(text[within.start : within.end].rstrip())
        span = Span(opening.at + 1, max(end, opening.at + 1))
        out.append(Marked(index, span, Span(opening.at, span.end), opening.mark, closed=False))
    return [_reclosed(text, found) for found in out if len(found.span)]


def _reclosed(text: str, found: Marked) -> Marked:
    """Leave a closing mark out of words that ran to the paragraph's end over a nested pair."""
    family = _DOUBLES if found.mark is Mark.DOUBLE else frozenset("")
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
