"""Parts: an enumeration or a chain of clauses, cut where English lets one cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.areas import area_mentions
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_FINITE = either("findings", "finite")
# `…, and the support for care leavers is`, ` and social workers listen`: a subject with its verb
_NEW_SUBJECT = rf"(?=[^,;]{{5,90}}?\b(?:{_FINITE}|requires?)\b)"
_NO_OPENING = rf"(?!(?:{_FINITE}|for|of|with|in|to|by|on|at|from)\b)"
_ADVERBIAL = r"(?=(?:they|it|there|he|she|for [a-z ]{3,60},(?! (?:is|are|was|were|has|have)\b)) )"
# `in a minority of cases parents were not asked`, `children at risk of harm are seen`
_IN_SOME = (
    r"in (?:an?|some|many|most|several|other|too many|half|one|two) [a-z ]{3,40}"
    r" (?:is|are|was|were|has|have|had|did|do) "
)
_DESCRIBED = (
    rf"{either('findings', 'described_subjects')}"
    r" (?:who|in|at|with|of|on|from|aged|leaving|living|needing|placed|for|to)"
    r" [a-z’' -]{3,50}? (?:is|are|was|were|has|have|had|do|can|feel|get|receive) "
)
_NO_SUBJECT = rf"(?!when |if |where |that |who |which |as |{_FINITE} )"
_OPENING = rf"(?:{either('findings', 'subjects_open')} )?"
# at the end of a clause most of these verbs may be nouns: `good and steady work`
_SURE = rf"(?:listen|wait|thrive|stay|agree|{_FINITE}(?= [\w‘“]))"
_SHORT_SUBJECT = (
    rf"{_IN_SOME}|{_DESCRIBED}|{_NO_SUBJECT}(?:{_OPENING}(?:[a-z’'-]+ ){{1,3}}{_SURE}\b"
    rf"|{either('findings', 'determiners')} (?:[a-z’'-]+ ){{1,4}}(?:{_FINITE}|\w{{3,}}ed)\b)"
)
_CLAUSE_CUT = re.compile(
    rf"; (?:and )?|,? and that,? |, that |(?<!nothing),? but (?:that )?|, while |, although "
    rf"| and {_ADVERBIAL}|, and {_NO_OPENING}{_NEW_SUBJECT}|(?P<subject> and )(?={_SHORT_SUBJECT})"
)
# `heads don’t hear back, the virtual school isn’t told, and …`
_SERIES = re.compile(rf"(?<=\w), (?=(?!which |who |where |when |and )[^,;]{{5,60}}? {_FINITE}\b)")
_ANY_FINITE = re.compile(rf"\b{_FINITE}\b")
_VERB = re.compile(rf"\b(?:{either('findings', 'verbs')}|(?!need\b|speed\b|indeed\b)\w{{3,}}ed)\b")
# `While there is more to do, `
_WHILE = re.compile(r"^(?:while|although|though|whilst) [^,]{8,200}(?:,[^,]{0,60})?, ", re.IGNORECASE)
_EXAMPLES = re.compile(r",? (?:such as|including|among them|notably|particularly|for example) ")
# `…, including those with complex needs, are safe`: the clause goes on
_RESUMES = re.compile(rf", {_FINITE}\b")
_EXAMPLE_CUT = re.compile(r"(?:,| and|, and) (?=(?:the|a|an|how|its|their) )")
_MARK_CUT = re.compile(r"(?:[;,]? and |[;,] |^|(?<= ))\((?:[a-z]|[ivx]+|\d)\) |; (?:and )?")
_ALSO_CUT = re.compile(
    r" and (?=(?:for|with) )|,? as well as (?=(?:the|an?|its|their|how|on|of|for|by|about) )"
    # `…, as well as the progress of children, is too variable`: the clause goes on
    rf"(?![^;.]{{0,160}}, {_FINITE}\b)"
    rf"| and (?:also )?(?=to {either('findings', 'imperatives')}\b)"
    r"|,? (?:plus|along with|together with|but also|and also) "
)
_COMMA = re.compile(r", (?:and )?")
# `exploitation and transitions`, at the end of an enumeration
_TWO_WORDS = re.compile(r"([\w’'-]{6,}) and ([\w’'-]{6,})")
_AND = re.compile(r" and (?=\S+ \S+)")
# `the patience of the workers`, `a well-run hub`, `its work with schools`, `carers’ concerns`
_POSSESSIVE = r"(?:[\w-]+ ){0,2}[\w-]+(?:[’']s|s[’']) \w"
_TIE = r"(?:of|for|with|in|to|between|at|on|that|who|which|whose|by|from)\b"
_THING = (
    rf"{either('findings', 'things_open')}\b|(?:the|this) (?:[\w’'-]+ ){{1,3}}{_TIE}"
    r"|(?:an?|its|their|our|his|her|too|no|some) [\w“‘'’-]+ \w"
    rf"|(?:the )?{_POSSESSIVE}|(?:of|on|about|by|at|in|from) (?:the|an?|its|their|how|\w+s)\b"
)
# `timeliness of `: a thing of its own if what stands before it says of what, too
_ABSTRACT = (
    rf"{either('findings', 'things_described')} \w|"
    r"[\w-]+(?:cy|ion|ment|ness|ance|ence|ship|work|ity|ing)s? (?:for|of|with|in|to|from) "
)
_COMPLEMENT = re.compile(r"\b(?:for|of|with|in|to|from|by|between|who|that|which|whose)\b")
_STRONG_AND = re.compile(rf",? and (?=\S+ \S+)(?={_THING}|{_ABSTRACT})", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|both|either) [^,;]{0,60}$")
_THING_START = re.compile(
    rf"(?!{either('findings', 'not_things')}\b)[“‘'\"]?[\w£]",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(_ABSTRACT)
_FEW = 3
"""Words that may lack what `and` brings them: `the quality` and timeliness of plans."""

_SHORTEST_OF_SEVERAL = 6
_SHORTEST_THING = 8
"""Characters; what is shorter is one of several words, not a thing of its own."""


def parts(text: str, span: Span, *, things: bool = False, by: str | None = None) -> Iterator[Span]:
    """Yield the parts of an enumeration of things or of a chain of clauses, trimmed.

    `by` is the preposition before the first thing: where it comes again, the next one begins.

    >>> text = "the quality of plans, the use of data and how delay is tackled"
    >>> [part.slice(text) for part in parts(text, Span(0, len(text)), things=True)]
    ['the quality of plans', 'the use of data', 'how delay is tackled']
    """
    cut = _things(text, span, by) if things else _clauses(text, span)
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
    if match is None or text[match.start()] != "," or _RESUMES.search(text, match.end(), span.end):
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
        if cut and "but" in cut[0] and not _ANY_FINITE.search(text, start, end):
            continue  # `an enthusiastic but untested panel`
        if cut and " and " in cut[0] and _is_within_name(text, span, cut):
            continue
        if end > start:
            series = cut is not None and cut[0].startswith((", and", " and"))
            yield from _series(text, Span(start, end)) if series else [Span(start, end)]
        start = cut.end() if cut else end


def _series(text: str, span: Span) -> Iterator[Span]:
    """Cut clauses that only commas part; what has no verb yet is no clause."""
    start = span.start
    for cut in _SERIES.finditer(text, span.start, span.end):
        if _ANY_FINITE.search(text, start, cut.start()):
            yield Span(start, cut.start())
            start = cut.end()
    yield Span(start, span.end)


def _things(text: str, span: Span, by: str | None = None) -> Iterator[Span]:
    """Cut at letters and semicolons; without any, at commas and the last `and`."""
    by_mark = list(_cut(text, span, _MARK_CUT))
    if len(by_mark) > 1:
        yield from by_mark
        return
    also = list(_cut(text, span, _ALSO_CUT))
    if len(also) > 1:
        for part in also:
            yield from _things(text, part, by)
        return
    if by is not None:
        again = list(
            _cut(text, span, re.compile(rf"(?:,| and|, and) {by} (?!which|whom|whose|whether)(?=\S+ \S)"))
        )
        if len(again) > 1:
            yield from again
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
        and all(len(p) >= _SHORTEST_OF_SEVERAL for p in pieces)
        and (text.endswith("and ", 0, pieces[-1].start) or _ends_in_two(text, pieces[-1]))
    )


def _ends_in_two(text: str, last: Span) -> bool:
    """Say whether the last piece of an enumeration holds two things: `late plans and audits that flatter`."""
    cuts = list(_AND.finditer(text, last.start, last.end))
    if cuts:
        return " " in text[last.start : cuts[-1].start()].strip()
    return _TWO_WORDS.fullmatch(text, last.start, last.end) is not None


def _at_last_and(text: str, span: Span, *, listed: bool) -> Iterator[Span]:
    """Cut at an `and` that surely parts two things; in a list, at the last one."""
    strong = [cut for cut in _STRONG_AND.finditer(text, span.start, span.end) if _parts_two(text, span, cut)]
    plain = list(_AND.finditer(text, span.start, span.end)) if listed else []
    words_ = _TWO_WORDS.fullmatch(text, span.start, span.end) if listed else None
    if words_:
        yield Span(*words_.span(1))
        yield Span(*words_.span(2))
        return
    cut = strong[-1:] or plain[-1:]
    if not cut:
        yield span
        return
    yield Span(span.start, cut[0].start())
    yield Span(cut[0].end(), span.end)


def _parts_two(text: str, span: Span, cut: re.Match[str]) -> bool:
    """Say whether what stands before an `and` is a thing of its own."""
    before = text[span.start : cut.start()]
    if len(before) < _SHORTEST_THING or " " not in before or _BETWEEN.search(before):
        return False
    alone = len(before.split()) <= _FEW and not _COMPLEMENT.search(before)
    if alone and _DEPENDENT.match(text, cut.end(), span.end):
        return False
    return not _is_within_name(text, span, cut)


def _is_within_name(text: str, span: Span, cut: re.Match[str]) -> bool:
    """Say whether a cut would part the name of an area: `help and protection`."""
    return any(m.span.start < cut.start() < m.span.end for m in area_mentions(text, span.start, span.end))


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
    lead = re.match(
        r"[ ,]*(?:(?:and|that|to|also|for|with|of|on|about|by|at|in|from)\b,? )*", text[start:end]
    )
    start += lead.end() if lead else 0
    if (
        end - start > 1
        and text[start] in "‘'“\""
        and text[end - 1] in "’'”\""
        and not any(c in '‘“"' for c in text[start + 1 : end - 1])
    ):
        start, end = start + 1, end - 1
    return Span(start, max(start, end))
