"""The child process that opens PDFs: bytes in, the text of their pages and its geometry out.

It is run by `quarantine.py` as `python -m councilbrief.documents.pdf_reader`, under limits
that it lays on itself, and imports little but pypdfium2. A request is eight bytes that
count the PDF's, and the PDF; an answer is eight bytes that count the rest: one line of
JSON, then for each page its text in UTF-8 and its numbers, as `pages.py` reads them.
Nothing is pickled, so that whatever a PDF makes of this process stays in it.
"""

from __future__ import annotations

import ctypes
import gc
import json
import re
import sys
from array import array
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from councilbrief.documents.framing import HYPHEN, LENGTH, LINE_BREAK

MOST_PAGES = 2_000
TOO_MANY_PAGES = "too-many-pages"
TOO_MUCH_TEXT = "too-much-text"
MOST_TEXT = 20_000_000
"""Characters of one document."""

MOST_MEMORY = 1_000_000_000
"""Bytes of address space, where the system can limit it."""

TABLE_PAGES = 3
"""The leading pages: on them stands the table of grades, so that less of a gap is one between cells."""

_WIDE, _WIDE_IN_TABLES = 0.5, 0.4
"""Of a line's height: the mean width of a character above which a line may hold a gap."""

_LONGEST_ROW = 75
"""Characters; a longer line on these pages is one of running text."""

_GAP, _GAP_IN_TABLES = 1.5, 0.9
"""Of a line's height: a wider space parts two cells."""

