"""The shape of a briefing: sections of a closed set of blocks, made of typed inlines.

A word from a document travels as `Slice`, never as markup. Every statement carries its
support: the places it rests on and the rules that found them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from councilbrief.briefing.facts import Facts
from councilbrief.briefing.theme import USUAL, Theme
from councilbrief.briefing.trace import OwnPhrases
from councilbrief.evidence.facts import Grade
from councilbrief.provenance import Place


@dataclass(frozen=True, slots=True)
class Text:
    """Words of our own: a fixed phrase, or a fact that fills one."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of our own, in bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Slice:
    """Words taken letter for letter from a source; `place` has exactly one piece."""

    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to entries of the list of sources, by their numbers, ascending."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web page; `url` is http or https."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Pill:
    """A grade, shown in words and colour."""

    grade: Grade
    text: str


Inline = Text | Strong | Slice | Cite | Link | Pill


@dataclass(frozen=True, slots=True)
class Support:
    """What a statement rests on: a slice of a source and the rule that read it."""

    words: str
    place: Place
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the briefing says, and why it may say it.

    `support` is empty only for words that claim nothing about a source (method, labels,
    the officer's own text).
    """

    inlines: tuple[Inline, ...]
    support: tuple[Support, ...] = ()

    @property
    def text(self) -> str:
        """Return the words as they are printed, references in square brackets."""
        return "".join(inline_text(inline) for inline in self.inlines)


def inline_text(inline: Inline) -> str:
    """Return what a reader sees of an inline.

    >>> inline_text(Cite((1, 3)))
    ' [1] [3]'
    """
    match inline:
        case Slice(words=words):
            return words
        case Cite(numbers=numbers):
            return "".join(f" [{number}]" for number in numbers)
        case Text(text=text) | Strong(text=text) | Link(text=text) | Pill(text=text):
            return text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one or more statements."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Beneath:
    """What stands beneath an item: the points that belong to it, and a remark on it.

    An item and its points make one statement, of which the item holds the support and
    the last point the references.
    """

    points: tuple[Statement, ...] = ()
    remark: Statement | None = None


NOTHING = Beneath()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list, numbered from `start` or bulleted (`start` None).

    `beneath` has an entry for each item, or none at all where nothing stands beneath any.
    """

    items: tuple[Statement, ...]
    start: int | None = None
    beneath: tuple[Beneath, ...] = ()

    @property
    def entries(self) -> tuple[tuple[Statement, Beneath], ...]:
        """Return each item with what stands beneath it."""
        return tuple(zip(self.items, self.beneath or (NOTHING,) * len(self.items), strict=True))


class Tone(StrEnum):
    """How a notice is meant."""

    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know before believing the rest."""

    tone: Tone
    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """A panel of labelled facts, two to four."""

    facts: tuple[tuple[str, Statement], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first cell in each row is the row's heading.

    `widths` are shares of the measure, one a column, and sum to 1.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Statement, ...], ...]
    widths: tuple[float, ...]


def grade_name(grade: Grade) -> str:
    """Return the name of a grade beside its line in a chart.

    >>> grade_name(Grade.GOOD)
    'Good'
    """
    return grade.value.capitalize()


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A grade and the time of the inspection that gave it, as it is printed below the chart.

    `joined` says that it may be compared with the point before; only then does a line lead to it.
    """

    when: str
    grade: Grade
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """The overall grades over time, the oldest first.

    `scale` are the grades that have a line of their own, the best first; each grade of
    `points` is among them. `alt` gives every value in words. `caption` stands above it,
    with the references, and `support` is what the values rest on.
    """

    caption: Statement
    scale: tuple[Grade, ...]
    points: tuple[ChartPoint, ...]
    alt: str
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set apart, a `Slice` a paragraph, and who said them."""

    paragraphs: tuple[Slice, ...]
    attribution: Statement
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An entry of the list of sources; `number` is what `Cite` points at."""

    number: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class SourceList:
    """The numbered list of sources."""

    entries: tuple[SourceEntry, ...]


Block = Paragraph | Subheading | ItemList | Notice | KeyFacts | Table | Chart | Quote | SourceList


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its heading; `key` is the name that specs use."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """A finished briefing, ready to be set.

    `header` are the labelled lines under the title (meeting, report of, …), only those
    that the spec gives. `as_at` is written out (`21 November 2026`) or None. `facts` is
    what its PDF carries for other programs, None for a page that carries nothing. `theme`
    is how it looks. `phrases` are a user's own that the finders were given, if any.
    """

    council: str
    title: str
    subtitle: str
    header: tuple[tuple[str, str], ...]
    notices: tuple[Notice, ...]
    sections: tuple[Section, ...]
    as_at: str | None = None
    classification: str | None = None
    author: str | None = None
    language: str = "en-GB"
    facts: Facts | None = None
    theme: Theme = USUAL
    phrases: OwnPhrases | None = None

    @property
    def running_head(self) -> str:
        """Return the line at the head of every page, as far as it has room."""
        as_at = f"As at {self.as_at}" if self.as_at else None
        council = self.theme.council_name or self.council
        return " · ".join(part for part in (council, self.classification, as_at) if part)
