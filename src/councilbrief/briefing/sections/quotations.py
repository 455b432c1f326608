"""What people have said, word for word and with their names, and what is held back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
from councilbrief.briefing.choice import chosen, turn
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import kind_name, number, sentence_case
from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.briefing.sections.by_inspection import closing_notes, says
from councilbrief.briefing.slices import closed, support
from councilbrief.briefing.spec import SectionSpec
from councilbrief.briefing.statements import Said, Spoken, held_back
from councilbrief.evidence.facts import Quotation, Speaker
from councilbrief.provenance import Source

UNIDENTIFIED = "Source not identified"
# `our`, in the words of whom a paper quotes; `its leader`: whose, only the source says
POSSESSIVE = re.compile(r"^(?:our|his|her|their|its|my)\s+", re.IGNORECASE)


def quotations(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show the statements on each inspection, the newest first; count what is held back or left out."""
    choice = chosen(case, asked)
    blocks = tuple(_grouped(case, choice.shown))
    if not blocks and not choice.held:
        if case.references.sources and all(one.kind in OFSTED_KINDS for one in case.references.sources):
            return ()  # inspectors' reports quote nobody, so there is nothing to miss
        before = " on the latest inspection" if choice.earlier else ""
        blocks = (says(f"No quotations{before} were found {case.references.here}."),)
    notes = (*_cut(case, choice.shown, choice.kept), *_held(case, choice.held))
    return closing_notes((*blocks, *notes))


def _grouped(case: Case, shown: Sequence[Said]) -> Iterable[Block]:
    groups = [(at, tuple(group)) for at, group in groupby(shown, key=lambda one: turn(case, one))]
    for at, group in groups:
        record = case.records[at] if at < len(case.records) else None
        if len(groups) > 1 or record is not case.main:
            yield Subheading(_heading(record))
        for one in group:
            yield _quote(case, one)


def _heading(record: Record | None) -> str:
    return "On no particular inspection" if record is None else f"On the {name(record)}"


def _quote(case: Case, one: Said) -> Quote:
    paragraphs = tuple(piece for part in one.spoken.parts for piece in closed(part.told))
    rests_on = (
        *(_support(part) for version in one.versions for part in version.parts),
        *_named(one.spoken.parts),
    )
    return Quote(paragraphs, _attribution(case, one, rests_on), rests_on)


def _support(quotation: Quotation) -> Support:
    return support(quotation.told, quotation.rule)


def _attribution(case: Case, one: Said, rests_on: tuple[Support, ...]) -> Statement:
    """Say who spoke, in which role and for whom, and where it's quoted."""
    inlines = [*by(one.spoken.speaker), Text(f". {sentence_case(_medium(one.source))}.")]
    inlines.append(case.references.cite(one.source.id))
    for words, cited in (
        ("Also in", _versions(one, equal=True)),
        ("In part also in", _versions(one, equal=False)),
    ):
        if cited:
            inlines += [Text(f" {words}"), case.references.cite(*cited)]
    return Statement(tuple(inlines), rests_on)


def _named(parts: Sequence[Quotation]) -> Iterator[Support]:
    """Point at what names the speaker: the words beside each part, and the name where it stands in full."""
    for part in parts:
        if part.cue is not None and part.speaker is not None:
            yield support(part.cue, part.rule)
            if part.speaker.named != part.cue.place:
                yield Support(part.speaker.name, part.speaker.named, part.rule)


def _versions(one: Said, *, equal: bool) -> tuple[str, ...]:
    """Return the sources of the other versions, the same words or cut ones."""
    return tuple(
        other.evidence.source.id for other in one.also if (other.paragraphs == one.spoken.paragraphs) is equal
    )


def by(speaker: Speaker | None) -> tuple[Inline, ...]:
    """Name a speaker: first the name, then party, role and organisation."""
    if speaker is None:
        return (Strong(UNIDENTIFIED),)
    whole_name = " ".join(filter(None, (speaker.title, speaker.name)))
    party = _party(speaker)
    details = [one for one in (_role(speaker), _organisation(speaker)) if one]
    beside = f" ({party})" if party and details else ""
    told = "".join(f", {one}" for one in details or filter(None, [party]))
    vague = POSSESSIVE.match(speaker.name) and not speaker.document
    named_no_further = " (named no further)" if vague else ""
    return (Strong(sentence_case(whole_name)), Text(f"{named_no_further}{beside}{told}"))


def _role(speaker: Speaker) -> str | None:
    """Return the role, marked where it is a former one; a report that "said" has none beside its name."""
    if speaker.role is None or speaker.document or speaker.role.casefold() in speaker.name.casefold():
        return None
    role = POSSESSIVE.sub("", speaker.role)
    return f"{role} (a former role)" if speaker.past else role


def _organisation(speaker: Speaker) -> str | None:
    if speaker.organisation is None:
        return None
    organisation = speaker.organisation.casefold()
    if organisation in speaker.name.casefold() or (speaker.role or "").casefold().endswith(organisation):
        return None
    return f"{speaker.organisation}{' (inferred)' if speaker.organisation_inferred else ''}"


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


def _cut(case: Case, shown: Sequence[Said], all_of: Sequence[Said]) -> Iterable[Paragraph]:
    """Say how many statements are not shown because there is a limit."""
    if len(shown) < len(all_of):
        are = "is" if len(shown) == 1 else "are"
        words = f"{sentence_case(number(len(shown)))} of {number(len(all_of))} statements {are} shown."
        rests_on = tuple(who(one.spoken) for one in all_of)
        yield Paragraph((case.references.claim(Text(words), support=rests_on),))


def _held(case: Case, held: Sequence[Said]) -> Iterable[Paragraph]:
    """Count what is held back, by reason; the support says who spoke, not the words."""
    for reason, group in held_back(held).items():
        if len(group) == 1:
            words = f"One statement is held back because it {reason}; it can be shown on request."
        else:
            count = sentence_case(number(len(group)))
            words = f"{count} statements are held back: each of them {reason}. They can be shown on request."
        rests_on = tuple(who(one.spoken) for turn in group for one in turn)
        yield Paragraph((case.references.claim(Text(words), support=rests_on),))


def who(spoken: Spoken) -> Support:
    """Point at the speaker's name, or at where the words of nobody stand; the words themselves go nowhere."""
    quotation, speaker = spoken.parts[0], spoken.speaker
    if speaker is None:
        return Support("", quotation.told.place, quotation.rule)
    return Support(speaker.name, speaker.named, quotation.rule)
