"""Rows: lines that are an area and its grades and little else: `Leadership: Good (was inadequate)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.inspections.areas import AreaMention, Sort, area_mentions
from councilbrief.evidence.judgements.grades import GRADE_WORDS, GRADES
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

LONGEST_ROW, LONGEST_LOOSE, LONGEST_CELL = 400, 120, 60
"""Characters; a longer line is no row of a table, no longer one if it is more than an area, or no cell."""

_OPEN, _CLOSE = r"[‘“'\"(«*]", r"[’”'\")»*]"
# `Good`, `2 (good)`, `Grade 2: good`, `not judged`
_CELL = (
    rf"{_OPEN}*(?:(?:grade )?[1-4] ?[–:-]? ?{_OPEN}?)?\b(?P<grade>{GRADE_WORDS})\b{_CLOSE}*"
    rf"|\b(?P<blank>{either('grades', 'blank')})"
)
_ALONE = re.compile(rf"\W*(?:{_CELL})\W*", re.IGNORECASE)
_ENDS_IN_ONE = re.compile(rf"\b(?:{GRADE_WORDS}|{either('grades', 'blank')})$", re.IGNORECASE)
_LONGEST_END = 80
"""Characters in which the last grade of a line stands, without the marks that close it."""

_AT_END = re.compile(rf"(?P<gap>[\W_]*?(?:\b(?:rated|judged|graded|to) )*)(?:{_CELL})$", re.IGNORECASE)
# ` (was inadequate)`, ` – UP`
_REMARK = re.compile(
    rf"(?:[\s,;–—|-]*(?:\((?P<said>[^()]{{0,70}})\)|\b{either('grades', 'trends')}(?!\w)))?[^\w)’”'\"»*]*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b{either('grades', 'before_this')}\b\W*(?P<grade>{GRADE_WORDS})"
    r"(?:\W+(?:in )?(?P<year>(?:19|20)\d\d))?"
    rf"|(?P<year2>(?:19|20)\d\d)\W+(?P<grade2>{GRADE_WORDS})",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\s*(?:→|⟶|➡|=>|->|>|▶|to )")
# `Good – help and protection`
_TURNED = re.compile(rf"\W*(?P<grade>{GRADE_WORDS}){_CLOSE}? ?[:–—=-] ?(?P<area>.{{4,200}})", re.IGNORECASE)
_TURNS = re.compile(rf"(?<![\w’'-])(?<!be )(?P<grade>{GRADE_WORDS}){_CLOSE}? ?[:–—=] ", re.IGNORECASE)
# which way it went, in a column of its own
_WAY = re.compile(rf"\s*(?:[^\w\s–—*-]+|{either('grades', 'trends')})\s*", re.IGNORECASE)
_DIGIT = re.compile(r"(?P<area>.{4,140}?)[\W_]+(?P<digit>[1-4])\W*")
_FILLER = re.compile(rf"(?:[\W\d_]|{either('areas', 'fillers')}(?!\w))*+", re.IGNORECASE)
_LEADERS = re.compile(r"\bleaders\b", re.IGNORECASE)
# `Ofsted rating: Good`, in a box of facts
_RATING = re.compile(
    r"(?:ofsted(?:[’']s)? (?:overall )?|overall )(?:rating|grade|judgement|judgment|verdict)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its areas and its grades, one a column, None where nothing was judged.

    `before` is what a remark in brackets gives as the grade before, with its year. `turned`:
    an arrow leads from the first grade to the last. `loose`: the row says more than its area.
    `tabbed`: tabs part its columns, of which the last may be empty.
    """

    areas: tuple[AreaMention, ...]
    cells: tuple[Grade | None, ...]
    before: tuple[Grade, int | None] | None = None
    turned: bool = False
    loose: bool = False
    tabbed: bool = False


def row(text: str, span: Span, figures: dict[str, Grade]) -> Row | None:
    """Read a line as a row, None where it is none; `figures` are grades for which the page has a key."""
    if len(span) > LONGEST_ROW:
        return None
    words_ = span.slice(text)
    if "\t" in words_:
        return _of_columns(text, span)
    first = _TURNED.fullmatch(words_)
    areas = whole_area(text, Span(span.start + first.start("area"), span.end)) if first else ()
    if first and areas:
        return Row(areas, (GRADES[first["grade"].lower()],))
    length, cells, turned, before = _cells(words_)
    if not any(cells) and figures:
        digit = _DIGIT.fullmatch(words_)
        length, cells = (digit.end("area"), (figures[digit["digit"]],)) if digit else (0, ())
    if not any(cells):
        return None
    head = Span(span.start, span.start + length)
    areas = whole_area(text, head)
    if areas:
        return Row(areas, cells, before, turned)
    areas = _named(text, head)
    return Row(areas, cells, before, turned, loose=True) if areas else None


