"""Hanging: what hangs on a part of an enumeration, after a colon, a dash or a `with`."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.parts import parts
from councilbrief.evidence.findings.polarity import polarity
from councilbrief.evidence.findings.verbs import has_verb, is_clause
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_DASH = re.compile(r" [–—-] ")
_OF_WHOM = re.compile(r", (?:[\w-]+ ){1,3}of (?:whom|which)\b")
# `…, as with a fall in referrals`: an example of it
_AS_WITH = re.compile(r", (?:just )?as (?:with|in|happened|was seen) (?:an?|the|one|some)\b")
_TOO = re.compile(r",? (?:too|as well|however|though)\s*$")
# `…, although`, `the plans that`, `praise for Norchester, after inspectors`: the rest is in another clause
_HANGS = re.compile(
    r"[\s,;]+(?:(?:and|or|but|although|though|while|whilst|whereas|because|since|if|than|as|until|unless|before"
    r"|after|when|where|which|who|whose|that|the|an?|of|its|their|so)[\s,]*)+$"
    r"|[\s,;]+(?:(?:in|into|of|as|about|with) )?(?:areas?|causes?|grounds) (?:for|of)$"
    r"|[\s,;]+(?:(?:and|but),? )?(?:although|though|while|because|since|if|than|as|until|unless|before|after"
    r"|when)"
    r" (?:it|they|he|she|we|inspectors|ofsted|the (?:report|inspectors|letter))\s*$",
    re.IGNORECASE,
)
# `looked after`, `than before`, `know who`: whole all the same
_WHOLE = re.compile(
    r"\b(?:looked|named|ask(?:s|ed)?|than|ever|soon|long|day|week|month|year|months|years|weeks|days|know|knows|so"
    r"|and|or|do|does|did|like|what|how|ahead|as|just|if|well|being|made|thought|heard)"
    r" (?:\w+ )?"
    r"(?:after|before|when|where|who|which|that|so|if|of)$",
    re.IGNORECASE,
)
# `a great deal hangs on what`, `they ring those whom`: the rest is lost
_CUT_OFF = re.compile(r"(?<!know )(?<!so )(?<!does )(?<!for )\b(?:what|whom|whose|whether|than|because)$")
# `what the council`: what it does is lost
_WHAT_WHO = re.compile(r"(?:what|how) (?:the|its|their|an?) [\w’'-]+(?: [\w’'-]+)?")
# `That ` before `can no longer be said`: it points to something, and brings in nothing
_POINTING = re.compile(r"(?:^|[.!?”\"\n]\s)That $")
_FINITE = re.compile(rf"{either('findings', 'finite')}\b")
_BEFORE = 7
"""Characters before a part that show what it has lost."""

_FEWEST_LEFT = 5
"""Words that must be left of a part that has lost what hung at its end."""

_LABEL = 3
"""Words before a colon that only name of what the clause after it tells: `care leavers: …`."""

_FEWEST_ADDED = 4
"""Words of what a `with` adds."""


def explained(text: str, part: Span) -> list[Span]:
    """Part a clause from what follows its colon, a thing from a clause after its dash.

    What follows stays only if it says by itself what it is.
    """
    dash = _DASH.search(text, part.start, part.end)
    before = Span(part.start, dash.start() if dash else part.end)
    if (
        dash
        and is_clause(text, Span(dash.end(), part.end))
        and not (is_clause(text, before) and has_verb(text, before))
    ):
        told = Span(dash.end(), part.end)
        return [
            untailed(text, Span(part.start, dash.start())),
            *([told] if polarity(told.slice(text)) else []),
        ]
    colon = text.find(": ", part.start, part.end)
    before, after = Span(part.start, max(colon, part.start)), Span(colon + 2, part.end)
    if (
        0 < len(before.slice(text).split()) <= _LABEL
        and not is_clause(text, before)
        and is_clause(text, after)
    ):
        return [after]
    if not is_clause(text, before) or polarity(before.slice(text)) is None:
        return [part]
    return [before, after] if polarity(after.slice(text)) else [before]


def untailed(text: str, part: Span) -> Span:
    """Leave a `, too` at the end out, and what hangs on a thing: `, most of whom are in work`."""
    tail = _OF_WHOM.search(text, part.start, part.end)
    if tail and polarity(text[tail.start() : part.end]) is not Polarity.IMPROVEMENT:
        part = Span(part.start, tail.start())
    example = _AS_WITH.search(text, part.start, part.end)
    if example and polarity(text[part.start : example.start()]):
        part = Span(part.start, example.start())
    return Span(part.start, part.start + len(_TOO.sub("", part.slice(text))))


def ended(text: str, part: Span) -> Span:
    """Leave out what only begins another clause at the end of a part; empty where too little is left."""
    words_ = part.slice(text)
    hanging = _HANGS.search(words_)
    if hanging is None or _WHOLE.search(words_):
        return part
    kept = Span(part.start, part.start + hanging.start())
    whole = is_clause(text, kept) and len(kept.slice(text).split()) >= _FEWEST_LEFT
    return kept if whole else Span(part.start, part.start)


def with_what(text: str, part: Span) -> list[Span]:
    """Part a clause from what its `with` adds, where that says what it is: `, with plans drifting`."""
    added = text.find(", with ", part.start, part.end)
    if added < 0 or not is_clause(text, Span(part.start, added)):
        return [part]
    more = list(parts(text, Span(added + len(", with "), part.end), things=True))
    if not all(polarity(one.slice(text)) and len(one.slice(text).split()) >= _FEWEST_ADDED for one in more):
        return [part]
    return [Span(part.start, added), *more]


def is_fragment(text: str, part: Span) -> bool:
    """Say whether a part has lost its object, or its subject: `all hangs on what`."""
    if _CUT_OFF.search(text, part.start, part.end) and " who " not in part.slice(text):
        return True
    if _WHAT_WHO.fullmatch(text, part.start, part.end):
        return True
    before = text[max(part.start - _BEFORE, 0) : part.start]
    return _POINTING.search(before) is not None and _FINITE.match(text, part.start, part.end) is not None
