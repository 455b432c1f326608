"""Pairs: which areas each grade of a passage goes to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import AreaMention, Sort
from councilbrief.evidence.judgements.grades import GradeMention
from councilbrief.evidence.judgements.nearby import (
    DOES,
    SETS,
    behind,
    but_behind,
    contests,
    described,
    graded,
    is_inverted,
    joined,
    left_out,
    listed,
    main_clause,
)
from councilbrief.evidence.judgements.ordered import in_order, without
from councilbrief.evidence.judgements.passages import EXCEPTION, SAME, SO, Passage

OVERALL_AFTER = re.compile(
    r"[’'”\"]?(?:,? (?:\w+ )?| (?:is|was) (?:also )?(?:the|its|their|ofsted[’']s) )overall\b", re.IGNORECASE
)
"""`overall` behind a grade."""

# the grade, and then ` for `, ` in `, `: `, but not ` – so you can see how fast …`
_FOR = re.compile(
    r"^(?![^.;]{0,60} [–—-] (?:so|and|as|since|but|you|we|it|they|I|this|that)\b)"
    r"[^.;]{0,60}?\b(?:for|in|to|on|of|against|were|was|across|over|including"
    r"|among (?:them|these|which))\b"
    r"|^[^.;]{0,20}:|^ ?$|^[’'”\"]? under $|^[’'”\"]? as (?:the|its|an?) $"
    r"|^ includ(?:e|ed|es) (?:the |its )?$|^ overall,? "
    r"|^[’'”»\"]? (?:rating|grade|mark|judgement|verdict)s? $"
)
_ONLY_FOR = re.compile(
    r"^[’'”\")]?s? (?:(?:rating|grade|mark|judgement) )?(?:overall )?(?:as well as |too )?for "
)
# `good (leaders)`
_BRACKET = re.compile(r"[’'”»\")]? ?\((?:for )?(?:the |its )?")
# `a good rating for the whole `
_TO_WHOLE = re.compile(
    r"[’'”»\")]*(?: (?:rating|grade|mark|judgement|verdict|score))?(?: overall)?"
    r"(?:,? (?:for|to|across|in|on|of|as))+(?: \w+){0,2} "
)
# `the inadequate rating given to its `
_GIVEN_TO = re.compile(
    r"[’'”»\")]*(?: [\w’']+)? (?:rating|grade|mark|judgement|verdict|score) (?:that was |which was )?"
    r"(?:given|handed|awarded) to (?:\w+ ){0,2}",
    re.IGNORECASE,
)
# `Two are also good` before `the impact of leaders and …`
_GRADED_THE_SAME = re.compile(r"(?:graded|rated|judged) the same", re.IGNORECASE)
_COLON = re.compile(
    r"[’'”\"]?(?: (?:assessment|rating|grade|mark)s?)?(?: overall)?(?: as well| too| again| also)?:"
    r" (?:(?:the|its|our|their) )?(?:experiences of )?",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"[’'”\"]?,? \(?(?:which|where) (?:(?:it|they|inspectors|ofsted) )?(?:\w+ )?"
    r"(?:is|are|was|were|remains?|got|received|found|rated|judged|graded|deemed|considered)\b"
    r"|,? (?:and|but) (?:even )?(?:that|this|it)(?:[’']s| is| was)\b"
)
# `care leavers, which was rated inadequate, ` and then ` has improved`
_SINCE_THEN = re.compile(r"^[^–—;]*\b(?:ha[sd]|have|is|are|now|since|before|until|\w+ago)\b", re.IGNORECASE)
# `children in care` and ` are`: the subject of what follows
_IS = re.compile(
    r"[’'”»\"]?,? (?:(?:both|all|also|each|still) )?(?:is|are|was|were|remains?|g[eo]ts?|received"
    r"|(?:has|have|had) (?:now |all |also |both )?been|as(?! well as\b)|to be)\b"
    r"|[’'”»\"]?: "
)
# `good overall, leadership ` before `slipped to `: the next grade is its own
_MOVES = re.compile(
    r"[’'”»\"]? (?:\w+ly |has |have |had |was |were |is |are )?(?:slipped|fell|fallen|dropped|rose|risen"
    r"|moved|went|gone|came|improved|declined|stayed|kept|lags?|remains?|remained|requires?|got|gets)\b"
)
# `two ‘good’ – ` before which two
_COUNTED = re.compile(r"\b(?:one|two|three|four)(?: [\w-]+){0,14} ?[‘'“\"]?$", re.IGNORECASE)
_DASH = re.compile(r"[’”'\"]?(?: (?:as well|too|also))? [–—-] (?:(?:the|its|our|their) )?")
_LEAD, _FAR = 60, 120
_MARKS = " ‘“«'\"("
_ROW = re.compile(r"[’'”»\"]?(?:, (?:and )?| and | & )(?:the |its |their )?")
# `from requires improvement to good for leadership`
_TO = re.compile(r"[’'”\"]? (?:to|into) (?:an? |be )?[‘'“\"]?")
# `since a previous ` before a grade: that of the whole
_ONE_BEFORE = re.compile(
    r"\b(?:since|after|from|following) (?:an?|its|the|their) (?:previous|earlier|prior|last) $"
)


# `in four areas, it has ` before `shaken off its inadequate rating`, behind another grade
_IT_HAS = re.compile(r", (?:it|they|we) (?:has|have|had|is|was|are|were)\b")
# `overall` before ` verdict of ` and the next grade
_OVERALL_GRADE = re.compile(
    r" (?:verdict|grade|rating|judge?ment|mark|score)(?:,| of| as|:)? ?(?:an? )?[‘“«'\"]?", re.IGNORECASE
)
# `, and in respect of ` before the area that the next grade is given to
_AS_FOR = re.compile(
    r"\b(?:and|but|while|whereas),? (?:in respect of|with regard to|regarding|as for|as to|when it came to"
    r"|on|for|in) (?:the |its |their )?$"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A grade and the areas that it is given to, with the rule that paired them.

    `side`: the words before it name an area, but only tell of one side of that.
    """

    grade: GradeMention
    named: tuple[AreaMention, ...]
    rule: str
    whole_before: bool = False
    excepted: tuple[AreaMention, ...] = ()
    side: bool = False


