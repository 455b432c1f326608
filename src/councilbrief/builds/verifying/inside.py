"""The trace against the facts: whether what a PDF carries contradicts itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from councilbrief.briefing.change_words import OR
from councilbrief.briefing.facts import Fact, FactKind
from councilbrief.briefing.trace import Kind, Passage, sections
from councilbrief.briefing.tracing import number_of
from councilbrief.builds.verifying.stating import stating
from councilbrief.builds.verifying.verdict import Case, Finding, Key
from councilbrief.builds.verifying.wording import squeezed, without_references
from councilbrief.evidence.facts import Grade
from councilbrief.provenance import PartialDate

NAMES = {squeezed(grade.value): grade.value for grade in Grade}
WORDED = (FactKind.IMPROVEMENT, FactKind.STRENGTH, FactKind.QUOTATION)


def check_inside(case: Case) -> None:
    """Hold the facts against the words of the pages; an older PDF carries only the facts."""
    if not case.passages:
        return
    facts = case.edition.facts
    _grades(case, [one for one in facts if one.kind is FactKind.JUDGEMENT])
    _all_words(case, [one for one in facts if one.kind in WORDED])
    _speakers(case, [one for one in facts if one.kind is FactKind.QUOTATION])
    _days(case, [one for one in facts if one.kind is FactKind.INSPECTION])
    _numbers(case)


def _contradiction(case: Case, number: int | None, sentence: str, expected: str, found: str) -> None:
    page, where = case.at(number)
    case.find(Finding(Key.FACTS, sentence, page, where, None, expected, found))


def _grades(case: Case, facts: Sequence[Fact]) -> None:
    """Hold each grade in colour against its area's facts, and look for each fact's grade on the pages."""
    given: dict[str, set[str]] = {}
    for fact in facts:
        given.setdefault(squeezed(fact.label), set()).update(fact.value.split(OR))
    every = set().union(*given.values()) if given else set()
    rows = _rows(case.passages)
    for number, one in enumerate(case.passages):
        known = given.get(rows.get(number, ""), every)
        for start, end, grade in one.grades:
            said = NAMES.get(squeezed(one.text[start:end]), grade)
            if grade not in known or said != grade:
                says = (
                    f"the page shows the grade “{one.text[start:end]}”, and the facts give {_quoted(known)}"
                )
                _contradiction(case, number, says, OR.join(sorted(known)), said)
    said = squeezed(" ".join(one.text for one in case.passages))
    for fact in facts:
        if not all(squeezed(grade) in said for grade in fact.value.split(OR)):
            says = f"no page says the grade that the facts give {fact.label}: ‘{fact.value}’"
            _contradiction(case, stating(case, fact), says, fact.value, "")


def _quoted(grades: set[str]) -> str:
    return " or ".join(f"‘{one}’" for one in sorted(grades)) or "none"


def _rows(passages: Sequence[Passage]) -> dict[int, str]:
    """Give each cell of a table the words that head its row."""
    rows: dict[int, str] = {}
    head = ""
    for number, one in enumerate(passages):
        if one.kind is Kind.CELL and one.at:
            if one.at[-1] == 1:
                head = squeezed(without_references(one.text)).lstrip("0123456789")
            rows[number] = head
    return rows


def _all_words(case: Case, facts: Sequence[Fact]) -> None:
    said = squeezed(" ".join(without_references(one.text) for one in case.passages))
    for fact in facts:
        if squeezed(fact.value) not in said and not _in_parts(fact.value, said):
            says = f"no page has the words that the facts give: “{fact.value}”"
            _contradiction(case, None, says, fact.value, "")


def _in_parts(value: str, said: str) -> bool:
    """Say whether words with gaps between them stand there piece by piece."""
    return all(squeezed(piece) in said for piece in value.split("…"))


def _speakers(case: Case, facts: Sequence[Fact]) -> None:
    known = {squeezed(one.value): one for one in facts}
    for words, number in _quotations(case):
        fact, attribution = known.get(words), case.passages[number].text
        if fact is None:
            _contradiction(case, number, "the page quotes words that the facts do not give", "", attribution)
        elif not squeezed(attribution).startswith(squeezed(fact.label + fact.detail)):
            says = f"the page names “{attribution}”, and the facts give {fact.label}"
            _contradiction(case, number, says, fact.label, attribution)


def _quotations(case: Case) -> Iterator[tuple[str, int]]:
    """Yield the words of each quotation, and the passage that says whose they are."""
    numbered = zip(case.passages, sections(case.passages), range(len(case.passages)), strict=True)
    quoted = (one for one in numbered if one[0].kind in {Kind.QUOTATION, Kind.ATTRIBUTION})
    for _, group in groupby(quoted, key=lambda one: (one[1], one[0].at[:1])):
        every = tuple(group)
        words = "".join(squeezed(one.text) for one, _, _ in every if one.kind is Kind.QUOTATION)
        yield from ((words, number) for one, _, number in every if one.kind is Kind.ATTRIBUTION)


def _days(case: Case, facts: Sequence[Fact]) -> None:
    said = squeezed(" ".join(without_references(one.text) for one in case.passages))
    for fact in facts:
        days = fact.label.partition(" of ")[2]
        if fact.value and not _are_days(fact.value, days):
            says = f"the facts give an inspection as {fact.value}, and name it the {fact.label}"
            _contradiction(case, stating(case, fact), says, fact.value, fact.label)
        elif fact.value and squeezed(days) not in said:
            says = f"no page says the days of an inspection that the facts give: {days}"
            _contradiction(case, None, says, days, "")


def _are_days(value: str, days: str) -> bool:
    """Say whether words give the days of `2024-02-26/2024-03-08`."""
    try:
        parsed = [PartialDate.parse(one) for one in value.split("/")]
    except ValueError:
        return False
    told = Counter(days.split())
    return all(set(one.text().split()) <= set(told) for one in parsed)


def _numbers(case: Case) -> None:
    """Hold the numbers in words against the facts that they were known to count."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for fact in case.edition.facts:
        counts.update({(fact.kind.value, key) for key in (fact.inspection, None)})
    for number, one in enumerate(case.passages):
        for start, end, kind, inspection in one.counts:
            words = one.text[start:end]
            if number_of(words) != counts[kind, inspection]:
                says = f"the page counts “{words}”, and the facts give {counts[kind, inspection]}"
                _contradiction(case, number, says, str(counts[kind, inspection]), words)
