"""By what a text says was graded, and in which words, a framework is known where no date tells it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from councilbrief.evidence.facts import Area, Grade
from councilbrief.evidence.inspections.areas import area_mentions
from councilbrief.evidence.inspections.frameworks import Framework, frameworks
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import any_of, either, phrases
from councilbrief.provenance import Dated, Span

BY_AREAS = "inferred: the areas that it judged"
BY_LENGTH = "inferred: the weeks that it took"
BY_YEARS = "inferred: the grades and years that the text gives"
DAYS_TO_PUBLISH, DAYS_TO_TELL = 120, 200
"""Days from the first of an inspection to its report, and to the last that is told of it as news."""

RARE_AREAS = frozenset(
    {Area.LSCB, Area.ADOPTION, Area.QUALITY_OF_PRACTICE, Area.QUALITY_OF_PROVISION, Area.CAPACITY_TO_IMPROVE}
)
"""Areas that a single framework grades."""

OLDEST = 2012
"""The year of the oldest framework that is known here: what was before it had other areas."""

# `the impact of leaders`, `the impact that leaders have`
_LEADERS = re.compile(
    r"\bimpact (?:of leaders|(?:(?:that|which) )?(?:its |the )?leaders have)\b", re.IGNORECASE
)
_MERGED = re.compile(
    r"\bprogress of children in care and care leavers\b"
    r"|\b(?:all|looked at|in|of (?:the|its)) three (?:areas|judgements)\b",
    re.IGNORECASE,
)
_GOVERNANCE = re.compile(r"\bleadership, management and governance\b", re.IGNORECASE)
# `the quality of practice, and leadership and governance`, as children’s protection was judged on
_PROTECTION = re.compile(
    r"\bquality of practice\b[^.;]{0,40}\bleadership and governance\b"
    r"|\bleadership and governance\b[^.;]{0,40}\bquality of practice\b",
    re.IGNORECASE,
)
_LEAVERS = re.compile(r"\bprogress of care leavers\b", re.IGNORECASE)
_FIVE = re.compile(rf"\b{either('inspections', 'five')}", re.IGNORECASE)
# `outstanding under three headings …, and good under another two`
_SHARED = re.compile(
    r"\b(one|two|three|four) (?:of the |other )?(?:areas|headings|categories|judgements|measures|counts)\b"
    r"[^.;]{0,120}?\b(?:in|under|for|on) (?:the other |another |a further )?(one|two|three|four)\b"
    r"(?! (?:weeks?|years?|days|months|children|young))",
    re.IGNORECASE,
)
# `four weeks’ inspection`, `inspectors spent four weeks in the borough`
_FOUR_WEEKS = re.compile(rf"\b{either('inspections', 'four_weeks')}", re.IGNORECASE)
# `since inspectors last came in 2019`, `its last report, published in February 2021`
_LAST = re.compile(
    r"\b(?:last|previous|earlier) (?:such |full |ofsted )?"
    r"(?:report|inspection|inspected|visited|came|called|rated|judged)\b"
    r"[^.;]{0,30}? (?P<year>20\d\d)\b",
    re.IGNORECASE,
)
# `has gathered pace since January 2014`: the text is of that year at the earliest
_SINCE = re.compile(r"\bsince (?:(?:early|late|mid) |[A-Z][a-z]+ )?(?P<year>20\d\d)\b")
# `the new teams will not be whole before 2017`: the text is of that year at the latest
_TO_COME = re.compile(
    r"\b(?:will|won[’']t|shall|should|hopes?|aims?|plans|expects|intends|(?:is|are) (?:due|set|to))\b"
    r"[^.;]{0,80}? (?:by|before|until)"
    r"(?: (?:the )?(?:early|late|mid|spring|summer|autumn|winter|end|start|[A-Z][a-z]+)(?: of)?)?"
    r" (?P<year>20\d\d)\b"
)
# … unless it was said long ago
_LONG_AGO = re.compile(
    r"\b20\d\d\b|\b(?:had|then|once|at the time|promised|vowed|pledged|predecessor)\b", re.IGNORECASE
)
_LONG, _LONGEST = 19, 35
"""Days that inspections of the single framework took, and no others."""

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4}
_ALL_FIVE = 5


@dataclass(frozen=True, slots=True)
class Era:
    """A framework with what it rests on: `stated`, or `inferred: …`."""

    framework: Framework
    basis: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text gives of the inspection at hand.

    `graded` says that it gives grades of today, `grades` which where it names the area; `since`
    is the year of the newest grades before them, `before` the overall one of them, if it is beyond doubt.
    """

    graded: bool
    grades: Mapping[Area, Grade]
    since: int | None = None
    before: Grade | None = None


def by_areas(reading: Reading) -> Era | None:
    """Choose by the names of the areas, where no date tells the framework."""
    named = {a.area for a in area_mentions(reading.text, 0, len(reading.text)) if a.area}
    found = None
    of_sif = [bool(_GOVERNANCE.search(reading.text)), Area.ADOPTION in named, Area.LSCB in named]
    if sum(of_sif) > 1:
        found = "sif"
    elif _LEADERS.search(reading.text) and _MERGED.search(reading.text):
        found = "ilacs-2018"
    elif _LEADERS.search(reading.text) and {Area.IN_CARE, Area.CARE_LEAVERS} <= named:
        found = "ilacs-2023"
    return Era(frameworks()[found], BY_AREAS) if found else None


