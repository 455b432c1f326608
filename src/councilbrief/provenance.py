"""Where words come from: sources, dates, spans and places."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

MONTHS = tuple(calendar.month_name)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if not 0 <= self.start <= self.end:
            msg = f"not a span: {self.start}..{self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        """Count the characters."""
        return self.end - self.start

    def slice(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year: as exact as a text makes it, and no more.

    >>> PartialDate(2024, 5, 16).text(), PartialDate(2019, 5).iso()
    ('16 May 2024', '2019-05')
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a day without a month, and a date that the calendar lacks."""
        if self.day is not None and self.month is None:
            msg = "a day needs a month"
            raise ValueError(msg)
        dt.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raise ValueError for anything else."""
        parts = text.strip().split("-")
        widths = [len(part) for part in parts]
        if widths not in ([4], [4, 2], [4, 2, 2]) or not all(p.isdigit() for p in parts):
            msg = f"not a date, a year-month or a year: {text!r}"
            raise ValueError(msg)
        return cls(*(int(part) for part in parts))

    def iso(self) -> str:
        """Write it as ISO 8601, as far as it goes."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def text(self) -> str:
        """Write it as British prose does: `16 May 2024`, `May 2024`, `2024`."""
        words = [] if self.day is None else [str(self.day)]
        if self.month is not None:
            words.append(MONTHS[self.month])
        return " ".join([*words, str(self.year)])

    def earliest(self) -> dt.date:
        """Return the first day that it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> dt.date:
        """Return the last day that it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


STATED = "stated"
STATED_IN = f"{STATED} in "
"""What opens a basis that names the part of a file, outside of its text, where something is stated."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with what it rests on: `stated`, `stated in …` with the part of the file, or `inferred: …`."""

    value: PartialDate
    basis: str = STATED

    @property
    def is_stated(self) -> bool:
        """Say whether a text, or the head of its page, states the date outright."""
        return self.basis == STATED or self.basis.startswith(STATED_IN)


class DocumentKind(StrEnum):
    """What a document is; the order is the order of authority."""

    REPORT = "report"
    LETTER = "letter"
    RELEASE = "release"
    ARTICLE = "article"

    @property
    def authority(self) -> int:
        """Rank it: 0 for Ofsted's own words, then the council's, then the press's."""
        return {"report": 0, "letter": 0, "release": 1, "article": 2}[self.value]


@dataclass(frozen=True, slots=True)
class Source:
    """One document as the library knows it.

    `id` is the short name that specs use; `path` is what a person would open,
    relative to the library where there is one. `council` is the council that a person
    says it is about, by any name; None leaves that to the text. `council_at` is the
    file, the line and the column where that stands.
    """

    id: str
    path: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    kind: DocumentKind | None = None
    url: str | None = None
    published: Dated | None = None
    inspected: Dated | None = None
    council: str | None = None
    council_at: tuple[str, int, int] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: in the clean text, and in the file as it came.

    `span` covers the fact in `Document.text`. `pieces` are its parts, one a paragraph,
    without the marks of a continued quotation; `original` are the same parts in the
    decoded file. `paragraph` counts from 1; `page` is None where there are no pages, and
    `printed` is the number that the document itself prints before the paragraph.
    """

    source: str
    path: str
    span: Span
    paragraph: int
    pieces: tuple[Span, ...]
    original: tuple[Span, ...]
    page: int | None = None
    printed: str | None = None

    def __str__(self) -> str:
        """Write it for a person: file, paragraph, characters of the file; of a PDF page and paragraph."""
        if self.page is not None:
            number = f"numbered paragraph {self.printed}" if self.printed else f"paragraph {self.paragraph}"
            return f"{self.path}: page {self.page}, {number}"
        start, end = self.original[0].start, self.original[-1].end
        return f"{self.path}: paragraph {self.paragraph}, characters {start}–{end}"
