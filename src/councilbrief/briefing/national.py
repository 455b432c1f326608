"""The newest grades of every council: one row a council, also for those without a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from councilbrief.briefing.blocks import Support
from councilbrief.briefing.case import is_graded
from councilbrief.briefing.frames import areas_of, comparable, framework, gives_overall, short_name
from councilbrief.briefing.grades import AreaGrade, area_grades
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.merging import merge
from councilbrief.briefing.slices import support
from councilbrief.evidence.councils.register import Council, register
from councilbrief.evidence.facts import Area, Evidence, Grade
from councilbrief.evidence.inspections.frameworks import frameworks
from councilbrief.problems import Problem, errors
from councilbrief.provenance import Dated, DocumentKind, PartialDate, Source

TOGETHER = Area.IN_CARE_AND_CARE_LEAVERS
APART = (Area.IN_CARE, Area.CARE_LEAVERS)
AREAS = (Area.OVERALL, Area.LEADERS, Area.HELP_PROTECTION, TOGETHER, *APART)
"""The areas of the table; each current framework gives some of them a grade."""

ONE_GRADE = "one grade for children in care and care leavers"
TWO_GRADES = "children in care and care leavers graded apart"
NOT_AN_AREA = "not an area of this framework"
NOT_FOUND = "not found in the report"
DIFFER = "the report gives two grades"
NOT_KNOWN = "not known"
NO_REGION = "no region"

HEAD = (
    "council",
    "gss_code",
    "region",
    "inspection_start",
    "inspection_end",
    "published",
    "published_basis",
    "framework",
    "counted",
    "overall_effectiveness",
    "leaders",
    "help_and_protection",
    "children_in_care_and_care_leavers",
    "children_in_care",
    "care_leavers",
    "file",
    "pages",
    "as_at",
)
_FORMULA = ("=", "+", "-", "@")


class Status(StrEnum):
    """What there is on a council, in the words of the table."""

    GRADED = "graded"
    UNGRADED = "no graded inspection at hand"
    NO_REPORT = "no report at hand"


@dataclass(frozen=True, slots=True)
class Row:
    """A council and its newest graded inspection of which a report is at hand, None without one.

    `counted` are the grades of a council of today that compare with those given on the day
    for which the table speaks.
    """

    council: Council
    status: Status
    record: Record | None = None
    grades: Mapping[Area, AreaGrade] = field(default_factory=dict)
    counted: bool = False

    @property
    def framework(self) -> str | None:
        """Return the framework of the inspection."""
        return self.record.framework if self.record else None

    @property
    def region(self) -> str:
        """Return the council's region."""
        return self.council.region or NO_REGION

    @property
    def rests_on(self) -> tuple[Support, ...]:
        """Return the slices that give the grades, the overall one first, else that tell of the inspection."""
        given = (self.grades[area] for area in (*AREAS, *Area) if area in self.grades)
        found = dict.fromkeys(each.support for one in given for each in (*one.believed, *one.others))
        told = [one.inspection for one in self.record.tellings] if self.record else []
        return tuple(found) or tuple(support(one.told, one.rule) for one in told)

    @property
    def source(self) -> Source | None:
        """Return the report that the grades stand in."""
        if self.record is None:
            return None
        first = self.rests_on[0].place.source
        return next(one.source for one in self.record.tellings if one.source.id == first)

    @property
    def pages(self) -> tuple[int, ...]:
        """Return the pages of that report on which the grades stand."""
        places = [one.place for one in self.rests_on]
        found = {place.page for place in places if place.source == places[0].source}
        return tuple(sorted(page for page in found if page is not None))

    def grade(self, area: Area) -> Grade | None:
        """Return an area's grade, also where it is that the framework gives none overall; else None."""
        given = self.grades.get(area)
        if given is not None and given.grade is not None:
            return given.grade
        without = area is Area.OVERALL and gives_overall(self.framework) is False
        return Grade.NO_OVERALL if without and not (given and given.disputed) else None

    def words(self, area: Area) -> str:
        """Write an area's grade in the official words, or say why there is none; never a blank."""
        grade, given = self.grade(area), self.grades.get(area)
        areas = areas_of(self.framework)
        if self.record is None:
            return self.status.value
        if grade is not None:
            return grade.value
        if given is not None and given.disputed:
            return DIFFER
        if area in areas or not areas:
            return NOT_FOUND
        if area in APART and TOGETHER in areas:
            return ONE_GRADE
        return TWO_GRADES if area is TOGETHER and set(APART) <= set(areas) else NOT_AN_AREA