def by_marks(reading: Reading, published: Dated | None, marks: Marks, days: int) -> Era | None:
    """Choose the only framework that can have given the grades of a text in the years that it leaves open.

    `days` says how long the inspection took.
    """
    text = reading.text
    # the inspection that a text of a year tells of as news can be one of the year before
    news = (int(match["year"]) - 1 for match in _SINCE.finditer(text))
    years = (*news, *(int(match["year"]) for match in _LAST.finditer(text)))
    since = max((*years, *([marks.since] if marks.since else ())), default=None)
    known = _known(since)
    fitting = [f for f in known if _can_be_told(f, published) and _can_have_given(f, text, marks.grades)]
    basis = BY_AREAS
    protection = Grade.ADEQUATE in marks.grades.values() and _PROTECTION.search(text) is not None
    if protection:
        fitting = [f for f in fitting if f.covers(Area.QUALITY_OF_PRACTICE)]
    if len(fitting) > 1 and (_LONG <= days <= _LONGEST or _FOUR_WEEKS.search(text)):
        fitting, basis = [f for f in fitting if f.covers(Area.ADOPTION)], BY_LENGTH
    until = _latest_year(reading, since) if len(fitting) > 1 and published is None else None
    if until is not None:
        fitting, basis = [f for f in fitting if f.first.year <= until], BY_YEARS
    older = not protection and basis != BY_LENGTH and _may_be_older(text, published, since, marks.grades)
    return Era(fitting[0], basis) if len(fitting) == 1 and not older else None


def _latest_year(reading: Reading, since: int | None) -> int | None:
    """Return the first year that a text speaks of as to come, if that is not before what it tells of."""
    years = [
        int(match["year"])
        for match in _TO_COME.finditer(reading.text)
        if not _LONG_AGO.search(
            reading.text, reading.sentence_at(match.start()).span.start, match.start("year")
        )
    ]
    until = min(years, default=None)
    return until if until is not None and (since is None or since <= until) else None


def open_to(published: Dated | None, since: int | None) -> tuple[Framework, ...]:
    """Return the graded frameworks of the inspections that a text of a known day can tell of as news."""
    return tuple(f for f in _known(since) if _can_be_told(f, published)) if published else ()


def _known(since: int | None) -> tuple[Framework, ...]:
    """Return the graded frameworks for councils that were in force in a year or later."""
    every = (f for f in frameworks().values() if f.graded and f.of == "council")
    return tuple(f for f in every if since is None or f.last is None or f.last.year >= since)


def _can_be_told(framework: Framework, published: Dated | None) -> bool:
    """Say whether an inspection under it can be told of as news."""
    if published is None:
        return True
    value, wait = published.value, dt.timedelta(days=DAYS_TO_TELL)
    last = framework.last
    return framework.first <= value.latest() and (last is None or last >= value.earliest() - wait)


def _can_have_given(framework: Framework, text: str, grades: Mapping[Area, Grade]) -> bool:
    """Say whether a framework has the grades and the areas of a text, and its words for them."""
    apart = (Area.OVERALL, Area.LSCB, Area.ADOPTION, Area.QUALITY_OF_PRACTICE, Area.QUALITY_OF_PROVISION)
    covered = all(framework.covers(area) for area in apart if area in grades)
    return has_scale(framework, grades, text) and covered and _says_it_so(framework, text, grades)


def has_scale(framework: Framework, grades: Mapping[Area, Grade], text: str) -> bool:
    """Say whether all grades of a text are those of a framework.

    "The second lowest" is another grade under another framework: those told only by such a name fit any.
    """
    strange = set(grades.values()) - {*framework.scale, Grade.NOT_JUDGED}
    return not any(_is_written(grade, text) for grade in strange)


@cache
def _written(grade: Grade) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(phrases('grades', 'grades', grade.value))}(?!\w)", re.IGNORECASE)


def _is_written(grade: Grade, text: str) -> bool:
    """Say whether a text has a grade's official words."""
    return grade is Grade.NO_OVERALL or _written(grade).search(text) is not None


def _says_it_so(framework: Framework, text: str, grades: Mapping[Area, Grade]) -> bool:
    """Say whether the words of a text for the areas, and how many it counts, are those of a framework."""
    of_old, of_new = framework.covers(Area.ADOPTION), framework.id.startswith("ilacs")
    if _LEADERS.search(text) and not of_new:
        return False
    if _GOVERNANCE.search(text) and not _LEADERS.search(text) and not of_old:
        return False
    if _counts_five(text) and not (framework.overall and framework.covers(Area.CARE_LEAVERS)):
        return False
    both = grades.get(Area.IN_CARE), grades.get(Area.CARE_LEAVERS)
    apart = _LEAVERS.search(text) is not None or (None not in both and both[0] is not both[1])
    return framework.covers(Area.CARE_LEAVERS) or not apart


def _counts_five(text: str) -> bool:
    """Say whether a text counts five areas: `all five areas`, `in four areas and in one more`."""
    if _FIVE.search(text):
        return True
    return any(_NUMBERS[m[1].lower()] + _NUMBERS[m[2].lower()] == _ALL_FIVE for m in _SHARED.finditer(text))


def _may_be_older(
    text: str, published: Dated | None, since: int | None, grades: Mapping[Area, Grade]
) -> bool:
    """Say whether a text can tell of an inspection before those that are known here."""
    if (published is not None and published.value.year > OLDEST) or (since is not None and since > OLDEST):
        return False
    new = Grade.REQUIRES_IMPROVEMENT in grades.values()
    named = any(area in grades for area in (Area.LSCB, Area.QUALITY_OF_PRACTICE))
    return not (new or named or _LEADERS.search(text) or _GOVERNANCE.search(text))
