"""What the pages of a briefing say, in the order of reading, and which of it is taken from where.

A PDF carries it beside its facts, so that whoever checks it later need not know how the program
that made it worded or set anything: the words are those of the pages, and nothing else is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

TRACE_VERSION = 1


class Kind(StrEnum):
    """What a passage is on the page."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADER = "header"
    NOTICE = "notice"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    POINT = "point"
    REMARK = "remark"
    FACT = "fact"
    CAPTION = "caption"
    HEAD = "head"
    CELL = "cell"
    CHART = "chart"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    SOURCE = "source"


class Taken(NamedTuple):
    """Words of a passage that are a source's: from `at` on, those of `start` to `end` in its clean text."""

    at: int
    source: str
    start: int
    end: int


class Shown(NamedTuple):
    """A grade that a passage shows in colour, where its words stand, and which it is."""

    start: int
    end: int
    grade: str


class Count(NamedTuple):
    """A number in words, where it stands, and of which facts it is the number.

    `inspection` is the key of theirs, None for those of all inspections.
    """

    start: int
    end: int
    kind: str
    inspection: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read in one go; `at` are the numbers by which its kind is found in its section."""

    kind: Kind
    text: str
    at: tuple[int, ...] = ()
    slices: tuple[Taken, ...] = ()
    grades: tuple[Shown, ...] = ()
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPhrases:
    """The file of a user's own phrases with which sources were read, by its name and its digest."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The line at the head of every page, the words at its foot beside the number, and all passages.

    `phrases` are a user's own that the finders were given, None where they had only those that ship.
    """

    version: int
    head: str
    foot: str
    passages: tuple[Passage, ...]
    phrases: OwnPhrases | None = None


_WHERE = {
    Kind.TITLE: "the title",
    Kind.SUBTITLE: "the subtitle",
    Kind.HEADER: "line {0} of the header",
    Kind.NOTICE: "notice {0}",
    Kind.HEADING: "the heading",
    Kind.SUBHEADING: "subheading {0}",
    Kind.PARAGRAPH: "paragraph {0}",
    Kind.ITEM: "item {0}",
    Kind.POINT: "item {0}, point {1}",
    Kind.REMARK: "item {0}, remark",
    Kind.FACT: "fact {0} of the panel",
    Kind.CAPTION: "the caption of table {0}",
    Kind.HEAD: "table {0}, head of column {1}",
    Kind.CELL: "table {0}, row {1}, column {2}",
    Kind.CHART: "chart {0}",
    Kind.QUOTATION: "quotation {0}, paragraph {1}",
    Kind.ATTRIBUTION: "quotation {0}, attribution",
    Kind.SOURCE: "source {0}",
}


def places(passages: Iterable[Passage]) -> Iterator[str]:
    """Say of each passage where it stands: `section “Strengths”, item 2`."""
    section = ""
    for one in passages:
        if one.kind is Kind.HEADING:
            section = f"section “{one.text}”, "
        try:
            yield section + _WHERE[one.kind].format(*one.at)
        except IndexError:  # another program's numbers
            yield f"{section}{one.kind.value}"


def sections(passages: Iterable[Passage]) -> Iterator[int]:
    """Say of each passage in which section it stands, 0 for what comes before the first."""
    number = 0
    for one in passages:
        number += one.kind is Kind.HEADING
        yield number
