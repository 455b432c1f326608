"""The past in a text: words of an earlier inspection, a year gone back to, what has been so until now."""

from __future__ import annotations

import re

from councilbrief.evidence.judgements.grades import GRADE_WORDS
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

EARLIER = re.compile(rf"\b{either('grades', 'earlier')}\b", re.IGNORECASE)
"""What makes a grade that of an earlier inspection."""

# `despite gains made since its last inspection in 2019`: from then until now
_UNTIL_NOW = re.compile(
    r"\bsince (?:(?:(?:the|its|their|our) )?(?:last|previous|prior|preceding)"
    r" (?:[\w-]+ ){0,2}?(?:inspection|visit|report)"
    r"|(?:it|they|services|the \w+) (?:was|were) last inspected)\b"
    r"(?: (?:of|in)(?: [\w-]+){0,3}?(?= its| the| their|,|$| (?:19|20)\d\d)(?: (?:19|20)\d\d)?)?",
    re.IGNORECASE,
)
# `rated inadequate, has improved since …` leaves open when it was, `despite gains made since …` does not
_AND_YET = re.compile(
    r"\b(?:despite|notwithstanding|even though|with|declin\w+|deteriorat\w+"
    r"|worse\w*|slip\w+|fallen|dropped)\b",
    re.IGNORECASE,
)
# `the work done since the last inspection to achieve the good`
_SO_AS = re.compile(
    r"\bto (?:achieve|get|reach|earn|win|secure|gain|attain|become|be (?:rated|judged|graded))\b",
    re.IGNORECASE,
)
_INSPECTED = re.compile(r"\b(?:ofsted|inspect\w*|rated|judged|graded|told|warned)\b", re.IGNORECASE)
# `its rating has deteriorated `: what follows is so now
_HAS_MOVED = re.compile(
    r"\b(?:has|have) [‘“'\"]?(?:\w+ )?"
    r"(?:deteriorated|improved|moved|risen|fallen|dropped|slipped|gone|climbed|worsened)\b",
    re.IGNORECASE,
)
_GRADE = re.compile(rf"\b(?:{GRADE_WORDS})\b", re.IGNORECASE)
# `an improvement on 2017, when adoption was good but the council …`: all that follows is of that year
_IN_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d),? when\b")
# `In March 2014 inspectors judged that …`, `When inspectors last called, in 2020, …`
_OPENS = re.compile(
    r"\W*(?:(?:in|back in|by|at|when|during|until|as (?:recently|late|early|far back) as)\b[^.;:]{0,60}?"
    r"|(?:the|its|their|our|that) "
    r"|[^.;:]{0,60}?\bthat in (?:\w+ )?"
    r"|(?:where|how)\b[^.;:]{0,40}?(?=(?:19|20)\d\d ?[:–—-]))"
    r"\b(?P<year>(?:19|20)\d\d)\b,?(?!,? and)",
    re.IGNORECASE,
)

HISTORY_ROW = re.compile(r"\W*(?:19|20)\d\d\s*[|\t]")
"""`2015 | Single inspection | Inadequate`: a row of history, whose areas are those of other frameworks."""


_NUMBERS = (
    *("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen"),
)
YEARS_LATER = rf"(?P<many>{'|'.join(_NUMBERS)}) years? (?:later|(?P<back>earlier|before that))\b"
"""A pattern for `three years later` and `three years earlier`."""

