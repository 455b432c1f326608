"""What people have said, word for word and with their names, and what is held back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from councilbrief.briefing.blocks import (
    Block,
    Inline,
    Paragraph,
    Quote,
    Statement,
    Strong,
    Subheading,
    Support,
    Text,
)
from councilbrief.briefing.case import Case, name
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import kind_name, number, sentence_case
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.slices import slices, support
from councilbrief.briefing.spec import SectionSpec
from councilbrief.briefing.statements import Said, held_back, said
from councilbrief.evidence.facts import Quotation, Speaker
from councilbrief.provenance import Source

NONE = "These sources quote nobody at length."
UNIDENTIFIED = "Source not identified"


def quotations(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show the statements on each inspection, the newest first, and count what is held back."""
    every = said(case.evidence, case.council)
    kept = every if asked.sensitive == "show" else tuple(one for one in every if one.sensitive is None)
    ordered = sorted(kept, key=lambda one: _turn(case, one))
    shown = ordered[: asked.limit]
    blocks = tuple(_grouped(case, shown)) if shown else (says(NONE),) if not every else ()
    return (*blocks, *_cut(len(shown), len(ordered)), *_held(case, every, kept))


def _turn(case: Case, one: Said) -> int:
    """Sort by the inspection that a statement's document is about; the sort keeps who speaks first."""
    record = case.record_of(one.evidence)
    return len(case.records) if record is None else case.records.index(record)


def _grouped(case: Case, shown: Sequence[Said]) -> Iterable[Block]:
    groups = [(turn, tuple(group)) for turn, group in groupby(shown, key=lambda one: _turn(case, one))]
    for turn, group in groups:
        record = case.records[turn] if turn < len(case.records) else None
        if len(groups) > 1 or record is not case.main:
            yield Subheading(_heading(record))
        for one in group:
            yield _quote(case, one)


def _heading(record: Record | None) -> str:
    return "On no particular inspection" if record is None else f"On the {name(record)}"


def _quote(case: Case, one: Said) -> Quote:
    paragraphs = slices(one.quotation.told)
    rests_on = tuple(_support(quotation) for quotation in (one.quotation, *(each for each, _ in one.also)))
    return Quote(paragraphs, _attribution(case, one, rests_on), rests_on)


def _support(quotation: Quotation) -> Support:
    return support(quotation.told, quotation.rule)


def _attribution(case: Case, one: Said, rests_on: tuple[Support, ...]) -> Statement:
    """Say who spoke, in which role and for whom, and where it's quoted."""
    inlines = [*_speaker(one.quotation.speaker), Text(f". {sentence_case(_medium(one.source))}.")]
    inlines.append(case.references.cite(one.source.id))
    for words, cited in (
        ("Also in", _versions(one, equal=True)),
        ("In part also in", _versions(one, equal=False)),
    ):
        if cited:
            inlines += [Text(f" {words}"), case.references.cite(*cited)]
    return Statement(tuple(inlines), rests_on)


def _versions(one: Said, *, equal: bool) -> tuple[str, ...]:
    """Return the sources of the other versions, the same words or cut ones."""
    return tuple(
        other.source.id
        for quotation, other in one.also
        if (quotation.paragraphs == one.quotation.paragraphs) is equal
    )


def _speaker(speaker: Speaker | None) -> tuple[Inline, ...]:
    if speaker is None:
        return (Strong(UNIDENTIFIED),)
    whole_name = " ".join(filter(None, (speaker.title, speaker.name)))
    details = [_role(speaker), _organisation(speaker), _party(speaker)]
    return (Strong(sentence_case(whole_name)), Text("".join(f", {one}" for one in details if one)))


def _role(speaker: Speaker) -> str | None:
    """Return the role, marked where it is a former one; a report that "said" has none beside its name."""
    if speaker.role is None or speaker.document:
        return None
    return f"{speaker.role} (a former role)" if speaker.past else speaker.role


def _organisation(speaker: Speaker) -> str | None:
    if speaker.organisation is None:
        return None
    if (speaker.role or "").casefold().endswith(speaker.organisation.casefold()):
        return None
    return f"{speaker.organisation}{' (council inferred)' if speaker.organisation_inferred else ''}"


def _party(speaker: Speaker) -> str | None:
    """Return the party, unless the role names it already."""
    if speaker.party is None or speaker.party.casefold() in (speaker.role or "").casefold():
        return None
    return speaker.party


def _medium(source: Source) -> str:
    """Name what it's quoted in: `press article, 16 May 2024`; the list of sources says more."""
    date = source.published
    parts = [kind_name(source.kind)]
    parts.append(f"{date.value.text()}" if date else "date not known")
    return ", ".join(parts)


def _cut(shown: int, all_of: int) -> Iterable[Paragraph]:
    if shown < all_of:
        are = "is" if shown == 1 else "are"
        yield says(f"{sentence_case(number(shown))} of {number(all_of)} statements {are} shown.")


def _held(case: Case, every: Sequence[Said], kept: Sequence[Said]) -> Iterable[Paragraph]:
    """Count what is held back, by reason; the support says who spoke, not the words."""
    back = held_back(one for one in every if one not in kept)
    for reason, group in back.items():
        if len(group) == 1:
            words = f"One statement is held back because it {reason}; it can be shown on request."
        else:
            count = sentence_case(number(len(group)))
            words = f"{count} statements are held back: each of them {reason}. They can be shown on request."
        yield Paragraph((case.references.claim(Text(words), support=tuple(map(_who, group))),))


def _who(one: Said) -> Support:
    """Point at the speaker's name; the words themselves go nowhere."""
    speaker = one.quotation.speaker
    if speaker is None:
        return _support(one.quotation)
    return Support(speaker.name, speaker.named, one.quotation.rule)
