"""The facts that a document states: inspections, judgements, findings and quotations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from councilbrief.problems import Problem
from councilbrief.provenance import Dated, Place, Source


class Grade(StrEnum):
    """A grade in its official words; the last two are values of their own, never blanks."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires improvement to be good"
    ADEQUATE = "adequate"
    INADEQUATE = "inadequate"
    NOT_JUDGED = "not judged"
    NO_OVERALL = "no overall grade"


class Area(StrEnum):
    """An area of inspection, by the key that every framework's wording maps to."""

    OVERALL = "overall"
    LEADERS = "leaders"
    HELP_PROTECTION = "help_protection"
    IN_CARE = "in_care"
    IN_CARE_AND_CARE_LEAVERS = "in_care_and_care_leavers"
    CARE_LEAVERS = "care_leavers"
    ADOPTION = "adoption"
    LSCB = "lscb"
    QUALITY_OF_PRACTICE = "quality_of_practice"
    CAPACITY_TO_IMPROVE = "capacity_to_improve"
    QUALITY_OF_PROVISION = "quality_of_provision"
    OUTCOMES = "outcomes"


class Voice(StrEnum):
    """Whose words a finding is told in."""

    INSPECTORS = "inspectors"
    COUNCIL = "council"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A verbatim slice of a document: `document.text[place.span] == words`."""

    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Inspection:
    """An inspection or visit that a document tells of.

    `council` is a GSS code and `council_name` the register's short name, both None
    where the text settles on no council. `framework` is an id of frameworks.yaml and
    `framework_basis` says why (`stated`, or `inferred: …`); `length` is `standard`,
    `short` or None. `graded` is None where the text leaves it open. `told` is the slice
    that tells of it.
    """

    council: str | None
    council_name: str | None
    start: Dated | None
    end: Dated | None
    framework: str | None
    framework_basis: str | None
    graded: bool | None
    told: Quoted
    rule: str
    lead_inspectors: tuple[str, ...] = ()
    length: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade given to an area.

    `told` is the slice that gives it. `inspection` indexes `Evidence.inspections`.
    `current`: of the newest graded inspection in this document. `stated` is False
    where the source only claims it by a rule; then it is that source's claim, no grade.
    """

    area: Area
    grade: Grade
    told: Quoted
    rule: str
    inspection: int | None
    current: bool = True
    stated: bool = True


class Polarity(StrEnum):
    """Whether a finding praises or asks for better."""

    STRENGTH = "strength"
    IMPROVEMENT = "improvement"


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength or an area for improvement, in the document's words.

    `told` is the finding itself. `standing` is the smallest slice around it that can
    stand alone (the same where the finding can). `group` is None or the list it stands
    in (`priority`, `lscb`). `voice` says whose words they are, `indirect` that they are
    reported speech, not a list or a quotation. `inspection` as in Judgement.
    """

    polarity: Polarity
    told: Quoted
    standing: Quoted
    voice: Voice
    rule: str
    area: Area | None = None
    group: str | None = None
    indirect: bool = False
    inspection: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted, as the document names them.

    `name` is a slice of the text (`named`), with titles left out. `role` and
    `organisation` are slices where the text states them; otherwise the organisation is
    the document's council and `organisation_inferred` is True. `past` marks a role that
    the text gives as a former one. `document` marks a report or letter that "said".
    """

    name: str
    named: Place
    title: str | None = None
    role: str | None = None
    organisation: str | None = None
    organisation_inferred: bool = False
    party: str | None = None
    past: bool = False
    document: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a document gives as somebody's own.

    `told.place.pieces` holds one span a paragraph, without marks; `told.words` runs over
    them all. `speaker` is None where the text names nobody: "source not identified".
    `rule` says how the two are linked, `cue` is what names the speaker beside the words: a
    name, "she", "the report"; where the words go on from others, that of those.
    `snippet` marks words quoted inside the paper's own sentence. `sensitive` says why a
    briefing holds it back unless the spec asks (`calls for a resignation`, …).
    """

    told: Quoted
    paragraphs: tuple[str, ...]
    speaker: Speaker | None
    rule: str
    snippet: bool = False
    sensitive: str | None = None
    cue: Quoted | None = None


class RemarkKind(StrEnum):
    """On what a report remarks as a whole."""

    OPENING = "opening"
    EARLIER_AREAS = "earlier-areas"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a report says of the whole: its opening words, or what became of the areas named before.

    `inspection` as in Judgement.
    """

    kind: RemarkKind
    told: Quoted
    rule: str
    inspection: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that one document states, and what was noticed on the way."""

    source: Source
    council: str | None = None
    council_name: str | None = None
    inspections: tuple[Inspection, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    strengths: tuple[Finding, ...] = ()
    improvements: tuple[Finding, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def inspected(self) -> tuple[str, ...]:
        """Return the GSS codes of the councils whose inspections it tells of, each once."""
        codes = (one.council for one in self.inspections if one.council is not None)
        return tuple(dict.fromkeys(codes))

    @property
    def silent(self) -> bool:
        """Say whether it states nothing that a briefing shows."""
        stated = (self.inspections, self.judgements, self.strengths, self.improvements, self.quotations)
        return not any(stated)
