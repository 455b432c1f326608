"""Grades as texts give them, and what must stand beside the word before it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from councilbrief.evidence.facts import Grade
from councilbrief.evidence.words import any_of, words
from councilbrief.provenance import Span

_WORDS = words("grades")
_GRADES = {form.lower(): Grade(grade) for grade, forms in _WORDS["grades"].items() for form in forms}
_IDIOMS = {form.lower(): Grade(grade) for grade, forms in _WORDS["idioms"].items() for form in forms}
GRADE_WORDS = any_of(_GRADES)
"""A pattern for the official words of a grade, in any form."""

_OPEN, _CLOSE = r"[‘“'\"(]", r"[’”'\")]"
_GRADE = re.compile(
    rf"(?P<open>{_OPEN}?)\b(?:(?P<plain>(?i:{GRADE_WORDS}))s?|(?<!second )(?<!second-)(?P<idiom>(?i:{any_of(_IDIOMS)})))\b(?P<close>{_CLOSE}?)"
)
_BEFORE = re.compile(
    rf"(?:^|[\s(‘“'\"])(?i:{any_of(_WORDS['before'])})[:,]? ?(?:(?i:also|all|still|again|now|only|even|just|overall|an?|the|being|be|as|to be|ofsted|it|then|already|merely)\b ?)*$"
)
_AFTER = re.compile(rf"^(?:[\s]*(?:$|[.,;:)?!–—(]|- )|[’'”\"]? ?(?i:{any_of(_WORDS['after'])})\b)")
_OBJECT = re.compile(
    r"\b(?:rated|judged|graded|deemed|branded|found|considered|declared|ruled|ranked|rate|judge)\b[^.;:]{3,160} $",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"\b(?i:{any_of(_WORDS['left'])})(?: (?:an?|the|its|their|our|his|been|in|all|previous|being|rated|judged|to be|earlier|overall|old)\b)* ?{_OPEN}?$"
)
_NOUN_AFTER = re.compile(
    r"^ (?:enough|advice|news|practice|quality|progress|work|at|examples?|relationships?|and (?:help|effective|outstanding|good)|job|start|support|use|faith|reason|reasons|thing|things|people|information|goodwill|contribution|resources|number|deal|range|standards?(?! \w+ing))\b"
)
_TITLE_CASE = re.compile(r"[A-Z][a-z]")
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
        grade = _GRADES.get(name) or _IDIOMS[name]
        left = _LEFT.search(lead) is not None
        found.append(GradeMention(Span(match.start(), match.end()), grade, left, match["idiom"] is not None))
    return tuple(found)


def _counts(match: re.Match[str], lead: str, rest: str) -> bool:
    """Say whether what stands around a grade word makes it a grade."""
    if match["idiom"]:
        return True
    if _NOUN_AFTER.match(rest):
        return False
    word = match["plain"]
    if word.isupper() and len(word) == 2:  # noqa: PLR2004 - RI is a grade only as the two capitals
        return True
    if word.lower() == "ri":
        return False
    marked = bool(match["open"]) and bool(match["close"])
    named = _TITLE_CASE.match(word) is not None and lead.strip() != ""
    if word.lower().startswith("requir"):
        return marked or _AFTER.match(rest) is not None
    if marked or named:
        return _BEFORE.search(lead) is not None or _AFTER.match(rest) is not None
    return (_BEFORE.search(lead) or _OBJECT.search(lead)) is not None and _AFTER.match(rest) is not None
