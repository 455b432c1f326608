"""Grades as texts give them, and what must stand beside the word before it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.facts import Grade
from councilbrief.evidence.judgements.everyday import (
    AREA_NAMES,
    FOR_AREA,
    is_compared,
    is_of_something,
    names_areas,
)
from councilbrief.evidence.words import any_of, either, members, phrases
from councilbrief.provenance import Span


def _forms(heading: str) -> dict[str, Grade]:
    """Return the grade of each form under a heading."""
    names = members("grades", heading)
    return {form.lower(): Grade(name) for name in names for form in phrases("grades", heading, name)}


GRADES = _forms("grades")
"""The official words of the grades in every form, in lower case."""

GRADE_WORDS = any_of(GRADES)
"""A pattern for the official words of a grade, in any form."""

_IDIOMS = _forms("idioms")
_OPEN, _CLOSE = r"(?:[‘“'\"(*]|(?<=\s)’|« ?)", r"(?: ?»|[’”'\")*])"
_GRADE = re.compile(
    rf"(?P<open>{_OPEN}?)\b(?:(?P<plain>(?i:{GRADE_WORDS}))s?"
    rf"|(?<!second )(?<!second-)(?P<idiom>(?i:{any_of(_IDIOMS)})))\b(?P<close>{_CLOSE}?)"
)
# `good or outstanding`, `outstanding, good, requires improvement or inadequate`
_ONE = rf"{_OPEN}?(?:{GRADE_WORDS}){_CLOSE}?"
_CHOICE = re.compile(
    rf"\b{_ONE}(?:, {_ONE})*,? (?:or|nor) {_ONE}\b|(?P<all>{_ONE}, {_ONE}(?:, {_ONE})*,? and {_ONE})",
    re.IGNORECASE,
)
_PLAIN = re.compile(GRADE_WORDS, re.IGNORECASE)
GRADE_TRACE = re.compile(rf"\b(?:{GRADE_WORDS}|{any_of(_IDIOMS)})", re.IGNORECASE)
"""Finds where a grade might stand; without that, there is none."""
# `was again rated as ` and then the grade
_BEFORE = re.compile(
    rf"(?:(?:^|[\s(‘“'\"])(?i:{either('grades', 'before')})|\b(?i:it|that|they|we)[’'](?:s|re))[:,]? ?"
    rf"(?:(?i:{either('grades', 'between')})\b ?)*$"
)
# the grade and then ` for its leaders`, or the sentence ends
_AFTER = re.compile(rf"^(?:[\s]*(?:$|[.,;:)?!–—(]|- )|[’'”\"]? ?(?i:{either('grades', 'after')})\b)")
# `for those who need help and protection, `: a list in which only areas and grades stand
_LISTED = re.compile(rf"\b{any_of([*AREA_NAMES, 'leaders'])}[,:] {_OPEN}?$", re.IGNORECASE)
# `leaves the district inadequate overall`
_WHOLES = any_of([*phrases("areas", "whole"), "inspection", "visit"])
_WHOLE_BEFORE = re.compile(rf"\b{_WHOLES} {_OPEN}?$", re.IGNORECASE)
_OVERALL_BEHIND = re.compile(r"^[’'”\"]? overall(?=$|[.,;:)]| (?:and|but|by|in|after|with|for|as)\b)")
# `good (overall), ` before ` (leaders)`
_BRACKETED = re.compile(rf"\),? (?:and |but )?{_OPEN}?$")
# `care leavers ` before the grade where one was given: `leaders good and care leavers outstanding`
_GAP = re.compile(rf"\b{any_of([*AREA_NAMES, 'leaders'])} (?:an? |as )?{_OPEN}?$", re.IGNORECASE)
# between `inadequate` and `good`
_MOVED = re.compile(rf",? (?:up |down |all the way )?(?:in)?to (?:be |being |an? )?{_OPEN}?")
# `an outstanding ` before ` service`: what any service might be, unless it is one
_ANY_SUCH = re.compile(rf"\b(?:an?|the|its|their|our|another) {_OPEN}?$", re.IGNORECASE)
_IS_SUCH = re.compile(
    r"\b(?:is|are|was|as|remains|still|becomes?|became|be|gets?|got|getting|receives?|received|receiving)"
    rf" (?:still |now |again |officially )*(?:an?|the) {_OPEN}?$",
    re.IGNORECASE,
)
# `two ` before `outstandings`
_NUMBER = re.compile(r"\b(?:two|three|four|five|six|\d) $", re.IGNORECASE)
# `rated as ` before `good the help …`; at the head of a clause before `good were the leaders`
INVERTED = re.compile(
    r"\b(?:(?:ofsted|inspectors|inspectorate|watchdog|it|they|we|which|that|who|and|report|regulator)"
    rf" (?:also |then |now )?{either('grades', 'judging')}(?: as| to be)?|,? and as) {_OPEN}?$"
    rf"|^\W*(?:also )?{either('grades', 'judging')}(?: as| to be)? {_OPEN}?$",
    re.IGNORECASE,
)
"""Before a grade: what it is given to stands behind it."""
_OBJECT_BEHIND = re.compile(
    r"[’'”\"]?(?: (?:was|were|is|are))? (?:(?:the|its|their|both|of|support|help|work|with|for) )*"
    rf"{any_of([*AREA_NAMES, 'leaders'])}(?!\w)",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"[’'”\"]? in (?:both )?(?:\w+ )?(?:19|20)\d\d\b")
_BRACKET = re.compile(rf" \((?:the |its )?{any_of([*AREA_NAMES, 'leaders'])}(?!\w)", re.IGNORECASE)
_CONSECUTIVE = re.compile(rf"\b(?:consecutive|successive|straight) {_OPEN}?$", re.IGNORECASE)
_RUN = re.compile(r"[’'”\"]?(?: (?:rating|grade|mark|judgement))? (?:in a row|running|in succession)\b")
_RATINGS = re.compile(r" (?:assessment|grading|grade|rating|judgement|judgment|mark|verdict)s\b")
# `and two more ` before `good including care leavers`
_SO_MANY = re.compile(rf"\b(?:one|two|three|four) (?:more|others?) {_OPEN}?$", re.IGNORECASE)
_THESE = re.compile(r"[’'”\"]?(?: including\b|[,.:;(]|$)")
_ITEM = re.compile(rf"(?:[\w’”\")][,:;]|\b(?:and|but)) {_OPEN}?$")
_RATING_OF = re.compile(
    r"\b(?:(?:ofsted[’']s|the|its|their|our) (?:\w+ )?)?"
    r"(?:rating|grade|judgement|judgment|verdict|mark)s? of (?:an? )?$",
    re.IGNORECASE,
)
# `found to be providing a ‘good’ service`
_PROVIDING = re.compile(
    r"\b(?:found|judged|rated|deemed|considered)\b[^.;]{0,60}"
    rf" (?:(?:to )?provid(?:e|es|ing)|(?:to )?deliver(?:s|ing)?|offer(?:s|ing)|giv(?:es|ing)) an? {_OPEN}?$",
    re.IGNORECASE,
)
_SUCH = re.compile(r" (?:services?|councils?|authority|standards?|level)\b")
# `Outstanding was also the judgement for leadership`; `good for leaders` at the head of a clause
_VERDICT = re.compile(
    r" (?:was|is) (?:also )?how (?:ofsted|inspectors|the \w+|it) (?:now )?(?:describ|rat|judg|grad|sum)\w+"
    r"| (?:was|is) (?:also |again |once more )?(?:the|its|their|ofsted[’']s|the inspectors[’']) (?:\w+ )?"
    r"(?:verdict|judgement|judgment|grad(?:e|ing)|rating|mark|outcome|result|word)\b"
    r"(?! that\b(?! (?:it|they|we|ofsted|inspectors|the \w+) (?:w\w+ )?(?:given|gave|reached|got)\b))"
    r"| (?:grade|rating|mark|judge?ment)s? (?:was|were) (?:also )?(?:given|awarded|handed|received)\b"
    r"| (?:grade|rating|mark|judge?ment)s? (?:went|goes) to\b",
    re.IGNORECASE,
)
_LIST_ENDS = re.compile(r"^[’'”\"]?(?:$|[.;)]|, (?=and\b)| \()")
# `judged the help that children get to be `
_OBJECT = re.compile(rf"\b{either('grades', 'judging')}\b[^.;:]{{3,160}} $", re.IGNORECASE)
# `up from its previous `
_LEFT = re.compile(
    rf"\b(?i:{either('grades', 'left')})(?: (?:{either('grades', 'left_between')})\b)* ?{_OPEN}?$"
)
# `was not found to be `
_DENIED = re.compile(
    rf"\b(?i:{either('grades', 'denied')})(?: (?:{either('grades', 'left_between')})\b)* ?{_OPEN}?$"
)
# `in some cases, remains `
_PARTLY = re.compile(
    r"\bin (?:(?:some|several|many|certain|other|most|a few|a number of)"
    r" (?:cases|instances|places|parts|teams|respects)"
    rf"|places|parts)\b,? (?:\w+ ){{0,3}}{_OPEN}?$",
    re.IGNORECASE,
)
# `most families get a ` before ` service`
_SERVED = re.compile(
    r"\b(?:most|many|some|more|majority of) (?:\w+ ){0,2}?(?:children|families|people|youngsters)\b"
    r"[^.;:,]{0,60}? (?:receiv\w+|gets?|got|getting|given) "
    rf"(?:an? |the )?{_OPEN}?$"
    r"|\b(?:children|families|people|youngsters)\b[^.;:,]{0,40} (?:mostly|largely|generally|usually|often)\b"
    rf"[^.;:,]{{0,30}} (?:receiv\w+|gets?|getting|given) (?:an? |the )?{_OPEN}?$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(rf"[’'”\")]? (?i:{either('grades', 'denied_after')})")
_NOUN_AFTER = re.compile(rf" {either('grades', 'nouns')}\b")
# `from the ` before a grade and ` that it was given in 2018`
_THE_ONE = re.compile(rf"\b(?:an?|the|its|their|our) {_OPEN}?$", re.IGNORECASE)
_THAN = re.compile(rf"\bthan (?:the|its|their|our) {_OPEN}?$", re.IGNORECASE)
_THEY_GOT = re.compile(
    r"[’'”\"]? (?:(?:grade|rating|mark|judgement|verdict) )?(?:that |which )?"
    r"(?:it|they|we|the \w+) (?:also |first |last )?"
    r"(?:was|were|had|has|have|got|won|held|earned|received|secured|achieved|gained|kept|took)\b"
)
_TITLE_CASE = re.compile(r"[A-Z][a-z]")
_SHORT_FORM = "RI"  # a grade only in capitals

_LEAD, _REST = 170, 160


@dataclass(frozen=True, slots=True)
class GradeMention:
    """A grade word that counts as a grade.

    `left` marks one that an inspection left behind ("up from good", "no longer inadequate").
    `idiom` marks one under another name ("the lowest rating").
    """

    span: Span
    grade: Grade
    left: bool = False
    idiom: bool = False


def is_grade(words_: str) -> bool:
    """Say whether words are a grade and nothing else."""
    return words_.strip(" .,").lower() in GRADES


def grade_mentions(text: str, start: int, end: int) -> tuple[GradeMention, ...]:
    """Return the grades between two places of a text; "good advice" is none.

    >>> [m.grade for m in grade_mentions("rated good, with good advice", 0, 28)]
    [<Grade.GOOD: 'good'>]
    """
    found: list[GradeMention] = []
    words_ = list(_GRADE.finditer(text, start, end))
    offered = _offered(text, start, end) if len(words_) > 1 else None
    for match in words_:
        if offered and offered.meets(Span(*match.span())):
            continue
        lead = text[max(start, match.start() - _LEAD) : match.start()]
        rest = text[match.end() : min(end, match.end() + _REST)]
        gapped = bool(found) and (
            (_GAP.search(lead) is not None and _LIST_ENDS.match(rest) is not None)
            or (_BRACKETED.search(lead) is not None and rest.startswith(" ("))
        )
        if not gapped and not _counts(match, lead, rest):
            continue
        name = (match["plain"] or match["idiom"]).lower()
        grade = GRADES.get(name) or _IDIOMS[name]
        left = _LEFT.search(lead) is not None
        found.append(GradeMention(Span(match.start(), match.end()), grade, left, match["idiom"] is not None))
    return tuple(_with_moves(text, found))


def _with_moves(text: str, found: list[GradeMention]) -> Iterator[GradeMention]:
    """Mark the grade that a move begins with, "inadequate to good", as left behind."""
    for at, mention in enumerate(found):
        following = found[at + 1].span.start if at + 1 < len(found) else mention.span.end
        moved = _MOVED.fullmatch(text, mention.span.end, following) is not None
        yield replace(mention, left=True) if moved and not mention.left else mention


def _offered(text: str, start: int, end: int) -> Coverage:
    """Return where grades stand in a choice or as the scale: "good or outstanding" gives neither."""
    found = _CHOICE.finditer(text, start, end)
    return Coverage(
        Span(*match.span()) for match in found if match["all"] is None or _are_distinct(match["all"])
    )


def _are_distinct(words_: str) -> bool:
    """Say whether no grade stands twice in an enumeration: "good, good and good" is no scale."""
    grades = [grade.lower() for grade in _PLAIN.findall(words_)]
    return len(grades) == len(set(grades))


def _counts(match: re.Match[str], lead: str, rest: str) -> bool:
    """Say whether what stands around a grade word makes it a grade."""
    if (
        (_DENIED.search(lead) and not _is_than(lead, rest))
        or _DENIED_AFTER.match(rest)
        or _PARTLY.search(lead)
    ):
        return False
    if match["idiom"]:
        return True
    if _NOUN_AFTER.match(rest) and not _is_the_one(lead, rest):
        return False
    word = match["plain"]
    if word.upper() == _SHORT_FORM:
        return word == _SHORT_FORM
    return _judged(match, lead, rest)


def _is_than(lead: str, rest: str) -> bool:
    """Say whether a grade is that of before: "better than the good that it was given in 2019"."""
    return _THAN.search(lead) is not None and _THEY_GOT.match(rest) is not None


def _is_the_one(lead: str, rest: str) -> bool:
    """Say whether a grade is one that somebody got: "from the good that it was given in 2018"."""
    return _THE_ONE.search(lead) is not None and _THEY_GOT.match(rest) is not None


def _is_inverted(lead: str, rest: str) -> bool:
    """Say whether an area stands behind the grade that it was given: "graded as good were the leaders"."""
    return INVERTED.search(lead) is not None and _OBJECT_BEHIND.match(rest) is not None


def _judged(match: re.Match[str], lead: str, rest: str) -> bool:
    """Say whether a grade word stands by words of judging; marks or a capital ask for less of them."""
    if (
        _SUCH.match(rest)
        and _ANY_SUCH.search(lead)
        and (_SERVED.search(lead) or not (_IS_SUCH.search(lead) or _PROVIDING.search(lead)))
    ):
        return False
    if not match["open"] and (is_of_something(lead, rest) or is_compared(lead, match.string, match.end())):
        return False
    word = match["plain"]
    marked = bool(match["open"]) and bool(match["close"])
    closed = _AFTER.match(rest) is not None
    if word.lower().startswith("requir"):
        return marked or closed or _is_inverted(lead, rest) or names_areas(lead, rest)
    if marked or (_TITLE_CASE.match(word) and lead.strip()):
        return closed or (_BEFORE.search(lead) or (marked and _VERDICT.match(rest))) is not None
    counted = match[0].endswith("s") or rest.startswith(" (") or _RATINGS.match(rest)
    several = counted and _NUMBER.search(lead) is not None
    leads = (
        several
        or _is_the_one(lead, rest)
        or _VERDICT.match(rest)
        or _RUN.match(rest)
        or _CONSECUTIVE.search(lead)
        or ((_IN_YEAR.match(rest) or FOR_AREA.match(rest)) and _ITEM.search(lead))
        or _is_inverted(lead, rest)
        or _RATING_OF.search(lead)
        or names_areas(lead, rest)
        or (_SO_MANY.search(lead) and _THESE.match(rest))
        or (not lead.strip() and any(way.match(rest) for way in (FOR_AREA, _OVERALL_BEHIND, _BRACKET)))
    )
    listed = _LISTED.search(lead) and _LIST_ENDS.match(rest)
    if leads or listed or (_WHOLE_BEFORE.search(lead) and _OVERALL_BEHIND.match(rest)):
        return True
    return closed and (_BEFORE.search(lead) or _OBJECT.search(lead)) is not None
