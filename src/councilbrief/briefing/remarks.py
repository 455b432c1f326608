"""What Ofsted’s report says of the whole, as statements: its opening words, its word on earlier areas."""

from __future__ import annotations

from collections.abc import Iterator

from councilbrief.briefing.blocks import Paragraph, Statement, Text
from councilbrief.briefing.case import Case
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.slices import in_marks, support
from councilbrief.evidence.facts import Remark, RemarkKind

LEADS = {
    RemarkKind.OPENING: "Ofsted’s report begins: ",
    RemarkKind.EARLIER_AREAS: "On the areas named before, Ofsted’s report says: ",
}
FURTHER = "It also says: "


def remarked(case: Case, record: Record, kind: RemarkKind) -> Iterator[Statement]:
    """Yield what the report of an inspection remarks, each remark word for word and cited."""
    lead = LEADS[kind]
    for remark in _of_record(record, kind):
        rests_on = (support(remark.told, remark.rule),)
        yield case.references.claim(Text(lead), *in_marks(remark.told), support=rests_on)
        lead = FURTHER


def opening(case: Case) -> tuple[Paragraph, ...]:
    """Let Ofsted's report on the main inspection begin, if it does so in words of its own."""
    first = tuple(remarked(case, case.main, RemarkKind.OPENING))[:1] if case.main else ()
    return (Paragraph(first),) if first else ()


def _of_record(record: Record, kind: RemarkKind) -> Iterator[Remark]:
    for telling in record.tellings:
        for remark in telling.evidence.remarks:
            if remark.kind is kind and remark.inspection == telling.index:
                yield remark
