"""A spec and facts to a briefing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from councilbrief.briefing.blocks import Briefing, Notice, Section
from councilbrief.briefing.case import Case, open_case
from councilbrief.briefing.cited import with_pages
from councilbrief.briefing.comparing import changes
from councilbrief.briefing.facts import FIRST, Base, Edition, Fact, FactChange, FactKind, Facts
from councilbrief.briefing.frames import visit_noun
from councilbrief.briefing.notices import notices
from councilbrief.briefing.own_phrases import own_phrases
from councilbrief.briefing.phrases import place_name
from councilbrief.briefing.sections import SECTIONS
from councilbrief.briefing.sections.glance import asked_to_decide
from councilbrief.briefing.spec import Audience, Header, SectionKey, Spec
from councilbrief.briefing.stated import listed_sources, stated
from councilbrief.briefing.theme_keys import theme_of
from councilbrief.evidence.councils.register import Council
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
}


def compose(
    spec: Spec,
    council: Council,
    evidence: Sequence[Evidence],
    problems: Sequence[Problem],
    last: Edition | None = None,
) -> Briefing:
    """Select, order and cite what the evidence says of a council, as a spec asks.

    The order of `evidence` and `problems` makes no difference. `problems` are those of
    the whole library; of these, the errors are shown as documents that could not be read.
    `last` is the edition that is published, if any: a section on what has changed compares
    with it, or again with the one that it compares itself with where nothing has changed since.
    A logo is no matter of facts: whoever has read its file adds it (`with_logo`).
    """
    case = open_case(spec, council, evidence, problems)
    case = replace(case, stated=stated(case), listed=listed_sources(case))
    facts = Facts(
        tuple(one.fact for one in case.stated),
        case.listed,
        spec.as_at.iso() if spec.as_at else None,
    )
    if SectionKey.CHANGES in case.asked:
        facts = replace(facts, since=base(facts, last))
        case = replace(case, base=facts.since, changed=_changed(facts))
    header = _whole_header(spec)
    briefing = Briefing(
        council=council.short,
        title=spec.title or _title(case),
        subtitle=SUBTITLES[spec.audience],
        header=_header(header),
        notices=(*notices(case), *_asked(case)),
        sections=_sections(case),
        as_at=spec.as_at.text() if spec.as_at else None,
        classification=header.classification,
        author=header.report_of,
        facts=facts,
        theme=theme_of(spec.theme),
        phrases=own_phrases(),
    )
    return with_pages(briefing, tuple(source.id for source in case.references.sources))


def _title(case: Case) -> str:
    """Say whose services they are, and whether one inspection, one visit or several looked at them."""
    what = "inspections"
    if len(case.records) == 1:
        what = visit_noun(case.records[0].framework).rpartition(" ")[2]
    return f"Children’s services in {place_name(case.council.short)}: what the {what} found"


def with_logo(briefing: Briefing, spec: Spec, logo: bytes | None) -> Briefing:
    """Return the briefing with what the file holds that the spec's theme names as its logo, if any."""
    return replace(briefing, theme=theme_of(spec.theme, logo)) if logo else briefing


def _changed(facts: Facts) -> tuple[FactChange, ...]:
    """Return what changed since the edition that facts are compared with, if there was one."""
    return changes(facts.since, facts) if facts.since and facts.since.day else ()


def base(now: Facts, last: Edition | None) -> Base:
    """Return the edition that a briefing is compared with.

    An edition that states the same for the same day as the one in its place compares itself
    with the same one before, so that to build again changes nothing.
    """
    if last is None:
        return FIRST
    if last.since is not None and last.as_at == now.as_at and not changes(last, now):
        return last.since
    return Base(last.day, tuple(map(_remembered, last.facts)), last.sources)


def _remembered(fact: Fact) -> Fact:
    """Return what later editions keep of a fact: not the words of a quotation, which may be withdrawn."""
    return replace(fact, value="") if fact.kind is FactKind.QUOTATION else fact


def _asked(case: Case) -> Iterator[Notice]:
    """Tell at the head what is asked of members where there is no glance to end with it."""
    if SectionKey.AT_A_GLANCE not in case.asked:
        yield from asked_to_decide(case)


def _whole_header(spec: Spec) -> Header:
    """Return the header, with the theme's classification where it gives none."""
    if spec.theme is None or spec.header.classification:
        return spec.header
    return spec.header.model_copy(update={"classification": spec.theme.classification})


def _header(header: Header) -> tuple[tuple[str, str], ...]:
    lines = ((label, getattr(header, key)) for key, label in HEADER_LABELS.items())
    return tuple((label, value) for label, value in lines if value)


def _sections(case: Case) -> tuple[Section, ...]:
    kinds = {kind.key: kind for kind in SECTIONS}
    written = ((kinds[one.key], one, kinds[one.key].write(case, one)) for one in case.asked.values())
    return tuple(
        Section(kind.key.value, one.title or kind.title, blocks) for kind, one, blocks in written if blocks
    )
