"""What a PDF declares of itself, held against the briefing; and its fonts against ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from councilbrief.briefing.blocks import Briefing
from councilbrief.pdf.file.embedding import glyph_map
from councilbrief.pdf.look.faces import Face, metrics
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.proof.declared import Declared, Font


def declared_faults(found: Declared, tabs: Sequence[str], briefing: Briefing) -> Iterator[str]:
    """Say what is not declared as it should be, to follow on “the PDF”."""
    title = printed(briefing.title)
    if found.language != briefing.language:
        yield "does not name its language"
    if {found.title, found.old_title} != {title} or not found.shows_title:
        yield "does not give its title"
    if not found.tagged or not found.accessible:
        yield "does not declare that it is tagged and PDF/UA-1"
    if set(tabs) != {"S"}:
        yield "has a page on which the order of tabs is not that of the tags"
    for font in found.fonts:
        if not _is_ours(font):
            yield f"has a font that is not embedded as it should be: {font.name}"


def _is_ours(font: Font) -> bool:
    """Say whether a font's file and the glyphs of its codes are ours: then a code draws what it reads as."""
    if font.name not in set(Face):
        return False
    one = metrics(Face(font.name))
    return font.program == one.program and font.mapping == glyph_map(one.glyphs)
