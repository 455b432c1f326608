"""Specs for tests, and the briefing that they get."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.as_text import plain_text
from councilbrief.briefing.blocks import Block, Briefing, Notice, Section
from councilbrief.briefing.compose import compose
from councilbrief.briefing.spec import SectionKey, SectionSpec, Sources, Spec
from councilbrief.evidence.councils.register import Council, Resolved, register
from councilbrief.evidence.facts import Evidence
from councilbrief.problems import Problem
from councilbrief.provenance import PartialDate

LIBRARY = Sources(library=("../seeds",))


def council(name: str = "Cheshire East") -> Council:
    found = register().resolve(name)
    assert isinstance(found, Resolved)
    return found.council


def spec(
    *sections: SectionSpec,
    sources: Sources = LIBRARY,
    as_at: PartialDate | None = PartialDate(2024, 6, 3),  # noqa: B008 - a value that can't change
    title: str | None = None,
) -> Spec:
    return Spec(
        version=1, council="Cheshire East", as_at=as_at, sources=sources, sections=sections, title=title
    )


def brief(
    evidence: Sequence[Evidence],
    asked: Spec | None = None,
    *,
    name: str = "Cheshire East",
    problems: Sequence[Problem] = (),
) -> Briefing:
    return compose(asked or spec(), council(name), evidence, problems)


def section(briefing: Briefing, key: SectionKey) -> Section:
    return next(one for one in briefing.sections if one.key == key)


def text_of(briefing: Briefing, key: SectionKey) -> str:
    """Return a section as plain text."""
    only = Briefing(briefing.council, "", "", (), (), (section(briefing, key),))
    return plain_text(only)


def notices_of(blocks: Sequence[Block]) -> list[Notice]:
    return [block for block in blocks if isinstance(block, Notice)]
