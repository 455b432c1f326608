"""What a reader would see wrong in how a PDF is laid out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

from pdf.validation.layout import (
    HEIGHT,
    MARGIN,
    WIDTH,
    Colour,
    Glyph,
    Layout,
    Placed,
    Shape,
    letters,
    lines_of,
    on_pages,
)
from pdf.validation.parts import Kind

LEAST_LINES = 2  # of one thing on either side of the foot of a page
LEAST_AT_THE_END = 3  # lines on the last page
LEAST_FULL = 0.6
LEAST_CONTRAST = 4.5
SLACK = 0.5  # points
ABOVE = 30.0  # points: the most that stands above a part, and is left out at the head of a page
WHITE = (1.0, 1.0, 1.0)


def faults(layout: Layout) -> list[str]:
    """List everything that is wrong."""
    return [fault for check in CHECKS for fault in check(layout)]


def not_found(layout: Layout) -> Iterator[str]:
    for part in layout.lost:
        yield f"not found between the heads and feet of the pages: “{(part.words or part.cells[0])[:60]}”"


def outside_the_margins(layout: Layout) -> Iterator[str]:
    for glyph in layout.glyphs:
        low, high = (MARGIN, WIDTH - MARGIN) if glyph.body else (MARGIN / 2, WIDTH - MARGIN / 2)
        inside = low - SLACK <= glyph.left and glyph.right <= high + SLACK
        if not inside or not MARGIN / 4 <= glyph.top <= glyph.y <= HEIGHT - MARGIN / 4:
            yield f"page {glyph.page}: {_place(glyph)} stands outside the margins"


def overlapping(layout: Layout) -> Iterator[str]:
    """Find letters whose cores touch others or are crossed by a rule."""
    rows: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in layout.glyphs:
        if glyph.right - glyph.left > SLACK:
            for at in {int(glyph.top // 8), int(glyph.y // 8)}:
                rows[glyph.page, at].append(glyph)
    told = set()
    for row in rows.values():
        row.sort(key=lambda glyph: glyph.left)
        for at, one in enumerate(row):
            for other in row[at + 1 :]:
                if other.left > one.right - SLACK:
                    break
                if min(one.y, other.y) - max(one.top, other.top) > SLACK:
                    told.add(f"page {one.page}: {_place(one)} and {_place(other)} overlap")
    yield from sorted(told)


def crossed(layout: Layout) -> Iterator[str]:
    """Find words with a rule through them, but for those on a ground of their own above it."""
    grounds, rules = _by_page(layout.shapes), _by_page(layout.rules)
    for glyph in layout.glyphs:
        for rule in rules[glyph.page]:
            over = rule.left + SLACK < glyph.right and glyph.left < rule.right - SLACK
            if over and glyph.top + SLACK < rule.top and rule.bottom < glyph.y - SLACK:
                own = _ground(glyph, grounds[glyph.page])
                if own is None or own.bottom - own.top > 4 * glyph.size:
                    yield f"page {glyph.page}: a rule goes through {_place(glyph)}"


def half_on_a_ground(layout: Layout) -> Iterator[str]:
    """Find words that stick out of what is drawn behind them, as long words do out of a grade's pill."""
    grounds = _by_page(layout.shapes)
    for glyph in layout.glyphs:
        for shape in grounds[glyph.page]:
            beside = glyph.right < shape.left + SLACK or shape.right < glyph.left + SLACK
            above = glyph.y < shape.top + SLACK or shape.bottom < glyph.top + SLACK
            within = shape.left - SLACK <= glyph.left and glyph.right <= shape.right + SLACK
            level = shape.top - SLACK <= glyph.top and glyph.y <= shape.bottom + SLACK
            if not (beside or above or (within and level)):
                yield f"page {glyph.page}: {_place(glyph)} stands half on what is drawn behind it"


def hard_to_see(layout: Layout) -> Iterator[str]:
    grounds = _by_page(layout.shapes)
    for glyph in layout.glyphs:
        ground = _ground(glyph, grounds[glyph.page])
        behind = ground.colour if ground else WHITE
        if glyph.colour is not None and behind is not None:
            contrast = _contrast(glyph.colour, behind)
            if contrast < LEAST_CONTRAST:
                yield f"page {glyph.page}: {_place(glyph)} has a contrast of {contrast:.1f} only"


def clipped(layout: Layout) -> Iterator[str]:
    for page in layout.clips:
        yield f"page {page}: something is cut off, or words are drawn that nobody sees"


def heads_alone(layout: Layout) -> Iterator[str]:
    for placed in layout.placed:
        following = layout.said[placed.end : placed.end + 1]
        if placed.part.kind is Kind.HEAD and any(next_.page != placed.pages[-1] for next_ in following):
            yield f"page {placed.pages[-1]}: the heading “{placed.part.words[:60]}” is the last thing on it"


def lines_alone(layout: Layout) -> Iterator[str]:
    """Find single lines of a paragraph, item, notice or source at the foot or head of a page."""
    for placed in layout.placed:
        if (
            placed.part.kind in (Kind.TEXT, Kind.SPOKEN)
            and min(count for _, count in _ends(placed)) < LEAST_LINES
        ):
            yield f"page {placed.pages[0]}: “{placed.part.words[:60]}” leaves one line alone at a page’s edge"
    for _, block in groupby(layout.placed, key=lambda placed: placed.part.block):
        notice = [placed for placed in block if placed.part.kind is Kind.NOTICE]
        pages = [page for placed in notice for page in placed.pages]
        if (
            pages
            and pages[0] != pages[-1]
            and min(pages.count(pages[0]), pages.count(pages[-1])) < LEAST_LINES
        ):
            yield f"page {pages[0]}: the notice “{notice[0].part.words[:60]}” leaves one line alone"


