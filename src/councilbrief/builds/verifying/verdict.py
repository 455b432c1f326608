"""What verifying comes to: what was checked, what no longer matches, and what is worth knowing besides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from councilbrief.briefing.facts import Edition, Fact, Listed
from councilbrief.briefing.trace import Kind, Passage, places
from councilbrief.builds.verifying.wording import squeezed
from councilbrief.problems import ExitCode, Problem


class Key(StrEnum):
    """What a finding is about, in the order in which findings are told."""

    PAGE = "page-differs"
    FURNITURE = "page-furniture"
    FACTS = "facts-differ"
    SOURCE_GONE = "source-gone"
    SOURCE_UNREAD = "source-unread"
    SOURCE_ALTERED = "source-altered"
    SOURCE_MOVED = "source-moved"
    WORDS = "words-gone"
    GRADE = "grade-differs"
    DATES = "dates-differ"
    SPEAKER = "speaker-differs"
    PUBLISHED = "published-differs"
    NUMBER = "number-differs"
    NOT_FOUND = "not-found-again"
    REWRITTEN = "rewritten"
    UNCHECKED = "not-checked"


class Checked(StrEnum):
    """What is counted when it is found as it should be."""

    PAGES = "pages"
    GRADES = "grades"
    INSPECTIONS = "inspections"
    ITEMS = "items"
    QUOTATIONS = "quotations"
    NUMBERS = "numbers"
    SLICES = "slices"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not match, or a remark; `page` and `where` are those of the briefing.

    `expected` is what the PDF carries and `found` what there is instead, where it is words.
    """

    key: Key
    sentence: str
    page: int | None = None
    where: str = ""
    source: str | None = None
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of verifying one PDF; `edition` is None where it carries no facts.

    `findings` are what no longer matches, `remarks` what does not change the verdict.
    """

    path: Path
    edition: Edition | None
    checked: Counter[Checked]
    findings: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    exit_code: ExitCode

    @property
    def verified(self) -> bool:
        """Say whether all of it could be checked, and matches."""
        return self.exit_code is ExitCode.DONE


@dataclass(slots=True)
class Case:
    """A PDF under examination: what it carries, where its passages stand, and what has been found so far.

    `pages` gives the page of each passage by its number.
    """

    edition: Edition
    pages: dict[int, int] = field(default_factory=dict)
    checked: Counter[Checked] = field(default_factory=Counter)
    findings: dict[Finding, None] = field(default_factory=dict)
    remarks: dict[Finding, None] = field(default_factory=dict)
    where: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Name the places of the passages."""
        self.where = tuple(places(self.passages))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Return what the pages say, nothing of an older PDF."""
        return self.edition.traced.passages if self.edition.traced else ()

    def find(self, finding: Finding) -> None:
        """Take in what does not match, each thing once."""
        self.findings[finding] = None

    def remark(self, finding: Finding) -> None:
        """Take in what is worth knowing."""
        self.remarks[finding] = None

    def has_lost(self, fact: Fact) -> bool:
        """Say whether words of a fact have been told as gone from their source."""
        words = squeezed(fact.value)
        lost = (squeezed(one.expected) for one in self.findings if one.key is Key.WORDS)
        return any(one in words or words in one for one in lost)

    def at(self, number: int | None) -> tuple[int | None, str]:
        """Return the page and the place of a passage."""
        return (None, "") if number is None else (self.pages.get(number), self.where[number])

    def entry(self, listed: Listed) -> int | None:
        """Return the passage that is a source's entry in the list of sources."""
        wanted = (Kind.SOURCE, (listed.number,))
        return next((at for at, one in enumerate(self.passages) if (one.kind, one.at) == wanted), None)