def pairs(text: str, passage: Passage) -> Iterator[Pair]:
    """Pair the grades of a clause with its areas; none of those whose order stays open."""
    ordered = in_order(text, passage)
    if any(area is None for _, area in ordered):
        return
    yield from (Pair(grade, (area,), "area-then-grade") for grade, area in ordered if area)
    yield from _beside(text, without(passage, ordered))


def _beside(text: str, passage: Passage) -> Iterator[Pair]:
    """Pair the grades of a clause with the areas that stand before or after each."""
    start = passage.clause.span.start
    edge = start if not passage.grades else main_clause(text, start, passage.grades[0])
    last = passage.subject
    kept: tuple[AreaMention, ...] = ()
    out: tuple[AreaMention, ...] = ()
    passed: tuple[AreaMention, ...] = ()
    for given, stop in zip(passage.grades, _stops(text, passage), strict=True):
        grade = given
        around = _between(passage.areas, edge, grade.span.start)
        before = kept or graded(text, start, around)
        side = any(map(_is_specific, around)) and not any(map(_is_specific, before))
        before = _not_parted(text, before, grade, goes_on=edge > start)
        if _ONE_BEFORE.search(text, edge, grade.span.start):
            before = last = ()
        if not kept:
            before, out = left_out(text, before, edge)
        if out and not kept and _WHICH.match(text, out[-1].span.end, grade.span.start):
            yield Pair(replace(grade, left=False), out, "area-then-grade")
            kept, edge = before, grade.span.end
            continue
        after = tuple(a for a in _between(passage.areas, grade.span.end, stop) if a.sort is not Sort.NONE)
        after = behind(text, grade, after, stop)
        after = _own(text, after, stop) if stop < passage.clause.span.end else after
        if any(mention.sort is Sort.NONE for mention in before):
            return
        so = SO.search(text, grade.span.end, stop) or SAME.search(text, grade.span.end, stop)
        likewise = tuple(a for a in after if so and a.span.start >= so.end())
        if so and _GRADED_THE_SAME.match(so[0]):
            likewise = tuple(a for a in after if a.span.end <= so.start())
        but = EXCEPTION.search(text, grade.span.end, stop) or but_behind(text, after)
        excepted = tuple(a for a in after if but and a.span.start >= but.end() and a not in likewise) + out
        meant = tuple(a for a in after if a not in likewise and a not in excepted)
        which = before and _WHICH.match(text, before[-1].span.end, grade.span.start)
        if which and (before == passed or (_is_specific(before[-1]) and _ends(text, passage, grade))):
            grade = replace(grade, left=False)
        passed = excepted
        inverted = bool(meant) and is_inverted(text, start, grade, meant[0])
        named, rule = (meant, "grade-for-area") if inverted else _named(text, grade, before, meant, last)
        yield Pair(grade, named, rule, has_whole(before), excepted, side=side)
        overall = OVERALL_AFTER.match(text, grade.span.end, stop)
        edge, last = overall.end() if overall else grade.span.end, excepted or named or last
        kept = out = ()
        if rule == "grade-for-area":
            edge = named[-1].span.end
        if likewise:
            yield Pair(grade, likewise, "likewise")
            edge = likewise[-1].span.end


def _not_parted(
    text: str, before: tuple[AreaMention, ...], grade: GradeMention, *, goes_on: bool
) -> tuple[AreaMention, ...]:
    """Leave out areas that contest a grade, or belong to the one before: "in four areas, it has shed"."""
    if goes_on and before and _IT_HAS.search(text, before[-1].span.end, grade.span.start):
        return ()
    return tuple(area for area in before if not contests(text, area, grade))