def parted(layout: Layout) -> Iterator[str]:
    """Find panels and charts on two pages, and speakers away from what they say."""
    for _, block in groupby(layout.placed, key=lambda placed: placed.part.block):
        placed = list(block)
        panel = [page for one in placed for page in one.pages if one.part.kind is Kind.PANEL]
        if len(set(panel)) > 1:
            yield f"page {panel[0]}: what belongs to “{placed[0].part.words[:60]}” goes on on the next"
        said = [page for one in placed for page in one.pages if one.part.kind is Kind.SPOKEN]
        for one in placed:
            if one.part.kind is Kind.SPEAKER and said:
                with_them = said.count(one.pages[0])
                if len(set(one.pages)) > 1 or with_them < min(LEAST_LINES, len(said)):
                    yield f"page {one.pages[0]}: “{one.part.words[:60]}” stands with {with_them} lines of the quotation"


def tables_without_heads(layout: Layout) -> Iterator[str]:
    """Find pages of a table that do not begin with its head."""
    for placed, after in pairwise((*layout.placed, None)):
        if placed is None or not placed.part.columns:
            continue
        block = [one for one in layout.placed if one.part.block == placed.part.block]
        following = [
            one.start
            for one in layout.placed
            if one.start >= placed.end and one.part.block > placed.part.block
        ]
        end = min(following, default=len(layout.said)) if after else len(layout.said)
        end = max(end, *(one.end for one in block))
        for page in sorted({glyph.page for glyph in layout.said[placed.end : end]}):
            here = "".join(letters(glyph.char) for glyph in layout.body(page))
            if letters("".join(placed.part.columns)) not in here:
                yield f"page {page}: the table “{placed.part.words[:60]}” goes on without its head"


def pages_with_a_hole(layout: Layout) -> Iterator[str]:
    """Find pages that end early though what follows had room there."""
    for page in range(1, layout.pages):
        body, following = layout.body(page), layout.body(page + 1)
        if not body or not following:
            yield f"page {page if not body else page + 1} is empty"
            continue
        lowest = max(glyph.y for glyph in body)
        free = HEIGHT - MARGIN - lowest
        if (lowest - MARGIN) / (HEIGHT - 2 * MARGIN) < LEAST_FULL and _needed(
            layout, page + 1
        ) + ABOVE < free:
            yield f"page {page} is filled to {(lowest - MARGIN) / (HEIGHT - 2 * MARGIN):.0%}, with {free:.0f} points free"


def short_last_page(layout: Layout) -> Iterator[str]:
    lines = len(lines_of(sorted(layout.body(layout.pages), key=lambda glyph: glyph.y)))
    if layout.pages > 1 and lines < LEAST_AT_THE_END:
        yield f"the last page, {layout.pages}, holds {lines} lines only"


def _needed(layout: Layout, page: int) -> float:
    """Measure the least of what begins a page that cannot stand apart from the rest of it."""
    here = [glyph for glyph in layout.said if glyph.page == page]
    top = min(glyph.top for glyph in layout.body(page))
    begins = [placed for placed in layout.placed if placed.pages[0] == page]
    if not here or not begins or layout.said.index(here[0]) < begins[0].start:
        return 0  # what was begun on the page before could have gone on there
    bottom = top
    for at, placed in enumerate(begins):
        lines = [line for line in placed.lines if line[0].page == page]
        kept = (
            len(lines) if len(lines) < 2 * LEAST_LINES or placed.part.kind is not Kind.TEXT else LEAST_LINES
        )
        bottom = max(bottom, *(glyph.y for line in lines[:kept] for glyph in line))
        if placed.part.kind is Kind.HEAD or placed.part.words.endswith(":"):
            continue
        after = begins[at + 1].part if at + 1 < len(begins) else None
        together = placed.part.kind in (Kind.PANEL, Kind.SPOKEN, Kind.NOTICE)
        if after and after.block == placed.part.block and together:
            continue
        second = at and begins[at - 1].part.kind is Kind.ROW
        if after and after.block == placed.part.block and placed.part.kind is Kind.ROW and not second:
            continue  # no row stands alone
        break
    return bottom - top


def _ends(placed: Placed) -> list[tuple[int, int]]:
    """Return the first and last page of a part with their lines; of one that is whole, enough."""
    pages = list(on_pages(placed))
    return [pages[0], pages[-1]] if len(pages) > 1 else [(pages[0][0], LEAST_LINES)]


def _by_page(shapes: tuple[Shape, ...]) -> dict[int, list[Shape]]:
    pages: dict[int, list[Shape]] = defaultdict(list)
    for shape in shapes:
        pages[shape.page].append(shape)
    return pages


def _ground(glyph: Glyph, shapes: list[Shape]) -> Shape | None:
    """Return the smallest shape behind a glyph."""
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.y) / 2
    behind = [one for one in shapes if one.left <= x <= one.right and one.top <= y <= one.bottom]
    return min(behind, key=lambda one: (one.right - one.left) * (one.bottom - one.top), default=None)


def _contrast(one: Colour, other: Colour) -> float:
    """Return the ratio of two colours' luminance, as WCAG 2 counts it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    parts = colour * 3 if len(colour) == 1 else colour[:3]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _place(glyph: Glyph) -> str:
    return f"“{glyph.char}” at {glyph.left:.0f}, {glyph.y:.0f}"


CHECKS = (
    not_found,
    outside_the_margins,
    overlapping,
    crossed,
    half_on_a_ground,
    hard_to_see,
    clipped,
    heads_alone,
    lines_alone,
    parted,
    tables_without_heads,
    pages_with_a_hole,
    short_last_page,
)
