"""The sentences on what changed between two editions: fixed phrases, filled with what the facts say."""

from __future__ import annotations

from councilbrief.briefing.facts import Fact, FactKind
from councilbrief.briefing.phrases import sentence_case, with_article

NOUNS = {
    FactKind.IMPROVEMENT: "area for improvement",
    FactKind.STRENGTH: "strength",
    FactKind.QUOTATION: "quotation",
}
SHOWN = (
    "This edition has other sections, or other limits to them, than the one before: "
    "something may be new or gone for that reason alone."
)
OR = " or "
"""Stands between the grades of an area that sources dispute."""

UNDATED = "an inspection that no source names"


def sentence(before: Fact | None, after: Fact | None, inspection: str = "") -> str:
    """Say in a sentence what became of a fact; `inspection` names the one that it belongs to.

    >>> sentence(None, Fact(FactKind.IMPROVEMENT, "k", "the pace of change"), "inspection of March 2019")
    'An area for improvement has been added (inspection of March 2019): “the pace of change”.'
    """
    if before is None and after is None:
        return ""
    match _one(after, before).kind:
        case FactKind.UNREAD:
            said = _unread(before, after)
        case FactKind.SHOWN:
            said = SHOWN
        case FactKind.INSPECTION:
            said = _inspection(before, after)
        case FactKind.JUDGEMENT:
            said = _judgement(before, after, f"the {inspection}" if inspection else UNDATED)
        case FactKind.SOURCE:
            said = _source(before, after)
        case FactKind.QUOTATION:
            said = _quotation(before, after)
        case _:
            said = _finding(before, after, f" ({inspection})" if inspection else "")
    return said


def _unread(before: Fact | None, after: Fact | None) -> str:
    file = _one(before, after).key
    if after is None:
        return f"A document that could not be read has now been read, or is no longer there: {file}."
    return f"A document could not be read this time: {file}. What only that one says is missing here."


def closing(words: str) -> str:
    """Put words in quotation marks at the end of a sentence; a full stop of their own ends it."""
    return f"“{words}”" if words.endswith((".", "!", "?", "…")) else f"“{words}”."


def _inspection(before: Fact | None, after: Fact | None) -> str:
    if before is None or after is None:
        told = "has been added" if before is None else "is no longer mentioned"
        return sentence_case(f"the {_one(before, after).label} {told}.")
    if before.value != after.value:
        return sentence_case(f"the {before.label} is now given as the {after.label}.")
    if not after.detail:
        return f"The {after.label} is no longer described as {closing(before.detail)}"
    was = f"”; before, it was described as {closing(before.detail)}" if before.detail else "”."
    return f"The {after.label} is now described as “{after.detail}{was}"


def _judgement(before: Fact | None, after: Fact | None, inspection: str) -> str:
    area = f"{_one(before, after).label} at {inspection}"
    if before is None or after is None:
        grade = _given(_one(before, after))
        if before is None:
            return sentence_case(f"{area}: a grade has been added, {grade}.")
        return sentence_case(f"{area}: the grade is no longer stated here; before, it was given as {grade}.")
    if before.value != after.value:
        now, was = _given(after), _given(before)
        return sentence_case(f"{area}: the grade is now given as {now}; before, it was given as {was}.")
    said = f"{after.detail}, which was not so before" if after.detail else f"no longer so: {before.detail}"
    return sentence_case(f"{area}: the grade is still ‘{after.value}’; {said}.")


def _given(fact: Fact) -> str:
    """Quote a grade, or all that sources dispute: `‘good’ or ‘inadequate’ (the sources differ)`."""
    quoted = OR.join(f"‘{grade}’" for grade in fact.value.split(OR))
    return f"{quoted} (the sources differ)" if OR in fact.value else quoted


def _finding(before: Fact | None, after: Fact | None, of: str) -> str:
    noun = NOUNS[_one(before, after).kind]
    if before is None:
        return f"{sentence_case(with_article(noun))} has been added{of}: {closing(_one(after).value)}"
    if after is None:
        return f"{sentence_case(with_article(noun))} is no longer listed{of}: {closing(before.value)}"
    if before.value != after.value:
        was = f"before, it was {closing(before.value)}"
        return f"{sentence_case(with_article(noun))} is worded differently{of}: “{after.value}”; {was}"
    where = f"now listed under “{after.detail}”" if after.detail else f"no longer under “{before.detail}”"
    return f"{sentence_case(with_article(noun))} is {where}{of}: {closing(after.value)}"


def _quotation(before: Fact | None, after: Fact | None) -> str:
    if before is None:
        return f"A quotation has been added: {who(_one(after))}: {closing(_one(after).value)}"
    if after is None:
        words = f": {closing(before.value)}" if before.value else "."
        return f"A quotation is no longer shown: {who(before)}{words}"
    if before.value and before.value != after.value:
        was = f"before, it was {closing(before.value)}"
        return f"A quotation is given differently: {who(after)}: “{after.value}”; {was}"
    now = f"A quotation is now attributed to {who(after)}; before, it was attributed to {who(before)}"
    return f"{now}: {closing(after.value)}"


def who(fact: Fact) -> str:
    """Name the speaker of a quotation, with party, role and organisation."""
    between = " " if fact.detail.startswith("(") else ", "
    return f"{fact.label}{between}{fact.detail}" if fact.detail else fact.label


def _source(before: Fact | None, after: Fact | None) -> str:
    if before is None:
        return f"A source has been added: {_described(after)}"
    if after is None:
        return f"A source is no longer used: {_described(before)}"
    if before.value != after.value:
        told = f"The file of a source changed: {_described(after)}"
        return told if before.label == after.label else f"{told} Before: {_described(before)}"
    return f"A source is described differently: {_described(after)} Before: {_described(before)}"


def _described(fact: Fact | None) -> str:
    """Return a source's entry, which ends with a full stop or an address."""
    return fact.label if fact else ""


def _one(*facts: Fact | None) -> Fact:
    """Return the first that is there."""
    return next(fact for fact in facts if fact)
