"""What has changed since the last edition: what is new, changed or gone, and what it now rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from councilbrief.briefing.blocks import (
    Beneath,
    Block,
    Cite,
    Inline,
    ItemList,
    Statement,
    Support,
    Text,
)
from councilbrief.briefing.case import Case, Ground
from councilbrief.briefing.change_words import who
from councilbrief.briefing.facts import Fact, FactChange, FactKind, What, identity
from councilbrief.briefing.phrases import counted, listed, sentence_case
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.spec import SectionSpec
from councilbrief.provenance import PartialDate

NOUNS = {
    FactKind.JUDGEMENT: ("grade", "grades"),
    FactKind.IMPROVEMENT: ("area for improvement", "areas for improvement"),
    FactKind.STRENGTH: ("strength", "strengths"),
    FactKind.QUOTATION: ("quotation", "quotations"),
    FactKind.SOURCE: ("source", "sources"),
}
MADE = frozenset((FactKind.UNREAD, FactKind.SHOWN))
"""What changes are on how an edition was made, which rests on no source."""

GONE = {FactKind.QUOTATION: "no longer shown", FactKind.SOURCE: "no longer used"}
LISTS = frozenset((FactKind.IMPROVEMENT, FactKind.STRENGTH))
NOT_SOLVED = "That an area for improvement is no longer listed does not mean that it is solved."
REPLACED = "The lists of a newer inspection may have taken the place of those of an earlier one."
MOST_TOLD = 6
"""So many strengths, quotations or sources are told one by one; more are counted."""

Grounds = Mapping[tuple[FactKind, str | None, str], Ground]
Entry = tuple[Statement, Beneath]


def since_last_edition(case: Case, _asked: SectionSpec) -> tuple[Block, ...]:
    """Say what has changed since the edition before, that nothing has, or that there was none.

    What is new of an inspection that is new itself stands in the other sections and is only
    counted. What is gone has no source in this edition; its words are those of the one before.
    Those of quotations are not told again: they may have been withdrawn.
    """
    if case.base is None or case.base.day is None:
        return (says("There was no earlier edition to compare this one with."),)
    date = case.base.day
    before = f"the edition dated {PartialDate(date.year, date.month, date.day).text()}"
    if not case.changed:
        return (says(f"Nothing has changed since {before}."),)
    grounds = {identity(one.fact): one for one in case.stated}
    items, beneath = zip(*_entries(case, case.changed, grounds), strict=True)
    gone = {one.kind for one in case.changed if one.what is What.GONE}
    quoted = "; what is no longer listed is quoted from it" if gone & LISTS else ""
    solved = f" {NOT_SOLVED}" if FactKind.IMPROVEMENT in gone else ""
    newer = any(one.kind is FactKind.INSPECTION and one.what is What.NEW for one in case.changed)
    solved += f" {REPLACED}" if newer and gone & LISTS else ""
    return says(f"Compared with {before}{quoted}.{solved}"), ItemList(items, None, beneath)


def _entries(case: Case, changed: Sequence[FactChange], grounds: Grounds) -> Iterator[Entry]:
    """Tell the changes, those of a sort together."""
    new = {
        one.after.key for one in changed if one.kind is FactKind.INSPECTION and not one.before and one.after
    }
    within = [one for one in changed if one.after and not one.before and one.after.inspection in new]
    for _, group in groupby((one for one in changed if one not in within), key=_sort):
        alike = tuple(group)
        if len(alike) > 1 and alike[0].kind in NOUNS and _may_be_together(alike[0]):
            yield _together(case, alike, grounds)
            continue
        for one in alike:
            of = [each for each in within if _is_of(each, one)]
            yield _with(case, one, of, grounds) if of else _told(case, one, grounds)


def _sort(one: FactChange) -> tuple[FactKind, What, str | None]:
    fact = one.after or one.before
    return one.kind, one.what, fact.inspection if fact else None


def _may_be_together(one: FactChange) -> bool:
    """Say whether a list can hold what became of such facts; a change or a grade needs its own sentence."""
    return one.kind is not FactKind.JUDGEMENT and one.what is not What.CHANGED


def _is_of(one: FactChange, inspection: FactChange) -> bool:
    told, of = one.after, inspection.after
    return bool(told and of and inspection.kind is FactKind.INSPECTION and told.inspection == of.key)


def _told(case: Case, one: FactChange, grounds: Grounds) -> Entry:
    """Tell one change, in the words of the sources as far as they still stand there."""
    if one.after is None or one.kind in MADE:
        return Statement((Text(one.sentence),)), Beneath()
    if one.kind is FactKind.SOURCE:
        return Statement((Text(one.sentence), _cited(case, (one,)))), Beneath()
    ground = grounds[identity(one.after)]
    inlines = _inlines(one.sentence, one.after, ground)
    if one.kind is FactKind.QUOTATION and one.before is None:
        inlines = (Text(f"A quotation has been added: {who(one.after)}."),)
    return case.references.claim(*inlines, support=ground.support), Beneath()


def _inlines(sentence: str, fact: Fact, ground: Ground) -> Iterable[Inline]:
    """Put the slices of the sources in the place of their words in a sentence."""
    opening, mark, rest = sentence.partition(f"“{fact.value}”")
    if not mark or not ground.inlines:
        return (Text(sentence),)
    return (Text(f"{opening}“"), *ground.inlines, Text(f"”{rest}"))


def _with(case: Case, inspection: FactChange, of: Sequence[FactChange], grounds: Grounds) -> Entry:
    """Tell of a new inspection, and how much is new with it."""
    kinds = [(kind, sum(one.kind is kind for one in of)) for kind in NOUNS]
    parts = listed([counted(count, *NOUNS[kind]) for kind, count in kinds if count])
    words = f"{inspection.sentence.removesuffix('.')}, with {parts}."
    return case.references.claim(Text(words), support=_support((inspection, *of), grounds)), Beneath()


def _together(case: Case, alike: Sequence[FactChange], grounds: Grounds) -> Entry:
    """Tell several changes of one sort as a list; what may be many is only counted."""
    one = alike[0]
    new = one.after is not None
    what = "been added" if new else GONE.get(one.kind, "no longer listed")
    words = f"{sentence_case(counted(len(alike), *NOUNS[one.kind]))} {'have' if new else 'are'} {what}"
    words += f" ({one.of})" if one.of else ""
    rests_on = _support(alike, grounds)
    if len(alike) > MOST_TOLD and one.kind is not FactKind.IMPROVEMENT:
        return Statement((Text(f"{words}."), *([_cited(case, alike)] if new else [])), rests_on), Beneath()
    points = tuple(_point(case, each, grounds) for each in alike)
    return Statement((Text(f"{words}:"),), rests_on), Beneath(points)


def _point(case: Case, one: FactChange, grounds: Grounds) -> Statement:
    """Set what is new, or the words of what is gone."""
    fact = one.after or one.before
    if fact is None:
        return Statement(())
    ground = grounds.get(identity(fact)) if one.after else None
    cite = (_cited(case, (one,)),) if one.after else ()
    match fact.kind:
        case FactKind.SOURCE:
            return Statement((Text(fact.label), *cite))
        case FactKind.QUOTATION:
            return Statement((Text(who(fact)), *cite))
        case _:
            inlines = ground.inlines if ground else (Text(fact.value),)
            return Statement((Text("“"), *inlines, Text("”"), *cite))


def _cited(case: Case, every: Iterable[FactChange]) -> Cite:
    """Return the references to the sources of what is new or changed."""
    facts = [one.after for one in every if one.after]
    return Cite(tuple(sorted({case.numbers[id_] for fact in facts for id_ in fact.sources})))


def _support(every: Iterable[FactChange], grounds: Grounds) -> tuple[Support, ...]:
    found = (grounds.get(identity(one.after)) for one in every if one.after)
    return tuple(dict.fromkeys(support for ground in found if ground for support in ground.support))