def _of_columns(text: str, span: Span) -> Row | None:
    """Read a line whose columns tabs part: an area, and a grade or nothing in each of the others."""
    first, *others = span.slice(text).split("\t")
    cells = [_column(other) for other in others if not _WAY.fullmatch(other)]
    areas = whole_area(text, Span(span.start, span.start + len(first)))
    graded = tuple(grade for one in cells if one for grade in one)
    return Row(areas, graded, tabbed=True) if areas and None not in cells and any(graded) else None


def _column(words_: str) -> tuple[Grade | None] | None:
    """Read a column: a grade, with a remark at most, or nothing; None where it is neither."""
    if not words_.strip(" –—-*"):
        return (None,)
    remark = _REMARK.search(words_)
    return cell(words_) or (cell(words_[: remark.start()]) if remark else None)


def turned_rows(text: str, span: Span) -> Iterator[tuple[Span, Row]]:
    """Yield the rows of a line whose grades come first: `Good: leadership. Inadequate: care leavers`."""
    found = list(_TURNS.finditer(text, span.start, span.end))
    ends = [match.start() for match in found[1:]]
    for match, end in zip(found, [*ends, span.end], strict=False):
        areas = whole_area(text, Span(match.end(), max(match.end(), end)))
        if areas:
            yield Span(match.start(), end), Row(areas, (GRADES[match["grade"].lower()],))


def cell(words_: str) -> tuple[Grade | None] | None:
    """Read a line that is one grade or a word for none; None where it is neither."""
    match = _ALONE.fullmatch(words_) if len(words_) <= LONGEST_CELL else None
    return (_grade(match),) if match else None


def whole_area(text: str, span: Span) -> tuple[AreaMention, ...]:
    """Return the areas that make up a line, but for its numbering and small words."""
    if len(span) > LONGEST_ROW:
        return ()
    found = area_mentions(text, span.start, span.end)
    mentions = tuple(a for a in found if a.sort in {Sort.AREA, Sort.WHOLE})
    rest = list(span.slice(text))
    for mention in mentions:
        rest[mention.span.start - span.start : mention.span.end - span.start] = " " * len(mention.span)
    left = "".join(rest)
    bare = span.slice(text).strip(" \t\n:–—=|*•.-")
    area = Area.OVERALL if _RATING.fullmatch(bare) else None
    area = Area.LEADERS if not mentions and _LEADERS.fullmatch(bare) else area
    if area:
        start = text.index(bare, span.start)
        return (AreaMention(Span(start, start + len(bare)), Sort.AREA, area),)
    return tuple(a for a in mentions if a.area) if _FILLER.fullmatch(left) else ()


def _cells(words_: str) -> tuple[int, tuple[Grade | None, ...], bool, tuple[Grade, int | None] | None]:
    """Read the end of a line: how much stands before its grades, the grades, an arrow between, a remark."""
    remark = _REMARK.search(words_)
    said = (remark["said"] if remark else None) or ""
    rest = words_[: remark.start()] if remark and not _ALONE.fullmatch(said) else words_.rstrip(" .;,|")
    cells: list[Grade | None] = []
    gap = first = ""
    turned = to = False
    while match := _at_end(rest):
        turned = turned or to
        gap, first = match["gap"], match["grade"] or match["blank"]
        to = _ARROW.match(gap) is not None
        cells.insert(0, _grade(match))
        rest = rest[: match.start()]
    before = _BEFORE.search(said)
    apart = gap.strip(" ‘“'\"") != "" or "\t" in gap or first[:1].isupper() or len(cells) > 1
    # `IMPACT OF LEADERS good (2019: inadequate)`
    apart = apart or before is not None or rest.strip().isupper()
    return (
        len(rest),
        tuple(cells) if apart and rest.strip() else (),
        turned,
        (GRADES[(before["grade"] or before["grade2"]).lower()], _year(before["year"] or before["year2"]))
        if before
        else None,
    )


def _at_end(rest: str) -> re.Match[str] | None:
    """Return the grade, or the word for none, that ends a line, with what stands before it as a mark."""
    last = rest.rstrip("’”'\")»*")[-_LONGEST_END:]
    return _AT_END.search(rest) if _ENDS_IN_ONE.search(last) else None


def _named(text: str, span: Span) -> tuple[AreaMention, ...]:
    """Return the one area that a short line names beside other words, as a question does."""
    words_ = span.slice(text)
    if len(words_) > LONGEST_LOOSE:
        return ()
    named = tuple(a for a in area_mentions(text, span.start, span.end) if a.sort is Sort.AREA)
    leaders = None if named else _LEADERS.search(text, span.start, span.end)
    if leaders:
        return (AreaMention(Span(*leaders.span()), Sort.AREA, Area.LEADERS),)
    return named if len({a.area for a in named}) == 1 else ()


def _grade(match: re.Match[str]) -> Grade | None:
    return GRADES[match["grade"].lower()] if match["grade"] else None


def _year(words_: str | None) -> int | None:
    return int(words_) if words_ else None
