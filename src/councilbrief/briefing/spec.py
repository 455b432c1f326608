"""What an officer asks for: the typed form of a YAML spec."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from councilbrief.provenance import DocumentKind, PartialDate

SPEC_VERSION = 1


class Audience(StrEnum):
    """Who reads the briefing; it decides the defaults of the sections."""

    LEAD_MEMBER = "lead-member"
    SCRUTINY = "scrutiny"
    WARD = "ward"
    OFFICERS = "officers"


class SectionKey(StrEnum):
    """The sections that a spec may name, in the default order."""

    AT_A_GLANCE = "at-a-glance"
    JUDGEMENTS = "judgements"
    STRENGTHS = "strengths"
    IMPROVEMENTS = "improvements"
    QUOTATIONS = "quotations"
    INSPECTIONS = "inspections"
    IMPLICATIONS = "implications"
    RECOMMENDATIONS = "recommendations"
    SOURCES = "sources"


class Model(BaseModel):
    """A part of a spec: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Header(Model):
    """The labelled lines under the title; only those given are printed."""

    meeting: str | None = None
    date: str | None = None
    report_of: str | None = None
    contact: str | None = None
    wards: str | None = None
    classification: str | None = None
    decision: str | None = None


class Sources(Model):
    """Which documents of which library.

    `library` is relative to the spec's own folder. Without `councils` the briefing's
    council is meant. `since` and `until` bound the date of publication; a document
    without one matches no bound, and its leaving out is reported.
    """

    library: str
    councils: tuple[str, ...] = ()
    kinds: tuple[DocumentKind, ...] = ()
    publishers: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    ids: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class SectionSpec(Model):
    """One section, with its options; an option that a section does not take is an error.

    `limit` is the most that is shown (strengths, quotations); `history` adds earlier
    inspections (judgements, strengths, improvements); `sensitive` shows what calls for a
    resignation or blames a person or party (quotations); `text` is the officer's own.
    """

    key: SectionKey
    title: str | None = None
    limit: Annotated[int, Field(ge=1, le=100)] | None = None
    history: bool | None = None
    sensitive: Literal["hold", "show"] | None = None
    text: str | None = None


class Spec(Model):
    """One briefing, or with `councils: all` one briefing for every council of a library."""

    version: Literal[1]
    council: str | None = None
    councils: Literal["all"] | None = None
    title: str | None = None
    audience: Audience = Audience.SCRUTINY
    as_at: PartialDate | None = None
    header: Header = Header()
    sources: Sources
    sections: tuple[SectionSpec, ...] = ()
    output: str | None = None
