"""Evidence made by hand from texts, so that the composer is tried on facts that are known."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace

from councilbrief.evidence.facts import (
    Area,
    Evidence,
    Finding,
    Grade,
    Inspection,
    Judgement,
    Polarity,
    Quotation,
    Quoted,
    Speaker,
    Voice,
)
from councilbrief.provenance import STATED, Dated, DocumentKind, PartialDate, Place, Source, Span

CHESHIRE_EAST = "E06000049"
CHESHIRE_WEST = "E06000050"
NAMES = {CHESHIRE_EAST: "Cheshire East", CHESHIRE_WEST: "Cheshire West and Chester"}


def dated(text: str, basis: str = STATED) -> Dated:
    return Dated(PartialDate.parse(text), basis)


@dataclass
class Paper:
    """A document's text, to which facts are added by quoting it."""

    source: Source
    text: str
    council: str | None = CHESHIRE_EAST
    inspections: list[Inspection] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    strengths: list[Finding] = field(default_factory=list)
    improvements: list[Finding] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)

    def place(self, *pieces: str) -> Place:
        spans, at = [], 0
        for piece in pieces:
            start = self.text.index(piece, at)
            at = start + len(piece)
            spans.append(Span(start, at))
        whole = Span(spans[0].start, spans[-1].end)
        paragraph = self.text.count("\n", 0, whole.start) + 1
        return Place(self.source.id, self.source.path, whole, paragraph, tuple(spans), tuple(spans))

    def quoted(self, *pieces: str) -> Quoted:
        place = self.place(*pieces)
        return Quoted(place.span.slice(self.text), place)

    def inspection(  # noqa: PLR0913 - an inspection has that many sides
        self,
        told: str,
        start: str | Dated | None = None,
        end: str | Dated | None = None,
        framework: str | None = None,
        *,
        basis: str | None = STATED,
        graded: bool | None = None,
    ) -> int:
        self.inspections.append(
            Inspection(
                council=self.council,
                council_name=NAMES.get(self.council or ""),
                start=dated(start) if isinstance(start, str) else start,
                end=dated(end) if isinstance(end, str) else end,
                framework=framework,
                framework_basis=basis if framework else None,
                graded=graded,
                told=self.quoted(told),
                rule="by-hand",
            )
        )
        return len(self.inspections) - 1

    def judge(
        self,
        told: str,
        *areas: Area,
        grade: Grade,
        at: int | None = 0,
        stated: bool = True,
        current: bool = True,
    ) -> None:
        for area in areas:
            self.judgements.append(
                Judgement(area, grade, self.quoted(told), "by-hand", at, current=current, stated=stated)
            )

    def strength(self, told: str, voice: Voice, standing: str | None = None, at: int | None = 0) -> None:
        self.strengths.append(self._finding(Polarity.STRENGTH, told, voice, standing, at))

    def improve(
        self,
        told: str,
        voice: Voice,
        standing: str | None = None,
        at: int | None = 0,
        group: str | None = None,
    ) -> None:
        finding = self._finding(Polarity.IMPROVEMENT, told, voice, standing, at)
        self.improvements.append(replace(finding, group=group))

    def _finding(
        self, polarity: Polarity, told: str, voice: Voice, standing: str | None, at: int | None
    ) -> Finding:
        whole = self.quoted(standing or told)
        return Finding(polarity, self.quoted(told), whole, voice, "by-hand", inspection=at)

    def say(
        self,
        speaker: Speaker | None,
        *paragraphs: str,
        sensitive: str | None = None,
        snippet: bool = False,
    ) -> None:
        told = self.quoted(*paragraphs)
        self.quotations.append(
            Quotation(told, paragraphs, speaker, "by-hand", snippet=snippet, sensitive=sensitive)
        )

    def speaker(  # noqa: PLR0913 - as has a speaker
        self,
        name: str,
        title: str | None = None,
        role: str | None = None,
        organisation: str | None = None,
        *,
        inferred: bool = False,
        party: str | None = None,
        past: bool = False,
        document: bool = False,
    ) -> Speaker:
        return Speaker(
            name, self.place(name), title, role, organisation, inferred, party, past=past, document=document
        )

    def evidence(self) -> Evidence:
        return Evidence(
            source=self.source,
            council=self.council,
            council_name=NAMES.get(self.council or ""),
            inspections=tuple(self.inspections),
            judgements=tuple(self.judgements),
            strengths=tuple(self.strengths),
            improvements=tuple(self.improvements),
            quotations=tuple(self.quotations),
        )


def paper(  # noqa: PLR0913 - a source has that many sides
    source_id: str,
    text: str,
    kind: DocumentKind | None = DocumentKind.ARTICLE,
    published: Dated | str | None = None,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    council: str | None = CHESHIRE_EAST,
) -> Paper:
    when = dated(published) if isinstance(published, str) else published
    sha256 = hashlib.sha256(f"{source_id} {text}".encode()).hexdigest()
    source = Source(source_id, f"{source_id}.txt", sha256, title, publisher, kind, url, when)
    return Paper(source, re.sub(r"[ \t\u00a0€]+", " ", text), council)
