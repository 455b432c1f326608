"""What a PDF declares of itself, held against the briefing; and its fonts against ours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from councilbrief.briefing.blocks import Briefing
from councilbrief.pdf.file.embedding import glyph_map, unicode_map, widths
from councilbrief.pdf.file.metadata import metadata_of
from councilbrief.pdf.look.faces import Face, metrics
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.proof.declared import Declared, Font

_DATED = re.compile(r"D:(\d{8})000000\+00'00'")
_NAME = re.compile(r"<([\w:]+)>")


def declared_faults(found: Declared, tabs: Sequence[str], briefing: Briefing) -> Iterator[str]:
    """Say what is not declared as it should be, to follow on “the PDF”."""
    title = printed(briefing.title)
    if found.language != briefing.language:
        yield "does not name its language"
    if {found.title, found.info.get("Title")} != {title} or not found.shows_title:
        yield "does not give its title"
    if not found.tagged or not found.accessible:
        yield "does not declare that it is tagged and PDF/UA-1"
    if set(tabs) != {"S"}:
        yield "has a page on which the order of tabs is not that of the tags"
    for font in found.fonts:
        if font.name not in set(Face) or font != _ours(Face(font.name)):
            yield f"has a font that is not embedded as it should be: {font.name}"


def description_faults(found: Declared, briefing: Briefing) -> Iterator[str]:
    """Say where the file's description of itself is not that of the briefing."""
    day = _day(found.info.get("ModDate", ""))
    if day is None or found.info.get("CreationDate") != found.info["ModDate"]:
        yield "does not give its date as it should"
        return
    meant = metadata_of(briefing, day)
    info = {"Author": meant.author, "Subject": meant.subject, "Keywords": meant.keywords}
    yield from (
        f"gives another “{key}” than the briefing"
        for key, value in info.items()
        if found.info.get(key) != value
    )
    lines = zip_longest(meant.xmp().splitlines(), found.xmp.splitlines(), fillvalue="")
    others = [_NAME.search(should or there) for should, there in lines if should != there]
    if others:
        names = ", ".join(name.group(1) for name in others if name) or "frame"
        yield f"has another XMP than the briefing: {names}"


def _day(written: str) -> dt.date | None:
    dated = _DATED.fullmatch(written)
    try:
        return dt.date.fromisoformat(dated.group(1)) if dated else None
    except ValueError:
        return None


@cache
def _ours(face: Face) -> Font:
    """Give a face as it should stand in a file: then a code draws what it reads as, where it should."""
    one = metrics(face)
    runs = ((first, [_rounded(each) for each in run]) for first, run in widths(one))
    return Font(
        name=face,
        program=one.program,
        mapping=glyph_map(one.glyphs),
        unicode=unicode_map(one.glyphs).encode(),
        encoding="Identity-H",
        widths=[part for run in runs for part in run],
        lacking=round(one.lacking),
    )


def _rounded(width: float) -> float:
    """Round a width as it is written."""
    return float(f"{width:.6g}")
