"""Who said the words of a quotation, as its source names them now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from councilbrief.briefing.facts import Fact, FactKind
from councilbrief.briefing.likeness import words_of
from councilbrief.briefing.sections.quotations import UNIDENTIFIED
from councilbrief.builds.verifying.sources import Found, State
from councilbrief.builds.verifying.stating import stating
from councilbrief.builds.verifying.verdict import Case, Finding, Key
from councilbrief.builds.verifying.wording import squeezed
from councilbrief.evidence.facts import Quotation, Speaker

NOBODY = frozenset({squeezed(UNIDENTIFIED)})
"""What stands in the place of a speaker whom no text names; wordings of older versions stay here."""

LEAST_LIKE = 0.6
"""So much words share that are taken for the same, with letters changed: who said them still counts."""

_POSSESSIVE = re.compile(r"^(?:our|his|her|their|its|my)\s+", re.IGNORECASE)


def check_speakers(case: Case, found: Mapping[str, Found]) -> None:
    """Hold each quotation's speaker against whom its source names."""
    for fact in case.edition.facts:
        if fact.kind is FactKind.QUOTATION:
            number = stating(case, fact)
            source = _source(case, fact, number, found)
            if source is not None and source.text is not None:
                _speaker(case, fact, number, source)


def _source(case: Case, fact: Fact, number: int | None, found: Mapping[str, Found]) -> Found | None:
    """Return the source from which the words are taken, of several versions the one that is shown."""
    taken = case.passages[number].slices if number is not None else ()
    wanted = taken[0].source if taken else next(iter(fact.sources), "")
    return found.get(wanted)


def _speaker(case: Case, fact: Fact, number: int | None, source: Found) -> None:
    same = source.state is State.SAME
    quoted = _same(fact, _quotations(source))
    page, where = case.at(number)
    told = f"{fact.label}, {fact.detail}" if fact.detail else fact.label
    if quoted is None and case.has_lost(fact):
        return
    if quoted is None:
        says = f"{source.path} is no longer read as quoting {fact.label}: “{fact.value}”"
        finding = Finding(Key.NOT_FOUND, says, page, where, source.listed.id, told)
        (case.remark if same else case.find)(finding)
        return
    wrong = tuple(_not_named(fact, quoted.speaker))
    if not wrong:
        return
    says = f"{source.path} now names {', '.join(wrong)}; the briefing names {told}"
    finding = Finding(Key.SPEAKER, says, page, where, source.listed.id, told, ", ".join(wrong))
    (case.remark if same and not _is_another(fact, quoted.speaker) else case.find)(finding)


def _quotations(source: Found) -> Sequence[Quotation]:
    return source.read.evidence.quotations if source.read and source.read.evidence else ()


def _same(fact: Fact, quotations: Sequence[Quotation]) -> Quotation | None:
    """Return the quotation whose words are those of a fact, or a part of them, or nearly the same."""
    wanted, words = squeezed(fact.value), Counter(words_of(fact.value))
    best: Quotation | None = None
    likeness = LEAST_LIKE
    for one in quotations:
        said = squeezed("".join(one.paragraphs))
        held = bool(said) and (said in wanted or wanted in said)
        share = 1.0 + len(said) if held else _share(one, words)
        if share >= likeness:
            best, likeness = one, share
    return best


def _share(one: Quotation, words: Counter[str]) -> float:
    """Say how many of the words a quotation shares, from 0 to 1."""
    own = Counter(words_of(" ".join(one.paragraphs)))
    return 2 * (own & words).total() / ((own.total() + words.total()) or 1)


def _not_named(fact: Fact, speaker: Speaker | None) -> Iterator[str]:
    """Yield what a source says of its speaker and the briefing does not."""
    told = squeezed(f"{fact.label} {fact.detail}")
    if speaker is None:
        if squeezed(fact.label) not in NOBODY:
            yield "nobody"
        return
    role = None if speaker.document or speaker.role is None else _POSSESSIVE.sub("", speaker.role)
    for one in (speaker.title, speaker.name, role, speaker.organisation, speaker.party):
        if one and squeezed(one) not in told:
            yield one


def _is_another(fact: Fact, speaker: Speaker | None) -> bool:
    """Say whether the speaker is another one: not where the briefing names nobody, or only less is known."""
    return (
        speaker is not None
        and squeezed(fact.label) not in NOBODY
        and squeezed(speaker.name) not in squeezed(fact.label)
    )
