"""Whether what one document tells of an inspection can be the inspection of another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from councilbrief.briefing.frames import gives_grades
from councilbrief.briefing.inspections import Telling
from councilbrief.briefing.likeness import same_in_part, words_of
from councilbrief.briefing.references import OFSTED_KINDS, authority
from councilbrief.evidence.facts import Inspection
from councilbrief.provenance import STATED

REPORTING_DELAY_DAYS = 400
"""The longest that a document about an inspection is taken to follow it, where it gives no date."""

APART_DAYS = 92
"""Two inspections of a council that give grades lie further apart; nearer ones are one, dated wrongly."""

NEWS_DAYS = 120
"""The longest between Ofsted's report and what is still news of it."""

FRESH_DAYS = 31
"""The longest between Ofsted's report and news of it that settles which report it is."""

SHARED_ITEMS = 2
"""So many areas for improvement in the same words are those of the same inspection."""

Group = Sequence[Telling]


def fits(telling: Telling, group: Group) -> bool:
    """Say whether a telling may join others; grades tied to none join only what their document tells of."""
    own = any(other.evidence is telling.evidence for other in group)
    if telling.past or any(other.past for other in group) or (telling.index is None and not own):
        return False
    if any(other.evidence is telling.evidence and _sets_apart(telling, other) for other in group):
        return False
    if not all(_same_kind(telling, other) for other in group):
        return False
    if telling.bounds:
        return all(_dates_agree(telling, other) for other in group)
    return any(_reported_in_time(telling, other) for other in group) or shares_items(telling, group)


def nearest(telling: Telling, fitting: Sequence[list[Telling]]) -> list[Telling] | None:
    """Choose the group that a telling joins: the only one, or the one whose documents came out with it."""
    if len(fitting) > 1:
        alike = [group for group in fitting if shares_items(telling, group)]
        news = [group for group in fitting if any(_news_of(telling, other, FRESH_DAYS) for other in group)]
        fitting = next((few for few in (alike, news) if len(few) == 1), fitting)
    return fitting[0] if len(fitting) == 1 else None


def is_misdated(group: Group, better: Group) -> bool:
    """Say whether documents tell of an inspection that one with more authority dates otherwise.

    The council and the grading must agree, and the news must have come after the
    inspection. Then a few weeks are a slip; so are the right days in a wrong year, and
    any date where the areas for improvement are the same, word for word.
    """
    if not _outranked(group, better) or not _councils_agree(group, better):
        return False
    if all(not one.leads for one in group):
        return _goes_by_publication(group, better)
    if not all(one.leads and _came_after(one, better) for one in group):
        return False
    same_items = any(shares_items(one, better) for one in group)
    if not (_both_graded(group, better) or (same_items and _kinds_agree(group, better))):
        return _takes_a_visit_for_an_inspection(group, better)
    return same_items or _nearly_same_days(group, better)


def shares_items(telling: Telling, group: Group) -> bool:
    """Say whether two of a document's areas for improvement stand in another's, in the same words."""
    if not telling.leads:
        return False
    mine = [words_of(one.told.words) for one in telling.evidence.improvements]
    others = [other.evidence for other in group if other.leads and other.evidence is not telling.evidence]
    return any(
        sum(any(same_in_part(one, words_of(its.told.words)) for its in other.improvements) for one in mine)
        >= SHARED_ITEMS
        for other in others
    )


def dates_differ(telling: Telling, other: Telling) -> bool:
    """Say whether two tellings give days that cannot be the same days."""
    return not _dates_agree(telling, other)


def _sets_apart(telling: Telling, other: Telling) -> bool:
    """Say whether one document tells of two inspections, and not of one and its loose grades."""
    return telling.index is not None and other.index is not None


def _same_kind(telling: Telling, other: Telling) -> bool:
    """Say whether council, framework and grading agree.

    The same days outweigh a framework that is inferred, or that someone with less
    authority than Ofsted has wrong; so do grades on both sides one that is inferred.
    """
    mine, its = telling.inspection, other.inspection
    if not _agree(mine.council, its.council):
        return False
    if _agree(mine.framework, its.framework) and _agree(mine.graded, its.graded):
        return True
    both_stated = mine.framework_basis == its.framework_basis == STATED
    if _same_days(mine, its) and not (both_stated and is_ofsteds(telling) == is_ofsteds(other)):
        return True
    return not both_stated and _is_graded(telling) and _is_graded(other)


def is_ofsteds(telling: Telling) -> bool:
    """Say whether the words are Ofsted's own."""
    return telling.source.kind in OFSTED_KINDS


def _is_graded(telling: Telling) -> bool:
    """Say whether an inspection of a kind that gives grades gave some."""
    return telling.inspection.graded is True and gives_grades(telling.inspection.framework) is not False


def _same_days(mine: Inspection, its: Inspection) -> bool:
    """Say whether both give the same first and last day, to the day."""
    if mine.start is None or mine.end is None or its.start is None or its.end is None:
        return False
    exact = mine.start.value.day is not None and mine.end.value.day is not None
    return exact and (mine.start.value, mine.end.value) == (its.start.value, its.end.value)