@dataclass(frozen=True, slots=True)
class National:
    """The table, its rows by the councils' names, and what is not in it.

    `as_at` is the day given, or that of the newest report. `later` are reports that came
    out after it, `unplaced` those that settle on no council, `unread` documents that
    could not be read.
    """

    rows: tuple[Row, ...]
    as_at: PartialDate | None
    later: tuple[Source, ...]
    unplaced: tuple[Source, ...]
    unread: tuple[Problem, ...]

    def of(self, status: Status) -> tuple[Row, ...]:
        """Return the rows of the councils of today on which there is so much."""
        return tuple(row for row in self.rows if row.council.current and row.status is status)


def national(
    evidence: Sequence[Evidence], problems: Sequence[Problem], as_at: PartialDate | None
) -> National:
    """Find each council's newest grades in Ofsted's reports; other documents are passed over.

    A report that came out after `as_at` counts as not at hand, and so does one whose
    inspection had not ended by then.
    """
    reports = [one for one in evidence if one.source.kind is DocumentKind.REPORT]
    later = [one for one in reports if any(_is_later(date, as_at) for date in _dates(one))]
    at_hand = [one for one in reports if one not in later]
    by_council: dict[str, list[Evidence]] = {}
    for one in at_hand:
        for gss in _councils(one):
            by_council.setdefault(gss, []).append(one)
    published = [one.source.published.value for one in at_hand if one.source.published]
    day = as_at or max(published, key=PartialDate.latest, default=None)
    wanted = (one for one in register().councils if one.current or one.gss in by_council)
    rows = (_row(council, by_council.get(council.gss, ()), _framework_of(day)) for council in wanted)
    return National(
        tuple(sorted(rows, key=lambda row: row.council.short)),
        day,
        tuple(one.source for one in later),
        tuple(one.source for one in at_hand if not _councils(one)),
        tuple(errors(problems)),
    )


def table_rows(table: National) -> Iterable[tuple[str, ...]]:
    """Yield the head and the rows of the table as texts for a CSV file; no cell is empty."""
    as_at = table.as_at.iso() if table.as_at else NOT_KNOWN
    yield HEAD
    for row in table.rows:
        council = row.council
        yield (
            council.described if council.end else council.short,
            council.gss,
            row.region,
            *_cells(row),
            as_at,
        )


def _cells(row: Row) -> tuple[str, ...]:
    record, source = row.record, row.source
    if record is None or source is None:
        why = row.status.value
        return (*(why,) * 5, "no", *(why,) * (len(AREAS) + 2))
    return (
        _iso(record.start),
        _iso(record.end),
        _iso(source.published),
        source.published.basis if source.published else NOT_KNOWN,
        framework_words(row),
        "yes" if row.counted else "no",
        *(row.words(area) for area in AREAS),
        f"./{source.path}" if source.path.startswith(_FORMULA) else source.path,
        " ".join(map(str, row.pages)) or "no pages",
    )


def framework_words(row: Row) -> str:
    """Name a row's framework in a few words."""
    return short_name(row.framework) or NOT_KNOWN


def _row(council: Council, reports: Sequence[Evidence], of_the_day: str) -> Row:
    if not reports:
        return Row(council, Status.NO_REPORT)
    for record in merge(reports):
        if record.council in (None, council.gss) and _has_own_report(record):
            counted = council.current and comparable(record.framework, of_the_day)
            return Row(council, Status.GRADED, record, area_grades(record), counted)
    return Row(council, Status.UNGRADED)


def _has_own_report(record: Record) -> bool:
    """Say whether a graded inspection of a council is told by its own report, and not only mentioned."""
    known = framework(record.framework)
    if record.past or not is_graded(record) or (known is not None and known.of != "council"):
        return False
    return any(one.leads and any(each.stated for each in one.judgements) for one in record.tellings)


def _councils(one: Evidence) -> tuple[str, ...]:
    """Return the councils that a report is about."""
    codes = [one.council] if one.council else [each.council for each in one.inspections]
    return tuple(dict.fromkeys(register()[code].gss for code in codes if code))


def _dates(report: Evidence) -> tuple[Dated | None, ...]:
    """Return the days before which there was no such report: its own, and the last of its inspection."""
    return report.source.published, *(inspection.end for inspection in report.inspections[:1])


def _is_later(date: Dated | None, as_at: PartialDate | None) -> bool:
    return date is not None and as_at is not None and date.value.earliest() > as_at.latest()


def _framework_of(day: PartialDate | None) -> str:
    """Return the newest framework under which councils were graded by a day; before all, the first."""
    graded = sorted(
        (one for one in frameworks().values() if one.graded and one.of == "council"),
        key=lambda one: one.first,
    )
    begun = [one for one in graded if day is None or one.first <= day.latest()]
    return (begun or graded[:1])[-1].id


def _iso(date: Dated | None) -> str:
    return date.value.iso() if date else NOT_KNOWN
