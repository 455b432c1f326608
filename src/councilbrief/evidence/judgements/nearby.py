"""Areas beside a grade: which of those named before it, or behind, are its own."""

from __future__ import annotations

import re
from itertools import pairwise

from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import AreaMention, Sort
from councilbrief.evidence.judgements.everyday import AREA_NAMES
from councilbrief.evidence.judgements.grades import INVERTED, GradeMention
from councilbrief.evidence.judgements.passages import EXCEPTION
from councilbrief.evidence.judgements.whose import is_owner, is_side
from councilbrief.evidence.words import any_of, either

SETS = frozenset({Sort.REST, Sort.ALL, Sort.MOST})
"""Mentions that name areas by what is left or by all of them."""

# a board that is ` to challenge ` a grade is not what was graded
_CONTESTS = re.compile(r"\b(?:challeng|contest|disput|question|reject|appeal)\w*", re.IGNORECASE)
# `Following an inspection of help and protection, ` before `Ofsted rated the council good`
_OPENING = re.compile(
    r"\W*(?:(?:but|and|yet|while|however),? )?"
    r"(?:despite|in spite of|notwithstanding|for all (?:the|its|their|that)|even though|following|after"
    r"|having|besides"
    r"|along with|alongside)\b[^;:]*?, (?=[^,;:]{1,60}?"
    r"\b(?:is|are|was|were|has|have|had|rated|judged|graded|found|gave|gives|got|gets|received|remains?"
    r"|says?|said|came to|reached|concluded|decided|felt|thought|wrote|declared)\b)",
    re.IGNORECASE,
)
# `Within the part on looked after children, ` before `adoption was good`
_WITHIN = re.compile(
    r"\W*(?:within|as (?:a )?part of|under|inside"
    r"|(?:in|on) the (?:part|section|heading|chapter|category|judgement) (?:on|of|for|about))"
    rf"\b[^;:,.]{{3,80}}, (?=[^;:.]*?\b{any_of(AREA_NAMES)}(?!\w))",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"[’”'\")]?(?: (?:was|were|is|are))? (?:(?:the|its|their|both|of|support|help|work|with|for|in"
    r"|services) )*",
    re.IGNORECASE,
)
# between a grade and an area of which something else is said: `inadequate and cited failings in `
_REMARK = re.compile(
    rf"\b(?:and|but|who|which|as) (?:(?:it|they|ofsted|inspectors|also|then|has|have|was|were) )*"
    rf"{either('grades', 'remarking')}\b"
    r"|\b(?:because|due to|owing to|thanks to|amid|despite|reflecting|blaming|citing|a result of"
    r"|(?:after|as|when(?! it c[oa]me)|since) (?:inspectors|ofsted|it|they)"
    r"(?! (?:also )?(?:did\b|(?:is|are|was|were) (?:also |too )?(?:for|on|in) (?!\d))))\b",
    re.IGNORECASE,
)
# `good: children in care ` before `are safe`: that tells why, not what
DOES = re.compile(
    r"[’'”»\"]? (?:\w+ly )?(?:is|are|was|were|has|have|had|do|did|gets?|got|live|feel|know|can|will)\b"
)
"""A verb behind an area, whose subject that is."""

# `; only care leavers are told so`
_SAYS_MORE = re.compile(r"; (?=[^;,.()]{3,60} (?:is|are|was|were|has|have)\b)")
# `, and its help for ` before an area with a verb of its own
_NEXT_SUBJECT = re.compile(r"\b(?:and|but|as|while) (?:its|the|their|our)\b[^,;]*$")
_BUT = re.compile(rf" \(?(?:{either('areas', 'exception')}|but)\b", re.IGNORECASE)
_APART = re.compile(
    r"[(]| [–—-] (?:it|they|ofsted|inspectors|the report|the watchdog) |;(?! (?:and )?(?:the |its |their )?$)"
    r"|(?<!that )(?<!which )(?<!who )\b(?:is|was|are|were)\b(?!.*\bsame\b)|\b(?:gave|judged|awarded)\b"
    r"|\b(?:could|did|would|can)\b"
)
# `two areas, ` or `All three came out the same: ` before the areas themselves
_THESE = re.compile(
    r"(?: (?:that|which|of)\b[^.;:,–—]{0,50})?(?: (?:are|were|came|got)\b[^.;,–—]{0,40})?"
    r"(?:, (?:namely |that is,? |which (?:are|were|include|included) )?| ?[–—:(-] ?| are )"
    r"(?:(?:its|the|for|support|help|work|with|services|those|on|experiences|progress|of) )*"
)
# `two areas, life in care and the ` before the second of the two
_AND_ONE = re.compile(
    r"(?:,| ?[–—:(-]) (?:(?!\b(?:is|are|was|were|has|have|had|but|while|with)\b)[^.;:,]){3,60}"
    r",? and (?:the |its )?"
)
# `another two, ` before one of them
_ONE_OF = re.compile(
    r",? \(?(?:(?:one|two|among|amongst|most) (?:of )?(?:them|these|which|those)(?: being| is| was|,)?"
    r"|including) (?:(?:the|its|for|in) )*"
)
# `those who cannot live at home`
_WHOM = re.compile(
    r"(?:those|children|young people|youngsters|teenagers) (?:who|in|leaving|looked)\b", re.IGNORECASE
)
# `all of it – apart from ` before an area
_APART_FROM = re.compile(
    r"[–—(,-] ?(?:(?:all )?(?:apart|aside) from|except(?: for)?|excepting|bar|other than)"
    r" (?:(?:its|the|their|for|help|support|work|with) )*$",
    re.IGNORECASE,
)
_WAS = re.compile(r"[’'”\"]? ?[–—),-] ?(?:was|were|is|are|has|have|had|came|got)\b")
_LEAD = 60
# `improvements in adoption, ` before `now rated good`
_NOW_GRADED = re.compile(
    r"[’'”»\"]?, (?:which (?:is|are) |who are )?(?:now|newly) (?:rated|judged|graded)\b", re.IGNORECASE
)
# `care leavers, both of which `
_OF_WHICH = re.compile(r"[’'”»\"]?,? (?:both|all|each|all (?:two|three|four)) of (?:which|them)\b")