# `, and three years later ` at the head of a clause
_THEN_LATER = re.compile(rf"\W*(?:(?:and|but|then|only) )*{YEARS_LATER}", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""Finds a year."""

# `Two years after it was put in charge of them, `: since when something else is so
_SINCE_EVENT = re.compile(
    r"\W*(?:(?:more|less|just|only|barely|some|about) (?:than )?)?\w+ (?:years?|months) (?:after|since)"
    r" (?=[^,;]*\b(?:was|were|had|has|came|took|began|left|set|went|\w+ed)\b)(?P<event>[^,;]{8,140}), ",
    re.IGNORECASE,
)

_AGO = "|".join((*_NUMBERS, r"\d+", "some", "several", "many"))
_LONG_AGO = re.compile(
    rf"\W*(?:(?:just|only|about|over|some|more than) )?(?:{_AGO}) years ago\b", re.IGNORECASE
)
# a sentence whose matter is an earlier inspection: `Ofsted last came in 2019.`, `Five years ago …`
_STORY = re.compile(
    r"\W*(?:(?:but|and|yet|by contrast|in contrast),? )?"
    r"(?:(?:ofsted|(?:the )?inspectors|the (?:watchdog|regulator|inspectorate)) (?:had )?last"
    r" (?:inspected|visited|came|called|looked|reported|went)\b"
    r"|(?:the|its|their|that|ofsted[’']s) (?:previous|earlier|preceding|last|(?:19|20)\d\d)"
    r" (?:(?:full|such|big|proper|ofsted) )?(?:inspection|report|visit|letter|verdict|judgement)\b"
    r"|(?:the )?last time (?:that )?[^.;]{0,80}?"
    r"\b(?:inspected|visited|came|called|looked|judged|rated|graded)\b"
    rf"|(?:(?:just|only|about|over|some|more than) )?(?:{_AGO}) years ago\b"
    r"|(?:back |way back |as long ago as |late |early )?(?:in|at|during) (?:[\w’'-]+ ){0,6}?"
    r"(?=(?:19|20)\d\d\b)"
    r"|(?:it|things) (?:was|were|had been) (?:\w+ )?(?:an? )?(?:\w+ )?different\b)",
    re.IGNORECASE,
)
# `This time it is good`, `Services have since improved`: no longer of then
_NO_LONGER = re.compile(
    r"\b(?:now|today|yesterday|this (?:time|week|month|year|visit|inspection|report)|latest|new(?:est)?"
    r"|recent|current(?:ly)?|since|has|have|is|are|remains?|still|says?|finds?|fast[ -]forward|but)\b",
    re.IGNORECASE,
)


def story_of(words_: str, newest: int | None) -> tuple[bool, int | None]:
    """Say whether a sentence's matter is an earlier inspection, and of which year: "Five years ago …"."""
    if _STORY.match(words_) is None or _NO_LONGER.search(words_):
        return False, None
    years = [int(year) for year in YEAR.findall(words_)]
    if not years:
        return True, None
    return newest is None or max(years) < newest, years[0] if len(years) == 1 else None


def is_long_ago(text: str, span: Span) -> bool:
    """Say whether a sentence begins with how long ago all of it was: "Two years ago …"."""
    return _LONG_AGO.match(text, span.start, span.end) is not None


def goes_on_with_then(words_: str, newest: int | None) -> bool:
    """Say whether a sentence behind one on an earlier inspection goes on with that: "It was rated good."."""
    years = [int(year) for year in YEAR.findall(words_)]
    return _NO_LONGER.search(words_) is None and not any(newest and year >= newest for year in years)


def how_many(later: re.Match[str]) -> int:
    """Return how many years later something was, below zero for earlier."""
    number = _NUMBERS.index(later["many"].lower()) + 1
    return -number if later["back"] else number


def years_after(text: str, before: Span, span: Span) -> int | None:
    """Return the year of "and three years later it was good", counted from that of the words before."""
    later = _THEN_LATER.match(text, span.start, span.end)
    years = YEAR.findall(text, before.start, before.end) if later else ()
    return int(years[-1]) + how_many(later) if later and years else None


def since_event(text: str, span: Span) -> Span | None:
    """Return the words at the head of a clause that only say since what time something is so.

    "Two years after the trust took over, services are good" tells of no earlier inspection.
    """
    found = _SINCE_EVENT.match(text, span.start, span.end)
    if found is None or _GRADE.search(found["event"]) or _INSPECTED.search(found["event"]):
        return None
    return Span(*found.span())


def back_to(text: str, span: Span, newest: int | None) -> tuple[int, int | None]:
    """Return where a sentence goes back to an earlier year, and which: "2017, when …"; else its end."""
    match = _IN_YEAR.search(text, span.start, span.end) or _OPENS.match(text, span.start, span.end)
    year = int(match["year"]) if match else None
    if match is None or (year and newest and year >= newest):
        return span.end, None
    return match.end(), year


def until_now(text: str, span: Span) -> Span | None:
    """Return the "despite gains since its last inspection" of a clause that dates no grade of it."""
    since = _UNTIL_NOW.search(text, span.start, span.end)
    if since is None:
        return None
    grades = [match.end() for match in _GRADE.finditer(text, span.start, span.end)]
    behind = next((end for end in grades if end > since.start()), None)
    if behind is not None:
        now = _SO_AS.search(text, since.end(), behind) or _HAS_MOVED.search(text, since.end(), behind)
        return Span(*since.span()) if now else None
    if not grades:
        return None
    return Span(*since.span()) if _AND_YET.search(text, grades[-1], since.start()) else None
