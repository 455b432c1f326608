"""The facts of a briefing against those of its sources as they are found anew: by value, never by phrase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from councilbrief.briefing.case import open_case
from councilbrief.briefing.comparing import changes
from councilbrief.briefing.facts import Base, Edition, Fact, FactChange, FactKind, What
from councilbrief.briefing.spec import SectionKey, SectionSpec, Sources, Spec
from councilbrief.briefing.stated import stated
from councilbrief.briefing.trace import OwnPhrases
from councilbrief.briefing.tracing import number_of
from councilbrief.builds.verifying.sources import Found, State
from councilbrief.builds.verifying.speakers import check_speakers
from councilbrief.builds.verifying.stating import stating
from councilbrief.builds.verifying.verdict import Case, Checked, Finding, Key
from councilbrief.evidence.councils.register import Resolved, register
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.words import own

S = SectionKey
EVERYTHING = (
    SectionSpec(key=S.AT_A_GLANCE),
    SectionSpec(key=S.JUDGEMENTS, history=True),
    SectionSpec(key=S.STRENGTHS, limit=None, history=True),
    SectionSpec(key=S.IMPROVEMENTS, history=True, recurring=True),
    SectionSpec(key=S.QUOTATIONS, limit=None, history=True, sensitive="show"),
    SectionSpec(key=S.DIFFERENCES, history=True),
    SectionSpec(key=S.INSPECTIONS),
)
"""All that a briefing can state of its sources, so that none of its own choices counts."""

LISTED = frozenset({FactKind.IMPROVEMENT, FactKind.STRENGTH})
KEYS = {FactKind.JUDGEMENT: Key.GRADE, FactKind.INSPECTION: Key.DATES}
COUNTED = {FactKind.JUDGEMENT: Checked.GRADES, FactKind.INSPECTION: Checked.INSPECTIONS}


def check_values(case: Case, found: Mapping[str, Found]) -> None:
    """Gather the facts of the sources anew, and hold those of the PDF against them."""
    untold = [one.path for one in found.values() if not one.told]
    if untold:
        paths = ", ".join(untold)
        says = f"grades, dates and speakers are not checked: what is told of {paths} can't be read"
        case.remark(Finding(Key.UNCHECKED, says))
        return
    made_with = case.edition.traced.phrases if case.edition.traced else None
    if (made_with.sha256 if made_with else "") != own.digest():
        case.remark(Finding(Key.UNCHECKED, _other_phrases(made_with)))
        return
    evidence = {key: one.read.evidence for key, one in found.items() if one.read and one.read.evidence}
    _published(case, evidence)
    check_speakers(case, found)
    now = _anew(case.edition, tuple(evidence.values()))
    if now is None:
        case.remark(
            Finding(Key.UNCHECKED, f"the register knows no council “{case.edition.council}” any more")
        )
        return
    told = {id(one.before): one for one in changes(case.edition, Base(facts=now)) if one.before}
    for fact in case.edition.facts:
        _fact(case, fact, told.get(id(fact)), found)
    _numbers(case, now, found)


def _other_phrases(made_with: OwnPhrases | None) -> str:
    """Say with which phrases of a user's own the sources must be read to be compared."""
    unchecked = "grades, dates and speakers are not checked: the briefing was made"
    if made_with is None:
        return f"{unchecked} without phrases of one's own; leave out --words"
    named = f"{made_with.file} (SHA-256 {made_with.sha256})"
    return f"{unchecked} with the phrases of {named}; give that file with --words"


def _anew(edition: Edition, evidence: Sequence[Evidence]) -> tuple[Fact, ...] | None:
    """Return all facts that sources state on the council; None where no register knows it."""
    resolved = register().resolve(edition.council)
    if not isinstance(resolved, Resolved):
        return None
    wanted = Sources(library=("-",), councils=tuple(sorted(_councils(evidence, resolved.council.short))))
    spec = Spec(version=1, council=edition.council, sources=wanted, sections=EVERYTHING)
    return tuple(one.fact for one in stated(open_case(spec, resolved.council, evidence, ())))


def _councils(evidence: Sequence[Evidence], own: str) -> Iterator[str]:
    """Name the councils that the sources are about: a spec may have asked for those of others."""
    yield own
    for one in evidence:
        codes = (one.council, *one.inspected)
        yield from (register()[code].short for code in codes if code and register()[code].short != own)


def _fact(case: Case, fact: Fact, change: FactChange | None, found: Mapping[str, Found]) -> None:
    """Say what became of a fact; one whose source is gone can't be checked, and that has been told."""
    sources = [found[one] for one in fact.sources if one in found]
    if any(one.text is None for one in sources):
        return
    altered = any(one.state is State.ALTERED for one in sources)
    if fact.kind in KEYS:
        _value(case, fact, change, altered=altered)
    elif fact.kind in LISTED and change and change.what is What.GONE and not case.has_lost(fact):
        page, where = case.at(stating(case, fact))
        says = f"the sources are no longer read so that this is one of the {fact.kind.value}s: “{fact.value}”"
        case.remark(Finding(Key.NOT_FOUND, says, page, where, None, fact.value))


def _value(case: Case, fact: Fact, change: FactChange | None, *, altered: bool) -> None:
    if change is None or (change.after and change.after.value == fact.value):
        case.checked[COUNTED[fact.kind]] += 1
        return
    page, where = case.at(stating(case, fact))
    now = change.after.value if change.after else ""
    of = f" ({change.of})" if change.of else ""
    what = "grade" if fact.kind is FactKind.JUDGEMENT else "days"
    found = f"the sources now give {now}" if now else "the sources no longer give any"
    if not altered:
        found += ", as this version reads them"
    says = f"{fact.label}{of}: the {what} in the briefing: {fact.value}; {found}"
    finding = Finding(KEYS[fact.kind], says, page, where, None, fact.value, now)
    if now or altered:
        case.find(finding)
    else:
        case.remark(finding)


def _published(case: Case, evidence: Mapping[str, Evidence]) -> None:
    """Hold the day on which each source was published against the list of sources."""
    for listed in case.edition.sources:
        one = evidence.get(listed.id)
        date = one.source.published if one else None
        if date is None or date.value.text() in listed.described:
            continue
        page, where = case.at(case.entry(listed))
        says = f"it is now dated {date.value.text()}; the briefing says: {listed.described}"
        told = {"expected": listed.described, "found": date.value.text()}
        case.find(Finding(Key.PUBLISHED, says, page, where, listed.id, **told))


def _numbers(case: Case, now: Sequence[Fact], found: Mapping[str, Found]) -> None:
    """Hold the numbers in words against the facts that the sources now state of the inspection."""
    if any(one.text is None for one in found.values()):
        return
    altered = any(one.state is State.ALTERED for one in found.values())
    counts = Counter((one.kind.value, one.inspection) for one in now)
    for number, one in enumerate(case.passages):
        for start, end, kind, inspection in one.counts:
            words, count = one.text[start:end], counts[kind, inspection]
            if inspection is None or number_of(words) == count:
                case.checked[Checked.NUMBERS] += 1
                continue
            page, where = case.at(number)
            says = f"the page counts “{words}”; the sources now name {count}"
            finding = Finding(Key.NUMBER, says, page, where, None, words, str(count))
            (case.find if altered else case.remark)(finding)
