"""The national table as a briefing: counts by region and by area, then each council with a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Inline,
    ItemList,
    Notice,
    Paragraph,
    Pill,
    Section,
    Statement,
    Strong,
    Support,
    Table,
    Text,
    Tone,
)
from councilbrief.briefing.case import days_of
from councilbrief.briefing.national import (
    APART,
    AREAS,
    ONE_GRADE,
    TOGETHER,
    National,
    Row,
    Status,
    framework_words,
)
from councilbrief.briefing.own_phrases import told_phrases
from councilbrief.briefing.phrases import counted, listed, number, sentence_case
from councilbrief.evidence.facts import Area, Grade
from councilbrief.provenance import PartialDate

ENGLAND = "England"
TITLE = "Children’s services in England"
SUBTITLE = "The grades of each council’s newest inspection of which a report is at hand"
SCALE = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
GRADE_HEADS = tuple(sentence_case(grade.value) for grade in SCALE)
GRADE_WIDTHS = (0.155, 0.1, 0.17, 0.135)

AREA_NAMES = {
    Area.OVERALL: "Overall effectiveness",
    Area.LEADERS: "Leaders",
    Area.HELP_PROTECTION: "Help and protection",
    TOGETHER: "Children in care and leavers, joint",
    Area.IN_CARE: "Children in care",
    Area.CARE_LEAVERS: "Care leavers",
}
COUNCIL_HEADS = (
    "Council",
    "Last day",
    "Overall",
    "Leaders",
    "Help and protection",
    "Children in care",
    "Care leavers",
)
COUNCIL_WIDTHS = (0.3, 0.16, 0.1, 0.11, 0.13, 0.11, 0.09)
SHOWN = (Area.OVERALL, Area.LEADERS, Area.HELP_PROTECTION, *APART)
LETTERS = {
    Grade.OUTSTANDING: "O",
    Grade.GOOD: "G",
    Grade.REQUIRES_IMPROVEMENT: "RI",
    Grade.ADEQUATE: "A",
    Grade.INADEQUATE: "I",
    Grade.NOT_JUDGED: "NJ",
    Grade.NO_OVERALL: "No",
}
JOINT, OTHERWISE = "joint", "none"
JOINT_MEANS = " one grade for both, under children in care"
OTHERWISE_MEANS = " not graded, or not found; national.csv says which"
METHOD = (
    "A computer program read Ofsted’s reports and took from each council’s newest graded inspection the "
    "grades that the report states. Nothing was concluded from a rule. Visits without grades and joint "
    "inspections do not count. The file national.csv has a row for every council, with the file and the "
    "pages on which its grades stand."
)


def national_page(table: National) -> Briefing:
    """Set out the national table; its long form, with files and pages, are `table_rows`."""
    sections = (
        Section("by-region", "Overall effectiveness by region", tuple(_by_region(table))),
        Section("by-area", "Grades by area", tuple(_by_area(table))),
        Section("councils", "Council by council", tuple(_councils(table))),
        Section("not-counted", "Not counted", tuple(_not_counted(table))),
        Section("method", "How this was made", tuple(_method(table))),
    )
    return Briefing(
        council=ENGLAND,
        title=TITLE,
        subtitle=SUBTITLE,
        header=(),
        notices=(_coverage(table),),
        sections=tuple(section for section in sections if section.blocks),
        as_at=table.as_at.text() if table.as_at else None,
    )


def _says(*sentences: str) -> Statement:
    return Statement((Text(" ".join(sentence for sentence in sentences if sentence)),))


def _coverage(table: National) -> Notice:
    """Say how much of England the table covers, and of which years."""
    graded, every = table.of(Status.GRADED), sum(row.council.current for row in table.rows)
    none = len(table.of(Status.NO_REPORT))
    missing = f"On {none} councils no report is at hand; national.csv names them." if none else ""
    years = sorted({row.record.last_day.year for row in graded if row.record and row.record.last_day})
    ended = f"The inspections ended {_between(years)}." if years else ""
    newer = "Newer ones, of which no report is at hand, may have changed the grades."
    statements = (_says(missing), _says(ended, newer))
    title = f"Grades of {len(graded)} of {every} councils"
    kept = tuple(one for one in statements if one.text)
    return Notice(Tone.INFORMATION if len(graded) == every else Tone.WARNING, title, kept)


def _between(years: Sequence[int]) -> str:
    return f"in {years[0]}" if len(years) == 1 else f"between {years[0]} and {years[-1]}"


def _by_region(table: National) -> Iterable[Block]:
    rows = [row for row in table.rows if row.council.current]
    regions = sorted({row.region for row in rows})
    if not any(row.counted for row in rows):
        return
    lines = [_region_line(region, [row for row in rows if row.region == region]) for region in regions]
    heads = ("Region", "Councils counted", *GRADE_HEADS)
    caption = "Councils by their overall grade; “5 of 12” are the councils counted, of those that there are"
    yield Table(caption, heads, (*lines, _region_line(ENGLAND, rows)), (0.31, 0.13, *GRADE_WIDTHS))
    yield from _beside(rows)


def _region_line(region: str, rows: Sequence[Row]) -> tuple[Statement, ...]:
    kept = [row for row in rows if row.counted]
    return _line(region, f"{len(kept)} of {len(rows)}", Counter(row.grade(Area.OVERALL) for row in kept))


def _line(name: str, count: str, grades: Counter[Grade | None]) -> tuple[Statement, ...]:
    figures = (str(grades[grade]) for grade in SCALE)
    return tuple(_says(cell) for cell in (name, count, *figures))


def _beside(rows: Sequence[Row]) -> Iterable[Block]:
    """Say how many of those counted stand in no column of the overall grades."""
    others = Counter(
        row.words(Area.OVERALL) for row in rows if row.counted and row.grade(Area.OVERALL) not in SCALE
    )
    if others:
        parts = listed([f"{number(count)} “{words}”" for words, count in sorted(others.items())])
        yield Paragraph((_says(f"Counted, but in none of the columns of grades: {parts}."),))


def _by_area(table: National) -> Iterable[Block]:
    kept = [row for row in table.rows if row.counted]
    lines = []
    for area in AREAS:
        grades = Counter(row.grade(area) for row in kept)
        total = sum(count for grade, count in grades.items() if grade in SCALE)
        if total:
            lines.append(_line(AREA_NAMES[area], str(total), grades))
    if lines:
        caption = "Councils by the grade of each area; n is the number of councils with a grade of that area"
        yield Table(caption, ("Area", "n", *GRADE_HEADS), tuple(lines), (0.36, 0.08, *GRADE_WIDTHS))


def _councils(table: National) -> Iterable[Block]:
    graded = [row for row in table.rows if row.record is not None]
    if graded:
        yield Paragraph((_key([cell for row in graded for cell in map(partial(_cell, row), SHOWN)]),))
    for region in sorted({row.region for row in graded}):
        lines = tuple(_council_line(row) for row in graded if row.region == region)
        yield Table(region, COUNCIL_HEADS, lines, COUNCIL_WIDTHS)


def _key(cells: Sequence[Inline]) -> Statement:
    """Say what the letters mean, of those that occur."""
    found = {cell.grade for cell in cells if isinstance(cell, Pill)}
    words = {cell.text for cell in cells if isinstance(cell, Text)}
    parts: list[Inline] = []
    for grade in (one for one in Grade if one in found):
        parts += [Text("; " if parts else ""), _pill(grade), Text(f" {grade.value}")]
    for word, means in ((JOINT, JOINT_MEANS), (OTHERWISE, OTHERWISE_MEANS)):
        if word in words:
            parts += [Text("; "), Strong(word), Text(means)]
    return Statement((*parts, Text(".")))


def _council_line(row: Row) -> tuple[Statement, ...]:
    days = days_of(row.record) if row.record else None
    last = (days[1] or days[0]) if days else None
    cells = (Statement((_cell(row, area),), _support(row, area)) for area in SHOWN)
    older = "" if row.counted else f" ({framework_words(row)})"
    return _says(f"{_name(row)}{older}"), _says(_short(last) if last else "not found"), *cells


def _short(date: PartialDate) -> str:
    """Write a date with its month in three letters: `15 Sep 2023`."""
    words = date.text().split()
    return " ".join(word[:3] if word.isalpha() else word for word in words)


def _name(row: Row) -> str:
    return row.council.described if row.council.end else row.council.short


def _cell(row: Row, area: Area) -> Inline:
    """Show a grade; that of children in care and care leavers together stands under the first of them."""
    joint = row.words(area) == ONE_GRADE
    if joint and area is Area.CARE_LEAVERS:
        return Text(JOINT)
    grade = row.grade(TOGETHER if joint else area)
    return Text(OTHERWISE) if grade is None else _pill(grade)


def _support(row: Row, area: Area) -> tuple[Support, ...]:
    given = row.grades.get(TOGETHER if row.words(area) == ONE_GRADE else area)
    return tuple(one.support for one in given.believed) if given else ()


def _pill(grade: Grade) -> Pill:
    return Pill(grade, LETTERS[grade])


def _not_counted(table: National) -> Iterable[Block]:
    """Name the councils whose grades or reports do not count, and why."""
    older = [row for row in table.rows if row.record is not None and not row.counted]
    still = [row for row in older if not row.council.end]
    gone = [row for row in older if row.council.end]
    items = [
        *_named([row for row in still if row.framework], _OLDER),
        *_named([row for row in still if not row.framework], _UNKNOWN),
        *_named(gone, "The council no longer exists."),
        *_named(table.of(Status.UNGRADED), "A report is at hand, but none of an inspection with grades."),
        *_later(table),
        *(_says(f"{one.path}: it was not found which council this report is on.") for one in table.unplaced),
        *(_says(f"{one.file or 'A document'}: {one.message}") for one in table.unread),
    ]
    if items:
        yield ItemList(tuple(items))


def _later(table: National) -> Iterable[Statement]:
    if table.later:
        count = sentence_case(counted(len(table.later), "report"))
        were = "was" if len(table.later) == 1 else "were"
        yield _says(f"{count} {were} published after the day for which the table speaks.")


_OLDER = (
    "The newest report at hand is on an inspection under another framework than that of the day for which "
    "the table speaks, and the grades are not compared."
)
_UNKNOWN = "Under which framework the newest inspection at hand was made was not found."


def _named(rows: Sequence[Row], reason: str) -> Iterable[Statement]:
    if rows:
        names = listed([_name(row) for row in rows])
        yield _says(f"{names}: {reason[:1].lower()}{reason[1:]}")


def _method(table: National) -> Iterable[Block]:
    reports = {row.source.id for row in table.rows if row.source}
    read = f"It rests on {counted(len(reports), 'report')}."
    yield Paragraph((_says(METHOD), _says(read, told_phrases())))