def graded(text: str, start: int, before: tuple[AreaMention, ...]) -> tuple[AreaMention, ...]:
    """Leave out what only tells of what something else is: "plans for care leavers", "its libraries"."""
    all_of_them = bool(before) and _OF_WHICH.match(text, before[-1].span.end) is not None
    return tuple(
        a
        for a in before
        if not is_owner(text, a)
        and (all_of_them or _NOW_GRADED.match(text, a.span.end) or not is_side(text, start, a))
    )


def behind(
    text: str, grade: GradeMention, after: tuple[AreaMention, ...], stop: int
) -> tuple[AreaMention, ...]:
    """Leave out areas behind a grade of which more is told: "good, with praise for care leavers"."""
    remark = _REMARK.search(text, grade.span.end, stop) if after else None
    apart = _SAYS_MORE.search(text, grade.span.end, stop) if after else None
    edge = min(remark.end() if remark else stop, apart.start() if apart else stop)
    return tuple(
        a
        for a in after
        if a.span.start < edge
        and not (DOES.match(text, a.span.end) and _NEXT_SUBJECT.search(text[grade.span.end : a.span.start]))
        and (a.sort is not Sort.AREA or a.area is Area.OVERALL or not is_side(text, grade.span.end, a))
    )


def main_clause(text: str, start: int, grade: GradeMention) -> int:
    """Return where the main clause begins before a grade, behind "Despite the poor overall score, "."""
    ways = (_OPENING.match(text, start, grade.span.start), _WITHIN.match(text, start, grade.span.start))
    opening = next((way for way in ways if way), None)
    return opening.end() if opening else start


def is_inverted(text: str, start: int, grade: GradeMention, area: AreaMention) -> bool:
    """Say whether an area is the object right behind its grade: "they rated as good the help …"."""
    lead = text[max(start, grade.span.start - _LEAD) : grade.span.start]
    return INVERTED.search(lead) is not None and (
        _GAP.fullmatch(text, grade.span.end, area.span.start) is not None
    )


def contests(text: str, area: AreaMention, grade: GradeMention) -> bool:
    """Say whether an area is a body that contests a grade: "the board will challenge the rating"."""
    return area.area is Area.LSCB and _CONTESTS.search(text, area.span.end, grade.span.start) is not None


def but_behind(text: str, after: tuple[AreaMention, ...]) -> re.Match[str] | None:
    """Return the `but` between a set and the areas that it does not hold: "in all areas but leadership"."""
    found = (
        _BUT.match(text, one.span.end, other.span.start) for one, other in pairwise(after) if one.sort in SETS
    )
    return next((match for match in found if match), None)


def left_out(
    text: str, before: tuple[AreaMention, ...], edge: int
) -> tuple[tuple[AreaMention, ...], tuple[AreaMention, ...]]:
    """Part "all areas bar care leavers", or "bar care leavers, all": the set, and what is not in it."""
    barred = tuple(
        a for a in before if _APART_FROM.search(text, edge, a.span.start) and _WAS.match(text, a.span.end)
    )
    before = tuple(a for a in before if a not in barred)
    first = EXCEPTION.search(text, edge, before[0].span.start) if before else None
    at = next((at for at, mention in enumerate(before) if mention.sort in SETS), 0)
    if first and at:
        return before[at:], before[:at]
    for at in range(1, len(before)):
        gap = (before[at - 1].span.end, before[at].span.start)
        if before[at - 1].sort in SETS and (_BUT.match(text, *gap) or EXCEPTION.search(text, *gap)):
            return before[:at], before[at:]
    return before, ()


def described(text: str, areas: tuple[AreaMention, ...]) -> tuple[AreaMention, ...]:
    """Leave out whom the services as a whole are for: "its work for children and those in care"."""
    return tuple(
        area
        for at, area in enumerate(areas)
        if not (
            at
            and areas[at - 1].sort is Sort.WHOLE
            and text.startswith(" and ", areas[at - 1].span.end)
            and areas[at - 1].span.end + len(" and ") == area.span.start
            and _WHOM.match(text, area.span.start)
        )
    )


def listed(text: str, areas: tuple[AreaMention, ...]) -> tuple[AreaMention, ...]:
    """Leave out a set that is followed by its areas: "two areas, leadership and help and protection"."""
    for at, (one, other) in enumerate(pairwise(areas)):
        gap = (text, one.span.end, other.span.start)
        some = one.sort is Sort.MOST and _ONE_OF.fullmatch(*gap)
        these = _THESE.fullmatch(*gap) or (one.sort is Sort.MOST and _AND_ONE.fullmatch(*gap))
        if one.sort in SETS and other.area and (some or these):
            return (*areas[:at], *areas[at + 1 :])
    return areas


def joined(text: str, areas: tuple[AreaMention, ...]) -> tuple[AreaMention, ...]:
    """Return the areas that stand together last: not those before a bracket, a semicolon, a verb or a set."""
    for number in range(len(areas) - 1, 0, -1):
        one, other = areas[number - 1 : number + 1]
        if _APART.search(text, one.span.end, other.span.start) or (one.sort in SETS and other.sort in SETS):
            return areas[number:]
    return areas
