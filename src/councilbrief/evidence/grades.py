"""Grades as texts give them, and what must stand beside the word before it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from councilbrief.evidence.facts import Grade
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
_OPEN, _CLOSE = r"[‘“'\"(]", r"[’”'\")]"
_GRADE = re.compile(
    rf"(?P<open>{_OPEN}?)\b(?:(?P<plain>(?i:{GRADE_WORDS}))s?"
    rf"|(?<!second )(?<!second-)(?P<idiom>(?i:{any_of(_IDIOMS)})))\b(?P<close>{_CLOSE}?)"
)
GRADE_TRACE = re.compile(rf"\b(?:{GRADE_WORDS}|{any_of(_IDIOMS)})", re.IGNORECASE)
"""Finds where a grade might stand; without that, there is none."""

# `was again rated as ` and then the grade
_BEFORE = re.compile(
    rf"(?:^|[\s(‘“'\"])(?i:{either('grades', 'before')})[:,]? ?"
    rf"(?:(?i:{either('grades', 'between')})\b ?)*$"
)
# the grade and then ` for its leaders`, or the sentence ends
_AFTER = re.compile(rf"^(?:[\s]*(?:$|[.,;:)?!–—(]|- )|[’'”\"]? ?(?i:{either('grades', 'after')})\b)")
# `for those who need help and protection, `: a list in which only areas and grades stand
_AREAS = [name for key in members("areas", "areas") for name in phrases("areas", "areas", key)]
_LISTED = re.compile(rf"\b{any_of(_AREAS)}[,:] {_OPEN}?$", re.IGNORECASE)
# `leaves the district inadequate overall`
_WHOLE_BEFORE = re.compile(rf"\b{any_of(phrases('areas', 'whole'))} {_OPEN}?$", re.IGNORECASE)
_OVERALL_BEHIND = re.compile(r"^[’'”\"]? overall(?=$|[.,;:)]| (?:and|but|by|in|after|with|for|as)\b)")
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
_DENIED_AFTER = re.compile(rf"[’'”\")]? (?i:{either('grades', 'denied_after')})")
_NOUN_AFTER = re.compile(rf" {either('grades', 'nouns')}\b")
_TITLE_CASE = re.compile(r"[A-Z][a-z]")
_SHORT_FORM = "RI"
"""A grade only in capitals."""

_LEAD, _REST = 170, 48


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


def grade_mentions(text: str, start: int, end: int) -> tuple[GradeMention, ...]:
    """Return the grades between two places of a text; "good advice" is none.

    >>> [m.grade for m in grade_mentions("rated good, with good advice", 0, 28)]
    [<Grade.GOOD: 'good'>]
    """
    found = []
    for match in _GRADE.finditer(text, start, end):
        lead = text[max(start, match.start() - _LEAD) : match.start()]
        rest = text[match.end() : min(end, match.end() + _REST)]
        if not _counts(match, lead, rest):
            continue
        name = (match["plain"] or match["idiom"]).lower()
        grade = GRADES.get(name) or _IDIOMS[name]
        left = _LEFT.search(lead) is not None
        found.append(GradeMention(Span(match.start(), match.end()), grade, left, match["idiom"] is not None))
    return tuple(found)


def _counts(match: re.Match[str], lead: str, rest: str) -> bool:
    """Say whether what stands around a grade word makes it a grade."""
    if _DENIED.search(lead) or _DENIED_AFTER.match(rest):
        return False
    if match["idiom"]:
        return True
    if _NOUN_AFTER.match(rest):
        return False
    word = match["plain"]
    if word.upper() == _SHORT_FORM:
        return word == _SHORT_FORM
    return _judged(match, lead, rest)


def _judged(match: re.Match[str], lead: str, rest: str) -> bool:
    """Say whether a grade word stands by words of judging; marks or a capital ask for less of them."""
    word = match["plain"]
    marked = bool(match["open"]) and bool(match["close"])
    closed = _AFTER.match(rest) is not None
    if word.lower().startswith("requir"):
        return marked or closed
    if marked or (_TITLE_CASE.match(word) and lead.strip()):
        return closed or _BEFORE.search(lead) is not None
    if _LISTED.search(lead) and _LIST_ENDS.match(rest):
        return True
    if _WHOLE_BEFORE.search(lead) and _OVERALL_BEHIND.match(rest):
        return True
    return closed and (_BEFORE.search(lead) or _OBJECT.search(lead)) is not None