def _own(text: str, after: tuple[AreaMention, ...], stop: int) -> tuple[AreaMention, ...]:
    """Leave out the areas that are the subject of the next grade: "good overall, and care leavers are …"."""
    if not after:
        return after
    end = after[-1].span.end
    its_verb = _IS.match(text, end, stop) or _MOVES.match(text, end, stop)
    lead = text[max(0, after[-1].span.start - _LEAD) : after[-1].span.start]
    overall = after[-1].area is Area.OVERALL and _OVERALL_GRADE.fullmatch(text, end, stop)
    if overall or (text[end:stop].strip(_MARKS) == "," and _AS_FOR.search(lead)):
        return after[:-1]
    if not its_verb and text[end:stop].strip(_MARKS):
        return after
    at = len(after) - 1
    while (
        at
        and after[at].sort is after[at - 1].sort
        and _ROW.fullmatch(text, after[at - 1].span.end, after[at].span.start)
    ):
        at -= 1
    return after[:at]


def _stops(text: str, passage: Passage) -> list[int]:
    """Return where the areas of each grade end: at the next grade, unless they went from one to the other."""
    stops = [*(grade.span.start for grade in passage.grades[1:]), passage.clause.span.end]
    for at in range(len(stops) - 2, -1, -1):
        if passage.grades[at].left and _TO.fullmatch(text, passage.grades[at].span.end, stops[at]):
            stops[at] = stops[at + 1]
    return stops


def _between(areas: tuple[AreaMention, ...], start: int, end: int) -> tuple[AreaMention, ...]:
    """Return the areas that stand wholly between two places."""
    first = bisect_left(areas, start, key=lambda area: area.span.start)
    last = bisect_left(areas, end, key=lambda area: area.span.start)
    return tuple(area for area in areas[first:last] if area.span.end <= end)


def _named(
    text: str,
    grade: GradeMention,
    before: tuple[AreaMention, ...],
    after: tuple[AreaMention, ...],
    subject: tuple[AreaMention, ...],
) -> tuple[tuple[AreaMention, ...], str]:
    """Choose the areas that a grade is given to, and name the rule."""
    opened = after and _BRACKET.fullmatch(text, grade.span.end, after[0].span.start)
    closed = text.find(")", grade.span.end + 2) if opened else -1
    in_brackets = tuple(a for a in after if a.span.end <= closed)
    if in_brackets:
        return in_brackets, "grade-for-area"
    given = after and _GIVEN_TO.fullmatch(text, grade.span.end, after[0].span.start)
    specific_after = listed(text, tuple(a for a in described(text, after) if a.sort is not Sort.WHOLE))
    specific_before = listed(text, joined(text, tuple(a for a in before if a.sort is not Sort.WHOLE)))
    between = text[grade.span.end : specific_after[0].span.start] if specific_after else ""
    beside = bool(specific_after) and specific_after[0].area is Area.OVERALL and between == ", "
    told = any(DOES.match(text, a.span.end) for a in specific_after)
    for_after = bool(specific_after) and (beside or _FOR.match(between) is not None)
    for_after = for_after and not (told and ":" in between)
    some = all(a.sort in SETS and a.sort is not Sort.ALL for a in specific_before)
    counted = _DASH.fullmatch(between) and _COUNTED.search(
        text, max(0, grade.span.start - _FAR), grade.span.start
    )
    specific = (counted or _COLON.fullmatch(between)) is not None and some and not told
    far = bool(specific_before) and grade.span.start - specific_before[-1].span.end > _LEAD
    all_behind = bool(specific_after) and specific_after[0].sort is Sort.ALL and (some or far)
    if specific_after and (
        (for_after and all_behind)
        or specific
        or (for_after and (given or not specific_before or _ONLY_FOR.match(between)))
    ):
        return specific_after, "grade-for-area"
    if specific_before and not given:
        return specific_before, "area-then-grade"
    behind = (
        a for a in after if a.sort is Sort.WHOLE and _TO_WHOLE.fullmatch(text, grade.span.end, a.span.start)
    )
    wholes = (*(a for a in before if a.sort is Sort.WHOLE), *behind)
    if wholes:
        return wholes, "whole-then-grade"
    if subject:
        return subject, "subject-of-clause-before"
    return (), "no-area"


def has_whole(mentions: Iterable[AreaMention]) -> bool:
    """Say whether the services as a whole are among the mentions."""
    return any(mention.sort is Sort.WHOLE for mention in mentions)


def _ends(text: str, passage: Passage, grade: GradeMention) -> bool:
    """Say whether a clause of today says no more of an area: "care leavers, which was rated good."."""
    return not passage.clause.earlier and not _SINCE_THEN.search(
        text, grade.span.end, passage.clause.span.end
    )


def _is_specific(mention: AreaMention) -> bool:
    """Say whether a mention names one area, not the services as a whole."""
    return mention.sort is Sort.AREA and mention.area is not Area.OVERALL
