"""Where a sentence is cut into clauses that each say one thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from councilbrief.evidence.judgements.grades import GRADE_TRACE, GRADE_WORDS
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `…, and help for care leavers was good`: a new subject with a verb of its own
_VERB = r"(?:is|are|was|were|has|have|got|remains?|requires?|received|so|same)"
_A_VERB = re.compile(rf"\b(?:{_VERB}|appl(?:y|ies|ied)|goes|went|holds|held|covers?)\b", re.IGNORECASE)
# … but not `and young people who have left care`
_NEW_SUBJECT = rf", (?=and (?=[^;()]{{3,120}}?(?<!\bwho )(?<!(?<!and) that )(?<!\bwhich )\b{_VERB}\b))"
# `, as was help and protection`, `, and leadership with it`, ` and that for care leavers down to good`
_LIKEWISE = (
    r", (?=as (?:is|are|was|were) (?!the case|expected|made|shown|well)[^,;]{3,80}(?:$|[,;]))"
    r"|, (?=and [^,;.]{3,120} with it(?:[,.;]|$))"
    r"|(?<!overall) (?=(?:and|but) in (?:the (?:rest|others?)|the other (?:one|two|three|four)|another)\b)"
    r"|, (?=and (?:another|one|a (?:second|third|later))(?: one)?,? in (?:\w+ )?\d{4},? )"
    r"|,? (?=and that (?:for|of|on) [^,;.]{3,80}? (?:is|was|went|goes|up|down|at|to|from|rose|fell|moved)\b)"
)
_WAS = r"(?:was|were|did|had(?: been)?)"
_THEN = rf"(?:(?:it|they|we) {_WAS}|(?:was|had been) the case)"
_BUT = rf"{either('grades', 'contrast')}\b(?! (?:one|two|for)\b)(?! (?:\w+ ){{0,2}}\w+[’”'\"](?:[,.;]|$))"
# `, inspectors judged that …`, behind what else was said of the grade
_SAYS = (
    r"(?:[Ii]nspectors|[Oo]fsted|the (?:report|watchdog|regulator|inspectorate)) (?:\w+ )?"
    r"(?:judged|rated|graded|found|deemed|gave|said|considered)\b"
)
# a list whose items a semicolon parts has neither verbs nor grades
_CUTS = (
    rf"; (?=[^;]*\b(?i:{_VERB}|found|{GRADE_WORDS})\b)(?!(?:and )?[^;,]{{1,80}}, with\b)",
    rf", (?=(?:{either('grades', 'contrast')}|though|yet)\b)",
    r", (?=(?:\w+ )?years? (?:after|since)\b)",
    r",? (?=because\b)",
    r" (?=\w+ (?:years?|months) after [‘“'\"])",
    rf"(?P<and>{_NEW_SUBJECT}|{_LIKEWISE})",
    rf"(?<!\b[Aa]ll)(?<! areas)(?<! judgements)(?<! everything) (?={_BUT})",
    r",? (?=(?:(?:down|up) from|compared (?:with|to))\b)",
    rf", (?=(?:an?|its|the) (?:[\w-]+ )?{either('grades', 'moves')}\b)",
    r", (?=(?:having|after (?:being|having|years|a decade|\w+ years))\b)",
    rf",? (?=(?:just |the same )?as {_THEN} (?:in|at|last)\b[^,;]*(?:$|, and\b))",
    r",? (?<! well )(?=(?:just |exactly |the same )?as (?:in|at|before|last)\b[^,;]*$)",
    # behind an apposition, or a participle, with a grade and its year: `rated good in 2016, was found …`
    (
        r"(?P<dated>(?<=[12]\d\d\d)(?: and (?=(?:has|have|is|are|now|requires?)\b)"
        r"|, (?=(?:(?:the|its|their|our|it|they|we|[A-Z][\w’'-]+)[^,;.]{0,40}? )?"
        r"(?:is|are|was|were|has|have|got|gets|received|remains|moved|rose|fell|slipped|dropped|climbed"
        r"|jumped)\b(?!:))))"
    ),
    # an apposition that tells of something else: `the borough, last inspected in 2019, was rated good`
    (
        rf", (?:whose|last|formed|created|set up)\b(?:(?!\b(?i:{GRADE_WORDS})\b)[^,;.]){{3,80}}, (?=(?:is|are"
        rf"|was|were|has|have)\b)"
    ),
    r",(?: and| but)? (?=in (?:\w+ )?\d{4},? (?:it|they|we|that|the)\b)",
    (
        r", (?=(?:its (?:second|third|fourth|best|worst|highest|lowest)"
        r"|(?:after|following) (?:one|those|that) (?:in|of))\b)"
    ),
    r", (?=which (?:\w+ ){0,2}had\b)",
    r", (?=an? (?:mark|sign|measure|tribute|testament|reflection) (?:of|to) how\b)",
    (
        r",? (?=which (?:the |its )?(?:\w+ ){1,3}"
        r"(?:regards?|considers?|sees?|views?|accepts?|accepted|believes?)\b)"
    ),
    (
        r" (?=(?:\w+ )?(?:years?|months) after (?:being|(?:it|they) (?:was|were))"
        r" (?:told|rated|judged|graded|found)\b)"
    ),
    (
        r", (?=(?:the|a) (?:same )?(?:result|grade|rating|mark|judgement|verdict)s?"
        r" (?:that )?(?:it|they|we|the \w+) [^,;]*$)"
    ),
    r", (?=the same(?: \w+)? as (?:when|at|in|on|its|the|their|last|that)\b)",
    (
        r", (?=an? (?:rating|grade|judgement|verdict|mark|status) (?:(?:that|which) )?(?:(?:it|we"
        r"|they) )?shared?s?\b)"
    ),
    r" and (?=in \d{4} )",
    # `could lose its services after Ofsted handed them an inadequate rating`: that is no hope
    (
        r"(?<!years)(?<!year)(?<!months)(?<!weeks)(?<!decade) (?=after (?:[Oo]fsted|(?:the )?inspectors"
        r"|the (?:watchdog|regulator|inspectorate)) (?:had )?(?:\w+ )?"
        r"(?:handed|gave|given|rated|judged|graded|branded|awarded|deemed|declared|labelled)\b)"
    ),
    (
        r",? (?=where (?:\w+ years? ago|in \d{4}|before|previously|once|last time"
        r"|(?:it|they|the (?:council|authority|department|services?|borough|county|city)) (?:had|could))\b"
        r"(?![^,;]{3,60}, (?:in)?to\b))"
    ),
    (
        r", (?=an? (?:verdict|grade|rating|result|outcome|judgement) (?:that|which)"
        r" (?:would|could|few|nobody|no one)\b)"
    ),
    r",? (?=following (?:an?|its|the|two) (?:previous|earlier|last|prior)\b)",
    r" and (?=for [^,;.]{3,60}, (?:it|they|services|where|the)\b)",
    rf"(?P<soft> [–—-] (?!{_BUT})|, (?=with\b)|, (?={_SAYS})|(?<=[^\d]): (?=[A-Za-z‘'“]))",
)
# `bar one` before the colon and what that one is
_BAR_ONE = re.compile(rf"\b{either('areas', 'exception')} (?:for )?one$", re.IGNORECASE)
_CUT = re.compile("|".join(_CUTS))
# `Three years after a good was handed to it, ` at the head of a sentence that goes on with today
_YEARS_AFTER = re.compile(
    rf"\W*(?:(?:just|only|barely) )?\w+ (?:years?|months) after [^,;]*\b(?:{GRADE_WORDS})\b[^,;]*(?=, )",
    re.IGNORECASE,
)
_COMMA = re.compile(r"(?P<and>x)?(?P<dated>x)?(?P<soft>x)?, ")
# `two were ‘good’` before the dash behind which stands which two
_COUNTED = re.compile(
    rf"\b(?:one|two|three|four)\b(?:(?! [–—] )[^,;:]){{0,60}}?\b(?:{GRADE_WORDS})s?[’”'\"]?$", re.IGNORECASE
)


def cuts(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield where a sentence is cut; a dash, a colon or `with` cuts only between two grades, `and` after one.

    "All three areas – leaders, help and protection, children in care – were good" is one.
    """
    start = span.start
    then = _YEARS_AFTER.match(text, span.start, span.end)
    comma = _COMMA.match(text, then.end()) if then else None
    if comma is not None:
        yield comma
        start = comma.end()
    grades = [match.start() for match in GRADE_TRACE.finditer(text, span.start, span.end)]
    for match in _CUT.finditer(text, start, span.end):
        left = bisect_left(grades, start) < bisect_left(grades, match.start())
        right = bisect_left(grades, match.end()) < len(grades) and not _BAR_ONE.search(
            text, start, match.start()
        )
        if text[match.start()] == ";" and (
            _is_in_brackets(text, span.start, match.start())
            or not (left or _A_VERB.search(text, _listed_from(text, start, match.start()), match.start()))
        ):
            continue
        if match["soft"] and _COUNTED.search(text, start, match.start()):
            continue
        if (
            (left and right)
            if match["soft"]
            else (left or not (match["and"] or match["dated"]) or text.startswith("as ", start))
        ):
            yield match
            start = match.end()


def _listed_from(text: str, start: int, at: int) -> int:
    """Return where a list may begin before a place: behind the last dash or colon."""
    return max(start, *(text.rfind(mark, start, at) for mark in (" - ", " – ", " — ", ": ")))


def _is_in_brackets(text: str, start: int, at: int) -> bool:
    """Say whether a place stands in brackets: "two are good (leaders; care leavers)" is one clause."""
    return text.count("(", start, at) > text.count(")", start, at)
