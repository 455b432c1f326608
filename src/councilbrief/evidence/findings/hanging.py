"""Hanging: what hangs on a part of an enumeration, after a colon, a dash or a `with`."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.parts import parts
from councilbrief.evidence.findings.polarity import polarity
from councilbrief.evidence.findings.verbs import has_verb, is_clause
from councilbrief.provenance import Span

_DASH = re.compile(r" [–—-] ")
_OF_WHOM = re.compile(r", (?:[\w-]+ ){1,3}of (?:whom|which)\b")
_TOO = re.compile(r",? (?:too|as well|however|though)\s*$")
_LABEL = 3
"""Words before a colon that only name of what the clause after it tells: `care leavers: …`."""

_FEWEST_ADDED = 4
"""Words of what a `with` adds."""


def explained(text: str, part: Span) -> list[Span]:
    """Part a clause from what follows its colon, a thing from a clause after its dash.

    What follows stays only if it says by itself what it is.
    """
    dash = _DASH.search(text, part.start, part.end)
    if (
        dash
        and is_clause(text, Span(dash.end(), part.end))
        and not has_verb(text, Span(part.start, dash.start()))
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
    return Span(part.start, part.start + len(_TOO.sub("", part.slice(text))))


def with_what(text: str, part: Span) -> list[Span]:
    """Part a clause from what its `with` adds, where that says what it is: `, with plans drifting`."""
    added = text.find(", with ", part.start, part.end)
    if added < 0 or not is_clause(text, Span(part.start, added)):
        return [part]
    more = list(parts(text, Span(added + len(", with "), part.end), things=True))
    if not all(polarity(one.slice(text)) and len(one.slice(text).split()) >= _FEWEST_ADDED for one in more):
        return [part]
    return [Span(part.start, added), *more]
