"""Whose a grade is: the council's services as a whole, one of their areas, or something else beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from councilbrief.evidence.inspections.areas import AreaMention, Sort, is_strange
from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_VERB = re.compile(rf"\b{either('grades', 'verbs')}\b", re.IGNORECASE)
# `its libraries ` before `were rated `
_HEAD = re.compile(
    r"(?P<head>\w[\w’'-]*)[’'”»\"]?,?"
    r"(?: (?:also|again|now|still|all|both|each|then|first|last|itself|once|ever|before|more|just|too"
    r"|there|here"
    r"|\w+ly))*,? ?$",
    re.IGNORECASE,
)
_RELATIVE = frozenset({"that", "which", "who"})
_REQUIRE = re.compile(r"require[sd]? ", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"also|again|now|still|all|both|each|then|just|an?|the|at|as|of|be|its|their|with|for|by|in|on|into"
    r"|than|\w+ly",
    re.IGNORECASE,
)
# `one of the councils ` before `that are rated`
_OF_MANY = re.compile(
    r"\b(?:councils|authorities|boroughs|counties|cities|ones|others|those|areas|places),? $", re.IGNORECASE
)
_NO_HEAD = re.compile(
    rf"{either('grades', 'verbs')}|{either('grades', 'judging')}"
    r"|first|last|once|again|also|now|still|then|to|not|and|from|ago|having|being|later|earlier|\d{4}"
    r"|after|since|despite|following|upon",
    re.IGNORECASE,
)
# `their social workers as ` behind `rated `
_OBJECT = re.compile(
    rf"\b{either('grades', 'judging')} (?!(?:as|to|overall|by|in|at|for) )"
    rf"(?P<object>(?:(?!\b(?:{GRADE_WORDS})\b)[^,;:]){{1,70}}?)"
    r"(?: (?:as|to be|to|into|being|a|an|the|overall|of|with))* ?[‘“«'\"(]* ?$",
    re.IGNORECASE,
)
# `Norchester’s social workers ` before `‘outstanding’, says Ofsted`
_OWNED = re.compile(r"[’']s (?:[\w-]+ ){0,2}(?P<object>[\w-]+) $")
_IN_MARKS = re.compile(r"[‘“'\"][^’”'\"]{3,30}[’”'\"](?:$|[,.:;]| –| (?:says?|said|after|by)\b)")
_GRADED = re.compile(either("areas", "graded"), re.IGNORECASE)
# `plans for `, `oversight of its ` before an area
_SIDE = re.compile(
    r"(?P<head>(?:(?:health|dental|medical|respite|foster|day|pastoral|direct|story|some|most|much|early"
    r"|emotional"
    r"|practical|financial|housing|educational|specialist|therapeutic|legal)[ -])?[\w’'-]+)"
    r" (?:of|for|with|in|to|by|from|around|about|towards|across|at)"
    r" (?:the |its |their |our |those |all |both |some |young |whole |safeguarding and "
    r"|\w+[’']s )*$",
    re.IGNORECASE,
)
_HEADS = re.compile(either("areas", "heads"), re.IGNORECASE)
_WHOLE_HEADS = re.compile(either("areas", "whole_heads"), re.IGNORECASE)
_LAST_WORD = re.compile(r"(?P<word>[\w’'-]+)[’'”»\"\s]*$")
# `Norchester’s gone from good to …`
_HAS = re.compile(
    r"[’']s (?:gone|been|got|had|now|still|kept|moved|risen|fallen|slipped|dropped|climbed|jumped|leapt"
    r"|stayed|come)\b"
)
_ASIDES = (", ", " – ", " — ")
_REACH = 90
# `the department` before `’s “inadequate” rating`: that is its own
_OWN_RATING = re.compile(
    rf"[’']s (?:(?:new|latest|overall|current) )?[‘“'\"]?(?:{GRADE_WORDS})[’”'\"]?"
    r" (?:rating|grade|judge?ment|verdict|mark)\b",
    re.IGNORECASE,
)
# `most ` before `children in care`: people, not the area
_SOME = re.compile(
    r"\b(?:most|some|many|few|several|more|fewer|other|(?:number|majority|minority|proportion|cases) of) $",
    re.IGNORECASE,
)


def is_side(text: str, start: int, mention: AreaMention) -> bool:
    """Say whether a mention only tells of what something else is: "the oversight of children in care"."""
    if mention.sort is Sort.AREA and _SOME.search(
        text[max(start, mention.span.start - _REACH) : mention.span.start]
    ):
        return True
    return _is_tied(text, start, mention.span.start, _WHOLE_HEADS if mention.sort is Sort.WHOLE else _HEADS)


def is_owner(text: str, mention: AreaMention) -> bool:
    """Say whether the services as a whole only own what is graded: "the council's libraries"."""
    owns = mention.sort is Sort.WHOLE and text[mention.span.end : mention.span.end + 2] in {"’s", "'s"}
    return owns and _OWN_RATING.match(text, mention.span.end) is None


def is_of_another(text: str, start: int, grade: int, own: Iterable[Span]) -> bool:
    """Say whether words before a grade, in which no area is named, give it to something else.

    "Its libraries were rated good" does, "It was rated good" and "Norchester is good" do not;
    `own` are the places where the council at hand is named.
    """
    begin = max(start, grade - 2 * _REACH)
    lead = text[begin:grade]
    councils = {span.end: span for span in own}
    thing = _OBJECT.search(lead)
    if thing is None and _IN_MARKS.match(text, grade):
        thing = _OWNED.search(lead)
    if thing is not None:
        return not _can_be_graded(text, begin, begin + thing.end("object"), councils)
    # `too many services ` before `require improvement`, whose verb is a part of the grade
    bare = _HEAD.search(lead) if _REQUIRE.match(text, grade) else None
    heads = (_NO_HEAD, _NO_SUBJECT)
    if bare is not None and not any(no_head.fullmatch(bare["head"]) for no_head in heads):
        return not _can_be_graded(text, begin, begin + bare.end("head"), councils)
    for verb in reversed(list(_VERB.finditer(lead))):
        until = _before_aside(lead, verb.start())
        subject = _HEAD.search(lead[max(0, until - _REACH) : until]) if until else None
        if subject is not None and _NO_HEAD.fullmatch(subject["head"]) is None:
            return not _can_be_graded(
                text, begin, begin + max(0, until - _REACH) + subject.end("head"), councils
            )
    return False


def _before_aside(lead: str, verb: int) -> int:
    """Return where a subject ends, before an aside between marks and its verb; 0 if that stays open."""
    mark = next((mark for mark in _ASIDES if lead[:verb].endswith(mark[-2:])), None)
    if mark is None:
        return verb
    opening = lead.rfind(mark, 0, verb - 2)
    return opening + 1 if opening >= 0 else 0


def _can_be_graded(text: str, start: int, end: int, councils: dict[int, Span]) -> bool:
    """Say whether words end in what Ofsted grades: a council by name, its services, or a word for them."""
    own = next((councils[at] for at in (end, end - 2) if at in councils), None)
    if own is not None:
        return (own.end == end or _HAS.match(text, own.end) is not None) and not _is_tied(
            text, start, own.start, _WHOLE_HEADS
        )
    last = _LAST_WORD.search(text[start:end])
    if last is None or _GRADED.fullmatch(last["word"]) is None or last["word"] in {"IT", "US"}:
        return False
    lead = text[max(start, start + last.start("word") - _REACH) : start + last.start("word")]
    if is_strange(last["word"].lower(), lead) or (last["word"] in _RELATIVE and _OF_MANY.search(lead)):
        return False
    return not _is_tied(text, start, start + last.start("word"), _WHOLE_HEADS)


def _is_tied(text: str, start: int, at: int, heads: re.Pattern[str]) -> bool:
    """Say whether a preposition ties what begins at a place to another noun than these."""
    lead = _SIDE.search(text[max(start, at - _REACH) : at])
    return lead is not None and heads.fullmatch(lead["head"]) is None
