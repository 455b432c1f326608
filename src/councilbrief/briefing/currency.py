"""Whether what the sources say still holds: sources that are late, old, superseded or undated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from councilbrief.briefing.blocks import Statement, Text
from councilbrief.briefing.case import Case, name
from councilbrief.briefing.inspections import Record, Telling
from councilbrief.briefing.phrases import counted, full_years, mid_sentence, number, sentence_case
from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.briefing.spec import SectionKey
from councilbrief.briefing.tellings import told
from councilbrief.evidence.facts import Evidence
from councilbrief.provenance import Source

OLD_AFTER_YEARS = 3
NAMING = frozenset((SectionKey.AT_A_GLANCE, SectionKey.JUDGEMENTS, SectionKey.INSPECTIONS))
"""The sections that name the inspection whose grades are shown."""

ONE_DAY = dt.timedelta(days=1)


def later(case: Case) -> Statement | None:
    """Name the sources that came out after the day for which the briefing speaks."""
    as_at = case.spec.as_at
    if as_at is None:
        return None
    found = [
        source
        for source in case.references.sources
        if source.published is not None and source.published.value.earliest() > as_at.latest()
    ]
    if not found:
        return None
    words = (
        f"{_sources(found)} {_were(found)} published after {as_at.text()}, "
        "the day for which this briefing speaks."
    )
    return _cited(case, words, found)


def old(case: Case) -> Statement | None:
    """Say how old the inspection is whose outcome is shown, where it was years before the briefing's date."""
    newest = case.current or (case.records[0] if case.records else None)
    last = (newest.last_day or newest.reported) if newest else None
    if newest is None or last is None or case.spec.as_at is None:
        return None
    years = full_years(last + ONE_DAY, case.spec.as_at.latest())
    if years < OLD_AFTER_YEARS:
        return None
    what = f"{case.references.they('tell')} of nothing newer than"
    if newest is not case.records[0]:
        what = f"{case.references.they('state')} no grades newer than those of"
    if newest.last_day is None:
        tell = mid_sentence(case.references.they("tell"))
        what = f"The newest inspection of which {tell} was reported"
    of = f" the {name(newest)}," if newest.last_day else ""
    words = (
        f"{what}{of} more than {number(years)} years before {case.spec.as_at.text()}. "
        "A later one may have changed the grades."
    )
    return case.references.claim(Text(words), support=told(newest.tellings))


def old_news(case: Case) -> Statement | None:
    """Name the news that is older than the spec lets pass; news of earlier inspections is named as such."""
    years, today = case.spec.sources.old_after, _today(case)
    if years is None or today is None:
        return None
    history = {one.source.id for one, _ in _of_earlier(case)}
    found = [
        source
        for source in case.references.sources
        if source.kind not in OFSTED_KINDS
        and source.id not in history
        and source.published is not None
        and full_years(source.published.value.latest() + ONE_DAY, today) >= years
    ]
    if not found:
        return None
    than = "a year" if years == 1 else f"{number(years)} years"
    before = f"{today.day} {today:%B %Y}"
    return _cited(
        case, f"{_sources(found)} {_were(found)} published more than {than} before {before}.", found
    )


def superseded(case: Case) -> Statement | None:
    """Name the news about inspections before the one whose grades are shown."""
    about = _of_earlier(case)
    if not about:
        return None
    sources = [one.source for one, _ in about]
    records = list({id(record): record for _, record in about}.values())
    what = f"the {name(records[0])}" if len(records) == 1 else "earlier inspections or visits"
    are, they = ("is", "it says") if len(sources) == 1 else ("are", "they say")
    opening = f"{_sources(sources)} {are} about {what}, so what {they} is history."
    rests_on = tuple(each for one, record in about for each in _told_by(one, record))
    cited = (source.id for source in sources)
    statement = Statement((Text(opening), case.references.cite(*cited)), told(rests_on))
    return (
        statement
        if case.current is None or NAMING & set(case.asked)
        else _newest(case, statement, case.current)
    )


def _newest(case: Case, before: Statement, current: Record) -> Statement:
    """Go on with the inspection whose grades are known, where no section names it."""
    words, telling = (
        f" The newest inspection whose grades are known is the {name(current)}.",
        current.tellings[0],
    )
    cite = case.references.cite(telling.source.id)
    return Statement((*before.inlines, Text(words), cite), (*before.support, *told((telling,))))


def undated(case: Case) -> Statement | None:
    """Name the sources whose date nobody knows; a report that dates its inspection needs no other."""
    found = [
        one.source
        for one in case.evidence
        if one.source.published is None and not (one.source.kind in OFSTED_KINDS and _dates_inspection(one))
    ]
    if not found:
        return None
    tail = "does not say when it was published" if len(found) == 1 else "do not say when they were published"
    return _cited(case, f"{_sources(found)} {tail}.", found)


def _of_earlier(case: Case) -> list[tuple[Evidence, Record]]:
    """Return the news that is about an inspection before the one whose grades are shown."""
    if case.current is None:
        return []
    pairs = [(one, case.record_of(one)) for one in case.evidence if one.source.kind not in OFSTED_KINDS]
    return [(one, record) for one, record in pairs if record and record.last_day and record in case.earlier]


def _today(case: Case) -> dt.date | None:
    """Return the day for which the briefing speaks, else that of its newest source."""
    if case.spec.as_at is not None:
        return case.spec.as_at.latest()
    dates = (source.published.value.latest() for source in case.references.sources if source.published)
    return max(dates, default=None)


def _dates_inspection(one: Evidence) -> bool:
    return any(inspection.end is not None for inspection in one.inspections)


def _told_by(one: Evidence, record: Record) -> Sequence[Telling]:
    return [telling for telling in record.tellings if telling.evidence is one][:1]


def _sources(found: Sequence[Source]) -> str:
    return sentence_case(counted(len(found), "source"))


def _were(found: Sequence[Source]) -> str:
    return "was" if len(found) == 1 else "were"


def _cited(case: Case, words: str, sources: Sequence[Source]) -> Statement:
    return Statement((Text(words), case.references.cite(*(source.id for source in sources))))
