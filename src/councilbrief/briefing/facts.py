"""The facts that a briefing states, as its PDF carries them, and what changed between two editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from councilbrief.briefing.trace import Trace

VERSION = 1
PROGRAM = "councilbrief"


class FactKind(StrEnum):
    """What a fact is about, in the order in which changes are told."""

    UNREAD = "unread"
    SHOWN = "shown"
    INSPECTION = "inspection"
    JUDGEMENT = "judgement"
    IMPROVEMENT = "improvement"
    STRENGTH = "strength"
    QUOTATION = "quotation"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a page states.

    `kind`, `inspection` and `key` together are one fact's own within an edition, and the same
    in the next. `value` is what is stated: days, a grade, words; `detail` what stands with it:
    a framework, a group, a role. `label` is how a sentence names what the fact is about.
    `inspection` is the key of the one that it belongs to, `sources` are the ids that it rests on.
    """

    kind: FactKind
    key: str
    value: str
    label: str = ""
    detail: str = ""
    inspection: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A source as the numbered list describes it; `sha256` is that of its file."""

    number: int
    id: str
    sha256: str
    described: str


class Stating(Protocol):
    """What states facts: a briefing, a published edition, or what is remembered of one."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts in the order of the page."""

    @property
    def sources(self) -> tuple[Listed, ...]:
        """Return the sources in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class Base:
    """The edition that another one compares itself with on its page; without a day there was none."""

    day: dt.date | None = None
    facts: tuple[Fact, ...] = ()
    sources: tuple[Listed, ...] = ()


FIRST = Base()


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a briefing.

    `as_at` is its day as ISO has it. `since` is the edition that it compares itself with,
    None where its spec does not ask for that.
    """

    facts: tuple[Fact, ...] = ()
    sources: tuple[Listed, ...] = ()
    as_at: str | None = None
    since: Base | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """What a published PDF carries; `day` is the one that the file is dated.

    `traced` is what its pages say, None in PDFs of before the program carried it.
    """

    version: int
    program: str
    council: str
    title: str
    day: dt.date
    as_at: str | None
    facts: tuple[Fact, ...]
    sources: tuple[Listed, ...]
    since: Base | None = None
    traced: Trace | None = None


class What(StrEnum):
    """What became of a fact."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is new, gone or no longer what it was, and a sentence that says so.

    `of` is what sentences call the inspection that it belongs to, if it does.
    """

    kind: FactKind
    what: What
    before: Fact | None
    after: Fact | None
    sentence: str
    of: str = ""


def unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Keep of equal facts the first, and of the same fact told twice the one that is told first."""
    kept: dict[tuple[FactKind, str | None, str], Fact] = {}
    for fact in facts:
        kept.setdefault(identity(fact), fact)
    return tuple(kept.values())


def identity(fact: Fact) -> tuple[FactKind, str | None, str]:
    """Return what makes a fact the same one over editions."""
    return fact.kind, fact.inspection, fact.key
