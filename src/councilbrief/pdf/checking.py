"""The check before a briefing is set: every character that it prints must be in the faces."""

from __future__ import annotations

from councilbrief.briefing.blocks import Briefing
from councilbrief.pdf.look.glyphs import missing, name
from councilbrief.pdf.reading import Part, every_part
from councilbrief.problems import Problem, RenderError, Severity


def check(briefing: Briefing) -> None:
    """Raise RenderError with a problem for each character that can't be printed, and its place."""
    problems = [_problem(char, part) for part in every_part(briefing) for char in missing(part.text)]
    if problems:
        raise RenderError(problems)


def _problem(char: str, part: Part) -> Problem:
    where = part.where if part.taken is None else f"{part.where}, taken from {part.taken.place}"
    return Problem(
        Severity.ERROR,
        "no-glyph",
        f"the font has no glyph for {name(char)}, in {where}; correct it there, or leave that source out",
    )
