"""Clauses: the parts of a sentence that each say one thing, with what colours them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.inspections.others import speaks_of_others
from councilbrief.evidence.judgements.graders import is_by_laymen
from councilbrief.evidence.judgements.grades import GRADE_TRACE, GRADE_WORDS
from councilbrief.evidence.judgements.past import EARLIER, back_to, since_event, until_now, years_after
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
    r",? (?=where (?:\w+ years? ago|in \d{4}|before|previously|once|last time)\b)",
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
# `advised that it had been judged`: what was reported then was so then
_REPORTED = re.compile(
    r"\b(?:advised|noted|reported|heard|informed|confirmed)\b[^;:.]{0,60}\bthat\b[^;:.]{0,80}\bhad been"
    r" (?=(?:now )?(?:judged|rated|graded|found|assessed)\b)"
    r"(?!.*\b(?:when|before(?! ?[.,;)]|$)|until|prior|previous\w*|last)\b)",
    re.IGNORECASE,
)
# `help had been judged good`, in minutes: what they tell of is always past
_MINUTED = re.compile(
    r"\bhad (?:each |both |all |also )?been (?=(?:judged|rated|graded|found|assessed|that)\b)"
    r"(?!.*\b(?:when|before(?! ?[.,;)]|$)|until|prior|previous\w*|last)\b)",
    re.IGNORECASE,
)
# `requires improvement (previously inadequate)`: what stands in brackets is past, not what they follow
_IN_BRACKETS = re.compile(r"\((?:previously|formerly|before|last time|was|were)\b[^()]*\)", re.IGNORECASE)
_GENERAL = re.compile(rf"\b{either('grades', 'general')}(?!\w)", re.IGNORECASE)
_ASKED = re.compile(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|could|should|can|may|might"
    r"|what|why|how|who|when|where|which)\b[^?]*\?[’'”»\")]*$",
    re.IGNORECASE,
)
_MANY = re.compile(rf"\b{either('grades', 'many')}", re.IGNORECASE)
# `puts it alongside some `, `into the top ` before `three quarters of councils`
_AMONG = re.compile(
    r"\b(?:alongside|among|amongst|unlike|ahead of|in line with|in (?:the|its) company of|into)"
    r"(?: (?:one|two|three|four|half|the|some|only|just|about|around|over|under|more|less|than|top|bottom"
    r"|best|worst|nearly|almost|other|a|its))* $",
    re.IGNORECASE,
)
_HOPES = re.compile(rf"\b{either('grades', 'hopes')}", re.IGNORECASE)
_HOPING = re.compile(r"(?:hoping|expecting|fearing|aiming)\b", re.IGNORECASE)
_RULE = re.compile(rf"\b{either('grades', 'rule')}\b", re.IGNORECASE)
_GRADE = re.compile(rf"\b(?:{GRADE_WORDS})\b", re.IGNORECASE)
# `and good for leadership in the same report`, behind a clause of an earlier inspection
_SAME_TIME = re.compile(
    r"\b(?:in|at|on|by) (?:that|the same) (?:report|inspection|visit|year|time|review|occasion)\b"
    r"|^\W*(?:in|at) which\b|^\W*which (?:had|was|were|found|put|said|gave|judged|rated|graded)\b"
    rf"|^\W*(?:and|with|with an?) [‘“'\"]?(?:{GRADE_WORDS})[’”'\"]? (?:for|in|on)\b",
    re.IGNORECASE,
)
# `leadership – was rated inadequate`, behind a dash
_STILL_THEN = re.compile(r"(?!.*\b(?:is|are|has|have|now|remains?)\b).*\b(?:was|were)\b.*")
# `two were ‘good’` before the dash behind which stands which two
_COUNTED = re.compile(
    rf"\b(?:one|two|three|four)\b(?:(?! [–—] )[^,;:]){{0,60}}?\b(?:{GRADE_WORDS})s?[’”'\"]?$", re.IGNORECASE
)
_LEAD = 60
_BEFORE = 160
"""Characters before a sentence in which the year stands from which it counts."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence.

    `newest` is the year of the inspection that the document is about, None if unknown;
    `last_year` the year before the text, where that lies before the inspection.
    `earlier` marks a clause that speaks of an earlier inspection by its words, `year` is the
    one that its sentence has gone back to. `minuted`: minutes, in which "had been judged" is
    said of grades of today.
    `council` says that the sentence names the document's council or goes on about it.
    `hypothetical` marks one that tells a rule, not an outcome; `aside` one about grades
    in general, about schools or about another council; `foreign` are the places where
    other councils are named, `own` those where the document's is.
    """

    span: Span
    newest: int | None = None
    last_year: int | None = None
    earlier: bool = False
    year: int | None = None
    minuted: bool = False
    hypothetical: bool = False
    aside: bool = False
    council: bool = False
    foreign: tuple[Span, ...] = ()
    own: tuple[Span, ...] = ()


def sentence_clause(text: str, clause: Clause) -> Clause:
    """Add to a sentence what its words say of it: that it tells a rule, or of grades in general.

    "Any area that is inadequate means …" is a rule; "The four grades are …" is an aside.
    """
    words_ = clause.span.slice(text)
    rule = _RULE.search(words_[:_LEAD]) is not None
    # a question gives no grade
    general = not rule and (_ASKED.match(words_) is not None or _GENERAL.search(words_) is not None)
    if not rule and not general:
        return clause
    return replace(clause, hypothetical=rule, aside=clause.aside or general)


def clauses(text: str, sentence: Clause) -> Iterator[Clause]:
    """Cut a sentence into clauses; each keeps what colours the sentence.

    "Leaders were good; help was inadequate, but care leavers were outstanding" gives three.
    """
    start, gone, (back, year) = sentence.span.start, False, back_to(text, sentence.span, sentence.newest)
    others = goes_on = False
    span = Span(max(0, start - _BEFORE), start)
    for match in [*_cuts(text, sentence.span), None]:
        end = match.start() if match else sentence.span.end
        if end > start:
            words_ = text[start:end]
            before, span = span, Span(start, end)
            after = years_after(text, before, span)
            later = after if after and sentence.newest and after < sentence.newest else None
            now = until_now(text, span) or since_event(text, span)
            told = text[start : now.start] + text[now.end : end] if now else words_
            told = _IN_BRACKETS.sub("", told)
            past = (_MINUTED if sentence.minuted else _REPORTED).sub("", told)
            same = gone and (_SAME_TIME.search(words_) or (goes_on and _STILL_THEN.fullmatch(words_)))
            gone = EARLIER.search(past) is not None or bool(same)
            earlier = sentence.earlier or gone or end > back or later is not None
            # `a home was rated good by the CQC, with leadership outstanding`
            named = any(span.overlaps(own) for own in sentence.own)
            others = speaks_of_others(words_) or (others and goes_on and not named)
            aside = (
                sentence.aside
                or others
                or _is_hope(words_)
                or _is_of_many(words_)
                or is_by_laymen(words_)
                or any(span.overlaps(f) for f in sentence.foreign)
            )
            then = later or (year if end > back else None) or sentence.year
            yield replace(sentence, span=span, earlier=earlier, year=then, aside=aside)
        start, goes_on = (match.end() if match else end), match is not None and match["soft"] is not None


def _cuts(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield where a sentence is cut; a dash, a colon or `with` cuts only between two grades, `and` after one.

    "All three areas – leaders, help and protection, children in care – were good" is one.
    """
    start = span.start
    grades = [match.start() for match in GRADE_TRACE.finditer(text, span.start, span.end)]
    for match in _CUT.finditer(text, span.start, span.end):
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


def _is_of_many(words_: str) -> bool:
    """Say whether words tell of councils in general: not "its grade puts it alongside half of councils"."""
    return any(not _AMONG.search(words_, 0, match.start()) for match in _MANY.finditer(words_))


def _is_hope(words_: str) -> bool:
    """Say whether words tell what was hoped for: not "inadequate, a blow to officials hoping for more"."""
    hope = _HOPES.search(words_)
    if hope is None:
        return False
    behind = _HOPING.match(words_, hope.start()) is not None and not _GRADE.search(words_, hope.start())
    return not behind or _HOPES.search(words_, hope.end()) is not None


def tells_no_grade(words_: str) -> bool:
    """Say whether words tell a rule, a hope, of grades in general, or of others: then they give no grade."""
    asides = (_RULE, _GENERAL, _HOPES)
    general = any(aside.search(words_) for aside in asides) or _is_of_many(words_)
    return general or speaks_of_others(words_) or is_by_laymen(words_)
