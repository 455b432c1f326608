"""A list under its heading, read paragraph by paragraph: items, their points, themes, the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import takewhile

from councilbrief.documents.document import Document, Paragraph, Shape
from councilbrief.evidence.report import list_headings as heads
from councilbrief.evidence.report.list_entries import LONGEST_THEME, STOP, Entry, mark_of, tidied
from councilbrief.provenance import Span

_DEEPER = 8.0
"""Points; what begins further to the right by more is indented."""

_SMALL = 0.88
"""Of the size of the items: what is set smaller is a footnote."""

_TIGHT = 0.6
"""Of the size of a line: paragraphs parted by less are lines of one paragraph."""

_LESSER = 0.5
"""Points by which the font of a theme is smaller than that of the list's heading, at least."""

_AHEAD = 5
"""Paragraphs, in which an item must follow what stands above it."""

_NUMBER = re.compile(r"(\d{1,3})[.)]\s*(?=[^\W\d])")
_ODD_MARK = re.compile(r"[^\WA-Z\d_] (?=[^\W\da-z_])|[^\w\s‘“'\"(\[] ")


class _Way(Enum):
    """How the reading goes on after a paragraph."""

    ON = auto()
    END = auto()


class ListReader:
    """Reads one list; `at` is the first paragraph after it."""

    def __init__(self, document: Document, paragraphs: Sequence[Paragraph], at: int) -> None:
        """Begin at the heading."""
        self._document = document
        self._paragraphs = paragraphs
        self._opening = paragraphs[at]
        self._board = heads.of_the_board(document[self._opening.span])
        self._entries: list[Entry] = []
        self._theme: Span | None = None
        self._fresh = True
        self._open(self._opening)
        self.at = at + 1

    def read(self) -> list[Entry]:
        """Read up to the end of the list."""
        while self.at < len(self._paragraphs):
            paragraph = self._paragraphs[self.at]
            text = self._document[paragraph.span]
            if not self._aside(paragraph, text) and self._take(paragraph, text) is _Way.END:
                break
            self.at += 1
        return tidied(self._entries, self._document)

    def _open(self, paragraph: Paragraph) -> None:
        self._heading = paragraph.span
        self._urgent = heads.urgent(self._document[paragraph.span])
        self._theme = None
        self._fresh = True

    def _take(self, paragraph: Paragraph, text: str) -> _Way:
        if heads.time_limit(text):
            return self._under(paragraph)
        if heads.opens(text):
            return self._part(paragraph, text)
        if paragraph.glyph:
            return self._marked(paragraph, text, paragraph.glyph)
        number = _NUMBER.match(text)
        if number is not None and self._follows(number[1]):
            return self._marked(paragraph, text, number[0].strip(), number.end())
        return self._plain(paragraph, text)

    def _plain(self, paragraph: Paragraph, text: str) -> _Way:
        if self._goes_on(paragraph, text):
            return self._extend(paragraph)
        if paragraph.shape is Shape.CELL:
            return _Way.END
        return (
            self._title(paragraph, text) if paragraph.shape is Shape.HEADING else self._prose(paragraph, text)
        )

    def _part(self, paragraph: Paragraph, text: str) -> _Way:
        """Begin the next part of the list; the board's list is another."""
        if heads.of_the_board(text) and not self._board:
            return _Way.END
        self._open(paragraph)
        return _Way.ON

    def _aside(self, paragraph: Paragraph, text: str) -> bool:
        """Say whether a paragraph is a footnote or its mark: no part of the list, and not its end."""
        if text.isdigit():
            return True
        if not self._entries or paragraph.look is None:
            return False
        look = self._entries[0].first.look
        return look is not None and paragraph.look.size < look.size * _SMALL

    def _marked(self, paragraph: Paragraph, text: str, glyph: str, skip: int = 0) -> _Way:
        """Take an item, or a point of the one before it."""
        if paragraph.look is not None and paragraph.look.bold and heads.ends(text[skip:]):
            return _Way.END
        if self._fresh and (
            heads.says_none(text[skip:]) or heads.leads_in(text[skip:]) or self._times_follow()
        ):
            return _Way.ON
        span = Span(paragraph.span.start + skip, paragraph.span.end)
        mark = mark_of(glyph)
        before = None if self._fresh or not self._entries else self._entries[-1]
        if before is not None and self._is_point(paragraph, mark, before):
            before.torn |= before.last is not self._paragraphs[self.at - 1]
            before.parts.append(span)
            before.last = paragraph
            return _Way.ON
        if before is not None and (mark == "number") != (before.mark == "number"):
            return _Way.END
        self._add(paragraph, span, mark)
        return _Way.ON

    def _is_point(self, paragraph: Paragraph, mark: str, item: Entry) -> bool:
        introduced = self._document[item.lead].endswith(":")
        deeper = _left(paragraph) > _left(item.first) + _DEEPER
        if mark == item.mark:
            return deeper and introduced
        return deeper or introduced or (mark == "dash" and item.mark == "bullet")

    def _add(self, paragraph: Paragraph, span: Span, mark: str) -> None:
        self._entries.append(
            Entry(span, mark, self._heading, self._urgent, self._theme, paragraph, paragraph)
        )
        self._fresh = False

    def _follows(self, number: str) -> bool:
        """Say whether a number that opens a paragraph is the next of the list."""
        if not self._entries:
            return True
        return self._entries[-1].mark == "number" and self._next_number() == int(number)

    def _next_number(self) -> int | None:
        first = self._entries[-1].first
        counted = first.glyph or self._document[first.span]
        digits = re.match(r"\d{1,3}", counted)
        return int(digits[0]) + 1 if digits else None

    def _goes_on(self, paragraph: Paragraph, text: str) -> bool:
        """Say whether a paragraph is the rest of the item before it, torn off."""
        if self._fresh or not self._entries:
            return False
        last = self._entries[-1].last
        torn = last is self._paragraphs[self.at - 1] and not STOP.search(self._document[last.span])
        if not torn or (paragraph.look is not None and paragraph.look.bold):
            return False
        return text[:1].islower() or _tight(last, paragraph)

    def _extend(self, paragraph: Paragraph) -> _Way:
        entry = self._entries[-1]
        entry.last = paragraph
        if entry.parts:
            entry.parts[-1] = Span(entry.parts[-1].start, paragraph.span.end)
        else:
            entry.lead = Span(entry.lead.start, paragraph.span.end)
        return _Way.ON

    def _under(self, paragraph: Paragraph) -> _Way:
        self._theme = paragraph.span
        self._fresh = True
        return _Way.ON

    def _title(self, paragraph: Paragraph, text: str) -> _Way:
        """Take a heading: a theme of the list, or its end."""
        if heads.says_none(text) or heads.leads_in(text):
            return _Way.ON
        if heads.ends(text) or not self._item_follows():
            return _Way.END
        lesser = _size(paragraph) < _size(self._opening) - _LESSER
        return self._under(paragraph) if lesser or heads.known_theme(text) or self._counts_on() else _Way.END

    def _prose(self, paragraph: Paragraph, text: str) -> _Way:
        """Take a paragraph without a mark: a theme, an announcement, items without marks, or the end."""
        if heads.says_none(text) or (heads.leads_in(text) and self._item_follows()):
            return _Way.ON
        if heads.ends(text) and len(text) <= LONGEST_THEME and not text.endswith((".", ";")):
            return _Way.END
        if len(text) <= LONGEST_THEME and not text.endswith(".") and self._item_follows():
            return self._under(paragraph)
        if self._item_follows():
            return _Way.ON
        if self._entries:
            return _Way.END
        return self._unmarked()

    def _item_follows(self) -> bool:
        """Say whether an item is next, of the mark that the list has so far."""
        for paragraph in self._paragraphs[self.at + 1 : self.at + _AHEAD]:
            text = self._document[paragraph.span]
            if heads.time_limit(text):
                return True
            if self._aside(paragraph, text) or heads.opens(text):
                continue
            return bool(paragraph.glyph) and self._of_the_list(paragraph.glyph)
        return False

    def _times_follow(self) -> bool:
        """Say whether a time by which is next, though none has been yet: what stands here announces it."""
        follows = self._paragraphs[self.at + 1 : self.at + 2]
        return not self._entries and bool(follows) and heads.time_limit(self._document[follows[0].span])

    def _of_the_list(self, glyph: str) -> bool:
        return not self._entries or mark_of(glyph) == self._entries[-1].mark

    def _counts_on(self) -> bool:
        """Say whether the next paragraph has the number that the list would go on with."""
        follows = self._paragraphs[self.at + 1 : self.at + 2]
        digits = follows[0].glyph.rstrip(".)") if follows else ""
        return digits.isdigit() and bool(self._entries) and self._follows(digits)

    def _unmarked(self) -> _Way:
        """Take a run of paragraphs as items, if all open with the same odd mark or read like items."""
        if heads.leads_in(self._document[self._paragraphs[self.at].span]):
            self.at += 1
        run = list(takewhile(lambda p: p.shape is Shape.PROSE, self._paragraphs[self.at :]))
        texts = [self._document[paragraph.span] for paragraph in run]
        odd = _odd_mark(texts)
        alike = all(heads.like_an_item(text, alone=len(run) == 1) for text in texts)
        if not run or not (odd or (alike and len({text.endswith(".") for text in texts}) == 1)):
            return _Way.END
        for paragraph in run:
            span = Span(paragraph.span.start + odd, paragraph.span.end)
            self._add(paragraph, span, "bullet" if odd else "unmarked")
        self.at += len(run) - 1
        return _Way.ON


def _odd_mark(texts: Sequence[str]) -> int:
    """Return how many characters of each text are a bullet whose font got lost: `n` and a space."""
    first = {text[:2] for text in texts}
    odd = len(texts) > 1 and len(first) == 1 and _ODD_MARK.match(texts[0])
    return odd.end() if odd else 0


def _left(paragraph: Paragraph) -> float:
    return paragraph.look.left if paragraph.look is not None else 0.0


def _size(paragraph: Paragraph) -> float:
    return paragraph.look.size if paragraph.look is not None else 0.0


def _tight(above: Paragraph, below: Paragraph) -> bool:
    """Say whether two paragraphs of a page are no further apart than two lines of one."""
    if above.look is None or below.look is None or above.page != below.page:
        return False
    return -_size(above) < above.look.bottom - below.look.top < _size(above) * _TIGHT
