"""A briefing to the bytes of a PDF."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from councilbrief.briefing.blocks import Briefing
from councilbrief.pdf.checking import check
from councilbrief.pdf.file.canvas import BriefingCanvas
from councilbrief.pdf.file.metadata import metadata_of
from councilbrief.pdf.look.style import MARGIN, MEASURE
from councilbrief.pdf.setting.filling import fill
from councilbrief.pdf.setting.running import Running, floor_of, running_of
from councilbrief.pdf.setting.story import story


def render(briefing: Briefing, *, stamp: dt.date) -> bytes:
    """Set a briefing on A4 pages as tagged PDF; the same briefing and stamp give the same bytes.

    `stamp` becomes the file's date. The facts that the briefing states go into the file as
    well (`attachment.py`). Raises RenderError where a character has no glyph,
    naming each with its place, or where something fits no page.
    """
    check(briefing)
    target = BytesIO()
    canvas = BriefingCanvas(target, stamp, identity=repr((briefing, stamp)), language=briefing.language)
    pages = fill(story(briefing, canvas.root), floor_of(briefing))
    running: Running = running_of(briefing, len(pages))
    for number, page in enumerate(pages, 1):
        running.draw(canvas, number)
        for placed in page:
            placed.piece.draw(canvas, MARGIN, placed.top, MEASURE)
        canvas.showPage()
    if briefing.facts:
        _carry(briefing, canvas, stamp)
    canvas.finish(metadata_of(briefing, stamp))
    return target.getvalue()


def _carry(briefing: Briefing, canvas: BriefingCanvas, stamp: dt.date) -> None:
    """Put the facts of a briefing into its file."""
    # loaded only where there are some, for they take a tenth of the time to begin
    from councilbrief.briefing.edition_json import dumped, edition_of  # noqa: PLC0415
    from councilbrief.pdf.file.attachment import attach  # noqa: PLC0415

    edition = edition_of(briefing, stamp)
    if edition:
        attach(canvas, dumped(edition), stamp)
