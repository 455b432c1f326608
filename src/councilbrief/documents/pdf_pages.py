"""A PDF's bytes to its pages, by pypdfium2. Nothing but the child in quarantine may call this."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from typing import Any, cast

import pypdfium2 as pdfium
from pypdfium2 import raw

from councilbrief.documents.document import PAGE_BREAK
from councilbrief.documents.pages import HYPHEN, LINE_BREAK, Gap, Line, Page, Paged, cut

BROKEN, LOCKED = "broken-pdf", "encrypted-pdf"
TOO_MANY_PAGES, TOO_MUCH_TEXT = "too-many-pages", "too-much-text"
MOST_PAGES = 2_000
MOST_TEXT = 20_000_000
"""Characters of one document."""

_TABLE_PAGES = 3
"""The leading pages: on them stands the table of grades, so that less of a gap is one between cells."""

_WIDE, _WIDE_IN_TABLES = 0.5, 0.4
"""Of a line's height: the mean width of a character above which a line may hold a gap."""

_LONGEST_ROW = 75
"""Characters; a longer line on these pages is one of running text."""

_GAP, _GAP_IN_TABLES = 1.5, 0.9
"""Of a line's height: a wider space parts two cells."""

_BOLD = 600
"""The weight from which a font is bold; 400 is regular, 700 bold."""

_LINE = re.compile(rf"[^\s{HYPHEN}](?:[^{LINE_BREAK}{HYPHEN}]*[^\s{HYPHEN}])?{HYPHEN}?|{HYPHEN}")
"""A line of a page without the space around it; after a hyphen at its end pdfium breaks none."""

_SPACES = re.compile(r" +")

_DIGITS = re.compile(r"\d+")
_LONGEST_MARK = 2
_BEFORE_MARKS = frozenset(".,;:)’”?")

_LETTER = re.compile(r"[^\W\d]")
_SMALL = 0.8
"""Of its line's height: a smaller number is the mark of a footnote."""

_PASSWORD = 4
_UNKNOWN_SECURITY = 5


class Unread(Exception):  # noqa: N818 - not an error of ours, but the answer
    """A PDF that is not read, and the key of the reason."""

    def __init__(self, key: str) -> None:
        """Keep the key."""
        super().__init__(key)
        self.key = key


def pages(data: bytes) -> Paged:
    """Return the pages of a PDF; raise Unread for one that is locked, damaged or too large."""
    document = _open(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise Unread(TOO_MANY_PAGES)
        texts: list[str] = []
        made: list[Page] = []
        offset = 0
        for number in range(count):
            text, page = _page(document, number, offset)
            texts.append(text)
            made.append(page)
            offset += len(text) + len(PAGE_BREAK)
        return Paged(PAGE_BREAK.join(texts), tuple(made))
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        # pdfium's code may be that of a document before, so the PDF must say that it is locked, too
        locked = error.err_code in (_PASSWORD, _UNKNOWN_SECURITY) and b"/Encrypt" in data
        raise Unread(LOCKED if locked else BROKEN) from error


def _page(document: pdfium.PdfDocument, number: int, offset: int) -> tuple[str, Page]:
    """Return the text of a page and the page; its text begins at an offset of the document's."""
    try:
        page = document[number]
    except pdfium.PdfiumError as error:
        raise Unread(BROKEN) from error
    textpage = page.get_textpage()
    try:
        if offset + textpage.count_chars() > MOST_TEXT:
            raise Unread(TOO_MUCH_TEXT)
        text = textpage.get_text_range()
        glyphs = _Glyphs(textpage, text, offset)
        lines = tuple(glyphs.lines(leading=number < _TABLE_PAGES))
        pictured = not text.strip() and raw.FPDFPage_CountObjects(page.raw) > 0
        width, height = page.get_size()
        return text, Page(number + 1, width, height, lines, tuple(glyphs.raised()), pictured)
    finally:
        textpage.close()
        page.close()


def _may_be_mark(number: re.Match[str]) -> bool:
    """Say whether a number is glued to a word or its stop, as the mark of a footnote is."""
    before = number.string[number.start() - 1 : number.start()]
    glued = before.isalpha() or before in _BEFORE_MARKS
    return bool(before) and glued and number.end() - number.start() <= _LONGEST_MARK


def _quick(function: object, *takes: type) -> Callable[..., int]:
    """Return a function of pdfium that takes addresses as numbers: checking pointers costs more."""
    address = ctypes.cast(cast("Any", function), ctypes.c_void_p).value
    return cast("Callable[..., int]", ctypes.PYFUNCTYPE(ctypes.c_int, *takes)(address or 0))


_measure = _quick(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_weigh = _quick(raw.FPDFText_GetFontWeight, ctypes.c_void_p, ctypes.c_int)


class _Glyphs:
    """Where the characters of a page stand."""

    def __init__(self, textpage: pdfium.PdfTextPage, text: str, offset: int) -> None:
        self._text, self._offset, self._textpage = text, offset, textpage
        self._page = ctypes.cast(textpage.raw, ctypes.c_void_p).value
        self._box = raw.FS_RECTF()
        self._into = ctypes.addressof(self._box)
        self._left_out = textpage.count_chars() != len(text)

    def lines(self, *, leading: bool) -> Iterator[Line]:
        """Yield the lines, those with gaps cut into their cells; more are on a leading page."""
        for match in _LINE.finditer(self._text):
            start, end = match.span()
            line = self._line(start, end)
            row = leading and end - start <= _LONGEST_ROW
            if line.right - line.left > (_WIDE_IN_TABLES if row else _WIDE) * line.size * (end - start):
                gaps = self._gaps(start, end, (_GAP_IN_TABLES if row else _GAP) * line.size)
                yield from cut(line, list(gaps), self._text, self._offset)
            else:
                yield line

    def raised(self) -> Iterator[int]:
        """Yield where the numbers stand that are set smaller than the character before them."""
        for match in _DIGITS.finditer(self._text):
            if _may_be_mark(match):
                before = self._measured(match.start() - 1)
                usual = before.top - before.bottom
                number = self._measured(match.start())
                if number.top - number.bottom < _SMALL * usual:
                    yield self._offset + match.start()

    def _line(self, start: int, end: int) -> Line:
        """Measure a line; a bullet may be in another font, so a letter counts."""
        box, page, into, text = self._box, self._page, self._into, self._text
        last, at = end - 1, start
        if self._left_out:
            last, at = self._index(last), self._index(start)
        _measure(page, last, into)
        right = box.right
        _measure(page, at, into)
        left = box.left
        if not text[start].isalpha() and (letter := _LETTER.search(text, start, end)):
            at = self._index(letter.start()) if self._left_out else letter.start()
            _measure(page, at, into)
        bottom, top, offset = box.bottom, box.top, self._offset
        bold = _weigh(page, at) >= _BOLD
        return Line(start + offset, end + offset, left, right, bottom, top, top - bottom, bold)

    def _gaps(self, start: int, end: int, least: float) -> Iterator[Gap]:
        """Yield each space in a line that is at least as wide."""
        for match in _SPACES.finditer(self._text, start, end):
            begin, end = match.span()
            before = self._measured(begin - 1).right
            after = self._measured(end).left
            if after - before > least:
                yield Gap(self._offset + begin, self._offset + end, before, after)

    def _measured(self, at: int) -> raw.FS_RECTF:
        """Return the box of a character: as high as its font, as wide as itself."""
        _measure(self._page, self._index(at) if self._left_out else at, self._into)
        return self._box

    def _index(self, at: int) -> int:
        """Return pdfium's index of a character; its text leaves out some that it counts."""
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self._textpage.raw, at))