_LINE = re.compile(f"[^{LINE_BREAK}{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
"""A line of a page; after a hyphen at its end pdfium breaks none."""

_SPACES = re.compile(r" +")

_DIGITS = re.compile(r"\d+")
_LONGEST_MARK = 2
_BEFORE_MARKS = frozenset(".,;:)’”?")

_LETTER = re.compile(r"[^\W\d]")
_SMALL = 0.8
"""Of its line's height: a smaller number is the mark of a footnote."""

_measure, _weigh = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetFontWeight
_PASSWORD = 4
_UNKNOWN_SECURITY = 5


class _Refused(Exception):  # noqa: N818 - not an error of ours, but the answer
    """A PDF that is not read, and the key of the reason."""

    def __init__(self, key: str = "broken-pdf") -> None:
        super().__init__(key)
        self.key = key


def main() -> None:
    """Answer requests until there are no more."""
    _limit()
    gc.disable()  # nothing here goes in circles, and the process is replaced before leaks could add up
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        data = requests.read(LENGTH.unpack(head)[0])
        body = _answer(data)
        answers.write(LENGTH.pack(len(body)))
        answers.write(body)
        answers.flush()


def _limit() -> None:
    """Forbid this process more memory than a document may cost, and any file."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows; the parent's clock still holds there
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(data: bytes) -> bytes:
    try:
        pages = list(_pages(data))
    except _Refused as refused:
        return _headed({"refused": refused.key})
    except (MemoryError, RecursionError):
        return _headed({"refused": "too-much-memory"})
    head = [
        [len(text), len(lines), len(gaps), len(raised), *rest] for text, lines, gaps, raised, *rest in pages
    ]
    bodies = (
        text + lines.tobytes() + gaps.tobytes() + raised.tobytes() for text, lines, gaps, raised, *_ in pages
    )
    return _headed({"pages": head}) + b"".join(bodies)


def _headed(head: dict[str, Any]) -> bytes:
    return json.dumps(head).encode() + b"\n"


def _pages(data: bytes) -> Iterator[list[Any]]:
    """Yield each page: its text, its numbers, its width and height, whether pictures stand on it."""
    document = _open(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise _Refused(TOO_MANY_PAGES)
        room = MOST_TEXT
        for number in range(count):
            page = _page(document, number, room)
            room -= len(page[0])
            yield page
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        # pdfium's code may be that of a document before, so the PDF must say that it is locked, too
        locked = error.err_code in (_PASSWORD, _UNKNOWN_SECURITY) and b"/Encrypt" in data
        raise _Refused("encrypted-pdf" if locked else "broken-pdf") from error


def _page(document: pdfium.PdfDocument, number: int, room: int) -> list[Any]:
    try:
        page = document[number]
    except pdfium.PdfiumError as error:
        raise _Refused from error
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > room:
            raise _Refused(TOO_MUCH_TEXT)
        text = textpage.get_text_range()
        lines, gaps = array("d"), array("d")
        glyphs = _Glyphs(textpage, text)
        for start, line in _lines(text):
            measured = left, right, bottom, top, _ = glyphs.line(start, line)
            lines.extend((start, start + len(line), *measured))
            row = number < TABLE_PAGES and len(line) <= _LONGEST_ROW
            if right - left > (_WIDE_IN_TABLES if row else _WIDE) * (top - bottom) * len(line):
                gaps.extend(glyphs.gaps(start, line, (_GAP_IN_TABLES if row else _GAP) * (top - bottom)))
        raised = array(
            "d", (m.start() for m in _DIGITS.finditer(text) if _may_be_mark(m) and glyphs.is_raised(m))
        )
        pictures = not text.strip() and raw.FPDFPage_CountObjects(page.raw) > 0
        width, height = page.get_size()
        encoded = text.encode("utf-8", "surrogatepass")
        return [encoded, lines, gaps, raised, width, height, pictures]
    finally:
        textpage.close()
        page.close()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold anything, without the space around them, and where they begin."""
    for match in _LINE.finditer(text):
        line = match[0].rstrip()
        start = match.start()
        if line[:1].isspace():
            body = line.lstrip()
            start, line = start + len(line) - len(body), body
        if line:
            yield start, line


def _may_be_mark(number: re.Match[str]) -> bool:
    """Say whether a number is glued to a word or its stop, as the mark of a footnote is."""
    before = number.string[number.start() - 1 : number.start()]
    glued = before.isalpha() or before in _BEFORE_MARKS
    return bool(before) and glued and number.end() - number.start() <= _LONGEST_MARK


class _Glyphs:
    """Where the characters of a page stand."""

    def __init__(self, textpage: pdfium.PdfTextPage, text: str) -> None:
        self._page = textpage.raw
        self._box = raw.FS_RECTF()
        self._into = ctypes.byref(self._box)
        self._left_out = textpage.count_chars() != len(text)

    def _measure(self, offset: int) -> raw.FS_RECTF:
        """Return the box of a character: as high as its font, as wide as itself."""
        _measure(self._page, self._index(offset) if self._left_out else offset, self._into)
        return self._box

    def _index(self, offset: int) -> int:
        """Return pdfium's index of a character; its text leaves out some that it counts."""
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self._page, offset))

    def line(self, start: int, line: str) -> tuple[float, float, float, float, int]:
        """Return left, right, bottom, top and weight; a bullet may be in another font, so a letter counts."""
        box, page, into = self._box, self._page, self._into
        last, at = start + len(line) - 1, start
        if self._left_out:
            last, at = self._index(last), self._index(start)
        _measure(page, last, into)
        right = box.right
        _measure(page, at, into)
        left = box.left
        if not line[0].isalpha() and (letter := _LETTER.search(line)):
            at = start + letter.start()
            at = self._index(at) if self._left_out else at
            _measure(page, at, into)
        return left, right, box.bottom, box.top, _weigh(page, at)

    def gaps(self, start: int, line: str, least: float) -> Iterator[float]:
        """Yield of each space of at least a width its offset and the edges at its left and right."""
        for match in _SPACES.finditer(line):
            before = self._measure(start + match.start() - 1).right
            after = self._measure(start + match.end()).left
            if after - before > least:
                yield from (start + match.start(), before, after)

    def is_raised(self, match: re.Match[str]) -> bool:
        """Say whether a number is set smaller than the character before it."""
        before = self._measure(match.start() - 1)
        usual = before.top - before.bottom
        number = self._measure(match.start())
        return bool(number.top - number.bottom < _SMALL * usual)


if __name__ == "__main__":
    main()
