"""A briefing to the bytes of a PDF."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from reportlab.platypus.doctemplate import BaseDocTemplate, LayoutError, PageTemplate
from reportlab.platypus.frames import Frame

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.edition_json import dumped, edition_of
from councilbrief.pdf import style
from councilbrief.pdf.canvas import INITIAL_FACE, BriefingCanvas, Imprint, maker
from councilbrief.pdf.glyphs import check, printed
from councilbrief.pdf.reading import header_text
from councilbrief.pdf.setting import story
from councilbrief.problems import Problem, RenderError, Severity


def render(briefing: Briefing, *, stamp: dt.date) -> bytes:
    """Set a briefing on A4 pages; the same briefing and stamp give the same bytes.

    `stamp` becomes the file's date. The facts that the briefing states go into the file as
    well (`attachment.py`). Raises RenderError where a character has no glyph,
    naming each with its place, or where something fits no page.
    """
    check(briefing)
    target = BytesIO()
    edition = edition_of(briefing, stamp)
    carried = dumped(edition) if edition else None
    header = printed(header_text(briefing))
    imprint = Imprint(header, stamp, identity=repr((briefing, stamp)), carried=carried)
    document = BaseDocTemplate(
        target,
        **_metadata(briefing),
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        pageTemplates=[_template()],
        invariant=1,
        pageCompression=1,
        initialFontName=INITIAL_FACE.value,
    )
    try:
        document.build(story(briefing), canvasmaker=maker(imprint))
    except LayoutError as error:
        message = "a part of the briefing fits no page; shorten its longest cell"
        raise RenderError(Problem(Severity.ERROR, "no-room", message)) from error
    return target.getvalue()


def _template() -> PageTemplate:
    frame = Frame(
        style.MARGIN,
        style.FRAME_BOTTOM,
        style.MEASURE,
        style.FRAME_HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(frames=[frame], onPage=_furniture)


def _furniture(canvas: BriefingCanvas, _document: BaseDocTemplate) -> None:
    canvas.furniture()


def _metadata(briefing: Briefing) -> dict[str, object]:
    words = (briefing.council, briefing.classification, briefing.as_at and f"as at {briefing.as_at}")
    return {
        "title": printed(briefing.title),
        "author": printed(briefing.author or briefing.council),
        "subject": printed(briefing.subtitle or briefing.title),
        "keywords": printed(", ".join(word for word in words if word)),
        "creator": "councilbrief",
        "producer": "councilbrief with ReportLab",
        "lang": briefing.language,
        "displayDocTitle": True,
    }
