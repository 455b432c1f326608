"""The sections that hold the officer's own text."""

from __future__ import annotations

import re

from councilbrief.briefing.blocks import Block, Paragraph, Statement, Text
from councilbrief.briefing.case import Case
from councilbrief.briefing.spec import SectionSpec

BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def own_text(_case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Set the officer's text, a paragraph for each; without text there is no section."""
    parts = (" ".join(part.split()) for part in BLANK_LINES.split(asked.text or ""))
    return tuple(Paragraph((Statement((Text(part),)),)) for part in parts if part)
