"""What an officer asks for: the typed form of a YAML spec.

Keys are written with underscores (`as_at`), values with hyphens (`lead-member`,
`at-a-glance`). What stands here as a description is what an editor shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from councilbrief.briefing.output_name import OUTPUT_PATTERN, refusal
from councilbrief.briefing.theme_keys import ThemeKeys
from councilbrief.briefing.timing import Schedule
from councilbrief.provenance import DocumentKind
from councilbrief.yamlfile.scalars import Date, Day, Limit, Line, Prose, Version, YesNo, refuse
from councilbrief.yamlfile.typed import Model


class Audience(StrEnum):
    """Who reads the briefing; it decides the defaults of the sections."""

    LEAD_MEMBER = "lead-member"
    SCRUTINY = "scrutiny"
    WARD = "ward"
    OFFICERS = "officers"


class SectionKey(StrEnum):
    """The sections that a spec may name, in the default order."""

    AT_A_GLANCE = "at-a-glance"
    CHANGES = "changes"
    JUDGEMENTS = "judgements"
    IMPROVEMENTS = "improvements"
    STRENGTHS = "strengths"
    QUOTATIONS = "quotations"
    DIFFERENCES = "differences"
    INSPECTIONS = "inspections"
    IMPLICATIONS = "implications"
    RECOMMENDATIONS = "recommendations"
    SOURCES = "sources"


# The options that each section takes besides `title`. Areas for improvement take no
# limit: they are never cut.
SECTION_OPTIONS: Mapping[SectionKey, tuple[str, ...]] = {
    SectionKey.AT_A_GLANCE: (),
    SectionKey.CHANGES: (),
    SectionKey.JUDGEMENTS: ("history",),
    SectionKey.IMPROVEMENTS: ("history", "recurring"),
    SectionKey.STRENGTHS: ("limit", "history"),
    SectionKey.QUOTATIONS: ("limit", "history", "sensitive"),
    SectionKey.DIFFERENCES: ("history",),
    SectionKey.INSPECTIONS: (),
    SectionKey.IMPLICATIONS: ("text",),
    SectionKey.RECOMMENDATIONS: ("text",),
    SectionKey.SOURCES: (),
}


def _output(name: str) -> str:
    reason = refusal(name)
    if reason:
        refuse("bad-output", reason)
    return name


Output = Annotated[
    Line, AfterValidator(_output), WithJsonSchema({"type": "string", "pattern": OUTPUT_PATTERN})
]


class Header(Model):
    """The labelled lines under the title; only those given are printed."""

    meeting: Line | None = Field(
        default=None, description="The meeting that the briefing is for.", examples=["Scrutiny Committee"]
    )
    date: Line | None = Field(
        default=None,
        description="The date of the meeting, as it shall be printed.",
        examples=["12 June 2024"],
    )
    report_of: Line | None = Field(default=None, description="The officer whose report it is.")
    contact: Line | None = Field(default=None, description="Whom to ask.")
    wards: Line | None = Field(default=None, description="The wards affected.", examples=["All"])
    classification: Line | None = Field(
        default=None, description="Also printed at the head of each page.", examples=["OFFICIAL"]
    )
    decision: Line | None = Field(
        default=None, description="What members are asked to decide, if anything; it stands on page 1."
    )


_LIBRARY: Mapping[str, Any] = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
}


class Sources(Model):
    """Which documents of which library.

    `library` names one folder or several, relative to the spec's own. Without `councils` the briefing's
    council is meant. `since` and `until` bound the date of publication; a document
    without one matches no bound, and its leaving out is reported.
    """

    library: Annotated[tuple[Line, ...], WithJsonSchema(_LIBRARY)] = Field(
        description="The folder of documents, relative to this file, or a list of several such folders.",
        examples=["../seeds", ["../articles", "../reports"]],
        min_length=1,
    )
    councils: tuple[Line, ...] = Field(
        default=(), description="Documents about these councils. Without it, about the briefing's own."
    )
    kinds: tuple[DocumentKind, ...] = Field(
        default=(),
        description="report or letter: Ofsted's own words; release: the council's; article: the press's.",
    )
    publishers: tuple[Line, ...] = Field(default=(), description="Only documents of these publishers.")
    since: Date | None = Field(
        default=None,
        description="Published on or after this date. Undated documents are left out, which is said.",
    )
    until: Date | None = Field(default=None, description="Published on or before this date.")
    old_after: Limit = Field(
        default=None,
        description="News published more than so many years before as_at is called old. all: none is.",
        examples=[2],
    )
    ids: tuple[Line, ...] = Field(
        default=(), description="Only these documents, by their ids in sources.yaml."
    )
    exclude: tuple[Line, ...] = Field(default=(), description="Not these documents, by their ids.")


class SectionSpec(Model):
    """One section, with its options; an option that a section does not take is an error.

    A loaded spec has the audience's defaults filled in: a `limit` of None then means all.
    """

    key: SectionKey
    title: Line | None = Field(default=None, description="A heading in place of the usual one.")
    limit: Limit = Field(
        default=None, description="The most that is shown, or all. What is left out is counted on the page."
    )
    history: YesNo | None = Field(default=None, description="Show earlier inspections as well: yes or no.")
    recurring: YesNo | None = Field(
        default=None,
        description="Follow areas for improvement from the inspection before: yes or no.",
    )
    sensitive: Literal["hold", "show"] | None = Field(
        default=None,
        description="hold or show what calls for a resignation or blames a person or a party.",
    )
    text: Prose | None = Field(
        default=None,
        description="The officer's own text: a paragraph a line; lines with a hyphen are a list.",
    )


class Spec(Model):
    """One briefing, or with `councils: all` one briefing for every council of a library."""

    version: Version = Field(description="The version of this format: 1.")
    council: Line | None = Field(
        default=None,
        description="The council: any usual name, or its GSS code.",
        examples=["Cheshire East", "E06000049"],
    )
    councils: Literal["all"] | None = Field(
        default=None, description="all: one briefing for every council of the library. In place of council."
    )
    title: Line | None = Field(default=None, description="The title; without it, a usual one.")
    audience: Audience = Field(
        default=Audience.SCRUTINY,
        description="Who reads it. Decides what `sections` leaves open.",
    )
    as_at: Day | None = Field(
        default=None,
        description="The day for which the briefing speaks; evidence is called old as seen from it.",
        examples=["2024-06-03"],
    )
    header: Header = Field(default=Header(), description="The labelled lines under the title.")
    theme: ThemeKeys | None = Field(
        default=None,
        description="How it looks: keys, or the name of a file that holds them, for many specs to share.",
        examples=["theme.yaml"],
    )
    sources: Sources = Field(description="Which documents of which library.")
    sections: tuple[SectionSpec, ...] = Field(
        default=(), description="The sections in their order. Without it, the usual ones for the audience."
    )
    output: Output | None = Field(
        default=None,
        description="The PDF's name without .pdf; {council} stands for the council's name.",
        examples=["cheshire-east", "{council}-ward"],
    )
    schedule: Schedule | None = Field(
        default=None,
        description="When `councilbrief build --due` builds it: a cron expression, or one with a time zone.",
        examples=["0 6 * * mon"],
    )
