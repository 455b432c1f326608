"""Which statements a briefing quotes: those on the inspection at hand, and not what is held back."""

from __future__ import annotations

from dataclasses import dataclass

from councilbrief.briefing.case import Case
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.briefing.statements import Said, Standing, standing
from councilbrief.provenance import Place, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a source that a quotation shows; `inspectors` says that the words are theirs."""

    source: str
    span: Span
    inspectors: bool

    def holds(self, place: Place) -> bool:
        """Say whether a place lies within."""
        return place.source == self.source and self.span.covers(place.span)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is quoted and what is not.

    `kept` are the statements that may be shown and `shown` the first of them; `earlier`
    are those on earlier inspections, `held` those that are held back.
    """

    every: tuple[Said, ...]
    kept: tuple[Said, ...]
    shown: tuple[Said, ...]
    earlier: tuple[Said, ...]
    held: tuple[Said, ...]


def chosen(case: Case, asked: SectionSpec) -> Choice:
    """Choose as a section's options ask, the newest inspection and the inspectors first."""
    held = () if asked.sensitive == "show" else tuple(one for one in case.said if one.sensitive is not None)
    open_ = tuple(one for one in case.said if one not in held)
    last = case.records.index(case.main) if case.main is not None else len(case.records)
    before = () if asked.history else range(last + 1, len(case.records))
    earlier = tuple(one for one in open_ if turn(case, one) in before)
    kept = tuple(sorted((one for one in open_ if one not in earlier), key=lambda one: turn(case, one)))
    return Choice(case.said, kept, kept[: asked.limit], earlier, held)


def turn(case: Case, one: Said) -> int:
    """Return the place of the inspection that a statement's document is about, the newest first."""
    record = case.record_of(one.evidence)
    return len(case.records) if record is None else case.records.index(record)


def quoted(case: Case) -> tuple[Stretch, ...]:
    """Return the stretches that the briefing's quotations show; none without that section."""
    asked = case.asked.get(SectionKey.QUOTATIONS)
    if asked is None:
        return ()
    shown = chosen(case, asked).shown
    return tuple(
        Stretch(
            one.source.id,
            part.told.place.span,
            standing(part.speaker, case.council) is Standing.INSPECTORS,
        )
        for one in shown
        for part in one.spoken.parts
    )