def _agree(one: object, other: object) -> bool:
    """Say whether two facts are the same or one of them is unknown."""
    return one is None or other is None or one == other


def _dates_agree(telling: Telling, other: Telling) -> bool:
    """Say whether two tellings can have the same days; exact days must be the same days."""
    mine, its = telling.bounds, other.bounds
    if mine is None or its is None:
        return True
    ends = (
        (telling.inspection.start, other.inspection.start),
        (telling.inspection.end, other.inspection.end),
    )
    for one, two in ends:
        if one and two and one.value.day and two.value.day and one.value != two.value:
            return False
    return mine[0] <= its[1] and its[0] <= mine[1]


def _reported_in_time(telling: Telling, other: Telling) -> bool:
    """Say whether an undated telling came out soon enough after a dated inspection."""
    published = telling.source.published
    if telling.evidence is other.evidence:
        return True
    if published is None or other.bounds is None:
        return False
    earliest, latest = published.value.earliest(), published.value.latest()
    first, last = other.bounds
    return first <= latest and (earliest - last).days <= REPORTING_DELAY_DAYS


def _news_of(telling: Telling, other: Telling, longest: int = NEWS_DAYS) -> bool:
    """Say whether two documents came out at the same time, as a report and the news of it do."""
    mine, its = telling.source.published, other.source.published
    if mine is None or its is None or not (telling.leads and other.leads):
        return False
    days = _gap(
        (mine.value.earliest(), mine.value.latest()),
        (its.value.earliest(), its.value.latest()),
    )
    return days <= longest


def _gap(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> int:
    """Count the days between two stretches of time; none where they touch."""
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


def _outranked(group: Group, better: Group) -> bool:
    """Say whether the one group has more authority, and both are of different documents."""
    apart = not {id(one.evidence) for one in group} & {id(one.evidence) for one in better}
    past = any(one.past for one in (*group, *better))
    highest = min(authority(one.source) for one in better)
    return apart and not past and highest < min(authority(one.source) for one in group)


def _councils_agree(group: Group, better: Group) -> bool:
    return all(_agree(one.inspection.council, two.inspection.council) for one in group for two in better)


def _came_after(telling: Telling, better: Group) -> bool:
    """Say whether a document can be news of an inspection by its own date; an undated one can."""
    published = telling.source.published
    first = min((one.bounds[0] for one in better if one.bounds), default=None)
    if published is None or first is None:
        return True
    late = (published.value.earliest() - first).days > REPORTING_DELAY_DAYS
    reported = any(one.source.published is not None and one.leads for one in better)
    return first <= published.value.latest() and (
        any(_news_of(telling, one) for one in better) if reported else not late
    )


def _both_graded(group: Group, better: Group) -> bool:
    return any(_is_graded(one) for one in better) and any(_is_graded(one) for one in group)


def _kinds_agree(group: Group, better: Group) -> bool:
    return all(_same_kind(one, two) for one in group for two in better)


def _nearly_same_days(group: Group, better: Group) -> bool:
    """Say whether dates are a few weeks apart, or the same days of another year."""
    pairs = [(one, two) for one in group for two in better if one.bounds and two.bounds]
    return bool(pairs) and all(
        (one.bounds and two.bounds and _gap(one.bounds, two.bounds) <= APART_DAYS) or _another_year(one, two)
        for one, two in pairs
    )


def _another_year(telling: Telling, other: Telling) -> bool:
    """Say whether two tellings give the same day and month of neighbouring years."""
    mine, its = telling.inspection.end, other.inspection.end
    if mine is None or its is None or not mine.value.month:
        return False
    same = (mine.value.month, mine.value.day) == (its.value.month, its.value.day)
    return same and abs(mine.value.year - its.value.year) == 1


def _takes_a_visit_for_an_inspection(group: Group, better: Group) -> bool:
    """Say whether grades are claimed for a visit of Ofsted's in the same weeks, which gave none."""
    visits = [one for one in better if is_ofsteds(one) and gives_grades(one.inspection.framework) is False]
    inferred = all(one.inspection.framework_basis != STATED for one in group)
    return (
        bool(visits)
        and inferred
        and any(one.inspection.graded for one in group)
        and all(not dates_differ(one, two) and one.bounds for one in group for two in visits)
    )


def _goes_by_publication(group: Group, better: Group) -> bool:
    """Say whether a mention in passing dates an inspection by when its report came out."""
    reports = [one.source.published for one in better if is_ofsteds(one) and one.leads]
    vague = [one.bounds for one in group if one.bounds and _is_vague(one.inspection)]
    agreeing = all(_agree(one.inspection.graded, two.inspection.graded) for one in group for two in better)
    kinds = all(
        one.inspection.framework_basis != STATED or one.inspection.framework == two.inspection.framework
        for one in group
        for two in better
    )
    return (
        agreeing
        and kinds
        and len(vague) == len(group)
        and any(
            date and first <= date.value.earliest() and date.value.latest() <= last
            for date in reports
            for first, last in vague
        )
    )


def _is_vague(inspection: Inspection) -> bool:
    """Say whether no day is given, only a month or a year."""
    return all(date is None or date.value.day is None for date in (inspection.start, inspection.end))
