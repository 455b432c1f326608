"""The sections of a briefing, one a file, in a visible order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from councilbrief.briefing.blocks import Block
from councilbrief.briefing.case import Case
from councilbrief.briefing.notices import DIFFERENCES_TITLE
from councilbrief.briefing.sections.at_a_glance import at_a_glance
from councilbrief.briefing.sections.changes import since_last_edition
from councilbrief.briefing.sections.differences import differences
from councilbrief.briefing.sections.improvements import improvements
from councilbrief.briefing.sections.inspections import inspections
from councilbrief.briefing.sections.judgements import judgements
from councilbrief.briefing.sections.own_text import RECOMMENDATIONS, own_text
from councilbrief.briefing.sections.quotations import quotations
from councilbrief.briefing.sections.sources import sources
from councilbrief.briefing.sections.strengths import strengths
from councilbrief.briefing.spec import SectionKey, SectionSpec


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A section that a spec may ask for: its key, its usual title, and what writes it.

    `write` returns no blocks where the section has nothing to stand for and is left out.
    """

    key: SectionKey
    title: str
    write: Callable[[Case, SectionSpec], tuple[Block, ...]]


SECTIONS = (
    SectionKind(SectionKey.AT_A_GLANCE, "At a glance", at_a_glance),
    SectionKind(SectionKey.CHANGES, "What has changed since the last edition", since_last_edition),
    SectionKind(SectionKey.JUDGEMENTS, "Judgements", judgements),
    SectionKind(SectionKey.IMPROVEMENTS, "Areas for improvement", improvements),
    SectionKind(SectionKey.STRENGTHS, "Strengths", strengths),
    SectionKind(SectionKey.QUOTATIONS, "What people have said", quotations),
    SectionKind(SectionKey.DIFFERENCES, DIFFERENCES_TITLE, differences),
    SectionKind(SectionKey.INSPECTIONS, "Inspections so far", inspections),
    SectionKind(SectionKey.IMPLICATIONS, "Implications", own_text),
    SectionKind(SectionKey.RECOMMENDATIONS, RECOMMENDATIONS, own_text),
    SectionKind(SectionKey.SOURCES, "Sources and method", sources),
)
