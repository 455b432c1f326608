"""A spec and facts to a briefing."""

from __future__ import annotations

from collections.abc import Sequence

from councilbrief.briefing.blocks import Briefing, Section
from councilbrief.briefing.case import Case, open_case
from councilbrief.briefing.cited import with_pages
from councilbrief.briefing.notices import notices
from councilbrief.briefing.sections import SECTIONS
from councilbrief.briefing.spec import Audience, Header, Spec
from councilbrief.evidence.councils import Council
from councilbrief.evidence.facts import Evidence
from councilbrief.problems import Problem

SUBTITLES = {
    Audience.LEAD_MEMBER: "A briefing for the lead member",
    Audience.SCRUTINY: "A briefing for scrutiny members",
    Audience.WARD: "A briefing for ward councillors",
    Audience.OFFICERS: "A briefing for officers",
}
HEADER_LABELS = {
    "meeting": "Meeting",
    "date": "Date",
    "report_of": "Report of",
    "contact": "Contact",
    "wards": "Wards affected",
    "classification": "Classification",
    "decision": "Decision needed",
}


def compose(
    spec: Spec, council: Council, evidence: Sequence[Evidence], problems: Sequence[Problem]
) -> Briefing:
    """Select, order and cite what the evidence says of a council, as a spec asks.

    The order of `evidence` and `problems` makes no difference. `problems` are those of
    the whole library; of these, the errors are shown as documents that could not be read.
    """
    case = open_case(spec, council, evidence, problems)
    header = spec.header
    briefing = Briefing(
        council=council.short,
        title=spec.title or f"Children’s services in {council.short}: what the inspections found",
        subtitle=SUBTITLES[spec.audience],
        header=_header(header),
        notices=notices(case),
        sections=_sections(case),
        as_at=spec.as_at.text() if spec.as_at else None,
        classification=header.classification,
        author=header.report_of,
    )
    return with_pages(briefing, tuple(source.id for source in case.references.sources))


def _header(header: Header) -> tuple[tuple[str, str], ...]:
    lines = ((label, getattr(header, key)) for key, label in HEADER_LABELS.items())
    return tuple((label, value) for label, value in lines if value)


def _sections(case: Case) -> tuple[Section, ...]:
    kinds = {kind.key: kind for kind in SECTIONS}
    written = ((kinds[one.key], one, kinds[one.key].write(case, one)) for one in case.asked.values())
    return tuple(
        Section(kind.key.value, one.title or kind.title, blocks) for kind, one, blocks in written if blocks
    )
