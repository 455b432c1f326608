"""The check before a briefing is set: it must be well formed, and every character in the faces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import isclose

from councilbrief.briefing.blocks import Block, Briefing, Chart, SourceList, Table
from councilbrief.pdf.look.glyphs import missing, name
from councilbrief.pdf.reading import Part, every_part
from councilbrief.problems import Problem, RenderError, Severity

MOST_COLUMNS = 12
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def check(briefing: Briefing) -> None:
    """Raise RenderError with a problem for each thing that can't be set.

    A part of the wrong shape is a fault of whatever composed the briefing; a character without
    a glyph is told with its place.
    """
    parts = tuple(every_part(briefing))
    shapes = [Problem(Severity.ERROR, "bad-shape", what) for what in (*_shapes(briefing), *_wordless(parts))]
    if shapes:
        raise RenderError(shapes)
    problems = [_problem(char, part) for part in parts for char in missing(part.text)]
    problems += [_problem(char, part) for part in _described(briefing) for char in _not_text(part.text)]
    if problems:
        raise RenderError(problems)


def _problem(char: str, part: Part) -> Problem:
    where = part.where if part.taken is None else f"{part.where}, taken from {part.taken.place}"
    return Problem(
        Severity.ERROR,
        "no-glyph",
        f"the font has no glyph for {name(char)}, in {where}; correct it there, or leave that source out",
    )


def _described(briefing: Briefing) -> Iterator[Part]:
    """Give what is only heard."""
    if briefing.theme.logo:
        yield Part(briefing.theme.logo.alt, "what the logo shows")
    charts = (block for _, block in _blocks(briefing) if isinstance(block, Chart))
    yield from (Part(chart.alt, "what the chart shows") for chart in charts)


def _not_text(text: str) -> Iterator[str]:
    """Give the characters that are no text at all: halves of surrogate pairs, and controls."""
    yield from dict.fromkeys(char for char in text if "\ud800" <= char <= "\udfff" or char < " ")


def _blocks(briefing: Briefing) -> Iterator[tuple[str, Block]]:
    for section in briefing.sections:
        yield from ((f"section “{section.title}”", block) for block in section.blocks)


def _shapes(briefing: Briefing) -> Iterator[str]:
    """Say what is of the wrong shape."""
    if not _LANGUAGE.fullmatch(briefing.language):
        yield f"“{briefing.language}” is no language, such as en-GB"
    numbers: Counter[int] = Counter()
    for where, block in _blocks(briefing):
        match block:
            case Table():
                yield from (f"{where}: {what}" for what in _table(block))
            case Chart():
                yield from (f"{where}: {what}" for what in _chart(block))
            case SourceList(entries=entries):
                numbers.update(entry.number for entry in entries)
            case _:
                pass
    yield from (f"source {number} is listed twice" for number, times in numbers.items() if times > 1)


def _wordless(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if (part.grade or part.target) and not part.text.strip():
            yield f"{part.where}: a grade or a link has no words"


def _table(table: Table) -> Iterator[str]:
    columns = len(table.columns)
    if not 0 < columns <= MOST_COLUMNS:
        yield f"a table has {columns} columns; 1 to {MOST_COLUMNS} can be set"
    if len(table.widths) != columns or min(table.widths, default=0) <= 0:
        yield "the widths of a table's columns are not one a column"
    elif not isclose(sum(table.widths), 1, abs_tol=0.01):
        yield "the widths of a table's columns do not make up the whole"
    if any(len(row) != columns for row in table.rows):
        yield "a row of a table has not one cell a column"


def _chart(chart: Chart) -> Iterator[str]:
    if not chart.points:
        yield "a chart shows no grade"
    if any(point.grade not in chart.scale for point in chart.points):
        yield "a chart shows a grade that has no line"
    if not all(point.when.strip() for point in chart.points):
        yield "a chart shows a grade without a date"
