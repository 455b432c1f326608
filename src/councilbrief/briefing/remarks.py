"""What Ofsted’s report says of the whole, as statements: its opening words, its word on earlier areas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.briefing.blocks import Paragraph, Statement, Text
from councilbrief.briefing.case import Case
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.slices import in_marks, support
from councilbrief.briefing.spec import SectionKey
from councilbrief.evidence.facts import Remark, RemarkKind
from councilbrief.evidence.words import either, group
from councilbrief.provenance import Place

LEADS = {
    RemarkKind.OPENING: "Ofsted’s report begins: ",
    RemarkKind.EARLIER_AREAS: "On the areas named before, Ofsted’s report says: ",
}
FURTHER = "It also says: "
_PAST = re.compile(either("verdicts", "past"), re.IGNORECASE)


def remarked(case: Case, record: Record, kind: RemarkKind) -> Iterator[Statement]:
    """Yield what the report of an inspection remarks, each remark word for word and cited."""
    lead = LEADS[kind]
    for remark in _of_record(record, kind):
        yield _claimed(case, remark, lead)
        lead = FURTHER


def opening(case: Case, section: SectionKey) -> tuple[Paragraph, ...]:
    """Let Ofsted's report on the main inspection begin, where that belongs in a section."""
    first = _opening(case)
    if first is None or _home(case, first) is not section:
        return ()
    return (Paragraph((_claimed(case, first, LEADS[first.kind]),)),)


def opens_with(case: Case, place: Place) -> bool:
    """Say whether words stand wholly within the opening words that the briefing shows."""
    first = _opening(case)
    if first is None or _home(case, first) not in case.asked:
        return False
    return place.source == first.told.place.source and first.told.place.span.covers(place.span)


def is_verdict(words: str) -> bool:
    """Say whether words judge the services as they are, and do not only give facts or history.

    >>> is_verdict("Services have deteriorated."), is_verdict("This is the first inspection of Exford.")
    (True, False)
    """
    return group("verdicts", "judging").stands_in(_PAST.sub("", words))


def _home(case: Case, first: Remark) -> SectionKey:
    """Return the section in which the opening words stand: a verdict on page 1, all else with the history."""
    if SectionKey.AT_A_GLANCE in case.asked and is_verdict(first.told.words):
        return SectionKey.AT_A_GLANCE
    return SectionKey.INSPECTIONS


def _opening(case: Case) -> Remark | None:
    return next(_of_record(case.main, RemarkKind.OPENING), None) if case.main else None


def _claimed(case: Case, remark: Remark, lead: str) -> Statement:
    rests_on = (support(remark.told, remark.rule),)
    return case.references.claim(Text(lead), *in_marks(remark.told), support=rests_on)


def _of_record(record: Record, kind: RemarkKind) -> Iterator[Remark]:
    for telling in record.tellings:
        for remark in telling.evidence.remarks:
            if remark.kind is kind and remark.inspection == telling.index:
                yield remark
