"""The sections that hold the officer's own text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from councilbrief.briefing.blocks import Block, ItemList, Paragraph, Statement, Text
from councilbrief.briefing.case import Case
from councilbrief.briefing.spec import SectionSpec

RECOMMENDATIONS = "Recommendations"
BULLET = re.compile(r"[-*•]\s+(?=\S)")


def own_text(_case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Set the officer's text line by line: a paragraph each, lines with a hyphen or bullet as a list.

    Without text there is no section.
    """
    lines = (" ".join(line.split()) for line in (asked.text or "").splitlines())
    kept = (line for line in lines if line)
    return tuple(
        block
        for listed, group in groupby(kept, key=lambda line: BULLET.match(line) is not None)
        for block in _blocks(group, listed=listed)
    )


def _blocks(lines: Iterable[str], *, listed: bool) -> Iterable[Block]:
    if listed:
        yield ItemList(tuple(_own(BULLET.sub("", line, count=1)) for line in lines))
    else:
        yield from (Paragraph((_own(line),)) for line in lines)


def _own(line: str) -> Statement:
    return Statement((Text(line),))
