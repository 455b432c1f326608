"""Asides: sentences that say at their end, between two clauses or within one who found it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.before import PERSON
from councilbrief.evidence.findings.content import ReportedClause, framed
from councilbrief.evidence.findings.frames import Frame
from councilbrief.evidence.findings.leads import names_reporter
from councilbrief.evidence.findings.polarity import polarity
from councilbrief.evidence.findings.turned import afterwards, is_condition
from councilbrief.evidence.findings.verbs import is_clause
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words.edges import small
from councilbrief.provenance import Span

# `…, they found, and it said that …`
_BY_SAME = re.compile(
    r"(?:that |also )?(?:they|it|he|she|inspectors|ofsted|the (?:report|letter|inspectors|watchdog))\b"
)
# `It needs, Ofsted says, to get better at …`, `Care leavers are, it says, …`
_OBLIGED = re.compile(r"\b(?:needs?|must|should|ought|ha(?:s|ve) to|needs? to)$")
_UNFINISHED = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|do|does|did|been|being|that|which|who)$"
)
# `In some teams, they found, `
_ADVERBIAL = re.compile(
    r"(?:in|at|on|by|of|for|with|from|during|after|before|since|overall|however|but|and|also|\w+ly)\b",
    re.IGNORECASE,
)
# `Plans should be sharper, they said, and visits longer`
_SHORT_REST = re.compile(r"(?!(?:who|which|that|whose|\w+ of)\b)(?:[\w’'-]+ ){1,2}[\w’'-]+er\W*")
# `Staff have toiled, they found, at keeping families together`: one clause
_RUNS_ON = re.compile(r"(?:at|by|in|on|for|to|from|of|about|over|through|towards)\b")
# `There was good practice, they found, in fostering`: what it is said of follows
_THERE_WAS = re.compile(r"there (?:is|are|was|were)\b", re.IGNORECASE)
# `Some boys had nine workers, they found, and have lost their trust`: as the clause before it
_SAME_SUBJECT = re.compile(r"and (?:have|has|had|do not|does not|did not|cannot|are|were)\b")
_IN_REPORT = re.compile(
    r"\s*in (?:an?|its|the|their) (?:\w+ )?(?:report|letter)\b[^,;]*$"
    r"|\s*(?:after|following|from|of|on) (?:an?|its|the|their|this) (?:\w+ )?(?:visit|inspection)s?\b[^,;]*$",
    re.IGNORECASE,
)


# `While carers are well supported, inspectors said …`, `Training was praised too, as inspectors noted …`
_LEAD = re.compile(r"(?:while|although|though|whilst) ")
_THEN_FINDERS = re.compile(
    r"(?:,? (?P<on>and|but|while|though|although|as|with)|,| (?<=” )| (?<=\" ))"
    r" ?(?=(?:the |its )?(?:inspectors|ofsted|watchdog|report|letter)\b)"
)
_SHORTEST = 15
"""Characters of a clause that tells something."""

_FARTHEST = 40
"""Characters from who finds to the verb that says so."""


def before_finders(text: str, span: Span, first: Frame) -> tuple[Span, bool] | None:
    """Return the clause before those of the `first` frame, and whether it is beside them, not above them.

    `Help is quick, and inspectors found …` is, `Help was praised, as inspectors found …` is not.
    """
    low = small(text)
    match = _THEN_FINDERS.search(low, span.start, first.start)
    lead = _LEAD.match(low, span.start, first.start)
    if match is None or not (lead or match["on"]) or first.start - match.end() > _FARTHEST:
        return None
    told = Span(lead.end() if lead else span.start, match.start())
    if len(told) < _SHORTEST:
        return None
    words_ = told.slice(text)
    other = names_reporter(words_) or VEIL in words_ or PERSON.search(words_)
    if other or not is_clause(text, told):
        return None
    return told, (match["on"] or "while").lower() not in {"as", "with"}


def is_said_between(text: str, span: Span, first: Frame) -> bool:
    """Say whether who found it stands between two clauses: `Staff stay, they found, and …`."""
    after = afterwards(text, span)
    if after is None:
        return False
    if after.start() < first.start < after.end() >= span.end - 1:
        return True
    if not after["on"]:
        return _IN_REPORT.match(text, after.end(), span.end) is not None and is_clause(
            text, Span(span.start, after.start())
        )
    if after.end() > first.start:
        return after.start() < first.start and _is_aside(text, span, after)
    return _BY_SAME.match(text, after.end()) is None


def _is_aside(text: str, span: Span, after: re.Match[str]) -> bool:
    """Say whether who found it stands between a subject and its verb: `Plans, they found, lack dates`."""
    if text[after.start()] != "," or after["on"] != ", ":
        return False
    if _runs_on(text, span, after):
        return True
    return _ADVERBIAL.match(text, span.start) is None and not is_clause(text, Span(span.start, after.start()))


def _runs_on(text: str, span: Span, after: re.Match[str]) -> bool:
    """Say whether words behind who found it belong to the clause before: `…, they found, at keeping calm`."""
    rest = Span(after.end(), span.end)
    if _THERE_WAS.match(text, span.start) or is_clause(text, rest):
        return False
    return _RUNS_ON.match(text, rest.start) is not None


def said_afterwards(text: str, span: Span, usual: Polarity | None) -> Iterator[ReportedClause]:
    """Read a sentence that says at its end, between two clauses or within one who found it."""
    after = afterwards(text, span)
    if after is None:
        return
    last = after.end() >= span.end - 1 or _IN_REPORT.match(text, after.end(), span.end) is not None
    if not (last or after["on"]):
        return
    frame = Frame(span.start, span.start, "clause", that=True)
    before = Span(span.start, after.start())
    if after["on"] and is_condition(before.slice(text)):
        yield from framed(text, Span(after.end(), span.end), frame, span, usual)
        return
    aside = after["on"] == ", "
    if aside and _OBLIGED.search(text, span.start, after.start()):
        needed = Frame(span.start, after.end(), "noun", Polarity.IMPROVEMENT)
        yield from framed(text, Span(after.end(), span.end), needed, span)
        return
    rest = Span(after.end(), span.end)
    unfinished = not is_clause(text, before) or _UNFINISHED.search(text, span.start, after.start())
    if aside and (unfinished or _runs_on(text, span, after)):
        yield from framed(text, span, frame, span, usual)
        return
    yield from framed(text, before, frame, span, usual)
    if not last and not text.startswith("whose ", after.end()):
        worse = polarity(before.slice(text)) is Polarity.IMPROVEMENT
        same = worse and _SAME_SUBJECT.match(text, after.end() - len("and "), rest.end)
        if same or _SHORT_REST.fullmatch(text, rest.start, rest.end):
            frame = Frame(span.start, rest.start, "noun", polarity(before.slice(text)))
        yield from framed(text, rest, frame, span, usual)
