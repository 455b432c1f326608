"""What the pages of a briefing state, as facts: those of the sections that its spec asks for, no others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from councilbrief.briefing.blocks import Inline, Slice, Support, Text, inline_text
from councilbrief.briefing.case import Case, Ground, days_of, name
from councilbrief.briefing.change_words import OR
from councilbrief.briefing.choice import chosen
from councilbrief.briefing.compared import not_found_before
from councilbrief.briefing.facts import Fact, FactKind, Listed, identity
from councilbrief.briefing.findings import Item, improvements_of, strengths_of
from councilbrief.briefing.frames import framework_name, visit_noun
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.likeness import words_of
from councilbrief.briefing.sections.by_inspection import Part, parts
from councilbrief.briefing.sections.improvements import GROUPS
from councilbrief.briefing.sections.quotations import by
from councilbrief.briefing.sections.sources import entry
from councilbrief.briefing.sections.strengths import shown
from councilbrief.briefing.since_last import SinceLast, quoted, since_last
from councilbrief.briefing.slices import closed, support
from councilbrief.briefing.spec import SECTION_OPTIONS, SectionKey, SectionSpec
from councilbrief.briefing.stated_grades import SECTIONS, Graded, graded
from councilbrief.briefing.statements import Said
from councilbrief.briefing.summary import FEW
from councilbrief.briefing.tellings import told
from councilbrief.evidence.facts import Grade
from councilbrief.provenance import STATED

STATING = frozenset(SECTIONS) | {SectionKey.STRENGTHS, SectionKey.IMPROVEMENTS, SectionKey.QUOTATIONS}
"""The sections that state facts."""

KEY_LENGTH = 16
"""Hexadecimal figures of a key made from words: enough for billions of them."""


def stated(case: Case) -> tuple[Ground, ...]:
    """Return the facts that the sections state, each once, with the words and places behind it.

    Areas for improvement and strengths that stand in a quotation are facts all the same, as
    the page counts them. What is only counted, remarked or warned of is none. Two sorts more
    explain the rest: which documents could not be read, and what the sections show.
    """
    keys = _keys(case.records)
    every = tuple(
        chain(
            (_judgement(one, keys) for one in graded(case)),
            _improvements(case, keys),
            _strengths(case, keys),
            _quotations(case),
        )
    )
    of = {one.fact.inspection for one in every} - {None}
    named = (one for one in case.records if keys[id(one)] in of or _is_told(case, one))
    kept: dict[object, Ground] = {}
    for one in (*(_inspection(case, record, keys) for record in named), *every, *_made(case)):
        kept.setdefault(identity(one.fact), one)
    return tuple(kept.values())


def _made(case: Case) -> Iterator[Ground]:
    """Give the documents that could not be read, and the sections with what limits them."""
    for one in case.unread:
        yield Ground(Fact(FactKind.UNREAD, _clean(one.file or one.message), ""), (), ())
    value = "; ".join(_limited(one) for key, one in sorted(case.asked.items()) if key in STATING)
    yield Ground(Fact(FactKind.SHOWN, "sections", value), (), ())


def _limited(asked: SectionSpec) -> str:
    """Write a section with its options: `strengths limit=6 history=False`."""
    options = (f"{name}={getattr(asked, name)}" for name in SECTION_OPTIONS[asked.key])
    return " ".join((asked.key.value, *options))


def listed_sources(case: Case) -> tuple[Listed, ...]:
    """Return the sources as the briefing lists them, but for the pages that it refers to."""
    return tuple(
        Listed(number, _clean(source.id), source.sha256, entry(source).text)
        for number, source in enumerate(case.references.sources, start=1)
    )


def _is_told(case: Case, record: Record) -> bool:
    """Say whether a section names an inspection though it states nothing else of it."""
    if SectionKey.INSPECTIONS in case.asked:
        return True
    since = case.since if len(case.since) <= FEW else ()
    named = (case.main, *since, *not_found_before(case))
    return SectionKey.AT_A_GLANCE in case.asked and any(record is one for one in named)


def _keys(records: Sequence[Record]) -> Mapping[int, str]:
    """Give each inspection its key: the first day as far as known, and what kind of visit it was."""
    keys: dict[int, str] = {}
    for record in records:
        noun = visit_noun(record.framework).replace(" ", "-")
        key = base = f"{_interval(record).partition('/')[0] or 'undated'}-{noun}"
        number = 1
        while key in keys.values():
            number += 1
            key = f"{base}-{number}"
        keys[id(record)] = key
    return keys


def _interval(record: Record) -> str:
    """Write the days as ISO has them: `2024-02-26/2024-03-08`, `2019-03`, or nothing."""
    days = days_of(record) or ()
    return "/".join(dict.fromkeys(day.iso() for day in days if day))


def _inspection(case: Case, record: Record, keys: Mapping[int, str]) -> Ground:
    telling, rests_on = record.framework_telling, told(record.tellings)
    guessed = any(day and not day.is_stated for day in (record.start, record.end))
    doubts = ["dates inferred"] if guessed else []
    named = framework_name(record.framework)
    if named and telling:
        sure = telling.inspection.framework_basis == STATED
        doubts.insert(0, named if sure else f"{named} (inferred)")
    fact = Fact(
        FactKind.INSPECTION,
        keys[id(record)],
        _interval(record),
        name(record),
        "; ".join(doubts),
        sources=_ids(case, rests_on),
    )
    return Ground(fact, (), rests_on)


def _judgement(one: Graded, keys: Mapping[int, str]) -> Ground:
    given = one.given
    believed = given.believed or given.others
    grade = given.grade.value if given.grade else OR.join(_in_order(x.judgement.grade for x in believed))
    others = _in_order(x.judgement.grade for x in given.others) if given.grade else []
    fact = Fact(
        FactKind.JUDGEMENT,
        given.area.value,
        grade,
        one.label,
        f"another source says {' or '.join(others)}" if others else "",
        keys[id(one.record)],
        tuple(dict.fromkeys(_clean(x.source.id) for x in believed)),
    )
    return Ground(fact, (), tuple(x.support for x in believed))


def _in_order(grades: Iterable[Grade]) -> list[str]:
    found = set(grades)
    return [grade.value for grade in Grade if grade in found]


def _improvements(case: Case, keys: Mapping[int, str]) -> Iterator[Ground]:
    asked = case.asked.get(SectionKey.IMPROVEMENTS)
    if asked is None:
        return
    found = parts(case, improvements_of, history=bool(asked.history))
    for part in found:
        for item in (*part.items, *part.also):
            yield _finding(case, FactKind.IMPROVEMENT, item, _key(part, keys))
        yield from _among_quotations(case, FactKind.IMPROVEMENT, part, keys)
    main = next((part for part in found if part.main), None)
    last = since_last(case, main.items) if asked.recurring and main else None
    if last:
        yield from _earlier(case, last, asked, keys)


def _earlier(case: Case, last: SinceLast, asked: SectionSpec, keys: Mapping[int, str]) -> Iterator[Ground]:
    """Give the areas of the list before that stand beside those of the newest."""
    key = keys[id(last.record)]
    for match in last.matches.values():
        item = last.then[match.before]
        inlines = quoted(item, match.point)[1:-1]
        value = "".join(map(inline_text, inlines))
        yield Ground(_found(case, FactKind.IMPROVEMENT, item, value, key), inlines, item.support[:1])
    if last.lists_dropped and not asked.history:
        for item in last.dropped:
            yield _finding(case, FactKind.IMPROVEMENT, item, key)


def _strengths(case: Case, keys: Mapping[int, str]) -> Iterator[Ground]:
    asked = case.asked.get(SectionKey.STRENGTHS)
    for part in parts(case, strengths_of, history=bool(asked.history)) if asked else ():
        for item in chain(*shown(part, asked.limit if asked else None)):
            yield _finding(case, FactKind.STRENGTH, item, _key(part, keys))
        yield from _among_quotations(case, FactKind.STRENGTH, part, keys)


def _key(part: Part, keys: Mapping[int, str]) -> str | None:
    return keys[id(part.record)] if part.record else None


def _finding(case: Case, kind: FactKind, item: Item, inspection: str | None) -> Ground:
    """Give a finding in the words that are printed."""
    inlines = _spaced(closed(item.printed))
    value = "".join(map(inline_text, inlines))
    return Ground(_found(case, kind, item, value, inspection), inlines, item.support)


def _among_quotations(case: Case, kind: FactKind, part: Part, keys: Mapping[int, str]) -> Iterator[Ground]:
    """Give the findings that stand in a quotation, in the words that it holds."""
    for item in part.quoted:
        inlines = _spaced(closed(item.finding.told))
        value = "".join(map(inline_text, inlines))
        yield Ground(_found(case, kind, item, value, _key(part, keys)), inlines, item.support)


def _found(case: Case, kind: FactKind, item: Item, value: str, inspection: str | None) -> Fact:
    group = item.finding.group
    return Fact(
        kind,
        _digest(item.finding.told.words),
        value,
        detail=GROUPS.get(group, group) if group else "",
        inspection=inspection,
        sources=_ids(case, item.support),
    )


def _quotations(case: Case) -> Iterator[Ground]:
    asked = case.asked.get(SectionKey.QUOTATIONS)
    yield from (_quotation(case, one) for one in (chosen(case, asked).shown if asked else ()))


def _quotation(case: Case, one: Said) -> Ground:
    who, *more = by(one.spoken.speaker)
    inlines = _spaced(piece for part in one.spoken.parts for piece in closed(part.told))
    rests_on = tuple(support(part.told, part.rule) for version in one.versions for part in version.parts)
    words = "".join(map(inline_text, inlines))
    fact = Fact(
        FactKind.QUOTATION,
        _digest(words),
        words,
        inline_text(who),
        "".join(map(inline_text, more)).strip(" ,"),
        sources=_ids(case, rests_on),
    )
    return Ground(fact, inlines, rests_on)


def _spaced(slices: Iterable[Slice]) -> tuple[Inline, ...]:
    """Set slices one after the other, with spaces of our own between them."""
    inlines: list[Inline] = []
    for piece in slices:
        inlines += [*([Text(" ")] if inlines else []), piece]
    return tuple(inlines)


def _digest(words: str) -> str:
    """Return the key of words: the same whatever their case, marks and articles."""
    return hashlib.sha256(" ".join(words_of(words)).encode()).hexdigest()[:KEY_LENGTH]


def _ids(case: Case, rests_on: Iterable[Support]) -> tuple[str, ...]:
    """Return the ids of the sources, in the order of their numbers."""
    found = sorted({one.place.source for one in rests_on}, key=case.references.numbers.__getitem__)
    return tuple(map(_clean, found))


def _clean(id_: str) -> str:
    """Return an id as JSON can hold it: the name of a file may be no text."""
    return id_.encode("utf-8", "replace").decode()
