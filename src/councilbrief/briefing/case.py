"""Everything about one council that the sections of its briefing draw on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from councilbrief.briefing.audiences import settled
from councilbrief.briefing.blocks import Inline, Support
from councilbrief.briefing.facts import Base, Fact, FactChange, Listed
from councilbrief.briefing.findings import Item, Take, of_record, unplaced
from councilbrief.briefing.frames import gives_grades, visit_noun
from councilbrief.briefing.grades import states_a_grade
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.merging import merge
from councilbrief.briefing.phrases import period, sentence_case
from councilbrief.briefing.references import References
from councilbrief.briefing.selection import LeftOut, select
from councilbrief.briefing.spec import SectionKey, SectionSpec, Spec
from councilbrief.briefing.statements import Said, said
from councilbrief.evidence.councils.register import Council
from councilbrief.evidence.facts import Evidence
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import DocumentKind, PartialDate, Source


@dataclass(frozen=True, slots=True)
class Ground:
    """A fact that the pages state, its words as inlines, if it is words, and what it rests on."""

    fact: Fact
    inlines: tuple[Inline, ...]
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A council's documents, sorted and weighed, for one spec.

    `records` are its inspections, the newest first; `current` is the newest that a source
    gives grades for, None if there is none or only earlier grades of unknown date. `main` is
    the one that the briefing is about, and `about` gives each document's, by the identity of
    its evidence. `asked` are the sections with their options, in their order, `said` all
    statements in the documents, each once.
    `unread` are the documents that could not be read, as problems. `stated` is what the
    sections state, `base` the edition that it is compared with, None where nobody asks, and
    `changed` what has changed since, and `listed` the sources as facts have them: all are
    filled in before any section is written. `found` are the findings gathered so far, which
    the facts and several sections ask for.
    """

    spec: Spec
    council: Council
    evidence: tuple[Evidence, ...]
    left_out: tuple[LeftOut, ...]
    unread: tuple[Problem, ...]
    references: References
    records: tuple[Record, ...]
    current: Record | None
    main: Record | None
    about: Mapping[int, Record | None]
    asked: Mapping[SectionKey, SectionSpec]
    said: tuple[Said, ...]
    stated: tuple[Ground, ...] = ()
    base: Base | None = None
    changed: tuple[FactChange, ...] = ()
    listed: tuple[Listed, ...] = ()
    found: dict[tuple[int | None, Take], tuple[Item, ...]] = field(default_factory=dict, compare=False)

    @property
    def since(self) -> tuple[Record, ...]:
        """Return the visits after the main inspection, the newest first."""
        return self.records[: self.records.index(self.main)] if self.main else ()

    @property
    def earlier(self) -> tuple[Record, ...]:
        """Return the inspections before the main one, the newest first."""
        return self.records[self.records.index(self.main) + 1 :] if self.main else ()

    @property
    def numbers(self) -> Mapping[str, int]:
        """Return the numbers of the sources by their ids as facts have them."""
        return {one.id: one.number for one in self.listed}

    def kind_of(self, source_id: str) -> DocumentKind | None:
        """Return the kind of a source."""
        return self.source(source_id).kind

    def source(self, source_id: str) -> Source:
        """Return the source with an id."""
        return self.references.sources[self.references.numbers[source_id] - 1]

    def findings(self, record: Record, take: Take) -> tuple[Item, ...]:
        """Return an inspection's findings of one sort, each told once."""
        key = (id(record), take)
        if key not in self.found:
            self.found[key] = of_record(record, self.evidence, take)
        return self.found[key]

    def unplaced(self, take: Take) -> tuple[Item, ...]:
        """Return the findings that no source ties to an inspection."""
        key = (None, take)
        if key not in self.found:
            self.found[key] = unplaced(self.records, self.evidence, take)
        return self.found[key]

    def record_of(self, one: Evidence) -> Record | None:
        """Return the inspection that a document is about: the one it grades, else its newest."""
        return self.about[id(one)]


def open_case(
    spec: Spec, council: Council, evidence: Sequence[Evidence], problems: Sequence[Problem]
) -> Case:
    """Select and merge what a spec asks for."""
    selection = select(spec.sources, council, evidence)
    chosen = tuple(_on(council, one) for one in selection.chosen)
    records = tuple(record for record in merge(chosen) if record.council in (None, council.gss))
    current = next((record for record in records if is_graded(record) and not record.past), None)
    unread = sorted(
        {one for one in problems if one.severity is Severity.ERROR},
        key=lambda one: (one.file or "", one.line or 0, one.message),
    )
    about = {id(one): _about(records, one) for one in chosen}
    return Case(
        spec,
        council,
        chosen,
        selection.left_out,
        tuple(unread),
        References.number(chosen),
        records,
        current,
        current or _main(records, about),
        about,
        {one.key: one for one in settled(spec.sections, spec.audience)},
        said(chosen, council),
    )


def _about(records: Sequence[Record], one: Evidence) -> Record | None:
    """Return the inspection that a document is about: the one it grades, else its newest."""
    graded = {judgement.inspection for judgement in one.judgements if judgement.current}
    told = [record for record in records if any(t.evidence is one for t in record.tellings)]
    of_grades = (record for record in told if any(record.tells(one, index) for index in graded))
    return next(of_grades, told[0] if told else None)


def _main(records: Sequence[Record], about: Mapping[int, Record | None]) -> Record | None:
    """Return the newest inspection that a document is about, not one that it merely mentions.

    Where all are only mentioned, it is the newest.
    """
    told_at_length = {id(record) for record in about.values()}
    return next((one for one in records if id(one) in told_at_length), records[0] if records else None)


def _on(council: Council, one: Evidence) -> Evidence:
    """Keep of a document about another council only what it ties to an inspection of its own.

    Whose inspection that is decides later whether it is shown; what people say there is
    about the other council.
    """
    if one.council in (None, council.gss):
        return one
    return replace(
        one,
        judgements=tuple(each for each in one.judgements if each.inspection is not None),
        strengths=tuple(each for each in one.strengths if each.inspection is not None),
        improvements=tuple(each for each in one.improvements if each.inspection is not None),
        quotations=(),
    )


def is_graded(record: Record) -> bool:
    """Say whether a source states grades for an inspection of a kind that gives them."""
    return states_a_grade(record) and gives_grades(record.framework) is not False


def is_of_grades(record: Record) -> bool:
    """Say whether an inspection is of a kind that gives grades, as far as a source tells."""
    return gives_grades(record.framework) or (record.framework is None and record.graded is True)


def days_of(record: Record) -> tuple[PartialDate | None, PartialDate | None] | None:
    """Return an inspection's first and last day as far as known; None without any date."""
    start = record.start.value if record.start else None
    end = record.end.value if record.end else None
    return None if start is None and end is None else (start, end)


def name(record: Record) -> str:
    """Name an inspection in running prose: `focused visit of 3 and 4 November 2021`.

    Whether its dates are inferred is said where the inspections are listed, not in each name.
    """
    days = days_of(record)
    noun = f"{'earlier ' if record.past else ''}{visit_noun(record.framework)}"
    if days is None:
        return f"{noun} of unknown date"
    return f"{noun} of {period(*days)}"


def heading(record: Record) -> str:
    """Name an inspection as a heading: `Inspection of March 2013`."""
    return sentence_case(name(record))
