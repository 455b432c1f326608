"""Parts: an enumeration or a chain of clauses, cut where English lets one cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `…, and the support for care leavers is`, ` and social workers listen`: a subject with its verb
_NEW_SUBJECT = r"(?=[^,;]{5,90}?\b(?:is|are|was|were|requires?|has|have)\b)"
_ADVERBIAL = r"(?=(?:they|it|there|he|she|for [a-z ]{3,60},) )"
_NO_SUBJECT = r"(?!when |if |where |that |who |which |as )"
_OPENING = rf"(?:{either('findings', 'subjects_open')} )?"
_SHORT_SUBJECT = rf"{_NO_SUBJECT}{_OPENING}(?:[a-z’'-]+ ){{1,3}}{either('findings', 'finite')}\b"
_CLAUSE_CUT = re.compile(
    rf"; (?:and )?|,? and that,? |, that |,? but (?:that )?|, while |, although "
    rf"| and {_ADVERBIAL}|, and {_NEW_SUBJECT}|(?P<subject> and )(?={_SHORT_SUBJECT})"
)
_VERB = re.compile(rf"\b(?:{either('findings', 'verbs')}|(?!need\b|speed\b|indeed\b)\w{{3,}}ed)\b")
# `While there is more to do, `
_WHILE = re.compile(r"^(?:while|although|though|whilst) [^,]{8,200}(?:,[^,]{0,60})?, ", re.IGNORECASE)
_EXAMPLES = re.compile(r",? (?:such as|including|among them|notably|particularly|for example) ")
_EXAMPLE_CUT = re.compile(r"(?:,| and|, and) (?=(?:the|a|an|how|its|their) )")
_THING_CUT = re.compile(
    r"(?:[;,] (?:and )?|^|(?<= ))\((?:[a-z]|[ivx]+|\d)\) |; (?:and )?| and (?=(?:for|with) )"
)
_COMMA = re.compile(r", (?:and )?")
_AND = re.compile(
    r" and (?=\S+ \S+ \S+)(?=(?:the|a|an|how|its|their|sufficiency|consistency|timeliness|quality)? ?[a-z])"
)
_THING = rf"{either('findings', 'things_open')}\b|the [\w’-]+ (?:of|for|with|in|to|between)\b"
_STRONG_AND = re.compile(rf" and (?=\S+ \S+ \S+)(?={_THING})")
_THING_START = re.compile(
    r"(?!which\b|who\b|that\b|where\b)(?:the|a|an|how|whether|its|their|better|more|stronger|support|[a-z][\w-]+)\b"
)


def parts(text: str, span: Span, *, things: bool = False) -> Iterator[Span]:
    """Yield the parts of an enumeration of things or of a chain of clauses, trimmed.

    >>> text = "the quality of plans, the use of data and how delay is tackled"
    >>> [part.slice(text) for part in parts(text, Span(0, len(text)), things=True)]
    ['the quality of plans', 'the use of data', 'how delay is tackled']
    """
    cut = _things(text, span) if things else _clauses(text, span)
    for part in cut:
        tidy = _trim(text, part)
        if len(tidy):
            yield tidy


def examples(text: str, span: Span) -> tuple[Span, ...]:
    """Return the examples that a clause ends with.

    >>> text = "services have improved, such as the opening of hubs and the new team"
    >>> [example.slice(text) for example in examples(text, Span(0, len(text)))]
    ['the opening of hubs', 'the new team']
    """
    match = _EXAMPLES.search(text, span.start, span.end)
    if match is None or text[match.start()] != ",":
        return ()
    told = Span(match.end(), span.end)
    found = list(_cut(text, told, _EXAMPLE_CUT))
    if not text.endswith("and ", 0, found[-1].start):
        found[-1:] = _at_last_and(text, found[-1], listed=True)
    return tuple(_trim(text, part) for part in found)


def _clauses(text: str, span: Span) -> Iterator[Span]:
    """Cut at semicolons, `and that`, `but`, and before a new subject; examples stand for themselves."""
    lead = _WHILE.match(text[span.start : span.end])
    if lead:
        yield from _clauses(
            text, Span(span.start + lead.start() + lead[0].index(" ") + 1, span.start + lead.end() - 2)
        )
        span = Span(span.start + lead.end(), span.end)
    start = span.start
    for cut in [*_CLAUSE_CUT.finditer(text, span.start, span.end), None]:
        end = cut.start() if cut else span.end
        if cut and cut["subject"] is not None and not _VERB.search(text, start, end):
            continue
        if end > start:
            yield Span(start, end)
        start = cut.end() if cut else end


def _things(text: str, span: Span) -> Iterator[Span]:
    """Cut at letters and semicolons; without any, at commas and the last `and`."""
    by_mark = list(_cut(text, span, _THING_CUT))
    if len(by_mark) > 1:
        yield from by_mark
        return
    by_comma = list(_cut(text, span, _COMMA)) if _is_enumeration(text, span) else [span]
    for number, part in enumerate(by_comma):
        last = number == len(by_comma) - 1
        oxford = last and len(by_comma) > 1 and text.endswith("and ", 0, part.start)
        yield from ([part] if oxford or not last else _at_last_and(text, part, listed=len(by_comma) > 1))


def _is_enumeration(text: str, span: Span) -> bool:
    """Say whether commas part things: the last one is followed by an `and`, and no piece is a bare word."""
    pieces = list(_cut(text, span, _COMMA))
    starts = all(_THING_START.match(text, piece.start) for piece in pieces)
    return (
        len(pieces) > 1
        and starts
        and " and " in text[pieces[-1].start - len("and ") - 1 : span.end]
        and all(len(p) > len("of it all") for p in pieces)
    )


def _at_last_and(text: str, span: Span, *, listed: bool) -> Iterator[Span]:
    """Cut at an `and` that surely parts two things; in a list, at the last one."""
    strong = list(_STRONG_AND.finditer(text, span.start, span.end))
    plain = list(_AND.finditer(text, span.start, span.end)) if listed else []
    cut = strong[-1:] or plain[-1:]
    if not cut:
        yield span
        return
    yield Span(span.start, cut[0].start())
    yield Span(cut[0].end(), span.end)


def _cut(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for match in [*pattern.finditer(text, span.start, span.end), None]:
        end = match.start() if match else span.end
        if end > start:
            yield Span(start, end)
        start = match.end() if match else end


def _trim(text: str, span: Span) -> Span:
    """Leave marks, spaces and a leading `and` or `that` out."""
    start, end = span.start, span.end
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    lead = re.match(r"[ ,]*(?:(?:and|that|to|also|for|with)\b,? )*", text[start:end])
    start += lead.end() if lead else 0
    if (
        end - start > 1
        and text[start] in "‘'“\""
        and text[end - 1] in "’'”\""
        and not any(c in '‘“"' for c in text[start + 1 : end - 1])
    ):
        start, end = start + 1, end - 1
    return Span(start, max(start, end))
